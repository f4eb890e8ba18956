"""From a member's words to what is asked: slots first, the classifier for what they leave open, one decision."""

"""In groups: one short answer in the right place, and otherwise silence."""

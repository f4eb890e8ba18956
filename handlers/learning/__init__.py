"""What members asked in vain, what helped, and where guides stop: counted or masked, of nobody in particular."""

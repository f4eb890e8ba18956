"""What the bot knows: the YAML of the content folder, read, checked and held in frozen models."""

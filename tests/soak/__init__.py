"""Hours in minutes: random faults, kills and messages, and what must hold all the same."""

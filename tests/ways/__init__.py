"""The ways to run, as processes."""

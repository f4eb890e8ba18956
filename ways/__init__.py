"""The ways to run: one module each, named like the command, loaded only when it was asked for."""

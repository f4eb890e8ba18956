"""The ways to run: one module each, named like its command (`polling`: none), loaded only when it was asked for."""

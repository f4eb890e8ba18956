"""Speed and memory as ratios against a yardstick of the same run: `python -m tests.bench`."""

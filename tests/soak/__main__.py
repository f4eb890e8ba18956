"""`python -m tests.soak --minutes 30`: exit code 1 where something was lost, out of order, or memory grew."""

from __future__ import annotations

import argparse
import asyncio
import sys

from tests.soak.soak import soak

_MOST_GROWTH = 5.0
"""Megabytes."""


def main() -> int:
    """Run for some minutes and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    report = asyncio.run(soak(given.minutes * 60, given.seed))
    print(report)
    return 1 if report.wrong or report.growth >= _MOST_GROWTH else 0


if __name__ == "__main__":
    sys.exit(main())

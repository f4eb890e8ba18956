"""Runs all benchmarks and prints one table; exit code 1 where a target is missed."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from typing import TYPE_CHECKING

import tests.bench

if TYPE_CHECKING:
    from tests.bench.row import Row


_ALL = ("receiving", "understanding", "workers")


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all."""
    missed = 0
    for module in pkgutil.iter_modules(tests.bench.__path__):
        if module.name not in (names or _ALL):
            continue
        rows: list[Row] = importlib.import_module(f"tests.bench.{module.name}").run()
        for row in rows:
            sign = "≤" if row.at_most else "≥"
            verdict = "ok" if row.ok else "MISSED"
            print(
                f"{row.name:<62} {row.measured:>9.3f} {row.unit:<3} {sign} {row.target:<7g} {verdict:<7} {row.detail}", flush=True
            )
            missed += not row.ok
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

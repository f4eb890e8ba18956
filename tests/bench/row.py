"""One line of the benchmark's table."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Row:
    """A measured ratio and its target."""

    name: str
    measured: float
    target: float
    unit: str = "x"
    at_most: bool = True
    """Whether the target is a ceiling; else a floor."""
    detail: str = ""

    @property
    def ok(self) -> bool:
        """Whether the target is reached."""
        return self.measured <= self.target if self.at_most else self.measured >= self.target


def microseconds(work: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Time one call per text, in microseconds of this thread's work: other programs on the machine do not count."""
    times = []
    for text in texts:
        begun = time.thread_time_ns()
        work(text)
        times.append((time.thread_time_ns() - begun) / 1000)
    return times


def in_turn(one: Callable[[str], object], other: Callable[[str], object], texts: Sequence[str]) -> tuple[float, float]:
    """Time two ways in turn, text by text, and give the median of each, in microseconds."""
    first: list[float] = []
    second: list[float] = []
    for text in texts:
        first += microseconds(one, [text])
        second += microseconds(other, [text])
    return statistics.median(first), statistics.median(second)

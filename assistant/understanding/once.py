"""Worked out at the first look only: properties, without the lock of `cached_property` before Python 3.12; and functions."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Thing = TypeVar("Thing")
Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801 - used as `property` is
    """A property whose value stays as it was at the first look. Two threads that look at once may both work it out."""

    def __init__(self, work: Callable[[Any], Value]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, thing: object, owner: type | None = None) -> Value:
        value = thing.__dict__[self._name] = self._work(thing)  # found there first from now on
        return value


def once_for_each(work: Callable[[Thing], Value]) -> Callable[[Thing], Value]:
    """Make a function of one thing that never changes keep its value with that thing."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(thing: Thing) -> Value:
        known = thing.__dict__
        if name not in known:
            known[name] = work(thing)
        value: Value = known[name]
        return value

    return kept

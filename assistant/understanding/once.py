"""Properties worked out at the first look: like `functools.cached_property`, but without the lock it takes before Python 3.12."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

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

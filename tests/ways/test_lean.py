"""What a running bot has no use for."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from ways.lean import without_docstrings

if TYPE_CHECKING:
    import pytest


def test_classes_of_the_package_lose_their_docstrings_and_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    package, inner = ModuleType("wordy"), ModuleType("wordy.inner")
    told = type("Told", (), {"__doc__": "Tells a lot.", "__module__": "wordy.inner"})
    borrowed = type("Borrowed", (), {"__doc__": "Belongs to another.", "__module__": "elsewhere"})
    for module in (package, inner):
        monkeypatch.setitem(sys.modules, module.__name__, module)
        vars(module).update(Told=told, Borrowed=borrowed, number=int)
    without_docstrings("wordy")
    assert told.__doc__ is None
    assert borrowed.__doc__ == "Belongs to another."
    assert int.__doc__

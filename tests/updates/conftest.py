from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _intervals_as_ptb_will_have_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it PTB warns of the change

"""A short soak in every test run; `make soak MINUTES=30` before a release."""

from __future__ import annotations

from tests.soak.soak import soak


async def test_a_quarter_of_a_minute_of_faults_and_kills_loses_nothing() -> None:
    report = await soak(15, seed=7, rate=12, tell=lambda _: None)
    assert report.kills
    assert not report.wrong

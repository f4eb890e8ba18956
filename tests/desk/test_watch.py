"""The desk looks at the folder by itself; what keeps it from reading is told on its page like a mistake."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from desk import watch
from desk.watch import Desk
from tests.desk.conftest import save

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from desk.screens import Json


async def next_told(desk: Desk) -> Json:
    told: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
    desk.on_change.append(lambda state: None if told.done() else told.set_result(state))
    return await told


async def test_what_nobody_foresaw_takes_the_place_of_the_mistakes_before(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(folder / "club.yaml", "domain:", "domian:")
    desk = Desk(folder, folder.parent / "cache")
    watching = asyncio.create_task(desk.watch())
    before = await next_told(desk)
    assert any("domian" in mistake["what"] for mistake in before["mistakes"])

    def failing(_folder: Path) -> None:
        raise RecursionError

    monkeypatch.setattr(watch, "read_edition", failing)
    save(folder / "club.yaml", "domian:", "domain:")
    (mistake,) = (await next_told(desk))["mistakes"]
    watching.cancel()
    assert mistake["what"] == "The bot could not load this content (RecursionError)."
    assert mistake["told"]["de"]["what"].startswith("Der Bot konnte diese Inhalte nicht laden")

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from tests.playground.conftest import ANNA

if TYPE_CHECKING:
    from tests.playground.conftest import Api


def picture(kind: str, width: int, height: int) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height)).save(made, kind)
    return made.getvalue()


def keyboard(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.fixture
def written(api: Api) -> Api:
    """Anna has written to the bot and in the group: message 1 in both."""
    for chat in (api.anna, api.group):
        api.people.write(chat, ANNA, "von Anna")
    return api

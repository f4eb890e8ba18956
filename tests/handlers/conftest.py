from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.knowledge.load import load_content
from handlers.groups import membership
from tests.handlers.offline import GROUP, Chat
from tests.handlers.small_content import CONTENT, small_content

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from assistant.knowledge.models.content import Content


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    folder: Path = tmp_path_factory.mktemp("content")
    return small_content(folder)


@pytest.fixture
async def chat(content: Content) -> AsyncIterator[Chat]:
    async with Chat(content) as opened:
        yield opened


@pytest.fixture
def group(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> Chat:
    """A group that has just added the bot, as its members see it."""
    monkeypatch.setattr(membership, "_BETWEEN_LOOKS", 0)
    chat.chat = GROUP
    return chat


@pytest.fixture(scope="session")
def whole_content() -> Content:
    return load_content(CONTENT)


@pytest.fixture
async def member(whole_content: Content) -> AsyncIterator[Chat]:
    """A chat about the club's own content."""
    async with Chat(whole_content) as opened:
        yield opened

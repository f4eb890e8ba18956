"""A club that did without topics that commands name: the commands say that there is no such one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.handlers.offline import Chat
from tests.handlers.test_every_way import CLUB

WITHOUT = replace(
    CLUB,
    topics={name: topic for name, topic in CLUB.topics.items() if name not in {"difference", "recommendation"}},
    fingerprint="without topics",
)


@pytest.mark.parametrize("language", ["de", "en"])
async def test_a_command_whose_topic_is_gone_is_answered_like_an_unknown_one(language: str) -> None:
    async with Chat(WITHOUT) as chat:
        chat.language = language
        assert WITHOUT.word("unknown_command", language).split("\n")[0] in await chat.say("/compare")


@pytest.mark.parametrize("asked", ["/start", "/help", "wie hoch ist der mitgliedsbeitrag?"])
async def test_every_button_that_is_offered_leads_somewhere(asked: str) -> None:
    async with Chat(WITHOUT) as chat:
        await chat.say(asked)
        labels = chat.buttons()
        assert labels
        for label in labels:
            await chat.say(asked)
            assert WITHOUT.word("button_without_answer", "de") not in await chat.press(label), label


@pytest.mark.parametrize("command", ["/ports", "/imap", "/trouble", "/help", "/start"])
async def test_the_others_work(command: str) -> None:
    async with Chat(WITHOUT) as chat:
        assert WITHOUT.word("unknown_command", "de").split("\n")[0] not in await chat.say(command)

"""Who sent far more than can be answered is told that some of it was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from telegram import Update

from handlers.left_out import left_out_teller
from tests.handlers.offline import GROUP, PERSON

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


def message(chat: Chat, language: str = "de") -> Update:
    sender = {**PERSON, "language_code": language}
    sent = {"message_id": 5, "date": 1, "chat": chat.chat, "from": sender, "text": "x"}
    return Update.de_json({"update_id": 1, "message": sent}, chat.application.bot)


@pytest.mark.parametrize(("language", "said"), [("de", "Das war sehr viel auf einmal"), ("en", "That was a lot at once")])
async def test_it_is_said_in_the_members_language(chat: Chat, language: str, said: str) -> None:
    await left_out_teller(chat.application)(message(chat, language))
    assert chat.text.startswith(said)
    assert chat.last["chat_id"] == PERSON["id"]


async def test_a_group_is_not_told(chat: Chat) -> None:
    chat.chat = GROUP
    await left_out_teller(chat.application)(message(chat))
    inline = {"id": "1", "from": PERSON, "query": "imap", "offset": ""}
    await left_out_teller(chat.application)(Update.de_json({"update_id": 1, "inline_query": inline}, chat.application.bot))
    assert chat.screen.calls == ["getMe"]


async def test_who_cannot_be_told_is_left_alone(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    chat.screen.refusals["sendMessage"] = [{"error_code": 403, "description": "Forbidden: bot was blocked by the user"}]
    await left_out_teller(chat.application)(message(chat))
    assert "could not be told (Forbidden)" in caplog.text

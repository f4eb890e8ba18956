"""What Telegram is told to show about the bot, and what is taken back when it is wanted no more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from handlers.profile.profile import commands, set_profile

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from tests.handlers.offline import Chat

AWAY = {"error_code": 502, "description": "Bad Gateway"}
GONE = {"error_code": 400, "description": "Bad Request: chat not found"}


@pytest.fixture
def without_french(content: Content) -> Content:
    return replace(content, club=replace(content.club, partial_languages=()))


def deleted(chat: Chat) -> list[tuple[str, str]]:
    """Give what was deleted since the last look: of which language, and which text or whose menu."""
    found = []
    for call, given in zip(chat.screen.calls, chat.screen.given, strict=True):
        if call == "deleteMyCommands":
            scope = given["scope"]
            found.append((given.get("language_code", ""), str(scope.get("chat_id", scope["type"]))))
        elif call.startswith("setMy") and "" in given.values():
            found.append((given["language_code"], call))
    chat.screen.calls.clear()
    chat.screen.given.clear()
    return found


def test_command_menus_are_spelled_in_their_language(content: Content) -> None:
    german = [command.command for command in commands(content, "private", "de")]
    assert {"einrichten", "einstellungen", "hilfe", "vergleich"} <= set(german)
    assert "answers" in [command.command for command in commands(content, "admins", "en")]
    assert "answers" not in [command.command for command in commands(content, "groups", "en")]


async def test_the_profile_is_set_where_it_differs(chat: Chat, content: Content) -> None:
    await set_profile(chat.application.bot, content, chat.store)
    times = len(content.languages) + 1  # each language, and everybody else
    assert chat.screen.calls.count("setMyCommands") == 3 * times, "three scopes"
    assert chat.screen.calls.count("setMyDescription") == times


async def test_maintainers_have_their_commands_in_their_own_menu(chat: Chat, content: Content) -> None:
    await set_profile(chat.application.bot, content, chat.store, [7, 8])
    times = len(content.languages) + 1
    assert chat.screen.calls.count("setMyCommands") == 5 * times, "three scopes and two private chats"
    german = [command.command for command in commands(content, "maintainers", "de")]
    assert {"einrichten", "gaps", "stats", "reload"} <= set(german)
    assert "gaps" not in [command.command for command in commands(content, "private", "de")]


async def test_of_a_language_that_was_dropped_and_of_a_former_maintainer_nothing_is_left(
    chat: Chat, content: Content, without_french: Content
) -> None:
    await set_profile(chat.application.bot, content, chat.store, [7, 8])
    assert deleted(chat) == []
    await set_profile(chat.application.bot, without_french, chat.store, [8])
    scopes = ["all_private_chats", "all_group_chats", "all_chat_administrators", "8"]
    texts = ["setMyName", "setMyShortDescription", "setMyDescription"]
    former = [(code, "7") for code in ("", "de", "en", "fr")]
    assert deleted(chat) == [*(("fr", scope) for scope in scopes), *former, *(("fr", text) for text in texts)]
    await set_profile(chat.application.bot, without_french, chat.store, [8])
    assert deleted(chat) == [], "once is enough"


@pytest.mark.parametrize(("refusal", "again"), [(AWAY, True), (GONE, False)])
async def test_what_could_not_be_deleted_is_deleted_at_the_next_start(
    chat: Chat, content: Content, refusal: dict[str, Any], *, again: bool
) -> None:
    await set_profile(chat.application.bot, content, chat.store, [7])
    chat.screen.refusals["deleteMyCommands"] = [refusal]
    await set_profile(chat.application.bot, content, chat.store)
    deleted(chat)
    await set_profile(chat.application.bot, content, chat.store)
    assert bool(deleted(chat)) is again

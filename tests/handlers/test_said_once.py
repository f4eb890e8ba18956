"""Calls that fail after something was said: nothing is said twice, and nothing is left undone for their sake."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from telegram.error import NetworkError, TelegramError

from assistant.intent import Intent
from assistant.live_check import LiveCheck
from handlers.groups.settings import Choice, Mode
from tests.handlers.offline import GROUP
from tests.handlers.test_checking import no_such_name, prepare

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

AWAY: dict[str, Any] = {"error_code": 502, "description": "Bad Gateway"}
FLOOD: dict[str, Any] = {"error_code": 429, "description": "Too Many Requests: retry after 20", "parameters": {"retry_after": 20}}
REFUSED: dict[str, Any] = {"error_code": 400, "description": "Bad Request: not now"}
GROUP_ID, ME = -100, 700700700
TIDYING_UP = ("editMessageReplyMarkup", "answerCallbackQuery")


@pytest.fixture(autouse=True)
def _without_ptbs_warning_of_a_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture(params=[AWAY, FLOOD, REFUSED], ids=["away", "flood", "refused"])
async def untidy(chat: Chat, request: pytest.FixtureRequest) -> Chat:
    """A chat in a guide, where buttons cannot be taken off and presses cannot be answered."""
    await chat.say("/setup thunderbird imap")
    chat.screen.refusals = {method: [request.param] * 9 for method in TIDYING_UP}
    return chat


async def test_the_guide_goes_on(untidy: Chat) -> None:
    assert "Schritt 2" in await untidy.say("weiter")
    assert "Schritt 3" in await untidy.say("weiter")
    assert "Schritt 2" in await untidy.press("Zurück")


async def test_it_is_left_with_a_word(untidy: Chat) -> None:
    assert "Abgebrochen" in await untidy.say("abbrechen")
    assert "Schritt 1" in await untidy.say("weiter"), "and can be gone on with"


async def test_it_ends_with_a_word(untidy: Chat) -> None:
    await untidy.say("zeig alle werte")
    assert "Viel Freude" in await untidy.say("ja")


async def test_a_press_does_what_it_says(untidy: Chat) -> None:
    await untidy.say("zeig alle werte")
    assert "Was klappt nicht" in await untidy.press("Klappt nicht")


@pytest.mark.parametrize(("said", "told"), [("abbrechen", "Abgebrochen"), ("fertig", "Viel Freude")])
async def test_what_could_not_be_said_is_said_when_it_is_tried_again(chat: Chat, said: str, told: str) -> None:
    await chat.say("/setup thunderbird imap")
    await chat.say("zeig alle werte")
    chat.screen.refusals["sendMessage"] = [AWAY]
    with pytest.raises(NetworkError):
        await chat.say(said)
    assert told in await chat.say(said), "the guide was not yet forgotten"


async def said_since(chat: Chat, before: int) -> list[str]:
    return [chat.written(number) for number in sorted(chat.screen.messages) if number > before]


@pytest.mark.parametrize("fault", [AWAY, FLOOD], ids=["away", "flood"])
async def test_an_answer_in_a_guide_stands_though_the_step_does_not_come_again(
    chat: Chat, fault: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    await chat.say("/setup thunderbird imap")
    await chat.say("weiter")
    page = max(chat.screen.messages)
    chat.screen.refusals["sendMessage"] = [None, fault]
    assert "STARTTLS" in await chat.say("Welche Verschlüsselung hat IMAP beim Senden?")
    assert "A further message could not be sent" in caplog.text
    assert chat.buttons(page), "the step above keeps its buttons"
    assert "Schritt 3" in await chat.press("Weiter", page)


async def test_a_choice_is_explained_once(chat: Chat) -> None:
    await chat.say("/setup thunderbird")
    before = max(chat.screen.messages)
    chat.screen.refusals["sendMessage"] = [None, AWAY]
    await chat.say("verstehe ich nicht")
    assert len(await said_since(chat, before)) == 1
    assert "Schritt 1" in await chat.say("imap"), "and can still be made"


async def test_the_first_message_is_tried_again(chat: Chat) -> None:
    chat.screen.refusals["sendMessage"] = [AWAY]
    with pytest.raises(NetworkError):
        await chat.say("welcher port für imap?")


async def test_the_result_of_a_check_is_tried_again_though_it_was_said_that_it_runs(chat: Chat) -> None:
    prepare(chat, LiveCheck(resolve=no_such_name))
    chat.screen.refusals["editMessageText"] = [AWAY]
    with pytest.raises(NetworkError):
        await chat.say("/check")
    assert "finde ich nicht" in await chat.say("/check")


@pytest.mark.parametrize("fault", [AWAY, FLOOD, REFUSED], ids=["away", "flood", "refused"])
@pytest.mark.parametrize("said", ["/answers", "/help", "/ports"])
async def test_a_group_is_answered_once_though_the_command_cannot_be_deleted(
    chat: Chat, said: str, fault: dict[str, Any]
) -> None:
    chat.chat = GROUP
    await chat.services.groups.choose(GROUP_ID, Choice(Mode.QUESTIONS, tidy=True))
    chat.screen.refusals["deleteMessage"] = [fault]
    assert await chat.say(said)
    assert not chat.screen.refusals["deleteMessage"], "it was tried"
    assert chat.screen.calls.count("sendMessage") == 1


@pytest.mark.parametrize("fault", [AWAY, FLOOD, REFUSED], ids=["away", "flood", "refused"])
async def test_numbers_are_told_once_though_their_picture_cannot_be_shown(chat: Chat, fault: dict[str, Any]) -> None:
    chat.services = replace(chat.services, maintainers=frozenset({ME}))
    chat.services.install(chat.application)
    chat.services.statistics.asked(Intent(aspect="port"))
    chat.screen.refusals["sendPhoto"] = [fault]
    assert "1 Fragen" in await chat.say("/stats")
    assert not chat.screen.refusals["sendPhoto"], "it was tried"


async def test_numbers_and_their_picture_stand_in_the_same_topic(chat: Chat) -> None:
    chat.services = replace(chat.services, maintainers=frozenset({ME}))
    chat.services.install(chat.application)
    chat.services.statistics.asked(Intent(aspect="port"))
    await chat.say("/stats", message_thread_id=5, is_topic_message=True)
    assert [given.get("message_thread_id") for given in chat.screen.given[-2:]] == [5, 5]
    assert chat.screen.calls[-1] == "sendPhoto"


@pytest.mark.parametrize("fault", [AWAY, FLOOD], ids=["away", "flood"])
async def test_a_password_that_was_deleted_is_said_to_be_when_it_is_tried_again(chat: Chat, fault: dict[str, Any]) -> None:
    await chat.say("mein passwort ist Sommer!2024xy")
    warning = max(chat.screen.messages)
    chat.screen.refusals["editMessageText"] = [fault]
    with pytest.raises(TelegramError):
        await chat.press("öschen", warning)
    chat.screen.refusals["deleteMessage"] = [{"error_code": 400, "description": "Bad Request: message to delete not found"}]
    await chat.press("öschen", warning)
    assert "Gelöscht" in chat.written(warning)


async def test_a_password_that_cannot_be_deleted_for_now_is_tried_again(chat: Chat) -> None:
    await chat.say("mein passwort ist Sommer!2024xy")
    warning = max(chat.screen.messages)
    chat.screen.refusals["deleteMessage"] = [AWAY]
    with pytest.raises(NetworkError):
        await chat.press("öschen", warning)
    await chat.press("öschen", warning)
    assert "Gelöscht" in chat.written(warning)

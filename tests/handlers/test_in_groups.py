"""Groups in which something does not work: rights that are missing, answers that are gone, workers that speak at once."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from assistant.intent import Intent
from handlers.buttons import PressAsk, encode
from handlers.groups.pace import Pace, Place
from handlers.groups.settings import Choice, Mode
from handlers.learning.unanswered import Unanswered
from store.interface import ConflictError
from tests.handlers.in_groups import GROUP_ID, REFUSED, started_anew
from tests.handlers.offline import BOT, GROUP, PERSON, Store

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


async def test_answers_tells_a_groups_id_to_those_who_run_the_bot_alone(group: Chat) -> None:
    assert "-100" not in await group.say("/answers")
    replace(group.services, maintainers=frozenset({group.person["id"]})).install(group.application)
    assert "ALLOWED_GROUPS: -100" in await group.say("/answers")


PORT = encode(PressAsk(Intent(aspect="port", subject="imap"), "de"))
ASKED = {"message_id": 9, "date": 1, "chat": GROUP, "from": PERSON, "text": "port?"}


async def test_a_press_says_nothing_where_the_bot_is_to_say_nothing(group: Chat) -> None:
    await group.services.groups.choose(GROUP_ID, Choice(Mode.OFF))
    group.screen.messages[1000] = {"message_id": 1000, "chat_id": GROUP_ID, "text": "?"}
    await group.press_data(PORT, 1000, reply_to_message=ASKED)
    assert "editMessageText" not in group.screen.calls


async def test_a_press_below_an_answer_that_is_gone_is_no_mistake(group: Chat) -> None:
    group.screen.messages[1000] = {"message_id": 1000, "chat_id": GROUP_ID, "text": "?"}
    group.screen.refusals["editMessageText"] = [{"error_code": 400, "description": "Bad Request: message to edit not found"}]
    await group.press_data(PORT, 1000, reply_to_message=ASKED)
    assert group.screen.toasts == [""]


async def test_what_somebody_wrote_whom_another_had_answered_is_not_kept(group: Chat) -> None:
    parts = replace(group.services, unanswered=Unanswered(group.store, b"secret", is_on=True))
    parts.install(group.application)
    theirs = {**ASKED, "text": "kommt die oma zum sommerfest?"}
    called = [{"type": "mention", "offset": 0, "length": 12}]
    assert await group.say("@ClubMailBot", reply_to_message=theirs, entities=called)
    assert not await parts.unanswered.all()


async def test_as_long_as_nobody_knows_what_a_group_has_chosen_it_answers_only_what_is_put_to_it(group: Chat) -> None:
    await group.services.groups.choose(GROUP_ID, Choice(Mode.OFF))
    group.store.is_away = True
    started_anew(group)
    assert not await group.say("welcher port für imap eingang?", date=int(time.time()))
    assert "993" in await group.say("/imap")


async def test_what_a_group_has_chosen_is_not_lost_where_it_is_to_be_changed_during_an_outage(group: Chat) -> None:
    await group.services.groups.choose(GROUP_ID, Choice(Mode.OFF))
    group.store.is_away = True
    groups = started_anew(group)
    anonymous = {"sender_chat": GROUP, "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"}}
    for text in ("/answers tidy off", "/answers questions", "/answers"):
        assert "komme ich nicht an das" in await group.say(text, **anonymous)
    group.store.is_away = False
    groups = started_anew(group)
    assert await groups.mode(GROUP_ID) is Mode.OFF
    assert "ab jetzt" in await group.say("/answers addressed", **anonymous)


async def test_nobody_is_an_administrator_where_telegram_does_not_say_so(group: Chat) -> None:
    group.screen.refusals["getChatMember"] = [REFUSED] * 9
    said = await group.say("/answers off")
    assert said
    assert await group.services.groups.mode(GROUP_ID) is not Mode.OFF


async def test_what_may_not_be_tidied_up_is_said(group: Chat) -> None:
    await group.services.groups.choose(GROUP_ID, Choice(Mode.QUESTIONS, tidy=True))
    group.screen.refusals["getChatMember"] = [REFUSED] * 9
    group.screen.refusals["deleteMessage"] = [REFUSED]
    assert await group.say("/answers")
    assert not group.screen.refusals["deleteMessage"], "it was tried"


async def test_where_it_was_switched_off_it_answers_no_command(group: Chat) -> None:
    await group.services.groups.choose(GROUP_ID, Choice(Mode.OFF))
    assert not await group.say("/ports")


async def test_where_questions_are_kept_the_group_is_told_so(group: Chat) -> None:
    before = await group.say("/privacy")
    replace(group.services, unanswered=Unanswered(group.store, b"secret", is_on=True)).install(group.application)
    assert await group.say("/datenschutz@ClubMailBot") not in ("", before)


@pytest.mark.parametrize("command", ["/developer_info", "/privacy", "/ports"])
async def test_a_flood_of_commands_is_met_with_silence(group: Chat, command: str) -> None:
    said = [await group.say(f"{command}{' imap' * (n % 2)}") for n in range(8)]
    assert said[0]
    assert not said[-1]


async def edit(chat: Chat, message: int, text: str) -> None:
    edited = {"message_id": message, "date": int(time.time()), "edit_date": int(time.time()), "chat": GROUP, "text": text}
    await chat._feed({"edited_message": {**edited, "from": {**PERSON, "language_code": "de"}}})


async def test_an_edited_look_up_edits_its_answer(group: Chat) -> None:
    assert "993" in await group.say("/ports imap")
    answer = max(group.screen.messages)
    asked = answer - 1
    await edit(group, asked, "/ports@ClubMailBot pop3")
    assert "110" in group.screen.messages[answer]["text"]
    await edit(group, asked, "/ports blorpf")
    assert "993" in group.screen.messages[answer]["text"], "all ports, where nothing more is understood"
    edits = group.screen.calls.count("editMessageText")
    for nothing in ("/help", "doch nicht", "@ClubMailBot blorpf wann"):
        await edit(group, asked, nothing)
    assert group.screen.calls.count("editMessageText") == edits


@pytest.mark.parametrize("text", ["danke, hat sich erledigt", "guten morgen", "Nachteile?"])
async def test_an_edit_that_would_get_no_answer_leaves_the_answer_as_it_is(group: Chat, text: str) -> None:
    answer = await group.say("Welcher Port für IMAP?", date=int(time.time()))
    assert "993" in answer
    question = group.last["reply_parameters"]["message_id"]
    await edit(group, question, text)
    assert group.text == answer
    await edit(group, question, "Welcher Port für POP3?")
    assert "POP3" in group.text


async def test_an_answer_that_is_gone_stays_gone(group: Chat) -> None:
    await group.say("/ports imap")
    asked = max(group.screen.messages) - 1
    group.screen.refusals["editMessageText"] = [{"error_code": 400, "description": "Bad Request: message to edit not found"}]
    await edit(group, asked, "/ports pop3")
    assert group.screen.calls[-1] == "editMessageText"
    assert group.screen.calls.count("sendMessage") == 1


@pytest.mark.parametrize(("called", "kept"), [("", 0), ("@ClubMailBot ", 1)])
async def test_what_is_said_below_an_answer_without_the_bots_name_is_not_kept(group: Chat, called: str, kept: int) -> None:
    """Members talk there about what is nobody's business; who calls the bot wants an answer."""
    parts = replace(group.services, unanswered=Unanswered(group.store, b"secret", is_on=True))
    parts.install(group.application)
    await group.say("/ports")
    below = {"message_id": max(group.screen.messages), "date": int(time.time()), "chat": GROUP, "from": BOT, "text": "x"}
    mentions = [{"type": "mention", "offset": 0, "length": len(called) - 1}] if called else []
    said = await group.say(f"{called}kommt die oma zum sommerfest?", reply_to_message=below, entities=mentions)
    assert said, "it was said to the bot"
    assert len(await parts.unanswered.all()) == kept


async def test_an_answer_is_given_again_where_the_count_of_messages_began_anew() -> None:
    now = 0.0
    pace, place = Pace(Store(lambda: now), b"secret", lambda: now), Place(GROUP_ID)
    for _ in range(20):
        await pace.heard(place)
    now = 24 * 3600.0 - 10
    await pace.answered(place, "port", question=1, answer=2)
    assert await pace.earlier(place, "port") == 2
    now += 20
    assert await pace.earlier(place, "port") == 0


class Busy(Store):
    """A store in which another worker is always a moment faster."""

    tries = 0

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        self.tries += 1
        raise ConflictError(key)


async def test_workers_that_speak_at_the_same_moment_do_not_silence_each_other() -> None:
    store = Busy()
    assert await Pace(store, b"secret").take_turn(GROUP_ID, 7, 1)
    assert store.tries > 2

"""What those who run the bot learn: what was asked in vain, and how it is used. Nobody else learns it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from assistant.met import forget_words
from assistant.unanswered import grouped
from handlers.learning import unanswered
from handlers.learning.statistics import Statistics
from handlers.learning.unanswered import Unanswered
from handlers.services import installed
from tests.handlers.offline import PERSON, Chat

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from assistant.assistant import Assistant
    from assistant.knowledge.models.content import Content
    from assistant.unanswered import GapGroup

VAIN = "wann ist die nächste vorstandssitzung"


@pytest.fixture
async def run(content: Content) -> AsyncIterator[Chat]:
    """A chat with a bot that collects; the person in it runs it."""
    async with Chat(content) as opened:
        parts = replace(
            installed(opened.application.bot_data),
            maintainers=frozenset({int(str(PERSON["id"]))}),
            statistics=Statistics(opened.store, b"secret", lambda: 1_795_000_000.0),
            unanswered=Unanswered(opened.store, b"secret", is_on=True),
        )
        parts.install(opened.application)
        yield opened


async def test_gaps_shows_what_was_asked_in_vain_and_one_press_marks_it_done(run: Chat) -> None:
    await run.say(VAIN)
    await run.say(f"{VAIN}?")
    await run.say("wo hängt die vereinsjacke")
    shown = await run.say("/gaps")
    assert "in den letzten 30 Tagen: 3" in shown
    assert f"1. „{VAIN}" in shown
    assert "2 ×" in shown
    left = await run.press("1 erledigt")
    assert "in den letzten 30 Tagen: 1" in left
    assert VAIN not in left
    assert "keine Frage" in await run.press("1 erledigt")
    assert run.screen.toasts[-1] == "Als erledigt vermerkt."


async def test_what_a_member_wrote_is_no_markup(run: Chat) -> None:
    await run.say("wo hängt **die** `vereinsjacke`")
    await run.say("/gaps")
    assert "„wo hängt die vereinsjacke“" in run.last["text"]


async def test_the_questions_are_sorted_again_only_where_others_have_come(run: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    sorted_: list[int] = []

    def counted(questions: Mapping[str, str], assistant: Assistant) -> tuple[list[GapGroup], int]:
        sorted_.append(len(questions))
        return grouped(questions, assistant)

    monkeypatch.setattr(unanswered, "grouped", counted)
    for text in (VAIN, f"{VAIN}?", "wo hängt die vereinsjacke"):
        await run.say(text)
    await run.say("/gaps")
    assert VAIN not in await run.press("1 erledigt")
    assert "30 Tagen: 1" in await run.say("/gaps")
    assert sorted_ == [3]
    await run.say(VAIN)
    assert "30 Tagen: 2" in await run.say("/gaps")
    forget_words()
    assert "30 Tagen: 2" in await run.say("/gaps")
    assert sorted_ == [3, 2, 2]


async def test_of_a_group_that_is_partly_gone_the_rest_is_shown(run: Chat) -> None:
    await run.say(VAIN)
    await run.say(f"{VAIN}?")
    assert "2 ×" in await run.say("/gaps")
    await run.services.unanswered.done([next(iter(await run.services.unanswered.all()))])
    assert "30 Tagen: 1" in await run.say("/gaps")


async def test_a_press_on_done_is_answered_before_anything_is_sorted(run: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    await run.say(VAIN)
    await run.say("/gaps")
    forget_words()

    def answered(questions: Mapping[str, str], assistant: Assistant) -> tuple[list[GapGroup], int]:
        assert run.screen.toasts[-1] == "Als erledigt vermerkt."
        return grouped(questions, assistant)

    monkeypatch.setattr(unanswered, "grouped", answered)
    assert "keine Frage" in await run.press("1 erledigt")


async def test_nothing_of_the_person_is_kept(run: Chat) -> None:
    await run.say("die vorstandssitzung am 12.3. verschieben, sag es anna@web.de")
    kept = {key: row.value.value for key, row in run.store.rows.items() if key.startswith("gap:")}
    assert list(kept.values()) == ["die vorstandssitzung am #. verschieben, sag es …@…"]
    assert str(PERSON["id"]) not in str(kept)


@pytest.mark.parametrize("password", ["Geheim!Wort&Katze", "Sommer2024!", "hunter2hunter2", "Kater!Karlo 4711"])
async def test_what_may_be_a_password_is_not_kept(run: Chat, password: str) -> None:
    await run.say(password)
    await run.say(VAIN)
    assert [row.value.value for key, row in run.store.rows.items() if key.startswith("gap:")] == [VAIN]


async def test_what_was_answered_and_small_talk_are_no_gaps(run: Chat) -> None:
    await run.say("imap port eingang?")
    await run.say("danke")
    await run.say("hallo")
    await run.say("????")
    assert "keine Frage" in await run.say("/gaps")


async def test_without_the_switch_nothing_is_kept_and_privacy_says_so(chat: Chat) -> None:
    await chat.say(VAIN)
    assert not [key for key in chat.store.rows if key.startswith("gap:")]
    assert "speichere sie nicht" in await chat.say("/privacy")


async def test_with_the_switch_privacy_says_what_is_kept(run: Chat) -> None:
    said = await run.say("/privacy")
    assert "30 Tage" in said
    assert "speichere sie nicht" not in said


@pytest.mark.parametrize("command", ["/gaps", "/stats", "/reload"])
async def test_for_everybody_else_there_is_no_such_command(chat: Chat, command: str) -> None:
    assert await chat.say(command) == await chat.say("/gibtesnicht")


async def test_a_button_passed_on_does_nothing_for_others(run: Chat) -> None:
    await run.say(VAIN)
    await run.say("/gaps")
    data = run.buttons()["✓ 1 erledigt"]["callback_data"]
    run.person = {**PERSON, "id": 1}
    run.chat = {"id": 1, "type": "private"}
    await run.press_data(data)
    assert [key for key in run.store.rows if key.startswith("gap:")]


async def test_answers_ask_whether_they_helped_and_count_it_once(run: Chat) -> None:
    await run.say("imap port eingang?")
    answer = max(run.screen.messages)
    assert "👍 Hat geholfen" in run.buttons(answer)
    failed = run.buttons(answer)["👎 Hilft nicht"]["callback_data"]
    await run.press_data(failed, answer)
    assert "Schade" in run.screen.toasts[-1]
    stats = await run.say("/stats")
    assert "1 Fragen, 1 beantwortet (100 %)" in stats
    assert "nicht geholfen: 1 ×" in stats
    assert "• Ports: 1" in stats
    assert run.screen.calls[-1] == "sendPhoto"


@pytest.mark.parametrize("said", ["/start", "/help", "danke", VAIN, "/setup thunderbird imap", "mails bleiben im postausgang"])
async def test_menus_guides_and_small_talk_do_not_ask_whether_they_helped(run: Chat, said: str) -> None:
    await run.say(said)
    assert not [label for label in run.buttons() if "👍" in label]


async def test_stats_tell_where_people_stop(run: Chat) -> None:
    await run.say("/setup thunderbird imap")
    await run.say("weiter")
    await run.say("zurück")
    await run.say("weiter")
    run.person, run.chat = {**PERSON, "id": 2}, {"id": 2, "type": "private"}
    await run.say("/setup thunderbird imap")
    for _ in range(3):
        await run.say("weiter")
    await run.say("klappt")
    run.person, run.chat = PERSON, {"id": PERSON["id"], "type": "private"}
    stats = await run.say("/stats")
    assert "Thunderbird (IMAP): 2 angefangen, 1 bis zum Ende, 1 × „klappt“" in stats
    assert "die meisten hören auf bei Schritt 2: Konto anlegen (1 ×)" in stats


async def test_stats_before_anything_was_asked(run: Chat) -> None:
    assert "noch keine Zahlen" in await run.say("/stats")


async def test_stats_leave_out_guides_that_are_no_more_and_say_nothing_of_stops_where_there_are_none(run: Chat) -> None:
    statistics = installed(run.application.bot_data).statistics
    statistics.count("page:nokia3310.imap:0")
    for page in range(10):
        statistics.count(f"page:thunderbird.imap:{page}")
    stats = await run.say("/stats")
    assert "1 angefangen, 1 bis zum Ende" in stats
    assert "nokia" not in stats
    assert "hören auf" not in stats


async def test_stats_call_a_topic_that_is_no_more_by_the_name_it_had(run: Chat) -> None:
    installed(run.application.bot_data).statistics.count("asked", "topic:carrier_pigeons", "topic:setup", "topic:setup")
    stats = await run.say("/stats")
    assert "• Schritt für Schritt einrichten: 2\n• carrier_pigeons: 1" in stats


async def test_of_many_gaps_the_first_eight_are_shown(run: Chat) -> None:
    words = "vereinsjacke notenblatt parkplatz sommerfest kassenwart bühnenbild probenraum busfahrt zelt"
    for word in words.split():
        await run.say(f"wo finde ich {word}{word}")
    shown = await run.say("/gaps")
    assert "8. „" in shown
    assert "9. „" not in shown
    assert "1 weitere" in shown


async def test_where_nothing_is_collected_gaps_says_how_to_switch_it_on(run: Chat) -> None:
    parts = installed(run.application.bot_data)
    replace(parts, unanswered=Unanswered(run.store, b"secret", is_on=False)).install(run.application)
    assert "COLLECT_GAPS" in await run.say("/gaps")


async def test_whoever_floods_the_bot_fills_no_store(run: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.learning.unanswered._MOST_A_DAY", 1)
    await run.say(VAIN)
    await run.say("wo hängt die vereinsjacke")
    assert len(await installed(run.application.bot_data).unanswered.all()) == 1


async def test_what_members_of_another_club_asked_is_not_read_in_a_store_of_both(run: Chat) -> None:
    await run.say(VAIN)
    store, ours = run.store, installed(run.application.bot_data).unanswered
    assert len(await ours.all()) == 1
    theirs = Unanswered(store, b"another bot's", is_on=True)
    assert await theirs.all() == {}
    await theirs.done(await ours.all())
    assert len(await ours.all()) == 1

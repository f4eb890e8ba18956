"""F9-F16, F22-F25, F33: what is in hand when the process ends, is repeated, or comes all at once. Against the real process."""

from __future__ import annotations

import asyncio
import random
import signal
from typing import TYPE_CHECKING

import pytest

from assistant.prepare import prepare
from handlers.application import build_application
from handlers.environment import read_environment
from playground.faults import HANG, Fault, refusal
from store.open import open_store
from tests.conversations.test_setup import hears_of
from tests.faults.asking import QUESTION, all_answered, all_ask, answered, answers, log_of, members
from tests.telegram import ROOT, Telegram
from updates.lanes import MAX_LANES

if TYPE_CHECKING:
    from tests.telegram import Member

pytestmark = pytest.mark.asyncio(loop_scope="module")
SLOWLY = Fault(delay=0.1)
QUESTIONS = ("welcher port für imap?", "welcher server für pop3?", "was ist der unterschied?", "nachteile von pop?")


async def fifty_queued(telegram: Telegram) -> list[Member]:
    """Let ten members ask five times each, and wait until the first five answers are out."""
    people = members(telegram, 10)
    telegram.server.faults.always("sendMessage", SLOWLY)
    all_ask(people, 5)
    await telegram.until(lambda: sum(answered(telegram, people)) >= 5 or None, "five answers")
    return people


async def rest_after_restart(telegram: Telegram, people: list[Member]) -> int:
    """Start again; give how many answers there are when all have theirs."""
    await telegram.start_bot()
    await all_answered(telegram, people, 5)
    # Whatever was queued for these members comes before this.
    await telegram.private().asks(QUESTION)
    return sum(answered(telegram, people))


async def test_f09_killed_with_fifty_queued() -> None:
    async with Telegram.start() as telegram:
        people = await fifty_queued(telegram)
        await telegram.kill_bot()
        assert sum(answered(telegram, people)) < 50, "killed in the middle"
        assert 50 <= await rest_after_restart(telegram, people) <= 50 + MAX_LANES


@pytest.mark.parametrize("apart", [0.05, 0.3])
async def test_f10_asked_twice_to_stop(apart: float) -> None:
    async with Telegram.start() as telegram:
        people = await fifty_queued(telegram)
        telegram._bot.send_signal(signal.SIGTERM)  # type: ignore[union-attr]
        await asyncio.sleep(apart)  # what is tested: signals so far apart
        assert await telegram.stop_bot() == 0
        assert sum(answered(telegram, people)) < 50, "stopped in the middle"
        assert await rest_after_restart(telegram, people) == 50


async def test_f11_stopped_with_fifty_queued() -> None:
    async with Telegram.start() as telegram:
        people = await fifty_queued(telegram)
        before = sum(answered(telegram, people))
        assert await telegram.stop_bot() == 0
        assert sum(answered(telegram, people)) <= before + MAX_LANES, "only what was in hand is finished"
        assert await rest_after_restart(telegram, people) == 50


async def test_f11_stopped_while_telegram_hangs() -> None:
    async with Telegram.start() as telegram:
        people = await fifty_queued(telegram)
        telegram.server.faults.clear()
        telegram.server.faults.always("*", HANG)
        loop = asyncio.get_running_loop()
        began = loop.time()
        assert await telegram.stop_bot() == 0
        # Docker kills after ten seconds; the bot gives itself five.
        assert loop.time() - began < 10
        telegram.server.faults.clear()
        assert 50 <= await rest_after_restart(telegram, people) <= 50 + MAX_LANES


async def test_f12_what_was_said_before_the_start_is_answered() -> None:
    async with Telegram.start() as telegram:
        await telegram.stop_bot()
        people = members(telegram, 5)
        all_ask(people)
        await telegram.start_bot()
        assert await all_answered(telegram, people) == [1] * 5
        assert "drop_pending_updates" not in str([call.arguments for call in telegram.server.journal])


async def test_f13_a_press_that_can_no_longer_be_answered_still_works(telegram: Telegram) -> None:
    anna = telegram.private()
    reply = await anna.asks("/einrichten")
    anna.listen()
    press = anna.presses_data(reply.message_id, reply.button("Thunderbird").data)
    telegram.server.world.presses[press].at -= 200  # as if the bot had taken that long
    edited = await anna.hears()
    assert edited.message_id == reply.message_id
    assert "Thunderbird" in edited.text
    assert "query is too old" in str(telegram.server.journal.of("answerCallbackQuery")[-1].answer)


async def test_f14_ids_that_start_anew_are_answered() -> None:
    async with Telegram.start() as telegram:
        anna = telegram.private()
        for first_id in (5000, 70):
            telegram.server.world.renumber(first_id)
            assert "993" in (await anna.asks(QUESTION)).text
            await telegram.until(lambda: not telegram.server.world.updates or None, "the confirmation")
        await telegram.stop_bot()
        await telegram.start_bot()
        telegram.server.world.renumber(40)
        assert "993" in (await anna.asks(QUESTION)).text


async def test_f15_no_text_holds_up_the_others(telegram: Telegram) -> None:
    chance = random.Random(15)  # noqa: S311 - the same texts every time
    signs = "aeiounrst imap port 993 @.äöüß<>&`*_\n😀\u202e\u0000"
    people = members(telegram, 10)
    for person in people:
        person.says("".join(chance.choice(signs) for _ in range(4096)))
        person.says("port " * 819)
        person.says("(\\S+@\\S+)+" * 300)
    other = telegram.private()
    assert "993" in (await other.asks(QUESTION)).text
    await all_answered(telegram, people, 3)


async def test_f16_the_order_in_a_chat_is_kept_and_chats_do_not_wait_for_each_other(telegram: Telegram) -> None:
    probe = telegram.private()
    for number, question in enumerate(QUESTIONS * 5, 1):
        probe.says(question)
        await all_answered(telegram, [probe], number)
    expected = answers(telegram, probe)
    kinds = [Fault(delay=delay) for delay in (0.0, 0.01, 0.03, 0.08)]
    telegram.server.faults.at_random(1.0, seed=16, kinds=kinds, methods=["sendMessage"])
    people = members(telegram, 10)
    for _ in range(5):
        for question in QUESTIONS:
            all_ask(people, question=question)
    await all_answered(telegram, people, 20)
    for person in people:
        assert answers(telegram, person) == expected


async def test_f16_a_chat_where_sending_hangs_holds_up_nobody(telegram: Telegram) -> None:
    stuck = telegram.private()
    telegram.server.faults.add("sendMessage", Fault(delay=4.0))
    stuck.says(QUESTION)
    stuck.says(QUESTION)
    people = members(telegram, 5)
    all_ask(people, 3)
    await all_answered(telegram, people, 3)
    assert answered(telegram, [stuck]) == [0]
    await all_answered(telegram, [stuck], 2)


async def test_f22_killed_after_each_step_of_a_guide() -> None:
    async with Telegram.start() as telegram:
        anna = telegram.private()
        page = await anna.asks("/setup thunderbird imap")
        for step in (2, 3):
            await telegram.kill_bot()
            await telegram.start_bot()
            anna.presses_data(page.message_id, page.button("▶").data)
            # The message that was in hand when the bot was killed may be answered once more.
            page = await hears_of(anna, f"Schritt {step} ")


async def test_f23_f25_nothing_of_ptbs_own_memory_is_used() -> None:
    environment = read_environment(ROOT, {"BOT_TOKEN": "123456:" + "a" * 35, "DATABASE_URL": "sqlite:///:memory:"})
    prepared = prepare(ROOT / "content", ROOT / "data")
    application = build_application(environment, prepared, open_store(environment.database_url))
    assert application.persistence is None
    assert not application.bot.callback_data_cache
    assert application.updater is None
    handlers = [type(handler).__name__ for group in application.handlers.values() for handler in group]
    assert "ConversationHandler" not in handlers


async def test_f24_two_guides_open_and_a_restart_between() -> None:
    async with Telegram.start() as telegram:
        anna = telegram.private()
        pages = {}
        for program in ("Thunderbird", "iPhone"):
            page = await anna.asks(f"/setup {program} imap")
            pages[program] = (page.message_id, page.button("▶").data)
        await telegram.stop_bot()
        await telegram.start_bot()
        for program in ("Thunderbird", "iPhone"):
            anna.listen()
            message_id, data = pages[program]
            anna.presses_data(message_id, data)
            edited = await anna.hears()
            assert edited.message_id == message_id
            assert program in edited.text


async def test_f33_an_update_that_comes_again_is_not_answered_again() -> None:
    async with Telegram.start() as telegram:
        world = telegram.server.world
        people = members(telegram, 5)
        for person in people:
            person.says(QUESTION)
        waiting = list(world.updates)
        await all_answered(telegram, people)
        for _ in ("by the same process", "by the next"):
            next_id = world.last_update_id + 1
            world.renumber(waiting[0]["update_id"])
            for update in waiting:
                world.queue({key: value for key, value in update.items() if key != "update_id"})
            world.renumber(next_id)
            await telegram.private().asks(QUESTION)
            assert answered(telegram, people) == [1] * 5
            await telegram.stop_bot()
            await telegram.start_bot()


async def test_f33_one_poll_with_the_same_update_twice(telegram: Telegram) -> None:
    anna = telegram.private()
    anna.says(QUESTION)
    telegram.server.world._queue.append(telegram.server.world._queue[-1])
    assert await all_answered(telegram, [anna]) == [1]
    await telegram.private().asks(QUESTION)
    assert answered(telegram, [anna]) == [1]


async def test_telegram_goes_away_between_question_and_answer() -> None:
    async with Telegram.start() as telegram:
        anna = telegram.private()
        telegram.server.faults.always("sendMessage", refusal(500, "Internal Server Error"))
        anna.says(QUESTION)
        await telegram.until(lambda: "could not be reached with the answer" in log_of(telegram) or None, "all tries")
        telegram.server.faults.clear()
        assert "993" in (await anna.hears()).text

"""All cases through the real stack: the bot's process asks a Bot API server on this machine. Shares never fall again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.questions.cases import Case, dialogues, questions, rows
from tests.telegram import Telegram

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SHARES = {"questions_de.jsonl": 0.97, "questions_en.jsonl": 0.97, "mixed.jsonl": 0.95}
TURNS = {"followups_de.jsonl": 0.95, "followups_en.jsonl": 0.95}
QUIET = {"silent_de.jsonl": 0.995, "silent_en.jsonl": 0.995}
_TROUBLE_IN_LOG = re.compile(r"ERROR|Traceback")


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with Telegram.start() as started:
        yield started
        assert not started.refused()
        assert not [line for line in started.log if _TROUBLE_IN_LOG.search(line)]


def share_right(results: list[tuple[Case, list[str]]], wanted: float) -> None:
    wrong = [(case, mistakes) for case, mistakes in results if mistakes]
    told = "\n".join(f"  {case.id} {case.text[:90]!r}: {'; '.join(mistakes)[:160]}" for case, mistakes in wrong)
    share = 1 - len(wrong) / len(results)
    assert share >= wanted, f"{share:.1%} right, {wanted:.0%} wanted; wrong:\n{told}"


@pytest.mark.parametrize("name", SHARES)
async def test_questions_in_private(telegram: Telegram, name: str) -> None:
    results = []
    for case in questions(name):
        answer = await telegram.private(language=case.language).asks(case.text)
        results.append((case, case.mistakes(answer.text)))
    share_right(results, SHARES[name])


@pytest.mark.parametrize("name", TURNS)
async def test_follow_ups(telegram: Telegram, name: str) -> None:
    results = []
    for dialogue in dialogues(name):
        member = telegram.private(language=dialogue[0].language)
        results += [(case, case.mistakes((await member.asks(case.text)).text)) for case in dialogue]
    share_right(results, TURNS[name])


@pytest.mark.parametrize("name", QUIET)
async def test_group_talk_is_left_alone(telegram: Telegram, name: str) -> None:
    people = telegram.group("Verein", "Anna", "Bert", bot_reads_all=True)
    spoken = [row["text"] for row in rows(name)]
    for number, text in enumerate(spoken):
        people["Anna" if number % 2 else "Bert"].says(text)
    last = people["Anna"].says("/ports")
    answered = []
    while True:
        reply = await people["Anna"].hears()
        if reply.reply_to == last:
            break
        answered.append(reply.raw.get("reply_to_message", {}).get("text", reply.text))
    assert len(answered) <= len(spoken) * (1 - QUIET[name]), f"spoke unasked to {answered}"


async def test_hostile_input_does_no_harm(telegram: Telegram) -> None:
    member = telegram.private()
    for row in rows("hostile.jsonl"):
        member.says(row["text"][:4096])
    last = member.says("Welcher Port für IMAP beim Senden?")
    assert last
    while "587" not in (await member.hears()).text:
        pass

"""Many members who ask, and what they were answered; told by the server's journal, which no fault can fool."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.telegram import Member, Telegram

QUESTION = "welcher port für imap?"


def members(telegram: Telegram, count: int) -> list[Member]:
    """Give new members, each in a private chat."""
    return [telegram.private(f"Mitglied {number}") for number in range(count)]


def all_ask(people: Sequence[Member], times: int = 1, question: str = QUESTION) -> None:
    """Let all ask, in turn; does not wait."""
    for _ in range(times):
        for person in people:
            person.says(question)


def answers(telegram: Telegram, person: Member) -> list[str]:
    """Give what a member was sent, whether the bot learned that it arrived or not."""
    sent = telegram.server.journal.carried_out("sendMessage", person.chat.id)
    return [str(call.answer["result"]["text"]) for call in sent]


def answered(telegram: Telegram, people: Sequence[Member]) -> list[int]:
    """Give how many answers each got."""
    return [len(answers(telegram, person)) for person in people]


async def all_answered(telegram: Telegram, people: Sequence[Member], times: int = 1, seconds: float = 30.0) -> list[int]:
    """Wait until all have at least so many answers; gives how many they have."""

    def found() -> list[int] | None:
        counts = answered(telegram, people)
        return counts if min(counts) >= times else None

    try:
        counts: list[int] = await telegram.until(found, f"{times} answers for each of {len(people)}", seconds)
    except AssertionError as error:
        raise AssertionError(f"answers: {answered(telegram, people)}\n{error}") from None
    return counts


def log_of(telegram: Telegram) -> str:
    """Give all that the bot wrote."""
    return "".join(telegram.log)

"""Who asks in another language amid a guide is answered in it, page and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize(
    ("language", "on", "said", "answer", "step"),
    [
        ("en", "next", "wie heißt der server", "Der Server heißt", "Schritt"),
        ("de", "weiter", "wait, which port did you say?", "Ports for IMAP", "Step"),
        ("fr", "suivant", "welcher Port ist es?", "Ports für IMAP", "Schritt"),
    ],
)
async def test_the_page_below_an_answer_is_in_its_language(
    member: Chat, language: str, on: str, said: str, answer: str, step: str
) -> None:
    heard = await talk(member, f"/setup thunderbird imap | {on} | {said}", language)
    assert heard.startswith(answer)
    assert f"IMAP · {step} 2 " in heard
    assert f"IMAP · {step} 3 " in await talk(member, on, language), "and so it goes on"


@pytest.mark.parametrize("said", ["SSL?", "port", "server"])
async def test_a_word_that_every_language_has_changes_nothing(member: Chat, said: str) -> None:
    heard = await talk(member, f"welcher Port für IMAP? | /setup thunderbird imap | weiter | english please | {said}")
    assert "IMAP · Step 2 " in heard
    assert "Schritt" not in heard


async def test_a_label_in_another_language_is_only_quoted(member: Chat) -> None:
    assert "IMAP · Schritt 2 " in await talk(member, "/setup thunderbird imap | weiter | no add account button")

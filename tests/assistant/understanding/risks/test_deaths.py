"""Somebody died, and others need the mailbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "text",
    [
        "Meine Schwester ist gestorben, wie komme ich an ihre Mails?",
        "Unser Kassier ist letzte Woche gestorben.",
        "Wir brauchen das Passwort von meinem verstorbenen Onkel",
        "My grandmother passed away, what about her mailbox?",
    ],
)
def test_a_death_is_answered_with_care(assistant: Assistant, text: str) -> None:
    assert [intent.topic for intent in assistant.ask(text).intents] == ["bereavement"]


@pytest.mark.parametrize("text", ["Mein altes Handy ist gestorben", "My phone died", "Meine Frau hat gesagt, das Tablet ist tot"])
def test_a_device_that_died_is_no_death(assistant: Assistant, text: str) -> None:
    assert "bereavement" not in [intent.topic for intent in assistant.ask(text).intents]

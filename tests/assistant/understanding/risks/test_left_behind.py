"""A device that was left somewhere is a lost one, whatever else 'liegen lassen' and 'im Bus' sound like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.intent import Intent

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "tells",
    [
        "Ich hab mein Handy im Taxi vergessen",
        "Mein Laptop liegt noch im Hotel, kann da wer mitlesen?",
        "I left my phone on the bus, can anyone read my mail?",
    ],
)
def test_a_device_left_in_a_place_is_lost(assistant: Assistant, tells: str) -> None:
    assert assistant.ask(tells).intents == (Intent(topic="lost_device"),)


@pytest.mark.parametrize(
    ("says", "asks"),
    [
        ("Ich will die Mails am Handy auf dem Server liegen lassen", Intent(topic="leave_on_server")),
        ("Ich sitze im Bus und hab den Port vergessen", Intent(aspect="port")),
    ],
)
def test_mails_and_values_are_left_otherwise(assistant: Assistant, says: str, asks: Intent) -> None:
    assert assistant.ask(says).intents == (asks,)

"""In a network that others use as well, what may be read on the way decides whether a protocol can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.intent import Intent

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("asks", "subject"),
    [
        ("Kann ich im Hotel-WLAN POP nehmen?", "pop3"),
        ("Is pop risky on public wifi?", "pop3"),
        ("Kann ich IMAP im WLAN vom Café nutzen?", "imap"),
    ],
)
def test_whether_it_is_safe_there_is_asked_of_the_encryption(assistant: Assistant, asks: str, subject: str) -> None:
    assert assistant.ask(asks).intents == (Intent(aspect="encryption", subject=subject),)


@pytest.mark.parametrize(
    ("says", "topic"),
    [("Im Hotel-WLAN geht IMAP nicht", "trouble:network"), ("Im Hotel gibt es kein WLAN. Geht POP?", "offline")],
)
def test_a_network_that_fails_or_lacks_is_no_risk(assistant: Assistant, says: str, topic: str) -> None:
    assert assistant.ask(says).intents[0].topic == topic

"""Whether what a program shows is right is asked amid a guide: yes or no holds for the guide's protocol and the page's side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import STEP, THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize(
    ("language", "step", "way", "asks", "begins"),
    [
        ("en", 5, "imap", "is STARTTLS for incoming correct?", "No, "),
        ("en", 6, "imap", "STARTTLS is right here?", "Yes, that is right. Encryption: STARTTLS – IMAP"),
        ("en", 5, "imap", "sending without a password, possible?", "No, "),
        ("en", 6, "imap", "can I leave the encryption on none?", "No, "),
        ("de", 5, "pop3", "sicherheitstyp keine, stimmt das", "Ja, "),
        ("de", 5, "imap", "sicherheitstyp keine, stimmt das", "Nein, "),
        ("de", 5, "imap", "verbindungssicherheit SSL/TLS, passt das?", "Ja, das stimmt. Verschlüsselung: SSL/TLS – IMAP"),
        ("de", 5, "imap", "do steht STARTTLS, isch des recht?", "Nein, "),
        ("de", 6, "imap", "ist 465 auch ok", "Nein, "),
        ("de", 5, "pop3", "ist das verschlüsselt?", "Nein, POP3 ist hier nicht verschlüsselt."),
    ],
)
async def test_yes_or_no_is_that_of_the_guide(member: Chat, language: str, step: int, way: str, asks: str, begins: str) -> None:
    heard = await talk(member, at(step, f"/setup thunderbird {way}") + asks, language)
    assert heard.startswith(begins)
    assert f"{STEP[language]} {step} " in heard, "the page stays"


async def test_a_value_asked_for_has_neither(member: Chat) -> None:
    heard = await talk(member, at(5, THUNDERBIRD) + "welcher Port war das nochmal?")
    assert heard.startswith("Port 993 – IMAP")

"""'Which one' stands for the value named before; a server that wants it, or settings in which it stands, are not asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("asks", "begins"),
    [
        ("I have two passwords on my note. Which one does the mail server want?", "It is your password"),
        ("There are two user names on my list. Which does the outgoing server need?", "Your user name is"),
        ("Hier liegen zwei Kennwörter. Welches braucht der Postausgangsserver?", "Bei „Kennwort“"),
        ("Under the settings of the outgoing server there is a user name too. Which one do I enter?", "Your user name is"),
        ("Bei den Einstellungen vom Ausgang steht auch ein Benutzername. Welchen trage ich ein?", "Dein Benutzername ist"),
        ("Which server do I need for the password?", "The server is called"),
        ("What do I enter for the host name?", "The server is called"),
        ("Which port do we have for sending with IMAP? My answers never leave", "Port 587"),
        ("my replies stay here with IMAP, what port for sending?", "Port 587"),
    ],
)
def test_the_value_is_told(assistant: Assistant, asks: str, begins: str) -> None:
    assert said(assistant, asks).startswith(begins)


@pytest.mark.parametrize(
    ("asks", "begins"),
    [
        ("please give me all of the ports of the server", "Ports (incoming / outgoing): IMAP"),
        ("Which values for in and out with IMAP, incl. encryption?", "All settings IMAP"),
        ("Welche Werte für Ein- und Ausgang bei POP, inkl. Verschlüsselung?", "Alle Einstellungen POP3"),
        ("Everything for both account types, please", "All settings\n\nIMAP"),
        ("beide Protokolle nebeneinander, alles bitte", "Alle Einstellungen\n\nIMAP"),
        ("write me all that I have to type in the tablet", "All settings IMAP"),
        ("Only the encryption for IMAP incl. sending?", "Encryption: STARTTLS"),
    ],
)
def test_what_is_included_is_a_part_of_all(assistant: Assistant, asks: str, begins: str) -> None:
    assert said(assistant, asks).startswith(begins)


def test_who_tells_a_port_and_leaves_the_other_open_hears_the_other(assistant: Assistant) -> None:
    assert said(assistant, "IMAP 993 + ?").startswith("Port 587")
    assert said(assistant, "pop 110 and ?").startswith("Port 25")
    assert said(assistant, "587 auch?").startswith("Ja, das stimmt.")

"""What a program shows or proposes is read out: the answer begins with a yes or a no."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("c8.webspace-verkauf.de steht auf meinem Zettel, ist das der richtige Server?", "Nein"),
        ("is c7.webspace-verkauf.de the right server?", "No"),
        ("beim unteren Server auch c9.webspace-verkauf.de?", "Ja"),
        ("IMAP Eingang, Verbindungssicherheit steht auf Keine. Passt das?", "Nein"),
        ("incoming imap, encryption says none. is that alright?", "No"),
        ("POP3 Eingang, Verschlüsselung: keine, stimmt's?", "Ja"),
        ("POP without any encryption, is that okay?", "Yes"),
        ("braucht IMAP eine Verschlüsselung?", "Ja"),
        ("Für IMAP hab ich 939 beim Eingang stehen, is that the right number?", "Nein"),
        ("Steht bei euch beim IMAP-Eingang auch 993?", "Ja, das stimmt."),
        ("IMAP: muss da beim Ausgang 465 stehen?", "Nein"),
        ("Postausgang von IMAP mit STARTTLS, hab ich das recht verstanden?", "Ja, das stimmt."),
        ("imap eingang 993 eingstellt, isch des recht?", "Ja, das stimmt."),
        ("Verschlüsslung STARTTLS beim Ausgang von IMAP, richtig?", "Ja, das stimmt."),
        ("STARTTLS anstatt SSL beim Senden mit IMAP, stimmt das?", "Ja, das stimmt."),
        ("Outlook hat 993 für den IMAP-Eingang gefunden, ist das korrekt?", "Ja, das stimmt."),
        ("Outlook hat für den IMAP-Ausgang 465 ausgesucht, soll ich das ändern?", "Ja, in der Anleitung steht es anders."),
        ("Outlook hat für den IMAP-Ausgang 587 ausgesucht, muss ich das ändern?", "Nein, das ist richtig."),
        ("erst stand da 465, passt jetzt 587? IMAP", "Ja, das stimmt."),
        ("it says 25, but is 587 correct for sending with imap?", "Yes, that is right."),
        ("the user name is only my first name i guess?", "No"),
        ("soll ich das Passwort hier eingeben?", "Nein, bitte nicht"),
    ],
)
def test_who_reads_a_value_out_hears_first_whether_it_is_right(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    "says",
    [
        "Beim Eingang von IMAP steht 995. Was gehört da hin?",
        "Postausgang IMAP, da steht 465, was wäre denn richtig?",
        "143 oder 993 beim Eingang von IMAP, was ist richtig?",
        "Bei Verschlüsselung gibt es keine, SSL und STARTTLS, was nehme ich beim Ausgang von IMAP?",
    ],
)
def test_who_asks_what_is_right_hears_neither_yes_nor_no(assistant: Assistant, says: str) -> None:
    assert not said(assistant, says).startswith(("Ja", "Nein"))

"""Who asks for a moment, where a switch is, or whether something is so on the other side, in the midst of a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "pause", ["Moment", "Sekunde bitte", "Warte, ich hol mir einen Zettel", "Augenblick, ich such die Lesebrille"]
)
def test_a_moment_changes_nothing_of_what_is_talked_about(assistant: Assistant, pause: str) -> None:
    assert said(assistant, "Posteingangsserver bei POP?", pause).startswith("Kein Problem, ich warte.")
    assert said(assistant, "Posteingangsserver bei POP?", pause, "welcher Port war das?").startswith("Port 110 – POP3")


def test_who_goes_on_after_a_moment_is_heard(assistant: Assistant) -> None:
    assert said(assistant, "Ports für IMAP?", "Moment, ich hab ja POP").startswith("Ports für POP3")


@pytest.mark.parametrize("pause", ["Moment", "Moment, ich hol meine Lesebrille", "hold on, let me get a pen"])
def test_in_a_group_nobody_is_told_that_the_bot_waits(assistant: Assistant, pause: str) -> None:
    assert assistant.ask(pause, addressed=False).answer is None


def test_where_a_switch_is_depends_on_the_program(assistant: Assistant) -> None:
    told = "Kann POP die Mails auf dem Server lassen?"
    assert said(assistant, told, "und wo stell ich das ein?").startswith("Den Schalter findest du in deinem Mailprogramm")
    assert said(assistant, told, "und wo stell ich das ein?", "in Thunderbird").startswith("In Thunderbird:")


@pytest.mark.parametrize("asked", ["IMAP dann schon?", "und IMAP ist es?", "imap is though?"])
def test_whether_the_other_one_is_encrypted(assistant: Assistant, asked: str) -> None:
    assert said(assistant, "Ist POP verschlüsselt?", asked).startswith(("Ja, IMAP ist", "Yes, IMAP is"))


def test_whether_a_value_becomes_another_one(assistant: Assistant) -> None:
    assert said(assistant, "Ich will von POP auf IMAP", "Ändert sich der Port zum Senden?").startswith("Ja, da gibt es")
    assert said(assistant, "Ich will von POP auf IMAP", "Ändert sich der Server?").startswith("Nein, das ist dasselbe.")


def test_the_same_login_is_told_once(assistant: Assistant) -> None:
    told = said(assistant, "Anmeldung beim Postausgang, gleiche Daten wie beim Eingang? Was nehme ich als Benutzer?")
    assert told.startswith("Ja, auch beim Senden")
    assert told.count("vollständige E-Mail-Adresse") == 1


@pytest.mark.parametrize("asked", ["was muss beim ausgang rein bei imap", "was gehört beim smtp hin, ich hab imap"])
def test_a_protocol_named_behind_asks_for_no_explanation(assistant: Assistant, asked: str) -> None:
    assert said(assistant, asked).startswith("Postausgang mit IMAP")


@pytest.mark.parametrize("asked", ["und drunter bei E-Mail, welche?", "und daneben die E-Mail?"])
def test_the_field_underneath_is_that_of_the_address(assistant: Assistant, asked: str) -> None:
    assert said(assistant, "Was kommt bei Ihr Name rein?", asked).startswith("Deine E-Mail-Adresse endet auf")

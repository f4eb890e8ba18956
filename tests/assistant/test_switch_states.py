"""A switch that is on or off is read out: what it says decides about yes and no, not that 'SSL' is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("SSL ist beim Eingang aus, ich hab IMAP. Passt das?", "Nein"),
        ("da haken bei ssl is weg, des is imap posteingang, basst des?", "Nein"),
        ("ssl isch aus bei mir, imap eigang, isch des recht", "Nein"),
        ("Der Regler „SSL verwenden“ ist grau, also aus. IMAP Empfang. Stimmt das?", "Nein"),
        ("encryption is switched off for incoming imap, correct?", "No"),
        ("starttls is off for outgoing imap, correct?", "No"),
        ("IMAP Eingang, SSL ist an. stimmt das?", "Ja"),
        ("ssl for incoming imap is on, right?", "Yes"),
        ("Verschlüsselung beim Ausgang an, IMAP, richtig?", "Ja"),
        ("Der Haken bei SSL ist gesetzt, POP3. Ist das richtig?", "Nein"),
        ("Der Haken bei SSL ist nicht gesetzt, POP3. Ist das richtig?", "Ja"),
        ("SSL is ticked for incoming pop3, is that ok?", "No"),
        ("I have ssl off with pop3, is that right?", "Yes"),
        ("Beim Ausgang von IMAP ist SSL aus und STARTTLS an. Stimmt das?", "Ja"),
        ("Bei SSL ist der Haken draußen, ich hab IMAP. Muss der rein?", "Ja"),
        ("bei POP3 ist das Häkchen für SSL drin, soll das raus?", "Ja"),
        ("Bei POP ist ein Haken bei SSL drin, muss der weg?", "Ja"),
        ("Bei IMAP ist ein Haken bei SSL drin, muss der weg?", "Nein"),
        ("Haken bei SSL gesetzt, Konto mit POP, wieder raus damit?", "Ja"),
        ("Der Schieber für TLS ist an, IMAP Eingang. Muss der aus sein?", "Nein"),
        ("the SSL toggle is off, imap incoming. should it be on?", "Yes"),
        ("pop3: ssl tick is in, must it be out?", "Yes"),
        ("Bei IMAP ist SSL an, soll ich das ausschalten?", "Nein"),
        ("Bei IMAP ist SSL aus, muss ich das anschalten?", "Ja"),
        ("SSL ist bei POP aus, soll ich das einschalten?", "Nein"),
        ("Bei POP3 hat er SSL von allein angehakt, wieder abhaken?", "Ja"),
        ("with IMAP ssl is on, should I turn it off?", "No"),
        ("muss ich bei POP3 SSL anschalten?", "Nein"),
        ("muss ich bei POP3 SSL ausschalten?", "Ja"),
        ("soll i bei imap eingang ssl eischalta?", "Ja"),
        ("should I switch ssl on for imap incoming?", "Yes"),
        ("should i turn off ssl for imap?", "No"),
        ("Unter Verschlüsselung steht beim Ausgang von POP3 „Keine“, passt das?", "Ja"),
        ("bei Verschlüsselung steht beim IMAP-Ausgang jetzt Keine. Stimmt das?", "Nein"),
    ],
)
def test_the_state_of_a_switch_is_judged(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


def test_in_a_dialogue_too(assistant: Assistant) -> None:
    assert said(assistant, "Welcher Port für POP3, Eingang?", "und ssl aus?").startswith("Ja")
    assert said(assistant, "Welcher Port für IMAP, Eingang?", "und ssl dort an?").startswith("Ja")
    assert said(assistant, "incoming port for imap?", "and ssl off there?").startswith("No")


@pytest.mark.parametrize("says", ["SSL an oder aus bei IMAP Eingang?", "ssl on or off for incoming imap?"])
def test_who_leaves_it_open_hears_neither(assistant: Assistant, says: str) -> None:
    assert not said(assistant, says).startswith(("Ja", "Nein", "Yes", "No"))

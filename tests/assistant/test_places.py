"""Who names the program is told where a value stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant


def said(assistant: Assistant, *turns: str) -> str:
    """Give the plain text of the answer to the last of some messages of one person."""
    memory, told = None, ""
    for turn in turns:
        reply = assistant.ask(turn, memory=memory)
        memory, told = reply.memory, reply.answer.plain if reply.answer else ""
    return told


@pytest.mark.parametrize(
    ("says", "first", "place"),
    [
        ("Wo ändere ich in Outlook den Port für IMAP?", "Ports für IMAP: 993 ", "„Kontoeinstellungen“"),
        ("Wo finde ich in Thunderbird den Postausgangsserver?", "Postausgangsserver (SMTP): ", "„Postausgangs-Server“"),
        ("Where do I change the outgoing server on my iPhone?", "Outgoing mail server (SMTP): ", "“Mail Accounts”"),
        ("Ich hab K-9. Wo stelle ich die Verschlüsselung um?", "Verschlüsselung", "„E-Mails abrufen“"),
    ],
)
def test_beside_the_value_stands_where_it_is(assistant: Assistant, says: str, first: str, place: str) -> None:
    told = said(assistant, says)
    assert told.startswith(first)
    last = told.split("\n\n")[-1]
    assert last.startswith("💡 ")
    assert place in last


@pytest.mark.parametrize("says", ["Welcher Port für IMAP?", "Mein Absendername in Thunderbird?", "Passwort in Outlook?"])
def test_without_a_program_or_for_what_stands_elsewhere_no_place_is_told(assistant: Assistant, says: str) -> None:
    assert "💡" not in said(assistant, says)


@pytest.mark.parametrize(
    ("turns", "first", "place"),
    [
        (("imap port", "wo finde ich das in outlook?"), "Ports für IMAP: 993", "In Outlook"),
        (("imap port in outlook", "wo stell ich das ein?"), "Ports für IMAP: 993", "In Outlook"),
        (("was ist der postausgangsserver", "und wo in thunderbird?"), "Postausgangsserver (SMTP): ", "In Thunderbird"),
        (("wie wechsle ich zu imap?", "und wo in outlook?"), "Du kannst zu IMAP wechseln", "In Outlook"),
        (("what is the imap port", "where do i enter that on my iphone?"), "Ports for IMAP: 993", "On the iPhone"),
    ],
)
def test_where_that_is_asks_for_the_place_of_the_last_value(
    assistant: Assistant, turns: tuple[str, ...], first: str, place: str
) -> None:
    told = said(assistant, *turns)
    assert told.startswith(first)
    assert f"💡 {place}" in told


def test_where_that_is_without_a_program_offers_to_go_there_together(assistant: Assistant) -> None:
    assert said(assistant, "imap port", "wo stell ich das ein?").startswith("Gern, ich führe dich Schritt für Schritt")


def test_the_guide_offered_is_that_of_the_program(assistant: Assistant) -> None:
    answer = assistant.ask("imap port in thunderbird").answer
    assert answer is not None
    assert answer.actions[-1].target == "thunderbird.imap"

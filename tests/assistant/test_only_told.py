"""What members only tell asks for nothing, whatever it sounds like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "says",
    [
        "so, IMAP ist angeklickt",
        "IMAP läuft jetzt, ich bin froh",
        "ich mag nimmer",
        "vergiss es, ich rufe lieber an",
        "hab ich nicht gelesen, nochmal bitte",
    ],
)
def test_what_is_only_told_is_not_answered_as_a_question(assistant: Assistant, says: str) -> None:
    assert not assistant.ask(says).answered


@pytest.mark.parametrize(
    ("says", "asked"),
    [
        ("Server und Passwort sind drin, jetzt fehlt mir noch der Port", "port"),
        ("I did the server and password and now i'm stuck at port, imap incoming", "port"),
    ],
)
def test_of_several_values_only_the_one_left_open_is_told(assistant: Assistant, says: str, asked: str) -> None:
    assert [intent.aspect for intent in assistant.ask(says).intents] == [asked]


@pytest.mark.parametrize(
    ("says", "asked"),
    [
        ("Mum has POP3 set up on her PC and bins a mail there, does it vanish from my phone?", "sync"),
        ("With IMAP set up on my phone and my PC, are the same mails on both?", "devices"),
        ("Now that my tablet is set up with IMAP, where are the mails I sent?", "sent_mail"),
        ("There is IMAP on my phone, will my mails be on the laptop too?", "devices"),
        ("How do I get my phone set up with IMAP?", "setup"),
        ("I want IMAP set up on my tablet", "setup"),
    ],
)
def test_what_is_set_up_already_asks_for_no_guide(assistant: Assistant, says: str, asked: str) -> None:
    assert [intent.topic for intent in assistant.ask(says).intents] == [asked]


def test_a_cheer_that_is_like_nothing_known_is_no_question(assistant: Assistant) -> None:
    assert assistant.ask("juchhu").intents[0].topic == "thanks"
    assert assistant.ask("juchhu", addressed=False).answer is None

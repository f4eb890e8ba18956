"""What is asked of the server's name: a part left out, the hyphen in it, and whether it is another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        (["passt webspace-verkauf.de ohne das c9 vorne?"], "Nein"),
        (["Muss da imap. davor?"], "Nein, davor gehört nichts."),
        (["do I need smtp. in front of it?"], "No, nothing goes in front of it."),
        (["goht webspace-verkauf.de ohne c9 au als Server?"], "Nein"),
        (["is webspace-verkauf.de without c9 fine as the server?"], "No"),
        (["Wie heißt der Server?", "mit Strich dazwischen?"], "Ja"),
        (["Servername bitte", "ohne Bindestrich?"], "Nein"),
        (["what is the mail server?", "with a hyphen in it?"], "Yes"),
        (["Ist der Server beim Ausgang ein anderer?"], "Nein, es ist derselbe."),
        (["port for imap outgoing?", "does the server name differ?"], "No, it is the same one."),
    ],
)
def test_what_is_asked_of_it_is_answered_first(assistant: Assistant, turns: list[str], begins: str) -> None:
    told = said(assistant, *turns)
    assert told.startswith(begins)
    assert "c9.webspace-verkauf.de" in told


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("is it a scam that they want c9.webspace-verkauf.de from me?", "No, that is right."),
        ("is c9.webspace-verkauf.de legit?", "Yes, that is right."),
        ("c9.webspace-verkauf.de as the mail server, genuine or bogus?", "Yes, that is right."),
        ("is the server really c9.webspace-verkauf.de, correct? Not that it is a scam", "Yes, that is right."),
        ("should imap.gmail.com be the server, is that a real one?", "No, the instructions"),
        ("is webspace-verkauf.de a scam?", "No, the instructions"),
        ("never heard of c9.webspace-verkauf.de, is it ours?", "Yes, that is right."),
        ("can I leave the c9. away?", "No, the instructions"),
        ("ist c9.webspace-verkauf.de Abzocke?", "Nein, das ist richtig."),
        ("ist c9.webspace-verkauf.de seriös?", "Ja, das stimmt."),
        ("c9.webspace-verkauf.de, fehlt da was?", "Nein, das ist richtig."),
        ("c9.webspace-verkauf.de, is anything missing in front?", "No, that is right."),
        ("can I skip the c9 and only write webspace-verkauf.de", "No, the instructions"),
        ("Darf ich das c9 weglassen?", "Nein, in der Anleitung"),
        ("war es c9 oder c8 webspace-verkauf?", "Der Server heißt"),
        ("the c9 something address, could you post it again", "The server is called"),
        ("it shows c9 dot whatever, what comes after?", "The server is called"),
        ("webspace verkauf something, what was it exactly?", "The server is called"),
    ],
)
def test_whether_it_is_genuine_and_parts_of_it_are_asked_of_the_server(assistant: Assistant, asked: str, begins: str) -> None:
    told = said(assistant, asked)
    assert told.startswith(begins)
    assert "c9.webspace-verkauf.de" in told


def test_the_domain_that_is_doubted_is_that_of_the_address(assistant: Assistant) -> None:
    assert said(assistant, "is kolping-schoenau.de a scam?").startswith("No, that is right. Your email address ends with")


@pytest.mark.parametrize(
    "asked",
    [
        "ich hab eine Mail von c9.webspace-verkauf.de bekommen, ist das Betrug?",
        "is this email from mail.bank.com a scam?",
        "got a mail from kolping-schoenau.de, is it phishing?",
    ],
)
def test_whether_a_mail_is_genuine_is_asked_of_no_server(assistant: Assistant, asked: str) -> None:
    assert [intent.topic for intent in assistant.ask(asked).intents] == ["phishing"]


@pytest.mark.parametrize("asked", ["does the user name differ for sending?", "unterscheidet sich das Passwort fürs Senden?"])
def test_what_does_not_differ_for_sending_hears_no(assistant: Assistant, asked: str) -> None:
    assert said(assistant, asked).startswith(("No, for sending it is the same", "Nein, beim Senden ist es dasselbe"))


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("do the passwords for IMAP and POP differ?", "No, that is the same."),
        ("is the user name for IMAP and POP the same?", "Yes, that is the same."),
        ("brauch ich für POP ein anderes Passwort als für IMAP?", "Nein, das ist dasselbe."),
    ],
)
def test_both_protocols_have_the_same_login(assistant: Assistant, asked: str, begins: str) -> None:
    assert said(assistant, asked).startswith(begins)

"""English as it is spoken in many places, and as engineers write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("Whit's the ootgoin port fur IMAP?", "587"),
        ("Dinnae ken whit tae pit in fur the incoming server", "c9."),
        ("Ma mails are awa fae the server wi POP3. Can they no stay there?", "stay on the server"),
        ("Ma password's no workin, whit noo?", "The password is refused"),
        ("Are yous able to tell me the port for sending on IMAP?", "587"),
        ("What safety must I choose for receiving by IMAP?", "SSL/TLS"),
        ("When I cancel a mail on the phone with IMAP, it cancels also on the PC?", "on the other one too"),
        ("How many memory takes IMAP?", "storage space"),
        ("FQDN of the smarthost?", "c9."),
        ("Is the authcid the local part or the qualified address?", "full email address"),
        ("What envelope sender do I configure?", "Your email address ends with"),
        ("Which encryptings must I set for receiving by IMAP?", "SSL/TLS"),
        ("SMTP auth credentials, please?", "User name"),
        ("What's POP for, does anybody still use that?", "is a way of fetching emails"),
        ("POP or IMAP, what is more clever?", "Use IMAP"),
        ("Why does everyone say to use IMAP?", "Advantages of IMAP"),
        ("Welcher Port bei IMAP? Mein Deutsch not so good", "993"),
    ],
)
def test_each_is_understood(assistant: Assistant, asks: str, told: str) -> None:
    reply = assistant.ask(asks, client_language="de")
    assert reply.language == "en"
    assert reply.answer is not None
    assert told in reply.answer.plain


@pytest.mark.parametrize(
    ("asks", "begins"),
    [
        ("is it normal that POP isn't encrypted?", "Yes, POP3 is unencrypted"),
        ("is it right that IMAP isn't encrypted?", "No, IMAP is encrypted"),
        ("my user name shows up as treasurer, right?", "No"),
        ("and user name = my nickname?", "No"),
        ("is the outgoing server different from the receiving one?", "No, "),
        ("are the ports of POP3 different from those of IMAP?", "Yes, they differ"),
        ("please tell me the display name for a new treasurer", "For “Your name” enter"),
        ("can you see which number goes with STARTTLS?", "Encryption:"),
    ],
)
def test_yes_or_no_fits_the_question(assistant: Assistant, asks: str, begins: str) -> None:
    assert said(assistant, asks).startswith(begins)


def test_that_address_is_the_one_just_told(assistant: Assistant) -> None:
    assert said(assistant, "What is my email address?", "and I log in with that address?").startswith("Yes")


def test_where_they_are_asks_for_no_place(assistant: Assistant) -> None:
    assert said(assistant, "can pop leave them where they are").startswith("With POP3 emails stay on the server")


@pytest.mark.parametrize(
    ("asks", "language"),
    [
        ("welcher outgoing port bei imap? das tablet ist auf englisch gestellt", "de"),
        ("Bei mir steht alles auf Englisch. Was ist der outgoing server?", "de"),
        ("my laptop is in German: which port goes into Posteingang with IMAP?", "en"),
        ("my phone is in English, 'Server port' bei IMAP Posteingang?", "en"),
        ("Wie ist der Port für IMAP, bitte auf Englisch", "en"),
        ("Was ist der Unterschied? Bitte alles auf Englisch", "en"),
    ],
)
def test_what_a_device_is_set_to_asks_for_no_language(assistant: Assistant, asks: str, language: str) -> None:
    assert assistant.ask(asks, client_language="de").language == language

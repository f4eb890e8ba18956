"""How members come to a set-up, and what stays in mind on the way: a program once named, an offer taken, a mere sigh."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize(
    ("language", "said", "place"),
    [
        ("de", "ich nutze thunderbird | welcher port | wo trag ich das ein", "In Thunderbird: ☰"),
        (
            "de",
            "ich hab outlook | wie heißt der server | und welche verschlüsselung | wo kommt das hin?",
            "In Outlook (klassisch): „Datei“",
        ),
        ("en", "I use Outlook | which server | where do I enter it", "In Outlook (classic): “File”"),
    ],
)
async def test_a_program_once_named_is_where_the_values_stand(member: Chat, language: str, said: str, place: str) -> None:
    assert (await talk(member, said, language)).startswith(place)


async def test_how_to_do_it_in_a_program_is_no_set_up(member: Chat) -> None:
    heard = await talk(member, "werden mails gelöscht bei pop | kann man das verhindern | und wie geht das in outlook")
    assert "💡 In Outlook (klassisch)" in heard
    assert heard.startswith("Mit POP3 bleiben Mails auf dem Server")


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("de", "imap oder pop auf dem iphone | leg los", "Mail (iPhone / iPad)"),
        ("de", "imap oder pop auf dem iphone | ok imap", "Mail (iPhone / iPad) · IMAP · Schritt 1 "),
        ("de", "imap oder pop? | dann mal los", "Mailprogramm einrichten"),
        ("de", "ich nutze thunderbird | welcher port | fang an", "Thunderbird · IMAP · Schritt 1 "),
        ("de", "los geht's", "Mailprogramm einrichten"),
        ("en", "imap or pop on iphone | let's go", "Mail (iPhone / iPad)"),
        ("fr", "imap ou pop ? | on y va", "Configurer"),
    ],
)
async def test_what_was_advised_is_begun_in_a_word(member: Chat, language: str, said: str, title: str) -> None:
    assert title in await talk(member, said, language)


async def test_a_protocol_alone_asks_what_it_is(member: Chat) -> None:
    assert "Schritt 1" not in await talk(member, "imap oder pop auf dem iphone | imap")


@pytest.mark.parametrize("said", ["doch nicht", "nee doch nicht", "ach nein doch nicht"])
async def test_who_turns_back_begins_nothing(member: Chat, said: str) -> None:
    assert (await talk(member, f"outlook einrichten | {said}")).startswith("Abgebrochen")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "ich brauche hilfe mit der mail | >Ich will erst einrichten"),
        ("de", "brauch hilfe | nur einrichten"),
        ("en", "i need help with my e-mail | set it up"),
    ],
)
async def test_from_the_troubles_a_way_leads_to_the_set_up(member: Chat, language: str, said: str) -> None:
    asked = {"de": "Welches Programm benutzt du?", "en": "Which program do you use?"}[language]
    assert asked in await talk(member, said, language)


@pytest.mark.parametrize("said", ["mit mail", "mit mails", "wegen der mail", "die mail"])
async def test_mails_that_are_only_named_are_no_trouble_yet(member: Chat, said: str) -> None:
    heard = await talk(member, f"brauch hilfe | {said}")
    assert "Was klappt nicht?" in heard


@pytest.mark.parametrize("said", ["hm", "eh", "oh", "ah", "schade", "bruh", "puh puh", "🤔", "😂😂😂", "😭", "Tja …"])
async def test_a_mere_sigh_asks_for_nothing(member: Chat, said: str) -> None:
    assert await talk(member, f"Welcher Port für IMAP? | {said}") == (
        "Ich bin da. Ist etwas unklar, frag einfach noch einmal in anderen Worten."
    )


async def test_and_in_the_language_of_the_chat(member: Chat) -> None:
    assert (await talk(member, "which port? | eh", "en")).startswith("I am here.")


async def test_amid_a_guide_it_turns_no_page(member: Chat) -> None:
    assert "Schritt 2 " in await talk(member, "/setup outlook imap | weiter | 🤔")


async def test_a_language_asked_for_first_is_heard(member: Chat) -> None:
    assert (await talk(member, "auf deutsch bitte", "en")).startswith("Ich bin ein Bot")
    assert (await talk(member, "in english please")).startswith("I am a bot")

"""Who needs a moment, is back after one, or leaves a question: the guide and the tree stay where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import OUTLOOK, STEP, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

WAITS = {"de": "Kein Problem, ich warte", "en": "No problem, I will wait"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "moment"),
        ("de", "Moment bitte"),
        ("de", "warte kurz"),
        ("de", "eine Minute bitte"),
        ("de", "bin gleich zurück"),
        ("de", "muss kurz weg"),
        ("de", "mach ich"),
        ("de", "ups"),
        ("en", "hang on"),
        ("en", "give me a sec"),
        ("en", "I'll be right back"),
        ("en", "working on it"),
    ],
)
async def test_who_needs_a_moment_gets_it(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(4, OUTLOOK) + said, language)
    assert heard.startswith(WAITS[language])
    assert f"{STEP[language]} 4 " in heard


@pytest.mark.parametrize("said", ["moment", "bin gleich zurück", "sekunde"])
async def test_a_question_of_a_tree_waits_too(member: Chat, said: str) -> None:
    heard = await talk(member, f"ich kann nichts senden | {said}")
    assert heard.startswith(WAITS["de"])
    assert "Was passiert, wenn du eine Mail abschickst?" in heard


async def test_a_moment_is_no_question(member: Chat) -> None:
    assert await member.say("moment mal") == "Kein Problem, ich warte. Schreib einfach, wenn du so weit bist."
    assert "schneller" in await member.say("langsam"), "which names a subject"


@pytest.mark.parametrize(("language", "said"), [("de", "bin wieder da"), ("de", "so, bin zurück"), ("en", "i'm back")])
async def test_who_is_back_finds_the_page_again(member: Chat, language: str, said: str) -> None:
    assert f"{STEP[language]} 4 " in await talk(member, at(4, OUTLOOK) + said, language)


async def test_who_is_back_after_leaving_goes_on(member: Chat) -> None:
    assert "Schritt 4 " in await talk(member, at(4, OUTLOOK) + "muss weg, mach später weiter | bin wieder da")


async def test_who_is_back_finds_the_question_again(member: Chat) -> None:
    assert "Was passiert, wenn du" in await talk(member, "ich kann nichts senden | bin gleich zurück | bin wieder da")


@pytest.mark.parametrize(
    ("language", "said", "menu"),
    [
        ("de", "hilfe bei problemen | zurück", "Womit kann ich dir helfen?"),
        ("de", "zertifikat warnung | zurück | zruck", "Womit kann ich dir helfen?"),
        ("de", "/setup | zurück", "Womit kann ich dir helfen?"),
        ("en", "help with problems | back", "What can I help you with?"),
    ],
)
async def test_back_from_the_first_question_leads_to_the_menu(member: Chat, language: str, said: str, menu: str) -> None:
    assert await talk(member, said, language) == menu


@pytest.mark.parametrize("left", ["klappt nicht", "anderes programm"])
async def test_back_from_the_first_question_leads_to_the_step(member: Chat, left: str) -> None:
    assert "Schritt 4 " in await talk(member, at(4, OUTLOOK) + f"{left} | zurück")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "hat funktioniert"),
        ("de", "das hat funktioniert"),
        ("de", "so geht's"),
        ("de", "hat hingehauen"),
        ("en", "done that"),
        ("en", "that went well"),
    ],
)
async def test_what_worked_leads_on(member: Chat, language: str, said: str) -> None:
    assert f"{STEP[language]} 5 " in await talk(member, at(4, OUTLOOK) + said, language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "hab kein outlook"),
        ("de", "ich hab gar kein Outlook"),
        ("de", "das ist nicht outlook"),
        ("en", "i don't have outlook"),
    ],
)
async def test_who_has_not_got_the_program_chooses_another(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(4, OUTLOOK) + said, language)
    assert heard.startswith({"de": "Mailprogramm einrichten", "en": "Setting up a mail program"}[language])


async def test_who_has_another_program_gets_it(member: Chat) -> None:
    assert (await talk(member, at(4, OUTLOOK) + "hab kein outlook, sondern thunderbird")).startswith("Das ist Thunderbird")


async def test_who_has_not_got_another_program_stays(member: Chat) -> None:
    assert "Schritt 4 " in await talk(member, at(4, OUTLOOK) + "iphone hab ich nicht")


@pytest.mark.parametrize("said", ["kommt immer noch", "immer noch", "die kommt trotzdem"])
async def test_what_is_still_so_is_no_goodbye(member: Chat, said: str) -> None:
    heard = await talk(member, f"zertifikat warnung | nein | {said}")
    assert "Stimmen Datum und Uhrzeit" in heard


async def test_what_is_still_so_is_looked_into(member: Chat) -> None:
    assert (await talk(member, "welcher port für imap? | immer noch")).startswith("Hilfe bei Problemen")


async def test_it_works_ends_no_guide_where_none_is_open(member: Chat) -> None:
    assert (await member.say("hat funktioniert")).startswith("Gut!")


@pytest.mark.parametrize(("language", "said"), [("de", "einrichten"), ("en", "set up")])
async def test_set_up_is_no_end_and_no_repetition(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, f"welcher port für imap? | {said}", language)
    assert heard.startswith({"de": "Mailprogramm einrichten", "en": "Setting up a mail program"}[language])

"""Amid a guide: the device speaks another language, the steps are passed on, a break is made, the screen is read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import OUTLOOK, STEP, THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

IPHONE = "/setup iphone imap"


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", "mein handy is aber auf englisch eingestellt", "auf Englisch"),
        ("de", "bei mir steht alles auf englisch da", "auf Englisch"),
        ("de", "auf meinem handy ist alles türkisch", "Reihenfolge, Symbole und Werte"),
        ("en", "my phone is set to German", "in German"),
        ("en", "everything is in Polish here", "Order, symbols and values"),
    ],
)
async def test_a_device_in_another_language_keeps_the_step(member: Chat, language: str, said: str, heard: str) -> None:
    answer = await talk(member, f"{at(2, IPHONE, language)}{said}", language)
    assert heard in answer
    assert f"{STEP[language]} 2" in answer


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "kann ich die anleitung weiterleiten"),
        ("de", "wie kann ich das meinem mann schicken?"),
        ("en", "can I send these steps to a friend"),
        ("en", "how do I share this with my colleague?"),
    ],
)
async def test_the_steps_may_be_passed_on(member: Chat, language: str, said: str) -> None:
    answer = await talk(member, f"{at(2, THUNDERBIRD, language)}{said}", language)
    assert {"de": "Leite einfach meine Nachrichten weiter", "en": "just forward my messages"}[language] in answer
    assert f"{STEP[language]} 2" in answer


@pytest.mark.parametrize(
    ("language", "said", "step"),
    [
        ("de", "pause", 3),
        ("de", "wieviel kommt noch", 3),
        ("de", "welcher port | wo warn mir", 3),
        ("de", "ich mach morgen weiter | guten morgen | wo waren wir gestern", 3),
        ("en", "gotta go, later | ok I'm back", 3),
        ("en", "I'll continue tomorrow | hi, back again", 3),
    ],
)
async def test_after_a_break_it_goes_on_at_the_same_step(member: Chat, language: str, said: str, step: int) -> None:
    assert f"{STEP[language]} {step}" in await talk(member, f"{at(3, THUNDERBIRD, language)}{said}", language)


@pytest.mark.parametrize(
    ("language", "start", "said"),
    [
        ("de", THUNDERBIRD, "da steht manuell einrichten oder fertig"),
        ("de", OUTLOOK, "da steht rechts verbinden"),
        ("en", OUTLOOK, "it says connect on the right"),
        ("de", OUTLOOK, "der knopf ist nicht da"),
        ("en", OUTLOOK, "that button isn't there"),
    ],
)
async def test_what_the_screen_shows_opens_no_other_program(member: Chat, language: str, start: str, said: str) -> None:
    assert f"{STEP[language]} 3" in await talk(member, f"{at(3, start, language)}{said}", language)


@pytest.mark.parametrize(
    ("language", "said", "program"),
    [
        ("de", "die app mit dem roten m", "Gmail"),
        ("de", "s programm mit dem vogerl am pc", "Thunderbird"),
        ("en", "I use the one with the big red M", "Gmail"),
        ("en", "the one with the bird on my phone", "Thunderbird Android"),
    ],
)
async def test_a_program_is_told_by_its_icon(member: Chat, language: str, said: str, program: str) -> None:
    assert program in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", f"{THUNDERBIRD} | alles fertig | ja | danke | jetzt kann ich nix senden", "Was passiert"),
        ("en", "mail is super slow on my phone", "Where is it slow?"),
        ("en", "the mailbox is really slow on my iphone", "very slow"),
        ("en", "who is the webmaster | what's his email", "ask the webmaster"),
    ],
)
async def test_a_trouble_or_a_person_is_heard_as_that(member: Chat, language: str, said: str, heard: str) -> None:
    assert heard in await talk(member, said, language)

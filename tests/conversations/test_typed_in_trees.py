"""Words typed where a trouble or a program is to be chosen, through the real stack: they lead on, and not away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conversations.test_setup import hears_of

if TYPE_CHECKING:
    from tests.telegram import Member, Telegram

ASKED = {"de": "mein Passwort wird abgelehnt", "en": "my password is refused"}
NEVER = {"de": "Es hat noch nie geklappt", "en": "It has never worked"}
USER, TYPE = (
    {"de": "Meistens liegt es am Benutzernamen", "en": "Usually it is the user name"},
    {"de": "ein Zeichen eingeschlichen", "en": "a character has slipped in"},
)
NEXT = {"de": "Dann als Nächstes", "en": "Then this next"}


async def _at_remedy(telegram: Telegram, language: str) -> Member:
    member = telegram.private("Anna", language)
    await member.asks(ASKED[language])
    member.says(NEVER[language])
    await hears_of(member, USER[language])
    return member


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "de",
            [
                "ja das stimmt alles",
                "stimmt schon",
                "weiß nicht",
                "und jetzt?",
                "ok",
                "ja",
                "weiter",
                "hab ich schon gemacht",
            ],
        ),
        ("en", ["yes, that's right", "no idea", "now what?", "ok", "yes", "next", "I already did that"]),
    ],
)
async def test_after_a_remedy_what_says_tried_leads_to_the_next_one(telegram: Telegram, language: str, words: list[str]) -> None:
    for typed in words:
        member = await _at_remedy(telegram, language)
        member.says(typed)
        page = await hears_of(member, TYPE[language])
        assert NEXT[language] in page.text


@pytest.mark.parametrize(
    ("language", "words", "asks"),
    [
        ("de", ["fertig", "hab ich gemacht", "ja hab ich geändert"], "Klappt es jetzt?"),
        ("en", ["done", "I did that", "ok changed it"], "Does it work now?"),
    ],
)
async def test_whoever_has_done_it_is_asked_whether_it_works(
    telegram: Telegram, language: str, words: list[str], asks: str
) -> None:
    for typed in words:
        member = await _at_remedy(telegram, language)
        member.says(typed)
        await hears_of(member, asks)
        member.says({"de": "nein", "en": "no"}[language])
        await hears_of(member, TYPE[language])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ["das hilft nicht", "hat nicht geholfen", "geht immer noch nicht", "bringt nichts", "keine Änderung"]),
        ("en", ["that doesn't help", "didn't help", "still not working", "no change", "no luck"]),
    ],
)
async def test_what_did_not_help_leads_to_the_next_remedy(telegram: Telegram, language: str, words: list[str]) -> None:
    for typed in words:
        member = await _at_remedy(telegram, language)
        member.says(typed)
        await hears_of(member, TYPE[language])


async def test_beside_a_button_of_another_name_too(telegram: Telegram) -> None:
    anna = telegram.private("Anna")
    await anna.asks("meine Mails sind verschwunden")
    anna.says("nein, alle mit IMAP")
    await hears_of(anna, "Nur abonnierte Ordner")
    anna.says("geht immer noch nicht")
    await hears_of(anna, "Regeln")


@pytest.mark.parametrize(("language", "unsure", "said"), [("de", "weiß nicht", "Macht nichts"), ("en", "no idea", "Never mind")])
async def test_who_does_not_know_the_answer_is_led_on(telegram: Telegram, language: str, unsure: str, said: str) -> None:
    member = telegram.private("Anna", language)
    await member.asks(ASKED[language])
    member.says(unsure)
    assert USER[language] in (await hears_of(member, said)).text


@pytest.mark.parametrize(
    ("language", "works", "thanks", "menu"),
    [("de", "klappt jetzt", "danke", ("menü", "Womit kann ich")), ("en", "it works now", "thanks", ("menu", "What can I help"))],
)
async def test_out_of_the_tree_leads_what_asks_for_it(
    telegram: Telegram, language: str, works: str, thanks: str, menu: tuple[str, str]
) -> None:
    member = await _at_remedy(telegram, language)
    assert NEXT[language] not in (await member.asks(thanks)).text
    member.says(menu[0])
    await hears_of(member, menu[1])
    member = await _at_remedy(telegram, language)
    member.says(works)
    await hears_of(member, "🎉")


@pytest.mark.parametrize(
    ("language", "lost", "fails", "device", "other", "trouble"),
    [
        (
            "de",
            ["weiß nicht", "keine Ahnung", "ich weiß es nicht"],
            "klappt nicht",
            "Auf welchem Gerät",
            "Etwas anderes",
            "Was klappt nicht?",
        ),
        (
            "en",
            ["I don't know", "no idea"],
            "it doesn't work",
            "On which device",
            "Something else",
            "What does not work?",
        ),
    ],
)
async def test_who_cannot_choose_a_program_is_helped_to_find_out(
    telegram: Telegram, language: str, lost: list[str], fails: str, device: str, other: str, trouble: str
) -> None:
    for typed in lost:
        member = telegram.private("Anna", language)
        await member.asks("/setup")
        assert device in (await member.asks(typed)).text
    assert other in (await member.asks(lost[0])).text
    await member.asks("/setup")
    assert trouble in (await member.asks(fails)).text

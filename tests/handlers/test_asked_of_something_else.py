"""Questions amid a guide that nobody knows are none for help with its step; and a bare name is offered as the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import STEP, THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

UNKNOWN = {"de": "Das weiß ich leider nicht", "en": "Sorry, I do not know that", "fr": "Désolé, je ne sais pas"}
HELP = {"de": "Heißt etwas bei dir anders", "en": "If something has another name"}
HELPED = {"de": "schreib hilfe", "en": "write help", "fr": "écris aide"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "ist das teuer?"),
        ("de", "koscht des ebbes"),
        ("de", "kann ich denen vertrauen"),
        ("de", "wer steckt denn da dahinter"),
        ("de", "wann ist die nächste sitzung"),
        ("de", "regnet es morgen?"),
        ("de", "weißt du einen witz"),
        ("en", "can i trust those people"),
        ("en", "who invented this app"),
        ("en", "are you married"),
        ("en", "will my husband notice"),
        ("fr", "est-ce que c'est gratuit ?"),
    ],
)
async def test_what_nobody_knows_is_owned_up_to_and_the_step_stays(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(3, THUNDERBIRD, language) + said, language)
    assert heard.startswith(UNKNOWN[language])
    assert HELPED[language] in heard
    assert f"IMAP · {STEP[language]} 3 " in heard


async def test_it_is_no_help_that_was_given(member: Chat) -> None:
    await talk(member, at(3, THUNDERBIRD) + "ist das teuer? | wer hat das erfunden")
    assert HELP["de"] in await talk(member, "finde ich nicht"), "the first help, not another way"


async def test_before_the_address_too(member: Chat) -> None:
    heard = await talk(member, at(1, THUNDERBIRD) + "ist das teuer?")
    assert heard.startswith(UNKNOWN["de"])
    assert "Schritt 1 " in heard


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "wo ist denn das zahnrad"),
        ("de", "ist das der grüne knopf?"),
        ("de", "welche karte soll ich nehmen"),
        ("de", "kann ich nicht auswählen"),
        ("en", "is it the green button?"),
        ("en", "where is the arrow"),
        ("en", "which of the cards"),
    ],
)
async def test_what_is_asked_of_the_step_is_helped_with(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(3, THUNDERBIRD, language) + said, language)
    assert UNKNOWN[language] not in heard
    assert f"IMAP · {STEP[language]} 3 " in heard


@pytest.mark.parametrize(
    ("language", "step", "said", "asked"),
    [
        ("de", 2, "hinrich", "Ist hinrich@"),
        ("de", 3, "Hans", "Ist hans@"),
        ("de", 5, "Gudrun", "Ist gudrun@"),
        ("en", 2, "Gwendolyn", "Is gwendolyn@"),
    ],
)
async def test_a_bare_name_is_offered_as_the_address_where_none_was_given(
    member: Chat, language: str, step: int, said: str, asked: str
) -> None:
    heard = await talk(member, at(step, THUNDERBIRD, language) + said, language)
    assert heard.startswith(asked)
    assert f"IMAP · {STEP[language]} {step} " in heard
    taken = await talk(member, {"de": "ja", "en": "yes"}[language], language)
    assert f"{said.lower()}@" in taken
    assert f"IMAP · {STEP[language]} {step} " in taken


async def test_the_button_fills_it_in_on_the_same_step(member: Chat) -> None:
    heard = await talk(member, at(3, THUNDERBIRD) + "hinrich | >✓ hinrich@kolping-schoenau.de")
    assert "E-Mail-Adresse: hinrich@" in heard
    assert "Schritt 3 " in heard


async def test_no_takes_it_back(member: Chat) -> None:
    heard = await talk(member, at(3, THUNDERBIRD) + "hinrich | nein")
    assert "hinrich@" not in heard
    assert "Schritt 3 " in heard


@pytest.mark.parametrize("said", ["Kalender", "Verbindungssicherheit", "Menü"])
async def test_what_may_stand_on_the_screen_is_no_name(member: Chat, said: str) -> None:
    assert f"{said.lower()}@" not in await talk(member, at(2, THUNDERBIRD) + said)


async def test_who_gave_an_address_is_asked_for_none(member: Chat) -> None:
    assert "hinrich@" not in await talk(member, "/setup thunderbird imap | maria | weiter | hinrich | weiter")

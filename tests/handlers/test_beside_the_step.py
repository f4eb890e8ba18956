"""What is asked or told of a step itself: whether it is right so, may stay empty, is loading or not there. The step stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk
from tests.handlers.test_calm_in_guides import STEP, at

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

COMPARE = {"de": "Vergleiche:", "en": "Compare:"}
LEFT_OUT = {"de": "Die Felder, die hier stehen", "en": "Please fill in the fields"}
BUSY = {"de": "Lass ihm ein, zwei Minuten", "en": "Give it a minute"}
LATER = {"de": "jederzeit später", "en": "go on later at any time"}
HELP = {"de": "Heißt etwas bei dir anders", "en": "If something has another name"}


@pytest.mark.parametrize(
    ("language", "said", "answer"),
    [
        ("de", "stimmt das so?", COMPARE),
        ("de", "passt das so", COMPARE),
        ("de", "ist das richtig so", COMPARE),
        ("de", "hab ich das richtig gemacht", COMPARE),
        ("de", "isch des recht", COMPARE),
        ("de", "ok so?", COMPARE),
        ("de", "da steht schon was drin", COMPARE),
        ("de", "darf ich das leer lassen", LEFT_OUT),
        ("de", "kann ich das auslassen?", LEFT_OUT),
        ("de", "muss ich das ausfüllen", LEFT_OUT),
        ("de", "er sucht schon ganz lange", BUSY),
        ("de", "lädt noch", BUSY),
        ("de", "kann ich später weitermachen", LATER),
        ("de", "ist nicht da", HELP),
        ("de", "hat er nicht gefunden", HELP),
        ("en", "is that right", COMPARE),
        ("en", "is this ok?", COMPARE),
        ("en", "there's already something in it", COMPARE),
        ("en", "can i leave that empty", LEFT_OUT),
        ("en", "may i leave this blank", LEFT_OUT),
        ("en", "it's still loading", BUSY),
        ("en", "can i do this later", LATER),
        ("en", "it isn't there", HELP),
        ("en", "there's no mail there", HELP),
    ],
)
async def test_the_step_stays(member: Chat, language: str, said: str, answer: dict[str, str]) -> None:
    heard = await talk(member, at(4, language=language) + said, language)
    assert answer[language] in heard
    assert f"IMAP · {STEP[language]} 4 " in heard


async def test_who_began_in_words_is_not_thrown_back(member: Chat) -> None:
    begun = "thunderbird einrichten imap | weiter | weiter | weiter | "
    assert "Schritt 4 " in await talk(member, begun + "stimmt das so?")
    assert "Schritt 3 " in await talk(member, "letzter schritt bitte nochmal")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "falsch geklickt"),
        ("de", "ich hab auf das falsche geklickt"),
        ("en", "clicked wrong"),
        ("en", "i pressed the wrong thing"),
        ("en", "oops wrong one"),
    ],
)
async def test_who_pressed_the_wrong_thing_goes_back_a_step(member: Chat, language: str, said: str) -> None:
    assert f"{STEP[language]} 3 " in await talk(member, at(4, language=language) + said, language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "kann ich das abbrechen?"),
        ("de", "können wir aufhören"),
        ("en", "can i cancel this"),
        ("de", "ich mag das nicht mehr machen"),
    ],
)
async def test_who_asks_to_leave_leaves(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(4, language=language) + said, language)
    assert {"de": "Abgebrochen", "en": "Cancelled"}[language] in heard

"""What is asked or told of a step itself: whether it is right so, may stay empty, is loading or not there. The step stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import STEP, THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

COMPARE = {"de": "Vergleiche:", "en": "Compare:"}
LEFT_OUT = {"de": "Die Felder, die hier stehen", "en": "Please fill in the fields"}
BUSY = {"de": "Lass ihm ein, zwei Minuten", "en": "Give it a minute"}
LATER = {"de": "jederzeit später", "en": "go on later at any time"}
GREY = {"de": "Meist fehlt dann noch etwas", "en": "Usually something is still missing"}
MESSAGE = {"de": "Schreib mir die Meldung Wort für Wort", "en": "Write the message to me word for word"}
PERSON = {"de": "Frag gern den Webmaster", "en": "Feel free to ask the webmaster"}
TICK = {"de": "Setz die Haken so", "en": "Set the ticks"}
OTHER_PAGE = {"de": "Blättere hier", "en": "until a step fits your screen"}
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
        ("de", "heißt bei mir anders", HELP),
        ("de", "muss ich das machen?", LEFT_OUT),
        ("de", "der kringel dreht sich", BUSY),
        ("de", "programm hängt", BUSY),
        ("de", "es passiert nichts", BUSY),
        ("de", "weiter ist grau", GREY),
        ("de", "ich kann nicht auf weiter klicken", GREY),
        ("de", "der knopf reagiert nicht", GREY),
        ("de", "warum ist das grau?", GREY),
        ("de", "da kommt jetzt eine meldung", MESSAGE),
        ("de", "er zeigt einen fehler an", MESSAGE),
        ("de", "kann mir da jemand helfen?", PERSON),
        ("de", "soll ich den haken setzen?", TICK),
        ("de", "ich bin auf einer anderen seite", OTHER_PAGE),
        ("en", "is that right", COMPARE),
        ("en", "is this ok?", COMPARE),
        ("en", "there's already something in it", COMPARE),
        ("en", "can i leave that empty", LEFT_OUT),
        ("en", "may i leave this blank", LEFT_OUT),
        ("en", "it's still loading", BUSY),
        ("en", "can i do this later", LATER),
        ("en", "could i finish the rest tomorrow?", LATER),
        ("de", "darf ich das morgen fertigmachen?", LATER),
        ("de", "geht das auch später?", LATER),
        ("en", "it isn't there", HELP),
        ("en", "there's no mail there", HELP),
        ("en", "mine is called something else", HELP),
        ("en", "is this optional?", LEFT_OUT),
        ("en", "the wheel keeps turning", BUSY),
        ("en", "next is greyed out", GREY),
        ("en", "it won't let me continue", GREY),
        ("en", "a message popped up", MESSAGE),
        ("en", "can somebody help me", PERSON),
        ("en", "do i tick the box?", TICK),
        ("en", "i'm on another page now", OTHER_PAGE),
    ],
)
async def test_the_step_stays(member: Chat, language: str, said: str, answer: dict[str, str]) -> None:
    heard = await talk(member, at(4, THUNDERBIRD, language) + said, language)
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
    assert f"{STEP[language]} 3 " in await talk(member, at(4, THUNDERBIRD, language) + said, language)


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
    heard = await talk(member, at(4, THUNDERBIRD, language) + said, language)
    assert {"de": "Abgebrochen", "en": "Cancelled"}[language] in heard


@pytest.mark.parametrize(
    ("language", "said"), [("de", "ach so"), ("de", "ah jetzt versteh ich"), ("en", "understood"), ("en", "oh makes sense")]
)
async def test_who_has_understood_goes_on(member: Chat, language: str, said: str) -> None:
    assert f"{STEP[language]} 5 " in await talk(member, at(4, THUNDERBIRD, language) + said, language)


async def test_who_has_understood_the_help_does_the_step_first(member: Chat) -> None:
    heard = await talk(member, at(4, THUNDERBIRD) + "versteh ich nicht | ach so")
    assert "Hast du diesen Schritt gemacht" in heard
    assert "Schritt 4 " in heard
    assert "Schritt 5 " in await talk(member, "ja")


async def test_thanks_are_no_understanding(member: Chat) -> None:
    assert "Gern" in await talk(member, at(4, THUNDERBIRD) + "danke")


@pytest.mark.parametrize("said", ["gilt das auch für den Mac?", "ist das am mac auch so"])
async def test_a_device_that_the_guide_is_for_keeps_the_step(member: Chat, said: str) -> None:
    heard = await talk(member, at(4, THUNDERBIRD) + said)
    assert "dazu passt diese Anleitung" in heard
    assert "Schritt 4 " in heard


async def test_a_message_that_the_step_warns_of_is_no_new_trouble(member: Chat) -> None:
    heard = await talk(member, at(7, "/setup iphone imap") + "serveridentität kann nicht überprüft werden")
    assert heard.startswith("⚠️ Fragt das iPhone")
    assert "Schritt 7 " in heard


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("er will ein zertifikat", "Warnung zum Zertifikat"),
        ("senden dauert ewig", "Senden klappt nicht"),
        ("muss ich ssl anhaken", "SSL/TLS"),
    ],
)
async def test_a_thing_that_is_named_is_told_about(member: Chat, said: str, heard: str) -> None:
    assert heard in await talk(member, at(5, THUNDERBIRD) + said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "wie ändere ich den server später"),
        ("de", "wo sehe ich später meine gesendeten mails?"),
        ("de", "kann ich später noch zu pop3 wechseln?"),
        ("en", "how do i change the port later"),
        ("en", "can i add a second account later?"),
    ],
)
async def test_what_is_asked_of_a_later_time_is_no_pause(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(4, THUNDERBIRD, language) + said, language)
    assert LATER[language] not in heard
    assert f"IMAP · {STEP[language]} 4 " in heard

"""Answers in a member's own words to the questions of the club's trouble trees: each does what the fitting button does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

SOLVED = "🎉"


async def talked(chat: Chat, language: str, talk: str) -> str:
    """Write and press (`>`) one after the other; gives what the bot says to the last."""
    chat.language, heard = language, ""
    for turn in talk.split(" | "):
        heard = await (chat.press(turn[1:]) if turn.startswith(">") else chat.say(turn))
    return heard


@pytest.mark.parametrize(
    ("language", "talk", "hears"),
    [
        ("de", "/trouble | >Passwort | gestern ging es noch", "Passwort vor Kurzem geändert"),
        ("de", "/trouble | >Passwort | hat schon mal funktioniert", "Passwort vor Kurzem geändert"),
        ("de", "/trouble | >Passwort | bis gestern hat alles funktioniert", "Passwort vor Kurzem geändert"),
        ("de", "/trouble | >Passwort | seit dem Update geht es nicht", "Passwort vor Kurzem geändert"),
        ("en", "/trouble | >Password | it worked yesterday", "Was the password changed recently"),
        ("en", "/trouble | >Password | it always worked", "Was the password changed recently"),
        ("en", "/trouble | >Password | it used to be fine", "Was the password changed recently"),
        ("en", "/trouble | >Password | it worked before", "Was the password changed recently"),
        ("en", "/trouble | >Password | worked last week", "Was the password changed recently"),
        ("en", "/trouble | >Password | since yesterday it does not work", "Was the password changed recently"),
        ("fr", "/trouble | >Mot de passe | avant ça marchait", "changé récemment"),
        ("de", "/trouble | >Passwort | ich weiß es nicht mehr", "ein neues Passwort"),
        ("de", "/trouble | >Passwort | das hat noch nie funktioniert", "Benutzernamen"),
    ],
)
async def test_it_worked_before_is_no_success_but_the_button_that_says_so(
    member: Chat, language: str, talk: str, hears: str
) -> None:
    assert hears in await talked(member, language, talk)


@pytest.mark.parametrize(
    ("language", "talk", "first", "then"),
    [
        ("de", "/trouble | >keine Mails an | gestern ging es noch", "etwas geändert", "Fehlermeldung?"),
        ("de", "/trouble | >keine Mails an | bis gestern hat alles funktioniert", "etwas geändert", "Fehlermeldung?"),
        ("en", "/trouble | >do not arrive | it worked yesterday", "something has changed", "error message?"),
        ("fr", "/trouble | >Aucun mail | hier ça marchait encore", "quelque chose a donc changé", "message d'erreur"),
    ],
)
async def test_where_no_button_says_so_it_is_taken_note_of(member: Chat, language: str, talk: str, first: str, then: str) -> None:
    heard = await talked(member, language, talk)
    assert first in heard
    assert then in heard


@pytest.mark.parametrize(
    ("language", "talk", "hears"),
    [
        ("de", "/trouble | >Langsam | >Geht nur | daheim gehts", "Klappt unterwegs das übrige Internet"),
        ("de", "/trouble | >Langsam | >Geht nur | daheim gehts nicht", "Was klappt zu Hause nicht?"),
        ("de", "/trouble | >Langsam | >Geht nur | nur unterwegs", "Was klappt zu Hause nicht?"),
        ("en", "/trouble | >Slow | >Only at home | it works at home", "when you are away?"),
        ("en", "/trouble | >Slow | >Only at home | it does not work at home", "What does not work at home?"),
    ],
)
async def test_where_it_works_tells_where_it_does_not(member: Chat, language: str, talk: str, hears: str) -> None:
    assert hears in await talked(member, language, talk)


@pytest.mark.parametrize(
    ("language", "talk"),
    [
        ("de", "/trouble | >Passwort | >noch nie | jetzt geht es"),
        ("de", "/trouble | >Passwort | >noch nie | klappt"),
        ("de", "/trouble | >keine Mails an | es geht wieder"),
        ("en", "/trouble | >do not arrive | it works now"),
        ("en", "/trouble | >Password | >never worked | it works"),
    ],
)
async def test_it_works_now_is_a_success(member: Chat, language: str, talk: str) -> None:
    assert SOLVED in await talked(member, language, talk)


@pytest.mark.parametrize("talk", ["/trouble | >Passwort | >noch nie | gestern ging es noch"])
async def test_after_a_remedy_what_was_before_is_no_success(member: Chat, talk: str) -> None:
    heard = await talked(member, "de", talk)
    assert SOLVED not in heard
    assert "Benutzernamen" in heard


@pytest.mark.parametrize(
    ("language", "talk", "hears"),
    [
        ("de", "/trouble | >Langsam | >ewig | nur am pc", "gerade erst eingerichtet?"),
        ("de", "/trouble | >Langsam | >ewig | überall", "das übrige Internet langsam?"),
        ("de", "/trouble | >Langsam | >ewig | auf meinem Laptop", "gerade erst eingerichtet?"),
        ("en", "/trouble | >Slow | >forever | only on my pc", "just now?"),
        ("en", "/trouble | >Slow | >forever | everywhere", "rest of the internet slow"),
        ("fr", "/trouble | >Lent | >très lent | partout", "Internet est-il lent aussi"),
        ("fr", "/trouble | >Lent | >très lent | seulement sur mon ordinateur", "juste de configurer"),
        ("de", "/trouble | >Warnung | ja | ja | im hotel", "In Hotels und Cafés"),
        ("de", "/trouble | >Warnung | ja | ja | nur am handy", "Virenschutzprogramme"),
        ("en", "/trouble | >Certificate | yes | yes | in the hotel", "In hotels and cafés"),
        ("en", "/trouble | >Certificate | yes | yes | only on my phone", "virus scanners"),
        ("de", "/trouble | >Warnung | ja | stimmt nicht", "Datum und Uhrzeit auf „automatisch“"),
        ("de", "/trouble | >keine Mails an | >Nein, es kommt | senden geht", "noch ein anderes Gerät"),
        ("de", "/trouble | >keine Mails an | >Nein, es kommt | senden geht auch nicht", "ein Wert beim Posteingang"),
        ("en", "/trouble | >do not arrive | timeout", "Does any web page open"),
        ("de", "alles ist doppelt im postfach | ja | beide imap", "Dann reicht eines"),
        ("de", "alles ist doppelt im postfach | ja | eins pop eins imap", "Behalte IMAP"),
        ("en", "i have every mail twice | yes | both are imap", "Then one is enough"),
        ("de", "/trouble | >Spam | >kam zurück | >Abgelehnt | nur bei t-online", "t-online.de"),
        ("en", "/trouble | >Spam | >came back | mailbox full", "the other person has to tidy up"),
        ("en", "/trouble | >Spam | >came back | 550 5.1.1 user unknown", "recipient's address does not exist"),
        ("de", "/trouble | >nichts senden | die mails bleiben im postausgang hängen", "Steht dort Port 587"),
        ("en", "/trouble | >cannot send | they stay in the outbox", "Does it say port 587"),
        ("de", "/trouble | >nichts senden | zeitüberschreitung", "Steht dort Port 587"),
        ("de", "/trouble | >nichts senden | telekom speedport", "Port 587 mit STARTTLS ein"),
        ("de", "/trouble | >nichts senden | telekom speedport | geht immer noch nicht", "Welchen Router"),
        ("de", "/trouble | >Langsam | >spät | >Android | gmail", "Meistens bremst das Handy"),
        ("en", "/trouble | >Slow | >late | >Android | i use the gmail app", "slows the app down"),
        ("de", "gesendete mails fehlen | >Mit IMAP | thunderbird", "Kopien & Ordner"),
        ("de", "gesendete mails fehlen | >Mit IMAP | thunderbird am handy", "Gesendete Nachrichten hochladen"),
        ("de", "gesendete mails fehlen | >Mit IMAP | outlook", "Kopie speichern in"),
    ],
)
async def test_an_answer_in_own_words_presses_the_fitting_button(member: Chat, language: str, talk: str, hears: str) -> None:
    assert hears in await talked(member, language, talk)


@pytest.mark.parametrize(
    ("language", "talk", "hears"),
    [
        ("de", "/trouble | >nichts senden | welcher port?", "587"),
        ("de", "/trouble | >nichts senden | welcher port", "587"),
        ("de", "/trouble | >Warnung | wie heißt der server", "Der Server heißt"),
        ("de", "/trouble | >Langsam | >ewig | mail am handy einrichten", "Schritt für Schritt"),
        ("de", "gesendete mails fehlen | >Mit IMAP | thunderbird einrichten", "Das ist Thunderbird am PC"),
    ],
)
async def test_a_question_is_answered_all_the_same(member: Chat, language: str, talk: str, hears: str) -> None:
    assert hears in await talked(member, language, talk)


async def test_what_is_denied_presses_nothing(member: Chat) -> None:
    heard = await talked(member, "de", "/trouble | >Langsam | >ewig | nicht am pc")
    assert "gerade erst eingerichtet?" not in heard


@pytest.mark.parametrize(
    ("language", "talk", "hears"),
    [
        ("de", "/trouble | >nichts senden | >kommt zurück", "Was steht dort am ehesten?"),
        ("de", "/trouble | >keine Mails an | >Nein, es kommt | ja | nein | >Absender | >Ja, voll", "Benutzt du IMAP oder POP3?"),
        ("de", "/trouble | >Spam | >kam zurück | >Postfach voll", "Der andere muss erst aufräumen"),
        ("en", "/trouble | >cannot send | >comes back", "Look at the returned email"),
    ],
)
async def test_a_button_leads_into_the_midst_of_another_tree(member: Chat, language: str, talk: str, hears: str) -> None:
    """What was just told is not asked again."""
    assert hears in await talked(member, language, talk)


@pytest.mark.parametrize(
    ("talk", "is_remedy"),
    [
        ("alles ist doppelt im postfach | ja", False),
        ("meine mails sind verschwunden | weiß nicht", False),
        ("/trouble | >nichts senden | >im Postausgang | >Wo sehe", False),
        ("meine mails sind verschwunden | >alle mit IMAP | >Nichts gefunden", True),
        ("/trouble | >Langsam | >Geht nur | >Zu Hause | >Nur das Senden", True),
    ],
)
async def test_only_under_a_remedy_stands_that_it_works_now(member: Chat, talk: str, is_remedy: bool) -> None:
    await talked(member, "de", talk)
    assert ("✅ Jetzt klappt es" in member.buttons()) is is_remedy


@pytest.mark.parametrize(
    ("language", "talk", "hint", "move"),
    [
        ("de", "/trouble | >Passwort | >Klartext", "Das gilt für IMAP", "Zu IMAP umziehen"),
        ("en", "/trouble | >Password | >plaintext", "This is for IMAP", "Move to IMAP"),
        ("fr", "/trouble | >Mot de passe | >en clair", "Cela vaut pour IMAP", "Passer à IMAP"),
        ("de", "/trouble | >Langsam | >Geht nur | >Unterwegs | >nur die Mail", "Das gilt für IMAP", "Zu IMAP umziehen"),
    ],
)
async def test_values_for_imap_say_so_and_lead_those_with_pop3_there(
    member: Chat, language: str, talk: str, hint: str, move: str
) -> None:
    assert hint in await talked(member, language, talk)
    await member.press(move)
    assert "IMAP" in member.text.split("\n")[0]


@pytest.mark.parametrize(
    ("language", "hears"), [("de", "Was klappt nicht?"), ("en", "What does not work?"), ("fr", "Qu'est-ce qui")]
)
async def test_problem_is_a_word_of_several_languages(member: Chat, language: str, hears: str) -> None:
    assert hears in await talked(member, language, "/problem")

"""Words that steer a guide: another way or language amid it, a step by its number, back into it, and what it is done on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import OUTLOOK, STEP, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

LANGUAGES = ["de", "en", "fr"]


@pytest.mark.parametrize(
    ("language", "way", "said"),
    [
        ("en", "imap", "switch to pop3 please"),
        ("en", "pop3", "actually can we do imap instead"),
        ("en", "pop3", "can we do imap instead?"),
        ("en", "pop3", "I think imap is better"),
        ("en", "pop3", "sorry, i'd prefer imap after all"),
        ("en", "pop3", "change to imap"),
        ("de", "pop3", "nein imap ist doch besser"),
        ("de", "pop3", "kann ich doch imap nehmen?"),
        ("de", "pop3", "können wir zu imap wechseln"),
        ("de", "pop3", "ich glaub imap wär besser"),
        ("de", "pop3", "bitte auf imap umstellen"),
        ("de", "pop3", "hanoi, doch liaber imap"),
        ("de", "imap", "ich hätte doch lieber pop3"),
        ("de", "pop3", "stell um auf imap"),
        ("de", "pop3", "nicht pop3, sondern imap"),
        ("de", "imap", "i mecht liaber pop3"),
        ("en", "pop3", "could we use imap rather than pop3"),
        ("fr", "pop3", "on peut plutôt faire imap"),
    ],
)
async def test_a_change_of_mind_is_followed(member: Chat, language: str, way: str, said: str) -> None:
    other = {"imap": "POP3", "pop3": "IMAP"}[way]
    heard = await talk(member, at(3, f"/setup thunderbird {way}") + said, language)
    assert f"Thunderbird · {other} · {STEP[language]} 1 " in heard


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("pop3", "ist imap besser"),
        ("pop3", "ist imap doch besser?"),
        ("pop3", "warum ist imap besser"),
        ("pop3", "wie kann ich später zu imap wechseln"),
        ("imap", "kann ich auch pop3 nehmen?"),
        ("imap", "nicht pop3"),
        ("imap", "was pop3 right?"),
        ("imap", "kein pop3 bitte"),
        ("imap", "was ist besser, pop3 oder imap?"),
    ],
)
async def test_a_question_is_no_change_of_mind(member: Chat, way: str, said: str) -> None:
    heard = await talk(member, at(3, f"/setup thunderbird {way}") + said)
    assert any(f"Thunderbird · {way.upper()} · {step} 3 " in heard for step in STEP.values())


@pytest.mark.parametrize(("language", "said"), [("en", "no wait, imap was right"), ("de", "nein, imap war schon richtig")])
async def test_who_wants_the_way_in_hand_stays_on_the_page(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(3, OUTLOOK) + said, language)
    assert {"de": "es bleibt bei IMAP", "en": "it stays with IMAP"}[language] in heard
    assert f"{STEP[language]} 3 " in heard


@pytest.mark.parametrize(
    ("language", "said", "wanted"),
    [
        ("de", "english please", "en"),
        ("de", "auf englisch", "en"),
        ("de", "Kannst du Englisch?", "en"),
        ("de", "can we do this in english please?", "en"),
        ("de", "sprichst du auch englisch", "en"),
        ("de", "I don't speak German", "en"),
        ("de", "en français", "fr"),
        ("en", "deutsch", "de"),
        ("en", "auf deutsch bitte", "de"),
        ("en", "can you speak german?", "de"),
        ("en", "bitte wieder auf deutsch", "de"),
        ("fr", "english", "en"),
    ],
)
async def test_another_language_keeps_the_place(member: Chat, language: str, said: str, wanted: str) -> None:
    way = at(5, "/setup outlook pop3 | maier")
    assert f" · POP3 · {STEP[wanted]} " in await talk(member, way + said, language)
    heard = await talk(member, "weiter", language)
    assert f" · POP3 · {STEP[wanted]} 7 " in heard, "and goes on in it"


@pytest.mark.parametrize(
    ("before", "said", "heard"),
    [
        ("/setup thunderbird", "english", "How should your emails be fetched?"),
        ("/setup", "in english please", "Which program do you use?"),
        ("ich kann nichts senden", "english", "What happens when you send an email?"),
        ("welcher port bei imap?", "english", "Ports for IMAP"),
        ("/setup outlook imap | geht nicht", "english", "What does not work?"),
        ("/setup | pop | welche einstellungen brauch ich", "english", "All settings POP3"),
    ],
)
async def test_what_is_open_or_was_answered_comes_in_it_too(member: Chat, before: str, said: str, heard: str) -> None:
    assert heard in await talk(member, f"{before} | {said}")


@pytest.mark.parametrize(
    ("start", "number", "said", "heard"),
    [
        ("iphone", 2, "ich hab ios 16", "Dann gilt bei dir:\n• iOS 14 bis 17"),
        ("iphone", 2, "iphone mit ios 26", "• iOS 18 und neuer"),
        ("iphone", 2, "ios 9", "• noch älter"),
        ("iphone", 2, "ich habe ein ipad", "dazu passt diese Anleitung"),
        ("iphone", 2, "ich habe ein iphone 13 mit ios 17.5", "• iOS 14 bis 17"),
        ("iphone", 2, "iphone 12", "dazu passt diese Anleitung"),
        ("iphone", 2, "ich hab ein ipad air", "dazu passt diese Anleitung"),
        ("thunderbird", 3, "meine version ist 128", "dazu passt diese Anleitung"),
        ("thunderbird", 3, "ich hab thunderbird version 115", "dazu passt diese Anleitung"),
        ("thunderbird", 3, "ich benutze windows 11", "dazu passt diese Anleitung"),
        ("thunderbird", 1, "win11", "dazu passt diese Anleitung"),
        ("thunderbird", 3, "i hob an laptop mit linux", "dazu passt diese Anleitung"),
        ("outlook", 4, "ich hab outlook 2016", "dazu passt diese Anleitung"),
        ("outlook neu", 4, "ich hab outlook", "dazu passt diese Anleitung"),
        ("gmail", 3, "android 14", "dazu passt diese Anleitung"),
    ],
)
async def test_what_the_guide_is_for_anyway_is_news_and_no_start(
    member: Chat, start: str, number: int, said: str, heard: str
) -> None:
    said = await talk(member, at(number, f"/setup {start} imap") + said)
    assert heard in said
    assert f"Schritt {number} " in said


@pytest.mark.parametrize("left", ["", "abbrechen | "])
@pytest.mark.parametrize(("step", "heard"), [("0", "Schritt 1 "), ("3", "Schritt 3 "), ("99", "Alle Werte auf einen Blick")])
async def test_a_step_that_is_not_there_is_the_nearest(member: Chat, left: str, step: str, heard: str) -> None:
    assert heard in await talk(member, at(2, OUTLOOK) + f"{left}schritt {step}")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("ich hab das neue outlook", "Outlook (neu)"),
        ("neues", "Outlook (neu)"),
        ("die neue version", "Outlook (neu)"),
        ("nein doch gmail", "Gmail-App (Android)"),
        ("falsches programm", "Welches Programm benutzt du?"),
        ("that's the wrong app", "Welches Programm benutzt du?"),
        ("mein mac", "Mails lesen auf: Mac"),
        ("ich hab ein iphone", "Mail (iPhone / iPad)"),
        ("aufm handy", "Outlook-App (Handy)"),
        ("hanoi, i moin aufm Händi", "Outlook-App (Handy)"),
        ("i mean on my phone", "Outlook-App (Handy)"),
    ],
)
@pytest.mark.parametrize("number", [1, 3])
async def test_another_program_or_device_leads_there(member: Chat, said: str, heard: str, number: int) -> None:
    assert heard in await talk(member, at(number, OUTLOOK) + said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "weitermachen"),
        ("de", "Weitermachen"),
        ("de", "mach weiter"),
        ("de", "weiter"),
        ("de", "ja weiter"),
        ("de", "zurück zur anleitung"),
        ("de", "schritt 3"),
        ("en", "continue"),
        ("en", "go on"),
        ("en", "back to the guide"),
        ("fr", "continuer"),
    ],
)
async def test_a_guide_that_was_just_left_is_gone_on_with_at_once(member: Chat, language: str, said: str) -> None:
    assert f"IMAP · {STEP[language]} 3 " in await talk(member, at(3, OUTLOOK) + f"abbrechen | {said}", language)


async def test_after_leaving_an_ok_starts_nothing_again(member: Chat) -> None:
    assert "Schritt" not in await talk(member, at(3, OUTLOOK) + "abbrechen | ok")


@pytest.mark.parametrize(
    ("said", "heard"), [("doch lieber pop3", "POP3 · Schritt 1 "), ("doch lieber imap", "IMAP · Schritt 3 ")]
)
async def test_after_leaving_a_change_of_mind_opens_it_again(member: Chat, said: str, heard: str) -> None:
    assert heard in await talk(member, at(3, OUTLOOK) + f"abbrechen | {said}")


@pytest.mark.parametrize(
    "tree", ["kann keine verbindung herstellen", "geht nicht", "ich kann nichts senden", "geht nicht | senden"]
)
@pytest.mark.parametrize("said", ["zurück zur anleitung", "weiter mit der anleitung", "zurück zu schritt 3", "back to the guide"])
async def test_from_a_tree_words_lead_back_into_the_guide(member: Chat, tree: str, said: str) -> None:
    assert "IMAP · Schritt 3 " in await talk(member, at(3, OUTLOOK) + f"{tree} | {said}")


@pytest.mark.parametrize(
    ("language", "said", "number"),
    [
        ("de", "zurück zu schritt 2", 2),
        ("de", "nochmal schritt 1", 1),
        ("de", "zum zweiten schritt", 2),
        ("de", "geh zu schritt 6", 6),
        ("de", "i bin bei schritt 3", 3),
        ("en", "go back to step 1", 1),
        ("en", "show me step 2 again", 2),
        ("en", "back to the second step", 2),
        ("fr", "retour à l'étape 2", 2),
    ],
)
async def test_a_step_is_found_by_its_number(member: Chat, language: str, said: str, number: int) -> None:
    assert f"IMAP · {STEP[language]} {number} " in await talk(member, at(4, OUTLOOK) + said, language)


async def test_a_step_that_is_not_there_is_the_last_page(member: Chat) -> None:
    assert "Alle Werte" in await talk(member, at(4, OUTLOOK) + "schritt 20")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "wie viele schritte noch"),
        ("de", "wie lange dauert das noch?"),
        ("de", "wie weit bin ich"),
        ("en", "how many steps left?"),
        ("en", "how much longer"),
    ],
)
async def test_how_far_it_still_is(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(4, OUTLOOK) + said, language)
    assert {"de": "Das ist Schritt 4 von 9", "en": "This is step 4 of 9"}[language] in heard
    assert f"IMAP · {STEP[language]} 4 " in heard


async def test_how_far_it_was_is_told_after_leaving_too(member: Chat) -> None:
    assert "Schritt 4 von 9. Weitermachen?" in await talk(member, at(4, OUTLOOK) + "abbrechen | wie viele schritte noch")


async def test_without_a_guide_there_is_none_to_go_back_to(member: Chat) -> None:
    heard = await talk(member, "kann keine verbindung herstellen | zurück zur anleitung")
    assert heard.startswith("Gerade läuft keine Anleitung")


@pytest.mark.parametrize("said", ["wie lautet meine adresse", "welche adresse muss da rein"])
async def test_a_question_turns_no_page(member: Chat, said: str) -> None:
    heard = await talk(member, at(3, OUTLOOK) + said)
    assert "endet auf" in heard
    assert "IMAP · Schritt 3 " in heard

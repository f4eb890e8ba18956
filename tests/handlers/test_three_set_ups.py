"""Members who set a program up and type: they ask why, tell stories, give half an address, and lose the thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

GMAIL, IPHONE = "/setup gmail imap", "/setup iphone imap"
REMEDY = "senden geht nicht | Relaying denied"


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", "senden geht nicht | hab's gändert", "schreib geht wieder"),
        ("en", "sending doesn't work | i changed it", "write works again"),
        ("de", "senden geht nicht | geht immer no ned", "Dann suchen wir weiter"),
        ("fr", "je ne peux rien envoyer | ça ne marche toujours pas", "on continue à chercher"),
        ("de", "senden geht nicht | da steht jetzt was anderes", "Wort für Wort, was jetzt dasteht"),
        ("de", f"{REMEDY} | jetzt kommt eine andere Fehlermeldung", "Wort für Wort, was jetzt dasteht"),
        ("en", "sending doesn't work | relaying denied | now it says something else", "word for word what it says now"),
        ("de", "senden geht nicht | was heißt denn Fehlermeldung", "ist der Text, den dein Mailprogramm zeigt"),
        ("en", "sending doesn't work | which message do you mean", "is the text that your mail program shows"),
        ("de", f"{REMEDY} | jetzt kommt Zeitüberschreitung", "Beim Senden liegt das meistens am Port"),
        ("de", f"{REMEDY} | Server unterstützt kein SSL", "Steht dort Port 587"),
        ("en", "sending doesn't work | relaying denied | server does not support TLS", "Does it say port 587"),
    ],
)
async def test_amid_a_trouble_the_place_is_kept(member: Chat, language: str, said: str, hears: str) -> None:
    assert hears in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", f"{REMEDY} | am PC gehts", "Dann sind dein Postfach und der Server in Ordnung"),
        ("de", "senden geht nicht | am iPhone | jetzt am Laptop probiert, da klappts", "Dann sind dein Postfach und der Server"),
        ("en", "sending doesn't work | outlook | on my phone it works", "then your mailbox and the server are fine"),
        ("de", f"{REMEDY} | am PC gehts | am Handy aber ned", "schreib klappt, sonst hilft nicht"),
        ("de", "senden geht nicht | am Handy aber nicht", "Gut zu wissen!"),
        ("de", "senden geht nicht | am iPhone | jetzt gehts am Handy", "🎉"),
        ("en", "sending doesn't work | relaying denied | I changed it | it works, thank you", "🎉"),
        ("de", f"{REMEDY} | hab's umgestellt | klappt, dank dir", "🎉"),
        ("de", "senden geht nicht | >Etwas anderes | ja | nein | nein | am Handy gehts", "Geht nur daheim oder nur unterwegs"),
    ],
)
async def test_where_it_works_tells_that_the_mailbox_is_fine(member: Chat, language: str, said: str, hears: str) -> None:
    assert hears in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", f"{GMAIL} | ja also nur anni", "Ist anni@"),
        ("de", f"{at(2, THUNDERBIRD)}gerlinde huber", "Ist es gerlinde.huber@"),
        ("en", f"{at(2, THUNDERBIRD, 'en')}gerlinde huber | yes", "Filled in: gerlinde.huber@"),
        ("de", f"{at(2, GMAIL)}warum", "wer du bist und wo deine Mails liegen"),
        ("de", f"{at(3, GMAIL)}ja warum denn des", "wer du bist und wo deine Mails liegen"),
        ("en", f"{at(2, IPHONE, 'en')}why do you need that", "who you are and where your emails are"),
        ("de", f"{at(2, GMAIL)}und warum ned pop", "Nachteil von POP3"),
        ("en", f"{at(1, THUNDERBIRD, 'en')}is thunderbird free | next | why", "who you are and where your emails are"),
        ("en", f"{at(7, IPHONE, 'en')}it's green ticks now", "Step 8 "),
        ("de", f"{at(7, IPHONE)}jetzt sind überall grüne Häkchen", "Schritt 8 "),
        ("de", f"{at(7, IPHONE)}er überprüft schon ewig", "Lass ihm ein, zwei Minuten"),
        ("en", f"{at(3, IPHONE, 'en')}cannot verify server identity | back to the guide please", "Step 3 "),
        ("de", f"{at(3, GMAIL)}wo war ma denn", "Schritt 3 "),
        ("de", f"{at(5, GMAIL)}warum wui der mei passwort wissen", "meldet sich dein Mailprogramm beim Server an"),
        ("en", f"{at(5, GMAIL, 'en')}why does it want my password?", "your mail program logs in to the server"),
        ("de", f"{at(3, GMAIL)}so bin wieder do", "Schritt 3 "),
    ],
)
async def test_amid_a_guide_the_step_is_kept(member: Chat, language: str, said: str, hears: str) -> None:
    assert hears in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", "mailprogramm einrichten | am pc | da ist so ein blaues Symbol mit O", "Outlook (klassisch)"),
        ("de", "outlook einrichten | neu steht drauf", "Outlook (neu)"),
        ("en", "set up outlook | the one with the gear on the top right", "Outlook (new)"),
        ("de", "outlook einrichten | das mit dem Zahnrad rechts oben", "Outlook (neu)"),
        ("en", "set up my mail | on a computer | is thunderbird free", "Thunderbird is free"),
        ("en", "set up outlook | what's the difference | what is smtp | imap then", "Step 1 "),
    ],
)
async def test_before_a_guide_the_program_is_told_in_own_words(member: Chat, language: str, said: str, hears: str) -> None:
    assert hears in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("en", "emails turn up late on my phone", "Emails arrive late"),
        ("en", "my mails vanish on my tablet", "Emails have vanished"),
        ("en", "i want my mail on my phone", "Which program do you use?"),
        ("de", "alles ist langsam", "Alles ist sehr langsam"),
        ("en", "everything is so slow", "Where is it slow?"),
        ("de", "ist imap langsam", "IMAP ist beim Öffnen schneller"),
    ],
)
async def test_where_something_fails_is_no_wish_to_set_it_up_there(member: Chat, language: str, said: str, hears: str) -> None:
    assert hears in await talk(member, said, language)

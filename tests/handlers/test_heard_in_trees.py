"""What members tell or ask amid a trouble is heard: where it is, that it is over, another message, the way to what is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

SEND = {"de": "ich kann nichts senden", "en": "I can't send"}
SOLVED = "🎉"
NOW = {"de": "Klappt es jetzt?", "en": "Does it work now?"}
REFUSED = {"de": "Benutzername oder Passwort nicht an", "en": "does not accept the user name or the password"}


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", "hilfe | ipad", "Was klappt nicht?"),
        ("de", "hilfe | zuhause", "Was klappt nicht?"),
        ("de", "Verbindung fehlgeschlagen | daheim", "Öffnet sich"),
        ("en", "help | outlook", "What does not work?"),
        ("en", "connection failed | at home", "Does any web page open"),
    ],
)
async def test_where_it_is_does_not_tell_what_fails(member: Chat, language: str, said: str, heard: str) -> None:
    assert heard in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "bleibt im postausgang | nein | jetzt ist sie raus"),
        ("de", "relay | geht nicht | nein | ging durch"),
        ("de", "bleibt im postausgang | ja | gesendet"),
        ("en", "relay denied | still no | no | sent!"),
        ("en", "it stays in the outbox | no | it went out now"),
    ],
)
async def test_a_mail_that_went_out_is_a_success(member: Chat, language: str, said: str) -> None:
    assert SOLVED in await talk(member, f"{SEND[language]} | {said}", language)


@pytest.mark.parametrize("said", ["relay | geht nicht raus", "bleibt im postausgang | nein | ist immer noch nicht raus"])
async def test_one_that_did_not_is_none(member: Chat, said: str) -> None:
    assert SOLVED not in await talk(member, f"{SEND['de']} | {said}")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "bleibt im postausgang | nein | 587 jetzt"),
        ("de", "relay | ganze mailadresse jetzt"),
        ("en", "port 25 | port 587 now"),
        ("en", "relay denied | whole email address now"),
    ],
)
async def test_what_was_advised_is_so_now(member: Chat, language: str, said: str) -> None:
    assert NOW[language] in await talk(member, f"{SEND[language]} | {said}", language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "relay | hilft nicht | jetzt kommt 535"),
        ("de", "bleibt im postausgang | nein | da steht fehler 535"),
        ("en", "relay denied | still not | now it says 535"),
    ],
)
async def test_the_number_of_another_message_leads_to_its_trouble(member: Chat, language: str, said: str) -> None:
    assert REFUSED[language] in await talk(member, f"{SEND[language]} | {said}", language)


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", "passwort wird abgelehnt | früher ging es | nur am laptop", "Dann stimmt das Passwort"),
        ("en", "password refused | it used to work | just on my phone", "Then the password is right"),
        ("de", "warnung zum zertifikat | ja genau so | da steht nicht mehr gültig", "Abgelaufen heißt"),
        ("en", "certificate warning | it has expired, it says | yes", "probably the server, not you"),
        ("en", "certificate warning | the target principal name is incorrect", "A wrong server name"),
        ("de", "mails doppelt | einmal pop einmal imap", "Behalte IMAP"),
        ("en", "emails appear twice | one pop one imap i think", "Keep IMAP"),
        ("en", "emails appear twice | both are imap", "you can remove one of them"),
    ],
)
async def test_what_is_told_is_not_asked(member: Chat, language: str, said: str, heard: str) -> None:
    assert heard in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("de", "gesendete mails fehlen am handy | pop | wie komm ich zu imap?", "Umzug auf IMAP"),
        ("de", "mails doppelt | ja | pop und imap | wie wechsle ich zu imap", "Umzug auf IMAP"),
        ("en", "my sent mails are missing on my phone | pop | how can I switch to imap?", "Move to IMAP"),
    ],
)
async def test_who_asks_the_way_to_what_is_offered_gets_there(member: Chat, language: str, said: str, title: str) -> None:
    assert (await talk(member, said, language)).startswith(title)


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", "mei mail geht nimmer | ja | na", "anderen Netz"),
        ("de", "meine mail geht nicht mehr | ja | nein", "anderen Netz"),
        ("en", "my mail stopped working | yes | nope", "another network"),
        ("de", "mei mail geht nimmer | na | wos soi i jetz doa", "Dann liegt es am Internet"),
        ("en", "my mail stopped working | no | what should I do now?", "restart the router"),
        ("en", "I can't send | relay denied | where do I turn it on?", "Each program calls the place"),
        ("en", "help | setup", "Which program do you use?"),
    ],
)
async def test_the_thread_is_not_lost(member: Chat, language: str, said: str, heard: str) -> None:
    assert heard in await talk(member, said, language)

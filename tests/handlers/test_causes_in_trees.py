"""What members tell amid a trouble that is its cause, its end or another one: it is said to be so, and leads there at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

PASSWORD = {"de": "passwort wird abgelehnt", "en": "password is refused"}
SEND = {"de": "ich kann nichts senden", "en": "I cannot send"}
RECEIVE = {"de": "es kommen keine mails an", "en": "nothing arrives"}
WHOLE_ADDRESS = {
    "de": "Als Benutzername gehört die ganze Mailadresse hinein",
    "en": "user name has to be the whole email address",
}
NO_LOGIN = {"de": "Ohne Anmeldung verschickt der Server nichts", "en": "without a login the server sends nothing"}
WRONG_SERVER = {"de": "Das ist der falsche Server", "en": "That is the wrong server"}
SOLVED = "🎉"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "benutzername ist toni"),
        ("de", "als benutzer hab ich toni eingetragen"),
        ("de", "bei mir steht als benutzer nur resi"),
        ("de", "i hob bloß mein vornamen neigschrieben"),
        ("de", "ach, die domain hab ich weggelassen"),
        ("de", "mein benutzername ist toni@gmx.de"),
        ("en", "my user name was just tom"),
        ("en", "the username there is sarah.b"),
        ("en", "I only entered the part before the @"),
    ],
)
@pytest.mark.parametrize("trouble", [PASSWORD, SEND])
async def test_a_user_name_that_is_no_whole_address_is_the_cause(
    member: Chat, language: str, told: str, trouble: dict[str, str]
) -> None:
    assert WHOLE_ADDRESS[language] in await talk(member, f"{trouble[language]} | {told}", language)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "benutzername passt"),
        ("de", "benutzername ist die ganze adresse"),
        ("de", "benutzername ist wohl falsch"),
        ("de", "benutzername hab ich schon überprüft"),
        ("en", "the username is the full address"),
        ("en", "username is correct"),
    ],
)
async def test_a_user_name_that_may_be_right_is_no_cause(member: Chat, language: str, told: str) -> None:
    assert WHOLE_ADDRESS[language] not in await talk(member, f"{PASSWORD[language]} | {told}", language)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "die Authentifizierung steht auf keine"),
        ("de", "Anmeldung war gar nicht angehakt"),
        ("de", "da is koa anmeldung eingschaltet"),
        ("en", "no authentication is set there"),
        ("en", "authentication is off"),
    ],
)
async def test_sending_without_a_login_is_the_cause(member: Chat, language: str, told: str) -> None:
    assert NO_LOGIN[language] in await talk(member, f"{SEND[language]} | {told}", language)


@pytest.mark.parametrize(
    ("language", "told"),
    [("de", "da steht pop.example.org"), ("de", "mein server heißt imap.example.org"), ("en", "the server is mail.example.org")],
)
async def test_another_server_is_the_cause(member: Chat, language: str, told: str) -> None:
    for trouble in (RECEIVE, SEND):
        assert WRONG_SERVER[language] in await talk(member, f"{trouble[language]} | {told}", language)


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", f"{RECEIVE['de']} | seit gestern", "eine Fehlermeldung?"),
        ("de", f"{RECEIVE['de']} | seit 10 minuten", "eine Fehlermeldung?"),
        ("de", f"{RECEIVE['de']} | ja hab ich", "eine Fehlermeldung?"),
        ("de", f"{RECEIVE['de']} | nein gleiche meldung", "irgendeine Internetseite"),
        ("de", f"{PASSWORD['de']} | früher ging es nie", "Meistens liegt es am Benutzernamen"),
        ("de", f"{PASSWORD['de']} | >Früher ging | was jetzt", "Welches davon?"),
        ("de", f"{PASSWORD['de']} | >noch nie | ja also nur toni", "Probier das in Ruhe"),
        ("de", "meine mails sind weg | keine ahnung was pop ist", "Steht irgendwo POP3?"),
        ("de", "meine mails sind weg | >Weiß ich nicht | Thunderbird, da steht POP", "auf dem Gerät mit POP3"),
        ("de", f"{RECEIVE['de']} | zeitüberschreitung | >Ja | Router neu gestartet, nix", "einen Versuch wert"),
        ("en", f"{RECEIVE['en']} | no the same error", "Does any web page open"),
        ("en", f"{PASSWORD['en']} | it never worked before", "Usually it is the user name"),
    ],
)
async def test_no_other_answer_is_heard_than_was_given(member: Chat, language: str, said: str, hears: str) -> None:
    assert hears in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", f"{PASSWORD['de']} | ich hab es aus einer mail kopiert", "ein Leerzeichen mitgekommen"),
        ("de", f"{PASSWORD['de']} | >Früher ging | nein | wie lange soll ich warten", "Etwa 30 Minuten"),
        ("de", f"{PASSWORD['de']} | >noch nie | beim ausgang auch?", "beim Postausgang genauso"),
        ("de", f"{SEND['de']} | >Postausgang | mit dem hotspot gehts", "sperrt vermutlich dein Anschluss"),
        ("de", f"{RECEIVE['de']} | ohne wlan klappts", "Was klappt zu Hause nicht?"),
        ("de", f"{SEND['de']} | Der Server für ausgehende Mails ist offline", "Port 587 und STARTTLS?"),
        ("de", f"{RECEIVE['de']} | mein virenschutz ist von avira", "Prüfung von Mails testweise aus"),
        ("de", "postfach voll | papierkorb hab ich geleert", "nichts mehr zu holen"),
        ("de", "alles ist doppelt | >zweimal | geht da was verloren?", "erst, wenn seine Mails umgezogen sind"),
        ("de", f"{PASSWORD['de']} | >noch nie | wo ist das am iphone", "Am iPhone und iPad"),
        ("de", f"{SEND['de']} | >Postausgang | ok mach ich morgen", "Kein Problem, ich warte"),
        ("de", "meine mails sind weg | >Ja | >Ja, dort | umzug auf imap", "So wechselst du von POP3 zu IMAP"),
        ("de", f"{RECEIVE['de']} | sie wurde verweigert", "Internetseite"),
        ("en", f"{PASSWORD['en']} | I pasted it", "a space may have come along"),
        ("en", f"{PASSWORD['en']} | >never | how long do I wait", "About 30 minutes"),
        ("en", "certificate warning | no warning at home", "foreign network intercepts"),
        ("en", "my mails have vanished | the laptop had them", "where they once were"),
    ],
)
async def test_what_is_told_or_asked_amid_a_trouble_is_about_it(member: Chat, language: str, said: str, hears: str) -> None:
    assert hears in await talk(member, said, language)


async def test_it_is_still_about_the_trouble_after_other_answers(member: Chat) -> None:
    said = "meine mails sind weg | was ist eigentlich imap? | und was ist pop? | am laptop steht pop"
    assert "auf dem Gerät mit POP3" in await talk(member, said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", f"{SEND['de']} | >Postausgang | ja das war's"),
        ("de", f"{PASSWORD['de']} | >noch nie | jo des wars"),
        ("de", "alles ist doppelt | >zweimal | pop und imap | ok das hilft"),
        ("en", f"{PASSWORD['en']} | >never | that did it, thanks"),
        ("en", f"{PASSWORD['en']} | >never | that was it, a capital letter"),
        ("de", f"{PASSWORD['de']} | >noch nie | geändert, klappt"),
    ],
)
async def test_what_it_was_ends_it(member: Chat, language: str, said: str) -> None:
    assert SOLVED in await talk(member, said, language)


async def test_what_it_was_not_does_not_end_it(member: Chat) -> None:
    assert SOLVED not in await talk(member, f"{PASSWORD['de']} | >noch nie | das war es nicht")


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", "alles ist doppelt | >zweimal | noch was: gesendete mails seh ich nur am pc", "Gesendete Mails fehlen"),
        ("de", f"{RECEIVE['de']} | noch ein problem: ich kann nix verschicken", "Senden klappt nicht"),
        ("en", f"{RECEIVE['en']} | another thing, my mailbox is full", "The mailbox is full"),
    ],
)
async def test_one_more_trouble_is_another_one(member: Chat, language: str, said: str, hears: str) -> None:
    assert hears in await talk(member, said, language)


async def test_who_has_named_the_program_is_not_asked_for_it(member: Chat) -> None:
    asked = f"{SEND['de']} | thunderbird | >Postausgang | >Nein, etwas anderes | >immer noch nicht"
    assert "in einem anderen Netz" in await talk(member, asked)
    assert "Dann liegt es vermutlich am Port" in await talk(member, ">Zurück")


async def test_a_message_told_amid_a_guide_is_not_asked_for(member: Chat) -> None:
    told = "/setup thunderbird imap | weiter | weiter | weiter | Fehlermeldung: 0x800CCC0E"
    assert "irgendeine Internetseite" in await talk(member, told)

"""What members say amid a trouble tree that is no button: the tree goes on, or stays where it is, and nobody is led away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

SOLVED = "🎉"
REFUSED = {"de": "das passwort wird abgelehnt | nie", "en": "the password is refused | never"}


@pytest.mark.parametrize(
    ("language", "says", "asks"),
    [
        ("en", "all my emails disappeared!! | yes | no they are not there", "Did you recently remove an account"),
        ("en", "i can't receive emails | no, just nothing arrives | since this morning", "Can you send emails?"),
        ("de", "es kommen keine mails an | seit heute morgen", "eine Fehlermeldung?"),
        ("de", "es kommen keine mails an | nein, nur nichts | und am pc?", "Kannst du Mails senden?"),
        ("de", "alles ist doppelt | ja | und auf dem pc?", "Welche Art haben sie?"),
        ("en", "emails have vanished | and on the computer too", "fetch the emails with POP3?"),
        ("de", "das passwort wird abgelehnt | ja", "Was trifft zu?"),
        ("en", "my mail is not working | everything is correct", "What does not work?"),
        ("en", "my mail is not working | everything is correct | it still doesn't work", "Choose what fits best"),
    ],
)
async def test_the_question_is_answered_or_stays(member: Chat, language: str, says: str, asks: str) -> None:
    assert asks in await talk(member, says, language)


async def test_thanks_and_greetings_leave_the_question_open(member: Chat) -> None:
    heard = await talk(member, "ich kann nicht senden | danke dir | hallo | dankeschön | im postausgang")
    assert "Steht dort Port 587" in heard


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        ("de", "kann keine mails empfangen | alles stimmt", "in einem anderen Netz"),
        ("de", "kann keine mails empfangen | alles stimmt | immer noch nicht", "am Server nachsehen"),
        ("en", "i don't get emails | no error | no | everything matches", "another network"),
        ("en", "i don't get emails | no error | no | everything is correct", "another network"),
        ("en", "the password is refused | I am sure the password is right", "Usually it is the user name"),
        ("de", "das passwort wird abgelehnt | ich bin mir sicher dass es stimmt", "Meistens liegt es am Benutzernamen"),
        (
            "de",
            "das passwort wird abgelehnt | ich bin mir sicher dass es stimmt | hat nix gebracht",
            "ein Zeichen eingeschlichen",
        ),
        ("de", "das passwort wird abgelehnt | nie | alles stimmt", "ein Zeichen eingeschlichen"),
        ("de", "mein postfach ist voll | okay gelöscht aber immer noch voll", "Gelöschte Mails zählen weiter"),
        ("de", "mein postfach ist voll | papierkorb?", "auch den Ordner „Papierkorb“ leeren"),
        ("en", "i cannot send | it is 25 | ok changed it, still not working", "Do you use a Mac?"),
    ],
)
async def test_what_is_told_leads_on(member: Chat, language: str, says: str, hears: str) -> None:
    assert hears in await talk(member, says, language)


@pytest.mark.parametrize(("language", "asks"), [("de", "Klappt es jetzt?"), ("en", "Does it work now?")])
async def test_whoever_has_done_it_is_asked_whether_it_works(member: Chat, language: str, asks: str) -> None:
    done = {"de": "ja hab ich geändert", "en": "ok changed it"}[language]
    assert asks in await talk(member, f"{REFUSED[language]} | {done}", language)
    assert asks in await member.say({"de": "fertig", "en": "done"}[language])
    assert SOLVED in await member.say({"de": "ja", "en": "yes"}[language])


async def test_from_that_question_a_no_leads_on_and_back_to_the_remedy(member: Chat) -> None:
    assert "ein Zeichen eingeschlichen" in await talk(member, f"{REFUSED['de']} | erledigt | nein")
    await talk(member, f"{REFUSED['de']} | erledigt")
    assert "Meistens liegt es am Benutzernamen" in await member.press("Zurück")
    await member.say("erledigt")
    assert SOLVED in await member.press("Jetzt klappt es")


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        ("de", "550 user unknown | wie mach ich das", "frag den Webmaster"),
        ("en", "i can't receive emails | no error | no | how do i check", "Tell me which mail program you use"),
        ("en", "i can't receive emails | no error | no | how do i check | thunderbird", "In Thunderbird: ☰"),
    ],
)
async def test_whoever_asks_how_hears_more_and_stays(member: Chat, language: str, says: str, hears: str) -> None:
    assert hears in await talk(member, says, language)


@pytest.mark.parametrize(
    ("says", "is_about"),
    [
        ("ich kann nicht senden | outlook | das neue", "Outlook (neu)"),
        ("ich kann nicht senden | outlook | neu", "Outlook (neu)"),
        ("ich kann nicht senden | das neue outlook | das alte", "Outlook (klassisch)"),
        ("ich kann nicht senden | outlook | die app", "Outlook-App"),
    ],
)
async def test_of_programs_of_one_name_the_right_one_is_told_in_a_word(member: Chat, says: str, is_about: str) -> None:
    heard = await talk(member, says)
    assert f"Es geht also um {is_about}" in heard
    assert "Was passiert, wenn du eine Mail abschickst?" in heard


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("de", "auf dem ipad geht es, am iphone nicht"),
        ("de", "am pc geht es, am handy nicht"),
        ("en", "on my ipad it works, on my iphone it doesn't"),
        ("de", "in outlook klappt es, in thunderbird nicht"),
    ],
)
async def test_what_works_in_one_place_only_is_a_trouble(member: Chat, language: str, says: str) -> None:
    assert {"de": "Was klappt nicht?", "en": "What does not work?"}[language] in await talk(member, says, language)


async def test_a_message_that_a_guide_expects_is_no_trouble_until_it_is_told_again(member: Chat) -> None:
    message = "Der Name oder das Passwort für den Mail-Account kann nicht überprüft werden"
    heard = await talk(member, f"apple mail imap | weiter | weiter | weiter | {message}")
    assert "Das ist in Ordnung: Darunter erscheinen die nächsten Felder." in heard
    assert "Schritt 4 von 7" in heard
    assert "Was trifft zu?" in await member.say(message)
    assert "Was trifft zu?" in await member.say("ja")
    assert "Schritt 4 von 7" in await member.say("weiter")
    assert "Schritt 5 von 7" in await member.say("weiter")

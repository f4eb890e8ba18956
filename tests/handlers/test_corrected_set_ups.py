"""What members correct in a set-up: the device, the program, the way, the address; and values that are of the guide's own way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("de", "outlook einrichten, am handy", "Outlook-App (Handy)"),
        ("de", "outlook einrichten aber am tablet, nicht am pc", "Outlook-App (Handy)"),
        ("de", "richte outlook am handy ein | nee ich mein am laptop nicht handy", "Outlook (klassisch)"),
        ("de", "/setup outlook | ach sorry, am handy", "Outlook-App (Handy)"),
        ("de", "/setup outlook imap | weiter | nein, am handy", "Outlook-App (Handy) · IMAP"),
        ("de", "/setup gmail imap | ups vertan, iphone", "Mail (iPhone / iPad) · IMAP"),
        ("en", "outlook set up phone", "Outlook app (phone)"),
        ("en", "set up outlook on my phone | sorry, on my laptop", "Outlook (classic)"),
        ("en", "/setup thunderbird imap | next | oops, on my android", "Thunderbird Android / K-9 · IMAP"),
    ],
)
async def test_the_device_tells_which_of_the_programs_of_a_name_it_is(member: Chat, language: str, said: str, title: str) -> None:
    assert title in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "/setup windows-mail | I don't want Thunderbird"),
        ("en", "/setup windows-mail | don't want to use thunderbird"),
        ("de", "/setup windows-mail | ich will kein Thunderbird"),
    ],
)
async def test_a_program_that_is_not_wanted_is_not_opened(member: Chat, language: str, said: str) -> None:
    assert "IMAP (" not in str(await talk(member, said, language)).split("\n")[0]
    assert not any("Android / K-9" in label and "IMAP" in label for label in member.buttons())
    assert len(member.buttons()) > 6, "all programs"


@pytest.mark.parametrize(
    ("language", "said", "now"),
    [
        ("de", "/setup thunderbird pop3 | nein sorry, imap", "IMAP · Schritt 1 "),
        ("de", "/setup outlook imap | weiter | ups, pop3", "POP3 · Schritt 1 "),
        ("en", "/setup thunderbird pop3 | next | no sorry imap", "IMAP · Step 1 "),
        ("en", "/setup outlook imap | oops, pop3", "POP3 · Step 1 "),
    ],
)
async def test_the_way_is_changed_by_who_is_sorry(member: Chat, language: str, said: str, now: str) -> None:
    assert now in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said", "address"),
    [
        ("de", "mustermann | nein, falsch, kassier", "kassier@"),
        ("de", "mustermann | nee vorstand", "vorstand@"),
        ("de", "mustermann | weiter | hab mich vertippt, musterfrau", "musterfrau@"),
        ("en", "smith | no, wrong, treasurer", "treasurer@"),
        ("en", "smith | next | wrong, webmaster", "webmaster@"),
    ],
)
async def test_a_wrong_address_is_filled_in_anew(member: Chat, language: str, said: str, address: str) -> None:
    assert address in await talk(member, f"/setup gmail imap | {said}", language)


@pytest.mark.parametrize("said", ["nein", "nein das feld fehlt", "falsch gekoppelt", "nee geht nicht"])
async def test_other_words_keep_the_address(member: Chat, said: str) -> None:
    assert "Eingesetzt" not in await talk(member, f"/setup gmail imap | mustermann | {said}")


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("de", "da ist kein datei oben, nur so ein zahnrad", "Outlook (neu) · IMAP"),
        ("en", "there is no File at the top, just a gear", "Outlook (new) · IMAP"),
    ],
)
async def test_the_sign_of_the_other_program_opens_it(member: Chat, language: str, said: str, title: str) -> None:
    on = "weiter" if language == "de" else "next"
    assert title in await talk(member, f"/setup outlook imap | {on} | {said}", language)


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", "weiter | weiter | warum nicht pop3 | da steht ssl/tls und starttls, was nehm ich", "IMAP"),
        ("de", "weiter | weiter | was sind die nachteile von pop3 | und welcher port?", "993"),
        ("en", "next | next | why not pop3 | it says ssl/tls and starttls, which one do I take", "IMAP"),
        ("en", "next | next | what are the disadvantages of pop3 | and which port?", "993"),
    ],
)
async def test_values_are_those_of_the_way_that_is_set_up(member: Chat, language: str, said: str, heard: str) -> None:
    answer = await talk(member, f"/setup thunderbird imap | {said}", language)
    assert heard in answer
    assert "POP3" not in answer


@pytest.mark.parametrize(
    ("language", "said", "asks"),
    [
        ("de", "welches programm hab ich | zurück zur auswahl", "Welches Programm benutzt du?"),
        ("de", "/setup | windows | nochmal die auswahl", "Welches Programm benutzt du?"),
        ("en", "/setup | android | back to the list please", "Which program do you use?"),
        ("en", "which program do I have | show the list again", "Which program do you use?"),
    ],
)
async def test_the_choice_is_shown_again(member: Chat, language: str, said: str, asks: str) -> None:
    assert asks in await talk(member, said, language)

"""Who is stuck in a guide, or has given a wrong address: the page stays, and each time there is something new to hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import OUTLOOK, STEP, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

FIRST = {"de": "Heißt etwas bei dir anders", "en": "If something has another name"}
SECOND = {"de": "Dann anders:", "en": "Another way then:"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "das kommt nicht"),
        ("de", "steht nicht da"),
        ("de", "erscheint bei mir nicht"),
        ("de", "wird nicht angezeigt"),
        ("de", "wo?"),
        ("de", "wo denn"),
        ("de", "gibts do ned"),
        ("de", "des find i ned"),
        ("de", "ich seh kein zahnrad"),
        ("en", "it doesn't show up"),
        ("en", "where?"),
        ("en", "it's not listed"),
    ],
)
async def test_what_is_not_there_keeps_the_page(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(4, OUTLOOK) + said, language)
    assert FIRST[language] in heard
    assert f"IMAP · {STEP[language]} 4 " in heard


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "finde ich nicht | gibts bei mir nicht"), ("en", "can't find it | where is that?"), ("de", "hä | wo?")],
)
async def test_the_second_time_there_is_another_way(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(4, OUTLOOK) + said, language)
    assert SECOND[language] in heard
    assert "Webmaster" in heard.title()
    assert FIRST[language] not in heard
    assert FIRST[language] in await talk(member, "weiter | " + said.partition(" | ")[0], language), "a new step, a new count"


async def test_a_question_in_between_does_not_start_the_help_over(member: Chat) -> None:
    assert SECOND["de"] in await talk(member, at(4, OUTLOOK) + "finde ich nicht | was ist imap? | finde ich nicht")


async def test_where_there_is_a_file_it_is_another_way(member: Chat) -> None:
    heard = await talk(member, at(3, "/setup iphone imap") + "finde ich nicht | finde ich nicht")
    assert "schon alles steht: Schreib Fertige Datei" in heard


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "ich finde das e mail symbol nicht"),
        ("de", "wo ist das zahnrad"),
        ("de", "ich seh kein zahnrad"),
        ("en", "i can't find the mail icon"),
    ],
)
async def test_who_searches_before_choosing_is_asked_to_choose_first(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, f"/setup gmail | {said}", language)
    assert heard.startswith({"de": "Wähl erst aus", "en": "First choose"}[language])
    assert member.buttons()


async def test_who_tells_of_going_on_before_choosing_goes_the_recommended_way(member: Chat) -> None:
    assert "Gmail-App (Android) · IMAP · Schritt 1 " in await talk(member, "/setup gmail | ich habe jetzt auf weiter gedrückt")


async def test_a_word_is_explained_before_choosing_too(member: Chat) -> None:
    assert "Port" in await talk(member, "/setup thunderbird | was ist ein port")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "ich hab die falsche adresse angegeben"),
        ("de", "adresse ändern"),
        ("de", "kann ich die adresse noch ändern?"),
        ("de", "hab mich bei der mailadresse vertippt"),
        ("de", "die adresse stimmt nicht"),
        ("en", "i entered the wrong address"),
        ("en", "change my address"),
        ("en", "there is a typo in my address"),
    ],
)
async def test_a_wrong_address_may_be_given_anew(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(3, "/setup outlook imap | erna.mueller@kolping-schoenau.de") + said, language)
    assert {"de": "Schreib mir einfach die richtige", "en": "just send me the right one"}[language] in heard
    assert f"IMAP · {STEP[language]} 4 " in heard
    assert "erna.maier@kolping-schoenau.de" in await talk(member, "erna.maier@kolping-schoenau.de", language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "was mache ich wenn ich keine adresse habe"),
        ("de", "ich hab noch keine vereinsadresse"),
        ("en", "i don't have an address"),
    ],
)
async def test_who_has_no_address_asks_the_webmaster(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(1, OUTLOOK) + said, language)
    assert {"de": "frag den Webmaster", "en": "ask the webmaster"}[language] in heard
    assert f"IMAP · {STEP[language]} 1 " in heard


async def test_the_address_of_the_server_is_another(member: Chat) -> None:
    assert "Server heißt" in await talk(member, at(3, OUTLOOK) + "kann ich die serveradresse ändern?")


@pytest.mark.parametrize(("language", "said"), [("de", "es klappt, danke"), ("de", "klappt"), ("en", "it works, thanks")])
async def test_good_news_amid_the_steps_is_heard(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(4, OUTLOOK) + said, language)
    assert {"de": "schreib alles fertig", "en": "write all done"}[language] in heard
    assert f"IMAP · {STEP[language]} 5 " in heard


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", at(1, OUTLOOK) + "alle werte | ja | nein"),
        ("de", "wer ist der webmaster | ja gut das mache ich"),
        ("de", "wer ist der webmaster | ok mach ich"),
        ("en", "who is the webmaster | no"),
    ],
)
async def test_what_asks_for_nothing_gets_a_kind_word(member: Chat, language: str, said: str) -> None:
    assert {"de": "Wenn noch etwas ist", "en": "If there is anything else"}[language] in await talk(member, said, language)

"""Where emails have vanished, nothing is called safe that is not: an account was removed, or all is to be moved to IMAP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

GONE = {"de": "mails sind weg", "en": "my mails are gone"}
SAFE = {"de": "Dann ist nichts verloren", "en": "Then nothing is lost"}
BACKUP = {"de": "Gibt es eine Sicherung des Geräts", "en": "Is there a backup of the device"}
WHICH = {"de": "Wie war das Konto eingerichtet", "en": "How was the account set up"}
OPEN = {"de": "auch wenn es noch nicht feststeht", "en": "it is not certain yet"}
MOVES = {"de": "kopiert deine Mails auf den Server", "en": "copies your emails to the server"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "ja | auf dem laptop hab ich das konto entfernt"),
        ("de", "pop | am pc hab ichs gelöscht, das konto"),
        ("de", "ja | der rechner wurde neu aufgesetzt"),
        ("en", "yes | I took the account off, deleted account on the laptop"),
        ("en", "pop | I wiped my laptop"),
        ("en", "yes | on my pc I removed it"),
    ],
)
async def test_who_has_removed_the_account_is_asked_for_a_backup(member: Chat, language: str, said: str) -> None:
    answer = await talk(member, f"{GONE[language]} | {said}", language)
    assert BACKUP[language] in answer
    assert SAFE[language] not in answer


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "hab vorher das konto entfernt"), ("de", "mein account gelöscht"), ("en", "I deleted the account")],
)
async def test_a_removed_account_may_be_the_cause_before_the_way_is_known(member: Chat, language: str, said: str) -> None:
    assert WHICH[language] in await talk(member, f"{GONE[language]} | {said}", language)


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "ja | dort sind sie am pc"), ("de", "ja | am laptop"), ("en", "yes | they are on the pc"), ("en", "pop | on my pc")],
)
async def test_who_finds_them_there_has_lost_nothing(member: Chat, language: str, said: str) -> None:
    assert SAFE[language] in await talk(member, f"{GONE[language]} | {said}", language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "ja | nein | also sind die jetzt verloren?"),
        ("de", "ja | sind die futsch"),
        ("en", "yes | no | so they are lost now?"),
        ("en", "yes | are they gone forever then"),
    ],
)
async def test_whether_they_are_lost_is_said_honestly_and_the_question_stays(member: Chat, language: str, said: str) -> None:
    answer = await talk(member, f"{GONE[language]} | {said}", language)
    assert OPEN[language] in answer
    assert member.buttons()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "ja | ja | und dann imap?"),
        ("de", "pop | ja | soll ich dann zu imap wechseln | gehen die alten mails verloren?"),
        ("en", "yes | yes | then imap instead?"),
        ("en", "yes | yes | would I lose my old mails if I switch?"),
    ],
)
async def test_a_move_to_imap_takes_the_old_ones_along(member: Chat, language: str, said: str) -> None:
    assert MOVES[language] in await talk(member, f"{GONE[language]} | {said}", language)

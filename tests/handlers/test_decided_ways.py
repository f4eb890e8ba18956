"""Which way of fetching emails a set-up goes: what was only talked about decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

ASKED = {"de": "Wie sollen die Mails abgeholt werden?", "en": "How should your emails be fetched?"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Muss ich POP3 nehmen? | thunderbird einrichten"),
        ("de", "was sind die nachteile von pop3 | richte outlook ein"),
        ("de", "welcher port für pop3? | wie richte ich thunderbird ein"),
        ("de", "ist pop3 sicher? | wie krieg ich das aufs iphone"),
        ("de", "alle einstellungen für pop3 | hilf mir gmail einrichten"),
        ("en", "which port for pop3? | set up thunderbird"),
        ("en", "what are the drawbacks of pop3? | please set up outlook"),
        ("en", "is pop3 encrypted? | help me set up apple mail"),
    ],
)
async def test_what_was_only_asked_about_is_not_set_up_without_asking(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, said, language)
    assert ASKED[language] in heard
    assert next(iter(member.buttons())).startswith("IMAP"), "the recommended one comes first"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "ich will pop3 einrichten | thunderbird einrichten"),
        ("de", "welcher port für imap? | thunderbird mit pop3 einrichten"),
        ("en", "i want to set up pop3 | set up thunderbird"),
    ],
)
async def test_who_decided_is_not_asked_again(member: Chat, language: str, said: str) -> None:
    assert "Thunderbird · POP3 · " in await talk(member, said, language)


@pytest.mark.parametrize(
    "said", ["IMAP oder POP? | richte thunderbird ein", "was empfiehlst du, pop oder imap? | thunderbird bitte einrichten"]
)
async def test_what_was_advised_needs_no_further_question(member: Chat, said: str) -> None:
    assert "Thunderbird · IMAP · " in await talk(member, said)


@pytest.mark.parametrize(
    ("way", "asked"),
    [
        ("imap", "kann ich auch pop3 nehmen?"),
        ("imap", "was ist pop3"),
        ("pop3", "welcher port bei imap?"),
        ("pop3", "pop oder imap?"),
    ],
)
async def test_another_program_is_set_up_like_the_one_in_hand(member: Chat, way: str, asked: str) -> None:
    said = f"/setup thunderbird {way} | weiter | {asked} | kann ich das gleiche auch am iphone machen"
    assert f"Mail (iPhone / iPad) · {way.upper()} · " in await talk(member, said)


async def test_the_device_asked_for_after_a_question_about_pop3_leaves_the_way_open(member: Chat) -> None:
    assert ASKED["de"] in await talk(member, "welcher port für pop3? | welches mailprogramm hab ich? | >Windows | >Thunderbird")

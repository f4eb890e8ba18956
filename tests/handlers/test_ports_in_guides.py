"""A port that somebody reads amid a guide: a wrong one is told to be wrong, and no word beside it turns the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import OUTLOOK, STEP, THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

NO = {"de": "Nein, in der Anleitung steht es anders. Port ", "en": "No, the instructions say otherwise. Port "}


@pytest.mark.parametrize(
    ("language", "step", "way", "said", "right"),
    [
        ("de", 5, "imap", "im Feld steht 143", "993"),
        ("de", 5, "imap", "143 ist schon drin", "993"),
        ("de", 5, "imap", "er hat 995 eingetragen", "993"),
        ("de", 6, "imap", "hab 465 drin", "587"),
        ("de", 6, "imap", "hier steht 993", "587"),
        ("de", 6, "imap", "passt 25?", "587"),
        ("de", 2, "imap", "stimmt port 110?", "993"),
        ("de", 5, "pop3", "da steht 993 drin", "110"),
        ("en", 5, "imap", "143 is filled in", "993"),
        ("en", 6, "imap", "it has 465 here", "587"),
        ("en", 6, "imap", "is 25 ok?", "587"),
    ],
)
async def test_a_wrong_port_is_told_to_be_wrong(member: Chat, language: str, step: int, way: str, said: str, right: str) -> None:
    heard = await talk(member, at(step, f"/setup thunderbird {way}") + said, language)
    assert NO[language] + right in heard
    assert f"{STEP[language]} {step} " in heard, "the page stays"


async def test_of_several_ports_each_is_judged(member: Chat) -> None:
    heard = await talk(member, at(5, THUNDERBIRD) + "993 und 465 stehen da")
    assert "✓ Posteingang mit IMAP" in heard
    assert "✗ Postausgang mit IMAP" in heard


@pytest.mark.parametrize(
    ("step", "way", "said"),
    [(5, "imap", "hab 993 eingetragen"), (6, "imap", "587 steht drin"), (6, "pop3", "hab 587 eingetragen")],
)
async def test_the_right_port_goes_on(member: Chat, step: int, way: str, said: str) -> None:
    assert f"Schritt {step + 1} " in await talk(member, at(step, f"/setup thunderbird {way}") + said)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("warum nicht 143?", "993 ist bei IMAP der übliche Port"),
        ("was ist port 25", "Ein Port ist eine Nummer"),
        ("und bei pop? 110?", "Ja, das stimmt. Port 110 – POP3"),
    ],
)
async def test_what_else_is_asked_of_a_port_is_answered(member: Chat, said: str, heard: str) -> None:
    assert heard in await talk(member, at(5, THUNDERBIRD) + said)


async def test_figures_in_an_address_are_no_port(member: Chat) -> None:
    assert "Nein" not in await talk(member, "/setup thunderbird imap | vorstand25")


@pytest.mark.parametrize(
    ("language", "said", "right"),
    [
        ("de", "da stand 143 drin, hab 993 eingetragen", "Ja, das stimmt. Port 993"),
        ("de", "vorher war 143, jetz is 993 drin", "Ja, das stimmt. Port 993"),
        ("de", "es war 993, hab jetzt 143", "Nein, in der Anleitung steht es anders. Port 993"),
        ("en", "it said 143, I entered 993", "Yes, that is right. Port 993"),
    ],
)
async def test_the_port_that_stands_there_now_counts(member: Chat, language: str, said: str, right: str) -> None:
    assert right in await talk(member, at(5, OUTLOOK, language) + said, language)


@pytest.mark.parametrize(("before", "right"), [("", "993 zum Empfangen, 587"), ("ausgehend port? | ", "Port 587")])
async def test_a_port_for_the_other_side_is_told_of_that_side(member: Chat, before: str, right: str) -> None:
    assert right in await talk(member, at(5, OUTLOOK) + before + "465 steht da")

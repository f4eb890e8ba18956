"""What is typed on the last page of a guide, which asks whether the test mail arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

END = {
    "de": "/setup thunderbird imap | alle werte | ",
    "en": "/setup thunderbird imap | all values | ",
    "fr": "/setup thunderbird imap | toutes les valeurs | ",
}


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("de", "senden geht, empfangen nicht", "Es kommen keine Mails an"),
        ("de", "empfangen klappt, senden nicht", "Senden klappt nicht"),
        ("de", "nur die erste mail kam an", "Was klappt nicht?"),
        ("de", "klappt nur halb", "Was klappt nicht?"),
        ("de", "ich kann nur empfangen", "Senden klappt nicht"),
        ("de", "ja, aber nur eine", "Was klappt nicht?"),
        ("de", "ist noch nicht da", "Was klappt nicht?"),
        ("en", "receiving works but sending doesn't", "Sending does not work"),
        ("en", "sending works but receiving doesn’t", "Emails do not arrive"),
        ("en", "sending works, receiving doesnt", "Emails do not arrive"),
        ("en", "works only half", "What does not work?"),
        ("en", "only one mail arrived", "What does not work?"),
        ("en", "it hasn't arrived", "What does not work?"),
        ("fr", "ça marche à moitié", "Qu'est-ce qui ne marche pas"),
        ("fr", "seul le premier mail est arrivé", "Qu'est-ce qui ne marche pas"),
        ("fr", "l'envoi marche mais pas la réception", "Aucun mail n'arrive"),
    ],
)
async def test_what_works_by_half_is_no_success(member: Chat, language: str, typed: str, said: str) -> None:
    assert said in await talk(member, END[language] + typed, language)


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("de", "hat geklappt, danke!"),
        ("de", "danke, es klappt"),
        ("de", "vielen dank, jetzt geht alles"),
        ("de", "kein Problem, läuft"),
        ("de", "ja, keine Probleme"),
        ("de", "beide angekommen, danke!"),
        ("de", "keine Probleme, alles geht"),
        ("en", "works, thank you"),
        ("en", "thanks, it works"),
        ("en", "no problems, everything works"),
        ("fr", "ça marche, merci"),
    ],
)
async def test_thanks_do_not_hide_that_it_works(member: Chat, language: str, typed: str) -> None:
    assert "🎉" in await talk(member, END[language] + typed, language)
    assert "🎉" not in await talk(member, "weiter")


@pytest.mark.parametrize("between", ["", "welcher port ist für pop? | ", "nochmal | "])
async def test_back_leads_to_the_step_from_which_it_was_reached_whatever_was_said_between(member: Chat, between: str) -> None:
    said = await talk(member, f"/setup thunderbird imap | weiter | alle werte | {between}zurück")
    assert "Schritt 2 " in said


async def test_only_what_is_theirs_can_be_copied(member: Chat) -> None:
    await talk(member, END["de"].removesuffix(" | "))
    assert copied(member) == ["c9.webspace-verkauf.de", "993", "587"], "no example address"
    await talk(member, "/setup thunderbird imap | anna | alle werte")
    assert copied(member) == ["anna@kolping-schoenau.de", "c9.webspace-verkauf.de", "993", "587"]


def copied(chat: Chat) -> list[str]:
    return [button["copy_text"]["text"] for button in chat.buttons().values() if "copy_text" in button]


async def test_thanks_alone_leave_the_page_open(member: Chat) -> None:
    said = await talk(member, END["de"] + "danke")
    assert "Gern" in said
    assert "Alle Werte" in said

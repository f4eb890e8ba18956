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
        ("de", "ich kann nur empfangen", "Was klappt nicht?"),
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
        ("fr", "l'envoi marche mais pas la réception", "Qu'est-ce qui ne marche pas"),
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


async def test_thanks_alone_leave_the_page_open(member: Chat) -> None:
    said = await talk(member, END["de"] + "danke")
    assert "Gern" in said
    assert "Alle Werte" in said

"""The screens the desk shows of the bot: where each kind of button leads to, as in the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.guides import Walk
from assistant.intent import Intent
from desk.screens import NoScreenError, as_json, asked, pressed
from handlers.buttons import Deed, PressAsk, PressDevice, PressFeedback, PressGuide, PressProgram, PressTrouble, encode
from handlers.guides import screens
from handlers.keyboard import Button
from handlers.render import shown

if TYPE_CHECKING:
    from desk.edition import Edition
    from handlers.buttons import Press


@pytest.mark.parametrize(
    ("press", "says"),
    [
        (PressDevice("iphone", "de"), "Programm"),
        (PressProgram("thunderbird", "imap", "de"), "Schritt 1"),
        (PressProgram("thunderbird", "", "de"), "IMAP"),
        (PressProgram("nokia3310", "imap", "de"), "Welches Programm"),
        (PressTrouble("slow", "", "de"), "?"),
        (PressAsk(Intent(topic="setup", program="thunderbird", subject="imap"), "de"), "Schritt 1"),
        (PressAsk(Intent(topic="trouble:slow"), "de"), "?"),
        (PressAsk(Intent(aspect="port", subject="imap"), "de"), "993"),
    ],
)
def test_buttons_lead_where_they_lead_in_the_chat(edition: Edition, press: Press, says: str) -> None:
    assert says in pressed(edition, encode(press)).plain


@pytest.mark.parametrize(
    ("deed", "says"),
    [(Deed.SHOW, "Schritt 2"), (Deed.CANCEL, "Abgebrochen"), (Deed.WORKS, "Super"), (Deed.FAILS, "Was klappt nicht")],
)
def test_a_guides_own_buttons(edition: Edition, deed: Deed, says: str) -> None:
    place = screens.place_of(Walk(edition.content, "thunderbird", "imap", "de"), 1)
    assert says in pressed(edition, encode(PressGuide(deed, place, "de"))).plain


@pytest.mark.parametrize("press", [PressFeedback("port", helped=True, language="de"), PressTrouble("nokia", "", "de")])
def test_what_shows_nothing_is_no_screen(edition: Edition, press: Press) -> None:
    with pytest.raises(NoScreenError):
        pressed(edition, encode(press))


def test_a_topic_that_is_not_there_has_no_answer(edition: Edition) -> None:
    with pytest.raises(KeyError):
        asked(edition, Intent(topic="nokia"), "de")


def test_buttons_as_the_page_gets_them(edition: Edition) -> None:
    rows = [[Button("a", url="https://a.example"), Button("b", copy_text="993"), Button("c", callback_data="1mde.")]]
    assert as_json(edition, shown(["x"], rows), "de")["rows"] == [
        [{"label": "a", "url": "https://a.example"}, {"label": "b", "copies": "993"}, {"label": "c", "data": "1mde."}]
    ]

"""What members and content say becomes sound HTML, and never more than Telegram takes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Action, ActionKind, Answer, Value
from assistant.intent import Intent
from handlers.render import Link, action_rows, answer_shown, copy_rows, group_shown, link_shown, to_html, to_plain


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Port `993`", "Port <code>993</code>"),
        ("**Port** & <b>", "<b>Port</b> &amp; &lt;b&gt;"),
        ("**Port `993` fest**", "<b>Port </b><code>993</code><b> fest</b>"),
        ("ein ** allein", "ein ** allein"),
        ("ein ` allein", "ein ` allein"),
        ("`<x> & **`", "<code>&lt;x&gt; &amp; **</code>"),
        ("``", "``"),
        ("****", ""),
        ("**eins\n\nzwei**", "**eins\n\nzwei**"),
    ],
)
def test_small_markup_becomes_tags(written: str, expected: str) -> None:
    assert to_html(written) == expected


@given(st.text(alphabet=st.sampled_from("ab<>&`*\n\"' "), max_size=80))
def test_tags_are_always_closed_and_never_nested(text: str) -> None:
    marked = to_html(text)
    open_tag = ""
    for closing, name in re.findall(r"<(/?)(b|code)>", marked):
        if closing:
            assert open_tag == name
            open_tag = ""
        else:
            assert not open_tag
            open_tag = name
    assert not open_tag
    assert not re.search(r"<(?!/?(b|code)>)", marked)


def test_plain_text_has_no_markup() -> None:
    assert to_plain("**Port** `993`") == "Port 993"


def test_copy_buttons_hold_up_to_256_characters() -> None:
    rows = copy_rows([Value("Server", "c9.example"), Value("Leer", ""), Value("Lang", "x" * 257), Value("Port", "993")])
    assert [[button.text for button in row] for row in rows] == [["📋 Server", "📋 Port"]]
    assert rows[0][0].copy_text == "c9.example"


def test_every_kind_of_action_is_a_button_and_malformed_ones_are_left_out() -> None:
    actions = [
        Action(ActionKind.ASK, "Ports", Intent(aspect="port").key),
        Action(ActionKind.ASK, "kaputt", "port"),
        Action(ActionKind.ASK, "zu lang", Intent(topic="a" * 90).key),
        Action(ActionKind.GUIDE, "Einrichten"),
        Action(ActionKind.GUIDE, "Thunderbird mit IMAP einrichten", "thunderbird.imap"),
        Action(ActionKind.GUIDE, "Mit IMAP", ".imap"),
        Action(ActionKind.TROUBLE, "Senden geht nicht", "sending"),
        Action(ActionKind.TROUBLE, "Probleme"),
        Action(ActionKind.MENU, "Menü"),
        Action(ActionKind.CHECK, "Prüfen"),
    ]
    data = {button.text: button.callback_data for row in action_rows(actions, "de") for button in row}
    assert data == {
        "Ports": "1ade.port.-.-.-",
        "Einrichten": "1sde.",
        "Thunderbird mit IMAP einrichten": "1pde.thunderbird.i",
        "Mit IMAP": "1sde.",
        "Senden geht nicht": "1tde.sending.-",
        "Probleme": "1lde.",
        "Menü": "1mde.",
        "Prüfen": "1cde.",
    }


def test_an_answer_shows_caution_and_hint_after_its_lines() -> None:
    made = answer_shown(Answer("de", ("**Port**",), caution="⚠️ Achtung", hint="💡 Tipp"))
    assert made.html == "<b>Port</b>\n\n⚠️ Achtung\n\n💡 Tipp"
    assert not made.rows


def test_a_group_gets_eight_lines_the_caution_and_one_link() -> None:
    answer = Answer(
        "de",
        tuple(f"Zeile {number}" for number in range(20)),
        values=tuple(Value(f"Wert {number}", str(number)) for number in range(9)),
        caution="⚠️ Achtung",
        actions=(Action(ActionKind.MENU, "Menü"),),
    )
    link = Link("Einrichten", "https://t.me/x?start=guide")
    made = group_shown(answer, Link("… mehr", "https://t.me/x?start=menu"), link)
    lines = made.plain.split("\n")
    assert len(lines) == 8
    assert lines[-2:] == ["… mehr", "⚠️ Achtung"]
    assert made.html.split("\n")[-2:] == ['<a href="https://t.me/x?start=menu">… mehr</a>', "⚠️ Achtung"]
    assert not any(button.callback_data for row in made.rows for button in row)
    assert made.rows[-1][0].url == "https://t.me/x?start=guide"


def test_a_short_answer_stays_whole_in_a_group() -> None:
    made = group_shown(
        Answer("de", ("**Port**", "`993`")), Link("… mehr", "https://t.me/x"), Link("Einrichten", "https://t.me/x")
    )
    assert made.html == "<b>Port</b>\n<code>993</code>"
    assert made.plain == "Port\n993"


def test_a_sentence_with_a_link_is_escaped_like_all_others() -> None:
    made = link_shown("Fragen an **uns** & alle", Link("Zum Bot", "https://t.me/x?start=menu"))
    assert made.html == "Fragen an <b>uns</b> &amp; alle"
    assert [[button.url for button in row] for row in made.rows] == [["https://t.me/x?start=menu"]]

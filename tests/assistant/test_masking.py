"""What is kept of a question must not tell who asked it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.address import SpelledSigns
from assistant.masking import known_names, masked

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("wie richte ich den drucker ein", "wie richte ich den drucker ein"),
        ("meine adresse anna.huber@gmx.de geht nicht", "meine adresse …@… geht nicht"),
        ("schreib an <anna@verein.de>!", "schreib an <…@…>!"),
        ("anna (at) gmx.de bekommt nix", "…@… bekommt nix"),
        ("anna klammeraffe gmx.de bekommt nix", "…@… bekommt nix"),
        ("anna arobase gmx point fr bekommt nix", "…@… bekommt nix"),
        ("look at this", "look at this"),
        ("where do i look at", "where do i look at"),
        ("look at this. thanks", "look at this. thanks"),
        ("look at the end - it says no", "look at the end - it says no"),
        ("meine adresse erna at kolping-schoenau.de geht nicht", "meine adresse …@… geht nicht"),
        ("schreib an max_muster at web.de!", "schreib an …@…"),
        ("erna punkt huber at web punkt de bekommt nix", "…@… bekommt nix"),
        ("sag es erna . huber @ kolping - schoenau . de bitte", "sag es …@… bitte"),
        ("sag es erna @web.de bitte", "sag es …@… bitte"),
        ("sag es erna@ web.de bitte", "sag es …@… bitte"),
        ("frag @mailbot danach", "frag …@… danach"),
        ("erna＠kolping.de bekommt nix", "…@… bekommt nix"),
        ("erna（at）kolping.de bekommt nix", "…@… bekommt nix"),
        ("erna{at}kolping.de bekommt nix", "…@… bekommt nix"),
        ("er\u200bna\u200b@kolping.de bekommt nix", "…@… bekommt nix"),
        ("anna(at)gmx.de bekommt nix", "…@… bekommt nix"),
        ("ruf mich an: 0761 / 12 34-56", "ruf mich an: #"),
        ("+49 (761) 123456 ist meine nummer", "+# ist meine nummer"),
        ("IBAN DE02120300000000202051", "IBAN DE#"),
        ("mitglied nr. 4711, bitte", "mitglied nr. #, bitte"),
        ("schau auf https://example.org/a?b=7 nach", "schau auf … nach"),
        ("was ist www.verein.de?", "was ist …?"),
        ("server imap.gmail.com antwortet nicht", "server … antwortet nicht"),
        ("192.168.178.1 geht nicht", "# geht nicht"),
        ("ist POP3 sicher?", "ist POP3 sicher?"),
        ("zwei\nZeilen\tund   viel Platz", "zwei Zeilen und viel Platz"),
        ("٠١٢٣ in anderen Ziffern", "# in anderen Ziffern"),
    ],
)
def test_addresses_and_numbers_go_and_the_question_stays(said: str, kept: str, content: Content) -> None:
    assert masked(said, known_names(content), SpelledSigns.of(content.vocabulary.cue)) == kept


@given(st.text(max_size=400))
def test_whatever_is_said_no_address_and_no_digit_is_left(text: str) -> None:
    kept = masked(text)
    assert len(kept) <= 200
    assert not any(letter.isdecimal() for letter in kept)
    assert "@" not in kept.replace("…@…", "")

"""Dictation spells numbers out; members hear digits one by one."""

from __future__ import annotations

import pytest

from assistant.understanding.spoken_numbers import with_figures
from assistant.understanding.text import words_of


@pytest.mark.parametrize(
    ("spoken", "meant"),
    [
        ("neun neun drei", "993"),
        ("neunhundertdreiundneunzig", "993"),
        ("neun dreiundneunzig", "993"),
        ("hundertzehn", "110"),
        ("einhundertzehn", "110"),
        ("hundertdreiundvierzig", "143"),
        ("eins eins null", "110"),
        ("fünfundzwanzig", "25"),
        ("zwo fünf", "25"),
        ("nine ninety three", "993"),
        ("nine hundred and ninety three", "993"),
        ("one hundred ten", "110"),
        ("one one oh", "110"),
        ("five eighty seven", "587"),
        ("twenty five", "25"),
        ("5 8 7", "587"),
    ],
)
def test_a_number_that_is_spelled_out_is_read_as_figures(spoken: str, meant: str) -> None:
    assert words_of(f"ist {spoken} richtig") == ("ist", meant, "richtig")


@pytest.mark.parametrize(
    "said",
    [
        "drei mails",
        "hundert mails und mehr",
        "zwei oder drei geraete",
        "schritt 2 3 mal",
        "hundertmal versucht",
        "wenig und einzig",
        "hundred and my phone",
        "pop drei",
        "pop 3 110",
        "",
    ],
)
def test_words_that_only_count_stay_as_they_are(said: str) -> None:
    assert list(with_figures(said.split())) == said.split()


def test_the_three_of_pop_is_no_part_of_the_number_behind_it() -> None:
    assert words_of("Pop drei neun neun fünf") == ("pop", "drei", "995")
    assert words_of("Pop 3 neun neun fünf") == ("pop", "3", "995")


@pytest.mark.parametrize(
    ("spoken", "meant"),
    [
        ("imap Punkt verein minus ort Punkt de", "imap.verein-ort.de"),
        ("smtp dot my dash club dot org", "smtp.my-club.org"),
        ("mail Punkt verein Punkt info", "mail.verein.info"),
    ],
)
def test_a_host_that_is_spelled_out_is_read_as_its_name(spoken: str, meant: str) -> None:
    assert words_of(f"heißt er {spoken}") == ("heisst", "er", meant)


@pytest.mark.parametrize(
    "said", ["das war der Punkt an dem nichts ging", "auf den Punkt gebracht", "good point then", "Port Punkt"]
)
def test_a_point_between_other_words_joins_nothing(said: str) -> None:
    assert words_of(said) == tuple(word.lower() for word in said.split())

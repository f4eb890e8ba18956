"""Messages that give a password away, and the many that only talk about one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.content_file import load_file
from assistant.password_guard import PasswordGuard, PasswordWords
from tests.growth import grows_in_proportion

WORDS = load_file(Path(__file__).parents[2] / "content", "passwords.yaml", PasswordWords)
GUARD = PasswordGuard(WORDS)

LISTS = Path(__file__).parent / "passwords"


def lines(name: str) -> list[str]:
    """Read messages, one a line; `\\n` and `\\u200b` stand for what they stand for in Python."""
    text = (LISTS / name).read_text(encoding="utf-8")
    return [line.replace("\\n", "\n").replace("\\u200b", "\u200b") for line in text.splitlines()]


@pytest.mark.parametrize("text", lines("given_away.txt"))
def test_a_password_given_away_is_noticed(text: str) -> None:
    assert GUARD.gives_away(text)


@pytest.mark.parametrize("text", lines("ordinary.txt"))
def test_ordinary_messages_pass(text: str) -> None:
    assert not GUARD.gives_away(text)


@pytest.mark.parametrize("text", lines("overheard.txt"))
def test_in_a_group_a_password_of_ones_own_is_noticed(text: str) -> None:
    assert GUARD.gives_away(text, overheard=True)


@pytest.mark.parametrize("text", [*lines("ordinary.txt"), *lines("group_talk.txt")])
def test_in_a_group_what_everybody_may_know_passes(text: str) -> None:
    assert not GUARD.gives_away(text, overheard=True)


@pytest.mark.parametrize(
    "text",
    [
        "erna.mueller@kolping-schoenau.d",
        "erna.mueller@kolping-schoenau,de",
        "erna.mueller@@kolping-schoenau.de",
        "Erna.Mueller2@kolping-schoenau.d",
        "erna@gmx.d",
        "erna@kolping-schoenau.d hans@kolping-schoenau.d",
    ],
)
def test_an_address_with_a_slip_is_no_password(text: str) -> None:
    assert not GUARD.gives_away(text, asked_for=True, expects_words=True)


@pytest.mark.parametrize("text", ["Sommer@2024", "P@ssw0rd", "erna@home2024!", "bl@menwiese7"])
def test_an_at_sign_alone_makes_no_address(text: str) -> None:
    assert GUARD.gives_away(text, asked_for=True)


@pytest.mark.parametrize(
    "text",
    [
        "hunter2",
        "hunter2!",
        "Sommer2024",
        "Xy7!kLm",
        "tr0ub4dor&3",
        "12345678",
        "xKjdPqLmZr",
        "bl#menwiese",
        "hier: Xy7!kLm",
    ],
)
def test_a_lone_random_token_counts_where_one_was_asked_for(text: str) -> None:
    assert GUARD.gives_away(text, asked_for=True)
    assert not GUARD.gives_away(text)


@pytest.mark.parametrize(
    "text",
    [
        *[
            "weiter",
            "weiter!",
            "ok",
            "OK 👍",
            "fertig!!",
            "ja",
            "ja/nein",
            "nächster",
            "zurück",
            "hilfe",
            "/setup",
            "geht's",
            "wo?",
            "?",
            "es klappt nicht",
        ],
        *["Webmaster", "webmaster", "webmaster@kolping-schoenau.de", "e-mail-adresse", "passwort", "mein passwort", "vergessen"],
        *[
            "993",
            "587",
            "Port 993",
            "imap",
            "pop3",
            "POP3/IMAP",
            "IMAP993",
            "STARTTLS",
            "SSL/TLS",
            "c9.webspace-verkauf.de",
            "Schritt 3",
        ],
        *["iPhone15", "iPhone 15 Pro", "Windows11", "Outlook2019", "Outlook 2019", "K-9", "Thunderbird128", "macOS15"],
        *["BlueMail", "OpenOffice"],
        *["https://kolping-schoenau.de/hilfe2", "0x800CCC0E", "24.11.2026", "16:30", "10minuten", "Was heißt nochmal SSL?"],
        *["next", "back", "done", "it works", "I do not have one", "skip this"],
    ],
)
def test_what_is_typed_in_a_guide_passes_even_where_a_password_was_asked_for(text: str) -> None:
    assert not GUARD.gives_away(text, asked_for=True)


@pytest.mark.parametrize("text", ["Maier2", "Erna50"])
def test_a_name_with_a_number_is_none_where_words_are_expected(text: str) -> None:
    assert not GUARD.gives_away(text, expects_words=True)
    assert GUARD.gives_away(f"{text}!", expects_words=True)


def test_no_question_of_the_collection_is_taken_for_a_password() -> None:
    collected = [
        json.loads(line)
        for file in sorted((Path(__file__).parents[1] / "questions").glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    assert len(collected) > 300
    texts = [turn["text"] for one in collected for turn in one.get("turns", [one])]
    assert [text for text in texts if GUARD.gives_away(text) or GUARD.gives_away(text, overheard=True)] == []


@pytest.mark.parametrize("part", ["pw ", "pw:", "passwort ist ", "passwort für für ", "a-", "pw@.", "'", "pw\n", "ist mein pw "])
def test_hostile_text_takes_no_more_time_than_its_length(part: str) -> None:
    assert grows_in_proportion(lambda text: GUARD.gives_away(text, asked_for=True), part)


@given(st.text(max_size=200), st.booleans())
def test_any_text_is_judged(text: str, asked_for: bool) -> None:
    assert GUARD.gives_away(text, asked_for=asked_for) in {True, False}

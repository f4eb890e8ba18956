"""The live check in lay words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.content_file import load_file
from assistant.knowledge.models.club import Encryption
from assistant.live_check import LiveCheckWords, Outcome, Report, Result, describe, endpoints
from tests.assistant.club import SETTINGS

SSL_TLS, STARTTLS, NONE = Encryption.SSL_TLS, Encryption.STARTTLS, Encryption.NONE


WORDS = load_file(Path(__file__).parents[3] / "content", "live_check.yaml", LiveCheckWords)
LANGUAGES = ("de", "en", "fr")
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def report(*outcomes: Outcome, days_left: int | None = None) -> Report:
    places = endpoints(SETTINGS)
    results = tuple(Result(place, outcome, days_left=days_left) for place, outcome in zip(places, outcomes, strict=False))
    return Report(results, NOW)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_its_sentence(outcome: Outcome, language: str) -> None:
    verdict, lines, from_here = describe(report(outcome), WORDS, language, webmaster="den Webmaster", now=NOW)
    text = f"{verdict}\n{lines}\n{from_here}"
    assert "{" not in text
    assert "}" not in text
    assert lines.startswith(WORDS.title.get(language))
    assert len(lines) < 230
    assert WORDS.outcomes[outcome].root.keys() == set(LANGUAGES)


def test_the_verdict_comes_first() -> None:
    def verdict(*outcomes: Outcome) -> str:
        return describe(report(*outcomes), WORDS, "de", webmaster="den Webmaster", now=NOW)[0]

    assert verdict(Outcome.OK, Outcome.OK, Outcome.UNENCRYPTED, Outcome.NOT_CHECKABLE) == WORDS.fine.get("de")
    assert "frag den Webmaster" in verdict(Outcome.OK, Outcome.EXPIRED)
    assert "frag den Webmaster" in verdict(Outcome.OK, Outcome.OK, Outcome.LOGIN_NEEDS_TLS)
    assert verdict(Outcome.NO_NETWORK, Outcome.NOT_CHECKABLE) == WORDS.nothing.get("de")
    assert "mein eigenes Netz" in verdict(Outcome.TIMEOUT, Outcome.TIMEOUT, Outcome.NOT_CHECKABLE)
    assert "nicht an dir" in verdict(Outcome.OK, Outcome.TIMEOUT), "it answers on another port"
    assert "nicht an dir" in verdict(Outcome.TIMEOUT, Outcome.REFUSED)


def test_lines_below_a_line() -> None:
    lines = describe(report(Outcome.OK, days_left=9), WORDS, "de", webmaster="x", now=NOW)[1]
    assert "noch 9 Tage" in lines.splitlines()[2]
    place = endpoints(SETTINGS)[2]
    could = Report((Result(place, Outcome.UNENCRYPTED, offers_tls=True),), NOW)
    assert "STARTTLS" in describe(could, WORDS, "en", webmaster="x", now=NOW)[1].splitlines()[2]
    wrong = Report((Result(place, Outcome.WRONG_CERTIFICATE_NAME, certificate_name="web7.example"),), NOW)
    assert "`web7.example`" in describe(wrong, WORDS, "de", webmaster="x", now=NOW)[1]


def test_age_is_told() -> None:
    paragraphs = describe(report(Outcome.OK), WORDS, "de", webmaster="x", now=NOW + timedelta(minutes=3, seconds=5))
    assert paragraphs[-1] == "Stand: vor 3 Min."


def test_words_must_be_whole() -> None:
    outcomes = dict(WORDS.outcomes)
    del outcomes[Outcome.EXPIRED]
    with pytest.raises(ValueError, match="`expired` is missing"):
        replace(WORDS, outcomes=outcomes)

"""Says in lay words what the live check found. The words are content (`live_check.yaml`)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from assistant.knowledge.models.base import Model, Text
from assistant.live_check.report import OPEN, Outcome

if TYPE_CHECKING:
    from assistant.live_check.report import Report, Result

_SOON = 14
"""Days; certificates are usually renewed 30 days before they end, so fewer than 14 mean that this failed."""


class LiveCheckWords(Model):
    """The words of `live_check.yaml`. Slots: {server} {port} {days} {name} {kind}, and {minutes} in `kept`."""

    title: Text
    kinds: dict[str, Text]
    """imap, pop3, smtp → what it is for; {protocols} are the club's names for the settings that use it."""
    outcomes: dict[Outcome, Text]
    """One line for each outcome."""
    other_name: Text
    """Stands for {name} where the certificate's name could not be read."""
    expires_soon: Text
    one_family: Text
    """Where only IPv4 or only IPv6 answers; {deaf} is the one that does not."""
    could_encrypt: Text
    """Below `unencrypted`, where the server offers encryption on the same port."""
    fine: Text
    wrong: Text
    """{webmaster} is whom to tell."""
    unreached: Text
    """No port answered at all; {webmaster} is whom to tell."""
    nothing: Text
    """Nothing could be checked."""
    from_here: Text
    """'Reachable from here' is not 'from your home'."""
    kept: Text
    """The result is {minutes} minutes old."""
    running: Text
    """Said while the check runs."""

    def __post_init__(self) -> None:
        missing = [outcome.value for outcome in Outcome if outcome not in self.outcomes]
        missing += [kind for kind in ("imap", "pop3", "smtp") if kind not in self.kinds]
        if missing:
            raise ValueError(f"`{'`, `'.join(missing)}` is missing.")


def describe(report: Report, words: LiveCheckWords, language: str, *, webmaster: str, now: datetime | None = None) -> list[str]:
    """Give the report as paragraphs of the content's small markup.

    Args:
        report: What was found.
        words: The content's words.
        language: In which the paragraphs are.
        webmaster: Whom to tell, as a part of a sentence.
        now: To tell the report's age; the present if missing.

    Returns:
        The verdict, which is what was asked for; one paragraph of lines for the ports below the title; what it does not say.
    """
    lines = [line for result in report.results for line in _lines(result, words, language)]
    paragraphs = [
        _verdict(report, words).get(language).replace("{webmaster}", webmaster),
        "\n".join([words.title.get(language), *lines]),
        words.from_here.get(language),
    ]
    minutes = int(((now or datetime.now(UTC)) - report.finished).total_seconds() // 60)
    if minutes > 0:
        paragraphs.append(words.kept.get(language).replace("{minutes}", str(minutes)))
    return paragraphs


def _verdict(report: Report, words: LiveCheckWords) -> Text:
    if report.is_open:
        return words.nothing
    if report.is_unreached:
        return words.unreached
    return words.fine if report.is_fine else words.wrong


def _lines(result: Result, words: LiveCheckWords, language: str) -> list[str]:
    place = result.endpoint
    kind = words.kinds[place.kind].get(language).replace("{protocols}", " / ".join(place.used_by))
    slots = {
        "kind": kind,
        "server": place.server,
        "port": str(place.port),
        "deaf": result.deaf_on,
        "days": "?" if result.days_left is None else str(result.days_left),
        "name": f"`{result.certificate_name}`" if result.certificate_name else words.other_name.get(language),
    }
    texts = [words.outcomes[result.outcome]]
    if result.days_left is not None and result.days_left < _SOON and result.outcome not in OPEN:
        texts.append(words.expires_soon)
    if result.deaf_on:
        texts.append(words.one_family)
    if result.outcome is Outcome.UNENCRYPTED and result.offers_tls:
        texts.append(words.could_encrypt)
    return [_filled(text.get(language), slots) for text in texts]


def _filled(text: str, slots: dict[str, str]) -> str:
    for slot, value in slots.items():
        text = text.replace("{" + slot + "}", value)
    return text

"""Who needs a moment, is back after one, or does not dare: the page or the question stays, and nothing is looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.phrases import stands_in, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from handlers.services import Services


def asks_to_wait(parts: Services, text: str, labels: Iterable[str] = ()) -> bool:
    """Whether words only ask for a moment: 'warte kurz', 'bin gleich zurück', 'moment, es klingelt'.

    Args:
        parts: The bot's parts.
        text: The words.
        labels: What stands on buttons beside: 'langsam' may be one of them.
    """
    if "?" in text or parts.typed.exactly(text) is not None:
        return False
    choices = parts.choices
    is_interrupted = choices.begins(text, "wait") and choices.has(text, "interrupted")  # 'moment, Telefon'
    bare = choices.without(text, "sigh")  # 'uh, wait'
    if not (is_interrupted or choices.is_one_of(text, "wait") or choices.is_one_of(bare, "wait")):
        return False
    return not any(stands_in(words_of(text), words_of(label)) for label in labels)


def is_worried(parts: Services, text: str) -> bool:
    """Whether words ask whether something can break, or tell of who does not dare or is new to it: 'geht da was kaputt?'."""
    return parts.picks.says(text, "worried") or any(parts.choices.has(text, kind) for kind in ("breaks", "not_able"))


def is_back(parts: Services, text: str) -> bool:
    """Whether words only tell that somebody is here again: 'bin wieder da', 'i'm back'."""
    _, last = parts.typed.last_part(text)  # 'hab Pause gemacht, bin zurück'
    return "?" not in text and parts.choices.is_one_of(last, "returned")

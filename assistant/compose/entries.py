"""'Beim Kennwort mein eigenes?', 'Anzeigename „Kassier …“, passt das?': yes or no to what is taken for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.claims import leaves_open
from assistant.compose.verdict import verdict

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_NO_YES = ("which", "why", "meaning", "denies", "asks_place", "forgot", "offers_password", "without")
"""Signs of a question that is answered neither by yes nor by no."""


def entry_judged(content: Content, understood: Understanding, language: str) -> str:
    """Say whether what is taken for the password, or for the name that others see, is right; nothing where nobody asks."""
    whole = understood.explanation.whole
    if whole is None or len(understood.intents) > 1 or whole.has_any(_NO_YES) or understood.fails or leaves_open(whole):
        return ""
    if not (understood.confirms or understood.doubts or (whole.sentence.asks and not whole.asks_openly)):
        return ""
    match understood.intents[0].aspect:
        case "password":
            is_right = _is_own_password(whole)
        case "name":
            is_right = _is_position(whole, understood)
        case "address":
            is_right = _ends_as_ours(content, understood)
        case _:
            return ""
    if is_right is None:
        return ""
    return content.word(verdict(understood, is_right=is_right), language)


def _ends_as_ours(content: Content, understood: Understanding) -> bool | None:
    """'Die Adresse endet auf @verein.de, stimmt das?'; of a whole address that ends so nobody knows if it is there."""
    named = [word.partition("@") for word in understood.numbers if not word.isdigit()]
    if not named or not understood.confirms:
        return None
    if any((domain or before) != content.club.domain for before, _, domain in named):
        return False
    return None if any(before and domain for before, _, domain in named) else True


def _is_own_password(whole: Slots) -> bool | None:
    """Tell whether the password of the mailbox is meant, or one for something else: 'das vom WLAN'."""
    if whole.cue("other_password"):
        return False
    return True if whole.cue("own_password") else None


def _is_position(whole: Slots, understood: Understanding) -> bool | None:
    """Tell whether the position with the club's short name stands there; one without the other, or an own name, is wrong."""
    if whole.cue("tells_role"):
        return whole.cue("club_short_name")
    words = whole.sentence.words
    shown = {words[hit.end] for hit in whole.hits_of("stands_at", "copula") if hit.end < len(words)}
    is_other = not shown.isdisjoint(understood.explanation.unknown_words) and understood.confirms
    return False if whole.cue("own_name") or is_other else None

"""'Beim Kennwort mein eigenes?', 'Anzeigename „Kassier …“, passt das?': yes or no to what is taken for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.compose.claims import leaves_open
from assistant.compose.verdict import verdict
from assistant.understanding.understood import CONFIRMING

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_NO_YES = ("which", "why", "meaning", "forgot", "offers_password")
"""Signs of a question that is answered neither by yes nor by no."""
_REQUESTS = ("says_please", "to_us")
"""Signs that something is to be told, whoever it is for."""
_END = re.compile(r"(?:(?<![\w@.-])\.|\b(?:punkt|dot) )([a-z]{2,6})\b")
"""An end of a domain that stands alone: 'endet auf .de?', 'dot com?'. Reading a message takes its point away."""


def entry_judged(content: Content, understood: Understanding, language: str) -> str:
    """Say whether what is taken for the password, or for the name that others see, is right; nothing where nobody asks."""
    whole = understood.explanation.whole
    if whole is None or len(understood.intents) > 1 or whole.has_any(_NO_YES) or understood.fails or leaves_open(whole):
        return ""
    if _asks_place(whole) or _is_without_it(whole) or _denies(whole, understood):
        return ""
    if not (_confirms(understood, whole) or understood.doubts or (whole.asks_directly and not whole.asks_openly)):
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


def _confirms(understood: Understanding, whole: Slots) -> bool:
    """Tell whether it is asked if something is right; 'was soll da eingetragen werden?' asks what belongs there."""
    if not understood.confirms or not whole.asks_openly:
        return understood.confirms
    typed_in = {hit.start for hit in whole.cues.get("typed_in", ())}
    return any(hit.start not in typed_in for hit in whole.hits_of(*CONFIRMING))


def _asks_place(whole: Slots) -> bool:
    """Tell whether it is asked where to change it; the 'correct' of 'is that correct?' asks for a yes.

    'Is des des Passwort vom WLAN, wo da nei muass?' asks for one as well.
    """
    if whole.begins_with("is_it", "is_so"):
        return False
    right = whole.places_of("asks_right")
    return any(hit.start not in right for hit in whole.cues.get("asks_place", ()))


def _denies(whole: Slots, understood: Understanding) -> bool:
    """Tell whether something is denied: neither a dash ('kein Bindestrich?') nor by the 'net' of '.net?'."""
    ends = _END.findall(understood.text.lower()) if "denies" in whole.cues else ()
    dashes = whole.places_of("without_dash")
    return any(hit.words not in ends and hit.start not in dashes for hit in whole.cues.get("denies", ()))


def _is_without_it(whole: Slots) -> bool:
    """Tell whether it is asked if it works without it, and not without a dash."""
    return "without" in whole.cues and "without_dash" not in whole.cues


def _ends_as_ours(content: Content, understood: Understanding) -> bool | None:
    """'Die Adresse endet auf @verein.de, stimmt das?'; of a whole address that ends so nobody knows if it is there.

    An end such as '.com' counts, and whether there is a dash: 'ohne Bindestrich?'.
    """
    whole, domain = understood.explanation.whole, content.club.domain
    named = [word.partition("@") for word in understood.numbers if not word.isdigit()]
    ends = _END.findall(understood.text.lower())
    dash = whole is not None and whole.has_any(("with_dash", "without_dash"))
    if whole is None or not (named or ends or dash):
        return None
    is_asked = understood.confirms or whole.has_any(("ends_in", "follow_up")) or dash or not whole.aspects
    if not is_asked:
        return None
    if any((behind or before) != domain for before, _, behind in named) or any(end != domain.rpartition(".")[2] for end in ends):
        return False
    if dash and ("without_dash" in whole.cues) == ("-" in domain):
        return False
    return None if any(before and behind for before, _, behind in named) else True


def _is_own_password(whole: Slots) -> bool | None:
    """Tell whether the password of the mailbox is meant, or one for something else: 'das vom WLAN'."""
    if "other_password" in whole.cues:
        return False
    return True if "own_password" in whole.cues else None


def _is_position(whole: Slots, understood: Understanding) -> bool | None:
    """Tell whether the position with the club's short name stands there; one without the other, or an own name, is wrong."""
    if "tells_role" in whole.cues:
        is_request = whole.has_any(_REQUESTS) and not understood.confirms  # 'please tell me the display name for a treasurer'
        return None if is_request else "club_short_name" in whole.cues
    if "club_short_name" in whole.cues and "own_name" not in whole.cues:
        return None  # nobody knows if it is a position or a name: 'Huber KfSB'
    words = whole.sentence.words
    shown = {words[hit.end] for hit in whole.hits_of("stands_at", "copula") if hit.end < len(words)}
    is_other = not shown.isdisjoint(understood.explanation.unknown_words) and understood.confirms
    return False if "own_name" in whole.cues or is_other else None

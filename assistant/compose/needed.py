"""'Geht Senden ohne Passwort?', 'braucht man da keine Anmeldung?': the user name and the password are always needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import OF_THE_ACCOUNT
from assistant.understanding.turned_down import are_denied

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.lexicon import Hit
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_NO_YES = ("which", "why", "meaning", "wrong", "offers_password")
"""Signs of a question that is answered neither by yes nor by no."""
_PART_OF_IT = ("front_only", "whole_address")
"""Signs of who leaves out a part of it: 'kann ich beim Benutzernamen das hinter dem @ weglassen?'."""
_ARTICLE = 1
"""Words between 'ohne' and 'Passwort'."""
_TILL_LEFT_OUT = 4
"""Words of 'das Passwort [beim Senden] weglassen' between what is left out and the verb."""


def whether_without(content: Content, understood: Understanding, language: str) -> str:
    """Say that name and password are needed, where it is asked or believed that it works without; else nothing."""
    whole, asked = understood.explanation.whole, understood.intents[0]
    if whole is None or asked.aspect not in OF_THE_ACCOUNT or whole.has_any((*_NO_YES, *_PART_OF_IT)):
        return ""
    hits = [hit for aspect in OF_THE_ACCOUNT for hit in whole.aspects.get(aspect, ())]
    asks_if = understood.confirms or (whole.asks_directly and not whole.asks_openly)
    if not hits or not asks_if:
        return ""
    is_left_out = _is_left_out(whole, hits)
    if not (is_left_out or are_denied(whole, hits) or _is_not_needed(whole)):
        return ""
    if understood.doubts:
        return content.word("account_needed_yes", language)
    if is_left_out or understood.confirms:
        return content.word("account_needed_no", language)  # 'stimmt es, dass man zum Senden kein Passwort braucht?'
    asks_of_need = "requests" in whole.cues or "whether" in whole.cues  # not 'hast du kein Passwort für mich?'
    return content.word("account_needed_but", language) if asks_of_need else ""


def _is_not_needed(whole: Slots) -> bool:
    """'… dass ich das Passwort nicht brauche', 'I don't need a password'."""
    needed = {hit.start for hit in whole.cues.get("requests", ())}
    return any(no.end in needed for no in whole.cues.get("denies", ()))


def _is_left_out(whole: Slots, hits: list[Hit]) -> bool:
    """Tell whether it is to work without: 'ohne Passwort', 'das Passwort beim Senden weglassen'."""
    without = [hit.end for hit in whole.cues.get("without", ())]
    if any(0 <= hit.start - end <= _ARTICLE for hit in hits for end in without):
        return True
    off = whole.cues.get("switched_off", ())
    return any(_is_near(hit, one) for hit in hits for one in off)


def _is_near(hit: Hit, off: Hit) -> bool:
    return 0 <= off.start - hit.end <= _TILL_LEFT_OUT or 0 <= hit.start - off.end <= _ARTICLE

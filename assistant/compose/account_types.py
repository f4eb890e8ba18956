"""'Kontotyp steht auf Exchange, richtig?', 'IMAP ist angekreuzt, bleibt das so?': whether it is one of the club's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.claims import leaves_open
from assistant.compose.verdict import verdict

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_TOO = ("no_also", "yes_also")
"""Of one that works, but is not recommended: for who asks whether it is wrong, and who asks whether it is right."""


def account_type_judged(content: Content, understood: Understanding, language: str) -> str:
    """Give yes or no in a sentence, where it is asked whether an account type is right; else nothing."""
    whole, asked = understood.explanation.whole, understood.intents
    if whole is None or len(asked) > 1 or asked[0].aspect != "account_type" or not (understood.confirms or understood.doubts):
        return ""
    named = whole.subjects
    if whole.asks_openly or leaves_open(whole) or len(named) > 1 or whole.has_any(("which", "meaning", "denies")):
        return ""
    if not named and not _names_a_third(whole):
        return ""
    is_recommended = content.settings.recommended in named
    word = _TOO[not understood.doubts] if named and not is_recommended else verdict(understood, is_right=is_recommended)
    return content.word(word, language)


def _names_a_third(whole: Slots) -> bool:
    """'Kontotyp Exchange'; the program Gmail is none."""
    programs = {hit.start for hits in whole.of("program").values() for hit in hits}
    return any(hit.start not in programs for hit in whole.cues.get("third_type", ()))

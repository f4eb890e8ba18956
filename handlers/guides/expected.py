"""What a guide says of a message that the program shows on the way: told again before it is taken for a trouble."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.guides.passages import passage_quoting
from assistant.notes import is_note
from assistant.phrases import words_of

if TYPE_CHECKING:
    from assistant.assistant import Reply
    from assistant.guides.passages import Passage
    from handlers.guides.doing import Here

_VALUES = frozenset({"subject", "aspect", "direction", "number"})
_TELLING = 6
"""Letters from which a word is telling; of a longer one so many, without its ending: 'überprüfen', 'überprüft'."""
_AT_LEAST = 2
"""So many telling words of a message stand in the hint that is about it."""


def expected(here: Here, reply: Reply) -> str:
    """Give the hint of this step, or of the one before, on a message that is told as a trouble; empty where there is none.

    Who was helped on this page already has read it: then the trouble is looked into.
    """
    if here.opened.helped or not any(intent.tree for intent in reply.intents):
        return ""
    said = _telling(here.text)
    pages = [here.walk.page(number) for number in (here.number, here.number - 1) if number >= 0]
    hints = (told for page in pages for told in page.answer.paragraphs if is_note(told))
    return next((hint for hint in hints if len(said & _telling(hint)) >= _AT_LEAST), "")


def foretold(here: Here) -> Passage | None:
    """Give where the guide itself quotes a message that somebody reads out, or asks whether to agree to; None where it does not.

    It may come steps before or after the one that tells of it: 'da steht Warnung unsicherer Server', 'soll ich die Risiken
    bestätigen'.
    """
    said, found = _telling(here.text), here.said.reply.explanation.found
    asks = here.said.asks and not any(one.kind in _VALUES for one in found)
    if len(said) < _AT_LEAST or not (asks or here.parts.choices.has(here.text, "message")):
        return None
    least = len(said) if asks else _AT_LEAST
    return passage_quoting(here.walk, lambda quoted: len(said & _telling(quoted)) >= least)


def _telling(text: str) -> frozenset[str]:
    return frozenset(word[:_TELLING] for word in words_of(text) if len(word) >= _TELLING)

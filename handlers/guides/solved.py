"""What words say amid a trouble tree that name no button: that it works now, or to begin anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.trouble import page
from handlers.buttons import PressSimple, PressTrouble, Simple
from handlers.guides.in_trees import is_remedy
from handlers.guides.weighing import is_for_assistant

if TYPE_CHECKING:
    from handlers.buttons import Press
    from handlers.utterance import Utterance

_MEANT = frozenset({"works", "done", "restart"})
_CERTAIN, _LIKELY, _AS_NEWS = 0.8, 0.65, 0.5
"""From where words in a tree are taken for 'it works'; the last where they tell it as news: 'jetzt geht es'."""
_FEW_WORDS, _MOST_WORDS = 3, 8
"""As many may tell it as news where it was not asked; longer ones say more than that it is over."""
_CONTENT = frozenset({"yes", "fine"})


def said_in_tree(said: Utterance, again: PressTrouble) -> Press | None:
    """Give what words say in a tree without naming a button: that it works now, or to ask from the beginning."""
    parts, choices, text, meant = said.parts, said.parts.choices, said.text, said.meant
    is_more = choices.has(text, "tried") or choices.has(text, "but")
    if (again.tried and choices.answer(text) in _CONTENT and not is_more) or tells_it_is_over(said, again):
        return PressSimple(Simple.SOLVED, again.language)
    if meant is None or meant.intent not in _MEANT or choices.has(text, "checked"):
        return None
    is_news = meant.intent != "restart" and choices.has(text, "now")
    is_likely = meant.score >= (_AS_NEWS if is_news else _LIKELY)
    if not is_likely or (meant.score < _CERTAIN and is_for_assistant(said.reply, meant)):
        return None  # 'alles ist doppelt' sounds a little like 'it works', and tells a trouble
    if meant.intent == "restart":
        is_of_device = not meant.is_exact and choices.has(text, "tried")  # 'Router neu gestartet, nix'
        return None if is_of_device else replace(again, node="", tried=False)
    # After a question 'it works' is an answer, unless it is told as news; how it was before is never a success.
    is_told = is_remedy(parts, again) or (is_news and (meant.is_exact or said.length <= _FEW_WORDS))
    # 'Fertig' tells that a remedy was tried, and not whether it helped.
    if not is_told or choices.has(text, "before") or choices.is_made_of(text, "step"):
        return None
    return PressSimple(Simple.SOLVED, again.language)


def tells_it_is_over(said: Utterance, again: PressTrouble) -> bool:
    """Whether a short message tells as news that the trouble is over: 'doch jetzt gehts', 'hat sich erledigt', 'fixed'.

    After a remedy 'repariert' tells that it was tried, and not whether it helped.
    """
    choices, typed, text = said.parts.choices, said.parts.typed, said.text
    if said.asks or said.length > _MOST_WORDS or choices.has(text, "before") or choices.has(text, "but"):
        return False
    is_news = choices.has(text, "news") or choices.has(text, "tried") or again.tried  # 'Klappt es jetzt?' 'it works, thank you'
    if is_news and any(part.intent == "works" for part in typed.exactly_in_parts(text)):
        return True  # 'never mind, works now', 'geändert, klappt'
    if typed.is_denied(text) or choices.has(text, "denied"):
        return False
    if choices.has(text, "helped") or choices.has(text, "gone_out") or choices.is_one_of(text, "gone_out_alone"):
        return True
    if choices.has(text, "solved"):
        return not (is_remedy(said.parts, again) and choices.has(text, "tried"))
    is_bare = typed.says_exactly(text, "works") and not _has_a_yes(said, again)
    return is_bare or (choices.has(text, "news") and typed.holds(text, "works"))


def is_over_whatever_is_asked(said: Utterance, again: PressTrouble) -> bool:
    """Whether it is told to be over, and the open question does not ask for what was said: 'doch geht', to 'Steht dort …?'.

    That the missing email has come is asked by none: 'doch, jetzt ist sie da'.
    """
    if _has_come(said):
        return True
    ways = page(said.parts.content, again.tree, again.node, again.language).ways
    is_asked = any(said.parts.typed.holds(way.label, "works") for way in ways)
    is_told = said.parts.choices.told(said.text, [(way.label, *way.also) for way in ways]) is not None
    return not (is_asked or is_told) and tells_it_is_over(said, again)


def _has_come(said: Utterance) -> bool:
    """Whether the email that was waited for is told to be there now."""
    choices, text = said.parts.choices, said.text
    is_short = said.length <= _MOST_WORDS and not said.asks and not choices.has(text, "but")
    return is_short and choices.has(text, "has_come") and not said.parts.typed.is_denied(text)


def _has_a_yes(said: Utterance, again: PressTrouble) -> bool:
    """Whether the question may be answered with yes, so that 'geht' may tell that what was asked about works."""
    ways = page(said.parts.content, again.tree, again.node, again.language).ways
    return any(said.parts.choices.says_yes(way.label) for way in ways)

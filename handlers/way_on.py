"""Where words lead on that name no button of an open choice: 'ok', 'und jetzt?', 'hilft nicht', 'weiß nicht'."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant import trouble
from assistant.intent import Intent
from handlers.buttons import (
    Deed,
    Press,
    PressAsk,
    PressDevice,
    PressGuide,
    PressProgram,
    PressSimple,
    PressTrouble,
    Simple,
    decode,
)
from handlers.guides.amid_trees import confirms
from handlers.guides.weighing import is_for_assistant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.assistant import Reply
    from assistant.guides import Typed
    from assistant.trouble import Way
    from handlers.conversation import OpenGuide
    from handlers.render import Shown
    from handlers.services import Services

_LIKELY = 0.65
_FEW_WORDS = 6
_LEADS_ON = frozenset({"next", "fails"})
_ASKED = frozenset({"subject", "aspect", "direction"})
_NOT_NOW = ("already", "denied", "checked")
"""What tells that something was so before, or is all in vain."""
_TRIED = frozenset({"yes", "no", "fine", "unsure"})


def is_unsure(parts: Services, text: str, meant: Typed | None) -> bool:
    """Whether somebody says no more than not to know, or not to understand."""
    return parts.choices.answer(text) == "unsure" or (meant is not None and meant.intent == "help" and meant.score >= 1)


def way_on(parts: Services, again: PressTrouble, text: str, meant: Typed | None, reply: Reply) -> tuple[PressTrouble, str] | None:
    """Give where words lead from a question or remedy of a trouble tree, and which of the bot's words tell that.

    After a remedy all that says 'I have tried, it is so, what now?' leads to the next one: out of the tree leads only what asks
    for something else.

    Args:
        parts: The bot's parts.
        again: The question or remedy.
        text: What was typed.
        meant: What it means in a guide.
        reply: What the assistant has to say to it.

    Returns:
        None where the words lead nowhere.
    """
    page = trouble.page(parts.content, again.tree, again.node, again.language)
    if page.is_remedy and _tells_tried(parts, text, meant):
        return replace(again, tried=True), ""
    ways = [way for way in page.ways if way.node]
    if not ways:
        return None
    if page.is_remedy:
        way = _next_remedy(parts, ways, text, meant, reply)
        is_told = meant is None or meant.intent != "fails"
        word = "trouble_next" if is_told else ""
    else:
        way = _unsure(parts, ways) if _does_not_know(parts, text, reply) else None
        word = "trouble_unsure"
    return (replace(again, node=way.node, tried=False), word) if way is not None else None


def _tells_tried(parts: Services, text: str, meant: Typed | None) -> bool:
    """Whether somebody has done what a remedy tells, just now, and does not say whether it helped: 'ja, hab ich geändert'."""
    choices, is_done = parts.choices, meant is not None and meant.intent == "done" and parts.choices.is_made_of(text, "step")
    if "?" in text or len(text.split()) > _FEW_WORDS or any(choices.has(text, kind) for kind in _NOT_NOW):
        return False
    fails = meant is not None and meant.intent == "fails" and meant.is_sure
    return (choices.has(text, "tried") or is_done) and not fails and choices.answer(text) != "no"


def _does_not_know(parts: Services, text: str, reply: Reply) -> bool:
    """Whether somebody does not know the answer: 'weiß nicht', 'keine Ahnung, was da steht', but not '… welcher Port'."""
    asks = any(found.kind in _ASKED for found in reply.explanation.found)
    return parts.choices.answer(text) == "unsure" or (parts.choices.begins(text, "unsure") and not asks)


def _next_remedy(parts: Services, ways: Sequence[Way], text: str, meant: Typed | None, reply: Reply) -> Way | None:
    choices = parts.choices
    is_said = choices.answer(text) in _TRIED or choices.is_content(text) or choices.has(text, "checked") or confirms(parts, text)
    is_meant = meant is not None and meant.intent in _LEADS_ON and meant.score >= _LIKELY and not is_for_assistant(reply, meant)
    is_kind = reply.answered and any(parts.content.is_small_talk(intent.topic) for intent in reply.intents)
    if is_kind and choices.answer(text) == "fine" and not choices.is_content(text):
        return None  # 'ok danke'
    if not (is_said or is_meant):
        return None
    return next((way for way in ways if choices.has(way.label, "still")), ways[0])


def _unsure(parts: Services, ways: Sequence[Way]) -> Way:
    """Give the way for who does not know: 'Etwas anderes', else 'Nein', else the first, which is the likeliest."""
    other = next((way for way in ways if parts.choices.has(way.label, "other")), None)
    no = next((way for way in ways if parts.choices.answer(way.label) == "no"), None)
    return other or no or ways[0]


def way_out(parts: Services, again: Press, text: str, guide: OpenGuide | None) -> Press | None:
    """Give where 'zurück' leads from the first question on troubles or programs: to the page of the guide, else to the menu."""
    meant = parts.typed.exactly(text)
    if meant is None or meant.intent != "back" or not _is_first(parts, again):
        return None
    if guide is not None and guide.is_fresh:
        return PressGuide(Deed.SHOW, guide.place, guide.language)
    return PressSimple(Simple.MENU, again.language)


def _is_first(parts: Services, again: Press) -> bool:
    """Whether no button leads back from a question."""
    start = parts.content.trouble.get(trouble.START_TREE)
    if isinstance(again, PressTrouble):
        return start is not None and again.tree == trouble.START_TREE and again.node in ("", start.start)
    return isinstance(again, PressSimple) and again.what in (Simple.TROUBLES, Simple.SETUP)


def help_to_choose(parts: Services, again: Press, screen: Shown) -> Press | None:
    """Give what helps somebody who does not know what to choose among programs, devices or protocols."""
    presses = [(button.text, decode(button.callback_data)) for row in screen.rows for button in row if button.callback_data]
    match again:
        case PressSimple(Simple.SETUP) | PressAsk(Intent(topic="setup")):
            return presses[-1][1]  # 'which one do I have?'
        case PressDevice() | PressSimple(Simple.WHICH) | PressAsk():
            return next((press for label, press in presses if parts.choices.has(label, "other")), None)
        case PressProgram():
            return presses[0][1]  # the recommended protocol
        case _:
            return None

"""Where words lead on that name no button of an open choice: 'ok', 'und jetzt?', 'hilft nicht', 'weiß nicht'."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant import trouble
from assistant.guides import EXACT, SURE
from assistant.intent import Intent
from assistant.phrases import words_of
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
)
from handlers.guides.amid_trees import confirms
from handlers.guides.in_trees import stands_in_node
from handlers.guides.trouble import press_of_way
from handlers.guides.weighing import is_for_assistant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.trouble import Way
    from handlers.render import Shown
    from handlers.services import Services
    from handlers.utterance import Utterance

_LIKELY = 0.65
_FEW_WORDS = 6
_MOST_WORDS = 8
"""As many may tell what was done: 'hab ich geändert auf die ganze Adresse'."""
_SHORTEST = 5
"""Letters of a word that names a thing."""
_LEADS_ON = frozenset({"next", "fails"})
_ASKED = frozenset({"subject", "aspect", "direction"})
_NOT_NOW = ("already", "denied", "checked")
"""What tells that something was so before, or is all in vain."""
_TRIED = frozenset({"yes", "no", "fine", "unsure"})


def is_unsure(said: Utterance) -> bool:
    """Whether somebody says no more than not to know, or not to understand."""
    return said.parts.choices.answer(said.text) == "unsure" or said.means("help", least=EXACT)


def way_on(said: Utterance, again: PressTrouble) -> tuple[PressTrouble, str] | None:
    """Give where words lead from a question or remedy of a trouble tree, and which of the bot's words tell that.

    After a remedy all that says 'I have tried, it is so, what now?' leads to the next one: out of the tree leads only what asks
    for something else.

    Args:
        said: The words.
        again: The question or remedy.

    Returns:
        None where the words lead nowhere.
    """
    page = trouble.page(said.parts.content, again.tree, again.node, again.language)
    if not page.is_remedy and (none := _none_of(said, again, page.ways) or _all_of(said, again, page.ways)) is not None:
        return none, ""
    if (page.is_remedy and _tells_tried(said, again)) or _tells_cause(said):
        return replace(again, tried=True), ""
    if not page.is_remedy:
        unsure = _unsure(said.parts, again, page.ways) if _does_not_know(said, again) else None
        return (unsure, "trouble_unsure") if unsure is not None else None
    ways = [way for way in page.ways if way.node]
    way = _next_remedy(said, ways) if ways else None
    word = "" if said.means("fails") else "trouble_next"
    return (replace(again, node=way.node, tried=False), word) if way is not None else None


def _tells_it_is_so_now(said: Utterance, again: PressTrouble) -> bool:
    """Whether no more is told than that what was advised now stands there: 'jetzt ganze Adresse', '587 now'."""
    rest = words_of(said.parts.choices.without(said.text, "now"))
    is_now = said.parts.choices.has(said.text, "now") and len(rest) <= _FEW_WORDS
    named = [word for word in rest if len(word) >= _SHORTEST or word.isdigit()]
    return is_now and bool(named) and stands_in_node(said.parts, again, named)


def _tells_tried(said: Utterance, again: PressTrouble) -> bool:
    """Whether somebody has done what a remedy tells, just now, and does not say whether it helped: 'ja, hab ich geändert'."""
    choices, text = said.parts.choices, said.text
    if "?" in text or said.length > _MOST_WORDS or any(choices.has(text, kind) for kind in _NOT_NOW):
        return False
    is_done = choices.has(text, "tried") or (said.means("done") and choices.is_made_of(text, "step"))
    is_done = is_done or _tells_it_is_so_now(said, again)
    return is_done and not said.means("fails", least=SURE) and choices.answer(text) != "no"


def _tells_cause(said: Utterance) -> bool:
    """Whether somebody tells what it was, which may have been all: 'war die Feststelltaste', 'es lag am Router'."""
    choices, text = said.parts.choices, said.text
    is_so = choices.begins(choices.without(text, "news"), "cause")
    is_old = any(choices.has(text, kind) for kind in (*_NOT_NOW, "still"))
    return is_so and not is_old and said.length <= _FEW_WORDS


def _does_not_know(said: Utterance, again: PressTrouble) -> bool:
    """Whether somebody does not know the answer: 'weiß nicht', 'keine Ahnung, was da steht', but not '… welcher Port'.

    What the question itself names is no other thing: 'keine Ahnung, was POP ist', to 'Holt ein Gerät mit POP3 ab?'.
    """
    choices, text = said.parts.choices, said.text
    named = {word for found in said.reply.explanation.found if found.kind in _ASKED for word in words_of(found.words)}
    asks = bool(named) and not stands_in_node(said.parts, again, named)
    is_none = "?" not in text and choices.is_one_of(text, "none_of_them")
    is_unsure = choices.answer(text) == "unsure" or choices.is_one_of(text, "indifferent") or is_none
    return is_unsure or (choices.begins(text, "unsure") and not asks)


def _next_remedy(said: Utterance, ways: Sequence[Way]) -> Way | None:
    parts, choices, text, reply = said.parts, said.parts.choices, said.text, said.reply
    is_answer = choices.answer(text) in _TRIED and not (choices.says_yes(text) and choices.has(text, "but"))  # 'ja, nur anni'
    is_said = is_answer or choices.is_content(text) or choices.has(text, "checked") or confirms(said)
    is_meant = said.means(*_LEADS_ON, least=_LIKELY) and not is_for_assistant(reply, said.meant)
    is_kind = reply.answered and any(parts.content.is_small_talk(intent.topic) for intent in reply.intents)
    if is_kind and choices.answer(text) == "fine" and not choices.is_content(text):
        return None  # 'ok danke'
    if not (is_said or is_meant):
        return None
    return next((way for way in ways if choices.has(way.label, "still")), ways[0])


def _none_of(said: Utterance, again: PressTrouble, ways: Sequence[Way]) -> PressTrouble | None:
    """Give the button for none of the others to who says no to a question that asks which it is: 'na', to 'Was trifft zu?'.

    Who says it in full means it whatever is asked: 'weder noch'.
    """
    choices, text = said.parts.choices, said.text
    is_none = "?" not in text and choices.is_one_of(text, "none_of_them")
    if not is_none and (choices.answer(text) != "no" or any(choices.answer(way.label) for way in ways)):
        return None
    none = next((way for way in ways if choices.is_one_of(way.label, "none_of_them")), None)
    press = press_of_way(none, again) if none is not None else None
    return press if isinstance(press, PressTrouble) else None


def _all_of(said: Utterance, again: PressTrouble, ways: Sequence[Way]) -> PressTrouble | None:
    """Give the button for who has nothing to say to the question what fails but that it does: 'klappt nicht', 'doesn't work'."""
    if not said.means("fails", least=EXACT) or said.parts.choices.is_one_of(said.text, "no"):
        return None
    everything = next((way for way in ways if said.parts.choices.is_one_of(way.label, "all_fails")), None)
    press = press_of_way(everything, again) if everything is not None else None
    return press if isinstance(press, PressTrouble) else None


def at_end(said: Utterance, again: PressTrouble) -> str:
    """Give which of the bot's words lead to somebody who helps, where the tree knows no more; empty elsewhere.

    After the last remedy that is only where it did not help.
    """
    page = trouble.page(said.parts.content, again.tree, again.node, again.language)
    if not page.is_remedy:
        return "" if page.ways else "trouble_at_end"
    leads_on = any(isinstance(press_of_way(way, again), PressTrouble) for way in page.ways)
    return "trouble_ask_webmaster" if said.means("fails", least=SURE) and not leads_on else ""


def _unsure(parts: Services, again: PressTrouble, ways: Sequence[Way]) -> PressTrouble | None:
    """Give the way for who does not know: 'Weiß ich nicht', else 'Etwas anderes', 'Nichts davon', 'Nein', or the likeliest one.

    That is the first one that stays in the tree. To another tree or a guide lead only those for who does not know.
    """
    choices = parts.choices
    unsure = next((way for way in ways if choices.answer(way.label) == "unsure"), None)
    other = next((way for way in ways if choices.has(way.label, "other")), None)
    none = next((way for way in ways if choices.is_one_of(way.label, "none_of_them")), None)
    within = [way for way in ways if way.node]
    no = next((way for way in within if choices.answer(way.label) == "no"), None)
    for way in (unsure, other, none, no, *within):
        press = press_of_way(way, again) if way is not None else None
        if isinstance(press, PressTrouble):
            return press
    return None


def way_out(said: Utterance, again: Press) -> Press | None:
    """Give where 'zurück' leads from the first question on troubles or programs: to the page of the guide, else to the menu.

    From the questions that come before the program they lead to the list of all, and 'zurück zur Auswahl' from any.
    """
    guide = said.recalled.guide
    if said.parts.picks.says(said.text, "to_choice"):
        return PressSimple(Simple.TROUBLES if isinstance(again, PressTrouble) else Simple.SETUP, again.language)
    if not said.parts.typed.says_exactly(said.text, "back"):
        return None
    match again:
        case PressDevice() | PressSimple(Simple.WHICH) | PressAsk(Intent(topic="setup", program="")):
            return PressSimple(Simple.SETUP, again.language)
    if not is_first_choice(said.parts, again):
        return None
    if guide is not None and guide.is_fresh:
        return PressGuide(Deed.SHOW, guide.place, guide.language)
    return PressSimple(Simple.MENU, again.language)


def is_first_choice(parts: Services, again: Press) -> bool:
    """Whether no button leads back from a question."""
    start = parts.content.trouble.get(trouble.START_TREE)
    if isinstance(again, PressTrouble):
        return start is not None and again.tree == trouble.START_TREE and again.node in ("", start.start)
    return isinstance(again, PressSimple) and again.what in (Simple.TROUBLES, Simple.SETUP)


def help_to_choose(parts: Services, again: Press, screen: Shown) -> Press | None:
    """Give what helps somebody who does not know what to choose among programs, devices or protocols."""
    presses = screen.presses
    match again:
        case PressSimple(Simple.SETUP) | PressAsk(Intent(topic="setup")):
            return presses[-1][1]  # 'which one do I have?'
        case PressDevice() | PressSimple(Simple.WHICH) | PressAsk():
            return next((press for label, press in presses if parts.choices.has(label, "other")), None)
        case PressProgram():
            return presses[0][1]  # the recommended protocol
        case _:
            return None

"""Which button of a screen is meant by words: its label, other words for it, a yes to what is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.guides.choosing import protocols
from assistant.phrases import words_of
from assistant.trouble import START_TREE, page
from handlers.buttons import Press, PressProgram, PressSimple, PressTrouble, Simple
from handlers.guides.amid_trees import confirms_what_is_asked, says_nothing_else
from handlers.guides.asked_in_trees import hosts_named, hosts_of_club
from handlers.guides.in_trees import ASKS, is_remedy, other_words

if TYPE_CHECKING:
    from handlers.render import Shown
    from handlers.utterance import Utterance

GO_AHEAD = frozenset({"start", "next"})
"""Typed words that go the way that is offered."""
_CERTAIN = 0.8
_ASKS = ASKS | {"asks_place"}


def labelled(said: Utterance, screen: Shown) -> Press | None:
    """Give the button whose whole label was written."""
    presses = screen.presses
    place = said.parts.choices.named(said.text, [label for label, _ in presses])
    return presses[place][1] if place is not None and not is_rejected(said, presses[place][1]) else None


def is_rejected(said: Utterance, press: Press) -> bool:
    """Whether a button is for a program that is named only to tell that it is not this one: 'kein Gmail, eine andere App'."""
    return isinstance(press, PressProgram) and said.parts.picks.rejects(said.text, press.program)


def begun(said: Utterance, again: Press, screen: Shown) -> Press | None:
    """Give the button of a question that a longer message answers with yes or no, and that asks for nothing else.

    The answer is what it begins with, or another server than the club's: 'nein, da steht mail.example.org'.
    """
    if not isinstance(again, PressTrouble) or is_remedy(said.parts, again):
        return None
    choices, presses = said.parts.choices, screen.presses
    labels = [label for label, _ in presses]
    place = None
    if confirms_what_is_asked(said, again):
        place = next((at for at, label in enumerate(labels) if choices.says_yes(label)), None)
    elif says_nothing_else(said, again) or (choices.has(said.text, "states") and not _asks(said)):
        place = choices.begun(said.text, labels)
    if place is None and (stated := _states_server(said, again)):
        place = next((at for at, label in enumerate(labels) if choices.answer(label) == stated), None)
    return presses[place][1] if place is not None else None


def _asks(said: Utterance) -> bool:
    """Whether somebody asks beside an answer: 'nein, wo steht denn der Port'."""
    is_asked = any(found.kind == "cue" and found.value in _ASKS for found in said.reply.explanation.found)
    return is_asked or said.asks


def _states_server(said: Utterance, again: PressTrouble) -> str:
    """Give `yes` to who only tells of the club's server that it stands there, `no` of another one; empty where none is told.

    A server alone is what stands there, where the question names one.
    """
    parts, text = said.parts, said.text
    hosts, ours = hosts_named(text), hosts_of_club(parts)
    is_told = parts.choices.has(text, "states") or (said.length == len(hosts) and _names_server(said, again, ours))
    if "?" in text or not hosts or not is_told:
        return ""
    return "yes" if hosts <= ours else "no"


def _names_server(said: Utterance, again: PressTrouble, hosts: set[str]) -> bool:
    """Whether the open question names one of the club's servers."""
    lines = page(said.parts.content, again.tree, again.node, again.language).answer.lines
    return any(host in line.lower() for line in lines for host in hosts)


def pressed(said: Utterance, again: Press, screen: Shown) -> Press | None:
    """Give the button that is meant by words, if one is."""
    parts, text, presses = said.parts, said.text, screen.presses
    if parts.picks.says(text, "menu"):
        return PressSimple(Simple.MENU, again.language)
    labels = [label for label, _ in presses]
    place = parts.choices.chosen(text, labels, other_words(said, again, labels) if isinstance(again, PressTrouble) else ())
    if place is None and isinstance(again, PressProgram | PressSimple) and again != PressSimple(Simple.SETUP, again.language):
        place = 0 if _goes_ahead(said, again) else None
    press = presses[place][1] if place is not None and place < len(presses) else None
    if press is not None and (is_rejected(said, press) or _only_fails(said, again, labels[place or 0])):
        return None
    # 'Weiß nicht' is a call for help, and sounds like the menu: away leads only who names it.
    is_menu = press == PressSimple(Simple.MENU, again.language)
    return None if is_menu and parts.choices.named(text, [parts.word("menu_button", again.language)]) is None else press


def _only_fails(said: Utterance, again: Press, label: str) -> bool:
    """Whether words only say that something fails, where it is asked what: that is not 'Ich kann nichts senden'."""
    if not (isinstance(again, PressTrouble) and again.tree == START_TREE):
        return False
    if not said.means("fails") or said.parts.choices.told(said.text, other_words(said, again, [label])) is not None:
        return False
    return {*words_of(said.text)}.isdisjoint(words_of(label))


def _goes_ahead(said: Utterance, again: Press) -> bool:
    """Whether somebody who is offered a way just wants to go it: the first one, which is the recommended."""
    is_offer = isinstance(again, PressProgram) or again == PressSimple(Simple.CONTINUE, again.language)
    if not is_offer or said.parts.typed.says_exactly(said.text, "cancel"):  # 'doch nicht' only begins like a yes
        return False
    if isinstance(again, PressProgram) and said.parts.picks.step(said.text) is not None:
        guide = said.parts.content.guides[again.program]
        return guide.ended is None and len(protocols(said.parts.content, guide)) == 1  # 'Schritt 4', before it has begun
    return said.means(*GO_AHEAD, least=_CERTAIN) or said.parts.choices.says_yes(said.text)


def labels_of(screen: Shown) -> list[str]:
    """Give what stands on a screen's buttons."""
    return [label for label, _ in screen.presses]

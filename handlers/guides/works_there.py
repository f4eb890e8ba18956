"""Who tells amid a trouble tree that it works on another device or in another program: 'am PC probiert, da geht es'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.guides.choosing import devices_meant
from assistant.intent import ANY_TROUBLE
from assistant.trouble import page
from handlers.guides.in_trees import is_remedy
from handlers.guides.weighing import programs_named

if TYPE_CHECKING:
    from handlers.buttons import PressTrouble
    from handlers.utterance import Utterance

_MOST_WORDS = 9
"""Longer messages say more than where it works."""
_FEW_WORDS = 6
"""And these say more than where it does not."""


def works_there(said: Utterance, again: PressTrouble) -> bool:
    """Whether it is told to work elsewhere, so that the mailbox is fine: 'on my phone it works', 'am Laptop gehts'.

    Told as news, of no other device than the one in question, it is over: 'jetzt geht es am Handy'. Where the question asks
    whether it works somewhere, it is the answer.
    """
    choices, typed, text = said.parts.choices, said.parts.typed, said.text
    if said.asks or said.length > _MOST_WORDS or choices.has(text, "denied") or choices.has(text, "before"):
        return False
    there = _named(said)
    if not there or not choices.has(text, "runs") or typed.is_denied(text):
        return False
    shown = page(said.parts.content, again.tree, again.node, again.language)
    has_yes = any(choices.says_yes(way.label) for way in shown.ways)
    if has_yes and not is_remedy(said.parts, again) and choices.has(" ".join(shown.answer.lines), "runs"):
        return False
    here = _devices(said, again.program)
    if here:
        return here.isdisjoint(there)
    return not choices.has(text, "news") or choices.has(text, "tried")


def fails_there(said: Utterance) -> bool:
    """Whether no more is told than where it fails: 'am Handy aber nicht', 'not on the phone though'."""
    is_short = not said.asks and said.length <= _FEW_WORDS
    is_only_that = all(intent.topic == ANY_TROUBLE for intent in said.reply.intents)
    return is_short and said.parts.choices.has(said.text, "denied") and is_only_that and bool(_named(said))


def _named(said: Utterance) -> set[str]:
    """Give the devices that are named, or those of the programs that are."""
    found = said.reply.explanation.found
    named = {said.parts.picks.device(one.words) for one in found if (one.kind, one.value) == ("cue", "device")}
    return {device for name in (*named, *programs_named(said.reply)) for device in _devices(said, name)}


def _devices(said: Utterance, name: str) -> set[str]:
    """Give the devices of a program, or those that a word for a device means."""
    guide = said.parts.content.guides.get(name)
    return set(guide.devices) if guide is not None else devices_meant(name)

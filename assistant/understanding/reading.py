"""Reads a message: its sentences with their slots, those that belong together joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.lexicon import Hit
from assistant.understanding.slots import Slots, read_slots
from assistant.understanding.text import Sentence, sentences

if TYPE_CHECKING:
    from assistant.understanding.lexicon import Lexicon

_FRAGMENT = 3
"""Words of a sentence that says nothing alone: '… ausgehend. IMAP.'"""
_WEIGHED = 4
_LEANING = ("meaning", "why", "confirm", "maybe_port", "maybe_name")


def read_sentence(sentence: Sentence, lexicon: Lexicon) -> Slots:
    """Give the slots of a sentence."""
    return read_slots(sentence, lexicon.find(sentence.words))


def read_message(message: str, lexicon: Lexicon) -> list[Slots]:
    """Give the slots of a message's sentences; one that asks nothing of its own ('… IMAP. Was ist das?') joins the one before."""
    merged: list[Slots] = []
    for part in sentences(message):
        slots = read_sentence(part, lexicon)
        goes_on = any(hit.start == 0 for hit in slots.of("cue").get("follow_up", ()))
        leans = goes_on or len(part.words) <= _FRAGMENT or any(slots.cue(name) for name in _LEANING)
        if merged and leans and not any(slots.of(kind) for kind in ("aspect", "topic", "program")):
            before = merged.pop().sentence
            both = Sentence(f"{before.text} {part.text}", before.words + part.words, before.asks or part.asks)
            slots = read_sentence(both, lexicon)
        merged.append(slots)
    return merged


def joined(message: str, read: list[Slots]) -> Slots:
    """Give the slots of a message as those of its sentences, in their order."""
    hits: list[Hit] = []
    words: tuple[str, ...] = ()
    for slots in read:
        before = len(words)
        hits += [Hit(hit.start + before, hit.end + before, *hit[2:]) for hit in slots.hits]
        words += slots.sentence.words
    return read_slots(Sentence(message, words, any(slots.sentence.asks for slots in read)), tuple(hits))


def most_telling(read: list[Slots]) -> list[Slots]:
    """Give the sentences worth weighing, in their order: of a long message those with most of our words."""
    if len(read) <= _WEIGHED:
        return read
    telling = sorted(read, key=lambda slots: -sum(hit.kind != "cue" for hit in slots.hits))[:_WEIGHED]
    return [slots for slots in read if slots in telling]

"""The words that tell what a member asks about: `vocabulary/*.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal

from assistant.knowledge.models.base import Limited, Model, Name, Phrases, Rooted


class SlotWords(Rooted):
    """Slot value → the words members use for it."""

    root: dict[Name, Phrases]

    def phrases(self, value: str) -> tuple[str, ...]:
        """Give the words for a value in all languages; none where it is missing."""
        return self.root[value].all() if value in self.root else ()


class Variants(Rooted):
    """Word, or two words → how they are written as well, in dialect or in haste: each form is read like them."""

    root: dict[Annotated[str, Limited(pattern=r"^[a-z][a-z0-9']*( [a-z][a-z0-9']*)?$")], Phrases]


class Vocabulary(Model):
    """The words that tell what a member asks about (`vocabulary/*.yaml`)."""

    subject: SlotWords
    direction: SlotWords
    aspect: SlotWords
    topic: SlotWords
    """Topic → words that by themselves point to a topic."""
    cue: SlotWords
    """Small signs: question, comparison, negation, politeness, follow-up, typing in a dialogue …"""
    variants: Variants = field(default_factory=lambda: Variants({}))
    numbers: Mapping[str, Literal["incoming", "outgoing"]] = field(default_factory=dict)
    """Ports of mail services that members name, right or wrong ones → the direction they are usually for (IANA)."""
    examples: SlotWords
    """How members ask for values of the settings (by aspect) and for a guide (`setup`)."""
    talk: Phrases = field(default_factory=lambda: Phrases({}))
    """What else is talked about in a group: from this the bot learns to stay silent."""
    typed: SlotWords
    """What is typed during a guide instead of pressing a button: next, back, cancel, help, repeat, works, fails, start."""
    contrary: SlotWords = field(default_factory=lambda: SlotWords({}))
    """`turns`: words that turn 'it works' into its contrary, such as not, nothing, only, half; `keeps`: phrases that hold one of
    them and are good all the same; `unheard`: phrases that only tell of somebody who did not listen."""
    pick: SlotWords = field(default_factory=lambda: SlotWords({}))
    """What is picked in words that stand on no button: `first`, `second`, `third`, `recommended`; `accepts`: what was just
    offered; `around`: words that add nothing to a pick."""
    device: SlotWords = field(default_factory=lambda: SlotWords({}))
    """Device → what members call it, where that alone names no program."""
    choice: SlotWords = field(default_factory=lambda: SlotWords({}))
    """Short answers to a question with buttons: yes, no, unsure."""

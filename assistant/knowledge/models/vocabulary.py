"""The words that tell what a member asks about: `vocabulary.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import ConfigDict, RootModel

from assistant.knowledge.models.base import Model, Name, Phrases


class SlotWords(RootModel[dict[Name, Phrases]]):
    """Slot value → the words members use for it."""

    model_config = ConfigDict(frozen=True)


class Vocabulary(Model):
    """The words that tell what a member asks about (`vocabulary.yaml`)."""

    subject: SlotWords
    direction: SlotWords
    aspect: SlotWords
    topic: SlotWords
    """Topic → words that by themselves point to a topic."""
    cue: SlotWords
    """Small signs: question, comparison, negation, politeness, follow-up, typing in a dialogue …"""
    numbers: Mapping[str, Literal["incoming", "outgoing"]] = {}
    """Ports of mail services that members name, right or wrong ones → the direction they are usually for (IANA)."""
    examples: SlotWords
    """How members ask for values of the settings (by aspect) and for a guide (`setup`)."""
    talk: Phrases = Phrases({})
    """What else is talked about in a group: from this the bot learns to stay silent."""
    typed: SlotWords
    """What is typed during a guide instead of pressing a button: next, back, cancel, help, repeat, works, fails, start."""
    choice: SlotWords = SlotWords({})
    """Short answers to a question with buttons: yes, no, unsure."""

"""The questions of members as models: what may stand in `questions/*.yaml`, by which the understanding is checked."""

from __future__ import annotations

from typing import Annotated, Literal

from assistant.knowledge.models.base import Limited, Model


class Meant(Model):
    """What a question is about: an aspect of the settings, or a topic."""

    aspect: str = ""
    """`port`, `server`, `encryption` …"""
    topic: str = ""
    """The name of a topic, `setup`, or `trouble:<tree>`."""
    subject: Literal["imap", "pop3", "both"] | None = None
    direction: Literal["incoming", "outgoing", "both"] | None = None
    program: str = ""
    """The guide that is meant."""


class Question(Meant):
    """A question, and what the bot should understand."""

    ask: str
    """As a member asks it."""
    group: bool = False
    """In a group it should be answered though nobody addressed the bot."""
    accept: tuple[Meant, ...] = ()
    """What is right, too."""


class Dialogue(Model):
    """Questions that build on each other."""

    turns: tuple[Question, ...]


class Typed(Model):
    """Words typed in a guide instead of pressing a button."""

    say: str
    intent: str
    """`next`, `back`, `cancel`, `help` …, or `question` for what is one."""


class KnownMiss(Model):
    """A question that is known to be misunderstood."""

    ask: str
    """As the check reports it: of a dialogue all questions up to this one, joined by arrows."""
    why: Annotated[str, Limited(min_length=1)]
    """The reason."""


class QuestionFile(Model):
    """One of the files; each holds one or more of these lists."""

    questions: tuple[Question, ...] = ()
    dialogues: tuple[Dialogue, ...] = ()
    dialogue: tuple[Typed, ...] = ()
    silent: tuple[str, ...] = ()
    """What is said in a group and does not concern the bot."""
    misses: tuple[KnownMiss, ...] = ()
    """What is known to be misunderstood; the check tells when one of them works."""

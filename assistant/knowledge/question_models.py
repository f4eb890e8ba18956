"""The questions of members as models: what may stand in `questions/*.yaml`, with which the understanding is measured."""

from __future__ import annotations

from typing import Literal

from assistant.knowledge.models import Model


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
    held_out: bool = False
    """Only to measure with, never to learn from."""


class Dialogue(Model):
    """Questions that build on each other."""

    turns: tuple[Question, ...]
    held_out: bool = False


class Typed(Model):
    """Words typed in a guide instead of pressing a button."""

    say: str
    intent: str
    """`next`, `back`, `cancel`, `help` …, or `question` for what is one."""
    held_out: bool = False


class QuestionFile(Model):
    """One of the files; each holds one or more of these lists."""

    questions: tuple[Question, ...] = ()
    dialogues: tuple[Dialogue, ...] = ()
    dialogue: tuple[Typed, ...] = ()
    silent: tuple[str, ...] = ()
    """What is said in a group and does not concern the bot."""

"""Troubles, as short questions that end in a remedy: `trouble/*.yaml`."""

from __future__ import annotations

from typing import Literal

from assistant.knowledge.models.base import Model, Name, Phrases, Text
from assistant.knowledge.models.guides import Evidence


class Choice(Model):
    """A button under a question of a trouble tree."""

    label: Text
    go: str
    """The next node, `setup`, `guide:<program>`, `topic:<topic>`, `trouble:<other tree>`, `trouble:<other tree>.<its node>`."""
    also: Phrases | None = None
    """What members write who mean this button: words in this order, a few others may stand between and beside them."""
    skips: bool = True
    """Whether who tells the trouble in such words is not asked; `false` where they say no more than the trouble itself."""
    programs: tuple[str, ...] = ()
    """Who has named one of these programs, or devices, has answered: they are not asked."""


Value = Literal["part_of_user_name", "our_server", "other_server"]


class Asked(Model):
    """What members ask or tell amid the tree, whatever it asks them just then."""

    words: Phrases
    """Words in this order, a few others may stand between and beside them."""
    value: Value | None = None
    """What is told that no words can list: a user name that is no whole address, the club's mail server, another one."""
    say: Text | None = None
    """The answer, said before the tree goes on."""
    go: str = ""
    """The node that it leads to, or `trouble:<other tree>.<its node>`; left out, the tree goes on where it was."""


class Node(Model):
    """A question with choices, or a remedy (no choices, or only 'it still does not work')."""

    say: Text
    choices: tuple[Choice, ...] = ()
    ask_webmaster: bool = False
    """Ends with whom to ask and what to tell them."""
    check: bool = False
    """Offers the live check of the servers."""
    asks: bool | None = None
    """Whether it asks, and is no remedy that may have helped; left out, a text with a line that ends with `?` asks."""
    place: str = ""
    """Which of the programs' `places` it is about, such as `settings`: who has named the program is told where that is."""
    evidence: Evidence = Evidence.OWN
    source: str = ""


class Trouble(Model):
    """One trouble, as short questions that end in a remedy."""

    trouble: Name
    title: Text
    order: int = 100
    examples: Phrases
    """How members tell it in their own words."""
    error_texts: tuple[str, ...] = ()
    """Parts of the messages that programs show; recognised inside any text."""
    first_aid: Text | None = None
    """What helps most often, in one or two sentences: the answer to a plain question, before the button."""
    start: Name
    nodes: dict[Name, Node]
    asked: tuple[Asked, ...] = ()
    """Questions that belong to the trouble: 'darf ich das bestätigen?'; those of the tree `start` belong to every trouble."""

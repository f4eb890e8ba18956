"""Troubles, as short questions that end in a remedy: `trouble/*.yaml`."""

from __future__ import annotations

from assistant.knowledge.models.base import Model, Name, Phrases, Text
from assistant.knowledge.models.guides import Evidence


class Choice(Model):
    """A button under a question of a trouble tree."""

    label: Text
    go: str
    """The next node, `guide:<program>`, `topic:<topic>`, `trouble:<other tree>` or `trouble:<other tree>.<its node>`."""
    also: Phrases | None = None
    """What members write who mean this button: words in this order, a few others may stand between and beside them."""


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

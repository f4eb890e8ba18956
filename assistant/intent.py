"""What a question is about: a place in the table subject × aspect × direction × program, or a topic."""

from __future__ import annotations

from typing import NamedTuple

ASPECTS = (
    "port", "server", "encryption", "username", "password", "login", "name", "address", "account_type", "delivery", "removal",
    "settings",
)  # fmt: skip
"""The aspects that are looked up in the settings; everything else is a topic."""
PROTOCOLS = ("imap", "pop3")
"""The ways of fetching emails."""
DIRECTIONS = ("incoming", "outgoing")
BY_DIRECTION = ("port", "server", "encryption")
"""The aspects of which there is one for what comes in and one for what goes out."""
SET_BY_HAND = frozenset({*BY_DIRECTION, "username"})
"""The aspects that stand in a program and may be changed there."""
FILLED_IN = frozenset({"server", "port", "username", "password", "login", "name", "address"})
"""The aspects whose fields never stay empty; no encryption is a choice of its own."""
OF_THE_ACCOUNT = ("username", "password", "login")
"""The aspects that are the same for receiving and sending."""
LOGIN = frozenset({"username", "password"})
"""Aspects that are how to log in, if both are asked for."""
ABOUT_A_PROTOCOL = frozenset({"difference", "advantages", "disadvantages", "pros_and_cons", "recommendation", "switching"})
"""Topics that differ between the protocols, or are about both."""
SIDES = frozenset({"advantages", "disadvantages"})
"""Topics of what speaks for a protocol, and against it."""
USER_NAMES = frozenset({"username", "login"})
"""Aspects whose answers tell the user name."""
OF_THE_CONNECTION = frozenset({"port", "encryption"})
"""The aspects of how a program connects; programs let people choose them."""
OPPOSITE = {"imap": "pop3", "pop3": "imap", "incoming": "outgoing", "outgoing": "incoming"}
"""The other protocol, the other direction."""
_EMPTY = "-"
_TROUBLE = "trouble:"
ANY_TROUBLE = "trouble:start"
"""The label of the tree that asks what goes wrong."""


def trouble_label(tree: str) -> str:
    """Give the label of a trouble tree, which is also its topic: `trouble:<tree>`."""
    return f"{_TROUBLE}{tree}"


def tree_of(label: str) -> str:
    """Give the trouble tree of a label; empty where it is another's."""
    return label.removeprefix(_TROUBLE) if label.startswith(_TROUBLE) else ""


class Intent(NamedTuple):
    """One thing asked. Empty parts were neither said nor implied."""

    aspect: str = ""
    """One of `ASPECTS`, or empty when it is a topic."""
    topic: str = ""
    """Name of a topic, `trouble:<tree>` or `setup`."""
    subject: str = ""
    """`imap`, `pop3`, `both` (named both) or empty."""
    direction: str = ""
    """`incoming`, `outgoing`, `both` (named both) or empty."""
    program: str = ""
    """Name of a guide."""

    @property
    def tree(self) -> str:
        """Name of the trouble tree that is the topic; empty where it is another one."""
        return tree_of(self.topic)

    @property
    def key(self) -> str:
        """The intent as one short text, all ASCII: `aspect|topic.subject.direction.program`, `-` for an empty part.

        Buttons, which have room for 64 bytes, write subject and direction in one letter each (`handlers.buttons`).
        """
        parts = (self.aspect or self.topic, self.subject, self.direction, self.program)
        return ".".join(part or _EMPTY for part in parts)

    @classmethod
    def from_key(cls, key: str) -> Intent:
        """Read what `key` gave.

        Raises:
            ValueError: not the form of a key. Whether its names exist is checked when it is answered.
        """
        parts = key.split(".")
        if len(parts) != 4 or not all(parts):
            raise ValueError(f"not the key of an intent: {key[:80]!r}")
        label, subject, direction, program = ("" if part == _EMPTY else part for part in parts)
        return cls.of(label).within(subject=subject, direction=direction, program=program)

    @classmethod
    def of(cls, label: str) -> Intent:
        """Give the intent of a label: an aspect, or else a topic."""
        return cls(aspect=label) if label in ASPECTS else cls(topic=label)

    def within(self, **parts: str) -> Intent:
        """Give the same intent with some parts exchanged."""
        return self._replace(**parts)

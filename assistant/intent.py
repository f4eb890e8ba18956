"""What a question is about: a place in the table subject × aspect × direction × program, or a topic."""

from __future__ import annotations

from typing import NamedTuple

ASPECTS = (
    "port", "server", "encryption", "username", "password", "login", "name", "address", "account_type", "delivery", "settings",
)  # fmt: skip
"""The aspects that are looked up in the settings; everything else is a topic."""
OPPOSITE = {"imap": "pop3", "pop3": "imap", "incoming": "outgoing", "outgoing": "incoming"}
"""The other protocol, the other direction."""
_EMPTY = "-"


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
    def key(self) -> str:
        """The intent as short text for buttons: `aspect|topic.subject.direction.program`, `-` for an empty part.

        At most 24 + 8 + 10 + 24 + 3 characters, all ASCII; `handlers.buttons` checks the limit of 64 bytes.
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
        subject_of_talk, subject, direction, program = ("" if part == _EMPTY else part for part in parts)
        is_aspect = subject_of_talk in ASPECTS
        return cls(
            aspect=subject_of_talk if is_aspect else "",
            topic="" if is_aspect else subject_of_talk,
            subject=subject,
            direction=direction,
            program=program,
        )

    def within(self, **parts: str) -> Intent:
        """Give the same intent with some parts exchanged."""
        return self._replace(**parts)

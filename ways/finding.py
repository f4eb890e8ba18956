"""One finding of the doctor's: what was found about a part, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum


class Health(StrEnum):
    """How a part is."""

    FINE = "ok"
    NOTE = "note"
    """It works; something could be better, or is only worth knowing."""
    WRONG = "WRONG"


class Way(Enum):
    """How updates are to come."""

    OPEN = "open"
    """Nobody has said: the doctor does not run the bot."""
    POLLING = "polling"
    WEBHOOK = "webhook"


@dataclass(frozen=True)
class Finding:
    """What was found about one part."""

    part: str
    health: Health
    text: str
    remedy: str = ""
    """What to do, in one sentence; empty when nothing is to be done."""

    def __str__(self) -> str:
        """Give one line."""
        return f"{self.part}: {self.text}{f' {self.remedy}' if self.remedy else ''}"

"""The journal: every call the bot made, so that tests can assert what must always hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Call:
    """One call of the bot."""

    at: float
    """Seconds of a monotonic clock, when it was answered."""
    method: str
    """As the bot wrote it."""
    arguments: dict[str, Any] = field(repr=False)
    status: int
    """The HTTP status; 0 where the connection was cut."""
    answer: dict[str, Any] = field(repr=False)
    fault: str = ""
    """What was done to the call on purpose."""

    @property
    def error(self) -> str:
        """Telegram's refusal, or nothing."""
        return str(self.answer.get("description", ""))

    @property
    def line(self) -> str:
        """One line for a person."""
        chat = self.arguments.get("chat_id", "")
        text = str(self.arguments.get("text", self.arguments.get("caption", "")))[:60]
        return " ".join(
            filter(None, [self.method, str(self.status), str(chat), repr(text) if text else "", self.error, self.fault])
        )


class Journal(list[Call]):
    """All calls in the order they were answered."""

    def of(self, method: str) -> list[Call]:
        """Give the calls of one method."""
        return [call for call in self if call.method.lower() == method.lower()]

    def refused(self) -> list[Call]:
        """Give the calls that Telegram refused; polls and calls with a fault on purpose are left out."""
        return [call for call in self if call.status >= 400 and not call.fault and call.method.lower() != "getupdates"]

    def carried_out(self, method: str, chat_id: int | None = None) -> list[Call]:
        """Give the calls of one method that did what they say, whether the bot heard of it or not; of one chat or of all."""
        done = [call for call in self.of(method) if call.answer.get("ok")]
        return [call for call in done if chat_id is None or str(call.arguments.get("chat_id")) == str(chat_id)]

    def since(self, at: float) -> list[Call]:
        """Give the calls answered after a time of the monotonic clock."""
        return [call for call in self if call.at > at]

    def tail(self, count: int = 8) -> str:
        """Give the last calls, a line each; empty polls are left out."""
        told = [call for call in self[-count * 5 :] if call.method.lower() != "getupdates" or call.answer.get("result")]
        return "\n".join(f"  {call.line}" for call in told[-count:])

"""Telegram's limits on sending (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this)."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from typing import TYPE_CHECKING

from playground.errors import too_many_requests

if TYPE_CHECKING:
    from collections.abc import Callable

_SENDING = frozenset({
    "sendmessage", "senddocument", "sendphoto", "sendmediagroup", "copymessage", "forwardmessage", "editmessagetext",
    "editmessagecaption", "editmessagereplymarkup",
})  # fmt: skip
_BURST = 3


class SendingLimits:
    """Refuses what comes too fast: one message a second in a chat, 20 a minute in a group, 30 a second in all.

    Telegram lets short bursts pass and does not say how long; here some messages may come at once in a chat.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.enabled = False
        self._clock = clock
        self._windows = {"chat": (_BURST, float(_BURST)), "group": (20, 60.0), "all": (30, 1.0)}
        self._sent: dict[str, deque[float]] = defaultdict(deque)

    def check(self, method: str, chat_id: str) -> None:
        """Count a call.

        Raises:
            RefusalError: 429 with the seconds to wait.
        """
        if not self.enabled or method.lower() not in _SENDING or not chat_id:
            return
        kinds = [("chat", f"chat {chat_id}"), ("all", "all")]
        if chat_id.startswith("-"):
            kinds.append(("group", f"group {chat_id}"))
        now = self._clock()
        wait = max(self._wait(kind, name, now) for kind, name in kinds)
        if wait > 0:
            raise too_many_requests(math.ceil(wait))
        for _, name in kinds:
            self._sent[name].append(now)

    def _wait(self, kind: str, name: str, now: float) -> float:
        most, seconds = self._windows[kind]
        sent = self._sent[name]
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        return sent[0] + seconds - now if len(sent) >= most else 0.0

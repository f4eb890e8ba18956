"""Faults on purpose: what networks and servers do to a bot, scripted per method or at random with a seed."""

from __future__ import annotations

import json
import random
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

EVERY = "*"
"""Stands for every method."""
_BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502</h1></center></body></html>"


@dataclass(frozen=True)
class Fault:
    """What happens to one call."""

    status: int = 0
    """Answer with this HTTP status and `body` instead of the truth; the call is not carried out."""
    body: str = ""
    retry_after: int = 0
    """With status 429: the seconds in Telegram's `parameters`."""
    delay: float = 0.0
    """Seconds to wait first."""
    hang: bool = False
    """Never answer; the call is not carried out."""
    drop: str = ""
    """`before` or `after` the call was carried out: close the connection without an answer."""
    cut: int = -1
    """Carry the call out, but close the connection after so many bytes of the answer's body."""
    drip: float = 0.0
    """Carry the call out and give the answer byte by byte, so many seconds apart."""

    @property
    def name(self) -> str:
        """A word for the journal."""
        words = {
            "hang": self.hang, f"drop {self.drop}": self.drop, f"cut at {self.cut}": self.cut >= 0,
            f"status {self.status}": self.status, f"delay {self.delay}": self.delay, f"drip {self.drip}": self.drip,
        }  # fmt: skip
        return ", ".join(word for word, applies in words.items() if applies)

    @property
    def answer(self) -> str:
        """The body instead of the truth."""
        if not self.retry_after:
            return self.body
        body = {"ok": False, "error_code": 429, "description": f"Too Many Requests: retry after {self.retry_after}"}
        return json.dumps({**body, "parameters": {"retry_after": self.retry_after}})


def refusal(code: int, description: str) -> Fault:
    """Give a fault that looks like a refusal of Telegram."""
    return Fault(status=code, body=json.dumps({"ok": False, "error_code": code, "description": description}))


def flood(seconds: int) -> Fault:
    """Give Telegram's 429."""
    return Fault(status=429, retry_after=seconds)


UNAUTHORIZED = refusal(401, "Unauthorized")
NOT_FOUND = refusal(404, "Not Found")
CONFLICT = refusal(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
SERVER_ERROR = refusal(500, "Internal Server Error")
BAD_GATEWAY = Fault(status=502, body=_BAD_GATEWAY)
EMPTY = Fault(status=200, body="")
NO_JSON = Fault(status=200, body="{'ok': True, 'result': [}")
HALF = Fault(cut=12)
LOST = Fault(drop="before")
UNHEARD = Fault(drop="after")
HANG = Fault(hang=True)
COMMON = (SERVER_ERROR, BAD_GATEWAY, EMPTY, NO_JSON, HALF, LOST, UNHEARD, flood(1))
"""What a bot meets in a year of running."""


class Faults:
    """The faults still to come."""

    def __init__(self) -> None:
        self._next: dict[str, deque[Fault]] = defaultdict(deque)
        self._always: dict[str, Fault] = {}
        self._random: random.Random | None = None
        self._share = 0.0
        self._kinds: Sequence[Fault] = ()
        self._methods: frozenset[str] = frozenset()

    def add(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method fail, one fault a call."""
        self._next[method.lower()].extend(faults)

    def always(self, method: str, fault: Fault) -> None:
        """Let all calls of a method fail until `clear`."""
        self._always[method.lower()] = fault

    def at_random(self, share: float, *, seed: int, kinds: Sequence[Fault] = COMMON, methods: Sequence[str] = ()) -> None:
        """Let a share of all calls (0–1) fail, the same ones for the same seed and calls; by default of every method."""
        self._random = random.Random(seed)  # noqa: S311 - repeatable, not secret
        self._share, self._kinds, self._methods = share, kinds, frozenset(method.lower() for method in methods)

    def clear(self) -> None:
        """Let everything work again."""
        self._next.clear()
        self._always.clear()
        self._random = None

    def take(self, method: str) -> Fault | None:
        """Give what happens to this call of a method, if anything does."""
        name = method.lower()
        for key in (name, EVERY):
            if self._next[key]:
                return self._next[key].popleft()
            if key in self._always:
                return self._always[key]
        if self._random is None or (self._methods and name not in self._methods):
            return None
        return self._random.choice(self._kinds) if self._random.random() < self._share else None

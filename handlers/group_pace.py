"""How often the bot speaks in groups: never the same again and again, never a flood. Kept in this process only."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

_SAME_SECONDS, _SAME_MESSAGES = 600.0, 15
_PER_GROUP, _GROUP_SECONDS = 15, 60.0
"""Telegram allows 20 a minute in a group (Bots FAQ); some room is left for corrections."""
_PER_PERSON, _PERSON_SECONDS = 5, 10.0
_MOST_PLACES, _MOST_ANSWERS = 500, 1000


@dataclass(frozen=True)
class Place:
    """A group, or one topic of a forum."""

    chat: int
    thread: int = 0


@dataclass
class _Spoken:
    heard: int = 0
    answers: dict[str, tuple[float, int, int]] = field(default_factory=dict)
    """What was answered → when, after how many messages, with which message."""


class Pace:
    """Remembers a little of the last minutes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._places: OrderedDict[Place, _Spoken] = OrderedDict()
        self._times: OrderedDict[Hashable, deque[float]] = OrderedDict()
        self._answers: OrderedDict[tuple[int, int], int] = OrderedDict()

    def heard(self, place: Place) -> None:
        """Count a message of somebody."""
        self._spoken(place).heard += 1

    def earlier(self, place: Place, topic: str) -> int:
        """Give the message that answered the same just now (ten minutes, fifteen messages), or 0."""
        spoken = self._spoken(place)
        when, heard, message = spoken.answers.get(topic, (0.0, 0, 0))
        is_old = self._clock() - when >= _SAME_SECONDS or spoken.heard - heard >= _SAME_MESSAGES
        return 0 if is_old else message

    def may_speak(self, chat: int, person: int) -> bool:
        """Tell whether one more message to this person is all right, and count it if so."""
        limits = ((chat, _PER_GROUP, _GROUP_SECONDS), ((chat, person), _PER_PERSON, _PERSON_SECONDS))
        times = [(self._recent(key, seconds), most) for key, most, seconds in limits]
        if any(len(spoken) >= most for spoken, most in times):
            return False
        for spoken, _ in times:
            spoken.append(self._clock())
        return True

    def answered(self, place: Place, topic: str, question: int, answer: int) -> None:
        """Remember an answer, for repetitions and for when the question is edited."""
        spoken = self._spoken(place)
        if topic:
            spoken.answers[topic] = (self._clock(), spoken.heard, answer)
        self._answers[place.chat, question] = answer
        if len(self._answers) > _MOST_ANSWERS:
            self._answers.popitem(last=False)

    def answer_to(self, chat: int, question: int) -> int:
        """Give the message that answered a question, or 0."""
        return self._answers.get((chat, question), 0)

    def _spoken(self, place: Place) -> _Spoken:
        spoken = self._places.setdefault(place, _Spoken())
        self._places.move_to_end(place)
        if len(self._places) > _MOST_PLACES:
            self._places.popitem(last=False)
        return spoken

    def _recent(self, key: Hashable, seconds: float) -> deque[float]:
        times = self._times.setdefault(key, deque())
        self._times.move_to_end(key)
        if len(self._times) > _MOST_PLACES:
            self._times.popitem(last=False)
        while times and self._clock() - times[0] >= seconds:
            times.popleft()
        return times

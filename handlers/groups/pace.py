"""How often the bot speaks: never the same again and again, never a flood.

Kept in the store under keyed hashes, so that several workers speak as one: Telegram hands the messages of a chat to any of them.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.interface import ConflictError
from store.keys import key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from store.interface import Row, Store

_SAME_SECONDS, _SAME_MESSAGES = 600.0, 15
_PER_GROUP, _GROUP_SECONDS = 15, 60.0
"""Telegram allows 20 a minute in a group (Bots FAQ); some room is left for corrections."""
_PER_PERSON, _PERSON_SECONDS = 5, 10.0
_ALBUM_SECONDS = 60.0
_DAY = 24 * 3600.0
_TRIES = 5


@dataclass(frozen=True)
class Place:
    """A group, or one topic of a forum."""

    chat: int
    thread: int = 0


@dataclass(frozen=True)
class _Limit:
    """How many messages are all right."""

    name: str
    """The key of the row that counts them."""
    most: int
    seconds: float


def _has_room(spoke: Mapping[int, float], update: int, limit: _Limit) -> bool:
    """Whether an update may be answered beside those that were; what was counted before is not counted anew."""
    return update in spoke or len(spoke) < limit.most


class Pace:
    """Remembers a little of the last minutes."""

    def __init__(self, store: Store, secret: bytes, clock: Callable[[], float] = time.time) -> None:
        self._store = store
        self._secret = secret
        self._clock = clock

    async def heard(self, place: Place) -> None:
        """Count a message of somebody."""
        await self._store.add(self._heard_key(place), lasts=_DAY)

    async def earlier(self, place: Place, topic: str) -> int:
        """Give the message that answered the same just now (ten minutes, fifteen messages), or 0."""
        row = await self._store.get(self._key("said", place.chat, place.thread, topic))
        if row is None:
            return 0
        message, heard = (int(number) for number in row.value.split())
        # A count that began anew in between leaves too few: then it is better said again.
        return message if 0 <= await self._heard(place) - heard < _SAME_MESSAGES else 0

    async def take_turn(self, chat: int, person: int, update: int) -> bool:
        """Count one more message to this person, once however often it is tried; tell whether it is all right.

        Args:
            chat: The group.
            person: Whom the message is for.
            update: The id of the update it answers. That is handled again where Telegram was away.
        """
        limits = (
            _Limit(self._key("spoke", chat, person), _PER_PERSON, _PERSON_SECONDS),
            _Limit(self._key("spoke", chat), _PER_GROUP, _GROUP_SECONDS),
        )
        rows = await self._store.get_many([limit.name for limit in limits])
        # Nothing is counted before all are asked: what one refuses must not fill the other.
        if not all(_has_room(self._spoke(rows.get(limit.name), limit), update, limit) for limit in limits):
            return False
        for limit in limits:
            if not await self._counted(limit, update, rows.get(limit.name)):
                return False  # other workers spoke at the same moment
        return True

    async def claim_album(self, chat: int, album: str, message: int) -> bool:
        """Note the message that is heard first of an album; tell whether it is this one, also when it is handled again."""
        name = self._key("album", chat, album)
        try:
            await self._store.put(name, str(message), lasts=_ALBUM_SECONDS, expected=0)
        except ConflictError:
            row = await self._store.get(name)
            return row is not None and row.value == str(message)
        return True

    async def answered(self, place: Place, topic: str, question: int, answer: int) -> None:
        """Remember an answer, for repetitions and for when the question is edited."""
        if topic:
            said = self._key("said", place.chat, place.thread, topic)
            await self._store.put(said, f"{answer} {await self._heard(place)}", lasts=_SAME_SECONDS)
        await self._store.put(self._key("answer", place.chat, question), str(answer), lasts=_DAY)

    async def answer_to(self, chat: int, question: int) -> int:
        """Give the message that answered a question of the last day, or 0."""
        row = await self._store.get(self._key("answer", chat, question))
        return int(row.value) if row is not None else 0

    async def _heard(self, place: Place) -> int:
        return await self._store.count(self._heard_key(place))

    def _heard_key(self, place: Place) -> str:
        return self._key("heard", place.chat, place.thread)

    async def _counted(self, limit: _Limit, update: int, row: Row | None) -> bool:
        """Count an update that is answered, once, beside those of the row as it was read; tell whether there was room for it."""
        for _ in range(_TRIES):
            spoke = self._spoke(row, limit)
            if not _has_room(spoke, update, limit):
                return False
            if update in spoke:
                return True
            try:
                value = json.dumps([*spoke.items(), (update, self._clock())])
                await self._store.put(limit.name, value, lasts=limit.seconds, expected=row.version if row else 0)
            except ConflictError:
                row = await self._store.get(limit.name)  # another worker spoke at the same moment
                continue
            break
        return True

    def _spoke(self, row: Row | None, limit: _Limit) -> dict[int, float]:
        """Give the updates that were answered in the time of a limit, and when."""
        now = self._clock()
        # A clock that was set back leaves times that are still to come: they tell nothing, and silence nobody until then.
        return {update: when for update, when in json.loads(row.value) if 0 <= now - when < limit.seconds} if row else {}

    def _key(self, kind: str, *parts: object) -> str:
        return key(self._secret, kind, *parts)

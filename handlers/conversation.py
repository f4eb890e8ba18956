"""The small memory of a conversation: what was asked last, and which guide is open. Nothing about the person.

Keys are keyed hashes of chat and person, values hold no text of theirs. The part before the @ of an address
is kept in this process only, for an hour, so that typed words know it too; buttons carry it anyway. When the
store is away, the bot answers as if nothing had been said before.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import OrderedDict
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.assistant import Memory
from handlers.buttons import ButtonError, Deed, Place, Press, PressGuide, decode, encode
from handlers.guides.places import without_local
from handlers.rows import Values, asides_in, choice_in, memory_in, read
from store.interface import ConflictError
from store.keys import key
from updates.lines import note

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    from assistant.intent import Intent
    from store.interface import Store

_MEMORY_LASTS = 10 * 60
_GUIDE_LASTS = 14 * 24 * 3600
_TYPED_WORDS_LAST = 2 * 3600
"""Seconds for which typed words belong to a guide; after that only 'go on where you were' knows of it."""
_CHOICE_LASTS = 30 * 60
_LEFT_LATELY = 30 * 60
"""Seconds for which a bare 'weiter' means the guide that was left."""
_LOCAL_LASTS = 3600
_MAX_LOCALS = 1000


@dataclass(frozen=True)
class Who:
    """One person in one chat."""

    chat: int
    person: int


@dataclass(frozen=True)
class OpenGuide:
    """The guide somebody is in."""

    place: Place
    language: str
    message: int
    """The message that shows it; 0 when the guide was left."""
    is_fresh: bool = True
    """Whether it was touched lately, so that typed words are meant for it."""
    furthest: int = 0
    """The furthest page they have come to."""
    came_from: int | None = None
    """The page from which they went straight to this one, past others: there 'back' leads."""
    helped: int = 0
    """How often help was given on this page."""
    was_left_lately: bool = False
    """Whether it was left a moment ago, so that a bare 'weiter' means it."""


@dataclass(frozen=True)
class Recalled:
    """All that is remembered of somebody."""

    last: Memory | None = None
    """What was asked last, if it was minutes ago."""
    guide: OpenGuide | None = None
    """The guide they are in."""
    choosing: Press | None = None
    """The press that shows again what they are choosing from, if that was lately."""
    asides: int = 0
    """How many other things were answered since they were asked to choose."""


class Conversation:
    """Remembers a little, for a short time."""

    def __init__(self, store: Store, secret: bytes, clock: Callable[[], float] = time.time) -> None:
        self._store = store
        self._secret = secret
        self._clock = clock
        self._locals: OrderedDict[str, tuple[str, float]] = OrderedDict()
        """With their ends, which come in this order."""
        self._dropping: asyncio.TimerHandle | None = None
        """Waits for the first of these ends."""

    async def recall(self, who: Who) -> Recalled:
        """Give all that is remembered of a person, asking the store once."""
        names = {kind: self._key(kind, who) for kind in ("last", "guide", "choice")}
        found = await self._store.get_many(names.values())
        rows = {kind: read(found.get(name)) for kind, name in names.items()}
        guide = self._opened(rows["guide"], names["guide"])
        return Recalled(memory_in(rows["last"]), guide, choice_in(rows["choice"]), asides_in(rows["choice"]))

    async def last(self, who: Who) -> Memory | None:
        """Give what was asked last, if it was minutes ago."""
        return memory_in(read(await self._store.get(self._key("last", who))))

    async def remember(self, who: Who, memory: Memory | None) -> None:
        """Remember what was asked last."""
        if memory is not None:
            note(memory.intent.key)
            row: dict[str, str | int] = {"intent": memory.intent.key, "language": memory.language}
            if memory.also is not None:
                row["also"] = memory.also.key
            if memory.asked_where:
                row["where"] = 1
            await self._write("last", who, row, _MEMORY_LASTS)

    @asynccontextmanager
    async def remembering(self, who: Who, memory: Memory | None) -> AsyncIterator[None]:
        """Remember what was asked last while the answer is sent: nobody waits for the store to hear it."""
        remembered = asyncio.create_task(self.remember(who, memory))
        try:
            yield
        finally:
            await remembered

    async def remember_intent(self, who: Who, intent: Intent, language: str) -> None:
        """Remember an intent that a button or a command named."""
        await self.remember(who, Memory(intent, language))

    async def guide(self, who: Who) -> OpenGuide | None:
        """Give the guide this person is in."""
        name = self._key("guide", who)
        return self._opened(read(await self._store.get(name)), name)

    def _opened(self, row: Values | None, name: str) -> OpenGuide | None:
        try:
            press = decode(str(row["place"])) if row else None
            if row is None or not isinstance(press, PressGuide):
                return None
            age, was_left = self._clock() - float(row["touched"]), "left" in row
            is_fresh = not was_left and age < _TYPED_WORDS_LAST
            place = replace(press.place, local=self._local(name))
            furthest = int(row.get("furthest", place.number))
            came_from = int(row["from"]) if "from" in row else None
            left_lately = was_left and age < _LEFT_LATELY
            helped, message = int(row.get("helped", 0)), int(row["message"])
            return OpenGuide(place, press.language, message, is_fresh, furthest, came_from, helped, left_lately)
        except (KeyError, ValueError, TypeError, ButtonError):
            return None

    async def open_guide(self, who: Who, guide: OpenGuide) -> None:
        """Remember where this person is; the address stays in this process."""
        note(f"{guide.place.program}.{guide.place.protocol}.{guide.place.number}")
        self._keep_local(self._key("guide", who), guide.place.local)
        await self._write_guide(who, guide)

    async def leave_guide(self, who: Who) -> None:
        """Remember the place for 'go on where you were' only: typed words no longer belong to it."""
        row = await self._store.get(self._key("guide", who))
        guide = await self.guide(who)
        # A press may move the guide on at the same moment, in another worker: then it is open, and stays so.
        if row is not None and guide is not None:
            with suppress(ConflictError):
                await self._write_guide(who, replace(guide, message=0), was_left=True, expected=row.version)

    async def _write_guide(self, who: Who, guide: OpenGuide, *, was_left: bool = False, expected: int | None = None) -> None:
        place = encode(PressGuide(Deed.SHOW, without_local(guide.place), guide.language))
        row = {"place": place, "message": guide.message, "touched": int(self._clock()), "furthest": guide.furthest}
        if guide.came_from is not None:
            row["from"] = guide.came_from
        if guide.helped:
            row["helped"] = guide.helped
        if was_left:
            row["left"] = 1
        await self._store.put(self._key("guide", who), json.dumps(row), lasts=_GUIDE_LASTS, expected=expected)

    async def close_guide(self, who: Who) -> None:
        """Forget the guide."""
        name = self._key("guide", who)
        self._locals.pop(name, None)
        self.offer_local(who, "")
        await self._store.delete(name)

    def offer_local(self, who: Who, local: str) -> None:
        """Keep, in this process only, the part before the @ that was just offered: 'yes' takes it; empty: none is any more."""
        self._keep_local(self._key("offer", who), local)

    def offered_local(self, who: Who) -> str:
        """Give the part before the @ that was offered last, or an empty text."""
        return self._local(self._key("offer", who))

    async def choose_from(self, who: Who, again: Press | None) -> None:
        """Remember what this person is choosing from; None: from nothing any more."""
        if again is None:
            await self._store.delete(self._key("choice", who))
        else:
            await self._write("choice", who, {"again": encode(again)}, _CHOICE_LASTS)

    async def set_choice_aside(self, who: Who, recalled: Recalled) -> None:
        """Remember that something else is answered while this person is choosing."""
        if recalled.choosing is not None:
            again = encode(recalled.choosing)
            await self._write("choice", who, {"again": again, "asides": recalled.asides + 1}, _CHOICE_LASTS)

    async def choosing(self, who: Who) -> Press | None:
        """Give the press that shows again what this person is choosing from; None: from nothing."""
        return choice_in(read(await self._store.get(self._key("choice", who))))

    async def forget(self, who: Who) -> None:
        """Forget everything about this person in this chat."""
        await self.close_guide(who)
        await self.choose_from(who, None)
        await self._store.delete(self._key("last", who))

    def _key(self, kind: str, who: Who) -> str:
        return key(self._secret, kind, who.chat, who.person)

    async def _write(self, kind: str, who: Who, row: Mapping[str, str | int], lasts: float) -> None:
        await self._store.put(self._key(kind, who), json.dumps(dict(row)), lasts=lasts)

    def _keep_local(self, name: str, local: str) -> None:
        self._locals.pop(name, None)
        if local:
            self._locals[name] = (local, self._clock() + _LOCAL_LASTS)
            if len(self._locals) > _MAX_LOCALS:
                self._locals.popitem(last=False)
            if self._dropping is None:
                self._dropping = asyncio.get_running_loop().call_later(_LOCAL_LASTS, self._drop_ended)

    def _drop_ended(self) -> None:
        """Drop what has ended, though nobody may have written since, and come again for the next."""
        now = self._clock()
        self._dropping = None
        for name, (_, until) in list(self._locals.items()):
            if now < until:
                self._dropping = asyncio.get_running_loop().call_later(until - now, self._drop_ended)
                break
            del self._locals[name]

    def _local(self, name: str) -> str:
        local, until = self._locals.get(name, ("", 0.0))
        return local if self._clock() < until else ""

"""The small memory of a conversation: what was asked last, and which guide is open. Nothing about the person.

Keys are keyed hashes of chat and person, values hold no text of theirs. The part before the @ of an address
is kept in this process only, for an hour, so that typed words know it too; buttons carry it anyway. When the
store is away, the bot answers as if nothing had been said before.

What a message changes is written when all of it is handled (`handling`); what a button changes, at once.
"""

from __future__ import annotations

import json
import time
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.assistant import Memory
from assistant.met import forget_words
from handlers.buttons import ButtonError, Deed, Place, Press, PressGuide, decode, encode
from handlers.guides.places import without_local
from handlers.in_hand import InHand
from handlers.local_parts import LocalParts
from handlers.rows import Values, asides_in, choice_in, memory_in, own, place_in, read
from store.interface import ConflictError
from store.keys import key
from updates.lines import note

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from assistant.intent import Intent
    from store.interface import Store

_LAST, _GUIDE, _CHOICE = "last", "guide", "choice"
_LASTS = {_LAST: 10 * 60.0, _GUIDE: 14 * 24 * 3600.0, _CHOICE: 30 * 60.0}
"""The kinds of rows, and the seconds that each of them lasts."""
_TYPED_WORDS_LAST = 2 * 3600
"""Seconds for which typed words belong to a guide; after that only 'go on where you were' knows of it."""
_LEFT_LATELY = 30 * 60
"""Seconds for which a bare 'weiter' means the guide that was left."""


@dataclass(frozen=True)
class Who:
    """One person in one chat."""

    chat: int
    person: int
    message: int = 0
    """What they wrote, where that is what is handled."""


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
    other: Place | None = None
    """Where they were in the guide for another program that they came from: 'doch nicht, zurück zu K-9'."""
    is_answered: bool = False
    """Whether the page was shown again after an answer or an offer, which a 'nein' turns down."""


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
        self._locals = LocalParts(clock)
        self._in_hand: dict[Who, InHand] = {}

    @asynccontextmanager
    async def handling(self, who: Who) -> AsyncIterator[InHand]:
        """Hold what is remembered of a person while a message of theirs is handled, and write what has changed at the end.

        Nothing is written when the handling fails: the next try begins with what this one began with.
        """
        in_hand = self._in_hand[who] = InHand(self._store, _LASTS, lambda kind: self._key(kind, who), who.message)
        try:
            yield in_hand
            await in_hand.write()
        finally:
            self._in_hand.pop(who, None)

    async def earlier(self, who: Who) -> int | None:
        """Give what answered the message in hand when it was handled before, 0: nothing; None: that is not known any more."""
        in_hand = self._in_hand[who]
        return in_hand.answer if await in_hand.is_again() else None

    async def recall(self, who: Who) -> Recalled:
        """Give all that is remembered of a person, asking the store once."""
        rows = await self._rows(who, *_LASTS)
        choice = rows[_CHOICE]
        return Recalled(memory_in(rows[_LAST]), self._opened(rows[_GUIDE], who), choice_in(choice), asides_in(choice))

    async def last(self, who: Who) -> Memory | None:
        """Give what was asked last, if it was minutes ago."""
        return memory_in((await self._rows(who, _LAST))[_LAST])

    async def remember(self, who: Who, memory: Memory | None) -> None:
        """Remember what was asked last."""
        if memory is not None:
            note(memory.intent.key)
            row: Values = {"intent": memory.intent.key, "language": memory.language}
            if memory.also is not None:
                row["also"] = memory.also.key
            if memory.asked_where:
                row["where"] = 1
            if memory.port:
                row["port"] = memory.port
            await self._put(_LAST, who, row)

    async def remember_intent(self, who: Who, intent: Intent, language: str) -> None:
        """Remember an intent that a button or a command named."""
        await self.remember(who, Memory(intent, language))

    async def guide(self, who: Who) -> OpenGuide | None:
        """Give the guide this person is in."""
        return self._opened((await self._rows(who, _GUIDE))[_GUIDE], who)

    def _opened(self, row: Values | None, who: Who) -> OpenGuide | None:
        try:
            press = decode(str(row["place"])) if row else None
            if row is None or not isinstance(press, PressGuide):
                return None
            age, was_left = self._clock() - float(row["touched"]), "left" in row
            is_fresh = not was_left and age < _TYPED_WORDS_LAST
            place = replace(press.place, local=self._locals.get(self._key(_GUIDE, who)))
            furthest = int(row.get("furthest", place.number))
            came_from = int(row["from"]) if "from" in row else None
            left_lately = was_left and age < _LEFT_LATELY
            helped, message = int(row.get("helped", 0)), int(row["message"])
            other, is_answered = place_in(row, "other"), "answered" in row
            return OpenGuide(
                place, press.language, message, is_fresh, furthest, came_from, helped, left_lately, other, is_answered
            )
        except (KeyError, ValueError, TypeError, ButtonError):
            return None

    async def open_guide(self, who: Who, guide: OpenGuide) -> None:
        """Remember where this person is; the address stays in this process."""
        note(f"{guide.place.program}.{guide.place.protocol}.{guide.place.number}")
        self._locals.keep(self._key(_GUIDE, who), guide.place.local)
        await self._put(_GUIDE, who, self._guide_row(guide))

    async def leave_guide(self, who: Who) -> None:
        """Remember the place for 'go on where you were' only: typed words no longer belong to it."""
        # A press may move the guide on at the same moment, in another worker: then it is open, and stays so.
        if (in_hand := self._in_hand.get(who)) is not None:
            guide = await self.guide(who)
            if guide is not None:
                await in_hand.put(_GUIDE, self._left_row(guide), must_be_same=True)
            return
        name = self._key(_GUIDE, who)
        found = await self._store.get(name)
        guide = self._opened(own(read(found)), who)
        if found is not None and guide is not None:
            with suppress(ConflictError):
                row = json.dumps(self._left_row(guide))
                await self._store.put(name, row, lasts=_LASTS[_GUIDE], expected=found.version)

    def _left_row(self, guide: OpenGuide) -> Values:
        return {**self._guide_row(replace(guide, message=0)), "left": 1}

    def _guide_row(self, guide: OpenGuide) -> Values:
        place = encode(PressGuide(Deed.SHOW, without_local(guide.place), guide.language))
        touched = int(self._clock())
        row: Values = {"place": place, "message": guide.message, "touched": touched, "furthest": guide.furthest}
        if guide.came_from is not None:
            row["from"] = guide.came_from
        if guide.helped:
            row["helped"] = guide.helped
        if guide.other is not None:
            row["other"] = encode(PressGuide(Deed.SHOW, without_local(guide.other), guide.language))
        if guide.is_answered:
            row["answered"] = 1
        return row

    async def close_guide(self, who: Who) -> None:
        """Forget the guide."""
        self._locals.keep(self._key(_GUIDE, who), "")
        self.offer_local(who, "")
        await self._put(_GUIDE, who, None)

    def offer_local(self, who: Who, local: str) -> None:
        """Keep, in this process only, the part before the @ that was just offered: 'yes' takes it; empty: none is any more."""
        self._locals.keep(self._key("offer", who), local)

    def tell_local(self, who: Who, local: str) -> None:
        """Keep, in this process only, the part before the @ that was told with the wish to set something up."""
        self._locals.keep(self._key("told", who), local)

    def told_local(self, who: Who) -> str:
        """Give the part before the @ that was told before a guide began, or an empty text."""
        return self._locals.get(self._key("told", who))

    def offered_local(self, who: Who) -> str:
        """Give the part before the @ that was offered last, or an empty text."""
        return self._locals.get(self._key("offer", who))

    async def choose_from(self, who: Who, again: Press | None) -> None:
        """Remember what this person is choosing from; None: from nothing any more."""
        await self._put(_CHOICE, who, {"again": encode(again)} if again is not None else None)

    async def set_choice_aside(self, who: Who, recalled: Recalled) -> None:
        """Remember that something else is answered while this person is choosing."""
        if recalled.choosing is not None:
            await self._put(_CHOICE, who, {"again": encode(recalled.choosing), "asides": recalled.asides + 1})

    async def choosing(self, who: Who) -> Press | None:
        """Give the press that shows again what this person is choosing from; None: from nothing."""
        return choice_in((await self._rows(who, _CHOICE))[_CHOICE])

    async def forget(self, who: Who) -> None:
        """Forget everything about this person in this chat; of words that were met nobody knows whose they were, so all go."""
        forget_words()
        for kind in (_GUIDE, "offer", "told"):
            self._locals.keep(self._key(kind, who), "")
        if (in_hand := self._in_hand.get(who)) is not None:
            await in_hand.forget()
            return
        for kind in _LASTS:
            await self._store.delete(self._key(kind, who))

    def _key(self, kind: str, who: Who) -> str:
        return key(self._secret, kind, who.chat, who.person)

    async def _rows(self, who: Who, *kinds: str) -> dict[str, Values | None]:
        if (in_hand := self._in_hand.get(who)) is not None:
            return await in_hand.read()
        names = {kind: self._key(kind, who) for kind in kinds}
        found = await self._store.get_many(names.values())
        return {kind: own(read(found.get(name))) for kind, name in names.items()}

    async def _put(self, kind: str, who: Who, row: Values | None) -> None:
        if (in_hand := self._in_hand.get(who)) is not None:
            await in_hand.put(kind, row)
        elif row is None:
            await self._store.delete(self._key(kind, who))
        else:
            await self._store.put(self._key(kind, who), json.dumps(row), lasts=_LASTS[kind])

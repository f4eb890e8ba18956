"""Each update once: its exact id is remembered for 48 hours."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import logging
import secrets
import time
from collections import OrderedDict
from enum import Enum
from typing import TYPE_CHECKING

from store.interface import SEEN_LASTS, ConflictError
from store.keys import key, secret_of
from updates.patience import UPDATE_TRIES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection

    from store.interface import Store

_LOG = logging.getLogger(__name__)
_REMEMBERED = 10_000
_CLAIM_LASTS = 10.0
"""Seconds for which an update is in one worker's hands unless it renews that; so long must another wait when it was killed."""
_ENDED = -_CLAIM_LASTS
"""So a claim has ended at once, also by the clock of a machine that is some seconds behind."""
RENEW_EVERY = _CLAIM_LASTS / 2
"""Seconds after which a worker that is not yet done renews its claim."""
_LOOK_EVERY = 1.0
"""Seconds until the next look at an update that another process has in hand: if that is killed, it is to be taken over."""


class Claim(Enum):
    """Whose an update is."""

    OURS = "ours"
    ELSEWHERE = "elsewhere"
    """Another worker has it in hand."""
    DONE = "done"


class Handled:
    """The ids of a bot's handled updates: the latest in memory, all in the store."""

    def __init__(self, store: Store, token: str, clock: Callable[[], float] = time.monotonic) -> None:
        """Prepare.

        Args:
            store: Knows all of them, over restarts and for all processes. Other bots may use it too.
            token: The bot's.
            clock: Seconds, never going back.
        """
        self._store = store
        self._secret = secret_of(token)
        self._us = secrets.token_hex(8)
        """What stands in our claims, so that we know them from another process's."""
        self._clock = clock
        self._latest: OrderedDict[int, float] = OrderedDict()
        """Id → when it ends: after a quiet week ids may begin anew anywhere (Bot API, Update)."""

    async def before(self, update_id: int) -> bool:
        """Tell whether an update was handled already, by this process or another."""
        return bool(await self.handled_among([update_id]))

    async def handled_among(self, update_ids: Collection[int]) -> set[int]:
        """Give those of several updates that were handled already, by this process or another."""
        now = self._clock()
        known = {update_id for update_id in update_ids if now < self._latest.get(update_id, float("-inf"))}
        others = [update_id for update_id in update_ids if update_id not in known]
        if not others:
            return known
        numbers = {self._number(update_id): update_id for update_id in others}
        return known | {numbers[number] for number in await self._store.seen_among(list(numbers))}

    async def mark(self, update_id: int) -> None:
        """Remember that an update is handled."""
        self._latest[update_id] = self._clock() + SEEN_LASTS
        if len(self._latest) > _REMEMBERED:
            self._latest.popitem(last=False)
        await self._store.mark_seen(self._number(update_id))

    async def give_up(self, update_id: int) -> None:
        """Remember an update as handled though its answer never got through."""
        _LOG.error("Update %d is given up: %d times its answer did not get through.", update_id, UPDATE_TRIES)
        await self.mark(update_id)

    async def claim(self, update_id: int) -> Claim:
        """Take an update in hand, for the case that a broken connection lets Telegram hand it to two workers at once."""
        try:
            await self._store.put(self._key("claim", update_id), self._us, lasts=_CLAIM_LASTS, expected=0)
        except ConflictError:
            return Claim.DONE if await self.before(update_id) else Claim.ELSEWHERE
        # Only now: whoever had it before has marked it by the time that the claim was free.
        return Claim.DONE if await self.before(update_id) else Claim.OURS

    @contextlib.asynccontextmanager
    async def in_hand(self, update_id: int) -> AsyncIterator[bool]:
        """Have an update in hand, as soon as no other process has; tell whether it is still to be handled."""
        while (whose := await self.claim(update_id)) is Claim.ELSEWHERE:  # noqa: ASYNC110 - another process ends it
            await asyncio.sleep(_LOOK_EVERY)
        if whose is Claim.DONE:
            yield False
            return
        renewing = asyncio.create_task(self._keep_renewing(update_id))
        try:
            try:
                yield True
            finally:
                renewing.cancel()
                await asyncio.gather(renewing, return_exceptions=True)
        except BaseException:
            await self.release(update_id)  # only now: what still renews the claim would put it back
            raise

    async def share(self, seconds: float) -> None:
        """Let all processes know that several take updates at the same time."""
        await self._store.put(self._key("shared", "polls"), "", lasts=seconds)

    async def is_shared(self) -> bool:
        """Whether one of them has found that."""
        return await self._store.get(self._key("shared", "polls")) is not None

    async def _keep_renewing(self, update_id: int) -> None:
        while True:
            await asyncio.sleep(RENEW_EVERY)
            await self.renew(update_id)

    async def renew(self, update_id: int) -> None:
        """Keep an update in hand, also where the claim has ended meanwhile and nobody has taken it over."""
        await self._extend(update_id, _CLAIM_LASTS)

    async def failed(self, update_id: int) -> int:
        """Count a try to answer an update that failed; give how many there were, by all workers."""
        return await self._store.add(self._key("tries", update_id), lasts=SEEN_LASTS)

    async def release(self, update_id: int) -> None:
        """Give an update back undone, unless another has taken it over, as after this machine slept."""
        await self._extend(update_id, _ENDED)

    async def _extend(self, update_id: int, lasts: float) -> None:
        """Let our claim last so long from now on; leave another's alone."""
        name = self._key("claim", update_id)
        there = await self._store.get(name)
        if there is not None and there.value != self._us:
            return
        with contextlib.suppress(ConflictError):  # another has just taken it over
            await self._store.put(name, self._us, lasts=lasts, expected=there.version if there else 0)

    def _key(self, kind: str, *what: object) -> str:
        return key(self._secret, kind, *what)

    def _number(self, update_id: int) -> int:
        """Give what stands for an update in the store: each bot counts its updates from anywhere (63 bits, as SQL has them)."""
        return int.from_bytes(hmac.digest(self._secret, str(update_id).encode(), "sha256")[:8]) >> 1

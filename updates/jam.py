"""A jam: one chat's messages fill all that Telegram shows, and what others said stands unseen behind them.

Telegram gives only the first hundred of what is not confirmed (Bot API, getUpdates), and takes about a message a second for a
chat (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this): a thousand pasted messages would keep
all others waiting for a quarter of an hour, and much longer where it asks to wait. So most of them are left out. And where a few
answers have to wait while the hundred is full of what is done, they are confirmed though they are still to be given.
"""

from __future__ import annotations

import time
from collections import defaultdict
from typing import TYPE_CHECKING

from updates.fetching import LIMIT
from updates.lanes import lane_of
from updates.patience import Warnings

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable, Iterable, MutableMapping

    from telegram import Update

    from updates.lanes import Lanes

_PATIENCE = 8
"""Full polls in a row, about five seconds, before anything is left out; what waits after a night is answered by then."""
_MOVES = 20
"""Updates that are done from one full poll to the next where there is no jam."""
_MOST_OF_A_CHAT = 20
"""Updates of a chat that may wait in a jam. More nobody writes by hand while they wait for the first answer."""
_TELL_EVERY = 600.0
"""Seconds between two words about it in one chat."""
_FEW = 20
"""Updates that may be confirmed before they are done."""
_WARNING = "A chat has sent far more than can be answered; most of it is left out so that the others are answered."
_EARLY = "A few answers have to wait; so that the others are answered they are confirmed, and are lost if the bot ends meanwhile."


async def nobody(_update: Update) -> None:
    """Tell nobody."""


class Jam:
    """Sees a jam, and leaves out what causes it."""

    def __init__(
        self,
        lanes: Lanes,
        tell: Callable[[Update], Awaitable[None]],
        counts: MutableMapping[str, int],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare.

        Args:
            lanes: Where the updates wait.
            tell: Tells whoever sent an update that some of what they sent was left out.
            counts: Where to count what is `left_out`.
            clock: Seconds, never going back.
        """
        self._lanes = lanes
        self._tell = tell
        self._counts = counts
        self._clock = clock
        self._polls = 0
        """How many in a row were full and moved hardly anything."""
        self._held: dict[int, list[asyncio.Task[None]]] = {}
        """Lane → what is still to be done there, in order, though it is confirmed."""
        self._told: dict[int, float] = {}
        """Lane → when its chat was last told."""
        self._warnings = Warnings(clock)

    @property
    def held(self) -> list[asyncio.Task[None]]:
        """What is confirmed though it is not done."""
        return [task for tasks in self._held.values() for task in tasks if not task.done()]

    def lasts(self, fetched: int, done: int) -> bool:
        """Note a poll, and tell whether it is time to leave something out.

        Args:
            fetched: How many updates it gave.
            done: How many could be confirmed since.
        """
        self._polls = self._polls + 1 if fetched >= LIMIT and done < _MOVES else 0
        return self._polls >= _PATIENCE

    def relieve(self, waiting: Iterable[tuple[Update, asyncio.Task[None]]]) -> list[int]:
        """Leave out what chats with far too much wait for, but for what they have in hand; or else let a few wait by themselves.

        Args:
            waiting: What is not done, in the order it came.

        Returns:
            The ids of the updates that need not be waited for any more.
        """
        lanes: dict[int, dict[Update, asyncio.Task[None]]] = defaultdict(dict)
        for update, task in waiting:
            lanes[lane_of(update)][update] = task
        crowded = {lane: tasks for lane, tasks in lanes.items() if len(tasks) > _MOST_OF_A_CHAT}
        self._forget_what_is_over()
        for lane, tasks in crowded.items():
            self._leave_out(lane, tasks)
        if crowded or sum(map(len, lanes.values())) > _FEW:
            return [update.update_id for tasks in crowded.values() for update in tasks]
        for lane, tasks in lanes.items():
            self._held[lane] = [*self._held.get(lane, []), *tasks.values()]
            self._warnings.warn(_EARLY)
        return [update.update_id for tasks in lanes.values() for update in tasks]

    def _forget_what_is_over(self) -> None:
        now = self._clock()
        self._told = {lane: at for lane, at in self._told.items() if now - at < _TELL_EVERY}
        self._held = {lane: left for lane, tasks in self._held.items() if (left := [task for task in tasks if not task.done()])}

    def _leave_out(self, lane: int, tasks: dict[Update, asyncio.Task[None]]) -> None:
        """Cancel all that waits in a lane, have its chat told, and remember what is still under way there."""
        ends = list(tasks.values())
        under_way = self._held.get(lane) or [ends.pop(0)]
        self._lanes.cut(lane, ends, under_way[-1])
        self._counts["left_out"] += len(ends)
        self._warnings.warn(_WARNING)
        if lane not in self._told:
            self._told[lane] = self._clock()
            under_way.append(self._lanes.put(next(reversed(tasks)), self._tell))
        self._held[lane] = under_way

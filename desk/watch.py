"""Keeps the desk as the content folder has it: watched all the time, read whole, mistakes shown and the old content kept."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.extras import mistake_tellers
from assistant.knowledge.mistakes import fault
from assistant.knowledge.snapshot import fingerprint, snapshot
from desk.advice import advice, mistake_json
from desk.edition import Reading, read_edition
from desk.why import Mind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from assistant.knowledge.mistake_words import MistakeTeller
    from assistant.knowledge.snapshot import Snapshot
    from desk.edition import Edition
    from desk.screens import Json

_LOG = logging.getLogger(__name__)
_LOOK_EVERY = 0.3
"""Seconds between two looks; what looks the same twice has been saved to its end."""


class Desk:
    """What the page shows: the content in use, the newest that can be read, and what is wrong with it."""

    def __init__(self, folder: Path, cache: Path) -> None:
        """Prepare; `watch` reads.

        Args:
            folder: The content folder.
            cache: Where the classifier's weights are kept between starts.
        """
        self.folder = folder
        self.on_change: list[Callable[[Json], None]] = []
        self.edition: Edition | None = None
        """The last content without a mistake: what the bot answers from."""
        self.draft: Edition | None = None
        """The newest content that can be read; with mistakes on its screens it is not in use yet."""
        self.mind: Mind | None = None
        """What understands questions; a moment behind `edition`, None until it was first asked for."""
        self._reading: Reading | None = None
        self._tellers: dict[str, MistakeTeller] = {}
        self._count = 0
        self._was_read = asyncio.Event()
        self._building = asyncio.Lock()
        self._advice: tuple[str, Json] | None = None
        self._cache = cache

    @property
    def state(self) -> Json:
        """What an open page has to know."""
        mistakes = self._reading.mistakes if self._reading else ()
        return {
            "event": "desk",
            "count": self._count,
            "folder": self.folder.name,
            "read": self._reading is not None,
            "loaded": self.edition is not None,
            "edition": self.edition.content.fingerprint if self.edition else "",
            "draft": self.draft.content.fingerprint if self.draft else "",
            "understands": self.mind is not None and self.mind.edition is self.edition,
            "is_draft": self.draft is not self.edition,
            "mistakes": [mistake_json(mistake, self._tellers) for mistake in mistakes],
        }

    async def watch(self) -> None:
        """Watch the folder until cancelled."""
        before: Snapshot | None = None
        read: Snapshot | None = None
        while True:
            now = await asyncio.to_thread(snapshot, self.folder)
            if now == before and now != read:
                read = now
                try:
                    await self.read()
                except Exception as error:  # noqa: BLE001 - the desk goes on with what it has; the next save may be better
                    _LOG.exception("The content could not be read.")
                    # The mistakes before are those of other files than there are now.
                    self._reading = Reading(None, (fault(self.folder.name, error),))
                    self._tell()
            before = now
            await asyncio.sleep(_LOOK_EVERY)

    async def read(self) -> None:
        """Read the folder now and tell the open pages: first what can be shown, then what understands if it is in use."""
        try:
            self._reading = await asyncio.to_thread(read_edition, self.folder)
            # Sentences that were just broken are still good enough to tell so.
            self._tellers = await asyncio.to_thread(mistake_tellers, self.folder) or self._tellers
            self.draft = self._reading.edition or self.draft
            is_good = self._reading.edition is not None and not self._reading.mistakes
            if is_good:
                self.edition = self._reading.edition
        finally:
            self._was_read.set()
        self._tell()
        if is_good and self.mind is not None:
            await self.understanding()

    async def understanding(self) -> Mind | None:
        """Give what understands by the content in use; None without one. Who asks before the first reading waits for it.

        It is built when first asked for: by then the bot has learned the same and left what it learned in the cache.
        """
        await self._was_read.wait()
        async with self._building:
            if self.edition is not None and (self.mind is None or self.mind.edition is not self.edition):
                self.mind = await asyncio.to_thread(_understanding, self.edition, self._cache)
                self._tell()
        return self.mind

    async def advice(self) -> Json:
        """Check the content as it stands in the files, once for each state of them."""
        async with self._building:
            now = await asyncio.to_thread(fingerprint, self.folder)
            if self._advice is None or self._advice[0] != now:
                self._advice = now, await asyncio.to_thread(advice, self.folder, self._cache)
            return self._advice[1]

    def _tell(self) -> None:
        self._count += 1
        state = self.state
        for tell in tuple(self.on_change):
            with suppress(OSError):
                tell(state)


def _understanding(edition: Edition, cache: Path) -> Mind:
    return Mind(edition, Assistant(edition.content, cache), edition.typed(cache))

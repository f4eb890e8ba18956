"""Loads changed content into the running bot: whole, or not at all.

Every worker watches the folder by itself. What takes time happens in threads and processes of their own; the parts are exchanged
in one step, and an update that is being answered keeps those it began with.
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from assistant.knowledge.loaded import ContentError
from assistant.knowledge.mistakes import awaits_restart, fault
from assistant.knowledge.snapshot import fingerprint, snapshot
from assistant.prepared import OtherProgramError
from handlers.maintainers.mistakes import mended_shown, mistakes_shown
from handlers.maintainers.people import Telling
from handlers.maintainers.renewing import renewed
from handlers.profile.profile import has_same_profile, set_profile
from handlers.services import installed
from store.interface import ConflictError
from store.keys import key, secret_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from assistant.knowledge.mistake_words import MistakeTeller
    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.snapshot import Snapshot
    from handlers.services import App, Context, Services
    from store.interface import Store

_LOG = logging.getLogger(__name__)
_LOOK_EVERY, _LOOK_AGAIN = 0.5, 0.2
"""Seconds between two looks, and until the second look at something new: what still changes is still being saved."""
_PATIENCE = 0.6
"""Seconds for which mistakes must stand before they are told: a slow save looks broken until it is done."""
_REST, _MOST_RESTS = 60.0, 30
"""Seconds until content is tried again at which the program or the machine failed; the time grows by as much, so often."""
_TIMES_UNTOLD = 2
"""How often it may fail without a word to the maintainers: memory that is short, say, is seldom short for long."""
_KEY = "reloader"
_TOLD_LASTS = 60.0
"""Seconds in which the workers tell the same thing only once between them."""


@dataclass(frozen=True)
class Outcome:
    """What came of loading."""

    mistakes: tuple[Mistake, ...] = ()
    """All mistakes; then nothing was exchanged."""
    is_new: bool = False
    """Whether other content is in use now."""


@dataclass(frozen=True)
class _Failure:
    """What kept content from being loaded that may well be good."""

    state: Snapshot
    told: Mistake
    times: int
    """In a row."""
    rests_until: float


class Reloader:
    """Watches a content folder for an application."""

    def __init__(self, application: App, folder: Path, store: Store) -> None:
        """Prepare; `run` watches.

        Args:
            application: With its services installed.
            folder: The content folder they were loaded from.
            store: Where the workers agree on who tells the maintainers. Other bots may use it too.
        """
        self._application = application
        self._folder = folder
        self._store = store
        self._secret = secret_of(application.bot.token)
        self._telling = Telling(application)
        self._loaded: Snapshot | None = None
        """The state of the files that was loaded or refused last; None: to be compared by what is in them."""
        self._failure: _Failure | None = None
        """None: the last try went well, or found mistakes of the content."""
        self._mistakes: tuple[Mistake, ...] = ()
        self._lock = asyncio.Lock()

    async def run(self) -> None:
        """Watch until cancelled."""
        before: Snapshot | None = None
        while True:
            try:
                now = await asyncio.to_thread(snapshot, self._folder)
                is_settled = now == before
                # While somebody loads by hand, that is enough: the next look tells whether something is left to load.
                if now != self._loaded and is_settled and not self._lock.locked() and not self._rests(now):
                    await self.load()
                await self._telling.again()
            except Exception:  # noqa: BLE001 - whatever it was, the next look may go well
                _LOG.exception("The content folder could not be looked at.")
                is_settled = True
            else:
                before = now
            await asyncio.sleep(_LOOK_EVERY if is_settled else _LOOK_AGAIN)

    def teller(self, language: str) -> MistakeTeller:
        """Give what tells mistakes in a language."""
        from assistant.extras import mistake_teller  # noqa: PLC0415 - it takes a dozen megabytes

        return mistake_teller(self._folder, language)

    async def load(self) -> Outcome:
        """Load what is in the folder now, unless it is what is in use."""
        async with self._lock:
            state, parts = await asyncio.to_thread(snapshot, self._folder), installed(self._application.bot_data)
            try:
                new = await _renewed(parts, self._folder)
                mistakes: tuple[Mistake, ...] = ()
            except ContentError as error:
                new, mistakes = None, tuple(error.mistakes)
            except Exception as error:  # noqa: BLE001 - the next try may go well
                return await self._failed(state, error)
            self._failure = None
            if mistakes:
                await asyncio.sleep(_PATIENCE)
            if await asyncio.to_thread(snapshot, self._folder) != state:
                self._loaded = None  # something was saved meanwhile: what was read may be half of it
                return Outcome(self._mistakes)
            self._loaded = state
            if new is not None:
                new.install(self._application)
                _LOG.info("The content was loaded anew.")
            await self._tell(mistakes)
            if new is not None and not has_same_profile(parts.content, new.content):
                await set_profile(self._application.bot, new.content, self._store, parts.maintainers)
            return Outcome(mistakes, is_new=new is not None)

    async def _failed(self, state: Snapshot, error: Exception) -> Outcome:
        """Leave a state of the files for later at which the program or the machine failed; if that lasts, tell it."""
        name, before = self._folder.name, self._failure
        told = awaits_restart(name) if isinstance(error, OtherProgramError) else fault(name, error)
        times = before.times + 1 if before is not None and before.told == told else 1
        rest = _REST * min(times, _MOST_RESTS)
        _LOG.error("The changed content could not be loaded; it is tried again in %.0f s.", rest, exc_info=times == 1)
        self._failure = _Failure(state, told, times, time.monotonic() + rest)
        if times > _TIMES_UNTOLD:
            await self._tell((told,))
        return Outcome((told,))

    def _rests(self, state: Snapshot) -> bool:
        """Whether it is too early to try a state of the files again."""
        failure = self._failure
        return failure is not None and failure.state == state and time.monotonic() < failure.rests_until

    async def _tell(self, mistakes: tuple[Mistake, ...]) -> None:
        """Tell the log, and once among all workers the maintainers, when the content is broken and when it is good again."""
        before, self._mistakes = self._mistakes, mistakes
        if mistakes == before:
            return
        parts = installed(self._application.bot_data)
        language = parts.content.languages[0]
        if mistakes:
            _LOG.error("The changed content has mistakes; the old one stays in use.\n%s", "\n".join(map(str, mistakes)))
            teller = await asyncio.to_thread(self.teller, language)
            shown = mistakes_shown(parts.content, [teller.told(mistake) for mistake in mistakes], language)
        else:
            _LOG.info("The content has no mistakes any more.")
            shown = mended_shown(parts.content, language)
        if await self._claim_telling(mistakes, before):
            await self._telling.tell(shown)

    async def _claim_telling(self, mistakes: tuple[Mistake, ...], before: tuple[Mistake, ...]) -> bool:
        broken, mended = (key(self._secret, "told", name, mistakes or before) for name in ("broken", "mended"))
        mine, other = (broken, mended) if mistakes else (mended, broken)
        await self._store.delete(other)  # so that it is told again when it happens again
        try:
            await self._store.put(mine, "", lasts=_TOLD_LASTS, expected=0)
        except ConflictError:
            return False
        return True

    def install(self) -> None:
        """Make it available to the handlers of its application."""
        self._application.bot_data[_KEY] = self


def reloader(context: Context) -> Reloader:
    """Give the reloader of the application."""
    return cast("Reloader", context.bot_data[_KEY])


@asynccontextmanager
async def content_watched(application: App, folder: Path, store: Store) -> AsyncIterator[None]:
    """Keep the content of an application as the folder has it, while it runs."""
    watch = Reloader(application, folder, store)
    watch.install()
    watching = asyncio.create_task(watch.run())
    try:
        yield
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


async def _renewed(parts: Services, folder: Path) -> Services | None:
    """Give the parts as the folder has them now; None where nothing in it is different."""
    if await asyncio.to_thread(fingerprint, folder) == parts.content.fingerprint:
        return None
    return await renewed(parts, folder)

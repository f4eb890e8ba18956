"""Telegram for tests: the real bot process talks over HTTP to a Bot API server on this machine, people write and press.

async with Telegram.start() as telegram:
    anna = telegram.private("Anna")
    reply = await anna.asks("welcher port für imap?")
    assert "993" in reply.text
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import signal
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playground.server import BotApiServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from playground.state import Chat, Json

ROOT = Path(__file__).parents[1]
_PASSED_ON = ("PATH", "HOME", "LANG", "VIRTUAL_ENV", "COVERAGE_PROCESS_CONFIG")
WAIT = 30.0
"""Seconds after which a missing answer is a failure; all patience of the tests is this or the next."""
START_WAIT = 60.0
"""Seconds for the start: the first one after a change of the content learns its words anew."""


def passed_on() -> dict[str, str]:
    """Give what the bot's process gets of the tests' environment; with the last of it `make cover` measures the process too."""
    return {key: os.environ[key] for key in _PASSED_ON if key in os.environ}


@dataclass(frozen=True)
class Button:
    """A button under a message."""

    label: str
    data: str = ""
    copies: str = ""
    url: str = ""


@dataclass(frozen=True)
class Reply:
    """A message of the bot, as it is now."""

    raw: Json

    @property
    def text(self) -> str:
        """Its plain text or caption."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def message_id(self) -> int:
        """Its id in the chat."""
        return int(self.raw["message_id"])

    @property
    def reply_to(self) -> int:
        """The message it answers, or 0."""
        return int(self.raw.get("reply_to_message", {}).get("message_id", 0))

    @property
    def thread(self) -> int:
        """Its forum topic, or 0."""
        return int(self.raw.get("message_thread_id", 0))

    @property
    def codes(self) -> list[str]:
        """What is shown as code."""
        encoded = self.text.encode("utf-16-le")
        entities = self.raw.get("entities") or self.raw.get("caption_entities") or []
        return [
            encoded[e["offset"] * 2 : (e["offset"] + e["length"]) * 2].decode("utf-16-le")
            for e in entities
            if e["type"] == "code"
        ]

    @property
    def buttons(self) -> list[list[Button]]:
        """Its keyboard."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [
            [Button(b["text"], b.get("callback_data", ""), b.get("copy_text", {}).get("text", ""), b.get("url", "")) for b in row]
            for row in rows
        ]

    @property
    def copies(self) -> list[str]:
        """What its copy buttons copy."""
        return [button.copies for row in self.buttons for button in row if button.copies]

    def button(self, label: str) -> Button:
        """Give the first button whose label contains a text."""
        for row in self.buttons:
            for button in row:
                if label.lower() in button.label.lower():
                    return button
        raise AssertionError(f"no button {label!r} under {self.text[:80]!r}: {[[b.label for b in row] for row in self.buttons]}")


class Member:
    """A person in a chat with the bot."""

    def __init__(self, telegram: Telegram, chat: Chat, user_id: int) -> None:
        self._telegram = telegram
        self.chat = chat
        self.user_id = user_id
        self._heard = len(telegram.events)

    def says(self, text: str, **more: Any) -> int:
        """Send a message and give its id; does not wait."""
        return int(self._telegram.server.people.write(self.chat, self.user_id, text, **more)["message_id"])

    async def hears(self, seconds: float = WAIT) -> Reply:
        """Wait for the next message or edit of the bot in this chat."""
        event = await self._next(
            lambda e: e["event"] in {"message", "edited"} and e["message"]["from"]["id"] == self._telegram.bot_id, seconds
        )
        return Reply(event["message"])

    async def asks(self, text: str, **more: Any) -> Reply:
        """Send a message and wait for the bot's."""
        self.listen()
        self.says(text, **more)
        return await self.hears()

    async def presses(self, reply: Reply, label: str) -> Reply:
        """Press a button and wait for what changes."""
        self.listen()
        self.presses_data(reply.message_id, reply.button(label).data)
        return await self.hears()

    def presses_data(self, message_id: int, data: str) -> str:
        """Press a button with any data, as a forged client could; does not wait."""
        return self._telegram.server.people.press(self.chat, self.user_id, message_id, data)

    async def toast(self, press_id: str) -> Json:
        """Wait for the answer to a press."""
        return await self._next(lambda e: bool(e["event"] == "toast" and e["press_id"] == press_id))

    def listen(self) -> None:
        """Hear only what comes from now on."""
        self._heard = len(self._telegram.events)

    async def _next(self, wanted: Callable[[Json], bool], seconds: float = WAIT) -> Json:
        def found() -> Json | None:
            while self._heard < len(self._telegram.events):
                event = self._telegram.events[self._heard]
                self._heard += 1
                if event.get("chat_id") == self.chat.id and wanted(event):
                    return event
            return None

        event: Json = await self._telegram.until(found, f"an answer in {self.chat.title!r}", seconds)
        return event


class Telegram:
    """The server, the bot's process, and the people."""

    def __init__(self, server: BotApiServer, folder: Path, command: Sequence[str], environment: dict[str, str]) -> None:
        self.server = server
        self.folder = folder
        self._command = command
        self._environment = environment
        self._bot: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._ids = itertools.count(7001)
        self.log: list[str] = []
        """What the bot wrote to its output."""

    @classmethod
    @contextlib.asynccontextmanager
    async def start(
        cls,
        command: Sequence[str] = (sys.executable, str(ROOT / "bot.py")),
        *,
        wait_for_bot: bool = True,
        **environment: str,
    ) -> AsyncIterator[Telegram]:
        """Start server and bot, and stop both at the end."""
        server = BotApiServer()
        server.start()
        with tempfile.TemporaryDirectory() as folder:
            telegram = cls(server, Path(folder), command, environment)
            try:
                await telegram.start_bot(wait=wait_for_bot)
                yield telegram
            finally:
                await telegram.stop_bot()
                await server.stop()

    @property
    def events(self) -> list[Json]:
        """Everything clients were shown."""
        return self.server.world.events

    @property
    def bot_id(self) -> int:
        """The bot's user id."""
        return int(self.server.world.bot["id"])

    @property
    def bot_pid(self) -> int:
        """The number of the bot's process."""
        assert self._bot is not None
        return self._bot.pid

    def private(self, name: str = "Anna", language: str = "de") -> Member:
        """Open the private chat of a new person."""
        user_id = next(self._ids)
        return Member(self, self.server.people.private(user_id, name, language), user_id)

    def group(self, title: str, *names: str, admin: str = "", **settings: Any) -> dict[str, Member]:
        """Open a group with new people and the bot; gives the people by name."""
        people = {name: self.private(name).user_id for name in names}
        members = {user_id: "administrator" if name == admin else "member" for name, user_id in people.items()}
        chat_id = settings.pop("chat_id", -1_000_000_000_000 - next(self._ids))
        chat = self.server.people.group(chat_id, title, members, **settings)
        return {name: Member(self, chat, user_id) for name, user_id in people.items()}

    def refused(self) -> list[str]:
        """Give all calls that were refused, but for the ends of long polls."""
        return [
            f"{call.method}: {call.answer.get('description')}"
            for call in self.server.journal
            if call.status >= 400 and call.method.lower() != "getupdates"
        ]

    async def start_bot(self, *, wait: bool = True) -> None:
        """Start the bot's process."""
        environment = {
            **passed_on(),
            "BOT_TOKEN": self.server.world.token,
            "BOT_API_URL": self.server.url,
            "DATABASE_URL": f"sqlite:///{self.folder}/bot.db",
            "PYTHONUNBUFFERED": "1",
            **self._environment,
        }
        polls = self._polls()
        self._bot = await asyncio.create_subprocess_exec(
            *self._command,
            env=environment,
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        self._reading = asyncio.create_task(self._read(self._bot))
        if wait:
            await self.until(lambda: self._polls() > polls or None, "the bot's first poll", START_WAIT)

    async def kill_bot(self) -> None:
        """End the bot as a power cut does."""
        await self._end(signal.SIGKILL)

    async def stop_bot(self) -> int:
        """Ask the bot to stop and give its exit code."""
        return await self._end(signal.SIGTERM)

    async def bot_ends(self) -> int:
        """Wait until the bot ends by itself and give its exit code."""
        return await self._end(None)

    async def _end(self, how: signal.Signals | None) -> int:
        if self._bot is None:
            return 0
        bot, self._bot = self._bot, None
        if how is not None and bot.returncode is None:
            bot.send_signal(how)
        try:
            code = await asyncio.wait_for(bot.wait(), WAIT)
        except TimeoutError:
            bot.kill()
            await bot.wait()
            raise AssertionError("the bot did not stop:\n" + "".join(self.log[-20:])) from None
        if self._reading is not None:
            await self._reading
        return code

    async def _read(self, bot: asyncio.subprocess.Process) -> None:
        assert bot.stdout is not None
        async for line in bot.stdout:
            self.log.append(line.decode(errors="replace"))

    def _polls(self) -> int:
        return self.server.polling.started

    async def until(self, found: Callable[[], Any], what: str, seconds: float = WAIT) -> Any:
        """Wait until `found` gives something, and give it."""
        changed = asyncio.Event()
        self.server.world.on_event.append(lambda _: changed.set())
        deadline = asyncio.get_running_loop().time() + seconds
        try:
            while True:
                changed.clear()
                result = found()
                if result is not None:
                    return result
                left = deadline - asyncio.get_running_loop().time()
                if left <= 0:
                    journal = "\n".join(f"  {call.method} {call.status} {call.answer}"[:200] for call in self.server.journal[-8:])
                    raise AssertionError(f"waited {seconds:.0f} s for {what}\ncalls:\n{journal}\nlog:\n{''.join(self.log[-12:])}")
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(changed.wait(), min(left, 0.05))
        finally:
            self.server.world.on_event.pop()

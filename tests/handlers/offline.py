"""A chat with the handlers without any server: says, presses, and sees what is on the screen."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from telegram import Update
from telegram.ext import ApplicationBuilder
from telegram.request import BaseRequest, RequestData

from assistant.preparing import made_around
from handlers.application import make_services
from handlers.wiring import add_handlers
from store.interface import Row, StoreAwayError
from store.memory import MemoryStore
from store.resilient import ResilientStore
from tests.handlers.small_content import CONTENT

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from assistant.knowledge.models.content import Content
    from assistant.prepared import Prepared
    from handlers.errors import Apologies
    from handlers.services import App

BOT = {"id": 42, "is_bot": True, "first_name": "Mail", "username": "ClubMailBot"}
PERSON = {"id": 700700700, "is_bot": False, "first_name": "Anna", "language_code": "de"}
GROUP = {"id": -100, "type": "supergroup", "title": "Verein"}


_PREPARED: dict[int, Prepared] = {}
"""By the identity of their content, which they hold: making one takes as long as dozens of tests, and it never changes."""


def _prepared(content: Content, cache: Path | None = None) -> Prepared:
    if id(content) not in _PREPARED:
        _PREPARED[id(content)] = made_around(content, cache, CONTENT)
    return _PREPARED[id(content)]


class Store(MemoryStore):
    """A store in memory; away on demand."""

    is_away = False

    def _check(self) -> None:
        if self.is_away:
            raise StoreAwayError("on purpose")

    async def get(self, key: str) -> Row | None:
        self._check()
        return await super().get(key)

    async def get_many(self, keys: Collection[str]) -> dict[str, Row]:
        self._check()
        return await super().get_many(keys)

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        self._check()
        return await super().put(key, value, lasts=lasts, expected=expected)

    async def delete(self, key: str) -> None:
        self._check()
        await super().delete(key)

    async def add(self, key: str, amount: int = 1, *, lasts: float) -> int:
        self._check()
        return await super().add(key, amount, lasts=lasts)

    async def count(self, key: str) -> int:
        self._check()
        return await super().count(key)

    async def find_rows(self, prefix: str) -> dict[str, Row]:
        self._check()
        return await super().find_rows(prefix)

    async def find_counters(self, prefix: str) -> dict[str, int]:
        self._check()
        return await super().find_counters(prefix)

    async def seen_among(self, update_ids: Collection[int]) -> set[int]:
        self._check()
        return await super().seen_among(update_ids)

    async def mark_seen(self, update_id: int) -> None:
        self._check()
        await super().mark_seen(update_id)

    async def purge(self) -> None:
        self._check()
        await super().purge()

    async def ping(self) -> None:
        self._check()


@dataclass
class Screen:
    """What Telegram would show: messages by id, and the toasts of presses."""

    messages: dict[int, dict[str, Any]] = field(default_factory=dict)
    toasts: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    given: list[dict[str, Any]] = field(default_factory=list)
    """The parameters of these calls."""
    next_id: int = 1000
    refusals: dict[str, list[dict[str, Any] | None]] = field(default_factory=dict)
    """Method → what Telegram answers to its next calls instead; None: that one works."""


class Offline(BaseRequest):
    """Answers PTB's calls from memory."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[-1]
        self.screen.calls.append(name)
        given = {key: _plain(value) for key, value in (request_data.json_parameters if request_data else {}).items()}
        self.screen.given.append(given)
        if self.screen.refusals.get(name) and (refusal := self.screen.refusals[name].pop(0)) is not None:
            return refusal["error_code"], json.dumps({"ok": False, **refusal}).encode()
        return 200, json.dumps({"ok": True, "result": self._result(name, given)}).encode()

    def _result(self, name: str, given: dict[str, Any]) -> Any:  # noqa: PLR0911 - one for each method
        screen = self.screen
        match name:
            case "getMe":
                return BOT
            case "getChatMember":
                return {"user": BOT, "status": "member"}
            case "sendMessage":
                screen.next_id += 1
                screen.messages[screen.next_id] = {"message_id": screen.next_id, **given}
                return self._message(screen.messages[screen.next_id])
            case "editMessageText" | "editMessageReplyMarkup":
                message = screen.messages.setdefault(given["message_id"], {"message_id": given["message_id"]})
                message.update(given)
                return self._message(message)
            case "getMyCommands":
                return []
            case "getMyName" | "getMyShortDescription" | "getMyDescription":
                return {"name": "", "short_description": "", "description": ""}
            case "setMyName":
                return False
            case "answerCallbackQuery":
                screen.toasts.append(given.get("text", ""))
        return True

    @staticmethod
    def _message(message: dict[str, Any]) -> dict[str, Any]:
        chat = GROUP if int(message["chat_id"]) < 0 else {"id": int(message["chat_id"]), "type": "private"}
        return {"message_id": message["message_id"], "date": 1, "chat": chat, "from": BOT, "text": "x"}


def _plain(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


class Chat:
    """One member and the bot."""

    def __init__(
        self, content: Content, store: Store | None = None, screen: Screen | None = None, cache: Path | None = None
    ) -> None:
        self.screen = screen or Screen()
        self.store = store or Store()
        self._request = Offline(self.screen)
        self.language = "de"
        self.chat: dict[str, Any] = {"id": PERSON["id"], "type": "private"}
        self.person: dict[str, Any] = PERSON
        nobody = frozenset[int]()
        self.services = make_services(
            _prepared(content, cache),
            ResilientStore(self.store),
            b"secret",
            groups=nobody,
            maintainers=nobody,
            collects_gaps=False,
        )
        self.apologies: Apologies | None = None
        """Deal with what a handler raises; without them the test fails."""
        self.is_undelivered = False
        """Whether the newest update is to be handled again, because Telegram was away."""
        self._update_id = 0
        self._newest: dict[str, Any] = {}

    async def __aenter__(self) -> Self:
        builder = ApplicationBuilder().token("1:" + "a" * 30).updater(None).request(self._request)
        self.application: App = builder.get_updates_request(self._request).build()  # type: ignore[assignment]
        self.services.install(self.application)
        add_handlers(self.application)
        await self.application.initialize()
        return self

    async def __aexit__(self, *_exception: object) -> None:
        await self.application.shutdown()

    @property
    def last(self) -> dict[str, Any]:
        return self.screen.messages[max(self.screen.messages)]

    @property
    def text(self) -> str:
        """The newest message, without markup."""
        return self._text(self.last)

    def written(self, message: int) -> str:
        """Give a message of the bot's as it is now, without markup."""
        return self._text(self.screen.messages[message])

    @staticmethod
    def _text(message: dict[str, Any]) -> str:
        return html.unescape(re.sub(r"<[^>]+>", "", message.get("text", "")))

    def buttons(self, message: int = 0) -> dict[str, dict[str, Any]]:
        shown = self.screen.messages[message or max(self.screen.messages)]
        rows = (shown.get("reply_markup") or {}).get("inline_keyboard", [])
        return {button["text"]: button for row in rows for button in row}

    async def say(self, text: str, **extra: Any) -> str:
        """Send a message; give what the bot says to it (empty: nothing new)."""
        before = max(self.screen.messages, default=0)
        self.screen.next_id += 1
        message = {"message_id": self.screen.next_id, "date": 1, "chat": self.chat, "text": text, **extra}
        message.setdefault("from", {**self.person, "language_code": self.language})
        await self._feed({"message": message})
        return self.text if max(self.screen.messages, default=0) > before else ""

    async def edit(self, message: int, text: str, **extra: Any) -> None:
        """Edit a message of the member's; of a picture, its caption."""
        said = {"message_id": message, "date": 1, "edit_date": 2, "chat": self.chat, **extra}
        said.setdefault("from", {**self.person, "language_code": self.language})
        await self._feed({"edited_message": {**said, "caption" if "photo" in said else "text": text}})

    async def press(self, label: str, message: int = 0, **extra: Any) -> str:
        """Press the button whose label contains this."""
        shown = message or max(self.screen.messages)
        found = [button for text, button in self.buttons(shown).items() if label in text]
        assert found, f"no button {label!r} among {list(self.buttons(shown))}"
        return await self.press_data(found[0]["callback_data"], shown, **extra)

    async def press_data(self, data: str, message: int = 0, **extra: Any) -> str:
        """Press a button with this data; give the new message, or else the pressed one as it is now."""
        before = max(self.screen.messages, default=0)
        shown = message or max(self.screen.messages, default=1000)
        query = {
            "id": "1",
            "from": {**self.person, "language_code": self.language},
            "chat_instance": "1",
            "data": data,
            "message": {"message_id": shown, "date": 1, "chat": self.chat, "from": BOT, "text": "x", **extra},
        }
        await self._feed({"callback_query": query})
        newest = max(self.screen.messages, default=0)
        return self._text(self.screen.messages[newest if newest > before else shown])

    async def again(self) -> None:
        """Have the newest update handled once more."""
        self._update_id -= 1
        await self._feed(self._newest)

    async def _feed(self, data: dict[str, Any]) -> None:
        self._update_id += 1
        self._newest = data
        update = Update.de_json({"update_id": self._update_id, **data}, self.application.bot)
        failed: list[BaseException] = []

        async def on_error(_update: object, context: Any) -> None:
            if self.apologies is None:
                failed.append(context.error)
            else:
                self.is_undelivered = not await self.apologies.deal_with(update, context, context.error)

        self.application.error_handlers.clear()
        self.application.add_error_handler(on_error)
        await self.application.process_update(update)
        if failed:
            raise failed[0]

"""The desk's routes, to be served beside the chat page: its files, plain JSON, and a WebSocket that tells of changes.

Whom they answer is decided once for all that is served there: see `playground.visitors`.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tornado.web
import tornado.websocket

from desk.amid import Screen
from desk.answers import all_answers
from desk.diagrams import diagram, overview
from desk.replay import replay
from desk.screens import NoScreenError, as_json, pressed
from desk.watch import Desk
from desk.why import Asked, why
from handlers.buttons import ButtonError, decode

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from desk.edition import Edition
    from desk.screens import Json
    from desk.why import Mind

PAGE = Path(__file__).parent / "page"
DESK_PAGE = '<link rel="stylesheet" href="desk/page/desk.css"><script type="module" src="desk/page/desk.js"></script>'
"""What the chat page carries so that the desk stands beside the chat."""


@asynccontextmanager
async def desk_for(folder: Path, cache: Path) -> AsyncIterator[list[Any]]:
    """Keep a desk for a content folder while it is served; give its routes."""
    desk = Desk(folder, cache)
    watching = asyncio.create_task(desk.watch())
    try:
        yield routes(desk)
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


def routes(desk: Desk) -> list[Any]:
    """Give the routes, for an application that turns strangers away: they answer whoever gets to them."""
    given = {"desk": desk}
    return [
        (r"/desk/live", _Live, given),
        (r"/desk/(why|replay)", _Questions, given),
        (r"/desk/advice", _Advice, given),
        (r"/desk/(answers|diagrams|diagram|screen)", _Content, given),
        (r"/desk/picture/([a-z0-9_-]+)/([a-z]+)", _Picture, given),
        (r"/desk/page/(.*)", _Page, {"path": PAGE}),
    ]


class _Page(tornado.web.StaticFileHandler):
    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002 - tornado's signature
        """Let the browser ask each time: the files change with the project."""
        self.set_header("Cache-Control", "no-cache")


class _Handler(tornado.web.RequestHandler):
    desk: Desk

    def initialize(self, desk: Desk) -> None:
        self.desk = desk

    def write_error(self, status_code: int, **_: Any) -> None:
        self.finish({"error": status_code})

    async def mind(self) -> Mind:
        """Give what understands."""
        mind = await self.desk.understanding()
        if mind is None:
            raise tornado.web.HTTPError(503)
        return mind

    def language(self, edition: Edition) -> str:
        """Give the language that was asked for, else the content's first."""
        wanted, known = self.get_query_argument("language", ""), edition.content.languages
        return wanted if wanted in known else known[0]


class _Questions(_Handler):
    async def post(self, what: str) -> None:
        """Explain a question, or ask a list of them anew."""
        try:
            given = json.loads(self.request.body)
        except ValueError as error:
            raise tornado.web.HTTPError(400) from error
        if not isinstance(given, dict) or self.request.headers.get("Content-Type", "") != "application/json":
            raise tornado.web.HTTPError(400)
        if not all(isinstance(given.get(name, []), list) for name in ("before", "shown", "questions")):
            raise tornado.web.HTTPError(400)
        mind, language = await self.mind(), str(given.get("language", ""))
        if what == "why":
            before = [str(text) for text in given.get("before", [])]
            shown = [one for one in map(_screen, given.get("shown", [])) if one is not None]
            addressed, opened = bool(given.get("addressed", True)), _screen(given.get("opened"))
            asked = Asked(str(given.get("text", "")), before, language, addressed, opened, shown)
            self.finish(await asyncio.to_thread(why, mind, asked))
            return
        questions = [one for one in given.get("questions", []) if isinstance(one, dict)]
        self.finish({"questions": await asyncio.to_thread(replay, mind, questions, language)})


def _screen(given: object) -> Screen | None:
    """Read a message of the bot's as the page tells it.

    Raises:
        tornado.web.HTTPError: its buttons are no pairs.
    """
    if not isinstance(given, dict):
        return None
    buttons = given.get("buttons", [])
    if not isinstance(buttons, list) or not all(isinstance(one, list) and len(one) == 2 for one in buttons):
        raise tornado.web.HTTPError(400)
    return Screen(str(given.get("text", "")), [(str(label), str(data)) for label, data in buttons])


class _Advice(_Handler):
    async def get(self) -> None:
        """Check everything."""
        self.finish(await self.desk.advice())


class _Content(_Handler):
    async def get(self, what: str) -> None:
        """Show something of the content: of the draft where it is a diagram, so that mistakes are seen in it."""
        edition = self.desk.draft if what in ("diagrams", "diagram") else self.desk.edition
        if edition is None:
            raise tornado.web.HTTPError(503)
        self.finish(await asyncio.to_thread(self._answered, what, edition))

    def _answered(self, what: str, edition: Edition) -> Json:
        language = self.language(edition)
        if what == "answers":
            return {"languages": list(edition.content.languages), "groups": all_answers(edition)}
        if what == "diagrams":
            return overview(edition, language)
        try:
            if what == "diagram":
                return diagram(edition, self.get_query_argument("kind"), self.get_query_argument("name"), language)
            data = self.get_query_argument("data")
            language = decode(data).language
            return as_json(edition, pressed(edition, data), language)
        except (KeyError, NoScreenError, ButtonError) as error:
            raise tornado.web.HTTPError(404) from error


class _Picture(_Handler):
    def get(self, name: str, language: str) -> None:
        """Give a picture of the content."""
        picture = self.desk.edition.pictures.get(name, language) if self.desk.edition else None
        if picture is None:
            raise tornado.web.HTTPError(404)
        self.set_header("Content-Type", "image/png")
        self.finish(picture.file.read_bytes())


class _Live(tornado.websocket.WebSocketHandler):
    """Tells an open page what state the content is in, now and whenever it changes."""

    def initialize(self, desk: Desk) -> None:
        self.desk = desk

    def open(self, *_: str, **__: str) -> None:
        self.desk.on_change.append(self._tell)
        self._tell(self.desk.state)

    def on_close(self) -> None:
        if self._tell in self.desk.on_change:
            self.desk.on_change.remove(self._tell)

    def _tell(self, state: Json) -> None:
        try:
            self.write_message(json.dumps(state))
        except tornado.websocket.WebSocketClosedError:
            self.on_close()

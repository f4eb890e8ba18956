"""Who may ask the server: programs of this machine and its own page, but no page of another place that a browser shows.

Any page can make a browser send requests to 127.0.0.1, and can let its own name lead there (DNS rebinding). So the name that
was asked for must be one of the server's, and what browsers say about where a request comes from must be the server itself
(`Origin`: RFC 6454, section 7; `Sec-Fetch-Site`: https://www.w3.org/TR/fetch-metadata/). Other programs say nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import tornado.web

if TYPE_CHECKING:
    from collections.abc import Collection

    from tornado.httputil import HTTPServerRequest
    from tornado.web import _HandlerDelegate

_PAGE = "/"
_OWN = frozenset({"same-origin", "none"})
"""`none`: the address was typed, or is a bookmark."""


def is_stranger(request: HTTPServerRequest, names: Collection[str]) -> bool:
    """Tell whether a request comes from a page of another place.

    Args:
        request: Only its headers and its path are looked at.
        names: Host names of the server.
    """
    try:
        asked_for, origin = urlsplit(f"//{request.host}"), urlsplit(request.headers.get("Origin", f"//{request.host}"))
    except ValueError:
        return True
    if asked_for.hostname not in names or origin.netloc != request.host:
        return True
    is_link_to_page = request.path == _PAGE and request.method == "GET"
    return request.headers.get("Sec-Fetch-Site", "none") not in _OWN and not is_link_to_page


class Application(tornado.web.Application):
    """Routes that strangers do not even get to."""

    def __init__(self, routes: list[Any], names: Collection[str]) -> None:
        """Prepare; for `names` see `is_stranger`."""
        super().__init__(routes, log_function=_no_log)
        self._names = names

    def find_handler(self, request: HTTPServerRequest, **more: Any) -> _HandlerDelegate:
        """Find who answers a request."""
        if is_stranger(request, self._names):
            return self.get_handler_delegate(request, _Refusal)
        return super().find_handler(request, **more)


class _Refusal(tornado.web.RequestHandler):
    """Says where the page is, in case a person reads it."""

    def prepare(self) -> None:
        self.set_status(403)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish("Only this machine's own page and programs are answered. Open the address that the playground has printed.\n")


def _no_log(_: tornado.web.RequestHandler) -> None:
    """Keep quiet: the journal remembers every call."""

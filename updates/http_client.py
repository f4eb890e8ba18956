"""HTTP by aiohttp: a call costs a ninth of what it costs with httpx, python-telegram-bot's own (measured by `make bench`)."""

from __future__ import annotations

import functools
import ssl
import urllib.request
from typing import TYPE_CHECKING, Any, cast

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest

if TYPE_CHECKING:
    from telegram.request import RequestData

_CONNECT, _READ, _UPLOAD = 5.0, 10.0, 30.0
"""Seconds. Telegram answers within one; what takes longer is tried again rather than waited for."""
_KEEP_ALIVE = 30.0
NOT_ARRIVED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.ClientHttpProxyError)
"""Causes of a `NetworkError` after which a call surely did not arrive."""


@functools.cache
def _tls() -> ssl.SSLContext:
    """Give the one TLS context of all connections: reading the certificates takes time and memory."""
    return ssl.create_default_context()


class HttpClient(BaseRequest):
    """Makes calls, each once."""

    def __init__(self, places: int) -> None:
        """Prepare.

        Args:
            places: How many calls it can make at once.
        """
        self._places = places
        self._session: aiohttp.ClientSession | None = None

    async def initialize(self) -> None:
        """See `BaseRequest.initialize`."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._places, ssl=_tls(), keepalive_timeout=_KEEP_ALIVE),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """See `BaseRequest.shutdown`."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    @property
    def read_timeout(self) -> float | None:
        """See `BaseRequest.read_timeout`."""
        return _READ

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - aiohttp counts writing as a part of the read time-out
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - and the wait for a place as a part of connecting
    ) -> tuple[int, bytes]:
        """See `BaseRequest.do_request`; a connection is waited for as long as for its place and its making together.

        Raises:
            NetworkError: no answer came; its cause is aiohttp's or the operating system's.
        """
        if self._session is None:
            raise NetworkError("This client is closed.")
        seconds = _UPLOAD if request_data is not None and request_data.contains_files else _READ
        connect, read = _given(connect_timeout, _CONNECT), max(_given(read_timeout, _READ), seconds)
        # The total as well: an answer that comes drop by drop would never end otherwise.
        timeout = aiohttp.ClientTimeout(total=connect + read, connect=connect, sock_read=read)
        body, proxy = _body(request_data), _proxy_of(*url.split("/", 3)[:3:2])
        try:
            async with self._session.request(
                method, url, data=body, timeout=timeout, allow_redirects=False, proxy=proxy
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            # The error's own words hold the address, and that the token.
            raise NetworkError(type(error).__name__) from error


@functools.lru_cache(16)
def _proxy_of(scheme: str, host: str) -> str | None:
    """Give the proxy that the environment names for a host (`HTTPS_PROXY`, `NO_PROXY` …).

    aiohttp's own `trust_env` looks it up for every call, in a thread.
    """
    proxies = urllib.request.getproxies()
    return None if urllib.request.proxy_bypass(host) else proxies.get(scheme.rstrip(":"), proxies.get("all"))


def _given(seconds: Any, usual: float) -> float:
    return usual if seconds is BaseRequest.DEFAULT_NONE or seconds is None else float(seconds)


def _body(data: RequestData | None) -> aiohttp.FormData | None:
    """Give the parameters as a form, with its files where there are some (Bot API, Making requests)."""
    if data is None or not data.parameters:
        return None
    form = aiohttp.FormData(data.json_parameters)
    if data.contains_files:
        for name, (file_name, content, kind) in cast("dict[str, tuple[str, bytes, str]]", data.multipart_data or {}).items():
            form.add_field(name, content, filename=file_name, content_type=kind)
    return form

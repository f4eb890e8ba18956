"""Where a call leads, and connections to there: TLS, and the proxy that the environment names."""

from __future__ import annotations

import base64
import errno
import functools
import ipaddress
import ssl
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urlsplit

from tornado.tcpclient import TCPClient

if TYPE_CHECKING:
    from tornado.iostream import IOStream


@dataclass(frozen=True)
class Origin:
    """Where connections lead."""

    scheme: str
    host: str
    port: int
    proxy: str


@functools.cache
def _tls() -> ssl.SSLContext:
    """Give the one TLS context of all connections: reading the certificates takes time and memory."""
    return ssl.create_default_context()


@functools.lru_cache(16)
def _at(scheme: str, place: str) -> Origin:
    parts = urlsplit(f"{scheme}//{place}")
    proxies = urllib.request.getproxies()
    is_direct = _is_this_machine(parts.hostname or "") or urllib.request.proxy_bypass(place)
    proxy = "" if is_direct else proxies.get(parts.scheme, proxies.get("all", ""))
    return Origin(parts.scheme, parts.hostname or "", parts.port or {"https": 443}.get(parts.scheme, 80), proxy)


def _is_this_machine(host: str) -> bool:
    """Tell whether a host is this machine, to which no proxy leads, as browsers take it (RFC 6761, section 6.3)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def origin_of(url: str) -> Origin:
    """Give where an address leads, and the proxy that the environment names for it (`HTTPS_PROXY`, `NO_PROXY` …)."""
    scheme, _, place, *_ = url.split("/", 3)
    return _at(scheme, place)


def mistake_in_proxy(url: str) -> str:
    """Tell why the proxy that the environment names never leads to an address, and what to do; empty: it may, or there is none.

    The proxy's own address stays out of that: it may hold a password.
    """
    origin = origin_of(url)
    if not origin.proxy:
        return ""
    try:
        proxy = _parts(origin.proxy)
        is_usable = proxy.scheme == "http" and bool(proxy.hostname) and proxy.port != 0
    except ValueError:
        is_usable = False
    if is_usable:
        return ""
    told = f"The proxy that {origin.scheme.upper()}_PROXY or ALL_PROXY names cannot be used: it must be one as http://host:port."
    return f"{told} Without it, name {origin.host} in NO_PROXY."


def _parts(proxy: str) -> SplitResult:
    return urlsplit(proxy if "://" in proxy else f"http://{proxy}")


async def connect(origin: Origin) -> IOStream:
    """Open a connection to there, through the proxy if there is one.

    Raises:
        OSError: there is none, or the proxy refuses.
        StreamClosedError: the other side hung up.
    """
    is_tls = origin.scheme == "https"
    if not origin.proxy:
        return await TCPClient().connect(origin.host, origin.port, ssl_options=_tls() if is_tls else None)
    proxy = _parts(origin.proxy)
    if proxy.scheme != "http":
        raise OSError(errno.EPROTONOSUPPORT, f"a proxy with {proxy.scheme} cannot be used")
    stream = await TCPClient().connect(proxy.hostname or "", proxy.port or 80)
    if not is_tls:
        return stream
    try:
        await _tunnel(stream, origin, proxy)
    except BaseException:
        stream.close()
        raise
    return await stream.start_tls(False, _tls(), origin.host)  # noqa: FBT003 - tornado's


async def _tunnel(stream: IOStream, origin: Origin, proxy: SplitResult) -> None:
    """Ask a proxy for a tunnel; after a 2xx answer there is one (RFC 9110, section 9.3.6)."""
    target = f"{origin.host}:{origin.port}"
    secret = f"{unquote(proxy.username or '')}:{unquote(proxy.password or '')}"
    login = f"Proxy-Authorization: Basic {base64.b64encode(secret.encode()).decode()}\r\n" if proxy.username else ""
    await stream.write(f"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n{login}\r\n".encode())
    head = await stream.read_until(b"\r\n\r\n", max_bytes=16 * 1024)
    if not head.partition(b" ")[2].startswith(b"2"):
        raise OSError(errno.ECONNREFUSED, "the proxy refuses")

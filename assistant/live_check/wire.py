"""A connection that speaks lines, with a limit on everything: time, length of a line, number of lines."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Sequence

    SocketAddress = tuple[str | int | bytes, ...]
    Addresses = Sequence[tuple[socket.AddressFamily, SocketAddress]]
    Resolve = Callable[[str, int], Addresses]

_LONGEST_LINE = 8192
_MOST_LINES = 100
_MOST_ADDRESSES = 4


class UnexpectedReplyError(Exception):
    """The other side said what no mail server of this kind says."""


class HungUpError(Exception):
    """The other side ended the connection."""


def resolve(server: str, port: int) -> list[tuple[socket.AddressFamily, SocketAddress]]:
    """Look a name up.

    Raises:
        socket.gaierror: the name does not exist, or the name service does not answer.
    """
    found = socket.getaddrinfo(server, port, type=socket.SOCK_STREAM)
    return [(family, address) for family, _, _, _, address in found]


class Wire:
    """One connection. Use it as a context manager: leaving it closes the connection."""

    def __init__(self, connection: socket.socket, timeout: float, deadline: float) -> None:
        self._socket = connection
        self._timeout = timeout
        self._deadline = deadline
        self._buffer = b""

    @classmethod
    def open(cls, addresses: Addresses, timeout: float, deadline: float) -> Wire:
        """Connect to the first address that answers.

        Args:
            addresses: As `resolve` gives them; the first few are tried.
            timeout: Seconds for each wait.
            deadline: When all of it must have ended, on the clock of `time.monotonic`.

        Raises:
            OSError: the most telling of the addresses' errors: refused before unreachable.
        """
        errors: list[OSError] = []
        for family, address in addresses[:_MOST_ADDRESSES]:
            try:
                connection = _connected(family, address, max(0.01, min(timeout, deadline - time.monotonic())))
            except OSError as error:
                errors.append(error)
            else:
                return cls(connection, timeout, deadline)
        raise min(errors, key=_by_meaning, default=TimeoutError())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    @property
    def family(self) -> socket.AddressFamily:
        """Whether this is IPv4 or IPv6."""
        return self._socket.family

    @property
    def own_address(self) -> str:
        """The address of this side, as SMTP's EHLO wants it where there is no name (RFC 5321, 4.1.3)."""
        host = str(self._socket.getsockname()[0])
        return f"[IPv6:{host}]" if self._socket.family == socket.AF_INET6 else f"[{host}]"

    def send(self, line: str) -> None:
        """Send one line."""
        self._limit_wait()
        self._socket.sendall(line.encode("ascii") + b"\r\n")

    def line(self) -> str:
        """Read one line without its end.

        Raises:
            TimeoutError: nothing came in time.
            HungUpError: the connection ended.
            UnexpectedReplyError: the line is too long to be a mail server's.
        """
        while b"\n" not in self._buffer:
            self._limit_wait()
            received = self._socket.recv(4096)
            if not received:
                raise HungUpError
            self._buffer += received
            if len(self._buffer.partition(b"\n")[0]) > _LONGEST_LINE:
                raise UnexpectedReplyError
        line, _, self._buffer = self._buffer.partition(b"\n")
        return line.rstrip(b"\r").decode("latin-1")

    def lines_until(self, is_last: Callable[[str], bool]) -> list[str]:
        """Read lines up to and with the last one.

        Raises:
            UnexpectedReplyError: there is no end of them.
        """
        lines: list[str] = []
        while not lines or not is_last(lines[-1]):
            if len(lines) >= _MOST_LINES:
                raise UnexpectedReplyError
            lines.append(self.line())
        return lines

    def start_tls(self, context: ssl.SSLContext, server: str) -> Certificate:
        """Encrypt the connection and give the certificate, which the context has checked.

        Raises:
            ssl.SSLError: it cannot be encrypted, or the certificate is not accepted.
            UnexpectedReplyError: something came in the clear that pretends to be encrypted (RFC 3207, 6).
        """
        if self._buffer:
            raise UnexpectedReplyError
        self._limit_wait()
        encrypted = context.wrap_socket(self._socket, server_hostname=server)
        self._socket = encrypted
        return dict(encrypted.getpeercert() or {})

    def _limit_wait(self) -> None:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._socket.settimeout(min(self._timeout, left))


Certificate = dict[str, object]
"""As `ssl.SSLSocket.getpeercert` gives it."""


def _connected(family: socket.AddressFamily, address: SocketAddress, timeout: float) -> socket.socket:
    """Connect. Without IPv6 on this machine not even the socket can be made (socket(2), EAFNOSUPPORT)."""
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        connection.settimeout(timeout)
        connection.connect(address)
    except OSError:
        connection.close()
        raise
    return connection


def _by_meaning(error: OSError) -> int:
    if isinstance(error, ConnectionRefusedError):
        return 0
    return 1 if isinstance(error, TimeoutError) else 2

"""Who reads what is printed may go before its end, as `… | head` does: that ends the bot without a word."""

from __future__ import annotations

import os
import select
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

READER_GONE = 128 + signal.SIGPIPE
"""The exit code: what a shell says of a program that SIGPIPE has ended. Python ignores that signal, for the sake of sockets."""


@contextmanager
def until_reader_goes() -> Iterator[None]:
    """Run what prints, and print all of it: what is left for the interpreter's end ends in a complaint.

    Raises:
        SystemExit: with `READER_GONE`, when nobody reads standard output or standard error any more.
        BrokenPipeError: another pipe broke, or a connection.
    """
    try:
        try:
            yield
        finally:
            for stream in _streams():
                stream.flush()
    except BrokenPipeError:
        unread = [stream for stream in _streams() if _is_unread(stream)]
        if not unread:
            raise
        for stream in unread:
            _drop_the_rest(stream)
        raise SystemExit(READER_GONE) from None


def _streams() -> list[TextIO]:
    return [stream for stream in (sys.stdout, sys.stderr) if stream is not None]  # None: closed by who started the bot


def _is_unread(stream: TextIO) -> bool:
    """Tell whether a stream leads into a pipe that nobody reads any more (poll(2), POLLERR)."""
    poll = select.poll()
    poll.register(stream, 0)
    return bool(poll.poll(0))


def _drop_the_rest(stream: TextIO) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)

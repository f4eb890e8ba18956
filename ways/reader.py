"""Standard input and output as the terminal gives them: closed, full, or read by one who goes before the end (`… | head`)."""

from __future__ import annotations

import errno
import os
import select
import signal
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

READER_GONE = 128 + signal.SIGPIPE
"""The exit code: what a shell says of a program that SIGPIPE has ended. Python ignores that signal, for the sake of sockets."""


@contextmanager
def until_reader_goes() -> Iterator[None]:
    """Run what prints, and print all of it: what is left for the interpreter's end ends in a complaint.

    Raises:
        SystemExit: with `READER_GONE`, when nobody reads standard output or standard error any more, which ends the bot without
            a word; with 1, when there is no room for what is printed.
        OSError: something else failed: another pipe, a connection, another disk.
    """
    if sys.stdin is None:  # closed by who started the bot: nothing can be read from it
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - to the end of the process
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
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        print(f"What is printed cannot be written: {error.strerror}.", file=sys.stderr)
        if sys.stdout is not None:
            _drop_the_rest(sys.stdout)
        raise SystemExit(1) from None


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

"""Finds slips in `.env`: a variable that nobody reads, but whose name is like one that is read and not set."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from dotenv.parser import parse_stream

from handlers.environment_values import TOKEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

READ = frozenset(
    {"BOT_TOKEN", "BOT_API_URL", "DATABASE_URL", "CONTENT_DIR", "WEBHOOK_URL", "WEBHOOK_SECRET", "PORT", "HOST", "METRICS"}
    | {"MAINTAINERS", "COLLECT_GAPS", "ALLOWED_GROUPS", "LOG_LEVEL", "LOG_FORMAT"}
    | {"BOT_TOKEN_FILE", "WEBHOOK_SECRET_FILE", "DATABASE_URL_FILE"}
)
"""What is read of `.env`."""
_ALIKE = 0.8
"""From this ratio of `difflib` on, a name is meant by another."""


def slips(text: str, file: str, given: Collection[str]) -> Iterator[str]:
    """Find lines that say nothing to the bot and most likely should.

    Args:
        text: What the file holds.
        file: Its name.
        given: What is set, here or elsewhere.

    Returns:
        A sentence each. None holds a value, which may be a secret.
    """
    for binding in parse_stream(io.StringIO(text)):
        whole = binding.original.string
        written, above = whole.strip(), whole[: len(whole) - len(whole.lstrip())].count("\n")
        line = f"{file}, line {binding.original.line + above}"
        name = re.split(r"[\s:=]", written.removeprefix("export "), maxsplit=1)[0]
        meant = _meant(name, given)
        if TOKEN.fullmatch(written):
            yield f"{line}: this looks like a token without its name; write BOT_TOKEN=…"
        elif meant and (binding.error or binding.key != name):
            yield f"{line}: between name and value stands `=`; write {meant}=…"
        elif meant and meant != name:
            yield f"{line}: {name} is not known; is {meant} meant?"
        elif binding.error:
            yield f"{line} is left out: it is not NAME=value."


def _meant(name: str, given: Collection[str]) -> str:
    """Give what is read and is meant by a name; nothing where that is set, too."""
    import difflib  # noqa: PLC0415 - a tenth of a megabyte that is needed for few files

    if name in READ:
        return name
    near = difflib.get_close_matches(name.upper(), sorted(READ), n=1, cutoff=_ALIKE)
    return near[0] if near and near[0] not in given else ""

"""Telegram's checks of texts and captions (https://core.telegram.org/bots/api#formatting-options)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.entities import tidied, utf16
from playground.errors import bad_request
from playground.markup import parse

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments
    from playground.state import Json

MAX_TEXT = 4096
MAX_CAPTION = 1024
_MAX_SOURCE = 1 << 15
"""Bytes of a text with its markup; more is not even looked at."""


def formatted(arguments: Arguments, name: str, entities_name: str) -> tuple[str, list[Json]]:
    """Give a text without markup and its entities.

    Raises:
        RefusalError: the markup is wrong.
    """
    source, mode = arguments.text(name), arguments.text("parse_mode")
    if len(source.encode()) > _MAX_SOURCE:
        raise bad_request("text is too long")
    given = [] if mode else arguments.list(entities_name, "MessageEntity")
    return tidied(source, given) if given else parse(source, mode or None)


def checked_text(arguments: Arguments) -> Json:
    """Give `text` and `entities` of a message: 1–4096 characters after entities were parsed."""
    if not arguments.text("text"):
        raise bad_request("message text is empty")
    text, entities = formatted(arguments, "text", "entities")
    if not text:
        raise bad_request("text must be non-empty")
    if utf16(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return {"text": text, **({"entities": entities} if entities else {})}


def checked_caption(arguments: Arguments) -> Json:
    """Give `caption` and `caption_entities`: at most 1024 characters after entities were parsed."""
    text, entities = formatted(arguments, "caption", "caption_entities")
    if utf16(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, **({"caption_entities": entities} if entities else {})}

"""Message entities: those that Telegram finds by itself, and the order it brings them into.

https://core.telegram.org/bots/api#messageentity; offsets and lengths count UTF-16 code units.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

Entity = dict[str, Any]

MOST_ENTITIES = 100
"""Further entities of a message are dropped by Telegram's servers."""
_CODE = {"code", "pre"}
_QUOTES = {"blockquote", "expandable_blockquote"}
_FOUND = (
    ("url", re.compile(r"(?<![\w@/.])(?:https?://|tg://)[^\s<>\"]*[^\s<>\".,:;!?')\]]", re.IGNORECASE)),
    ("url", re.compile(
        r"(?<![\w@/.-])(?:[a-z0-9äöüß](?:[a-z0-9äöüß-]*[a-z0-9äöüß])?\.)+(?:de|com|org|net|eu|info|me|app|io|at|ch)"
        r"(?::\d{2,5})?(?:/[^\s<>\"]*[^\s<>\".,:;!?')\]])?(?![\w@-])", re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w@/.+-])[\w.+-]{1,64}@(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w@-])", re.IGNORECASE)),
    ("bot_command", re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])")),
    ("mention", re.compile(r"(?<![\w@/.+-])@[A-Za-z0-9_]{3,32}(?![\w@])")),
    ("hashtag", re.compile(r"(?<![\w#&/])#\w*[^\W\d]\w*(?!\w)")),
)  # fmt: skip
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST = re.compile(r"^(?:[^\s/?#@]+@)?(?:[\w-]+\.)*[\w-]+\.[^\W\d_][\w-]+(?::\d{1,5})?(?:[/?#]\S*)?$")


def utf16(text: str) -> int:
    """Give the length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, entity: Entity) -> str:
    """Give the part of a text that an entity covers."""
    encoded = text.encode("utf-16-le")
    return encoded[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le")


def checked_link(url: str) -> str:
    """Give a link as Telegram keeps it, or nothing where it is none: then the text stays without a link."""
    url = url.strip()
    scheme = _SCHEME.match(url)
    if scheme and scheme[1].lower() in {"tg", "ton", "mailto", "tel"}:
        return url
    rest = url.partition("://")[2] if "://" in url else url
    if ("://" in url and not (scheme and scheme[1].lower() in {"http", "https"})) or not _HOST.match(rest):
        return ""
    return url if "://" in url else f"http://{url}"


def found(text: str) -> list[Entity]:
    """Give what Telegram marks in any text: links, addresses, commands, mentions, hashtags; the first match wins."""
    taken: list[tuple[int, int, str]] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            if all(match.end() <= start or end <= match.start() for start, end, _ in taken):
                taken.append((match.start(), match.end(), kind))
    return [{"type": kind, "offset": utf16(text[:start]), "length": utf16(text[start:end])} for start, end, kind in sorted(taken)]


def tidied(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Strip blanks at both ends, move the entities along, drop what may not nest, and add what Telegram finds."""
    stripped = text.strip()
    shift, total = utf16(text[: len(text) - len(text.lstrip())]), utf16(stripped)
    kept = []
    for entity in entities:
        start, end = max(0, entity["offset"] - shift), min(total, entity["offset"] + entity["length"] - shift)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    kept = _outside_code(kept)
    covered = [entity for entity in kept if entity["type"] in _CODE | {"text_link", "text_mention"}]
    kept += [entity for entity in found(stripped) if not any(_touch(entity, other) for other in covered)]
    kept.sort(key=lambda entity: (entity["offset"], -entity["length"], entity["type"] not in _QUOTES))
    return stripped, kept[:MOST_ENTITIES]


def _touch(one: Entity, other: Entity) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])


def _outside_code(entities: list[Entity]) -> list[Entity]:
    """Code cannot be bold or anything else but quoted: other entities end before it and go on after it."""
    codes = sorted((entity for entity in entities if entity["type"] in _CODE), key=lambda entity: entity["offset"])
    kept = []
    for entity in entities:
        if entity["type"] in _CODE | _QUOTES:
            kept.append(entity)
            continue
        end = entity["offset"] + entity["length"]
        holes = [(code["offset"], code["offset"] + code["length"]) for code in codes if _touch(code, entity)]
        edges = [(entity["offset"], entity["offset"]), *holes, (end, end)]
        for (_, start), (stop, _) in pairwise(edges):
            if stop > start:
                kept.append({**entity, "offset": start, "length": stop - start})
    return kept

"""Telegram's HTML parse mode: tags to entities, with its rules and its error texts.

https://core.telegram.org/bots/api#html-style: only a few tags, properly nested; `<`, `>` and `&` must be escaped. Offsets and
lengths of entities count UTF-16 code units.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playground.errors import bad_request

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TAG = re.compile(r"<(/?)([a-zA-Z0-9-]*)([^>]*)>")
_ENTITY = re.compile(r"&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{1,8});")
_HREF = re.compile(r'href\s*=\s*"([^"]*)"')
_URL = re.compile(r"^(https?|tg|mailto|tel)://?\S+$|^mailto:\S+$|^[\w.-]+\.[a-z]{2,}(/\S*)?$", re.IGNORECASE)


def utf16(text: str) -> int:
    """Give the length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


@dataclass
class _Open:
    tag: str
    start: int
    attributes: str


@dataclass
class _Parser:
    source: str
    plain: list[str] = field(default_factory=list)
    length: int = 0
    entities: list[dict[str, object]] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def text(self, piece: str) -> None:
        piece = _ENTITY.sub(_decoded, piece)
        self.plain.append(piece)
        self.length += utf16(piece)

    def offset(self, at: int) -> int:
        return len(self.source[:at].encode())

    def run(self) -> tuple[str, list[dict[str, object]]]:
        at = 0
        while at < len(self.source):
            opening = self.source.find("<", at)
            if opening < 0:
                self.text(self.source[at:])
                break
            self.text(self.source[at:opening])
            match = _TAG.match(self.source, opening)
            if match is None:
                raise bad_request(f"can't parse entities: Unclosed start tag at byte offset {self.offset(opening)}")
            self.tag(match, opening)
            at = match.end()
        if self.stack:
            raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{self.stack[-1].tag}\"")
        return self.trimmed()

    def tag(self, match: re.Match[str], at: int) -> None:
        closing, name, attributes = match[1], match[2].lower(), match[3]
        if closing:
            if not self.stack:
                raise bad_request(f"can't parse entities: Unexpected end tag at byte offset {self.offset(at)}")
            opened = self.stack.pop()
            if name not in {"", opened.tag}:
                raise bad_request(
                    f"can't parse entities: Unmatched end tag at byte offset {self.offset(at)}, "
                    f'expected "</{opened.tag}>", found "</{name}>"'
                )
            self.close(opened)
            return
        if name not in _TAGS or (name == "span" and "tg-spoiler" not in attributes):
            raise bad_request(f'can\'t parse entities: Unsupported start tag "{name}" at byte offset {self.offset(at)}')
        self.stack.append(_Open(name, self.length, attributes))

    def close(self, opened: _Open) -> None:
        length = self.length - opened.start
        if length == 0:
            return
        kind = _TAGS[opened.tag]
        entity: dict[str, object] = {"type": kind, "offset": opened.start, "length": length}
        if kind == "text_link":
            href = _HREF.search(opened.attributes)
            if href is None or not _URL.match(href[1]):
                return
            entity["url"] = href[1]
        if kind == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        self.entities.append(entity)

    def trimmed(self) -> tuple[str, list[dict[str, object]]]:
        """Telegram strips blanks at both ends and moves the entities along."""
        whole = "".join(self.plain)
        stripped = whole.strip()
        shift = utf16(whole[: len(whole) - len(whole.lstrip())])
        total = utf16(stripped)
        kept = []
        for entity in self.entities:
            start = max(0, int(str(entity["offset"])) - shift)
            end = min(total, int(str(entity["offset"])) + int(str(entity["length"])) - shift)
            if end > start:
                kept.append({**entity, "offset": start, "length": end - start})
        return stripped, sorted(kept, key=lambda entity: (entity["offset"], -int(str(entity["length"]))))


def _decoded(match: re.Match[str]) -> str:
    name = match[1]
    if name.startswith("#x"):
        return chr(min(int(f"0{name[1:]}", 0), 0x10FFFF))
    if name.startswith("#"):
        return chr(min(int(name[1:]), 0x10FFFF))
    return _NAMED.get(name, match[0])


def parse(text: str, parse_mode: str | None) -> tuple[str, list[dict[str, object]]]:
    """Turn a text as a bot sends it into plain text and entities.

    Args:
        text: The `text` or `caption` of a call.
        parse_mode: `HTML`, or None for plain text.

    Raises:
        RefusalError: in Telegram's words, where the markup is wrong or the parse mode is unknown.
    """
    if not parse_mode:
        return text.strip(), []
    if parse_mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    return _Parser(text).run()

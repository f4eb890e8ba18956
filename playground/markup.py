"""Telegram's HTML parse mode: tags to entities, with its rules and its error texts.

https://core.telegram.org/bots/api#html-style: only a few tags, properly nested; `<`, `>` and `&` must be escaped. Offsets and
lengths of entities count UTF-16 code units, byte offsets in error texts count UTF-8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from playground.entities import checked_link, tidied, utf16
from playground.errors import RefusalError, bad_request

Entity = dict[str, Any]

_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([a-zA-Z]+));?")
_MOST_CHARACTER = 9
"""Longest numeric character reference, from `&` on and without the `;`."""
_TAG_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE_NAME = re.compile(r"[^\s=>]*")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_USER_LINK = re.compile(r"tg://user/?\?id=(\d+)$", re.IGNORECASE)


@dataclass(frozen=True)
class _Open:
    """A tag that waits for its end."""

    tag: str
    start: int
    attributes: dict[str, str]
    plain_start: int


@dataclass
class _Parser:
    source: str
    at: int = 0
    plain: list[str] = field(default_factory=list)
    length: int = 0
    entities: list[Entity] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def run(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            opening = self.source.find("<", self.at)
            end = len(self.source) if opening < 0 else opening
            self._text(self.source[self.at : end])
            self.at = end
            if opening >= 0 and self.source.startswith("</", opening):
                self._end_tag()
            elif opening >= 0:
                self._start_tag()
        if self.stack:
            raise _wrong(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        return "".join(self.plain), self.entities

    def _text(self, piece: str) -> None:
        decoded = _decoded(piece)
        self.plain.append(decoded)
        self.length += utf16(decoded)

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _skip_blanks(self) -> None:
        while self.at < len(self.source) and self.source[self.at].isspace():
            self.at += 1

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.source, self.at)
        self.at = match.end() if match else self.at
        return match[0] if match else ""

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self._take(_TAG_NAME).lower()
        if self.at >= len(self.source):
            raise _wrong(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if tag not in _KINDS:
            raise _wrong(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        attributes: dict[str, str] = {}
        while True:
            self._skip_blanks()
            if self.at >= len(self.source):
                raise _wrong(f"Unclosed start tag at byte offset {self._byte(begin)}")
            if self.source[self.at] == ">":
                break
            name, value = self._attribute(tag, begin)
            attributes[name] = value
        self.at += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _wrong(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self.stack.append(_Open(tag, self.length, attributes, len(self.plain)))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        name = self._take(_ATTRIBUTE_NAME)
        if not name:
            raise _wrong(f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}')
        self._skip_blanks()
        if not self.source.startswith("=", self.at):
            return name, ""
        self.at += 1
        self._skip_blanks()
        if self.at >= len(self.source):
            raise _wrong(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
        quote = self.source[self.at]
        if quote in "'\"":
            end = self.source.find(quote, self.at + 1)
            if end < 0:
                raise _wrong(f"Unclosed start tag at byte offset {self._byte(begin)}")
            value, self.at = _decoded(self.source[self.at + 1 : end]), end + 1
            return name, value
        token = self.at
        value = self._take(_NAME_TOKEN).lower()
        if self.at < len(self.source) and not (self.source[self.at].isspace() or self.source[self.at] == ">"):
            raise _wrong(f"Unexpected end of name token at byte offset {self._byte(token)}")
        return name, value

    def _end_tag(self) -> None:
        begin = self.at
        if not self.stack:
            raise _wrong(f"Unexpected end tag at byte offset {self._byte(begin)}")
        self.at += 2
        name = self._take(_TAG_NAME).lower()
        self._skip_blanks()
        if not self.source.startswith(">", self.at):
            raise _wrong(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self.at += 1
        opened = self.stack.pop()
        if name not in {"", opened.tag}:
            expected = f'expected "</{opened.tag}>", found "</{name}>"'
            raise _wrong(f"Unmatched end tag at byte offset {self._byte(begin)}, {expected}")
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        if self.length == opened.start:
            return
        entity: Entity = {"type": _KINDS[opened.tag], "offset": opened.start, "length": self.length - opened.start}
        match opened.tag:
            case "a":
                if not self._link(entity, opened):
                    return
            case "blockquote" if "expandable" in opened.attributes:
                entity["type"] = "expandable_blockquote"
            case "tg-emoji":
                entity["custom_emoji_id"] = _emoji_id(opened.attributes.get("emoji-id", ""))
            case "tg-time":
                entity |= {"unix_time": int(opened.attributes.get("unix") or 0)}
                entity |= {"date_time_format": opened.attributes.get("format", "")}
            case "pre" | "code" if self._is_code_block(entity, opened):
                return
        self.entities.append(entity)

    def _link(self, entity: Entity, opened: _Open) -> bool:
        url = opened.attributes.get("href") or "".join(self.plain[opened.plain_start :])
        user = _USER_LINK.match(url)
        if user:
            entity |= {"type": "text_mention", "user": {"id": int(user[1]), "is_bot": False, "first_name": ""}}
            return True
        entity["url"] = checked_link(url)
        return bool(entity["url"])

    def _is_code_block(self, entity: Entity, opened: _Open) -> bool:
        """`<pre><code class="language-x">` is one entity with a language."""
        last = self.entities[-1] if self.entities else {}
        place = entity["offset"], entity["length"]
        inside = (last.get("offset"), last.get("length")) == place
        language = opened.attributes.get("class", "").removeprefix("language-") if opened.tag == "code" else ""
        if opened.tag == "pre" and inside and last["type"] == "code" and last.get("language"):
            last["type"] = "pre"
            return True
        if language:
            entity["language"] = language
        return False


def parse(text: str, parse_mode: str | None) -> tuple[str, list[Entity]]:
    """Turn a text as a bot sends it into plain text and entities.

    Args:
        text: The `text` or `caption` of a call.
        parse_mode: `HTML`, or None for plain text.

    Returns:
        The text without blanks at its ends, and its entities in order, those that Telegram finds by itself among them.

    Raises:
        RefusalError: in Telegram's words, where the markup is wrong or the parse mode is unknown.
    """
    if parse_mode and parse_mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    return tidied(*(_Parser(text).run() if parse_mode else (text, [])))


def refusal(html: str) -> str:
    """Give Telegram's words for what is wrong with a text in HTML; empty: nothing."""
    try:
        parse(html, "HTML")
    except RefusalError as error:
        return error.description
    return ""


def _wrong(what: str) -> RefusalError:
    return bad_request(f"can't parse entities: {what}")


def _emoji_id(given: str) -> str:
    if not given.isdecimal() or int(given) == 0:
        raise _wrong("Invalid custom emoji identifier specified")
    return given


def _decoded(text: str) -> str:
    return _CHARACTER.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    """Only four names are known; what is unknown stays as it stands."""
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return _NAMED.get(name, match[0])
    number = int(hexadecimal, 16) if hexadecimal else int(decimal or 0)
    if not 0 < number < 0x10FFFF or len(match[0].rstrip(";")) > _MOST_CHARACTER or 0xD800 <= number <= 0xDFFF:
        return match[0]
    return chr(number)

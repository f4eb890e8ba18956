"""Reads YAML as plain data together with the place of every value, and refuses what surprises people.

Only safe types are made. Duplicate keys, aliases, and the spellings that YAML 1.1 silently changes (`012` is
10, `12:30` is 750) are refused with a remedy: https://yaml.org/type/ lists these readings.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from assistant.knowledge.braces import brace_mistakes
from assistant.knowledge.mistakes import Mistake
from assistant.knowledge.syntax import syntax_mistake
from assistant.knowledge.text_file import text_of

if TYPE_CHECKING:
    from pathlib import Path

DataPath = tuple[str | int, ...]

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: ten times slower, the same result
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_ODD_SPACE = re.compile("[ \t]*(?:- *)?(?:[a-z0-9_-]+:)?\u00a0")
"""At the beginning of a line, or behind the colon of its entry."""
_CONFLICT = re.compile(r"[ \t]*(?:<{7}|>{7}|\|{7}|={7})(?= |$)")
"""What git has left to whoever merges; inside of a longer text somebody's editor may have indented it."""
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What ends a line (YAML 1.1, 5.4); `splitlines` knows more, and would count other lines than the parser."""
_UNREADABLE = yaml.reader.Reader.NON_PRINTABLE
"""What YAML knows no character for (YAML 1.1, 5.1): control characters, and halves of characters."""
_DEEPEST = 20
"""Levels of entries below each other; the content needs eight."""
_TAG = "tag:yaml.org,2002:"
_WORDS = frozenset(f"{_TAG}{kind}" for kind in ("timestamp", "merge", "value"))
"""What YAML 1.1 takes for a date, `<<` or `=`; here they are what is written."""
_PLAIN = frozenset(f"{_TAG}{kind}" for kind in ("str", "int", "float", "bool", "null"))


@dataclass
class Document:
    """One YAML file: its data, and where each part of the data stands."""

    file: str
    """Relative to the content folder."""
    data: Any = None
    places: dict[DataPath, tuple[int, int]] = field(default_factory=dict)
    """Path into the data → line and column, counted from 1. A mapping's entry is placed at its key."""
    lines: tuple[str, ...] = ()
    elsewhere: dict[DataPath, tuple[Document, DataPath]] = field(default_factory=dict)
    """Path into the data → where it really stands, for what a translation added."""

    def has(self, path: DataPath) -> bool:
        """Tell whether something is written at `path`, here or in a translation."""
        return path in self.places or path in self.elsewhere

    def mistake(self, path: DataPath, what: str, remedy: str = "", near: str = "") -> Mistake:
        """Give a mistake at `path`, or at the nearest part of the file above it that exists.

        Args:
            path: Into the data.
            what: What is wrong.
            remedy: What would be right.
            near: What the mistake is about, word for word: it is looked for in the lines of a longer text.
        """
        below: DataPath = ()
        while path and path not in self.places and path not in self.elsewhere:
            path, below = path[:-1], (path[-1], *below)
        if path in self.elsewhere:
            document, there = self.elsewhere[path]
            return document.mistake((*there, *below), what, remedy, near)
        line, column = self._place(path, near)
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Mistake(self.file, line, column, what, remedy, excerpt)

    def _place(self, path: DataPath, near: str) -> tuple[int, int]:
        line, column = self.places.get(path, (0, 0))
        if not near or not line:
            return line, column
        beginnings = [there for there, _ in self.places.values() if there > line]
        for number in range(line, min([*beginnings, len(self.lines) + 1])):
            at = self.lines[number - 1].find(near, column - 1 if number == line else 0)
            if at >= 0:
                return number, at + 1
        return line, column


def read_yaml(file: Path, shown_as: str) -> tuple[Document, list[Mistake]]:
    """Read one file.

    Args:
        file: The file.
        shown_as: Its name in mistakes.

    Returns:
        The document and all mistakes of its form; the data is None where the file cannot be read at all.
    """
    document = Document(shown_as)
    text = text_of(file, shown_as)
    if isinstance(text, Mistake):
        return document, [text]
    document.lines = tuple(_BREAK.split(text))
    mistakes = [*_unreadable(document), *_odd_spaces(document), *_merged_by_halves(document)]
    if mistakes:
        return document, mistakes
    try:
        node = yaml.compose(text, _Loader)
    except yaml.MarkedYAMLError as error:
        return document, [syntax_mistake(document.file, document.lines, error)]
    if node is not None:
        mistakes += _aliases(document, text) or brace_mistakes(document.file, document.lines, node)
        if mistakes:
            return document, mistakes
        document.data = _plain(node, (), document, mistakes)
    return document, mistakes


def _unreadable(document: Document) -> list[Mistake]:
    """Find characters that YAML does not know; the parser would tell them without their line."""
    places = [(number, _UNREADABLE.search(line), line) for number, line in enumerate(document.lines, 1)]
    return [
        Mistake(
            document.file,
            number,
            found.start() + 1,
            f"Here stands a control character that nobody sees (U+{ord(found[0]):04X}).",
            "Delete it.",
            _UNREADABLE.sub("\ufffd", line),
        )
        for number, found, line in places
        if found
    ]


def _odd_spaces(document: Document) -> list[Mistake]:
    """Find non-breaking spaces where YAML needs plain ones: nobody sees them, and what YAML makes of them explains nothing."""
    what, remedy = "Here stands a space that is none for YAML (a non-breaking one).", "Delete it and type a plain space."
    places = [(number, _ODD_SPACE.match(line), line) for number, line in enumerate(document.lines, 1) if "\u00a0" in line]
    return [Mistake(document.file, number, found.end(), what, remedy, line) for number, found, line in places if found]


def _merged_by_halves(document: Document) -> list[Mistake]:
    """Find where git could not merge two versions: the parser would tell some line near its marks, or take them for a text."""
    what = "Here git could not merge two versions."
    remedy = "Leave the one that is right, and delete the other and the lines with `<<<<<<<`, `=======` and `>>>>>>>`."
    marks = [(number, line) for number, line in enumerate(document.lines, 1) if _CONFLICT.match(line)]
    begins = [(number, line) for number, line in marks if "<" in line]
    return [Mistake(document.file, number, 1, what, remedy, line) for number, line in begins or marks]


def _aliases(document: Document, text: str) -> list[Mistake]:
    """Find the first alias of each line, before any is followed: a few can stand for billions of entries, or for themselves."""
    what, remedy = "Aliases (`*name`) are not allowed.", "Write the text out."
    if "&" not in text:
        return []  # nothing has a name
    columns: dict[int, int] = {}
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.AliasEvent) and (mark := event.start_mark):
            columns.setdefault(mark.line, mark.column)
    places = columns.items()
    return [Mistake(document.file, line + 1, column + 1, what, remedy, document.lines[line]) for line, column in places]


def _plain(node: yaml.Node, path: DataPath, document: Document, mistakes: list[Mistake]) -> Any:
    place = (node.start_mark.line + 1, node.start_mark.column + 1)
    document.places.setdefault(path, place)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, path, document, mistakes)
    if len(path) > _DEEPEST:
        mistakes.append(document.mistake(path, "Too many brackets or indents stand in each other here.", "Take some away."))
        return None
    if node.tag != _TAG + ("map" if isinstance(node, yaml.MappingNode) else "seq"):
        mistakes.append(_forbidden_tag(node, path, document))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document, mistakes)
    return [_plain(item, (*path, index), document, mistakes) for index, item in enumerate(node.value)]


def _forbidden_tag(node: yaml.Node, path: DataPath, document: Document) -> Mistake:
    return document.mistake(path, f"The tag `{node.tag}` is not allowed.", "Delete it.")


def _mapping(node: yaml.MappingNode, path: DataPath, document: Document, mistakes: list[Mistake]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            what, remedy = "The name of an entry must be a word.", "If braces or brackets are meant as text, put it in quotes."
            mistakes.append(document.mistake(path, what, remedy))
            continue
        key = str(key_node.value)
        where = (*path, key)
        place = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if key in data:
            excerpt = document.lines[place[0] - 1] if place[0] <= len(document.lines) else ""
            first = document.places[where][0]
            what = f"`{key}` stands here a second time (first in line {first})."
            mistakes.append(Mistake(document.file, *place, what, "Delete or rename one of the two.", excerpt))
            continue
        document.places[where] = place
        data[key] = _plain(value_node, where, document, mistakes)
    return data


def _scalar(node: yaml.Node, path: DataPath, document: Document, mistakes: list[Mistake]) -> Any:
    written = str(node.value)
    if node.tag in _WORDS:
        return written
    if node.tag == f"{_TAG}bool" and written.lower() not in {"true", "false"}:
        return written  # `no`, `on` and `yes` are words, as in YAML 1.2
    odd_number = written.lstrip("+-0").strip() != written.lstrip("+-") or ":" in written or "_" in written
    if node.tag in {f"{_TAG}int", f"{_TAG}float"} and written != "0" and odd_number:
        if written.startswith("0."):
            return float(written)
        remedy = "Write it in plain digits without 0 in front; in quotes, if it is no number."
        mistakes.append(document.mistake(path, f"YAML reads `{written}` as another number.", remedy))
        return written
    if node.tag in _PLAIN:
        with contextlib.suppress(ValueError):  # of `!!int thanks`
            return yaml.constructor.SafeConstructor().construct_object(node)
    mistakes.append(_forbidden_tag(node, path, document))
    return None

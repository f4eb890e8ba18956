"""Finds what YAML takes for an entry of its own inside braces: `{port 993}`, `{de: Voll, und leer}`, `{imap, pop3}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from assistant.knowledge.mistakes import Mistake

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_REFERENCE = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_]+)+")
_NO_SPACE = re.compile(r"([\w-]+):(\S+)")
_NO_COLON = re.compile(r"([\w-]+)(?:\s+|\s*=\s*)(\S+)")


def brace_mistakes(file: str, lines: Sequence[str], node: yaml.Node) -> Iterator[Mistake]:
    """Find entries inside braces that have no colon.

    Args:
        file: Its name as shown.
        lines: The file's lines.
        node: What YAML read.
    """
    if isinstance(node, yaml.MappingNode):
        if node.flow_style:
            yield from _in_braces(file, lines, node)
        for _, value in node.value:
            yield from brace_mistakes(file, lines, value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from brace_mistakes(file, lines, item)


def _in_braces(file: str, lines: Sequence[str], node: yaml.MappingNode) -> Iterator[Mistake]:
    bare = [key for key, value in node.value if isinstance(key, yaml.ScalarNode) and _has_no_colon(key, value)]
    others = [str(key.value) for key, _ in node.value if key not in bare]
    for key in bare:
        what, remedy = _told(str(key.value), others)
        line, column = key.start_mark.line + 1, key.start_mark.column + 1
        yield Mistake(file, line, column, what, remedy, lines[line - 1] if line <= len(lines) else "")


def _has_no_colon(key: yaml.Node, value: yaml.Node) -> bool:
    """Tell it by the place: the empty value of `{port: }` stands behind the colon, that of `{port}` right behind the name."""
    end, begin = key.end_mark, value.start_mark
    return isinstance(value, yaml.ScalarNode) and value.value == "" and (end.line, end.column) == (begin.line, begin.column)


def _told(written: str, others: Sequence[str]) -> tuple[str, str]:
    if _REFERENCE.fullmatch(written):
        return "Here stands a sign that means something else to YAML.", 'Put the text in quotes: "…".'
    if others and all(_LANGUAGE.fullmatch(name) for name in others):
        return f"The comma before `{written}` ends the text.", 'Put the text in quotes: "…".'
    if found := _NO_SPACE.fullmatch(written):
        return "Behind the colon stands no space.", f"Write `{found[1]}: {found[2]}`."
    if found := _NO_COLON.fullmatch(written):
        return "In this line a colon is missing.", f"Write `{found[1]}: {found[2]}`."
    if not others:
        return "In braces stand names with values; a list stands in brackets.", "Write `[one, two]`."
    return f"`{written}` has no value.", f"Write `{written}: …`."

"""Which words the program says: all of them must be in the content. And what else its source mentions."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.knowledge.mistakes import Mistake, did_you_mean

if TYPE_CHECKING:
    from assistant.knowledge.models.words import Words

_ROOT = Path(__file__).parents[2]
_FOLDERS = ("assistant", "handlers", "ways")
_WORDS = Path(__file__).with_name("words.txt")
"""The keys of all words that the program says, one a line; a test holds it against the source and the shipped content."""
_TELLING = 3
"""Letters that a text put together from parts must have to mean a word."""


@dataclass(frozen=True)
class Said:
    """What the program's source says."""

    strings: frozenset[str]
    """Every text in it."""
    patterns: tuple[re.Pattern[str], ...]
    """Texts that are put together from parts, such as `title_{aspect}`."""

    def mentions(self, name: str) -> bool:
        """Whether the source can mean this name."""
        return name in self.strings or any(pattern.fullmatch(name) for pattern in self.patterns)


@cache
def said_by_program() -> Said:
    """Read the source."""
    strings, patterns = set(), set()
    for folder in _FOLDERS:
        for file in sorted((_ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    strings.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    patterns.add(_pattern(node))
    telling = (pattern for pattern in patterns if sum(map(str.isalpha, pattern.replace(_ANY, ""))) >= _TELLING)
    return Said(frozenset(strings), tuple(re.compile(pattern) for pattern in sorted(telling)))


_ANY = "[a-z0-9_]+"


def _pattern(node: ast.JoinedStr) -> str:
    parts = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else _ANY for part in node.values)
    return "".join(parts)


@cache
def needed_words() -> frozenset[str]:
    """Give the keys of all words that the program says."""
    return frozenset(_WORDS.read_text("utf-8").split())


def missing_words(words: Words) -> list[Mistake]:
    """Give the words that the program needs and the content has not."""
    known = words.root
    return [
        Mistake(
            "words/",
            0,
            0,
            f"The word `{name}` is missing; the bot says it.",
            did_you_mean(name, known) or "Add it to one of the files there.",
        )
        for name in sorted(needed_words() - known.keys())
    ]

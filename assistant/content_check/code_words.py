"""Compares the words of the content with those that the program says: what it needs must be there, the rest is of no use.

The program itself is the list: its source is read, so that nobody has to keep a second one.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.knowledge.mistakes import Mistake, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.knowledge.loaded import Loaded

_ROOT = Path(__file__).parents[2]
_FOLDERS = ("assistant", "handlers")
_SAYS = frozenset({"word", "_word", "_say"})
"""Methods whose first argument is the key of a word."""
_TELLING = 3
"""Letters that a text put together from parts must have to mean a word."""
_SLOT = re.compile(r"\{([a-z0-9_.]{1,60})\}")


@dataclass(frozen=True)
class Said:
    """What the program's source says."""

    strings: frozenset[str]
    """Every text in it."""
    patterns: tuple[re.Pattern[str], ...]
    """Texts that are put together from parts, such as `title_{aspect}`."""
    needed: frozenset[str]
    """Keys of words that it asks for by name."""

    def mentions(self, name: str) -> bool:
        """Whether the source can mean this name."""
        return name in self.strings or any(pattern.fullmatch(name) for pattern in self.patterns)


@cache
def said_by_program(root: Path = _ROOT) -> Said:
    """Read the source."""
    strings, patterns, needed = set(), set(), set()
    for folder in _FOLDERS:
        for file in sorted((root / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    strings.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    patterns.add(_pattern(node))
                elif isinstance(node, ast.Call):
                    needed |= _asked_for(node)
    telling = (pattern for pattern in patterns if sum(map(str.isalpha, pattern.replace(_ANY, ""))) >= _TELLING)
    return Said(frozenset(strings), tuple(re.compile(pattern) for pattern in sorted(telling)), frozenset(needed))


_ANY = "[a-z0-9_]+"


def _pattern(node: ast.JoinedStr) -> str:
    parts = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else _ANY for part in node.values)
    return "".join(parts)


def _asked_for(node: ast.Call) -> set[str]:
    is_say = isinstance(node.func, ast.Attribute) and node.func.attr in _SAYS
    first = node.args[0] if node.args else None
    return {first.value} if is_say and isinstance(first, ast.Constant) and isinstance(first.value, str) else set()


def word_mistakes(loaded: Loaded) -> Iterator[Mistake]:
    """Give the words that are missing, of no use, or whose slots differ between the languages."""
    said, words = said_by_program(), loaded.content.words.root
    for name in sorted(said.needed - words.keys()):
        remedy = did_you_mean(name, words) or "Add it to one of the files there."
        yield Mistake("words/", 0, 0, f"The word `{name}` is missing; the bot says it.", remedy)
    for file, document in loaded.documents.items():
        if not file.startswith("words/"):
            continue
        for key in document.data:
            if not said.mentions(key):
                what = f"Nothing says `{key}`."
                near = did_you_mean(key, said.needed - words.keys())
                yield replace(document.mistake((key,), what, near or "Delete it."), is_advice=True)
            slots = {language: set(_SLOT.findall(text)) for language, text in words[key].root.items()}
            everywhere = set().union(*slots.values())
            for language, found in slots.items():
                for slot in sorted(everywhere - found):
                    what = f"`{{{slot}}}` stands in another language of this text, but not here."
                    yield replace(document.mistake((key, language), what, "Use the same slots in all languages."), is_advice=True)


def cue_mistakes(loaded: Loaded) -> Iterator[Mistake]:
    """Give the groups of small words that nothing looks for."""
    said = said_by_program()
    for file, document in loaded.documents.items():
        if file.startswith("vocabulary/"):
            for name in document.data.get("cue", {}):
                if not said.mentions(name):
                    yield replace(document.mistake(("cue", name), f"Nothing looks for `{name}`.", "Delete it."), is_advice=True)

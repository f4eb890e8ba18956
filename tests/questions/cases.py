"""The cases of the files beside this one, and what makes an answer right (README.md)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_NOTE = re.compile(r"^(⚠️|ℹ️|💡)", re.MULTILINE)
MOST_LOOKUP, MOST = 600, 1200
"""Characters of an answer."""


@dataclass(frozen=True)
class Case:
    """One question and what its answer must and must not say."""

    id: str
    text: str
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    language: str = "de"
    is_lookup: bool = False

    def mistakes(self, answer: str) -> list[str]:
        """Give what is wrong with an answer."""
        note = _NOTE.search(answer)
        before_notes = answer[: note.start()] if note else answer
        found = [f"lacks {pattern}" for pattern in self.must if not re.search(pattern, answer, re.IGNORECASE)]
        found += [f"says {pattern}" for pattern in self.must_not if re.search(pattern, before_notes, re.IGNORECASE)]
        if len(answer) >= (MOST_LOOKUP if self.is_lookup else MOST):
            found.append(f"has {len(answer)} characters")
        return found


def rows(name: str) -> list[dict[str, Any]]:
    """Read a file of cases."""
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines() if line]


def questions(name: str) -> list[Case]:
    """Read a file of single questions."""
    return [_case(row["id"], row) for row in rows(name)]


def dialogues(name: str) -> list[list[Case]]:
    """Read a file of short dialogues."""
    language = "en" if "_en" in name else "de"
    return [
        [_case(f"{row['id']}.{turn}", {"lang": language, **case}) for turn, case in enumerate(row["turns"])] for row in rows(name)
    ]


def _case(name: str, row: dict[str, Any]) -> Case:
    language = "en" if row.get("lang") == "en" else "de"
    is_lookup = str(row.get("kind", "")).startswith("lookup")
    return Case(name, row["text"], tuple(row["must"]), tuple(row["must_not"]), language, is_lookup)

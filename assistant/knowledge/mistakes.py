"""A mistake in the content, told so that somebody who is no programmer can mend it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing that is wrong in one place of the content."""

    file: str
    """The file, relative to the content folder."""
    line: int
    """Counted from 1; 0 when the whole file is meant."""
    column: int
    """Counted from 1; 0 when the whole file is meant."""
    what: str
    """What is wrong, one sentence."""
    remedy: str = ""
    """What would be right, one sentence."""
    excerpt: str = ""
    """The offending line as it stands in the file."""
    is_advice: bool = False
    """Whether the bot works nevertheless, only not as well as it could."""

    def __str__(self) -> str:
        """Give `file:line:column: what. remedy`, with the offending line below."""
        sentence = f"{self.file}:{self.line}:{self.column}: {'advice: ' if self.is_advice else ''}{self.what}"
        if self.remedy:
            sentence += f" {self.remedy}"
        if self.excerpt:
            sentence += f"\n    {self.excerpt.strip()}"
        return sentence


def did_you_mean(wrong: str, right_names: Iterable[str]) -> str:
    """Give 'Did you mean …?' with the nearest right name, or the list of names, or nothing where there is none."""
    names = sorted(right_names)
    near = difflib.get_close_matches(wrong, names, n=1, cutoff=0.6)
    if near:
        return f"Did you mean `{near[0]}`?"
    if names and len(names) <= 12:
        return f"Possible here: {', '.join(f'`{name}`' for name in names)}."
    return ""

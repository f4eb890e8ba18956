"""A mistake in the content, told so that somebody who is no programmer can mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PARTS = re.compile(r"[.:]")


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
        """Give it as `written` does, in the program's own language."""
        return self.written()

    def written(self, advice: str = "advice") -> str:
        """Give `file:line:column: what. remedy`, with the offending line below; of a whole file only `file: what. remedy`.

        Args:
            advice: What advice is called.
        """
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        sentence = f"{place}: {f'{advice}: ' if self.is_advice else ''}{self.what}"
        if self.remedy:
            sentence += f" {self.remedy}"
        if self.excerpt:
            excerpt, at = self.pointed()
            sentence += f"\n    {excerpt}\n    {' ' * at}^"
        return sentence

    def pointed(self, width: int = 110) -> tuple[str, int]:
        """Give the offending line without its indent, and where in it the mistake is; of a long line the part around it.

        Args:
            width: At most so many characters.
        """
        text = self.excerpt.strip()
        at = max(0, min(self.column - 1 - (len(self.excerpt) - len(self.excerpt.lstrip())), len(text) - 1))
        start = max(0, min(at - width // 2, len(text) - width))
        end = start + width
        shown = ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
        return shown, at - start + bool(start)


def awaits_restart(folder: str) -> Mistake:
    """Give what the webmaster is told when the program was updated and not started again; `folder` is the content's name."""
    what = "The program was updated and has not been started again."
    return Mistake(f"{folder}/", 0, 0, what, "Whoever runs the bot has to restart it; it then loads this content by itself.")


def fault(folder: str, error: Exception) -> Mistake:
    """Give what the webmaster is told when the program itself fails at a content, or the machine.

    Args:
        folder: The name of the content folder.
        error: What happened.
    """
    what = f"The bot could not load this content ({type(error).__name__})."
    remedy = "It goes on trying. If it stays like this, undo the last change; whoever runs the bot finds more in its log."
    return Mistake(f"{folder}/", 0, 0, what, remedy)


def nearest(wrong: str, right_names: Iterable[str]) -> str:
    """Give the right name that somebody most likely meant, or nothing.

    Args:
        wrong: What was written: `thansk`; of several parts `topic:thansk` or `imap.port`, where one may be missing.
        right_names: What is possible: `thanks`; `topic:thanks`, `imap.incoming.port`.
    """
    # Nobody writes `outlook` by a slip where `outlook-new` is meant: rather `outlook` was deleted.
    names = sorted(name for name in right_names if not name.startswith(f"{wrong}-"))
    likeness = {name: _likeness(wrong, name) for name in names}
    best = max(names, key=likeness.__getitem__, default="")
    return best if likeness.get(best) else ""


_ALIKE = 0.6
"""From this ratio of `difflib` on, a word may be meant by another; it is that of `get_close_matches`."""
_ALIKE_ALONE = 0.75
"""The same where a part is missing, so that less speaks for it."""
_PART_MISSING = 0.2


def _likeness(wrong: str, right: str) -> float:
    """Tell how like two names are, 0 where one of their parts is like none of the other's at its place.

    The last part of each says most, so it must be like the other's last.
    """
    import difflib  # noqa: PLC0415 - a tenth of a megabyte that is not needed as long as the content is right

    short, long = sorted((_PARTS.split(wrong), _PARTS.split(right)), key=len)
    missing, rest = len(long) - len(short), long[::-1]
    ratios: list[float] = []
    for part in reversed(short):
        candidates = rest[:1] if not ratios else rest
        found = [(difflib.SequenceMatcher(None, one, part).ratio(), -at) for at, one in enumerate(candidates)]
        ratio, at = max(found, default=(0.0, 0))
        if ratio < (_ALIKE_ALONE if missing else _ALIKE):
            return 0.0
        ratios.append(ratio)
        rest = rest[1 - at :]
    return max(0.01, sum(ratios) / len(ratios) - missing * _PART_MISSING)


def did_you_mean(wrong: str, right_names: Iterable[str]) -> str:
    """Give 'Did you mean …?' with the nearest right name, or the list of names, or nothing where there is none."""
    names = sorted(name for name in right_names if not name.startswith(f"{wrong}-"))
    if near := nearest(wrong, names):
        return f"Did you mean `{near}`?"
    if names and len(names) <= 12:
        return f"Possible here: {', '.join(f'`{name}`' for name in names)}."
    return ""

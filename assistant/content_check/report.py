"""What a check found, as text for a person, as JSON, and as annotations in a list of changes on GitHub."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.content_check.coverage import Coverage
    from assistant.content_check.questions import QuestionsAsked
    from assistant.knowledge.mistake_words import MistakeTeller
    from assistant.knowledge.mistakes import Mistake


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


@dataclass(frozen=True)
class Report:
    """What a check found."""

    mistakes: tuple[Mistake, ...]
    """Everything, by file and line."""
    coverage: Coverage | None
    """None where the content cannot be loaded."""
    questions: QuestionsAsked | None = None
    """What came of the content's own questions."""
    teller: MistakeTeller | None = None
    """What tells it in the reader's language; None: in English."""

    def told_by(self, teller: MistakeTeller) -> Report:
        """Give the same report in another language."""
        return replace(self, mistakes=tuple(teller.told(mistake) for mistake in self.mistakes), teller=teller)

    @property
    def is_fine(self) -> bool:
        """Whether there is nothing but advice."""
        return all(mistake.is_advice for mistake in self.mistakes)

    def written(self, how: Format, folder: str = "content") -> str:
        """Write the report.

        Args:
            how: In which form.
            folder: The content folder as seen from the repository, for the annotations' file names.
        """
        match how:
            case Format.JSON:
                return self._json()
            case Format.GITHUB:
                return "\n".join(_annotation(mistake, folder) for mistake in self.mistakes)
            case _:
                return self._text()

    def _text(self) -> str:
        wrong = sum(not mistake.is_advice for mistake in self.mistakes)
        advice = len(self.mistakes) - wrong
        counted = [f"{wrong} mistake{'s' * (wrong != 1)}"] if wrong else ["The content is fine"]
        counted += [f"{advice} piece{'s' * (advice != 1)} of advice"] if advice else []
        say = self.teller.sentence if self.teller else str
        told = [f"\n{self.coverage.table(say)}"] if self.coverage else []
        told += [f"\n{say(str(self.questions))}"] if self.questions else []
        parts = [*(mistake.written(say("advice")) for mistake in self.mistakes), *told, f"\n{', '.join(map(say, counted))}."]
        return "\n".join(parts).strip("\n")

    def _json(self) -> str:
        coverage = self.coverage.plain() if self.coverage else None
        data = {
            "fine": self.is_fine,
            "mistakes": [asdict(mistake) for mistake in self.mistakes],
            "coverage": coverage,
            "questions": self.questions.plain() if self.questions else None,
        }
        return json.dumps(data, ensure_ascii=False, indent=2)


def _annotation(mistake: Mistake, folder: str) -> str:
    """Give a workflow command (https://docs.github.com/actions/reference/workflow-commands-for-github-actions)."""
    kind = "warning" if mistake.is_advice else "error"
    place = {"file": f"{folder}/{mistake.file}"}
    if mistake.line:
        place |= {"line": str(mistake.line), "col": str(mistake.column)}
    properties = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in place.items())
    return f"::{kind} {properties}::{_escaped(f'{mistake.what} {mistake.remedy}'.strip())}"


def _escaped(text: str, also: str = "") -> str:
    for character in f"%\r\n{also}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text

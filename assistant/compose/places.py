"""Where a value stands in the member's program: beside the value for everybody who names the program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.knowledge.references import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.answer import Answer
    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content

_STAND_THERE = frozenset({"port", "server", "encryption", "username", "login", "account_type", "settings", "switching"})
"""What programs show where a guide's `place` leads; a name or a stored password may be somewhere else."""


def with_place(answer: Answer, intent: Intent, content: Content, values: Mapping[str, str]) -> Answer:
    """Add as a hint where it stands in the program that was named; an answer that has a hint of its own keeps it.

    Args:
        answer: To the intent.
        intent: With or without a program.
        content: What is known of programs.
        values: What references in texts of the answer's language stand for.
    """
    guide = content.guides.get(intent.program)
    if guide is None or guide.place is None or answer.hint or (intent.aspect or intent.topic) not in _STAND_THERE:
        return answer
    place = fill(guide.place.get(answer.language), values)
    return replace(answer, hint=content.word("place", answer.language).replace("{place}", place))

"""Questions asked anew after a change of the content, and what is different now."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from desk.why import MAX_TEXT, Asked, answered, reply_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desk.screens import Json
    from desk.why import Mind

MAX_QUESTIONS = 500
_COMPARED = ("decision", "topic", "text")


def replay(mind: Mind, questions: Iterable[Mapping[str, Any]], language: str) -> list[Json]:
    """Ask questions one after the other.

    Args:
        mind: Who answers.
        questions: Each with a `text`, `leans` where it leans on the question above it, and `before`, the result that it
            is compared with: an earlier one of this function, or nothing.
        language: The language of the client.

    Returns:
        Per question its `result`, the `change` (`new`, `same` or `changed`), `what` has changed, and the `lines` of both
        answers with a mark each (`=`, `-`, `+`).
    """
    done, talk = [], list[str]()
    for question in list(questions)[:MAX_QUESTIONS]:
        text = str(question.get("text", "")).strip()[:MAX_TEXT]
        talk = [*talk, text] if question.get("leans") else [text]
        result = _result(mind, Asked(text, talk[:-1], language))
        before = question.get("before")
        done.append({"text": text, "result": result, **compare(before if isinstance(before, dict) else None, result)})
    return done


def _result(mind: Mind, asked: Asked) -> Json:
    reply, _ = answered(mind, asked)
    places = [one.place for one in reply_sources(mind.edition, reply)]
    return {
        "decision": reply.explanation.decision,
        "topic": ", ".join(mind.edition.topics.title(intent, reply.language) for intent in reply.intents),
        "text": reply.answer.plain if reply.answer else "",
        "place": places[0] if places else "",
    }


def compare(before: Mapping[str, Any] | None, now: Mapping[str, Any]) -> Json:
    """Tell what is different; that a line has moved in its file is not."""
    if before is None:
        return {"change": "new", "what": [], "lines": []}
    what = [name for name in _COMPARED if before.get(name) != now.get(name)]
    lines = different_lines(str(before.get("text", "")), str(now.get("text", ""))) if "text" in what else []
    return {"change": "changed" if what else "same", "what": what, "lines": lines}


def different_lines(before: str, now: str) -> list[tuple[str, str]]:
    """Give the lines of two texts, each marked: `=` in both, `-` gone, `+` come."""
    old, new = ([line for line in text.splitlines() if line] for text in (before, now))
    marked: list[tuple[str, str]] = []
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "equal":
            marked += [("=", line) for line in old[old_from:old_to]]
        else:
            marked += [("-", line) for line in old[old_from:old_to]]
            marked += [("+", line) for line in new[new_from:new_to]]
    return marked

"""Why the bot answers a question as it does: what it found, what it weighed, how it decided, and where the answer stands."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from telegram.constants import MessageLimit

from assistant.intent import Intent, tree_of
from desk.amid import Screen, amid
from desk.sources import Source, answer_sources, command_source, source, word_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.assistant import Assistant, Memory, Reply
    from assistant.guides import TypedWords
    from desk.edition import Edition
    from desk.screens import Json

MAX_TEXT = int(MessageLimit.MAX_TEXT_LENGTH)
"""Characters of a question."""
_MAX_BEFORE = 6
_SHOWN_CANDIDATES = 6
_CERTAINLY_TYPED = 0.9
"""From here on it is worth telling that a guide would take the words for its own."""


@dataclass(frozen=True)
class Mind:
    """What understands, built from one edition of the content."""

    edition: Edition
    assistant: Assistant
    typed: TypedWords


@dataclass(frozen=True)
class Asked:
    """A question as it was asked in a chat."""

    text: str
    before: Sequence[str] = ()
    """What the same person asked before it, oldest first."""
    language: str = ""
    """The language of the client."""
    addressed: bool = True
    opened: Screen | None = None
    """The bot's last message before it."""
    shown: Sequence[Screen] = ()
    """The bot's messages since then."""


def why(mind: Mind, asked: Asked) -> Json:
    """Explain the answer to a question.

    Returns:
        `kind` (`question`, `command` or `password`), `decision`, `reason`, `score`, `threshold`, whether that `is_among` the
        candidates, `slots`, `unknown` words, `candidates`, `understood`, `sources`, whether it `leans` on the question before,
        what it would be in a guide, and what it was `amid` one, or a choice.
    """
    edition, text = mind.edition, asked.text[:MAX_TEXT].strip()
    if text.startswith("/"):
        return _command(edition, text)
    # Both are looked at before the question is: a password is never explained.
    if edition.guard.gives_away(text):
        return {"kind": "password", "sources": [_place(word_source(edition, "password_warning"))]}
    reply, leans = answered(mind, asked)
    explanation = reply.explanation
    typed = mind.typed.understand(text)
    title = mind.edition.topics.title
    did = amid(edition, mind.typed, text, reply, asked.opened, asked.shown)
    return {
        "kind": "question",
        "decision": explanation.decision,
        "reason": explanation.reason,
        "score": explanation.score,
        "threshold": explanation.threshold,
        # In a group what speaks for a question of its kind is added to the score, so that candidates alone say nothing of it.
        "is_among": asked.addressed,
        "language": reply.language,
        "slots": [asdict(slot) for slot in sorted(explanation.found, key=lambda slot: slot.kind == "cue")],
        "unknown": list(explanation.unknown_words),
        "candidates": [
            {"title": label_title(edition, label, reply.language), "score": round(score, 2), "place": place.place}
            for label, score in explanation.candidates[:_SHOWN_CANDIDATES]
            for place in (label_source(edition, label),)
        ],
        "understood": [title(intent, reply.language) for intent in reply.intents],
        "sources": [_place(one) for one in (did.sources if did else reply_sources(edition, reply))],
        "amid": {"label": did.label, "typed": did.typed, "title": did.title, "stayed": did.stayed} if did else None,
        "leans": leans,
        "typed": {"intent": typed.intent, "score": typed.score} if typed and typed.score >= _CERTAINLY_TYPED else None,
    }


def answered(mind: Mind, asked: Asked) -> tuple[Reply, bool]:
    """Ask; tell also whether the answer would be another one without what was asked before."""
    memory: Memory | None = None
    for earlier in asked.before[-_MAX_BEFORE:]:
        if not earlier.startswith("/"):
            memory = mind.assistant.ask(earlier[:MAX_TEXT], client_language=asked.language, memory=memory).memory
    text = asked.text[:MAX_TEXT]
    reply = mind.assistant.ask(text, client_language=asked.language, memory=memory, addressed=asked.addressed)
    if memory is None:
        return reply, False
    alone = mind.assistant.ask(text, client_language=asked.language, addressed=asked.addressed)
    return reply, alone.intents != reply.intents or alone.answered != reply.answered


def reply_sources(edition: Edition, reply: Reply) -> list[Source]:
    """Give where a reply comes from."""
    if reply.answer is None:
        return []
    if not reply.answered:
        key = "choices" if reply.explanation.decision == "choices" else "unknown"
        return [word_source(edition, key)]
    found = [place for intent in reply.intents for place in answer_sources(edition, intent, reply.language)]
    return list(dict.fromkeys(found))


def label_title(edition: Edition, label: str, language: str) -> str:
    """Give the name of a candidate as buttons show it."""
    return edition.topics.title(Intent.of(label), language)


def label_source(edition: Edition, label: str) -> Source:
    """Give where a candidate has its examples, so that more can be added there."""
    if label in edition.content.topics:
        return source(edition, f"topics/{label}.yaml", ("examples",))
    if tree := tree_of(label):
        return source(edition, f"trouble/{tree}.yaml", ("examples",))
    for file, document in edition.documents.items():
        if file.startswith("vocabulary/") and label in _mapping(_mapping(document.data).get("examples")):
            return source(edition, file, ("examples", label))
    return Source("vocabulary/", 0, 0, "")


def _mapping(data: object) -> dict[str, object]:
    return data if isinstance(data, dict) else {}


def _command(edition: Edition, text: str) -> Json:
    spelled = text[1:].split(maxsplit=1)[0].partition("@")[0].lower() if len(text) > 1 else ""
    found = command_source(edition, spelled)
    return {"kind": "command", "command": spelled, "sources": [_place(found)] if found else []}


def _place(one: Source) -> Json:
    return {**asdict(one), "place": one.place}

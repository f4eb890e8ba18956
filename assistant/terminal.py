"""The assistant in a terminal: a question in, the answer's plain text or one JSON object a line out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.assistant import Assistant, Memory, Reply
    from assistant.understanding.explain import Explanation


def ask_all(
    assistant: Assistant,
    questions: Iterable[str],
    out: TextIO,
    *,
    as_json: bool = False,
    explain: bool = False,
    language: str = "",
    apart: bool = False,
) -> None:
    """Answer questions one after the other; each may lean on those before, as in a chat.

    Args:
        assistant: Whom to ask.
        questions: One question each; empty ones are left out.
        out: Where the answers go.
        as_json: One JSON object a line instead of text.
        explain: Say why, too.
        language: The language of the client, where the question tells none.
        apart: Each as the first of a chat.
    """
    memory: Memory | None = None
    for question in questions:
        text = question.strip()
        if not text:
            continue
        reply = assistant.ask(text, client_language=language, memory=memory)
        memory = None if apart else reply.memory
        print(_as_json(reply, explain=explain) if as_json else _as_text(reply), file=out, flush=True)
        if explain and not as_json:
            print(_explained(reply.explanation), file=out, flush=True)


def _as_text(reply: Reply) -> str:
    if reply.answer is None:
        return ""
    actions = "".join(f"\n  [{action.label}]" for action in reply.answer.actions)
    return f"{reply.answer.plain}{actions}\n"


def _as_json(reply: Reply, *, explain: bool) -> str:
    intent = reply.intents[0] if reply.answered and reply.intents else None
    found: dict[str, Any] = {
        "text": reply.answer.plain if reply.answer else "",
        "language": reply.language,
        "answered": reply.answered,
        "subject": intent.subject if intent else "",
        "aspect": intent.aspect if intent else "",
        "direction": intent.direction if intent else "",
        "topic": intent.topic if intent else "",
        "score": round(reply.score, 3),
    }
    if explain:
        found["explanation"] = reply.explanation.plain()
    return json.dumps(found, ensure_ascii=False)


def _explained(why: Explanation) -> str:
    lines = [f"  {why.reason}"]
    lines += [
        f'  found {slot.kind} {slot.value}: "{slot.words}"{"" if slot.exact else " (a slip or a compound)"}' for slot in why.found
    ]
    lines += [f"  in no list: {', '.join(why.unknown_words)}"] if why.unknown_words else []
    lines += [f"  {score:.2f} {label}" for label, score in why.candidates]
    return "\n".join(lines)

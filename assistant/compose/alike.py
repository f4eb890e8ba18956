"""'Ist der Server für IMAP und POP gleich?': says yes or no before the values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.connections import connections_of

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.understand import Understanding


def whether_alike(content: Content, understood: Understanding, language: str) -> str:
    """Give yes or no in a sentence, where it is asked of several connections whether they are alike; else nothing."""
    whole = understood.explanation.whole
    if whole is None or not whole.cue("alike") or not whole.is_question or len(understood.intents) > 1:
        return ""
    connections = connections_of(content, understood.intents[0])
    if len(connections) < 2:
        return ""
    match understood.intents[0].aspect:
        case "server":
            values = set(map(content.settings.host_of, connections))
        case "port":
            values = {str(connection.port) for connection in connections}
        case "encryption":
            values = {connection.encryption.value for connection in connections}
        case _:
            return ""
    return content.word("alike_yes" if len(values) == 1 else "alike_no", language)

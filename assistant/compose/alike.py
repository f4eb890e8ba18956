"""'Ist der Server für IMAP und POP gleich?': says yes or no before the values."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from assistant.knowledge.models.club import Connection
    from assistant.knowledge.models.content import Content
    from assistant.understanding.understand import Understanding


def whether_alike(content: Content, understood: Understanding, connections: Collection[Connection], language: str) -> str:
    """Give yes or no in a sentence, where it is asked of several connections whether they are alike; else nothing."""
    whole = understood.explanation.whole
    if whole is None or not whole.is_question or len(connections) < 2 or len(understood.intents) > 1:
        return ""
    match understood.intents[0].aspect:
        case "server":
            values = {connection.server or content.settings.mail_server for connection in connections}
        case "port":
            values = {str(connection.port) for connection in connections}
        case "encryption":
            values = {connection.encryption.value for connection in connections}
        case _:
            return ""
    return content.word("alike_yes" if len(values) == 1 else "alike_no", language)

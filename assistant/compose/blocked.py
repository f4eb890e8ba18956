"""'Mein Anbieter sperrt Port 25': a way to send that is blocked, because it is not encrypted, and the one that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.connections import ways_by_port
from assistant.knowledge.models.club import Encryption

if TYPE_CHECKING:
    from assistant.compose.connections import Way
    from assistant.knowledge.models.content import Content
    from assistant.understanding.understand import Understanding


def blocked_port(content: Content, understood: Understanding, language: str) -> str:
    """Say by which port to send instead of one that internet connections block; nothing where it is about no such port."""
    whole = understood.explanation.whole
    if whole is None or understood.intents[0].aspect != "port" or not (understood.fails or whole.cue("blocks")):
        return ""
    ports = [word for word in understood.numbers if word in content.vocabulary.numbers]
    if not ports and not whole.cue("blocks"):
        return ""
    to_send = [way for name in content.settings.protocols for way in _to_send(content, name)]
    is_open = [way for way in to_send if way.connection.encryption is Encryption.NONE]
    better = [way for way in to_send if way.connection.encryption is not Encryption.NONE]
    blocked = [way for way in is_open if not ports or str(way.connection.port) in ports]
    if not blocked or not better or len(ports) > 1:
        return ""
    encryption = content.word(f"encryption_{better[0].connection.encryption.value}", language)
    return content.word(
        "port_blocked" if ports else "port_blocked_open",
        language,
        port=blocked[0].connection.port,
        protocol=content.settings.protocols[blocked[0].protocol].name,
        better=better[0].connection.port,
        encryption=encryption,
    )


def _to_send(content: Content, protocol: str) -> list[Way]:
    port = content.settings.protocols[protocol].outgoing.port
    return [way for way in ways_by_port(content, [str(port)]) if (way.protocol, way.direction) == (protocol, "outgoing")]

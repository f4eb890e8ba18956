"""'Mein Anbieter sperrt Port 25': a way to send that is blocked, because it is not encrypted, and the one that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.connections import encrypted_ways_to_send, ports_named, ways_to_send

if TYPE_CHECKING:
    from assistant.compose.connections import Way
    from assistant.knowledge.models.content import Content
    from assistant.understanding.understood import Understanding


def blocked_and_open(content: Content, understood: Understanding) -> tuple[Way, Way] | None:
    """Give the way to send that internet connections block, and the one to take instead; None where it is about no such port."""
    whole, ports = understood.explanation.whole, ports_named(content, understood)
    if whole is None or understood.intents[0].aspect != "port" or len(ports) > 1:
        return None
    if not ("blocks" in whole.cues or (understood.fails and ports)):
        return None
    better = encrypted_ways_to_send(content)
    blocked = [way for way in ways_to_send(content) if way.sends_openly and (not ports or str(way.connection.port) in ports)]
    return (blocked[0], better[0]) if blocked and better else None


def blocked_port(content: Content, understood: Understanding, language: str) -> str:
    """Say by which port to send instead of one that is blocked; nothing where it is about no such port."""
    found = blocked_and_open(content, understood)
    if found is None:
        return ""
    blocked, better = found
    return content.word(
        "port_blocked" if ports_named(content, understood) else "port_blocked_open",
        language,
        port=blocked.connection.port,
        protocol=content.settings.protocols[blocked.protocol].name,
        better=better.connection.port,
        encryption=content.word(f"encryption_{better.connection.encryption.value}", language),
    )

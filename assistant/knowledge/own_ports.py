"""The ports of the settings are numbers that members name: 'Ist der Port 994?' is about the port, whichever it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.knowledge.models.club import Settings
    from assistant.knowledge.models.vocabulary import Vocabulary


def with_own_ports(vocabulary: Vocabulary, settings: Settings) -> Vocabulary:
    """Give the vocabulary with the settings' ports among its numbers; what stands there already keeps its direction."""
    numbers = dict(vocabulary.numbers)
    for protocol in settings.protocols.values():
        numbers.setdefault(str(protocol.incoming.port), "incoming")
        numbers.setdefault(str(protocol.outgoing.port), "outgoing")
    return replace(vocabulary, numbers=numbers)

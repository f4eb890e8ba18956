"""Values of a mailbox elsewhere: 'gmx imap server?', 'welche Ports braucht man bei Vodafone Mail?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import ASPECTS, trouble_label

if TYPE_CHECKING:
    from assistant.intent import Intent
    from assistant.understanding.slots import Slots

_OF_EACH_PROVIDER = frozenset({*ASPECTS, "setup", "new_password", trouble_label("password")})
"""What every provider has its own of."""
_OF_EITHER = frozenset({"address", "username", "name"})
"""What may be asked of both: 'meine GMX-Adresse oder die vom Verein?'."""
_OF_OURS = ("beside_provider", "club_one")
"""Cues of who asks for ours: 'da steht noch der Server von T-Online, was muss da hin?', 'welcher Server in der GMX-App?'."""


def is_of_other_provider(slots: Slots, intent: Intent) -> bool:
    """Tell whether another provider is named, and nothing of ours beside it: 'my T-Online mailbox got hacked'."""
    return "provider" in slots.cues and intent.aspect not in _OF_EITHER and not slots.has_any(_OF_OURS)


def asks_of_other_provider(slots: Slots, intent: Intent) -> bool:
    """Tell whether it asks for what belongs to the mailbox of another provider, of which we know nothing."""
    is_asked = (intent.aspect or intent.topic) in _OF_EACH_PROVIDER
    return is_asked and not slots.numbers and is_of_other_provider(slots, intent)

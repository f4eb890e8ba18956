"""Values of a mailbox elsewhere: 'gmx imap server?', 'welche Ports braucht man bei Vodafone Mail?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import ASPECTS, trouble_label

if TYPE_CHECKING:
    from assistant.intent import Intent
    from assistant.understanding.slots import Slots

_OF_EACH_PROVIDER = frozenset({*ASPECTS, "setup", trouble_label("password")}) - {"address", "username", "name"}
"""What every provider has its own of; of addresses, both may be asked: 'meine GMX-Adresse oder die vom Verein?'."""
_OF_OURS = ("beside_provider", "club_one")
"""Cues of who asks for ours: 'da steht noch der Server von T-Online, was muss da hin?', 'welcher Server in der GMX-App?'."""


def asks_of_other_provider(slots: Slots, intent: Intent) -> bool:
    """Tell whether it asks for what belongs to the mailbox of another provider, of which we know nothing."""
    if "provider" not in slots.cues or slots.numbers or slots.has_any(_OF_OURS):
        return False
    return (intent.aspect or intent.topic) in _OF_EACH_PROVIDER

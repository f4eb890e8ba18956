"""'Port 110 ist verschlüsselt, oder?': what somebody believes of the encryption, held against the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.knowledge.models.club import Encryption
from assistant.understanding.risks.foreign_network import in_foreign_network

if TYPE_CHECKING:
    from collections.abc import Collection

    from assistant.understanding.lexicon import Hit
    from assistant.understanding.slots import Slots

ENCRYPTED = frozenset({Encryption.SSL_TLS, Encryption.STARTTLS})
_NAMES = {"starttls": frozenset({Encryption.STARTTLS}), "ssl": frozenset({Encryption.SSL_TLS}), "tls": ENCRYPTED}
"""As they stand in programs (RFC 8314), and what they stand for; a mere 'TLS' may be both. Longer ones first."""


def claimed(slots: Slots) -> frozenset[Encryption]:
    """Give the encryptions that would fit what is said; none where it says nothing or names two."""
    hits = slots.of("aspect").get("encryption", ())
    without = {hit.end for hit in slots.cues.get("rejects_next", ())}
    is_off = slots.cue("switched_off") and bool(hits)  # 'muss ich bei POP den Haken bei SSL rausmachen?'
    if slots.cue("unencrypted") or is_off or any(hit.start in without for hit in hits):
        return frozenset({Encryption.NONE})
    if named := named_encryptions(slots):
        return next(iter(named)) if len(named) == 1 else frozenset()
    if dangers := slots.cues.get("dangerous"):  # 'ist POP im Zug gefährlich?': what is asked is whether it is open
        is_denied = slots.cue("confirm") and any(hit.start in without for hit in dangers)  # 'ist doch nicht riskant, oder?'
        return ENCRYPTED if is_denied else frozenset({Encryption.NONE})
    return ENCRYPTED if slots.cue("encrypted") or in_foreign_network(slots) else frozenset()


def named_encryptions(slots: Slots) -> set[frozenset[Encryption]]:
    """Give what may be meant by each name that is named as programs name them: 'SSL', 'StartTLS'."""
    return {found for hit in slots.of("aspect").get("encryption", ()) if (found := encryption_named(hit))}


def encryption_named(hit: Hit) -> frozenset[Encryption]:
    """Give what a word may mean that names an encryption as programs do; empty where it names none."""
    word = "".join(hit.words.split())
    return next((meant for name, meant in _NAMES.items() if name in word), frozenset())


def is_true(slots: Slots, used: Collection[Encryption]) -> bool | None:
    """Tell whether what is said of the encryption is so.

    Args:
        slots: Those of the message.
        used: How the connections it is about are encrypted.

    Returns:
        None where nothing is claimed, where it is left open ('SSL oder STARTTLS?'), or true of some connections only.
    """
    said = claimed(slots)
    if not said or not used or leaves_open(slots):
        return None
    matching = [encryption in said for encryption in used]
    return matching[0] if len(set(matching)) == 1 else None


def leaves_open(slots: Slots) -> bool:
    """Tell whether it names alternatives rather than claims one: 'SSL oder STARTTLS?'; a last 'oder?' asks for a yes."""
    return not slots.cue("yes_or_no") and not slots.small.either_words.isdisjoint(slots.sentence.words[:-1])

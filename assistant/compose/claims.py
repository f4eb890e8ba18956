"""'Port 110 ist verschlüsselt, oder?': what somebody believes of the encryption, held against the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.knowledge.models.club import Encryption

if TYPE_CHECKING:
    from collections.abc import Collection

    from assistant.understanding.slots import Slots

_NAMES = {"starttls": Encryption.STARTTLS, "ssl": Encryption.SSL_TLS, "tls": Encryption.SSL_TLS}
"""As they stand in programs of every language; of RFC 8314. Longer ones first: 'STARTTLS' is no 'TLS'."""
ENCRYPTED = frozenset({Encryption.SSL_TLS, Encryption.STARTTLS})


def claimed(slots: Slots) -> frozenset[Encryption]:
    """Give the encryptions that would fit what is said; none where it says nothing or names two."""
    hits = slots.of("aspect").get("encryption", ())
    without = {hit.end for hit in slots.cues.get("rejects_next", ())}
    if slots.cue("unencrypted") or any(hit.start in without for hit in hits):
        return frozenset({Encryption.NONE})
    if named := named_encryptions(slots):
        return frozenset(named) if len(named) == 1 else frozenset()
    return ENCRYPTED if slots.cue("encrypted") else frozenset()


def named_encryptions(slots: Slots) -> set[Encryption]:
    """Give the encryptions that are named as programs name them: 'SSL', 'StartTLS'."""
    written = ["".join(hit.words.split()) for hit in slots.of("aspect").get("encryption", ())]
    return {found[0] for word in written if (found := [one for name, one in _NAMES.items() if name in word])}


def is_true(slots: Slots, used: Collection[Encryption]) -> bool | None:
    """Tell whether what is said of the encryption is so.

    Args:
        slots: Those of the message.
        used: How the connections it is about are encrypted.

    Returns:
        None where nothing is claimed, where it is left open ('SSL oder STARTTLS?'), or true of some connections only.
    """
    said = claimed(slots)
    leaves_open = not slots.cue("yes_or_no") and not slots.small.either_words.isdisjoint(slots.sentence.words[:-1])
    if not said or not used or leaves_open:
        return None
    matching = [encryption in said for encryption in used]
    return matching[0] if len(set(matching)) == 1 else None

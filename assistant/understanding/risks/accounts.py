"""An account that is removed: the old one after a switch, or one that is gone already."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_REMOVING = ("deletes", "switched_off", "gets_rid")
_NEAR = 4
"""Words between the account and the verb."""
_OF_MAILS = ("attachments", "plain_server")


def names_account(slots: Slots) -> bool:
    """Tell whether an account is named, and no mails in it: 'das POP-Konto', not 'Mails im Konto löschen'."""
    accounts = slots.cues.get("account", ())
    if not accounts or slots.has_any(_OF_MAILS):
        return False
    told = slots.places_of("account")
    return not any(hit.start < accounts[0].start and hit.start not in told for hit in slots.cues.get("mail", ()))


def removes(slots: Slots) -> bool:
    """Tell whether something is to be taken away."""
    return slots.has_any(_REMOVING)


def _removes_it(slots: Slots) -> bool:
    """Tell whether it is the account that is to be taken away, and nothing in it."""
    verbs = slots.hits_of(*_REMOVING)
    accounts = slots.cues.get("account", ())
    return any(max(one.start, verb.start) - min(one.end, verb.end) <= _NEAR for one in accounts for verb in verbs)


def removes_old_account(slots: Slots) -> bool:
    """'Kann ich das alte POP-Konto löschen?': it is asked whether or when, not how, and not told that it is done."""
    if not (names_account(slots) and _removes_it(slots)) or slots.aspects.keys() - {"removal"}:
        return False
    is_done = "removed" in slots.cues and "if_taken" not in slots.cues
    asks_if = slots.is_question and ("asks_when" in slots.cues or not slots.asks_openly)
    return not is_done and bool(slots.subject or ("old_one" in slots.cues and asks_if))


def lost_with_account(slots: Slots) -> bool:
    """'Ich hab das Konto gelöscht, sind die Mails jetzt weg?': it is removed, and the mails are looked for."""
    if not ("account" in slots.cues and "removed" in slots.cues) or "if_taken" in slots.cues:
        return False
    removed = slots.places_of("removed")
    lost = [hit for hit in slots.hits_of("gone", "loses") if hit.start not in removed]
    return bool(lost)

"""What was told of mails, where it is switched on or set otherwise: 'löscht POP die Mails?' 'Kann man das anders einstellen?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import Intent
from assistant.understanding.pointing import SHORT

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_NOT_SYNCHRONISED = frozenset({"sync", "devices", "deleting_on_one"})
_TOLD_BY = {
    "deleting": "leave_on_server",
    "leave_on_server": "leave_on_server",
    "sent_mail": "sent_mail",
    "offline": "offline",
    "connection": "offline",
    "folders": "folders",
    "storage": "making_room",
}
"""Topics of what programs do with mails, and those that tell how that is set, or what else is to be done."""
_SOUNDS_LIKE_IT = frozenset({"setup", "switching", "leave_on_server"})
"""Topics of words such as 'einstellen', 'umstellen' and 'verhindern'."""
_WITH_A_SWITCH = {"leave_on_server": "leave_on_server", "deleting": "leave_on_server", "authentication": "authentication"}
"""Topics of which there is a switch in programs, and those that tell of it."""
_SAID = ("change_that", "set_otherwise")


def otherwise(last: Intent, slots: Slots) -> Intent | None:
    """Give what tells how that is set otherwise, if it is asked for and nothing else is named.

    With IMAP mails are the same everywhere, and nobody asks how to get rid of that: then a value may be meant.
    """
    if last.aspect or len(slots.sentence.words) > SHORT or slots.aspects or slots.program:
        return None
    if last.topic in _NOT_SYNCHRONISED and last.subject != "imap":
        is_asked = slots.has_any((*_SAID, "makes_it_go")) and not slots.subject and not _names_more(slots)
        return Intent(topic="switching", subject="imap") if is_asked else None
    if last.topic not in _TOLD_BY or not slots.has_any(_SAID) or _names_more(slots):
        return None
    return Intent(topic=_TOLD_BY[last.topic], subject=slots.subject or last.subject)


def switched_on(last: Intent, slots: Slots) -> Intent | None:
    """'Kann POP die Mails auf dem Server lassen?' 'Wo schalte ich das ein?': of what was told, and not of the other protocol."""
    if "switches_it_on" not in slots.cues or len(slots.sentence.words) > SHORT or slots.aspects or slots.subject:
        return None
    is_switch = last.topic in _WITH_A_SWITCH or last.aspect == "encryption"
    topic = _WITH_A_SWITCH.get(last.topic, "")
    return last.within(topic=topic, program=slots.program or last.program) if is_switch else None


def _names_more(slots: Slots) -> bool:
    """Tell whether a topic is named by other words than 'umstellen' or 'set differently'."""
    said = slots.places_of(*_SAID)
    return any(hit.start not in said for name, hits in slots.topics.items() if name not in _SOUNDS_LIKE_IT for hit in hits)

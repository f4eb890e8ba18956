"""'Darf ich den Port leer lassen?', 'can the server field stay blank?': each of these fields has to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.connections import connections_of
from assistant.compose.needed import whether_without
from assistant.intent import FILLED_IN
from assistant.knowledge.models.club import Encryption
from assistant.understanding.pointing import asks_to_leave_empty

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_ASKS_LEAVE = ("stays", "keeps_it", "has_to", "asks_if_possible", "can_be_set", "whether", "confirm", "asks_fine", "if_taken")
"""Cues of who asks whether it may stay so; 'the port box is empty' only tells where they are."""
_BAD = ("judges", "dangerous")
"""Cues of 'ist es schlimm, wenn …?', whose yes is a no to leaving it empty."""
_NO_YES = ("which", "why", "front_only", "whole_address")
"""Signs of a question that is answered neither by yes nor by no, or asks of a part of what belongs there."""


def whether_left_empty(content: Content, understood: Understanding, language: str) -> str:
    """Say that a field has to be filled in, where it is asked whether it may stay empty, or has to be; else nothing."""
    whole, asked = understood.explanation.whole, understood.intents[0]
    if whole is None or not whole.has_any(("empty_box", "fills_anything")) or asked.aspect not in FILLED_IN:
        return ""
    if whole.has_any(_NO_YES) or whole.names_port or not (whole.asks_directly or whole.is_question):
        return ""
    if any("." in word for word in understood.numbers):
        return ""  # 'can I skip the c9 and only write verein.de?'
    if whether_without(content, understood, language):
        return ""  # which says the same of the user name and the password
    if "empty_box" in whole.cues:
        is_bad = understood.doubts or whole.has_any(_BAD)
        return content.word("filled_in_yes" if is_bad else "filled_in_no", language) if _may_it_stay(whole) else ""
    return content.word("filled_in_yes", language) if whole.begins_with("copula", "whether", "has_to") else ""


def whether_not_ticked(content: Content, understood: Understanding, language: str) -> str:
    """'Soll ich bei POP SSL anhaken?' 'Nein.' 'Also leer lassen?': it is the box to tick."""
    whole, asked = understood.explanation.whole, understood.intents[0]
    if whole is None or asked.aspect != "encryption" or not ("empty_box" in whole.cues and asks_to_leave_empty(whole)):
        return ""
    used, protocol = {one.encryption for one in connections_of(content, asked)}, content.settings.protocols.get(asked.subject)
    if protocol is None or (Encryption.NONE in used and len(used) > 1):
        return ""
    return content.word("open_yes" if Encryption.NONE in used else "open_no", language).replace("{protocol}", protocol.name)


def _may_it_stay(whole: Slots) -> bool:
    """Tell whether it is asked if it may stay empty; not so in 'the port box is empty, what should I put there?'."""
    empty = whole.cues["empty_box"]
    last = max(hit.start for hit in empty)
    is_open = (whole.asks_openly and "if_taken" not in whole.cues) or any(
        hit.start > last for hit in whole.cues.get("asks_openly", ())
    )
    return not is_open and (whole.has_any(_ASKS_LEAVE) or any(" " in hit.words for hit in empty))

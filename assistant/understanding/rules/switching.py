"""Is a switch from one protocol to the other asked about?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import OPPOSITE
from assistant.understanding.rules.protocols_named import compares
from assistant.understanding.rules.scores import lower, put_first

if TYPE_CHECKING:
    from assistant.understanding.rules.scores import Scores
    from assistant.understanding.slots import Slots

_SOON = 2
"""Words between 'bevor ich' and the verb."""


def settle_moved(slots: Slots, scores: Scores) -> None:
    """A way that is left, and one that is gone to."""
    if slots.topics.keys() <= {"switching"} and _goes_over(slots):
        put_first(scores, "switching", 0.1)  # 'wia kimm i vo IMAP wieda zum POP?'
    if slots.has_all(("stays", "confirm", "towards")) and "recommendation" in scores:
        scores["recommendation"] += 0.2  # 'so lassen oder auf IMAP stellen?'


def settle_switching(slots: Slots, scores: Scores) -> None:
    """A switch is named: is it asked about, or only told when, or of something else?"""
    if ("towards" not in slots.cues and _is_of_values(slots)) or _asks_if_it_stays(slots):
        lower(scores, ("switching",), 1.0)
    if len(slots.topics) > 1 and _is_only_when(slots):
        lower(scores, ("switching",), 0.5)  # 'welche Nachteile hat POP, bevor ich umstelle?'
    if slots.has_all(("account", "towards")) and slots.program and slots.subject in OPPOSITE:
        put_first(scores, "switching", 0.1)  # 'how to convert my account into IMAP on Thunderbird'
    if "asks_place" in slots.cues and _goes_over(slots):
        lower(scores, ("settings",), 0.6)  # 'move from POP3 to IMAP, where is this setting?'
    if _is_only_safe(slots):
        lower(scores, ("encryption",), 1.0)  # 'is it safe to switch?'
    if "why" in slots.cues and "reason_to" not in slots.cues:
        scores["switching"] -= 0.5  # 'warum sollte ich von POP wechseln?'
        scores["disadvantages"] = scores.get("disadvantages", 0.0) + 0.3
    elif _doubts(slots) or "reason_to" in slots.cues:  # 'is there any reason to switch?'
        lower(scores, ("difference",), 0.3)  # 'soll ich umsteigen oder macht das keinen Unterschied?'
        scores["recommendation"] = max(scores.get("recommendation", 0.0), scores["switching"]) + 0.1


def _goes_over(slots: Slots) -> bool:
    """Tell whether it is told what is left and where to, or asked how, and not if to do it: 'von IMAP zurück zu POP'."""
    is_move = "towards" in slots.cues or "how_to" in slots.cues  # 'wie komm ich von Pop drei auf ei map?'
    return slots.subject == "both" and "leaves" in slots.cues and is_move and not _doubts(slots)


def _asks_if_it_stays(slots: Slots) -> bool:
    """'Und wenn ich auf IMAP umstelle, bleibt die 110?' asks of the number."""
    return slots.names_port and "stays" in slots.cues and (slots.sentence.asks or slots.begins_with("stays"))


def _is_of_values(slots: Slots) -> bool:
    """'Hab die Ports andersrum. Tauschen?', 'der Haken bei SSL ist gesetzt. Wieder raus damit?': no protocol is changed."""
    is_swapped = "swapped" in slots.cues and not slots.subject
    return is_swapped or ("away_with_it" in slots.cues and "encryption" in slots.aspects)


def _is_only_safe(slots: Slots) -> bool:
    """Tell whether a word for encryption only asks if something may be done without harm."""
    doubted = slots.places_of("doubts")
    return all(at in doubted for hit in slots.aspects.get("encryption", ()) for at in range(hit.start, hit.end))


def _is_only_when(slots: Slots) -> bool:
    """Tell whether a switch only says when: 'bevor ich das umstelle'."""
    before = [hit.end for hit in slots.cues.get("before_it", ())]
    return all(any(0 <= hit.start - end <= _SOON for end in before) for hit in slots.topics["switching"])


def _doubts(slots: Slots) -> bool:
    """Tell whether it is asked if to do it: 'soll ich wechseln?', 'lohnt sich der Umstieg?'; 'wie' and 'wo' ask how."""
    return ("whether" in slots.cues or compares(slots)) and "manner" not in slots.cues and "deletes" not in slots.cues

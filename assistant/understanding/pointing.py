"""Short questions that name nothing themselves: 'stimmt das?', 'warum nicht?', 'also ändern?' ask of what was said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.slots import ASKING_IF

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

SHORT, TERSE = 8, 4
"""Words of a message that may lean on the last one."""
STATEMENT = 6
"""Words of 'ach so, ich hab aber imap', which asks the last question again."""
POINTING_AT_IT = ("asks_if_possible", "unstressed", "follow_up", "doubts", "to_us")
"""Cues of words that only point at what was said before."""
_ASKING_IF_RIGHT = ("asks_right", "confirm", "asks_fine", "asks_if_so", "doubts")
_NOT_OF_THE_LAST = ("encrypted", "unencrypted", "dangerous", "judges", "alike", "asks_if_same", "same_again", "done_it")
"""Cues of some of the same words: 'sicher?' doubts, 'ist das sicher?' asks of the encryption, 'ok, steht drin' tells."""
_MOST_OF_A_PAUSE = 9
"""Words of 'Moment noch, ich muss mir erst einen Stift suchen'."""
_GOING_ON = ("wrong", "denies", "works", "mail", "asks_openly", "thanks", "done_it", "other_one", "same_again")
"""Cues of who asks for more than a moment, or tells more."""
_STAYING = ("keeps_it", "stays")
_OF_A_MAILBOX = ("mail", "which", "plain_server", "location", "deletes")
"""Cues of who asks if something else is empty: 'räumt er den Server leer?'."""
_SOUNDS_LIKE_EMPTY = frozenset({"leave_on_server", "deleting", "sent_mail"})
"""Topics of words such as 'lassen'."""


def only_points(slots: Slots) -> bool:
    """Tell whether it asks something of what was said before, and of nothing else."""
    return only_asks_if_possible(slots) or only_asks_why(slots) or asks_what_instead(slots) or _only_says_whose(slots)


def only_waits(slots: Slots) -> bool:
    """Tell whether it asks for a moment, and at most says what for: 'Moment, ich hol meine Brille', 'hang on, need a pen'.

    'Moment, ich hab ja POP' and 'warte, das war falsch' go on to say something.
    """
    if "waits" not in slots.cues or slots.sentence.asks or slots.names_something or slots.names_port or slots.names_host:
        return False
    if len(slots.sentence.words) > _MOST_OF_A_PAUSE or slots.has_any(_GOING_ON):
        return False
    return "called_away" in slots.cues or slots.consists_of("waits", "says_please", "unstressed", "follow_up", "to_us")


def only_asks_if_possible(slots: Slots) -> bool:
    """Tell whether it is asked if something can be done, and no word says what: 'geht das?', 'is that possible at all?'."""
    return "asks_if_possible" in slots.cues and slots.consists_of(*POINTING_AT_IT)


def only_asks_why(slots: Slots) -> bool:
    """Tell whether the reason is asked for, and no word says of what: 'warum', 'why not?'."""
    return "why" in slots.cues and slots.consists_of("why", "denies", *POINTING_AT_IT)


def asks_what_instead(slots: Slots) -> bool:
    """Tell whether it is asked what is right instead of what was turned down: 'sondern?', 'what instead?'."""
    return "what_instead" in slots.cues and slots.consists_of("what_instead", *POINTING_AT_IT)


def _only_says_whose(slots: Slots) -> bool:
    """'Also die vom Verein?': of what there, no word says."""
    return "club_one" in slots.cues and not slots.aspects and _says_only(slots, "club_one")


def only_asks_meaning(slots: Slots) -> bool:
    """Tell whether an explanation is asked for, and no word says of what: 'was heißt das', 'wofür?'."""
    is_asked = "meaning" in slots.cues or "asks_purpose" in slots.cues
    return is_asked and slots.consists_of("meaning", "asks_purpose", *POINTING_AT_IT)


def only_asks_if_right(slots: Slots) -> bool:
    """Tell whether it is asked if what was told is right, and no word says what: 'stimmt das?', 'are both correct?'."""
    is_asked = slots.sentence.asks or "doubts" in slots.cues
    if not is_asked or not slots.has_any(_ASKING_IF_RIGHT) or slots.has_any(_NOT_OF_THE_LAST):
        return False
    return _says_only(slots, *_ASKING_IF_RIGHT, "both", *ASKING_IF)


def asks_whether_to_change(slots: Slots) -> bool:
    """'Soll ich das ändern?', 'muss ich den Port umstellen?', 'also überschreiben?'."""
    is_asked = "whether" in slots.cues and "asks_place" in slots.cues and not slots.asks_openly and not slots.subject
    return is_asked or ("to_be_other" in slots.cues and _only_asks_to(slots, "to_be_other"))


def only_asks_to_keep(slots: Slots) -> bool:
    """Tell whether it is asked if something may stay, and no word says what: 'so lassen?', 'leave it?'."""
    return slots.has_any(_STAYING) and _only_asks_to(slots, *_STAYING)


def asks_to_leave_empty(slots: Slots) -> bool:
    """Tell whether it is asked if a field may stay empty, and no word says which: 'also leer lassen?', 'can it be blank?'."""
    if not slots.sentence.asks or not slots.has_any(("empty_box", "fills_anything")) or slots.has_any(_OF_A_MAILBOX):
        return False
    if slots.aspects or slots.topics.keys() - _SOUNDS_LIKE_EMPTY:
        return False
    if "empty_box" in slots.cues:
        return not slots.direction and (not slots.asks_openly or "if_taken" in slots.cues)
    return slots.begins_with("copula", "whether", "has_to")  # 'muss da was rein?' names no direction


def _only_asks_to(slots: Slots, *done: str) -> bool:
    if not slots.sentence.asks or slots.asks_openly or slots.direction:  # 'raus?'
        return False
    changed = slots.places_of(*done)
    advice = slots.topics.get("recommendation", ())
    if any(not changed.isdisjoint(range(hit.start, hit.end)) for hit in advice):
        return False  # 'soll ich wechseln?'
    return _says_only(slots, *done, "whether", "has_to")  # nor 'kann ich das ändern?'


def _says_only(slots: Slots, *cues: str) -> bool:
    """Tell whether each word belongs to one of some cues, points at what was said before, or is an article."""
    said, articles = slots.places_of(*cues, *POINTING_AT_IT), slots.small.before_value_words
    return all(at in said or word in articles for at, word in enumerate(slots.sentence.words))

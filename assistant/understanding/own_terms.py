"""What speaks for our subject in a message of a group: terms of our own, and single signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import USER_NAMES
from assistant.understanding.text import HOST_BEGINNINGS

if TYPE_CHECKING:
    from collections.abc import Collection

    from assistant.understanding.slots import Slots

OF_PEOPLE = frozenset({"password", "name"})
"""Fields which other forms have as well."""
_BARE_DOMAIN = 2
"""Labels of 'example.org'."""
_BEFORE_A_FIELD = ("fills_in", "next_field", "tells_role", "whole_address", "own_password", "other_password")
_BEFORE_A_USER_NAME = (*_BEFORE_A_FIELD, "fills_with", "wants_it", "whole_name", "and_so_on", "front_only")


def signs(slots: Slots) -> int:
    """Count what speaks for our subject; technical words count double."""
    technical = len({hit.start for hit in slots.cues.get("technical", ())})
    return (
        2 * min(technical, 2)
        + (1 if slots.subjects else 0)
        + (1 if "mail" in slots.cues else 0)
        + (1 if slots.aspects else 0)
        + (1 if slots.topics else 0)
        + (1 if slots.aspects and slots.directions else 0)
        + (1 if (slots.subjects and "fills_in" in slots.cues) or is_of_a_field(slots) else 0)
        + (1 if slots.of("program") else 0)
        + (2 if "address" in slots.aspects and "ends_in" in slots.cues else 0)
    )


def names_own_term(slots: Slots) -> bool:
    """Tell whether a word stands there that means nothing but mail servers: 'IMAP', 'Port vom Posteingangsserver'.

    'Pop' counts only beside what is asked of it, and a word of mail servers only where it is told of which side.
    """
    if slots.subjects:
        return "technical" in slots.cues or bool(slots.aspects or slots.directions or slots.names_port)
    return "technical" in slots.cues and bool(slots.directions) and bool(slots.aspects)


def checks_a_value(slots: Slots, hosts: Collection[str]) -> bool:
    """Tell whether a value that only mail servers have stands in it: 'da steht 110 bei IMAP …', one of our servers' names.

    Numbers such as 25 are said of much else, and 'pop' as well: only the full name of a protocol, or a side, tells more.
    """
    if slots.names_port and sum((bool(slots.subjects), "technical" in slots.cues, bool(slots.directions))) > 1:
        return True
    if not slots.names_host:
        return False
    words = slots.sentence.words
    is_of_a_side = bool(slots.directions) and any(word.startswith(HOST_BEGINNINGS) for word in words)
    return is_of_a_side or any(word in hosts or _is_like(word, hosts) for word in words)


def _is_like(word: str, hosts: Collection[str]) -> bool:
    """Tell whether a word is nearly the name of one of our servers: of another country, with another beginning.

    A website's name and a bare domain are left out, as a club's own are told in any talk.
    """
    labels = word.split(".")
    return len(labels) > _BARE_DOMAIN and labels[0] != "www" and any(host.split(".")[-2:-1] == labels[-2:-1] for host in hosts)


def is_of_a_field(slots: Slots) -> bool:
    """'Was kommt in die Zeile Benutzername?', 'is the user name treasurer or treasurer@…?'."""
    if not USER_NAMES.isdisjoint(slots.aspects):
        return slots.has_any(_BEFORE_A_USER_NAME) or "@" in slots.sentence.text
    return not OF_PEOPLE.isdisjoint(slots.aspects) and slots.has_any(_BEFORE_A_FIELD)

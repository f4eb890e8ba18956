"""'Eingang 993 SSL, Ausgang 465 SSL': the values that a message says, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.compose.claims import encryption_named, encryptions_given_up, none_behind
from assistant.intent import DIRECTIONS
from assistant.knowledge.models.club import Encryption
from assistant.understanding.slots import looks_like_port
from assistant.understanding.switches import states_told

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.lexicon import Hit
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_TERSE = tuple(f"terse_{direction}" for direction in DIRECTIONS)
"""Cues of small words that are directions where two ports are named."""


class Said(NamedTuple):
    """One value of a message."""

    kind: str
    """`subject`, `direction`, `encryption` or `port`."""
    value: str = ""
    """Empty for an encryption."""
    encryption: frozenset[Encryption] = frozenset()
    """What is meant by the name of an encryption."""


def names_sides(whole: Slots) -> bool:
    """Tell whether it is said which side values are of."""
    return bool(whole.directions) or whole.has_all(_TERSE)


def values_said(content: Content, whole: Slots, understood: Understanding) -> list[Said]:
    """Give ports, encryptions, protocols and directions in the order they are said."""
    found: dict[int, Said] = {}
    if not whole.directions and whole.has_all(_TERSE):
        for value, cue in zip(DIRECTIONS, _TERSE, strict=True):
            found |= {hit.start: Said("direction", value) for hit in whole.cues[cue]}  # 'in 993, out 587'
    for kind in ("subject", "direction"):
        for value, hits in whole.of(kind).items():
            found |= {hit.start: Said(kind, value) for hit in hits}
    for at, kinds in _encryptions_said(whole).items():
        found[at] = Said("encryption", encryption=kinds)
    is_any = whole.names_port and (understood.confirms or understood.doubts)  # '993 und 578, richtig?'
    for at, word in enumerate(whole.sentence.words):
        if word in content.vocabulary.numbers or (is_any and looks_like_port(word)):
            found[at] = Said("port", word)
    return [found[at] for at in sorted(found)]


def _encryptions_said(whole: Slots) -> dict[int, frozenset[Encryption]]:
    """Give the encryptions that are claimed, by their places; what is off or set to nothing is none."""
    none = frozenset({Encryption.NONE})
    named = {hit.start: kinds for hit in whole.aspects.get("encryption", ()) if (kinds := encryption_named(hit))}
    for at in encryptions_given_up(whole):
        named.pop(at, None)
    rejected = named.keys() & {no.end for no in whole.cues.get("rejects_next", ())}
    is_none = rejected == named.keys()  # 'kein SSL', not the one of 'STARTTLS statt SSL'
    found = {at: none if at in rejected else kinds for at, kinds in named.items() if is_none or at not in rejected}
    found |= {at: none for at, is_on in states_told(whole).items() if not is_on}
    for hit in (*whole.cues.get("unencrypted", ()), *_none_after_port(whole), *none_behind(whole)):
        found[hit.start] = none
        for at in range(hit.start + 1, hit.end):
            found.pop(at, None)  # the 'SSL' of 'kein SSL'
    return found


def _none_after_port(whole: Slots) -> list[Hit]:
    """Give the words for nothing right behind a port: '110 none', '25 keine'; not the 'nicht' of '993 geht nicht'."""
    ports = {hit.end for hit in whole.numbers}
    broken = whole.places_of("wrong")
    broken |= {hit.start - 1 for hit in whole.cues.get("works", ())}
    return [hit for hit in whole.cues.get("denies", ()) if hit.start in ports and hit.start not in broken]

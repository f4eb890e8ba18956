"""'Eingang 993 SSL, Ausgang 465 SSL, stimmt das?': what is claimed of each connection."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby, product
from typing import TYPE_CHECKING

from assistant.compose.claims import ENCRYPTED, leaves_open, numbers_asked_about
from assistant.compose.several.said import values_said
from assistant.intent import DIRECTIONS
from assistant.understanding.changed import words_for_change
from assistant.understanding.directions import named_side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.knowledge.models.club import Encryption
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_ASK_OTHERWISE = ("where_set", "blocks", "alike", "meaning")
_CLAIM_NOTHING = ("which", *_ASK_OTHERWISE)
"""Cues of messages that ask for something else than whether the values are right."""
_SEVERAL = 2
_TILL_WRONG = 4
"""Words of 'welche [davon ist denn] falsch'."""
_TILL_OTHER_SIDE = 3
"""Words of 'am Eingang [und auch am] Ausgang'."""


@dataclass
class Claim:
    """What is said of one connection; empty parts were not said."""

    parts: dict[str, str] = field(default_factory=dict)
    """By `subject`, `direction` and `port`."""
    encryption: frozenset[Encryption] = frozenset()

    @property
    def is_one(self) -> bool:
        """Whether a value is claimed, and not only a protocol or a direction named."""
        return bool(self.encryption or self.port)

    @property
    def port(self) -> str:
        """The port; empty where none was said."""
        return self.parts.get("port", "")

    def of(self, direction: str) -> Claim:
        """Give the same, claimed of one side."""
        return replace(self, parts={**self.parts, "direction": direction})


def are_claimed(whole: Slots, understood: Understanding) -> bool:
    """Tell whether values are claimed, rather than asked for or chosen from."""
    turned_down = {hit.end for hit in whole.cues.get("rejects_next", ())}
    if not turned_down.isdisjoint(hit.start for hit in whole.numbers):
        return False
    if asks_which_is_wrong(whole):
        return not (whole.asks_why or whole.has_any(_ASK_OTHERWISE))
    is_open = _is_to_be_chosen(whole) or whole.has_any(_CLAIM_NOTHING)
    is_open = is_open or ("asks_place" in whole.cues and not (understood.confirms or understood.fails))
    if not understood.fails:
        is_doubted = understood.doubts and (
            whole.names_host or "swapped" in whole.cues or (whole.sentence.asks and "denies" not in whole.cues)
        )
        is_open = is_open or whole.asks_why or ("asks_wrong" in whole.cues and not is_doubted)
    is_open = is_open or ("left_open" in whole.cues and not understood.confirms)  # 'Port 993, jetzt fehlt noch der zum Senden'
    is_changed = whole.has_all(("has_to", "to_be_other")) and not (understood.confirms or understood.doubts)
    return not (is_open or is_changed)  # 'soll ich von 143 auf 993 ändern?'


def asks_which_is_wrong(whole: Slots) -> bool:
    """'Was davon ist falsch?', 'welcher stimmt nicht?', 'what do I have to correct?': asked of values told before."""
    asked = whole.cues.get("one_of_them", ())
    if not asked or not whole.numbers:
        return False
    told = whole.numbers[-1].end
    behind = [hit.end for hit in asked if hit.start >= told]
    wrong = [hit.start for hit in (*whole.cues.get("asks_wrong", ()), *words_for_change(whole))]
    return any(0 <= at - end <= _TILL_WRONG for end in behind for at in wrong)


def claims_made(content: Content, whole: Slots, understood: Understanding) -> list[Claim]:
    """Give what is claimed of each connection, in the order it is said."""
    claims = _asked_about(whole, _of_both_sides(whole, list(_claims_in(content, whole, understood))))
    return _top_and_bottom(claims) if understood.confirms and not leaves_open(whole) else claims


def _is_to_be_chosen(whole: Slots) -> bool:
    """Tell whether one of the values is to be chosen; '… 25. Gilt das noch, oder muss ich das ändern?' names none behind."""
    values = [*whole.aspects.get("encryption", ()), *whole.numbers]
    between = whole.sentence.words[: max(hit.end for hit in values)] if values else ()
    return leaves_open(whole) and not whole.small.either_words.isdisjoint(between)


def _claims_in(content: Content, whole: Slots, understood: Understanding) -> Iterator[Claim]:
    """Part a message into what it says of each connection: a new one begins where a kind of value comes a second time."""
    claim = Claim()
    said = values_said(content, whole, understood)
    are_behind = _sides_stand_behind([one.kind for one in said])
    for kind, value, encryption in said:
        is_new = bool(claim.encryption) if kind == "encryption" else claim.parts.get(kind, value) != value
        if kind == "direction" and claim.port and "direction" not in claim.parts:
            is_new = not (are_behind or _is_for(content, claim, value))
        if is_new:
            if claim.is_one:
                yield claim
            claim = Claim()
        if kind == "encryption":
            claim.encryption = encryption
        else:
            claim.parts[kind] = value
    if claim.is_one:
        yield claim


def _sides_stand_behind(kinds: list[str]) -> bool:
    """Tell whether each side is told behind its port: '587 für den Eingang und 993 für den Ausgang'."""
    told = [kind for kind, _ in groupby(kind for kind in kinds if kind in {"port", "direction"})]
    return len(told) > _SEVERAL and told == ["port", "direction"] * (len(told) // _SEVERAL)


def _is_for(content: Content, claim: Claim, direction: str) -> bool:
    """Tell whether a direction said after a port is that of the port: '993 SSL für den Eingang'."""
    return content.vocabulary.numbers.get(claim.port) == direction


def _of_both_sides(whole: Slots, claims: list[Claim]) -> list[Claim]:
    """'993 bei Eingang und Ausgang': what is claimed of both sides is claimed of each."""
    ports = {hit.start for hit in whole.aspects.get("port", ())}
    is_of_both = named_side_by_side(whole) or any(hit.end in ports for hit in whole.cues.get("both", ()))  # 'beide Ports'
    is_of_both = is_of_both or _are_joined(whole)
    if len(claims) != 1 or not claims[0].port or not is_of_both:
        return claims
    return [claims[0].of(direction) for direction in DIRECTIONS]


def _are_joined(whole: Slots) -> bool:
    """'Am Eingang und am Ausgang'."""
    words, joining = whole.sentence.words, whole.small.joining_words
    sides = product(*(whole.directions.get(direction, ()) for direction in DIRECTIONS))
    gaps = (words[one.end : other.start] or words[other.end : one.start] for one, other in sides)
    return any(len(gap) <= _TILL_OTHER_SIDE and not joining.isdisjoint(gap) for gap in gaps)


def _top_and_bottom(claims: list[Claim]) -> list[Claim]:
    """'IMAP: oben SSL/TLS, unten STARTTLS': programs show what comes in first."""
    said = [claim.encryption for claim in claims if not claim.parts.keys() & {"port", "direction"}]
    are_encrypted = all(one and one <= ENCRYPTED for one in said)
    if len(said) != len(claims) or len(said) != _SEVERAL or said[0] == said[1] or not are_encrypted:
        return claims
    return [claim.of(direction) for claim, direction in zip(claims, DIRECTIONS, strict=True)]


def _asked_about(whole: Slots, claims: list[Claim]) -> list[Claim]:
    """'Standardport 25, daneben leer. Passt 587?': what is said to stand there does not count where another is asked about."""
    asked = numbers_asked_about(whole)
    return [claim for claim in claims if claim.port in asked] or claims

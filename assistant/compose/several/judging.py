"""'993 mit STARTTLS': what is claimed of a connection, held against the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.compose.connections import USUALLY, Way, encrypted_ways_to_send, way_of, ways_by_port
from assistant.intent import OPPOSITE

if TYPE_CHECKING:
    from assistant.compose.several.claimed import Claim
    from assistant.intent import Intent
    from assistant.knowledge.models.club import Connection
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots

_TWO = 2


class Judged(NamedTuple):
    """What became of a claim."""

    way: Way
    """The connection it is about."""
    better: Way | None
    """The encrypted way to send that is claimed instead."""
    is_right: bool
    says: str = "check_wrong"
    """The line for what is wrong."""


def judge(content: Content, whole: Slots, claims: list[Claim], asked: Intent) -> list[Judged]:
    """Judge each claim by the connection that it is about; nothing where one is about none."""
    claims = _with_other_side(content, claims)
    subjects = [_protocol_of(content, whole, claim) for claim in claims]
    likely = next(filter(None, subjects), "") or asked.subject
    if likely not in content.settings.protocols:
        likely = content.settings.recommended
    judged: list[Judged] = []
    for claim, subject in zip(claims, subjects, strict=True):
        way = way_of(content, subject or likely, _direction_of(content, claim))
        if way is None:
            return []
        is_right = _is_right(way.connection, claim)
        better = None if is_right else _encrypted_to_send(content, way, claim)
        says = _what_is_wrong(way.connection, claim)
        if better is None and not is_right and (other := _encrypted_instead(content, way, claim)) != way:
            way, says = other, "check_wrong"
        judged.append(Judged(way, better, is_right or better is not None, says))
    return judged


def _with_other_side(content: Content, claims: list[Claim]) -> list[Claim]:
    """'993 und 578': of two ports, the one that is none is for the side that the other is not for."""
    sides = [_direction_of(content, claim) for claim in claims]
    if len(claims) != _TWO or sides.count("") != 1:
        return claims
    told = next(filter(None, sides))
    if told not in OPPOSITE or not all(claim.port for claim in claims):
        return claims
    return [claim if side else claim.of(OPPOSITE[told]) for claim, side in zip(claims, sides, strict=True)]


def _protocol_of(content: Content, whole: Slots, claim: Claim) -> str:
    """Give the protocol of what is claimed: as named, else as the port tells, else empty."""
    named = whole.subjects
    if subject := claim.parts.get("subject", next(iter(named)) if len(named) == 1 else ""):
        return subject
    port = claim.port
    of_club = {way.protocol for way in ways_by_port(content, [port])}
    return next(iter(of_club)) if len(of_club) == 1 else USUALLY.get(port, "")


def _direction_of(content: Content, claim: Claim) -> str:
    return claim.parts.get("direction") or str(content.vocabulary.numbers.get(claim.port, ""))


def _is_right(connection: Connection, claim: Claim) -> bool:
    port = claim.port
    return port in {"", str(connection.port)} and (not claim.encryption or connection.encryption in claim.encryption)


def _what_is_wrong(connection: Connection, claim: Claim) -> str:
    """Give the line that tells which of both is wrong, where one is right: '993 mit STARTTLS'."""
    port = claim.port
    if not port or not claim.encryption:
        return "check_wrong"
    if port == str(connection.port):
        return "check_encryption_wrong"
    return "check_port_wrong" if connection.encryption in claim.encryption else "check_wrong"


def _encrypted_to_send(content: Content, way: Way, claim: Claim) -> Way | None:
    """Give the encrypted way to send that is claimed instead; it works with the other protocol, too."""
    if not way.sends_openly:
        return None
    return next((other for other in encrypted_ways_to_send(content) if _is_right(other.connection, claim)), None)


def _encrypted_instead(content: Content, way: Way, claim: Claim) -> Way:
    """Give the encrypted way to send to who wants that of a connection without: '25 mit STARTTLS'."""
    if not (way.sends_openly and str(way.connection.port) == claim.port):
        return way
    wanted = (other.connection for other in encrypted_ways_to_send(content) if other.connection.encryption in claim.encryption)
    return way._replace(connection=next(wanted, way.connection))

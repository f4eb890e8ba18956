"""'Eingang 993 SSL, Ausgang 465 SSL, stimmt das?': checks each of several values that are claimed at once, line by line.

So it does where something fails, and says first what is wrong: '993 mit STARTTLS, senden geht nicht'.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby, product
from typing import TYPE_CHECKING, NamedTuple

from assistant.compose.claims import ENCRYPTED, encryption_named, leaves_open, none_behind, numbers_asked_about
from assistant.compose.connections import USUALLY, Way, encrypted_ways_to_send, hosts_named, ports_named, way_of, ways_by_port
from assistant.compose.switches import states_told
from assistant.compose.user_name import is_told_wrong
from assistant.intent import DIRECTIONS, OPPOSITE, Intent
from assistant.knowledge.models.club import Encryption
from assistant.understanding.directions import named_side_by_side
from assistant.understanding.slots import looks_like_port

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.knowledge.models.club import Connection
    from assistant.knowledge.models.content import Content
    from assistant.understanding.lexicon import Hit
    from assistant.understanding.slots import Slots
    from assistant.understanding.understand import Understanding

_CHECKED = {"port", "encryption", "server", "settings"}
_BESIDE = {"username", "login", "address", "account_type"}
"""What may be named beside several values without being what is asked: 'IMAP, 993, 587, Benutzer = Adresse, passt das?'."""
_CLAIM_NOTHING = ("which", "where_set", "blocks", "alike", "meaning")
"""Cues of messages that ask for something else than whether the values are right."""
_TERSE = tuple(f"terse_{direction}" for direction in DIRECTIONS)
"""Cues of small words that are directions where two ports are named."""
_SEVERAL = 2
_TILL_OTHER_SIDE = 3
"""Words of 'am Eingang [und auch am] Ausgang'."""


class Checked(NamedTuple):
    """What is said of several values."""

    lines: tuple[str, ...]
    """Whether all is right, then each connection and the server."""
    intent: Intent
    """What they are values of."""


class _Judged(NamedTuple):
    """What became of a claim."""

    way: Way
    """The connection it is about."""
    better: Way | None
    """The encrypted way to send that is claimed instead."""
    is_right: bool
    says: str = "check_wrong"
    """The line for what is wrong."""


@dataclass
class _Claim:
    """What is said of one connection; empty parts were not said."""

    parts: dict[str, str] = field(default_factory=dict)
    """By `subject`, `direction` and `port`."""
    encryption: frozenset[Encryption] = frozenset()

    @property
    def is_one(self) -> bool:
        """Whether a value is claimed, and not only a protocol or a direction named."""
        return bool(self.encryption or self.parts.get("port"))


def several_checked(content: Content, understood: Understanding, language: str) -> Checked | None:
    """Check a port with an encryption that is told, or several values; None where it is no such message."""
    whole, asked = understood.explanation.whole, understood.intents[0]
    if whole is None or asked.aspect not in _CHECKED | _BESIDE or not _claims(whole, understood):
        return None
    claims = _asked_about(whole, _of_both_sides(whole, list(_claims_in(content, whole, understood))))
    claims = _top_and_bottom(claims) if understood.confirms and not leaves_open(whole) else claims
    hosts, ports = hosts_named(content, understood), ports_named(content, understood)
    if asked.aspect in _BESIDE and len(ports) < _SEVERAL:
        return None
    is_told = len(ports) == 1 and (understood.fails or not (understood.confirms or whole.is_question))
    is_told = is_told and any(one.encryption for one in claims)
    is_wrong_name = is_told_wrong(content, understood)
    is_all = asked.aspect == "settings" and understood.confirms and any(one.encryption for one in claims)  # 'passt alles?'
    is_more = len(claims) > 1 or is_all or (claims and (hosts or is_wrong_name)) or is_told
    if not is_more or not (ports or _names_sides(claims)):
        return None
    judged = _judged(content, whole, claims, asked)
    if not judged or (understood.doubts and len({one.way for one in judged}) < len(judged)):
        return None  # 'sind 993 und 143 bei IMAP falsch?'
    checks = [(one.is_right, _line(content, one, language)) for one in judged]
    if hosts:
        servers = {content.settings.host_of(one.way.connection) for one in judged}
        key = "check_server_right" if hosts <= servers else "check_server_wrong"
        named = " / ".join(f"`{name}`" for name in sorted(servers))
        checks.append((hosts <= servers, content.word(key, language, server=named)))
    if is_wrong_name:
        checks.append((False, content.word("check_username_wrong", language)))
    rights = [is_right for is_right, _ in checks]
    if understood.fails and all(rights):
        return None  # '993 und 587 gehen nicht': no value helps
    if understood.fails:
        checks.sort(key=lambda check: check[0])
    lines = [line for _, line in checks]
    if "username" in whole.of("aspect") and not is_wrong_name:
        lines.append(content.word("check_username", language))
    told = "\n".join(dict.fromkeys(lines))
    head = content.word(_head(rights, understood), language)
    return Checked((head, told), _about(asked, [one.way for one in judged]))


def _head(rights: list[bool], understood: Understanding) -> str:
    if understood.fails:
        return "fails_by_this"
    if understood.doubts:  # 'Port 993, Server imap.verein.de, ist da was falsch?'
        return "no_right" if all(rights) else "yes_wrong"
    return "yes_right" if all(rights) else "no_wrong" if not any(rights) else "not_all_right"


def _judged(content: Content, whole: Slots, claims: list[_Claim], asked: Intent) -> list[_Judged]:
    """Judge each claim by the connection that it is about; nothing where one is about none."""
    claims = _with_other_side(content, claims)
    subjects = [_protocol_of(content, whole, claim) for claim in claims]
    likely = next(filter(None, subjects), "") or asked.subject
    if likely not in content.settings.protocols:
        likely = content.settings.recommended
    judged: list[_Judged] = []
    for claim, subject in zip(claims, subjects, strict=True):
        way = way_of(content, subject or likely, _direction_of(content, claim))
        if way is None:
            return []
        is_right = _is_right(way.connection, claim)
        better = None if is_right else _encrypted_to_send(content, way, claim)
        says = _what_is_wrong(way.connection, claim)
        if better is None and not is_right and (other := _encrypted_instead(content, way, claim)) != way:
            way, says = other, "check_wrong"
        judged.append(_Judged(way, better, is_right or better is not None, says))
    return judged


def _with_other_side(content: Content, claims: list[_Claim]) -> list[_Claim]:
    """'993 und 578': of two ports, the one that is none is for the side that the other is not for."""
    sides = [_direction_of(content, claim) for claim in claims]
    if len(claims) != _SEVERAL or sides.count("") != 1:
        return claims
    told = next(filter(None, sides))
    is_of_one = told in OPPOSITE and all(claim.parts.get("port") for claim in claims)
    return [
        replace(claim, parts={**claim.parts, "direction": OPPOSITE[told]}) if is_of_one and not side else claim
        for claim, side in zip(claims, sides, strict=True)
    ]


def _claims(whole: Slots, understood: Understanding) -> bool:
    """Tell whether values are claimed, rather than asked for or chosen from."""
    is_open = _leaves_open(whole) or whole.has_any(_CLAIM_NOTHING)
    is_open = is_open or (whole.cue("asks_place") and not (understood.confirms or understood.fails))
    if not understood.fails:
        is_doubted = understood.doubts and (whole.names_host or (whole.sentence.asks and not whole.cue("denies")))
        is_open = is_open or whole.asks_why or (whole.cue("asks_wrong") and not is_doubted)
    is_open = is_open or (whole.cue("left_open") and not understood.confirms)  # 'Port 993, jetzt fehlt noch der zum Senden'
    is_changed = whole.has_all(("has_to", "to_be_other")) and not (understood.confirms or understood.doubts)
    is_open = is_open or is_changed  # 'soll ich von 143 auf 993 ändern?'
    turned_down = {hit.end for hit in whole.cues.get("rejects_next", ())}
    numbers = [hit.start for hits in whole.of("number").values() for hit in hits]
    return not is_open and turned_down.isdisjoint(numbers)


def _leaves_open(whole: Slots) -> bool:
    """Tell whether one of the values is to be chosen; '… 25. Gilt das noch, oder muss ich das ändern?' names none behind."""
    values = [*whole.of("aspect").get("encryption", ()), *(hit for hits in whole.of("number").values() for hit in hits)]
    between = whole.sentence.words[: max(hit.end for hit in values)] if values else ()
    return leaves_open(whole) and not whole.small.either_words.isdisjoint(between)


def _of_both_sides(whole: Slots, claims: list[_Claim]) -> list[_Claim]:
    """'993 bei Eingang und Ausgang': what is claimed of both sides is claimed of each."""
    ports = {hit.start for hit in whole.of("aspect").get("port", ())}
    is_of_both = named_side_by_side(whole) or any(hit.end in ports for hit in whole.cues.get("both", ()))  # 'beide Ports'
    is_of_both = is_of_both or _are_joined(whole)
    if len(claims) != 1 or not claims[0].parts.get("port") or not is_of_both:
        return claims
    return [replace(claims[0], parts={**claims[0].parts, "direction": direction}) for direction in DIRECTIONS]


def _top_and_bottom(claims: list[_Claim]) -> list[_Claim]:
    """'IMAP: oben SSL/TLS, unten STARTTLS': programs show what comes in first."""
    said = [claim.encryption for claim in claims if not claim.parts.keys() & {"port", "direction"}]
    are_encrypted = all(one and one <= ENCRYPTED for one in said)
    if len(said) != len(claims) or len(said) != _SEVERAL or said[0] == said[1] or not are_encrypted:
        return claims
    return [
        replace(claim, parts={**claim.parts, "direction": direction}) for claim, direction in zip(claims, DIRECTIONS, strict=True)
    ]


def _asked_about(whole: Slots, claims: list[_Claim]) -> list[_Claim]:
    """'Standardport 25, daneben leer. Passt 587?': what is said to stand there does not count where another is asked about."""
    asked = numbers_asked_about(whole)
    return [claim for claim in claims if claim.parts.get("port") in asked] or claims


def _are_joined(whole: Slots) -> bool:
    """'Am Eingang und am Ausgang'."""
    words, joining = whole.sentence.words, whole.small.joining_words
    sides = product(*(whole.of("direction").get(direction, ()) for direction in DIRECTIONS))
    gaps = (words[one.end : other.start] or words[other.end : one.start] for one, other in sides)
    return any(len(gap) <= _TILL_OTHER_SIDE and not joining.isdisjoint(gap) for gap in gaps)


def _claims_in(content: Content, whole: Slots, understood: Understanding) -> Iterator[_Claim]:
    """Part a message into what it says of each connection: a new one begins where a kind of value comes a second time."""
    claim = _Claim()
    said = _said(content, whole, understood)
    are_behind = _sides_stand_behind([kind for kind, _, _ in said])
    for kind, value, encryption in said:
        is_new = bool(claim.encryption) if kind == "encryption" else claim.parts.get(kind, value) != value
        if kind == "direction" and claim.parts.get("port") and "direction" not in claim.parts:
            is_new = not (are_behind or _is_for(content, claim, value))
        if is_new:
            if claim.is_one:
                yield claim
            claim = _Claim()
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


def _said(content: Content, whole: Slots, understood: Understanding) -> list[tuple[str, str, frozenset[Encryption]]]:
    """Give ports, encryptions, protocols and directions in the order they are said."""
    found: dict[int, tuple[str, str, frozenset[Encryption]]] = {}
    if not whole.of("direction") and whole.has_all(_TERSE):
        for value, cue in zip(DIRECTIONS, _TERSE, strict=True):
            found |= {hit.start: ("direction", value, frozenset()) for hit in whole.cues[cue]}  # 'in 993, out 587'
    for kind in ("subject", "direction"):
        for value, hits in whole.of(kind).items():
            found |= {hit.start: (kind, value, frozenset()) for hit in hits}
    for at, kinds in _encryptions_said(whole).items():
        found[at] = ("encryption", "", kinds)
    is_any = whole.names_port and (understood.confirms or understood.doubts)  # '993 und 578, richtig?'
    for at, word in enumerate(whole.sentence.words):
        if word in content.vocabulary.numbers or (is_any and looks_like_port(word)):
            found[at] = ("port", word, frozenset())
    return [found[at] for at in sorted(found)]


def _encryptions_said(whole: Slots) -> dict[int, frozenset[Encryption]]:
    """Give the encryptions that are claimed, by their places; what is off or set to nothing is none."""
    none = frozenset({Encryption.NONE})
    named = {hit.start: kinds for hit in whole.of("aspect").get("encryption", ()) if (kinds := encryption_named(hit))}
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
    ports = {hit.end for hits in whole.of("number").values() for hit in hits}
    broken = whole.places_of("wrong")
    broken |= {hit.start - 1 for hit in whole.cues.get("works", ())}
    return [hit for hit in whole.cues.get("denies", ()) if hit.start in ports and hit.start not in broken]


def _protocol_of(content: Content, whole: Slots, claim: _Claim) -> str:
    """Give the protocol of what is claimed: as named, else as the port tells, else empty."""
    named = whole.of("subject")
    if subject := claim.parts.get("subject", next(iter(named)) if len(named) == 1 else ""):
        return subject
    port = claim.parts.get("port", "")
    of_club = {way.protocol for way in ways_by_port(content, [port])}
    return next(iter(of_club)) if len(of_club) == 1 else USUALLY.get(port, "")


def _direction_of(content: Content, claim: _Claim) -> str:
    return claim.parts.get("direction") or str(content.vocabulary.numbers.get(claim.parts.get("port", ""), ""))


def _is_for(content: Content, claim: _Claim, direction: str) -> bool:
    """Tell whether a direction said after a port is that of the port: '993 SSL für den Eingang'."""
    return content.vocabulary.numbers.get(claim.parts["port"]) == direction


def _names_sides(claims: list[_Claim]) -> bool:
    return all("direction" in claim.parts for claim in claims)


def _is_right(connection: Connection, claim: _Claim) -> bool:
    port = claim.parts.get("port", "")
    return port in {"", str(connection.port)} and (not claim.encryption or connection.encryption in claim.encryption)


def _what_is_wrong(connection: Connection, claim: _Claim) -> str:
    """Give the line that tells which of both is wrong, where one is right: '993 mit STARTTLS'."""
    port = claim.parts.get("port", "")
    if not port or not claim.encryption:
        return "check_wrong"
    if port == str(connection.port):
        return "check_encryption_wrong"
    return "check_port_wrong" if connection.encryption in claim.encryption else "check_wrong"


def _encrypted_to_send(content: Content, way: Way, claim: _Claim) -> Way | None:
    """Give the encrypted way to send that is claimed instead; it works with the other protocol, too."""
    if not (way.sends_openly and claim.parts.get("port")):
        return None
    return next((other for other in encrypted_ways_to_send(content) if _is_right(other.connection, claim)), None)


def _encrypted_instead(content: Content, way: Way, claim: _Claim) -> Way:
    """Give the encrypted way to send to who wants that of a connection without: '25 mit STARTTLS'."""
    if not (way.sends_openly and str(way.connection.port) == claim.parts.get("port")):
        return way
    wanted = (other.connection for other in encrypted_ways_to_send(content) if other.connection.encryption in claim.encryption)
    return way._replace(connection=next(wanted, way.connection))


def _line(content: Content, judged: _Judged, language: str) -> str:
    """Say whether it is right, with the right value only, so that nobody copies a wrong one."""
    way, better = judged.way, judged.better
    if better is not None:
        return content.word(
            "check_better",
            language,
            direction=content.word(f"direction_{way.direction}", language),
            protocol=content.settings.protocols[way.protocol].name,
            port=better.connection.port,
            encryption=content.word(f"encryption_{better.connection.encryption.value}", language),
            usual=way.connection.port,
        )
    return content.word(
        "check_right" if judged.is_right else judged.says,
        language,
        direction=content.word(f"direction_{way.direction}", language),
        protocol=content.settings.protocols[way.protocol].name,
        port=way.connection.port,
        encryption=content.word(f"encryption_{way.connection.encryption.value}", language),
    )


def _about(asked: Intent, ways: list[Way]) -> Intent:
    subjects, directions = {way.protocol for way in ways}, {way.direction for way in ways}
    return Intent(
        aspect="port",
        subject=subjects.pop() if len(subjects) == 1 else "both",
        direction=directions.pop() if len(directions) == 1 else "",
        program=asked.program,
    )

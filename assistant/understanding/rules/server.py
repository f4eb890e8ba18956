"""Is it the server that is asked for?"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from assistant.intent import OPPOSITE
from assistant.understanding.directions import is_what_for
from assistant.understanding.rules.scores import highest, lower, put_first
from assistant.understanding.slots import listed_together

if TYPE_CHECKING:
    from assistant.understanding.rules.scores import Scores
    from assistant.understanding.slots import Slots

_SEVERAL = 2
_WITH_ARTICLE = 2
"""Words of 'und die' between 'Server' and 'Nummern'."""
_WHAT_IT_IS_CALLED = ("in_what_way", "maybe_name", "plain_server", "wrong")
"""Cues of who asks for a server's name because it failed."""
_OF_MAILS_THERE = ("stays", "gone", "fetches", "deletes", "wrong", "why", "statement")
_FILLING_IN = ("fills_in", "which", "has_to")
_AT_A_FIELD = 8
"""Words of 'I am at the server screen, incoming?'."""
_CERTAIN, _HALF = 0.7, 0.5
"""The score of what is certain, though no word names it by itself; and that of what it sounds like, whatever the words say."""
_NOT_WHERE_THEY_ARE = ("which", "maybe_name", "maybe_address", "fills_in", "alike")
"""Cues of who asks for the server's name, for one device or another."""
_TILL_THE_PLACE = 4
"""Words of 'or on the club's' between a device and the server."""
_SAME = ("same_again", "same_value", "alike")
_TILL_THE_NUMBER = 4
"""Words of 'c und einer Zahl' behind 'irgendwas mit'."""
_ITS_OWN_WORDS = frozenset({"server", "address", "name"})
"""Aspects of 'Adresse vom Server' and 'Name des Servers'."""


def settle_server(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """The server is named more often than it is asked for."""
    hits = slots.aspects["server"]
    if not slots.devices:
        lower(scores, ("devices",), 0.4)  # 'do IMAP and POP share one server?'
    if slots.has_any(_SAME) and slots.direction == "both":
        lower(scores, ("directions",), 0.4)  # 'are the incoming server and the outgoing server the same thing?'
    if set(specific) - _ITS_OWN_WORDS and not listed_together(slots, hits):
        scores["server"] -= 0.5  # 'Port für den IMAP-Server': the server only says where
    if len(slots.aspects.get("encryption", ())) >= _SEVERAL:
        scores["server"] -= 0.3  # 'am Ausgangsserver gibt es SSL und STARTTLS'
    if "looked_like" in slots.cues:
        looks = _places_of_looks(slots)
        lower(scores, [name for name, told in slots.topics.items() if all(hit.start in looks for hit in told)], 0.8)
    if specific == ["server"] and "device" in slots.cues and _is_where_mails_are(slots):
        put_first(scores, "difference", 0.1)
        return
    if "port" not in specific and _hints_at_port(slots):
        scores["port"] = scores.get("port", 0.0) + 0.4  # 'wie heißt die Zahl hinter dem Servernamen?'
        scores["server"] -= 0.4
    scores["server"] += 0.15 * len({"address", "name"}.difference(specific))  # 'cant find the sever name for outgoin mail'


def _is_where_mails_are(slots: Slots) -> bool:
    """'Wo liegen die Mails bei IMAP, Handy oder Server?': beside a device it is a place where mails are kept."""
    if "mail" not in slots.cues or slots.has_any(_NOT_WHERE_THEY_ARE):
        return False
    hits = slots.aspects["server"]
    servers = {hit.end for hit in hits}
    if any(side.end not in servers for sides in slots.directions.values() for side in sides):
        return False  # of 'on the phone or in server' none is told of the side
    words, either = slots.sentence.words, slots.small.either_words
    pairs = product(hits, slots.cues["device"])
    gaps = [words[min(one.end, other.end) : max(one.start, other.start)] for one, other in pairs]
    return any(len(gap) <= _TILL_THE_PLACE and not either.isdisjoint(gap) for gap in gaps)


def _hints_at_port(slots: Slots) -> bool:
    """Whether a word for a number stands by itself: 'Kanalnummer', but not the place in 'Ausgangskanal Serveradresse'."""
    numbers = slots.cues.get("maybe_port", ())
    if not numbers:
        return False
    places = {hit.start for hits in slots.directions.values() for hit in hits} | _places_of_looks(slots)
    return any(hit.start not in places for hit in numbers) and not asks_for_numbers_too(slots)


def _places_of_looks(slots: Slots) -> set[int]:
    """Give the places at which it is only told how a name looked: 'Servername, irgendwas mit c und ner Zahl'."""
    hits = slots.cues.get("looked_like", ())
    return {at for hit in hits for at in range(hit.start, hit.end + _TILL_THE_NUMBER)}


def asks_for_numbers_too(slots: Slots) -> bool:
    """Tell whether numbers are asked for beside the server: 'die Server und die Nummern'."""
    words, joining = slots.sentence.words, slots.small.joining_words
    pairs = product(slots.aspects.get("server", ()), slots.cues.get("maybe_port", ()))
    gaps = [words[server.end : number.start] or words[number.end : server.start] for server, number in pairs]
    return any(0 < len(gap) <= _WITH_ARTICLE and gap[0] in joining for gap in gaps)


def settle_name_of_server(slots: Slots, scores: Scores) -> None:
    """'Den Namen vom Server hab ich nirgends gefunden': it is the server's name, not the member's."""
    is_of_server = "maybe_name" in slots.cues and "plain_server" in slots.cues and "name" not in slots.aspects
    if is_of_server and "server" in scores:
        lower(scores, ("name",), 0.4)
        if "maybe_address" not in slots.cues:
            lower(scores, ("address",), 0.2)  # 'c9 something dot de, what's the server's name'
    if scores.get("port", 0.0) < _HALF and _is_at_the_server(slots):  # 'was kommt beim Server hinter den Doppelpunkt?'
        scores["server"] = highest(scores, _CERTAIN) + 0.1
    elif (
        _is_address_of_a_side(slots)
        or _is_address_of_the_server(slots)
        or ("directions" in slots.topics and _is_told_what_for(slots))
    ):
        put_first(scores, "server", 0.1)


def _is_at_the_server(slots: Slots) -> bool:
    """'I am at the server screen, incoming?', 'what goes in at the server for outgoing?': its field, not a place of mails."""
    if "at_the_server" not in slots.cues or slots.direction not in OPPOSITE or slots.aspects:
        return False
    if slots.has_any(_OF_MAILS_THERE) or slots.topics.keys() - {"directions"} or slots.names_port or "maybe_port" in slots.cues:
        return False
    return slots.has_any(_FILLING_IN) or len(slots.sentence.words) <= _AT_A_FIELD


def _is_told_what_for(slots: Slots) -> bool:
    """Tell whether something stands behind the 'for' of 'what is the outgoing server for': '… for the club's email?'."""
    words = slots.sentence.words
    ends = [hit.end for hit in slots.topics["directions"] if words[hit.end - 1] in slots.small.for_words]
    return any(end < len(words) for end in ends)


def _is_address_of_the_server(slots: Slots) -> bool:
    """'D'Adress vom Server, bittschee': right behind the address it is told whose it is."""
    ends = {hit.end for hit in slots.cues.get("maybe_address", ())}
    words, for_words = slots.sentence.words, slots.small.for_words
    said = slots.cues.get("location", ()) if ends and "plain_server" in slots.cues and not slots.aspects else ()
    return any(hit.start in ends and words[hit.start] in for_words for hit in said)


def _is_address_of_a_side(slots: Slots) -> bool:
    """Tell whether an address is asked for that a side has: 'welche Adresse für den Postausgang?'; a member's has none."""
    if "maybe_address" not in slots.cues or "several_addresses" in slots.cues or slots.aspects or slots.names_port:
        return False
    return is_what_for(slots, [hit for hits in slots.directions.values() for hit in hits])


def settle_asked_name(slots: Slots, scores: Scores) -> None:
    """'Es sagt, der Server wurde nicht gefunden, wie muss er heißen?': the name helps, whatever failed."""
    if slots.has_all(_WHAT_IT_IS_CALLED) and slots.aspects.keys() == {"server"} and "server" in scores:
        put_first(scores, "server", 0.1)

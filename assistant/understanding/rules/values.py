"""Several values named: which one is asked for?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.rules.scores import lower, put_first
from assistant.understanding.slots import listed_together
from assistant.understanding.turned_down import are_denied, are_known, are_missing

if TYPE_CHECKING:
    from assistant.understanding.rules.scores import Labels, Scores
    from assistant.understanding.slots import Slots

_SEVERAL = 2
_FEW = 6
"""Words of 'dann also Trainer KfSB, passt das?'."""
_OF_ITS_SERVER = ("maybe_name", "maybe_address", "which", "fills_in", "left_open")
_TO_ASK_FOR_A_FIELD = 8
"""Words of 'in welches Feld gehört denn dieses KfSB?'."""
_OF_AN_ADDRESS = frozenset({"address", "username"})
"""Aspects of who asks how much of the address a field takes, whether they name the field or not."""


def settle_read_out(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """A value that is read out tells which field is meant."""
    is_of_host = slots.names_host and slots.sentence.asks
    if is_of_host and "address" in specific and not slots.asks_openly:
        put_first(scores, "server", 0.1)  # 'is it smtp.gmail.com for sending with the club address?'
    if slots.has_all(("one_of_them", "asks_wrong")):
        lower(scores, ("recommendation",), 1.0)  # 'which one is the wrong one?'
    if is_of_host and set(specific) <= {"server"} and _judges_a_host(slots):
        put_first(scores, "server", 0.1)  # 'Eingang imap.verein.de, Ausgang smtp.verein.de, welcher ist falsch?'
    if "club_short_name" in slots.cues and not specific and (_is_asked_if_right(slots) or _asks_for_its_field(slots)):
        put_first(scores, "name", 0.9)  # 'I put "Treasurer KfSB", right?'
    if {"name", "username"} <= {*specific} and "own_name" in slots.cues and _names_the_sender(slots):
        put_first(scores, "name", 0.1)  # 'account name, display name, is das mein richtiger Name?'
    if "login" in specific and "own_name" in slots.cues:
        put_first(scores, "username", 0.1)  # 'login my surname?'


def _names_the_sender(slots: Slots) -> bool:
    """'Anzeigename', 'display name': no mere 'mein Name'."""
    return not slots.places_of("technical").isdisjoint(hit.start for hit in slots.aspects["name"])


def _is_asked_if_right(slots: Slots) -> bool:
    """Tell whether it is asked if something is right, of a position we know or in few words: 'also Ersatzmann KfSB, richtig?'."""
    is_checked = slots.has_any(("confirm", "asks_fine", "asks_right"))
    is_known = "tells_role" in slots.cues and (slots.is_question or is_checked)
    return is_known or (is_checked and slots.sentence.asks and len(slots.sentence.words) <= _FEW)


def _asks_for_its_field(slots: Slots) -> bool:
    """'In welches Feld gehört KfSB?', 'wo schreib ich KfSB hin?'."""
    return len(slots.sentence.words) <= _TO_ASK_FOR_A_FIELD and slots.is_question and slots.has_any(("asks_place", "next_field"))


def _judges_a_host(slots: Slots) -> bool:
    """Tell whether nothing is asked but if a host is right, or which of two is wrong."""
    if slots.has_all(("one_of_them", "asks_wrong")):
        return True
    sounds_like = [hit for hits in slots.topics.values() for hit in hits if hit.exact]
    return "confirm" in slots.cues and not (sounds_like or slots.asks_openly)  # 'abgeschrieben' is nearly another word


def settle_behind_which(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """'Er will was vom Server und ein Kennwort: Welches Kennwort?' asks for the value right behind 'welches'."""
    asked = _behind_which(slots, specific)
    if len(asked) == 1 and "left_open" not in slots.cues:
        lower(scores, [name for name in specific if name not in asked], 0.3)
        lower(scores, slots.topics, 0.4)  # 'welchen Server brauch ich, meine Frau hat alles gelöscht'


def _behind_which(slots: Slots, specific: list[str]) -> list[str]:
    asking = slots.cues.get("which", ())
    places = {at for hit in asking for at in range(hit.start + 1, hit.end + 1)}  # 'what port' is one cue
    return [name for name in specific if any(hit.start in places for hit in slots.aspects[name])]


def settle_values(slots: Slots, scores: Scores, specific: list[str], labels: Labels) -> None:
    """Two values named: which one is asked for?"""
    if "address" in specific and len(specific) > 1:
        scores["address"] -= 0.2  # 'Login: die ganze Vereinsadresse oder nur der vordere Teil?'
    if "username" in specific or "password" in specific:
        lower(scores, ("address", "name", "login"), 0.25)  # 'Benutzername vorname.nachname?'
    _told_who_they_are(slots, scores, specific)
    _login(slots, scores, specific)
    if slots.names_port and ("which" in slots.cues or "confirm" in slots.cues) and set(specific) <= {"server"}:
        scores["port"] = scores.get("port", 0.0) + 0.5  # 'cannot send. He says 465, it has 587. Which one does our server use?'
    if "encryption" in specific:
        _encryption(slots, scores, specific)
    if (
        slots.names_port
        and "server" in scores
        and not slots.names_host
        and not listed_together(slots, slots.aspects.get("server", ()))
    ):
        scores["server"] -= 0.5  # 'beim Ausgangsserver war auf einmal 25 drin': a number is never a server's name
    if "undecided" in slots.cues or _account_type_is_told(slots):
        lower(scores, ("account_type",), 0.8)  # 'the account type is POP. I need the number for incoming'
    _beside_exchange(slots, scores, specific)
    how_long = "front_only" in slots.cues or "whole_address" in slots.cues
    is_a_name = "maybe_name" in slots.cues or "name" in specific or (how_long and slots.is_question)
    if "login" in specific and is_a_name and "password" not in specific:
        scores["username"] = scores.get("username", 0.0) + 0.5  # 'Login, ist das einfach mein Vorname?'
        lower(scores, ("name", "login", "server"), 0.5)
        lower(scores, ("address",) if how_long else (), 0.5)  # 'reicht beim Login der Teil vor dem @?'
    is_by_it = slots.has_any(("maybe_name", "maybe_address")) or specific == ["address"]
    if "logs_in" in slots.cues and is_by_it and "password" not in specific:
        put_first(scores, "username", 0.1)  # 'meld ich mich mit dem Namen oder mit der Adresse an?'
    if slots.names_port or slots.names_host:
        lower(scores, labels.troubles, 0.4)  # '465 geht nicht beim Senden': the right value helps


def _told_who_they_are(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """'Outbound port, IMAP user': behind a protocol or a program, beside one other value, it says who asks."""
    if _are_who_asks(slots, specific):
        lower(scores, ("username",), 0.6)


def _are_who_asks(slots: Slots, specific: list[str]) -> bool:
    if len(specific) != _SEVERAL or "username" not in specific or "is_user" not in slots.cues:
        return False
    hits = slots.aspects["username"]
    ends = {hit.end for kind in ("subject", "program") for found in slots.of(kind).values() for hit in found}
    told = slots.places_of("is_user")
    return all(hit.start in ends and hit.start in told for hit in hits) and not listed_together(slots, hits)


def _beside_exchange(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """'Exchange-Server: wie ist der Name?', 'exchange port': beside a value that is asked for it only tells what was chosen."""
    hits, third = slots.aspects.get("account_type", ()), slots.places_of("third_type")
    if not hits or any(third.isdisjoint(range(hit.start, hit.end)) for hit in hits):
        return
    is_its_server = len(specific) == 1 and any("server" in hit.words for hit in hits)
    if is_its_server and slots.has_any(_OF_ITS_SERVER):
        put_first(scores, "server", 0.1)
    elif len(specific) > 1:
        lower(scores, ("account_type",), 0.8)


def _asks_how_much_of_it(slots: Slots) -> bool:
    """Tell whether it is asked how much of the address a field takes: all of it, or only what stands before the @."""
    front, whole = "front_only" in slots.cues, "whole_address" in slots.cues
    is_only = not slots.small.only_words.isdisjoint(slots.sentence.words)
    return ((front and whole) or ((front or whole) and is_only)) and slots.is_question and "which" not in slots.cues


def _account_type_is_told(slots: Slots) -> bool:
    hits = slots.aspects.get("account_type", ())
    if not hits:
        return False
    named = {hit.start for found in slots.subjects.values() for hit in found}
    said = {hit.end for hit in slots.hits_of("copula", "is_so")}
    is_told = any(hit.end + 1 in said and hit.end + 1 in named for hit in hits)
    is_told |= any(hit.start - 2 in named and slots.sentence.words[hit.start - 1] in slots.small.as_well_words for hit in hits)
    beside = len(slots.aspects) > 1 or slots.names_port  # '… wants a port, account type is IMAP. What do I type?'
    return is_told and (beside or not (slots.sentence.asks or "which" in slots.cues))


def _encryption(slots: Slots, scores: Scores, specific: list[str]) -> None:
    if "password" in specific and not listed_together(slots, slots.aspects["password"]):
        scores["password"] -= 0.4  # 'is the password plain text with POP?'
    names = {hit.words for hit in slots.aspects["encryption"]}
    if slots.names_port and len(names) >= _SEVERAL and not slots.small.either_words.isdisjoint(slots.sentence.words):
        put_first(scores, "encryption", 0.1)  # 'port 587: TLS or STARTTLS?'
    elif "port" in specific or slots.names_port:
        scores["port"] = scores.get("port", 0.0) + 0.1  # 'SSL 995 beim POP': its answer names the encryption


def settle_left_open(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """'Name und Passwort hab ich, es fehlt nur noch der Port': of several values the one behind these words."""
    if not specific or "left_open" not in slots.cues:
        return
    since = min([hit.start for hit in slots.cues["left_open"]])
    behind = [name for name in specific if any(hit.start > since for hit in slots.aspects[name])]
    if behind:
        lower(scores, [name for name in specific if name not in behind], 0.9)


def _login(slots: Slots, scores: Scores, specific: list[str]) -> None:
    aspect = slots.aspects
    if _OF_AN_ADDRESS.issuperset(specific) and _asks_how_much_of_it(slots):
        put_first(scores, "username", 0.1)  # 'nur der Teil vor dem @ oder die ganze Adresse?'
    if specific == ["password"] and _needs_a_new_one(slots, specific):
        put_first(scores, "new_password", 0.4)  # 'hab mein Passwort nicht mehr'
    if "new_password" in slots.topics and "makes_up" in slots.cues and not slots.has_any(("forgot", "wrong")):
        put_first(scores, "password", 0.1)  # 'muss ich mir da ein neues Passwort ausdenken?': one's own is meant
    if "new_password" in slots.topics and _asks_where_to_put_it(slots):
        put_first(scores, "password", 0.1)  # 'hab ein neues Passwort bekommen, wo trag ich das in Outlook ein?'
    if "password" in specific and ("username" in specific or ("login" in specific and listed_together(slots, aspect["login"]))):
        scores["login"] = max(scores.get("username", 0.0), scores["password"]) + 0.3
    elif specific == ["login"] and "complete" in slots.cues and not slots.has_any(("which", "manner", "logs_in", "front_only")):
        scores["settings"] = scores["login"] + 0.1  # 'die Zugangsdaten, alles bitte'


def _asks_where_to_put_it(slots: Slots) -> bool:
    named = {hit.start for hits in (*slots.aspects.values(), *slots.topics.values()) for hit in hits}
    points_at_it = any(hit.end not in named for hit in slots.cues.get("where_is", ()))  # not 'wo kann ich das Passwort ändern'
    return "asks_place" in slots.cues and (points_at_it or (bool(slots.program) and "asks_value" in slots.cues))


def _needs_a_new_one(slots: Slots, specific: list[str]) -> bool:
    """Tell whether a password is forgotten, lost or known to others: no field's name is asked for then."""
    is_gone = "forgot" in slots.cues or are_missing(slots, slots.aspects["password"])
    return (is_gone and not _behind_which(slots, specific)) or "new_password" in slots.topics


def settle_known(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """'Nicht der Port, der Server' and 'Port hab ich schon, die Verschlüsselung fehlt': of several values the other one."""
    if specific and "manner" in slots.cues and "setup" in slots.topics:
        if all(are_known(slots, slots.aspects[name]) for name in specific):
            lower(scores, specific, 0.8)  # 'Server weiß ich, wie richte ich Outlook ein?'
        return
    words, small = slots.sentence.words, slots.small
    turns = not (small.turning_words.isdisjoint(words) and small.only_words.isdisjoint(words))
    is_missing = "requests" in slots.cues and not slots.sentence.asks  # 'have the ports, missing the server'
    if len(specific) < 2 or (slots.asks_directly and not (turns or is_missing)):
        return
    if _are_who_asks(slots, specific):
        return  # 'imap user here, got the in port, what's the out one'
    known = [name for name in specific if are_known(slots, slots.aspects[name])]
    if not known and not slots.asks_directly:
        known = [name for name in specific if are_denied(slots, slots.aspects[name])]
    if known and len(known) < len(specific):
        lower(scores, [*known, "login"], 0.7)

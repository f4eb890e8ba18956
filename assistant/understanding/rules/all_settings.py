"""One value, or everything of a protocol?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import LOGIN, OPPOSITE, USER_NAMES
from assistant.understanding.rules.scores import FEW_WORDS, highest, lower, put_first
from assistant.understanding.rules.server import asks_for_numbers_too
from assistant.understanding.slots import listed_together
from assistant.understanding.turned_down import are_known

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.understanding.lexicon import Hit
    from assistant.understanding.rules.scores import Scores
    from assistant.understanding.slots import Slots

_SHORT_REQUEST = 7
"""Words of 'imap einmal mit allem Drum und Dran'."""

_TERSE, _TERSE_BESIDE = 4, 2
"""Words of 'einmal IMAP komplett bitte', which asks for it without a word more; and beside those that mean all."""
_BEHIND_A_PLACE = ("fills_end", "copula", "asks_value", "meaning")
"""Cues of words that may stand behind a place in a list: 'was muss ins letzte rein'."""
_NOT_MEANT = 2.0
"""By how much less a value scores that is named, but is not the one at the place asked for."""
_OF_THE = 2
"""Words between 'all' and 'ports'."""
_TILL_SERVER = 3
"""Words of 'for the sending' before 'server'."""
_SEVERAL, _LIST = 2, 4
"""Values that are all of them, whatever else is said: 'nun fragt es nach Server, Port, Verschlüsselung, Benutzer'."""
_HINTS = ("maybe_name", "maybe_address")
"""Cues of values that are asked for where each of several is: 'Passwort, Name, Adresse, was gehört wohin?'."""
_CLEARLY_LESS = 0.3
"""What settings may be behind another candidate: 'does pop need the internet all day' is clearly about something else."""
_FIELDS = 10
"""Words of 'ich sitze jetzt vor dem Fenster, was muss ich bei IMAP eintragen'."""
_PROTOCOL_BEHIND = 4
"""Words of 'ich hab hier IMAP', which tells behind a question for which protocol it is."""
_NOT_ASKED_FOR = ("club_short_name", "denies", "wrong", "gone", "why", "statement", "deletes")
"""Signs that what is entered is only spoken of: 'bei IMAP lässt sich nichts eintragen'."""
_ABOUT_SOMETHING_ELSE = ("location", "meaning", "why")
"""Signs that 'all' means other things: 'mit POP alles aufgeräumt, warum ist am Tablet …'"""


def settle_all_settings(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """One value or all of them?"""
    if settings := slots.aspects.get("settings", ()):
        _settings_named(slots, scores, specific, settings)
    if specific and _are_only_included(slots, specific):
        put_first(scores, "settings", 0.1)
        return
    if (one := _by_its_place(slots, specific)) is not None:
        lower(scores, [*(name for name in specific if name != one), "login", "settings", *slots.topics], _NOT_MEANT)
        put_first(scores, one, 0.1)
        return
    if len(specific) == 1 and "and_so_on" in slots.cues and _is_an_example(slots, slots.aspects[specific[0]]):
        put_first(scores, "settings", 0.1)
        return
    hinted = sum(map(slots.cues.__contains__, _HINTS)) if "each_of_them" in slots.cues else 0
    if len(specific) + hinted + ("maybe_port" in slots.cues) < _SEVERAL:
        return
    told = _only_told_beside(slots, specific)
    known = {name for name in specific if are_known(slots, slots.aspects[name])}
    asked = len([name for name in specific if name not in told | known]) + ("maybe_port" in slots.cues and "port" not in specific)
    asked += hinted + _are_listed_by_side(slots)
    if ("left_open" in slots.cues and asked < _LIST) or _are_all_ports(slots, specific) or _is_one_number(slots, specific):
        return
    if asked >= 3 or (asked == _SEVERAL and (_asks_for_everything(slots) or _are_wide(slots, specific))):
        best = max(scores[name] for name in (*specific, "port", "login") if name in scores)
        scores["settings"] = max(scores.get("settings", 0.0), best) + 0.1


def _are_only_included(slots: Slots, specific: list[str]) -> bool:
    """'Which values for in and out, incl. encryption?', 'settings, ports included': what is named is a part of all."""
    including = slots.cues.get("including")
    if not including or not ("settings" in slots.aspects or "maybe_settings" in slots.cues):
        return False
    ends = {hit.end + by for hit in including for by in (0, 1)}  # 'including the ports'
    starts = {hit.start for hit in including}
    return all(any(hit.start in ends or hit.end in starts for hit in slots.aspects[name]) for name in specific)


def _settings_named(slots: Slots, scores: Scores, specific: list[str], settings: tuple[Hit, ...]) -> None:
    """A word for settings, and perhaps one for a value."""
    if specific and USER_NAMES.issuperset(specific) and _is_a_choice(slots, settings):
        lower(scores, ("settings",), 1.0)
        return
    follows = {hit.start for hit in settings}
    heads = [name for name in specific if any(hit.end in follows for hit in slots.aspects[name])]
    for head in heads:
        scores[head] = min(scores[head], scores["settings"] - 0.1)  # 'die Server-Einstellungen für POP': the settings
    if "handed_over" in slots.cues:
        lower(scores, ("delivery",), 0.8)  # 'um Übermittlung der Serverdaten wird gebeten'
    elif "delivery" in specific and "complete" not in slots.cues:
        lower(scores, ("settings",), 0.5)  # 'Übermittlung: Einstellungen nach eigenem Belieben'
    if "complete" in slots.cues or (listed_together(slots, settings) and not _is_a_question(slots, settings)):
        scores["settings"] += 0.3  # 'Übermittlung sämtlicher Konfigurationsdaten für POP3', 'Serverdaten und Ports'
    elif specific == ["address"]:
        scores["address"] -= 0.5  # 'settings for my club address'
    elif len(specific) > len(heads):
        scores["settings"] -= 0.3  # 'which password do i have to fill in': to fill in is a word for settings


def _is_a_choice(slots: Slots, settings: tuple[Hit, ...]) -> bool:
    """'My user name, just maria or the whole thing?': all of the address is meant."""
    return not slots.small.either_words.isdisjoint(slots.sentence.words[: settings[-1].start])


def _only_told_beside(slots: Slots, specific: list[str]) -> set[str]:
    """Give values that are named beside those that are asked for: 'Zugangsdaten für den Server, also Benutzer und Kennwort'."""
    if "each_of_them" in slots.cues:
        return set()  # 'Benutzername, Kennwort und „Ihr Name“, was kommt wo hin?': each is asked for
    own = LOGIN.intersection(specific)
    is_login = len(own) == _SEVERAL and _is_for_the_server(slots)
    return {"address", *(("login", "name") if own else ()), *(("server",) if is_login else ())}


def _is_for_the_server(slots: Slots) -> bool:
    """'Für den Posteingangsserver' says only where something belongs."""
    words, hits = slots.sentence.words, slots.aspects.get("server", ())
    return all(not slots.small.for_words.isdisjoint(words[max(0, hit.start - _TILL_SERVER) : hit.start]) for hit in hits)


def _is_a_question(slots: Slots, settings: tuple[Hit, ...]) -> bool:
    """'Da steht Port und ich weiß nicht, was ich da reinschreiben soll' lists nothing."""
    asking = {hit.start for hit in slots.cues.get("asks_openly", ())}
    return all(hit.start in asking for hit in settings)


def _are_wide(slots: Slots, specific: list[str]) -> bool:
    """Whether two values are asked for all over: 'POP und IMAP mit Servern und Ports', 'Server, Port Eingang, Port Ausgang'."""
    if set(specific) == {"server", "port"} and slots.direction == "both":
        return slots.subject in OPPOSITE and not slots.is_question
    is_all_over = slots.subject == "both" or bool(slots.aspects.get("settings")) or asks_for_numbers_too(slots)
    return not slots.direction and is_all_over


def _are_listed_by_side(slots: Slots) -> bool:
    """'Incoming server, incoming port, outgoing server and outgoing port': each is asked for twice."""
    if slots.direction != "both":
        return False
    return all(len(slots.aspects.get(name, ())) >= _SEVERAL for name in ("server", "port"))


def _are_all_ports(slots: Slots, specific: list[str]) -> bool:
    """Tell whether 'all' means the ports, and the server only says where: 'which ports has our server, all please'."""
    if set(specific) != {"port", "server"} or listed_together(slots, slots.aspects["server"]):
        return False
    ports = slots.aspects["port"]
    every = slots.places_of("both")
    ends = {hit.end + by for hit in slots.cues.get("complete", ()) for by in (0, 1, _OF_THE)}
    if any(hit.start in every or hit.start in ends for hit in ports):
        return True  # 'list every port our server uses', 'all (of) the ports for our server'
    behind = {hit.end for hit in slots.cues.get("which", ())}
    return any(hit.start in behind for hit in ports)


def _is_one_number(slots: Slots, specific: list[str]) -> bool:
    """'Kontotyp POP3, Feld Posteingangsserver. Welche Nummer bitte?': what is told before is where it belongs."""
    if "port" in specific or "maybe_port" not in slots.cues or "complete" in slots.cues:
        return False
    asked = {hit.end for hit in slots.cues.get("which", ())}
    is_number = any(hit.start in asked and not hit.words.endswith("n") for hit in slots.cues.get("maybe_port", ()))
    others = any(hit.start in asked for name in specific for hit in slots.aspects[name])
    return is_number and not others


def _is_an_example(slots: Slots, hits: tuple[Hit, ...]) -> bool:
    """'Was muss bei POP rein, also Port und so weiter?', 'server and all': one value is named for all that goes with it."""
    ends = {hit.end for hit in hits}
    return bool(slots.subject) and any(hit.start in ends for hit in slots.cues.get("and_so_on", ()))


def _asks_for_everything(slots: Slots) -> bool:
    """Tell whether a word for all of something stands alone, or two values are examples: 'server, port, that sort of thing'.

    'My full name' is no request for everything.
    """
    if "and_so_on" in slots.cues:
        return True
    names = {at for name in ("name", "address") for hit in slots.aspects.get(name, ()) for at in range(hit.start, hit.end)}
    return any(hit.start not in names for hit in slots.cues.get("complete", ()))


def _by_its_place(slots: Slots, specific: list[str]) -> str | None:
    """Give the value that is meant by its place: 'da steht Server, Port, Sicherheit. Was kommt ins erste?'."""
    if len(specific) < _SEVERAL:
        return None
    is_first = _is_a_place(slots, "first_of_them")
    if not (is_first or _is_a_place(slots, "last_of_them")):
        return None
    places = {name: slots.aspects[name][0].start for name in specific}
    return (min if is_first else max)(places, key=places.__getitem__)


def _is_a_place(slots: Slots, cue: str) -> bool:
    """Tell whether a place in a list is named: '… ins erste?', not 'das erste Mal' or 'beim ersten Start'."""
    behind = {len(slots.sentence.words), *(hit.start for hit in slots.hits_of(*_BEHIND_A_PLACE))}
    return any(hit.end in behind for hit in slots.cues.get(cue, ()))


def settle_complete(slots: Slots, scores: Scores, evidence: Mapping[str, float]) -> None:
    """'IMAP komplett', 'die kompletten POP-Werte': everything of a protocol is its settings."""
    if "deletes" in slots.cues and _all_is(slots, "settings"):
        lower(scores, ("settings",), 0.6)  # '… on my phone, it is POP, must I delete the whole lot on the computer as well?'
    elif _is_all_of_else(slots):
        lower(scores, ("settings",), 0.6)  # 'everything I send goes to junk', 'ist bei IMAP alles auf dem Server?'
    if not ("complete" in slots.cues and slots.subject) or slots.has_any(_ABOUT_SOMETHING_ELSE):
        return
    named, words = slots.aspects, slots.places_of("complete")
    length = len(slots.sentence.words)
    is_long = length > _TERSE and length - len(words) > _TERSE_BESIDE
    if not named and (is_long or "fetches" in slots.cues or "stays" in slots.cues) and not _asks_for_it(slots):
        scores["settings"] = scores.get("settings", 0.0) - 0.4  # 'lädt POP erst alles herunter?'
        return
    other = evidence.keys() - {"settings"}
    told = other.pop() if len(other) == 1 else ""
    if told == "login":  # 'POP3 Zugangsdaten komplett'
        put_first(scores, "settings", 0.1)
        return
    if told and _only_told(slots, told, words):
        del scores[told]
    elif told or other:
        return
    scores["settings"] = scores.get("settings", 0.0) + 0.3
    if length <= _SHORT_REQUEST and scores["settings"] > max(scores.values()) - _CLEARLY_LESS:
        scores["settings"] = max(scores["settings"], 1.0)


def settle_filled_in(slots: Slots, scores: Scores, evidence: Mapping[str, float]) -> None:
    """'Was trage ich bei IMAP ein?': where no value is named, all of them are asked for."""
    others = evidence.keys() - {"settings"} - (set() if "device" in slots.cues else {"devices"})  # 'was trage ich überall ein?'
    if others or slots.names_port or slots.names_host or slots.has_any(_NOT_ASKED_FOR):
        return
    is_explained = "meaning" in slots.cues and "which" not in slots.cues  # 'Outlook verlangt IMAP, was ist das?'
    # 'Hab POP gewählt, will doch IMAP. Was muss ich beim Senden eintragen?'
    is_of_one = slots.direction in OPPOSITE and slots.subject in OPPOSITE
    if not is_explained and is_filled_in(slots) and (is_of_one or _words_beside_program(slots) <= _FIELDS):
        scores["settings"] = highest(scores, 1.0) + 0.1


def _words_beside_program(slots: Slots) -> int:
    """Count the words but for those that name a program: 'in the Samsung mail app' tells only where it is filled in."""
    length = len(slots.sentence.words)
    if length <= _FIELDS or not slots.program:
        return length
    return length - len(slots.places_of_programs() | slots.places_of("mail"))


def is_filled_in(slots: Slots) -> bool:
    """Tell whether it is about filling in fields: 'was muss ich eintragen', 'was trage ich … ein', 'IMAP ausfüllen'."""
    # 'How do I enter the club mail in Samsung Email?' asks for a guide.
    is_of_one = bool(slots.subject or (slots.directions and not slots.program))
    asks = "which" in slots.cues or (is_of_one and (slots.is_question or len(slots.sentence.words) <= FEW_WORDS))
    if ("fills_in" in slots.cues and asks) or ("needed_for" in slots.cues and slots.has_any(("which", "send_me"))):
        return True
    begins = [hit.start for hit in slots.cues.get("fills_with", ())]
    ends = [hit.start for hit in slots.cues.get("fills_end", ())]
    is_split = bool(begins and ends) and min(begins) < max(ends) and _ends_there(slots, max(ends))
    return is_split and ("which" in slots.cues or "asks_place" in slots.cues)


def _ends_there(slots: Slots, end: int) -> bool:
    """Tell whether nothing stands behind the end of a verb but the protocol: 'was muss beim Ausgang rein bei IMAP'."""
    last = len(slots.sentence.words) - 1
    if end == last:
        return True
    is_protocol = any(hit.end == last + 1 for hits in slots.subjects.values() for hit in hits)
    asks_more = any(hit.start > end for hit in slots.cues.get("asks_openly", ()))
    return is_protocol and last - end <= _PROTOCOL_BEHIND and not asks_more


def _all_is(slots: Slots, aspect: str) -> bool:
    """Tell whether only words for all of something stand for an aspect."""
    complete = slots.places_of("complete")
    hits = slots.aspects.get(aspect, ())
    return bool(hits) and all(complete.issuperset(range(hit.start, hit.end)) for hit in hits)


def _is_all_of_else(slots: Slots) -> bool:
    """Tell whether a word for all of something only hints at the settings, and nothing asks for them."""
    if "settings" in slots.aspects or "maybe_settings" not in slots.cues:
        return False
    if _asks_for_it(slots) or slots.has_any(("needed_for", "fills_in", "requests", "send_me")):
        return False
    named = slots.by_kind.keys() - {"cue"}
    return len(slots.sentence.words) > _TERSE_BESIDE and (not named or "location" in slots.cues or "deletes" in slots.cues)


def _only_told(slots: Slots, topic: str, complete: set[int]) -> bool:
    """'imap in full' is no storage; 'alles verloren, brauche alle IMAP-Daten nochmal' asks for the data."""
    if topic == "storage":
        return all(hit.start in complete for hit in slots.topics["storage"])
    return topic == "lost_device" and "maybe_settings" in slots.cues and not slots.sentence.asks


def _asks_for_it(slots: Slots) -> bool:
    """Tell whether values are asked for: 'ich brauche alles für IMAP'; not so by 'lädt POP alles herunter, richtig?'."""
    to_confirm = {hit.start for hit in slots.cues.get("confirm", ())}
    asks = any(hit.start not in to_confirm for hit in slots.cues.get("asks_value", ()))
    is_begun = slots.has_all(("and_so_on", "plain_server"))  # 'full POP3 info, server and all'
    return asks or is_begun or "which" in slots.cues or "say_again" in slots.cues

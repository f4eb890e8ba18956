"""Questions about a field of a mail account, or about the two methods: of which few words in a group leave no doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import USER_NAMES
from assistant.understanding.asking import asks_plainly
from assistant.understanding.between_members import asks_a_member
from assistant.understanding.own_terms import checks_a_value, is_of_a_field

if TYPE_CHECKING:
    from collections.abc import Collection

    from assistant.understanding.slots import Slots

_ASKED = 1.2
"""Relevance from which a question with a question mark about a port, a user name … is answered, or about the methods."""
_OF_PEOPLE = 1.5
"""The same about a password or a name where the message tells that a program asks for it."""
_SETUP_ASKED = 1.45
"""The same about setting up."""
_HELD = 0.5
"""The same where it tells what is filled in: 'Als Benutzernamen hab ich meine ganze Adresse, ok?'."""
_BARE = 0.75
"""The same of a question that consists of such words: 'TLS oder STARTTLS?', 'user name = whole address?'."""
_VALUE_CHECKED = 0.4
"""The same of a question about a value that only mail servers have: '110 mit IMAP – ist da der Wurm drin?'."""
_KNOWN_BY_ANY, _KNOWN_OF_MAIL = 0.1, 0.7
"""The same where it is asked whether anybody knows: with a word that only mail servers have, 'SMTP-Server, weiß den jemand?', and
where mail is named beside it."""
_WITHOUT_MARK = 0.4
"""How much more it takes to check a value without a question mark, and a little less for what else is asked."""
_OF_SERVERS = frozenset({"port", "encryption", "server", *USER_NAMES})
_OF_MAIL = frozenset({"port", "encryption", "server", "settings"})
_NAMED_FIELDS = frozenset({"username", "name"})
_OF_THE_ACCOUNT = frozenset({"password", "settings"})
_MAY_BE_SERVED = frozenset({"port", "server"})
"""What altar boys and wine are called as well."""
_OPINIONS = frozenset({"recommendation", "difference", "pros_and_cons", "advantages", "disadvantages"})
"""Topics that are asked about the two methods as well as about tents: it takes a word that tells which are meant."""
_SETUP = "setup"
_OF_ROOM = frozenset({"making_room", "storage"})
_TERSE = 5


def checked_from(slots: Slots, hosts: Collection[str]) -> float:
    """Give the relevance from which it is answered whether a value is right, whatever is told beside it; 0 if that is not asked.

    '… hab ich vom alten Handy abgeschrieben, stimmt das?'
    """
    if not asks_plainly(slots) or asks_a_member(slots):
        return 0.0
    if not checks_a_value(slots, hosts):
        return 0.0
    return _VALUE_CHECKED if slots.sentence.asks else _VALUE_CHECKED + _WITHOUT_MARK


def held_from(slots: Slots) -> float:
    """Give the same of whether what a field holds is right: 'Als Benutzernamen hab ich meine ganze Adresse, ok?'."""
    is_asked = slots.sentence.asks and asks_plainly(slots) and not asks_a_member(slots)
    return _HELD if is_asked and _tells_what_it_holds(slots) else 0.0


def asked_from(slots: Slots, topic: str) -> float:
    """Give the relevance from which a question about a field, the methods or setting up is answered; 0 of all others."""
    if topic in _OF_ROOM and asks_what_to_do(slots):
        return _ASKED
    if topic in _OPINIONS:
        return _ASKED if names_methods(slots) and asks_plainly(slots) else 0.0
    if asks_a_member(slots):
        return 0.0
    if "who_knows" in slots.cues and _names_mail_value(slots):
        return _KNOWN_BY_ANY if "technical" in slots.cues else _KNOWN_OF_MAIL
    asked = _SETUP_ASKED if topic == _SETUP else _field_asked_from(slots)
    if slots.sentence.asks and asks_plainly(slots):
        return asked
    is_open = asks_plainly(slots) and (slots.asks_openly or topic == _SETUP or is_of_a_field(slots))
    return asked + _WITHOUT_MARK / 2 if asked and is_open else 0.0


def _names_mail_value(slots: Slots) -> bool:
    """'SMTP-Adresse', 'Maileinstellungen'; of a mail address everybody has one."""
    if "technical" in slots.cues and slots.directions:
        return True
    return slots.has_any(("technical", "mail")) and not _OF_MAIL.isdisjoint(slots.aspects)


def is_bare(slots: Slots) -> bool:
    """Tell whether it is short and (nearly) every word is one of ours: 'imap port', not 'der Port war gut'."""
    known = {index for hit in slots.hits for index in range(hit.start, hit.end)}
    return len(slots.sentence.words) <= _TERSE and len(slots.sentence.words) - len(known) <= 1


def names_methods(slots: Slots) -> bool:
    """'Welche der beiden Kontoarten nehme ich am Tablet?', 'can you recommend one of the two methods'.

    What they are for is told last, if it is something else: 'the two methods for sourdough'.
    """
    if not slots.has_any(("both_protocols", "method")):
        return False
    ends_known = "both_protocols" in slots.cues and any(hit.end == len(slots.sentence.words) for hit in slots.hits)
    return ends_known or slots.has_any(("device", "mail", "tells_role")) or is_bare(slots)


def of_methods(topic: str, slots: Slots) -> bool:
    """Tell whether an opinion on the two methods is asked for."""
    return topic in _OPINIONS and names_methods(slots)


def asks_what_to_do(slots: Slots) -> bool:
    """'Mein Postfach ist voll, was tun?'; not so 'mein Postfach ist voll mit Werbung'."""
    return not asks_a_member(slots) and (
        slots.has_any(("what_next", "what_to_do")) or (slots.sentence.asks and slots.asks_openly)
    )


def aided_from(slots: Slots) -> float:
    """Give the relevance from which the first aid for a full mailbox is given; 0 if nobody asks for it."""
    return _ASKED if asks_what_to_do(slots) else 0.0


def may_be_other(slots: Slots) -> bool:
    """Tell whether no word tells that a port is no harbour and a server no altar boy: 'the port in Rotterdam was massive'."""
    if not slots.aspects or not _MAY_BE_SERVED.issuperset(slots.aspects) or slots.directions or slots.subjects:
        return False
    return not slots.has_any(("technical", "mail", "device"))


def _field_asked_from(slots: Slots) -> float:
    if _tells_what_it_holds(slots):
        return _HELD
    if not _OF_SERVERS.isdisjoint(slots.aspects):
        if not is_bare(slots):
            return _OF_PEOPLE if may_be_other(slots) else _ASKED
        return _BARE if _means_nothing_else(slots) and "asks_who" not in slots.cues else 0.0
    if slots.has_any(("mail", "plain_server")) and not _OF_THE_ACCOUNT.isdisjoint(slots.aspects):
        return _ASKED
    if "technical" in slots.cues and "asks_value" in slots.cues and slots.directions:
        return _ASKED  # 'was für eine Nummer kommt bei SMTP hin'
    return _OF_PEOPLE if is_of_a_field(slots) else 0.0


def _tells_what_it_holds(slots: Slots) -> bool:
    """'Als Benutzernamen habe ich nur „vorstand“ eingetragen'."""
    if _NAMED_FIELDS.isdisjoint(slots.aspects) or not is_of_a_field(slots):
        return False
    return "name" not in slots.aspects or "technical" in slots.cues


def _means_nothing_else(slots: Slots) -> bool:
    """Tell whether a few words can mean nothing else: 'Ports?', 'login = full address?'; 'Server?' and 'Port?' may."""
    return len(slots.sentence.words) > 1 or "many_ports" in slots.cues or _MAY_BE_SERVED.isdisjoint(slots.aspects)

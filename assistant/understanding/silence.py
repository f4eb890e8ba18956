"""When to speak in a group although nobody addressed the bot: only when the words leave no doubt."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from assistant.intent import USER_NAMES, tree_of
from assistant.understanding.asked_fields import (
    aided_from,
    asked_from,
    checked_from,
    held_from,
    is_bare,
    may_be_other,
    of_methods,
)
from assistant.understanding.asking import asks_at_all, asks_plainly, ends_asking_why, requests
from assistant.understanding.between_members import asks_a_member, is_between_members
from assistant.understanding.learned import TALK
from assistant.understanding.other_provider import is_of_other_provider
from assistant.understanding.own_terms import OF_PEOPLE, names_own_term, signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content
    from assistant.understanding.candidates import Candidate
    from assistant.understanding.slots import Slots

UNASKED_FROM = 1.9
"""Relevance from which the bot answers a question unasked, signs added; no talk of the project's own collection comes near."""
_PLAINLY_ASKED = 1.75
"""The same of what has a question mark or begins as a question, unless every form has such a field: a password, a name."""
_BARE_QUESTION = 1.7
"""The same of a short question that names a protocol and says nothing else: 'was spricht gegen POP?'."""
_OWN_TERM = 1.45
"""The same of a question that names a protocol beside what belongs to mail, as no other talk of a club does."""
_BRIEF = 8
"""Words of a question without any form of one: 'Unterschied POP IMAP kurz erklärt'."""
_TOLD_OF_IT = 3.3
"""Relevance of longer ones about a topic."""
_VALUE_MISSING = 2.0
"""Relevance from which such a term and a value need no form of a question: 'da steht noch: Port des IMAP-Servers'."""
_WITHOUT_DOUBT = 2.75
"""Relevance from which it needs no form of a question: 'bei POP fehlt mir noch der Port vom Eingang'."""
_DESPITE_TOLD = 2.1
"""Relevance from which a direct question that names such a term is answered although something is told beside it."""
_DESPITE_OTHER_WORDS = 3.2
"""Relevance from which thanks or a word of other subjects keep it from nothing: 'welcher Port für POP? Danke!'"""
_NOT_ASKING = 0.4
"""How much more it takes without a question mark: 'IMAP, POP, SMTP – klingt wie meine Enkel'."""
_SIGN, _MOST_SIGNS = 0.3, 4
_LONG = 25
"""Words of a report or a story, which holds 'how to' and 'what' without asking anything."""
_AIDED_AT_ONCE = frozenset({"full"})
"""Troubles of which the first aid says what nearly everybody needs; all others take questions, in a private chat."""
_SETUP = "setup"
_OF_PROTOCOLS = frozenset({"switching"})
"""Topics for which it is not enough that mail is named, or a value: 'keine Mails bitte, ich will mal abschalten'."""
_ASKING_INSIDE = (
    "asks_openly",
    "why",
    "asks_if_possible",
    "says_please",
    "demands",
    "calls_for_help",
    "asks_if_bad",
    "asks_if_any",
)
"""Cues of a question at the end of what is told."""
_OPENLY = ("asks_openly", "meaning", "why", "yes_or_no")
_NEAR = 4
"""Words between a question word and what is asked for."""
_SURELY = 0.8
"""Score from which a value is asked for beside a trouble."""
_ONLY_A_NUMBER = {"number"}
_OURS = "ours"


def groups(labels: Iterable[str], content: Content) -> dict[str, list[str]]:
    """Part the classifier's labels into questions for us and other talk; topics for private chats are neither."""
    ours = []
    for label in labels:
        topic = content.topics.get(label)
        if label != TALK and not tree_of(label) and (topic is None or topic.group):
            ours.append(label)
    return {_OURS: ours, TALK: [TALK]}


def relevance_of(scores: Mapping[str, float]) -> float:
    """Give how much more a message sounds like one of our questions than like other talk; 0 is undecided.

    Args:
        scores: The classifier's for the groups.
    """
    return scores[_OURS] - scores[TALK]


def relevance_with_signs(relevance: float, slots: Slots) -> float:
    """Add what single words speak for our subject."""
    return relevance + _SIGN * min(signs(slots), _MOST_SIGNS)


def speaks_unasked(slots: Slots, intent: Intent, total: float, content: Content) -> bool:
    """Tell whether to answer a message that was not meant for the bot.

    Args:
        slots: Those of the whole message.
        intent: What it seems to ask.
        total: How much it sounds like a question for us, with the signs.
        content: Says which topics are for private chats only.

    Returns:
        True only for a question or a request whose words belong to mail settings and to nothing else in a club.
    """
    if is_of_other_provider(slots, intent):
        return False
    if intent.tree:
        return intent.tree in _AIDED_AT_ONCE and _wants_aid(slots, total)
    topic = content.topics.get(intent.topic)
    if topic and not topic.group and not _asks_of_mail(slots, total):
        return False
    if intent.topic and not _names_our_field(slots, intent.topic):
        return False
    if is_between_members(slots, intent):
        return False
    return _is_clear(slots, intent, total, content)


def _asks_of_mail(slots: Slots, total: float) -> bool:
    """Tell whether a protocol is asked about, whatever the topic: 'komm ich mit IMAP auch im Urlaub an die Vereinsmail?'."""
    return bool(slots.subjects) and asks_plainly(slots) and total >= _WITHOUT_DOUBT


def _wants_aid(slots: Slots, total: float) -> bool:
    """Tell whether a trouble is told to be helped with: 'Mein Postfach ist voll, was tun?', not '… voll mit Werbung'."""
    from_here = aided_from(slots)
    return bool(from_here) and total >= from_here and not (_tells(slots) or _names_other_things(slots))


def _is_clear(slots: Slots, intent: Intent, total: float, content: Content) -> bool:
    """Tell whether a message asks for something of ours, by its form and its relevance; the less form, the more relevance."""
    if checked := checked_from(slots, content.settings.hosts):
        return total >= checked
    if (held := held_from(slots)) and not _names_other_things(slots):
        return total >= held
    if _tells(slots) or _names_other_things(slots):
        return total >= _despite_others_from(slots)
    if _states_value(slots) or slots.by_kind.keys() == _ONLY_A_NUMBER:
        return False  # 'bei IMAP ist der Port 993', '465?'
    words = len(slots.sentence.words)
    is_request = (requests(slots) or "says_please" in slots.cues) and names_own_term(slots)
    is_report = words > _LONG and not (slots.sentence.asks or is_request or _asks_all_along(slots, total))
    if total >= _without_doubt(slots, intent) and not is_report:
        return True
    is_other = may_be_other(slots) and not (slots.sentence.asks or slots.asks_directly or requests(slots))  # 'was' asks in German
    asks = (asks_at_all(slots) and not (is_report or is_other) and not _only_tells_of_it(slots, intent)) or is_bare(slots)
    return asks and total >= unasked_from(slots, intent.topic)


def _despite_others_from(slots: Slots) -> float:
    """Give the relevance from which it is answered although something is told, or a word of other subjects stands there."""
    if names_own_term(slots) and asks_plainly(slots) and not _names_other_things(slots):
        return _DESPITE_TOLD
    is_asked = slots.sentence.asks or requests(slots) or ends_asking_why(slots)
    is_asked = is_asked or (slots.asks_openly and names_own_term(slots))
    return _DESPITE_OTHER_WORDS if is_asked else _DESPITE_OTHER_WORDS + _NOT_ASKING


def _asks_all_along(slots: Slots, total: float) -> bool:
    """Tell whether a long message without any mark is about a value: '… und bei Port steht nix was kommt da rein'."""
    return total >= _DESPITE_OTHER_WORDS and slots.asks_openly and bool(slots.aspects) and names_own_term(slots)


def _without_doubt(slots: Slots, intent: Intent) -> float:
    """Give the relevance from which it needs no form of a question.

    Of a topic whole sentences are told as well: 'mein Neffe hat IMAP eingerichtet, jetzt seh ich alles auf beiden Geräten'.
    """
    if slots.aspects and not slots.names_host and names_own_term(slots):
        return _VALUE_MISSING
    if intent.topic == _SETUP and len(slots.sentence.words) <= _BRIEF:
        return UNASKED_FROM  # 'Vereinsmail aufs neue Tablet'
    if intent.topic and len(slots.sentence.words) > _BRIEF and not asks_at_all(slots):
        return _TOLD_OF_IT if names_own_term(slots) else math.inf
    return _WITHOUT_DOUBT


def _only_tells_of_it(slots: Slots, intent: Intent) -> bool:
    """Tell whether what looks like a question may be one inside of what is told of a topic: 'wenn ihr IMAP nehmt, habt ihr …'."""
    if not intent.topic or len(slots.sentence.words) <= _BRIEF or asks_plainly(slots) or requests(slots):
        return False
    told = slots.places_of("it_was")
    return all(hit.start in told for hit in slots.hits_of(*_ASKING_INSIDE))


def unasked_from(slots: Slots, topic: str) -> float:
    """Give the relevance from which a message is answered unasked if it asks.

    Args:
        slots: Those of the whole message.
        topic: What it seems to ask about, or nothing.
    """
    usual = _usually_from(slots)
    return min(asked_from(slots, topic) or usual, usual)


def _usually_from(slots: Slots) -> float:
    if names_own_term(slots) and (asks_plainly(slots) or requests(slots)) and not asks_a_member(slots):
        return _OWN_TERM
    if slots.sentence.asks and bool(slots.subject) and is_bare(slots):
        return _BARE_QUESTION
    return _PLAINLY_ASKED if slots.asks_directly and OF_PEOPLE.isdisjoint(slots.aspects) else UNASKED_FROM


def value_asked_for(candidates: Iterable[Candidate], slots: Slots) -> str:
    """Give the value that is asked for beside a trouble, which is for private chats: 'SMTP-Port? Es geht nix raus'; or nothing.

    Args:
        candidates: What it could ask, likeliest first.
        slots: Those of the whole message.
    """
    if user_name := next((name for name in sorted(USER_NAMES) if _is_asked_openly(name, slots)), ""):
        return user_name
    is_asked = not USER_NAMES.isdisjoint(slots.aspects) and asks_plainly(slots)
    if not (slots.aspects and (is_asked or names_own_term(slots))):
        return ""
    return next((one.label for one in candidates if one.label in slots.aspects and one.score >= _SURELY), "")


def _is_asked_openly(aspect: str, slots: Slots) -> bool:
    """'Anmeldung fehlgeschlagen – wie lautet mein Benutzername?'."""
    opened = {at for hit in slots.cues.get("asks_openly", ()) for at in range(hit.end, hit.end + _NEAR)}
    return any(hit.start in opened for hit in slots.aspects.get(aspect, ()))


def _tells(slots: Slots) -> bool:
    """Tell whether it tells how something went; not so 'Server nicht gefunden'."""
    if "tells_others" in slots.cues and not asks_plainly(slots):
        return True  # 'mit IMAP kann ich jetzt auch am Tablet lesen, toll'
    if "statement" not in slots.cues or ("forgot" in slots.cues and slots.aspects):
        return False  # 'welcher Port, ich habs verlegt'
    if "demands" in slots.cues and "thanks" in slots.cues and len(slots.cues["statement"]) == 1:
        return False  # 'ich hätte gern den Port, danke'
    not_so = {hit.end for hit in slots.hits_of("denies", "asks_who")}  # 'wer hat recht'
    return any(hit.start not in not_so for hit in slots.cues["statement"])


def _names_our_field(slots: Slots, topic: str) -> bool:
    """Tell whether mail, a protocol or a program is named: 'welchen Vorteil hat ein E-Bike?' is about other things."""
    if any(map(slots.of, ("subject", "program"))) or "technical" in slots.cues:
        return True
    if of_methods(topic, slots):
        return True
    return topic not in _OF_PROTOCOLS and (bool(slots.aspects) or "mail" in slots.cues)


def _names_other_things(slots: Slots) -> bool:
    """Tell whether a word of another subject stands there, and not inside of what we are asked for: 'ohne WLAN lesen'."""
    if "lost_device" in slots.topics and requests(slots):
        return False  # 'Handy in den See gefallen, brauch nochmal alle Daten': only where it was lost
    ours = {at for hits in slots.topics.values() for hit in hits for at in range(hit.start + 1, hit.end)}
    if slots.subject and len(slots.sentence.words) <= _LONG:
        ours |= slots.places_of("mail")  # 'bleiben bei POP die Nachrichten …': no news
    if slots.directions and "server" in slots.aspects:
        ours |= slots.places_of("mail")  # 'der Server für ausgehende Nachrichten'
    if slots.aspects and asks_plainly(slots):
        ours |= slots.places_of("everybody")  # 'which port do you lot use?'
        if "mail" in slots.cues and "password" in slots.aspects:
            ours |= slots.places_of("other_password")  # 'das vom WLAN oder das von der Mail?'
    if names_own_term(slots) and asks_plainly(slots):
        ours |= slots.places_of("public_place")  # 'which port for IMAP? I'm on the bus'
        if "encryption" in slots.aspects:
            ours |= slots.places_of("wifi")  # 'is POP encrypted, or can anyone on the hostel wifi read along?'
    elif "laughs" in slots.cues:
        return True
    return any(other.start not in ours for other in slots.hits_of("none"))


def _states_value(slots: Slots) -> bool:
    """'Bei IMAP ist der Port 993' tells somebody else, it asks nothing."""
    return slots.names_port and not (asks_plainly(slots) or requests(slots) or slots.has_any(_OPENLY))

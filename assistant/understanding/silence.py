"""When to speak in a group although nobody addressed the bot: only when the words leave no doubt."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from assistant.intent import USER_NAMES, tree_of
from assistant.understanding.asking import asks_at_all, asks_plainly, requests
from assistant.understanding.between_members import asks_a_member, is_between_members
from assistant.understanding.learned import TALK
from assistant.understanding.other_provider import asks_of_other_provider
from assistant.understanding.own_terms import OF_PEOPLE, checks_a_value, names_own_term, signs

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
_VALUE_CHECKED = 0.4
"""The same of a question about a value that only mail servers have: '110 mit IMAP – ist da der Wurm drin?'."""
_BRIEF = 8
"""Words of a question without any form of one: 'Unterschied POP IMAP kurz erklärt'."""
_TOLD_OF_IT = 3.3
"""Relevance of longer ones about a topic."""
_VALUE_MISSING = 2.2
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
_TERSE = 5
_LONG = 25
"""Words of a report or a story, which holds 'how to' and 'what' without asking anything."""
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


def speaks_unasked(slots: Slots, intent: Intent, relevance: float, content: Content) -> bool:
    """Tell whether to answer a message that was not meant for the bot.

    Args:
        slots: Those of the whole message.
        intent: What it seems to ask.
        relevance: How much it sounds like a question for us.
        content: Says which topics are for private chats only.

    Returns:
        True only for a question or a request whose words belong to mail settings and to nothing else in a club.
    """
    topic = content.topics.get(intent.topic)
    if intent.tree or (topic and not topic.group):
        return False
    if intent.topic and not _names_our_field(slots, intent.topic):
        return False
    if is_between_members(slots, intent) or asks_of_other_provider(slots, intent):
        return False
    return _is_clear(slots, intent, relevance_with_signs(relevance, slots), content)


def _is_clear(slots: Slots, intent: Intent, total: float, content: Content) -> bool:
    """Tell whether a message asks for something of ours, by its form and its relevance; the less form, the more relevance."""
    if _tells(slots) and names_own_term(slots) and asks_plainly(slots) and not _names_other_things(slots):
        return total >= _DESPITE_TOLD
    if _tells(slots) or _names_other_things(slots):
        return total >= _DESPITE_OTHER_WORDS + (0.0 if slots.sentence.asks or requests(slots) else _NOT_ASKING)
    if _states_value(slots) or slots.by_kind.keys() == _ONLY_A_NUMBER:
        return False  # 'bei IMAP ist der Port 993', '465?'
    words = len(slots.sentence.words)
    is_request = (requests(slots) or "says_please" in slots.cues) and names_own_term(slots)
    is_report = words > _LONG and not (slots.sentence.asks or is_request)
    if total >= _without_doubt(slots, intent) and not is_report:
        return True
    asks = (asks_at_all(slots) and not is_report and not _only_tells_of_it(slots, intent)) or _is_bare(slots)
    return asks and total >= unasked_from(slots, content)


def _without_doubt(slots: Slots, intent: Intent) -> float:
    """Give the relevance from which it needs no form of a question.

    Of a topic whole sentences are told as well: 'mein Neffe hat IMAP eingerichtet, jetzt seh ich alles auf beiden Geräten'.
    """
    if slots.aspects and not slots.names_host and names_own_term(slots):
        return _VALUE_MISSING
    if intent.topic and len(slots.sentence.words) > _BRIEF and not asks_at_all(slots):
        return _TOLD_OF_IT if names_own_term(slots) else math.inf
    return _WITHOUT_DOUBT


def _only_tells_of_it(slots: Slots, intent: Intent) -> bool:
    """Tell whether what looks like a question may be one inside of what is told of a topic: 'wenn ihr IMAP nehmt, habt ihr …'."""
    if not intent.topic or len(slots.sentence.words) <= _BRIEF or asks_plainly(slots) or requests(slots):
        return False
    told = slots.places_of("it_was")
    return all(hit.start in told for hit in slots.hits_of(*_ASKING_INSIDE))


def unasked_from(slots: Slots, content: Content) -> float:
    """Give the relevance from which a message is answered unasked if it asks."""
    is_asked = slots.sentence.asks and asks_plainly(slots) and not asks_a_member(slots)
    if is_asked and checks_a_value(slots, content.settings.hosts):
        return _VALUE_CHECKED
    if names_own_term(slots) and (asks_plainly(slots) or requests(slots)):
        return _OWN_TERM
    if slots.sentence.asks and bool(slots.subject) and _is_bare(slots):
        return _BARE_QUESTION
    return _PLAINLY_ASKED if slots.asks_directly and OF_PEOPLE.isdisjoint(slots.aspects) else UNASKED_FROM


def value_asked_for(candidates: Iterable[Candidate], slots: Slots) -> str:
    """Give the value that is asked for beside a trouble, which is for private chats: 'SMTP-Port? Es geht nix raus'; or nothing.

    Args:
        candidates: What it could ask, likeliest first.
        slots: Those of the whole message.
    """
    is_asked = not USER_NAMES.isdisjoint(slots.aspects) and asks_plainly(slots)
    if not (slots.aspects and (is_asked or names_own_term(slots))):
        return ""
    return next((one.label for one in candidates if one.label in slots.aspects and one.score >= _SURELY), "")


def _is_bare(slots: Slots) -> bool:
    return len(slots.sentence.words) <= _TERSE and _only_our_words(slots)


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
    return topic not in _OF_PROTOCOLS and (bool(slots.aspects) or "mail" in slots.cues)


def _names_other_things(slots: Slots) -> bool:
    """Tell whether a word of another subject stands there, and not inside of what we are asked for: 'ohne WLAN lesen'."""
    if "lost_device" in slots.topics and requests(slots):
        return False  # 'Handy in den See gefallen, brauch nochmal alle Daten': only where it was lost
    ours = {at for hits in slots.topics.values() for hit in hits for at in range(hit.start + 1, hit.end)}
    if slots.subject and len(slots.sentence.words) <= _LONG:
        ours |= slots.places_of("mail")  # 'bleiben bei POP die Nachrichten …': no news
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


def _only_our_words(slots: Slots) -> bool:
    """Tell whether (nearly) every word is one of ours: 'imap port', not 'der Port war gut'."""
    known = {index for hit in slots.hits for index in range(hit.start, hit.end)}
    return len(slots.sentence.words) - len(known) <= 1

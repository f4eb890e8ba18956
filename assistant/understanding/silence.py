"""When to speak in a group although nobody addressed the bot: only when the words leave no doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import tree_of
from assistant.understanding.learned import TALK
from assistant.understanding.protocols import is_chosen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots

UNASKED_FROM = 1.9
"""Relevance from which the bot answers a question unasked, signs added; no talk of the project's own collection comes near."""
_BARE_QUESTION = 1.7
"""The same of a short question that names a protocol and says nothing else: 'was spricht gegen POP?'."""
_WITHOUT_DOUBT = 2.8
"""Relevance from which it needs no form of a question: 'bei POP fehlt mir noch der Port vom Eingang'."""
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
_OPINIONS = frozenset({"recommendation", "difference", "advantages", "disadvantages", "switching"})
"""What members also tell each other their opinion on, in the words of a question: 'IMAP ist ja wohl besser, oder?'"""
_WANTS_TO_KNOW = ("asks_openly", "requests", "says_please", "meaning")
_SETUP, _PROGRAM, _ADDRESS = "setup", "which_program", "address"
_OF_EVERYBODY = frozenset({"name", _ADDRESS})
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
    return relevance + _SIGN * min(_signs(slots), _MOST_SIGNS)


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
    if _is_between_members(slots, intent):
        return False
    total = relevance_with_signs(relevance, slots)
    if _tells(slots) or _names_other_things(slots):
        return total >= _DESPITE_OTHER_WORDS + (0.0 if slots.sentence.asks or _requests(slots) else _NOT_ASKING)
    words = len(slots.sentence.words)
    is_report = words > _LONG and not slots.sentence.asks
    if total >= _WITHOUT_DOUBT and not (is_report or _states_value(slots)):
        return True
    asks = (_asks(slots) and not is_report) or _is_bare(slots)
    return asks and total >= unasked_from(slots)


def unasked_from(slots: Slots) -> float:
    """Give the relevance from which a message is answered unasked if it asks."""
    is_clear = slots.sentence.asks and bool(slots.subject) and _is_bare(slots)
    return _BARE_QUESTION if is_clear else UNASKED_FROM


def _is_bare(slots: Slots) -> bool:
    return len(slots.sentence.words) <= _TERSE and _only_our_words(slots)


def _tells(slots: Slots) -> bool:
    """Tell whether it tells how something went; not so 'Server nicht gefunden'."""
    if "statement" not in slots.cues or ("forgot" in slots.cues and slots.aspects):
        return False  # 'welcher Port, ich habs verlegt'
    not_so = {hit.end for hit in slots.cues.get("denies", ())}
    return any(hit.start not in not_so for hit in slots.cues["statement"])


def _names_our_field(slots: Slots, topic: str) -> bool:
    """Tell whether mail, a protocol or a program is named: 'welchen Vorteil hat ein E-Bike?' is about other things."""
    if any(map(slots.of, ("subject", "program"))) or "technical" in slots.cues:
        return True
    return topic not in _OF_PROTOCOLS and (bool(slots.aspects) or "mail" in slots.cues)


def _names_other_things(slots: Slots) -> bool:
    """Tell whether a word of another subject stands there, and not inside of what we are asked for: 'ohne WLAN lesen'."""
    if "lost_device" in slots.topics and _requests(slots):
        return False  # 'Handy in den See gefallen, brauch nochmal alle Daten': only where it was lost
    ours = {at for hits in slots.topics.values() for hit in hits for at in range(hit.start + 1, hit.end)}
    if slots.subject and len(slots.sentence.words) <= _LONG:
        ours |= slots.places_of("mail")  # 'bleiben bei POP die Nachrichten …': no news
    return any(other.start not in ours for other in slots.hits_of("none"))


def _states_value(slots: Slots) -> bool:
    """'Bei IMAP ist der Port 993' tells somebody else, it asks nothing."""
    return slots.names_port and not _asks(slots)


def _asks(slots: Slots) -> bool:
    """Tell whether it asks; 'ist', 'hat' or 'kann' inside a sentence make it none."""
    if slots.sentence.asks or "meaning" in slots.cues or "why" in slots.cues or _requests(slots):
        return True
    if any(hit.end == len(slots.sentence.words) for hit in slots.cues.get("asks_if_possible", ())):
        return True  # 'mit POP am Tablet weiterlesen, geht das'
    turned = {hit.start for hit in slots.cues.get("manner", ())}  # '… kann ich', '… can i'
    inside = {hit.start for hit in slots.cues.get("copula", ()) if hit.start and hit.start not in turned}
    return any(hit.start not in inside for hit in slots.cues.get("question", ()))


def _requests(slots: Slots) -> bool:
    """'Meine Tochter fragt nach den Ports', 'Anleitung für IMAP gesucht', but not 'braucht kein Mensch'."""
    is_wanted = "requests" in slots.cues and not ("denies" in slots.cues or "rejects_next" in slots.cues)
    return is_wanted and (bool(slots.aspects) or "setup" in slots.topics)


def _is_of_people(slots: Slots) -> bool:
    """'Name und Adresse bitte auf den Zettel schreiben': everybody has them, and nothing of it is about mail."""
    if not slots.has_all(("maybe_name", "maybe_address")) or slots.has_any(("technical", "which")):
        return False
    if slots.sentence.asks or slots.subject or slots.program:
        return False
    return not any("mail" in hit.words or "@" in hit.words for hit in slots.hits)


def _is_between_members(slots: Slots, intent: Intent) -> bool:
    """Tell whether somebody tells what they think, or asks others: 'Lukas, richtest du das ein?', 'welche App habt ihr?'."""
    if is_chosen(slots):
        return True  # 'ich nehm jetzt IMAP'
    if intent.topic == _SETUP:
        return "asks_you" in slots.cues and "asks_openly" not in slots.cues
    if intent.aspect in _OF_EVERYBODY and _is_of_people(slots):
        return True
    if intent.topic == _PROGRAM or intent.aspect == _ADDRESS:
        return "you_have" in slots.cues
    return not _OPINIONS.isdisjoint((intent.aspect, intent.topic)) and not _asks_for_opinion(slots)


def _asks_for_opinion(slots: Slots) -> bool:
    """Tell whether somebody wants to be told what is better, and does not tell it: 'POP oder IMAP?', 'soll ich wechseln'."""
    if _seeks_assent(slots):
        return False
    begins = any(hit.start == 0 for hit in slots.hits_of("question", "asks_if_any"))
    return slots.sentence.asks or begins or slots.has_any(_WANTS_TO_KNOW) or len(slots.sentence.words) <= _TERSE


def _seeks_assent(slots: Slots) -> bool:
    """Tell whether it ends with '… oder?' or '… oder, Klaus?'; 'POP oder IMAP?' and 'oder nicht?' are left to the others."""
    last, named = len(slots.sentence.words) - 1, {hit.start for hit in slots.hits if hit.kind != "cue"}
    ends = {hit.end for hit in slots.cues.get("seeks_assent", ()) if hit.start}
    return "yes_or_no" not in slots.cues and (last + 1 in ends or (last in ends and last not in named))


def _signs(slots: Slots) -> int:
    """Count what speaks for our subject; technical words count double."""
    technical = len({hit.start for hit in slots.cues.get("technical", ())})
    return (
        2 * min(technical, 2)
        + (1 if slots.subjects else 0)
        + (1 if "mail" in slots.cues else 0)
        + (1 if slots.aspects else 0)
        + (1 if slots.topics else 0)
        + (1 if slots.aspects and slots.directions else 0)
        + (1 if slots.subjects and "fills_in" in slots.cues else 0)
        + (1 if slots.of("program") else 0)
        + (2 if "address" in slots.aspects and "ends_in" in slots.cues else 0)
    )


def _only_our_words(slots: Slots) -> bool:
    """Tell whether (nearly) every word is one of ours: 'imap port', not 'der Port war gut'."""
    known = {index for hit in slots.hits for index in range(hit.start, hit.end)}
    return len(slots.sentence.words) - len(known) <= 1

"""A port says which connection is meant: 'SSL oder STARTTLS für 587?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.alike import asks_of_the_last
from assistant.compose.claims import leaves_open, numbers_asked_about
from assistant.compose.connections import USUALLY, ports_named, ways_asked, ways_by_port
from assistant.intent import OF_THE_CONNECTION, OPPOSITE
from assistant.knowledge.models.club import Encryption
from assistant.understanding.pointing import asks_whether_to_change, only_asks_to_keep

if TYPE_CHECKING:
    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding


_SHORT = 8
"""Words of 'ach so, ich wollte ja IMAP, passt's dann?'."""
_OF_SOMETHING_ELSE = ("which", "asks_place", "why", "meaning", "blocks", "encrypted", "unencrypted")
"""Cues of questions that ask something else of a port than whose it is."""


def of_named_port(content: Content, understood: Understanding) -> Understanding:
    """'Welche Sicherheit für SMTP 587?': take an encryption for that of the connection with the one port named."""
    if not understood.numbers or not any(map(_is_open, understood.intents)):
        return understood
    meant = ways_by_port(content, understood.numbers)
    if len(meant) != 1:
        return understood
    protocol, direction, _ = meant[0]
    if any(one.direction not in {"", direction} for one in understood.intents if _is_open(one)):
        return understood
    narrowed = [one.within(subject=protocol, direction=direction) if _is_open(one) else one for one in understood.intents]
    return understood._replace(intents=tuple(narrowed))


def of_port_asked_about(content: Content, understood: Understanding) -> Understanding:
    """'Wir verschicken viel. Ich hab Port 110. Ist das verschlüsselt?': whatever else is told, it is asked of that port."""
    whole, meant = understood.explanation.whole, ways_by_port(content, understood.numbers)
    if whole is None or len(meant) != 1 or len(ports_named(content, understood)) != 1:
        return understood
    if not ("encrypted" in whole.cues or "unencrypted" in whole.cues) or understood.fails:
        return understood
    protocol, direction, _ = meant[0]
    narrowed = [one.within(subject=protocol, direction=direction) if _leaves_protocol(one) else one for one in understood.intents]
    return understood._replace(intents=tuple(narrowed))


def of_port_before(understood: Understanding, port: str) -> Understanding:
    """Judge the port that was named before, where it is asked of that: 'ist 993 bei POP richtig?' 'Ich mein IMAP, dann schon?'.

    'Da steht 143.' 'Also überschreiben?' asks whether it is wrong.
    """
    whole, asked = understood.explanation.whole, understood.intents
    if not port or whole is None or understood.numbers or whole.asks_openly or len(asked) > 1 or asked[0].aspect != "port":
        return understood
    if asks_whether_to_change(whole):
        return understood._replace(numbers=(port,), doubts=True)
    if only_asks_to_keep(whole) or (_names_part(whole) and (understood.confirms or _asks_of_the_same(whole))):
        return understood._replace(numbers=(port,), confirms=True)
    return understood


def _names_part(whole: Slots) -> bool:
    return whole.subject in OPPOSITE or whole.direction in OPPOSITE


def _asks_of_the_same(whole: Slots) -> bool:
    """'Ist 993 richtig?' 'Zum Senden?'; 'und zum Senden?' asks for the other one."""
    if not whole.sentence.asks or len(whole.sentence.words) > _SHORT or whole.aspects or whole.topics:
        return False
    return asks_of_the_last(whole) or whole.sentence.words[0] not in whole.small.joining_words


def _leaves_protocol(intent: Intent) -> bool:
    return intent.aspect in OF_THE_CONNECTION and not intent.subject


def of_its_protocol(content: Content, understood: Understanding, intent: Intent) -> Intent:
    """'Ist 993 richtig?', 'it says 995': tell the port of the protocol that the number belongs to, or usually would (IANA)."""
    whole, ports = understood.explanation.whole, ports_named(content, understood)
    if intent.aspect != "port" or intent.subject or not ports:
        return intent
    if len(ports) > 1 and whole is not None:
        ports = [*numbers_asked_about(whole)]  # 'soll die 143 eine 993 werden?'
    if len(ports) != 1:
        return intent
    named = {way.protocol for way in ways_by_port(content, ports)} or {USUALLY.get(ports[0], "")}
    protocol = named.pop()
    return intent if named or protocol not in content.settings.protocols else intent.within(subject=protocol)


def whether_its_protocol(content: Content, understood: Understanding, language: str) -> str:
    """'Wenn 110 drinsteht, ist es dann POP?': say to which protocol the port belongs; nothing where that is not asked."""
    whole, ports = understood.explanation.whole, ports_named(content, understood)
    meant = ways_by_port(content, ports)
    if whole is None or understood.intents[0].aspect != "port" or len(ports) != 1 or len(meant) != 1:
        return ""
    is_other = understood.confirms or understood.doubts or understood.fails or whole.asks_openly or leaves_open(whole)
    named = whole.subjects
    if is_other or not whole.sentence.asks or len(named) != 1 or whole.has_any(_OF_SOMETHING_ELSE):
        return ""
    at = min(hit.start for hit in whole.numbers)
    asked, hits = next(iter(named.items()))
    protocol, direction, _ = meant[0]
    is_so = asked == protocol
    is_other |= understood.intents[0].direction not in {"", direction}  # '587 fürs Empfangen mit IMAP?' asks more
    if is_other or hits[-1].start < at or not (is_so or direction == "incoming"):
        return ""  # 'IMAP 993?'; to send another way may be taken, too: 'geht 587 mit POP?'
    name = content.settings.protocols[protocol].name
    return content.word("port_is_of_yes" if is_so else "port_is_of_no", language, port=ports[0], protocol=name)


def why_this_port(content: Content, understood: Understanding, language: str) -> str:
    """'Warum ausgerechnet 993?', 'warum nicht 143?': say what the club's port is usual for, or nothing where it is not (IANA)."""
    whole, asked = understood.explanation.whole, understood.intents[0]
    if whole is None or asked.aspect != "port" or not whole.asks_why:
        return ""
    meant = ways_by_port(content, understood.numbers)
    if not meant and "denies" in whole.cues:
        meant = ways_asked(content, of_its_protocol(content, understood, asked))
    if len(meant) != 1:
        return ""
    protocol, direction, connection = meant[0]
    if str(connection.port) not in content.vocabulary.numbers:
        return ""
    return content.word(
        "why_port_open" if connection.encryption is Encryption.NONE else "why_port",
        language,
        port=connection.port,
        protocol=content.settings.protocols[protocol].name,
        direction=content.word(f"to_direction_{direction}", language),
        encryption=content.word(f"encryption_{connection.encryption.value}", language),
    )


def _is_open(intent: Intent) -> bool:
    return intent.aspect == "encryption" and not intent.subject

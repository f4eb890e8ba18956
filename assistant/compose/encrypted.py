"""'Ist POP3 verschlüsselt?', 'da steht STARTTLS, soll das so?': says yes or no to what is believed of the encryption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.claims import ENCRYPTED, claimed, is_true, leaves_open, named_encryptions
from assistant.compose.connections import connections_of, encrypted_ways_to_send, ports_named, ways_asked
from assistant.intent import OF_THE_CONNECTION, OPPOSITE, Intent
from assistant.knowledge.models.club import Encryption
from assistant.understanding.risks.foreign_network import in_foreign_network
from assistant.understanding.switches import is_off

if TYPE_CHECKING:
    from assistant.compose.connections import Way
    from assistant.knowledge.models.club import Connection
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_NONE = {Encryption.NONE}
_BRIEF = 6
"""Words of 'ach so, bei IMAP aber schon?'."""
_BAD = ("judges", "dangerous")
"""Cues of who asks whether something that is told is bad."""
_ONE_SIDE_ONLY = frozenset({Encryption.STARTTLS})
"""Nobody says it for 'encrypted', as they say 'SSL'."""


def right_for_some_only(content: Content, understood: Understanding, language: str) -> str:
    """'STARTTLS bei IMAP, stimmt das?': say what it is right for, where the question leaves open which connection; or nothing."""
    whole, intent = understood.explanation.whole, understood.intents[0]
    if whole is None or intent.aspect != "encryption" or ports_named(content, understood) or leaves_open(whole):
        return ""
    said, ways = claimed(whole), ways_asked(content, intent)
    right = [way for way in ways if way.connection.encryption in said]
    names_it = bool(named_encryptions(whole)) or said == _NONE
    asks = _asks_if(understood) and (understood.confirms or said == _ONE_SIDE_ONLY)
    if not (names_it and asks) or whole.asks_why or "which" in whole.cues or len(right) in {0, len(ways)}:
        return ""
    return content.word("right_for_only", language, ways=", ".join(_shown(content, way, language) for way in right))


def encrypted_to_send(content: Content, understood: Understanding, language: str) -> str:
    """'Kann ich bei POP zum Senden 587 mit STARTTLS nehmen?', 'soll ich da verschlüsseln?': yes, and by which port."""
    whole, intent = understood.explanation.whole, understood.intents[0]
    if whole is None or intent.aspect != "encryption" or leaves_open(whole):
        return ""
    if not (_asks_if(understood) or (understood.doubts and not whole.asks_openly)):
        return ""
    ports, named = ports_named(content, understood), named_encryptions(whole)
    asked = ways_asked(content, intent.within(direction="outgoing"))
    if intent.direction != "outgoing" and not ports:
        return ""
    if len(asked) != 1 or not asked[0].sends_openly or (not named and (understood.doubts or (understood.confirms and not ports))):
        return ""
    ways = encrypted_ways_to_send(content)
    is_any = not named and "encrypts" in whole.cues
    better = [way.connection for way in ways if is_any or {way.connection.encryption} in named]
    if len(better) != 1 or not set(ports) <= {str(better[0].port)}:
        return ""
    shown = content.word(f"encryption_{better[0].encryption.value}", language)
    key = "yes_encrypt" if is_any else "no_better_port" if understood.doubts else "yes_better_port"
    return content.word(key, language, port=better[0].port, encryption=shown)


def _shown(content: Content, way: Way, language: str) -> str:
    name = content.settings.protocols[way.protocol].name
    named = content.word(f"encryption_way_{way.direction}", language, protocol=name)
    return content.word("encryption_way_port", language, way=named, port=f"`{way.connection.port}`")


def whether_encrypted(content: Content, understood: Understanding, language: str) -> str:
    """'Ist POP3 verschlüsselt?', 'pop is safer, right?': give yes or no in a sentence, or nothing."""
    whole = understood.explanation.whole
    if (
        whole is None
        or _is_needed(whole)
        or not _is_about_it(whole, understood.intents[0])
        or not (_asks_if(understood) or whole.asks_why)
    ):
        return ""
    if _asks_if_safe(whole, understood.intents[0]):
        return content.word("encryption_is_safe", language)
    if told := _which_is_encrypted(content, whole, understood.intents[0], language):
        return told
    name, connections = _asked_of(content, understood, language)
    said, used = claimed(whole), {one.encryption for one in connections}
    is_so = is_true(whole, used) if name else None
    if name and said and said <= ENCRYPTED == used and not leaves_open(whole):
        is_so = True  # 'brauch ich bei IMAP SSL?': for one side this, for the other another
    of_any = said in (ENCRYPTED, _NONE) or used == _NONE  # 'muss ich SSL bei POP3 anhaken?'
    is_of_told = whole.asks_why or _asks_if_so_there(whole, understood.intents[0])
    if is_of_told and name and not said and used:  # only the reason of what was told: 'warum nicht?', or 'IMAP schon?'
        is_so, said = used <= ENCRYPTED, ENCRYPTED
    elif is_so is None or not (of_any or used == ENCRYPTED or (whole.asks_why and is_so)):
        return ""
    if whole.asks_why and used == _NONE:
        key = "open_why"
    elif said <= ENCRYPTED:
        is_only_asked_if = in_foreign_network(whole) and not ("encrypted" in whole.cues or "doubts" in whole.cues)
        key = "open_rather_not" if is_only_asked_if else "encrypted_no"  # 'kann ich im Hotel-WLAN POP nehmen?'
        if is_so:
            key = "encrypted_why" if whole.asks_why else "encrypted_yes"
    else:
        key = _to_who_says_open(understood, whole, is_so=bool(is_so))
    return content.word(key, language).replace("{protocol}", name)


def _is_needed(whole: Slots) -> bool:
    """Tell whether it is told that nothing works without it: 'ohne Verschlüsselung geht nichts mehr, was stell ich ein?'."""
    if not whole.has_all(("asks_openly", "unencrypted", "denies")):
        return False
    said = {at for hit in whole.cues["unencrypted"] for at in range(hit.end, hit.end + 2)}
    return any(hit.start in said for hit in whole.hits_of("works", "can_be_set", "is_so"))


def _to_who_says_open(understood: Understanding, whole: Slots, *, is_so: bool) -> str:
    """Give the word to who says or asks that it is not encrypted."""
    if is_so:
        return "open_yes"
    if is_off(whole) and whole.has_any(_BAD):
        return "off_is_bad"  # 'SSL ist aus. Ist das schlimm?'
    asks_if_fine = understood.confirms or "asks_if_possible" in whole.cues  # 'keine Verschlüsselung drin, geht das?'
    return "open_but" if whole.asks_why or (_denies_it(whole) and not asks_if_fine) else "open_no"


def _denies_it(whole: Slots) -> bool:
    """Tell whether the claim itself is a 'not': 'ist IMAP nicht verschlüsselt?'; not so 'geht IMAP nicht ohne SSL?'."""
    named = {hit.start for hit in whole.aspects.get("encryption", ())}
    without = [hit for hit in whole.cues.get("rejects_next", ()) if hit.end in named]
    last = max((*whole.cues.get("unencrypted", ()), *without), key=lambda hit: hit.end, default=None)
    off = {hit.start for hit in whole.cues.get("switched_off", ())}  # 'darf ich SSL nicht ausschalten?'
    no = whole.cues.get("denies", ())
    return any(hit.end in off or (last is not None and last.start <= hit.start < last.end) for hit in no)


def _is_about_it(whole: Slots, intent: Intent) -> bool:
    """Tell whether encryption is spoken of, or only asked for the reason of it: 'Ist POP verschlüsselt?' 'Warum nicht?'."""
    is_said = whole.has_any(("encrypted", "unencrypted", "dangerous")) or in_foreign_network(whole)
    names_it = is_said or "encryption" in whole.aspects or _asks_if_so_there(whole, intent)
    return names_it or (whole.asks_why and intent.aspect == "encryption" and not (whole.aspects or whole.topics))


def _asks_if_so_there(whole: Slots, intent: Intent) -> bool:
    """'Ist POP verschlüsselt?' 'IMAP aber schon?', 'beim Senden aber schon?': of the other one it is asked if it is."""
    if intent.aspect != "encryption" or not whole.sentence.asks or (whole.subject or whole.direction) not in OPPOSITE:
        return False
    if len(whole.sentence.words) > _BRIEF or whole.aspects or whole.topics or whole.asks_openly:
        return False
    ends = len(whole.sentence.words)
    return "but_it_is" in whole.cues or any(hit.end == ends for hit in whole.hits_of("copula", "is_so"))


def _which_is_encrypted(content: Content, whole: Slots, intent: Intent, language: str) -> str:
    """'Ist das verschlüsselt?', where no protocol is named and one is, the other not."""
    said, protocols = claimed(whole), content.settings.protocols
    if intent.subject or intent.direction or intent.aspect != "encryption" or said != ENCRYPTED or named_encryptions(whole):
        return ""
    used = {name: {one.encryption for one in connections_of(content, Intent(subject=name))} for name in protocols}
    safe, open_ones = [name for name in used if used[name] <= ENCRYPTED], [name for name in used if used[name] == _NONE]
    if not safe or not open_ones:
        return ""
    return content.word("safer", language, protocol=protocols[safe[0]].name, other=protocols[open_ones[0]].name)


def _asks_if_safe(whole: Slots, intent: Intent) -> bool:
    """Tell whether it is asked of an encryption itself: 'ist STARTTLS genauso sicher wie SSL/TLS?'."""
    is_choice = "better" in whole.cues or not whole.small.either_words.isdisjoint(whole.sentence.words)
    is_named = bool(named_encryptions(whole)) and not intent.subject and intent.aspect == "encryption"
    return is_named and "encrypted" in whole.cues and not (is_choice or "which" in whole.cues or "denies" in whole.cues)


def _asked_of(content: Content, understood: Understanding, language: str) -> tuple[str, list[Connection]]:
    """Give what it is asked of, a port or a protocol, with its connections; of two compared the first."""
    whole, intent, protocols = understood.explanation.whole, understood.intents[0], content.settings.protocols
    ports = ports_named(content, understood)
    if len(ports) == 1 and intent.aspect in OF_THE_CONNECTION:
        connections = connections_of(content, Intent(subject=intent.subject))
        return content.word("port_named", language).replace("{port}", ports[0]), [
            one for one in connections if str(one.port) == ports[0]
        ]
    subject, named = intent.subject, whole.subjects if whole is not None else {}
    if subject == "both" and named:  # which may also be left from the question before
        subject = min(named, key=lambda name: named[name][0].start)
    if intent.aspect != "encryption" or subject not in protocols:
        return "", []
    return protocols[subject].name, connections_of(content, intent.within(subject=subject))


def _asks_if(understood: Understanding) -> bool:
    whole = understood.explanation.whole
    if whole is None or understood.doubts or whole.asks_openly:
        return False
    return understood.confirms or whole.asks_directly or "is_it" in whole.cues

"""The word that judges what a member believes of a value: 'ist 143 richtig?', 'geht da auch 587?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.asking_if import asks_if_needed, asks_if_right
from assistant.compose.blocked import blocked_and_open
from assistant.compose.claims import ENCRYPTED, encryptions_given_up, is_true, leaves_open, none_behind, numbers_asked_about
from assistant.compose.connections import connections_of, host_changed_to, hosts_named, ports_named
from assistant.compose.host_names import asks_which_begins
from assistant.compose.verdict import is_of_ours
from assistant.intent import OPPOSITE
from assistant.knowledge.models.club import Encryption
from assistant.understanding.directions import asks_for_the_rest
from assistant.understanding.read_out import tells_what_instead
from assistant.understanding.slots import looks_like_port
from assistant.understanding.switches import is_on
from assistant.understanding.understood import CONFIRMING

if TYPE_CHECKING:
    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_TILL_RIGHT = 3
"""Words of 'was [ist da wirklich] richtig?'."""
_MAY_BE = ("works", "asks_if_possible", "can_be_set")
"""Cues of who asks if something works: 'kann ich da 587 nehmen?'."""
_TOLD_BESIDE = ("has_it", "knows_next", "left_open")
"""Cues of who tells what is done already: 'Port 993 hab ich, jetzt fehlt noch der zum Senden'."""


def judgement(content: Content, understood: Understanding) -> str:
    """Give the word that judges the values named, or nothing."""
    named, right = _named_and_right(content, understood)
    is_changed = _names_what_it_becomes(content, understood)
    if named and not named & right and not _is_of_the_other_side(content, understood, named):
        if named <= _better_ports(content, understood.intents[0]) and not _asks_what_is_used(understood):
            return "no_better" if _asks_only_if_wrong(understood) or _asks_to_change_it(understood) else "yes_better"
        return _word_for_wrong(understood)
    claim = claim_judged(content, understood, named)
    if claim is False:
        return _word_for_wrong(understood)
    if not (named or claim) or named - right or asks_which_begins(content, understood):
        return ""
    if understood.doubts or _asks_to_change_it(understood):
        return "no_right"
    is_told = is_right_and_fails(content, understood)  # which is said first, and that the value is right
    whole = understood.explanation.whole
    is_to_do = not understood.numbers and whole is not None and "whether" in whole.cues  # 'muss ich SSL einschalten?'
    told = "yes_needed" if is_to_do and not understood.confirms else "yes_right"
    return told if (is_changed or asks_if_right(understood)) and len(named) <= 1 and not is_told else ""


def _asks_what_is_used(understood: Understanding) -> bool:
    """'Nimmt man bei POP zum Senden auch 587?', 'is 587 the port for sending with POP?': what is so, not what works as well."""
    whole = understood.explanation.whole
    if whole is None or understood.confirms or understood.doubts or whole.has_any(_MAY_BE):
        return False
    is_that = whole.begins_with("is_so") and "port" in whole.aspects
    return (is_that or "is_used" in whole.cues) and whole.small.able_words.isdisjoint(whole.sentence.words)


def _is_of_the_other_side(content: Content, understood: Understanding, named: set[str]) -> bool:
    """'Rein ist 993, das weiß ich. Und raus?': what is named is known, and of the side that is not asked for."""
    whole, intent = understood.explanation.whole, understood.intents[0]
    if whole is None or intent.direction not in OPPOSITE or understood.confirms:
        return False
    if not (whole.has_any(_TOLD_BESIDE) or asks_for_the_rest(whole)):
        return False
    other = intent.within(direction=OPPOSITE[intent.direction])
    return intent.aspect == "port" and named <= {str(connection.port) for connection in connections_of(content, other)}


def _names_what_it_becomes(content: Content, understood: Understanding) -> bool:
    """'Soll ich beim IMAP-Ausgang von SSL auf STARTTLS ändern?': a change is asked about, whose value is told."""
    whole = understood.explanation.whole
    if whole is None or not whole.is_question or whole.asks_openly or leaves_open(whole):
        return False
    match understood.intents[0].aspect:
        case "encryption":
            return bool(encryptions_given_up(whole))
        case "server":
            return bool(host_changed_to(content, understood))
    return False


def _word_for_wrong(understood: Understanding) -> str:
    if _asks_what_is_right(understood) or _asks_if_bad(understood):
        return "enter_instead"
    if understood.intents[0].aspect == "server" and _only_reports(understood):
        return "enter_instead"  # 'imap.verein.de geht nicht'
    if is_of_ours(understood):
        return "yes_of_ours"
    return "yes_wrong" if _asks_if_wrong(understood) or _asks_to_change_it(understood) else "no_wrong"


def _asks_if_bad(understood: Understanding) -> bool:
    """'Ich hab beim Posteingang STARTTLS genommen, schlimm?': a 'nein' would say that it may stay."""
    whole = understood.explanation.whole
    if whole is None or not whole.sentence.asks:
        return False
    return any(hit.end == len(whole.sentence.words) for hit in whole.cues.get("asks_if_bad", ()))  # not 'a bad port for IMAP?'


def _asks_to_change_it(understood: Understanding) -> bool:
    """'Da steht 465, soll ich das ändern?'; 'soll ich auf 465 umstellen?' names what it would be changed to."""
    whole = understood.explanation.whole
    if whole is None or understood.confirms or whole.asks_openly or not ("whether" in whole.cues and "asks_place" in whole.cues):
        return False
    if tells_what_instead(whole):
        return False
    asked = min(hit.start for hit in whole.cues["whether"])
    return all(hit.start < asked for hit in whole.numbers)


def _asks_what_is_right(understood: Understanding) -> bool:
    """'Da steht 995. Was gehört da hin?', 'was wäre richtig?': neither yes nor no fits."""
    whole = understood.explanation.whole
    if whole is None or understood.doubts or "yes_or_no" in whole.cues:
        return False
    if not whole.asks_openly:
        return not understood.confirms and _asks_behind_a_failure(whole)
    opened = [hit.end for hit in whole.cues["asks_openly"]]
    # 'welcher Port ist es denn wirklich?', 'smtp.example.com in grey. I suppose I replace that. With what?'
    stressed = {hit[:2] for hit in whole.hits_of("doubts", "assumes")}
    said = whole.hits_of(*CONFIRMING)
    asked = [hit.start for hit in said if hit[:2] not in stressed]
    return all(any(0 <= at - end <= _TILL_RIGHT for end in opened) for at in asked)


def _asks_behind_a_failure(whole: Slots) -> bool:
    """'SSL geht beim Ausgang nicht. Was gehört da hin?'."""
    failed = max((hit.end for hit in whole.cues.get("wrong", ())), default=len(whole.sentence.words))
    return any(hit.start >= failed for hit in whole.cues.get("asks_openly", ()))


def _only_reports(understood: Understanding) -> bool:
    """Tell whether a value is only told of, so that neither yes nor no fits."""
    whole = understood.explanation.whole
    return whole is not None and not (understood.confirms or understood.doubts or whole.asks_directly)


def _asks_if_wrong(understood: Understanding) -> bool:
    """'Ist 587 falsch?'; who says 'stimmt nicht, es muss 995 sein' asks nothing."""
    whole = understood.explanation.whole
    if not understood.doubts or whole is None:
        return False
    shown = none_behind(whole)  # 'bei Sicherheit steht keine, is des falsch'
    return whole.sentence.asks or all(hit in shown for hit in whole.cues.get("denies", ()))


def _asks_only_if_wrong(understood: Understanding) -> bool:
    """Not so 'good or bad?'."""
    whole = understood.explanation.whole
    return understood.doubts and whole is not None and not leaves_open(whole)


def claim_judged(content: Content, understood: Understanding, ports: set[str]) -> bool | None:
    """Tell whether what is said of the encryption is right; None where nothing is, or nobody asks."""
    whole, intent = understood.explanation.whole, understood.intents[0]
    is_about_it = intent.aspect == "encryption" or (intent.aspect == "port" and bool(ports))
    if whole is None or not is_about_it:
        return None
    is_doubted = understood.confirms or understood.doubts or _names_what_it_becomes(content, understood)
    if not (is_doubted or whole.sentence.asks or asks_if_needed(whole)):
        return None
    if whole.asks_openly and not is_doubted:
        return None  # 'wie ist POP3 verschlüsselt?'
    connections = connections_of(content, intent)
    ports = ports or {str(one.port) for one in connections} & set(ports_named(content, understood))  # 'IMAP: 993 mit STARTTLS?'
    used = [one.encryption for one in connections if not ports or str(one.port) in ports]
    if understood.doubts and is_on(whole) and set(used) == ENCRYPTED and not leaves_open(whole):
        return True  # 'bei IMAP ist SSL an, muss das weg?': for one side this, for the other another
    return is_true(whole, used)


def is_right_and_fails(content: Content, understood: Understanding) -> bool:
    """Tell whether it is said of right values only that they do not work: '993 geht nicht'. Then no value helps."""
    if not understood.fails or understood.doubts or understood.intents[0].aspect != "port":
        return False
    if blocked_and_open(content, understood) is not None:
        return False
    named, right = _named_and_right(content, understood)
    return bool(named) and named <= right


def _better_ports(content: Content, intent: Intent) -> set[str]:
    """Give the ports to send by that `caution_unencrypted_outgoing` recommends instead of the protocol's own."""
    protocols = content.settings.protocols
    if intent.aspect != "port" or intent.direction != "outgoing" or intent.subject not in protocols:
        return set()
    if protocols[intent.subject].outgoing.encryption is not Encryption.NONE:
        return set()
    return {str(one.outgoing.port) for one in protocols.values() if one.outgoing.encryption is not Encryption.NONE}


def _named_and_right(content: Content, understood: Understanding) -> tuple[set[str], set[str]]:
    """Give the values that were named, and those that would be right."""
    connections = connections_of(content, understood.intents[0])
    match understood.intents[0].aspect:
        case "port":
            known = content.vocabulary.numbers
            asked = understood.confirms or understood.doubts
            whole = understood.explanation.whole
            odd = {number for number in understood.numbers if looks_like_port(number)} | _called_port(whole) if asked else set()
            named = {number for number in understood.numbers if number in known or number in odd}
            right = {str(connection.port) for connection in connections}
            is_of_each = named <= right and not understood.intents[0].subject  # 'zum Senden 25 statt 587?': by the protocol
            if whole is not None and not is_of_each and (meant := numbers_asked_about(whole)):
                named &= meant
            return named, right
        case "server":
            servers = set(map(content.settings.host_of, connections))
            return host_changed_to(content, understood) or hosts_named(content, understood), servers
    return set(), set()


def _called_port(whole: Slots | None) -> set[str]:
    """'Port 80 beim Eingang, richtig?': whatever number stands behind the word is meant for one."""
    if whole is None:
        return set()
    ends = {hit.end for hit in whole.aspects.get("port", ())}
    return {word for at, word in enumerate(whole.sentence.words) if at in ends and word.isdigit()}

"""'Ist 143 richtig?': says yes or no before the right value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.compose.alike import whether_alike
from assistant.compose.blocked import blocked_and_open, blocked_port
from assistant.compose.claims import ENCRYPTED, claimed, is_true, leaves_open, named_encryptions
from assistant.compose.comparing import whether_mails_are_lost, whether_same_to_send, which_is_safer
from assistant.compose.connections import connections_of, hosts_named, ports_named
from assistant.compose.named_port import why_this_port
from assistant.intent import Intent
from assistant.knowledge.models.club import Encryption
from assistant.understanding.slots import looks_like_port

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.knowledge.models.club import Connection
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understand import Understanding


def correction(content: Content, understood: Understanding, answer: Answer, language: str) -> Answer:
    """Put 'Nein, …' in front where the member named only wrong values, 'Ja, …' where they asked whether a right one is right.

    Who asks whether a value is wrong hears it the other way round. The wrong value is not repeated, so that nobody copies it.
    """
    if told := (
        blocked_port(content, understood, language)
        or _password_refused(content, understood, language)
        or whether_same_to_send(content, understood, language)
    ):
        return replace(answer, lines=(told, *answer.lines))
    if understood.intents[0].aspect == "username":
        return _user_name_corrected(content, understood, answer, language)
    if told := (
        which_is_safer(content, understood, language)
        or whether_mails_are_lost(content, understood, language)
        or _whether_encrypted(content, understood, language)
        or whether_alike(content, understood, language)
        or why_this_port(content, understood, language)
    ):
        return replace(answer, lines=(told, *answer.lines))
    word = "" if _asks_why(understood) else _judgement(content, understood)  # 'warum ist der Server nicht imap.…?'
    return _begun_with(word, content, answer, language) if word else answer


def _whether_encrypted(content: Content, understood: Understanding, language: str) -> str:
    """'Ist POP3 verschlüsselt?', 'pop is safer, right?': give yes or no in a sentence, or nothing."""
    whole = understood.explanation.whole
    if whole is None or not (whole.cue("encrypted") or whole.cue("unencrypted") or "encryption" in whole.of("aspect")):
        return ""
    if not _asks_if(understood):
        return ""
    if _asks_if_safe(whole, understood.intents[0]):
        return content.word("encryption_is_safe", language)
    name, connections = _asked_of(content, understood, language)
    said, used = claimed(whole), {one.encryption for one in connections}
    is_so = is_true(whole, used) if name else None
    if name and said and said <= ENCRYPTED == used and not leaves_open(whole):
        is_so = True  # 'brauch ich bei IMAP SSL?': for one side this, for the other another
    of_any = said in (ENCRYPTED, {Encryption.NONE}) or used == {Encryption.NONE}  # 'muss ich SSL bei POP3 anhaken?'
    if is_so is None or not (of_any or used == ENCRYPTED):
        return ""
    if whole.cue("why") and used == {Encryption.NONE}:
        key = "open_why"
    elif said <= ENCRYPTED:
        key = ("encrypted_why" if whole.cue("why") else "encrypted_yes") if is_so else "encrypted_no"
    else:
        is_denied = whole.cue("why") or (whole.cue("denies") and not understood.confirms)
        key = "open_yes" if is_so else "open_but" if is_denied else "open_no"
    return content.word(key, language).replace("{protocol}", name)


def _asks_if_safe(whole: Slots, intent: Intent) -> bool:
    """Tell whether it is asked of an encryption itself: 'ist STARTTLS genauso sicher wie SSL/TLS?'."""
    is_choice = whole.cue("better") or not whole.small.either_words.isdisjoint(whole.sentence.words)
    is_named = bool(named_encryptions(whole)) and not intent.subject and intent.aspect == "encryption"
    return is_named and whole.cue("encrypted") and not (is_choice or whole.cue("which") or whole.cue("denies"))


def _asked_of(content: Content, understood: Understanding, language: str) -> tuple[str, list[Connection]]:
    """Give what it is asked of, a port or a protocol, with its connections; of two compared the first."""
    whole, intent, protocols = understood.explanation.whole, understood.intents[0], content.settings.protocols
    ports = ports_named(content, understood)
    if len(ports) == 1 and intent.aspect in {"port", "encryption"}:
        connections = connections_of(content, Intent(subject=intent.subject))
        return content.word("port_named", language).replace("{port}", ports[0]), [
            one for one in connections if str(one.port) == ports[0]
        ]
    subject, named = intent.subject, whole.of("subject") if whole is not None else {}
    if subject == "both" and named:  # which may also be left from the question before
        subject = min(named, key=lambda name: named[name][0].start)
    if intent.aspect != "encryption" or subject not in protocols:
        return "", []
    return protocols[subject].name, connections_of(content, intent.within(subject=subject))


def _password_refused(content: Content, understood: Understanding, language: str) -> str:
    """'Soll ich dir mein Passwort schicken?': no."""
    whole = understood.explanation.whole
    offers = whole is not None and whole.cue("offers_password") and whole.is_question
    return content.word("password_no", language) if offers and understood.intents[0].aspect == "password" else ""


def _asks_if(understood: Understanding) -> bool:
    whole = understood.explanation.whole
    asks = whole is not None and (whole.asks_directly or whole.cue("is_it"))
    return not understood.doubts and (understood.confirms or asks)


def _judgement(content: Content, understood: Understanding) -> str:
    """Give the word that judges the values named, or nothing."""
    named, right = _named_and_right(content, understood)
    if named and not named & right:
        if named <= _better_ports(content, understood.intents[0]):
            return "yes_better"
        return _word_for_wrong(understood)
    claim = _claim_judged(content, understood, named)
    if claim is False:
        return _word_for_wrong(understood)
    if not (named or claim) or named - right:
        return ""
    if understood.doubts:
        return "no_right"
    return "yes_right" if understood.confirms and len(named) <= 1 else ""


def _word_for_wrong(understood: Understanding) -> str:
    if understood.intents[0].aspect == "server" and _only_reports(understood):
        return "enter_instead"  # 'imap.verein.de geht nicht'
    return "yes_wrong" if _asks_if_wrong(understood) else "no_wrong"


def _only_reports(understood: Understanding) -> bool:
    """Tell whether a value is only told of, so that neither yes nor no fits."""
    whole = understood.explanation.whole
    return whole is not None and not (understood.confirms or understood.doubts or whole.asks_directly)


def _asks_why(understood: Understanding) -> bool:
    whole = understood.explanation.whole
    return whole is not None and whole.cue("why")


def _asks_if_wrong(understood: Understanding) -> bool:
    """'Ist 587 falsch?'; who says 'stimmt nicht, es muss 995 sein' asks nothing."""
    whole = understood.explanation.whole
    return understood.doubts and whole is not None and (whole.sentence.asks or not whole.cue("denies"))


def _claim_judged(content: Content, understood: Understanding, ports: set[str]) -> bool | None:
    """Tell whether what is said of the encryption is right; None where nothing is, or nobody asks."""
    whole, intent = understood.explanation.whole, understood.intents[0]
    is_about_it = intent.aspect == "encryption" or (intent.aspect == "port" and bool(ports))
    if whole is None or not is_about_it or not (understood.confirms or understood.doubts or whole.sentence.asks):
        return None
    connections = connections_of(content, intent)
    return is_true(whole, [one.encryption for one in connections if not ports or str(one.port) in ports])


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


def _begun_with(word: str, content: Content, answer: Answer, language: str) -> Answer:
    return replace(answer, lines=(f"{content.word(word, language)} {answer.lines[0]}", *answer.lines[1:]))


def _user_name_corrected(content: Content, understood: Understanding, answer: Answer, language: str) -> Answer:
    """'Mein Benutzername ist Erna, richtig?': it is a whole address of the club, or it is wrong."""
    whole = understood.explanation.whole
    if not understood.confirms or whole is None or whole.cue("which"):
        return answer
    addresses = [word for word in understood.numbers if "@" in word]
    if addresses:
        of_club = [address.endswith(f"@{content.club.domain}") for address in addresses]
        if any(of_club) != all(of_club):
            return answer
        return _begun_with("yes_right" if all(of_club) else "no_wrong", content, answer, language)
    aspects = whole.of("aspect")
    if "address" in aspects and "name" in aspects:
        return answer  # 'meinen Namen oder die Adresse?' asks which
    names_a_part = "name" in aspects
    return _begun_with("no_wrong", content, answer, language) if names_a_part or understood.explanation.unknown_words else answer


def _named_and_right(content: Content, understood: Understanding) -> tuple[set[str], set[str]]:
    """Give the values that were named, and those that would be right."""
    connections = connections_of(content, understood.intents[0])
    match understood.intents[0].aspect:
        case "port":
            known = content.vocabulary.numbers
            asked = understood.confirms
            named = {number for number in understood.numbers if number in known or (asked and looks_like_port(number))}
            return named, {str(connection.port) for connection in connections}
        case "server":
            servers = set(map(content.settings.host_of, connections))
            return hosts_named(content, understood), servers
    return set(), set()

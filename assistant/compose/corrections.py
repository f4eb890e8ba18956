"""'Ist 143 richtig?': says yes or no before the right value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.knowledge.models.club import Encryption
from assistant.understanding.slots import HOST_BEGINNINGS, looks_like_port

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content
    from assistant.understanding.understand import Understanding


def correction(content: Content, understood: Understanding, answer: Answer, language: str) -> Answer:
    """Put 'Nein, …' in front where the member named only wrong values, 'Ja, …' where they asked whether a right one is right.

    Who asks whether a value is wrong hears it the other way round. The wrong value is not repeated, so that nobody copies it.
    """
    if understood.intents[0].aspect == "username":
        return _user_name_corrected(content, understood, answer, language)
    word = _judgement(content, understood)
    return _begun_with(word, content, answer, language) if word else answer


def _judgement(content: Content, understood: Understanding) -> str:
    """Give the word that judges the values named, or nothing."""
    if not understood.numbers or understood.intents[0].aspect not in {"port", "server"}:
        return ""
    named, right = _named_and_right(content, understood)
    if named and not named & right:
        if named <= _better_ports(content, understood.intents[0]):
            return "yes_better"
        return "yes_wrong" if understood.doubts else "no_wrong"
    if not named or named - right:
        return ""
    if understood.doubts:
        return "no_right"
    return "yes_right" if understood.confirms and len(named) == 1 else ""


def is_right_and_fails(content: Content, understood: Understanding) -> bool:
    """Tell whether it is said of right values only that they do not work: '993 geht nicht'. Then no value helps."""
    if not understood.fails or understood.doubts or understood.intents[0].aspect != "port":
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
    if not understood.confirms:
        return answer
    addresses = [word for word in understood.numbers if "@" in word]
    if addresses:
        of_club = [address.endswith(f"@{content.club.domain}") for address in addresses]
        if any(of_club) != all(of_club):
            return answer
        return _begun_with("yes_right" if all(of_club) else "no_wrong", content, answer, language)
    whole = understood.explanation.whole
    aspects = whole.of("aspect") if whole is not None else {}
    if "address" in aspects and "name" in aspects:
        return answer  # 'meinen Namen oder die Adresse?' asks which
    names_a_part = "name" in aspects
    return _begun_with("no_wrong", content, answer, language) if names_a_part or understood.explanation.unknown_words else answer


def _named_and_right(content: Content, understood: Understanding) -> tuple[set[str], set[str]]:
    intent = understood.intents[0]
    protocols = content.settings.protocols
    subjects = [intent.subject] if intent.subject in protocols else list(protocols)
    directions = [intent.direction] if intent.direction in {"incoming", "outgoing"} else ["incoming", "outgoing"]
    connections = [getattr(protocols[name], direction) for name in subjects for direction in directions]
    if intent.aspect == "port":
        known = content.vocabulary.numbers
        named = {number for number in understood.numbers if number in known or (understood.confirms and looks_like_port(number))}
        return named, {str(connection.port) for connection in connections}
    servers = {connection.server or content.settings.mail_server for connection in connections}
    hosts = {*servers, content.club.domain}
    named = {
        word
        for word in understood.numbers
        if not word.isdigit() and "@" not in word and (word.startswith(HOST_BEGINNINGS) or word in hosts)
    }
    return named, servers

"""'Ist 143 richtig?': says yes or no before the right value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.understanding.slots import HOST_BEGINNINGS, looks_like_port

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.knowledge.models.content import Content
    from assistant.understanding.understand import Understanding


def correction(content: Content, understood: Understanding, answer: Answer, language: str) -> Answer:
    """Put 'Nein, …' in front where the member named only wrong values, 'Ja, …' where they asked whether a right one is right.

    The wrong value is not repeated, so that nobody copies it.
    """
    if understood.intents[0].aspect == "username":
        return _user_name_corrected(content, understood, answer, language)
    if not understood.numbers or understood.intents[0].aspect not in {"port", "server"}:
        return answer
    named, right = _named_and_right(content, understood)
    if not named:
        return answer
    wrong = named - right
    if wrong and not named & right:
        return _begun_with("no_wrong", content, answer, language)
    if not wrong and understood.confirms and len(named) == 1:
        return _begun_with("yes_right", content, answer, language)
    return answer


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
    names_a_part = whole is not None and "name" in whole.of("aspect")
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

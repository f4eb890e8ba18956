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
    if not understood.numbers or understood.intents[0].aspect not in {"port", "server"}:
        return answer
    named, right = _named_and_right(content, understood)
    if not named:
        return answer
    wrong = named - right
    if wrong and not named & right:
        return replace(answer, lines=(f"{content.word('no_wrong', language)} {answer.lines[0]}", *answer.lines[1:]))
    if not wrong and understood.confirms and len(named) == 1:
        return replace(answer, lines=(f"{content.word('yes_right', language)} {answer.lines[0]}", *answer.lines[1:]))
    return answer


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
    named = {
        word
        for word in understood.numbers
        if not word.isdigit() and "@" not in word and (word.startswith(HOST_BEGINNINGS) or word == content.club.domain)
    }
    return named, {connection.server or content.settings.mail_server for connection in connections}

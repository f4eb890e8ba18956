"""The answer to a message: what was asked, all at once, with yes or no to what was claimed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from assistant.compose.corrections import correction
from assistant.compose.named_port import of_its_protocol
from assistant.compose.several.checked import several_checked
from assistant.intent import LOGIN, Intent, trouble_label

if TYPE_CHECKING:
    from assistant.answer import Action, ActionKind, Answer
    from assistant.compose.answers import Answers
    from assistant.knowledge.models.content import Content
    from assistant.understanding.understood import Understanding

_NETWORK = "network"
"""The trouble of connections that do not let everything through."""


class Told(NamedTuple):
    """An answer on its way."""

    understood: Understanding
    """With the intents that were answered."""
    answer: Answer
    is_checked: bool
    """Whether it checks several values."""
    is_judged: bool
    """Whether something of it is confirmed or corrected."""


def tell(content: Content, answers: Answers, understood: Understanding, language: str) -> Told | None:
    """Compose the answer to what was understood, corrected; None where nothing of it can be answered."""
    checked = several_checked(content, understood, language)
    if checked is not None:
        understood = understood._replace(intents=(checked.intent,))
    asked = [of_its_protocol(content, understood, intent) for intent in _not_told_twice(understood.intents)]
    found = [answer for intent in asked if (answer := answers.answer(intent, language))]
    if not found:
        return None
    told = _joined(found)
    answer = replace(told, lines=checked.lines) if checked else correction(content, understood, told, language)
    return Told(understood, answer, checked is not None, answer.lines != told.lines)


def with_trouble(content: Content, answers: Answers, understood: Understanding, answer: Answer) -> Answer:
    """Lead on to the questions that find out why it does not work although the value is right."""
    whole, intent = understood.explanation.whole, understood.intents[0]
    is_blocked = whole is not None and "blocks" in whole.cues and _NETWORK in content.trouble
    trouble = Intent(topic="trouble:send" if intent.direction == "outgoing" else "trouble:receive")
    if is_blocked:
        trouble = Intent(topic=trouble_label(_NETWORK))
    lines = (content.word("right_and_blocked" if is_blocked else "right_and_fails", answer.language), *answer.lines)
    return replace(answer, lines=lines, actions=(answers.action(trouble, answer.language), *answer.actions))


def _not_told_twice(intents: tuple[Intent, ...]) -> list[Intent]:
    """Leave out what the answer beside it tells: of a port its encryption, of the login its parts.

    'Welcher Port und welche Verschlüsselung?', 'gleiche Anmeldung wie beim Eingang? Was nehme ich als Benutzer?'.
    """
    if any(intent.aspect == "login" for intent in intents):
        intents = tuple(intent for intent in intents if intent.aspect not in LOGIN)
    ports = {intent for intent in intents if intent.aspect == "port"}
    ports |= {intent.within(direction="") for intent in ports if intent.direction}  # 'und mit SSL oder ohne?'
    return [one for one in intents if one.aspect != "encryption" or one.within(aspect="port") not in ports]


def _joined(answers: list[Answer]) -> Answer:
    """Join the answers to two questions of one message; what both say is said once."""
    first, *others = answers
    for other in others:
        first = replace(
            first,
            lines=tuple(dict.fromkeys(first.lines + other.lines)),
            values=tuple(dict.fromkeys(first.values + other.values)),
            caution=_both_told(first.caution, other.caution),
            hint=_both_told(first.hint, other.hint),
            actions=_each_once(first.actions + other.actions)[:4],
        )
    return first


def _both_told(first: str, second: str) -> str:
    return "\n\n".join(dict.fromkeys(filter(None, (first, second))))


def _each_once(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """Give actions less those that look like another one; of guides, that of the program stays."""
    telling: dict[tuple[ActionKind, str], Action] = {}
    for action in actions:
        known = telling.get((action.kind, action.label))
        if known is None or len(action.target) > len(known.target):
            telling[action.kind, action.label] = action
    return tuple(telling.values())

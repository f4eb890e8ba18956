"""'Ist der Server für IMAP und POP gleich?', 'same for pop?': says yes or no before the values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.connections import ways_asked
from assistant.intent import BY_DIRECTION, OPPOSITE
from assistant.understanding.referring import names_topic_beside

if TYPE_CHECKING:
    from assistant.compose.connections import Way
    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_BARE = 4
"""Words of 'und für alle beide?', which asks of the last answer."""


def whether_alike(content: Content, understood: Understanding, language: str) -> str:
    """Give yes or no in a sentence, where it is asked of several connections whether they are alike; else nothing."""
    whole, asked = understood.explanation.whole, understood.intents[0]
    if whole is None or not whole.is_question or len(understood.intents) > 1 or asked.aspect not in BY_DIRECTION:
        return ""
    if asks_of_the_last(whole) and not whole.cue("both"):
        groups = _with_the_other(content, whole, asked)
    elif whole.cue("alike") or asks_of_the_last(whole):
        groups = [[way] for way in ways_asked(content, asked)]
    else:
        return ""
    if len(groups) < 2:
        return ""
    values = {tuple(_value(content, asked.aspect, way) for way in group) for group in groups}
    return content.word("alike_yes" if len(values) == 1 else "alike_no", language)


def asks_of_the_last(whole: Slots) -> bool:
    """Tell whether it is asked if the value told last is that of something else too: 'same for pop?', 'für beides?'."""
    if whole.of("aspect") or whole.names_port or whole.names_host or names_topic_beside(whole, "asks_if_same"):
        return False
    if whole.only_asks_if_right:
        return False  # 'sind beide richtig?'
    of_both = whole.cue("both") and (len(whole.sentence.words) <= _BARE or whole.cue("same_again"))  # 'so really both the same?'
    return of_both or whole.cue("asks_if_same")


def _with_the_other(content: Content, whole: Slots, asked: Intent) -> list[list[Way]]:
    """Give the connections of the protocol or direction that is named, and those of the other, which was told before."""
    if whole.subject in OPPOSITE:
        ways = ways_asked(content, asked.within(subject=""))
        return [[way for way in ways if way.protocol == name] for name in content.settings.protocols]
    if whole.direction not in OPPOSITE:
        return []
    ways = ways_asked(content, asked.within(direction=""))
    return [[way for way in ways if way.direction == side] for side in (whole.direction, OPPOSITE[whole.direction])]


def _value(content: Content, aspect: str, way: Way) -> str:
    match aspect:
        case "server":
            return content.settings.host_of(way.connection)
        case "port":
            return str(way.connection.port)
        case _:
            return way.connection.encryption.value

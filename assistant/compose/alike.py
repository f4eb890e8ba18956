"""'Ist der Server für IMAP und POP gleich?', 'same for pop?': says yes or no before the values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.claims import named_encryptions
from assistant.compose.connections import ports_named, ways_asked
from assistant.intent import BY_DIRECTION, OPPOSITE
from assistant.understanding.pointing import only_asks_if_right
from assistant.understanding.referring import names_topic_beside
from assistant.understanding.slots import ASKING_IF

if TYPE_CHECKING:
    from assistant.compose.connections import Way
    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_BARE = 4
"""Words of 'und für alle beide?', which asks of the last answer."""
_SHORT = 8
"""Words of 'and user name is the same as that?'."""
_OF_BOTH = 10
"""Words of 'ist der Server für IMAP und POP3 eigentlich derselbe?'."""
_SAME = ("same_value", "too")
_OF_SOMETHING_ELSE = ("which", "why", "meaning", "asks_place")
"""Cues of short questions that ask something else of the last answer."""


def whether_alike(content: Content, understood: Understanding, language: str) -> str:
    """Give yes or no in a sentence, where it is asked of several connections whether they are alike; else nothing."""
    whole, asked = understood.explanation.whole, understood.intents[0]
    if whole is None or not whole.is_question or len(understood.intents) > 1 or asked.aspect not in BY_DIRECTION:
        return ""
    if _is_requested(whole) or _is_compared_with_others(whole):
        return ""
    is_of_last = asks_of_the_last(whole) and not ports_named(content, understood)  # nor a port that was named before
    becomes_other = _asks_if_it_becomes_other(whole, asked)
    is_other = becomes_other or _asks_if_other(whole)
    if becomes_other:
        groups = _of_each_protocol(content, asked)
    elif is_other or (is_of_last and "both" not in whole.cues):
        groups = _with_the_other(content, whole, asked)
    elif "alike" in whole.cues or is_of_last:
        groups = [[way] for way in ways_asked(content, asked)]
    elif asks_if_it_stays(whole):
        groups = _of_each_protocol(content, asked) if "stays" in whole.cues else [[way] for way in ways_asked(content, asked)]
    else:
        return ""
    if len(groups) < 2:
        return ""
    is_same = len({tuple(_value(content, asked.aspect, way) for way in group) for group in groups}) == 1
    if is_other or _asks_if_apart(whole):
        return content.word("other_no" if is_same else "other_yes", language)
    return content.word("alike_yes" if is_same else "alike_no", language)


def _is_requested(whole: Slots) -> bool:
    """'Now the same for POP3 please', 'can I have the same for the outbox?': the values are wanted, and no yes or no."""
    if whole.aspects or whole.has_any(_OF_SOMETHING_ELSE):
        return False
    is_begun = whole.begins_with("needs_it", *ASKING_IF)  # 'brauch ich das auch bei POP'
    is_wanted = whole.has_any(("send_me", "let_me_have"))
    return is_wanted or (whole.has_any(("says_please", "needs_it", "requests")) and not (whole.sentence.asks or is_begun))


def _is_compared_with_others(whole: Slots) -> bool:
    """'Ist es dasselbe wie beim WLAN?': with what is none of ours, where neither a side nor a protocol is named."""
    return "same_as" in whole.cues and not (whole.directions or whole.subjects)


def asks_of_the_last(whole: Slots) -> bool:
    """Tell whether it is asked if the value told last is that of something else too: 'same for pop?', 'für beides?'."""
    if whole.aspects or whole.names_port or whole.names_host or names_topic_beside(whole, "asks_if_same", "same_again", *_SAME):
        return False
    if only_asks_if_right(whole):
        return False  # 'sind beide richtig?'
    is_bare = len(whole.sentence.words) <= _BARE or "same_again" in whole.cues
    of_both = "both" in whole.cues and is_bare  # 'so really both the same?'
    return of_both or "asks_if_same" in whole.cues or _asks_of_a_part(whole, *_SAME)


def asks_if_it_stays(whole: Slots) -> bool:
    """Tell whether it is asked if a value is the same everywhere: 'die Ports auch gleich?', 'bleibt der Server?'."""
    if not whole.aspects or whole.names_port or any("." in word for word in whole.sentence.words):
        return False
    if _is_compared_with_others(whole):
        return False
    return _is_short_question(whole, "stays", "same_value") and not (
        named_encryptions(whole) or names_topic_beside(whole, "stays", "same_again", "same_as", *_SAME)
    )


def _asks_if_it_becomes_other(whole: Slots, asked: Intent) -> bool:
    """'Ich wechsle zu IMAP' 'Ändert sich der Port zum Senden auch?': the value is held against that of the other protocol."""
    if "becomes_other" not in whole.cues or asked.subject not in OPPOSITE or not whole.sentence.asks:
        return False
    names_more = whole.aspects.keys() - {asked.aspect} or whole.names_port or whole.names_host
    return not (names_more or whole.asks_openly or whole.has_any(_OF_SOMETHING_ELSE))


def _asks_if_other(whole: Slots) -> bool:
    """'Und bei IMAP andere?', 'others for sending?'."""
    names_more = whole.aspects or whole.names_port or whole.names_host or names_topic_beside(whole, "another")
    points_at_it = "other_one" in whole.cues  # 'und der andere, zum Verschicken?'
    return not (names_more or points_at_it) and _asks_of_a_part(whole, "another")


def _asks_if_apart(whole: Slots) -> bool:
    """'Is the sending server different from the receiving one?' asks by the contrary of 'the same as'."""
    apart = whole.places_of("tells_apart", "another")
    return "alike" in whole.cues and all(hit.start in apart for hit in whole.cues["alike"])


def _asks_of_a_part(whole: Slots, *said: str) -> bool:
    return _is_short_question(whole, *said) and (bool(whole.subject) or whole.direction in OPPOSITE)


def _is_short_question(whole: Slots, *said: str) -> bool:
    """Tell whether a short question says one of some cues, and no question word before it: 'same when sending?'."""
    most = _OF_BOTH if whole.subject == "both" else _SHORT
    if not (whole.sentence.asks and len(whole.sentence.words) <= most and whole.has_any(said)):
        return False
    first = min(hit.start for hit in whole.hits_of(*said))
    return not whole.has_any(_OF_SOMETHING_ELSE) and all(hit.start >= first for hit in whole.cues.get("asks_openly", ()))


def _with_the_other(content: Content, whole: Slots, asked: Intent) -> list[list[Way]]:
    """Give the connections of the protocol or direction that is named, and those of the other, which was told before."""
    if whole.subject:
        return _of_each_protocol(content, asked)
    if whole.direction not in OPPOSITE:
        return []
    ways = ways_asked(content, asked.within(direction=""))
    return [[way for way in ways if way.direction == side] for side in (whole.direction, OPPOSITE[whole.direction])]


def _of_each_protocol(content: Content, asked: Intent) -> list[list[Way]]:
    ways = ways_asked(content, asked.within(subject=""))
    return [[way for way in ways if way.protocol == name] for name in content.settings.protocols]


def _value(content: Content, aspect: str, way: Way) -> str:
    match aspect:
        case "server":
            return content.settings.host_of(way.connection)
        case "port":
            return str(way.connection.port)
        case _:
            return way.connection.encryption.value

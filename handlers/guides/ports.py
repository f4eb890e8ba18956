"""A port that somebody reads or asks about amid a guide: one that is not the guide's is wrong, whatever the words sound like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from assistant.assistant import Memory
from assistant.intent import DIRECTIONS, Intent
from assistant.knowledge.models.club import Encryption
from assistant.phrases import words_of

if TYPE_CHECKING:
    from assistant.assistant import Reply
    from handlers.guides.doing import Here

_OF_SOMETHING_ELSE = frozenset({"why", "meaning", "blocks", "asks_place"})
"""Cues of what is asked about a port beside whether it is right: 'warum nicht 143', 'was ist Port 25'."""
_SAYS_MORE = frozenset({"topic", "program"})
_FEW_WORDS = 8
_BOTH = 2
_NEAR = 2
"""Words before a number that tell that it is the one of before: 'vorher war 143'."""
_DIGITS = 3
"""Of most ports; a number with more of them is one only if it is a slip of one."""


def names_wrong_port(here: Here, reply: Reply) -> bool:
    """Whether ports are named, and one of them is not the guide's: 'da steht 143 drin', which is no step that is done."""
    found = reply.explanation.found
    if here.asks_address or [intent.aspect for intent in reply.intents] != ["port"]:
        return False
    if any(one.kind in _SAYS_MORE or (one.kind == "cue" and one.value in _OF_SOMETHING_ELSE) for one in found):
        return False
    is_of_the_other = any(one.kind == "subject" and one.value != here.walk.protocol for one in found)
    return not is_of_the_other and not set(_named(reply)) <= _right(here, reply)


def changed_to(here: Here) -> str:
    """Give the port that somebody has entered in place of another one: 'da stand 143, hab 993 eingetragen'; empty for none."""
    named, words = set(_named(here.reply)), words_of(here.text)
    if here.said.asks or here.asks_address or len(named) != _BOTH or len(words) > _FEW_WORDS:
        return ""
    around = {number: " ".join(words[max(0, at - _NEAR) : at]) for at, number in enumerate(words) if number in named}
    gone = {number for number, before in around.items() if here.parts.choices.has(before, "was_there")}
    return (named - gone).pop() if len(gone) == 1 else ""


def told_changed(here: Here, number: str) -> Reply:
    """Say yes or no to the port that stands there now, before the guide's own."""
    is_right, language = number in _right(here, here.reply), here.walk.language
    asked = Intent(
        aspect="port", subject=here.walk.protocol, direction=_side_of(here, here.reply, number, _named(here.reply)[number])
    )
    return _told_instead(here, here.reply, asked, here.parts.word("yes_right" if is_right else "no_wrong", language), language)


def other_number(here: Here) -> str:
    """Give the number that somebody has entered, or asks about, and that is no port anywhere: 'ich hab 933 eingegeben'."""
    choices, words = here.parts.choices, words_of(here.text)
    numbers = [word for word in words if word.isdigit()]
    if len(numbers) != 1 or len(words) > _FEW_WORDS or here.asks_address:
        return ""
    found = here.said.reply.explanation.found
    rest = " ".join(word for word in words if word not in numbers)
    is_of_port = any((one.kind, one.value) == ("aspect", "port") for one in found) or (
        bool(rest) and any(choices.is_made_of(rest, kind) for kind in ("beside_port", "asks_right"))
    )
    is_known = any(one.kind == "number" for one in found)
    return numbers[0] if is_of_port and not is_known and _may_be_port(here, numbers[0]) else ""


def told_not_this(here: Here, number: str) -> Reply:
    """Say no to such a number, before the port that is the guide's."""
    reply, language = here.said.reply, here.walk.language
    asked = Intent(aspect="port", subject=here.walk.protocol, direction=_direction(here, reply))
    return _told_instead(here, reply, asked, here.parts.word("guide_not_this_port", language, port=number), language)


def _may_be_port(here: Here, number: str) -> bool:
    """Whether a number looks like a port, or a slip of one: 'Android 14' and 'Outlook 2016' have none."""
    sides = (side for one in here.walk.content.settings.protocols.values() for side in (one.incoming, one.outgoing))
    known = {str(side.port) for side in sides}
    return len(number) == _DIGITS or (
        len(number) > _DIGITS and any(OSA.distance(number, one, score_cutoff=1) <= 1 for one in known)
    )


def told_right(here: Here, reply: Reply) -> Reply:
    """Say yes before the port of the guide to who only tells that it stands there: 'do steht scho 993'."""
    numbers, words = set(_named(reply)), words_of(here.text)
    rest = " ".join(word for word in words if not word.isdigit())
    is_told = len(numbers) == 1 and numbers <= set(words) and here.parts.choices.is_made_of(rest, "beside_port")
    if not is_told or reply.answer is None or not numbers <= _right(here, reply) or not reply.answer.lines:
        return reply
    return reply._replace(answer=reply.answer.begun_with(here.parts.word("yes_right", reply.language)))


def told_wrong(here: Here, reply: Reply) -> Reply:
    """Say no before the port that is the guide's; several ports at once have been judged already."""
    named = _named(reply)
    if len(named) != 1:
        return reply
    direction = _side_of(here, reply, *named.popitem())
    asked = reply.intents[0]._replace(subject=here.walk.protocol, direction=direction if direction in DIRECTIONS else "")
    return _told_instead(here, reply, asked, here.parts.word("no_wrong", reply.language), reply.language)


def _told_instead(here: Here, reply: Reply, asked: Intent, no: str, language: str) -> Reply:
    """Give a 'no' and the guide's own value in place of a reply."""
    answer = here.parts.assistant.answer(asked, language)
    if answer is None:
        return reply
    return reply._replace(answer=answer.begun_with(no), intents=(asked,), memory=Memory(asked, language))


def _named(reply: Reply) -> dict[str, str]:
    """Give the ports named, each with the direction that it usually is for."""
    return {one.words: one.value for one in reply.explanation.found if one.kind == "number"}


def _direction(here: Here, reply: Reply) -> str:
    """Give the direction that is named, else that of the page; empty where it may be either."""
    named = {one.value for one in reply.explanation.found if one.kind == "direction"}
    return named.pop() if len(named) == 1 else "" if named else here.walk.direction(here.number)


def _side_of(here: Here, reply: Reply, number: str, usual: str) -> str:
    """Give the side a wrong port is for; both, as an empty text, where that may be another one than the page is about.

    '465' is for sending on the page for receiving as well, above all where sending was just asked about. A port of the guide
    itself, such as '993', is only on the wrong page.
    """
    direction, ours = _direction(here, reply), here.walk.content.settings.protocols[here.walk.protocol]
    is_ours = number in {str(side.port) for side in (ours.incoming, ours.outgoing)}
    is_told = any(one.kind == "direction" for one in reply.explanation.found)
    if is_told or is_ours or not direction or usual not in DIRECTIONS or usual == direction:
        return direction or usual
    last = here.said.recalled.last
    return usual if last is not None and last.intent.direction == usual else ""


def _right(here: Here, reply: Reply) -> set[str]:
    """Give the ports of the guide that may stand there, and those that are better to send by than one without encryption."""
    protocols, direction = here.walk.content.settings.protocols, _direction(here, reply)
    ours = protocols[here.walk.protocol]
    sides = {"incoming": ours.incoming, "outgoing": ours.outgoing}
    right = {str(side.port) for name, side in sides.items() if direction in ("", name)}
    if ours.outgoing.encryption is Encryption.NONE:
        right |= {str(one.outgoing.port) for one in protocols.values() if one.outgoing.encryption is not Encryption.NONE}
    return right

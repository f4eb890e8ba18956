"""The club's own servers in what a program shows: 'Der Server imap.verein.de antwortet nicht' asks for no name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.reading import read_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.understanding.lexicon import Lexicon
    from assistant.understanding.slots import Slots

_ASKING = ("confirm", "asks_fine", "which", "maybe_name", "takes_back")
"""Cues of 'ist imap.verein.de richtig? Es geht nicht': the name is in question."""
_WARNED = "certificate"


def without_quoted_hosts(
    read: list[Slots], hosts: frozenset[str], lexicon: Lexicon, is_error: Callable[[tuple[str, ...]], bool]
) -> list[Slots]:
    """Give sentences less the club's own servers where something fails: with them no message of a program reads as it is known.

    Args:
        read: The sentences of a message.
        hosts: The club's own servers.
        lexicon: To read a sentence anew.
        is_error: Whether written words hold a message of a program.
    """
    if not any(hosts.intersection(slots.sentence.words) for slots in read):
        return read
    is_warned = any(_WARNED in slots.cues for slots in read)
    if any(_asks_in_spite(slots) if is_warned else slots.has_any(_ASKING) or _asks_what_lacks(slots) for slots in read):
        return read
    return [_without(slots, hosts, lexicon, is_error, is_warned=is_warned) for slots in read]


def _asks_what_lacks(slots: Slots) -> bool:
    """'Imap.verein.de, fehlt da was?'."""
    return slots.sentence.asks and slots.has_all(("in_front", "asks_wrong"))


def _asks_in_spite(slots: Slots) -> bool:
    """Tell whether the name is in question beside a warning, which names the server itself.

    'Zertifikatswarnung, welcher Server ist denn richtig?', 'Zertifikat passt nicht. Ist der Server richtig?'
    """
    is_of_the_warning = _WARNED in slots.cues or "accepts" in slots.cues or "judges" in slots.cues
    return "which" in slots.cues or (slots.sentence.asks and "asks_right" in slots.cues and not is_of_the_warning)


def _without(
    slots: Slots, hosts: frozenset[str], lexicon: Lexicon, is_error: Callable[[tuple[str, ...]], bool], *, is_warned: bool
) -> Slots:
    sentence = slots.sentence
    words = sentence.words
    left = [at for at, word in enumerate(words) if word not in hosts and not (word.isdigit() and at and words[at - 1] in hosts)]
    if not left or len(left) == len(words) or len(sentence.written) != len(words):
        return slots
    kept = tuple([words[at] for at in left])
    told = sentence._replace(text=" ".join(kept), words=kept, written=tuple([sentence.written[at] for at in left]))
    anew = read_sentence(told, lexicon)
    return anew if is_warned or "wrong" in anew.cues or is_error(told.written) else slots

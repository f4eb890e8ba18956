"""What is said around a question and changes nothing of it: a call or a greeting before it, thanks in advance behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.reading import read_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.understanding.lexicon import Lexicon
    from assistant.understanding.slots import Slots

_REPORTING = ("went_well", "denies", "rejects_next", "gives_up", "has_it")
"""Cues of who tells how it went, or that nothing is needed any more: 'hat geklappt, danke', 'nicht mehr nötig, danke'."""
_MOST_BEHIND = 5
"""Words behind thanks that may be a name or a greeting: 'danke schon im Voraus, eure Gertrud'."""
_NAMING = ("mail", "technical", "complete", "both")
"""Cues of words that name what is wanted."""
_OPENING = ("asks_openly", "is_so")
"""Cues that may begin what is said to whom is called: 'ey du, was ist der Port'; 'du hast' tells of them."""


def without_call(read: list[Slots], lexicon: Lexicon) -> list[Slots]:
    """Give a message without a call or a greeting at its beginning, if what stands behind names something of ours.

    'Yo, what's the smtp port' asks for no more than 'what's the smtp port'.

    Args:
        read: The slots of its sentences, in their order.
        lexicon: Reads the sentence anew that the call is cut off.
    """
    start = _end_of_call(read[0]) if read else 0
    if not start or not _names_behind(read[0], start):
        return read
    sentence = read[0].sentence
    return [read_sentence(sentence.part(start, len(sentence.words), asks=sentence.asks), lexicon), *read[1:]]


def _end_of_call(slots: Slots) -> int:
    """Give how many words at the beginning only call somebody, or greet them."""
    words, small, start = slots.sentence.words, slots.small, 0
    while start < len(words):
        if words[start] in small.calling_words:
            start += 1
        elif " ".join(words[start : start + 2]) in small.calling_words:
            start += 2
        elif words[start] in small.called_words and _is_apart(slots, start):
            start += 1
        else:
            break
    return start


def _is_apart(slots: Slots, place: int) -> bool:
    """Tell whether a comma stands behind a word, or what begins something of its own: 'du, …', 'hey bot imap port'.

    Where nothing stands before it and no comma behind, 'all imap' calls nobody.
    """
    if f"{slots.sentence.words[place]}," in slots.sentence.text:
        return True
    if place == 0 and any(hit.start == 0 for hit in slots.cues.get("complete", ())):
        return False
    return any(hit.start == place + 1 and (hit.kind != "cue" or hit.value in _OPENING) for hit in slots.hits)


def _names_behind(slots: Slots, start: int) -> bool:
    return any(hit.start >= start and (hit.kind != "cue" or hit.value in ("mail", "technical")) for hit in slots.hits)


def without_thanks_ahead(read: list[Slots], lexicon: Lexicon) -> list[Slots]:
    """Give a message without thanks at its end, if what stands before them asks for something and nothing tells that it worked.

    Args:
        read: The slots of its sentences, in their order.
        lexicon: Reads the sentence anew that the thanks are cut off.
    """
    place = next((number for number, slots in enumerate(read) if "thanks" in slots.cues), None)
    if place is None or any(map(_reports, read)):
        return read
    slots, behind = read[place], read[place + 1 :]
    start = slots.cues["thanks"][0].start
    left = len(slots.sentence.words) - start + sum(len(other.sentence.words) for other in behind)
    tail = [hit for hit in slots.hits if hit.start >= start] + [hit for other in behind for hit in other.hits]
    if left > _MOST_BEHIND + 1 or any(hit.kind != "cue" for hit in tail):
        return read
    kept = read[:place]
    if start:
        kept.append(read_sentence(slots.sentence.part(0, start, asks=slots.sentence.asks), lexicon))
    return kept if _asks(kept) else read


def _reports(slots: Slots) -> bool:
    """Tell whether it says how something went, or that it is settled; thanks alone do not."""
    thanks = slots.places_of("thanks")
    return slots.has_any(_REPORTING) or any(hit.start not in thanks for hit in slots.hits_of("statement"))


def _asks(kept: Sequence[Slots]) -> bool:
    """Tell whether a question or a plea is left."""
    if len(kept) == 1 and _only_names(kept[0]):
        return True  # 'POP3 Einstellungen komplett, danke'
    return any(one.sentence.asks or "says_please" in one.cues or "requests" in one.cues or one.asks_openly for one in kept)


def _only_names(slots: Slots) -> bool:
    """Tell whether a protocol and a field are named and nothing else; a value such as STARTTLS was told by somebody."""
    if not (slots.subjects and slots.aspects) or "encryption" in slots.aspects or slots.names_port or slots.names_host:
        return False
    named = {at for hit in slots.hits if hit.kind != "cue" or hit.value in _NAMING for at in range(hit.start, hit.end)}
    return all(at in named or word in slots.small.joining_words for at, word in enumerate(slots.sentence.words))

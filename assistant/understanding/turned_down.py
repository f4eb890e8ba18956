"""What is named only to say that it is not meant, or known already: 'nicht der Eingang, der Ausgang', 'Port hab ich schon'."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.understanding.lexicon import Hit
    from assistant.understanding.slots import Slots

_BETWEEN = 1
"""Words between a 'not' and what it is about: 'nicht den Eingang'."""
_REFUSED = ("port", "server")
"""Values that are named to say that they are not wanted."""
_TILL_OTHER = 2
"""Words between what is not meant and 'the other one' behind it: 'nicht für POP, sondern fürs andere'."""
_BEFORE_OTHER = 4
"""Words between a 'not' and what it is about, where 'the other one' follows: 'nicht den Port vom Eingang, den anderen'."""
_BEHIND = 2
"""Words between what is missing and the 'not' behind it: 'mei Passwort woaß i nimma'."""


def are_denied(slots: Slots, hits: Iterable[Hit]) -> bool:
    """Tell whether a 'not' stands before every hit; the one of 'geht nicht' is about what stands before it."""
    return _stand_behind(_ends_of_no(slots), hits)


def are_unwanted(slots: Slots, hits: Iterable[Hit]) -> bool:
    """Tell whether a 'not' or a 'without' stands before every hit: 'die Vorteile, ohne die Nachteile'."""
    return _stand_behind(_ends_of_no(slots) | {hit.end for hit in slots.cues.get("rejects_next", ())}, hits)


def _ends_of_no(slots: Slots) -> set[int]:
    works = {hit.end for hit in slots.cues.get("works", ())}
    return {hit.end for hit in slots.cues.get("denies", ()) if hit.start not in works}


def _stand_behind(ends: set[int], hits: Iterable[Hit]) -> bool:
    return bool(ends) and all(ends.intersection(range(hit.start - _BETWEEN, hit.start + 1)) for hit in hits)


def refused(slots: Slots) -> set[Hit]:
    """Give what names a value to say that something else is wanted: 'den Server, nicht den Port', 'den Port brauch ich nicht'.

    'Kein SSL' is a value itself, and who has no user name asks for one; so does 'den Server hab ich, aber nicht den Port'.
    """
    named = slots.aspects
    if slots.sentence.asks or not slots.small.turning_words.isdisjoint(slots.sentence.words):
        return set()
    values = [named[name] for name in _REFUSED if name in named]
    found = [hits for hits in values if are_denied(slots, hits)]  # 'den Server brauch ich, nicht den Port': only one of the two
    found = found or [hits for hits in values if are_refused_behind(slots, hits)]
    names_more = len(found) < len(named) or slots.topics or ("requests" in slots.cues and "maybe_name" in slots.cues)
    return {hit for hits in found for hit in hits} if names_more else set()


def are_refused_behind(slots: Slots, hits: Iterable[Hit]) -> bool:
    """Tell whether 'brauch ich nicht', 'ist mir egal' stands right behind every hit."""
    starts = {hit.start for hit in slots.cues.get("rejects_before", ())}
    return bool(starts) and all(hit.end in starts for hit in hits)


def is_the_other(slots: Slots, hits: Iterable[Hit]) -> bool:
    """Tell whether the one that is not named is meant: 'nicht der Eingang, das andere', 'the other one, not POP'."""
    hits, no = tuple(hits), slots.cues.get("denies", ())
    others = slots.hits_of("other_one", "other_value")
    if not others or not no:
        return False
    starts, ends = {hit.start for hit in no}, {hit.end for hit in no}
    if not all(ends.intersection(range(hit.start - _BEFORE_OTHER, hit.start + 1)) for hit in hits):
        return False
    is_behind = any(0 <= other.start - hit.end <= _TILL_OTHER for hit in hits for other in others)
    return is_behind or (are_denied(slots, hits) and any(other.end in starts for other in others))


def corrected(slots: Slots, kind: str, cues: Iterable[str]) -> str:
    """Give which of several was named last, if one of the cues takes back what was before: 'Port für POP, ups, IMAP'."""
    named = [(hit.start, name) for name, hits in slots.of(kind).items() for hit in hits]
    (first, _), (last, name) = min(named), max(named)
    turns = [hit.start for hit in slots.hits_of(*cues)]
    return name if any(first < turn < last for turn in turns) else ""


def working(slots: Slots) -> list[str]:
    """Give the directions of which it is said that they work: 'empfangen geht', 'works for reading'."""
    broken = {hit.start for hit in slots.cues.get("wrong", ())}
    no = {hit.start for hit in slots.cues.get("rejects_next", ())}
    fine = [hit for hit in slots.cues.get("works", ()) if hit.end not in no and hit.start not in broken]
    before, after = {hit.start for hit in fine}, {hit.end for hit in fine}
    words = slots.sentence.words
    return [
        name
        for name, hits in slots.directions.items()
        if any(hit.end in before or (hit.start - 1 in after and words[hit.start - 1] in slots.small.for_words) for hit in hits)
    ]


def left_out(slots: Slots) -> str:
    """Give the direction that somebody is not able to use: 'I can receive but not send', 'kann senden, aber nicht empfangen'."""
    words, no = slots.sentence.words, {hit.start for hit in slots.cues.get("denies", ())}
    turns = [at for at, word in enumerate(words) if word in slots.small.turning_words and at + 1 in no]
    if not turns or slots.small.able_words.isdisjoint(words[: turns[0]]):
        return ""
    named = slots.directions.items()
    able = max(at for at, word in enumerate(words[: turns[0]]) if word in slots.small.able_words)
    before = {name for name, hits in named if any(able < hit.start < turns[0] for hit in hits)}
    after = {name for name, hits in named if any(0 <= hit.start - turns[0] - 2 <= _BETWEEN for hit in hits)}
    return after.pop() if len(before) == len(after) == 1 and before != after else ""


def are_known(slots: Slots, hits: Iterable[Hit]) -> bool:
    """Tell whether every hit is known already: 'den Port hab ich', 'I know the password'."""
    after = {hit.start for hit in slots.cues.get("has_it", ())}
    before = {hit.end for hit in slots.cues.get("knows_next", ())}
    return all(
        not after.isdisjoint(range(hit.end, hit.end + _BETWEEN + 1))
        or not before.isdisjoint(range(hit.start - _BETWEEN, hit.start + 1))
        for hit in hits
    )


def are_missing(slots: Slots, hits: Iterable[Hit]) -> bool:
    """Tell whether somebody does not have every hit, or does not know it: 'ich finde mein Passwort nicht mehr', 'I have no …'."""
    holding, no = slots.cues.get("holds", ()), slots.cues.get("denies", ())
    if not holding or not no:
        return False
    return all(_is_missing_behind(slots, hit) or _is_missing_before(slots, hit) for hit in hits)


def _is_missing_behind(slots: Slots, hit: Hit) -> bool:
    """'Hab mein Passwort nicht mehr', but not 'hab mein Passwort nicht geändert'."""
    words = slots.sentence.words
    after = slots.small.joining_words | slots.small.turning_words
    asking = {other.start for other in slots.hits_of("question", "holds")}
    asking -= {other.start for other in slots.cues.get("confirm", ())}  # 'die Meldung, dass das Passwort nicht stimmt'
    ends = [no.end for no in slots.cues["denies"] if hit.end <= no.start <= hit.end + _BEHIND]
    ends += [more.end for more in slots.cues.get("no_more", ()) if more.start in ends]
    return any(end == len(words) or end in asking or words[end] in after for end in ends)


def _is_missing_before(slots: Slots, hit: Hit) -> bool:
    """'I can't find my password', 'ich habe noch kein Passwort', but not 'I don't know which password'."""
    asking = {other.start for other in slots.hits_of("question", "which")}
    if hit.start - 1 in asking:
        return False
    near = range(hit.start - _BETWEEN, hit.start + 1)
    held = [verb for verb in slots.cues["holds"] if verb.end in near or verb.end + _BETWEEN in near]
    no = slots.cues["denies"]
    return any(other.end == hit.start or other.end in {verb.start, verb.start - 1} for verb in held for other in no)

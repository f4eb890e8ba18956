"""Which direction a sentence is about: what comes in, what goes out, or both."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from assistant.intent import BY_DIRECTION, DIRECTIONS, OPPOSITE
from assistant.understanding.turned_down import are_denied, corrected, is_the_other, left_out, working

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.understanding.lexicon import Hit
    from assistant.understanding.slots import Slots

_TURNS = ("correction", "has_it", "knows_next")
"""Cues that take a direction back: 'Port für den Eingang, ach Quatsch, fürs Senden'."""
_TO_SEND_BY = "smtp"
_JOINED_BY = 3
"""Words between 'rein' and 'raus' that belong together."""
_WITH_ARTICLE = 2
"""Words of 'für den' before 'Ausgang'."""
_WITH_WHAT = 3
"""Words of 'the letters' between 'get' and 'out'."""
_BARE = 4
"""Words of 'and then out 25?'."""
_CHOOSING = 8
"""Words of 'nein, ich meinte den Ausgang, nicht den Eingang'."""
_TELLING_HOW_IT_GOES = ("works", "wrong", "fetches")
_TELLING_OF_A_SIDE = ("works", "wrong", "went_well", "has_it", "knows_next", "statement", "copula", "is_so")
"""Cues of a clause that tells how one side goes, or what stands there."""
_CLEARLY_NEARER = 3
"""Words by which a value stands nearer to one direction than to the other to belong to it alone."""


def direction_of(slots: Slots) -> str:
    """Give `incoming`, `outgoing`, `both` or an empty string. Small words such as 'rein' count only where nothing else tells."""
    return "outgoing" if "brings_it" in slots.cues and _are_brought_out(slots) else _named(slots)


def _named(slots: Slots) -> str:
    told = "both" if len(slots.directions) > 1 else "".join(slots.directions)
    if told == "both":
        return _beside_value(slots)
    if told and is_the_other(slots, slots.directions[told]):
        return OPPOSITE[told]
    if told and _is_asked_last(slots, f"terse_{OPPOSITE[told]}") and not _joins(slots, told):
        return OPPOSITE[told]  # 'coming in is 993, I know. And out?'
    if told == "outgoing" and _is_listed(slots):
        return "both"
    maybe = [name for name in DIRECTIONS if f"maybe_{name}" in slots.cues or _ends_with(slots, f"terse_{name}")]
    if len(maybe) == 1 and not told and _is_asked_behind(slots, f"terse_{OPPOSITE[maybe[0]]}"):
        return OPPOSITE[maybe[0]]
    named = [told] if told else maybe or _done_with_mails(slots) or _other_than_told(slots)
    return "both" if len(named) > 1 or any(_joins(slots, name) for name in named) else "".join(named)


def _are_brought_out(slots: Slots) -> bool:
    """'The port for getting letters out', 'um die Briefe raus zu kriegen': by itself such a verb is of what comes in."""
    outs = slots.hits_of("terse_outgoing", "maybe_outgoing")
    if not outs or not slots.aspects or "terse_incoming" in slots.cues:
        return False
    brought, words = slots.cues["brings_it"], slots.sentence.words
    places = {at for hit in brought for at in range(hit.start, hit.end)}
    told = [hit for hit in slots.directions.get("incoming", ()) if places.isdisjoint(range(hit.start, hit.end))]
    gaps = [words[min(hit.end, out.end) : max(hit.start, out.start)] for hit, out in product(brought, outs)]
    return not told and any(len(gap) <= _WITH_WHAT and slots.small.joining_words.isdisjoint(gap) for gap in gaps)


def asks_for_the_rest(slots: Slots) -> bool:
    """Tell whether a port is told and the other side's asked for: 'IMAP 993 + ?', '110 und ?'."""
    words = slots.sentence.words
    if not slots.number_direction or not slots.sentence.asks or len(words) > _BARE:
        return False
    is_too = any(hit.end == len(words) for hit in slots.cues.get("too", ()))  # '587 auch?'
    return words[-1] in slots.small.joining_words and not (is_too or slots.directions)


def _other_than_told(slots: Slots) -> list[str]:
    return [OPPOSITE[slots.number_direction]] if asks_for_the_rest(slots) else []


def _done_with_mails(slots: Slots) -> list[str]:
    """'Auf welchem Port werden die Mails geholt?'; of what was done already no side is asked for."""
    if not ("which" in slots.cues and "is_done" in slots.cues and slots.aspects):
        return []
    return [name for name, cue in zip(DIRECTIONS, ("being_fetched", "being_sent"), strict=True) if cue in slots.cues]


def _is_listed(slots: Slots) -> bool:
    """Tell whether the protocol to send by is named beside one to receive by: 'Ports für IMAP und SMTP'."""
    hits, words = slots.directions["outgoing"], slots.sentence.words
    protocols = [hit for named in slots.subjects.values() for hit in named]
    if any(hit.words != _TO_SEND_BY for hit in hits) or not slots.aspects or slots.has_any(("wrong", "works", "denies")):
        return False
    pairs = [sorted((hit, other), key=lambda one: one.start) for hit, other in product(hits, protocols)]
    gaps = [words[max(0, first.start - 1) : first.start] + words[first.end : second.start] for first, second in pairs]
    joined = [gap for gap in gaps if len(gap) <= 1 + _JOINED_BY and not slots.small.joining_words.isdisjoint(gap)]
    return any(sum(word in slots.small.for_words for word in gap) != 1 or gap[0] in slots.small.for_words for gap in joined)


def _joins(slots: Slots, direction: str) -> bool:
    """Tell whether a small word for the other direction stands beside it: 'rein und naus', 'einmal rein, einmal raus'."""
    words, cues = slots.sentence.words, slots.cues
    joining = slots.small.joining_words | slots.small.as_well_words | slots.small.once_words
    named = slots.directions.get(direction) or cues.get(f"maybe_{direction}") or cues.get(f"terse_{direction}", ())
    pairs = product(named, cues.get(f"terse_{OPPOSITE[direction]}", ()))
    gaps = [words[min(one.end, other.end) : max(one.start, other.start)] for one, other in pairs]
    return any(0 < len(gap) <= _JOINED_BY and not joining.isdisjoint(gap) for gap in gaps)


def _ends_with(slots: Slots, cue: str) -> bool:
    """Tell whether a small word stands where it can only be a direction: 'port imap in', 'in?', not 'was muss da rein'."""
    if cue not in slots.cues:
        return False
    words = slots.sentence.words
    if _is_asked_last(slots, cue):
        return True  # 'in is 993, I know. And out?'
    if "copula" in slots.cues or "which" in slots.cues:
        return False
    told = [hit for kind in ("subject", "aspect") for hits in slots.of(kind).values() for hit in hits]
    after, before = {hit.end for hit in told}, {hit.start for hit in told}
    for hit in slots.cues.get(cue, ()):
        if hit.end == len(words) and (hit.start in {0, *after} or words[hit.start - 1] in slots.small.joining_words):
            return True
        if hit.start in after and hit.end in before:
            return True
    return _stands_before_its_port(slots, cue)


def _stands_before_its_port(slots: Slots, cue: str) -> bool:
    """'And out 25?'; 'in 25 minutes?' names no port of that side."""
    if not (slots.names_port and slots.sentence.asks) or len(slots.sentence.words) > _BARE:
        return False
    ports = {hit.start for hit in slots.of("number").get(cue.removeprefix("terse_"), ())}
    return any(hit.end in ports for hit in slots.cues.get(cue, ()))


def _is_asked_last(slots: Slots, cue: str) -> bool:
    """Tell whether 'and out?' is the end."""
    words = slots.sentence.words
    ends = any(hit.end == len(words) for hit in slots.cues.get(cue, ()))
    return ends and slots.sentence.asks and len(words) > 1 and words[-2] in slots.small.joining_words


def _is_asked_behind(slots: Slots, cue: str) -> bool:
    """'Got the in port, what's the out one': the side that the question names, where the other was told as known."""
    known = slots.hits_of("knows_next", "has_it") if cue in slots.cues else ()
    if not known:
        return False
    asking = [hit.start for hit in slots.cues.get("which", ()) if hit.start > known[0].start]
    return bool(asking) and any(hit.start > asking[0] for hit in slots.cues[cue])


def _beside_value(slots: Slots) -> str:
    """Give the direction of a value when both are named: 'Empfang geht, beim Ausgang fehlt der Port' asks for one."""
    if named_side_by_side(slots) or _each_is_asked(slots):
        return "both"
    if told := (_left_open(slots) or left_out(slots) or _not_denied(slots) or corrected(slots, "direction", _TURNS)):
        return told
    values = [hit for name in BY_DIRECTION for hit in slots.aspects.get(name, ())]
    named = sorted((hit for hits in slots.directions.values() for hit in hits), key=lambda hit: hit.start)
    if "both" in slots.cues or "alike" in slots.cues or slots.small.two_words.intersection(slots.sentence.words):
        return "both"
    asked = _asked_after_telling(slots)
    if asked or len(values) != 1 or len(named) != 2 or named[0].start == named[1].start:
        return asked or "both"
    small, between = slots.small, slots.sentence.words[named[0].end : named[1].start]
    if any(not words.isdisjoint(between) for words in (small.joining_words, small.either_words, small.listing_words)):
        return "both"
    near, far = sorted(named, key=lambda hit: abs(hit.start - values[0].start))
    is_clear = abs(far.start - values[0].start) - abs(near.start - values[0].start) >= _CLEARLY_NEARER
    return near.value if is_clear else "both"


def _each_is_asked(slots: Slots) -> bool:
    """'Welche Verschlüsselung beim Eingang, welche beim Ausgang?': each side has a question word of its own ahead."""
    asking = sorted({hit.start for hit in slots.cues.get("which", ())})
    if len(asking) < len(slots.directions):
        return False
    places = sorted(hits[0].start for hits in slots.directions.values())
    return any(places[0] < at < places[1] for at in asking) and asking[0] < places[0] and "denies" not in slots.cues


def _left_open(slots: Slots) -> str:
    """'Eingang fertig, Ausgang fehlt'."""
    missing = slots.places_of("left_open") if "left_open" in slots.cues else set()
    found = [name for name, hits in slots.directions.items() if any(hit.start in missing for hit in hits)]
    return found[0] if len(found) == 1 else ""


def _asked_after_telling(slots: Slots) -> str:
    """Give the direction of the clause that asks, where the one before only tells: 'Empfang läuft, welcher Port …'."""
    asking = min((hit.start for hit in slots.hits_of("which")), default=0)
    told = {hit.value for hits in slots.directions.values() for hit in hits if hit.start < asking}
    asked = {hit.value for hits in slots.directions.values() for hit in hits if hit.start > asking}
    if len(told) != 1 or len(asked) != 1 or told == asked or not (slots.aspects or "maybe_port" in slots.cues):
        return ""
    tells = any(hit.start < asking for hit in slots.hits_of(*_TELLING_OF_A_SIDE))
    behind = slots.sentence.words[asking:]
    return asked.pop() if tells and slots.small.joining_words.isdisjoint(behind) else ""


def named_side_by_side(slots: Slots) -> bool:
    """Tell whether one phrase names both: 'I bräucht no Eingang und Ausgang', where nothing is denied."""
    starts = [{hit.start for hit in hits} for hits in slots.directions.values()]
    pairs = [range(hit.start, hit.end) for hit in slots.cues.get("both", ())]
    return bool(starts) and any(all(not named.isdisjoint(pair) for named in starts) for pair in pairs)


def is_what_for(slots: Slots, sides: Iterable[Hit]) -> bool:
    """Tell whether words for a side say what something is for, or are its field: 'für den Postausgang', 'Postausgangsserver'."""
    words, for_words = slots.sentence.words, slots.small.for_words
    fields = {hit.start for hit in slots.cues.get("technical", ())}
    return any(
        hit.start in fields or not for_words.isdisjoint(words[max(0, hit.start - _WITH_ARTICLE) : hit.start]) for hit in sides
    )


def _only_chooses(slots: Slots) -> bool:
    """'Nein, den Ausgang, nicht den Eingang.'."""
    return len(slots.sentence.words) <= _CHOOSING and not slots.has_any(_TELLING_HOW_IT_GOES)


def _not_denied(slots: Slots) -> str:
    """Give the direction that is left when a 'not' belongs to one of them, and a value is asked for."""
    no = slots.cues.get("denies", ())
    if not no or not (slots.aspects or no[0].start == 0 or _only_chooses(slots)):  # 'nicht Eingang, Ausgang. Welcher Port?'
        return ""
    fine = working(slots)
    if len(fine) == 1:
        return OPPOSITE[fine[0]]  # 'works for reading but nothing sends, which port?'
    kept = [name for name, hits in slots.directions.items() if not are_denied(slots, hits)]
    return kept[0] if len(kept) == 1 else ""  # 'Port vom Ausgang, nicht vom Eingang'

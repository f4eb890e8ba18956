"""Which protocol a sentence is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import OPPOSITE, SIDES
from assistant.understanding.turned_down import are_denied, corrected, is_the_other

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assistant.understanding.lexicon import Hit
    from assistant.understanding.slots import Slots

_TERSE = 6
"""Words of 'nein, nicht IMAP, sondern POP bitte'."""
_MORE_THAN_CHOSEN = ("denies", "whether", "wrong", "why", "if_taken", "confirm")
_NEAR = 3
"""Words between a protocol and what turns it down."""
_TILL_CHOSEN = 2
"""Words of 'POP3 hab ich angeklickt' between the protocol and what was done."""


def protocol_of(slots: Slots) -> str:
    """Give `imap`, `pop3`, `both` or an empty string.

    Of both, one that is turned down beside a value does not count, nor beside one that was decided on.
    """
    named = slots.subjects
    # Sides are of one even where the other is named beside it: 'Vorzüge von IMAP gegenüber POP'.
    about_one = slots.aspects or slots.topics.keys() & SIDES or "maybe_settings" in slots.cues or "maybe_port" in slots.cues
    about_one = about_one or _begins_with_no(slots) or ("fills_in" in slots.cues and slots.directions)
    if len(named) > 1 and about_one and not _is_either(slots):
        kept = {name: hits for name, hits in named.items() if not all(_is_turned_down(slots, hit) for hit in hits)}
        named = kept or named
        chosen = _chosen(slots, named)
        last = corrected(slots, "subject", ("correction",))
        named = chosen or ({last: slots.subjects[last]} if last else named)
    elif len(named) == 1 and is_the_other(slots, *named.values()):
        return OPPOSITE[next(iter(named))]
    elif len(named) == 1 and _or_the_other(slots):
        return "both"
    elif len(named) == 1 and slots.topics.keys() & SIDES and _is_compared_with(slots, *named.values()):
        return OPPOSITE[next(iter(named))]
    if not named and "both_protocols" in slots.cues and (slots.aspects or "complete" in slots.cues):
        return "both"  # 'alle Daten für beide Protokolle', 'both protocols, everything please'
    return "both" if len(named) > 1 else "".join(named)


def is_chosen(slots: Slots) -> bool:
    """'Ich nehm POP', 'dann nehm ich halt IMAP': nothing is asked of it any more."""
    if "takes_it" not in slots.cues or slots.subject not in OPPOSITE or len(slots.sentence.words) > _TERSE:
        return False
    is_asked = slots.sentence.asks or slots.asks_openly or slots.has_any(_MORE_THAN_CHOSEN)
    return not (is_asked or slots.aspects or slots.program or slots.direction or slots.topics.keys() - {"recommendation"})


def _is_either(slots: Slots) -> bool:
    """'POP oder IMAP ist mir egal' turns neither of them down."""
    words = slots.sentence.words
    starts = [hit.start for hits in slots.subjects.values() for hit in hits]
    ends = max(starts) + 1
    is_all_the_same = any(hit.start == ends for hit in slots.cues.get("rejects_before", ()))
    return is_all_the_same and not slots.small.either_words.isdisjoint(words[min(starts) : ends])


def _begins_with_no(slots: Slots) -> bool:
    """'Nein, nicht IMAP, POP.'."""
    return len(slots.sentence.words) <= _TERSE and slots.begins_with("denies", "takes_back")


def _or_the_other(slots: Slots) -> bool:
    """'POP3 oder das andere?', 'was macht POP3 anders als das andere?' name both."""
    if "other_one" not in slots.cues:
        return False
    small = slots.small
    between = small.either_words if slots.topics.keys() & SIDES else small.either_words | small.comparing_words
    return any(hit.start > 0 and slots.sentence.words[hit.start - 1] in between for hit in slots.cues["other_one"])


def _is_compared_with(slots: Slots, hits: Iterable[Hit]) -> bool:
    """'What makes it better than POP?' is about the one that is not named."""
    words, comparing = slots.sentence.words, slots.small.comparing_words
    return "better" in slots.cues and all(hit.start > 0 and words[hit.start - 1] in comparing for hit in hits)


def _is_turned_down(slots: Slots, hit: Hit) -> bool:
    """Tell whether a protocol is named to say no to it, or when: 'statt POP', 'mit IMAP will ich nix am Hut haben'."""
    cues = slots.cues
    if any(no.end == hit.start for no in cues.get("rejects_next", ())):
        return True
    if _is_denied(slots, hit):
        return True
    if any(0 <= hit.start - when.end <= _NEAR for when in cues.get("before_it", ())):
        return True  # 'was hat POP für Nachteile, bevor ich auf IMAP gehe?'
    others = {other.start for hits in slots.subjects.values() for other in hits if other.start > hit.start}
    until = min(others, default=len(slots.sentence.words))
    before = [no for no in cues.get("rejects_before", ()) if no.end not in others]  # 'the POP ports, I don't want IMAP'
    return any(0 <= no.start - hit.end <= _NEAR and no.start < until for no in before)


def _is_denied(slots: Slots, hit: Hit) -> bool:
    """'IMAP, nicht von POP', 'nicht die für POP'; not so the IMAP of 'nicht POP, IMAP' and 'weiß nicht, ob IMAP oder POP'."""
    words, small = slots.sentence.words, slots.small
    named = sorted(other.start for hits in slots.subjects.values() for other in hits)
    if hit.start - 1 in named or not small.either_words.isdisjoint(words[named[0] : named[-1]]):
        return False
    until = {no.end for no in slots.cues.get("denies", ())}
    is_for_it = words[hit.start - 1] in small.for_words and not until.isdisjoint(range(hit.start - _NEAR, hit.start))
    return is_for_it or are_denied(slots, [hit])


def _chosen(slots: Slots, named: Mapping[str, tuple[Hit, ...]]) -> dict[str, tuple[Hit, ...]]:
    """Give what was decided on: 'erst POP, dann aber doch IMAP', 'POP angeklickt, ich will doch IMAP', 'imap it is now'."""
    next_to, behind = slots.hits_of("chosen_next"), slots.hits_of("chosen_before")
    at_last = {name: hits for name, hits in named.items() if any(0 <= hit.start - no.end <= 1 for hit in hits for no in next_to)}
    return at_last or {
        name: hits
        for name, hits in named.items()
        if any(0 <= sign.start - hit.end <= _TILL_CHOSEN for hit in hits for sign in behind)
    }

"""Reads a message: its sentences with their slots, those that belong together joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import OF_THE_CONNECTION
from assistant.understanding.clauses import parted
from assistant.understanding.lexicon import MOST_UNKNOWN, Hit
from assistant.understanding.list_marks import without_list_marks
from assistant.understanding.shortening import LONG, shortened, worth
from assistant.understanding.slot_filling import read_slots
from assistant.understanding.text import (
    MAX_CHARACTERS,
    MAX_SENTENCES,
    MAX_WORDS,
    Sentence,
    apart,
    sentences,
    sentences_of,
    together,
)

if TYPE_CHECKING:
    from assistant.understanding.lexicon import Lexicon
    from assistant.understanding.slots import Slots

_FRAGMENT = 3
"""Words of a sentence that says nothing alone: '… ausgehend. IMAP.'"""
_LONG, _MANY = 40, 5
"""Words and sentences of a message beyond which only its most telling sentences are read."""
_OF_CUT_OFF, _SENTENCES_OF_CUT_OFF = 20, 2
"""The same for a message that is longer than what is read at all."""
_CLOSELY, _CLOSELY_IF_LONG, _CLOSELY_IF_CUT_OFF = 10, 6, 3
"""Unknown words of a message that are looked at more closely."""
_WORTH_CUTTING = 12
"""Words of a part that may say something by itself."""
_TERSE = 4
"""Words of 'was nehm ich da?', which asks about the sentence before."""
_NEXT_TO_WHICH = 2
"""The place of 'server' in 'which outgoing server …'."""
_NAMING = ("aspect", "topic", "program")
_CHANGING = ("to_be_other", "away_with_it")
_LEANING = ("meaning", "why", "confirm", "maybe_port", "maybe_name")


def read_sentence(sentence: Sentence, lexicon: Lexicon, closely: int = MOST_UNKNOWN) -> Slots:
    """Give the slots of a sentence; so many of its unknown words are looked at more closely."""
    spelled = lexicon.spelled(sentence.words, closely)
    hits = lexicon.find(sentence, spelled, closely)
    return read_slots(sentence if spelled == sentence.words else sentence._replace(text=" ".join(spelled)), hits, lexicon.small)


def read_message(message: str, lexicon: Lexicon) -> tuple[list[Slots], str]:
    """Read a message.

    Returns:
        The slots of its sentences; one that asks nothing of its own ('… IMAP. Was ist das?') joins the one before. And the
        protocol that the other sentences of a long message name, if it is one: 'Ich habe IMAP, so viel weiß ich. …'.
    """
    merged: list[Slots] = []
    left = shortened(message, lexicon.telling) if len(message) > LONG else None
    found = sentences_of(left.sentences) if left else sentences(without_list_marks(apart(message)))
    parts, closely = _worth_reading(found, lexicon, is_cut_off=len(message) > MAX_CHARACTERS)
    named = lexicon.protocols(left.words) if left else set()
    for part in map(lexicon.standard, parts):
        allowed = min(closely, MOST_UNKNOWN)
        slots = read_sentence(part, lexicon, allowed)
        if len(parts) > 1:
            closely = max(0, closely - lexicon.strange(part.words))
        if merged and "takes_back" in slots.cues:  # 'Welcher Port? Nein, vergiss es, ich meine den Server.'
            slots = read_sentence(together((merged.pop().sentence, part)), lexicon, allowed)
        elif merged and _belongs_to(slots, merged[-1]):
            if len(merged) > 1 and _asks_for_what_was_named(slots) and not _names_value(merged[-1]) and _names_value(merged[-2]):
                merged[-2:] = reversed(merged[-2:])  # 'Da steht Ihr Name. Letztes Mal wurde geschimpft. Was soll da stehen?'
            slots = read_sentence(together((merged.pop().sentence, part)), lexicon, allowed)
        merged += parted(slots)
    return merged, named.pop() if len(named) == 1 else ""


def _belongs_to(slots: Slots, before: Slots) -> bool:
    """Tell whether a sentence is to be read together with the one before."""
    asks_of_it = _leans(slots) and not (before.only_tells or _asks_to_set_up(slots) or _names_its_own(slots, before))
    completes = "adds_rest" in slots.cues and "front_only" in before.cues  # 'It shows the bit before the @. Must I add the rest?'
    return asks_of_it or completes or _judges_it(slots, before) or _spells_out(slots, before)


def _asks_to_set_up(slots: Slots) -> bool:
    """'Das gibt es nicht mehr lange. Wie bekomme ich meine Post da drauf?' asks for all of it itself."""
    return "how_to" in slots.cues and "mail" in slots.cues and ("device" in slots.cues or "into_it" in slots.cues)


def _spells_out(slots: Slots, before: Slots) -> bool:
    """Tell whether a sentence says what the question before it asks for: 'Mit was melde ich sie an? Also Benutzer, Kennwort.'."""
    is_told = slots.sentence.words[0] in slots.small.leading_words and not (slots.is_question or "has_it" in slots.cues)
    return is_told and before.sentence.asks and bool(slots.aspects)


def _leans(slots: Slots) -> bool:
    """Tell whether a sentence may ask about the one before."""
    if _only_turns(slots):
        return True
    if slots.asks_directly or len(slots.sentence.words) <= _FRAGMENT or slots.has_any(_LEANING):
        return True
    return slots.begins_with("follow_up")


def _only_turns(slots: Slots) -> bool:
    """Tell whether it names the other direction of what was spoken of: 'ach Quatsch, den fürs Senden brauch ich'."""
    turns = slots.has_any(("requests", "correction", "left_open"))
    return bool(slots.direction) and turns and not _names_value(slots)


def _asks_for_what_was_named(slots: Slots) -> bool:
    if _asks_of_it(slots) or (_asks_which(slots) and not slots.of("program")):
        return True
    if slots.subject or slots.aspects or slots.of("program"):
        return False
    topics = slots.topics.keys()  # 'was wähle ich da?'
    return topics == {"recommendation"} or (not topics and slots.has_any(("which", "asks_value")))


def _names_value(slots: Slots) -> bool:
    return slots.names_port or (bool(slots.aspects) and not slots.is_at_server)


def _names_its_own(slots: Slots, before: Slots) -> bool:
    """Tell whether a sentence names what it asks for; 'was nehm ich da?' and 'wie mach ich das am besten?' do not."""
    named = {value for kind in _NAMING for value in slots.of(kind)}
    if "what_to_do" in slots.cues and not slots.subject and named <= {"recommendation"}:
        return False
    if named == {"recommendation"} and not slots.subject and before.aspects and _asks_if_enough(slots):
        return False  # 'Benutzername: kassier. Reicht das?'
    if before.topics and ((_asks_of_it(slots) and not slots.aspects) or slots.asks_for_a_switch):
        return False
    if (before.aspects or before.names_port) and (_asks_of_a_value(slots, before) or _asks_to_set(slots)):
        return False
    if before.aspects and len(slots.sentence.words) <= _TERSE and not slots.subject:
        return bool(slots.aspects or slots.of("program") or slots.topics.keys() - {"recommendation"})
    return bool(named)


def _judges_it(slots: Slots, before: Slots) -> bool:
    """'Beim Ausgang steht STARTTLS. Verkehrt?', 'Nutzername … mein Vorname??': it is asked of the field before."""
    if len(slots.sentence.words) > _TERSE:
        return False
    if "own_name" in slots.cues:
        return slots.sentence.asks and not before.sentence.asks and "username" in before.aspects
    topics = slots.topics.keys()
    is_only_wrong = "asks_wrong" in slots.cues and topics == {"disadvantages"}
    is_only_changed = slots.has_any(_CHANGING) and topics == {"switching"} and not slots.subject  # '… ist gesetzt. Raus damit?'
    is_of_it = (is_only_wrong or is_only_changed) and not slots.aspects
    return is_of_it and (bool(before.aspects) or before.names_port or before.names_host)


def _asks_if_enough(slots: Slots) -> bool:
    """Tell whether it begins with 'reicht das', 'is that enough'."""
    begins = any(hit.start == 0 for hit in slots.topics["recommendation"]) or _asks_of_it(slots)
    return begins and any(hit.start == 1 for hit in slots.cues.get("follow_up", ()))


def _asks_of_a_value(slots: Slots, before: Slots) -> bool:
    """Tell whether it asks for the value that was named in the sentence before."""
    if _asks_of_it(slots) or _asks_which(slots) or _asks_what_it_is(slots):
        return True
    if not _begins_with_which(slots):
        return False
    # 'Die Verschlüsselung kann ich nicht lesen. Was muss man da einstellen?', 'Er sagt 465. Welchen nimmt unser Server?'
    is_chosen = before.names_port or not OF_THE_CONNECTION.isdisjoint(before.aspects)
    return _only_sets(slots) or (is_chosen and slots.aspects.keys() <= {"server"} and not _asks_for_server(slots))


def _asks_to_set(slots: Slots) -> bool:
    """'Reinmachen oder weglassen?', 'soll ich das einstellen oder nicht?'."""
    return _only_sets(slots) and "confirm" in slots.cues and slots.sentence.asks


def _asks_for_server(slots: Slots) -> bool:
    """Tell whether 'welcher' or 'which' belongs to the server itself: 'which outgoing server is it?'."""
    return any(hit.start <= _NEXT_TO_WHICH for hit in slots.aspects.get("server", ()))


def _asks_of_it(slots: Slots) -> bool:
    """Tell whether it begins with 'ist das', 'is that': it asks whether something is what the sentence before named."""
    return slots.begins_with("copula", "is_so") and any(hit.start == 1 for hit in slots.cues.get("follow_up", ()))


def _asks_what_it_is(slots: Slots) -> bool:
    """Tell whether 'keine Ahnung, was das sein soll' or '… was da rein muss' is all it says."""
    is_all = slots.topics.keys() == {"difference"} and not slots.subject and not slots.aspects
    return is_all and slots.has_any(("meaning", "which", "asks_value"))


def _asks_which(slots: Slots) -> bool:
    """Tell whether it begins with 'welchen', 'which one' and names no value: the sentence before did."""
    return not slots.aspects and _begins_with_which(slots)


def _only_sets(slots: Slots) -> bool:
    """Tell whether all it names is to set something."""
    verbs = slots.topics.get("setup", ())
    return slots.topics.keys() == {"setup"} and all(hit.words in slots.small.setting_words for hit in verbs)


def _begins_with_which(slots: Slots) -> bool:
    return any((hit.start, hit.end) == (0, 1) for hit in slots.cues.get("which", ()))


def _worth_reading(parts: tuple[Sentence, ...], lexicon: Lexicon, *, is_cut_off: bool) -> tuple[tuple[Sentence, ...], int]:
    """Give the sentences to read, of a long message those with most of our words, and how many unknown words to look at."""
    words = sum([len(part.words) for part in parts])
    if len(parts) <= _MANY and words <= _LONG and not is_cut_off:
        return parts, _CLOSELY
    is_cut_off = is_cut_off or words >= MAX_WORDS or len(parts) >= MAX_SENTENCES
    left, many = (_OF_CUT_OFF, _SENTENCES_OF_CUT_OFF) if is_cut_off else (_LONG, _MANY)
    told = [len(lexicon.telling.intersection(part.words)) for part in parts]
    worths = worth(told, [part.asks for part in parts])
    kept: dict[int, Sentence] = {}
    for number in sorted(range(len(parts)), key=worths.__getitem__, reverse=True)[:many]:
        part = parts[number]
        if len(part.words) > left >= _WORTH_CUTTING:  # a question stands at the end of a long sentence, or at its beginning
            beginning, end = part.part(0, left, asks=part.asks), part.part(-left, len(part.words), asks=part.asks)
            part = max(beginning, end, key=lambda half: len(lexicon.telling.intersection(half.words)))
        if len(part.words) <= left:
            kept[number] = part
            left -= len(part.words)
    return tuple(kept[number] for number in sorted(kept)), _CLOSELY_IF_CUT_OFF if is_cut_off else _CLOSELY_IF_LONG


def joined(read: list[Slots]) -> Slots:
    """Give the slots of a message as those of its sentences that were read, in their order."""
    hits = list(read[0].hits)
    before = len(read[0].sentence.words)
    for slots in read[1:]:
        hits += [Hit(hit.start + before, hit.end + before, *hit[2:]) for hit in slots.hits]
        before += len(slots.sentence.words)
    return read_slots(together([slots.sentence for slots in read]), tuple(hits), read[0].small)

"""'Port 110 ist verschlüsselt, oder?': what somebody believes of the encryption, held against the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.knowledge.models.club import Encryption
from assistant.understanding.changed import changed_to
from assistant.understanding.once import once_for_each
from assistant.understanding.risks.foreign_network import in_foreign_network
from assistant.understanding.switches import is_off, is_on, states_told

if TYPE_CHECKING:
    from collections.abc import Collection

    from assistant.understanding.lexicon import Hit
    from assistant.understanding.slots import Slots

ENCRYPTED = frozenset({Encryption.SSL_TLS, Encryption.STARTTLS})
_SEVERAL = 2
_NAMES = {"starttls": frozenset({Encryption.STARTTLS}), "ssl": frozenset({Encryption.SSL_TLS}), "tls": ENCRYPTED}
"""As they stand in programs (RFC 8314), and what they stand for; a mere 'TLS' may be both. Longer ones first."""


@once_for_each
def claimed(slots: Slots) -> frozenset[Encryption]:
    """Give the encryptions that would fit what is said; none where it says nothing or names two."""
    hits = slots.aspects.get("encryption", ())
    without = _turned_down(slots)
    without |= {at for at, is_so in states_told(slots).items() if not is_so}  # 'SSL aus, STARTTLS an'
    without |= encryptions_given_up(slots)
    is_none = "unencrypted" in slots.cues or is_off(slots) or bool(none_behind(slots))  # 'POP: muss der Haken bei SSL weg?'
    is_none = is_none or (bool(hits) and "empty_box" in slots.cues)  # 'can I leave the SSL box empty?'
    named = {found for hit in hits if hit.start not in without and (found := encryption_named(hit))}
    is_rejected = any(hit.start in without for hit in hits) and not named  # 'STARTTLS statt SSL' claims STARTTLS
    if named and none_behind(slots):
        return frozenset()  # 'bei Verschlüsselung steht keine, SSL und STARTTLS'
    if is_none or is_rejected:
        return frozenset({Encryption.NONE})
    if named:
        return next(iter(named)) if len(named) == 1 else frozenset()
    if dangers := slots.cues.get("dangerous"):  # 'ist POP im Zug gefährlich?': what is asked is whether it is open
        is_denied = "confirm" in slots.cues and any(hit.start in without for hit in dangers)  # 'ist doch nicht riskant, oder?'
        return ENCRYPTED if is_denied else frozenset({Encryption.NONE})
    is_asked = bool(hits) and "yes_or_no" in slots.cues  # 'Verschlüsselung bei POP, ja oder nein?'
    return ENCRYPTED if is_asked or "encrypted" in slots.cues or is_on(slots) or in_foreign_network(slots) else frozenset()


def _turned_down(slots: Slots) -> set[int]:
    """Give the places right behind a word that turns down what follows: 'statt 25', 'kein SSL'."""
    return {hit.end for hit in slots.cues.get("rejects_next", ())} - _suggested(slots)


def _suggested(slots: Slots) -> set[int]:
    """Give the places right behind a question that only sounds like a no: 'muss da nicht 587 hin?'."""
    denied = {hit.end for hit in slots.cues.get("denies", ())}
    return {hit.end for hit in slots.cues.get("confirm", ()) if hit.end in denied and hit.end - hit.start > 1}


@once_for_each
def named_encryptions(slots: Slots) -> set[frozenset[Encryption]]:
    """Give what may be meant by each name that is named as programs name them: 'SSL', 'StartTLS'."""
    given_up = encryptions_given_up(slots)
    hits = slots.aspects.get("encryption", ())
    return {found for hit in hits if hit.start not in given_up and (found := encryption_named(hit))}


@once_for_each
def encryptions_given_up(slots: Slots) -> set[int]:
    """Give the places of names of encryptions that others are to take the place of: the 'SSL' of 'von SSL auf STARTTLS'."""
    places = {hit.start for hit in slots.aspects.get("encryption", ()) if encryption_named(hit)}
    places |= {hit.start for hit in slots.cues.get("denies", ()) if hit.words in slots.small.none_words}  # 'von keine auf SSL'
    new = changed_to(slots, places)
    return places - new if new else set()


@once_for_each
def none_behind(slots: Slots) -> list[Hit]:
    """Give the words for nothing right behind the field for the encryption: 'Verbindungssicherheit: Keine'.

    Not the 'nicht' of 'Verschlüsselung passt nicht', nor that of 'die Verschlüsselung nicht finden'.
    """
    if "denies" not in slots.cues:
        return []
    fields = {hit.end for hit in slots.aspects.get("encryption", ()) if not encryption_named(hit)}
    shows = {hit.end for hit in slots.hits_of("stands_at", "stays")}  # 'can I leave the encryption type at none?'
    behind = fields | {hit.end for hit in slots.hits_of("copula", "stands_at") if hit.start in fields}
    said = [hit for hit in slots.cues["denies"] if hit.words in slots.small.none_words]
    told = [hit for hit in said if hit.start in behind or (fields and shows and _is_alone(slots, hit))]
    return [hit for hit in told if hit.start not in slots.places_of("wrong")]


def _is_alone(slots: Slots, none: Hit) -> bool:
    """Tell whether a word for nothing is what a field shows: 'unter Verschlüsselung steht bei mir „Keine“. Ist das richtig?'."""
    if none.end == len(slots.sentence.words):
        return True
    if any(hit.end == none.start and hit.end - hit.start > 1 for hit in slots.cues.get("stands_at", ())):
        return True  # 'steht auf Keine, ich hab IMAP'
    return any(hit.start == none.end for hit in slots.hits_of("copula", "confirm", "asks_fine", "asks_if_so", "keeps_it"))


def numbers_asked_about(slots: Slots) -> set[str]:
    """Give the numbers beside a word that asks for a yes: 'da steht Standardport 25. Passt 587?', 'it says 25, is 587 right?'."""
    numbers = {hit.start: hit.words for hit in slots.numbers}
    if len(numbers) < _SEVERAL:
        return set()
    # 'Soll ich von 143 auf 993 ändern?', 'da steht 143, soll das nicht 993 sein'
    if new := changed_to(slots, numbers) or (numbers.keys() & _suggested(slots)):
        return {numbers[at] for at in new}
    if not slots.sentence.asks:
        return set()
    turned_down = numbers.keys() & _turned_down(slots)
    if turned_down and len(numbers) == _SEVERAL:  # 'geht 25 statt 587?'
        return {number for at, number in numbers.items() if at not in turned_down}
    if slots.number_direction and len({*numbers.values()}) < len(numbers):  # 'schlägt 993 vor, 143 geht auch. Bleib ich bei 993?'
        often = {number for number in numbers.values() if [*numbers.values()].count(number) > 1}
        if len(often) == 1 and len({*numbers.values()}) > 1:
            return often
    small, words = slots.small, slots.sentence.words
    apart = small.joining_words | small.either_words
    asked = [hit for hit in slots.cues.get("confirm", ()) if hit.words not in small.either_words]
    ends = [hit.end for hit in asked if hit.end < len(words)]
    behind = {end if end in numbers or words[end] in apart else end + 1 for end in ends}  # 'passt jetzt 587?'
    begun, asking = {hit.end for hit in slots.cues.get("copula", ())}, {hit.start for hit in asked}
    last = max(numbers)  # 'es steht 25 da, ist 587 zum Senden richtig?'
    begun_last = {last} & begun if any(at > last for at in asking) else set()
    return {word for at, word in numbers.items() if at in behind | begun_last or (at in begun and at + 1 in asking)}


def encryption_named(hit: Hit) -> frozenset[Encryption]:
    """Give what a word may mean that names an encryption as programs do; empty where it names none: 'Verschlüsslung'."""
    if "starttls" in "".join(hit.words.split()):
        return _NAMES["starttls"]
    words = hit.words.split()
    return next((meant for name, meant in _NAMES.items() if any(word.startswith(name) for word in words)), frozenset())


def is_true(slots: Slots, used: Collection[Encryption]) -> bool | None:
    """Tell whether what is said of the encryption is so.

    Args:
        slots: Those of the message.
        used: How the connections it is about are encrypted.

    Returns:
        None where nothing is claimed, where it is left open ('SSL oder STARTTLS?'), or true of some connections only.
    """
    said = claimed(slots)
    if not said or not used or leaves_open(slots):
        return None
    matching = [encryption in said for encryption in used]
    return matching[0] if len(set(matching)) == 1 else None


def leaves_open(slots: Slots) -> bool:
    """Tell whether it names alternatives rather than claims one: 'SSL oder STARTTLS?'; a last 'oder?' asks for a yes."""
    return "yes_or_no" not in slots.cues and not slots.small.either_words.isdisjoint(slots.sentence.words[:-1])

"""'Kolping-schönau.de oder kolping-schoenau.de?': how the club's domain is spelled, in which no letter has dots.

Folding makes both spellings one, so it is looked for in the message as it was written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from assistant.compose.claims import leaves_open
from assistant.compose.verdict import verdict
from assistant.folding import fold_quickly
from assistant.intent import Intent

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.understood import Understanding

_SPELLED_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
_DOTLESS = {"ä": "a", "ö": "o", "ü": "u"}
_OF_ITS_LETTERS = ("with_dash", "without_dash", "in_front", "asks_wrong")
"""Cues of who asks if letters or signs are missing or wrong: 'fehlt da was?'."""
_WORD = re.compile(r"[\w@.-]+")
_PART = re.compile(r"[.-]")
_DOMAIN_IN = "address"
"""The aspect whose answer tells the domain."""
_TELLING = 4
"""Letters of the first part of a domain that tell whose a word is that begins with it."""
_SAYS_WHOSE = frozenset({"address", "username", "login"})
"""Aspects that the domain is a part of, where only a letter is asked about: 'die Adresse mit ö oder oe?'."""


class Spelling(NamedTuple):
    """What is asked of a letter of the domain."""

    letter: str
    spelled_out: str
    is_right: bool | None
    """Whether the spelling that is named is right; None where it is asked which one is."""


def of_spelled_domain(content: Content, understood: Understanding) -> Understanding:
    """Take a question of the domain's spelling for one about the address, whatever it sounded like: 'schönau oder schoenau?'."""
    if understood.decision == "silent":
        return understood
    if spelling_asked(content, understood) is None and not _is_asked_of_its_dash(content, understood):
        return understood
    return understood._replace(intents=(Intent(aspect=_DOMAIN_IN),), decision="answer")


def _is_asked_of_its_dash(content: Content, understood: Understanding) -> bool:
    """'Ist vereinort.de ohne Bindestrich richtig?': the domain is named, its dash and dots there or not, and no field beside."""
    whole = understood.explanation.whole
    if whole is None or whole.aspects.keys() - {_DOMAIN_IN} or not (understood.confirms or whole.is_question):
        return False
    asks_if = understood.confirms or (whole.sentence.asks and not whole.asks_openly)
    if not (whole.has_any(_OF_ITS_LETTERS) or (asks_if and understood.decision == "unknown")):
        return False
    ours = _without_marks(content.club.domain)
    return any(_without_marks(number.rpartition("@")[2]) == ours for number in understood.numbers)


def _without_marks(domain: str) -> str:
    """Give a domain without dashes, and its letters with dots without the dots: 'schonau' for 'schönau'."""
    for letter, spelled in _SPELLED_OUT.items():
        domain = domain.replace(spelled, _DOTLESS.get(letter, spelled))
    return domain.replace("-", "")


def spelling_told(content: Content, understood: Understanding, language: str) -> str:
    """Say how it is spelled, with yes or no where one spelling was named; nothing where that is not asked."""
    asked = spelling_asked(content, understood) if understood.intents[0].aspect == _DOMAIN_IN else None
    if asked is None:
        return ""
    told = content.word("domain_spelled", language, letter=asked.letter, spelled_out=asked.spelled_out)
    if asked.is_right is None or (understood.fails and not (understood.confirms or understood.doubts)):
        return told  # 'Mail mit ö geht nicht?'
    return f"{content.word(verdict(understood, is_right=asked.is_right), language)} {told}"


def spelling_asked(content: Content, understood: Understanding) -> Spelling | None:
    """Give what is asked of the spelling of the club's domain, or nothing."""
    whole, domain = understood.explanation.whole, content.club.domain
    if whole is None or not (understood.confirms or understood.doubts or whole.is_question):
        return None
    text = understood.text.lower()
    ours, is_dotted = {one: spelled for one, spelled in _SPELLED_OUT.items() if spelled in domain}, "dotted_letters" in whole.cues
    letters = {one: spelled for one, spelled in ours.items() if is_dotted or one in text or spelled in text}
    if not letters:
        return None
    is_of_it = "asks_spelling" in whole.cues or (bool(understood.intents) and understood.intents[0].aspect in _SAYS_WHOSE)
    labels = _PART.split(domain.rpartition(".")[0])
    parts = {domain, *labels}
    # Letters that are named are those of the domain: 'endet auf schönau, mit ö?', 'das Vereinskonto mit oe?'.
    folded = "" if is_of_it else fold_quickly(text)
    if folded and not any(map(folded.__contains__, labels)):
        return None
    club, named = labels[0], list(map(_without_owner, _words_with(labels, folded)))
    is_of_it = is_of_it or not parts.isdisjoint(named) or (len(club) >= _TELLING and any(word.startswith(club) for word in named))
    if is_dotted and is_of_it:  # 'is it schönau with the dots in the address?'
        letter, spelled = next(iter(letters.items()))
        return Spelling(letter, spelled, None if leaves_open(whole) else False)
    words = _words_with([*letters, *letters.values()], text)
    for letter, spelled in letters.items():
        if letter in text or spelled in words:
            found = _found(words, letter, spelled, parts, is_of_it=is_of_it)
            if found is not None:
                is_right = None if leaves_open(whole) else {(True, False): False, (False, True): True}.get(found)
                return Spelling(letter, spelled, is_right)
    return None


def _words_with(letters: list[str], text: str) -> list[str]:
    """Give the words of a text in which some letters stand; only where they are it is looked for the borders of words."""
    parts = text.split()
    near = {at for some in letters for at, part in enumerate(parts) if some in part}
    return [word.strip(".-") for word in _WORD.findall(" ".join([parts[at] for at in near]))]


def _found(words: list[str], letter: str, spelled: str, parts: set[str], *, is_of_it: bool) -> tuple[bool, bool] | None:
    """Tell whether the letter with dots, and the one spelled out, are named; None where the spelling is not spoken of."""
    if is_of_it and (letter in words or spelled in words):
        return letter in words, spelled in words
    named = [word for word in words if (plain := _without_owner(word)) in parts and spelled in plain]
    with_dots = [word for word in named if letter in word]
    is_both = bool(with_dots) and len(with_dots) < len(named)
    if is_both or any("." in word for word in with_dots):
        return True, is_both
    return None


def _without_owner(word: str) -> str:
    """Give a word folded, of an address what is behind the @."""
    return fold_quickly(word.rpartition("@")[2])

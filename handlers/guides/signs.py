"""Programs that are told by what stands on them: 'das alte, wo oben Datei steht', "it's called Mail"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from assistant.guides.choosing import programs
from assistant.phrases import plain, together, words_of
from handlers.buttons import Press, PressDevice, PressProgram
from handlers.guides.screens import set_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assistant.knowledge.models.content import Content
    from assistant.knowledge.models.guides import Guide
    from handlers.services import Services

_QUOTED = re.compile(r"[„“]([^„“”]+)[“”]")
_SMALL = 3
"""Letters of words that tell nothing apart."""


def told_by_sign(parts: Services, again: Press, text: str) -> str:
    """Give the one program of the device that is told by what stands on it: 'da steht nur Mail', "it's called Mail"."""
    if not isinstance(again, PressDevice) or not parts.choices.has(text, "seen") or parts.choices.has(text, "denied"):
        return ""
    named, listed = parts.choices.without(text, "seen"), programs(parts.content, again.device)
    signs = _signs(listed, again.language)
    told = {program: sign for program, sign in signs.items() if not parts.choices.has(sign, "denied")}
    fitting = [program for program, sign in told.items() if named in map(plain, _QUOTED.findall(sign))]
    if len(fitting) != 1:  # 'neu steht drauf'
        fitting = _by_label(parts, named, listed)
    return fitting[0] if named and len(fitting) == 1 else ""


def told_by_look(parts: Services, again: PressProgram, text: str) -> Guide | None:
    """Give which of the programs easily taken for each other is told by what stands on it: 'das alte, wo oben Datei steht'."""
    choices = parts.choices
    if not choices.has(text, "seen"):
        return None
    said, denies = words_of(text), choices.has(text, "denied")
    alike = _alike(parts.content, again)
    signs = _signs(alike, again.language)
    fitting = [
        name
        for name, sign in signs.items()
        if choices.has(sign, "denied") == denies and any(together(words_of(one), said) for one in _QUOTED.findall(sign))
    ]
    if not fitting and not denies:  # 'the one with the gear': what stands in no other sign
        fitting = _told_apart(parts, signs, {*said})
    if not fitting and not denies:  # 'neu steht drauf'
        fitting = _by_label(parts, choices.without(text, "seen"), alike)
    return parts.content.guides[fitting[0]] if len(fitting) == 1 else None


def other_by_look(parts: Services, again: PressProgram, text: str) -> Press | None:
    """Give what sets up the program easily taken for the one in hand, where its sign is told: 'kein Datei, ein Zahnrad'.

    That something is not there is not enough: it may only not have been found.
    """
    looks, named = told_by_look(parts, again, text), {*parts.choices.without(text, "denied").split()}
    if looks is None or looks.program == again.program:
        return None
    signs = _signs(_alike(parts.content, again), again.language)
    is_told = _told_apart(parts, signs, named) == [looks.program]
    return set_up(parts.content, looks, again.protocol, again.language) if is_told else None


def _alike(content: Content, again: PressProgram) -> list[Guide]:
    """Give the program that is chosen and those easily taken for it."""
    names = (again.program, *content.guides[again.program].related)
    return [content.guides[name] for name in names if name in content.guides]


def _signs(guides: Iterable[Guide], language: str) -> dict[str, str]:
    """Give the signs of programs: the first sentence of what they are recognised by tells it."""
    return {guide.program: sign.get(language).partition(".")[0] for guide in guides if (sign := guide.recognise) is not None}


def _told_apart(parts: Services, signs: Mapping[str, str], said: set[str]) -> list[str]:
    """Give the programs by whose sign alone a word was said: 'gear', of which no other sign tells."""
    without = parts.choices.without
    words_of_signs = {name: {*without(without(sign, "seen"), "beside_sign").split()} for name, sign in signs.items()}
    counts = Counter(word for words in words_of_signs.values() for word in words)
    return [
        name for name, words in words_of_signs.items() if any(counts[word] == 1 and len(word) > _SMALL for word in words & said)
    ]


def _by_label(parts: Services, named: str, guides: list[Guide]) -> list[str]:
    """Give the program that words label, if it is one: 'the new one'."""
    place = parts.picks.label(named, [" ".join(guide.name.root.values()) for guide in guides])
    return [guides[place].program] if place is not None else []

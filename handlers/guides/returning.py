"""Back to the program that somebody came from, at the step where they were: 'doch nicht, zurück zu K-9'."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.guides.choosing import devices_meant
from handlers.guides.dialogue import open_page, walk_to

if TYPE_CHECKING:
    from handlers.buttons import Place
    from handlers.conversation import OpenGuide
    from handlers.utterance import Utterance

_FEW_WORDS = 9
"""Longer messages say more than that."""


async def returned(said: Utterance, guide: OpenGuide) -> bool:
    """Open the page somebody was at in the guide that they return to; tell whether they return to one.

    'Doch nicht' alone returns from the first page of another program's guide, which was opened a moment ago.
    """
    place = _place(said, guide)
    walk = walk_to(said.parts, place, guide.language) if place is not None else None
    if place is None or walk is None:
        return False
    before = said.parts.word("guide_returned", guide.language, program=walk.guide.name.get(guide.language))
    walk = replace(walk, local=walk.local or guide.place.local)
    await open_page(said.update, said.context, walk, place.number, before=before)
    return True


def _place(said: Utterance, guide: OpenGuide) -> Place | None:
    choices, text = said.parts.choices, said.text
    if "?" in text or said.length > _FEW_WORDS or not (guide.is_fresh or guide.was_left_lately):
        return None
    other = guide.other if guide.place.number == 0 else None
    if other is not None and choices.is_one_of(text, "turns_down"):
        return other
    if not choices.has(text, "returns") or choices.is_one_of(text, "not_there"):  # "there's no mail there"
        return None
    named = choices.without(choices.without(text, "returns"), "beside_returns")
    named = " ".join(word for word in named.split() if not said.parts.picks.says_nothing_more(word))
    places = [one for one in (guide.other, guide.place) if one is not None and named and _names(said, one.program, named)]
    return places[0] if len({one.program for one in places}) == 1 else None


def _names(said: Utterance, program: str, named: str) -> bool:
    """Whether words name this program, a part of its name, or a device that its guide is for."""
    picks, guide = said.parts.picks, said.parts.content.guides.get(program)
    if guide is None:
        return False
    if picks.program(named) == program or picks.label(named, [" ".join(guide.called)]) is not None:
        return True
    return not devices_meant(picks.device(named)).isdisjoint(guide.devices)

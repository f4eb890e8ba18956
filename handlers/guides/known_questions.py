"""Questions that the guides' content knows, each with its answer: 'muss der Haken da rein?', 'ist das normal?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.guides.dialogue import open_page

if TYPE_CHECKING:
    from handlers.guides.doing import Here


async def answered_as_known(here: Here) -> bool:
    """Answer a question that the content knows for this page, and show the page once more; tell whether it was one."""
    is_turn = here.said.meant is not None and here.said.meant.is_exact
    said = "" if is_turn or here.asks_address else _known_answer(here)
    if said:
        await open_page(here.said.update, here.said.context, here.walk, here.number, before=said, helps=True)
    return bool(said)


def _known_answer(here: Here) -> str:
    walk, choices = here.walk, here.parts.choices
    known = walk.questions(here.number)
    place = choices.asked_among(here.text, [[walk.filled(phrase) for phrase in one.words.all()] for one in known])
    return walk.answer_to(known[place]) if place is not None else ""

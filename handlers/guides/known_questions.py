"""Questions that the guides' content knows, each with its answer: 'muss der Haken da rein?', 'ist das normal?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.guides import Walk
from assistant.guides.choosing import protocols
from handlers.guides.dialogue import open_page
from handlers.guides.pausing import is_worried
from handlers.guides.things import fields_meant
from handlers.guides.weighing import has_cue, programs_named

if TYPE_CHECKING:
    from assistant.knowledge.models.guides import Question
    from handlers.guides.doing import Here
    from handlers.utterance import Utterance

_WHOLE = 4
"""So many words a question has that says by itself what it is about."""


async def answered_as_known(here: Here) -> bool:
    """Answer a question that the content knows for this page, and show the page once more; tell whether it was one."""
    is_turn = here.said.meant is not None and here.said.meant.is_exact
    said = "" if is_turn or (here.asks_address and not _asks_in_full(here)) else _known_answer(here)
    if said and not fields_meant(here):  # what a field of this very page means is told with its value
        await open_page(here.said.update, here.said.context, here.walk, here.number, before=said, helps=True)
        return True
    return False


def known_before(said: Utterance, program: str, protocol: str, language: str) -> str:
    """Give the answer to a question that the guide of a program knows to who has not begun it: 'kostet das was?'; or nothing."""
    content = said.parts.content
    guide = content.guides.get(program)
    if guide is not None and guide.instead:  # the program is no more
        program, guide = guide.instead[0], content.guides.get(guide.instead[0])
    offered = protocols(content, guide) if guide is not None else ()
    if not (said.asks or has_cue(said.reply, "question")) or not offered:
        return ""
    walk = Walk(content, program, protocol if protocol in offered else offered[0], language)
    return _known(said, walk, [one for one in walk.questions(walk.address_page) if not one.at])


def _asks_in_full(here: Here) -> bool:
    """Whether a whole question is asked where the address may be given: 'muss ich alles nochmal machen?'.

    'Kann ich das einem Freund schicken?' only sounds like a trouble with sending.
    """
    is_of_address = here.parts.choices.is_one_of(here.text, "why") or is_worried(here.parts, here.text)
    fails = has_cue(here.reply, "wrong") or here.parts.choices.has(here.text, "denied")
    is_trouble = fails and any(intent.tree for intent in here.reply.intents)
    is_whole = here.said.length >= _WHOLE or bool(programs_named(here.reply))  # 'is Thunderbird free'
    asks = here.said.asks or has_cue(here.reply, "question")
    return asks and is_whole and not (is_of_address or is_trouble)


def _known_answer(here: Here) -> str:
    return _known(here.said, here.walk, here.walk.questions(here.number))


def _known(said: Utterance, walk: Walk, known: list[Question]) -> str:
    place = said.parts.choices.asked_among(said.text, [[walk.filled(phrase) for phrase in one.words.all()] for one in known])
    return walk.answer_to(known[place]) if place is not None else ""

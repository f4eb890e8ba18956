"""Who tells to have done what a step shows, by naming it as the program does: 'Sichern gedrückt', 'Karte IMAP genommen'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.guides.passages import own_words
from assistant.phrases import words_of
from handlers.guides.doing import do, show_page

if TYPE_CHECKING:
    from handlers.guides.doing import Here

_FEW_WORDS = 7
"""Longer messages say more than that."""
_TYPE = "account_type"
_AHEAD = 1
"""How far before the member the step may be that names it."""


async def turned_for_done(here: Here) -> bool:
    """Turn the page for who tells what they have pressed, chosen or found of it; tell whether that is all they tell."""
    if _tells_it_works(here):
        await do(here, "works")
        return True
    number = _step_named(here)
    if number is None:
        return False
    is_found = not here.parts.choices.has(here.text, "did") and here.parts.choices.has(here.text, "found")
    is_found = is_found and bool(here.walk.steps[number].fields)
    if number < here.number or is_found:  # there it is only found, and still to be done
        await show_page(here, here.number, "guide_understood")
    elif number > here.number and not here.parts.choices.has(here.text, "did"):
        await show_page(here, number)
    else:
        await show_page(here, number + 1, "guide_step_done" if number + 1 < here.walk.last else "")
    return True


def _tells_it_works(here: Here) -> bool:
    """Whether somebody tells that it works, beside what they have done, or that it is ticked: 'changed, works', 'grüne Haken'."""
    choices, text = here.parts.choices, here.text
    if here.said.asks or here.said.length > _FEW_WORDS or choices.has(text, "denied"):
        return False
    if choices.has(text, "ticked"):
        return not here.asks_address
    return choices.has(text, "did") and any(part.intent == "works" for part in here.parts.typed.exactly_in_parts(text))


def _step_named(here: Here) -> int | None:
    """Give the step whose things are named; this one where only a deed is told: 'hab drauf gedrückt'.

    Of the account type it is enough to read out what was chosen: 'Privat (IMAP)'.
    """
    choices, text, walk = here.parts.choices, here.text, here.walk
    if here.is_end or here.asks_address or here.said.asks or here.said.length > _FEW_WORDS or choices.has(text, "denied"):
        return None
    is_told = choices.has(text, "did") or choices.has(text, "found")
    rest = choices.without(choices.without(choices.without(text, "did"), "found"), "beside_did")
    named = set(rest.split())
    if not named:
        return here.number if is_told and not _names_value(here) else None
    if _names_value(here):
        return None
    ahead = range(here.number, min(here.number + _AHEAD + 1, walk.last))
    pages = [number for number in (*ahead, *reversed(range(here.number))) if not walk.steps[number].asks_address]
    if is_told:
        return next((number for number in pages if named <= own_words(walk, number)), None)
    chooses = (number for number in pages if any(entry.value == _TYPE for entry in walk.entries(number)))
    is_type = len(words_of(text)) > 1 and any(one.kind == "subject" for one in here.said.reply.explanation.found)
    return next((number for number in chooses if is_type and set(words_of(text)) <= own_words(walk, number)), None)


def _names_value(here: Here) -> bool:
    """Whether a port or the other way is named, which is judged elsewhere."""
    found = here.said.reply.explanation.found
    return any(one.kind == "number" or (one.kind == "subject" and one.value != here.walk.protocol) for one in found)

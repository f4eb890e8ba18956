"""Words that steer a guide from wherever they are typed: another language, a step by its number, back into the guide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.phrases import words_of
from handlers.acting import shown_again
from handlers.buttons import Deed, PressGuide, PressSimple, Simple
from handlers.guides.dialogue import offer_to_go_on, open_page, press_guide, show, walk_to
from handlers.guides.doing import Here
from handlers.guides.pausing import is_back
from handlers.guides.protocol import turned_to_other_protocol
from handlers.guides.returning import returned
from handlers.guides.screens import choose_program
from handlers.menu import menu
from handlers.of_update import client_language
from handlers.questions import answer_intent

if TYPE_CHECKING:
    from telegram import Update

    from assistant.assistant import Memory
    from handlers.conversation import OpenGuide
    from handlers.services import Context
    from handlers.utterance import Utterance


async def steered(said: Utterance) -> bool:
    """Do what such words ask for; tell whether they did."""
    parts, text, recalled = said.parts, said.text, said.recalled
    if recalled.last is None and recalled.guide is None and recalled.choosing is None:
        return False
    language = parts.picks.language(text)
    if language in parts.content.languages and not parts.choices.has(text, "shown_here"):
        return await _went_on_in(said, language)
    if parts.picks.says(text, "menu") and recalled.choosing is None and recalled.guide is not None:
        await show(said.update, said.context, menu(parts.content, recalled.guide.language))
        return True
    if is_back(parts, text):
        return await _welcomed_back(said)
    if recalled.guide is not None:
        return await _led_back(said, recalled.guide)
    return "?" not in text and parts.picks.says(text, "resume") and await _began(said)


async def _began(said: Utterance) -> bool:
    """Offer to begin a guide to who wants to go on where none is running."""
    parts = said.parts
    language = parts.assistant.language_for(said.text, client_language(said.update), said.recalled.last)
    none = parts.word("guide_none_running", language)
    await show(said.update, said.context, choose_program(parts.content, language, none))
    return True


async def _welcomed_back(said: Utterance) -> bool:
    """Show what was open when somebody went away: the choice, or the page of the guide; one left longer ago is offered."""
    update, context, again, guide = said.update, said.context, said.recalled.choosing, said.recalled.guide
    if guide is not None and (again is None or again == PressSimple(Simple.CONTINUE, again.language)):
        if guide.is_fresh or guide.was_left_lately:
            await _open(said, guide)
            return True
        return await offer_to_go_on(update, context, guide.language)
    screen = await shown_again(update, context, again) if again is not None else None
    if screen is not None:
        await show(update, context, screen)
    return screen is not None


async def _led_back(said: Utterance, guide: OpenGuide) -> bool:
    """Open the page of a guide that words ask for."""
    picks, text = said.parts.picks, said.text
    if await returned(said, guide):
        return True
    if picks.says(text, "resume"):
        await _open(said, guide)
    elif picks.says(text, "where_left") and said.recalled.choosing is None:
        return await _welcomed_back(said)
    elif not (guide.is_fresh or guide.was_left_lately):
        return False
    elif turn := picks.steps_on(text):
        await _open(said, guide, guide.place.number + turn)
    elif (step := picks.step(text)) is not None:
        await _open(said, guide, step - 1)
    elif (named := _named_step(said, guide)) is not None:
        await _open(said, guide, named)
    elif guide.was_left_lately and said.recalled.choosing is None:
        return await _came_back(said, guide)
    else:
        return False
    return True


async def _open(said: Utterance, guide: OpenGuide, number: int | None = None) -> None:
    """Open the page they were at, or another one; a guide that has changed since is offered."""
    walk = walk_to(said.parts, guide.place, guide.language)
    if walk is None or number is None:
        await press_guide(said.update, said.context, None, PressGuide(Deed.SHOW, guide.place, guide.language))
    else:
        await open_page(said.update, said.context, walk, max(0, min(number, walk.last)))


async def _came_back(said: Utterance, guide: OpenGuide) -> bool:
    """Open the guide that was left a moment ago, for a bare 'weiter' or 'doch lieber IMAP'."""
    picks, text = said.parts.picks, said.text
    if picks.says(text, "go_on"):
        await _open(said, guide)
    elif picks.says(text, "how_far"):
        return await offer_to_go_on(said.update, said.context, guide.language)
    else:
        walk = walk_to(said.parts, guide.place, guide.language)
        return walk is not None and said.length != 1 and await turned_to_other_protocol(Here(said, walk, guide))
    return True


async def _went_on_in(said: Utterance, language: str) -> bool:
    """Show what is open, or what was answered last, in another language, at the same place."""
    update, context, again, guide = said.update, said.context, said.recalled.choosing, said.recalled.guide
    was_left = said.recalled.asides > 0 and said.recalled.last is not None  # something else was asked since
    if again is not None and not was_left:
        screen = await shown_again(update, context, replace(again, language=language))
        if screen is not None:
            await show(update, context, screen)
            return True
    if guide is not None and guide.is_fresh:
        await press_guide(update, context, None, PressGuide(Deed.SHOW, guide.place, language))
        return True
    last = said.recalled.last
    return last is not None and await _said_in(update, context, language, last)


async def _said_in(update: Update, context: Context, language: str, last: Memory) -> bool:
    try:
        await answer_intent(update, context, last.intent, language)
    except KeyError:  # newer content may not have it
        return False
    return True


def _named_step(said: Utterance, guide: OpenGuide) -> int | None:
    """Give the one step by whose title somebody says where they are: 'ich bin schon bei Postausgang'."""
    choices, text = said.parts.choices, said.text
    if not choices.begins(text, "am_at"):
        return None
    walk = walk_to(said.parts, guide.place, guide.language)
    named = choices.without(text, "am_at").split()
    titles = [words_of(step.title.get(walk.language)) if step.title else [] for step in walk.steps] if walk is not None else []
    fitting = [number for number, title in enumerate(titles) if named and set(named) <= set(title)]
    return fitting[0] if len(fitting) == 1 else None

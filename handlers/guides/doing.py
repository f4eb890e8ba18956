"""Does on a page of a guide what typed words mean: turns pages, goes to the end, finishes well or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.guides import PageKind
from assistant.guides.passages import INTRO, passage_about
from assistant.notes import is_hint
from assistant.trouble import START_TREE
from handlers import talk
from handlers.guides import screens
from handlers.guides.dialogue import cancel, open_page, show
from handlers.guides.files import DEEDS
from handlers.guides.in_trees import opened_by
from handlers.guides.things import missed
from handlers.guides.trouble import choose_trouble, shown_for
from handlers.guides.weighing import programs_named
from handlers.of_update import who_of
from handlers.render import after

if TYPE_CHECKING:
    from assistant.assistant import Memory, Reply
    from assistant.guides import Walk
    from assistant.guides.passages import Passage
    from handlers.conversation import OpenGuide
    from handlers.services import Services
    from handlers.utterance import Utterance

_TURNS = {"next": 1, "start": 1, "back": -1, "repeat": 0}
"""By how many pages words turn."""
_WHOLE = 5
"""From so many words on a question says by itself what it is about."""
_NO_FURTHER = frozenset({"next", "start"})


@dataclass(frozen=True)
class Here:
    """Where somebody types."""

    said: Utterance
    walk: Walk
    opened: OpenGuide

    @property
    def text(self) -> str:
        """What they type."""
        return self.said.text

    @property
    def parts(self) -> Services:
        """The bot's parts."""
        return self.said.parts

    @cached_property
    def reply(self) -> Reply:
        """What the assistant says to it amid the guide: nothing leans on the wish to set something up, which is being done."""
        ask, language = self.parts.assistant.ask, self.walk.language
        memory = self._leans_on if not self.other_program else None
        return ask(self.text, client_language=language, memory=memory)

    @property
    def _leans_on(self) -> Memory | None:
        memory = self.said.recalled.last
        if memory is None or memory.intent.topic == "setup":  # 'letzter Schritt bitte nochmal' would do it anew
            return None
        return replace(memory, language=self.walk.language)

    @cached_property
    def other_program(self) -> str:
        """The other program that a whole question is about, whatever was asked before: 'kann ich das auch am iPhone machen'.

        'Und am iPhone?' is about what was asked before.
        """
        if self._leans_on is None or not programs_named(self.said.reply) or self.said.length < _WHOLE:
            return ""
        intents = self.parts.assistant.ask(self.text, client_language=self.walk.language).intents
        program = intents[0].program if len(intents) == 1 and intents[0].topic == "setup" else ""
        return program if program != self.walk.program else ""

    @property
    def number(self) -> int:
        """The page."""
        return self.opened.place.number

    @property
    def is_end(self) -> bool:
        """Whether it is the last page, which asks whether the test mail arrived."""
        return self.number == self.walk.last

    @property
    def asks_address(self) -> bool:
        """Whether it is the page that asks for the address."""
        return self.walk.page(self.number).kind is PageKind.ADDRESS


async def do(here: Here, intent: str, trouble: str = "") -> None:
    """Do on this page what typed words mean, which may name a trouble; at the end of a guide some mean something else."""
    match intent:
        case "cancel":
            await cancel(here.said.update, here.said.context, here.opened, here.walk.language)
        case "restart":
            await open_page(here.said.update, here.said.context, here.walk, 0)
        case "fails" if not here.is_end and not trouble and (_lacks_a_thing(here) or _only_declines(here) or _still_looks(here)):
            await show_help(here)
        case "fails":
            await finish_badly(here, trouble)
        case "works" | "done" if here.is_end:
            await finish_well(here)
        case "works" if here.number + 1 == here.walk.last:
            await finish_well(here)  # the last step is to try it
        case "done" | "finish":
            await _go_on_or_to_the_end(here, intent)
        case "help":
            await show_help(here)
        case "works":
            await show_page(here, here.number + 1, "guide_works_so_far")
        case _:
            await _turn(here, intent)


async def show_page(here: Here, number: int, words: str = "", **slots: object) -> None:
    """Show a page, after some of the bot's own words."""
    before = here.parts.word(words, here.walk.language, **slots) if words else ""
    await open_page(here.said.update, here.said.context, here.walk, number, before=before)


async def show_help(here: Here) -> None:
    """Show the page again with what helps there: the step's own hint first, where it has one; the next time another way.

    Of a thing that another step names, that step is told.
    """
    kind = "end" if here.is_end else "address" if here.asks_address else "step"
    passage = _passage_about(here)
    if passage is not None and passage.number != here.number:
        said = told_elsewhere(here, passage)
    elif kind == "step" and here.opened.helped:
        said = _other_ways(here)
    else:
        hints = [said for said in here.walk.page(here.number).answer.paragraphs if is_hint(said)]
        is_unclear = kind == "step" and here.parts.picks.says(here.text, "unclear")
        name = missed(here)
        word = "guide_help_unclear" if is_unclear else "guide_named_here" if name else f"guide_help_{kind}"
        said = [*(() if is_unclear else hints), here.parts.word(word, here.walk.language, name=name)]
    await open_page(here.said.update, here.said.context, here.walk, here.number, before="\n\n".join(said), helps=True)


def told_elsewhere(here: Here, passage: Passage) -> list[str]:
    """Give what a guide says of something, and on which page where it is another one."""
    word = "guide_said_at_start" if passage.number == INTRO else "guide_said_in_step"
    head = [here.parts.word(word, here.walk.language, number=passage.number + 1)] if passage.number != here.number else []
    return [*head, *passage.paragraphs]


def _passage_about(here: Here) -> Passage | None:
    return passage_about(here.walk, here.number, here.text, here.parts.typed.uses)


def _lacks_a_thing(here: Here) -> bool:
    """Whether somebody cannot find a thing that the guide names: 'es steht nichts von Anderer Mail-Account da'."""
    return here.parts.picks.has(here.text, "missing") and _passage_about(here) is not None


def _still_looks(here: Here) -> bool:
    """Whether the help with this step was none to who cannot do what it says: 'immer noch nicht'."""
    return bool(here.opened.helped) and here.parts.choices.is_one_of(here.text, "still_not")


def _only_declines(here: Here) -> bool:
    """Whether a bare no is said to a step: nothing is set up yet that could fail."""
    return here.parts.choices.is_one_of(here.text, "declines")


def _other_ways(here: Here) -> list[str]:
    """Give what else helps whom a step's help did not: a ready-made file where there is one, the values, the webmaster."""
    parts, walk = here.parts, here.walk
    webmaster = walk.content.club.webmaster.get(walk.language)
    is_again = here.opened.helped > 1
    return [
        parts.word("guide_help_still" if is_again else "guide_help_again", walk.language),
        *(() if is_again else _file_offered(here)),
        parts.word("guide_help_last", walk.language, webmaster=webmaster),
    ]


def _file_offered(here: Here) -> list[str]:
    """Give the sentence that offers the ready-made file to who finds the steps too many; nothing where there is none."""
    walk = here.walk
    files = [screens.file_label(walk, DEEDS[kind]) for kind in walk.guide.files]
    return [here.parts.word("guide_help_file", walk.language, file=files[0])] if files else []


async def _turn(here: Here, intent: str) -> None:
    number = here.number + _TURNS.get(intent, 0)
    if intent == "back" and here.opened.came_from is not None:
        number = here.opened.came_from
    if number < 0:
        await show_page(here, 0, "guide_first_step")
    elif here.is_end and intent in _NO_FURTHER:
        await show_page(here, here.number, "guide_no_further")
    else:
        await show_page(here, number)


async def _go_on_or_to_the_end(here: Here, intent: str) -> None:
    """Go on a step, or show all values.

    Who types 'fertig' at a step has done what it says: the next one follows. 'Alles fertig', 'das war's', 'fertig!! 🎉' and
    'zeig alle Werte' lead to the end, from where 'back' leads to the step again, in case that was not meant. 'Alles eingetragen'
    tells of the fields of the step, and 'gespeichert' of no more either.
    """
    choices, text = here.parts.choices, here.text
    is_of_fields = choices.has(text, "entered") and not choices.has(text, "whole")
    is_step = intent == "done" and (is_of_fields or choices.is_made_of(text, "step"))
    following = here.number + 1
    if is_step:
        await show_page(here, following, "guide_step_done" if following < here.walk.last else "")
        return
    if here.is_end:
        await show_page(here, here.number)
        return
    came_from = here.number if following < here.walk.last else None
    words = [here.parts.word("guide_at_the_end", here.walk.language, number=following)] if came_from is not None else []
    said = [*words, *(_file_offered(here) if intent == "finish" else ())]
    await open_page(here.said.update, here.said.context, here.walk, here.walk.last, before="\n\n".join(said), came_from=came_from)


async def finish_well(here: Here) -> None:
    """End the guide: the mailbox works."""
    parts, who = here.parts, who_of(here.said.update)
    await show(here.said.update, here.said.context, screens.done(parts.content, here.opened.language))
    await parts.conversation.close_guide(who)
    parts.statistics.count(f"works:{here.walk.program}.{here.walk.protocol}")
    await talk.remove_buttons(here.said.context, who.chat, here.opened.message)


async def finish_badly(here: Here, trouble: str) -> None:
    """Ask what does not work, or go to the trouble that was named, or to where other words for a button lead: 'kommt nix an'."""
    content, language, program = here.parts.content, here.opened.language, here.walk.program
    told = trouble if trouble in content.trouble else START_TREE
    if told not in content.trouble:
        await show(here.said.update, here.said.context, choose_trouble(content, language, program))
        return
    press, first = opened_by(here.said, told)
    shown = shown_for(content, replace(press, language=language))
    await show(here.said.update, here.said.context, after(shown, first) if first else shown)

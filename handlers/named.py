"""Buttons named in words: 'ja', 'thunderbird', 'klappt immer noch nicht' do what the button does."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from handlers.acting import Meant, act, shown_again
from handlers.button_words import GO_AHEAD, begun, labelled, labels_of, pressed
from handlers.buttons import Press, PressAsk, PressProgram, PressSimple, PressTrouble, Simple
from handlers.guides import screens
from handlers.guides.amid_trees import amid
from handlers.guides.dialogue import cancel, show
from handlers.guides.in_trees import (
    heard_in_tree,
    is_another_trouble,
    is_remedy,
    program_told,
    said_in_tree,
    says_only_that_it_fails,
    tells_before,
)
from handlers.guides.pausing import asks_to_wait
from handlers.guides.picking import asks_of_ended, explanation, is_program_choice, names_this, picked
from handlers.guides.trouble import on_program, shown_for
from handlers.guides.weighing import is_for_assistant, is_small_talk
from handlers.render import after
from handlers.services import client_language, services
from handlers.way_on import help_to_choose, is_unsure, way_on, way_out

if TYPE_CHECKING:
    from telegram import Update

    from assistant.assistant import Memory, Reply
    from assistant.guides import Typed
    from handlers.conversation import Recalled
    from handlers.render import Shown
    from handlers.services import Context, Services

_MOST_WORDS = 4
"""Longer messages that nobody understands are not taken for an answer, and longer ones that name a button may say more."""
_MOST_ASIDES = 1
"""So many other things may be answered before an open choice is only for whoever names a button."""
_ANSWERS = ("yes", "no", "fine")


class Named(Enum):
    """What words were to the choice that is open."""

    NOTHING = auto()
    """There is none open, or they turn the pages of the guide that led to it."""
    DONE = auto()
    """They were for it and have been acted on."""
    ELSE = auto()
    """One is open, and they were about something else."""
    BESIDE = auto()
    """One is open, and they were a greeting or thanks: it stays open as it was."""


_TURNS = frozenset({"next", "back", "repeat"})
_BARE = 1.0
"""So certain are words that say nothing else than to go on, to go back and so on."""


class _Found(NamedTuple):
    """What words do with the choice that is open."""

    press: Press | None
    """The button; None to show the choice once more, or to leave it."""
    first: str = ""
    """What is said before that."""
    leaves: bool = False


async def named_choice(update: Update, context: Context, text: str, recalled: Recalled) -> Named:
    """Do what the button does that is named, if the member was lately asked to choose.

    Bare words such as 'weiter', which fit no button, and short ones that nobody understands get the choice once more, until
    something else was answered; after a while only its labels count.
    """
    parts, again = services(context), recalled.choosing
    screen = await shown_again(update, context, again) if again is not None else None
    if again is None or screen is None:
        return Named.NOTHING
    if recalled.asides > _MOST_ASIDES:
        found: _Found | Named = _Found(labelled(parts, screen, text))
    else:
        known = _at_once(parts, again, screen, text, recalled)
        found = known or _in_other_words(update, context, text, recalled, again, screen)
    if isinstance(found, Named):
        return found
    if found.press is None and recalled.asides and not found.leaves:
        return Named.NOTHING
    await _do(update, context, text, recalled, again, screen, found)
    return Named.DONE


def _at_once(parts: Services, again: Press, screen: Shown, text: str, recalled: Recalled) -> _Found | None:
    """Tell what words do that name a button, ask for a moment, lead out of the trees, or tell of who does not dare to choose."""
    if asks_to_wait(parts, text, labels_of(screen)):
        return _Found(None, parts.word("guide_no_hurry", again.language))
    press = (
        picked(parts, again, screen, text) or pressed(parts, again, screen, text) or way_out(parts, again, text, recalled.guide)
    )
    if press is not None:
        return _Found(press)
    if isinstance(again, PressProgram) and names_this(parts, again, text):
        return _Found(None, parts.word("guide_fits", again.language))
    is_afraid = _is_of_set_up(again) and parts.picks.says(text, "worried")
    return _Found(None, parts.word("guide_worried", again.language)) if is_afraid else None


def _in_other_words(
    update: Update, context: Context, text: str, recalled: Recalled, again: Press, screen: Shown
) -> _Found | Named:
    """Tell what words do that name no button, or that they are not for the choice."""
    parts = services(context)
    meant = parts.typed.understand(text)
    bare = meant.intent if meant is not None and meant.score >= _BARE else ""
    if _turns_pages(parts, text, bare, again) and recalled.guide is not None and recalled.guide.is_fresh:
        return Named.NOTHING  # helped enough: on with the guide in which something did not work
    reply = _asked(update, context, text, recalled.last)
    heard = heard_in_tree(parts, again, text, reply, meant) if isinstance(again, PressTrouble) else None
    press, first = heard or (begun(parts, again, screen, text, reply), "")
    is_another = bare == "fails" and is_another_trouble(reply, meant, again)
    if press is None and not is_another:
        press, first = _leads_to(parts, again, screen, text, meant, reply)
    if press is not None:
        return _Found(press, first)
    if isinstance(again, PressTrouble) and (hint := amid(parts, again, text, meant, reply)):
        return _Found(None, hint)
    was_so = tells_before(parts, again, text, meant, reply)
    asks_page = asks_of_ended(parts, again, reply)
    is_bare = bool(bare) and not (bare == "help" and is_for_assistant(reply, meant))  # 'was ist ein Port'
    is_vague = isinstance(again, PressTrouble) and says_only_that_it_fails(reply, meant)
    stays = is_bare or is_vague or was_so or asks_page or _searches_already(again, meant, reply)
    if is_another or (not stays and (reply.answered or len(text.split()) > _MOST_WORDS)):
        is_kind = isinstance(again, PressTrouble) and is_small_talk(parts.content, reply)
        return Named.BESIDE if is_kind else Named.ELSE
    if asks_page:
        return _Found(None)  # it is said there
    is_lost = isinstance(again, PressProgram) and meant is not None and meant.intent == "help"
    of_choice = "choice_again_program" if is_program_choice(again) else "choice_again"
    of_question = "trouble_before" if was_so else "guide_choose_first" if is_lost else of_choice
    hint = "choice_again_remedy" if is_remedy(parts, again) else of_question
    return _Found(None, parts.word(hint, again.language), leaves=bare == "cancel")


async def _do(
    update: Update, context: Context, text: str, recalled: Recalled, again: Press, screen: Shown, found: _Found
) -> None:
    content, press, guide = services(context).content, found.press, recalled.guide
    if isinstance(press, PressTrouble) and found.first:
        following = shown_for(content, replace(press, language=again.language))
        await show(update, context, after(following, found.first))
    elif isinstance(press, Meant):
        await act(update, context, None, _knowing(update, context, text, press))
        if isinstance(press, PressAsk) and isinstance(again, PressProgram):
            await show(update, context, screen)  # explained, and still to be chosen
    elif found.leaves and guide is not None and guide.is_fresh:
        await cancel(update, context, guide, guide.language)
    elif found.leaves:
        await show(update, context, screens.stopped(content, again.language))
    else:
        await show(update, context, after(screen, found.first) if found.first else screen)


def _knowing(update: Update, context: Context, text: str, press: Meant) -> Meant:
    """Let a button of a tree know the program that was named beside it: 'sie bleibt im Postausgang, am iPhone'."""
    if not isinstance(press, PressTrouble) or len(text.split()) <= _MOST_WORDS:
        return press
    program = program_told(services(context), text, _asked(update, context, text, None))
    return on_program(press, program or press.program)


def _leads_to(
    parts: Services, again: Press, screen: Shown, text: str, meant: Typed | None, reply: Reply
) -> tuple[Press | None, str]:
    """Give where words lead that name no button, and what is said before that."""
    if not isinstance(again, PressTrouble):
        return _instead(parts, again, screen, text, meant, reply), ""
    said = said_in_tree(parts, text, meant, reply, again)
    if said is not None:
        return said, ""
    press, word = way_on(parts, again, text, meant, reply) or (None, "")
    return press, parts.word(word, again.language) if word else ""


def _searches_already(again: Press, meant: Typed | None, reply: Reply) -> bool:
    """Whether somebody who is to choose the way first cannot find a thing in the program: 'ich finde das Zahnrad nicht'."""
    is_lost = meant is not None and meant.intent == "help" and meant.is_sure
    return isinstance(again, PressProgram) and is_lost and all(intent.topic.startswith("trouble:") for intent in reply.intents)


def _instead(parts: Services, again: Press, screen: Shown, text: str, meant: Typed | None, reply: Reply) -> Press | None:
    """Give what helps who cannot choose among programs: to find out which one it is, or what does not work."""
    if not _is_of_set_up(again):
        return None
    if meant is not None and meant.intent == "fails" and meant.score >= _BARE:
        return PressSimple(Simple.TROUBLES, again.language)
    if (
        isinstance(again, PressProgram)
        and meant is not None
        and meant.intent in GO_AHEAD
        and meant.is_sure
        and not reply.answered
    ):
        return help_to_choose(parts, again, screen)  # the recommended way
    if not is_unsure(parts, text, meant) or is_for_assistant(reply, meant):
        return None
    is_unknown = parts.choices.answer(text) == "unsure"
    return help_to_choose(parts, again, screen) if is_unknown else explanation(parts, again)


def _is_of_set_up(again: Press) -> bool:
    """Whether programs, devices or ways of fetching emails are to be chosen from."""
    return isinstance(again, PressProgram) or is_program_choice(again)


def _turns_pages(parts: Services, text: str, bare: str, again: Press) -> bool:
    """Whether words go on in the guide that led to a trouble: 'weiter', but not 'ok' or 'und jetzt?' after a remedy."""
    if bare not in _TURNS or not _is_about_trouble(again):
        return False
    labels = [parts.word(word, again.language) for word in ("guide_next", "guide_back")]
    if isinstance(again, PressTrouble) and any(parts.choices.is_one_of(text, kind) for kind in _ANSWERS):
        return False  # 'ja' is an answer, if none that fits
    return bare != "next" or not is_remedy(parts, again) or parts.choices.named(text, labels) is not None


def _is_about_trouble(again: Press) -> bool:
    return isinstance(again, PressTrouble) or again == PressSimple(Simple.TROUBLES, again.language)


def _asked(update: Update, context: Context, text: str, memory: Memory | None) -> Reply:
    return services(context).assistant.ask(text, client_language=client_language(update), memory=memory)

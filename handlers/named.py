"""Buttons named in words: 'ja', 'thunderbird', 'klappt immer noch nicht' do what the button does."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from handlers.acting import Meant, act, shown_again
from handlers.buttons import Press, PressProgram, PressSimple, PressTrouble, Simple, decode
from handlers.guides import screens
from handlers.guides.dialogue import show
from handlers.guides.weighing import is_for_assistant, known_trouble
from handlers.render import to_html
from handlers.services import client_language, services

if TYPE_CHECKING:
    from telegram import Update

    from assistant.assistant import Memory, Reply
    from assistant.guides import Typed
    from handlers.conversation import Recalled
    from handlers.render import Shown
    from handlers.services import Context, Services

_MOST_WORDS = 4
"""Longer messages that nobody understands are not taken for an answer."""
_GO_AHEAD = frozenset({"start", "next"})


class Named(Enum):
    """What words were to the choice that is open."""

    NOTHING = auto()
    """There is none open, or they turn the pages of the guide that led to it."""
    DONE = auto()
    """They were for it and have been acted on."""
    ELSE = auto()
    """One is open, and they were about something else."""


_TURNS = frozenset({"next", "back", "repeat"})
_IN_TREES = frozenset({"works", "done", "restart"})
_SURE, _LIKELY = 0.8, 0.65
_BARE = 1.0
"""So certain are words that say nothing else than to go on, to go back and so on."""


async def named_choice(update: Update, context: Context, text: str, recalled: Recalled) -> Named:
    """Do what the button does that is named, if the member was lately asked to choose.

    Bare words such as 'weiter', which fit no button, and short ones that nobody understands get the choice once more.
    """
    parts, again = services(context), recalled.choosing
    screen = await shown_again(update, context, again) if again is not None else None
    if again is None or screen is None:
        return Named.NOTHING
    press = _pressed(parts, again, screen, text)
    if isinstance(press, Meant):
        await act(update, context, None, press)
        return Named.DONE
    meant = parts.typed.understand(text)
    bare = meant.intent if meant is not None and meant.score >= _BARE else ""
    if bare in _TURNS and _is_about_trouble(again) and recalled.guide is not None and recalled.guide.is_fresh:
        return Named.NOTHING  # helped enough: on with the guide in which something did not work
    said = _said_in_tree(update, context, text, meant, recalled.last, again)
    if said is not None:
        await act(update, context, None, said)
        return Named.DONE
    is_another = bare == "fails" and _is_another_trouble(_asked(update, context, text, recalled.last), meant, again)
    if is_another or (not bare and _is_known(update, context, text, recalled.last)):
        return Named.ELSE
    if bare == "cancel":
        await show(update, context, screens.stopped(parts.content, again.language))
    else:
        hint = parts.word("choice_again", again.language)
        await show(update, context, replace(screen, html=f"{to_html(hint)}\n\n{screen.html}", plain=f"{hint}\n\n{screen.plain}"))
    return Named.DONE


def _is_about_trouble(again: Press) -> bool:
    return isinstance(again, PressTrouble) or again == PressSimple(Simple.TROUBLES, again.language)


def _is_another_trouble(reply: Reply, meant: Typed | None, again: Press) -> bool:
    """Whether words tell a trouble other than the one asked about: 'ich kann nichts senden', where no mail arrives."""
    named = known_trouble(reply, meant) if reply.answered else ""
    return bool(named) and isinstance(again, PressTrouble) and named != again.tree


def _is_known(update: Update, context: Context, text: str, memory: Memory | None) -> bool:
    """Whether the assistant has something to say to it."""
    reply = _asked(update, context, text, memory)
    return reply.answered or len(text.split()) > _MOST_WORDS


def _said_in_tree(
    update: Update, context: Context, text: str, meant: Typed | None, memory: Memory | None, again: Press
) -> PressSimple | PressTrouble | None:
    """Give what words say in a tree without naming a button: that it works now, or to ask from the beginning."""
    if not isinstance(again, PressTrouble) or meant is None or meant.intent not in _IN_TREES or meant.score < _LIKELY:
        return None
    if meant.score < _SURE and is_for_assistant(_asked(update, context, text, memory), meant):
        return None  # 'alles ist doppelt' sounds a little like 'it works', and tells a trouble
    if meant.intent == "restart":
        return PressTrouble(again.tree, "", again.language)
    return PressSimple(Simple.SOLVED, again.language)


def _asked(update: Update, context: Context, text: str, memory: Memory | None) -> Reply:
    return services(context).assistant.ask(text, client_language=client_language(update), memory=memory)


def _pressed(parts: Services, again: Press, screen: Shown, text: str) -> Press | None:
    datas = [(button.text, button.callback_data) for row in screen.rows for button in row if button.callback_data]
    place = parts.choices.chosen(text, [label for label, _ in datas])
    if place is None and isinstance(again, PressProgram | PressSimple) and again != PressSimple(Simple.SETUP, again.language):
        place = 0 if _goes_ahead(parts, again, text) else None
    return decode(datas[place][1]) if place is not None and place < len(datas) else None


def _goes_ahead(parts: Services, again: Press, text: str) -> bool:
    """Whether somebody who is offered a way just wants to go it: the first one, which is the recommended."""
    is_offer = isinstance(again, PressProgram) or again == PressSimple(Simple.CONTINUE, again.language)
    meant = parts.typed.understand(text)
    goes_on = meant is not None and meant.score >= _SURE and meant.intent in _GO_AHEAD
    return is_offer and (goes_on or parts.choices.says_yes(text))

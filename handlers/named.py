"""Buttons named in words: 'ja', 'thunderbird', 'klappt immer noch nicht' do what the button does."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from assistant.trouble import START_TREE, page
from handlers.acting import Meant, act, shown_again
from handlers.buttons import Press, PressAsk, PressProgram, PressSimple, PressTrouble, Simple, decode
from handlers.guides import screens
from handlers.guides.dialogue import show
from handlers.guides.picking import explanation, is_program_choice, picked
from handlers.guides.trouble import trouble_shown
from handlers.guides.weighing import is_for_assistant, known_trouble
from handlers.render import to_html
from handlers.services import client_language, services
from handlers.way_on import help_to_choose, is_unsure, way_on

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
_QUESTIONED = frozenset({"subject", "aspect", "topic", "direction", "program"})
"""What may be asked about: beside the words for a button such a word asks for more, as in 'Thunderbird einrichten'."""
_SURE, _LIKELY, _AS_NEWS = 0.8, 0.65, 0.5
"""From where words in a tree are taken for 'it works'; the last where they tell it as news: 'jetzt geht es'."""
_FEW_WORDS = 3
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
    press, word = picked(parts, again, screen, text) or _pressed(parts, again, screen, text), ""
    meant = parts.typed.understand(text)
    bare = meant.intent if meant is not None and meant.score >= _BARE else ""
    if press is None and _turns_pages(parts, text, bare, again) and recalled.guide is not None and recalled.guide.is_fresh:
        return Named.NOTHING  # helped enough: on with the guide in which something did not work
    was_so = False
    if press is None:
        reply = _asked(update, context, text, recalled.last)
        press = _told(parts, again, screen, text, reply)
        is_another = bare == "fails" and _is_another_trouble(reply, meant, again)
        if press is None and not is_another:
            press, word = _leads_to(parts, again, screen, text, meant, reply)
        was_so = press is None and _tells_before(parts, again, text, meant, reply)
        is_bare = bool(bare) and not (bare == "help" and is_for_assistant(reply, meant))  # 'was ist ein Port'
        stays = is_bare or was_so or _searches_already(again, meant, reply)
        is_else = is_another or (not stays and (reply.answered or len(text.split()) > _MOST_WORDS))
        if press is None and is_else:
            return Named.ELSE
    if isinstance(press, PressTrouble) and word:
        following = trouble_shown(parts.content, press.tree, press.node, again.language)
        await show(update, context, _after(following, parts.word(word, again.language)))
    elif isinstance(press, Meant):
        await act(update, context, None, press)
        if isinstance(press, PressAsk) and isinstance(again, PressProgram):
            await show(update, context, screen)  # explained, and still to be chosen
    elif bare == "cancel":
        await show(update, context, screens.stopped(parts.content, again.language))
    else:
        is_lost = isinstance(again, PressProgram) and meant is not None and meant.intent == "help"
        of_choice = "guide_choose_first" if is_lost else "choice_again"
        of_question = "trouble_before" if was_so else of_choice
        hint = "choice_again_remedy" if _is_remedy(parts, again) else of_question
        await show(update, context, _after(screen, parts.word(hint, again.language)))
    return Named.DONE


def _leads_to(
    parts: Services, again: Press, screen: Shown, text: str, meant: Typed | None, reply: Reply
) -> tuple[Press | None, str]:
    """Give where words lead that name no button, and which of the bot's words tell that."""
    if not isinstance(again, PressTrouble):
        return _instead(parts, again, screen, text, meant, reply), ""
    said = _said_in_tree(parts, text, meant, reply, again)
    return (said, "") if said is not None else way_on(parts, again, text, meant, reply) or (None, "")


def _after(screen: Shown, hint: str) -> Shown:
    """Give a screen with something said first."""
    return replace(screen, html=f"{to_html(hint)}\n\n{screen.html}", plain=f"{hint}\n\n{screen.plain}")


def _searches_already(again: Press, meant: Typed | None, reply: Reply) -> bool:
    """Whether somebody who is to choose the way first cannot find a thing in the program: 'ich finde das Zahnrad nicht'."""
    is_lost = meant is not None and meant.intent == "help" and meant.is_sure
    return isinstance(again, PressProgram) and is_lost and all(intent.topic.startswith("trouble:") for intent in reply.intents)


def _instead(parts: Services, again: Press, screen: Shown, text: str, meant: Typed | None, reply: Reply) -> Press | None:
    """Give what helps who cannot choose among programs: to find out which one it is, or what does not work."""
    if not (isinstance(again, PressProgram) or is_program_choice(again)):
        return None
    if meant is not None and meant.intent == "fails" and meant.score >= _BARE:
        return PressSimple(Simple.TROUBLES, again.language)
    if meant is not None and meant.intent in _GO_AHEAD and meant.is_sure and not reply.answered:
        return help_to_choose(parts, again, screen)  # 'weiter': one question further, where nothing is recommended
    if not is_unsure(parts, text, meant) or is_for_assistant(reply, meant):
        return None
    explained = explanation(parts, again) if parts.choices.answer(text) != "unsure" else None
    return explained or help_to_choose(parts, again, screen)


def _turns_pages(parts: Services, text: str, bare: str, again: Press) -> bool:
    """Whether words go on in the guide that led to a trouble: 'weiter', but not 'ok' or 'und jetzt?' after a remedy."""
    if bare not in _TURNS or not _is_about_trouble(again):
        return False
    labels = [parts.word(word, again.language) for word in ("guide_next", "guide_back")]
    return bare != "next" or not _is_remedy(parts, again) or parts.choices.named(text, labels) is not None


def _is_remedy(parts: Services, again: Press) -> bool:
    return isinstance(again, PressTrouble) and page(parts.content, again.tree, again.node, again.language).is_remedy


def _is_about_trouble(again: Press) -> bool:
    return isinstance(again, PressTrouble) or again == PressSimple(Simple.TROUBLES, again.language)


def _is_another_trouble(reply: Reply, meant: Typed | None, again: Press) -> bool:
    """Whether words tell a trouble other than the one asked about: 'ich kann nichts senden', where no mail arrives."""
    named = known_trouble(reply, meant) if reply.answered else ""
    return bool(named) and isinstance(again, PressTrouble) and named != again.tree


def _said_in_tree(parts: Services, text: str, meant: Typed | None, reply: Reply, again: PressTrouble) -> Press | None:
    """Give what words say in a tree without naming a button: that it works now, or to ask from the beginning."""
    if meant is None or meant.intent not in _IN_TREES:
        return None
    is_news = meant.intent != "restart" and parts.choices.has(text, "now")
    if meant.score < (_AS_NEWS if is_news else _LIKELY):
        return None
    if meant.score < _SURE and is_for_assistant(reply, meant):
        return None  # 'alles ist doppelt' sounds a little like 'it works', and tells a trouble
    if meant.intent == "restart":
        return PressTrouble(again.tree, "", again.language)
    # After a question 'it works' is an answer, unless it is told as news; how it was before is never a success.
    is_told = _is_remedy(parts, again) or (is_news and (meant.score >= _BARE or len(text.split()) <= _FEW_WORDS))
    if not is_told or parts.choices.has(text, "before"):
        return None
    # 'Fertig' tells that a remedy was tried, and not whether it helped.
    return None if parts.choices.is_made_of(text, "step") else PressSimple(Simple.SOLVED, again.language)


def _tells_before(parts: Services, again: Press, text: str, meant: Typed | None, reply: Reply) -> bool:
    """Whether words tell in a tree that it worked before, and nothing that the assistant has an answer to."""
    if not isinstance(again, PressTrouble) or not parts.choices.tells_before(text):
        return False
    topics, here = parts.content.topics, {f"trouble:{START_TREE}", f"trouble:{again.tree}"}
    said = [intent.topic for intent in reply.intents]
    is_no_news = all(topic in here or (topic in topics and topics[topic].small_talk) for topic in said)
    return not reply.answered or is_no_news or (meant is not None and meant.intent in _IN_TREES)


def _told(parts: Services, again: Press, screen: Shown, text: str, reply: Reply) -> Press | None:
    """Give the button of a tree that other words than its own tell, where they name nothing that is a question of its own."""
    if not isinstance(again, PressTrouble):
        return None
    also = {way.label: way.also for way in page(parts.content, again.tree, again.node, again.language).ways}
    presses = _presses(screen)
    told = parts.choices.told(text, [also.get(label, ()) for label, _ in presses])
    if told is None:
        return None
    named = (set(found.words.split()) for found in reply.explanation.found if found.kind in _QUESTIONED)
    return decode(presses[told.place][1]) if not any(words <= told.beside for words in named) else None


def _asked(update: Update, context: Context, text: str, memory: Memory | None) -> Reply:
    return services(context).assistant.ask(text, client_language=client_language(update), memory=memory)


def _pressed(parts: Services, again: Press, screen: Shown, text: str) -> Press | None:
    presses = _presses(screen)
    place = parts.choices.chosen(text, [label for label, _ in presses])
    if place is None and isinstance(again, PressProgram | PressSimple) and again != PressSimple(Simple.SETUP, again.language):
        place = 0 if _goes_ahead(parts, again, text) else None
    press = decode(presses[place][1]) if place is not None and place < len(presses) else None
    # 'Weiß nicht' is a call for help, and sounds like the menu: away leads only who names it.
    is_menu = press == PressSimple(Simple.MENU, again.language)
    return None if is_menu and parts.choices.named(text, [parts.word("menu_button", again.language)]) is None else press


def _presses(screen: Shown) -> list[tuple[str, str]]:
    """Give the labels of a screen's buttons with what they mean."""
    return [(button.text, button.callback_data) for row in screen.rows for button in row if button.callback_data]


def _goes_ahead(parts: Services, again: Press, text: str) -> bool:
    """Whether somebody who is offered a way just wants to go it: the first one, which is the recommended."""
    is_offer = isinstance(again, PressProgram) or again == PressSimple(Simple.CONTINUE, again.language)
    meant = parts.typed.understand(text)
    goes_on = meant is not None and meant.score >= _SURE and meant.intent in _GO_AHEAD
    return is_offer and (goes_on or parts.choices.says_yes(text))

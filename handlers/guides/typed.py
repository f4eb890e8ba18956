"""Words typed in a guide: a step, an address, or a question, answered before the step comes again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers import talk
from handlers.buttons import Deed, PressGuide
from handlers.guides import screens
from handlers.guides.address import offer_name, take_address
from handlers.guides.asking import about_this_guide, asks_what_to_enter, stands_on_page, where_it_goes
from handlers.guides.dialogue import cancel, open_page, press_guide, tell_of_change, walk_to
from handlers.guides.doing import Here, do, show_page
from handlers.guides.done_here import turned_for_done
from handlers.guides.elsewhere import asks_of_something_else
from handlers.guides.expected import expected
from handlers.guides.filed import gave_file
from handlers.guides.known_questions import answered_as_known
from handlers.guides.opening import open_named
from handlers.guides.ports import (
    changed_to,
    names_wrong_port,
    other_number,
    told_changed,
    told_not_this,
    told_right,
    told_wrong,
)
from handlers.guides.protocol import kept_to_way, turned_to_other_protocol
from handlers.guides.results import took_result
from handlers.guides.staying import answered_of_page, kept_page
from handlers.guides.told import acted_on_surroundings, turned_by_look
from handlers.guides.weighing import (
    is_certain,
    is_for_assistant,
    is_half_sure,
    is_small_talk,
    known_trouble,
    most_likely,
    tells_how_it_went,
)
from handlers.of_update import client_language, message_of, who_of
from handlers.render import answer_shown

if TYPE_CHECKING:
    from assistant.assistant import Reply
    from handlers.conversation import OpenGuide
    from handlers.utterance import Utterance

_TELLS_HOW = frozenset({Deed.WORKS, Deed.FAILS})
_SET_UP = frozenset({"setup", "by_hand"})
"""What a page tells itself: how to set up, and to enter by hand what a program does not find."""
_ADDRESS = (("aspect", "address"), ("cue", "maybe_address"))


async def acted_in_guide(said: Utterance) -> bool:
    """Act on words typed while a guide is open.

    Returns:
        Whether the message was for the guide; if not, it is a message like any other.
    """
    opened = said.recalled.guide
    if opened is None or not opened.is_fresh:
        return False
    walk = walk_to(said.parts, opened.place, opened.language)
    if walk is None:
        return await _told_of_change(said, opened)
    here = Here(said, walk, opened)
    if await answered_as_known(here) or await _acted_on_page(here):
        return True
    if said.meant is not None and is_certain(said.meant):
        await do(here, said.meant.intent)
        return True
    if "@" in said.text and await take_address(here):
        return True
    return await _ask_first(here)


async def _acted_on_page(here: Here) -> bool:
    """Do what words mean on this page and on no other: its buttons, the address it asks for, whether the test mail arrived."""
    if await _judged_port(here) or await turned_for_done(here):
        return True
    if await _went_a_way(here) or await turned_by_look(here) or await answered_of_page(here):
        return True
    if here.is_end and await took_result(here):
        return True
    if await acted_on_surroundings(here) or await kept_page(here) or await _took_thanks(here):
        return True
    if await _pressed_by_label(here):
        return True
    return "@" not in here.text and await _acted_without_at(here)


async def _went_a_way(here: Here) -> bool:
    """Go the way of fetching emails that is named, be it the one in hand or the other; tell whether one was chosen."""
    return await kept_to_way(here) or (not _is_bare_protocol(here) and await turned_to_other_protocol(here))


async def _took_thanks(here: Here) -> bool:
    """Take thanks with praise for no more than that, before the end: 'super, danke' does not tell that the mailbox works."""
    is_thanks = not here.is_end and here.parts.choices.is_one_of(here.text, "thanks") and here.reply.answered
    if is_thanks:
        await _said(here, here.reply)
    return is_thanks


async def _judged_port(here: Here) -> bool:
    """Answer who names a port that is not the guide's; tell whether one was named."""
    if not any(map(str.isdigit, here.text)):
        return False
    if number := changed_to(here):
        await _said(here, told_changed(here, number))
        return True
    if names_wrong_port(here, here.reply):
        return await _answered(here, here.reply)
    if number := other_number(here):
        await _said(here, told_not_this(here, number))
    return bool(number)


async def _acted_without_at(here: Here) -> bool:
    """Act on words without an @: for the ready-made file, a name, or a question of something else."""
    return await gave_file(here) or await take_address(here) or await _owned_up(here)


def _is_bare_protocol(here: Here) -> bool:
    """Whether words only name a way of fetching emails, which asks what it is: 'POP3'."""
    return here.said.length == 1 and not here.asks_address


async def _pressed_by_label(here: Here) -> bool:
    """Press the button whose label was typed: 'fertige Datei', 'QR-Code'. Words that turn pages do so by themselves."""
    if here.parts.typed.exactly(here.text) is not None:
        return False
    presses = screens.page_shown(here.walk, here.number).presses
    # Whether it works is told in many ways: 'empfangen klappt, senden nicht' is more than the label it holds.
    labelled = [(label, press) for label, press in presses if isinstance(press, PressGuide) and press.deed not in _TELLS_HOW]
    place = here.parts.choices.named(here.text, [label for label, _ in labelled])
    if place is None:
        return False
    await press_guide(here.said.update, here.said.context, None, labelled[place][1])
    return True


async def _told_of_change(said: Utterance, opened: OpenGuide) -> bool:
    """Say that the guide was changed, if the words were for it and ask nothing."""
    update, context, meant = said.update, said.context, said.meant
    if meant is None or not meant.is_sure:
        return False
    reply = said.parts.assistant.ask(said.text, client_language=client_language(update))
    if not is_certain(meant) and is_for_assistant(reply, meant, opened.place.program):
        return False
    if meant.intent == "cancel":
        await cancel(update, context, opened, opened.language)
    else:
        await tell_of_change(update, context, opened.place, opened.language)
    return True


def _asks_for_this_guide(here: Here, reply: Reply) -> bool:
    """Whether words only sound as if a set-up was asked for, amid one: 'es gibt keine manuelle Einrichtung'."""
    is_setup = all(intent.topic in _SET_UP and not intent.program for intent in reply.intents)
    names_device = any((found.kind, found.value) == ("cue", "device") for found in reply.explanation.found)
    return is_setup and not names_device and not here.parts.choices.has(here.text, "other")


def _only_names_it(here: Here, reply: Reply) -> bool:
    """Whether words name the program that is being set up, beside others that ask for nothing: 'iPad Air'."""
    found = {(one.kind, one.value) for one in reply.explanation.found}
    is_it = [(intent.topic, intent.program) for intent in reply.intents] == [("setup", here.walk.program)]
    return is_it and found.isdisjoint({("topic", "setup"), ("cue", "question")})


def _how_it_went(here: Here) -> str:
    """Give what is told beside thanks: that it works, that it is done, that it fails; empty where that is nothing."""
    for told in (here.said.meant, *here.parts.typed.exactly_in_parts(here.text)):
        if told is not None and tells_how_it_went(told):
            return told.intent
    choices = here.parts.choices
    has_arrived = here.is_end and choices.has(here.text, "arrived") and not choices.has(here.text, "but")
    return "works" if has_arrived else ""


def _about_the_address(here: Here, reply: Reply) -> str:
    """Give which of the bot's words help who gave a wrong address, or has none; empty for any other question about it."""
    names_it = any((found.kind, found.value) in _ADDRESS for found in reply.explanation.found)
    if not names_it or any(intent.aspect not in ("", "address") for intent in reply.intents):
        return ""
    if here.parts.picks.has(here.text, "mistaken"):
        return "guide_address_right"
    is_asked = any(intent.aspect for intent in reply.intents)
    return "guide_address_none" if is_asked and here.parts.picks.has(here.text, "none") else ""


def _in_language_of(here: Here, reply: Reply) -> Here:
    """Go on in the language that somebody asks in: the answer and the page below it are one."""
    language = reply.language
    if language == here.walk.language:
        return here
    return replace(here, walk=replace(here.walk, language=language), opened=replace(here.opened, language=language))


async def _owned_up(here: Here) -> bool:
    """Own up to it where nobody knows what is asked: the page stays, and what helps there is not told for it."""
    if not asks_of_something_else(here, here.reply):
        return False
    await show_page(here, here.number, "guide_unknown")
    parts = here.parts
    parts.statistics.asked(None)
    await parts.unanswered.keep(here.text, parts.content, parts.password_guard, parts.signs)
    return True


async def _ask_first(here: Here) -> bool:
    """Let the assistant answer what is a question; else do what the words most likely mean."""
    parts, meant, reply = here.parts, here.said.meant, here.reply
    if is_small_talk(parts.content, reply) and (how := _how_it_went(here)):
        await do(here, how)
        return True
    if word := _about_the_address(here, reply):
        club = parts.content.club
        await show_page(here, here.number, word, domain=club.domain, webmaster=club.webmaster.get(here.walk.language))
        return True
    if parts.picks.set_up(here.text)[0] not in ("", here.walk.program):
        return False
    wanted, message = "", _message_told(here)
    is_asked = is_for_assistant(reply, meant, here.walk.program, asks="?" in here.text) and not _is_guess(here, reply)
    if not (asks_what_to_enter(reply) or is_asked):
        wanted = "fails" if message else most_likely(meant, is_end=here.is_end)
    elif _asks_for_this_guide(here, reply):
        wanted = "help"
    elif _only_names_it(here, reply):
        await show_page(here, here.number, "guide_fits")
        return True
    if not wanted:
        return await _answered(here, reply)
    if not await _told_better(here, wanted, reply):
        await do(here, wanted, message or known_trouble(reply, meant))
    return True


def _is_guess(here: Here, reply: Reply) -> bool:
    """Whether the assistant has no more than a guess to say to what asks nothing: 'it shows something about google'."""
    return here.said.meant is None and not here.said.asks and not is_half_sure(reply)


def _message_told(here: Here) -> str:
    """Give the trouble that a message of the program tells word for word: 'IMAP konnte nicht verbunden werden'."""
    meant = here.said.meant
    quoted = set(here.parts.assistant.quoted(here.text).values()) if meant is None or not meant.is_exact else set()
    return quoted.pop() if len(quoted) == 1 else ""


async def _told_better(here: Here, wanted: str, reply: Reply) -> bool:
    """Do better than what words most likely mean: a hint on what fails, the address for a bare name; tell whether that was so."""
    if wanted == "fails":
        return await _hinted(here, reply)
    return wanted == "help" and here.said.meant is None and not here.said.asks and await offer_name(here, reply)


async def _hinted(here: Here, reply: Reply) -> bool:
    """Show the page again after its own hint on the message that is told; tell whether it has one."""
    hint = expected(here, reply)
    if hint:
        await open_page(here.said.update, here.said.context, here.walk, here.number, before=hint, helps=True)
    return bool(hint)


async def _answered(here: Here, reply: Reply) -> bool:
    """Answer a question about what is set up, and show the page again; what opens something else is left to others."""
    if await _hinted(here, reply):
        return True
    if here.other_program:
        other = here.parts.content.guides[here.other_program]
        press = screens.set_up(here.parts.content, other, here.walk.protocol, here.walk.language)
        await open_named(here.said.update, here.said.context, press, here.walk.language)
        return True
    if any(intent.topic == "setup" or intent.tree for intent in reply.intents):
        return False
    if asks_what_to_enter(reply) and stands_on_page(here, reply):
        await show_page(here, here.number, "guide_enter")
        return True
    here = _in_language_of(here, reply)
    if goes := where_it_goes(here, reply):
        await open_page(here.said.update, here.said.context, here.walk, here.number, before=goes, helps=True)
        return True
    is_wrong = names_wrong_port(here, reply)
    await _said(here, told_wrong(here, reply) if is_wrong else told_right(here, about_this_guide(here, reply)))
    return True


async def _said(here: Here, reply: Reply) -> None:
    """Say an answer, and show the page again."""
    await here.parts.conversation.remember(who_of(here.said.update), reply.memory)
    if reply.answer is not None:
        await talk.reply(here.said.context, message_of(here.said.update), answer_shown(here.walk.with_address(reply.answer)))
    await show_page(here, here.number, "guide_back_to_step")

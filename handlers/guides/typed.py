"""Words typed in a guide: a step, an address, or a question, answered before the step comes again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers import talk
from handlers.buttons import Deed, PressGuide, decode
from handlers.guides import screens
from handlers.guides.address import take_address
from handlers.guides.asking import about_this_guide, asks_what_to_enter, stands_on_page
from handlers.guides.dialogue import cancel, guide_is_another, open_page, press_guide, walk_to
from handlers.guides.doing import Here, do, finish_badly, finish_well, show_page
from handlers.guides.expected import expected
from handlers.guides.pausing import asks_to_wait
from handlers.guides.protocol import turned_to_other_protocol
from handlers.guides.told import told_of_surroundings
from handlers.guides.weighing import (
    is_certain,
    is_for_assistant,
    is_small_talk,
    known_trouble,
    most_likely,
    tells_how_it_went,
    tells_of_an_end,
)
from handlers.render import answer_shown
from handlers.services import client_language, message_of, services, who_of

if TYPE_CHECKING:
    from assistant.assistant import Memory, Reply
    from assistant.guides import Typed
    from handlers.conversation import OpenGuide
    from handlers.services import Services
    from handlers.utterance import Utterance

_TELLS_HOW = frozenset({Deed.WORKS, Deed.FAILS})
_ADDRESS = (("aspect", "address"), ("cue", "maybe_address"))


async def typed_in_guide(said: Utterance) -> bool:
    """Act on words typed while a guide is open.

    Returns:
        Whether the message was for the guide; if not, it is a message like any other.
    """
    opened, text = said.recalled.guide, said.text
    if opened is None or not opened.is_fresh:
        return False
    meant = said.meant
    walk = walk_to(said.parts, opened.place, opened.language)
    if walk is None:
        return await _guide_is_another(said, opened)
    here = Here(said.update, said.context, walk, opened)
    if await _is_for_the_page(here, text):
        return True
    if meant is not None and is_certain(meant):
        await do(here, text, meant.intent)
        return True
    if "@" in text and await take_address(here, text):
        return True
    return await _ask_first(here, text, meant, said.recalled.last)


async def _is_for_the_page(here: Here, text: str) -> bool:
    """Do what words mean on this page and on no other: its buttons, the address it asks for, whether the test mail arrived."""
    if not _is_bare_protocol(here, text) and await turned_to_other_protocol(here, text):
        return True
    if here.is_end and await _tells_whether_it_works(here, text):
        return True
    if await told_of_surroundings(here, text) or await _stays(here, text):
        return True
    return await _names_a_button(here, text) or ("@" not in text and await take_address(here, text))


async def _stays(here: Here, text: str) -> bool:
    """Show the page again to who needs a moment or does not dare, or asks how far it is; tell whether it was one."""
    parts = services(here.context)
    if asks_to_wait(parts, text) or parts.choices.is_one_of(text, "sigh"):
        await show_page(here, here.number, "guide_no_hurry")
    elif parts.picks.says(text, "worried"):
        await show_page(here, here.number, "guide_worried")
    elif parts.picks.says(text, "how_far"):
        await show_page(here, here.number, "" if here.is_end else "guide_how_far", step=here.number + 1, total=here.walk.last)
    else:
        return False
    return True


def _is_bare_protocol(here: Here, text: str) -> bool:
    """Whether words only name a way of fetching emails, which asks what it is: 'POP3'."""
    return len(text.split()) == 1 and not here.asks_address


async def _tells_whether_it_works(here: Here, text: str) -> bool:
    """Take a yes or no for the answer to 'Ist deine Testmail angekommen?'."""
    choices, typed = services(here.context).choices, services(here.context).typed
    answer = choices.answer(text)
    is_good = typed.is_good_all_the_same(text) and (answer == "yes" or tells_of_an_end(typed.understand(text)))
    if is_good or choices.is_one_of(text, "arrived") or (answer == "yes" and not choices.has(text, "but")):
        await finish_well(here)
    elif answer == "no" or (answer == "yes" and typed.is_denied(text)):
        await finish_badly(here, "")
    else:
        return False
    return True


async def _names_a_button(here: Here, text: str) -> bool:
    """Press the button whose label was typed: 'fertige Datei', 'QR-Code'. Words that turn pages do so by themselves."""
    if services(here.context).typed.exactly(text) is not None:
        return False
    rows = screens.page_shown(here.walk, here.number).rows
    presses = [(button.text, decode(button.callback_data)) for row in rows for button in row if button.callback_data]
    # Whether it works is told in many ways: 'empfangen klappt, senden nicht' is more than the label it holds.
    labelled = [(label, press) for label, press in presses if isinstance(press, PressGuide) and press.deed not in _TELLS_HOW]
    place = services(here.context).choices.named(text, [label for label, _ in labelled])
    if place is None:
        return False
    await press_guide(here.update, here.context, None, labelled[place][1])
    return True


async def _guide_is_another(said: Utterance, opened: OpenGuide) -> bool:
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
        await guide_is_another(update, context, opened.place, opened.language)
    return True


def _asks_for_this_guide(here: Here, text: str, reply: Reply) -> bool:
    """Whether words only sound as if a set-up was asked for, amid one: 'es gibt keine manuelle Einrichtung'."""
    is_setup = all(intent.topic == "setup" and not intent.program for intent in reply.intents)
    names_device = any((found.kind, found.value) == ("cue", "device") for found in reply.explanation.found)
    return is_setup and not names_device and not services(here.context).choices.has(text, "other")


def _only_names_it(here: Here, reply: Reply) -> bool:
    """Whether words name the program that is being set up, beside others that ask for nothing: 'iPad Air'."""
    found = {(one.kind, one.value) for one in reply.explanation.found}
    is_it = [(intent.topic, intent.program) for intent in reply.intents] == [("setup", here.walk.program)]
    return is_it and found.isdisjoint({("topic", "setup"), ("cue", "question")})


def _how_it_went(here: Here, text: str, meant: Typed | None) -> str:
    """Give what is told beside thanks: that it works, that it is done, that it fails; empty where that is nothing."""
    for told in (meant, *services(here.context).typed.exactly_in_parts(text)):
        if told is not None and tells_how_it_went(told):
            return told.intent
    choices = services(here.context).choices
    has_arrived = here.is_end and choices.has(text, "arrived") and not choices.has(text, "but")
    return "works" if has_arrived else ""


def _about_the_address(parts: Services, text: str, reply: Reply) -> str:
    """Give which of the bot's words help who gave a wrong address, or has none; empty for any other question about it."""
    names_it = any((found.kind, found.value) in _ADDRESS for found in reply.explanation.found)
    if not names_it or any(intent.aspect not in ("", "address") for intent in reply.intents):
        return ""
    if parts.picks.has(text, "mistaken"):
        return "guide_address_right"
    is_asked = any(intent.aspect for intent in reply.intents)
    return "guide_address_none" if is_asked and parts.picks.has(text, "none") else ""


def _in_language_of(here: Here, reply: Reply) -> Here:
    """Go on in the language that somebody asks in: the answer and the page below it are one."""
    language = reply.language
    if language == here.walk.language:
        return here
    return replace(here, walk=replace(here.walk, language=language), opened=replace(here.opened, language=language))


async def _ask_first(here: Here, text: str, meant: Typed | None, memory: Memory | None) -> bool:
    """Let the assistant answer what is a question; else do what the words most likely mean."""
    parts = services(here.context)
    amid = replace(memory, language=here.walk.language) if memory is not None else None
    reply = parts.assistant.ask(text, client_language=here.walk.language, memory=amid)
    if is_small_talk(parts.content, reply) and (how := _how_it_went(here, text, meant)):
        await do(here, text, how)
        return True
    if word := _about_the_address(parts, text, reply):
        club = parts.content.club
        await show_page(here, here.number, word, domain=club.domain, webmaster=club.webmaster.get(here.walk.language))
        return True
    if parts.picks.set_up(text)[0] not in ("", here.walk.program):
        return False
    wanted = ""
    if not (asks_what_to_enter(reply) or is_for_assistant(reply, meant, here.walk.program, asks="?" in text)):
        wanted = most_likely(meant, is_end=here.is_end)
    elif _asks_for_this_guide(here, text, reply):
        wanted = "help"
    elif _only_names_it(here, reply):
        await show_page(here, here.number, "guide_fits")
        return True
    if wanted:
        await do(here, text, wanted, known_trouble(reply, meant))
        return True
    return await _answered(here, text, reply)


async def _answered(here: Here, text: str, reply: Reply) -> bool:
    """Answer a question about what is set up, and show the page again; what opens something else is left to others."""
    if hint := expected(here, text, reply):
        await open_page(here.update, here.context, here.walk, here.number, before=hint, helps=True)
        return True
    if any(intent.topic == "setup" or intent.topic.startswith("trouble:") for intent in reply.intents):
        return False
    if asks_what_to_enter(reply) and stands_on_page(here, reply):
        await show_page(here, here.number, "guide_enter")
        return True
    parts, here = services(here.context), _in_language_of(here, reply)
    reply = about_this_guide(here, parts.assistant, text, reply)
    await parts.conversation.remember(who_of(here.update), reply.memory)
    if reply.answer is not None:
        await talk.reply(here.context, message_of(here.update), answer_shown(here.walk.with_address(reply.answer)))
    await show_page(here, here.number, "guide_back_to_step")
    return True

"""What somebody tells amid a guide of the program, its version or the device they have: what fits is no wish to begin anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.folding import fold
from assistant.guides.choosing import devices_meant, is_for_any, sibling_on
from handlers.buttons import PressProgram
from handlers.guides.dialogue import open_page, show
from handlers.guides.doing import show_page
from handlers.guides.opening import open_named
from handlers.guides.pausing import asks_to_wait
from handlers.guides.picking import is_its_device, is_namesake, press_of_device
from handlers.guides.screens import choose_program
from handlers.guides.signs import other_by_look
from handlers.guides.weighing import programs_named

if TYPE_CHECKING:
    from assistant.knowledge.models.guides import Guide
    from assistant.picks import Surroundings
    from handlers.buttons import Press
    from handlers.guides.doing import Here
    from handlers.services import Services

_VALUES = frozenset({"aspect", "direction", "number"})
_BULLET = "•"


async def acted_on_surroundings(here: Here) -> bool:
    """Act on words that only name a program, its version or a device; tell whether they do.

    What the guide is for anyway keeps the page, and points out its line for that version. Anything else is opened.
    """
    parts, language = here.parts, here.walk.language
    if asks_to_wait(parts, here.text):
        return False  # 'moment, Telefon'
    if place := _place_amid_move(here):
        await open_page(here.said.update, here.said.context, here.walk, here.number, before=place)
        return True
    if parts.picks.says(here.text, "other_program"):
        await show(here.said.update, here.said.context, choose_program(parts.content, language))
        return True
    lacked, instead = parts.picks.lacks(here.text)
    if lacked:
        await _lacks(here, lacked, instead)
        return True
    told = parts.picks.surroundings(here.text)
    if not (_fits(parts, here.walk.guide, told) or is_namesake(parts, here.walk.guide, here.text)):
        press = _elsewhere(here, told)
        if press is not None:
            await open_named(here.said.update, here.said.context, press, language)
        return press is not None
    line = _line_for(told.numbers, here.walk.page(here.number).answer.lines)
    await show_page(here, here.number, "guide_fits_line" if line else "guide_fits", line=line)
    return True


async def turned_by_look(here: Here) -> bool:
    """Open the program that is easily taken for this one where its sign is told: 'oben ist kein Datei, nur ein Zahnrad'.

    Who names a program means that one: 'ich hab das neue Outlook'.
    """
    if here.is_end or here.asks_address or here.said.asks or not here.walk.guide.related:
        return False
    if programs_named(here.said.reply) and not here.parts.choices.has(here.text, "denied"):
        return False
    again = PressProgram(here.walk.program, here.walk.protocol, here.walk.language)
    press = other_by_look(here.parts, again, here.text)
    if press is not None:
        await open_named(here.said.update, here.said.context, press, here.walk.language)
    return press is not None


def _place_amid_move(here: Here) -> str:
    """Give where a step of the move to the other way is done in the program that is named: 'wo schalte ich das ein in Outlook'.

    That step is for any program: to name one begins no other guide. Of several the last one counts: 'Outlook, nein, Thunderbird'.
    """
    found = here.said.reply.explanation.found
    named = {one.value: fold(here.text).rfind(one.words) for one in found if one.kind == "program"}
    if not is_for_any(here.walk.guide) or not named or any(one.kind in _VALUES for one in found):
        return ""
    guide = here.parts.content.guides.get(max(named, key=lambda program: named[program]))
    step = here.walk.steps[here.number] if not here.is_end else None
    place = guide.places.get(step.place) if guide is not None and step is not None else None
    if place is not None:
        return here.walk.filled(place.get(here.walk.language))
    is_setup = all(intent.topic == "setup" for intent in here.said.reply.intents)
    return here.parts.word("guide_fits", here.walk.language) if is_setup else ""


async def _lacks(here: Here, lacked: str, instead: str) -> None:
    """Open the program somebody has instead of the one they do not have, or let them choose; another one changes nothing."""
    language = here.walk.language
    if instead and instead != here.walk.program:
        await open_named(here.said.update, here.said.context, _set_up_alike(here, instead), language)
    elif lacked == here.walk.program:
        await show(here.said.update, here.said.context, choose_program(here.parts.content, language))
    else:
        await show_page(here, here.number, "guide_fits")


def _set_up_alike(here: Here, program: str) -> PressProgram:
    """Give what sets up another program in the way that this guide goes; one that cannot go it says so."""
    return PressProgram(program, here.walk.protocol, here.walk.language)


def _elsewhere(here: Here, told: Surroundings) -> Press | None:
    """Give what opens another program or device that is named, or one easily taken for this one: 'das neue', amid Outlook."""
    parts, guide = here.parts, here.walk.guide
    if (sibling := sibling_on(parts.content, guide, told.device)) is not None:
        return _set_up_alike(here, sibling.program)
    if told.device:
        return press_of_device(parts, told.device, "", here.walk.language)
    named = [parts.content.guides[name] for name in guide.related if name in parts.content.guides]
    place = parts.picks.label(told.words, [" ".join(one.name.root.values()) for one in named])
    program = told.program or (named[place].program if place is not None else "")
    return _set_up_alike(here, program) if program else None


def _fits(parts: Services, guide: Guide, told: Surroundings) -> bool:
    """Whether a guide is for what is told, by its own name or for the device: 'klassisch', 'ich hab ein iPhone'."""
    picks = parts.picks
    names = " ".join(guide.name.root.values())
    is_it = (
        told.is_version
        or (is_for_any(guide) and bool(told.program or told.device))
        or told.program == guide.program
        or picks.label(told.words, [names]) is not None
        or is_its_device(parts, guide, told.words)
    )
    return is_it or not devices_meant(told.device).isdisjoint(guide.devices)


def _line_for(numbers: dict[str, int], lines: tuple[str, ...]) -> str:
    """Give the line of a page that is for a version: of '• iOS 14 bis 17: …', '• iOS 18 und neuer: …' and '• noch älter: …'."""
    bullets = [line for paragraph in lines for line in paragraph.split("\n") if line.startswith(_BULLET)]
    labels = {line: fold(line.partition(":")[0]).split() for line in bullets}
    versions = {line: [int(word) for word in words if word.isdigit()] for line, words in labels.items()}
    named = {word for words in labels.values() for word in words}
    number = next((number for word, number in numbers.items() if word in named), 0)
    if not number or not any(versions.values()):
        return ""
    for line, ends in versions.items():
        if ends and ends[0] <= number <= (ends[1] if len(ends) > 1 else number):
            return line
    is_older = number < min(min(ends) for ends in versions.values() if ends)
    return next((line for line, ends in versions.items() if not ends), "") if is_older else ""

"""The screens of the set-up dialogue: which program, which protocol, each step, the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.guides import Page, PageKind, Walk
from assistant.guides.choosing import KINDS, devices, has_way, programs, protocols, protocols_named
from assistant.intent import Intent
from handlers.buttons import (
    Deed,
    Place,
    PressAsk,
    PressDevice,
    PressGuide,
    PressProgram,
    PressSimple,
    Simple,
)
from handlers.guides.files import DEEDS
from handlers.guides.places import fitting
from handlers.menu import menu_button
from handlers.render import Shown, button, copy_rows, in_rows, shown

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.knowledge.models.guides import Guide
    from handlers.buttons import Press
    from handlers.keyboard import Button


def choose_program(content: Content, language: str, before: str = "", protocol: str = "") -> Shown:
    """Ask for the program; of the way of fetching emails, where one was asked for, its buttons know."""
    protocol = protocol if protocol in content.settings.protocols else ""
    ways = content.settings.protocols[protocol].name if protocol else protocols_named(content, language)
    text = content.word("guide_choose_program", language, protocols=ways)
    texts = [*([before] if before else []), *text.split("\n\n")]
    which = button(content.word("guide_which_program", language), which_device(protocol, language))
    rows = [*in_rows(_program_buttons(content, programs(content), language, protocol)), [which]]
    asked = PressAsk(Intent(topic="setup", subject=protocol), language) if protocol else PressSimple(Simple.SETUP, language)
    return shown(texts, rows, again=asked)


def which_device(protocol: str, language: str) -> Press:
    """Give the press that asks for the device; it keeps the way of fetching emails that was asked for."""
    return (
        PressAsk(Intent(topic="which_program", subject=protocol), language) if protocol else PressSimple(Simple.WHICH, language)
    )


def choose_device(content: Content, language: str, protocol: str = "") -> Shown:
    """Ask for the device: for those who do not know their program."""
    protocol = protocol if protocol in content.settings.protocols else ""
    text = content.word("guide_choose_device", language)
    rows = _device_rows(content, devices(content), language, protocol)
    return shown([text], rows, again=which_device(protocol, language))


def _choose_of_kind(content: Content, kind: str, language: str, protocol: str) -> Shown:
    """Ask which phone or which computer it is."""
    back = button(content.word("guide_back", language), which_device(protocol, language))
    text = content.word(f"guide_choose_{kind}", language)
    rows = [*_device_rows(content, devices(content, kind), language, protocol), [back]]
    return shown([text], rows, again=PressDevice(kind, language, protocol))


def _device_rows(content: Content, found: list[str], language: str, protocol: str) -> list[list[Button]]:
    named = [(content.word(f"device_{device}", language), PressDevice(device, language, protocol)) for device in found]
    return in_rows([button(label, press) for label, press in named])


def programs_for(content: Content, device: str, language: str, protocol: str = "") -> Shown:
    """Give the programs of a device; of the way of fetching emails, where one was asked for, their buttons know.

    Of a phone or a computer it is asked first which one it is.

    Raises:
        KeyError: there is none for it.
    """
    if device in KINDS and devices(content, device):
        return _choose_of_kind(content, device, language, protocol)
    found = programs(content, device)
    if not found:
        raise KeyError(device)
    text = content.word("guide_programs_for_device", language, device=content.word(f"device_{device}", language))
    signs = [f"• **{one.name.get(language)}:** {one.recognise.get(language)}" for one in found if one.recognise is not None]
    rows = in_rows(_program_buttons(content, found, language, protocol))
    back = button(content.word("guide_back", language), which_device(protocol, language))
    texts = [*text.split("\n\n"), *(["\n".join(signs)] if signs else [])]
    return shown(texts, [*rows, [back]], again=PressDevice(device, language, protocol))


def _program_buttons(content: Content, guides: list[Guide], language: str, protocol: str = "") -> list[Button]:
    return [button(guide.name.get(language), set_up(content, guide, protocol, language)) for guide in guides]


def set_up(content: Content, guide: Guide, protocol: str, language: str) -> PressProgram:
    """Give the press that sets up a program in a certain way, if it can; else the way is chosen next."""
    is_known = guide.ended is None and protocol in protocols(content, guide)
    return PressProgram(guide.program, protocol if is_known else "", language)


def _related(content: Content, guide: Guide, language: str) -> list[list[Button]]:
    """Give the buttons of programs that are easily taken for this one."""
    found = [one for one in (content.guides[name] for name in guide.related) if has_way(content, one)]
    return in_rows(_program_buttons(content, found, language))


def choose_protocol(content: Content, program: str, language: str, asked: str = "") -> Shown:
    """Ask for the protocol, the recommended one first; a program that has ended names what to take instead.

    Who has asked for one that the program cannot do reads that first.

    Raises:
        KeyError: there is no such program, or none of its protocols.
    """
    guide = content.guides[program]
    if not has_way(content, guide):
        raise KeyError(program)
    other = button(content.word("guide_other_program", language), PressSimple(Simple.SETUP, language))
    again = PressProgram(program, "", language)
    title = f"**{guide.name.get(language)}**"
    if guide.ended is not None:
        instead = [one for one in (content.guides[name] for name in guide.instead) if has_way(content, one)]
        texts = [title, *guide.ended.get(language).split("\n\n")]
        return shown(texts, [*in_rows(_program_buttons(content, instead, language)), [other]], again=again)
    related = _related(content, guide, language)
    offered = {name: content.settings.protocols[name] for name in protocols(content, guide)}
    if len(offered) == 1:
        [(name, only)] = offered.items()
        begin = button(content.word("guide_begin", language), PressProgram(program, name, language))
        closing = content.word("guide_only_protocol", language, name=only.name)
        asked_for = content.settings.protocols.get(asked)
        known = {"asked": asked_for.name, "name": only.name} if asked_for is not None and asked != name else {}
        first = [content.word("guide_only_protocol_asked", language, **known)] if known else []
        return shown([*first, title, *intro(content, guide, language), closing], [[begin], *related, [other]], again=again)
    buttons = []
    for name, settings in offered.items():
        word = "guide_protocol_recommended" if settings.recommended else "guide_protocol"
        buttons.append(button(content.word(word, language, name=settings.name), PressProgram(program, name, language)))
    question = content.word("guide_choose_protocol", language)
    return shown([title, *intro(content, guide, language), question], [*in_rows(buttons), *related, [other]], again=again)


def intro(content: Content, guide: Guide, language: str) -> list[str]:
    """Give what to know before starting, as paragraphs."""
    if guide.intro is None:
        return []
    walk = Walk(content, guide.program, protocols(content, guide)[0], language)
    return walk.filled(guide.intro.get(language)).split("\n\n")


def place_of(walk: Walk, number: int) -> Place:
    """Give the place of a page, for buttons."""
    return fitting(Place(walk.program, walk.protocol, number, walk.fingerprint, walk.local), walk.language)


def page_shown(walk: Walk, number: int, before: str = "", *, came_from: int | None = None, offered: str = "") -> Shown:
    """Show a page of a guide with its buttons.

    Args:
        walk: The way through the guide.
        number: The page.
        before: Paragraphs to say first.
        came_from: The page to which 'back' leads, if not the one before.
        offered: The part before the @ of an address that a button fills in.
    """
    page = walk.page(number)
    # What is said first, such as the step's hint to whoever asks for help, is not said again.
    texts = list(dict.fromkeys([*(before.split("\n\n") if before else []), *page.answer.paragraphs]))
    offer = [[_offer_button(walk, page, offered)]] if offered else []
    rows = [*copy_rows(page.answer.values), *offer, *_page_rows(walk, page, page.number - 1 if came_from is None else came_from)]
    return shown(texts, rows)


def _offer_button(walk: Walk, page: Page, local: str) -> Button:
    """Give the button that fills an address in: on the page that asks for it, it leads on."""
    number = page.number + (page.kind is PageKind.ADDRESS)
    taken = replace(walk, local=local)
    label = walk.content.word("guide_address_take", walk.language, address=taken.address)
    return button(label, PressGuide(Deed.SHOW, place_of(taken, number), walk.language))


def file_label(walk: Walk, deed: Deed) -> str:
    """Give what stands on the button of a file, without its sign."""
    kind = next(kind for kind, one in DEEDS.items() if one == deed)
    return walk.content.word(f"file_button_{kind}", walk.language).partition(" ")[2]


def _page_rows(walk: Walk, page: Page, back_to: int) -> list[list[Button]]:
    content, language = walk.content, walk.language

    def deed(word: str, what: Deed, number: int) -> Button:
        return button(content.word(word, language), PressGuide(what, place_of(walk, number), language))

    if page.number:
        back = deed("guide_back", Deed.SHOW, back_to)
    else:
        back = button(content.word("guide_back", language), PressProgram(walk.program, "", language))
    files = [deed(f"file_button_{kind}", DEEDS[kind], page.number) for kind in walk.guide.files]
    if page.kind is PageKind.SUMMARY:
        works = deed("guide_works", Deed.WORKS, page.number)
        return [[works, deed("guide_fails", Deed.FAILS, page.number)], files, [back]]
    goes_without = page.kind is PageKind.ADDRESS and not walk.local
    forward = deed("guide_skip" if goes_without else "guide_next", Deed.SHOW, page.number + 1)
    # A file saves all that follows, so it is offered as soon as the member may have given the address.
    rows = [files] if page.number == 1 or goes_without else []
    return [*rows, [back, forward], [deed("guide_cancel", Deed.CANCEL, page.number)]]


def cancelled(content: Content, place: Place, language: str) -> Shown:
    """Say that the guide was left; a button goes on."""
    press = PressGuide(Deed.SHOW, fitting(place, language), language)
    row = [button(content.word("guide_continue", language), press), menu_button(content, language)]
    return shown([content.word("guide_cancelled", language)], [row])


def stopped(content: Content, language: str, word: str = "guide_cancelled") -> Shown:
    """Say that a choice was left, or that there is nothing to leave."""
    return shown([content.word(word, language)], [[menu_button(content, language)]])


def fine(content: Content, language: str, word: str = "fine") -> Shown:
    """Take note of an 'ok' that answers nothing, or of who asks for a moment."""
    return shown([content.word(word, language)], [])


def done(content: Content, language: str) -> Shown:
    """Say goodbye at a good end."""
    return shown(content.word("guide_done", language).split("\n\n"), [[menu_button(content, language)]])


def where_you_were(walk: Walk, number: int, *, is_changed: bool = False) -> Shown:
    """Offer to go on where the member was, or to begin anew.

    Args:
        walk: The way through the guide.
        number: The page; a number beyond the guide means its end.
        is_changed: The guide has been changed since, so that the page may be another one.
    """
    content, language = walk.content, walk.language
    number = min(number, walk.last)
    word = "guide_where_you_were" if number < walk.last else "guide_where_you_were_end"
    text = content.word(
        word,
        language,
        program=walk.guide.name.get(language),
        name=walk.values["name"],
        number=number + 1,
        total=walk.last,
    )
    on = button(content.word("guide_continue", language), PressGuide(Deed.SHOW, place_of(walk, number), language))
    other = button(content.word("guide_other_program", language), PressSimple(Simple.SETUP, language))
    again = button(content.word("guide_restart", language), PressProgram(walk.program, walk.protocol, language))
    texts = [*([content.word("guide_changed", language)] if is_changed else []), text]
    return shown(texts, [[on, again], [other]], again=PressSimple(Simple.CONTINUE, language))

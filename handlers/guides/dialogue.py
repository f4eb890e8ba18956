"""The set-up dialogue: pages pressed or asked for in words, always from the place that a button carries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.address import AddressKind, understand_address
from assistant.guides import Walk
from assistant.guides.choosing import has_way, protocols
from handlers import talk
from handlers.buttons import Deed, Place, PressGuide, PressTrouble
from handlers.conversation import OpenGuide
from handlers.guides import screens
from handlers.guides.files import needs_address, send_file
from handlers.guides.places import without_local
from handlers.guides.trouble import choose_trouble
from handlers.of_update import message_of, who_of
from handlers.services import services

if TYPE_CHECKING:
    from telegram import CallbackQuery, Update

    from handlers.render import Shown
    from handlers.services import Context, Services


def walk_to(parts: Services, place: Place, language: str) -> Walk | None:
    """Give the way to a place; None when its guide is no more, or has been changed so that the place may be another one."""
    try:
        walk = Walk(parts.content, place.program, place.protocol, language, place.local)
    except KeyError:
        return None
    return None if _is_changed(walk, place) else walk


def _is_changed(walk: Walk, place: Place) -> bool:
    return walk.fingerprint != place.fingerprint or place.number > walk.last


async def press_guide(update: Update, context: Context, query: CallbackQuery | None, press: PressGuide) -> None:
    """Act on a button of a guide, editing its message in place; without a press, in a new message."""
    parts = services(context)
    place, language = press.place, press.language
    try:
        walk = Walk(parts.content, place.program, place.protocol, language, place.local)
    except KeyError:
        await tell_of_change(update, context, place, language, query)
        return
    match press.deed:
        case Deed.CANCEL:
            await show(update, context, screens.cancelled(parts.content, place, language), query)
            if await _is_open(update, context, query):
                await parts.conversation.leave_guide(who_of(update))
        case Deed.WORKS:
            await _end(update, context, query, screens.done(parts.content, language))
            parts.statistics.count(f"works:{walk.program}.{walk.protocol}")
        case Deed.FAILS:
            # The values stay readable above; the questions come as a message of their own.
            await show(update, context, choose_trouble(parts.content, language, walk.program))
        case _ if _is_changed(walk, place):
            await tell_of_change(update, context, place, language, query)
        case Deed.SHOW:
            await open_page(update, context, walk, place.number, query=query)
        case _ if needs_address(walk, press.deed):
            before = parts.word("file_needs_address", language, file=screens.file_label(walk, press.deed))
            await open_page(update, context, walk, walk.address_page, query=query, before=before)
        case _:
            await send_file(update, context, walk, press.deed)


async def tell_of_change(
    update: Update, context: Context, place: Place, language: str, query: CallbackQuery | None = None
) -> None:
    """Say that a guide was changed, and offer the page nearest to the one wanted, or the start; or say that it is no more."""
    parts = services(context)
    screen = _offer(parts, place, language)
    if screen is None:
        gone = screens.choose_program(parts.content, language, parts.word("guide_gone", language))
        await _end(update, context, query, gone)
        return
    is_open = await _is_open(update, context, query)
    # Words that choose go for what is remembered, and that may be another guide than the one of the pressed message.
    await show(update, context, screen if is_open else replace(screen, again=None), query)
    if is_open:
        await parts.conversation.leave_guide(who_of(update))


async def open_page(
    update: Update,
    context: Context,
    walk: Walk,
    number: int,
    *,
    query: CallbackQuery | None = None,
    before: str = "",
    came_from: int | None = None,
    offered: str = "",
    helps: bool = False,
    is_over: bool = False,
) -> None:
    """Show a page and remember it: in place of the message whose button was pressed, else as a new message.

    Args:
        update: What the member did.
        context: PTB's.
        walk: The way through the guide.
        number: The page.
        query: The press, if it was one.
        before: A paragraph to say first.
        came_from: The page from which the member comes here past others, so that 'back' leads there again.
        offered: The part before the @ of an address that a button offers to fill in.
        helps: Whether it is shown once more to help.
        is_over: Whether what was answered or offered beside it has been turned down.
    """
    parts, who = services(context), who_of(update)
    earlier = await parts.conversation.guide(who)
    is_same = earlier is not None and (earlier.place.program, earlier.place.protocol) == (walk.program, walk.protocol)
    is_again = earlier is not None and is_same and earlier.place.number == number
    if earlier is not None and is_again and came_from is None:
        came_from = earlier.came_from
    helped = (earlier.helped if earlier is not None and is_again else 0) + helps
    shown = screens.page_shown(walk, number, before, came_from=came_from, offered=offered)
    parts.conversation.offer_local(who, offered)
    if query is not None:
        message_id = await talk.rewrite(context, query, shown)
    else:
        message_id = (await talk.reply(context, message_of(update), shown)).message_id
        if not message_id:
            return  # an answer before it is said and the page is not: the one that was open stays so, with its buttons
    furthest = earlier.furthest if earlier is not None and is_same else -1
    place = screens.place_of(walk, number)
    opened = OpenGuide(
        place,
        walk.language,
        message_id,
        furthest=max(furthest, number),
        came_from=came_from,
        helped=helped,
        other=_other(earlier, walk),
        is_answered=is_again and bool(before) and not is_over,
    )
    await parts.conversation.open_guide(who, opened)
    await parts.conversation.choose_from(who, None)
    parts.statistics.reached(f"{walk.program}.{walk.protocol}", furthest, number)
    if query is None and earlier is not None:
        await talk.remove_buttons(context, who.chat, earlier.message)


def _other(earlier: OpenGuide | None, walk: Walk) -> Place | None:
    """Give where somebody is or was in the guide for another program, which they may return to."""
    if earlier is None or not (earlier.is_fresh or earlier.was_left_lately):
        return None
    return earlier.other if earlier.place.program == walk.program else without_local(earlier.place)


async def go_on_after_trouble(update: Update, context: Context, query: CallbackQuery | None = None) -> bool:
    """Show the step amid which a trouble came up that is over now; tell whether there is one, and more steps after it."""
    parts, who = services(context), who_of(update)
    opened, again = await parts.conversation.guide(who), await parts.conversation.choosing(who)
    if opened is None or not opened.is_fresh or not isinstance(again, PressTrouble):
        return False
    walk = walk_to(parts, opened.place, opened.language)
    number = opened.place.number
    if walk is None or number + 1 >= walk.last:
        return False
    before = parts.word("guide_trouble_over", walk.language, number=number + 1)
    await open_page(update, context, walk, number, query=query, before=before)
    return True


async def start_program(
    update: Update,
    context: Context,
    program: str,
    protocol: str,
    language: str,
    query: CallbackQuery | None = None,
    *,
    is_introduced: bool = False,
) -> None:
    """Begin a guide: at its first step if program and protocol are known, else with what is to be chosen.

    Args:
        update: What the member did.
        context: PTB's.
        program: The program, or empty.
        protocol: `imap`, `pop3`, or empty.
        language: The guide's.
        query: The press, if it was one.
        is_introduced: The member has just read what to know before starting.
    """
    parts = services(context)
    _take_told_address(parts, update)
    guide = parts.content.guides.get(program)
    if guide is None or not has_way(parts.content, guide):
        await show(update, context, screens.choose_program(parts.content, language, protocol=protocol), query)
        return
    if guide.ended is None and protocol in protocols(parts.content, guide):
        before = "" if is_introduced else "\n\n".join(screens.intro(parts.content, guide, language))
        walk = Walk(parts.content, program, protocol, language, await _known_local(update, context, program))
        await open_page(update, context, walk, 0, query=query, before=before)
        return
    await show(update, context, screens.choose_protocol(parts.content, program, language, protocol), query)


async def _known_local(update: Update, context: Context, program: str) -> str:
    """Give the part before the @ that was told in the guide for another program: who changes their mind tells it only once."""
    conversation, who = services(context).conversation, who_of(update)
    if told := conversation.told_local(who):
        conversation.tell_local(who, "")
        return told
    opened = await conversation.guide(who)
    is_turn = opened is not None and (opened.is_fresh or opened.was_left_lately) and opened.place.program != program
    return opened.place.local if opened is not None and is_turn else ""


def _take_told_address(parts: Services, update: Update) -> None:
    """Keep the club's address that stands in the wish to set something up: 'das Konto info@… in Outlook einrichten'."""
    text = update.message.text if update.message is not None else None
    if not text or "@" not in text:
        return
    found = understand_address(text, parts.content.club.domain, parts.signs)
    if found.kind in {AddressKind.OK, AddressKind.UMLAUT}:
        parts.conversation.tell_local(who_of(update), found.local)


async def offer_to_go_on(update: Update, context: Context, language: str) -> bool:
    """Offer to go on with the guide that was left, if there is one; tell whether it was offered."""
    screen = await where_left(update, context, language)
    if screen is not None:
        await show(update, context, screen)
    return screen is not None


async def where_left(update: Update, context: Context, language: str) -> Shown | None:
    """Give the offer to go on with the guide that was left; None when there is none."""
    parts = services(context)
    opened = await parts.conversation.guide(who_of(update))
    return _offer(parts, opened.place, language) if opened is not None else None


def _offer(parts: Services, place: Place, language: str) -> Shown | None:
    """Give the offer to go on from a place; None when its guide is no more."""
    try:
        walk = Walk(parts.content, place.program, place.protocol, language, place.local)
    except KeyError:
        return None
    return screens.where_you_were(walk, place.number, is_changed=_is_changed(walk, place))


async def cancel(update: Update, context: Context, opened: OpenGuide | None, language: str) -> None:
    """Leave the guide that is open, else what was to be chosen; or say that there is nothing to leave."""
    parts, who = services(context), who_of(update)
    if opened is None:
        is_choosing = await parts.conversation.choosing(who) is not None
        word = "guide_cancelled" if is_choosing else "guide_nothing_running"
        await show(update, context, screens.stopped(parts.content, language, word))
        return
    is_gone = _offer(parts, opened.place, opened.language) is None
    left = screens.cancelled(parts.content, opened.place, opened.language)
    await show(update, context, screens.stopped(parts.content, opened.language) if is_gone else left)
    await parts.conversation.leave_guide(who)
    await talk.remove_buttons(context, who.chat, opened.message)


async def show(update: Update, context: Context, shown: Shown, query: CallbackQuery | None = None) -> None:
    """Show a screen: in place of the pressed message, else as a new one. What it lets choose may then be named in words."""
    if query is not None:
        await talk.rewrite(context, query, shown)
    else:
        await _say(update, context, shown)
    await services(context).conversation.choose_from(who_of(update), shown.again)


async def _say(update: Update, context: Context, shown: Shown) -> None:
    await talk.reply(context, message_of(update), shown)


async def _end(update: Update, context: Context, query: CallbackQuery | None, shown: Shown) -> None:
    """End the guide of the pressed message; it is forgotten only if it is the one that was open."""
    await show(update, context, shown, query)
    if await _is_open(update, context, query):
        await services(context).conversation.close_guide(who_of(update))


async def _is_open(update: Update, context: Context, query: CallbackQuery | None) -> bool:
    opened = await services(context).conversation.guide(who_of(update))
    if query is None or query.message is None:
        return opened is not None
    return opened is not None and opened.message == query.message.message_id

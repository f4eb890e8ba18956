"""Does what is asked or told of the page itself: the page stays, after what helps there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.guides.beside import beside, has_understood, is_not_there, reason
from handlers.guides.dialogue import open_page
from handlers.guides.doing import do, show_help, show_page, told_elsewhere
from handlers.guides.expected import foretold
from handlers.guides.pausing import asks_to_wait, is_worried
from handlers.guides.protocol import told_of_way
from handlers.guides.things import fields_meant, missed, not_in_list
from handlers.of_update import who_of

if TYPE_CHECKING:
    from handlers.guides.doing import Here

_FEW_WORDS = 6
"""Longer messages say more than that something is not wanted."""


async def answered_of_page(here: Here) -> bool:
    """Answer what is asked or told of the page itself: 'stimmt das so?', 'darf ich das leer lassen?', 'ist nicht da'."""
    if word := beside(here):
        await show_page(here, here.number, word, webmaster=here.parts.content.club.webmaster.get(here.walk.language))
    elif said := reason(here) or told_of_way(here) or ("" if here.opened.helped else fields_meant(here)):
        await open_page(here.said.update, here.said.context, here.walk, here.number, before=said, helps=True)
    elif name := not_in_list(here):
        said = here.parts.word("guide_named_last", here.walk.language, name=name)
        await open_page(here.said.update, here.said.context, here.walk, here.number, before=said, helps=True)
    elif is_not_there(here) or missed(here):
        await show_help(here)
    elif passage := foretold(here):
        before = "\n\n".join(told_elsewhere(here, passage))
        await open_page(here.said.update, here.said.context, here.walk, here.number, before=before, helps=True)
    elif has_understood(here):
        await _go_on_understood(here)
    else:
        return False
    return True


async def _go_on_understood(here: Here) -> None:
    """Turn the page for who has understood it; who was helped with it still has to do what it says."""
    if here.opened.helped or here.is_end:
        await show_page(here, here.number, "guide_no_further" if here.is_end else "guide_understood")
    else:
        await do(here, "next")


async def kept_page(here: Here) -> bool:
    """Show the page again to who needs a moment or does not dare, or asks how far it is; tell whether it was one."""
    parts = here.parts
    if here.said.asks_what_if and parts.choices.has(here.text, "slip"):
        await show_page(here, here.number, "guide_mistake")
        return True
    if parts.choices.has(here.text, "until_later") and here.said.length <= _FEW_WORDS and not here.said.asks:
        await show_page(here, here.number, "guide_see_you", step=here.number + 1)
        return True
    if "?" in here.text and parts.typed.says_exactly(here.text, "done") and not here.is_end:
        await show_page(here, here.number, "guide_how_far", step=here.number + 1, total=here.walk.last)
        return True
    if _turns_down(here):
        said = parts.word("guide_turned_down", here.walk.language)
        await open_page(here.said.update, here.said.context, here.walk, here.number, before=said, is_over=True)
        return True
    if asks_to_wait(parts, here.text) or parts.choices.only_sighs(here.text):
        await show_page(here, here.number, "guide_no_hurry")
    elif is_worried(parts, here.text):
        await show_page(here, here.number, "guide_worried")
    elif parts.picks.says(here.text, "how_far"):
        await show_page(here, here.number, "" if here.is_end else "guide_how_far", step=here.number + 1, total=here.walk.last)
    else:
        return False
    return True


def _turns_down(here: Here) -> bool:
    """Whether words say no to what was just answered or offered, and not to the guide: 'nein, doch nicht'.

    A bare 'nein' may answer what the page asks, for the address or whether the test mail is there, or say that help was none.
    """
    choices, text = here.parts.choices, here.text
    is_offered = here.parts.conversation.offered_local(who_of(here.said.update))  # an address, which a 'nein' is about
    if not here.opened.is_answered or is_offered or here.said.length > _FEW_WORDS:
        return False
    asks = here.is_end or here.asks_address or here.opened.helped
    return choices.is_one_of(text, "turns_down") or (not asks and choices.is_one_of(text, "declines"))

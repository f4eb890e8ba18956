"""An address typed during a guide: filled in from then on, carried in the buttons, never stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.address import AddressKind, understand_address
from assistant.guides import PageKind
from handlers.places import may_carry
from handlers.services import services
from handlers.setup import open_page
from handlers.setup_screens import place_of

if TYPE_CHECKING:
    from telegram import Update

    from assistant.guides import Walk
    from handlers.services import Context


async def take_address(update: Update, context: Context, walk: Walk, number: int, text: str) -> bool:
    """Fill an address in, if the words are one: on the page that asks for it, or anywhere when it has an @.

    Returns:
        Whether it was an address; then the page it leads to has been shown.
    """
    is_asked = walk.page(number).kind is PageKind.ADDRESS
    if not is_asked and "@" not in text:
        return False
    content, language = services(context).content, walk.language
    found = understand_address(text, content.club.domain)
    if found.kind is AddressKind.INVALID or ("@" not in text and not _is_one_word(text)):
        return False
    if found.kind is AddressKind.WRONG_DOMAIN:
        word = content.word("guide_address_other_domain", language, domain=content.club.domain)
        await open_page(update, context, walk, number, before=word)
        return True
    local = found.suggestion.partition("@")[0]
    following = number + 1 if is_asked else number
    if not may_carry(local, place_of(walk, number), language):
        word = content.word("guide_address_too_long", language)
        await open_page(update, context, replace(walk, local=""), following, before=word)
        return True
    word = "guide_address_did_you_mean" if found.kind is AddressKind.TYPO else "guide_address_taken"
    before = content.word(word, language, address=found.suggestion, domain=content.club.domain)
    await open_page(update, context, replace(walk, local=local), following, before=before)
    return True


def _is_one_word(text: str) -> bool:
    """Whether it may be the part before the @: one word, and no question."""
    return len(text.split()) == 1 and not text.rstrip().endswith("?")

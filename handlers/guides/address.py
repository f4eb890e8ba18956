"""An address typed during a guide: filled in from then on, carried in the buttons, never stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.address import Address, AddressKind, understand_address
from assistant.guides import PageKind
from handlers.guides.dialogue import open_page
from handlers.guides.places import may_carry
from handlers.guides.screens import place_of
from handlers.services import client_language, services

if TYPE_CHECKING:
    from telegram import Update

    from assistant.guides import Walk
    from handlers.services import Context


_LIKELY_A_QUESTION = 0.45
"""Measured: 'senden', 'port', 'pop3' lie above, 'webmaster', 'kasse', 'jugend' below."""


async def take_address(update: Update, context: Context, walk: Walk, number: int, text: str) -> bool:
    """Fill an address in, if the words are one: on the page that asks for it, or anywhere when it has an @.

    Returns:
        Whether it was an address, or meant to be; then the page it leads to has been shown.
    """
    is_asked, has_at = walk.page(number).kind is PageKind.ADDRESS, "@" in text
    if not has_at and not (is_asked and _is_one_word(text) and not _is_word_of_ours(update, context, text)):
        return False
    found = understand_address(text, services(context).content.club.domain)
    if found.kind is AddressKind.INVALID and not (is_asked and has_at and _is_one_word(text)):
        return False
    words, way, turn = _judged(walk, number, found)
    shown = number + turn if is_asked else number
    before = _word(walk, words, address=found.suggestion, domain=walk.content.club.domain)
    await open_page(update, context, way, shown, before=before)
    return True


def _judged(walk: Walk, number: int, found: Address) -> tuple[str, Walk, int]:
    """Give what to say to an address, the way with it filled in if it is one of the club's, and whether that leads on."""
    match found.kind:
        case AddressKind.INVALID:
            return "guide_address_unreadable", walk, 0
        case AddressKind.WRONG_DOMAIN:
            return "guide_address_other_domain", walk, 0
    local = found.suggestion.partition("@")[0]
    if not may_carry(local, place_of(walk, number), walk.language):
        return "guide_address_too_long", replace(walk, local=""), 1
    is_typo = found.kind is AddressKind.TYPO
    return "guide_address_did_you_mean" if is_typo else "guide_address_taken", replace(walk, local=local), 1


def _word(walk: Walk, key: str, **slots: str) -> str:
    return walk.content.word(key, walk.language, **slots)


def _is_word_of_ours(update: Update, context: Context, text: str) -> bool:
    """Whether a word asks something, such as 'port' or 'senden', rather than being the part before the @."""
    reply = services(context).assistant.ask(text, client_language=client_language(update))
    return reply.answered and reply.score > _LIKELY_A_QUESTION


def _is_one_word(text: str) -> bool:
    """Whether it may be the part before the @: one word, and no question."""
    return len(text.split()) == 1 and not text.rstrip().endswith("?")

"""An address typed during a guide: filled in from then on, carried in the buttons, never stored."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.address import Address, AddressKind, understand_address
from assistant.folding import fold
from assistant.guides.passages import words_in
from handlers.guides.dialogue import open_page
from handlers.guides.doing import show_page
from handlers.guides.places import may_carry
from handlers.guides.screens import place_of
from handlers.of_update import who_of

if TYPE_CHECKING:
    from assistant.assistant import Reply
    from assistant.guides import Walk
    from handlers.guides.doing import Here

_MOST_NAMES = 3
"""'Hildegard Maria Maier'."""
_FIRST_AND_LAST = 2
_FEWEST_OF_A_CORRECTION = 2
_SHORTEST = 3
_NAME = "account.name"
_CERTAIN = 0.65
"""From where a word that nobody knows to the letter is a slip of one for the guide."""
_MOST_DIGITS = 2
"""More of them after letters may be a password as well: 'sommer2024'."""
_AROUND = "<>()[]{}\"'„“”‚‘’«»`*:;,.!"
_INSIDE = ("-", "'", "’")
_SIGN_OF_AN_ADDRESS = re.compile(r"@\w|\w@")


async def take_address(here: Here) -> bool:
    """Fill an address in, if the words are one: on the page that asks for it, or anywhere when it has an @.

    What may be an address or not is offered: nothing is filled in that only looks like one.

    Returns:
        Whether the words were about the address; then the page they lead to has been shown.
    """
    if "@" in here.text:
        return not _only_lacks_sign(here) and await _take_whole(here)
    if await _take_corrected(here) or await _took_answer_to_offer(here):
        return True
    if not here.asks_address:
        return False
    asks = here.text.rstrip().endswith("?")
    if not asks and here.parts.choices.is_one_of(here.text, "mailbox"):
        await _fill_in(here, _understood(here, here.text))
        return True
    if await _answered_about_it(here):
        return True
    is_another = asks or here.parts.typed.exactly(here.text) is not None
    return not is_another and await _take_words(here, here.text)


async def _take_corrected(here: Here) -> bool:
    """Take what is said to be right: 'nein, peter.maier', and at any step 'hab mich vertippt, ich heiße peter.maier'."""
    parts, words = here.parts, here.text.split()
    is_no, is_mistake = parts.choices.begins(here.text, "no"), parts.picks.has(here.text, "mistaken")
    is_near = here.asks_address or here.number == here.walk.address_page + 1  # where it was just filled in
    if "?" in here.text or len(words) < _FEWEST_OF_A_CORRECTION or not (is_mistake or (is_no and is_near)):
        return False
    joined = {plain for word in words if _is_joined(plain := word.strip(_AROUND)) and _may_be_local(here, plain)}
    if len(joined) == 1:
        await _fill_in(here, _understood(here, joined.pop()))
        return True
    if here.walk.local and not here.asks_address and (name := _name_instead(here)):
        await _fill_in(here, _understood(here, name))
        return True
    rest = " ".join(words[1:])
    is_for_offer = is_no and here.asks_address and (here.walk.local or parts.conversation.offered_local(who_of(here.said.update)))
    return bool(is_for_offer) and parts.typed.exactly(rest) is None and await _take_words(here, rest)


def _name_instead(here: Here) -> str:
    """Give the mailbox or the name that is told in place of the one filled in: 'nein, falsch, kassier'; empty for none."""
    parts = here.parts
    told = [word for word in parts.picks.telling(here.text) if not parts.picks.has(word, "mistaken")]
    names = [word for word in told if not parts.choices.is_one_of(word, "no")]
    if len(names) != 1:
        return ""
    is_no = here.number == here.walk.address_page + 1 and parts.choices.begins(here.text, "declines")
    is_told = is_no or parts.typed.goes_back(here.text) is not None
    is_name = is_told and names[0].isalpha() and len(names[0]) >= _SHORTEST and _is_strange(here, names[0])
    return names[0] if is_name or parts.choices.is_one_of(names[0], "mailbox") else ""


def _may_be_local(here: Here, word: str) -> bool:
    """Whether a joined word may be the part before an @: no 'E-Mail' and no name of a server."""
    if here.parts.assistant.knows(word) or not word[0].isalpha():
        return False
    is_server = word.count(".") > 1 or len(word.rpartition(".")[2]) < _SHORTEST
    return not is_server and _understood(here, word).kind is not AddressKind.INVALID


async def _take_words(here: Here, text: str) -> bool:
    """Take words without an @ for an address, or for a name that may be one."""
    words = text.split()
    if len(words) == 1:
        return await _take_word(here, words[0])
    found = _understood(here, text)
    if found.kind is not AddressKind.INVALID:
        await _fill_in(here, found)
        return True
    if 0 < len(words) <= _MOST_NAMES and all(_may_be_name(here, word) for word in words):
        await _offer(here, ".".join(fold(word.strip(_AROUND)) for word in words), "guide_address_no_blanks")
        return True
    return await _take_name_amid(here, text)


async def _take_name_amid(here: Here, text: str) -> bool:
    """Offer the one word that stands among others which add nothing: 'ja also nur anni'."""
    rest = [word.strip(_AROUND) for word in here.parts.picks.telling(text)]
    is_name = len(rest) == 1 and rest[0].isalpha() and len(rest[0]) >= _SHORTEST and _is_strange(here, rest[0])
    if is_name:
        await _offer(here, fold(rest[0]), "guide_address_maybe")
    return is_name


def _is_strange(here: Here, word: str) -> bool:
    """Whether a word is none of those that are ever typed here, nor of the content."""
    return not (here.parts.assistant.knows(word) or here.parts.typed.uses(fold(word)))


async def _take_whole(here: Here) -> bool:
    found = _understood(here, here.text)
    if found.kind is AddressKind.INVALID and not (here.asks_address and here.said.length == 1):
        return False
    await _fill_in(here, found)
    return True


async def _take_word(here: Here, word: str) -> bool:
    """Take a word for the part before the @, or offer to, unless it is an everyday one or may be a password."""
    found = _understood(here, word)
    if found.kind is AddressKind.INVALID:
        return False
    parts, plain = here.parts, word.strip(_AROUND)
    if _has_stranger(here, plain):
        await _fill_in(here, found)
        return True
    meant = parts.typed.understand(word)
    is_near = meant is not None and meant.score >= _CERTAIN
    if is_near and (parts.assistant.knows(plain) or parts.typed.is_slip(plain)):
        return False  # 'wieter', 'zurük'
    sounds_like_some = meant is not None and meant.is_sure
    is_unknown = plain.isalpha() and len(plain) >= _SHORTEST and not parts.assistant.knows(plain)
    if _is_joined(plain) or (is_unknown and not sounds_like_some):
        await _fill_in(here, found)
        return True
    if parts.assistant.ask(plain).answered or (meant is not None and not sounds_like_some):
        return False  # 'port', 'spam'
    await _offer(here, found.suggestion.partition("@")[0], "guide_address_maybe")
    return True


def _has_stranger(here: Here, word: str) -> bool:
    """Whether a word is joined by dots, and one of its parts is none that is ever typed here: 'tim.k', but not 'ok.weiter'."""
    parts = [fold(part) for part in word.split(".")]
    return len(parts) > 1 and _is_joined(word) and any(len(part) > 1 and not here.parts.typed.uses(part) for part in parts)


def _is_joined(word: str) -> bool:
    """Whether a word is joined of others, as addresses are: 'anna.maier'. With many digits it may be a password as well."""
    return not word.isalnum() and sum(letter.isdigit() for letter in word) <= _MOST_DIGITS


async def _took_answer_to_offer(here: Here) -> bool:
    """Take the yes or no to an offered address, wherever it was offered, and on its page the no to one that is filled in."""
    choices = here.parts.choices
    offered = here.parts.conversation.offered_local(who_of(here.said.update))
    if offered and choices.says_yes(here.text):
        await _fill_in(here, _understood(here, offered))
    elif (offered or (here.asks_address and here.walk.local)) and choices.answer(here.text) == "no":
        await _show_without(here)
    else:
        return False
    return True


async def offer_name(here: Here, reply: Reply) -> bool:
    """Offer a bare name as the address on any step before which none was given; tell whether it may be one.

    A word that is no name as far as anybody knows is one only beside the field for it: 'Hans', but not 'Kalender'.
    """
    plain = here.text.strip(_AROUND)
    is_needed = not (here.walk.local or here.is_end or reply.answered)
    if is_needed and here.said.length == _FIRST_AND_LAST:
        return await _offer_full_name(here)
    if not is_needed or here.said.length != 1 or not plain.isalpha() or len(plain) < _SHORTEST:
        return False
    asks_name = any(entry.value == _NAME for entry in here.walk.entries(here.number))
    if here.parts.assistant.knows(plain) and not (asks_name and plain[0].isupper()):
        return False
    found = _understood(here, plain)
    if found.kind is AddressKind.INVALID or fold(plain) in words_in(here.walk):
        return False
    await _offer(here, found.suggestion.partition("@")[0], "guide_address_maybe")
    return True


async def _offer_full_name(here: Here) -> bool:
    """Offer the address of a first and a last name: 'gisela schmid'."""
    names = [word.strip(_AROUND) for word in here.text.split()]
    shown, typed = words_in(here.walk), here.parts.typed
    may_be = all(name.isalpha() and len(name) >= _SHORTEST and not typed.uses(fold(name)) for name in names)
    is_name = may_be and shown.isdisjoint(map(fold, names)) and any(_is_strange(here, name) for name in names)
    if is_name:
        await _offer(here, ".".join(map(fold, names)), "guide_address_no_blanks")
    return is_name


async def _answered_about_it(here: Here) -> bool:
    """Answer 'egal' and 'wozu?'."""
    choices = here.parts.choices
    if choices.is_one_of(here.text, "skip"):
        await show_page(here, here.number + 1)
    elif choices.is_one_of(here.text, "why") or _is_a_letter(here):
        await show_page(here, here.number, "guide_help_address")
    else:
        return False
    return True


def _is_a_letter(here: Here) -> bool:
    """Whether a lone letter was typed that means nothing in a guide."""
    plain = here.text.strip(_AROUND)
    return len(plain) == 1 and plain.isalpha() and here.parts.typed.exactly(plain) is None


async def _show_without(here: Here) -> None:
    """Show the page without the address that was wrong."""
    before = here.parts.word("guide_address_again", here.walk.language)
    await open_page(here.said.update, here.said.context, replace(here.walk, local=""), here.number, before=before)


async def _fill_in(here: Here, found: Address) -> None:
    words, way, turn = _judged(here.walk, here.number, found)
    shown = here.number + turn if here.asks_address else here.number
    domain = here.walk.content.club.domain
    before = here.parts.word(words, here.walk.language, address=found.suggestion, domain=domain)
    await open_page(here.said.update, here.said.context, way, shown, before=before)


async def _offer(here: Here, local: str, words: str) -> None:
    """Ask whether this is the address; a button, or a yes, fills it in."""
    walk = here.walk
    fits = may_carry(local, place_of(walk, here.number), walk.language)
    before = here.parts.word(words, walk.language, address=f"{local}@{walk.content.club.domain}")
    await open_page(here.said.update, here.said.context, walk, here.number, before=before, offered=local if fits else "")


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
    said = {AddressKind.TYPO: "guide_address_did_you_mean", AddressKind.UMLAUT: "guide_address_no_umlauts"}
    return said.get(found.kind, "guide_address_taken"), replace(walk, local=local), 1


def _may_be_name(here: Here, word: str) -> bool:
    """Whether a word may be a first or last name: none of the everyday ones, unless it is the name of a task."""
    plain = word.strip(_AROUND)
    letters = "".join(letter for letter in plain if letter not in _INSIDE)
    if not letters.isalpha() or len(letters) < _SHORTEST:
        return False
    parts = here.parts
    return parts.choices.is_one_of(plain, "mailbox") or not parts.assistant.knows(plain) or plain[0].isupper()


def _understood(here: Here, text: str) -> Address:
    return understand_address(text, here.walk.content.club.domain, here.parts.signs)


def _only_lacks_sign(here: Here) -> bool:
    """Whether the sign of an address is only told not to be there: 'hab kein @ auf der Tastatur'."""
    return _SIGN_OF_AN_ADDRESS.search(here.text) is None and here.parts.choices.has(here.text, "denied")

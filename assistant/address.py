"""Understands an address a member typed: the whole of it, only the part before the @, or one with a slip.

Never invents an address: a suggestion differs from what was typed in the spelling of the club's domain, or in
letters that an address cannot have. Linear in the length of the text; nothing here is a regular expression.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Self

from rapidfuzz.distance import OSA

from assistant.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.knowledge.models.vocabulary import SlotWords

_LONGEST_TEXT = 4096
_MOST_ADDRESSES = 5
_LONGEST_LOCAL = 64  # RFC 5321, 4.5.3.1.1
_LONGEST_DOMAIN = 253
_LOCAL_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._+-")
"""Of the characters RFC 5322 allows, those that mailboxes have and every set-up file can carry."""
_AROUND = "<>()[]{}\"'„“”‚‘’«»`*:;,.!"
AT_SIGNS = ("(at)", "[at]", "{at}", "(ät)", "[ät]", "(@)", "[@]")
_SIGNS = frozenset("@.,-_")
AT_WORDS = "at_words"
SIGNS_SPELLED = {"dot_words": ".", "dash_words": "-", "underscore_words": "_"}
"""The content's lists of words, and the sign that each stands for."""
_ENDINGS = (".de", ".com", ".net", ".org", ".eu", ".at", ".ch")
_LETTERS_PER_TYPO = 6
_DOMAIN_WORDS = 5
"""How many words after the @ may belong to the domain: `kolping - schoenau . de`."""


class SpelledSigns(NamedTuple):
    """The words members write for the signs of an address, folded, each kind named as its list among the content's cues."""

    at_words: frozenset[str]
    """'klammeraffe', 'at', 'arobase'."""
    only_at: frozenset[str]
    """Those of them that mean nothing else: 'klammeraffe', not 'at'."""
    glue: Mapping[str, str]
    """'punkt', 'bindestrich', 'underscore' → the sign, also in brackets."""

    @classmethod
    def of(cls, cues: SlotWords) -> Self:
        """Give those of a content's cues; a list that is missing there is empty."""
        at_words, usual = (frozenset(map(fold, cues.phrases(name))) for name in (AT_WORDS, "function_words"))
        glue: dict[str, str] = {}
        for name, sign in SIGNS_SPELLED.items():
            for word in map(fold, cues.phrases(name)):
                glue |= dict.fromkeys((word, f"({word})", f"[{word}]"), sign)
        return cls(at_words, at_words - usual, glue)


class AddressKind(StrEnum):
    """What was typed."""

    OK = "ok"
    """An address of the club, or the part before its @."""
    UMLAUT = "umlaut"
    """An address of the club but for letters that addresses do not have; the suggestion has them spelled out."""
    TYPO = "typo"
    """Nearly an address of the club; the suggestion is what was probably meant."""
    WRONG_DOMAIN = "wrong_domain"
    """An address elsewhere: the club's settings do not fit it."""
    INVALID = "invalid"
    """No address."""


@dataclass(frozen=True)
class Address:
    """What a typed address amounts to."""

    kind: AddressKind
    local: str = ""
    """The part before the @ in lower case; empty for INVALID."""
    suggestion: str = ""
    """The club's address: what it is (OK), or what was probably meant (UMLAUT, TYPO); else empty."""
    domain: str = ""
    """For WRONG_DOMAIN, the domain as typed, in lower case."""


_INVALID = Address(AddressKind.INVALID)
_BEST_FIRST = tuple(AddressKind)


def understand_address(text: str, domain: str, signs: SpelledSigns) -> Address:
    """Tell what a typed address amounts to. Never raises.

    Args:
        text: What the member typed, also inside a sentence; the first 4,096 characters count.
        domain: The club's domain, ASCII in lower case.
        signs: How members spell them out.
    """
    words, is_spelled = _words(text, signs)
    places = [number for number, word in enumerate(words) if "@" in word][:_MOST_ADDRESSES]
    if not places:
        return _without_at(words, domain)
    found = (_at_place(words, place, domain, is_spelled=is_spelled) for place in places)
    return min(found, key=lambda address: _BEST_FIRST.index(address.kind))


def in_plain_signs(text: str) -> str:
    """Give the first 4,096 characters as they are usually written: `＠` is an @, and what nobody sees is left out."""
    plain = unicodedata.normalize("NFKC", text[:_LONGEST_TEXT])
    return "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")


def _words(text: str, signs: SpelledSigns) -> tuple[list[str], bool]:
    """Give the words in lower case, and whether the @ was only a spelled-out 'at'."""
    plain = in_plain_signs(text).lower()
    if "mailto:" in plain:
        plain = plain.partition("mailto:")[2].partition("?")[0]
    for sign in AT_SIGNS:
        plain = plain.replace(sign, "@")
    words = plain.split()
    is_spelled = False
    if "@" not in plain:
        swapped = ["@" if fold(word) in signs.at_words else word for word in words]
        is_spelled = swapped != words
        words = swapped
    if any("@" in word for word in words):
        words = [signs.glue.get(fold(word), word) for word in words]
    return words, is_spelled


def _at_place(words: list[str], place: int, domain: str, *, is_spelled: bool) -> Address:
    local, _, typed = words[place].partition("@")
    local = local or _before(words[:place])
    candidates = _domain_candidates(typed.lstrip("@"), words[place + 1 : place + 1 + _DOMAIN_WORDS])
    address = _judged(local, candidates, domain)
    if is_spelled and address.kind is AddressKind.WRONG_DOMAIN and "." not in address.domain:
        return _INVALID  # 'I am at home'
    return address


def _before(words: list[str]) -> str:
    """Give the word before a lone @, with what is glued to it: `vor . stand` → `vor.stand`."""
    if not words or words[-1].endswith(":"):
        return ""
    glued = words[-1]
    for word, following in zip(words[-2::-1], words[:0:-1], strict=False):
        if not (word in _SIGNS or following in _SIGNS) or len(glued) > _LONGEST_LOCAL:
            break
        glued = word + glued
    return glued


def _domain_candidates(typed: str, following: list[str]) -> list[str]:
    candidates = [typed]
    for word in following:
        if len(candidates[-1]) > _LONGEST_DOMAIN:
            break
        candidates.append(candidates[-1] + word)
    return [candidate.strip(_AROUND + "?") for candidate in candidates]


def _judged(local: str, candidates: list[str], domain: str) -> Address:
    local = local.strip(_AROUND.replace(".", ""))
    folded = fold(local)
    if not _is_local(folded):
        return _INVALID
    suggestion = f"{folded}@{domain}"
    if any(_is_nearly(candidate, domain) for candidate in candidates):
        # Blanks and a spelled 'at' that still came out right are nothing to point out.
        right = AddressKind.OK if folded == local else AddressKind.UMLAUT
        return Address(right if domain in candidates else AddressKind.TYPO, folded, suggestion)
    elsewhere = next((one for one in candidates if "." in one), next(filter(None, candidates), ""))
    if not elsewhere or "@" in elsewhere or len(elsewhere) > _LONGEST_DOMAIN:
        return Address(AddressKind.TYPO, folded, suggestion) if not elsewhere else _INVALID
    return Address(AddressKind.WRONG_DOMAIN, folded, domain=elsewhere)


def _is_local(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST_LOCAL
        and _LOCAL_LETTERS.issuperset(text)
        and any(letter.isalnum() for letter in text)
        and not text.startswith(".")
        and not text.endswith(".")
        and ".." not in text
    )


def _is_nearly(typed: str, domain: str) -> bool:
    """Whether a domain is the club's or one slip of the finger from it."""
    if not typed or len(typed) > _LONGEST_DOMAIN:
        return False
    mended = fold(_from_punycode(typed)).replace(",", ".").replace("@", "-").replace(" ", "")
    if mended == domain or mended.endswith(f".{domain}"):
        return True
    if len(mended) >= 4 and domain.startswith((f"{mended}-", f"{mended}.")):
        return True  # 'webmaster@kolping'
    allowed = len(domain) // _LETTERS_PER_TYPO
    return OSA.distance(mended, domain, score_cutoff=allowed) <= allowed


def _from_punycode(typed: str) -> str:
    if "xn--" not in typed:
        return typed
    try:
        return typed.encode("ascii").decode("idna")
    except UnicodeError:
        return typed


def _without_at(words: list[str], domain: str) -> Address:
    """Judge what has no @: the part before it, or an address in which only the @ is missing."""
    if not words or sum(map(len, words)) > _LONGEST_LOCAL + _LONGEST_DOMAIN:
        return _INVALID
    if len(words) > 1:
        joined = "".join(words[1:]).strip(_AROUND)
        folded = fold(words[0])
        if _is_nearly(joined, domain) and _is_local(folded):
            return Address(AddressKind.TYPO, folded, f"{folded}@{domain}")
        return _INVALID
    word = words[0].strip(_AROUND)
    folded = fold(word)
    if folded.endswith(domain):
        rest = folded.removesuffix(domain).rstrip(".-_")
        return Address(AddressKind.TYPO, rest, f"{rest}@{domain}") if _is_local(rest) else _INVALID
    if not _is_local(folded) or folded.isdigit() or folded.endswith(_ENDINGS):
        return _INVALID
    kind = AddressKind.OK if folded == word else AddressKind.UMLAUT
    return Address(kind, folded, f"{folded}@{domain}")

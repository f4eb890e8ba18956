"""'Mein Benutzername ist Erna, richtig?', 'nur der Teil vor dem @?': it is a whole address of the club, or it is wrong."""

from __future__ import annotations

from dataclasses import replace
from itertools import dropwhile
from typing import TYPE_CHECKING

from assistant.compose.claims import leaves_open
from assistant.compose.verdict import verdict

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_NAMES = frozenset({"username", "login"})
_OPENING = ("copula", "is_so", "follow_up")
"""Cues of what may stand between 'Benutzername' and what is taken for it: 'ist nur …'."""


def user_name_judged(content: Content, understood: Understanding, answer: Answer, language: str) -> Answer:
    """Put yes or no in front where something is taken for the user name."""
    is_right = is_taken_rightly(content, understood)
    if is_right is None:
        return answer
    word = content.word(verdict(understood, is_right=is_right), language)
    if understood.intents[0].aspect == "login":  # whose answer tells more than the user name
        return replace(answer, lines=(word, *answer.lines))
    return answer.begun_with(word)


def is_told_wrong(content: Content, understood: Understanding) -> bool:
    """Tell whether it is plainly said that something else is the user name: 'Port 993, Benutzername kassier, geht nicht'."""
    whole = understood.explanation.whole
    if whole is None or "username" not in whole.of("aspect") or leaves_open(whole):
        return False
    if addresses := [word for word in understood.numbers if "@" in word and not word.startswith("@")]:
        return not any(address.endswith(f"@{content.club.domain}") for address in addresses)
    ends = {hit.end for hit in whole.of("aspect")["username"]}
    said = {hit.end for hit in whole.hits_of(*_OPENING) if hit.start in ends}
    return any(hit.start in ends | said for hit in whole.cues.get("tells_role", ()))


def is_taken_rightly(content: Content, understood: Understanding) -> bool | None:
    """Tell whether what is taken for it is right; None where nothing is, or nobody asks."""
    whole = understood.explanation.whole
    if whole is None or understood.intents[0].aspect not in _NAMES or whole.cue("which") or "password" in whole.of("aspect"):
        return None
    if not (understood.confirms or (whole.asks_directly and not whole.asks_openly)):
        return None
    if addresses := [word for word in understood.numbers if "@" in word and not word.startswith("@")]:
        of_club = [address.endswith(f"@{content.club.domain}") for address in addresses]
        return all(of_club) if understood.confirms and any(of_club) == all(of_club) else None
    if leaves_open(whole) or whole.cue("denies"):
        return None
    return _is_whole(whole, understood)


def _is_whole(whole: Slots, understood: Understanding) -> bool | None:
    """Tell whether the whole address is taken for it, or something else; None where neither is clear."""
    is_front, is_whole, aspects = whole.cue("front_only"), whole.cue("whole_address"), whole.of("aspect")
    if is_front or is_whole:
        # 'Login für meine Mailadresse?' is about an account
        is_claimed = "login" not in aspects or whole.has_any(("logs_in", *_OPENING[:2]))
        is_clear = is_front != is_whole and is_claimed and not (is_whole and _is_of_another(whole, understood))
        return is_whole if is_clear else None
    if "name" in aspects and "address" in aspects:
        return None  # 'meinen Namen oder die Adresse?' asks which
    is_other = understood.confirms and ("name" in aspects or bool(understood.explanation.unknown_words))
    is_other = is_other or (whole.cue("own_name") and whole.sentence.asks)
    return False if is_other or _taken_for_it(whole) else None


def _is_of_another(whole: Slots, understood: Understanding) -> bool:
    """Tell whether more is said of the address than that it is one: 'meine Adresse bei GMX'."""
    said = whole.places_of("whole_address")
    others = any(hit.start not in said for hit in whole.cues.get("mail", ()))
    return others or bool(understood.explanation.unknown_words)


def _taken_for_it(whole: Slots) -> bool:
    """Tell whether a single word stands for the user name: 'Benutzername: kassier?', 'ist mein Benutzername nur Jugend?'."""
    named = whole.of("aspect").get("username", ())
    if not named:
        return False
    words, small = whole.sentence.words, whole.small
    opening = {hit.start for hit in whole.hits_of(*_OPENING)}
    behind = range(named[-1].end, len(words))
    left = list(dropwhile(lambda at: at in opening or words[at] in small.only_words, behind))
    if not left or any(hit.start <= left[0] < hit.end for hit in whole.hits if hit.value != "tells_role"):
        return False
    asked = {hit.start for hit in whole.hits_of("confirm", "asks_fine")}
    return len(left) == 1 or left[1] in asked

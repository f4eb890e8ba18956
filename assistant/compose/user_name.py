"""'Mein Benutzername ist Erna, richtig?', 'nur der Teil vor dem @?': it is a whole address of the club, or it is wrong."""

from __future__ import annotations

from dataclasses import replace
from itertools import dropwhile
from typing import TYPE_CHECKING

from assistant.compose.claims import leaves_open
from assistant.compose.verdict import verdict
from assistant.intent import USER_NAMES

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_OPENING = ("copula", "is_so", "follow_up", "stands_at", "has_it", "i_have")
"""Cues of what may stand between 'Benutzername' and what is taken for it: 'ist nur …', 'hab ich …'."""
_SHOWS = ("stands_at", "copula", "has_it", "i_have", "there_is", "asks_if_enough")
"""Cues of what stands right before it, wherever the field is named, or the bot has just told of it: 'bei mir steht …'."""
_ASKS_FOR_YES = ("confirm", "asks_fine", "asks_if_enough", "keeps_it", "asks_if_so")

_MOST_PARTS = 3
"""Words of what somebody says that the user name is, and small ones beside: 'anni', 'karin.s', 'peter smith'."""
_ARTICLE = 3
"""Letters that an article has."""


def user_name_judged(content: Content, understood: Understanding, answer: Answer, language: str) -> Answer:
    """Put yes or no in front where something is taken for the user name."""
    is_right = is_taken_rightly(content, understood)
    if is_right is None:
        return answer
    whole = understood.explanation.whole
    is_to_come = whole is not None and (_is_to_be_completed(whole) or _is_to_become_it(content, whole))
    told = "yes_needed" if is_right and is_to_come else verdict(understood, is_right=is_right)
    word = content.word(told, language)
    if understood.intents[0].aspect == "login":  # whose answer tells more than the user name
        return replace(answer, lines=(word, *answer.lines))
    return answer.begun_with(word)


def is_told_wrong(content: Content, understood: Understanding) -> bool:
    """Tell whether it is plainly said that something else is the user name: 'Port 993, Benutzername kassier, geht nicht'."""
    whole = understood.explanation.whole
    if whole is None or "username" not in whole.aspects or leaves_open(whole):
        return False
    if of_club := _are_of_club(content, understood):
        return not any(of_club)
    ends = {hit.end for hit in whole.aspects["username"]}
    said = {hit.end for hit in whole.hits_of(*_OPENING) if hit.start in ends}
    return any(hit.start in ends | said for hit in whole.cues.get("tells_role", ()))


def _are_of_club(content: Content, understood: Understanding) -> list[bool]:
    """Tell of each address that is named whether it is one of the club's."""
    addresses = [word for word in understood.numbers if "@" in word and not word.startswith("@")]
    return [address.endswith(f"@{content.club.domain}") for address in addresses]


def is_told_in_part(content: Content, understood: Understanding) -> bool:
    """Tell whether somebody says that a part of the address is the user name, and asks nothing: 'Benutzername ist anni'."""
    whole = understood.explanation.whole
    named = whole.aspects.get("username", ()) if whole is not None else ()
    if whole is None or not named or "whole_address" in whole.cues or "which" in whole.cues or "password" in whole.aspects:
        return False
    if of_club := _are_of_club(content, understood):
        return not any(of_club)
    if "front_only" in whole.cues:
        return True
    if whole.has_any(("denies", "wrong", "asks_wrong")) or (whole.has_any(("confirm", "done_it")) and "i_have" not in whole.cues):
        return False  # 'Benutzername passt'
    return whole.has_any(_OPENING) and _holds_a_name(whole, understood)


def _holds_a_name(whole: Slots, understood: Understanding) -> bool:
    """Tell whether words stand for nobody knows what, or one of them right where a user name would: 'user is john'."""
    words, unknown = whole.sentence.words, {*understood.explanation.unknown_words}
    mere = {at for hit in whole.hits for at in range(hit.start, hit.end)}
    left = [at for at, word in enumerate(words) if at not in mere and len(word) > 1 and word not in whole.small.only_words]
    opening = {hit.end for hit in whole.hits_of(*_OPENING)}
    ends = {hit.end for hit in whole.aspects["username"]}
    is_behind = any(at in opening and len(words[at]) > _ARTICLE and at >= min(ends) for at in left)
    return len(left) <= _MOST_PARTS and (is_behind or not unknown.isdisjoint(words[at] for at in left))


def is_taken_rightly(content: Content, understood: Understanding) -> bool | None:
    """Tell whether what is taken for it is right; None where nothing is, or nobody asks."""
    whole = understood.explanation.whole
    if whole is None or understood.intents[0].aspect not in USER_NAMES or "which" in whole.cues or "password" in whole.aspects:
        return None
    of_club = _are_of_club(content, understood)
    is_told = _is_of_the_last(whole) and not whole.asks_openly and (bool(of_club) or _role_stands_there(whole))
    if leaves_open(whole) or not (is_told or _asks(whole, understood)):
        return None
    if of_club:
        is_clear = any(of_club) == all(of_club) and (understood.confirms or understood.doubts or not understood.fails)
        return all(of_club) if is_clear else None
    if _is_to_be_completed(whole):
        return True
    return None if "denies" in whole.cues else _is_whole(whole, understood)


def _asks(whole: Slots, understood: Understanding) -> bool:
    return understood.confirms or "asks_if_enough" in whole.cues or (whole.asks_directly and not whole.asks_openly)


def _is_of_the_last(whole: Slots) -> bool:
    """Tell whether the field is not named, so that it is the one that was just told of: 'bei mir steht kassier'."""
    return whole.aspects.keys() <= {"address"}


def _is_to_be_completed(whole: Slots) -> bool:
    """'Da steht nur der Teil vor dem @, muss der Rest noch dran?'; 'was muss noch dran?' asks openly."""
    if "adds_rest" not in whole.cues or not whole.has_any(("has_to", "whether")):
        return False
    added = max(hit.start for hit in whole.cues["adds_rest"])
    asked = max((hit.start for hit in whole.hits_of("has_to", "whether") if hit.start <= added), default=None)
    if asked is None or any(hit.end == asked for hit in whole.cues.get("asks_openly", ())):
        return False
    return "front_only" in whole.cues or _role_stands_there(whole)


def _is_to_become_it(content: Content, whole: Slots) -> bool:
    """'Muss ich kassier durch kassier@verein.de ersetzen?', 'info → info@verein.de, ändern?': it is not there yet."""
    if "to_be_other" not in whole.cues:
        return False
    words, changed_to = whole.sentence.words, whole.small.changed_to_words
    ours = [at for at, word in enumerate(words) if at and word.endswith(f"@{content.club.domain}")]
    return any(words[at - 1] in changed_to or words[at - 1] == words[at].partition("@")[0] for at in ours)


def _is_whole(whole: Slots, understood: Understanding) -> bool | None:
    """Tell whether the whole address is taken for it, or something else; None where neither is clear."""
    is_front, is_whole, aspects = "front_only" in whole.cues, "whole_address" in whole.cues, whole.aspects
    is_whole = is_whole and "private_one" not in whole.cues
    if is_front or is_whole:
        is_clear = is_front != is_whole and _is_claimed(whole) and not (is_whole and _is_of_another(whole, understood))
        return is_whole if is_clear else None
    if "name" in aspects and "address" in aspects:
        return None  # 'meinen Namen oder die Adresse?' asks which
    if "private_one" in whole.cues:
        return None if "club_one" in whole.cues or not _is_claimed(whole) else False
    if _is_server_there(whole) or ("club_short_name" in whole.cues and "name" not in aspects):
        return False  # 'Benutzername: Kassier …' is the name that others see
    if "club_one" in whole.cues and _is_of_the_last(whole):
        return True  # 'also die vom Verein?'
    asks_if_right = understood.confirms or "asks_if_enough" in whole.cues
    is_other = asks_if_right and ("name" in aspects or bool(understood.explanation.unknown_words))
    is_other = is_other or ("own_name" in whole.cues and whole.sentence.asks)
    return False if is_other or _taken_for_it(whole) or _role_stands_there(whole) else None


def _is_server_there(whole: Slots) -> bool:
    """'Den Servernamen hab ich beim Benutzernamen eingetippt, gehört der da hin?'."""
    if "typed_in" not in whole.cues or "server" not in whole.aspects or not whole.sentence.asks:
        return False
    words, fields = whole.sentence.words, whole.aspects.get("username", ())
    begins = whole.aspects["server"][0].start
    return any(hit.start > begins and words[hit.start - 1] in whole.small.for_words for hit in fields)


def _is_claimed(whole: Slots) -> bool:
    """Tell whether it is said to be the user name: 'Login für meine Mailadresse?' is about an account."""
    return "login" not in whole.aspects or whole.has_any(("logs_in", *_OPENING[:2]))


def _is_of_another(whole: Slots, understood: Understanding) -> bool:
    """Tell whether more is said of the address than that it is one: 'meine Adresse bei GMX'."""
    said = whole.places_of("whole_address")
    others = any(hit.start not in said for hit in whole.cues.get("mail", ()))
    return others or bool(understood.explanation.unknown_words)


def _taken_for_it(whole: Slots) -> bool:
    """Tell whether a single word stands for the user name: 'Benutzername: kassier?', 'ist mein Benutzername nur Jugend?'."""
    named = whole.aspects.get("username", ())
    if not named:
        return False
    words, small = whole.sentence.words, whole.small
    opening = {hit.start for hit in whole.hits_of(*_OPENING)}
    behind = range(named[-1].end, len(words))
    left = list(dropwhile(lambda at: at in opening or words[at] in small.only_words, behind))
    if not left or any(hit.start <= left[0] < hit.end for hit in whole.hits if hit.value != "tells_role"):
        return False
    asked = {hit.start for hit in whole.hits_of(*_ASKS_FOR_YES)}
    return len(left) == 1 or left[1] in asked


def _role_stands_there(whole: Slots) -> bool:
    """Tell whether an office stands in the field: 'bei mir steht kassier', 'just treasurer?'; not 'ich bin Kassier'."""
    roles = whole.cues.get("tells_role", ())
    if not roles:
        return False
    words, shown = whole.sentence.words, {hit.end for hit in whole.hits_of(*_SHOWS)}
    return any(role.start in shown or (role.start and words[role.start - 1] in whole.small.only_words) for role in roles)

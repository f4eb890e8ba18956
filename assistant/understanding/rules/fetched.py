"""POP3 fetches mails: what becomes of those on the server, and can they stay?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.rules.scores import highest, lower, put_first

if TYPE_CHECKING:
    from assistant.understanding.rules.scores import Labels, Scores
    from assistant.understanding.slots import Slots

_BESIDE = ("setup", "settings", "difference", "recommendation", "switching", "offline", "sync")
"""What such a message seems to ask as well, by its words alone: 'kann ich einstellen, dass sie liegen bleiben?'"""
_ABOUT_THE_WAY = frozenset(
    {"sent_mail", "folders", "backup", "storage", "making_room", "lost_device", "advantages", "disadvantages"}
)
"""Topics of their own that may name the same words."""


_OF_MAILS = ("mail", "location", "plain_server", "why", "fetches", "deletes")
"""Signs that it is mails that are to stay."""
_OF_A_CHOICE = frozenset({"leave_on_server", "recommendation", "switching", "setup", "deleting"})
"""Topics of words that are said of a setting that stays as well."""
_TO_SWITCH = frozenset({"recommendation", "switching"})
"""Topics of 'soll ich bei POP bleiben oder weg davon?'."""
_OF_THE_SERVER_ITSELF = ("wrong", "works", "maybe_name", "maybe_address", "asks_if_same", "alike", "confirm")
"""Signs that it is asked of the server, and not of the mails."""
_SMALL = 3
"""Letters of the words of 'which one of them'."""
_TILL_DELETED = 3
"""Words of 'nicht [alle meine Mails] löscht'."""
_LIKELY = 0.5
"""The least score of what is asked then."""


def _is_to_be_kept(slots: Slots) -> bool:
    """Tell whether it is asked of something that is set if it may stay so."""
    is_of_mails = slots.has_any(_OF_MAILS) or slots.topics.keys() - _OF_A_CHOICE
    return "keeps_it" in slots.cues and slots.is_question and not is_of_mails


def _settle_kept(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """'Ich hatte immer POP, soll ich dabei bleiben?', '995 steht drin, kann ich das so lassen?': it is not about mails."""
    lower(scores, ("leave_on_server", "deleting", "connection"), 0.6)
    asked = "port" if slots.names_port else "server" if slots.names_host else ""
    if not asked and slots.subject and not specific:
        asked = "recommendation"
        lower(scores, ("switching",), 0.3)  # '… oder lieber wechseln?'
    if asked:
        scores[asked] = highest(scores, _LIKELY) + 0.1


def _asks_why_they_are_gone(slots: Slots) -> bool:
    """'Der Laptop holt mit POP ab, am Handy sind die Mails nicht mehr da, warum?': it is explained before it is looked for."""
    if not ("why" in slots.cues and "mail" in slots.cues) or slots.subject != "pop3" or "deletes" in slots.cues:
        return False
    if "sync" in slots.topics and "gone" not in slots.cues:
        return False  # 'am Handy ist sie noch als ungelesen drin, ist da was kaputt?'
    is_elsewhere = len(slots.devices) > 1 or (bool(slots.devices) and "fetches" in slots.cues)
    return is_elsewhere and slots.has_any(("gone", "denies", "left_open", "wrong"))


def _asks_which_keeps(slots: Slots) -> bool:
    """'Welches lässt die Mails auf dem Server?', 'which of the two keeps my mail?': but not 'welche Einstellung lässt …'."""
    if slots.subject or slots.aspects.keys() - {"server"} or "mail" not in slots.cues:
        return False
    told = slots.places_of("which", "both")
    asked = {hit.end for hit in slots.cues.get("which", ())}
    kept = {hit.start for hit in slots.cues.get("stays", ())}
    words = slots.sentence.words
    return any(
        all(at in told or len(words[at]) <= _SMALL for at in range(begin, end)) for begin in asked for end in kept if begin <= end
    )


def _asks_if_it_holds_them(slots: Slots, specific: list[str]) -> bool:
    """'Has the server still got a copy?', 'hat der Server meine Mails noch?': what POP3 does to them, and no server's name."""
    named, words = slots.cues.get("plain_server"), slots.sentence.words
    if not named or set(specific) - {"server"} or not slots.has_any(("stays", "mail")) or slots.asks_openly:
        return False
    begun = [hit for hit in slots.hits_of("copula", "is_so") if any(0 <= server.start - hit.end <= 1 for server in named)]
    if not begun or any(hit.start >= begun[0].start for hit in slots.hits_of(*_OF_THE_SERVER_ITSELF)):
        return False
    is_held = "holds" in slots.cues and begun[0] not in slots.cues.get("copula", ())  # 'does the server have them?'
    return is_held or words[begun[0].start] in slots.small.having_words


def _is_not_to_delete(slots: Slots) -> bool:
    """'So it doesn't delete my mails', 'dass es nichts löscht'."""
    if "deletes" not in slots.cues or "denies" not in slots.cues:
        return False
    denied = [hit.end for hit in slots.cues["denies"]]
    return any(0 <= hit.start - end <= _TILL_DELETED for hit in slots.cues["deletes"] for end in denied)


def settle_fetched(slots: Slots, scores: Scores, specific: list[str], labels: Labels) -> None:
    """'Mit POP geholt, sind sie jetzt weg?' asks what becomes of them; '… dass sie liegen bleiben' how they stay."""
    if _is_to_be_kept(slots):
        _settle_kept(slots, scores, specific)
        return
    if _asks_which_keeps(slots):
        put_first(scores, "difference", 0.2)  # of two protocols one keeps them without a setting
        return
    if _asks_why_they_are_gone(slots) or _asks_if_it_holds_them(slots, specific):
        put_first(scores, "deleting", 0.2)
        lower(scores, (*_BESIDE, *labels.troubles), 0.5)
        return
    stays = "stays" in slots.cues or _is_not_to_delete(slots)
    if (not stays and "fetches" not in slots.cues) or slots.topics.keys() >= _TO_SWITCH:
        return
    on_server = stays and "location" in slots.cues
    others = slots.topics.keys() & _ABOUT_THE_WAY - ({"disadvantages"} if on_server else set())  # a tick or a catch: 'Haken'
    if not (slots.subject == "pop3" or (on_server and not slots.subject)) or set(specific) - {"server"} or others:
        return
    if stays and "can_be_set" in slots.cues and "why" not in slots.cues:
        scores["leave_on_server"] = max(scores.get(label, 0.0) for label in ("leave_on_server", "deleting")) + 0.5
    elif "fetches" in slots.cues and "gone" in slots.cues and slots.is_question and "why" not in slots.cues:
        scores["deleting"] = scores.get("deleting", 0.0) + 0.5
    else:
        return
    lower(scores, (*_BESIDE, "disadvantages", *labels.troubles), 0.5)

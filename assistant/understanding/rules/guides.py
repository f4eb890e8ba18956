"""A guide, or a value while setting up?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import OPPOSITE
from assistant.understanding.rules.scores import highest, lower, put_first

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.understanding.rules.scores import Scores
    from assistant.understanding.slots import Slots


_WITH_ARTICLE = 2
"""Words of 'auf dem' before 'Handy'."""
_OF_THE_OTHER_DEVICE = ("denies", "reads", "deletes")
"""What is told of one device and asked of another: 'deleted a mail on my phone, will it vanish on the PC?'."""
_ALL_IT_NEEDS = ("complete", "maybe_settings", "requests")
_HELP_TO_SET_UP = frozenset({"faq", "setup"})
_STUCK = ("wrong", "denies", "gives_up", "forgot")
"""What is told by those whom a guide does not help."""
_HELP_WITH_ELSE = (*_STUCK, "gone", "deletes", "spam", "breaks", "nothing_works", "why", "meaning")
"""What help is called for instead."""
_NOT_THERE = ("wrong", "denies", "gone", "manner")
_WHERE_OR_WHAT = ("device", "mail", "into_it")
_WHAT_NEXT = ("what_to_do", "how_to", "done_for_that", "what_next")
_BARE = 4
"""Words of 'was stell ich ein', which names nothing."""
_NOT_TO_BE_EXPLAINED = ("how_to", "device", "denies", "rejects_next")
_ABOUT_THE_ACCOUNT = frozenset({"setup", "address", "name"})


def settle_setup(slots: Slots, scores: Scores, specific: list[str], evidence: Mapping[str, float]) -> None:
    """A guide, or a value while setting up?"""
    asked_for = "setup" in evidence
    if not asked_for and _wants_it_there(slots, evidence):
        asked_for = True
        scores["setup"] = scores.get("setup", 0.0) + 0.4
    told = bool(slots.program) and not slots.is_question  # 'Gmail-App Vereinsadresse dazu machen'
    wishes = asked_for or told or ("how_to" in slots.cues and bool(slots.program))
    if asked_for and _asks_if_so(slots):
        lower(scores, ("setup",), 0.7)  # 'can I set up IMAP on two phones?'
    asks_how = slots.has_any(("how_to", "done_for_that"))
    if asked_for and "device" in slots.cues and asks_how:
        lower(scores, ("not_given",), 0.6)  # 'die neue Adresse soll auf mein Handy'
    if asked_for:
        _what_for(slots, scores)
    only_told = specific == ["address"] and not _is_asked_for(slots)
    only_told = only_told or (specific == ["name"] and not (slots.sentence.asks or "asks_openly" in slots.cues))
    if wishes and only_told and ("done_for_that" in slots.cues or "which" not in slots.cues):
        lower(scores, specific, 0.4)  # 'wie krieg ich meine Vereinsadresse in Outlook?', 'what do I do to have it on my tablet?'
        scores["setup"] = scores.get("setup", 0.0) + 0.4
    elif asked_for and specific:
        scores["setup"] -= 0.35  # 'what username do I need to set up the account?'
    elif asked_for and "how_to" in slots.cues and "mail" in slots.cues and not slots.subject:
        scores["setup"] += 0.2  # 'im Urlaub Mail aufs Handy': where is told, how is asked
    elif asked_for and slots.program:
        scores["setup"] += 0.25
    elif slots.program and not specific and "settings" not in slots.aspects and not _asks_if_so(slots):
        scores["setup"] = scores.get("setup", 0.0) + (0.4 if "how_to" in slots.cues else 0.15)


def _is_asked_for(slots: Slots) -> bool:
    """'What sender address should I configure?' asks for the address, whatever is done with it."""
    opened = {hit.end for hit in slots.cues.get("asks_openly", ())}
    return any(hit.start in opened for hit in slots.aspects["address"])


def settle_where_to_begin(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """'Wer hilft mir beim Einrichten?', 'wer macht mir das am Handy?': the guide does; who got stuck in it asks for a person."""
    if "who_helps" in slots.cues and slots.topics.keys() >= _HELP_TO_SET_UP and not slots.has_any(_STUCK):
        lower(scores, ("faq",), 0.6)
    if "does_it_for_me" in slots.cues and not (specific or slots.has_any(_STUCK)):
        is_told_what = "setup" in slots.topics or slots.has_any(_WHERE_OR_WHAT) or slots.program
        if is_told_what or slots.consists_of("does_it_for_me", "follow_up"):
            scores["setup" if is_told_what else "faq"] = highest(scores, 1.0) + 0.2
    if "calls_for_help" in slots.cues and not specific and _wants_help_with_mail_there(slots):
        scores["setup"] = highest(scores, 1.0) + 0.2
    if "comes_to_be" in slots.cues and _asks_what_comes_there(slots):
        put_first(scores, "difference", 0.2)
    got_it = "got_account" in slots.cues or ("new_here" in slots.cues and "how_to" not in slots.cues)
    if got_it and _is_new_here(slots, specific):
        scores["setup"] = highest(scores, 1.0) + 0.2


def _wants_help_with_mail_there(slots: Slots) -> bool:
    """'Please help with email on her tablet, I am her carer': nothing that fails is told, so their mail is to get there."""
    is_it = "mail" in slots.cues and (len(slots.devices) == 1 or bool(slots.program))
    is_else = slots.subject or slots.topics.keys() - _HELP_TO_SET_UP or slots.has_any(_HELP_WITH_ELSE)
    return bool(is_it and not is_else)


def _is_new_here(slots: Slots, specific: list[str]) -> bool:
    """'Hab ein neues Postfach bekommen, was muss ich tun?': who just got one is to set it up; how to get one is not told."""
    if not slots.has_any(_WHAT_NEXT) or slots.has_any(_STUCK) or slots.subject or set(specific) - {"address"}:
        return False
    return (slots.small.able_words | slots.small.wanting_words).isdisjoint(slots.sentence.words)


def settle_program_alone(slots: Slots, scores: Scores) -> None:
    """'eM Client', 'POP3 eM Client': nothing but a program is named, or a protocol beside it, its guide is meant."""
    named = slots.places_of_programs()
    if named and slots.subject in OPPOSITE:
        named |= {at for hits in slots.subjects.values() for hit in hits for at in range(hit.start, hit.end)}
    if named and len(named) == len(slots.sentence.words):
        put_first(scores, "setup", 0.3)


def settle_missing_device(slots: Slots, scores: Scores) -> None:
    """'PC läuft, Handy fehlt noch'; 'am Handy fehlt noch eine' tells of a mail."""
    if not slots.is_not_done_yet or slots.direction or slots.aspects:
        return
    words, for_words = slots.sentence.words, slots.small.for_words
    missing = {hit.start for hit in slots.cues.get("left_open", ())}
    devices = [hit for hit in slots.cues.get("device", ()) if hit.end in missing]
    if any(for_words.isdisjoint(words[max(0, hit.start - _WITH_ARTICLE) : hit.start]) for hit in devices):
        scores["setup"] = highest(scores, 1.0) + 0.2


def _what_for(slots: Slots, scores: Scores) -> None:
    if "manner" in slots.cues and not slots.subject and _comes_after(slots, "setup", "deleting"):
        lower(scores, ("deleting",), 0.4)  # 'hab alles gelöscht, wie richtet man das Konto wieder ein?'
    _what_instead(slots, scores)
    if slots.asks_for_a_switch:
        lower(scores, ("setup",), 0.6)  # 'was soll beim Einrichten als Name stehen?'
    if slots.has_all(_ALL_IT_NEEDS) and slots.subject and "how_to" not in slots.cues:
        lower(scores, ("setup",), 0.6)  # 'tell me everything I need to configure POP3'
    if "settings" in slots.aspects and is_only_a_new_device(slots):
        lower(scores, ("setup",), 0.6)  # 'neues Handy, bräuchte die Einstellungen für die Vereinsmail'
    if len(slots.devices) > 1 and is_only_a_new_device(slots):
        if slots.has_any(_OF_THE_OTHER_DEVICE):
            lower(scores, ("setup",), 0.8)  # 'mails arrive on my phone but not on the laptop', 'can I read them on both?'
        elif _asks_of_mails(slots):
            put_first(scores, "devices", 0.4)
    if "device" not in slots.cues or (len(slots.devices) == 1 and "how_to" in slots.cues):
        lower(scores, ("devices",), 0.3)  # 'können wir das Konto gemeinsam einrichten?'


def _what_instead(slots: Slots, scores: Scores) -> None:
    """A word to be explained, or the values, where only single words sound like a set-up."""
    is_explained = "meaning" in slots.cues and not slots.has_any(_NOT_TO_BE_EXPLAINED)
    if is_explained and (slots.subject or "follow_up" in slots.cues) and not slots.program:
        lower(scores, ("setup",), 0.8)  # 'ich hab POP, was heißt das, bitte langsam'
    if _asks_what_to_set(slots):
        lower(scores, ("setup",), 1.0)
        if len(slots.sentence.words) <= _BARE:
            put_first(scores, "settings", 0.3)


def _asks_what_to_set(slots: Slots) -> bool:
    """'Was stell ich ein?' asks for the value that was told of just before, 'wie stell ich es ein?' for a guide."""
    opened = {hit.end for hit in slots.cues.get("asks_openly", ())}
    told = slots.topics.get("setup", ())
    return bool(told) and all(hit.start in opened and "fills_with" in slots.cues for hit in told) and "how_to" not in slots.cues


def _asks_of_mails(slots: Slots) -> bool:
    """'There is IMAP on my phone, will my mails be on the laptop too?': behind a device it is asked how it is with the mails."""
    mails = slots.cues.get("mail", ())
    first = min(hit.end for hit in slots.cues["device"])
    asked = [hit.end for hit in slots.cues.get("is_so", ()) if hit.start >= first]
    return slots.sentence.asks and any(0 <= mail.start - end <= 1 for mail in mails for end in asked)


def _comes_after(slots: Slots, topic: str, other: str) -> bool:
    """Tell whether one topic is named after another one."""
    named = slots.topics
    return other in named and topic in named and named[topic][0].start >= named[other][-1].end


def is_only_a_new_device(slots: Slots) -> bool:
    """Tell whether the set-up is told of only by the device it is for, and nothing asks how."""
    devices = slots.places_of("device")
    hits = slots.topics.get("setup", ())
    return bool(hits) and all(not devices.isdisjoint(range(hit.start, hit.end)) for hit in hits) and "how_to" not in slots.cues


def _asks_if_so(slots: Slots) -> bool:
    """'Bleiben bei IMAP in Outlook die Mails am Server?': it is asked how a protocol is."""
    return bool(slots.subject) and "how_to" not in slots.cues and _begins_with_a_verb(slots)


def _asks_what_comes_there(slots: Slots) -> bool:
    """'Kommt bei POP alles aufs Handy?', 'landet mit IMAP was am PC?': a device is where it happens, and nothing is set up."""
    if slots.subject not in OPPOSITE or slots.aspects or slots.topics.keys() - {"setup"} or slots.has_any(_NOT_THERE):
        return False
    after = {0, *(hit.end for hits in slots.subjects.values() for hit in hits)}  # 'mit POP kommt alles aufs Handy, gell?'
    if all(hit.start not in after for hit in slots.cues["comes_to_be"]) or not slots.is_question:
        return False
    devices = slots.places_of("device")
    told = (*slots.topics.get("setup", ()), *slots.cues.get("how_to", ()))
    is_place = all(not devices.isdisjoint(range(hit.start, hit.end)) for hit in told)
    at_first = {hit.end for hit in slots.cues["comes_to_be"] if hit.start == 0}
    comes_itself = any(hit.start in at_first for hits in slots.subjects.values() for hit in hits)  # 'kommt IMAP aufs Handy?'
    return bool(devices) and is_place and not comes_itself


def _begins_with_a_verb(slots: Slots) -> bool:
    """Tell whether it asks if something is so: 'is IMAP …', 'does POP …', 'wird bei IMAP …'."""
    return any(hit.start == 0 and hit.end == 1 for hit in slots.hits_of("copula", "is_so"))


def _wants_it_there(slots: Slots, evidence: Mapping[str, float]) -> bool:
    """Tell whether somebody wants their mail on one device, and nothing else is asked: 'ich will Mail in Handy machen'."""
    is_mail = "mail" in slots.cues or "address" in evidence
    wishes = slots.has_any(("how_to", "done_for_that")) and is_mail and "wrong" not in slots.cues
    there = len(slots.devices) == 1 or "into_it" in slots.cues  # 'wie krieg ich meine Vereinsadresse da rein'
    return wishes and there and not evidence.keys() - _ABOUT_THE_ACCOUNT

"""What is asked or told of the page itself, amid a guide: whether it is right so, may be left empty, is still loading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.guides.choosing import devices_meant
from assistant.intent import DIRECTIONS
from assistant.notes import is_caution
from handlers.guides.weighing import known_trouble

if TYPE_CHECKING:
    from handlers.guides.doing import Here

_FEW_WORDS = 7
"""Longer messages say more than that."""
_GOOD = frozenset({"yes", "fine"})
_ASKED = {
    "tests": "guide_test",
    "leave_out": "guide_leave_out",
    "later": "guide_pause",
    "tick": "guide_tick",
    "grey": "guide_grey",
}
"""What is asked of a page, with what is said to it."""
_TOLD = {
    "exists": "guide_account_exists",
    "busy": "guide_busy",
    "filled": "guide_compare",
    "grey": "guide_grey",
    "other_page": "guide_other_page",
}
"""What is told of a page that the program shows, and not of the end, where a test mail is waited for; with what is said to it."""
_OF_THE_PAGE = frozenset({"guide_tick", "guide_leave_out"})
"""What is said of all that the page shows, and not to who names one thing."""


def beside(here: Here) -> str:
    """Give which of the bot's words answer what is asked or told of the page; empty where the words are no such ones."""
    choices, text = here.parts.choices, here.text
    if here.said.length > _FEW_WORDS or here.asks_address:
        return ""
    if _asks_if_right(here, text.replace("?", "")):
        return "guide_compare"
    if choices.has(text, "person"):
        return "guide_person"
    if here.said.asks or choices.is_one_of(text, "must"):
        return _asked(here)
    return "" if here.is_end else _told(here)


def is_not_there(here: Here) -> bool:
    """Whether somebody misses what a step names: 'ist nicht da', 'heißt bei mir anders'. At the end it is the test mail."""
    choices, text = here.parts.choices, here.text
    is_short = here.said.length <= _FEW_WORDS and not here.is_end and not here.asks_address and not here.said.asks
    return is_short and (choices.is_one_of(text, "not_there") or choices.has(text, "other_name"))


def reason(here: Here) -> str:
    """Give why the page is as it is to who asks no more than that, after nothing that has a reason of its own: 'warum nicht?'.

    A caution of the step tells it, or one of the next step to who was just helped with something; else the values are the club's,
    and a step without values leads to those. What was answered on another page is not asked about any more.
    """
    choices, bare, memory = here.parts.choices, here.text.replace("?", ""), here.said.recalled.last
    is_asked = choices.begins(bare, "asks_why") and choices.is_made_of(bare, "why_so")
    is_of_page = memory is None or bool(memory.intent.aspect) or memory.intent.topic == "setup" or not here.opened.is_answered
    if not (is_asked and is_of_page) or here.is_end or here.asks_address or choices.has(bare, "not_there"):
        return ""
    pages = [here.walk.page(number) for number in (here.number, *([here.number + 1] if here.opened.helped else []))]
    told = (line for page in pages for line in page.answer.paragraphs if is_caution(line) and choices.has(line, "because"))
    has_values = any(entry.value.partition(".")[0] in DIRECTIONS for entry in here.walk.entries(here.number))
    return next(told, here.parts.word("guide_why_values" if has_values else "guide_why_step", here.walk.language))


def has_understood(here: Here) -> bool:
    """Whether words only say that something is clear now: 'ach so', 'jetzt versteh ich'."""
    is_turn = here.parts.typed.exactly(here.text) is not None or here.parts.choices.answer(here.text) == "no"
    return not is_turn and "?" not in here.text and here.parts.choices.is_made_of(here.text, "understood")


def _asked(here: Here) -> str:
    choices, text = here.parts.choices, here.text
    if choices.has(text, "same_there") and _is_of_device(here):
        return "guide_fits"
    if choices.is_one_of(text, "must"):
        return _left_out(here)
    word = next((word for kind, word in _ASKED.items() if choices.has(text, kind)), "")
    if word in _OF_THE_PAGE and _names_a_thing(here):
        return ""
    if word == "guide_pause" and not _asks_for_a_pause(here):
        return ""
    return _left_out(here) if word == "guide_leave_out" else word


def _asks_for_a_pause(here: Here) -> bool:
    """Whether only to go on another time is asked about: 'kann ich das später machen', but not 'wie ändere ich das später'."""
    rest = here.parts.choices.without(here.text, "later")
    return not rest or here.parts.choices.is_made_of(rest, "beside_later")


def _told(here: Here) -> str:
    choices, text = here.parts.choices, here.text
    if choices.has(text, "message") and choices.is_made_of(text, "beside_message"):
        return "guide_message"
    word = next((word for kind, word in _TOLD.items() if choices.has(text, kind)), "")
    # 'Senden dauert ewig' is a trouble, of a mailbox that is set up; 'er prüft schon ewig' tells of this page.
    found = here.said.reply.explanation.found
    names = word != "guide_busy" or any(one.kind != "cue" or one.value == "mail" for one in found)
    return "" if word and names and known_trouble(here.said.reply, None) else word


def _names_a_thing(here: Here) -> bool:
    """Whether something is named that the assistant knows: 'brauch ich den Haken bei SSL', 'Beschreibung auslassen?'."""
    reply = here.said.reply
    topics = {intent.topic for intent in reply.intents} - {""}
    is_technical = any((found.kind, found.value) == ("cue", "technical") for found in reply.explanation.found)
    return is_technical or any(found.kind == "topic" and found.value in topics for found in reply.explanation.found)


def _left_out(here: Here) -> str:
    has_fields = here.is_end or bool(here.walk.steps[here.number].fields)
    return "guide_leave_out" if has_fields else "guide_leave_out_step"


def _is_of_device(here: Here) -> bool:
    """Whether a device is named that the guide is for as well: 'gilt das auch für den Mac'."""
    picks = here.parts.picks
    named = {picks.device(found.words) for found in here.said.reply.explanation.found}
    return any(not devices_meant(device).isdisjoint(here.walk.guide.devices) for device in named)


def _asks_if_right(here: Here, bare: str) -> bool:
    """Whether words only ask if all is right as it stands: 'stimmt das so', 'ok so?'."""
    choices = here.parts.choices
    if not choices.is_made_of(bare, "asks_right"):
        return False
    return choices.begins(bare, "asks_right") or ("?" in here.text and choices.answer(bare) in _GOOD)

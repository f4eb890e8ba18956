"""What a button carries: its whole meaning in `callback_data`, so it works after a restart and on any worker.

The form is `1<kind><language>.<field>.<field>…`, ASCII, at most 64 bytes (Bot API, InlineKeyboardButton). The
leading digit is the version: when the form changes, old digits stay readable here or are refused, and a
refused button gets a kind answer. Nothing in a button is trusted: its form is checked here, whether its names
exist is checked by whoever acts on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from telegram.constants import InlineKeyboardButtonLimit

from assistant.intent import Intent

MAX_BYTES = int(InlineKeyboardButtonLimit.MAX_CALLBACK_DATA)
_VERSION = "1"
_EMPTY = "-"
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,23}")
_TOPIC = re.compile(r"(trouble:)?[a-z][a-z0-9_-]{0,23}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_FINGERPRINT = re.compile(r"[a-z0-9]{4}")
_GAP = re.compile(r"[0-9]{8}[0-9a-f]{8}")
_LOCAL = re.compile(r"[A-Za-z0-9_+-][A-Za-z0-9._+-]{0,63}")
_SUBJECTS = {"imap": "i", "pop3": "p", "both": "b", "": _EMPTY}
_DIRECTIONS = {"incoming": "i", "outgoing": "o", "both": "b", "": _EMPTY}
HIGHEST_STEP = 99
_HIGHEST_MESSAGE = 2**52


class ButtonError(ValueError):
    """Not a button of ours, or one that cannot be written in 64 bytes."""


class Simple(StrEnum):
    """Buttons without fields."""

    MENU = "m"
    CHECK = "c"
    SETUP = "s"
    """Choose a mail program."""
    WHICH = "w"
    """'Which program do I have?'"""
    TROUBLES = "l"
    """Choose a trouble."""
    SOLVED = "e"
    """The trouble is over."""
    CONTINUE = "r"
    """Go on with the guide where this member was; its place is in the small memory."""


class Deed(StrEnum):
    """What a button of a guide does with its place."""

    SHOW = "s"
    CANCEL = "x"
    WORKS = "w"
    FAILS = "f"
    APPLE_PROFILE = "m"
    K9_SETTINGS = "k"
    QR = "q"


@dataclass(frozen=True)
class PressSimple:
    """A button without fields."""

    what: Simple
    language: str


@dataclass(frozen=True)
class PressAsk:
    """Answer this intent."""

    intent: Intent
    language: str


@dataclass(frozen=True)
class PressDevice:
    """'Which program do I have?': this device."""

    device: str
    language: str


@dataclass(frozen=True)
class PressProgram:
    """Set up this program; the protocol is chosen next, or already."""

    program: str
    protocol: str
    """`imap`, `pop3`, or empty when it is still to be chosen."""
    language: str


@dataclass(frozen=True)
class Place:
    """A place in a guide."""

    program: str
    protocol: str
    number: int
    """The page, counted from 0; the page after the last step is the summary."""
    fingerprint: str
    """Of the guide's steps, so that a button from an older content never shows a wrong step."""
    local: str = ""
    """The part before the @ of the address, if the member gave it and it fits."""


@dataclass(frozen=True)
class PressGuide:
    """A button under a page of a guide."""

    deed: Deed
    place: Place
    language: str


@dataclass(frozen=True)
class PressTrouble:
    """A node of a trouble tree."""

    tree: str
    node: str
    """Empty: the tree's start."""
    language: str


@dataclass(frozen=True)
class PressDelete:
    """Delete a message of the member's, in the same chat."""

    message: int
    """Its id."""
    language: str


@dataclass(frozen=True)
class PressFeedback:
    """'Did that help?' under an answer."""

    label: str
    """What was answered: a topic, an aspect, or `trouble:<tree>`."""
    helped: bool
    language: str


@dataclass(frozen=True)
class PressGapDone:
    """A maintainer has seen to a question that had no answer, and to those like it."""

    gap: str
    """The question's id."""
    language: str


Press = (
    PressFeedback | PressGapDone | PressDelete | PressSimple | PressAsk | PressDevice | PressProgram | PressGuide | PressTrouble
)


def encode(press: Press) -> str:
    """Write a button's meaning.

    Raises:
        ButtonError: it does not fit into 64 bytes, or a name in it is none.
    """
    data = f"{_VERSION}{'.'.join(_fields(press))}"
    if len(data.encode()) > MAX_BYTES:
        raise ButtonError(f"longer than {MAX_BYTES} bytes: {data!r}")
    if decode(data) != press:
        raise ButtonError(f"cannot be read back: {press!r}")
    return data


def _fields(press: Press) -> tuple[str, ...]:  # noqa: PLR0911 - one for each kind of button
    match press:
        case PressSimple(what, language):
            return f"{what}{language}", ""
        case PressAsk(intent, language):
            thing = intent.aspect or intent.topic or _EMPTY
            parts = (
                _SUBJECTS.get(intent.subject, "?"),
                _DIRECTIONS.get(intent.direction, "?"),
                intent.program or _EMPTY,
            )
            return f"a{language}", thing, *parts
        case PressDevice(device, language):
            return f"d{language}", device
        case PressDelete(message, language):
            return f"x{language}", str(message)
        case PressFeedback(label, helped, language):
            return f"f{language}", label, "y" if helped else "n"
        case PressGapDone(gap, language):
            return f"n{language}", gap
        case PressProgram(program, protocol, language):
            return f"p{language}", program, _SUBJECTS.get(protocol, "?")
        case PressGuide(deed, place, language):
            numbers = (_SUBJECTS.get(place.protocol, "?"), str(place.number), place.fingerprint)
            return f"g{language}", str(deed), place.program, *numbers, place.local
        case _:
            return f"t{press.language}", press.tree, press.node or _EMPTY


def decode(data: str) -> Press:
    """Read a button.

    Raises:
        ButtonError: it is from another version or another bot, or forged.
    """
    head, dot, rest = data.partition(".")
    kind, language = head[1:2], head[2:]
    if not dot or head[:1] != _VERSION or not _LANGUAGE.fullmatch(language) or len(data.encode()) > MAX_BYTES:
        raise ButtonError(f"not a button of this version: {data[:MAX_BYTES]!r}")
    try:
        return _read(kind, language, rest)
    except (ValueError, KeyError) as error:
        raise ButtonError(f"not a button of ours: {data[:MAX_BYTES]!r}") from error


def _read(kind: str, language: str, rest: str) -> Press:  # noqa: PLR0911 - one for each kind of button
    match kind, rest.split(".", 5 if kind == "g" else -1):
        case "a", [thing, subject, direction, program]:
            slots = (_long(_SUBJECTS, subject), _long(_DIRECTIONS, direction), _or_empty(_NAME, program))
            key = ".".join(part or _EMPTY for part in (_or_empty(_TOPIC, thing), *slots))
            return PressAsk(Intent.from_key(key), language)
        case "d", [device]:
            return PressDevice(_checked(_NAME, device), language)
        case "x", [message]:
            return PressDelete(_number(message), language)
        case "f", [label, answer] if answer in ("y", "n"):
            return PressFeedback(_checked(_TOPIC, label), answer == "y", language)
        case "n", [gap]:
            return PressGapDone(_checked(_GAP, gap), language)
        case "p", [program, protocol]:
            return PressProgram(_checked(_NAME, program), _protocol(protocol, may_be_open=True), language)
        case "g", [deed, program, protocol, number, fingerprint, local]:
            place = Place(
                _checked(_NAME, program),
                _protocol(protocol, may_be_open=False),
                _number(number, HIGHEST_STEP),
                _checked(_FINGERPRINT, fingerprint),
                _checked(_LOCAL, local) if local else "",
            )
            return PressGuide(Deed(deed), place, language)
        case "t", [tree, node]:
            return PressTrouble(_checked(_NAME, tree), _or_empty(_NAME, node), language)
        case _, [""]:
            return PressSimple(Simple(kind), language)
    raise ValueError(f"no such kind: {kind}")


def _checked(form: re.Pattern[str], text: str) -> str:
    if not form.fullmatch(text):
        raise ValueError(f"not a name: {text}")
    return text


def _or_empty(form: re.Pattern[str], text: str) -> str:
    return "" if text == _EMPTY else _checked(form, text)


def _long(shorts: dict[str, str], short: str) -> str:
    return {value: key for key, value in shorts.items()}[short]


def _protocol(short: str, *, may_be_open: bool) -> str:
    protocol = _long(_SUBJECTS, short)
    if protocol == "both" or not (protocol or may_be_open):
        raise ValueError(f"not a protocol: {short}")
    return protocol


def _number(text: str, highest: int = _HIGHEST_MESSAGE) -> int:
    if not re.fullmatch(r"0|[1-9][0-9]{0,15}", text) or int(text) > highest:
        raise ValueError(f"not a number up to {highest}: {text}")
    return int(text)

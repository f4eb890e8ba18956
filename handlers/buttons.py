"""What a button carries: its whole meaning in `callback_data`, so it works after a restart and on any worker.

The form is `1<kind><language>.<field>.<field>…`, ASCII, at most 64 bytes (Bot API, InlineKeyboardButton). The
leading digit is the version: when the form changes, old digits stay readable here or are refused, and a
refused button gets a kind answer. Nothing in a button is trusted: its form is checked here, whether its names
exist is checked by whoever acts on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from telegram.constants import InlineKeyboardButtonLimit

from assistant.intent import Intent
from handlers import button_fields as fields

MAX_BYTES = int(InlineKeyboardButtonLimit.MAX_CALLBACK_DATA)
_VERSION = "1"
_TRIED = "t"


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
    protocol: str = ""
    """`imap` or `pop3`, if that was asked for before the program."""


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
    program: str = ""
    """The program, or the device, that the member has named."""
    tried: bool = False
    """Whether the remedy was done, and it is asked whether it works now."""


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
            thing = intent.aspect or intent.topic or fields.EMPTY
            parts = (
                fields.SUBJECTS.get(intent.subject, "?"),
                fields.DIRECTIONS.get(intent.direction, "?"),
                intent.program or fields.EMPTY,
            )
            return f"a{language}", thing, *parts
        case PressDevice(device, language, protocol):
            return f"d{language}", device, *([fields.SUBJECTS.get(protocol, "?")] if protocol else [])
        case PressDelete(message, language):
            return f"x{language}", str(message)
        case PressFeedback(label, helped, language):
            return f"f{language}", label, "y" if helped else "n"
        case PressGapDone(gap, language):
            return f"n{language}", gap
        case PressProgram(program, protocol, language):
            return f"p{language}", program, fields.SUBJECTS.get(protocol, "?")
        case PressGuide(deed, place, language):
            numbers = (fields.SUBJECTS.get(place.protocol, "?"), str(place.number), place.fingerprint)
            return f"g{language}", str(deed), place.program, *numbers, place.local
        case _:
            node, program = press.node or fields.EMPTY, press.program
            rest = (program or fields.EMPTY, _TRIED) if press.tried else (program,) if program else ()
            return f"t{press.language}", press.tree, node, *rest


def decode(data: str) -> Press:
    """Read a button.

    Raises:
        ButtonError: it is from another version or another bot, or forged.
    """
    head, dot, rest = data.partition(".")
    kind, language = head[1:2], head[2:]
    if not dot or head[:1] != _VERSION or len(data.encode()) > MAX_BYTES:
        raise ButtonError(f"not a button of this version: {data[:MAX_BYTES]!r}")
    try:
        return _read(kind, fields.language(language), rest)
    except (ValueError, KeyError) as error:
        raise ButtonError(f"not a button of ours: {data[:MAX_BYTES]!r}") from error


def _read(kind: str, language: str, rest: str) -> Press:  # noqa: C901, PLR0911 - one for each kind of button
    match kind, rest.split(".", 5 if kind == "g" else -1):
        case "a", [thing, subject, direction, program]:
            slots = (fields.subject(subject), fields.direction(direction), fields.or_empty(fields.name, program))
            key = ".".join(part or fields.EMPTY for part in (fields.or_empty(fields.topic, thing), *slots))
            return PressAsk(Intent.from_key(key), language)
        case "d", [device]:
            return PressDevice(fields.name(device), language)
        case "d", [device, protocol]:
            return PressDevice(fields.name(device), language, fields.protocol(protocol, may_be_open=False))
        case "x", [message]:
            return PressDelete(fields.number(message), language)
        case "f", [label, answer] if answer in ("y", "n"):
            return PressFeedback(fields.topic(label), answer == "y", language)
        case "n", [gap]:
            return PressGapDone(fields.gap(gap), language)
        case "p", [program, protocol]:
            return PressProgram(fields.name(program), fields.protocol(protocol, may_be_open=True), language)
        case "g", [deed, program, protocol, number, fingerprint, local]:
            place = Place(
                fields.name(program),
                fields.protocol(protocol, may_be_open=False),
                fields.number(number, fields.HIGHEST_STEP),
                fields.fingerprint(fingerprint),
                fields.local(local) if local else "",
            )
            return PressGuide(Deed(deed), place, language)
        case "t", [tree, node]:
            return PressTrouble(fields.name(tree), fields.or_empty(fields.name, node), language)
        case "t", [tree, node, program]:
            return PressTrouble(fields.name(tree), fields.or_empty(fields.name, node), language, fields.name(program))
        case "t", [tree, node, program, mark] if mark == _TRIED:
            names = (fields.name(tree), fields.or_empty(fields.name, node))
            return PressTrouble(*names, language, fields.or_empty(fields.name, program), tried=True)
        case _, [""]:
            return PressSimple(Simple(kind), language)
    raise ValueError(f"no such kind: {kind}")

"""How mail programs are set up, step by step: `guides/*.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Literal

from assistant.knowledge.models.base import Model, Name, Phrases, ProtocolName, Text


class Evidence(StrEnum):
    """How sure we are of a mail program's labels."""

    VERIFIED = "verified"
    """Read in the maker's own source, localisation or support page."""
    GUIDE = "guide"
    """Taken from a hoster's or other third party's guide."""
    UNVERIFIED = "unverified"
    """General knowledge: worded softly."""
    OWN = "own"
    """Our own advice, no label of a program."""


Only = Literal["imap", "pop3", "encrypted", "unencrypted"]
"""Stands in the guide only for this protocol, or only when the club's connections of the protocol are (not) encrypted."""


class FieldEntry(Model):
    """One field of a form in a mail program, and what goes in."""

    label: Text
    """What the program calls the field."""
    value: str = ""
    """The value: `incoming.server`, `outgoing.port`, `account.username` … of the chosen protocol."""
    shown: Text | None = None
    """How the program writes the choice (`Passwort, normal`), where it is a choice and no value of ours."""
    also: Text | None = None
    """What the field may be called in other programs or versions."""
    only: Only | None = None


class Question(Model):
    """What members ask or tell amid a guide, beside turning its pages: 'ist das normal?', 'muss der Haken da rein?'."""

    words: Phrases
    """Words in this order, a few others may stand between and beside them. `{outgoing.port}` is what the club's value is."""
    say: Text
    """The answer, said before the page comes once more."""
    only: Only | None = None
    at: tuple[str, ...] = ()
    """Only at steps with a field for one of these values, such as `incoming.port`, `outgoing.port`."""
    place: str = ""
    """Which of the program's `places` is told as well, such as `settings`; a program without it does not know the question."""


class Step(Model):
    """One message of a guide."""

    use: str = ""
    """Take a shared step of `guides/shared.yaml` instead; everything else stays empty."""
    only: Only | None = None
    title: Text | None = None
    text: Text | None = None
    fields: tuple[FieldEntry, ...] = ()
    evidence: Evidence = Evidence.OWN
    source: str = ""
    place: str = ""
    """In a guide for any program: which of the `places` of one that is named tells where the step is done, such as `setup`."""
    asks_address: bool = False
    """The member may give the address here, so that later steps show it filled in."""


class SharedSteps(Model):
    """Steps that several guides use (`guides/shared.yaml`)."""

    shared: dict[Name, Step]
    asked: tuple[Question, ...] = ()
    """What is asked amid any guide."""


class SetupFile(StrEnum):
    """A file or picture that sets a program up."""

    APPLE_PROFILE = "mobileconfig"
    K9_SETTINGS = "k9s"
    THUNDERBIRD_QR = "qr"


NEEDS_ADDRESS = frozenset({SetupFile.K9_SETTINGS, SetupFile.THUNDERBIRD_QR})
"""What cannot be made without an address: these programs do not ask for it themselves, Apple's do."""


class Guide(Model):
    """How to set up one mail program."""

    program: Name
    name: Text
    order: int = 100
    """Place in the list of programs."""
    devices: tuple[Literal["iphone", "android", "windows", "mac", "linux", "other"], ...]
    words: Phrases
    """What members call the program or its device."""
    recognise: Text | None = None
    """How to tell that this is the program somebody has; said where the programs of a device are listed."""
    protocols: tuple[Literal["imap", "pop3"], ...] = ("imap",)
    account_types: Mapping[ProtocolName, str] = field(default_factory=dict)
    """How the program writes a protocol where it is not the club's word: `pop3: POP`."""
    intro: Text | None = None
    """What to know before starting; said with the choice of the protocol."""
    places: Mapping[str, Text] = field(default_factory=dict)
    """Where things stand in an account that is there already, said to whoever names the program: `settings`, another aspect, a
    topic or `topic.protocol`."""
    ended: Text | None = None
    """The program is no more: this text tells it, and `instead` is offered."""
    instead: tuple[Name, ...] = ()
    related: tuple[Name, ...] = ()
    """Programs that are easily taken for this one: offered where it is chosen."""
    files: tuple[SetupFile, ...] = ()
    steps: tuple[Step, ...] = ()
    asked: tuple[Question, ...] = ()
    """What is asked amid this guide."""

    @property
    def called(self) -> tuple[str, ...]:
        """All that the program is called, in every language: its names, and the words for it or its device."""
        return (*self.name.root.values(), *self.words.all())

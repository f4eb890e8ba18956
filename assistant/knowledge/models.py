"""The content as frozen models: what may stand in which YAML file.

A text is written once per language (`de:`, `en:`, …) and may contain `**bold**`, `` `code` ``, paragraphs parted by an empty
line, lines that start with `- `, and references such as `{imap.incoming.port}`. A paragraph that starts with ⚠️ is a caution,
one with 💡 or ℹ️ a hint.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, StringConstraints

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,23}$")]
"""A name used inside the content: lower-case letters, digits, `-` and `_`, at most 24 characters (it travels in buttons)."""
ProtocolName = Annotated[str, StringConstraints(pattern=r"^(imap|pop3)$")]
"""`imap` or `pop3`: the protocols that the bot can tell apart."""
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
"""A language code of ISO 639, as Telegram gives it in `language_code`."""


class Model(BaseModel):
    """Frozen, and unknown keys are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Text(RootModel[dict[Language, str]]):
    """One text in every language of the content."""

    model_config = ConfigDict(frozen=True)

    def get(self, language: str) -> str:
        """Give the text in `language`, else in the first language it was written in."""
        return self.root.get(language) or next(iter(self.root.values()))


class Phrases(RootModel[dict[Language, tuple[str, ...]]]):
    """Words or example sentences per language."""

    model_config = ConfigDict(frozen=True)

    def all(self) -> tuple[str, ...]:
        """Give the phrases of all languages."""
        return tuple(phrase for phrases in self.root.values() for phrase in phrases)


class Encryption(StrEnum):
    """How a connection is secured; the values are those of RFC 8314's vocabulary."""

    NONE = "none"
    SSL_TLS = "ssl_tls"
    STARTTLS = "starttls"


# --- club.yaml and settings.yaml -------------------------------------------------------------------------------------------


class Club(Model):
    """Who the bot works for (`club.yaml`)."""

    name: str
    short_name: str
    domain: str
    called: tuple[str, ...] = ()
    """How members call the club, in small letters; stands for `{club}` in the vocabulary and in questions."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    """The languages of the content; the first is taken where nothing tells the member's."""
    partial_languages: tuple[Language, ...] = ()
    """Languages in which texts may still be missing; the first language of the text stands in."""
    webmaster: Text
    """Whom to ask, as a part of a sentence: 'den Webmaster'."""
    source: str
    """Where the club's statements come from."""
    known_problems: Text
    """What does not work at the moment."""
    more: Text
    """Where to read more."""


class Connection(Model):
    """One direction of one protocol."""

    server: str = ""
    """Host name; empty: the club's `mail_server`."""
    port: Annotated[int, Field(ge=1, le=65535)]
    encryption: Encryption


class Protocol(Model):
    """The club's values for one protocol."""

    name: str
    account_type: str
    recommended: bool = False
    incoming: Connection
    outgoing: Connection
    delivery: Text | None = None
    """'Übermittlung': the delivery options of a mail program, where the protocol has such."""


class Account(Model):
    """What a member enters about themself."""

    name: Text
    name_example: Text
    address: Text
    username: Text
    password: Text


class Settings(Model):
    """Every value of the club, each once (`settings.yaml`)."""

    mail_server: str
    protocols: Annotated[dict[ProtocolName, Protocol], Field(min_length=1)]
    account: Account


# --- protocols.yaml: the club's statements ---------------------------------------------------------------------------------


class ProtocolFacts(Model):
    """What the club says about one protocol."""

    summary: Text
    notes: dict[Name, Text]
    advantages: dict[Name, Text]
    disadvantages: dict[Name, Text]


class Statements(Model):
    """What the club says about the protocols together (`protocols.yaml`)."""

    introduction: Text
    where_to_choose: Text
    conclusion: Text
    your_choice: Text
    protocols: dict[ProtocolName, ProtocolFacts]


# --- topics/*.yaml ---------------------------------------------------------------------------------------------------------


class TopicAnswer(Model):
    """The answer to a topic, by what the member asked about."""

    any: Text | None = None
    imap: Text | None = None
    pop3: Text | None = None


class Topic(Model):
    """One thing members ask that is not a value of the settings table."""

    topic: Name
    title: Text
    """For buttons: at most 30 characters read well."""
    examples: Phrases
    """How members ask for it; the more different, the better."""
    answer: TopicAnswer
    subject: Literal["imap", "pop3"] | None = None
    """The protocol that is meant when the member names none."""
    see: tuple[str, ...] = ()
    """What to offer next: names of topics, `settings`, `port`, `server` …, or `setup`."""
    source: str = ""
    """Where the statement comes from, when it is not the club's."""
    group: bool = True
    """Whether the bot may answer it in a group when nobody addressed it."""
    picture: str = ""
    """A picture in `pictures/` that is sent with the answer in private chats."""
    menu: bool = False
    """Whether it stands in the menu of `/start`."""
    small_talk: bool = False
    """A greeting or thanks: answered in private only, and never an interruption."""


# --- words.yaml, vocabulary.yaml, commands.yaml -----------------------------------------------------------------------------


class Words(RootModel[dict[str, Text]]):
    """The bot's own words: buttons, greetings, errors (`words.yaml`). Slots are written `{like_this}`."""

    model_config = ConfigDict(frozen=True)


class SlotWords(RootModel[dict[Name, Phrases]]):
    """Slot value → the words members use for it."""

    model_config = ConfigDict(frozen=True)


class Vocabulary(Model):
    """The words that tell what a member asks about (`vocabulary.yaml`)."""

    subject: SlotWords
    direction: SlotWords
    aspect: SlotWords
    topic: SlotWords
    """Topic → words that by themselves point to a topic."""
    cue: SlotWords
    """Small signs: question, comparison, negation, politeness, follow-up, typing in a dialogue …"""
    numbers: dict[str, Literal["incoming", "outgoing"]] = {}
    """Ports of mail services that members name, right or wrong ones → the direction they are usually for (IANA)."""
    examples: SlotWords
    """How members ask for values of the settings (by aspect) and for a guide (`setup`)."""
    talk: Phrases = Phrases({})
    """What else is talked about in a group: from this the bot learns to stay silent."""
    typed: SlotWords
    """What is typed during a guide instead of pressing a button: next, back, cancel, help, repeat, works, fails, start."""
    choice: SlotWords = SlotWords({})
    """Short answers to a question with buttons: yes, no, unsure."""


class Command(Model):
    """A command of the bot (`commands.yaml`)."""

    command: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,32}$")]
    aliases: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,32}$")], ...] = ()
    description: Text
    menu_name: Text | None = None
    """Which spelling stands in the command menu, by language; the command itself where missing."""
    scopes: tuple[Literal["private", "groups", "admins", "maintainers"], ...] = ("private",)
    """In which command menus it stands; none: it works but is not listed."""


# --- guides/*.yaml ---------------------------------------------------------------------------------------------------------


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
    asks_address: bool = False
    """The member may give the address here, so that later steps show it filled in."""


class SharedSteps(Model):
    """Steps that several guides use (`guides/shared.yaml`)."""

    shared: dict[Name, Step]


class SetupFile(StrEnum):
    """A file or picture that sets a program up."""

    APPLE_PROFILE = "mobileconfig"
    K9_SETTINGS = "k9s"
    THUNDERBIRD_QR = "qr"


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
    account_types: dict[ProtocolName, str] = {}
    """How the program writes a protocol where it is not the club's word: `pop3: POP`."""
    intro: Text | None = None
    """What to know before starting; said with the choice of the protocol."""
    ended: Text | None = None
    """The program is no more: this text tells it, and `instead` is offered."""
    instead: tuple[Name, ...] = ()
    files: tuple[SetupFile, ...] = ()
    steps: tuple[Step, ...] = ()


# --- trouble/*.yaml --------------------------------------------------------------------------------------------------------


class Choice(Model):
    """A button under a question of a trouble tree."""

    label: Text
    go: str
    """The next node, `guide:<program>`, `topic:<topic>` or `trouble:<other tree>`."""


class Node(Model):
    """A question with choices, or a remedy (no choices, or only 'it still does not work')."""

    say: Text
    choices: tuple[Choice, ...] = ()
    ask_webmaster: bool = False
    """Ends with whom to ask and what to tell them."""
    check: bool = False
    """Offers the live check of the servers."""
    evidence: Evidence = Evidence.OWN
    source: str = ""


class Trouble(Model):
    """One trouble, as short questions that end in a remedy."""

    trouble: Name
    title: Text
    order: int = 100
    examples: Phrases
    """How members tell it in their own words."""
    error_texts: tuple[str, ...] = ()
    """Parts of the messages that programs show; recognised inside any text."""
    first_aid: Text | None = None
    """What helps most often, in one or two sentences: the answer to a plain question, before the button."""
    start: Name
    nodes: dict[Name, Node]


# --- questions/*.yaml ------------------------------------------------------------------------------------------------------


class Content(Model):
    """Everything the bot knows, whole and checked."""

    club: Club
    settings: Settings
    statements: Statements
    topics: dict[str, Topic]
    words: Words
    vocabulary: Vocabulary
    commands: tuple[Command, ...]
    guides: dict[str, Guide]
    shared_steps: dict[str, Step]
    trouble: dict[str, Trouble]
    fingerprint: str
    """A hash of all files: keys caches and tells whether the content has changed."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the content, the default first."""
        return self.club.languages + self.club.partial_languages

    def word(self, key: str, language: str, **slots: object) -> str:
        """Give one of the bot's own words with its slots filled.

        Raises:
            KeyError: there is no such word; the loader's check of the words that the code uses makes this impossible.
        """
        text = self.words.root[key].get(language)
        for slot, value in slots.items():
            text = text.replace("{" + slot + "}", str(value))
        return text

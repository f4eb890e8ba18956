"""The pages of a guide: its steps for one protocol, in one language, with the club's values filled in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.answer import Answer, Value
from assistant.guides.choosing import protocols
from assistant.guides.fingerprint import fingerprint
from assistant.knowledge import references
from assistant.knowledge.models.club import Encryption
from assistant.notes import is_note

if TYPE_CHECKING:
    from assistant.knowledge.models.club import Connection, Protocol
    from assistant.knowledge.models.content import Content
    from assistant.knowledge.models.guides import FieldEntry, Guide, Question, Step

_FULL, _OPEN = "▰", "▱"
_COPIED = ("account.address", "account.username", "server", "port")
"""Values somebody types into a field; an encryption or an account type is chosen from a list instead."""
_PERSONAL = ("account.address", "account.username")


class PageKind(StrEnum):
    """What stands on a page."""

    STEP = "step"
    ADDRESS = "address"
    """A step at which the member may give the address."""
    SUMMARY = "summary"
    """All values once more, and 'Does it work?'."""


@dataclass(frozen=True)
class Page:
    """One message of a guide."""

    kind: PageKind
    number: int
    """Counted from 0; the summary's is `Walk.last`."""
    answer: Answer


@dataclass(frozen=True)
class Walk:
    """A way through one guide: program, protocol, language and, if given, the member's address.

    Raises:
        KeyError: there is no such program, or the guide or the club does not have the protocol.
    """

    content: Content
    program: str
    protocol: str
    language: str
    local: str = ""
    """The part before the @ of the member's address, or empty."""

    def __post_init__(self) -> None:
        if self.protocol not in protocols(self.content, self.guide):
            raise KeyError(self.protocol)

    @property
    def guide(self) -> Guide:
        """The guide as it stands in the content."""
        return self.content.guides[self.program]

    @property
    def _settings(self) -> Protocol:
        return self.content.settings.protocols[self.protocol]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps of this protocol, shared ones put in place."""
        pairs = ((step, self.content.shared_steps[step.use] if step.use else step) for step in self.guide.steps)
        return tuple(resolved for step, resolved in pairs if step.only in self._ours and resolved.only in self._ours)

    @property
    def _ours(self) -> tuple[str | None, ...]:
        """What `only` may say of parts of this way."""
        return None, self.protocol, "encrypted" if self.is_encrypted else "unencrypted"

    @property
    def address_page(self) -> int:
        """The page that asks for the address; the first page where none does."""
        return next((number for number, step in enumerate(self.steps) if step.asks_address), 0)

    @property
    def last(self) -> int:
        """The number of the summary, the last page."""
        return len(self.steps)

    @cached_property
    def fingerprint(self) -> str:
        """Four characters that tell this way from others, see `fingerprint`."""
        return fingerprint(self.content, self.program, self.protocol, self.steps)

    @property
    def address(self) -> str:
        """The member's address, or empty when none was given."""
        return f"{self.local}@{self.content.club.domain}" if self.local else ""

    @property
    def is_encrypted(self) -> bool:
        """Whether both directions of the protocol are, as the club gives them."""
        return references.is_encrypted(self._settings)

    @cached_property
    def values(self) -> dict[str, str]:
        """Every value by its reference; `incoming.port` is that of the protocol."""
        known = references.values(self.content, self.language)
        known |= references.protocol_values(self.content, self.protocol, self.language)
        known |= {f"protocol.{name}": known[name] for name in ("name", "caution")}
        if self.protocol in self.guide.account_types:
            known["account_type"] = f"`{self.guide.account_types[self.protocol]}`"
        if self.address:
            known |= dict.fromkeys(_PERSONAL, f"`{self.address}`")
        return known

    def page(self, number: int) -> Page:
        """Give a page; a number beyond the guide gives its nearest end."""
        number = max(0, min(number, self.last))
        if number == self.last:
            return Page(PageKind.SUMMARY, number, self._summary())
        step = self.steps[number]
        kind = PageKind.ADDRESS if step.asks_address else PageKind.STEP
        return Page(kind, number, self._step(step, number))

    def direction(self, number: int) -> str:
        """Give the direction whose values a page shows, `incoming` or `outgoing`; empty where it is none or both."""
        fields = self.steps[number].fields if number < self.last else ()
        found = {entry.value.partition(".")[0] for entry in fields} & {"incoming", "outgoing"}
        return found.pop() if len(found) == 1 else ""

    def entries(self, number: int) -> tuple[FieldEntry, ...]:
        """Give the fields of a step that are there for this protocol."""
        return tuple(entry for entry in self.steps[number].fields if entry.only in self._ours)

    def questions(self, number: int) -> list[Question]:
        """Give what is known to be asked on a page: amid this guide, and amid any."""
        shown = {entry.value for entry in self.entries(number)} if number < self.last else set[str]()
        known = (*self.guide.asked, *self.content.asked_amid_guides)
        return [one for one in known if self._is_asked(one, shown)]

    def _is_asked(self, question: Question, shown: set[str]) -> bool:
        is_there = not question.at or not shown.isdisjoint(question.at)
        return is_there and question.only in self._ours and (not question.place or question.place in self.guide.places)

    def answer_to(self, question: Question) -> str:
        """Give what is said to a question, with where it is in this program."""
        told = [question.say, *([self.guide.places[question.place]] if question.place else [])]
        return "\n\n".join(self.filled(text.get(self.language)) for text in told)

    def _word(self, key: str, **slots: object) -> str:
        return self.content.word(key, self.language, **slots)

    def _step(self, step: Step, number: int) -> Answer:
        bar = _FULL * (number + 1) + _OPEN * (self.last - number - 1)
        count = self._word("guide_progress", number=number + 1, total=self.last)
        head = f"{self.guide.name.get(self.language)} · {self.values['name']} · {count}\n{bar}"
        title = f"**{self.filled(step.title.get(self.language))}**" if step.title else ""
        text = self.filled(step.text.get(self.language)).split("\n\n") if step.text else []
        if step.asks_address and self.address:
            text = [self._word("guide_address_given", address=self.address)]
        notes = [paragraph for paragraph in text if is_note(paragraph)]  # they come after the fields
        said = [paragraph for paragraph in text if paragraph not in notes]
        entries = self.entries(number)
        fields = "\n".join(self._field(entry) for entry in entries)
        caution = self._caution({entry.value for entry in entries})
        lines = tuple(part for part in (head, title, *said, fields, *notes, caution) if part)
        return Answer(self.language, lines, self._to_copy(entries))

    def _caution(self, shown: set[str]) -> str:
        """Give the caution for values that are shown and mean no encryption, with what is better; else nothing."""
        ways = {"incoming": self._settings.incoming, "outgoing": self._settings.outgoing}
        is_open = {
            way: connection.encryption is Encryption.NONE and not shown.isdisjoint({f"{way}.port", f"{way}.encryption"})
            for way, connection in ways.items()
        }
        if not any(is_open.values()):
            return ""
        better = self._better
        if better is None:
            return self.values["caution"]
        name, outgoing = better
        which = "both" if all(is_open.values()) else next(way for way, opened in is_open.items() if opened)
        encryption = references.encryption_shown(self.content, "outgoing", outgoing.encryption, self.language)
        slots = {"name": self.values["name"], "better": name, "port": f"`{outgoing.port}`", "encryption": encryption}
        return self._word(f"guide_open_{which}", **slots)

    @property
    def _better(self) -> tuple[str, Connection] | None:
        """Give the name of a protocol the club encrypts both ways, and how it sends; None where there is none."""
        for protocol in self.content.settings.protocols.values():
            if references.is_encrypted(protocol):
                return protocol.name, protocol.outgoing
        return None

    def with_address(self, answer: Answer) -> Answer:
        """Give an answer with the member's address, if it was given, instead of the example that stands for it."""
        account = self.content.settings.account
        examples = {text.get(answer.language) for text in (account.address, account.username)} if self.address else ()
        lines, caution, hint = answer.lines, answer.caution, answer.hint
        for example in examples:
            lines = tuple(line.replace(example, self.address) for line in lines)
            caution, hint = caution.replace(example, self.address), hint.replace(example, self.address)
        return replace(answer, lines=lines, caution=caution, hint=hint)

    def filled(self, text: str) -> str:
        """Put the values into a text of the content."""
        return references.fill(text, self.values)

    def _field(self, entry: FieldEntry) -> str:
        label = entry.label.get(self.language)
        what = f"**{entry.shown.get(self.language)}**" if entry.shown else self.values.get(entry.value, "")
        line = f"• {self._labelled(label, self.filled(what)) if what else label}"
        if entry.also:
            also = self._word("guide_field_also", names=entry.also.get(self.language))
            line += f"\n   {also}"
        return line

    def _labelled(self, label: str, what: str) -> str:
        """Give both as the language writes it: French has a space before the colon."""
        return self._word("guide_field", label=label, what=what)

    def _to_copy(self, entries: tuple[FieldEntry, ...]) -> tuple[Value, ...]:
        labelled = [(entry.label.get(self.language), entry.value) for entry in entries if not entry.shown]
        return self._copies(labelled)

    def _copies(self, labelled: list[tuple[str, str]]) -> tuple[Value, ...]:
        """Give what is worth copying, each value once; an example address is not."""
        found: dict[str, Value] = {}
        for label, name in labelled:
            value = self.values.get(name, "").strip("`")
            is_copied = name in _COPIED or name.rpartition(".")[2] in _COPIED
            if value and is_copied and (self.address or name not in _PERSONAL):
                found.setdefault(value, Value(label, value))
        return tuple(found.values())

    def _summary(self) -> Answer:
        head = f"**{self._word('guide_summary_title', program=self.guide.name.get(self.language), name=self.values['name'])}**"
        blocks = [
            [
                ("summary_name", "account.name"),
                ("summary_address", "account.address"),
                ("summary_type", "account_type"),
            ],
            [(f"summary_incoming_{part}", f"incoming.{part}") for part in ("server", "port", "encryption")],
            [(f"summary_outgoing_{part}", f"outgoing.{part}") for part in ("server", "port", "encryption")],
            [("summary_username", "account.username"), ("summary_password", "account.password")],
        ]
        if "delivery" in self.values:
            blocks.append([("summary_delivery", "delivery")])
        texts = tuple("\n".join(self._labelled(self._word(key), self.values[name]) for key, name in block) for block in blocks)
        copied = [(self._word(key), name) for block in blocks for key, name in block]
        caution = self._caution({name for _, name in copied})
        question = self._word("guide_does_it_work")
        return Answer(self.language, (head, *texts, *([caution] if caution else []), question), self._copies(copied))

"""Asks the assistant all questions of `content/questions/` and tells which it no longer understands as they say.

What it is known to get wrong stands in `known_misses.yaml` beside them; an entry there that works is reported too, so that
the list stays true.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import Field

from assistant.guides import TypedWords
from assistant.intent import ASPECTS, Intent
from assistant.knowledge.load import ContentError
from assistant.knowledge.models import Model
from assistant.knowledge.validation import validated
from assistant.knowledge.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from assistant.assistant import Assistant, Memory
    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.yaml_reader import DataPath, Document

FOLDER = "questions"
KNOWN_MISSES = f"{FOLDER}/known_misses.yaml"
_THEN = " → "
_STRICT = {"port": ("subject", "direction"), "encryption": ("subject", "direction"), "settings": ("subject",)}
"""Parts that change the answer: where a question leaves them open, nothing may be read into it."""
_FREE = ("direction",)
"""Parts that change no other answer: what is said about them need not be understood."""


class Meaning(Model):
    """What is asked; parts left out may be anything, except where they change the answer."""

    aspect: str = ""
    topic: str = ""
    subject: str = ""
    direction: str = ""
    program: str = ""

    def is_meant_by(self, intent: Intent) -> bool:
        """Tell whether an intent that was understood is this one."""
        strict = _STRICT.get(self.aspect, ())
        for name in ("aspect", "topic", "subject", "direction", "program"):
            wanted, found = getattr(self, name), getattr(intent, name)
            found = "" if found == "both" and name in {"subject", "direction"} else found
            matters = name in strict or name in {"aspect", "topic"} or (wanted and name not in _FREE)
            if matters and wanted != found:
                return False
        return True


class Question(Meaning):
    """A question and what it means (`questions:`, and the turns of `dialogues:`)."""

    ask: str
    accept: tuple[Meaning, ...] = ()
    """What may be understood as well."""
    group: bool = False
    """Whether to answer it in a group that nobody addressed it to."""

    def is_right(self, intents: Iterable[Intent]) -> bool:
        """Tell whether what was understood is right; of two intents, one has to be."""
        return any(meaning.is_meant_by(intent) for intent in intents for meaning in (self, *self.accept))


class Dialogue(Model):
    """Questions of one person, each leaning on the one before."""

    turns: tuple[Question, ...]


class Typed(Model):
    """What somebody types during a guide, and what it means there."""

    say: str
    intent: str


class Questions(Model):
    """One file of questions."""

    questions: tuple[Question, ...] = ()
    dialogues: tuple[Dialogue, ...] = ()
    dialogue: tuple[Typed, ...] = ()
    silent: tuple[str, ...] = ()
    """Talk of a group that is not for the bot."""


class KnownMiss(Model):
    """A question that is known to be misunderstood."""

    ask: str
    """As the check reports it: of a dialogue all questions up to this one, joined by arrows."""
    why: str = Field(min_length=1)


class KnownMisses(Model):
    """The file of what is known."""

    misses: tuple[KnownMiss, ...] = ()


@dataclass
class QuestionsAsked:
    """What came of it."""

    asked: int = 0
    missed: dict[str, Mistake] = field(default_factory=dict)
    """What was asked → what is wrong, known misses included."""
    known: dict[str, Mistake] = field(default_factory=dict)
    """Known misses → what to say if they are none any more."""
    strange: list[Mistake] = field(default_factory=list)
    """Questions that expect what the content does not have."""
    group: Counter[str] = field(default_factory=Counter)
    """How often it answered rightly (`right`), wrongly (`wrong`) or not at all (`silent`) when nobody addressed it."""

    @property
    def mistakes(self) -> list[Mistake]:
        """Every miss that is not known, and every known one that works or is asked no more."""
        new = [mistake for ask, mistake in self.missed.items() if ask not in self.known]
        return [*self.strange, *new, *(mistake for ask, mistake in self.known.items() if ask not in self.missed)]

    def __str__(self) -> str:
        """Give one line for people."""
        unaddressed = self.group["right"] + self.group["silent"]
        understood = self.asked - len(self.missed)
        return (
            f"{self.asked} questions asked, {understood} understood as meant; of {unaddressed} in a group that did not address "
            f"the bot {self.group['right']} answered rightly, {self.group['wrong']} wrongly"
        )

    def plain(self) -> dict[str, int]:
        """Give it as plain data."""
        return {"asked": self.asked, "missed": len(self.missed), **{f"group_{name}": count for name, count in self.group.items()}}


def check_questions(assistant: Assistant, folder: Path) -> QuestionsAsked:
    """Ask everything in `folder/questions/`.

    Args:
        assistant: Whom to ask.
        folder: The content folder; without questions in it there is nothing to tell.

    Raises:
        ContentError: a file of questions has mistakes of form.
    """
    check = _Check(assistant)
    for file in sorted((folder / FOLDER).glob("*.yaml")):
        name = f"{FOLDER}/{file.name}"
        document, mistakes = read_yaml(file, name)
        things, wrong = validated(document, KnownMisses if name == KNOWN_MISSES else Questions)
        if mistakes or wrong:
            raise ContentError([*mistakes, *wrong])
        if isinstance(things, KnownMisses):
            check.learn(things, document)
        elif isinstance(things, Questions):
            check.ask(things, document, "en" if file.stem.startswith("en") else assistant.content.languages[0])
    return check.result


class _Check:
    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._typed = TypedWords(assistant.content, assistant.cache)
        content = assistant.content
        trees = (f"trouble:{tree}" for tree in content.trouble)
        self._names = {"", "setup", *ASPECTS, *content.topics, *trees, *content.guides}
        self.result = QuestionsAsked()

    def learn(self, known: KnownMisses, document: Document) -> None:
        """Take in what is known to be misunderstood."""
        for index, miss in enumerate(known.misses):
            what = f"“{miss.ask}” works by now, or is asked no more."
            self.result.known[miss.ask] = document.mistake(("misses", index), what, "Delete this entry.")

    def ask(self, file: Questions, document: Document, client: str) -> None:
        """Ask all questions of a file."""
        for index, question in enumerate(file.questions):
            place = document, ("questions", index)
            self._judge(question, question.ask, place, client, None)
            self._judge_in_group(question, place)
        for index, dialogue in enumerate(file.dialogues):
            memory: Memory | None = None
            said: list[str] = []
            for number, turn in enumerate(dialogue.turns):
                said.append(turn.ask)
                memory = self._judge(turn, _THEN.join(said), (document, ("dialogues", index, "turns", number)), client, memory)
        for index, typed in enumerate(file.dialogue):
            self.result.asked += 1
            meant = self._typed.understand(typed.say)
            if meant is None or meant.intent != typed.intent:
                found = f"taken for `{meant.intent}`" if meant else "not understood"
                self._miss(typed.say, found, (document, ("dialogue", index)))
        for index, text in enumerate(file.silent):
            self.result.asked += 1
            reply = self._assistant.ask(text, addressed=False)
            if reply.answer is not None:
                self._miss(text, f"answered unasked, {_named(reply.intents)}", (document, ("silent", index)))

    def _judge(self, question: Question, name: str, place: _Place, client: str, memory: Memory | None) -> Memory | None:
        self.result.asked += 1
        for unknown in sorted(set(_names_in(question)) - self._names):
            self.result.strange.append(place[0].mistake(place[1], f"The content has no `{unknown}`.", "Correct the name."))
        reply = self._assistant.ask(question.ask, client_language=client, memory=memory)
        if not reply.answered:
            self._miss(name, f"not answered ({reply.explanation.reason})", place)
        elif not question.is_right(reply.intents):
            self._miss(name, _named(reply.intents), place)
        return reply.memory

    def _judge_in_group(self, question: Question, place: _Place) -> None:
        reply = self._assistant.ask(question.ask, addressed=False)
        if reply.answer is None:
            self.result.group["silent"] += question.group
        elif question.is_right(reply.intents):
            self.result.group["right"] += question.group
        else:
            self.result.group["wrong"] += 1
            if question.ask not in self.result.missed:
                self._miss(f"(group) {question.ask}", _named(reply.intents), place)

    def _miss(self, name: str, found: str, place: _Place) -> None:
        document, path = place
        remedy = f"Add words to the vocabulary or examples, or enter it in {KNOWN_MISSES} with the reason."
        self.result.missed[name] = document.mistake(path, f"“{name}” is {found}.", remedy)


_Place = tuple["Document", "DataPath"]


def _names_in(question: Question) -> Iterator[str]:
    for meaning in (question, *question.accept):
        yield from (meaning.aspect, meaning.topic, meaning.program)


def _named(intents: Iterable[Intent]) -> str:
    return "understood as " + ", ".join(_parts(intent) for intent in intents)


def _parts(intent: Intent) -> str:
    return " ".join(part for part in (intent.aspect or intent.topic, intent.subject, intent.direction, intent.program) if part)

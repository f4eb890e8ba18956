"""Asks the assistant all questions of `content/questions/` and tells which it no longer understands as they say.

What it is known to get wrong stands in `known_misses.yaml` beside them; an entry there that works is reported too, so that
the list stays true.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.intent import ASPECTS, trouble_label
from assistant.knowledge.club_names import as_members_say
from assistant.knowledge.loaded import ContentError
from assistant.knowledge.models.questions import QuestionFile
from assistant.knowledge.validation import validated
from assistant.knowledge.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from assistant.assistant import Assistant, Memory
    from assistant.guides import TypedWords
    from assistant.intent import Intent
    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.models.questions import Meant, Question
    from assistant.knowledge.yaml_reader import DataPath, Document

FOLDER = "questions"
KNOWN_MISSES = f"{FOLDER}/known_misses.yaml"
_THEN = " → "
_STRICT = {"port": ("subject", "direction"), "encryption": ("subject", "direction"), "settings": ("subject",)}
"""Parts that change the answer: where a question leaves them open, nothing may be read into it."""
_FREE = ("direction",)
"""Parts that change no other answer: what is said about them need not be understood."""


def is_meant_by(meant: Meant, intent: Intent) -> bool:
    """Tell whether an intent that was understood is the one that was meant; parts left out may be anything, with exceptions."""
    strict = _STRICT.get(meant.aspect, ())
    for name in ("aspect", "topic", "subject", "direction", "program"):
        wanted, found = (_open(name, getattr(one, name)) for one in (meant, intent))
        matters = name in strict or name in {"aspect", "topic"} or (wanted and name not in _FREE)
        if matters and wanted != found:
            return False
    return True


def _open(name: str, value: str | None) -> str:
    """Both protocols or directions named is as good as none named."""
    return "" if value is None or (value == "both" and name in {"subject", "direction"}) else value


def is_right(question: Question, intents: Iterable[Intent]) -> bool:
    """Tell whether what was understood is right; of two intents, one has to be."""
    return any(is_meant_by(meant, intent) for intent in intents for meant in (question, *question.accept))


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


def check_questions(assistant: Assistant, typed: TypedWords, folder: Path) -> QuestionsAsked:
    """Ask everything in `folder/questions/`.

    Args:
        assistant: Whom to ask.
        typed: What understands words typed in a guide.
        folder: The content folder; without questions in it there is nothing to tell.

    Raises:
        ContentError: a file of questions has mistakes of form.
    """
    check = _Check(assistant, typed)
    for file in sorted((folder / FOLDER).glob("*.yaml")):
        name = f"{FOLDER}/{file.name}"
        document, mistakes = read_yaml(file, name)
        document.data = as_members_say(document.data, assistant.content.club, assistant.content.settings)
        things, wrong = validated(document, QuestionFile)
        if mistakes or wrong or not isinstance(things, QuestionFile):
            raise ContentError([*mistakes, *wrong])
        languages = assistant.content.languages
        check.ask(things, document, file.stem if file.stem in languages else languages[0])
    return check.result


class _Check:
    def __init__(self, assistant: Assistant, typed: TypedWords) -> None:
        self._assistant, self._typed = assistant, typed
        content = assistant.content
        trees = map(trouble_label, content.trouble)
        self._names = {"", "setup", *ASPECTS, *content.topics, *trees, *content.guides}
        self.result = QuestionsAsked()

    def ask(self, file: QuestionFile, document: Document, client: str) -> None:
        """Ask all questions of a file, and take in what it knows to be misunderstood."""
        for index, miss in enumerate(file.misses):
            what = f"“{miss.ask}” works by now, or is asked no more."
            self.result.known[miss.ask] = document.mistake(("misses", index), what, "Delete this entry.")
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
                found = f"“{typed.say}” is taken for `{meant.intent}`." if meant else f"“{typed.say}” is not understood."
                self._miss(typed.say, found, (document, ("dialogue", index)))
        for index, text in enumerate(file.silent):
            self.result.asked += 1
            reply = self._assistant.ask(text, addressed=False)
            if reply.answer is not None:
                found = f"“{text}” is answered unasked, as `{_named(reply.intents)}`."
                self._miss(text, found, (document, ("silent", index)))

    def _judge(self, question: Question, name: str, place: _Place, client: str, memory: Memory | None) -> Memory | None:
        self.result.asked += 1
        reply = self._assistant.ask(question.ask, client_language=client, memory=memory)
        if unknown := self._unknown_in(question):
            # It cannot be understood so: whoever deleted a topic is told of each of its questions once.
            remedy = "Delete this question, or correct the name."
            self.result.strange.append(place[0].mistake(place[1], f"The content has no `{unknown}`.", remedy))
        elif not reply.answered:
            self._miss(name, f"“{name}” is not answered.", place)
        elif not is_right(question, reply.intents):
            self._miss(name, f"“{name}” is understood as `{_named(reply.intents)}`.", place)
        return reply.memory

    def _unknown_in(self, question: Question) -> str:
        return min(set(_names_in(question)) - self._names, default="")

    def _judge_in_group(self, question: Question, place: _Place) -> None:
        if self._unknown_in(question):
            return
        reply = self._assistant.ask(question.ask, addressed=False)
        if reply.answer is None:
            self.result.group["silent"] += question.group
        elif is_right(question, reply.intents):
            self.result.group["right"] += question.group
        else:
            self.result.group["wrong"] += 1
            if question.ask not in self.result.missed:
                found = f"In a group, “{question.ask}” is understood as `{_named(reply.intents)}`."
                self._miss(f"(group) {question.ask}", found, place)

    def _miss(self, name: str, found: str, place: _Place) -> None:
        document, path = place
        remedy = f"If that is right, correct it here; else add examples or words, or enter it in {KNOWN_MISSES} with the reason."
        self.result.missed[name] = document.mistake(path, found, remedy)


_Place = tuple["Document", "DataPath"]


def _names_in(question: Question) -> Iterator[str]:
    for meaning in (question, *question.accept):
        yield from (meaning.aspect, meaning.topic, meaning.program)


def _named(intents: Iterable[Intent]) -> str:
    """Give what was understood as an entry of a file of questions says it."""
    return "; ".join(_parts(intent) for intent in intents)


def _parts(intent: Intent) -> str:
    names = ("aspect", "topic", "subject", "direction", "program")
    return ", ".join(f"{name}: {getattr(intent, name)}" for name in names if getattr(intent, name))

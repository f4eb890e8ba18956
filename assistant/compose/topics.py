"""Answers that are texts: the topics of the content, with the club's statements and values filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answer import Action, ActionKind, Answer, guide_target
from assistant.intent import ASPECTS, DIRECTIONS, PROTOCOLS, Intent
from assistant.knowledge.references import fill
from assistant.notes import is_caution, is_hint, is_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.knowledge.models.base import Text
    from assistant.knowledge.models.content import Content
    from assistant.knowledge.models.topics import Topic


class Topics:
    """Answers topics of one content."""

    def __init__(self, content: Content, values: Mapping[str, Mapping[str, str]]) -> None:
        """Make it ready; `values` are what references stand for, as `values_told` gives them."""
        self._content = content
        self._values = values

    def answer(self, intent: Intent, language: str) -> Answer | None:
        """Answer a topic in the version for the protocol that was asked about; None where there is no such topic."""
        topic = self._content.topics.get(intent.topic)
        if topic is None:
            return None
        text = version(topic, intent.subject)
        if text is None:
            return None
        filled = fill(text.get(language), self._values[text.language(language)]).strip()
        paragraphs = filled.split("\n\n")
        cautions = [one for one in paragraphs if is_caution(one)]
        hints = [one for one in paragraphs if is_hint(one)]
        return Answer(
            language,
            tuple([one for one in paragraphs if not is_note(one)]),
            caution="\n\n".join(cautions),
            hint="\n\n".join(hints),
            actions=tuple(self._action(_of_program(name, intent.program), language) for name in topic.offered(intent.subject)),
            picture="" if intent.subject in self._content.settings.protocols else topic.picture,
        )

    def title(self, intent: Intent, language: str) -> str:
        """Give the short name of an intent, for buttons and lists; a topic that is no more has only the name it was known by."""
        if intent.aspect:
            title = self._content.word(f"title_{intent.aspect}", language)
        elif intent.topic in self._content.topics:
            title = self._content.topics[intent.topic].title.get(language)
        elif intent.tree:
            tree = self._content.trouble.get(intent.tree)
            title = tree.title.get(language) if tree else intent.topic
        elif intent.topic == "setup":
            title = self._content.word("step_by_step", language)
        else:
            title = intent.topic
        protocol = self._content.settings.protocols.get(intent.subject)
        if protocol is not None and protocol.name not in title:
            title = f"{title} ({protocol.name})"
        if intent.direction in DIRECTIONS:
            title = f"{title} {self._content.word(f'short_{intent.direction}', language)}"
        return title

    def action(self, intent: Intent, language: str) -> Action:
        """Give the button that asks an intent."""
        if intent.topic == "setup":
            target = guide_target(intent.program, intent.subject)
            return Action(ActionKind.GUIDE, self._content.word("step_by_step", language), target)
        if intent.tree:
            return Action(ActionKind.TROUBLE, self.title(intent, language), intent.tree)
        return Action(ActionKind.ASK, self.title(intent, language), intent.key)

    def _action(self, name: str, language: str) -> Action:
        """Make a button of an entry of `see:`: `topic`, `topic.protocol`, `setup.program`, `trouble:tree`, `check`, an aspect."""
        first, _, second = name.partition(".")
        if name == ActionKind.CHECK:
            return Action(ActionKind.CHECK, self._content.word("menu_check", language))
        if first == "setup":
            title = self._content.guides[second].name.get(language) if second in self._content.guides else ""
            return Action(ActionKind.GUIDE, title or self._content.word("step_by_step", language), second)
        if first in ASPECTS:
            return self.action(Intent(aspect=first, subject=second), language)
        return self.action(Intent(topic=first, subject=second), language)


def _of_program(name: str, program: str) -> str:
    """Give an entry of `see:`: the set-up for the program that was named, where one was."""
    return f"setup.{program}" if name == "setup" and program else name


def version(topic: Topic, subject: str) -> Text | None:
    """Give the answer of a topic for the protocol that was asked about (empty: none named); None where it has none."""
    answer = topic.answer
    wanted = subject if subject in PROTOCOLS else ""
    if not wanted and answer.any is None:
        wanted = topic.subject or ""
    chosen = {"imap": answer.imap, "pop3": answer.pop3}.get(wanted)
    return chosen or answer.any or answer.imap or answer.pop3

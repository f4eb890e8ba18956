"""The answer to each thing that can be asked, whoever asks and however: composed once, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answer import Action, ActionKind, Answer
from assistant.compose.lookups import Lookups
from assistant.compose.places import Places
from assistant.compose.topics import Topics
from assistant.guides.choosing import protocols, protocols_named
from assistant.knowledge import references

if TYPE_CHECKING:
    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content
    from assistant.knowledge.models.guides import Guide

_REMEMBERED = 500
"""Answers: the same few are asked for again and again."""


class Answers:
    """The answers of one content."""

    def __init__(self, content: Content) -> None:
        """Make it ready."""
        self._content = content
        self._values = references.values_told(content)
        self._lookups = Lookups(content, self._values)
        self._topics = Topics(content, self._values)
        self._places = Places(content, self._values)
        self._composed: dict[tuple[Intent, str], Answer] = {}

    def answer(self, intent: Intent, language: str) -> Answer | None:
        """Answer an intent; None where its names no longer exist."""
        language = language if language in self._content.languages else self._content.languages[0]
        found = self._composed.get((intent, language))
        if found is None:
            found = self._compose(intent, language)
            if found is None:
                return None
            if len(self._composed) >= _REMEMBERED:
                self._composed.clear()
            self._composed[intent, language] = found
        return found

    def saying_where(self, answer: Answer, intent: Intent, *, is_switch: bool = False) -> Answer:
        """Say before all else where it stands in the program that the intent names, or where it is switched on."""
        return self._places.first(answer, intent, is_switch=is_switch)

    def title(self, intent: Intent, language: str) -> str:
        """Give the short name of an intent, for buttons and lists."""
        return self._topics.title(intent, language)

    def action(self, intent: Intent, language: str) -> Action:
        """Give the button that asks an intent."""
        return self._topics.action(intent, language)

    def offer(self, word: str, intents: tuple[Intent, ...], language: str) -> Answer:
        """Offer some intents to choose from, and the menu, under a word of the content."""
        actions = [self._topics.action(intent, language) for intent in intents[:3]]
        actions.append(Action(ActionKind.MENU, self._content.word("menu_button", language)))
        return Answer(language, (self._content.word(word, language),), actions=tuple(dict.fromkeys(actions)))

    def _compose(self, intent: Intent, language: str) -> Answer | None:
        if intent.topic == "setup":
            return self._places.beside(self._setup(intent, language), intent)
        if intent.tree:
            return self._trouble(intent, language)
        answer = self._lookups.answer(intent, language) if intent.aspect else self._topics.answer(intent, language)
        return self._places.beside(answer, intent) if answer else None

    def _setup(self, intent: Intent, language: str) -> Answer:
        guide = self._content.guides.get(intent.program)
        lines = self._any_setup("", language) if guide is None else self._setup_of(guide, intent, language)
        return Answer(language, tuple(lines), actions=(self._topics.action(intent, language),))

    def _any_setup(self, protocol: str, language: str) -> list[str]:
        """Offer the set-up of a program yet to be told, with one protocol; with each, where it is none that we know."""
        asked = self._content.settings.protocols.get(protocol)
        named = asked.name if asked else protocols_named(self._content, language)
        return self._content.word("setup_answer", language, protocols=named).split("\n\n")

    def _setup_of(self, guide: Guide, intent: Intent, language: str) -> list[str]:
        """Offer the guide of a program; of one that has ended, say so, and offer the set-up of another."""
        if guide.ended is not None:
            return guide.ended.get(language).split("\n\n") + self._any_setup(intent.subject, language)
        offered = protocols(self._content, guide)
        only = intent.subject if intent.subject in offered else offered[0] if len(offered) == 1 else ""
        told, *more = self._content.word(
            "setup_answer_program",
            language,
            program=guide.name.get(language),
            protocols=self._content.settings.protocols[only].name if only else protocols_named(self._content, language),
        ).split("\n\n")
        return [told, *self._of_the_only_one(intent.subject, only, language), *more]

    def _of_the_only_one(self, asked: str, only: str, language: str) -> list[str]:
        """'POP3 im neuen Outlook einrichten': say that the guide is for the other protocol."""
        known = self._content.settings.protocols
        if asked not in known or not only or asked == only:
            return []
        return [self._content.word("guide_only_protocol_asked", language, asked=known[asked].name, name=known[only].name)]

    def _trouble(self, intent: Intent, language: str) -> Answer | None:
        tree = self._content.trouble.get(intent.tree)
        if tree is None:
            return None
        told, *more = self._content.word("trouble_answer", language, title=tree.title.get(language)).split("\n\n")
        if tree.first_aid is not None:
            more.insert(0, references.fill(tree.first_aid.get(language), self._values[language]))
        action = Action(ActionKind.TROUBLE, self._content.word("trouble_button", language), tree.trouble)
        return Answer(language, (told, *more), actions=(action,))

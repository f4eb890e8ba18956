"""Everything the bot knows, in one model."""

from __future__ import annotations

import re

from assistant.knowledge.models.base import Model
from assistant.knowledge.models.club import Club, Settings
from assistant.knowledge.models.guides import Guide, Question, Step
from assistant.knowledge.models.statements import Statements
from assistant.knowledge.models.topics import Topic
from assistant.knowledge.models.trouble import Trouble
from assistant.knowledge.models.vocabulary import Vocabulary
from assistant.knowledge.models.words import Command, Words

_SLOT = re.compile(r"\{(\w+)\}(\.?)")


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
    asked_amid_guides: tuple[Question, ...]
    fingerprint: str
    """A hash of all files: keys caches and tells whether the content has changed."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the content, the default first."""
        return self.club.languages + self.club.partial_languages

    def is_small_talk(self, topic: str) -> bool:
        """Whether a topic is a greeting, thanks or the like; what is no topic of this content is none."""
        return topic in self.topics and self.topics[topic].small_talk

    def word(self, key: str, language: str, **slots: object) -> str:
        """Give one of the bot's own words with its slots filled.

        Raises:
            LookupError: there is no such word. Never for one that the code names: the loader refuses a content without it.
                No `KeyError`, which stands for a name that newer content no longer has.
        """
        words = self.words.root.get(key)
        if words is None:
            raise LookupError(f"There is no word {key}.")

        def filled(found: re.Match[str]) -> str:
            name, point = found.groups()
            if name not in slots:
                return found[0]
            shown = str(slots[name])
            return shown if shown.endswith(".") else shown + point  # of a club 'e.V.' at the end of a sentence

        # In one go: what a member wrote may look like a slot.
        return _SLOT.sub(filled, words.get(language))

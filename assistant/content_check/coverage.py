"""Counts what a content has, and how much of it is there in each language."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from assistant.knowledge.texts import texts_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.content_check.examples import Asked
    from assistant.knowledge.loaded import Loaded


@dataclass(frozen=True)
class InLanguage:
    """What there is in one language."""

    texts: int
    examples: int
    answered: int
    """Examples that are answered with what they stand for."""


@dataclass(frozen=True)
class Coverage:
    """What there is."""

    topics: int
    guides: int
    steps: int
    """Of all guides; shared ones count each time."""
    troubles: int
    nodes: int
    commands: int
    texts: int
    languages: dict[str, InLanguage]

    def table(self, told: Callable[[str], str] = str) -> str:
        """Give a table for a person, its words as `told` gives them in another language."""
        counts = (
            f"{self.topics} topics, {self.guides} guides with {self.steps} steps, {self.troubles} troubles with "
            f"{self.nodes} questions and remedies, {self.commands} commands"
        )
        rows = [
            ("", *self.languages),
            ("texts", *(_part(one.texts, self.texts) for one in self.languages.values())),
            ("examples", *(str(one.examples) for one in self.languages.values())),
            ("answered as meant", *(_part(one.answered, one.examples) for one in self.languages.values())),
        ]
        lines = [f"{name and told(name):<20}" + "".join(f"{cell:>24}" for cell in cells) for name, *cells in rows]
        table = "\n".join(lines)
        return f"{told(counts)}\n\n{table}"

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return asdict(self)


def covered(loaded: Loaded, asked: Sequence[Asked]) -> Coverage:
    """Count."""
    content = loaded.content
    texts = [text for document in loaded.documents.values() for _, text in texts_in(document.data, content.languages)]
    languages = {}
    for language in content.languages:
        mine = [one for one in asked if one.example.language == language]
        there = sum(bool(text.get(language)) for text in texts)
        languages[language] = InLanguage(there, len(mine), sum(one.is_hit for one in mine))
    return Coverage(
        topics=len(content.topics),
        guides=len(content.guides),
        steps=sum(len(guide.steps) for guide in content.guides.values()),
        troubles=len(content.trouble),
        nodes=sum(len(tree.nodes) for tree in content.trouble.values()),
        commands=len(content.commands),
        texts=len(texts),
        languages=languages,
    )


def _part(some: int, all_: int) -> str:
    return f"{some} / {all_} ({100 * some / all_:.0f} %)" if all_ else "0"

"""Sorts questions that found no answer: what is alike stands together, beside the topic that came nearest."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from assistant.folding import fold
from assistant.intent import ASPECTS, tree_of
from assistant.understanding.text import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assistant.assistant import Assistant

_ALIKE = 72.0
"""Per cent: from here on two questions are one, by their words in any order."""
_NEAR = 0.05


@dataclass(frozen=True)
class GapGroup:
    """Questions that are alike."""

    keys: tuple[str, ...]
    """Of all of them."""
    texts: tuple[str, ...]
    """Each once, the most frequent first."""
    nearest: str
    """The topic, aspect or trouble that came nearest, or empty."""
    language: str

    @property
    def count(self) -> int:
        """How often it was asked."""
        return len(self.keys)


def grouped(questions: Mapping[str, str], assistant: Assistant) -> tuple[list[GapGroup], int]:
    """Group questions; the most frequent groups come first.

    Args:
        questions: Key → text.
        assistant: Tells which topic is nearest, and what it can answer by now.

    Returns:
        The groups, and how many questions are left out because they are answered by now.
    """
    groups: list[dict[str, str]] = []
    homes: dict[str, dict[str, str]] = {}
    """Words in order of the alphabet → the group of who asked in them."""
    nearest: dict[str, tuple[str, str]] = {}
    answered = 0
    for key, text in questions.items():
        reply = assistant.ask(text)
        if reply.answered:
            answered += 1
            continue
        candidates = reply.explanation.candidates
        nearest[key] = (candidates[0][0] if candidates and candidates[0][1] >= _NEAR else "", reply.language)
        words = " ".join(sorted(fold(text).split()))
        if words not in homes:
            alike = process.extractOne(words, homes.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
            if alike is None:
                groups.append({})
            homes[words] = groups[-1] if alike is None else homes[alike[0]]
        homes[words][key] = text
    found = [_group(group, nearest) for group in groups]
    return sorted(found, key=lambda group: (-group.count, group.texts)), answered


def _group(group: Mapping[str, str], nearest: Mapping[str, tuple[str, str]]) -> GapGroup:
    spelled = Counter(" ".join(words_of(text)) for text in group.values())
    shortest = {" ".join(words_of(text)): text for text in sorted(group.values(), key=len, reverse=True)}
    texts = tuple(shortest[words] for words, _ in spelled.most_common())
    (label, language), _ = Counter(nearest[key] for key in group).most_common(1)[0]
    return GapGroup(tuple(group), texts, label, language)


def as_examples(groups: Iterable[GapGroup]) -> str:
    """Write groups as YAML to paste: by the file they would stand in, each text once."""
    by_place: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for group in groups:
        by_place[_place(group.nearest)][group.language] += group.texts
    blocks = []
    for place, languages in sorted(by_place.items()):
        lines = [f"# {place}", "examples:"]
        for language, texts in sorted(languages.items()):
            lines.append(f"  {language}:")
            lines += [f"    - {_quoted(text)}" for text in dict.fromkeys(texts)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _place(label: str) -> str:
    if not label:
        return "a new topic: topics/….yaml"
    if tree := tree_of(label):
        return f"trouble/{tree}.yaml"
    return f"vocabulary/cues.yaml, examples, {label}" if label in ASPECTS or label == "setup" else f"topics/{label}.yaml"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

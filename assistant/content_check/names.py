"""Finds names that members cannot tell apart, and those that are too long for a button."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import LONGEST_LABEL
from assistant.knowledge.references import fill, values_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assistant.knowledge.loaded import Loaded
    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.models.base import Text
    from assistant.knowledge.yaml_reader import DataPath

_Named = tuple[str, "DataPath", "Text"]
"""File, place and text of what stands on a button."""


def name_mistakes(loaded: Loaded) -> Iterator[Mistake]:
    """Give advice for buttons that read the same, words that two programs share, and titles that a button cuts."""
    content = loaded.content
    told = values_told(content)
    titles: list[_Named] = [(f"topics/{name}.yaml", ("title",), topic.title) for name, topic in content.topics.items()]
    guides: list[_Named] = [(f"guides/{name}.yaml", ("name",), guide.name) for name, guide in content.guides.items()]
    trees: list[_Named] = [(f"trouble/{name}.yaml", ("title",), tree.title) for name, tree in content.trouble.items()]
    for side_by_side in (titles, guides, trees, *_choices(loaded)):
        yield from _alike(loaded, side_by_side)
    yield from _shared_words(loaded)
    for file, path, text in (*titles, *guides, *trees):
        yield from _too_long(loaded, file, path, text, told)


def _choices(loaded: Loaded) -> Iterator[list[_Named]]:
    for tree in loaded.content.trouble.values():
        for name, node in tree.nodes.items():
            yield [
                (f"trouble/{tree.trouble}.yaml", ("nodes", name, "choices", index, "label"), choice.label)
                for index, choice in enumerate(node.choices)
            ]


def _alike(loaded: Loaded, side_by_side: list[_Named]) -> Iterator[Mistake]:
    """Tell each name that stood before, once, whatever the number of languages."""
    seen: dict[tuple[str, str], tuple[str, DataPath]] = {}
    for file, path, text in side_by_side:
        twice = [(language, written) for language, written in text.root.items() if (language, written.casefold()) in seen]
        for language, written in twice[:1]:
            other, place = seen[language, written.casefold()]
            line = loaded.documents[other].mistake(place, "").line
            what = f"`{written}` stands in {other}, line {line}, too: members see two buttons that read the same."
            mistake = loaded.documents[file].mistake((*path, language), what, "Give each a name of its own.")
            yield replace(mistake, is_advice=True)
        for language, written in text.root.items():
            seen.setdefault((language, written.casefold()), (file, path))


def _shared_words(loaded: Loaded) -> Iterator[Mistake]:
    """Tell the first word that a program shares with another; a copied guide shares them all."""
    programs: dict[str, str] = {}
    for name, guide in loaded.content.guides.items():
        shared: dict[str, tuple[str, DataPath]] = {}
        for language, words in guide.words.root.items():
            for index, word in enumerate(words):
                other = programs.setdefault(word.casefold(), name)
                if other != name:
                    shared.setdefault(other, (word, ("words", language, index)))
        for other, (word, path) in shared.items():
            file = f"guides/{other}.yaml"
            what = f"`{word}` stands with the words of {file}, too."
            remedy = "Leave each word with the program that members mean by it."
            yield replace(loaded.documents[f"guides/{name}.yaml"].mistake(path, what, remedy), is_advice=True)


def _too_long(loaded: Loaded, file: str, path: DataPath, text: Text, told: Mapping[str, Mapping[str, str]]) -> Iterator[Mistake]:
    for language, written in text.root.items():
        shown = fill(written, told.get(language, {})).replace("`", "")
        if len(shown) > LONGEST_LABEL:
            what = f"On a button the {len(shown)} characters of this name are cut."
            remedy = f"At most {LONGEST_LABEL} characters fit."
            yield replace(loaded.documents[file].mistake((*path, language), what, remedy), is_advice=True)

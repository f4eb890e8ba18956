"""Finds links between entries of the content that lead nowhere: topics, steps, nodes, programs, values of fields."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from assistant.answer import ActionKind
from assistant.intent import ASPECTS, DIRECTIONS, PROTOCOLS, tree_of, trouble_label
from assistant.knowledge.mistakes import Mistake, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from assistant.knowledge.models.guides import Question, Step
    from assistant.knowledge.yaml_reader import DataPath, Document

_Link = tuple[str, "DataPath", str, set[str]]
"""File, place, the name that stands there, the names that are possible there."""


SETUP = "setup"
"""The list of programs to set up."""
_ELSE = "Delete it here, or bring back what it leads to."


def check_links(parts: Mapping[str, Any], documents: Mapping[str, Document], references: set[str] | None) -> list[Mistake]:
    """Find links that lead nowhere.

    Args:
        parts: The content by the names of its fields; None for a part that is broken.
        documents: All files; a file that is broken is still something to link to.
        references: What fields of guides may show; None where that cannot be told.
    """
    names = {kind: _names(documents, kind) for kind in ("topics", "guides", "trouble")}
    links = [*_topic_links(parts, names), *_guide_links(parts, names, references), *_trouble_links(parts, names)]
    links += _vocabulary_links(parts, documents, names)
    return [
        documents[file].mistake(path, f"`{name}` leads nowhere.", _remedy(path, name, possible))
        for file, path, name, possible in links
        if name not in possible
    ]


def _remedy(path: DataPath, name: str, possible: Iterable[str]) -> str:
    """Give the name that was meant; of a tree's button, which must lead somewhere, else all entries of its file."""
    own = path[1] if path[0] == "nodes" else ""  # a button does not lead to where it stands
    # Who wrote `topic:backup` meant no node of this file that happens to be called so.
    meant = [one for one in possible if one != own and (":" in one or ":" not in name)]
    if near := did_you_mean(name, meant):
        return near
    if path[-1] != "go":
        return _ELSE
    nodes = ", ".join(sorted(f"`{one}`" for one in possible if ":" not in one and one != SETUP))
    outside = ", ".join(sorted({f"`{one.partition(':')[0]}:…`" if ":" in one else f"`{SETUP}`" for one in _outside(possible)}))
    return f"In this file there are {nodes}; outside of it {outside}."


def _outside(possible: Iterable[str]) -> list[str]:
    return [one for one in possible if ":" in one or one == SETUP]


def _names(documents: Mapping[str, Document], kind: str) -> set[str]:
    paths = [PurePosixPath(file) for file in documents if file != "guides/shared.yaml"]
    return {path.stem for path in paths if str(path.parent) == kind}


def _topic_links(parts: Mapping[str, Any], names: Mapping[str, set[str]]) -> Iterator[_Link]:
    targets = {*names["topics"], *ASPECTS, SETUP, str(ActionKind.CHECK), *map(trouble_label, names["trouble"])}
    protocols = _protocols(parts)
    for topic in parts["topics"].values():
        file = f"topics/{topic.topic}.yaml"
        for key in ("see", "see_pop3"):
            for index, name in enumerate(getattr(topic, key)):
                first, dot, second = name.partition(".")
                yield file, (key, index), first, targets
                if dot:
                    yield file, (key, index), second, names["guides"] if first == SETUP else protocols


def _guide_links(parts: Mapping[str, Any], names: Mapping[str, set[str]], references: set[str] | None) -> Iterator[_Link]:
    shared = parts["shared_steps"]
    things = _things(parts, names)
    for guide in parts["guides"].values():
        file = f"guides/{guide.program}.yaml"
        for index, name in enumerate(guide.instead):
            yield file, ("instead", index), name, names["guides"]
        for index, name in enumerate(guide.related):
            yield file, ("related", index), name, names["guides"]
        for key in guide.places:
            yield file, ("places", key), key, things
        yield from _question_links(file, guide.asked, things, references)
        for index, step in enumerate(guide.steps):
            if step.use and shared is not None:
                yield file, ("steps", index, "use"), step.use, set(shared)
            yield from _field_links(file, ("steps", index), step, references)
    for name, step in (shared or {}).items():
        yield from _field_links("guides/shared.yaml", ("shared", name), step, references)
    yield from _question_links("guides/shared.yaml", parts["asked_amid_guides"] or (), things, references)


def _things(parts: Mapping[str, Any], names: Mapping[str, set[str]]) -> set[str]:
    """Give the names of all that may have a place in a program, with or without a protocol behind them."""
    things = {*ASPECTS, *names["topics"], SETUP}
    return things | {f"{thing}.{protocol}" for thing in things for protocol in _protocols(parts)}


def _protocols(parts: Mapping[str, Any]) -> set[str]:
    return set(parts["settings"].protocols) if parts["settings"] else {*PROTOCOLS}


def _field_links(file: str, path: DataPath, step: Step, references: set[str] | None) -> Iterator[_Link]:
    for index, entry in enumerate(step.fields):
        if entry.value and references is not None:
            yield file, (*path, "fields", index, "value"), entry.value, references


def _question_links(file: str, asked: Sequence[Question], things: set[str], references: set[str] | None) -> Iterator[_Link]:
    for index, question in enumerate(asked):
        if question.place:
            yield file, ("asked", index, "place"), question.place, things
        for place, value in enumerate(question.at):
            if references is not None:
                yield file, ("asked", index, "at", place), value, references


def _trouble_links(parts: Mapping[str, Any], names: Mapping[str, set[str]]) -> Iterator[_Link]:
    kinds = (("guide", "guides"), ("topic", "topics"), ("trouble", "trouble"))
    outside = {f"{kind}:{name}" for kind, folder in kinds for name in names[folder]}
    outside |= {f"{trouble_label(tree.trouble)}.{node}" for tree in parts["trouble"].values() for node in tree.nodes}
    broken = tuple(f"{trouble_label(name)}." for name in names["trouble"] - parts["trouble"].keys())
    things = _things(parts, names)
    for tree in parts["trouble"].values():
        file = f"trouble/{tree.trouble}.yaml"
        yield file, ("start",), tree.start, set(tree.nodes)
        for name, node in tree.nodes.items():
            if node.place:
                yield file, ("nodes", name, "place"), node.place, things
            for index, choice in enumerate(node.choices):
                if not choice.go.startswith(broken):
                    yield file, ("nodes", name, "choices", index, "go"), choice.go, {*tree.nodes, *outside, SETUP}
        for index, asked in enumerate(tree.asked):
            if asked.go and not asked.go.startswith(broken):
                trees = {place for place in outside if tree_of(place)}
                yield file, ("asked", index, "go"), asked.go, {*tree.nodes, *trees}


def _vocabulary_links(
    parts: Mapping[str, Any], documents: Mapping[str, Document], names: Mapping[str, set[str]]
) -> Iterator[_Link]:
    vocabulary = parts["vocabulary"]
    if vocabulary is None:
        return
    topics = {*names["topics"], *map(trouble_label, names["trouble"]), SETUP}
    possible: dict[str, Iterable[str]] = {
        "subject": PROTOCOLS,
        "direction": DIRECTIONS,
        "aspect": ASPECTS,
        "topic": topics,
        "examples": (*ASPECTS, "setup", "none"),
    }
    for kind, known in possible.items():
        file = next(file for file, document in documents.items() if file.startswith("vocabulary/") and kind in document.data)
        for name in getattr(vocabulary, kind).root:
            yield file, (kind, name), name, set(known)

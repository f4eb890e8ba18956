"""Follows the ways between guides and trouble trees: to programs that are no more, back to the same place, to nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.intent import trouble_label
from assistant.trouble import START_TREE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.knowledge.loaded import Loaded
    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.models.trouble import Node
    from assistant.knowledge.yaml_reader import Document


def path_mistakes(loaded: Loaded) -> list[Mistake]:
    """Give what leads members astray although every link exists."""
    return [*_guides(loaded), *_unused_steps(loaded), *_choices(loaded), *_unlinked(loaded)]


def _guides(loaded: Loaded) -> Iterator[Mistake]:
    content = loaded.content
    ended = {name for name, guide in content.guides.items() if guide.ended is not None}
    for name, guide in content.guides.items():
        document = loaded.documents[f"guides/{name}.yaml"]
        for index, other in enumerate(guide.instead):
            if other in ended:
                yield document.mistake(("instead", index), f"`{other}` is no more, either.", "Name a program that still exists.")
        for index, protocol in enumerate(guide.protocols):
            if protocol not in content.settings.protocols:
                mistake = document.mistake(("protocols", index), f"settings.yaml has no `{protocol}`.", "Delete it here.")
                yield replace(mistake, is_advice=True)


def _unused_steps(loaded: Loaded) -> Iterator[Mistake]:
    """Who deletes a guide need not know which shared steps only that one used."""
    used = {step.use for guide in loaded.content.guides.values() for step in guide.steps}
    shared = loaded.documents["guides/shared.yaml"]
    for name in sorted(loaded.content.shared_steps.keys() - used):
        mistake = shared.mistake(("shared", name), f"No guide uses `{name}`.", "Use it, or delete it.")
        yield replace(mistake, is_advice=True)


def _choices(loaded: Loaded) -> Iterator[Mistake]:
    for tree in loaded.content.trouble.values():
        document = loaded.documents[f"trouble/{tree.trouble}.yaml"]
        for name, node in tree.nodes.items():
            for index, choice in enumerate(node.choices):
                if choice.go == name:
                    place = ("nodes", name, "choices", index, "go")
                    yield document.mistake(place, "This choice leads to where it stands.", "Let it lead on.")
            yield from _said_twice(document, name, node)


def _said_twice(document: Document, name: str, node: Node) -> Iterator[Mistake]:
    """Other words that stand at two choices press neither."""
    seen: set[str] = set()
    for index, choice in enumerate(node.choices):
        also = choice.also.root if choice.also is not None else {}
        own = {(language, phrase) for language, phrases in also.items() for phrase in phrases}
        for language, phrase in sorted(own):
            if phrase in seen:
                place = ("nodes", name, "choices", index, "also", language)
                what = f"`{phrase}` stands at two choices, so it presses neither."
                yield replace(document.mistake(place, what, "Leave it at one of them."), is_advice=True)
        seen |= {phrase for _, phrase in own}


def _unlinked(loaded: Loaded) -> Iterator[Mistake]:
    """Where one tree asks which trouble it is, every other tree should stand in one."""
    content = loaded.content
    if START_TREE not in content.trouble:
        return
    gos = (choice.go for tree in content.trouble.values() for node in tree.nodes.values() for choice in node.choices)
    linked = {go.partition(".")[0] for go in gos}
    linked |= {see for topic in content.topics.values() for see in topic.see}
    for name in sorted(content.trouble.keys() - {START_TREE}):
        if trouble_label(name) not in linked:
            remedy = f"Add a choice to trouble/{START_TREE}.yaml that goes to `trouble:{name}`."
            mistake = loaded.documents[f"trouble/{name}.yaml"].mistake(("trouble",), f"No button leads to `{name}`.", remedy)
            yield replace(mistake, is_advice=True)

"""Checks the ways through guides and trouble trees: no label without its mark, no step nobody sees, no dead end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.knowledge.links import SETUP
from assistant.knowledge.models.guides import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.models.base import Text
    from assistant.knowledge.models.content import Content
    from assistant.knowledge.models.guides import Guide, Step
    from assistant.knowledge.models.trouble import Node, Trouble
    from assistant.knowledge.yaml_reader import DataPath, Document

_QUOTES = frozenset("„“”«»")
_NEEDS_SOURCE = (Evidence.VERIFIED, Evidence.GUIDE)
_MARKS = f"Add a line `evidence: …` ({', '.join(Evidence)}), for {' and '.join(_NEEDS_SOURCE)} also `source: …`."


def check_ways(content: Content, documents: Mapping[str, Document]) -> list[Mistake]:
    """Find what a member would stumble over, or never see, in guides and trouble trees."""
    found: list[Mistake] = []
    shared = documents["guides/shared.yaml"]
    for name, step in content.shared_steps.items():
        found += _unmarked(shared, ("shared", name), step)
    for guide in content.guides.values():
        found += _in_guide(documents[f"guides/{guide.program}.yaml"], guide, content.shared_steps)
    for tree in content.trouble.values():
        found += _in_tree(documents[f"trouble/{tree.trouble}.yaml"], tree)
    return found


def _in_guide(document: Document, guide: Guide, shared: Mapping[str, Step]) -> Iterator[Mistake]:
    if guide.ended is not None:
        if guide.steps:
            yield document.mistake(("steps",), "Nobody sees these steps: the program has ended.", "Delete them, or `ended`.")
        if not guide.instead:
            yield document.mistake(("ended",), "Nothing leads on from here.", "Name programs to take: `instead: [...]`.")
        return
    seen: set[str] = set()
    for index, step in enumerate(guide.steps):
        resolved = shared.get(step.use, step) if step.use else step
        only = {only for only in (step.only, resolved.only) if only}
        # Whether a protocol is encrypted depends on the club's values, so such a step may be for either.
        ways = [protocol for protocol in guide.protocols if only <= {protocol, "encrypted", "unencrypted"}]
        seen.update(ways)
        if not ways:
            what = f"Nobody sees this step: the guide is for {', '.join(guide.protocols)} only."
            yield document.mistake(("steps", index), what, "Delete it, or mend `only` or `protocols`.")
        yield from _unmarked(document, ("steps", index), step)
    for protocol in guide.protocols:
        if protocol not in seen:
            yield document.mistake(("protocols",), f"There is no step for `{protocol}`.", "Write some, or leave it out.")


def _unmarked(document: Document, path: DataPath, step: Step) -> Iterator[Mistake]:
    """A step that names what a program shows must say how sure that is."""
    if step.fields or _quotes(step.text):
        yield from _mark(document, path, step)


def _mark(document: Document, path: DataPath, part: Step | Node) -> Iterator[Mistake]:
    if not document.has((*path, "evidence")):
        yield document.mistake(path, "This names what a program shows, without a mark how sure that is.", _MARKS)
    elif part.evidence in _NEEDS_SOURCE and not part.source:
        yield document.mistake((*path, "evidence"), f"`{part.evidence}` needs a source.", "Add a line `source: …`.")


def _quotes(text: Text | None) -> bool:
    return text is not None and any(not _QUOTES.isdisjoint(written) for written in text.root.values())


def _in_tree(document: Document, tree: Trouble) -> Iterator[Mistake]:
    ways = {name: [choice.go for choice in node.choices] for name, node in tree.nodes.items()}
    for name, node in tree.nodes.items():
        if _quotes(node.say):
            yield from _mark(document, ("nodes", name), node)
    reached = _reached({tree.start, *(one.go for one in tree.asked if one.go in tree.nodes)}, ways)
    # Where a way out of this file's own leads nowhere, it may have been the one to them.
    for name in tree.nodes.keys() - reached if _all_lead_on(tree) else ():
        yield document.mistake(("nodes", name), f"Nothing leads to `{name}`.", "Add a choice with `go` to it, or delete it.")
    ends = {name for name, node in tree.nodes.items() if node.ask_webmaster or not node.choices}
    ends |= {name for name, gos in ways.items() if any(go not in tree.nodes for go in gos)}
    backwards = {name: [before for before, gos in ways.items() if name in gos] for name in tree.nodes}
    for name in tree.nodes.keys() - _reached(ends, backwards):
        yield document.mistake(
            ("nodes", name),
            f"From `{name}` no choice ever leads to an end.",
            "Let one lead to a remedy without choices, to another tree, or to a node with `ask_webmaster: true`.",
        )


def _all_lead_on(tree: Trouble) -> bool:
    """Tell whether whatever leads to an entry of the same file leads to one that is there."""
    gos = [choice.go for node in tree.nodes.values() for choice in node.choices]
    gos += [asked.go for asked in tree.asked if asked.go]
    return all(":" in go or go == SETUP or go in tree.nodes for go in (tree.start, *gos))


def _reached(start: set[str], ways: Mapping[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [name for name in start if name in ways]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [go for go in ways[name] if go in ways]
    return reached

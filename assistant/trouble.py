"""Stepping through a trouble tree: short questions that end in a remedy. Knows no Telegram."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer import Action, ActionKind, Answer
from assistant.compose.places import as_hint, place_in
from assistant.intent import Intent
from assistant.knowledge import references
from assistant.on_program import only_of

if TYPE_CHECKING:
    from assistant.choices import Choices
    from assistant.knowledge.models.content import Content
    from assistant.knowledge.models.trouble import Choice, Node, Trouble

_MOST_TOLD = 3
"""So many questions are answered by one message at most."""
_QUOTED = re.compile("[„“«](.+?)[“”»]")
START_TREE = "start"
"""The tree that asks what goes wrong; where the content has none, the list of all trees stands in."""


@dataclass(frozen=True)
class Way:
    """Where a choice leads."""

    label: str
    node: str = ""
    """A node of the same tree, or empty."""
    action: Action | None = None
    """Something outside the tree."""
    also: tuple[str, ...] = ()
    """Other words for it, of all languages."""


@dataclass(frozen=True)
class TroublePage:
    """One question or remedy."""

    tree: str
    node: str
    answer: Answer
    ways: tuple[Way, ...]
    before: tuple[str, str]
    """Tree and node from which one comes here; empty where the trees begin."""
    is_remedy: bool
    """It tells what to do, so that it may have helped; else it asks."""
    check: bool
    """Whether the live check of the servers belongs here."""


def page(content: Content, tree_name: str, node_name: str, language: str, program: str = "") -> TroublePage:
    """Give a node of a tree; an empty name gives its start.

    Args:
        content: What is known.
        tree_name: The tree.
        node_name: Its node.
        language: Of the page.
        program: The program, or the device, that the member has named: of a list of programs it gets its own line.

    Raises:
        KeyError: there is no such tree or node.
    """
    tree = content.trouble[tree_name]
    node = tree.nodes[node_name or tree.start]
    known = references.values(content, language)
    whole = references.fill(node.say.get(language), known)
    say = only_of(content, program, whole)
    lines = [f"**{tree.title.get(language)}**", *say.split("\n\n")]
    if say == whole and (place := place_in(content, program, node.place, language, known)):
        lines.append(as_hint(content, place, language))
    if node.ask_webmaster:
        lines.append(content.word("trouble_ask_webmaster", language, webmaster=content.club.webmaster.get(language)))
    ways = tuple(_way(content, tree, choice, language) for choice in node.choices)
    name = node_name or tree.start
    is_remedy = not node.ask_webmaster and tree.trouble != START_TREE and not asks(node)
    return TroublePage(
        tree.trouble, name, Answer(language, tuple(lines)), ways, _before(content, tree, name), is_remedy, node.check
    )


def answered_by_program(content: Content, tree_name: str, node_name: str, program: str) -> str:
    """Give the node where somebody is led who has named the program: past what it answers, 'Benutzt du einen Mac?'."""
    tree = content.trouble[tree_name]
    choices = tree.nodes[node_name or tree.start].choices if program else ()
    return next((one.go for one in choices if program in one.programs and one.go in tree.nodes), node_name)


def asks(node: Node) -> bool:
    """Whether a node asks something: what its `asks` says, else whether a line of its text ends with a question mark."""
    if node.asks is not None:
        return node.asks
    return any(line.rstrip().endswith("?") for text in node.say.root.values() for line in text.split("\n"))


def where_told(content: Content, choices: Choices, tree_name: str, text: str) -> tuple[str, str]:
    """Give tree and node at which to begin with somebody who tells a trouble: what was told is not asked.

    Args:
        content: What is known.
        choices: Knows which button is meant.
        tree_name: The trouble.
        text: What they wrote.
    """
    tree, name = content.trouble[tree_name], content.trouble[tree_name].start
    for _ in range(_MOST_TOLD):
        ways = tree.nodes[name].choices
        told = choices.told_at_once(text, [_other_words(way) if way.skips else () for way in ways])
        kind, _, target = ways[told].go.rpartition(":") if told is not None else ("none", "", "")
        other, _, node = target.partition(".") if kind == "trouble" else (tree.trouble, "", target)
        if kind not in {"", "trouble"} or other not in content.trouble or (not kind and target not in tree.nodes):
            break
        tree, name = content.trouble[other], node or content.trouble[other].start
    return tree.trouble, name


def _before(content: Content, tree: Trouble, name: str) -> tuple[str, str]:
    """Give where one usually comes from: the first node of the tree that leads here; a tree's start comes from the list."""
    if name != tree.start:
        return tree.trouble, next(
            (other for other, node in tree.nodes.items() if any(way.go == name for way in node.choices)), ""
        )
    return (START_TREE, "") if START_TREE in content.trouble and tree.trouble != START_TREE else ("", "")


def _way(content: Content, tree: Trouble, choice: Choice, language: str) -> Way:
    label = choice.label.get(language)
    also = _other_words(choice)
    if choice.go in tree.nodes:
        return Way(label, node=choice.go, also=also)
    return Way(label, action=_action(content, choice.go, label), also=also)


def _other_words(choice: Choice) -> tuple[str, ...]:
    """Give what else is said for a choice: its own list, and what its label quotes, which members read on the screen: „Relay“."""
    quoted = [found.strip() for label in choice.label.root.values() for found in _QUOTED.findall(label)]
    return (*(choice.also.all() if choice.also is not None else ()), *quoted)


def _action(content: Content, go: str, label: str) -> Action:
    kind, _, name = go.partition(":")
    match kind:
        case "setup":
            return Action(ActionKind.GUIDE, label)
        case "guide":
            return Action(ActionKind.GUIDE, label, name)
        case "trouble":
            return Action(ActionKind.TROUBLE, label, name)
        case "topic" if name in content.topics:
            return Action(ActionKind.ASK, label, Intent(topic=name).key)
        case _:
            return Action(ActionKind.MENU, label)


def trees(content: Content) -> list[Trouble]:
    """Give all trees in the order of the content, without the one that only asks which."""
    found = [tree for tree in content.trouble.values() if tree.trouble != START_TREE]
    return sorted(found, key=lambda tree: (tree.order, tree.trouble))

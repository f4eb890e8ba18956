"""The screens of the troubleshooting: which trouble, then short questions that end in a remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant import trouble
from handlers.buttons import PressSimple, PressTrouble, Simple
from handlers.menu import menu_button
from handlers.render import Shown, button, in_rows, press_of, shown

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from handlers.keyboard import Button


def choose_trouble(content: Content, language: str) -> Shown:
    """Ask what goes wrong: by the content's own tree for that, else by the list of all trees."""
    if trouble.START_TREE in content.trouble:
        return trouble_shown(content, trouble.START_TREE, "", language)
    buttons = [button(tree.title.get(language), PressTrouble(tree.trouble, "", language)) for tree in trouble.trees(content)]
    text = content.word("trouble_choose" if buttons else "trouble_none", language)
    rows = [*in_rows(buttons), [menu_button(content, language)]]
    return shown(text.split("\n\n"), rows, again=PressSimple(Simple.TROUBLES, language))


def trouble_shown(content: Content, tree: str, node: str, language: str) -> Shown:
    """Show a node of a tree.

    Raises:
        KeyError: there is no such tree or node.
    """
    page = trouble.page(content, tree, node, language)
    buttons: list[Button] = []
    for way in page.ways:
        press = press_of(way.action, language) if way.action else PressTrouble(tree, way.node, language)
        if press is not None:
            buttons.append(button(way.label, press))
    rows = [[one] for one in buttons]
    if page.check:
        rows.append([button(content.word("menu_check", language), PressSimple(Simple.CHECK, language))])
    if page.is_remedy:
        rows.append([button(content.word("trouble_solved", language), PressSimple(Simple.SOLVED, language))])
    if not page.ways and tree != trouble.START_TREE:
        rows.append([button(content.word("trouble_others", language), PressSimple(Simple.TROUBLES, language))])
    before = page.before[0]
    back = [button(content.word("guide_back", language), PressTrouble(*page.before, language))] if before else []
    rows.append([*back, menu_button(content, language)])
    return shown(page.answer.paragraphs, rows, again=PressTrouble(tree, page.node, language))

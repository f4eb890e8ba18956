"""The screens of the troubleshooting: which trouble, then short questions that end in a remedy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant import trouble
from handlers.buttons import ButtonError, PressSimple, PressTrouble, Simple, encode
from handlers.menu import menu_button
from handlers.render import Shown, button, in_rows, press_of, shown

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.trouble import Way
    from handlers.buttons import Press
    from handlers.keyboard import Button


def choose_trouble(content: Content, language: str, program: str = "") -> Shown:
    """Ask what goes wrong, in the program that is known: by the content's own tree for that, else by the list of all trees."""
    if trouble.START_TREE in content.trouble:
        return trouble_shown(content, trouble.START_TREE, "", language, program)
    buttons = [button(tree.title.get(language), PressTrouble(tree.trouble, "", language)) for tree in trouble.trees(content)]
    text = content.word("trouble_choose" if buttons else "trouble_none", language)
    rows = [*in_rows(buttons), [menu_button(content, language)]]
    return shown(text.split("\n\n"), rows, again=PressSimple(Simple.TROUBLES, language))


def press_of_way(way: Way, here: PressTrouble) -> Press | None:
    """Give what the button of a way does; it keeps the program that was named."""
    press = press_of(way.action, here.language) if way.action else replace(here, node=way.node, tried=False)
    return on_program(press, here.program) if isinstance(press, PressTrouble) else press


def on_program(press: PressTrouble, program: str) -> PressTrouble:
    """Let a press know the program, where there is room in the button."""
    knowing = replace(press, program=program)
    try:
        encode(knowing)
    except ButtonError:
        return replace(press, program="")
    return knowing


def shown_for(content: Content, press: PressTrouble) -> Shown:
    """Show what a press leads to: a node, or the question whether its remedy helped.

    Raises:
        KeyError: there is no such tree or node.
    """
    if press.tried:
        return _whether_it_works(content, press)
    return trouble_shown(content, press.tree, press.node, press.language, press.program)


def _whether_it_works(content: Content, press: PressTrouble) -> Shown:
    """Ask who has done a remedy whether it works now; 'back' leads to the remedy."""
    page = trouble.page(content, press.tree, press.node, press.language)
    ways = [(way.label, press_of_way(way, press)) for way in page.ways if way.node]
    rows = [[button(content.word("trouble_solved", press.language), PressSimple(Simple.SOLVED, press.language))]]
    rows += [[button(label, way)] for label, way in ways if way is not None]
    back = button(content.word("guide_back", press.language), replace(press, tried=False))
    rows.append([back, menu_button(content, press.language)])
    return shown((page.answer.lines[0], content.word("trouble_tried", press.language)), rows, again=press)


def trouble_shown(content: Content, tree: str, node: str, language: str, program: str = "") -> Shown:
    """Show a node of a tree, for the program that was named, if one was.

    Raises:
        KeyError: there is no such tree or node.
    """
    page = trouble.page(content, tree, trouble.answered_by_program(content, tree, node, program), language, program)
    here = on_program(PressTrouble(tree, page.node, language), program)
    buttons: list[Button] = []
    for way in page.ways:
        press = press_of_way(way, here)
        if press is not None:
            buttons.append(button(way.label, press))
    rows = [[one] for one in buttons]
    if page.check:
        rows.append([button(content.word("menu_check", language), PressSimple(Simple.CHECK, language))])
    if page.is_remedy:
        rows.append([button(content.word("trouble_solved", language), PressSimple(Simple.SOLVED, language))])
    if not page.ways and tree != trouble.START_TREE:
        rows.append([button(content.word("trouble_others", language), PressSimple(Simple.TROUBLES, language))])
    before = on_program(PressTrouble(*_before(content, page, program), language), here.program)
    back = [button(content.word("guide_back", language), before)] if before.tree else []
    rows.append([*back, menu_button(content, language)])
    return shown(page.answer.paragraphs, rows, again=here)


def _before(content: Content, page: trouble.TroublePage, program: str) -> tuple[str, str]:
    """Give tree and node to go back to: not those that lead here again by themselves."""
    tree, node = page.before
    if tree and trouble.answered_by_program(content, tree, node, program) == page.node:
        return trouble.page(content, tree, node, page.answer.language).before
    return page.before

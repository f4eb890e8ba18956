"""What a box of a diagram says in few words, and the place in the files its screen comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant import trouble
from assistant.guides import Walk
from desk.sources import Source, source, step_source, word_source
from handlers.buttons import Deed, PressGuide, PressProgram, PressSimple, PressTrouble, Simple
from handlers.guides.files import DEEDS

if TYPE_CHECKING:
    from desk.edition import Edition
    from handlers.buttons import Press

_LISTS = {
    Simple.SETUP: "guide_choose_program",
    Simple.WHICH: "guide_choose_device",
    Simple.TROUBLES: "trouble_choose",
    Simple.SOLVED: "guide_done",
}
"""Screens without fields → the word they begin with."""


def title_and_place(edition: Edition, press: Press, language: str) -> tuple[str, Source]:  # noqa: PLR0911 - one for each kind
    """Give what a box says in few words, and where it stands."""
    content = edition.content
    match press:
        case PressTrouble(tree, node):
            page = trouble.page(content, tree, node, language)
            place = source(edition, f"trouble/{tree}.yaml", ("nodes", page.node))
            return _plain(page.answer.lines[1]), place
        case PressGuide(Deed.SHOW, guide) if guide.number < (walk := _walk(edition, press)).last:
            step = walk.steps[guide.number]
            title = walk.filled(step.title.get(language)) if step.title else _plain(walk.page(guide.number).answer.lines[1])
            return _plain(title), step_source(edition, guide.program, step)
        case PressGuide(Deed.SHOW):
            walk = _walk(edition, press)
            return _plain(walk.page(walk.last).answer.lines[0]), word_source(edition, "guide_summary_title")
        case PressGuide(deed):
            kind = next((kind for kind, one in DEEDS.items() if one is deed), "")
            word = f"file_text_{kind}" if kind else "guide_cancelled" if deed is Deed.CANCEL else "guide_done"
            return _plain(content.word(word, language)), word_source(edition, word)
        case PressProgram(program):
            return content.guides[program].name.get(language), source(edition, f"guides/{program}.yaml")
        case PressSimple(what) if what in _LISTS:
            return _plain(content.word(_LISTS[what], language, protocols="")), word_source(edition, _LISTS[what])
    return "", Source("", 0, 0, "")


def _walk(edition: Edition, press: PressGuide) -> Walk:
    return Walk(edition.content, press.place.program, press.place.protocol, press.language, press.place.local)


def _plain(text: str) -> str:
    return text.partition("\n")[0].replace("**", "").replace("`", "")

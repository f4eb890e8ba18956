"""Shows everything the content can lead to, once, to find what only shows on a screen: too long, cut, refused, no way on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from telegram.constants import MessageLimit

from assistant.answer import LONGEST_LABEL
from assistant.compose.lookups import Lookups
from assistant.compose.topics import Topics
from assistant.guides import Walk
from assistant.guides.choosing import KINDS, devices, has_way, protocols
from assistant.intent import ASPECTS, DIRECTIONS, PROTOCOLS, Intent
from assistant.knowledge.models.guides import SetupFile
from assistant.knowledge.references import values_told
from assistant.knowledge.yaml_reader import Document
from handlers.buttons import ButtonError
from handlers.guides import screens
from handlers.guides.files import file_text
from handlers.guides.trouble import choose_trouble, trouble_shown
from handlers.menu import help_shown, menu
from handlers.render import answer_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from assistant.answer import Answer
    from assistant.knowledge.loaded import Loaded
    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.models.content import Content
    from assistant.knowledge.models.guides import Guide
    from assistant.knowledge.yaml_reader import DataPath
    from handlers.render import Shown

_LONGEST = 3500
"""Characters; Telegram takes 4,096, and an address that is filled in needs room."""
_LONGEST_CAPTION = int(MessageLimit.CAPTION_LENGTH)
_WORDS = "words/"
_SUBJECTS = ("", *PROTOCOLS)


@dataclass(frozen=True)
class _Screen:
    """One message that the bot may show."""

    where: str
    """For a person: which message, in which language."""
    file: str
    path: DataPath
    make: Callable[[], Shown | None]
    is_answer: bool = False
    """An answer may stand without buttons."""
    longest: int = _LONGEST
    """Characters."""


def screen_mistakes(loaded: Loaded, refusal: Callable[[str], str] | None = None) -> list[Mistake]:
    """Give a mistake for everything that cannot be shown, that Telegram would refuse, or from which no button leads on.

    Args:
        loaded: The content and its places.
        refusal: Gives what Telegram would object to in a message's HTML, or an empty text.
    """
    found: dict[Mistake, None] = {}
    for screen in _all_screens(loaded.content):
        for what, remedy, is_advice in _wrong(screen, refusal):
            mistake = _document(loaded, screen).mistake(screen.path, f"{screen.where}: {what}", remedy)
            found[replace(mistake, is_advice=is_advice)] = None
    return list(found)


def _document(loaded: Loaded, screen: _Screen) -> Document:
    if screen.file != _WORDS:
        return loaded.documents[screen.file]
    files = (document for file, document in loaded.documents.items() if file.startswith(_WORDS))
    return next((document for document in files if screen.path[0] in document.data), Document(_WORDS))


def _wrong(screen: _Screen, refusal: Callable[[str], str] | None) -> Iterator[tuple[str, str, bool]]:
    try:
        shown = screen.make()
    except (ButtonError, KeyError, StopIteration) as error:
        yield f"cannot be shown ({type(error).__name__}: {error}).", "Check the names that it refers to.", False
        return
    if shown is None:
        return
    if len(shown.plain) > screen.longest:
        most = f"At most {screen.longest} leave room for an address: shorten it."
        under_file = f"At most {screen.longest} fit under a file: shorten it."
        yield f"{len(shown.plain)} characters.", most if screen.longest == _LONGEST else under_file, False
    if not shown.plain.strip():
        yield "the message is empty.", "Write a text.", False
    refused = refusal(shown.html) if refusal else ""
    if refused:
        yield f"Telegram would refuse it: {refused}.", "Check `**` and backticks.", False
    if not shown.rows and not screen.is_answer:
        yield "no button leads on.", "Add a choice, or a program to take instead.", False
    for row in shown.rows:
        for button in row:
            if len(button.text) == LONGEST_LABEL and button.text.endswith("…"):
                yield f"the button `{button.text}` is cut.", f"At most {LONGEST_LABEL} characters fit.", True


def _all_screens(content: Content) -> Iterator[_Screen]:
    for language in content.languages:
        words = (
            ("menu", "start_greeting", partial(menu, content, language, "start_greeting")),
            ("help", "help_text", partial(help_shown, content, language)),
            ("programs", "guide_choose_program", partial(screens.choose_program, content, language)),
            ("troubles", "trouble_choose", partial(choose_trouble, content, language)),
        )
        for name, key, make in words:
            yield _Screen(f"{name} ({language})", _WORDS, (key, language), make)
        for kind in SetupFile:
            make = partial(file_text, content, kind, language)
            where, path = f"text under a file ({language})", (f"file_text_{kind}", language)
            yield _Screen(where, _WORDS, path, make, is_answer=True, longest=_LONGEST_CAPTION)
        for device in devices(content):
            make_device = partial(screens.programs_for, content, device, language)
            yield _Screen(f"device {device} ({language})", _WORDS, (f"device_{device}", language), make_device)
        for several in filter(partial(devices, content), KINDS):
            make_device = partial(screens.programs_for, content, several, language)
            yield _Screen(f"device {several} ({language})", _WORDS, (f"guide_choose_{several}", language), make_device)
        for guide in content.guides.values():
            yield from _of_guide(content, guide, language)
        for tree in content.trouble.values():
            for node in tree.nodes:
                make = partial(trouble_shown, content, tree.trouble, node, language)
                yield _Screen(f"{node} ({language})", f"trouble/{tree.trouble}.yaml", ("nodes", node, "say", language), make)
        yield from _answers(content, language)


def _of_guide(content: Content, guide: Guide, language: str) -> Iterator[_Screen]:
    file = f"guides/{guide.program}.yaml"
    if not has_way(content, guide):
        return
    choice = partial(screens.choose_protocol, content, guide.program, language)
    yield _Screen(f"choice of the protocol ({language})", file, ("intro",), choice)
    for protocol in protocols(content, guide) if guide.ended is None else ():
        walk = Walk(content, guide.program, protocol, language, "vorname.nachname")
        resolved = [content.shared_steps[step.use] if step.use else step for step in guide.steps]
        places: list[DataPath] = [("steps", index) for index, step in enumerate(resolved) if step in walk.steps]
        for number in range(walk.last + 1):
            path = places[number] if number < min(walk.last, len(places)) else ("program",)
            make = partial(screens.page_shown, walk, number)
            yield _Screen(f"{protocol}, page {number + 1} ({language})", file, path, make)


def _answers(content: Content, language: str) -> Iterator[_Screen]:
    values = values_told(content)
    topics, lookups = Topics(content, values), Lookups(content, values)

    def answer(compose: Callable[[Intent, str], Answer | None], intent: Intent) -> Shown | None:
        found = compose(intent, language)
        return answer_shown(found) if found else None

    for topic, subject in product(content.topics, _SUBJECTS):
        make = partial(answer, topics.answer, Intent(topic=topic, subject=subject))
        where = f"answer {subject} ({language})".replace("  ", " ")
        yield _Screen(where, f"topics/{topic}.yaml", ("answer", subject or "any", language), make, is_answer=True)
    for aspect, subject, direction in product(ASPECTS, _SUBJECTS, ("", *DIRECTIONS)):
        if not subject or subject in content.settings.protocols:
            make = partial(answer, lookups.answer, Intent(aspect=aspect, subject=subject, direction=direction))
            where = " ".join(part for part in (aspect, subject, direction, f"({language})") if part)
            yield _Screen(where, "settings.yaml", ("protocols",), make, is_answer=True)

"""Where a value stands in the member's program: beside the answer for everybody who names the program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.intent import PROTOCOLS
from assistant.knowledge.references import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.answer import Answer
    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content

_SETTINGS = "settings"
_IN_THE_SETTINGS = frozenset(
    {"port", "server", "encryption", "username", "login", "account_type", "removal", "switching", "authentication"}
)
"""What stands on the same page of a program as all the settings."""

_SWITCHES = {"leave_on_server": "pop3"}
"""Topics that are about a switch in programs, and the protocol that it is for."""

_SWITCHED_ON = frozenset({"authentication", "encryption"})
"""What is switched on beside other settings, of which is told where it is only if that is asked by such words."""


class Places:
    """The places of one content."""

    def __init__(self, content: Content, values: Mapping[str, Mapping[str, str]]) -> None:
        """Make it ready; `values` are what references stand for, as `values_told` gives them."""
        self._content = content
        self._values = values

    def beside(self, answer: Answer, intent: Intent) -> Answer:
        """Add as a hint where it stands in the program that the intent names; an answer with a hint of its own keeps it."""
        place = "" if answer.hint else self._place(intent, answer.language)
        return replace(answer, hint=self._hint(place, answer.language)) if place else answer

    def first(self, answer: Answer, intent: Intent, *, is_switch: bool) -> Answer:
        """Say it before all else: where it is was asked, or where it is switched on."""
        place = self._place(intent, answer.language) or self._by_program(intent, answer.language, is_switch=is_switch)
        if not place:
            return answer
        hint = "" if answer.hint == self._hint(place, answer.language) else answer.hint
        return replace(answer, lines=(place, *answer.lines), hint=hint)

    def _by_program(self, intent: Intent, language: str, *, is_switch: bool) -> str:
        """Say that it depends on the program, where a switch is looked for and no program is named."""
        is_one = intent.topic in _SWITCHES and intent.subject in {"", _SWITCHES[intent.topic]}
        is_set = is_switch and (intent.topic or intent.aspect) in _SWITCHED_ON
        return self._content.word("place_by_program", language) if (is_one or is_set) and not intent.program else ""

    def _hint(self, place: str, language: str) -> str:
        return as_hint(self._content, place, language)

    def _place(self, intent: Intent, language: str) -> str:
        asked = intent.aspect or intent.topic
        asked = _SETTINGS if asked in _IN_THE_SETTINGS else asked
        thing = f"{asked}.{intent.subject}" if intent.subject in PROTOCOLS else asked
        return place_in(self._content, intent.program, thing, language, self._values[language])


def place_in(content: Content, program: str, thing: str, language: str, values: Mapping[str, str]) -> str:
    """Give where something stands in a program; empty where that is not known, or it is no program.

    Args:
        content: What is known of programs.
        program: The name of a guide.
        thing: What is looked for: `settings`, an aspect, a topic; with `.imap` or `.pop3` behind it what is so for that protocol.
        language: Of the place.
        values: What references in texts of that language stand for.
    """
    guide = content.guides.get(program)
    wanted, _, of_protocol = thing.partition(".")
    for key, text in guide.places.items() if guide is not None else ():
        name, _, protocol = key.partition(".")
        if name == wanted and (not protocol or of_protocol in {"", protocol}):
            return fill(text.get(language), values)
    return ""


def as_hint(content: Content, place: str, language: str) -> str:
    """Give a place as a paragraph of its own."""
    return content.word("place", language, place=place)

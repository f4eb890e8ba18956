"""Finds values of the club that are written out in a text, where a reference would follow a change of the settings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.knowledge.references import protocol_values
from assistant.knowledge.texts import texts_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.knowledge.loaded import Loaded
    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.models.content import Content

_WHERE_VALUES_BELONG = ("settings.yaml", "club.yaml")
_TELLING_PORT = 100
"""From here on a number is a port wherever it stands; below it only after the word."""


def literal_mistakes(loaded: Loaded) -> list[Mistake]:
    """Give a mistake for each value of `settings.yaml` and `club.yaml` that another file writes out."""
    content = loaded.content
    patterns = [(re.compile(pattern, re.IGNORECASE), value, names) for pattern, value, names in _values(content)]
    found = []
    for file, document in loaded.documents.items():
        if file in _WHERE_VALUES_BELONG or file.startswith("vocabulary/"):
            continue
        for path, text in texts_in(document.data, content.languages):
            for language, written in text.items():
                for pattern, value, names in patterns:
                    if at := pattern.search(written):
                        what = f"`{value}` is written out; a change in settings.yaml or club.yaml would not reach it."
                        remedy = f"Refer to it: {' or '.join(f'`{{{name}}}`' for name in names)}."
                        mistake = document.mistake((*path, language), what, remedy, at[0])
                        found.append(replace(mistake, is_advice=True))
    return found


def _values(content: Content) -> Iterator[tuple[str, str, list[str]]]:
    """Give a pattern, the value and the references for it."""
    references: dict[str, list[str]] = {content.settings.mail_server: ["mail_server"], content.club.domain: ["club.domain"]}
    for key in content.settings.protocols:
        for name, shown in protocol_values(content, key, content.languages[0]).items():
            if name.endswith((".port", ".server")):
                references.setdefault(shown.strip("`"), []).append(f"{key}.{name}")
    for value, names in references.items():
        exact = re.escape(value)
        if not value.isdigit():
            yield rf"(?<![\w.-]){exact}(?![\w-])", value, names
        elif int(value) >= _TELLING_PORT:
            yield rf"(?<![\w.,]){exact}(?![\w]|[.,]\d)", value, names
        else:
            yield rf"\bports?\b\W{{0,3}}{exact}(?![\w]|[.,]\d)", value, names

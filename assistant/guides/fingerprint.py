"""Tells a guide from what it was before, so that a button from then never shows a wrong step."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.knowledge.models.guides import Step

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LENGTH = 4
_MADE: dict[tuple[str, str, str], str] = {}
"""By the content's fingerprint, program and protocol: they are asked for with every page."""
_KEPT = 500
"""So many at the most: each change of the content brings further ones."""


def fingerprint(content: Content, program: str, protocol: str, steps: tuple[Step, ...]) -> str:
    """Give four characters that change when a page's number may mean another page, or when the club's values do.

    They are the same in every language, and stay when a text is worded anew: buttons of open guides go on working.
    """
    key = (content.fingerprint, program, protocol)
    if key not in _MADE:
        if len(_MADE) >= _KEPT:
            _MADE.clear()
        _MADE[key] = _short([program, protocol, *_values(content, protocol), *(_outline(step, content) for step in steps)])
    return _MADE[key]


def _values(content: Content, protocol: str) -> list[object]:
    settings = content.settings.protocols[protocol]
    connections = [(way.server, way.port, way.encryption) for way in (settings.incoming, settings.outgoing)]
    return [content.club.domain, content.settings.mail_server, *connections]


def _outline(step: Step, content: Content) -> list[str]:
    """Tell a step from others: by its title, or what it says where it has none, and by what is to be filled in."""
    language, name = content.languages[0], step.title or step.text
    fields = [entry.value or entry.label.get(language) for entry in step.fields]
    return [name.get(language) if name else "", "address" if step.asks_address else "", *fields]


def _short(made_of: list[object]) -> str:
    number = int.from_bytes(hashlib.sha256(json.dumps(made_of).encode()).digest()[:4], "big")
    return "".join(_DIGITS[number // len(_DIGITS) ** place % len(_DIGITS)] for place in range(_LENGTH))

"""Links into the private chat: `t.me/<bot>?start=guide_thunderbird_imap_de` (64 of `A-Za-z0-9_-`).

`guide` starts a set-up, `ask` answers a question, `trouble` opens a trouble tree, `menu` shows the menu.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.constants import MessageLimit
from telegram.helpers import create_deep_linked_url

from assistant.intent import PROTOCOLS, Intent, trouble_label
from handlers.button_fields import DIRECTIONS, SUBJECTS

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content

_GUIDE, _MENU, _ASK, _TROUBLE = "guide", "menu", "ask", "trouble"
_MAX = int(MessageLimit.DEEP_LINK_LENGTH)
_SUBJECTS, _DIRECTIONS = {**SUBJECTS, "": "x"}, {**DIRECTIONS, "": "x"}
"""The short forms of buttons, but for what is empty: links with `x` are in chats."""


@dataclass(frozen=True)
class Start:
    """What a link asks for."""

    kind: str
    """`guide`, `menu`, `ask`, `trouble`, or empty when the payload says nothing to us."""
    program: str = ""
    protocol: str = ""
    language: str = ""
    intent: Intent | None = None
    """What to answer, for `ask` and `trouble`; whether its names exist is checked when it is answered."""


def guide_link(bot_username: str, program: str, protocol: str, language: str) -> str:
    """Give the link that starts the set-up in the private chat; what is empty is chosen there."""
    known_protocol = protocol if protocol in PROTOCOLS else ""
    payload = "_".join(part for part in (_GUIDE, program, known_protocol, language) if part)
    if len(payload) > _MAX:
        payload = f"{_GUIDE}_{language}"
    return create_deep_linked_url(bot_username, payload)


def private_link(bot_username: str, language: str) -> str:
    """Give the link that opens the private chat with the menu."""
    return create_deep_linked_url(bot_username, f"{_MENU}_{language}")


def ask_link(bot_username: str, intent: Intent, language: str) -> str:
    """Give the link that answers a question in the private chat, or opens its guide or its trouble tree."""
    if intent.topic == "setup":
        return guide_link(bot_username, intent.program, intent.subject, language)
    if intent.tree:
        payload = f"{_TROUBLE}_{language}_{intent.tree}"
    else:
        slots = _SUBJECTS[intent.subject] + _DIRECTIONS[intent.direction]
        payload = f"{_ASK}_{language}_{slots}_{intent.aspect or intent.topic}"
    if len(payload) > _MAX:
        return private_link(bot_username, language)
    return create_deep_linked_url(bot_username, payload)


def read_start(payload: str, content: Content) -> Start:
    """Read the payload of a link; names that do not exist are left empty. The names of programs and topics may contain `_`."""
    kind, *parts = payload.split("_")
    if kind in (_ASK, _TROUBLE):
        return _read_question(kind, parts, content)
    if kind not in (_GUIDE, _MENU):
        return Start("")
    language = parts.pop() if parts and parts[-1] in content.languages else ""
    protocol = parts.pop() if parts and parts[-1] in PROTOCOLS else ""
    program = "_".join(parts)
    return Start(kind, program if program in content.guides else "", protocol, language)


def _read_question(kind: str, parts: list[str], content: Content) -> Start:
    language = parts.pop(0) if parts and parts[0] in content.languages else ""
    if kind == _TROUBLE:
        return Start(kind, language=language, intent=Intent(topic=trouble_label("_".join(parts))))
    slots, thing = (parts[0] if parts else ""), "_".join(parts[1:])
    subject = next((name for name, short in _SUBJECTS.items() if slots[:1] == short), "")
    direction = next((name for name, short in _DIRECTIONS.items() if slots[1:] == short), "")
    return Start(kind, language=language, intent=Intent.of(thing).within(subject=subject, direction=direction))

"""Links into the private chat: `t.me/<bot>?start=guide_thunderbird_imap_de` (64 of `A-Za-z0-9_-`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.helpers import create_deep_linked_url

if TYPE_CHECKING:
    from assistant.knowledge.models import Content

_GUIDE = "guide"
_MENU = "menu"
_MAX = 64
_PROTOCOLS = ("imap", "pop3")


@dataclass(frozen=True)
class Start:
    """What a link asks for."""

    kind: str
    """`guide`, `menu`, or empty when the payload says nothing to us."""
    program: str = ""
    protocol: str = ""
    language: str = ""


def guide_link(bot_username: str, program: str, protocol: str, language: str) -> str:
    """Give the link that starts the set-up in the private chat; what is empty is chosen there."""
    known_protocol = protocol if protocol in _PROTOCOLS else ""
    payload = "_".join(part for part in (_GUIDE, program, known_protocol, language) if part)
    if len(payload) > _MAX:
        payload = f"{_GUIDE}_{language}"
    return create_deep_linked_url(bot_username, payload)


def private_link(bot_username: str, language: str) -> str:
    """Give the link that opens the private chat with the menu."""
    return create_deep_linked_url(bot_username, f"{_MENU}_{language}")


def read_start(payload: str, content: Content) -> Start:
    """Read the payload of a link; names that do not exist are left empty. Program names may contain `_`."""
    kind, *parts = payload.split("_")
    if kind not in (_GUIDE, _MENU):
        return Start("")
    language = parts.pop() if parts and parts[-1] in content.languages else ""
    protocol = parts.pop() if parts and parts[-1] in _PROTOCOLS else ""
    program = "_".join(parts)
    return Start(kind, program if program in content.guides else "", protocol, language)

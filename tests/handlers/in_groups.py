"""What tests of groups share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.groups.settings import GroupSettings
from store.resilient import ResilientStore

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

GROUP_ID = -100
REFUSED = {"error_code": 400, "description": "Bad Request: not enough rights"}


def started_anew(chat: Chat, *allowed: int) -> GroupSettings:
    """Let the bot know no more of groups than what the store holds."""
    groups = GroupSettings(ResilientStore(chat.store), b"secret", frozenset(allowed))
    replace(chat.services, groups=groups).install(chat.application)
    return groups

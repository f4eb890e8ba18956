"""The methods of the Bot API that the playground knows, by their names."""

from __future__ import annotations

from playground.methods import chats, inline, messages, profile, queries
from playground.methods.arguments import Arguments, Method

METHODS: dict[str, Method] = {
    **messages.METHODS,
    **queries.METHODS,
    **inline.METHODS,
    **chats.METHODS,
    **profile.METHODS,
}
"""Method name in lower case → function. Telegram takes method names in any case."""

__all__ = ["METHODS", "Arguments", "Method"]

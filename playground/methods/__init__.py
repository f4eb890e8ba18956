"""The methods of the Bot API that the playground knows, by their names."""

from __future__ import annotations

from playground.methods import chats, commands, editing, files, inline, profile, queries, sending
from playground.methods.arguments import Arguments, Method

METHODS: dict[str, Method] = {
    **sending.METHODS,
    **editing.METHODS,
    **files.METHODS,
    **queries.METHODS,
    **inline.METHODS,
    **chats.METHODS,
    **commands.METHODS,
    **profile.METHODS,
}
"""Method name in lower case → function. Telegram takes method names in any case."""

__all__ = ["METHODS", "Arguments", "Method"]

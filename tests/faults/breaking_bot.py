"""The real bot, but the assistant fails at the word 'kaputt', as a mistake in the code would."""

from __future__ import annotations

import sys
from typing import Any

import bot
from assistant.assistant import Assistant

_ask = Assistant.ask


def _fails(self: Assistant, text: str, **more: Any) -> Any:
    if "kaputt" in text:
        raise ValueError(f"invalid: {text}")
    return _ask(self, text, **more)


Assistant.ask = _fails  # type: ignore[method-assign]

if __name__ == "__main__":
    sys.exit(bot.main())

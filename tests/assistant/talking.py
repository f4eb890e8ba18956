"""Talks to an assistant as one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.assistant import Assistant


def said(assistant: Assistant, *turns: str) -> str:
    """Give the plain text of the answer to the last of some messages of one person."""
    memory, told = None, ""
    for turn in turns:
        reply = assistant.ask(turn, memory=memory)
        memory, told = reply.memory, reply.answer.plain if reply.answer else ""
    return told

"""Which way of fetching emails a set-up goes: one that was decided on, never one that was only talked about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.guides.choosing import sibling_on

if TYPE_CHECKING:
    from assistant.assistant import Memory, Reply
    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content
    from assistant.picks import Picks
    from handlers.conversation import OpenGuide

_SETUPS = frozenset({"setup", "which_program"})
_ADVICE = frozenset({"recommendation", "switching"})
"""What was asked where the way that the club recommends has just been advised."""


def as_decided(reply: Reply, memory: Memory | None, guide: OpenGuide | None, content: Content) -> Reply:
    """Give a reply to who asks for a set-up without a way of fetching emails that nobody decided on.

    'Muss ich POP3 nehmen?' decides nothing for 'richte Thunderbird ein': then the member is asked, the recommended way first.

    Args:
        reply: What the assistant says; what the message leaves open it took from what was asked before.
        memory: What was asked before.
        guide: The guide the member is or was in: what is set up beside it is set up like it.
        content: Tells the recommended way.
    """
    if len(reply.intents) != 1 or reply.intents[0].topic not in _SETUPS or _names_one(reply):
        return reply
    asked = reply.intents[0]
    if memory is not None and memory.intent.aspect and _names_none(reply):
        reply = reply._replace(memory=memory)  # 'wo ist das?': of that value the next question may be as well
    protocol = _decided(asked, memory, guide, content)
    if protocol == asked.subject:
        return reply
    decided = asked.within(subject=protocol)
    if reply.memory is memory:
        return reply._replace(intents=(decided,))
    remembered = reply.memory and replace(reply.memory, intent=reply.memory.intent.within(subject=protocol))
    return reply._replace(intents=(decided,), memory=remembered)


def as_told_at_end(reply: Reply, text: str, picks: Picks, content: Content) -> Reply:
    """Give a reply to who tells last which of the programs that are easily taken for each other it is: 'Outlook, das neue'."""
    guide = content.guides.get(reply.intents[0].program) if len(reply.intents) == 1 else None
    if guide is None or reply.intents[0].topic != "setup":
        return reply
    alike = [guide, *(content.guides[name] for name in guide.related if name in content.guides)]
    place = picks.label_at_end(text, [" ".join(one.name.root.values()) for one in alike])
    if not place:
        return reply
    told = reply.intents[0].within(program=alike[place].program)
    remembered = reply.memory and replace(reply.memory, intent=told)
    return reply._replace(intents=(told,), memory=remembered)


def as_on_device(reply: Reply, text: str, picks: Picks, content: Content) -> Reply:
    """Give a reply to who tells on which device a program is that has another one there: 'Outlook einrichten am Handy'."""
    asked = reply.intents[0] if [intent.topic for intent in reply.intents] == ["setup"] else None
    guide = content.guides.get(asked.program) if asked is not None else None
    devices = picks.devices_named(text) if guide is not None else set()
    if asked is None or guide is None or len(devices) != 1:
        return reply
    sibling = sibling_on(content, guide, devices.pop())
    if sibling is None:
        return reply
    told = asked.within(program=sibling.program)
    return reply._replace(intents=(told,), memory=reply.memory and replace(reply.memory, intent=told))


def as_rejected(reply: Reply, text: str, picks: Picks) -> Reply:
    """Give a reply without the program that is named only to tell that it is not this one: 'kein Gmail, eine andere App'."""
    is_setup = [intent.topic for intent in reply.intents] == ["setup"] and bool(reply.intents[0].program)
    if not is_setup or not picks.rejects(text, reply.intents[0].program):
        return reply
    asked = reply.intents[0].within(program="")
    remembered = reply.memory and replace(reply.memory, intent=asked)
    return reply._replace(intents=(asked,), memory=remembered)


def _names_none(reply: Reply) -> bool:
    """Whether nothing is named that could be set up, only asked where a value stands."""
    return not any(
        found.kind == "program" or (found.kind, found.value) == ("topic", "setup") for found in reply.explanation.found
    )


def _names_one(reply: Reply) -> bool:
    return any(found.kind in {"subject", "number"} for found in reply.explanation.found)


def _decided(asked: Intent, memory: Memory | None, guide: OpenGuide | None, content: Content) -> str:
    """Give the way asked for in a set-up before, else that of the running guide, else the advised one; empty where none is."""
    topic = memory.intent.topic if memory is not None else ""
    if topic in _SETUPS and asked.subject:
        return asked.subject
    if guide is not None and guide.is_fresh and asked.program:
        return guide.place.protocol
    settings = content.settings.protocols.get(asked.subject)
    return asked.subject if topic in _ADVICE and settings is not None and settings.recommended else ""

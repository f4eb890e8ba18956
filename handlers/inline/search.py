"""What may be meant by the first words of a question, best first: understood, near to it, or by the beginnings of titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import ASPECTS, Intent, trouble_label

if TYPE_CHECKING:
    from collections.abc import Collection

    from assistant.assistant import Assistant

MOST_WANTED = (
    Intent(aspect="settings", subject="imap"),
    Intent(aspect="port"),
    Intent(aspect="server"),
    Intent(aspect="settings", subject="pop3"),
    Intent(aspect="encryption"),
    Intent(topic="difference"),
    Intent(topic="recommendation"),
)
"""The answers to an empty query."""
_NEAR = 0.35
"""Score from which something that was not understood first is worth a line in the list."""


def best_intents(assistant: Assistant, text: str, language: str) -> list[Intent]:
    """Give what to answer, the likeliest first; nothing where the words have nothing to do with mail."""
    offered = assistant.content.settings.protocols
    if not text:
        return [intent for intent in MOST_WANTED if not intent.subject or intent.subject in offered]
    reply = assistant.ask(text, client_language=language)
    understood = list(reply.intents) if reply.answered or reply.explanation.decision == "choices" else []
    subject = understood[0].subject if understood else ""
    # What sounds like other talk is no beginning of a question, however near a topic comes to it.
    likely = reply.explanation.candidates if understood else ()
    near = [_intent(label, subject) for label, score in likely if score >= _NEAR]
    everything = [*_widened(understood, text, offered), *near, *_titled(assistant, text, language)]
    return list(dict.fromkeys(_without_small_talk(assistant, everything)))


def _widened(understood: list[Intent], text: str, protocols: Collection[str]) -> list[Intent]:
    """Add to what was understood the same for each protocol, and all settings of the one that was named."""
    if not understood:
        return []
    first = understood[0]
    each = [first.within(subject=subject) for subject in protocols if first.aspect and not first.subject]
    whole = [Intent(aspect="settings", subject=first.subject)] if first.subject in protocols else []
    is_bare = len(text.split()) == 1  # 'imap' and nothing else: whoever goes on typing wants its values, most of the time
    return [*whole, *understood, *each] if is_bare else [*understood, *each, *whole]


def _titled(assistant: Assistant, text: str, language: str) -> list[Intent]:
    """Give everything in whose title all the words begin that were typed, as words are typed letter by letter."""
    typed = text.lower().split()
    everything = [*(Intent(aspect=aspect) for aspect in ASPECTS), *(Intent(topic=topic) for topic in assistant.content.topics)]
    everything += [Intent(topic=trouble_label(tree)) for tree in assistant.content.trouble]
    return [intent for intent in everything if _begin(typed, assistant.title(intent, language))]


def _begin(typed: list[str], title: str) -> bool:
    words = title.lower().replace("/", " ").replace("-", " ").split()
    return any(len(part) > 1 for part in typed) and all(any(word.startswith(part) for word in words) for part in typed)


def _intent(label: str, subject: str) -> Intent:
    return Intent.of(label).within(subject=subject)


def _without_small_talk(assistant: Assistant, intents: list[Intent]) -> list[Intent]:
    return [intent for intent in intents if not assistant.content.is_small_talk(intent.topic)]

"""Messages that programs show, as members quote them: they tell which trouble it is, and nothing of the member's own words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from assistant.intent import trouble_label
from assistant.understanding.text import words_of

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots

_CERTAIN, _LIKELY = 3.0, 0.9
"""The opinion of a message that holds the very text a program shows, and of one that asks for a value as well."""
_REPLY_CODE = re.compile("[45][0-5][0-9]")
"""What a mail server's refusal begins with (RFC 5321, section 4.2); no mail port has this form."""


class Shown(NamedTuple):
    """A message that a program shows."""

    text: str
    """Its folded words, joined between blanks."""
    label: str
    """Of the trouble that shows it."""


class ShownMessages:
    """The messages of programs that the content knows. Immutable after it was built."""

    def __init__(self, content: Content) -> None:
        """Keep each by its rarest word: by their first one most would stand at 'server', which members write all the time."""
        known = [(words_of(text), trouble_label(tree.trouble)) for tree in content.trouble.values() for text in tree.error_texts]
        often = Counter(word for words, _ in known for word in words)
        self._by_word: dict[str, list[Shown]] = {}
        for words, label in known:
            rarest = min(words, key=often.__getitem__)
            self._by_word.setdefault(rarest, []).append(Shown(f" {' '.join(words)} ", label))

    def quoted_in(self, words: tuple[str, ...]) -> list[Shown]:
        """Give those that stand in written words, the longest first."""
        found = self._by_word.keys() & words
        if not found:
            return []
        written = f" {' '.join(words)} "
        quoted = [shown for word in found for shown in self._by_word[word] if shown.text in written]
        return sorted(quoted, key=lambda shown: (-len(shown.text), shown))  # one may be a part of another: 'TLS handshake failed'


def own_words(words: tuple[str, ...], quoted: list[Shown]) -> tuple[str, ...]:
    """Give the words of a message that are the member's own."""
    left = f" {' '.join(words)} "
    for shown in quoted:
        left = left.replace(shown.text, " ")
    return tuple(left.split())


def begins_as_reply(words: tuple[str, ...]) -> bool:
    """Tell whether written words begin with the code of a mail server's refusal."""
    return bool(words) and _REPLY_CODE.fullmatch(words[0]) is not None


def opinion_of(shown: Shown, slots: Slots) -> float:
    """Give how surely a sentence that quotes a message is about its trouble."""
    return _LIKELY if _asks_beside(slots, shown.text) else _CERTAIN


def _asks_beside(slots: Slots, quoted: str) -> bool:
    """Tell whether a value is asked for beside a message that is quoted: '… connection refused. Port 25 is in there'."""
    named = [hit for hits in slots.aspects.values() for hit in hits]
    if "server" in slots.aspects and "which" in slots.cues and "what_to_do" not in slots.cues:
        return True  # 'Server nicht gefunden, was muss da stehen?'
    if slots.names_host and "confirm" in slots.cues:
        return True  # 'Server imap.verein.de nicht gefunden, ist der Name falsch?'
    return bool(slots.of("number")) or (slots.sentence.asks and any(f" {hit.words} " not in quoted for hit in named))

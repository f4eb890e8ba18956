"""What understanding takes from the content: words with their meanings, and phrases to learn from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.address import AT_WORDS, SIGNS_SPELLED
from assistant.intent import trouble_label
from assistant.knowledge.models.base import Phrases
from assistant.knowledge.models.vocabulary import SlotWords, Vocabulary
from assistant.understanding.small_words import SmallWords
from assistant.understanding.text import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.knowledge.models.content import Content
    from assistant.understanding.phrase_tree import Meaning

TALK = "none"
"""The label of what is none of our business."""
_STEERING = ("start", "next", "back", "cancel", "repeat")
_TURNING = ("next", "back", "cancel")
"""Those of them that mean nothing at all outside a guide."""
_SHORT = 3
"""Words of a phrase that says nothing more than where to go."""
_NO_MEANING = frozenset({"common", "function_words", "fillers", *SmallWords._fields, AT_WORDS, *SIGNS_SPELLED})


def entries(content: Content) -> Iterator[tuple[Meaning, str]]:
    """Give every word or short phrase that means something, with its meaning."""
    vocabulary = content.vocabulary
    for kind in ("subject", "direction", "aspect", "topic", "cue"):
        for value, phrases in getattr(vocabulary, kind).root.items():
            if value not in _NO_MEANING:
                for phrase in phrases.all():
                    yield (kind, value), phrase
    for number, direction in vocabulary.numbers.items():
        yield ("number", direction), number
    for guide in content.guides.values():
        for phrase in guide.words.all():
            yield ("program", guide.program), phrase


def fillers(content: Content) -> tuple[str, ...]:
    """Give the words that may stand between those of a phrase without changing what it means."""
    return content.vocabulary.cue.phrases("fillers")


def variants(content: Content) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Give forms of words, or of two words, as dialects and haste write them, and the words that each is read as."""
    forms = content.vocabulary.variants.root.items()
    return {words_of(form): words_of(word) for word, phrases in forms for form in phrases.all()}


def without_learned(content: Content) -> Content:
    """Give a content without what is read only once, a megabyte: examples, and words that are looked for by other parts."""
    no, none, words = SlotWords({}), Phrases({}), content.vocabulary
    kept = Vocabulary(
        subject=words.subject, direction=no, aspect=no, topic=no, cue=no, numbers=words.numbers, examples=no, typed=no
    )
    return replace(
        content,
        topics={name: replace(topic, examples=none) for name, topic in content.topics.items()},
        trouble={name: replace(tree, examples=none, error_texts=()) for name, tree in content.trouble.items()},
        vocabulary=kept,
    )


def real_words(content: Content) -> Iterator[str]:
    """Give everyday words that must not be taken for slips of ours: the listed ones, and all that the content itself writes."""
    for name in sorted(_NO_MEANING):
        yield from content.vocabulary.cue.phrases(name)
    yield content.club.domain.rpartition(".")[0].replace("-", " ").replace(".", " ")  # 'schoenau' is no slip of 'schoenes'
    for examples in phrases(content).values():
        yield from examples
    for topic in content.topics.values():
        for text in (topic.answer.any, topic.answer.imap, topic.answer.pop3):
            yield from text.root.values() if text else ()


def phrases(content: Content) -> dict[str, list[str]]:
    """Give what the classifier learns: how members ask for each topic, value and trouble, and what else is talked about."""
    found = {topic.topic: list(topic.examples.all()) for topic in content.topics.values() if not topic.by_words}
    found |= {label: list(examples.all()) for label, examples in content.vocabulary.examples.root.items()}
    found |= {trouble_label(tree.trouble): list(tree.examples.all()) for tree in content.trouble.values()}
    return found | {TALK: [*found.get(TALK, ()), *content.vocabulary.talk.all(), *_said_in_guides(content)]}


def steering(content: Content) -> frozenset[str]:
    """Give what turns the pages of a guide, folded: 'zurück'."""
    return frozenset(" ".join(words_of(phrase)) for intent in _TURNING for phrase in content.vocabulary.typed.phrases(intent))


def _said_in_guides(content: Content) -> Iterator[str]:
    """Give the short words that steer a guide: outside one they ask for nothing."""
    for intent in _STEERING:
        for phrase in content.vocabulary.typed.phrases(intent):
            if 0 < len(words_of(phrase)) <= _SHORT:
                yield phrase

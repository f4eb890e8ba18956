"""Finds forms of words in the vocabulary that cannot be read as the word they stand with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.text import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.models.vocabulary import Vocabulary
    from assistant.knowledge.yaml_reader import Document


def check_variants(vocabulary: Vocabulary | None, documents: Mapping[str, Document]) -> list[Mistake]:
    """Find forms that stand with two words, are a word that has forms itself, or have more or fewer words than it.

    Args:
        vocabulary: None where it is broken.
        documents: All files.
    """
    if vocabulary is None or not vocabulary.variants.root:
        return []
    document = next(found for file, found in documents.items() if file.startswith("vocabulary/") and "variants" in found.data)
    return list(_wrong(vocabulary, document))


def _wrong(vocabulary: Vocabulary, document: Document) -> Iterator[Mistake]:
    variants = vocabulary.variants.root
    words = {words_of(word) for word in variants}
    stands_with: dict[tuple[str, ...], str] = {}
    for word, phrases in variants.items():
        for language, forms in phrases.root.items():
            for index, form in enumerate(forms):
                place = ("variants", word, language, index)
                read = words_of(form)  # as a message is read: 'ein-gang' is two words
                other = stands_with.setdefault(read, word)
                if other != word:
                    yield document.mistake(place, f"`{form}` stands with `{other}` as well.", "Delete one of the two.")
                elif read in words:
                    yield document.mistake(place, f"`{form}` has forms itself.", "Delete it here.")
                elif len(read) != len(words_of(word)):
                    yield document.mistake(
                        place, f"`{form}` and `{word}` have not as many words.", "One word stands for one, two stand for two."
                    )

"""Checks every text of the content: all languages there, references known, markup sound, not too long."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.knowledge import references
from assistant.knowledge.markup import markup_mistakes
from assistant.knowledge.mistakes import Mistake, did_you_mean
from assistant.knowledge.models.content import Content

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from assistant.knowledge.yaml_reader import DataPath, Document

FREE_SLOTS_IN = "words/"
"""Folder whose texts have slots of their own, filled by the code."""
_RELATIVE_IN = ("guides/", "trouble/")
"""Folders whose texts may leave out the protocol in front of a reference."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LONGEST = 3000


@dataclass(frozen=True)
class TextRules:
    """What the texts of a content must keep to."""

    languages: tuple[str, ...]
    """Every text must be there in these."""
    partial_languages: tuple[str, ...] = ()
    """Texts may be there in these."""
    references: frozenset[str] | None = None
    """What `{…}` may name; None: anything."""
    relative: frozenset[str] = frozenset()
    """What it may name in guides and troubles, too."""
    free_slots: bool = False
    """Names without a point are the code's: `{name}`."""
    may_have_others: bool = False
    """Whether texts may be there in any other language, too: club.yaml, which names them, is broken."""


def rules_for(parts: Mapping[str, Any], documents: Mapping[str, Document]) -> TextRules | None:
    """Give what texts must keep to.

    Args:
        parts: The content by the names of its fields; None for a part that is broken.
        documents: All files.

    Returns:
        The rules; None where even the languages are not known.
    """
    club = parts["club"]
    if club is None:
        data = documents["club.yaml"].data
        languages = data.get("languages") if isinstance(data, dict) else None
        is_usable = isinstance(languages, list) and all(
            isinstance(language, str) and _LANGUAGE.fullmatch(language) for language in languages
        )
        return TextRules(tuple(languages), may_have_others=True) if languages and is_usable else None
    rules = TextRules(club.languages, club.partial_languages)
    if any(parts[name] is None for name in ("settings", "statements", "words")):
        return rules
    content, language = Content(**parts), club.languages[0]
    known = frozenset(references.values(content, language))
    of_protocols = (references.protocol_values(content, key, language) for key in content.settings.protocols)
    relative = frozenset(name for values in of_protocols for name in values)
    relative |= {"protocol.name", "protocol.caution", "protocol.warning"}
    return TextRules(club.languages, club.partial_languages, known, relative)


def check_texts(documents: Mapping[str, Document], rules: TextRules, translated: Collection[str] = ()) -> list[Mistake]:
    """Check every text of every file, also in files that are broken elsewhere.

    Args:
        documents: All files.
        rules: What the texts must keep to.
        translated: Languages of which there are files of translations, whatever is in them.
    """
    possible = rules.languages + rules.partial_languages
    found = [(file, path, text) for file, document in documents.items() for path, text in texts_in(document.data, possible)]
    unwritten = _unwritten(documents, [text for _, _, text in found], rules)
    written = tuple(language for language in rules.languages if language not in unwritten)
    partial = {language: index for index, language in enumerate(rules.partial_languages) if language not in translated}
    rules = replace(rules, languages=written, partial_languages=(*rules.partial_languages, *unwritten))
    told = (mistake for file, path, text in found for mistake in _check(documents[file], path, text, _for_file(file, rules)))
    return [*unwritten.values(), *_promised(documents, [text for _, _, text in found], partial), *told]


def _unwritten(documents: Mapping[str, Document], texts: Sequence[Mapping[str, str]], rules: TextRules) -> dict[str, Mistake]:
    """Give the languages that most texts lack, each with what is told once for all of them: it is club.yaml that promises it."""
    club = documents.get("club.yaml")
    if club is None:
        return {}
    lacking = {language: sum(not text.get(language) for text in texts) for language in rules.languages}
    return {
        language: club.mistake(
            ("languages", index),
            f"{lacking[language]} of {len(texts)} texts are missing in `{language}`.",
            f"As long as they are being translated it stands in `partial_languages`, its texts in languages/{language}/.",
        )
        for index, language in enumerate(rules.languages)
        if lacking[language] > len(texts) / 2
    }


def _promised(
    documents: Mapping[str, Document], texts: Sequence[Mapping[str, str]], partial: Mapping[str, int]
) -> Iterator[Mistake]:
    """Find the languages in which there is nothing at all: most likely their folder went, and nobody is understood in them."""
    club = documents.get("club.yaml")
    for language, index in partial.items():
        if club is not None and texts and not any(text.get(language) for text in texts):
            remedy = f"Bring back languages/{language}/, or delete `{language}` here and questions/{language}.yaml."
            yield club.mistake(("partial_languages", index), f"There is no text in `{language}`.", remedy)


def _for_file(file: str, rules: TextRules) -> TextRules:
    if rules.references is None:
        return rules
    if file.startswith(FREE_SLOTS_IN):
        return replace(rules, free_slots=True)
    return replace(rules, references=rules.references | rules.relative) if file.startswith(_RELATIVE_IN) else rules


def _check(document: Document, path: DataPath, text: Mapping[str, str], rules: TextRules) -> Iterator[Mistake]:
    possible = rules.languages + rules.partial_languages
    for language in rules.languages:
        if not text.get(language):
            what = f"The text in `{language}` is missing."
            yield document.mistake((*path, language), what, f"Add a line `{language}: …` beside the others.")
    for language, written in text.items():
        where = (*path, language)
        if language not in possible and not rules.may_have_others:
            remedy = f"Languages of this content: {', '.join(possible)} (club.yaml)."
            yield document.mistake(where, f"`{language}` is not a language of this content.", remedy)
        for what, remedy, near in markup_mistakes(written):
            yield document.mistake(where, what, remedy, near)
        if len(written) > _LONGEST:
            remedy = "At most 3,000 fit into one message with room to spare: shorten it, or part it into two."
            yield document.mistake(where, f"The text has {len(written)} characters.", remedy)
        if rules.references is not None:
            for name in references.unknown_in(written, dict.fromkeys(rules.references, "")):
                if rules.free_slots and "." not in name:
                    continue
                remedy = did_you_mean(name, rules.references)
                yield document.mistake(where, f"`{{{name}}}` leads nowhere.", remedy, f"{{{name}}}")


def texts_in(data: Any, languages: Collection[str], path: DataPath = ()) -> Iterator[tuple[DataPath, dict[str, str]]]:
    """Give every text below some data with its place: whatever is written once for each of the languages."""
    if isinstance(data, dict):
        is_text = all(isinstance(text, str) and _LANGUAGE.fullmatch(key) for key, text in data.items())
        if is_text and not data.keys().isdisjoint(languages):
            yield path, data
            return
        for key, value in data.items():
            yield from texts_in(value, languages, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts_in(value, languages, (*path, index))

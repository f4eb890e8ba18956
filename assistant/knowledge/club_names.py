"""The club's names where others need them: `{club} adresse` in the vocabulary, `{club.domain}` in what a member enters."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from assistant.knowledge.models.base import Phrases, Text
from assistant.knowledge.models.vocabulary import SlotWords, Vocabulary

if TYPE_CHECKING:
    from assistant.knowledge.models.club import Club, Settings

_ANY, _SHORT = "{club}", "{club.short_name}"


def with_club_names(vocabulary: Vocabulary, club: Club) -> Vocabulary:
    """Give the vocabulary with the club's names in place; phrases that need one go where the club has none."""
    changed: dict[str, Any] = {}
    for name in (one.name for one in fields(vocabulary)):
        words = getattr(vocabulary, name)
        if isinstance(words, SlotWords):
            changed[name] = SlotWords({value: _named(phrases, club) for value, phrases in words.root.items()})
    return replace(vocabulary, **changed)


def _named(phrases: Phrases, club: Club) -> Phrases:
    return Phrases(
        {language: tuple(one for phrase in all_of for one in _all(phrase, club)) for language, all_of in phrases.root.items()}
    )


def _all(phrase: str, club: Club) -> tuple[str, ...]:
    phrase = phrase.replace(_SHORT, club.short_name.lower())
    return tuple(phrase.replace(_ANY, name) for name in club.called) if _ANY in phrase else (phrase,)


def settings_with_club(settings: Settings, club: Club) -> Settings:
    """Give the settings with `{club.name}`, `{club.short_name}` and `{club.domain}` filled in what a member enters."""
    names = {"{club.name}": club.name, "{club.short_name}": club.short_name, "{club.domain}": club.domain}
    account = settings.account
    texts = {one.name: _filled(getattr(account, one.name), names) for one in fields(account)}
    return replace(settings, account=replace(account, **texts))


def _filled(text: Text, names: dict[str, str]) -> Text:
    filled = dict(text.root)
    for reference, name in names.items():
        filled = {language: written.replace(reference, name) for language, written in filled.items()}
    return Text(filled)


def as_members_say(data: Any, club: Club, settings: Settings) -> Any:
    """Give the data of a file of questions with `{club}` as members call the club, `{club.domain}` and `{imap.incoming.port}`."""
    said = {_ANY: club.called[0] if club.called else club.short_name.lower(), "{club.domain}": club.domain}
    for key, protocol in settings.protocols.items():
        said[f"{{{key}.incoming.port}}"] = str(protocol.incoming.port)
        said[f"{{{key}.outgoing.port}}"] = str(protocol.outgoing.port)
    return _said(data, said)


def _said(data: Any, said: dict[str, str]) -> Any:
    if isinstance(data, dict):
        return {key: _said(value, said) for key, value in data.items()}
    if isinstance(data, list):
        return [_said(entry, said) for entry in data]
    if isinstance(data, str) and "{" in data:
        for reference, name in said.items():
            data = data.replace(reference, name)
    return data

"""Loads what only parts of the bot read: pictures, the words of the password guard and of the live check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.content_file import load_file
from assistant.knowledge.loaded import ContentError
from assistant.knowledge.mistake_words import MistakeTeller, MistakeWords
from assistant.live_check import LiveCheckWords
from assistant.password_guard import PasswordGuard, PasswordWords
from assistant.pictures import CAPTIONS, Captions, Pictures

if TYPE_CHECKING:
    from pathlib import Path


def load_extras(content_dir: Path) -> tuple[Pictures, PasswordGuard, LiveCheckWords]:
    """Load what only parts of the bot read.

    Raises:
        ContentError: one of the files has mistakes.
    """
    guard = PasswordGuard(load_file(content_dir, "passwords.yaml", PasswordWords))
    pictures = Pictures(content_dir, load_file(content_dir, CAPTIONS, Captions))
    return pictures, guard, load_file(content_dir, "live_check.yaml", LiveCheckWords)


def mistake_teller(content_dir: Path, language: str) -> MistakeTeller:
    """Give what tells mistakes in a language; where its sentences are broken or missing, they are told in English."""
    return MistakeTeller(_mistake_words(content_dir), language)


def mistake_tellers(content_dir: Path) -> dict[str, MistakeTeller]:
    """Give what tells mistakes in each language there are sentences in; none where they are broken or missing."""
    words = _mistake_words(content_dir)
    languages = sorted({language for one in words.sentences for language in one.root})
    return {language: MistakeTeller(words, language) for language in languages}


def _mistake_words(content_dir: Path) -> MistakeWords:
    try:
        return load_file(content_dir, "mistakes.yaml", MistakeWords)
    except ContentError:
        return MistakeWords()

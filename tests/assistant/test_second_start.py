"""The second start is quick: nothing is trained that was trained before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.guides import TypedWords
from assistant.topics import classifier

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from assistant.knowledge.models.content import Content


def test_what_was_trained_once_is_found_again(content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Assistant(content, tmp_path)
    TypedWords(content, tmp_path / "typed")

    def train(*_: object, **__: object) -> None:
        raise AssertionError("trained again")

    monkeypatch.setattr(classifier, "train", train)
    assert Assistant(content, tmp_path).ask("welcher port für imap?").answered
    TypedWords(content, tmp_path / "typed")

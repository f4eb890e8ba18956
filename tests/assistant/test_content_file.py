"""Mistakes in the content's lesser files are told with file, line and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.content_file import load_file
from assistant.knowledge.loaded import ContentError
from assistant.pictures import Captions

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: {de: x}\nBad Name: {de: x}\n", "captions.yaml:2:1:"),
        ("a: {de: x}\nb: x\n", "captions.yaml:2:1:"),
        ("a: {de: x}\na: {de: y}\n", "captions.yaml:2:1:"),
        ("a: [\n", "captions.yaml:2:1:"),
    ],
)
def test_mistakes_have_their_place(tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / "captions.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load_file(tmp_path, "captions.yaml", Captions)
    assert str(raised.value).startswith(place)


def test_a_missing_file_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"captions\.yaml: The file is missing"):
        load_file(tmp_path, "captions.yaml", Captions)

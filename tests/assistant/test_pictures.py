"""The pictures of the content: drawn in every language, and all that topics name are there."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from assistant.content_file import load_file
from assistant.pictures import CAPTIONS, Captions, Pictures

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.knowledge.models.content import Content

FOLDER = Path(__file__).parents[2] / "content"
PICTURES = Pictures(FOLDER, load_file(FOLDER, CAPTIONS, Captions))


def test_every_picture_of_a_topic_is_drawn_in_every_language(content: Content) -> None:
    named = {topic.picture for topic in content.topics.values() if topic.picture}
    assert named
    for name in named:
        for language in content.languages:
            picture = PICTURES.get(name, language)
            assert picture is not None
            assert picture.file.name == f"{name}.{language}.png"
            assert 40 < len(picture.caption) < 1024


@pytest.mark.parametrize("file", sorted((FOLDER / "pictures").glob("*.svg")), ids=lambda file: str(file.name))
def test_pictures_are_square_sharp_small_and_hold_nothing_foreign(file: Path) -> None:
    png = file.with_suffix(".png").read_bytes()
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (1280, 1280)
    assert len(png) < 300_000
    root = ET.parse(file).getroot()  # noqa: S314 - our own file
    assert root.attrib["viewBox"] == "0 0 1280 1280"
    assert all(value.startswith("#") for element in root.iter() for key, value in element.attrib.items() if "href" in key)


def test_other_languages_get_the_first_one() -> None:
    picture = PICTURES.get("pop3-imap", "it")
    assert picture is not None
    assert picture.file.name == "pop3-imap.de.png"
    assert PICTURES.get("nothing", "de") is None


def test_a_picture_that_nobody_has_drawn_is_none(tmp_path: Path) -> None:
    captions = load_file(FOLDER, CAPTIONS, Captions)
    (name, *_) = captions.root
    assert Pictures(tmp_path, captions).get(name, "de") is None
    assert PICTURES.get("nothing", "de") is None


def test_the_comparison_has_its_picture_but_not_what_one_protocol_is(assistant: Assistant) -> None:
    compared, told = (assistant.ask(text).answer for text in ("Was ist der Unterschied zwischen IMAP und POP3?", "Was ist IMAP?"))
    assert compared is not None
    assert told is not None
    assert (compared.picture, told.picture) == ("pop3-imap", "")

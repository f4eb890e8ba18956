"""The webmaster sets a port that is in no list: members can ask whether it is right."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Assistant
from assistant.knowledge.load import load_content
from tests.assistant.conftest import CONTENT_FOLDER
from tests.assistant.talking import said

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The bot of a club with ports of its own."""
    folder: Path = tmp_path_factory.mktemp("ports") / "content"
    shutil.copytree(CONTENT_FOLDER, folder)
    text = (folder / "settings.yaml").read_text("utf-8")
    text = text.replace("port: 993", "port: 994").replace("port: 587", "port: 8465")
    (folder / "settings.yaml").write_text(text, "utf-8")
    return Assistant(load_content(folder))


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("Ist der Port 994?", "Ja, das stimmt. Port 994 – IMAP, zum Empfangen (Posteingang)"),
        ("is the port 994?", "Yes, that is right. Port 994 – IMAP, for receiving (incoming)"),
        ("ist port 8465?", "Ja, das stimmt. Port 8465 – IMAP, zum Senden (Postausgang)"),
        ("Stimmt 994?", "Ja, das stimmt. Port 994 – IMAP, zum Empfangen"),
        ("Stimmt 8465 zum Senden mit IMAP?", "Ja, das stimmt. Port 8465"),
        ("Stimmt 993?", "Nein"),
    ],
)
def test_a_port_of_the_settings_is_recognised(moved: Assistant, asked: str, begins: str) -> None:
    assert said(moved, asked).startswith(begins)

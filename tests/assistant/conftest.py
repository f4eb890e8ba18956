"""The project's own content, loaded once for all tests of the core."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Assistant
from assistant.knowledge.load import load_content

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content

CONTENT_FOLDER = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def content() -> Content:
    return load_content(CONTENT_FOLDER)


@pytest.fixture(scope="session")
def assistant(content: Content) -> Assistant:
    return Assistant(content)

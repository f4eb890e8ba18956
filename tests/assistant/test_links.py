"""A link is no claim: the page it leads to names no server of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.understanding.text import words_of

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("https://verein.example/hilfe/imap.html", ("https:", "verein.example")),
        ("imap.verein.example", ("imap.verein.example",)),
    ],
)
def test_of_a_link_only_the_host_is_read(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words_of(" ".join(words))


def test_a_mere_link_is_not_contradicted(assistant: Assistant) -> None:
    answer = assistant.ask("https://verein.example/imap.html").answer
    assert answer is not None
    assert "Nein" not in answer.plain

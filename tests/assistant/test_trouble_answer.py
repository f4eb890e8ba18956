"""The answer to a plain question about a trouble: what helps most often, then the button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.intent import Intent
from assistant.trouble import START_TREE

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_SHORT = 600


@pytest.mark.parametrize(
    ("says", "helps"),
    [
        ("quota exceeded, how do i fix that", "delete the biggest emails"),
        ("Senden klappt nicht, bleibt alles im Postausgang", "587"),
        ("warnung zum zertifikat", "c9.webspace-verkauf.de"),
        ("er lehnt mein Passwort immer ab", "Benutzernamen"),
    ],
)
def test_it_says_what_helps_most_often_before_the_button(assistant: Assistant, says: str, helps: str) -> None:
    answer = assistant.ask(says).answer
    assert answer is not None
    assert helps in answer.plain
    assert answer.actions


def test_every_trouble_has_first_aid_that_is_short(assistant: Assistant) -> None:
    troubles = assistant.content.trouble.keys() - {START_TREE}
    answers = [
        assistant.answer(Intent(topic=f"trouble:{name}"), language) for name in troubles for language in ("de", "en", "fr")
    ]
    assert all(answer and len(answer.lines) == 3 and len(answer.plain) < _SHORT for answer in answers)

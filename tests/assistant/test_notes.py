"""Which paragraphs of a text stand apart."""

from __future__ import annotations

import pytest

from assistant.notes import is_caution, is_hint, is_note


@pytest.mark.parametrize(
    ("paragraph", "warns", "hints"),
    [
        ("⚠️ Hier ist POP3 nicht verschlüsselt.", True, False),
        ("💡 Auf dem Handy heißt das Feld anders.", False, True),
        ("ℹ️ Das steht so in der Anleitung.", False, True),
        ("Tipp auf „Weiter“, dann kommt ⚠️.", False, False),
        ("", False, False),
    ],
)
def test_a_sign_at_the_beginning_makes_a_note(paragraph: str, *, warns: bool, hints: bool) -> None:
    assert is_caution(paragraph) is warns
    assert is_hint(paragraph) is hints
    assert is_note(paragraph) is (warns or hints)

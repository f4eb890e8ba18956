"""Values that members name, and whether they hear that these are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("ist 143 richtig für imap?", "Nein"),
        ("ist 993 richtig beim imap eingang?", "Ja"),
        ("imap.kolping-schoenau.de?", "Nein"),
        ("heißt der server kolping-schoenau.de?", "Nein"),
        ("heißt der Server wirklich c9.webspace-verkauf.de?", "Ja"),
        ("Ist c9.webspace-verkauf.de der richtige Server?", "Ja"),
        ("is C9.webspace-verkauf.de the right server?", "Yes"),
        ("465 oder 587 beim senden?", "Ports zum Senden"),
        ("im Postausgang steht 578, ein Zahlendreher? imap", "Nein"),
    ],
)
def test_a_named_value_is_confirmed_or_corrected(assistant: Assistant, says: str, begins: str) -> None:
    answer = assistant.ask(says).answer
    assert answer is not None
    assert answer.plain.startswith(begins)
    assert "143" not in answer.plain


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("hans.mueller@kolping-schoenau.de als Benutzername, richtig?", "Ja"),
        ("hans.mueller@gmx.de als Benutzername, richtig?", "Nein"),
        ("Mein Benutzername ist Hans Müller, stimmt das?", "Nein"),
        ("is my username my first name, right?", "No"),
        ("Stimmt es, dass die Adresse auch der Benutzername ist?", "Dein Benutzername"),
    ],
)
def test_a_user_name_is_confirmed_or_corrected(assistant: Assistant, says: str, begins: str) -> None:
    answer = assistant.ask(says).answer
    assert answer is not None
    assert answer.plain.startswith(begins)

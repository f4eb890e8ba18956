"""An account is removed only when its mails have moved; mails that are gone with one are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("says", "topic"),
    [
        ("Kann ich das alte POP-Konto löschen?", "old_account"),
        ("When can I remove my old account?", "old_account"),
        ("Ich hab das Konto gelöscht, sind die Mails jetzt weg?", "trouble:vanished"),
        ("Wie lösche ich Mails im POP-Konto?", "deleting"),
    ],
)
def test_what_goes_the_account_or_its_mails(assistant: Assistant, says: str, topic: str) -> None:
    assert assistant.ask(says).intents[0].topic == topic

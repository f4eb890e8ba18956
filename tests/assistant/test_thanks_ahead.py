"""Thanks in a group: said in advance they end a question, said afterwards they end the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "asks",
    [
        "imap port bitte, danke",
        "Welcher Port ist das bei POP3? Vielen Dank im Voraus, Alfons",
        "Meine Tochter fragt nach den Ports für IMAP, Eingang und Ausgang. Danke! Eure Gertrud",
        "Wia hoast da Server fürn Postausgang? Dankschön",
        "outgoing server please, many thanks",
    ],
)
def test_thanks_in_advance_leave_a_question_a_question(assistant: Assistant, asks: str) -> None:
    assert assistant.ask(asks, addressed=False).answer is not None


@pytest.mark.parametrize(
    "says",
    [
        "Das mit dem Port war's, danke Gerd, jetzt geht's",
        "danke für den Port, hat geklappt",
        "Die IMAP-Einstellungen brauche ich nicht mehr, danke",
        "ok, Port 993 also, danke dir",
        "it was the outgoing port, thanks Pete",
    ],
)
def test_thanks_for_what_was_told_are_left_alone(assistant: Assistant, says: str) -> None:
    assert assistant.ask(says, addressed=False).answer is None


def test_what_others_use_is_asked_of_them(assistant: Assistant) -> None:
    assert assistant.ask("Lukas, welches Mailprogramm hast du am Handy?", addressed=False).answer is None
    assert assistant.ask("Welches Mailprogramm empfehlt ihr für IMAP?", addressed=False).answer is not None


def test_a_word_of_other_subjects_inside_of_ours_does_not_count(assistant: Assistant) -> None:
    assert assistant.ask("imap ohne wlan im zeltlager, kann man da mails lesen", addressed=False).answer is not None
    assert assistant.ask("wer liest die Mails, das WLAN im Zeltlager geht nicht", addressed=False).answer is None

"""Members who ask for the values of a mailbox elsewhere: the club's values would be wrong there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_ELSEWHERE = "Von Postfächern bei anderen Anbietern weiß ich nichts"


@pytest.mark.parametrize(
    "says",
    [
        "Wie heißt der Posteingangsserver von GMX?",
        "imap server t-online",
        "Freenet IMAP Server?",
        "Welche Ports nimmt man bei der Telekom Mail?",
        "Hab bei web.de eine private Adresse, welcher Postausgangsserver?",
        "mein gmx-konto einrichten, wie geht das?",
        "smtp server 1&1?",
    ],
)
def test_other_mailbox(assistant: Assistant, says: str) -> None:
    """They hear that we know nothing of it before they hear ours; in a group the bot is silent."""
    assert said(assistant, says).startswith(_ELSEWHERE)
    assert assistant.ask(says, addressed=False).answer is None


@pytest.mark.parametrize(
    "says",
    [
        "Im Feld steht noch der Server von T-Online, was gehört da hin?",
        "Welcher Port für die Vereinsmail? Sonst hab ich GMX.",
        "Ich bin bei Vodafone, welcher Port zum Senden mit IMAP?",
        "Welchen Server statt dem von GMX?",
        "Welchen Server trage ich in der GMX App ein?",
        "Habt ihr auch den Server wie GMX?",
    ],
)
def test_ours_beside_it(assistant: Assistant, says: str) -> None:
    """Who names another provider and asks for ours hears ours."""
    assert _ELSEWHERE not in said(assistant, says)


def test_in_english(assistant: Assistant) -> None:
    """The same in English."""
    assert said(assistant, "what is the imap server for yahoo mail?").startswith("I know nothing of mailboxes with other")


def test_trouble_elsewhere(assistant: Assistant) -> None:
    """In a group nothing is said of what happens elsewhere; in private they hear of whom to ask."""
    says = "somebody broke into my T-Online mailbox, how do I get a new password?"
    assert assistant.ask(says, addressed=False).answer is None
    assert said(assistant, says).startswith("I know nothing of mailboxes with other providers")
    assert assistant.ask("darf ich mein privates GMX als Benutzername nehmen?", addressed=False).answer

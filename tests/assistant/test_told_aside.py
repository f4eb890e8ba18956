"""What somebody says beside the question is no question: who they are, what they know, what they were given, examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        (["POP user here, got the in port, what's the out one"], "Port 25 – POP3"),
        (["imap user, i have the incoming port, what is the outgoing one"], "Port 587 – IMAP"),
        (["I have the out port, what's the in one? pop"], "Port 110 – POP3"),
        (["POP Nutzer, Eingangsport hab ich, was ist der vom Ausgang"], "Port 25 – POP3"),
        (["Outlook user, got the incoming port done, what's the outgoing"], "Ports for sending"),
        (["Wo stehen die Daten für die Vereinsmail, Server, Port usw.?"], "Alle Einstellungen"),
        (["I need servers, ports, all that sort of thing"], "All settings"),
        (["Hab grad eine Vereinsadresse bekommen, was muss ich tun damit ich die aufs Handy bekomm?"], "Gern, ich führe dich"),
        (["I got a club email address now, what do I do to have it on my tablet?"], "Sure, I will walk you through"),
        (["was muss ich machen um die Adresse zu ändern"], "Deine E-Mail-Adresse"),
        (["My mailbox is full", "could pop3 keep them on the server as well?"], "With POP3 emails stay on the server if"),
    ],
)
def test_what_is_told_aside_is_not_asked(assistant: Assistant, turns: list[str], begins: str) -> None:
    assert said(assistant, *turns).startswith(begins)

"""What is asked of the server's name: a part left out, the hyphen in it, and whether it is another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        (["passt webspace-verkauf.de ohne das c9 vorne?"], "Nein"),
        (["goht webspace-verkauf.de ohne c9 au als Server?"], "Nein"),
        (["is webspace-verkauf.de without c9 fine as the server?"], "No"),
        (["Wie heißt der Server?", "mit Strich dazwischen?"], "Ja"),
        (["Servername bitte", "ohne Bindestrich?"], "Nein"),
        (["what is the mail server?", "with a hyphen in it?"], "Yes"),
        (["Ist der Server beim Ausgang ein anderer?"], "Nein, es ist derselbe."),
        (["port for imap outgoing?", "does the server name differ?"], "No, it is the same one."),
    ],
)
def test_what_is_asked_of_it_is_answered_first(assistant: Assistant, turns: list[str], begins: str) -> None:
    told = said(assistant, *turns)
    assert told.startswith(begins)
    assert "c9.webspace-verkauf.de" in told

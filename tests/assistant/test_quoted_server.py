"""The messages of programs name the club's own server, which nobody asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_SERVER = "c9.webspace-verkauf.de"


@pytest.mark.parametrize(
    ("says", "trouble"),
    [
        (f"Der Server {_SERVER} reagiert nicht.", "receive"),
        (f"keine Verbindung zu {_SERVER}:993 möglich", "receive"),
        (f"Anmeldung auf Server {_SERVER} fehlgeschlagen", "password"),
        (f"Senden geht nicht: {_SERVER} antwortet nicht", "send"),
        (f'The server "{_SERVER}" is not responding', "receive"),
        ("SSL geht nicht", "receive"),
        ("TLS handshake failed", "certificate"),
        ("mein Benutzername wird nicht akzeptiert", "password"),
    ],
)
def test_what_fails_is_looked_into(assistant: Assistant, says: str, trouble: str) -> None:
    assert assistant.ask(says).intents[0].topic == f"trouble:{trouble}"


@pytest.mark.parametrize("says", [f"ist {_SERVER} richtig? Es geht nicht", f"hab {_SERVER} eingetragen und es geht nicht"])
def test_its_name_is_confirmed_where_it_is_in_question(assistant: Assistant, says: str) -> None:
    assert assistant.ask(says).intents[0].aspect == "server"


@pytest.mark.parametrize("says", ["ah", "ah ok", "oh", "aha"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_word_of_surprise_keeps_the_language(assistant: Assistant, says: str, language: str) -> None:
    assert assistant.ask(says, client_language=language).language == language

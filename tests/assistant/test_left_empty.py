"""Whether a field may stay empty: it never may, and the answer says so before the value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_NO, _YES = "Nein, das Feld muss ausgefüllt sein. ", "Ja, das Feld muss ausgefüllt sein. "
_NO_EN, _YES_EN = "No, the field has to be filled in. ", "Yes, the field has to be filled in. "


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        (["Kann das Serverfeld leer bleiben?"], f"{_NO}Der Server heißt"),
        (["kann der Port für POP Eingang leer bleiben?"], f"{_NO}Port 110"),
        (["darf das Feld Benutzername frei bleiben?"], f"{_NO}Dein Benutzername"),
        (["lass ich das Passwort leer?"], f"{_NO}Bei „Kennwort“"),
        (["Welcher Port für IMAP Eingang?", "und wenn ich das leer lasse?"], f"{_NO}Port 993"),
        (["Welcher Port für IMAP Eingang?", "und bei POP leer lassen?"], f"{_NO}Port 110"),
        (["Was kommt bei Name hin?", "muss da überhaupt was rein?"], f"{_YES}Bei „Ihr Name“"),
        (["ist es falsch, den Port leer zu lassen?"], _YES),
        (["ist es schlimm, wenn ich beim Ausgangsserver nichts reinschreibe?"], _YES),
        (["may the user name be blank?"], "No, you need your user name and password"),
        (["can I just skip the password field?"], "No, you need your user name and password"),
        (["what's the username?", "what if I leave it empty?"], f"{_NO_EN}Your user name"),
        (["do I have to put anything in the port field?"], _YES_EN),
        (["Le champ port peut-il rester vide ?"], "Non, ce champ doit être rempli. Ports"),
    ],
)
def test_a_field_has_to_be_filled_in(assistant: Assistant, turns: list[str], begins: str) -> None:
    assert said(assistant, *turns).startswith(begins)


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        (["the port field is empty, what should I put there?"], "Ports (incoming / outgoing)"),
        (["das Feld Port ist leer was schreibe ich"], "Ports (Eingang / Ausgang)"),
        (["darf die Verschlüsselung leer bleiben"], "Verschlüsselung"),
        (
            ["Welcher Port für IMAP Eingang?", "Räumt POP den Server leer?"],
            "Bei POP3 werden Mails im Regelfall",
        ),
    ],
)
def test_not_all_that_is_empty_is_a_field_to_be_left_so(assistant: Assistant, turns: list[str], begins: str) -> None:
    assert said(assistant, *turns).startswith(begins)

"""What only sounds like something else is not answered with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize("asked", ["nur max.muster oder die ganze Adresse?", "only the part before the @?"])
def test_how_much_of_the_address_is_that_of_the_user_name(assistant: Assistant, asked: str) -> None:
    assert [intent.aspect for intent in assistant.ask(asked).intents] == ["username"]


@pytest.mark.parametrize("asked", ["kannst du mich anrufen", "can you call me", "is there a phone number I can call"])
def test_nobody_is_called(assistant: Assistant, asked: str) -> None:
    assert [intent.topic for intent in assistant.ask(asked).intents] == ["calling"]


def test_how_long_something_lies_is_not_how_long_the_setup_takes(assistant: Assistant) -> None:
    assert "Papierkorb" in said(assistant, "wie lange sind die im Papierkorb")
    assert said(assistant, "wie lange dauert die einrichtung").startswith("Das Einrichten dauert")


@pytest.mark.parametrize("asked", ["was ist ein Doppelpunkt", "was ist ein Semikolon"])
def test_what_has_no_explanation_gets_no_other(assistant: Assistant, asked: str) -> None:
    assert not assistant.ask(asked).answered


@pytest.mark.parametrize("role", ["also Schriftführer KfSB?", "muss ich da Kassiererin schreiben", "ich bin Beisitzer"])
def test_a_role_is_that_of_the_name_field(assistant: Assistant, role: str) -> None:
    assert "Deine Position KfSB" in said(assistant, "was muss ich beim namen eintragen", role)

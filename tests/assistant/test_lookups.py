"""Answers from the settings table: the first line says it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.compose.answers import Answers
from assistant.intent import Intent
from assistant.knowledge.references import fill
from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.knowledge.models.content import Content


def test_names_that_no_longer_exist_take_no_place_among_the_answers_that_are_remembered(content: Content) -> None:
    apart = Answers(content)
    assert apart.answer(Intent(aspect="port"), "de") is apart.answer(Intent(aspect="port"), "de")
    assert apart.answer(Intent(topic="gone"), "de") is None
    assert list(apart._composed) == [(Intent(aspect="port"), "de")]


@pytest.mark.parametrize(
    ("says", "first_line"),
    [
        ("Welche Verschlüsselung?", "Verschlüsselung: IMAP SSL/TLS (Eingang) und STARTTLS (Ausgang), POP3 keine."),
        ("Which encryption?", "Encryption: IMAP SSL/TLS (incoming) and STARTTLS (outgoing), POP3 none."),
        ("Welche Verschlüsselung bei POP3?", "Verschlüsselung für POP3: keine zum Empfangen, keine zum Senden."),
        ("Welche Ports?", "Ports (Eingang / Ausgang): IMAP 993 / 587, POP3 110 / 25."),
    ],
)
def test_the_first_line_of_a_table_can_be_read_aloud(assistant: Assistant, says: str, first_line: str) -> None:
    answer = assistant.ask(says).answer
    assert answer is not None
    assert answer.plain.splitlines()[0] == first_line


def test_how_programs_word_none_stands_below(assistant: Assistant) -> None:
    answer = assistant.ask("Welche Verschlüsselung bei POP3?").answer
    assert answer is not None
    assert "• Posteingang: keine (SSL nicht ausgewählt) – Port 110" in answer.plain
    assert "• Postausgang: keine (Verbindungstyp: keinen) – Port 25" in answer.plain


def test_what_the_port_tells_of_the_encryption_is_not_said_twice(assistant: Assistant) -> None:
    answer = assistant.ask("welcher Port und welche Verschlüsselung beim Senden mit IMAP?").answer
    assert answer is not None
    assert answer.plain.count("STARTTLS") == 1


def test_of_two_buttons_that_look_alike_the_one_that_knows_the_program_stays(assistant: Assistant) -> None:
    answer = assistant.ask("Ist IMAP verschlüsselt? Und wie richte ich das in Gmail ein?").answer
    assert answer is not None
    assert [action.target for action in answer.actions if action.label == "Schritt für Schritt einrichten"] == ["gmail.imap"]


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("alle Einstellungen", "**Alle Einstellungen IMAP (empfohlen)**\n\n• Posteingang: "),
        ("alle Einstellungen für IMAP und POP", "**Alle Einstellungen**\n\n**IMAP (empfohlen)**\n• Posteingang: "),
        ("alle Einstellungen für IMAP", "**Alle Einstellungen IMAP (empfohlen)**\n\n• Posteingang: "),
        ("all settings for POP3", "**All settings POP3**\n\n• Incoming mail: "),
        ("was trage ich bei IMAP ein?", "**Alle Einstellungen IMAP (empfohlen)**\n\n• Posteingang: "),
        ("was trage ich bei IMAP beim Ausgang ein?", "**Postausgang mit IMAP (empfohlen)**\n\n• Postausgang: "),
        ("what do I enter for incoming mail?", "**Incoming mail with IMAP (recommended)**\n\n• Incoming mail: "),
    ],
)
def test_the_table_of_all_settings_has_a_title_and_names_each_protocol_once(assistant: Assistant, says: str, begins: str) -> None:
    answer = assistant.ask(says).answer
    assert answer is not None
    assert "\n\n".join(answer.lines).startswith(begins)


def test_where_no_protocol_is_named_the_other_one_is_a_press_away(assistant: Assistant) -> None:
    answer = assistant.ask("die Serverdaten bitte").answer
    assert answer is not None
    assert "POP3" not in answer.plain
    assert (answer.actions[0].label, answer.actions[0].target) == ("Alle Einstellungen POP3", "settings.pop3.-.-")


def test_the_settings_of_one_direction_are_those_of_no_other(assistant: Assistant) -> None:
    answer = assistant.ask("was muss ich bei POP für den Postausgang eintragen").answer
    assert answer is not None
    assert "Port 25" in answer.plain
    assert "110" not in answer.plain
    assert "587" in answer.caution


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Sie endet auf @{club.domain}.", "Sie endet auf `@verein.example`."),
        ("Schreib an vorstand@{club.domain}!", "Schreib an `vorstand@verein.example`!"),
        ("Hinter dem @ steht {club.domain}.", "Hinter dem @ steht `verein.example`."),
    ],
)
def test_the_at_sign_is_copied_with_the_domain(text: str, shown: str) -> None:
    assert fill(text, {"club.domain": "`verein.example`"}) == shown


def test_what_a_forgotten_name_looked_like_is_no_other_question(assistant: Assistant) -> None:
    for asked in ("Servername bei IMAP, irgendwas mit c und ner Zahl", "wie hieß der Eingangsserver, da war eine Nummer drin"):
        assert "server" in said(assistant, asked).partition(":")[0].lower()
        assert "Port" not in said(assistant, asked)
    assert said(assistant, "welche Zahl gehört bei IMAP hinter den Servernamen?").startswith("Ports für IMAP")

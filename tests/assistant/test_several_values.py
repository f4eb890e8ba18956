"""Several values in one message: each is checked, and the first line says whether all are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant

NOT_ALL, RIGHT, WRONG = "Nein, nicht alles davon stimmt.", "Ja, das stimmt.", "Nein, in der Anleitung steht es anders."
FAILS = "Daran kann es liegen: In der Anleitung steht es anders."
IMAP_IN, IMAP_OUT, POP_IN = "Posteingang mit IMAP", "Postausgang mit IMAP", "Posteingang mit POP3"


@pytest.mark.parametrize(
    ("says", "begins", "right", "wrong"),
    [
        ("Posteingang 993 SSL, Postausgang 465 SSL, passt das so?", NOT_ALL, [IMAP_IN], [IMAP_OUT]),
        ("995 mit ssl und 25 ohne, ist das so richtig?", NOT_ALL, ["Postausgang mit POP3"], [POP_IN]),
        ("hab 993 mit SSL und 587 mit STARTTLS genommen", RIGHT, [IMAP_IN, IMAP_OUT], []),
        ("Ist 993 mit SSL korrekt und 587 mit STARTTLS auch?", RIGHT, [IMAP_IN, IMAP_OUT], []),
        ("im eingang 143 mit starttls, im ausgang 587 mit starttls", NOT_ALL, [IMAP_OUT], [IMAP_IN]),
        ("IMAP 993 und POP 995, stimmt das?", NOT_ALL, [IMAP_IN], [POP_IN]),
        ("pop3: 110 ohne ssl und 25 ohne ssl, richtig?", RIGHT, [POP_IN, "Postausgang mit POP3"], []),
        ("ich benutze 110 mit SSL", WRONG, [], [POP_IN]),
        ("Eingang SSL und Ausgang SSL bei IMAP, stimmt das?", NOT_ALL, [IMAP_IN], [IMAP_OUT]),
        ("imap, c9.webspace-verkauf.de, 143", NOT_ALL, ["Server"], [IMAP_IN]),
        ("smtp.kolping-schoenau.de 587", NOT_ALL, [IMAP_OUT], ["Server"]),
        ("Kontotyp IMAP, Server c9.webspace-verkauf.de, Port 993, SSL – stimmt alles?", RIGHT, [IMAP_IN, "Server"], []),
        ("Kontotyp IMAP / Eingang 993 / Ausgang 25 / SSL, bitte prüfen", NOT_ALL, [IMAP_IN], [IMAP_OUT]),
        ("imap993 und smtp587?", RIGHT, [IMAP_IN, IMAP_OUT], []),
        ("imap: Eingang port993, Ausgang port587?", RIGHT, [IMAP_IN, IMAP_OUT], []),
        ("993 und 587 bei imap, stimmt das?", RIGHT, [IMAP_IN, IMAP_OUT], []),
        ("pop3 mit 110 und zum senden 587 mit starttls, richtig?", RIGHT, [POP_IN, "Postausgang mit POP3"], []),
        ("IMAP, oben SSL und unten STARTTLS, stimmt das?", RIGHT, [IMAP_IN, IMAP_OUT], []),
        ("imap: oben starttls, unten ssl. ist das in ordnung?", WRONG, [], [IMAP_IN, IMAP_OUT]),
    ],
)
def test_each_of_several_values_is_checked(
    assistant: Assistant, says: str, begins: str, right: list[str], wrong: list[str]
) -> None:
    first, checks = said(assistant, says).split("\n\n")[:2]
    assert first == begins
    told = {line[2:].partition(":")[0]: line for line in checks.split("\n")}
    assert {
        what for what, line in told.items() if line.startswith("✓") and (": richtig (" in line or ": geht auch (" in line)
    } == set(right)
    assert {what for what, line in told.items() if line.startswith("✗") and "falsch – " in line} == set(wrong)
    assert told.keys() == {*right, *wrong}


@pytest.mark.parametrize(
    ("says", "wrong", "right"),
    [
        ("993 mit STARTTLS, da kommt nichts an", [IMAP_IN], []),
        ("warum geht 587 mit SSL nicht?", [IMAP_OUT], []),
        ("mit 110 und SSL kommen keine Mails", [POP_IN], []),
        ("Eingang 993 und Ausgang 465, Senden klappt ned", [IMAP_OUT], [IMAP_IN]),
        ("Ein- und Ausgang 993, es geht nix raus", [IMAP_OUT], [IMAP_IN]),
        ("am Eingang und am Ausgang steht 993, es geht nix raus", [IMAP_OUT], [IMAP_IN]),
        ("beide Ports auf 587, empfangen geht nicht", [IMAP_IN], [IMAP_OUT]),
        ("Server imap.kolping-schoenau.de, Port 993, geht nicht", ["Server"], [IMAP_IN]),
        ("Port 587, Benutzername schriftführer, Senden geht nicht", ["Benutzername"], [IMAP_OUT]),
        ("Benutzername hans@gmx.de, Port 993, geht nicht", ["Benutzername"], [IMAP_IN]),
    ],
)
def test_where_it_fails_what_is_wrong_comes_first(assistant: Assistant, says: str, wrong: list[str], right: list[str]) -> None:
    first, checks = said(assistant, says).split("\n\n")[:2]
    assert first == FAILS
    lines = [line for line in checks.split("\n") if line[0] in "✓✗"]
    assert [line.partition(":")[0] for line in lines] == [*(f"✗ {what}" for what in wrong), *(f"✓ {what}" for what in right)]


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("Eingang 993 SSL, Ausgang 587 STARTTLS, Senden geht nicht", "Der Port ist richtig"),
        ("Port 993, Benutzername geprüft, geht nicht", "Der Port ist richtig"),
        ("beide Programme haben 993, empfangen geht nicht", "Der Port ist richtig"),
        ("I have 993 with SSL and it doesn't work", "The port is right"),
    ],
)
def test_where_all_is_right_and_fails_it_is_something_else(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("Port 993, Server imap.kolping-schoenau.de, ist da was falsch?", "Ja, in der Anleitung steht es anders.\n\n✓"),
        ("Port 993, Server c9.webspace-verkauf.de, ist da was falsch?", "Nein, das ist richtig.\n\n✓"),
        ("Das Zertifikat passt nicht, als Server steht imap.kolping-schoenau.de da, ist das falsch?", "Ja, in der Anleitung"),
        ("the name is not correct, it says imap.kolping-schoenau.de, is that wrong?", "Yes, the instructions say otherwise."),
        ("ist 587 richtig, oder ist das falsch?", "Ja, das stimmt."),
    ],
)
def test_what_is_asked_last_counts(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        (["darf ich bei POP3 zum Senden 587 mit STARTTLS einstellen?"], "Ja, das geht auch, mit Port 587."),
        (["POP mit 587 und STARTTLS beim Ausgang, ok?"], "Ja, das geht auch"),
        (["kann ich port 587 bei pop nehmen", "mit starttls?"], "Ja, das geht auch, mit Port 587."),
        (["can I use STARTTLS for sending with POP3?"], "Yes, that works too, with port 587."),
        (["POP3 Ausgang 25 mit STARTTLS"], f"{WRONG}\n\n✗ Postausgang mit POP3: falsch – nimm 587, Verschlüsselung STARTTLS"),
        (["POP3 Eingang mit STARTTLS?"], "Nein"),
    ],
)
def test_pop_may_send_encrypted(assistant: Assistant, turns: list[str], begins: str) -> None:
    assert said(assistant, *turns).startswith(begins)


def test_the_user_name_beside_them_is_told(assistant: Assistant) -> None:
    told = said(assistant, "imap, 993 SSL, 587 STARTTLS, Benutzer = Mailadresse, passt das?")
    assert told.startswith(RIGHT)
    assert "• Benutzername: deine ganze E-Mail-Adresse" in told


def test_a_wrong_value_is_not_repeated(assistant: Assistant) -> None:
    assert "465" not in said(assistant, "Posteingang 993 SSL, Postausgang 465 SSL, passt das so?")


def test_ports_that_are_named_win_over_the_protocol_talked_of(assistant: Assistant) -> None:
    told = said(assistant, "Welcher Port bei POP3?", "Eingang 993 SSL, Ausgang 587 STARTTLS, passt das?")
    assert told.startswith(RIGHT)
    assert "POP3" not in told


def test_a_port_told_wins_over_the_direction_talked_of(assistant: Assistant) -> None:
    told = said(assistant, "Welcher Port zum Senden?", "ich nutze 110 mit ssl")
    assert told.startswith(f"{WRONG}\n\n✗ {POP_IN}")


def test_in_english(assistant: Assistant) -> None:
    told = said(assistant, "incoming is 993 with SSL, outgoing 465 with SSL, correct?")
    assert told.startswith("No, not all of that is right.\n\n✓ Incoming mail with IMAP: right (993, encryption SSL/TLS)")
    assert "✗ Outgoing mail with IMAP: wrong – use 587, encryption STARTTLS" in told


@pytest.mark.parametrize(
    "says",
    [
        "465 oder 587 zum Senden?",
        "warum ist das so, 993 mit SSL und 587 mit STARTTLS?",
        "warum 587 und nicht 465",
        "wo trage ich 993 und 587 ein?",
        "welche Verschlüsselung gehört zu 993 und welche zu 587?",
        "993 und 587 gehen nicht",
        "993 statt 143?",
    ],
)
def test_who_asks_something_else_gets_no_list_of_checks(assistant: Assistant, says: str) -> None:
    told = said(assistant, says)
    assert "✓" not in told
    assert "✗" not in told


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("c9.webspace-verkauf.de?", "Ja, das stimmt. Der Server heißt c9.webspace-verkauf.de"),
        ("Is the c9 server the correct one?", "Yes, that is right."),
        ("ist der c9 der richtige Server?", "Ja, das stimmt."),
    ],
)
def test_the_server_is_known_by_its_name(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("Ich schwanke zwischen 587 und 25 beim Senden mit IMAP", "Port 587"),
        ("da steht 25, ist 587 zum Senden bei IMAP richtig?", "Ja, das stimmt. Port 587"),
        ("IMAP: 993 und 143, welcher davon ist falsch?", "Port 993"),
    ],
)
def test_of_one_connection_the_right_port_is_told(assistant: Assistant, says: str, told: str) -> None:
    assert said(assistant, says).startswith(told)


def test_no_line_contradicts_another(assistant: Assistant) -> None:
    """'Nein', and then what is right: not that the same is right and wrong."""
    answer = said(assistant, "IMAP: 993 und 143, passt das?")
    assert answer.startswith("Nein, nicht alles davon stimmt.")
    assert "993" in answer
    assert "falsch" not in answer

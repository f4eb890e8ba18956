"""Somebody else wants a password, or has it: the caution comes first, whatever else the message sounds like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "tells",
    [
        "Ich bekam Post: Ich soll per SMS mein Kennwort bestätigen",
        "Da ist eine Mail, ich muss mein Passwort verifizieren. Soll ich?",
        "Ich soll mein Passwort bestätigen, sonst wird mein Postfach gesperrt",
        "Eine Dame rief mich heute an. Sie wollte mein Kennwort wissen.",
        "Soll ich auf die Mail antworten? Die fragen nach meinem Passwort",
        "This email says my account will be blocked. It wants me to confirm my password.",
        "somebody phoned and asked me for my password",
        "J'ai reçu un mail, je dois confirmer mon mot de passe",
    ],
)
def test_who_is_to_give_it_is_told_not_to(assistant: Assistant, tells: str) -> None:
    assert assistant.ask(tells).intents[0].topic == "phishing"


@pytest.mark.parametrize(
    "tells",
    [
        "Ein Herr rief an, er sei vom Verein. Er war recht nett. Ich hab ihm das Passwort gegeben.",
        "Ich habe einem Anrufer mein Kennwort genannt, was jetzt?",
        "der angebliche techniker kennt jetzt mein passwort",
        "i told somebody my password on the phone",
        "a stranger has my password",
        "Un inconnu m'a appelé, je lui ai donné mon mot de passe",
    ],
)
def test_who_gave_it_away_is_told_to_get_a_new_one(assistant: Assistant, tells: str) -> None:
    assert assistant.ask(tells).intents[0].topic == "new_password"


@pytest.mark.parametrize(
    "asks",
    [
        "Jemand hat mir gesagt, ich soll das Passwort vom Handy nehmen. Welches Passwort?",
        "Thunderbird verlangt mein Passwort, welches?",
        "Der Webmaster hat mich angerufen und mir das Passwort gesagt. Wo trag ich das Passwort ein?",
        "The webmaster gave me a password by email, where do I enter the password?",
        "someone set up my phone, which password does it want?",
    ],
)
def test_who_only_asks_which_one_is_told(assistant: Assistant, asks: str) -> None:
    assert assistant.ask(asks).intents[0].aspect == "password"


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_it_is_not_only_by_mail_that_passwords_are_asked_for(assistant: Assistant, language: str) -> None:
    answer = assistant.ask("Phishing", client_language=language).answer
    assert answer is not None
    assert "SMS" in answer.plain or "text message" in answer.plain

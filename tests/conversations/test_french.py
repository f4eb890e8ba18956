"""A member who speaks French: the language that the content has by files alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from playground.methods.commands import menu
from tests.conversations.test_setup import hears_of

if TYPE_CHECKING:
    from tests.telegram import Telegram

_MOST_PAGES = 20


async def test_asks_and_follows_up_in_french(telegram: Telegram) -> None:
    marie = telegram.private("Marie", "fr")
    reply = await marie.asks("Bonjour, quel port pour recevoir avec IMAP ?")
    assert reply.text.startswith("Port 993 – IMAP, pour recevoir")
    assert "993" in reply.codes
    reply = await marie.asks("et pour envoyer ?")
    assert reply.text.startswith("Port 587 – IMAP, pour envoyer")


async def test_a_german_question_is_answered_in_german_and_a_french_one_of_a_german_client_in_french(telegram: Telegram) -> None:
    marie = telegram.private("Marie", "fr")
    assert "zum Empfangen" in (await marie.asks("wie lautet der Port für den Posteingang mit IMAP?")).text
    anna = telegram.private("Anna", "de")
    assert "pour recevoir" in (await anna.asks("quel est le port pour recevoir avec imap ?")).text


@pytest.mark.parametrize("protocol", ["IMAP", "POP3"])
async def test_from_start_to_a_working_mailbox_by_buttons(telegram: Telegram, protocol: str) -> None:
    marie = telegram.private("Marie", "fr")
    page = await marie.asks("/start")
    assert page.text.startswith("👋 Bonjour")
    page = await marie.presses(page, "Configurer")
    page = await marie.presses(page, "Thunderbird")
    page = await marie.presses(page, protocol)
    for _ in range(_MOST_PAGES):
        if any("Ça marche" in button.label for row in page.buttons for button in row):
            break
        assert "Schritt" not in page.text
        assert "Step" not in page.text
        page = await marie.presses(page, "▶")
    page = await marie.presses(page, "Ça marche")
    assert page.text.startswith("🎉 Super, ta messagerie fonctionne")


async def test_through_a_guide_by_french_words(telegram: Telegram) -> None:
    marie = telegram.private("Marie", "fr")
    page = await marie.asks("configure thunderbird avec imap")
    assert "Étape 1 sur" in page.text
    marie.says("suivant")
    await hears_of(marie, "Étape 2 ")
    marie.says("retour s'il te plaît")
    page = await hears_of(marie, "Étape 1 ")
    steps = re.search(r"Étape 1 sur (\d+)", page.text)
    assert steps
    for number in range(2, int(steps[1]) + 1):
        marie.says("c'est fait, la suite")
        await hears_of(marie, f"Étape {number} ")
    marie.says("suivant")
    assert await hears_of(marie, "Toutes les valeurs")
    marie.says("ça marche !")
    assert await hears_of(marie, "🎉")


async def test_trouble_in_french(telegram: Telegram) -> None:
    marie = telegram.private("Marie", "fr")
    page = await marie.asks("mon mot de passe est toujours refusé")
    assert "⚠️ Je ne demande jamais ton mot de passe" in page.text
    assert "Le courrier sortant (SMTP) a son propre mot de passe" in (await marie.presses(page, "Seulement à l'envoi")).text


async def test_the_command_menu_and_the_commands_are_french(telegram: Telegram) -> None:
    marie = telegram.private("Marie", "fr")
    reply = await marie.asks("/aide")
    assert "Voici comment je t'aide" in reply.text
    await telegram.until(lambda: "webhook: none" in "".join(telegram.log) or None, "the report in the log")
    shown = {one["command"]: one["description"] for one in menu(telegram.server.world, marie.chat, marie.user_id, "fr")}
    assert {"configurer", "parametres", "comparer", "panne", "aide", "annuler", "confidentialite"} <= shown.keys()
    assert shown["aide"] == "Ce que je sais faire"

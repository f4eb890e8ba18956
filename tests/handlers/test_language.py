"""In which language the bot answers: that of the words, else that of the talk so far, else the client's; never a third one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.preparing import made_from
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.assistant import Assistant
    from tests.handlers.offline import Chat

ENGLISH, GERMAN = "Which port for IMAP, please?", "Welcher Port ist das für IMAP?"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    cache: Path = tmp_path_factory.mktemp("cache")
    return made_from(CONTENT_FOLDER, cache).assistant


@pytest.mark.parametrize("client", ["de", "en", "fr"])
@pytest.mark.parametrize(
    "text",
    [
        "Merhaba, IMAP portu kaç?",
        "şifremi unuttum, ne yapmalıyım",
        "Qual è la porta per IMAP?",
        "non riesco a inviare le mail",
        "¿Cómo configuro mi correo en el iPhone?",
        "Hola, no puedo enviar correos, ¿qué puerto uso?",
        "Qual é a porta do IMAP? Não consigo enviar e-mails",
        "Cześć, nie mogę wysłać maila, jaki port?",
        "Hoe stel ik mijn e-mail in op de iPhone?",
        "Vilken port är det för IMAP? Tack så mycket",
        "Mi az IMAP port? Köszönöm",
        "Який порт для IMAP? Дякую",
        "Care este portul pentru IMAP? Mulțumesc",
        "Quin és el port per a IMAP? Gràcies",
    ],
)
def test_a_language_that_it_does_not_speak_is_answered_in_that_of_the_client(shipped: Assistant, text: str, client: str) -> None:
    assert shipped.ask(text, client_language=client).language == client


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        ("pw vergessen", "de"),
        ("Grüezi, ich ha s Passwort vergässe", "de"),
        ("Wat mutt ik bi Port rinschrieven", "de"),
        (ENGLISH, "en"),
        ("Ah cannae find the outgoin server, whit is it?", "en"),
        ("Pouvez-vous me donner les paramètres pop3 ?", "fr"),
        ("Bonjour, merci beaucoup", "fr"),
        ("Jaki jest port IMAP? english please", "en"),
    ],
)
def test_words_of_one_that_it_speaks_win_over_the_client(shipped: Assistant, text: str, language: str) -> None:
    for client in {"de", "en", "fr"} - {language}:
        assert shipped.ask(text, client_language=client).language == language


@pytest.mark.parametrize("said", ["/foo", "/help", "/start", "12345", "?", "/privacy"])
async def test_what_has_no_language_goes_on_in_that_of_the_talk(chat: Chat, said: str) -> None:
    german = await chat.say(said)
    await chat.say(ENGLISH)
    english = await chat.say(said)
    assert english != german
    assert chat.services.assistant.language_for(english, "") == "en"
    await chat.say(GERMAN)
    assert await chat.say(said) == german


async def test_a_photo_too(chat: Chat) -> None:
    photo = {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 9, "height": 9}]}
    german = await chat.say("", **photo)
    await chat.say(ENGLISH)
    assert await chat.say("", **photo) != german

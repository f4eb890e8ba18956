"""Pictures, voice and stickers in a private chat: the wording is asked for, and the place in a guide or a tree stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

FILE = {"file_id": "a", "file_unique_id": "a"}
PHOTO = {"photo": [{**FILE, "width": 1, "height": 1}]}
SCREENSHOT = {"document": {**FILE, "mime_type": "image/png"}}
VIDEO = {"video": {**FILE, "width": 1, "height": 1, "duration": 1}}
VOICE = {"voice": {**FILE, "duration": 1}}
STICKER = {"sticker": {**FILE, "width": 1, "height": 1, "type": "regular", "is_animated": False, "is_video": False}}
WORDING = {"de": "schreib mir ihren Wortlaut", "en": "write me its wording", "fr": "écris-moi son texte"}


async def shows(chat: Chat, what: dict[str, Any], caption: str = "") -> str:
    """Send something that is no text; gives what the bot says to it."""
    chat.screen.next_id += 1
    sender = {**chat.person, "language_code": chat.language}
    said = {"caption": caption} if caption else {}
    await chat._feed(
        {"message": {"message_id": chat.screen.next_id, "date": 1, "chat": chat.chat, "from": sender, **what, **said}}
    )
    return chat.text


@pytest.mark.parametrize("what", [PHOTO, SCREENSHOT, VIDEO])
@pytest.mark.parametrize("language", ["de", "en", "fr"])
async def test_of_a_picture_the_wording_is_asked_for(member: Chat, what: dict[str, Any], language: str) -> None:
    member.language = language
    heard = await shows(member, what)
    assert WORDING[language] in heard
    assert "⚠️" in heard, "and never the password"
    assert member.buttons()


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("de", "was bedeutet das"),
        ("de", "was heißt diese meldung"),
        ("de", "ist das so richtig?"),
        ("de", "hilfe, wos is des?"),
        ("en", "what does this mean"),
        ("en", "is that right?"),
    ],
)
async def test_what_only_the_picture_shows_cannot_be_answered(member: Chat, language: str, caption: str) -> None:
    member.language = language
    assert WORDING[language] in await shows(member, PHOTO, caption)


@pytest.mark.parametrize(
    ("caption", "answer"),
    [
        ("Welcher Port für IMAP?", "993"),
        ("da kommt zertifikat ungültig", "Bestätige die Warnung nicht"),
        ("ich kann nichts senden", "Was passiert, wenn du eine Mail abschickst?"),
        ("schau mal, mein hund", "schreib mir ihren Wortlaut"),
        ("mein passwort ist Sommer!2024xy", "🔒"),
    ],
)
async def test_what_is_asked_under_a_picture_is_answered(member: Chat, caption: str, answer: str) -> None:
    assert answer in await shows(member, PHOTO, caption)


@pytest.mark.parametrize(("what", "says"), [(PHOTO, "Bilder kann ich"), (VOICE, "Anhören kann ich"), (STICKER, "nur Text")])
async def test_in_a_guide_the_step_stays(member: Chat, what: dict[str, Any], says: str) -> None:
    await talk(member, "einrichten | >Gmail | >IMAP | >Ohne")
    heard = await shows(member, what)
    assert says in heard
    assert "Schritt 2 von" in heard
    assert "Schritt 3 von" in await talk(member, "weiter")


@pytest.mark.parametrize(("what", "says"), [(PHOTO, "Bilder kann ich"), (VOICE, "Anhören kann ich"), (STICKER, "nur Text")])
async def test_in_a_trouble_the_question_stays(member: Chat, what: dict[str, Any], says: str) -> None:
    await talk(member, "ich kann nichts senden | >Postausgang")
    heard = await shows(member, what)
    assert says in heard
    assert "Steht dort Port 587" in heard
    assert "fehlt beim Postausgang die Anmeldung" in await talk(member, "ja")


async def test_the_wording_is_then_understood(member: Chat) -> None:
    await shows(member, PHOTO, "was bedeutet das")
    assert "Öffnet sich auf demselben Gerät" in await talk(member, "da steht zeitüberschreitung der verbindung mit dem server")


async def test_a_sticker_and_a_voice_are_told_apart(member: Chat) -> None:
    assert "nimm das Menü" in await shows(member, STICKER)
    assert "Schreib mir bitte, worum es geht" in await shows(member, VOICE)

"""What the guides hold as known questions: a field, a tick or a value is judged for the step that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

EM, IPHONE, SAMSUNG = "/setup em-client imap", "/setup iphone imap", "/setup samsung imap"


@pytest.mark.parametrize(
    ("language", "number", "start", "asked", "told"),
    [
        ("de", 4, EM, "TLS erzwingen?", "Nicht beim Posteingang"),
        ("de", 5, EM, "SSL/TLS erzwingen nehmen?", "Ja, beim Postausgang"),
        ("de", 4, EM, "des hoaßt SSL/TLS auf eigenem Port", "Ja, beim Posteingang"),
        ("en", 4, EM, "force TLS?", "Not for incoming mail"),
        ("en", 5, EM, "it says legacy port", "Not for outgoing mail"),
        ("de", 3, EM, "die automatische Erkennung klappt nicht", "Das ist in Ordnung"),
        ("de", 6, SAMSUNG, "Server erfordert Legitimation ankreuzen?", "Ja, das gehört an"),
        ("de", 6, SAMSUNG, "Authentifizierung erforderlich, Häkchen rein?", "Ja, das gehört an"),
        ("de", 7, "/setup gmail imap", "SMTP-Authentifizierung einschalten?", "Ja, das gehört an"),
        ("en", 6, SAMSUNG, "switch on authentication?", "Yes, this belongs on"),
        ("de", 5, "/setup outlook imap", "gesicherte Kennwortauthentifizierung ankreuzen?", "Nein, kein Haken"),
        ("en", 5, "/setup outlook imap", "tick SPA?", "No, no tick"),
        ("de", 5, "/setup outlook-app imap", "Kontoname, was soll ich da reinschreiben", "schreib, was du magst"),
        ("de", 5, SAMSUNG, "und was nehm ich unten?", "Verschlüsselung STARTTLS, Port 587"),
        ("de", 5, SAMSUNG, "zur Auswahl gibts SSL, TLS und keine", "Hier „SSL“"),
        ("de", 3, SAMSUNG, "bei mir steht bloß Anmelden", "schließ die Tastatur"),
        ("de", 5, IPHONE, "er fragt gar nicht nach Port", "Das ist in Ordnung"),
        ("de", 7, IPHONE, "Verbindung mit SSL kann nicht hergestellt werden", "Nicht ohne SSL einrichten"),
        ("de", 6, "/setup apple-mail imap", "STARTTLS finde ich nicht", "Das Wort gibt es hier nicht"),
        ("de", 5, THUNDERBIRD, "da steht Passwort, ungesichert übertragen", "steht die Verbindungssicherheit noch auf"),
        ("de", 7, THUNDERBIRD, "Testen gedrückt, es ist rot", "Dann stimmt ein Wert noch nicht"),
        ("de", 4, "/setup apple-mail imap", "Accounttyp?", "Wähl IMAP"),
        ("de", 5, "/setup thunderbird pop3", "14 Tage oder 30?", "Das kannst du dir aussuchen"),
        ("de", 5, THUNDERBIRD, "den Server groß oder klein schreiben?", "am besten schreibst du alles klein"),
    ],
)
async def test_it_is_judged_for_the_step(member: Chat, language: str, number: int, start: str, asked: str, told: str) -> None:
    assert told in await talk(member, at(number, start, language) + asked, language)

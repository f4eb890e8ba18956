"""Questions asked amid a guide that its content knows: answered by yes or no where they ask for that, and for its protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import STEP, THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize(
    ("language", "step", "way", "said", "told"),
    [
        ("de", 5, "thunderbird pop3", "is des sicher?", "Die Verbindung ist nicht verschlüsselt."),
        ("de", 7, "iphone pop3", "soll er ohne SSL weitermachen?", "Ja, wenn du bei POP3 bleiben willst"),
        ("de", 8, "iphone pop3", "muss SSL verwenden an sein?", "Nein, mit POP3 bleibt SSL aus"),
        ("de", 8, "iphone imap", "muss SSL verwenden an sein?", "Ja, an, beim Posteingang und beim Postausgang."),
        ("de", 6, "gmail pop3", "und wenn ich lieber 995 nehme, auch 995?", "Der Verein gibt POP3 nur ohne Verschlüsselung an."),
        ("de", 6, "gmail pop3", "Sicherheitstyp steht auf keine, stimmt", "Ja, so gibt der Verein POP3 an."),
        ("de", 6, "gmail imap", "Sicherheitstyp keine ok?", "Nein, mit IMAP wird verschlüsselt"),
        ("de", 7, "gmail pop3", "darf ich zum Senden 587 nehmen?", "Ja: Zum Senden geht Port 587 auch mit POP3"),
        ("de", 6, "thunderbird imap", "SSL anstatt STARTTLS, geht das?", "Nein, nimm lieber, was hier steht"),
        ("de", 7, "gmail imap", "braucht das Senden auch eine Anmeldung, ist die nötig?", "Ja, das gehört an"),
        ("de", 7, "gmail imap", "kann ich ohne Kennwort senden?", "Nein, auch zum Senden braucht dein Programm"),
        ("de", 4, "iphone imap", "ist das mein Apple Passwort?", "Nein, gemeint ist das Passwort deiner Vereins-Mailadresse"),
        ("de", 5, "gmail imap", "Kennwort zweimal?", "Ja, dasselbe Passwort noch einmal"),
        ("de", 9, "thunderbird imap", "kann ich das nachher ändern?", "„Konten-Einstellungen“"),
        ("en", 6, "outlook imap", "does the outgoing server need a login?", "Yes, this belongs on"),
        ("en", 6, "iphone imap", "it's optional, can i skip it?", "Do not leave it out"),
        ("en", 6, "gmail pop3", "can i turn on encryption?", "No, with POP3 SSL stays off"),
        ("en", 5, "outlook imap", "the port jumps to another number", "choose the encryption first, then type the port"),
        ("fr", 7, "gmail pop3", "587 ou 25 ?", "le port 587 va aussi avec POP3"),
    ],
)
async def test_it_is_answered_and_the_page_stays(member: Chat, language: str, step: int, way: str, said: str, told: str) -> None:
    heard = await talk(member, at(step, f"/setup {way}", language) + said, language)
    assert told in heard
    assert f" {step} " in heard.split("**")[0], "the page stays"


@pytest.mark.parametrize(
    ("language", "step", "program", "said", "told"),
    [
        ("de", 3, "samsung", "darf ich schon auf Anmelden tippen?", "Nein, noch nicht"),
        ("de", 4, "samsung", "i hob scho auf anmelden gedrückt", "Geh in der App eine Seite zurück"),
        ("de", 5, "samsung", "SSL oder TLS?", "„SSL“: Das meint in dieser Liste"),
        ("de", 6, "samsung", "SSL oder TLS?", "„TLS“: Das meint in dieser Liste"),
        ("de", 3, "apple-mail", "Konto konnte nicht überprüft werden", "Darunter erscheinen die nächsten Felder"),
        ("de", 7, "thunderbird", "der Test ist fehlgeschlagen", "Vergleich zuerst, was du eingetragen hast"),
        ("de", 7, "thunderbird", "soll ich die Änderungen übernehmen?", "Nein, nicht einfach übernehmen"),
        ("de", 3, "em client", "er hat nichts gefunden", "eM Client sucht von selbst"),
        ("en", 3, "k9", "it says configuration not found", "tap “Configure manually”"),
        ("en", 4, "outlook-new", "may I keep POP here?", "this guide is for IMAP only"),
        ("en", 3, "outlook", "it wants me to sign in with Microsoft", "your mailbox is not at Microsoft"),
        ("en", 4, "outlook-app", "it doesn't ask for IMAP at all", "Change account provider"),
    ],
)
async def test_a_guide_knows_what_is_asked_of_its_program(
    member: Chat, language: str, step: int, program: str, said: str, told: str
) -> None:
    heard = await talk(member, at(step, f"/setup {program} imap") + said, language)
    assert told in heard
    assert f"{STEP[language]} {step} " in heard, "the page stays"


@pytest.mark.parametrize(
    ("language", "step", "said", "told"),
    [
        ("de", 3, "wo trag ich den Port ein?", "Das gehört in Schritt 5, in das Feld „Port“."),
        ("de", 6, "wohin kommt der Port?", "Das gehört in diesen Schritt, in das Feld „Port“."),
        ("de", 3, "wo gib i den Server fürn Ausgang ein", "Das gehört in Schritt 6, in das Feld „Hostname“."),
        ("en", 3, "where do I type the user name?", "That belongs in step 5, in the field “Username”."),
    ],
)
async def test_where_a_value_goes_is_told_by_step_and_field(member: Chat, language: str, step: int, said: str, told: str) -> None:
    assert (await talk(member, at(step, THUNDERBIRD) + said, language)).startswith(told)


@pytest.mark.parametrize("said", ["SSL ausgewählt, weiter", "hab 587 eingetragen", "ok ssl ist drin, weiter"])
async def test_who_has_done_it_goes_on(member: Chat, said: str) -> None:
    assert "Schritt 7 " in await talk(member, at(6, THUNDERBIRD) + said)

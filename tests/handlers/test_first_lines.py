"""The first line answers, kindly, and in the language of the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize(
    ("said", "language", "told"),
    [
        ("Servus, i hob mei Passwort nimma, wos mach i?", "de", "Frag den Webmaster nach einem neuen Passwort"),
        ("ich find mein passwort nicht mehr", "de", "Frag den Webmaster nach einem neuen Passwort"),
        ("mein passwort wurde gehackt", "de", "Frag den Webmaster nach einem neuen Passwort, am besten gleich"),
        ("change password", "en", "Ask the webmaster for a new password"),
        ("comment changer de mot de passe", "fr", "Contacte tout de suite le webmaster pour avoir un nouveau mot de passe"),
        ("wie ist der port bei pop3 | ist mein passwort dann lesbar", "de", "Ja, POP3 ist hier unverschlüsselt."),
        ("darf ich pop3 im öffentlichen wlan benutzen", "de", "Lieber nicht: POP3 ist hier nicht verschlüsselt."),
        ("ist pop im öffentlichen wlan gefährlich?", "de", "Ja, POP3 ist hier unverschlüsselt."),
        ("ist imap im wlan vom nachbarn ein risiko?", "de", "Nein, IMAP ist hier verschlüsselt."),
        ("does it matter if I fetch with pop on the hotel wifi?", "en", "Yes, POP3 is unencrypted here."),
        ("can I use pop on the wifi of the train?", "en", "Better not: POP3 is not encrypted here."),
        ("wie lösche ich das alte konto in outlook", "de", "Das entfernst du in den Einstellungen deines Mailprogramms"),
        ("was ist das beste programm fürs handy", "de", "Auf welchem Gerät möchtest du deine Mails lesen?"),
        ("lösche meine daten", "de", "Mit /vergessen lösche ich sofort"),
        ("wie ist das wlan passwort | und wie erreiche ich den?", "de", "Wenn ich nicht weiterhelfen kann, frag den Webmaster"),
        ("wer muss den Speicher eigentlich stellen", "de", "Der Speicherplatz wird vom Betreiber des Mailservers bereitgestellt"),
        ("does POP need less storage than IMAP", "en", "IMAP needs more storage space on the server"),
        (
            "zählen Anhänge beim Platz mit",
            "de",
            "IMAP braucht mehr Speicherplatz auf dem Server: Dort bleiben alle Mails",
        ),
        ("how do I clean up my mailbox", "en", "Delete emails and attachments you no longer need"),
        ("wie oft sollte ich Mails löschen", "de", "Lösche Mails samt Anhängen, die du nicht mehr brauchst"),
        ("is my inbox up to date with IMAP?", "en", "Yes, with IMAP the content of the mailbox is always up to date."),
        ("wie lange brauch ich zum Einrichten", "de", "Das Einrichten dauert meist nur ein paar Minuten."),
        ("gilt das Kennwort auch beim Senden", "de", "Ja, auch beim Senden"),
        ("wo ändert man das Passwort", "de", "Frag den Webmaster nach einem neuen Passwort"),
        (
            "welches behält meine Mails auf dem Server",
            "de",
            "POP3 holt deine Mails auf dein Gerät, IMAP lässt sie",
        ),
        ("who decides which one I take", "en", "That is your decision"),
        ("meine App kennt kein IMAP", "de", "Dann nimm POP3, das geht auch"),
        ("what if I type the wrong port", "en", "With a wrong value your program usually gets no connection"),
        ("do I need STARTTLS to send with IMAP", "en", "Yes, that is right."),
        ("ist euer server down?", "de", "Ob die Mailserver gerade antworten, prüfe ich sofort für dich"),
        ("danke für nichts", "de", "Wenn ich nicht weiterhelfen kann, frag den Webmaster"),
        ("super erklärt", "de", "Gern geschehen!"),
        ("merci", "de", "Gern geschehen!"),
        ("merci", "en", "You're welcome!"),
        ("merci beaucoup", "fr", "Avec plaisir"),
    ],
)
async def test_what_was_asked_is_answered_first(chat: Chat, said: str, language: str, told: str) -> None:
    first, *_ = (await talk(chat, said, language)).split("\n")
    assert told in first


@pytest.mark.parametrize(
    ("said", "language", "told"),
    [
        ("i woaß mei Adress net", "de", "Weißt du ihn nicht, frag den Webmaster."),
        ("und wenn ich keine position habe", "de", "Passt es für dich nicht, frag den Webmaster."),
        ("kann ich das auch als datei bekommen", "de", "Für manche Programme gibt es auch eine fertige Datei."),
        ("do you support autoconfig", "en", "For some programs there is a ready-made file, too."),
        ("wo ist die faq", "de", "einen Link dorthin habe ich nicht"),
    ],
)
async def test_whom_to_ask_and_what_there_is(chat: Chat, said: str, language: str, told: str) -> None:
    assert told in await talk(chat, f"was muss ich bei name eingeben | {said}", language)

"""Words in a guide or a tree that once led away from it: they are about what is open, in German and in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

PASSWORD = {"de": "mein passwort wird abgelehnt | früher ging es | nein", "en": "my password is refused | it used to work | no"}
NO_MAIL = {"de": "ich krieg keine mails | Fehler 0x800CCC0E", "en": "I get no emails | error 0x800CCC0E"}
MOVE = {"de": "/setup | >Umzug | >Los", "en": "/setup | >Move | >Let"}
APP = "/setup outlook-app imap"


@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("de", f"{PASSWORD['de']} | wo ist das am iPhone", "„Mail-Accounts“"),
        ("de", f"{PASSWORD['de']} | wo finde ich das in Thunderbird", "„Konten-Einstellungen“"),
        ("de", f"{PASSWORD['de']} | wo ist das am iPhone | wie lange muss ich warten", "Etwa 30 Minuten"),
        ("de", f"{NO_MAIL['de']} | nein gleiche Meldung", "Dann gehen wir der Meldung nach."),
        ("de", f"{NO_MAIL['de']} | nein, immer noch die Meldung", "Öffnet sich auf demselben Gerät"),
        ("de", "gesendete mails zeigt er nur am laptop | Outlook klassisch | pop glaub ich", "Mit POP3 bleiben gesendete Mails"),
        ("de", "noch was: gesendete mails hab ich am handy nicht", "Wie ist das Gerät eingerichtet"),
        ("de", "alles ist doppelt | is des schlimm", "Nein, das ist nur lästig."),
        ("de", "mein passwort wird abgelehnt | eins oder l?", "Probier beides"),
        ("de", "Verbindung zum Server konnte nicht aufgebaut werden", "Öffnet sich auf demselben Gerät"),
        ("en", f"{PASSWORD['en']} | where is that in Thunderbird", "“Account Settings”"),
        ("en", f"{NO_MAIL['en']} | no, same error message", "Then we look into the message."),
        ("en", "sent emails only show on my pc | Outlook classic | pop I think", "With POP3 sent emails"),
        ("en", "everything is there twice | does it matter", "No, it is only a nuisance."),
    ],
)
async def test_a_tree_is_not_left(member: Chat, language: str, said: str, told: str) -> None:
    assert told in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "step", "way", "said", "told"),
    [
        ("de", 4, THUNDERBIRD, "gehen meine mails verloren?", "Entferne aber kein altes Konto"),
        ("de", 4, THUNDERBIRD, "verlier ich dabei mails", "Entferne aber kein altes Konto"),
        ("de", 4, THUNDERBIRD, "welches soll weg?", "Lösch noch keines"),
        ("de", 4, THUNDERBIRD, "imap", "es bleibt bei IMAP"),
        ("de", 4, THUNDERBIRD, "ok dann weiter mit imap", "es bleibt bei IMAP"),
        ("de", 4, "/setup thunderbird pop3", "pop3", "es bleibt bei POP3"),
        ("de", 5, THUNDERBIRD, "wo kann ich das ändern", "„Konten-Einstellungen“"),
        ("de", 5, THUNDERBIRD, "wie lang dauert das noch", "Schritt 5 von"),
        ("de", 5, THUNDERBIRD, "wo gibts Thunderbird", "thunderbird.net"),
        ("de", 5, THUNDERBIRD, "warum heißt der Server anders als die Adresse", "steht bei einem Anbieter"),
        ("de", 3, "/setup em-client imap", "da steht SSL/TLS auf eigenem Port", "Beim Postausgang nicht"),
        ("de", 3, "/setup gmail imap", "hab schon ein google konto drin", "Das macht nichts"),
        ("de", 4, "/setup samsung imap", "da gibts SSL, TLS und keine", "Beim Posteingang „SSL“"),
        ("de", 3, MOVE["de"], "wieso nicht verschieben?", "Damit nichts verloren geht"),
        ("de", 3, MOVE["de"], "kann ich das alte konto nicht umstellen", "Das lassen die Programme nicht zu"),
        ("de", 5, "/setup apple-mail imap", "wieso muss das weg", "von selbst den Port"),
        ("de", 5, "/setup outlook imap", "warum?", "Sonst fragt Outlook"),
        ("de", 6, "/setup thunderbird imap", "wieso denn", "Diese Werte gibt der Verein an"),
        ("en", 5, "/setup outlook imap", "why not", "Otherwise Outlook"),
        ("de", 1, THUNDERBIRD, "muss ich alles noch einmal eingeben?", "Nimmst du ein anderes Verfahren"),
        ("de", 2, THUNDERBIRD, "nein", "Siehst du eine Menüleiste"),
        ("en", 4, THUNDERBIRD, "will I lose my emails?", "do not remove an old account"),
        ("en", 4, THUNDERBIRD, "imap", "it stays with IMAP"),
        ("en", 4, THUNDERBIRD, "fine, go on with imap", "it stays with IMAP"),
        ("en", 3, "/setup gmail imap", 'I do not see "Other"', "“Other” is in the list"),
        ("en", 2, APP, "the protocol choice does not appear", "Change account provider"),
        ("en", 3, MOVE["en"], "how many at a time?", "about 50 emails"),
    ],
)
async def test_a_guide_stays_at_its_step(member: Chat, language: str, step: int, way: str, said: str, told: str) -> None:
    heard = await talk(member, at(step, way, language) + said, language)
    assert told in heard
    assert f" {step} " in heard.split("**")[0] or told == "Schritt 5 von"


@pytest.mark.parametrize(("language", "said"), [("de", "fertig"), ("en", "finish"), ("en", "ok finish")])
async def test_a_step_that_is_done_is_no_slow_mailbox(member: Chat, language: str, said: str) -> None:
    assert " 5 " in await talk(member, at(4, THUNDERBIRD, language) + said, language)


@pytest.mark.parametrize("said", ["ich hab ein iPhone", "auf dem iPad"])
async def test_the_device_of_an_app_keeps_its_cover(member: Chat, said: str) -> None:
    heard = await talk(member, f"Outlook am Handy einrichten | {said}")
    assert "dazu passt diese Anleitung" in heard
    assert "Outlook-App" in heard


async def test_an_outlook_is_told_by_what_stands_on_it(member: Chat) -> None:
    assert "dazu passt diese Anleitung" in await talk(member, "Outlook | das alte, wo oben Datei steht")
    assert "Outlook (neu)" in await talk(member, "Outlook | da steht oben kein Datei")


async def test_who_then_changes_after_all_goes_the_other_way(member: Chat) -> None:
    assert "Gut, dann mit IMAP." in await talk(member, at(4, "/setup thunderbird pop3") + "dann wechsle ich doch")
    assert "with IMAP" in await talk(member, at(4, "/setup thunderbird pop3", "en") + "then I'll switch", "en")


async def test_a_trouble_after_a_value_is_a_trouble(member: Chat) -> None:
    heard = await talk(member, at(5, "/setup em-client imap") + "und beim smtp? | im eM Client sind jetzt alle Mails doppelt")
    assert "Mails sind doppelt da" in heard


@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("de", "Thunderbird einrichten | ist das umsonst?", "Thunderbird ist kostenlos"),
        ("de", "Thunderbird einrichten | wo lade ich das runter", "thunderbird.net"),
        ("en", "set up thunderbird | does it cost anything?", "Thunderbird is free"),
        ("de", "/setup | >habe ich | >Windows | keine Ahnung welches Programm", "passt zu jedem Mailprogramm"),
        ("de", "/setup | >habe ich | >Windows | zurück", "Auf welchem Gerät"),
        ("en", "/setup | >do I have | >Windows | back", "On which device"),
    ],
)
async def test_before_a_guide_begins_its_questions_are_answered(member: Chat, language: str, said: str, told: str) -> None:
    assert told in await talk(member, said, language)


async def test_a_port_after_the_encryption_is_judged_as_a_port(member: Chat) -> None:
    heard = await talk(member, at(4, "/setup outlook pop3") + "ist das verschlüsselt? | und ausgehend 25?")
    assert "Ja, das stimmt. Port 25" in heard.replace("**", "")


@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("de", "ich krieg keine mails | warum?", "finden wir mit diesen Fragen heraus"),
        ("de", "ich krieg keine mails | wie lang dauert das", "nur ein paar Fragen"),
        ("de", "ich kann nichts senden | sie bleibt im postausgang | wo denn?", "Sag mir, welches Mailprogramm"),
        ("de", "meine mails sind weg | ja pop | wieso passiert das", "Findest du sie dort?"),
        ("de", "meine mails sind weg | sind die verloren?", "Meistens nicht"),
        ("de", f"{PASSWORD['de']} | warum", "Das hilft hier am häufigsten."),
        ("de", f"{PASSWORD['de']} | und wenn das nicht hilft?", "hilft nicht"),
        ("de", f"{PASSWORD['de']} | soll ich das machen?", "Probier das in Ruhe."),
        ("en", "emails do not arrive | how long does it take?", "only a few questions"),
        ("en", f"{PASSWORD['en']} | why", "This helps most often here."),
        ("en", f"{PASSWORD['en']} | what does that mean?", "Tell me which word is unclear"),
        ("en", "my emails are gone | are they lost?", "Usually not"),
    ],
)
async def test_a_question_that_names_nothing_is_about_the_tree(member: Chat, language: str, said: str, told: str) -> None:
    assert told in (await talk(member, said, language)).replace("**", "")

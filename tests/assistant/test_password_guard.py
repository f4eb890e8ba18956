"""Messages that give a password away, and the many that only talk about one."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.content_file import load_file
from assistant.password_guard import PasswordGuard, PasswordWords

WORDS = load_file(Path(__file__).parents[2] / "content", "passwords.yaml", PasswordWords)
GUARD = PasswordGuard(WORDS)

GIVEN_AWAY = """
mein passwort ist hunter2!
mein passwort ist hunter2
Mein Passwort ist: Sommer2024
mein passwort ist sommer
mein passwort ist Sommer.
mein passwort ist sommer, geht aber nicht
mein passwort ist sommer und der port 993
mein passwort ist 1234
mein passwort ist 12345678
mein PW ist Schatzi99
mein Kennwort lautet abcdef
Das Kennwort lautet Xy7!kLm
Kennwort lautet: geheimnis99
Passwort heißt Bella2010
pw: abc123
pw:abc123
PW=abc123
pw abc123xyz
pwd: qwertz
Passwort: Blumenwiese
Passwort: blumenwiese danke
Passwort : Blumen!Wiese
Passwort = Tr0ub4dor&3
Passwort -> Tr0ub4dor
Passwort - Tr0ub4dor
Passwort Tr0ub4dor&3
Passwort "Tr0ub4dor"
Passwort (IMAP): Tr0ub4dor
Passwort:
Tr0ub4dor
mailpasswort: tulpe99
Mail-Passwort: tulpe99
E-Mail-Kennwort lautet tulpe99
das passwort für webmaster@kolping-schoenau.de ist Tulpe99
das passwort für das postfach ist Tulpe99
mein passwort für imap ist jetzt tulpe
Benutzer webmaster, Passwort tulpe99
user: webmaster@kolping-schoenau.de passwort: tulpe
tulpe99 ist mein passwort
Tulpe99! ist das Kennwort
webmaster@kolping-schoenau.de tulpe99!
webmaster@kolping-schoenau.de / Tulpe99
webmaster@kolping-schoenau.de:Tulpe99
Mein Paswort ist tulpe99
lautet mein passwort hunter22?
Hallo, ich komme nicht rein. Mein Passwort ist hunter2, was mache ich falsch?
PIN: 123456
password: hunter2!
Password: hunter2
my password is hunter2
my password is sunshine
my password is sunshine and it does not work
my password is: sunshine
the password for my mailbox is Sunshine1
password = sunshine
pass: s3cret
pw is s3cret99
passphrase: correct-horse-battery-staple
sunshine99 is my password
my email password's hunter22
the pw: hunter2
MEIN PASSWORT IST HUNTER2
m\u200bein passwort ist hunter2
""".strip()

ORDINARY = """
wie ist mein passwort?
wie lautet mein passwort?
wie lautet das passwort für imap?
was ist das passwort
was ist mein passwort?
was ist ein App-Passwort: brauche ich das?
passwort vergessen
passwort vergessen?
Ich habe mein Passwort vergessen
mein passwort ist falsch
mein passwort ist weg
mein passwort ist weg!
mein passwort ist abgelaufen
mein passwort ist gesperrt
mein passwort ist nicht mehr gültig
mein passwort ist zu kurz
mein passwort ist richtig, trotzdem geht es nicht
mein passwort ist aber richtig
mein passwort ist das gleiche wie beim alten
mein passwort ist ungültig
mein Passwort ist geheim
mein passwort ist unbekannt
mein passwort ist kaputt??
mein passwort ist gleich geblieben
mein passwort ist seltsamerweise weg
mein passwort ist vom webmaster
mein passwort ist im Browser gespeichert
mein passwort ist zwölf zeichen lang
mein passwort ist länger als 8 zeichen
mein passwort ist bei imap und pop gleich
das passwort ist bei allen geräten dasselbe
mein Passwort funktioniert nicht
mein passwort funktioniert nicht und mein programm ist thunderbird
mein passwort wird nicht angenommen
das passwort wird abgelehnt
Outlook fragt dauernd nach dem Passwort
fragt ständig nach passwort
Passwort wird immer wieder abgefragt
passwort falsch
Passwort falsch eingegeben
Passwort ändern
wo ändere ich mein passwort?
neues passwort bitte
brauche ein neues Passwort
Passwort: vergessen
Passwort: falsch
Passwort: wie ändere ich es?
Frage zum Passwort: Wo gebe ich das ein?
Passwort: Server meldet einen Fehler
Passwort: Dein Passwort
Passwort: normal
Passwort, normal
Authentifizierungsmethode: Passwort, normal
Passwort, ungesichert übertragen
Passwort: ********
Passwort: xxxxxx
Passwort: …
Passwort?
pw?
pw vergessen
welches passwort
welches passwort ist das?
ist das passwort das gleiche wie im webmail?
ist mein passwort = email passwort?
Passwort oder Kennwort?
Passwort - wie geht das
Passwort – Outlook fragt dauernd danach
passwort iPhone15
passwort outlook2019
Passwort Windows11
passwort thunderbird
passwort imap
passwort 2 mal eingegeben
Passwort wie bei webmaster@kolping-schoenau.de?
Kennwort: erforderlich
Kennwort Mindestens 8 Zeichen
wie sicher ist mein passwort bei pop3?
wird mein passwort verschlüsselt?
Passwort wird unverschlüsselt übertragen
mein benutzername ist webmaster und das passwort geht nicht
Benutzername und Passwort sind richtig
Das Passwort, das ich eingebe, ist richtig
Passwort ist richtig, Port ist 993
was bedeutet Passwort ungesichert übertragen
Fehler 0x800CCC0E Passwort
passwort 0x800CCC0E
Server c9.webspace-verkauf.de Passwort normal
webmaster@kolping-schoenau.de
webmaster@kolping-schoenau.de 993
webmaster@kolping-schoenau.de iPhone15
webmaster@kolping-schoenau.de 017012345678
Mein Server ist c9.webspace-verkauf.de
Port 993
hunter2
Ich passe auf
what is my password?
what's my password
what is the password for imap
forgot my password
my password is wrong
my password is not working
my password is incorrect
my password is being rejected
my password is the same as before
my password is correct but it does not work
my password isn't accepted
password is wrong/not accepted
password not accepted
password rejected
wrong password
keeps asking for password
it keeps asking for my password
password: wrong
password: normal
Password: Your password
password transmitted insecurely
how do I change my password?
password is required
is my password encrypted?
is my password safe?
where do I type my password?
password reset
is it the password or the port?
password or username wrong
my password was changed yesterday
the password was not saved
pass
the old password is gone
password: see below
""".strip()


def lines(text: str) -> list[str]:
    return [line for line in text.replace("Passwort:\nTr0", "Passwort:\0Tr0").split("\n") if line]


@pytest.mark.parametrize("text", lines(GIVEN_AWAY))
def test_a_password_given_away_is_noticed(text: str) -> None:
    assert GUARD.gives_away(text.replace("\0", "\n"))


@pytest.mark.parametrize("text", lines(ORDINARY))
def test_ordinary_messages_pass(text: str) -> None:
    assert not GUARD.gives_away(text)


@pytest.mark.parametrize(
    "text",
    [
        "hunter2",
        "hunter2!",
        "Sommer2024",
        "Xy7!kLm",
        "tr0ub4dor&3",
        "12345678",
        "xKjdPqLmZr",
        "bl#menwiese",
        "hier: Xy7!kLm",
    ],
)
def test_a_lone_random_token_counts_where_one_was_asked_for(text: str) -> None:
    assert GUARD.gives_away(text, asked_for=True)
    assert not GUARD.gives_away(text)


@pytest.mark.parametrize(
    "text",
    [
        *[
            "weiter",
            "weiter!",
            "ok",
            "OK 👍",
            "fertig!!",
            "ja",
            "ja/nein",
            "nächster",
            "zurück",
            "hilfe",
            "/setup",
            "geht's",
            "wo?",
            "?",
            "es klappt nicht",
        ],
        *["Webmaster", "webmaster", "webmaster@kolping-schoenau.de", "e-mail-adresse", "passwort", "mein passwort", "vergessen"],
        *[
            "993",
            "587",
            "Port 993",
            "imap",
            "pop3",
            "POP3/IMAP",
            "IMAP993",
            "STARTTLS",
            "SSL/TLS",
            "c9.webspace-verkauf.de",
            "Schritt 3",
        ],
        *["iPhone15", "iPhone 15 Pro", "Windows11", "Outlook2019", "Outlook 2019", "K-9", "Thunderbird128", "macOS15"],
        *["https://kolping-schoenau.de/hilfe2", "0x800CCC0E", "24.11.2026", "16:30", "10minuten", "Was heißt nochmal SSL?"],
        *["next", "back", "done", "it works", "I do not have one", "skip this"],
    ],
)
def test_what_is_typed_in_a_guide_passes_even_where_a_password_was_asked_for(text: str) -> None:
    assert not GUARD.gives_away(text, asked_for=True)


def test_no_question_of_the_collection_is_taken_for_a_password() -> None:
    collected = [
        json.loads(line)
        for file in sorted((Path(__file__).parents[1] / "questions").glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    assert len(collected) > 300
    texts = [turn["text"] for one in collected for turn in one.get("turns", [one])]
    assert [text for text in texts if GUARD.gives_away(text)] == []


@pytest.mark.parametrize("part", ["pw ", "pw:", "passwort ist ", "passwort für für ", "a-", "pw@.", "'", "pw\n", "ist mein pw "])
def test_hostile_text_takes_no_time(part: str) -> None:
    start = time.perf_counter()
    GUARD.gives_away((part * 4096)[:4096], asked_for=True)
    assert time.perf_counter() - start < 0.5


@given(st.text(max_size=200), st.booleans())
def test_any_text_is_judged(text: str, asked_for: bool) -> None:
    assert GUARD.gives_away(text, asked_for=asked_for) in {True, False}

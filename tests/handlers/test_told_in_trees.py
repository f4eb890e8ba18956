"""What members tell of a trouble as it is opened: what was told is not asked, and what would do harm is said first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

NO = {"de": "Nein, klick die Warnung nicht weg", "en": "No, do not click the warning away", "fr": "Non, ne ferme pas"}


@pytest.mark.parametrize(
    ("language", "says", "asks"),
    [
        ("de", "zeitüberschreitung der verbindung mit dem server", "Öffnet sich auf demselben Gerät"),
        ("de", "mein outlook sagt der server antwortet nicht", "Öffnet sich auf demselben Gerät"),
        ("de", "meine mails bleiben im postausgang hängen", "Steht dort Port 587"),
        ("de", "anhang zu groß, mail lässt sich nicht verschicken", "zu groß, meist wegen eines Anhangs"),
        ("de", "seit dem neuen router von der telekom gehen die mails nicht mehr raus", "Port 587 mit STARTTLS ein"),
        ("de", "im hotel wlan gehts nicht", "melde dich dort im WLAN an"),
        ("de", "mails von uns landen bei gmx im spam", "Spam"),
        ("de", "hab das passwort von der vereinsmail verschlampt", "ein neues Passwort"),
        ("de", "meine mails kommen immer zu spät auf mein iphone", "Das iPhone holt Mails"),
        ("en", "fetching mail ends with a timeout", "Does any web page open"),
        ("en", "my mail is stuck in the outbox", "Does it say port 587"),
        ("en", "no mails on wifi but on mobile data it works", "What does not work at home?"),
        ("fr", "le mail reste dans la boîte d'envoi", "587"),
    ],
)
async def test_what_was_told_is_not_asked_again(member: Chat, language: str, says: str, asks: str) -> None:
    assert asks in await talk(member, says, language)


@pytest.mark.parametrize(
    ("language", "says", "asks"),
    [
        ("de", "meine mails kommen nicht an", "Zeigt dein Mailprogramm eine Fehlermeldung?"),
        ("de", "bei mir kommt nix an", "Zeigt dein Mailprogramm eine Fehlermeldung?"),
        ("de", "ich kann nichts senden", "Was passiert, wenn du eine Mail abschickst?"),
        ("de", "outlook warnt dass der name nicht zum zertifikat passt", "beim Posteingang genau"),
        ("de", "das passwortfenster geht immer wieder auf", "Was trifft zu?"),
        ("en", "mails show up more than once", "is your club address set up twice?"),
    ],
)
async def test_what_only_names_the_trouble_is_no_answer_yet(member: Chat, language: str, says: str, asks: str) -> None:
    assert asks in await talk(member, says, language)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("de", "verdammt ich krieg nix rein und nix raus"),
        ("de", "SEIT GESTERN GEHT MEINE MAIL NICHT MEHR!!!! WAS IST DA LOS"),
        ("de", "senden und empfangen geht beides nicht"),
        ("de", "ich kann weder mails empfangen noch verschicken"),
        ("de", "i bring nix naus und kriag nix rei"),
        ("de", "hier geht gar nichts mehr mit den mails!!"),
        ("de", "/trouble | >Gar nichts"),
        ("de", "/trouble | seit gestern"),
        ("de", "ich kann nichts senden | empfangen und senden geht nicht"),
        ("de", "ich kann nichts senden | seit gestern geht auch empfangen nicht mehr"),
        ("de", "ich kann nichts senden | ich kann auch nichts empfangen"),
        ("en", "i cannot send | i can't receive either"),
        ("de", "senden geht nicht, empfangen auch nicht"),
        ("de", "nix geht mehr hilfe"),
        ("en", "i can neither send nor receive emails"),
        ("en", "my email is completely dead since monday"),
        ("en", "no mail comes in or goes out"),
        ("en", "since yesterday my mail does not work at all"),
        ("fr", "je ne peux ni envoyer ni recevoir"),
        ("fr", "depuis hier plus rien ne marche"),
    ],
)
async def test_where_nothing_works_a_kind_word_and_one_first_step_for_everything(member: Chat, language: str, says: str) -> None:
    heard = await talk(member, says, language)
    assert {"de": "Das ist ärgerlich", "en": "That is annoying", "fr": "C'est pénible"}[language] in heard
    assert any("📡" in label for label in member.buttons()), "the servers can be checked from here"


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        (
            "de",
            "ich kann nichts verschicken | abrufen klappt aber",
            ["Das Empfangen klappt also", "Was passiert, wenn"],
        ),
        ("de", "ich kann nichts verschicken | empfangen funktioniert", ["Das Empfangen klappt also"]),
        ("de", "ich krieg keine mails | schicken kann ich", ["Das Senden klappt also", "Fehlermeldung?"]),
        ("de", "ich krieg keine mails | verschicken geht, abrufen nicht", ["Das Senden klappt also", "Fehlermeldung?"]),
        ("de", "ich krieg keine mails | nur empfangen klappt", ["Senden klappt nicht"]),
        ("en", "i cannot send | receiving is fine", ["so receiving works", "What happens when you send"]),
        ("en", "i don't receive emails | sending works though", ["so sending works"]),
        ("fr", "je ne reçois plus de mails | l'envoi marche", ["l'envoi marche donc"]),
        ("de", "ich kann nichts verschicken | das Internet läuft", ["Das Internet geht also", "Was passiert, wenn"]),
        ("de", "ich krieg keine mails | nein | youtube geht", ["Das Internet geht also", "Kannst du Mails senden?"]),
        ("de", "ich krieg keine mails | nein | internet geht auch nicht", ["Dann liegt es am Internet"]),
        ("en", "i don't receive emails | no | yes | the website opens", ["so the internet works", "Does another device"]),
        ("en", "i don't receive emails | no connection | web pages open", ["Usually one value"]),
        ("fr", "je ne peux pas envoyer de mails | internet fonctionne", ["internet marche donc"]),
        ("de", "geht nicht | nur verschicken geht", ["Es kommen keine Mails an"]),
        ("de", "geht nicht | bloß empfangen klappt", ["Senden klappt nicht"]),
        ("de", "geht nicht | i ko bloß schicka", ["Es kommen keine Mails an"]),
        ("de", "geht nicht | nur senden geht ned", ["Senden klappt nicht"]),
        ("en", "it does not work | only receiving works", ["Sending does not work"]),
        ("de", "nur das Empfangen klappt", ["Senden klappt nicht"]),
        ("en", "i can only send", ["Emails do not arrive"]),
    ],
)
async def test_the_direction_that_works_is_noted_and_the_other_looked_into(
    member: Chat, language: str, says: str, hears: list[str]
) -> None:
    heard = await talk(member, says, language)
    assert all(line in heard for line in hears), heard


@pytest.mark.parametrize(
    ("says", "asks"),
    [
        ("ich kann senden aber nicht empfangen", "Zeigt dein Mailprogramm eine Fehlermeldung?"),
        ("Ich kann seit gestern nichts mehr verschicken, empfangen geht", "Was passiert, wenn du eine Mail abschickst?"),
        ("seit gestern kommen keine mails mehr rein", "Zeigt dein Mailprogramm eine Fehlermeldung?"),
    ],
)
async def test_where_one_of_both_works_only_the_other_is_looked_into(member: Chat, says: str, asks: str) -> None:
    assert asks in await talk(member, says)


async def test_from_there_the_likely_causes_are_gone_through(member: Chat) -> None:
    assert "Was trifft zu?" in await talk(member, "weder senden noch empfangen geht | internet geht")
    assert "mobile Daten" in await talk(member, "keine meldung")
    assert "Router" in await talk(member, "weder senden noch empfangen geht | >Nein")


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("de", "darf ich die warnung wegklicken"),
        ("de", "Zertifikat ungültig was soll ich machen | ist es schlimm wenn ich auf fortfahren klicke"),
        ("de", "Zertifikat ungültig was soll ich machen | darf ich die warnung wegklicken?"),
        ("de", "Zertifikat ungültig was soll ich machen | ja | und wenn ich einfach auf ok drücke"),
        ("de", "/trouble | >Warnung | derf i des ignorieren"),
        ("de", "/trouble | >Warnung | und wenn ichs doch mach?"),
        ("de", "/trouble | >Warnung | kann da was passieren"),
        ("en", "/trouble | >Certificate | what if i accept it anyway"),
        ("de", "da kommt was von zertifikat, soll ich das bestätigen?"),
        ("en", "/trouble | >Certificate | is it dangerous to continue?"),
        ("en", "/trouble | >Certificate | yes | can i just click ok"),
        ("en", "certificate warning shall i accept"),
        ("fr", "/trouble | >certificat | est-ce grave si je continue"),
        ("fr", "/trouble | >certificat | puis-je accepter"),
    ],
)
async def test_whoever_asks_to_confirm_a_warning_hears_no_first(member: Chat, language: str, asked: str) -> None:
    assert (await talk(member, asked, language)).startswith(NO[language])
    assert len(member.buttons()) > 1, "and the tree goes on where it was"


@pytest.mark.parametrize(
    ("language", "asked", "no"),
    [
        ("de", "es kommt verbindung mit ssl nicht möglich, ohne ssl einrichten?", "Nein, mit IMAP nicht ohne SSL"),
        (
            "de",
            "iphone einrichten | >IMAP | es kommt verbindung mit ssl nicht möglich, ohne ssl einrichten?",
            "Nein, mit IMAP nicht",
        ),
        ("de", "/trouble | >Warnung | und ohne verschlüsselung?", "Nein, mit IMAP nicht ohne SSL"),
        ("en", "/trouble | >Certificate | can i set it up without ssl", "No, with IMAP do not set it up without SSL"),
    ],
)
async def test_whoever_asks_to_do_without_encryption_hears_no_first(member: Chat, language: str, asked: str, no: str) -> None:
    assert (await talk(member, asked, language)).startswith(no)


@pytest.mark.parametrize(("language", "says"), [("de", "es kommt eine warnung mit zertifikat"), ("en", "certificate problem")])
async def test_the_first_page_on_a_warning_says_not_to_confirm_it(member: Chat, language: str, says: str) -> None:
    assert {"de": "Bestätige die Warnung nicht", "en": "Do not confirm the warning"}[language] in await talk(
        member, says, language
    )


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        (
            "de",
            "Mein iPhone sagt: Der Server für ausgehende E-Mails konnte nicht verbunden werden",
            "Steht dort Port 587",
        ),
        ("de", "es kommt die Meldung Benutzername oder Kennwort falsch", "Was trifft zu?"),
        ("de", "outlook: kann nicht mit server verbunden werden", "Öffnet sich auf demselben Gerät"),
        ("de", "gmail sagt: anmelden nicht möglich", "Was trifft zu?"),
        ("de", "outlook fehler 0x800ccc0e", "Öffnet sich auf demselben Gerät"),
        ("de", "fehler 0x800CCC92", "Was trifft zu?"),
        ("de", "da steht sie konnte nicht zugestellt werden", "zurückgekommene Mail"),
        ("de", "iphone sagt empfänger wurde vom server abgelehnt", "fehlt beim Postausgang die Anmeldung"),
        ("de", "Die Identität von c9.webspace-verkauf.de kann nicht überprüft werden", "Bestätige die Warnung nicht"),
        ("en", "my iphone says the connection to the outgoing server failed", "Does it say port 587"),
        ("en", "it says the server for outgoing mail could not be reached", "Does it say port 587"),
        ("en", "outlook says it cannot connect to the server", "Does any web page open"),
        ("fr", "il dit que le serveur ne répond pas", "Une page web"),
    ],
)
async def test_a_message_of_a_program_in_own_words_is_the_trouble_it_tells(
    member: Chat, language: str, says: str, hears: str
) -> None:
    assert hears in await talk(member, says, language)

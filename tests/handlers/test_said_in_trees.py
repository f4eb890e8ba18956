"""What members say amid a trouble, of their program or of what they see there: no word leads away from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize(
    ("language", "says", "hears", "stays"),
    [
        ("de", "ich kann keine mails senden | ich benutze das iphone", "um Mail (iPhone / iPad)", "Was passiert, wenn du"),
        ("de", "meine mails kommen nicht an | mein iphone", "um Mail (iPhone / iPad)", "eine Fehlermeldung?"),
        ("de", "meine mails kommen nicht an | das passiert in outlook", "um Outlook (klassisch)", "eine Fehlermeldung?"),
        ("de", "meine mails kommen nicht an | android handy", "Gut zu wissen!", "eine Fehlermeldung?"),
        ("de", "meine mails kommen nicht an | handy", "Gut zu wissen!", "eine Fehlermeldung?"),
        ("de", "meine mails sind alle weg | auf dem handy", "Gut zu wissen!", "mit POP3 ab?"),
        ("de", "ich krieg nix rein und nix raus | thunderbird", "um Thunderbird", "irgendeine Internetseite"),
        ("de", "/trouble | i hab a samsung", "um Samsung E-Mail", "Was klappt nicht?"),
        ("de", "meine mails kommen nicht an | ich nutz outlook 2016 auf windows 10", "um Outlook (klassisch)", "Fehlermeldung?"),
        ("de", "ich kann nichts senden | das ist auf meinem mac mit apple mail", "um Apple Mail (Mac)", "Was passiert, wenn"),
        ("de", "passwort wird abgelehnt | bei thunderbird am handy", "um Thunderbird Android", "Was trifft zu?"),
        ("en", "my mails don't arrive | it's on my iphone", "about Mail (iPhone / iPad)", "an error message?"),
        ("en", "i cannot send emails | i'm using thunderbird", "about Thunderbird", "What happens when you"),
        ("fr", "je ne peux pas envoyer de mails | thunderbird", "de Thunderbird", "envoi"),
    ],
)
async def test_a_program_named_in_a_tree_is_noted_and_the_tree_goes_on(
    member: Chat, language: str, says: str, hears: str, stays: str
) -> None:
    heard = await talk(member, says, language)
    assert hears in heard
    assert stays in heard


@pytest.mark.parametrize(
    ("language", "says", "hears", "not_said"),
    [
        ("de", "ich kann keine mails senden | >Postausgang | >Wo sehe | samsung", "• Samsung E-Mail: ☰", "Thunderbird"),
        ("de", "ich kann keine mails senden | samsung | >Postausgang | >Wo sehe", "• Samsung E-Mail: ☰", "Thunderbird"),
        ("de", "ich kann am iphone keine mails senden | >Postausgang | >Wo sehe", "• iPhone: dein", "Outlook"),
        ("de", "ich kann keine mails senden | >Postausgang | >Wo sehe | android handy", "• Gmail-App: ☰", "iPhone"),
        ("de", "ich kann keine mails senden | >Postausgang | >Wo sehe | apple mail", "• Apple Mail (Mac): „Mail“", "iPhone"),
        ("en", "i cannot send emails | it stays in the outbox | >Where | thunderbird", "• Thunderbird: “Account", "iPhone"),
        ("fr", "je ne peux pas envoyer de mails | >bo | >Où | samsung", "• Samsung E-mail : ☰", "iPhone"),
    ],
)
async def test_of_a_list_of_programs_the_line_of_the_named_one_is_shown(
    member: Chat, language: str, says: str, hears: str, not_said: str
) -> None:
    heard = await talk(member, says, language)
    assert hears in heard
    assert not_said not in heard


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        ("de", "ich kann keine mails senden | >Postausgang | ich hab outlook", "💡 In Outlook (klassisch): „Datei“"),
        ("de", "Mein iPhone sagt: die mail bleibt im postausgang", "💡 Am iPhone und iPad"),
        ("de", "meine mails kommen nicht an | em client | >keine Verb | >Ja", "💡 In eM Client"),
        ("en", "i cannot send emails | it stays in the outbox on my iphone", "💡 On the iPhone and iPad"),
        ("de", "gmail einrichten | >IMAP | ich kann keine mails senden | >Postausgang", "💡 In der Gmail-App"),
        (
            "de",
            "thunderbird einrichten | >IMAP | alle werte | >Klappt nicht | ich kann nichts senden | >Postausgang",
            "💡 In Thunderbird",
        ),
    ],
)
async def test_where_values_are_compared_the_place_in_the_named_program_is_told(
    member: Chat, language: str, says: str, hears: str
) -> None:
    assert hears in await talk(member, says, language)


@pytest.mark.parametrize(
    ("says", "hears"),
    [
        ("ich kann keine mails senden | thunderbird einrichten", "Das ist Thunderbird am PC"),
        ("ich kann keine mails senden | wie geht das in thunderbird", "Das ist Thunderbird am PC"),
        ("meine mails kommen nicht an | windows mail", "gibt es nicht mehr"),
    ],
)
async def test_whoever_wants_a_program_set_up_is_led_there_all_the_same(member: Chat, says: str, hears: str) -> None:
    assert hears in await talk(member, says)


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        ("de", "ich kann keine mails senden | >Postausgang | wo steht das", "• Thunderbird: „Konten-Einstellungen“"),
        ("de", "ich kann keine mails senden | >Postausgang | wo sehe ich den benutzernamen", "• Thunderbird: „Konten"),
        ("de", "ich kann keine mails senden | wo steht das in outlook", "• Outlook (klassisch): „Datei“"),
        ("de", "ich kann keine mails senden | >Postausgang | wo steht das | nein", "genauer hinsieht"),
        ("de", "ich kann keine mails senden | da ist 25 eingestellt", "Trag beim Postausgang ein"),
        ("de", "ich kann keine mails senden | 587 steht drin", "fehlt beim Postausgang die Anmeldung"),
        ("de", "meine mails kommen nicht an | router telekom speedport", "Manche Speedport-Router"),
        ("de", "meine mails kommen nicht an | 110 steht da", "Für POP3 gibt der Verein"),
        ("de", "meine mails kommen nicht an | es steht 143 drin", "Dann trag beim Posteingang Port 993"),
        ("de", "/trouble | >Langsam | >Geht nur | >Zu Hause | i hab a fritzbox", "Die FRITZ!Box kann"),
        ("de", "meine mails sind alle weg | am pc sind sie noch", "Gut, dann sind sie nicht verloren"),
        ("en", "/trouble | sending only", "What happens when you send"),
        ("en", "/trouble | sending only | it is on 25", "For outgoing mail enter"),
        ("en", "my mails don't arrive | it is set to 143", "Then enter port 993"),
        ("en", "my mails don't arrive | we have a speedport", "Some Speedport routers"),
        ("fr", "je ne peux pas envoyer de mails | c'est sur 25", "587"),
    ],
)
async def test_what_is_said_of_the_trouble_leads_to_its_place_from_anywhere_in_the_tree(
    member: Chat, language: str, says: str, hears: str
) -> None:
    assert hears in await talk(member, says, language)


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        ("de", "ich kann nix senden | thunderbird | keine ahnung was da steht", "Macht nichts, dann machen wir so weiter"),
        ("de", "ich kann nix senden | >Postausgang | ich weiß nicht was da steht bei mir", "Macht nichts"),
        ("en", "i cannot send | i don't know what it says there", "Never mind"),
        ("de", "thunderbird einrichten | was ist ein port", "Ein Port ist eine Nummer"),
        ("de", "es geht nicht | was ist ein port", "Ein Port ist eine Nummer"),
        ("en", "set up thunderbird | what is a port", "A port is a number"),
    ],
)
async def test_not_knowing_leads_on_and_an_asked_word_is_explained(member: Chat, language: str, says: str, hears: str) -> None:
    assert hears in await talk(member, says, language)

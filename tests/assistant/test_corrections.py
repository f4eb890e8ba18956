"""Values that members name, and whether they hear that these are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import ActionKind
from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("ist 143 richtig für imap?", "Nein"),
        ("ist 993 richtig beim imap eingang?", "Ja"),
        ("imap.kolping-schoenau.de?", "Nein"),
        ("heißt der server kolping-schoenau.de?", "Nein"),
        ("heißt der Server wirklich c9.webspace-verkauf.de?", "Ja"),
        ("Ist c9.webspace-verkauf.de der richtige Server?", "Ja"),
        ("is C9.webspace-verkauf.de the right server?", "Yes"),
        ("465 oder 587 beim senden?", "Ports zum Senden"),
        ("da steht 465, müsste da nicht 587 hin?", "Ja"),
        ("Bei POP3 steht 995, sollte das nicht 110 sein", "Ja"),
        ("gehört da nicht 143 hin bei IMAP?", "Nein"),
        ("muss da nicht SSL rein beim IMAP-Eingang?", "Ja"),
        ("shouldn't it be 993 instead of 143?", "Yes"),
        ("im Postausgang steht 578, ein Zahlendreher? imap", "Ja, in der Anleitung steht es anders"),
        ("Ist 587 für den Ausgang falsch?", "Nein, das ist richtig"),
        ("Stimmt was mit Port 993 nicht?", "Nein, das ist richtig"),
        ("is port 587 wrong for sending?", "No, that is right"),
        ("ist 143 falsch?", "Ja, in der Anleitung steht es anders"),
        ("Ist 993 richtig oder falsch?", "Ja, das stimmt"),
        ("Kann das sein, dass bei IMAP 993 rein muss? Oder hab ich da was verwechselt?", "Ja, das stimmt"),
        ("143 beim IMAP-Eingang, kann das sein oder hab ich das vertauscht?", "Nein"),
        ("Wenn ich auf IMAP umsteige, bleibt dann die 25?", "Nein"),
        ("Beim IMAP-Eingang steht 939, geht nicht", "Port 993"),
        ("Den Servernamen hab ich beim Benutzernamen eingetippt, stimmt das?", "Nein"),
        ("is des es Passwort vom Google-Konto, wo da nei muss?", "Nein"),
        ("Ist das Passwort dasselbe wie fürs WLAN?", "Nein"),
        ("is the password the same as for the wifi?", "No"),
        ("Ist mein Kennwort dasselbe wie das von der Kassierin?", "Bei „Kennwort“ trägst du dein Passwort ein"),
        ("Muss am Ausgang auch ein Benutzername rein, und wenn ja, welcher?", "Ja, auch beim Senden"),
        ("SSL beim IMAP-Ausgang geht nicht. Was muss da hin?", "Trag stattdessen ein"),
        ("kann ich mit POP3 auch Port 587 nehmen", "Ja, das geht auch"),
        ("465 geht nicht", "Nein"),
        ("imap 993?", "Ja, das stimmt."),
        ("587 starttls?", "Ja, das stimmt."),
        ("587 mit SSL?", "Nein"),
        ("Port 993 gesperrt?", "Der Port ist richtig."),
        ("Im Netz steht überall 995 für POP. Sind Sie sicher mit Ihrem Wert beim Eingang?", "Ja, so steht es in der Anleitung."),
        ("everybody says 465 for sending with IMAP. are you sure about your number?", "Yes, that is what the instructions say."),
        (
            "Nimmt POP einen anderen Server als IMAP?",
            "Nein, es ist derselbe. Der Server heißt c9.webspace-verkauf.de – für IMAP und POP3",
        ),
    ],
)
def test_a_named_value_is_confirmed_or_corrected(assistant: Assistant, says: str, begins: str) -> None:
    answer = said(assistant, says)
    assert answer.startswith(begins)
    assert "143" not in answer


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("Port 110 ist verschlüsselt, oder?", "Nein, Port 110 ist hier nicht verschlüsselt."),
        ("port 993 ohne ssl, richtig?", "Nein"),
        ("port 587 mit ssl/tls richtig?", "Nein"),
        ("port 587 mit STARTTLS richtig?", "Ja, das stimmt"),
        ("port 110 is encrypted, right?", "No, port 110 is not encrypted here."),
        ("port 25 ohne ssl, passt das?", "Ja, Port 25 ist hier unverschlüsselt."),
        ("beim ausgang von imap ssl, richtig?", "Nein"),
        ("beim eingang von imap ssl, richtig?", "Ja, das stimmt"),
        ("imap ist unverschlüsselt, stimmt das?", "Nein"),
        ("muss ich ssl bei pop3 auswählen?", "Nein"),
        ("Eingang von IMAP mit keine Verschlüsselung, ist das falsch?", "Ja, in der Anleitung steht es anders"),
        ("SSL oder STARTTLS beim Ausgang von IMAP?", "Verschlüsselung"),
        ("pop3 mit oder ohne ssl?", "Verschlüsselung"),
        ("ssl?", "Verschlüsselung"),
        ("ist pop3 sicher?", "Nein, POP3 ist hier nicht verschlüsselt."),
        ("is imap encrypted?", "Yes, IMAP is encrypted here."),
        ("mein sohn hat gesagt pop ist sicherer stimmt das", "Nein, POP3 ist hier nicht verschlüsselt."),
        ("warum ist imap nicht verschlüsselt?", "Doch, IMAP ist hier verschlüsselt."),
        ("ist pop3 unverschlüsselt?", "Ja, POP3 ist hier unverschlüsselt."),
        ("Ist POP3 bei uns verschlüsselt, ja oder nein?", "Nein, POP3 ist hier nicht verschlüsselt."),
        ("Kann im Hotel-WLAN jemand mein Passwort mitlesen, wenn ich POP3 benutze?", "Ja, POP3 ist hier unverschlüsselt."),
        ("kann bei imap jemand im café mein passwort abfangen", "Nein, IMAP ist hier verschlüsselt."),
        ("Ist IMAP sicherer als POP3?", "Ja: IMAP ist hier verschlüsselt, POP3 nicht."),
        ("Ist STARTTLS genauso sicher wie SSL/TLS?", "Ja, mit STARTTLS ist die Verbindung genauso verschlüsselt"),
        ("Is STARTTLS as safe as SSL/TLS?", "Yes, with STARTTLS"),
        ("STARTTLS oder SSL, was ist sicherer?", "Verschlüsselung"),
        ("warum ist starttls nicht sicher?", "Verschlüsselung"),
        ("kann ich pop3 mit ssl machen", "Nein, POP3 ist hier nicht verschlüsselt."),
        ("muss ich SSL bei POP anhaken", "Nein, POP3 ist hier nicht verschlüsselt."),
        ("muss ich bei POP den SSL-Haken rausmachen?", "Ja, POP3 ist hier unverschlüsselt."),
        ("kann ich bei IMAP das SSL ausschalten?", "Nein, IMAP ist hier verschlüsselt."),
        ("do i have to untick ssl for pop?", "Yes, POP3 is unencrypted here."),
        ("bei POP keinen Haken bei SSL, stimmt das?", "Ja, POP3 ist hier unverschlüsselt."),
        ("darf ich SSL nicht ausschalten bei IMAP?", "Doch, IMAP ist hier verschlüsselt."),
        ("brauch ich bei imap ssl?", "Ja, IMAP ist hier verschlüsselt."),
        ("stimmt es dass imap unsicher ist", "Nein, IMAP ist hier verschlüsselt."),
        ("imap ausgang mit tls, richtig?", "Ja"),
        ("imap ausgang mit ssl, richtig?", "Nein"),
        ("STARTTLS or SSL for 587?", "Encryption: STARTTLS"),
        ("port 993, starttls oder ssl?", "Verschlüsselung: SSL/TLS"),
        ("wird beim senden über 587 verschlüsselt?", "Ja, Port 587 ist hier verschlüsselt."),
        ("soll ich dir mein passwort schicken?", "Nein, bitte nicht: Dein Passwort gehört nur in dein Mailprogramm."),
        ("welche verschlüsselung bei pop?", "Verschlüsselung für POP3"),
        ("welche gesicherte Verbindung nehm ich bei IMAP?", "Verschlüsselung für IMAP"),
        ("which secure connection type for sending with imap?", "Encryption: STARTTLS"),
        ("wie ist POP3 verschlüsselt?", "Verschlüsselung für POP3"),
        ("bei IMAP steht STARTTLS, soll das so?", "Richtig ist das nur für Postausgang mit IMAP (Port 587)."),
        ("SSL bei IMAP, stimmt das?", "Richtig ist das nur für Posteingang mit IMAP (Port 993)."),
        ("it says no encryption, is that normal?", "That is right only for incoming mail with POP3 (port 110), outgoing"),
        ("Werden unsere Mails verschlüsselt?", "IMAP ist hier verschlüsselt, POP3 nicht."),
    ],
)
def test_what_is_said_of_the_encryption_is_confirmed_or_corrected(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("hans.mueller@kolping-schoenau.de als Benutzername, richtig?", "Ja"),
        ("hans.mueller@gmx.de als Benutzername, richtig?", "Nein"),
        ("Mein Benutzername ist Hans Müller, stimmt das?", "Nein"),
        ("is my username my first name, right?", "No"),
        ("Muss ich bei Benutzername meinen Namen oder die E-Mail-Adresse angeben?", "Dein Benutzername"),
        ("Stimmt es, dass die Adresse auch der Benutzername ist?", "Ja, das stimmt. Dein Benutzername"),
        ("Benutzername ist nur Jugend, oder?", "Nein"),
        ("my user name is secretary, correct?", "No"),
        ("Benutzername kassier?", "Nein"),
        ("Ist der Benutzername bloß der Teil vor dem @?", "Nein"),
        ("do i sign in with just the front part?", "No"),
        ("Melde ich mich mit der ganzen Adresse an?", "Ja"),
        ("is the full address the user name?", "Yes"),
        ("Ist der Benutzername meine GMX-Adresse?", "Nein"),
        ("Kann ich als Benutzername meine private Mailadresse nehmen?", "Nein"),
        ("can the user name be my own gmail?", "No"),
        ("Private Adresse oder die vom Verein als Benutzername?", "Dein Benutzername"),
        ("Nutzername jugend@kolping-schoenau.de eingegeben, einverstanden?", "Ja, das stimmt."),
        ("username is chair@kolping-schoenau.de, happy with that?", "Yes, that is right."),
        ("Nutzer: webmaster. Langt das?", "Nein"),
        ("user name: chair. will that do?", "No"),
        ("Benutzername: Schriftführer KfSB. Passt das so?", "Nein"),
        ("Username: Treasurer KfSB, is that it?", "No"),
        ("Beim Benutzernamen steht bloß jugend ohne das Hintendran. Muss ich den Rest ergänzen?", "Ja. Dein"),
        ("Bei Benutzername steht kassier, muss da noch was dran?", "Ja. Dein"),
        ("User name shows just the part in front of the @. Do I have to add the rest?", "Yes. Your"),
        ("Bei Benutzername steht nur der Teil vor dem @. Was muss da noch dran?", "Dein Benutzername"),
        ("Soll ich beim Benutzernamen kassier durch kassier@kolping-schoenau.de ersetzen?", "Ja. Dein"),
        ("Benutzername steht info@kolping-schoenau.de, muss ich das ändern?", "Nein, das ist richtig."),
        ("Wie ändere ich den Benutzernamen kassier@kolping-schoenau.de?", "Dein Benutzername"),
        ("Benutzername mit oder ohne @?", "Dein Benutzername"),
        ("Login für meine Mailadresse?", "Du meldest dich so an"),
        ("Welcher Benutzername?", "Dein Benutzername"),
        ("Benutzername bei Thunderbird?", "Dein Benutzername"),
    ],
)
def test_a_user_name_is_confirmed_or_corrected(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("nur der vordere Teil?", "Nein"),
        ("nur mein Vorname?", "Nein"),
        ("mit dem @ und allem?", "Ja"),
        ("mit oder ohne @?", "Dein"),
        ("nur die erste Hälfte?", "Nein"),
        ("bei mir steht kassier", "Nein"),
        ("bloß kassier?", "Nein"),
        ("ich bin Kassier", "Dein"),
        ("ich hab jugend@kolping-schoenau.de drin", "Ja"),
        ("da steht max@gmx.de", "Nein"),
        ("jugend@kolping-schoenau.de dann?", "Ja"),
        ("also die vom Verein?", "Ja"),
        ("meine private?", "Nein"),
    ],
)
def test_how_much_of_the_address_it_is(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, "Was ist mein Benutzername?", says).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("endet die Adresse auf kolping-schoenau.de?", "Ja"),
        ("does my address end with kolping-schoenau.de?", "Yes"),
        ("hört meine Adresse mit kolping-schoenau.com auf?", "Nein"),
        ("Endet die Adresse auf .com?", "Nein"),
        ("does the address end in .net?", "No"),
        ("is the end of our email address .de?", "Yes"),
        ("Geht die Adresse hinten mit .com weiter oder .de?", "Deine E-Mail-Adresse"),
        ("jugend@kolpingschoenau.de ohne Bindestrich, stimmt die Mailadresse?", "Nein"),
        ("Is there a dash in the address?", "Yes"),
        ("Schreibt man die Adresse ohne Bindestrich?", "Nein"),
        ("Ist kolpingschoenau.de ohne Strich richtig?", "Nein"),
        ("I typed kolpingschoenau.de without the dash all evening, is that wrong?", "Yes"),
        ("kasse@kolping-schoenau.de ist meine Adresse, richtig?", "Deine E-Mail-Adresse"),
    ],
)
def test_the_end_of_the_address_is_confirmed_or_corrected(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        (".com?", "Nein"),
        ("hinten .org?", "Nein"),
        ("also @kolping-schoenau.de mit Bindestrich?", "Ja"),
        ("gehört da kein Bindestrich rein?", "Nein"),
        ("kolpingschoenau.de?", "Nein"),
    ],
)
def test_the_end_of_the_address_is_asked_back(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, "Wie endet die Adresse?", says).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("Under 'Your name' I wrote Auditor KfSB, would that be correct?", "Yes"),
        ("Name: Beisitzer KfSB. Würde das passen?", "Ja"),
        ("Is 'Secretary' alone correct for my name?", "No"),
    ],
)
def test_the_name_that_others_see_is_confirmed_or_corrected(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins", "tree"),
    [
        ("993 geht nicht", "Der Port ist richtig", "receive"),
        ("Port 587 geht bei mir nicht", "Der Port ist richtig", "send"),
        ("Outlook sagt Port 993 ist nicht erreichbar", "Der Port ist richtig", "receive"),
        ("Mein Provider blockt Port 993", "Der Port ist richtig", "network"),
        ("port 587 doesn't work", "The port is right", "send"),
    ],
)
def test_who_has_the_right_port_and_no_luck_is_led_on(assistant: Assistant, says: str, begins: str, tree: str) -> None:
    answer = assistant.ask(says).answer
    assert answer is not None
    assert answer.plain.startswith(begins)
    assert answer.actions[0].target == tree


@pytest.mark.parametrize("says", ["welcher port für imap?", "143 geht nicht", "ist 993 falsch?"])
def test_else_no_trouble_is_looked_into(assistant: Assistant, says: str) -> None:
    answer = assistant.ask(says).answer
    assert answer is not None
    assert all(action.kind is not ActionKind.TROUBLE for action in answer.actions)


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("Ist der Server für Ein- und Ausgang der gleiche?", "Ja, das ist dasselbe."),
        ("is it the same server for imap and pop?", "Yes, that is the same."),
        ("ist der port für ein- und ausgang der gleiche?", "Nein, da gibt es einen Unterschied."),
        ("welcher server für imap und pop?", "Der Server heißt"),
    ],
)
def test_whether_it_is_the_same_is_answered_with_yes_or_no(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("kann man ohne Kennwort verschicken?", "Nein, Benutzername und Passwort brauchst du"),
        ("geht IMAP auch ohne Anmeldung?", "Nein, Benutzername"),
        ("darf ich das Passwort beim Ausgang weglassen?", "Nein, Benutzername"),
        ("Der Sepp sagt, zum Verschicken brauchts koi Passwort. Stimmt des?", "Nein, Benutzername"),
        ("beim Postausgang ist keine Anmeldung eingestellt, passt das?", "Nein, Benutzername"),
        ("beim Postausgang ist keine Anmeldung eingestellt, ist das falsch?", "Ja, Benutzername"),
        ("brauch ich beim Ausgang gar keine Anmeldung?", "Doch, Benutzername"),
        ("can I leave the password blank?", "No, you need your user name and password"),
        ("I don't need a password for sending, right?", "No, you need"),
        ("peut-on envoyer sans mot de passe ?", "Non, il faut le nom d'utilisateur"),
        ("brauche ich zum Senden ein Passwort?", "Ja, auch beim Senden"),
        ("brauche ich zum Senden ein anderes Passwort?", "Nein, beim Senden ist es dasselbe"),
        ("warum geht senden ohne Passwort nicht?", "Bei „Kennwort“ trägst du"),
        ("hast du kein Passwort für mich?", "Bei „Kennwort“ trägst du"),
    ],
)
def test_it_does_not_work_without_logging_in(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        (["wenn 110 drinsteht, ist es dann POP?"], "Ja, 110 gehört zu POP3.\n\nPort 110"),
        (["bei mir steht 993, hab ich dann IMAP?"], "Ja, 993 gehört zu IMAP."),
        (["da steht 993, ist es dann POP?"], "Nein, 993 gehört zu IMAP."),
        (["my account says 110, so is it POP?"], "Yes, 110 belongs to POP3."),
        (["geht 587 mit POP?"], "Ja, das geht auch."),
        (["nutzt POP zum Senden auch Port 587?"], "Nein, in der Anleitung steht es anders. Port 25"),
        (["habt ihr bei POP zum Senden auch 587?"], "Nein, in der Anleitung steht es anders. Port 25"),
        (["is 587 used for pop outgoing as well?"], "No, the instructions say otherwise. Port 25"),
        (["Is 587 the outgoing port for pop3?"], "No, the instructions say otherwise. Port 25"),
        (["darf ich bei POP auch 587 nehmen?"], "Ja, das geht auch."),
        (["Was muss als Name eingegeben werden, ich bin Schriftführer"], "Bei „Ihr Name“ trägst du ein"),
        (["bei Name steht Kassierer eingetragen, passt das?"], "Nein"),
        (["ist 993 richtig", "zum Senden?"], "Nein, in der Anleitung steht es anders. Port 587 – IMAP, zum Senden"),
        (["Port 110 steht da", "also ist es POP?"], "Port 110 – POP3"),
        (["Heißt der Server c9.webspace-verkauf.de auch beim Senden?"], "Ja, das stimmt. Postausgangsserver"),
        (["Heißt der Server imap.kolping-schoenau.de auch beim Senden?"], "Nein, in der Anleitung steht es anders."),
        (["The auto setup found imap.kolping-schoenau.de, is that correct?"], "No, the instructions say otherwise."),
        (["Im Heft: POP3, 110, kein SSL, Ausgang 25. Gilt das noch, oder muss ich das ändern?"], "Ja, das stimmt.\n\n✓"),
        (
            ["Wir verschicken Listen. Eingestellt ist Port 110. Ist das verschlüsselt?"],
            "Nein, Port 110 ist hier nicht verschlüsselt.\n\nPort 110",
        ),
    ],
)
def test_what_is_asked_of_a_value_is_answered_first(assistant: Assistant, turns: list[str], begins: str) -> None:
    assert said(assistant, *turns).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("Mein Handy kann kein STARTTLS. Geht IMAP auch ohne Verschlüsselung?", "Nein, IMAP ist hier verschlüsselt."),
        ("The old tablet doesn't support TLS. Can I use IMAP without encryption?", "No, IMAP is encrypted here."),
        ("Das Programm hat kein SSL. Darf ich IMAP unverschlüsselt nehmen?", "Nein, IMAP"),
        ("ist IMAP nicht verschlüsselt?", "Doch, IMAP ist hier verschlüsselt."),
        ("brauch ich bei IMAP kein SSL?", "Doch, IMAP"),
        ("In der Liste steht kein SSL, nur TLS und STARTTLS. Was nehm ich?", "Nimm, was am ähnlichsten heißt"),
    ],
)
def test_what_is_lacking_does_not_turn_what_is_asked(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        (["Wie heißt der Server?", "für beides?"], "Ja, das ist dasselbe."),
        (["Welche Verschlüsselung?", "für beide?"], "Nein, da gibt es einen Unterschied."),
        (["Benutzername?", "gilt das für beides"], "Ja, auch beim Senden"),
        (["Passwort?", "gilt das auch für POP?"], "Ja, das ist dasselbe."),
        (["smtp server?", "same for pop?"], "Yes, that is the same."),
        (["outgoing port imap?", "same for pop?"], "No, they differ."),
        (["Verschlüsselung IMAP", "bei POP auch?"], "Nein, da gibt es einen Unterschied."),
        (["Verschlüsselung POP", "und für IMAP"], "Verschlüsselung für IMAP"),
        (["Server?", "gilt das auch zum Senden?"], "Ja, das ist dasselbe."),
    ],
)
def test_whether_the_last_answer_holds_for_something_else_is_answered_with_yes_or_no(
    assistant: Assistant, turns: list[str], begins: str
) -> None:
    assert said(assistant, *turns).startswith(begins)


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        (["Ist 995 richtig für POP?", "warum nicht"], "110 ist bei POP3 der übliche Port zum Empfangen (Posteingang)"),
        (["Port IMAP", "warum nicht 143"], "993 ist bei IMAP der übliche Port"),
        (["Ist POP verschlüsselt?", "warum nicht"], "Der Verein gibt POP3 ohne Verschlüsselung an"),
        (["Verschlüsselung IMAP", "why?"], "IMAP is encrypted here so that nobody can read"),
        (["Port IMAP", "warum?"], "Vorteile von IMAP"),
    ],
)
def test_the_reason_of_a_value_that_was_told_is_that_of_the_value(assistant: Assistant, turns: list[str], begins: str) -> None:
    assert said(assistant, *turns).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("warum ausgerechnet 993?", "993 ist bei IMAP der übliche Port zum Empfangen (Posteingang), verschlüsselt mit SSL/TLS."),
        ("why port 110 for pop?", "110 is the usual port of POP3 for receiving (incoming), without encryption."),
        ("warum ist der server nicht imap.kolping-schoenau.de", "Der Server heißt"),
        ("warum nicht 143?", "993 ist bei IMAP der übliche Port zum Empfangen (Posteingang), verschlüsselt mit SSL/TLS."),
        ("warum nicht 465?", "Ports zum Senden"),
        ("POP kein SSL, warum?", "Der Verein gibt POP3 ohne Verschlüsselung an; warum, steht nicht in"),
        ("pop ohne Verschlüsselung, wieso das", "Der Verein gibt POP3 ohne Verschlüsselung an; warum, steht nicht in"),
    ],
)
def test_why_is_answered_with_the_reason_and_never_with_no(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("Sind 993 und 143 bei IMAP falsch?", "Port 993"),
        ("ist 993 oder 143 bei imap falsch?", "Port 993"),
        ("Ist 993 oder 587 richtig?", "Ports (Eingang / Ausgang): IMAP 993 / 587"),
        ("hans@kolping-schoenau.de oder hans@gmx.de als Benutzername, richtig?", "Dein Benutzername ist"),
        ("hans@gmx.de oder hans@kolping-schoenau.de als Benutzername, richtig?", "Dein Benutzername ist"),
    ],
)
def test_of_several_values_named_at_once_none_is_called_right(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        (("Port IMAP Eingang?", "Da steht 143, gehört das so?"), "Nein"),
        (("Port IMAP Eingang?", "Da steht 993, gehört das so?"), "Ja, das stimmt."),
        (("Verschlüsselung beim Ausgang mit IMAP?", "Bei mir steht da SSL/TLS, ist das normal?"), "Nein"),
        (("imap port incoming?", "mine says STARTTLS, is it supposed to be like that?"), "No"),
        (("stimmt 465 beim Ausgang von IMAP?", "Muss ich das jetzt ändern?"), "Ja, in der Anleitung steht es anders. Port 587"),
        (("is port 143 right for imap?", "do I have to change that?"), "Yes, the instructions say otherwise. Port 993"),
        (("Muss ich den Port auf 993 umstellen?",), "Ja, das stimmt. Port 993"),
        (("Soll ich den Port auf 143 ändern?",), "Nein"),
        (("Ist das normal, dass 993 nicht geht?",), "Der Port ist richtig"),
    ],
)
def test_what_stands_in_a_program_is_held_against_what_was_told(assistant: Assistant, says: tuple[str, ...], begins: str) -> None:
    assert said(assistant, *says).startswith(begins)


def test_who_contradicts_with_a_wrong_value_hears_no(assistant: Assistant) -> None:
    answer = said(assistant, "welcher port bei pop3 zum empfangen?", "stimmt nicht, muss 995 sein")
    assert answer.startswith("Nein, in der Anleitung steht es anders.")

"""What a program shows or proposes is read out: the answer begins with a yes or a no."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("c8.webspace-verkauf.de steht auf meinem Zettel, ist das der richtige Server?", "Nein"),
        ("is c7.webspace-verkauf.de the right server?", "No"),
        ("beim unteren Server auch c9.webspace-verkauf.de?", "Ja"),
        ("IMAP Eingang, Verbindungssicherheit steht auf Keine. Passt das?", "Nein"),
        ("incoming imap, encryption says none. is that alright?", "No"),
        ("POP3 Eingang, Verschlüsselung: keine, stimmt's?", "Ja"),
        ("POP without any encryption, is that okay?", "Yes"),
        ("braucht IMAP eine Verschlüsselung?", "Ja"),
        ("Für IMAP hab ich 939 beim Eingang stehen, is that the right number?", "Nein"),
        ("Steht bei euch beim IMAP-Eingang auch 993?", "Ja, das stimmt."),
        ("IMAP: muss da beim Ausgang 465 stehen?", "Nein"),
        ("Postausgang von IMAP mit STARTTLS, hab ich das recht verstanden?", "Ja, das stimmt."),
        ("imap eingang 993 eingstellt, isch des recht?", "Ja, das stimmt."),
        ("Verschlüsslung STARTTLS beim Ausgang von IMAP, richtig?", "Ja, das stimmt."),
        ("STARTTLS anstatt SSL beim Senden mit IMAP, stimmt das?", "Ja, das stimmt."),
        ("Outlook hat 993 für den IMAP-Eingang gefunden, ist das korrekt?", "Ja, das stimmt."),
        ("Outlook hat für den IMAP-Ausgang 465 ausgesucht, soll ich das ändern?", "Ja, in der Anleitung steht es anders."),
        ("Outlook hat für den IMAP-Ausgang 587 ausgesucht, muss ich das ändern?", "Nein, das ist richtig."),
        ("erst stand da 465, passt jetzt 587? IMAP", "Ja, das stimmt."),
        ("it says 25, but is 587 correct for sending with imap?", "Yes, port 587 is right."),
        ("soll ich von 143 auf 993 umstellen?", "Ja, das stimmt."),
        ("Port 80 beim Eingang, richtig?", "Nein"),
        ("is port 22 correct for sending with imap?", "No"),
        ("darf ich das c9 vorne weglassen?", "Nein"),
        ("IMAP, rein 993 SSL/TLS, raus 587 STARTTLS. Stimmt alles?", "Ja, das stimmt."),
        ("imap: in 993 ssl/tls, out 587 starttls. is it all right?", "Yes, that is right."),
        ("Ich hab die Zahlen vertauscht: Eingang 587, Ausgang 993, bei IMAP", "Ja, in der Anleitung steht es anders."),
        ("bei Verschlüsselung steht keine, IMAP Ausgang, des is falsch oder", "Ja, in der Anleitung steht es anders."),
        ("Bei IMAP Eingang steht STARTTLS, ändern?", "Ja, in der Anleitung steht es anders."),
        ("Am Ausgang von IMAP steht STARTTLS, ändern?", "Nein, das ist richtig."),
        ("do I have to change 143 to 993?", "Yes, that is right."),
        ("da steht 993, muss ich das auf 143 ändern?", "Nein"),
        ("muss die 110 bei POP raus?", "Nein, das ist richtig."),
        ("muss die 143 bei IMAP raus?", "Ja, in der Anleitung steht es anders. Port 993"),
        ("the user name is only my first name i guess?", "No"),
        ("und der Benutzername... mein Nachname??", "Nein"),
        ("Benutzername, is des mei Vorname?", "Nein"),
        ("user name - my last name??", "No"),
        ("Kennwort: mein eigenes, gell?", "Ja, das stimmt."),
        ("beim Passwort des von meim Postfach, basst des?", "Ja, das stimmt."),
        ("is the password the one for the mailbox?", "Yes, that is right."),
        ("Beim Kennwort das vom PC, oder?", "Nein"),
        ("is it my Google password that goes under password?", "No"),
        ("Als Anzeigename steht da Schriftführer KfSB. Passt das?", "Ja, das stimmt."),
        ("do steht Kassier KfSB, basst des?", "Ja, das stimmt."),
        ("Login mein Nachname?", "Nein"),
        ("display name: Treasurer KfSB, okay?", "Yes, that is right."),
        ("Anzeigename nur Kassierer, reicht das?", "Nein"),
        ("Bei Ihr Name steht Max Huber. Richtig?", "Nein"),
        ("hob beim Ausgang vo POP STARTTLS drin. Verkehrt?", "Nein, das geht auch, mit Port 587."),
        ("Beim IMAP-Ausgang ist STARTTLS drin. Verkehrt?", "Nein, das ist richtig."),
        ("Da stand pop.example.net von vorher, ich hab es gelassen. War das verkehrt?", "Ja, in der Anleitung steht es anders."),
        ("Kein STARTTLS, sondern SSL beim Ausgang von IMAP, stimmt das?", "Nein"),
        ("no SSL but STARTTLS for sending with IMAP, right?", "Yes"),
        ("is it imap.gmx.net for receiving with the club address?", "No"),
        ("soll i bei POP beim Verschicken verschlüsseln?", "Ja, besser schon: mit Port 587 und STARTTLS."),
        ("can I encrypt sending with POP?", "Yes, better do: with port 587 and STARTTLS."),
        ("ist POP zum Senden verschlüsselt?", "Nein"),
        ("Adresse endet auf @kolping-schönau.de, stimmt's?", "Nein"),
        ("Meine Adresse endet auf @kolping-schoenau.de, stimmt das?", "Ja, das stimmt."),
        ("address ends with kolping-schoenau.com, right?", "No"),
        ("is the address erna@kolping-schonau.de okay?", "No"),
        ("mei Adress endet auf kolping-schoenau.de mit oe, gell?", "Ja, das stimmt."),
        ("my address ends with @kolping-schönau.de, is that wrong?", "Yes, the instructions say otherwise."),
        ("soll ich das Passwort hier eingeben?", "Nein, bitte nicht"),
        ("isch 587 recht zum Empfanga mit IMAP?", "Nein"),
        ("587 beim Eingang von IMAP, ist das so recht?", "Nein"),
        ("is 587 the port for incoming imap?", "No"),
        ("993 to send with imap, is that it?", "No"),
        ("Eingang 587, Ausgang 993, IMAP, passt das?", "Nein"),
        ("587 zum Empfangen und 993 zum Senden, IMAP, stimmts?", "Nein"),
        ("993 zum Empfangen und 587 zum Senden, IMAP, stimmts?", "Ja"),
        ("for imap i have 587 incoming and 993 outgoing, right?", "No"),
        ("POP3, Eingang 110, Ausgang 25, SSL ist aus. Stimmt das?", "Ja"),
        ("c neun Punkt webspace minus verkauf Punkt de, ist das der richtige Server?", "Ja"),
        ("the server is c 9 dot webspace dash verkauf dot de, right?", "Yes"),
        ("ist 993 gut für IMAP?", "Ja"),
        ("imap rein 587 raus 993, basst des?", "Nein"),
        ("in 993 out 587 with imap, ok?", "Yes"),
        ("IMAP Eingang: Port 993, Verschlüsselung keine. Passt alles so?", "Nein"),
    ],
)
def test_who_reads_a_value_out_hears_first_whether_it_is_right(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


_IS_WRONG = (
    "Beim POP3-Eingang steht 993 drin, muss das weg?",
    "Bei IMAP ist 995 eingetragen, muss das geändert werden?",
    "Im Eingang von IMAP steht 143. Soll ich das löschen?",
    "Muss die 995 bei POP weg?",
    "Beim IMAP-Ausgang isch 465 drin, muss i des ändra?",
    "IMAP Eingang, Verschlüsselung keine: muss das anders?",
    "Als Server steht imap.gmx.net drin, gehört das ersetzt?",
    "Beim Benutzernamen steht nur mein Nachname, muss ich das ändern?",
    "IMAP 993 mit STARTTLS, ist das ein Fehler?",
    "Ausgang von IMAP auf SSL/TLS, Fehler?",
    "Eingang von IMAP: 939, ein Tippfehler?",
    "IMAP Eingang 993, Ausgang 465, ist da was verkehrt?",
    "outgoing imap shows 465, does that have to go?",
    "is 995 a bad port for imap?",
    "imap: 993 with STARTTLS, a mistake?",
    "incoming imap 143, should it be replaced?",
    "imap in 993 out 25, is something wrong?",
)
_IS_RIGHT = (
    "Beim POP3-Eingang steht 110 drin, muss das weg?",
    "Bei IMAP ist 993 eingetragen, muss das weg?",
    "Im Eingang von IMAP steht 993. Soll ich das löschen?",
    "Muss die 110 bei POP weg?",
    "Beim IMAP-Ausgang isch 587 drin, muss i des ändra?",
    "POP Eingang, Verschlüsselung keine: muss das anders?",
    "Als Server steht c9.webspace-verkauf.de drin, gehört das ersetzt?",
    "Beim Benutzernamen steht meine ganze Mailadresse, muss ich das ändern?",
    "IMAP 993 mit SSL/TLS, ist das ein Fehler?",
    "Ausgang von IMAP auf STARTTLS, Fehler?",
    "IMAP Eingang 993, Ausgang 587, ist da was verkehrt?",
    "outgoing imap shows 587, does that have to go?",
    "is 993 a bad port for imap?",
    "incoming imap 993, should it be replaced?",
    "imap in 993 out 587, is something wrong?",
)


@pytest.mark.parametrize("says", _IS_WRONG)
def test_who_asks_if_a_wrong_value_is_wrong_hears_yes(assistant: Assistant, says: str) -> None:
    assert said(assistant, says).startswith(("Ja, in der Anleitung steht es anders", "Yes, the instructions say otherwise"))


@pytest.mark.parametrize("says", _IS_RIGHT)
def test_who_asks_if_a_right_value_is_wrong_hears_no(assistant: Assistant, says: str) -> None:
    assert said(assistant, says).startswith(("Nein, das ist richtig", "No, that is right"))


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("do isch beim IMAP-Eingang koi Verschlüsselung eingstellt, goht des?", "Nein"),
        ("POP ohne Verschlüsselung drin, geht das so?", "Ja"),
        ("Beim IMAP-Eingang hab i 993, goht des?", "Ja, das stimmt."),
        ("Beim IMAP-Eingang hab i 143, goht des?", "Nein"),
        ("Soll ich beim IMAP-Ausgang auf 587 ändern?", "Ja, das stimmt."),
        ("Soll ich beim IMAP-Ausgang auf 465 ändern?", "Nein"),
        ("939 und 587, richtig?", "Nein, nicht alles davon stimmt."),
        ("993 and 857 for imap, right?", "No, not all of that is right."),
        ("Port 993 bei IMAP und trotzdem Fehler?", "Der Port ist richtig"),
    ],
)
def test_what_else_is_asked_of_a_value_read_out(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    "says",
    [
        "Beim Eingang von IMAP steht 995. Was gehört da hin?",
        "Postausgang IMAP, da steht 465, was wäre denn richtig?",
        "Schreib ich bei Ihr Name Kassier oder meinen Nachnamen?",
        "Muss bei Name mein richtiger Name hin oder was vom Verein?",
        "Kommt da das Passwort vom Handy rein oder das von der Mail?",
        "143 oder 993 beim Eingang von IMAP, was ist richtig?",
        "Am Eingang von IMAP steht STARTTLS, was ist da wirklich richtig?",
        "Bei mir steht 995 beim IMAP-Eingang, welcher Port ist es denn wirklich?",
        "Hab jetzt IMAP, Port 993 und SSL/TLS, nur noch der Port zum Senden fehlt",
        "Bei Verschlüsselung gibt es keine, SSL und STARTTLS, was nehme ich beim Ausgang von IMAP?",
    ],
)
def test_who_asks_what_is_right_hears_neither_yes_nor_no(assistant: Assistant, says: str) -> None:
    assert not said(assistant, says).startswith(("Ja", "Nein"))


@pytest.mark.parametrize(
    ("says", "begins", "right", "asked"),
    [
        ("Stimmt 993 bei IMAP? Und was ist der Ausgangsport?", "Ja, das stimmt. Port 993", "993", "587"),
        ("isch 110 recht bei pop und wia hoißt dr ausgangsport", "Ja, das stimmt. Port 110", "110", "25"),
        (
            "passt 995 bei IMAP und wie lautet der Port zum Senden?",
            "Nein, in der Anleitung steht es anders. Port 993",
            "993",
            "587",
        ),
        ("is 587 ok for imap and which port do i need to receive", "Yes, that is right. Port 587", "587", "993"),
        ("is 993 good with imap and what is the port to send", "Yes, that is right. Port 993", "993", "587"),
    ],
)
def test_a_port_is_judged_and_that_of_the_other_side_told(
    assistant: Assistant, says: str, begins: str, right: str, asked: str
) -> None:
    told = said(assistant, says)
    assert told.startswith(begins)
    assert right in told
    assert asked in told


def test_what_a_port_is_asked_to_go_with_tells_its_side(assistant: Assistant) -> None:
    assert said(assistant, "Posteingangsserver?", "Ich hab IMAP, ist 587 der Port dafür?").startswith("Nein")
    assert said(assistant, "which is the outgoing server?", "I use IMAP, is 587 right for it?").startswith("Yes")


@pytest.mark.parametrize(
    ("says", "line"),
    [
        (
            "IMAP: Eingang 993 mit STARTTLS, Ausgang 587 mit STARTTLS, richtig?",
            "Port 993 richtig, Verschlüsselung falsch – nimm SSL/TLS",
        ),
        (
            "IMAP Ausgang 465 mit STARTTLS und Eingang 993 mit SSL/TLS, ok?",
            "Verschlüsselung STARTTLS richtig, Port falsch – nimm 587",
        ),
        ("imap in 993 ssl, out 587 ssl, right?", "port 587 right, encryption wrong – use STARTTLS"),
    ],
)
def test_a_line_says_which_of_both_is_wrong(assistant: Assistant, says: str, line: str) -> None:
    assert line in said(assistant, says)


@pytest.mark.parametrize(
    "says",
    [
        "kolping-schönau.de oder kolping-schoenau.de?",
        "heißt es schönau oder schoenau?",
        "schreibt man die Adresse mit ö oder mit oe?",
        "is it kolping-schönau.de or with oe?",
    ],
)
def test_of_two_spellings_of_the_domain_the_right_one_is_told(assistant: Assistant, says: str) -> None:
    assert "oe" in said(assistant, says).split("\n\n")[0]
    assert "@kolping-schoenau.de" in said(assistant, says)


def test_the_name_of_the_place_is_no_question_of_its_spelling(assistant: Assistant) -> None:
    assert "993" in said(assistant, "Servus aus Schönau, welcher Port bei IMAP?")


@pytest.mark.parametrize("asks", ["so really both the same?", "and that's the same one for both?", "both identical, really?"])
def test_both_are_the_same(assistant: Assistant, asks: str) -> None:
    assert said(assistant, "what's the server?", asks).startswith("Yes, that is the same.")

"""The first sentence answers what was asked: why, which is safer, whether it is the same or may stay, what helps a port."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("asks", "hears"),
    [
        ("wieso verschlüsselt ihr POP nicht", "Der Verein gibt POP3 ohne Verschlüsselung an; warum, steht nicht"),
        ("warum ist IMAP verschlüsselt?", "Damit unterwegs niemand dein Passwort"),
        ("ist POP verschlüsselt?", "Nein, POP3 ist hier nicht verschlüsselt."),
        ("ist POP sicherer als IMAP?", "Nein: IMAP ist hier verschlüsselt, POP3 nicht."),
        ("is POP less secure than IMAP?", "Yes: IMAP is encrypted here, POP3 is not."),
        ("was ist sicherer, POP oder IMAP?", "IMAP ist hier verschlüsselt, POP3 nicht."),
        ("which is safer", "IMAP is encrypted here, POP3 is not."),
        ("kann unterwegs jemand meine Mails mitlesen", "Verschlüsselung: IMAP"),
        ("can i use my private gmail", "Your email address ends with"),
        ("ist das Passwort meine Handy-PIN?", "Nein, in der Anleitung"),
        ("is it the pin of my phone", "No, the instructions say otherwise."),
        ("does my user name need the @ part?", "Yes, that is right."),
        ("Ausgang IMAP 587, könnt ihr mir das bestätigen?", "Ja, das stimmt."),
        ("pop in is 110, please confirm", "Yes, that is right."),
        ("mein alter Anbieter hatte 587, gilt die auch für unser IMAP?", "Ja, das stimmt."),
        ("I've got POP3 on 110, shall I leave it as it is?", "Yes, that is right."),
        ("dann stell ich auf 993 um?", "Ja, das stimmt."),
        ("then I change it to 143?", "No, the instructions say otherwise."),
        ("Der Haken bei SSL ist drin, das Konto ist POP. Raus damit?", "Ja, POP3 ist hier unverschlüsselt."),
        ("Beim Eingang von POP steht 25. Tauschen?", "Nein, in der Anleitung"),
        ("Outlook schlägt 465 für den IMAP-Ausgang vor, kann ich das nehmen?", "Nein, in der Anleitung"),
        ("Name: Kassierer KfSB, richtig geschrieben?", "Ja, das stimmt."),
        ("user name: only the first bit or the whole lot?", "Your user name is your full email address"),
        ("Benutzername karl oder alles komplett", "Dein Benutzername ist deine vollständige"),
        ("is it kolpingschoenau.de?", "No, the instructions say otherwise."),
        ("kolping-schonau.de, passt das?", "Nein, in der Anleitung"),
        ("kassier@kolpingschoenau.de, fehlt da ein Zeichen?", "Deine E-Mail-Adresse endet auf @kolping-schoenau.de"),
        ("STARTTLS for imap out, is that right?", "That is right only for"),
        ("brauche ich zum Senden ein anderes Passwort?", "Nein, beim Senden ist es dasselbe"),
        ("muss ich mich beim Ausgang anmelden?", "Ja, auch beim Senden"),
        ("do I have to log in for sending?", "Yes, for sending too"),
        ("mein Anbieter blockiert Port 25", "Nimm zum Senden Port 587 mit STARTTLS"),
        ("port 25 doesn't work", "To send use port 587 with STARTTLS"),
        ("der Port ist gesperrt", "Gesperrt ist meistens Port 25."),
        ("Port 587 ist im Hotel gesperrt", "Der Port ist richtig. Sperrt ihn ein WLAN"),
        ("993 geht nicht", "Der Port ist richtig; dass es nicht geht"),
        ("imap.kolping-schoenau.de geht nicht", "Trag stattdessen ein, was in der Anleitung steht: Der Server heißt"),
        ("gibt es bekannte Probleme?", "Fragen und Probleme: noch keine bekannt!"),
        ("any known problems?", "Questions and problems: none known yet!"),
        ("y a-t-il des problèmes connus ?", "Questions et problèmes\xa0: aucun connu"),
        ("wofür steht POP?", "POP3 („Post Office Protocol 3“, kurz POP)"),
        ("SMTP ausgeschrieben?", "SMTP („Simple Mail Transfer Protocol“)"),
        ("what is TLS short for?", "SSL/TLS (“Secure Sockets Layer” and its successor “Transport Layer Security”)"),
        ("verliere ich Mails, wenn ich wechsle?", "Nein, beim Wechseln geht nichts verloren"),
        ("kann ich auf IMAP wechseln, ohne dass was verloren geht?", "Ja, ohne Verlust"),
        ("how big is my mailbox?", "How big your mailbox is"),
        ("is 995 right?", "No, the instructions say otherwise. Port 110 – POP3"),
        ("stimmt 993?", "Ja, das stimmt. Port 993 – IMAP"),
        ("ist imap.kolping-schoenau.de richtig?", "Nein, in der Anleitung steht es anders."),
        ("Ich hatte immer POP, soll ich das so lassen?", "POP3 geht auch"),
        ("995 steht drin bei POP, kann das stehen bleiben?", "Nein"),
        ("993 bei IMAP zum Empfangen, kann das so bleiben?", "Ja"),
        ("Soll ich die Mails bei POP am Server stehen lassen?", "Mit POP3 bleiben Mails auf dem Server"),
        ("is the outgoing server the same thing as the incoming server?", "The server is called"),
        ("Könnt ihr eins von den beiden Verfahren empfehlen", "Nimm IMAP"),
        ("pop or imap for two people on different computers?", "Use IMAP for that"),
        ("outgoing mail with IMAP says STARTTLS, is it fine like this?", "Yes, that is right. Encryption: STARTTLS"),
        ("POP: kann ich die Verschlüsselung auf „Keine“ lassen?", "Ja, POP3 ist hier unverschlüsselt."),
        ("imap: can I leave the encryption at none?", "No, IMAP is encrypted here."),
        ("was is a Hostname, und wie lautet unserer", "Der Mailserver ist der Computer"),
        ("what do you mean by host", "The mail server is the computer"),
        ("Meldung: Server nicht gefunden. Wie heißt der richtig?", "Der Server heißt"),
        ("seids ihr bei POP verschlüsselt?", "Nein, POP3 ist hier nicht verschlüsselt.\n\nVerschlüsselung für POP3"),
        ("wird bei IMAP die gesendete Mail doppelt übertragen?", "Ja, das stimmt. Mit IMAP"),
    ],
)
def test_the_first_sentence_answers(assistant: Assistant, asks: str, hears: str) -> None:
    answer = assistant.ask(asks).answer
    assert answer is not None
    assert answer.plain.startswith(hears)


def test_a_reference_of_the_content_is_no_server(assistant: Assistant) -> None:
    assert "server" not in {intent.aspect for intent in assistant.ask("{imap.incoming.port}").intents}

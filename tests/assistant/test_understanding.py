"""What members type, and what is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.intent import Intent
from assistant.understanding.text import MAX_WORDS, sentences
from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("says", "asks"),
    [
        ("welcher port für imap eingang", Intent(aspect="port", subject="imap", direction="incoming")),
        ("Posteingangsserverport?", Intent(aspect="port", direction="incoming")),
        ("smpt prot", Intent(aspect="port", direction="outgoing")),
        ("Port für den POP3-Server", Intent(aspect="port", subject="pop3")),
        ("imap.kolping-schoenau.de?", Intent(aspect="server", subject="imap")),
        ("is pop encrypted", Intent(aspect="encryption", subject="pop3")),
        ("Benutzername und Passwort?", Intent(aspect="login")),
        ("verschluesselung imap ausgang", Intent(aspect="encryption", subject="imap", direction="outgoing")),
        ("was ist starttls", Intent(topic="terms_starttls")),
        ("wer macht das backup bei pop", Intent(topic="backup", subject="pop3")),
        ("was isch gscheiter, pop oder imap", Intent(topic="recommendation", subject="both")),
        ("ports imap out", Intent(aspect="port", subject="imap", direction="outgoing")),
        ("Bosteingang beim Mailserver, Bortnummer?", Intent(aspect="port", direction="incoming")),
        ("mecht gern mei Vereinspost am Delefon ham", Intent(topic="setup")),
        ("lohnt sich der Wechsel zu IMAP?", Intent(topic="recommendation", subject="imap")),
        ("wie wechsle ich zu IMAP?", Intent(topic="switching", subject="imap")),
        (
            "Benutzer und Passwort stehen, fehlt nur noch die Verschlüsselung beim Senden, IMAP",
            Intent("encryption", "", "imap", "outgoing"),
        ),
        ("Den Namen weiß ich, aber wie war der Server?", Intent(aspect="server")),
    ],
)
def test_one_question(assistant: Assistant, says: str, asks: Intent) -> None:
    assert assistant.ask(says).intents == (asks,)


@pytest.mark.parametrize("says", ["meine Schwester hat pop", "ich bleib bei pop", "my uncle has pop"])
def test_of_readings_that_are_close_together_none_is_guessed(assistant: Assistant, says: str) -> None:
    reply = assistant.ask(says)
    assert reply.explanation.decision == "choices"
    assert len(reply.intents) > 1


def test_of_readings_that_were_only_offered_the_protocol_alone_is_remembered(assistant: Assistant) -> None:
    memory = assistant.ask("ich bleib bei pop").memory
    assert memory is not None
    assert memory.intent == Intent(subject="pop3")
    assert assistant.ask("welcher Port?", memory=memory).intents == (Intent(aspect="port", subject="pop3"),)
    assert assistant.ask("und der Ausgang?", memory=memory).intents == (Intent("port", "", "pop3", "outgoing"),)


def test_a_question_is_found_behind_thousands_of_blanks(assistant: Assistant) -> None:
    reply = assistant.ask(" " * 4000 + "imap port?")
    assert reply.intents == (Intent(aspect="port", subject="imap"),)


@pytest.mark.parametrize(
    "says",
    ["wie heißt der server und brauche ich ein passwort?", "what's the server and do i need a password", "server + passwort"],
)
def test_two_questions_in_one_sentence_are_both_answered(assistant: Assistant, says: str) -> None:
    assert {intent.aspect for intent in assistant.ask(says).intents} == {"server", "password"}


@pytest.mark.parametrize(
    ("says", "asked"),
    [
        ("Vorteile IMAP, Nachteile POP", ["advantages imap", "disadvantages pop3"]),
        ("pop pros imap cons", ["advantages pop3", "disadvantages imap"]),
        ("Was sind die Nachteile von IMAP und die Vorteile von POP?", ["disadvantages imap", "advantages pop3"]),
        ("imap port, pop server", ["port imap", "server pop3"]),
        ("warum IMAP und warum nicht POP", ["advantages imap", "disadvantages pop3"]),
        ("Port IMAP?? Und bei POP kein SSL?? Wieso", ["port imap", "encryption pop3"]),
        ("was ist besser und welcher Port", ["recommendation ", "port "]),
        ("Vorteile von IMAP und POP", ["advantages both"]),
    ],
)
def test_of_two_things_each_keeps_its_own_protocol(assistant: Assistant, says: str, asked: list[str]) -> None:
    assert [f"{intent.aspect or intent.topic} {intent.subject}" for intent in assistant.ask(says).intents] == asked


@pytest.mark.parametrize(
    ("says", "direction"),
    [
        ("Ports für IMAP, POP und SMTP", "both"),
        ("port für imap und für smtp", "both"),
        ("SMTP-Port von IMAP", "outgoing"),
        ("ich hab IMAP, und beim SMTP welcher Port?", "outgoing"),
    ],
)
def test_smtp_beside_a_protocol_asks_for_both_sides(assistant: Assistant, says: str, direction: str) -> None:
    assert [intent.direction for intent in assistant.ask(says).intents] == [direction]


def test_of_a_story_the_asking_sentence_counts_and_what_the_others_name_is_kept(assistant: Assistant) -> None:
    reply = assistant.ask(
        "Grüßt euch, ich war in Kur und hab dort viel gelesen. Seit ich daheim bin, hole ich die Mails am Laptop ganz normal ab. "
        "Aber die Ordner sehen anders aus, und mein Mann hat am Kabel gezogen. Ich habe POP3 gewählt. Es war ein langer Tag. "
        "Welche Portnummer trage ich beim Postausgang ein? Vergelt's Gott, Walburga"
    )
    assert reply.intents == (Intent(aspect="port", subject="pop3", direction="outgoing"),)


def test_two_questions_get_both_answers_once(assistant: Assistant) -> None:
    reply = assistant.ask("Welcher Port ist für IMAP Eingang? Und wer macht die Datensicherung?")
    assert reply.answer is not None
    assert {intent.aspect or intent.topic for intent in reply.intents} == {"port", "backup"}
    assert reply.answer.plain.count("993") == 1


def test_off_topic_is_known_after_a_question_too(assistant: Assistant) -> None:
    memory = assistant.ask("imap port eingang").memory
    assert not assistant.ask("wie spät ist es", memory=memory).answered


@pytest.mark.parametrize("says", ["Wie ist das Wetter?", "erzähl mir was über Kühe", "", "🎉🎉", "asdf jklö"])
def test_what_it_does_not_know_it_says(assistant: Assistant, says: str) -> None:
    reply = assistant.ask(says)
    assert not reply.answered
    assert reply.answer is not None
    assert 2 <= len(reply.answer.actions) <= 4


@pytest.mark.parametrize(
    ("turns", "answer"),
    [
        (["welcher port für imap eingang", "und ausgehend?"], "587"),
        (["pop3 eingang welcher port", "und zum rausschicken?"], "25"),
        (["Port für POP3 bitte", "ach ich meinte imap"], "993"),
        (["was ist imap", "und das andere?"], "POP3 („Post Office Protocol 3“, kurz POP)"),
        (["smtp port imap", "und auf englisch?"], "Port 587 – IMAP, for sending"),
        (["POP oder IMAP?", "warum?"], "Vorteile von IMAP"),
        (["Was ist besser?", "wieso?", "und wie stelle ich das um?", "in Outlook"], "IMAP"),
        (["imap port zum senden", "kannst du das wiederholen"], "587"),
        (["welcher server", "echt jetzt?"], "Server"),
        (["Benutzername?", "mit dem @?"], "Benutzername"),
        (["server + port imap in", "same for out"], "587"),
        (["server + port imap in", "same for out"], "c9.webspace-verkauf.de"),
        (["Server für den Empfang?", "und wie heißt der andere?"], "Postausgangsserver"),
        (["Port IMAP Eingang", "nein, nicht für den Eingang"], "587"),
        (["Port IMAP Eingang", "den Ausgang hab ich nicht"], "587"),
        (["Port IMAP Eingang", "no, pop"], "110"),
        (["Welcher Server?", "der wird zweimal verlangt, einmal fürs Senden"], "für Posteingang und Postausgang derselbe"),
        (["Welcher Server?", "meine Mails sind alle zweimal da"], "Mails sind"),
        (["Nachteile von POP?", "kann ich trotzdem dabei bleiben?"], "POP3 geht auch"),
        (["Benutzername?", "wie schreibt man den?"], "Dein Benutzername ist deine vollständige"),
        (["soll ich wechseln?", "verlier ich was"], "Beim Wechseln geht nichts verloren"),
        (["is pop3 encrypted", "what should I do"], "Use IMAP"),
        (["Wer macht das Backup?", "und wie geht das"], "Bei POP3 sicherst du selbst"),
        (["Wo sehe ich, ob ich POP oder IMAP nutze?", "bei Outlook"], "In Outlook (klassisch): „Datei“"),
        (["Was ist besser?", "in Outlook"], "Gern, ich führe dich"),
        (["Verschlüsselung POP", "was davon ist sicherer?"], "IMAP ist hier verschlüsselt, POP3 nicht."),
        (["imap port eingang", "Ist drin, danke. Jetzt kommt eine Seite mit dem Ausgang, was da?"], "587"),
    ],
)
def test_follow_ups_keep_what_was_said(assistant: Assistant, turns: list[str], answer: str) -> None:
    memory = None
    for text in turns:
        reply = assistant.ask(text, memory=memory)
        memory = reply.memory
    assert reply.answer is not None
    assert answer in reply.answer.plain


@pytest.mark.parametrize(
    ("says", "client", "language"),
    [
        ("imap port", "en", "en"),
        ("imap port", "", "de"),
        ("imap port", "it", "de"),
        ("imap port", "fr", "fr"),
        ("imap cache?", "", "de"),
        ("imap main port", "en", "en"),
        ("port sortant ?", "", "fr"),
        ("quelle prot pour imap", "", "fr"),
        ("TLS handshake failed", "de", "de"),
        ("TLS handshake failed", "en", "en"),
        ("quel port pour imap", "de", "fr"),
        ("which port for imap", "de", "en"),
        ("welcher port für imap", "en", "de"),
        ("what is the port, bitte auf deutsch", "en", "de"),
    ],
)
def test_the_answer_comes_in_the_language_of_the_question(assistant: Assistant, says: str, client: str, language: str) -> None:
    assert assistant.ask(says, client_language=client).language == language


@pytest.mark.parametrize(
    "says",
    [
        "Weißer oder roter Port?",
        "Mail ist raus!",
        "993 hat funktioniert, danke",
        "Die Jugend hört nur noch Popmusik",
        "ok",
        "Bei IMAP ist der Port 993.",
        "IMAP Eingang ist Port 993 mit SSL/TLS.",
        "Im Postausgang bei IMAP gehört die 587 rein, mit STARTTLS",
        "For IMAP incoming it is port 993 with SSL",
        "Super, danke, IMAP Server eingetragen und Verschlüsselung auf SSL, Mails kommen",
    ],
)
def test_in_a_group_it_is_silent_when_it_was_not_asked(assistant: Assistant, says: str) -> None:
    assert assistant.ask(says, addressed=False).answer is None


def test_in_a_group_it_answers_a_plain_question(assistant: Assistant) -> None:
    reply = assistant.ask("weiß jemand den port für den imap posteingang?", addressed=False)
    assert reply.answer is not None
    assert "993" in reply.answer.plain


@pytest.mark.parametrize("place", ["{question} {story}", "{story} {question}"])
def test_a_question_is_found_before_and_after_a_long_story(assistant: Assistant, place: str) -> None:
    story = (
        "hallo zusammen ich hab seit gestern ein neues handy und die kinder haben das alte gleich bekommen und jetzt sitze ich "
        "hier am küchentisch und wollte eigentlich nur alles wieder so haben wie vorher aber irgendwie klappt das nicht also"
    )
    reply = assistant.ask(place.format(story=story, question="welchen port brauche ich für imap"))
    assert reply.answered
    assert reply.intents[0].aspect == "port"


_LETTER = (
    "Liebe Freunde! Bei uns war Kirchweih. Die Musik war schön. Mein Mann hat sich den Fuß verstaucht. Die Enkel waren da. "
    "Wir haben Kuchen gebacken. Am Sonntag war Kirche. Die Rosen blühen noch. Der Hund ist alt geworden. Tante Resi grüßt euch. "
)


@pytest.mark.parametrize("before", [0, 1, 3])
@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_question_is_found_anywhere_in_a_letter_of_many_short_sentences(assistant: Assistant, before: int, after: int) -> None:
    reply = assistant.ask(f"{_LETTER * before}Wie heißt der Server zum Abholen mit IMAP? {_LETTER * after}")
    assert reply.intents == (Intent("server", "", "imap", "incoming"),)


@pytest.mark.parametrize("before", [0, 2, 5])
def test_a_question_is_found_anywhere_in_what_was_dictated_without_a_sign(assistant: Assistant, before: int) -> None:
    story = "und dann sind wir heimgefahren und haben noch kaffee getrunken und die oma hat vom urlaub erzählt "
    reply = assistant.ask(f"{story * before}welchen port brauche ich bei imap zum senden {story * (6 - before)}")
    assert reply.intents == (Intent("port", "", "imap", "outgoing"),)


def test_what_is_said_again_and_again_is_read_once_and_leaves_room_for_the_question() -> None:
    read = sentences("Hilfe! " * MAX_WORDS + "Server für IMAP?")
    assert [sentence.words for sentence in read] == [("hilfe",), ("server", "fuer", "imap")]


def test_a_thank_you_leaves_open_what_was_talked_about(assistant: Assistant) -> None:
    assert said(assistant, "welcher port für imap eingang?", "danke!", "und für pop?").startswith("Port 110")


@pytest.mark.parametrize("again", ["wie bitte?", "nochmal bitte"])
def test_of_two_things_asked_at_once_both_are_said_again(assistant: Assistant, again: str) -> None:
    both = "Welcher Port für IMAP? Und was ist mein Benutzername?"
    assert said(assistant, both, again) == said(assistant, both)
    assert "Dein Benutzername ist" in said(assistant, both)


@pytest.mark.parametrize("says", ["maier", "Jung"])
def test_a_surname_is_no_slip_of_a_word_that_fills_no_slot(assistant: Assistant, says: str) -> None:
    assert not assistant.ask(says).answered
    assert assistant.ask("nachtiele").answered


def test_a_polite_request_does_not_take_the_place_of_what_is_asked(assistant: Assistant) -> None:
    reply = assistant.ask(
        "Sehr geehrter Herr Mail-Helfer, ich bin 78 Jahre alt und Schriftführerin der Kolpingsfamilie, und mein Enkel hat mir "
        "ein neues Notebook geschenkt, aber nun weiß ich leider nicht, was ich bei dem Posteingangsserver eintragen muss. "
        "Könnten Sie mir bitte freundlicherweise behilflich sein? Mit freundlichen Grüßen, Ihre Hildegard Maier"
    )
    assert reply.intents[0].aspect == "server"


def test_what_a_bare_question_is_about_was_told_before_it(assistant: Assistant) -> None:
    reply = assistant.ask(
        "Hallo zusammen, gestern war der Chor bei uns und es gab Zwetschgenkuchen für alle Helfer. Heute früh wollte ich "
        "das Postfach einrichten. Mit IMAP bin ich bis zum Postausgang gekommen. Da fehlt mir noch die Portnummer. Mein Schwager "
        "meint, das sei leicht. Welche ist das?"
    )
    assert reply.intents == (Intent("port", "", "imap", "outgoing"),)


def test_the_direction_last_spoken_of_counts(assistant: Assistant) -> None:
    reply = assistant.ask(
        "Bin grad beim Frisör. Mein Handy hat gestern alle Mails empfangen (IMAP), aber die Antwort an den Kaplan ging nicht "
        "raus. Ich hab jetzt das Menü Ausgangsserver offen. Da steht Port: 25 und Sicherheit: keine. Was gehört da hin, welcher "
        "Port und welche Sicherheit?"
    )
    assert {intent.direction for intent in reply.intents} == {"outgoing"}


def test_a_letter_may_name_the_protocol_anywhere(assistant: Assistant) -> None:
    reply = assistant.ask(
        "Hello everybody, I am new in the drumming group, we met at the harvest festival. Jamal has a club mailbox now; we "
        "put it on his phone with IMAP, as the caretaker said. The mails come in and he reads them. It was a long day and the "
        "kettle broke. So what number goes in the port field for outgoing?"
    )
    assert reply.intents == (Intent("port", "", "imap", "outgoing"),)


def test_a_report_of_mails_and_passwords_that_asks_nothing_is_not_answered(assistant: Assistant) -> None:
    report = (
        "Report from the computer evening: 18 people, three laptops, one tablet and one loose contact. Mr Brenner explained very "
        "nicely how to make up safe passwords, and Mrs Thoma showed us her holiday pictures on the big screen. There will be "
        "another evening in the autumn."
    )
    assert assistant.ask(report, addressed=False).answer is None


def test_of_a_text_longer_than_any_letter_the_beginning_and_the_end_are_read(assistant: Assistant) -> None:
    reply = assistant.ask(f"{_LETTER * 12}Welcher Port ist es bei IMAP zum Senden?")
    assert reply.intents == (Intent("port", "", "imap", "outgoing"),)


@pytest.mark.parametrize(
    ("says", "answer"),
    [
        ("wia hoaßt der serva fia imap", "c9.webspace-verkauf.de"),
        ("pop odor imap, was is bessor", "Nimm IMAP"),
        ("Wat mutt ik bi IMAP bim Utgang indregen, de Port?", "587"),
        ("was mues ich alles iigäh für d'Vereinsmail", "Alle Einstellungen"),
        ("immap oort eingang", "993"),
        ("welchen port nimmt man bei ppo3 zum empfangen", "110"),
        ("isch muss den Bord vom Ausgang hawwe, isch hab IMAP", "587"),
        ("was isch an imap nöd so guet", "Nachteile von IMAP"),
    ],
)
def test_dialect_and_haste_are_read_as_the_words_they_stand_for(assistant: Assistant, says: str, answer: str) -> None:
    reply = assistant.ask(says)
    assert reply.answer is not None
    assert answer in reply.answer.plain
    assert reply.language == "de"


def test_the_explanation_shows_the_words_as_they_were_written(assistant: Assistant) -> None:
    slots = assistant.ask("wia hoaßt der serva fia imap").explanation.slots
    assert 'aspect server: "serva"' in slots
    assert 'cue which: "wia hoasst"' in slots


@pytest.mark.parametrize(
    ("says", "answer"),
    [
        ("Bei Verschlüsselung steht keine, SSL und STARTTLS, beim Ausgang mit IMAP. Was soll ich nehmen?", "STARTTLS – IMAP"),
        ("Welches soll ich nehmen? Zur Auswahl steht SSL/TLS und STARTTLS, IMAP zum Empfangen.", "SSL/TLS – IMAP"),
        ("Er bietet mir die Ports 25, 465 und 587 an, ist imap. was wähle ich da?", "587"),
        ("Zur Auswahl steht IMAP oder POP3. Was soll ich nehmen?", "Nimm IMAP"),
    ],
)
def test_a_value_to_choose_is_no_question_for_a_protocol(assistant: Assistant, says: str, answer: str) -> None:
    reply = assistant.ask(says)
    assert reply.answer is not None
    assert answer in reply.answer.plain


@pytest.mark.parametrize("says", ["geht nicht", "bei mir geht gar nix", "it doesn't work", "geht nimmer"])
def test_who_only_says_that_it_does_not_work_is_asked_what(assistant: Assistant, says: str) -> None:
    assert [intent.topic for intent in assistant.ask(says).intents] == ["trouble:start"]


@pytest.mark.parametrize(
    ("says", "answers"),
    [
        (
            "Beim Einrichten mit IMAP fehlt mir noch der Port vom Posteingang. Und welchen Benutzernamen nehm ich?",
            ("993", "Benutzername"),
        ),
        ("bin beim IMAP-Eingang, zwei Felder sind noch leer. Port und Verschlüsselung. Wer weiß das?", ("993", "SSL/TLS")),
        ("zwei Fragen: wie heißt der Server und welchen Port nimmt er zum Senden mit IMAP", ("c9.webspace-verkauf.de", "587")),
        ("Wer sichert bei POP meine Mails, und bleiben die auf dem Server liegen?", ("sichern", "Server belassen")),
        ("whats better, pop or imap? and whats the incoming port for imap then", ("better choice", "993")),
        ("What are the advantages of IMAP, and what are the disadvantages?", ("Advantages of IMAP", "Disadvantages of IMAP")),
    ],
)
def test_two_things_asked_in_a_little_story_are_both_answered(assistant: Assistant, says: str, answers: tuple[str, ...]) -> None:
    reply = assistant.ask(says)
    assert reply.answer is not None
    assert [answer for answer in answers if answer not in reply.answer.plain] == []


@pytest.mark.parametrize(
    ("says", "key"),
    [
        ("Erst wollte ich POP nehmen, dann aber doch IMAP. Welcher Port beim Empfangen?", "port.imap.incoming.-"),
        ("was gonna use pop, it's now IMAP. which port for sending?", "port.imap.outgoing.-"),
        ("Welcher Port für den Eingang, ach Quatsch, für den Ausgang bei IMAP?", "port.imap.outgoing.-"),
        ("Outlook spinnt, wie richte ich stattdessen Thunderbird ein?", "setup.-.-.thunderbird"),
        ("Thunderbird einrichten, äh nein, Outlook", "setup.-.-.outlook"),
        ("ports for pop. uhm, no. imap", "port.imap.-.-"),
        ("server eingang, no, ausgang", "server.-.outgoing.-"),
        ("les ports pour pop, euh non, imap", "port.imap.-.-"),
        ("Port für POP, ups, IMAP", "port.imap.-.-"),
    ],
)
def test_who_corrects_themselves_means_the_last_they_said(assistant: Assistant, says: str, key: str) -> None:
    assert [intent.key for intent in assistant.ask(says).intents] == [key]


@pytest.mark.parametrize(
    "says", ["Server steht drin", "so, IMAP ist angeklickt", "hab die Adresse reingeschrieben", "the name is filled in"]
)
def test_a_report_asks_for_nothing(assistant: Assistant, says: str) -> None:
    assert not assistant.ask(says).answered


@pytest.mark.parametrize("says", ["email", "Mails?", "E-Mail"])
def test_mail_alone_is_what_all_is_about(assistant: Assistant, says: str) -> None:
    assert not assistant.ask(says).answered


@pytest.mark.parametrize(
    ("says", "key"),
    [
        ("Seit gestern kommen keine Mails mehr an, verschicken kann ich aber. Was kann ich tun?", "trouble:receive"),
        ("Mails kommen keine mehr, senden geht", "trouble:receive"),
        ("Verschicken kann ich aber nicht", "trouble:send"),
        ("Nur noch das Abrufen klappt", "trouble:send"),
        ("just sending works", "trouble:receive"),
        ("Ich hab mein Passwort aus Versehen hier in die Gruppe geschrieben, was jetzt??", "new_password"),
        ("Ist POP3 schlechter als IMAP?", "recommendation"),
    ],
)
def test_what_works_is_not_what_is_asked_about(assistant: Assistant, says: str, key: str) -> None:
    assert [intent.topic for intent in assistant.ask(says).intents] == [key]


@pytest.mark.parametrize(
    ("says", "key"),
    [
        ("Ich meine nicht den Port vom Eingang, sondern den anderen. IMAP", "port.imap.outgoing.-"),
        ("not pop, the other one. which port for sending?", "port.imap.outgoing.-"),
        ("das andere, nicht POP: welcher Server?", "server.imap.-.-"),
        ("ich kann vom anderen Rechner nicht senden", "trouble:send.-.outgoing.-"),
    ],
)
def test_what_is_denied_beside_the_other_one_asks_for_the_other(assistant: Assistant, says: str, key: str) -> None:
    assert [intent.key for intent in assistant.ask(says).intents] == [key]


@pytest.mark.parametrize(
    ("says", "key"),
    [
        ("da sind drei Felder: Server, Benutzername, Passwort. Was kommt ins erste?", "server.-.-.-"),
        ("it lists server, user name and port, what goes in the bottom one", "port.-.-.-"),
        ("Server, Passwort und Port stehen untereinander, was kommt in die letzte Zeile?", "port.-.-.-"),
    ],
)
def test_a_value_is_named_by_its_place_in_a_list(assistant: Assistant, says: str, key: str) -> None:
    assert [intent.key for intent in assistant.ask(says).intents] == [key]


def test_of_two_questions_the_second_may_name_the_other_protocol(assistant: Assistant) -> None:
    reply = assistant.ask("Brauch ich für IMAP die Ports, und was wäre es bei POP zum Senden?")
    assert reply.answer is not None
    assert all(port in reply.answer.plain for port in ("993", "587", "25"))


@pytest.mark.parametrize(
    ("says", "key"),
    [
        ("which encryptionmode has imap for sending", "encryption.imap.outgoing.-"),
        ("outgoingserver for pop?", "server.pop3.outgoing.-"),
        ("all the serverdetails for imap", "settings.imap.-.-"),
    ],
)
def test_two_words_written_as_one_are_read_as_the_phrase(assistant: Assistant, says: str, key: str) -> None:
    assert [intent.key for intent in assistant.ask(says).intents] == [key]


@pytest.mark.parametrize(
    ("says", "key"),
    [
        ("I pulled everything with POP. Has the server still got a copy?", "deleting.pop3.-.-"),
        ("Mein PC ist kaputt, ich hatte POP. Hat der Server meine Mails noch?", "deleting.pop3.-.-"),
        ("Has the mail server a different name for POP?", "server.pop3.-.-"),
        ("Ist der Server für Mails bei euch?", "server.-.-.-"),
    ],
)
def test_whether_the_server_holds_mails_is_no_question_for_its_name(assistant: Assistant, says: str, key: str) -> None:
    assert [intent.key for intent in assistant.ask(says).intents] == [key]


def test_who_is_at_the_server_field_and_names_a_side_asks_for_its_server(assistant: Assistant) -> None:
    incoming = assistant.ask("iam at the server screen now, incoming?")
    assert [intent.key for intent in incoming.intents] == ["server.-.incoming.-"]
    outgoing = assistant.ask("and outgoing", memory=incoming.memory)
    assert [intent.key for intent in outgoing.intents] == ["server.-.outgoing.-"]


@pytest.mark.parametrize(
    ("asks", "begins"),
    [
        ("SSL for pop yes or no", "No, POP3 is not encrypted here."),
        ("encryption for imap, yes or no?", "Yes, IMAP is encrypted here."),
        ("995 for pop incoming yes or no", "No, the instructions say otherwise."),
        ("Verschlüsselung bei POP, ja oder nein?", "Nein, POP3 ist hier nicht verschlüsselt."),
    ],
)
def test_yes_or_no_is_answered_by_one_of_them(assistant: Assistant, asks: str, begins: str) -> None:
    answer = assistant.ask(asks).answer
    assert answer is not None
    assert answer.plain.startswith(begins)


@pytest.mark.parametrize(
    ("asks", "begins"),
    [
        ("Is c9.webspace-verkauf.de a virus?", "No, that is right."),
        ("Ist c9.webspace-verkauf.de irgendein Trojaner?", "Nein, das ist richtig."),
        ("Do I write schönau with the dots in my address?", "No, the instructions say otherwise. It is written with “oe”"),
        ("Schreibt man die Vereinsadresse mit Umlaut?", "Nein, in der Anleitung steht es anders. Man schreibt es hier mit „oe“"),
        ("I noted 857 for sending, is that it?", "No, the instructions say otherwise."),
        ("can I leave the SSL box empty with POP?", "Yes, POP3 is unencrypted here."),
        ("Kann ich bei IMAP die Verschlüsselung leer lassen?", "Nein, IMAP ist hier verschlüsselt."),
    ],
)
def test_what_is_believed_of_a_name_or_a_value_is_judged(assistant: Assistant, asks: str, begins: str) -> None:
    answer = assistant.ask(asks).answer
    assert answer is not None
    assert answer.plain.startswith(begins)


def test_a_wrong_server_beside_a_user_name_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("imap.gmx.net, 993, ssl, user name is my address, what do I have to fix?").answer
    assert answer is not None
    assert "Server: wrong – use c9.webspace-verkauf.de" in answer.plain


def test_a_box_to_tick_may_be_left_empty(assistant: Assistant) -> None:
    ticked = assistant.ask("Muss ich bei POP SSL anhaken?")
    answer = assistant.ask("Also leer lassen?", memory=ticked.memory).answer
    assert answer is not None
    assert answer.plain.startswith("Ja, POP3 ist hier unverschlüsselt.")


def test_a_short_please_leaves_the_language(assistant: Assistant) -> None:
    assert assistant.ask("imap port for sending pls").language == "en"

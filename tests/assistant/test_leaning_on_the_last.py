"""What only points at the last answer is about that, whatever it sounds like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_ON_THE_PHONE = "Kann ich mit POP am Tablet und am Laptop lesen?"


@pytest.mark.parametrize("asked", ["geht das", "klappt das denn?", "ist das überhaupt möglich", "kann man das so machen"])
def test_whether_it_is_possible_is_asked_of_what_was_said(assistant: Assistant, asked: str) -> None:
    assert said(assistant, _ON_THE_PHONE, asked) == said(assistant, _ON_THE_PHONE)
    assert not assistant.ask(asked).answered


def test_what_it_is_possible_with_is_asked_anew(assistant: Assistant) -> None:
    assert said(assistant, _ON_THE_PHONE, "geht das auch im Ausland").startswith("Ja, das geht überall")
    assert said(assistant, "can I make folders with POP?", "is that possible with IMAP").startswith("With IMAP you can")


@pytest.mark.parametrize("asked", ["was heißt das", "was soll das denn heißen?", "wie meinst du das", "wofür?"])
def test_what_it_means_is_asked_of_what_was_said(assistant: Assistant, asked: str) -> None:
    for told in ("SMTP?", "Benutzername?", "Was kommt bei Beschreibung rein?"):
        assert said(assistant, told, asked) == said(assistant, told)
    assert said(assistant, "Kontotyp?", asked).startswith("POP3 holt deine Mails")


def test_what_a_word_means_is_told_where_it_is_named(assistant: Assistant) -> None:
    assert said(assistant, "SMTP?", "was heißt IMAP").startswith("IMAP („Internet")
    assert said(assistant, "SMTP?", "wie heißt der Server").startswith("Der Server heißt")


@pytest.mark.parametrize("asked", ["beim Ausgang derselbe?", "fürs Verschicken auch?", "beim Senden dann das gleiche?"])
def test_yes_or_no_comes_first_where_it_is_asked_if_a_value_is_the_same(assistant: Assistant, asked: str) -> None:
    assert said(assistant, "Eingangsport bei IMAP?", asked).startswith("Nein, da gibt es einen Unterschied.")
    assert said(assistant, "Eingangsserver bei IMAP?", asked).startswith("Ja, das ist dasselbe.")


@pytest.mark.parametrize("asked", ["others with POP?", "with pop a different one?"])
def test_who_asks_if_it_is_another_one_hears_it_the_other_way_round(assistant: Assistant, asked: str) -> None:
    assert said(assistant, "incoming port for IMAP?", asked).startswith("Yes, they differ.")


def test_what_stays_the_same_when_switching(assistant: Assistant) -> None:
    advised = "Soll ich von POP auf IMAP wechseln?"
    for asked in ("bleibt der Server?", "da Benutzername bleibt?", "Passwort bleibt gleich?"):
        assert said(assistant, advised, asked).startswith("Ja, das ist dasselbe."), asked
    assert said(assistant, advised, "der Port bleibt?").startswith("Nein, da gibt es einen Unterschied.")


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("993 bei POP okay?", "ah nee, ich hab ja IMAP, dann schon?"), "Ja, das stimmt. Port 993"),
        (("993 with pop?", "oops, I meant IMAP, ok then?"), "Yes, that is right. Port 993"),
        (("25 beim Senden mit IMAP?", "und mei Bua hat POP, passt des bei dem?"), "Ja, das stimmt. Port 25"),
        (("Ist 993 der richtige Port?", "aber zum Verschicken schon?"), "Nein, in der Anleitung steht es anders. Port 587"),
        (("is 993 right?", "for sending?"), "No, the instructions say otherwise. Port 587"),
        (("is 993 right?", "and for sending?"), "Port 587"),
        (("Port Eingang IMAP?", "bei mir steht 995.", "also ändern?"), "Ja, in der Anleitung steht es anders. Port 993"),
        (("incoming port, imap?", "mine says 995", "so keep that?"), "No, the instructions say otherwise. Port 993"),
        (("incoming port, imap?", "mine says 993", "so leave it?"), "Yes, that is right. Port 993"),
        (("incoming port, imap?", "so leave it?"), "Port 993"),
        (("all IMAP settings please", "the outgoing says 25, keep it?"), "No, the instructions say otherwise. Port 587"),
        (("Ausgang bei IMAP?", "geht 25 statt 587?"), "Nein, in der Anleitung steht es anders. Port 587"),
        (("Ausgang bei IMAP?", "also 587 statt 25?"), "Ja, das stimmt. Port 587"),
        (("Ausgang bei IMAP?", "STARTTLS ist dort schon gewählt, gut?"), "Ja, das stimmt. Verschlüsselung: STARTTLS"),
    ],
)
def test_a_port_that_was_named_is_judged_again_for_another_connection(
    assistant: Assistant, turns: tuple[str, ...], told: str
) -> None:
    assert said(assistant, *turns).startswith(told)


@pytest.mark.parametrize("told", ["Wie ist das Passwort?", "Was ist der Benutzername?", "Womit melde ich mich an?"])
@pytest.mark.parametrize(
    "asked", ["das gleiche am Ausgangsserver?", "beim Postausgangsserver auch?", "the same at the outgoing server?"]
)
def test_the_server_only_says_where(assistant: Assistant, told: str, asked: str) -> None:
    assert said(assistant, told, asked).startswith(("Ja, auch beim Senden", "Yes, for sending too"))


_IS_IT_RIGHT = ["stimmt das?", "sicher?", "echt jetzt?", "sind die beide richtig?", "are both correct?", "are you sure"]


@pytest.mark.parametrize("asked", _IS_IT_RIGHT)
def test_what_was_told_is_right(assistant: Assistant, asked: str) -> None:
    for told in ("Welche Ports für IMAP?", "Wie heißt der Server?", "Was ist der Benutzername?", "Verschlüsselung bei POP3?"):
        confirmed = said(assistant, told, asked)
        assert confirmed.startswith(("Ja, das stimmt.", "Yes, that is right."))
        if confirmed.startswith("Ja"):
            assert confirmed.endswith(said(assistant, told))


def test_a_doubt_about_what_was_told_is_answered_with_no(assistant: Assistant) -> None:
    assert said(assistant, "Wie heißt der Server?", "ist das falsch?").startswith("Nein, das ist richtig.")


@pytest.mark.parametrize("told", ["ok", "ok, eingetragen", "steht drin"])
def test_who_only_tells_that_it_is_done_asks_nothing(assistant: Assistant, told: str) -> None:
    assert not said(assistant, "Wie heißt der Server?", told).startswith("Ja")


@pytest.mark.parametrize("asked", ["und e-mail?", "und bei E-Mail", "and the email?"])
def test_email_beside_other_fields_is_the_one_of_the_address(assistant: Assistant, asked: str) -> None:
    assert "@kolping-schoenau.de" in said(assistant, "Was kommt bei Ihr Name rein?", asked)
    assert not assistant.ask(asked).answered


def test_an_email_that_something_is_told_of_is_no_field(assistant: Assistant) -> None:
    assert said(assistant, "Benutzername?", "und diese E-Mail ist verdächtig").startswith("Klick auf nichts")


@pytest.mark.parametrize("asked", ["sondern?", "sondern welcher", "but which?", "was stattdessen"])
def test_what_is_right_instead_is_told_again(assistant: Assistant, asked: str) -> None:
    assert "587" in said(assistant, "ist 465 bei IMAP zum Senden richtig?", asked).splitlines()[0]
    assert not assistant.ask(asked).answered


def test_what_stands_behind_instead_is_what_is_asked_for(assistant: Assistant) -> None:
    assert said(assistant, "Welcher Port?", "nicht der Port, sondern der Server").startswith("Der Server")


@pytest.mark.parametrize("asked", ["warum", "warum denn nicht?", "why", "why not?"])
def test_a_bare_why_without_anything_before_is_not_guessed(assistant: Assistant, asked: str) -> None:
    assert not assistant.ask(asked).answered
    assert said(assistant, "POP oder IMAP?", asked).startswith(("Vorteile von IMAP", "Advantages of IMAP"))


def test_what_encryption_is_for_keeps_to_it(assistant: Assistant) -> None:
    turns = ("SSL oder STARTTLS?", "wozu?", "zum Senden", "IMAP")
    assert said(assistant, *turns[:2]).startswith("SSL/TLS („Secure")
    assert said(assistant, *turns).startswith("Verschlüsselung: STARTTLS")


@pytest.mark.parametrize(
    "told",
    [
        "Bitte noch mal, ich bin zu langsam gewesen",
        "bitte nochmals, das ging zu schnell",
        "Ich muss nochmal zurück, beim Port war was falsch",
        "lass uns einen Schritt zurück, der Servername war falsch",
        "I have to go back, there was a mistake in the server name",
    ],
)
def test_who_only_wants_to_go_back_or_to_hear_it_again_asks_for_nothing_else(assistant: Assistant, told: str) -> None:
    assert not assistant.ask(told).answered


def test_back_to_something_and_what_is_asked_beside_it_is_answered(assistant: Assistant) -> None:
    assert assistant.ask("can I go back at any time").intents[0].topic == "switching"
    assert assistant.ask("ich will zurück zu POP").intents[0].topic == "switching"
    assert assistant.ask("ich muss nochmal zurück, welcher Server war das?").intents[0].aspect == "server"
    assert assistant.ask("mein Outlook ist zu langsam").intents[0].topic == "trouble:slow"


@pytest.mark.parametrize("told", ["pop läuft bei mir jetzt", "ich machs mit pop", "i use pop"])
def test_a_protocol_that_was_told_is_kept(assistant: Assistant, told: str) -> None:
    last = assistant.ask(told)
    assert last.memory is not None
    assert assistant.ask("port?", memory=last.memory).intents[0].subject == "pop3"


@pytest.mark.parametrize("said_then", ["also imap", "also 993", "imap also?"])
def test_also_is_german_too(assistant: Assistant, said_then: str) -> None:
    assert assistant.ask(said_then, client_language="de").language == "de"


@pytest.mark.parametrize("asked", ["hab ich vertauscht", "mine are the other way round, swap them?", "meine stehen andersrum"])
def test_values_that_stand_the_other_way_round_are_told_again(assistant: Assistant, asked: str) -> None:
    told = said(assistant, "Welche Ports hat POP3?", asked).partition("⚠️")[0]
    assert "110" in told
    assert "25" in told
    assert "993" not in told


def test_who_says_which_they_take_gets_its_settings(assistant: Assistant) -> None:
    for told in ("i nimm POP", "dann nehm ich halt POP3", "i'll go with pop"):
        reply = assistant.ask(told)
        assert (reply.intents[0].aspect, reply.intents[0].subject) == ("settings", "pop3")
        assert assistant.ask(told, addressed=False).answer is None
    assert said(assistant, "POP oder IMAP?", "dann nehm ich IMAP").startswith("Alle Einstellungen IMAP")


def test_ports_are_those_of_both_sides(assistant: Assistant) -> None:
    assert said(assistant, "Verschlüsselung IMAP Eingang?", "und die Ports?").startswith("Ports für IMAP: 993 zum Empfangen, 587")
    assert said(assistant, "Verschlüsselung IMAP Eingang?", "und der Port?").startswith("Port 993")


def test_how_to_encrypt_it_is_asked_of_the_connection(assistant: Assistant) -> None:
    assert said(assistant, "Ports für IMAP?", "wie verschlüssle ich die?").startswith("Verschlüsselung für IMAP")
    assert said(assistant, "Ausgangsport bei IMAP?", "und wie verschlüsselt man den?").startswith("Verschlüsselung: STARTTLS")


def test_what_the_other_one_can_do_better_are_its_advantages(assistant: Assistant) -> None:
    assert said(assistant, "Hat IMAP Nachteile?", "und das andere, was kann das besser?").startswith("Vorteile von POP3")
    assert said(assistant, "Hat POP Nachteile?", "ist das andere besser?").startswith("Nimm IMAP")


@pytest.mark.parametrize(
    "other_talk",
    [
        "Die Kegelbahn hat 110 Euro gekostet",
        "Wie viele Stühle sind noch frei im Saal?",
        "Wer holt morgen den Schlüssel vom Gemeindehaus?",
        "Alles Liebe zum Hochzeitstag!",
        "the train leaves at half past nine",
        "I'll bring the cake to the meeting",
    ],
)
def test_other_talk_stays_other_talk_after_a_question(assistant: Assistant, other_talk: str) -> None:
    """Whoever asked something a minute ago has not asked it again by speaking of something else."""
    for asked in ("Welcher Port ist es beim Eingang mit IMAP?", "which port for incoming IMAP?"):
        assert said(assistant, asked, other_talk).startswith(("Das weiß ich leider nicht", "Sorry, I do not know"))


@pytest.mark.parametrize("trouble", ["ich komm hier nicht weiter", "Hilfe!", "es geht nicht", "die Mails landen im Spam"])
def test_a_trouble_is_still_heard_after_a_question(assistant: Assistant, trouble: str) -> None:
    assert said(assistant, "Welcher Port ist es beim Eingang mit IMAP?", trouble).startswith("Das bekommen wir hin")


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("Ist 110 der Eingang bei POP?", "mit SSL?", "und raus 25?"), "Ja, das stimmt. Port 25"),
        (("Is 993 right for incoming IMAP?", "with SSL/TLS?", "and out 465?"), "No, the instructions say otherwise. Port 587"),
        (("Server für den Ausgang?", "smtp davor?"), "Nein, davor gehört nichts. Postausgangsserver"),
        (("Beim Empfang mit IMAP hab ich 993 und STARTTLS", "welcher von beiden ist falsch?"), "Port 993"),
        (("Endet die Adresse auf .net?", "und mit ö oder oe?"), "Man schreibt es hier mit „oe“"),
        (("Endet die Adresse auf .net?", "also oe, richtig?"), "Ja, das stimmt. Man schreibt"),
        (("Wie heißt der Server?", "ist der für IMAP und POP3 derselbe?"), "Ja, das ist dasselbe."),
        (("Welcher Port zum Senden?", "bei IMAP und POP3 derselbe?"), "Nein, da gibt es einen Unterschied."),
        (("Was gehört bei Ihr Name hin?", "also Übungsleiterin KfSB, passt?"), "Ja, das stimmt."),
        (("What goes into Your Name?", "so Coach KfSB is fine?"), "Yes, that is right."),
    ],
)
def test_yes_or_no_of_what_was_told(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert said(assistant, *turns).startswith(told)


def test_a_position_that_nobody_knows_is_neither_right_nor_wrong(assistant: Assistant) -> None:
    assert said(assistant, "Was gehört bei Ihr Name hin?", "also Meier KfSB, passt?").startswith("Bei „Ihr Name“")


def test_who_asks_if_the_address_is_to_log_in_with_hears_the_user_name(assistant: Assistant) -> None:
    assert said(assistant, "Melde ich mich mit meiner Mailadresse an?").startswith("Ja, das stimmt. Dein Benutzername")

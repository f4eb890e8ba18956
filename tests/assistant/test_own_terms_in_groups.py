"""What names a term of our own in a group is answered where it asks, and left alone where it tells or asks others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_LONG_REQUEST = (
    "Werte Vorstandschaft, ich hole die Post der Senioren seit Kurzem per POP3 auf meinen neuen Rechner, den mir mein Sohn "
    "geschenkt hat. Ich ersuche um Angabe des Ports für den Postausgangsserver."
)


@pytest.mark.parametrize(
    "asks",
    [
        _LONG_REQUEST,
        "hab imap angeklickt, wollte aber pop, geht das noch",
        "die Inge sagt imap, der Hans sagt pop, wer hat recht",
        "POP oder IMAP für die neue Schriftführerin, die hat Laptop und Handy",
        "imap eingang, ich hab 995 drinstehn, passt des?",
        "Ich hätte gern den Port vom IMAP-Posteingang, danke",
        "Here it says: Enter the port of the POP3 server (1-65535)",
        "imap outgoing is 587 isnt it",
        "for imap incoming is it 993 or 995",
        "with imap do i still see old mails on my other tablet",
        "My nephew is all for IMAP. Is he right?",
        "Got a laptop and two tablets. Should I go for IMAP or POP lol",
    ],
)
def test_who_asks_with_a_term_of_ours_is_answered(assistant: Assistant, asks: str) -> None:
    assert assistant.ask(asks, addressed=False).answer is not None


@pytest.mark.parametrize(
    "says",
    [
        "Mein Schwiegersohn hat IMAP eingerichtet, jetzt seh ich alles auf dem Handy und am PC",
        "Bei IMAP bleibt ja alles auf dem Server, so hab ichs verstanden",
        "POP holt die Mails ab, IMAP nicht, so einfach ist das",
        "Ich finde POP ja praktischer, aber jeder wie er mag",
        "Leute, der Port bei IMAP im Ausgang ist 587, bitte merken",
        "Our server at the office died and we lost two days of mail",
        "Mit POP kann ich jetzt am Laptop lesen, juhu",
        "Meine Mails kommen wieder, lag am Postausgangsserver",
        "Should I write my name or yours on the cheque?",
        "When is the IMAP course on?",
        "I told my brother to take IMAP and he thought it was a phone",
    ],
)
def test_who_tells_of_it_is_left_alone(assistant: Assistant, says: str) -> None:
    assert assistant.ask(says, addressed=False).answer is None


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("Empfang 110, IMAP gewählt – da stimmt doch was nicht?", "993"),
        ("Ich nutz POP3, beim Eingang seh ich 110. Kann das bleiben?", "110"),
        ("the gmail app put smtp.example.com into outgoing, keep it?", "{host}"),
        ("{host} – is this really the one we use?", "{host}"),
    ],
)
def test_a_value_that_only_mail_servers_have_is_checked(assistant: Assistant, asks: str, told: str) -> None:
    host = assistant.content.settings.hosts[0]
    answer = assistant.ask(asks.format(host=host), addressed=False).answer
    assert answer is not None
    assert told.format(host=host) in answer.plain


@pytest.mark.parametrize(
    "says",
    [
        "Klaus, hast du bei IMAP die 993 drin?",
        "Tom, is your imap on 993 now?",
        "Pop-Konzert am 25., wer fährt mit?",
        "Pop-Chor in Halle 110, Eingang über den Hof?",
        "Wer spielt heut Abend auf server.example.net mit?",
    ],
)
def test_a_number_of_somebody_else_or_of_other_things_is_left_alone(assistant: Assistant, says: str) -> None:
    assert assistant.ask(says, addressed=False).answer is None


@pytest.mark.parametrize(
    "says",
    [
        "Welchen Port hattest du denn bei IMAP drin, Sepp?",
        "Hast du jetzt IMAP oder POP auf dem Handy, Lore?",
        "Keith, did you go for IMAP or POP in the end?",
    ],
)
def test_what_somebody_else_did_is_asked_of_them(assistant: Assistant, says: str) -> None:
    assert assistant.ask(says, addressed=False).answer is None


def test_a_value_asked_for_beside_a_trouble_is_told(assistant: Assistant) -> None:
    reply = assistant.ask("welcher smtp port bei imap? hab 25 drin und die mails gehen nicht raus", addressed=False)
    assert reply.answer is not None
    assert "587" in reply.answer.plain
    assert assistant.ask("hab 25 drin und die mails gehen nicht raus", addressed=False).answer is None

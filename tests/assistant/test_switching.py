"""The way from one protocol to the other is told in the direction that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "asked",
    [
        "Ich will von IMAP zurück zu POP",
        "wie wechsle ich von IMAP zu POP3",
        "hab IMAP, will zu POP",
        "wie tausche ich imap gegen pop",
        "how do I switch to pop",
        "I want to go back from imap to pop",
        "comment passer à pop3",
    ],
)
def test_the_way_to_pop3_has_its_values_and_its_caution(assistant: Assistant, asked: str) -> None:
    reply = assistant.ask(asked)
    assert [intent.key for intent in reply.intents] == ["switching.pop3.-.-"]
    assert reply.answer is not None
    assert "**POP3**" in reply.answer.lines[0]
    assert reply.answer.caution.startswith("⚠️ POP3")
    assert reply.answer.actions[0].target == "settings.pop3.-.-"
    assert all("IMAP" not in action.label or "POP" in action.label for action in reply.answer.actions)


@pytest.mark.parametrize(
    "asked",
    [
        "von POP zu IMAP wechseln",
        "wie komme ich von pop weg",
        "will pop nicht mehr, will wechseln",
        "pop3 gegen imap tauschen",
        "over to imap how",
    ],
)
def test_the_way_to_imap_stays_as_it_is(assistant: Assistant, asked: str) -> None:
    reply = assistant.ask(asked)
    assert [intent.key for intent in reply.intents] == ["switching.imap.-.-"]
    assert reply.answer is not None
    assert reply.answer.actions[0].target == "pop-to-imap"


def test_whether_to_switch_is_still_a_question_for_advice(assistant: Assistant) -> None:
    for asked in ("POP oder IMAP wechseln lohnt sich?", "soll ich von IMAP zu POP wechseln"):
        assert [intent.topic for intent in assistant.ask(asked).intents] == ["recommendation"]


def test_what_is_lost_is_told_for_that_way(assistant: Assistant) -> None:
    told = said(assistant, "Ich will von IMAP zurück zu POP", "gehen dann mails verloren")
    assert told.startswith("Beim Wechsel zu POP3 geht nichts verloren")
    assert "Umzug auf IMAP" not in told
    assert said(assistant, "wie wechsle ich zu imap", "gehen dann mails verloren").startswith("Beim Wechseln geht nichts")


@pytest.mark.parametrize(
    ("asked", "further"),
    [
        ("Soll ich von POP auf IMAP umsteigen?", "und wie geht das"),
        ("lohnt sich der Wechsel zu IMAP", "wie mach ich das?"),
        ("should I switch from POP to IMAP", "and how do I do that"),
    ],
)
def test_how_it_is_done_is_asked_of_the_switch_that_was_advised(assistant: Assistant, asked: str, further: str) -> None:
    told = said(assistant, asked, further)
    assert told.startswith(("Du kannst zu IMAP wechseln", "You can switch to IMAP"))
    assert "wechseln" not in said(assistant, asked, "nochmal bitte")


def test_how_it_is_done_is_the_set_up_where_no_switch_was_asked_for(assistant: Assistant) -> None:
    assert said(assistant, "POP oder IMAP?", "und wie geht das?").startswith("Gern, ich führe dich")


def test_the_way_back_to_pop3_is_told_after_the_advice_too(assistant: Assistant) -> None:
    assert said(assistant, "soll ich von IMAP zu POP wechseln", "und wie geht das").startswith("Ja, auch zu POP3")


@pytest.mark.parametrize(
    "asked",
    [
        "wo kann ich nachsehen ob ich pop oder imap habe",
        "woher weiß ich, welches Verfahren ich hab",
        "wo im Mailprogramm steht, ob ich IMAP hab",
        "where do I see whether I have IMAP or POP",
        "how do I find out which one I have",
        "comment savoir si c'est pop ou imap",
    ],
)
def test_who_asks_which_one_they_have_is_told_what_shows_it_first(assistant: Assistant, asked: str) -> None:
    reply = assistant.ask(asked)
    assert reply.answer is not None
    assert "`993`" in reply.answer.lines[0]
    assert "`110`" in reply.answer.lines[0]


@pytest.mark.parametrize(
    "asked",
    [
        "wo stelle ich ein, ob pop oder imap",
        "how do I switch if I have pop",
        "ist es egal, ob ich pop oder imap habe",
        "wie entscheide ich, ob ich pop oder imap nehme",
    ],
)
def test_who_asks_something_else_of_the_two_is_not_told_it(assistant: Assistant, asked: str) -> None:
    reply = assistant.ask(asked)
    assert reply.answer is not None
    assert "993" not in reply.answer.lines[0]


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("I'd like to change from POP on IMAP, how makes one this?", "You can switch to IMAP"),
        ("Ich will from POP to IMAP, wie mach ich das?", "Du kannst zu IMAP wechseln"),
        ("how do I switch on IMAP? I have POP", "You can switch to IMAP"),
        ("I'm on IMAP, how do I change?", "Yes, you can switch to POP3"),
        ("kann ich von IMAP on POP wechseln", "Ja, auch zu POP3"),
    ],
)
def test_mixed_prepositions_lead_the_right_way(assistant: Assistant, asks: str, told: str) -> None:
    assert said(assistant, asks).startswith(told)


@pytest.mark.parametrize("asks", ["Wo stellt man um?", "Wo wechsle ich zu POP?", "Where do I switch from POP to IMAP?"])
def test_who_asks_where_hears_that_first(assistant: Assistant, asks: str) -> None:
    assert said(assistant, asks).startswith(("Welches Verfahren du nutzt, ist", "Which one you use is"))

"""A member edits what they asked in a private chat: the answer is put right, as in a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conversations.test_setup import hears_of

if TYPE_CHECKING:
    from tests.telegram import Member, Reply, Telegram


def edits(telegram: Telegram, member: Member, message: int, text: str) -> None:
    telegram.server.people.edit(member.chat, message, text)


async def asked(member: Member, text: str, part: str) -> tuple[int, Reply]:
    message = member.says(text)
    return message, await hears_of(member, part)


async def test_an_edited_question_has_its_answer_corrected(telegram: Telegram) -> None:
    erna = telegram.private("Erna")
    question, answer = await asked(erna, "Welcher Port für IMAP im Posteingang?", "993")
    edits(telegram, erna, question, "Welcher Port für POP3 im Posteingang?")
    corrected = await hears_of(erna, "110")
    assert corrected.message_id == answer.message_id
    edits(telegram, erna, question, "Welcher Port für POP3 beim Senden?")
    assert (await hears_of(erna, "25")).message_id == answer.message_id
    assert "IMAP" in (await erna.asks("und für imap?")).text, "what was asked last is what stands there now"


async def test_a_slip_that_was_not_understood_is_put_right(telegram: Telegram) -> None:
    erna = telegram.private("Erna")
    question, answer = await asked(erna, "xqzt brrmpf", "weiß")
    edits(telegram, erna, question, "wie heißt der server?")
    assert (await hears_of(erna, "c9.webspace-verkauf.de")).message_id == answer.message_id


async def test_where_no_answer_can_be_corrected_it_is_said_anew(telegram: Telegram) -> None:
    erna = telegram.private("Erna")
    question, answer = await asked(erna, "Welcher Port für IMAP?", "993")
    telegram.server.people.delete(erna.chat, answer.message_id)
    edits(telegram, erna, question, "Welcher Port für POP3?")
    anew = await hears_of(erna, "110")
    assert anew.message_id != answer.message_id
    assert anew.reply_to == question
    command, _ = await asked(erna, "/imap", "993")
    edits(telegram, erna, command, "/pop")
    await hears_of(erna, "110")
    set_up, _ = await asked(erna, "richte outlook mit imap ein", "Schritt 1 ")
    edits(telegram, erna, set_up, "richte thunderbird mit imap ein")
    await hears_of(erna, "Thunderbird")
    telegram.server.journal.clear()


async def test_an_edit_that_changes_nothing_says_nothing_again(telegram: Telegram) -> None:
    erna = telegram.private("Erna")
    question, answer = await asked(erna, "Welcher Port für IMAP?", "993")
    edits(telegram, erna, question, "Welcher Port für IMAP?")  # Telegram tells of a link's preview like this
    assert (await erna.asks("/help")).message_id > answer.message_id
    assert "993" in erna.chat.messages[answer.message_id]["text"]
    assert len(telegram.server.journal.carried_out("sendMessage", erna.chat.id)) == 2
    assert all("not modified" in refused for refused in telegram.refused())
    telegram.server.journal.clear()


async def test_a_follow_up_that_is_edited_is_about_what_was_asked_before_it(telegram: Telegram) -> None:
    erna = telegram.private("Erna")
    await asked(erna, "Welcher Port für IMAP eingehend?", "993")
    question, answer = await asked(erna, "und beim andren?", "110")
    edits(telegram, erna, question, "und die andere Richtung?")
    corrected = await hears_of(erna, "587")
    assert corrected.message_id == answer.message_id
    assert "IMAP" in corrected.text, "and not of POP3, which the first wording led to"


async def test_whatever_answered_it_is_put_right(telegram: Telegram) -> None:
    erna = telegram.private("Erna")
    command, answer = await asked(erna, "/help", "")
    edits(telegram, erna, command, "/imap")
    assert (await hears_of(erna, "993")).message_id == answer.message_id
    set_up, page = await asked(erna, "richte outlook mit imap ein", "Schritt 1 ")
    edits(telegram, erna, set_up, "richte thunderbird mit imap ein")
    assert (await hears_of(erna, "Thunderbird")).message_id == page.message_id


async def test_a_password_that_comes_in_by_an_edit_is_warned_of(telegram: Telegram) -> None:
    erna = telegram.private("Erna")
    question, _ = await asked(erna, "Welcher Port für IMAP?", "993")
    edits(telegram, erna, question, "Welcher Port für IMAP? Mein Passwort ist Sommer!2024xy")
    warning = await hears_of(erna, "🔒")
    assert warning.reply_to == question, "said anew: it must be heard"
    edits(telegram, erna, question, "Welcher Port für POP3?")
    assert (await hears_of(erna, "110")).message_id == warning.message_id


async def test_an_edit_is_understood_after_a_restart(telegram: Telegram) -> None:
    erna = telegram.private("Erna")
    question, answer = await asked(erna, "Welcher Port für IMAP?", "993")
    await telegram.stop_bot()
    await telegram.start_bot()
    edits(telegram, erna, question, "Welcher Port für POP3?")
    assert (await hears_of(erna, "110")).message_id == answer.message_id


async def test_of_an_edit_that_nobody_waits_for_only_a_password_is_told(telegram: Telegram) -> None:
    erna = telegram.private("Erna")
    question, answer = await asked(erna, "Welcher Port für IMAP?", "993")
    await erna.asks("/forget")
    edits(telegram, erna, question, "Welcher Port für POP3?")
    edits(telegram, erna, question, "Mein Passwort ist Winter!2024xy")
    await hears_of(erna, "🔒")
    assert "993" in erna.chat.messages[answer.message_id]["text"]

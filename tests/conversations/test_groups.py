"""Scenes in groups: who says what, where, what appears. Silence is shown by the next thing that is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conversations.test_setup import hears_of

if TYPE_CHECKING:
    from tests.telegram import Reply, Telegram


def is_group_answer(reply: Reply) -> bool:
    """Short, without a menu, with a link to the private chat."""
    buttons = [button for row in reply.buttons for button in row]
    return len(reply.text.split("\n")) <= 8 and not any(button.data for button in buttons)


async def test_it_answers_what_is_put_to_it_and_is_silent_otherwise(telegram: Telegram) -> None:
    people = telegram.group("Chor", "Anna", "Bert", bot_reads_all=True)
    people["Anna"].says("Wer bringt am Sonntag Kuchen mit?")
    people["Bert"].says("Ich! Und wer holt den Wein?")
    asked = people["Bert"].says(f"@{telegram.server.world.bot['username']} welcher Port für IMAP beim Senden?")
    answer = await people["Bert"].hears()
    assert answer.reply_to == asked
    assert "587" in answer.text
    assert is_group_answer(answer)
    asked = people["Anna"].says("und für pop?", reply_to=answer.message_id)
    while (await people["Anna"].hears()).reply_to != asked:
        pass


async def test_a_clear_question_is_answered_quietly_and_only_once(telegram: Telegram) -> None:
    people = telegram.group("Chor", "Anna", "Bert", bot_reads_all=True)
    asked = people["Anna"].says("Weiß jemand, welcher Port bei IMAP für den Posteingang ist?")
    answer = await people["Anna"].hears()
    assert answer.reply_to == asked
    assert "993" in answer.text
    people["Bert"].says("Welcher Port ist bei IMAP für den Posteingang?")
    asked = people["Bert"].says("/server")
    assert (await people["Anna"].hears()).reply_to == asked
    name = telegram.server.world.bot["username"]
    again = await people["Bert"].asks(f"@{name} welcher Port bei IMAP für den Posteingang?")
    assert again.reply_to == answer.message_id
    sent = [call for call in telegram.server.journal if call.method == "sendMessage"]
    assert [str(call.arguments.get("disable_notification")).lower() == "true" for call in sent] == [True, False, False]


async def test_the_admins_choose_when_it_answers(telegram: Telegram) -> None:
    people = telegram.group("Chor", "Anna", "Bert", admin="Anna", bot_reads_all=True)
    assert "Fragen" in (await people["Bert"].asks("/answers")).text
    assert "nur die Admins" in (await people["Bert"].asks("/answers off")).text
    assert "gar nicht" in (await people["Anna"].asks("/answers off")).text
    people["Bert"].says("/ports")
    people["Bert"].says("Welcher Port ist bei IMAP für den Posteingang?")
    assert "Befehle" in (await people["Anna"].asks("/answers addressed")).text
    await telegram.kill_bot()
    await telegram.start_bot()
    people["Bert"].listen()
    people["Bert"].says("Welcher Port ist bei IMAP für den Posteingang?")
    asked = people["Bert"].says("/server")
    while (heard := await people["Bert"].hears()).reply_to != asked:
        assert "Befehle" in heard.text, "only the last command may come again after a kill"


async def test_an_anonymous_admin_may_choose(telegram: Telegram) -> None:
    people = telegram.group("Chor", "Anna", admin="Anna")
    people["Anna"].says("/answers off", anonymous=True)
    assert "gar nicht" in (await people["Anna"].hears()).text


async def test_a_helper_answers_somebody_with_a_command(telegram: Telegram) -> None:
    people = telegram.group("Chor", "Anna", "Bert")
    asked = people["Anna"].says("Mein Handy fragt so komische Sachen")
    people["Bert"].says("/ports", reply_to=asked)
    assert (await people["Bert"].hears()).reply_to == asked


async def test_an_edited_question_edits_its_answer(telegram: Telegram) -> None:
    people = telegram.group("Chor", "Anna", bot_reads_all=True)
    name = f"@{telegram.server.world.bot['username']}"
    asked = people["Anna"].says(f"{name} Port für IMAP beim Senden?")
    answer = await people["Anna"].hears()
    telegram.server.people.edit(people["Anna"].chat, asked, f"{name} Port für POP3 beim Senden?")
    edited = await hears_of(people["Anna"], "25")
    assert edited.message_id == answer.message_id


async def test_in_a_forum_the_answer_stays_in_the_topic(telegram: Telegram) -> None:
    people = telegram.group("Chor", "Anna", bot_reads_all=True, topics={77: "Mail"})
    people["Anna"].says("/ports", thread=77)
    assert (await people["Anna"].hears()).thread == 77
    people["Anna"].says("/ports")
    assert (await people["Anna"].hears()).thread == 0


async def test_coming_into_a_group(telegram: Telegram) -> None:
    people = telegram.group("Chor", "Anna", admin="Anna")
    telegram.server.people.join(people["Anna"].chat, people["Anna"].user_id)
    hello = await hears_of(people["Anna"], "Danke")
    assert "/setprivacy" in hello.text


async def test_the_set_up_opens_in_private_at_the_right_place(telegram: Telegram) -> None:
    people = telegram.group("Chor", "Anna")
    offer = await people["Anna"].asks("/setup iphone imap")
    link = next(button.url for row in offer.buttons for button in row)
    anna = telegram.private("Anna")
    page = await anna.asks(f"/start {link.partition('start=')[2]}")
    assert "iPhone" in page.text
    assert "Schritt 1 " in page.text


async def test_two_groups_and_two_languages_at_once(telegram: Telegram) -> None:
    one, other = telegram.group("Chor", "Anna"), telegram.group("Band", "Ben")
    one["Anna"].says("/ports@" + telegram.server.world.bot["username"])
    other["Ben"].says(f"@{telegram.server.world.bot['username']} which port do I need for imap?")
    assert "Posteingang" in (await one["Anna"].hears()).text
    assert "incoming" in (await other["Ben"].hears()).text.lower()


@pytest.mark.parametrize("command", ["/nothing", "/ports@OtherBot", "/"])
async def test_other_commands_are_not_for_it(telegram: Telegram, command: str) -> None:
    people = telegram.group("Chor", "Anna", bot_reads_all=True)
    people["Anna"].says(command)
    asked = people["Anna"].says("/server")
    assert (await people["Anna"].hears()).reply_to == asked

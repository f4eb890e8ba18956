"""Scenes in groups: when the bot speaks, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conversations.group_scene import Group, is_short

if TYPE_CHECKING:
    from tests.telegram import Telegram

QUESTION = "Weiß jemand, welcher Port bei IMAP für den Posteingang ist?"


async def test_it_answers_what_is_put_to_it_and_keeps_out_of_the_rest(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", bot_reads_all=True)
    choir.says("Anna", "Wer bringt am Sonntag Kuchen mit?")
    choir.says("Bert", "Ich! Und wer holt den Wein im Hafen ab?")
    choir.says("Anna", "Der Server im Gasthaus war wieder langsam 😂")
    await choir.silence()
    answer = await choir.asks("Bert", f"{choir.bot} welcher Port für IMAP beim Senden?")
    assert "587" in answer.text
    assert is_short(answer)
    answer = await choir.asks("Bert", "und für pop?", reply_to=answer.message_id)
    assert "25" in answer.text
    assert "110" in (await choir.asks("Anna", f"{choir.bot.upper()} port pop3 empfangen")).text
    assert "993" in (await choir.asks("Anna", f"/ports{choir.bot} imap")).text
    sent = choir.sent()
    assert not [call for call in sent if str(call.get("disable_notification")).lower() == "true"], "who asks may hear it"


async def test_a_text_mention_a_photo_with_a_caption_and_a_call_alone(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert")
    mention = {"type": "text_mention", "offset": 0, "length": 6, "user": telegram.server.world.bot}
    assert "993" in (await choir.asks("Anna", "Helfer imap port eingang?", entities=[mention])).text
    entity = {"type": "mention", "offset": 0, "length": len(choir.bot)}
    photo = {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 9, "height": 9}], "caption_entities": [entity]}
    send = telegram.server.people.send
    # Privacy mode looks at captions too; here the bot is an administrator.
    choir.chat.bot_is_admin = True
    asked = send(choir.chat, choir.people["Anna"].user_id, caption=f"{choir.bot} wie heißt der Server?", **photo)
    answer = await choir.hears()
    assert answer.reply_to == asked["message_id"]
    assert "c9.webspace-verkauf.de" in answer.text
    choir.chat.bot_is_admin = False
    asked_by_bert = choir.says("Bert", "was ist der unterschied zwischen pop und imap, wozu braucht man das überhaupt alles")
    choir.says("Anna", choir.bot, reply_to=asked_by_bert)
    answer = await choir.hears()
    assert answer.reply_to == asked_by_bert, "called to help somebody, it answers them"
    assert "POP3" in answer.text
    choir.says("Bert", choir.bot, reply_to=asked_by_bert)
    assert (await choir.hears()).reply_to == answer.message_id, "and points to that, called again"
    answer = await choir.asks("Bert", choir.bot)
    assert "/ports" in answer.text
    assert is_short(answer)


async def test_a_clear_question_is_answered_quietly(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", bot_reads_all=True)
    answer = await choir.asks("Anna", QUESTION)
    assert "993" in answer.codes
    assert "993" in answer.copies
    assert is_short(answer)
    assert str(choir.sent()[0]["disable_notification"]).lower() == "true"


async def test_what_is_put_to_somebody_else_is_theirs_to_answer(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", bot_reads_all=True)
    choir.says("Anna", f"@bert_im_chor {QUESTION}")
    user = telegram.server.world.people[choir.people["Bert"].user_id].json
    bert = {"type": "text_mention", "offset": 0, "length": 4, "user": user}
    choir.says("Anna", f"Bert, {QUESTION}", entities=[bert])
    await choir.silence()
    assert "993" in (await choir.asks("Anna", f"{choir.bot} @bert_im_chor fragt: {QUESTION}")).codes


async def test_what_it_never_answers(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", bot_reads_all=True)
    question, world = f"{choir.bot} welcher Port für IMAP?", telegram.server.world
    answer = await choir.asks("Anna", "/server")
    # Of bots, also where bots hear each other, and of a member who sends something by way of a bot.
    robot = {"id": 99, "is_bot": True, "first_name": "Robbi", "username": "robbi_bot"}
    raw = {"message_id": 900, "date": int(world.clock()), "chat": choir.chat.json, "from": robot, "text": "/ports"}
    world.queue({"message": raw})
    choir.says("Anna", question, via_bot=robot)
    # Forwarded from somewhere, and sent where the bot is only a guest.
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Onkel"}
    choir.says("Bert", question, forward_origin=origin)
    choir.says("Bert", "/ports", forward_origin=origin)
    anna = world.people[choir.people["Anna"].user_id].json
    world.queue({"guest_message": {**raw, "message_id": 901, "from": anna, "guest_query_id": "1"}})
    # A channel's post that Telegram carries into its group, and service messages.
    choir.says("Anna", question, channel="Vereinsnachrichten")
    telegram.server.people.send(choir.chat, choir.people["Anna"].user_id, new_chat_title="Mail-Port IMAP?")
    telegram.server.people.send(choir.chat, choir.people["Anna"].user_id, pinned_message={**raw, "from": anna, "text": question})
    # Thanks, and words in passing below its answer.
    choir.says("Anna", "Danke dir!", reply_to=answer.message_id)
    choir.says("Anna", f"danke {choir.bot}")
    choir.says("Bert", "👍", reply_to=answer.message_id)
    choir.says("Bert", "haha ok", reply_to=answer.message_id)
    choir.says("Bert", "Danke Anna, der Port für IMAP war es!")
    # An edit of what had no answer.
    edited = choir.says("Bert", "Bis Sonntag!")
    choir.edits(edited, question)
    await choir.silence()


async def test_other_commands_are_not_for_it(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", bot_reads_all=True)
    for command in ("/nothing", "/ports@OtherBot", "/", "/1", "/ports@OtherBot imap"):
        choir.says("Anna", command)
    await choir.silence()
    answer = await choir.asks("Anna", f"/nothing{choir.bot}")
    assert "/ports" in answer.text, "called by its name, it says what it can do"


async def test_every_command_for_it_is_answered_in_short(telegram: Telegram) -> None:
    choir = Group(telegram, *"ABCDEFGHI")
    commands = ("settings", "imap", "vergleich", "einrichten", "problem", "hilfe", "abbrechen", "datenschutz", "start")
    for name, command in zip("ABCDEFGHI", commands, strict=True):
        assert is_short(await choir.asks(name, f"/{command}")), command
    assert "Kolping" in (await choir.asks("A", "/developer_info")).text
    assert "weg" in (await choir.asks("B", "/forget")).text


async def test_one_answer_for_one_message_however_many_keywords(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", bot_reads_all=True)
    await choir.asks("Anna", f"{choir.bot} Port Server Verschlüsselung IMAP POP3 Thunderbird?")
    await choir.silence()


async def test_a_helper_answers_somebody_with_a_look_up(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", admin="Bert")
    asked = choir.says("Anna", "Mein Handy fragt so komische Sachen")
    for command, expected in (("/ports", "993"), ("/server", "c9."), ("/imap", "993"), ("/vergleich", "POP3")):
        choir.says("Bert", command, reply_to=asked)
        answer = await choir.hears()
        assert answer.reply_to == asked
        assert expected in answer.text
    by_admin = choir.says("Bert", "Und bei mir erst", anonymous=True)
    choir.says("Anna", "/pop", reply_to=by_admin)
    assert (await choir.hears()).reply_to == by_admin


async def test_an_edited_question_edits_its_answer(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", bot_reads_all=True)
    asked = choir.says("Anna", f"{choir.bot} Port für IMAP beim Senden?")
    answer = await choir.hears()
    choir.edits(asked, f"{choir.bot} Port für POP3 beim Senden?")
    edited = await choir.hears()
    assert edited.message_id == answer.message_id
    assert "25" in edited.copies
    choir.edits(asked, f"{choir.bot} Port für POP3 beim Senden, bitte?")  # changes nothing, and is no trouble
    choir.edits(asked, "hat sich erledigt 😀")
    await choir.silence()
    command = choir.says("Anna", "/pop")
    answer = await choir.hears()
    choir.edits(command, "/imap")
    edited = await choir.hears()
    assert edited.message_id == answer.message_id
    assert "993" in edited.text
    telegram.server.people.delete(choir.chat, answer.message_id)
    choir.edits(command, "/server")  # nothing is left to edit
    await choir.silence()
    assert all("message to edit not found" in refused or "not modified" in refused for refused in telegram.refused())
    telegram.server.journal.clear()


async def test_in_a_forum_the_answer_stays_in_the_topic(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", bot_reads_all=True, topics={77: "Mail", 78: "Feste"})
    assert (await choir.asks("Anna", "/ports", thread=77)).thread == 77
    assert (await choir.asks("Bert", "/ports", thread=78)).thread == 78, "another topic has not heard it yet"
    answer = await choir.asks("Anna", "/ports")
    assert answer.thread == 0, "General has no thread id"
    assert "message_thread_id" not in choir.sent()[-1]
    created = telegram.server.people.send(
        choir.chat, choir.people["Anna"].user_id, forum_topic_created={"name": "Mail", "icon_color": 1}, thread=77
    )
    # In a topic every message that answers nothing answers the message that began it.
    answer = await choir.asks("Bert", "/imap", thread=77, reply_to=created["message_id"])
    assert answer.thread == 77
    await choir.silence(thread=78)


async def test_below_a_post_of_the_linked_channel(telegram: Telegram) -> None:
    group = Group(telegram, "Anna", "Bert", bot_reads_all=True)
    post = group.says(
        "Anna", "Neu: Mail für alle! Welcher Port bei IMAP für den Posteingang? Steht auf der Seite.", channel="Verein"
    )
    answer = await group.asks("Bert", QUESTION, reply_to=post, thread=post)
    assert "993" in answer.text
    group.says("Anna", "/server", reply_to=post, thread=post)
    assert (await group.hears()).reply_to == post
    await group.silence()


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_anonymous_administrators_ask_like_everybody(telegram: Telegram, kind: str) -> None:
    choir = Group(telegram, "Anna", "Bert", admin="Anna", kind=kind, bot_reads_all=True)
    assert "993" in (await choir.asks("Anna", QUESTION, anonymous=True)).text
    assert "110" in (await choir.asks("Anna", f"{choir.bot} und für pop?", anonymous=True)).text
    assert is_short(await choir.asks("Bert", "/server"))


async def test_two_groups_and_two_languages_at_once(telegram: Telegram) -> None:
    choir, band = Group(telegram, "Anna", bot_reads_all=True), Group(telegram, "Ben", "Cem", bot_reads_all=True)
    choir.says("Anna", QUESTION)
    band.says("Ben", f"{band.bot} which port do I need for imap incoming?")
    assert "Posteingang" in (await choir.hears()).text
    assert "ncoming" in (await band.hears()).text
    german = await band.asks("Cem", QUESTION)
    assert "Posteingang" in german.text, "the same in another language is not the same again"
    await choir.silence()
    await band.silence()

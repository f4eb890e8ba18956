"""Scenes in groups: how often the bot speaks, and how much it says."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.conversations.group_scene import Group, is_short, text_links

if TYPE_CHECKING:
    from tests.telegram import Reply, Telegram

QUESTION = "Weiß jemand, welcher Port bei IMAP für den Posteingang ist?"


def points_to(reply: Reply, answer: Reply) -> bool:
    return reply.reply_to == answer.message_id and "👆" in reply.text


async def test_the_same_is_not_said_again_right_away(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", "Cilli", bot_reads_all=True, topics={77: "Mail"})
    answer = await choir.asks("Anna", QUESTION)
    choir.says("Bert", "Welcher Port ist bei IMAP für den Posteingang?")
    await choir.silence()
    choir.says("Bert", f"{choir.bot} welcher Port ist bei IMAP für den Posteingang?")
    assert points_to(await choir.hears(), answer)
    assert "993" in (await choir.asks("Cilli", QUESTION, thread=77)).text, "in another topic it is new"
    telegram.server.people.delete(choir.chat, answer.message_id)
    choir.says("Cilli", f"{choir.bot} Port IMAP Posteingang?")
    pointing, in_full = await choir.hears(), await choir.hears()
    assert pointing.message_id == in_full.message_id
    assert "993" in in_full.text, "an answer that was deleted cannot be pointed to"


async def test_after_fifteen_messages_it_is_said_again(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", bot_reads_all=True)
    answer = await choir.asks("Anna", "/ports")
    photo = {"file_id": "1", "file_unique_id": "1", "width": 9, "height": 9}
    for number in range(7):
        choir.says("Bert", f"Und ich bringe {number} Kuchen")
        telegram.server.people.send(choir.chat, choir.people["Bert"].user_id, photo=[photo])
    again = await choir.asks("Anna", "/ports")
    assert again.text == answer.text
    choir.says("Bert", "/ports")
    assert points_to(await choir.hears(), again)


async def test_whoever_asks_too_fast_is_met_with_silence_and_others_are_not(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert")
    for command in ("/imap", "/pop", "/ports", "/server", "/settings"):
        await choir.asks("Anna", command)
    for command in ("/vergleich", "/hilfe", f"{choir.bot} welcher Port für POP3?", "/answers"):
        choir.says("Anna", command)
    await choir.silence()
    await choir.asks("Bert", "/vergleich")


async def test_fifteen_messages_a_minute_are_enough_for_a_group(telegram: Telegram) -> None:
    names = [f"Nr{number}" for number in range(16)]
    choir, band = Group(telegram, *names), Group(telegram, "Anna")
    for name in names[:15]:
        await choir.asks(name, "/help")
    for name in names:
        choir.says(name, "/server")
    await band.asks("Anna", "/server")
    assert len(choir.sent()) == 15, "nothing waits in a queue"


async def test_after_an_absence_only_who_spoke_to_it_is_answered(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", bot_reads_all=True)
    await telegram.stop_bot()
    telegram.server.world.clock = lambda: time.time() - 300
    choir.says("Anna", QUESTION)
    asked = choir.says("Bert", f"{choir.bot} welcher Port für POP3 beim Senden?")
    telegram.server.world.clock = time.time
    await telegram.start_bot()
    heard = await choir.hears()
    assert heard.reply_to == asked
    await choir.silence()
    assert " message late " in "".join(telegram.log), "the log tells why: a clock may be wrong"
    assert "993" in (await choir.asks("Anna", QUESTION)).text


async def test_an_update_that_comes_again_is_not_answered_twice(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna")
    asked = choir.says("Anna", "/ports")
    await choir.hears()
    await telegram.stop_bot()
    telegram.server.world.queue({"message": dict(choir.chat.messages[asked])})
    await telegram.start_bot()
    await choir.silence()


async def test_what_is_long_begins_here_and_goes_on_in_private(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna")
    answer = await choir.asks("Anna", f"{choir.bot} alle Einstellungen für IMAP und POP3 bitte")
    assert is_short(answer)
    assert "mehr dazu im Privatchat" in answer.text
    [link] = text_links(answer)
    anna = telegram.private("Anna")
    whole = await anna.asks(f"/start {link.partition('start=')[2]}")
    assert len(whole.text.split("\n")) > 8
    assert answer.text.split("\n")[1] in whole.text


async def test_the_set_up_opens_in_private_at_program_protocol_and_language(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Ben")
    for question in ("/setup iphone imap", f"{choir.bot} iphone mit imap einrichten"):
        link = (await choir.asks("Anna", question)).button("Schritt").url
        assert link.endswith("?start=guide_iphone_imap_de")
    page = await telegram.private("Anna").asks("/start guide_iphone_imap_de")
    assert "iPhone" in page.text
    assert "Schritt 1 " in page.text
    link = (await choir.asks("Ben", f"{choir.bot} please set up thunderbird with imap for me")).button("step").url
    assert "thunderbird_imap_en" in link
    assert "Step 1 " in (await telegram.private("Ben", "de").asks(f"/start {link.partition('start=')[2]}")).text
    link = (await choir.asks("Anna", "/problem kann keine mails senden")).button("Hilfe").url
    assert (await telegram.private("Anna").asks(f"/start {link.partition('start=')[2]}")).buttons


async def test_when_it_asks_back_only_the_asker_may_choose(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", "Chef", admin="Chef")
    anna, bert, chef = (choir.people[name] for name in ("Anna", "Bert", "Chef"))
    offer = await choir.asks("Anna", f"{choir.bot} ich bleib bei pop")
    button = next(button for row in offer.buttons for button in row if button.data)
    toast = await bert.toast(bert.presses_data(offer.message_id, button.data))
    assert "/ports" in toast["text"]
    assert choir.bot in toast["text"]
    anna.presses_data(offer.message_id, button.data)
    answer = await choir.hears()
    assert answer.message_id == offer.message_id
    assert is_short(answer)
    assert (await choir.asks("Anna", "und bei imap?", reply_to=answer.message_id)).text, "the choice is remembered"
    # An anonymous administrator presses under their own name.
    offer = await choir.asks("Chef", f"{choir.bot} ich bleib bei pop", anonymous=True)
    await bert.toast(bert.presses_data(offer.message_id, button.data))
    chef.presses_data(offer.message_id, button.data)
    assert (await choir.hears()).message_id == offer.message_id
    toast = await anna.toast(anna.presses_data(answer.message_id, "1mde."))
    assert toast["text"], "a forged menu opens nothing here"
    await choir.silence()

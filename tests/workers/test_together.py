"""Two workers speak as one: whichever of them gets an update, the member notices nothing."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import asyncpg
import pytest

from tests.conversations.test_setup import hears_of

if TYPE_CHECKING:
    from tests.workers.cluster import Cluster

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_guide_pressed_on_alternating_workers(two: Cluster) -> None:
    anna = two.private("Anna")
    page = await anna.asks("/setup thunderbird imap")
    for number in range(20):
        two.to(number % 2)
        if any("klappt" in button.label for row in page.buttons for button in row):
            break
        page = await anna.presses(page, "▶")
    assert "Alle Werte" in page.text
    assert not two.refused()


async def test_words_typed_into_a_guide_are_understood_by_the_other_worker(two: Cluster) -> None:
    anna = two.private("Anna")
    await anna.asks("richte thunderbird mit imap ein")
    two.to(1)
    anna.says("weiter")
    await hears_of(anna, "Schritt 2 ")
    two.to(0)
    anna.says("weiter")
    await hears_of(anna, "Schritt 3 ")


async def test_what_was_asked_last_is_known_to_the_other_worker(two: Cluster) -> None:
    anna = two.private("Anna")
    assert "993" in (await anna.asks("welcher port für imap beim empfangen?")).text
    two.to(1)
    assert "110" in (await anna.asks("und für pop?")).text


async def test_an_admins_choice_counts_for_all_workers(two: Cluster) -> None:
    people = two.group("Chor", "Anna", "Bert", admin="Anna", bot_reads_all=True)
    await people["Anna"].asks("/answers off")
    two.to(1)
    people["Bert"].says("Welcher Port ist bei IMAP für den Posteingang?")
    people["Bert"].says("/ports")
    people["Anna"].listen()
    assert "klare Fragen" in (await people["Anna"].asks("/answers questions")).text
    two.to(0)
    people["Bert"].listen()
    asked = people["Bert"].says("Welcher Port ist bei IMAP für den Posteingang?")
    assert (await people["Bert"].hears()).reply_to == asked


async def test_a_group_is_not_told_the_same_again_by_the_other_worker(two: Cluster) -> None:
    people = two.group("Chor", "Anna", "Bert", bot_reads_all=True)
    answer = await people["Anna"].asks("Weiß jemand, welcher Port bei IMAP für den Posteingang ist?")
    two.to(1)
    people["Bert"].listen()
    people["Bert"].says("Welcher Port ist bei IMAP für den Posteingang?")
    asked = people["Bert"].says("/server")
    assert (await people["Bert"].hears()).reply_to == asked, "silence before it"
    name = two.server.world.bot["username"]
    again = await people["Bert"].asks(f"@{name} welcher Port bei IMAP für den Posteingang?")
    assert again.reply_to == answer.message_id


async def test_one_person_cannot_make_both_workers_flood_a_group(two: Cluster) -> None:
    people = two.group("Chor", "Anna", "Bert")
    for number in range(7):
        two.to(number % 2)
        people["Anna"].says("/server" if number % 2 else "/ports")
        await two.until(lambda: None if two.server.world.updates else True, "the command to be taken")
    assert len(two.spoken(people["Anna"].chat.id)) == 5
    assert (await people["Bert"].asks("/help")).text, "others are still answered"


async def test_an_edited_question_is_answered_anew_in_place_by_the_other_worker(two: Cluster) -> None:
    people = two.group("Chor", "Anna", bot_reads_all=True)
    name = two.server.world.bot["username"]
    asked = people["Anna"].says(f"@{name} port für imap eingang?")
    answer = await people["Anna"].hears()
    two.to(1)
    two.server.people.edit(people["Anna"].chat, asked, f"@{name} port für pop eingang?")
    corrected = await people["Anna"].hears()
    assert corrected.message_id == answer.message_id
    assert "110" in corrected.text


async def test_so_it_is_in_a_private_chat_and_in_a_guide(two: Cluster) -> None:
    anna = two.private("Anna")
    assert "993" in (await anna.asks("Welcher Port für IMAP eingehend?")).text
    asked = anna.says("und beim andren?")
    answer = await hears_of(anna, "110")
    two.to(1)
    two.server.people.edit(anna.chat, asked, "und die andere Richtung?")
    assert (await hears_of(anna, "587")).message_id == answer.message_id
    two.to(0)
    anna.says("richte thunderbird mit imap ein")
    await hears_of(anna, "Schritt 1 ")
    turned = anna.says("wieter")
    page = await hears_of(anna, "Schritt 2 ")
    two.to(1)
    two.server.people.edit(anna.chat, turned, "zeig alle werte")
    assert (await hears_of(anna, "Alle Werte")).message_id == page.message_id


async def test_f28_a_press_and_a_message_at_the_same_instant(two: Cluster) -> None:
    """Telegram's queues are by chat for messages and by person for presses, so both may run at once; neither is lost."""
    for name in ("Anna", "Bert", "Carla", "Dora"):
        two.to(0)
        person = two.private(name)
        page = await person.asks("/setup thunderbird imap")
        await two.until(lambda: None if two.server.world.updates else True, "the start to be taken")
        await two.server.webhook.stop()
        person.presses_data(page.message_id, page.button("▶").data)
        press = two.taken_back()
        person.says("welcher port für pop beim empfangen?")
        message = two.taken_back()
        assert set(await asyncio.gather(two.send(0, press), two.send(1, message))) == {200}
        assert any("110" in text for text in two.spoken(person.chat.id))
        shown = person.chat.messages[page.message_id]["text"]
        assert "Schritt 2 " in shown
        await two.register_again()
        two.to(1)
        person.says("/continue")
        await hears_of(person, "Schritt 2 ")


async def test_f33_each_update_twice_gets_one_reply(two: Cluster) -> None:
    await two.server.webhook.stop()
    people = [two.private(f"Person {number}") for number in range(6)]
    updates = []
    for person in people:
        person.says("imap port?")
        updates.append(two.taken_back())
    for update in updates:
        statuses = await asyncio.gather(two.send(0, update), two.send(1, update))
        assert sorted(statuses) in ([200, 200], [200, 409])
        assert {await two.send(number, update) for number in (0, 1)} == {200}
    assert [len(two.spoken(person.chat.id)) for person in people] == [1] * 6


async def test_only_hashed_keys_and_nothing_about_persons_is_stored(two: Cluster) -> None:
    people = two.group("Chor der Gemeinde", "Anna Schmidt", "Bert", admin="Bert", bot_reads_all=True)
    await people["Anna Schmidt"].asks("Weiß jemand, welcher Port bei IMAP für den Posteingang ist?")
    await people["Bert"].asks("/answers addressed")
    carla = two.private("Carla")
    await carla.asks("richte thunderbird mit imap für carla.meier@example.org ein")
    await two.until(lambda: None if two.server.world.updates else True, "all to be taken")
    connection = await asyncpg.connect(two.variables()["DATABASE_URL"])
    try:
        tables = [row["tablename"] for row in await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname='public'")]
        stored = [tuple(row) for table in tables for row in await connection.fetch(f"SELECT * FROM {table}")]  # noqa: S608
    finally:
        await connection.close()
    assert len(stored) > 5
    values = [value for row in stored for value in row]
    text = "\n".join(value for value in values if isinstance(value, str))
    for private in ("Anna", "Schmidt", "Carla", "meier", "example.org", "Chor", "Posteingang", two.server.world.token):
        assert private not in text
    ids = {people["Bert"].chat.id, carla.user_id, *(member.user_id for member in people.values())}
    assert not ids.intersection(value for value in values if isinstance(value, int))
    assert not ids.intersection(int(number) for number in re.findall(r"(?<![\w.-])-?\d+(?![\w.])", text))

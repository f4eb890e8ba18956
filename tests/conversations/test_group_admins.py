"""Scenes in groups: what the administrators choose, and how the bot comes, moves along and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playground import groups
from tests.conversations.group_scene import Group
from tests.telegram import Telegram

if TYPE_CHECKING:
    from playground.chats import Chat

QUESTION = "Weiß jemand, welcher Port bei IMAP für den Posteingang ist?"


async def test_everybody_sees_the_choice_and_only_administrators_change_it(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", admin="Anna", bot_reads_all=True)
    assert "Bert" in choir.people
    shown = await choir.asks("Bert", "/answers")
    assert "/antworten aus, /antworten angesprochen oder /antworten fragen" in shown.text
    assert "/antworten aufräumen an" in shown.text
    assert "nur die Admins" in (await choir.asks("Bert", "/answers off")).text
    assert "gar nicht" in (await choir.asks("Anna", "/answers off")).text
    choir.says("Bert", "/ports")
    choir.says("Bert", f"{choir.bot} welcher Port für IMAP?")
    choir.says("Bert", QUESTION)
    choir.says("Bert", f"{choir.bot} mein Passwort ist Sommer!2024xy")
    assert "gar nicht" in (await choir.asks("Anna", "/answers")).text, "that much it says even so"
    assert "Befehle" in (await choir.asks("Anna", "/answers addressed")).text
    choir.says("Bert", QUESTION)
    await choir.silence()
    assert "🔒" in (await choir.asks("Bert", f"{choir.bot} mein Passwort ist Sommer!2024xy")).text
    assert "993" in (await choir.asks("Anna", "/imap")).text


async def test_the_choice_is_told_in_the_groups_language_whatever_an_administrator_asked_for_himself(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", admin="Anna", bot_reads_all=True)
    await choir.asks("Anna", f"{choir.bot} welcher Port für IMAP?")
    assert "receiving" in (await choir.asks("Anna", f"{choir.bot} auf englisch bitte")).text
    told = await choir.asks("Anna", "/antworten aus")
    assert told.text == "Gut, ab jetzt sage ich hier gar nichts, außer zu /antworten."
    assert "Zurzeit sage ich hier gar nichts, außer zu /antworten." in (await choir.asks("Anna", "/answers")).text
    told = await choir.asks("Anna", "/reponses toujours")
    assert told.text.startswith("Bien, désormais je réponds ici aussi aux questions claires, quand je suis sûr.")
    assert "Zurzeit antworte ich hier auch auf klare Fragen" in (await choir.asks("Bert", "/antworten foo")).text


async def test_rights_are_asked_for_anew_every_time(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", admin="Anna")
    bert = choir.people["Bert"].user_id
    assert "nur die Admins" in (await choir.asks("Bert", "/answers off")).text
    choir.chat.members[bert] = "administrator"
    assert "gar nicht" in (await choir.asks("Bert", "/antworten off")).text
    choir.chat.members[bert] = "member"
    assert "nur die Admins" in (await choir.asks("Bert", "/answers questions")).text
    assert "gar nicht" in (await choir.asks("Anna", "/answers")).text


async def test_anonymous_administrators_may_choose_and_channels_may_not(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", admin="Anna")
    assert "gar nicht" in (await choir.asks("Anna", "/answers off", anonymous=True)).text
    channel = {"id": -1009, "type": "channel", "title": "Anderswo"}
    as_channel = {"from": {"id": 136817688, "is_bot": True, "first_name": "Channel"}, "sender_chat": channel}
    assert "nur die Admins" in (await choir.asks("Anna", "/answers questions", **as_channel)).text


async def test_without_a_choice_it_depends_on_what_it_can_read(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", admin="Anna")
    shown = await choir.asks("Anna", "/answers")
    assert "auf Befehle, Erwähnungen" in shown.text
    assert "/setprivacy" in shown.text
    choir.chat.bot_is_admin = True
    assert "auch auf klare Fragen" in (await choir.asks("Anna", "/answers")).text
    assert "993" in (await choir.asks("Anna", QUESTION)).text
    choir.chat.bot_is_admin = False
    assert "/setprivacy" in (await choir.asks("Anna", "/answers questions")).text, "chosen, but it cannot read"
    telegram.server.world.bot["can_read_all_group_messages"] = True
    assert "/setprivacy" not in (await choir.asks("Anna", "/answers")).text


async def test_commands_are_tidied_up_where_the_group_wants_it(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", "Cilli", admin="Anna", bot_may_delete=True)
    asked = choir.says("Bert", "/ports")
    await choir.hears()
    assert asked in choir.chat.messages, "not unless it is wanted"
    assert "lösche ich" in (await choir.asks("Anna", "/answers tidy on")).text
    asked = choir.says("Bert", "/server")
    answer = await choir.hears()
    assert "c9." in answer.text
    question = choir.says("Cilli", "Mein Handy will was von mir wissen")
    helping = choir.says("Bert", "/imap", reply_to=question)
    assert (await choir.hears()).reply_to == question
    await choir.silence()
    assert asked not in choir.chat.messages
    assert helping not in choir.chat.messages
    assert question in choir.chat.messages
    assert "löschen: ja" in (await choir.asks("Cilli", "/answers")).text
    choir.chat.bot_may_delete = False
    assert "darf ich hier nicht" in (await choir.asks("Bert", "/answers")).text, "the right was taken away"
    assert "lasse ich stehen" in (await choir.asks("Anna", "/answers tidy off")).text
    assert all("can't be deleted" in refused for refused in telegram.refused())
    telegram.server.journal.clear()


async def test_tidying_up_is_not_promised_where_the_bot_may_not_delete(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", admin="Anna", bot_is_admin=True)
    refused = await choir.asks("Anna", "/antworten aufräumen an")
    assert "Löschen darf ich hier nicht" in refused.text
    assert "/antworten aufräumen an" in refused.text
    await choir.asks("Bert", "/ports")
    assert "löschen: nein" in (await choir.asks("Bert", "/answers")).text
    choir.chat.bot_may_delete = True
    assert "lösche ich" in (await choir.asks("Anna", "/antworten aufräumen an")).text
    assert not telegram.refused(), "nothing was tried in vain"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/antworten aus", "gar nicht"),
        ("/antworten Angesprochen", "auf Befehle, Erwähnungen"),
        ("/answers fragen", "auch auf klare Fragen"),
        ("/antworten erwaehnt", "auf Befehle, Erwähnungen"),
        ("/answers mentions", "auf Befehle, Erwähnungen"),
        ("/antworten löschen nein", "lasse ich stehen"),
        ("/antworten tidy aus", "lasse ich stehen"),
    ],
)
async def test_what_is_wanted_is_said_in_any_of_the_languages(telegram: Telegram, typed: str, told: str) -> None:
    choir = Group(telegram, "Anna", admin="Anna", bot_reads_all=True)
    answer = await choir.asks("Anna", typed)
    assert told in answer.text
    assert "kenne ich nicht" not in answer.text


@pytest.mark.parametrize("typed", ["/answers foo", "/antworten bitte aus", "/answers tidy", "/answers tidy foo"])
async def test_a_word_that_it_does_not_know_changes_nothing_and_is_told(telegram: Telegram, typed: str) -> None:
    choir = Group(telegram, "Anna", admin="Anna", bot_reads_all=True)
    answer = await choir.asks("Anna", typed)
    assert answer.text.startswith("Das Wort dahinter kenne ich nicht")
    assert "/antworten aus" in answer.text


async def test_the_choice_survives_a_power_cut_and_moves_to_the_supergroup(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", admin="Anna", kind="group", bot_reads_all=True)
    await choir.asks("Anna", "/answers addressed")
    await choir.silence()
    await telegram.stop_bot()
    await telegram.start_bot()
    choir.says("Bert", QUESTION)
    await choir.silence()
    new = supergroup_of(choir)
    new.says("Bert", QUESTION)
    await new.silence()  # nor does it greet: it was there before
    assert "auf Befehle, Erwähnungen" in (await new.asks("Bert", "/answers")).text


def supergroup_of(group: Group, **settings: object) -> Group:
    """Let a group become a supergroup, as happens when it grows."""
    people = group.telegram.server.people
    by = next(iter(group.people.values())).user_id
    return Group.of(group, groups.migrate(people, group.chat, by, **settings))


async def test_removed_it_forgets_the_choice_and_invited_again_it_greets(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", admin="Anna", bot_reads_all=True)
    await choir.asks("Anna", "/answers off")
    people, anna = telegram.server.people, choir.people["Anna"].user_id
    groups.bot_changes(people, choir.chat, anna, "kicked")
    groups.bot_joins(people, choir.chat, anna)
    assert "/antworten" in (await choir.hears()).text
    assert "993" in (await choir.asks("Anna", QUESTION)).text
    rows = b"".join(file.read_bytes() for file in telegram.folder.iterdir())
    assert str(choir.chat.id).encode() not in rows, "the store holds no group's id"


@pytest.mark.parametrize(
    ("language", "status", "privacy", "told"),
    [
        ("de", "member", "on", True),
        ("en", "member", "on", True),
        ("de", "administrator", "on", False),
        ("en", "member", "off", False),
    ],
)
async def test_one_short_message_on_being_added(
    telegram: Telegram, language: str, status: str, privacy: str, *, told: bool
) -> None:
    telegram.server.world.bot["can_read_all_group_messages"] = privacy == "off"
    choir = Group(telegram, "Anna", "Bert", admin="Anna")
    anna = choir.people["Anna"].user_id
    telegram.server.world.people[anna].language_code = language
    groups.bot_joins(telegram.server.people, choir.chat, anna, status)
    hello = await choir.hears()
    assert ("Thank you" if language == "en" else "Danke") in hello.text
    assert "/ports" in hello.text
    assert ("/setprivacy" in hello.text) == told
    # Made an administrator later, or a member joining, it says nothing more.
    groups.bot_changes(telegram.server.people, choir.chat, anna, "administrator")
    groups.member_joins(telegram.server.people, choir.chat, choir.people["Bert"].user_id)
    await choir.silence()


async def test_groups_that_are_not_the_clubs_are_left_with_one_sentence() -> None:
    async with Telegram.start(ALLOWED_GROUPS="-1000000000001,-77") as telegram:
        strangers = Group(telegram, "Anna", admin="Anna")
        groups.bot_joins(telegram.server.people, strangers.chat, strangers.people["Anna"].user_id)
        assert "nur für die Gruppen von" in (await strangers.hears()).text
        assert await left(telegram, strangers.chat)
        # It was there before ALLOWED_GROUPS was set.
        others = Group(telegram, "Ben", bot_reads_all=True)
        telegram.server.world.people[others.people["Ben"].user_id].language_code = "en"
        others.says("Ben", "Hello everybody")
        assert "only here for the groups" in (await others.hears()).text
        assert await left(telegram, others.chat)
        assert len(others.sent()) == len(strangers.sent()) == 1
        await telegram.until(lambda: str(others.chat.id) in "".join(telegram.log) or None, "the id for ALLOWED_GROUPS in the log")


async def test_the_clubs_own_group_stays_its_own_when_it_becomes_a_supergroup() -> None:
    async with Telegram.start(ALLOWED_GROUPS="-77") as telegram:
        choir = Group(telegram, "Anna", admin="Anna", chat_id=-77, kind="group")
        assert "993" in (await choir.asks("Anna", "/imap")).text
        new = supergroup_of(choir)
        assert "993" in (await new.asks("Anna", "/imap")).text
        await telegram.stop_bot()
        await telegram.start_bot()
        await new.silence()


async def left(telegram: Telegram, chat: Chat) -> bool:
    """Wait until the bot has left."""
    return bool(await telegram.until(lambda: chat.blocked or None, f"leaving {chat.title}"))

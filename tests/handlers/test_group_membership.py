"""Whose a group is: the club's own stays it, a foreign one is left; who has come, gone or become a supergroup."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from handlers.groups.settings import Choice, Mode
from tests.handlers.in_groups import GROUP_ID, REFUSED, started_anew
from tests.handlers.offline import BOT, GROUP, PERSON

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


async def changed(chat: Chat, where: dict[str, Any], old: str, new: str) -> None:
    before, after = ({"user": BOT, "status": status, "until_date": 0} for status in (old, new))
    change = {"chat": where, "from": PERSON, "date": int(time.time()), "old_chat_member": before, "new_chat_member": after}
    await chat._feed({"my_chat_member": change})


async def joins(chat: Chat, who: dict[str, Any] = BOT) -> None:
    """Tell of somebody's coming by a message in the group, as Telegram does besides."""
    said = {"message_id": 1, "date": 1, "chat": GROUP, "from": PERSON, "new_chat_members": [who]}
    await chat._feed({"message": said})


def moved_to(chat: int) -> dict[str, Any]:
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    return {"error_code": 400, "description": description, "parameters": {"migrate_to_chat_id": chat}}


async def test_whoever_blocks_the_bot_in_private_gets_no_greeting_afterwards(group: Chat) -> None:
    await changed(group, {"id": 7, "type": "private", "first_name": "Anna"}, "kicked", "member")
    assert "sendMessage" not in group.screen.calls


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_it_greets_where_telegram_does_not_tell_its_rights(group: Chat, kind: str) -> None:
    group.screen.refusals["getMe"] = [REFUSED] * 2
    await changed(group, {**GROUP, "type": kind}, "left", "member")
    assert group.screen.calls.count("sendMessage") == 1


async def test_whoever_runs_the_bot_learns_a_groups_id_from_the_log(group: Chat, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        await changed(group, GROUP, "left", "member")
    assert "Added to group -100." in caplog.text
    assert str(GROUP["title"]) not in caplog.text
    caplog.clear()
    group.services.groups._allowed = frozenset({GROUP_ID})
    for _ in range(2):  # both chats tell it
        await group.services.groups.move(GROUP_ID, -200)
    assert caplog.text.count("Group -100 has become supergroup -200") == 1


async def test_a_foreign_group_is_left_even_where_it_may_not_say_so(group: Chat, caplog: pytest.LogCaptureFixture) -> None:
    group.services.groups._allowed = frozenset({-5})
    group.screen.refusals |= {"sendMessage": [REFUSED], "leaveChat": [REFUSED]}
    with caplog.at_level("INFO"):
        await joins(group)
    assert group.screen.calls[-2:] == ["sendMessage", "leaveChat"]
    assert "No word of farewell" in caplog.text
    assert "could not be left" in caplog.text


async def test_a_question_in_a_foreign_group_is_answered_by_leaving(group: Chat) -> None:
    group.services.groups._allowed = frozenset({-5})
    assert "993" not in await group.say("@ClubMailBot welcher port für imap?")
    assert group.screen.calls[-1] == "leaveChat"


async def test_that_it_has_come_alone_does_not_make_a_group_foreign(group: Chat) -> None:
    """A group of the club's own that becomes a supergroup tells so first; what else tells of it may come much later."""
    group.services.groups._allowed = frozenset({-7})
    await changed(group, GROUP, "left", "member")
    assert not group.screen.messages
    await group._feed({"message": {"message_id": 1, "date": 1, "chat": GROUP, "from": PERSON, "migrate_from_chat_id": -7}})
    assert "993" in await group.say("/imap")
    assert "leaveChat" not in group.screen.calls


async def test_its_own_group_stays_its_own_where_the_store_was_lost_since_it_became_a_supergroup(group: Chat) -> None:
    started_anew(group, -7, -8, -9, -1000000000005)
    group.screen.refusals["getChatMemberCount"] = [REFUSED, moved_to(-200), moved_to(GROUP_ID)]
    assert "993" in await group.say("/imap")
    assert "110" in await group.say("/pop")
    assert group.screen.calls.count("getChatMemberCount") == 3, "it is remembered"
    assert "leaveChat" not in group.screen.calls


async def test_where_telegram_does_not_tell_what_a_group_was_it_stays_and_says_nothing(group: Chat) -> None:
    started_anew(group, -7)
    group.screen.refusals["getChatMemberCount"] = [{"error_code": 500, "description": "Internal Server Error"}] * 9
    assert not await group.say("/imap")
    assert "leaveChat" not in group.screen.calls
    group.screen.refusals["getChatMemberCount"] = [moved_to(-200)]
    await group.say("/imap")
    assert group.screen.calls[-1] == "leaveChat"


async def test_who_is_restricted_may_have_been_removed(group: Chat) -> None:
    rights = (
        "send_messages send_audios send_documents send_photos send_videos send_video_notes send_voice_notes send_polls "
        "send_other_messages add_web_page_previews react_to_messages edit_tag change_info invite_users pin_messages manage_topics"
    )

    def restricted(*, is_member: bool) -> dict[str, Any]:
        may = dict.fromkeys((f"can_{right}" for right in rights.split()), False)
        return {"user": BOT, "status": "restricted", "is_member": is_member, "until_date": 0, **may}

    async def becomes(old: dict[str, Any], new: dict[str, Any]) -> None:
        change = {"chat": GROUP, "from": PERSON, "date": int(time.time()), "old_chat_member": old, "new_chat_member": new}
        await group._feed({"my_chat_member": change})

    await group.services.groups.choose(GROUP_ID, Choice(Mode.OFF))
    await becomes(restricted(is_member=True), restricted(is_member=False))
    assert await group.services.groups.mode(GROUP_ID) is Mode.QUESTIONS, "it is forgotten"
    await becomes(restricted(is_member=False), restricted(is_member=True))
    assert group.screen.calls.count("sendMessage") == 1, "it is greeted anew"


async def test_others_who_join_do_not_make_it_leave(group: Chat) -> None:
    group.services.groups._allowed = frozenset({-5})
    await joins(group, PERSON)
    assert "leaveChat" not in group.screen.calls


async def test_as_long_as_nobody_knows_whose_a_group_is_the_bot_stays_and_says_nothing(group: Chat) -> None:
    await started_anew(group, -7).move(-7, GROUP_ID)
    group.store.is_away = True
    started_anew(group, -7)
    await joins(group)
    for text in ("welcher port für imap?", "/imap"):
        assert not await group.say(text)
    assert "leaveChat" not in group.screen.calls
    group.store.is_away = False
    started_anew(group, -7)
    assert "993" in await group.say("/imap")


async def test_who_takes_the_old_id_away_turns_the_supergroup_away_as_well(group: Chat) -> None:
    await started_anew(group, -7, -9).move(-7, GROUP_ID)
    assert await started_anew(group, -7, -9).is_ours(GROUP_ID)
    assert await started_anew(group, -9).is_ours(GROUP_ID) is False
    await joins(group)
    assert "leaveChat" in group.screen.calls


async def test_a_group_that_has_moved_leaves_nothing_behind(group: Chat) -> None:
    groups = group.services.groups
    await groups.choose(-7, Choice(Mode.OFF, tidy=True))
    await groups.move(-7, GROUP_ID)
    assert await groups.choice(GROUP_ID) == Choice(Mode.OFF, tidy=True)
    assert await groups.choice(-7) == Choice()

"""Who is in a chat; topics and pins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.playground.conftest import ANNA, BEN, BOSS, FORUM, GROUP

if TYPE_CHECKING:
    from tests.playground.conftest import Api


@pytest.mark.parametrize(
    ("method", "arguments", "why"),
    [
        ("getChatMember", {"chat_id": GROUP, "user_id": 0}, "invalid user_id specified"),
        ("getChatMember", {"chat_id": GROUP, "user_id": 99}, "user not found"),
        ("getChatAdministrators", {"chat_id": ANNA}, "there are no administrators in the private chat"),
        ("leaveChat", {"chat_id": ANNA}, "chat member status can't be changed in private chats"),
        ("pinChatMessage", {"chat_id": GROUP, "message_id": 1}, "not enough rights to manage pinned messages in the chat"),
        ("pinChatMessage", {"chat_id": ANNA, "message_id": 99}, "message to pin not found"),
        ("createForumTopic", {"chat_id": GROUP, "name": "x"}, "the chat is not a forum"),
        ("createForumTopic", {"chat_id": FORUM, "name": ""}, "TOPIC_TITLE_EMPTY"),
        ("createForumTopic", {"chat_id": FORUM, "name": "x" * 129}, "topic name is too long"),
    ],
)
async def test_refusals(written: Api, method: str, arguments: dict[str, Any], why: str) -> None:
    assert why in await written.refused(method, **arguments)


async def test_who_is_in_a_group(api: Api) -> None:
    admins = await api.call("getChatAdministrators", chat_id=FORUM)
    assert [(admin["user"]["id"], admin["status"]) for admin in admins] == [
        (BOSS, "creator"),
        (api.server.world.bot["id"], "administrator"),
    ]
    assert len(await api.call("getChatAdministrators", chat_id=GROUP)) == 1
    assert await api.call("getChatMemberCount", chat_id=GROUP) == 4
    assert (await api.call("getChatMember", chat_id=GROUP, user_id=BEN))["status"] == "restricted"
    assert (await api.call("getChat", chat_id=FORUM))["is_forum"]
    assert await api.call("leaveChat", chat_id=GROUP)
    assert (await api.call("getUpdates"))[-1]["my_chat_member"]["new_chat_member"]["status"] == "left"


async def test_topics_and_pins(api: Api) -> None:
    api.people.write(api.forum, ANNA, "Willkommen")
    topic = await api.call("createForumTopic", chat_id=FORUM, name="Neu")
    sent = await api.call("sendMessage", chat_id=FORUM, text="x", message_thread_id=topic["message_thread_id"])
    assert sent["is_topic_message"]
    answer = await api.call("sendMessage", chat_id=FORUM, text="y", reply_to_message_id=sent["message_id"])
    assert answer["message_thread_id"] == topic["message_thread_id"], "an answer stays in the topic"
    assert await api.call("pinChatMessage", chat_id=FORUM, message_id=sent["message_id"])
    assert await api.call("unpinChatMessage", chat_id=FORUM)
    assert await api.call("sendChatAction", chat_id=FORUM, action="typing", message_thread_id=topic["message_thread_id"])
    assert await api.call("setMessageReaction", chat_id=FORUM, message_id=sent["message_id"], reaction=[])
    assert api.events[-2:] == ["action", "reaction"]

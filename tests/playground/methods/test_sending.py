"""Messages are sent, quoted, copied and forwarded; Telegram's words where it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from playground.errors import RefusalError
from tests.playground.conftest import ANNA, BEN, FORUM, GROUP, TEXT

if TYPE_CHECKING:
    from tests.playground.conftest import Api


@pytest.mark.parametrize(
    ("method", "arguments", "why"),
    [
        ("sendMessage", {"chat_id": "", "text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": "@x", "text": "x"}, "chat not found"),
        ("sendMessage", {"chat_id": 99, "text": "x"}, "chat not found"),
        ("sendMessage", {"chat_id": ANNA}, "message text is empty"),
        ("sendMessage", {"chat_id": ANNA, "text": " "}, "text must be non-empty"),
        ("sendMessage", {"chat_id": ANNA, "text": "x" * 4097}, "message is too long"),
        ("sendMessage", {"chat_id": ANNA, "text": "x" * 40_000}, "text is too long"),
        ("sendMessage", {**TEXT, "message_thread_id": 5}, "message thread not found"),
        ("sendMessage", {**TEXT, "message_thread_id": "x"}, 'invalid parameter "message_thread_id" value specified'),
        ("sendMessage", {**TEXT, "reply_markup": "{"}, "can't parse reply markup JSON object"),
        ("sendMessage", {**TEXT, "reply_markup": "[]"}, "object expected as reply markup"),
        ("sendMessage", {**TEXT, "entities": "{}"}, "expected an Array of MessageEntity"),
        ("sendMessage", {**TEXT, "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ("sendMessage", {**TEXT, "reply_to_message_id": 99}, "message to be replied not found"),
        ("sendMessage", {**TEXT, "reply_parameters": {"message_id": 1, "quote": "nie"}}, "QUOTE_TEXT_INVALID"),
        ("copyMessage", {"chat_id": ANNA, "from_chat_id": ANNA, "message_id": 99}, "message to copy not found"),
        ("sendChatAction", {"chat_id": ANNA, "action": "sleeping"}, "wrong parameter action in request"),
        ("setMessageReaction", {"chat_id": ANNA, "message_id": 1, "reaction": [{}, {}]}, "REACTIONS_TOO_MANY"),
    ],
)
async def test_refusals(written: Api, method: str, arguments: dict[str, Any], why: str) -> None:
    assert why in await written.refused(method, **arguments)


async def test_a_message_is_quoted_copied_and_forwarded(api: Api) -> None:
    asked = api.people.write(api.anna, ANNA, "welcher port?")["message_id"]
    reply = {"message_id": asked, "quote": "port"}
    assert (await api.call("sendMessage", **TEXT, reply_parameters=reply))["quote"]["text"] == "port"
    loose = {"message_id": 99, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await api.call("sendMessage", **TEXT, reply_parameters=loose)
    source: dict[str, Any] = {"chat_id": BEN, "from_chat_id": ANNA, "message_id": asked}
    copy = await api.call("copyMessage", **source)
    assert api.server.world.chats[BEN].messages[copy["message_id"]]["text"] == "welcher port?"
    assert (await api.call("forwardMessage", **source))["forward_origin"]["sender_user"]["id"] == ANNA


async def test_a_person_who_has_blocked_the_bot_hears_nothing(api: Api) -> None:
    api.anna.blocked = True
    assert await api.refused("sendMessage", **TEXT) == "403 Forbidden: bot was blocked by the user"
    api.group.blocked = True
    assert await api.refused("getChat", chat_id=GROUP) == "403 Forbidden: bot was kicked from the supergroup chat"
    assert (await api.call("getChatMember", chat_id=FORUM, user_id=api.server.world.bot["id"]))["status"] == "administrator"


async def test_a_group_that_has_become_another_names_it(api: Api) -> None:
    api.group.migrated_to = -1003
    with pytest.raises(RefusalError) as caught:
        await api.call("sendMessage", chat_id=GROUP, text="x")
    assert caught.value.body["parameters"] == {"migrate_to_chat_id": -1003}
    for method in ("getChatMemberCount", "getChatAdministrators"):
        with pytest.raises(RefusalError) as caught:
            await api.call(method, chat_id=GROUP)
        assert caught.value.body["parameters"] == {"migrate_to_chat_id": -1003}
    assert await api.call("getChat", chat_id=GROUP), "it can still be looked at"

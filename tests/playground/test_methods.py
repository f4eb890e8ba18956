"""The Bot API's methods: what they do, and Telegram's words where it refuses."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from playground.errors import RefusalError
from playground.methods import Arguments
from tests.playground.conftest import ANNA, BEN, BOSS, FORUM, GROUP

if TYPE_CHECKING:
    from tests.playground.conftest import Api


def picture(kind: str, width: int, height: int) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height)).save(made, kind)
    return made.getvalue()


def keyboard(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


TEXT: dict[str, Any] = {"chat_id": ANNA, "text": "x"}


@pytest.mark.parametrize(
    ("method", "arguments", "why"),
    [
        ("nothing", {}, "404 Not Found: method not found"),
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
        ("editMessageText", {**TEXT, "message_id": 99}, "message to edit not found"),
        ("editMessageText", {**TEXT, "message_id": 1}, "message can't be edited"),
        ("editMessageText", {"inline_message_id": "x", "text": "x"}, "MESSAGE_ID_INVALID"),
        ("deleteMessages", {"chat_id": ANNA}, "message identifiers are not specified"),
        ("deleteMessages", {"chat_id": ANNA, "message_ids": list(range(101))}, "too many message identifiers specified"),
        ("deleteMessage", {"chat_id": GROUP, "message_id": 1}, "message can't be deleted"),
        ("getFile", {}, "file_id not specified"),
        ("getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable"),
        ("sendDocument", {"chat_id": ANNA}, "there is no document in the request"),
        ("sendDocument", {"chat_id": ANNA, "document": "x"}, "wrong remote file identifier specified"),
        ("getChatMember", {"chat_id": GROUP, "user_id": 0}, "invalid user_id specified"),
        ("getChatMember", {"chat_id": GROUP, "user_id": 99}, "user not found"),
        ("getChatAdministrators", {"chat_id": ANNA}, "there are no administrators in the private chat"),
        ("leaveChat", {"chat_id": ANNA}, "chat member status can't be changed in private chats"),
        ("pinChatMessage", {"chat_id": GROUP, "message_id": 1}, "not enough rights to manage pinned messages in the chat"),
        ("pinChatMessage", {"chat_id": ANNA, "message_id": 99}, "message to pin not found"),
        ("createForumTopic", {"chat_id": GROUP, "name": "x"}, "the chat is not a forum"),
        ("createForumTopic", {"chat_id": FORUM, "name": ""}, "TOPIC_TITLE_EMPTY"),
        ("createForumTopic", {"chat_id": FORUM, "name": "x" * 129}, "topic name is too long"),
        ("setChatMenuButton", {"menu_button": {"type": "x"}}, "MenuButton has unsupported type"),
        ("setChatMenuButton", {"chat_id": GROUP}, "chat not found"),
        ("setMyName", {"name": "x" * 65}, "bot name length must not exceed 64"),
        ("setMyShortDescription", {"short_description": "x" * 121}, "bot short description length must not exceed 120"),
        ("setMyName", {"name": "x", "language_code": "deu"}, "invalid language code specified"),
        ("answerCallbackQuery", {"callback_query_id": "x"}, "query is too old"),
        ("answerInlineQuery", {"inline_query_id": "x"}, "query is too old"),
        ("setWebhook", {"url": "x"}, "invalid webhook URL specified"),
        ("setWebhook", {"url": "http://bot.example/"}, "An HTTPS URL must be provided for webhook"),
        ("setWebhook", {"url": "https://bot.example:99/"}, "Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ("setWebhook", {"url": "https://bot.example/", "secret_token": "x" * 257}, "secret token is too long"),
        ("setWebhook", {"url": "https://bot.example/", "secret_token": "ä"}, "secret token contains unallowed characters"),
    ],
)  # fmt: skip
async def test_refusals(api: Api, method: str, arguments: dict[str, Any], why: str) -> None:
    for chat in (api.anna, api.group):
        api.people.write(chat, ANNA, "von Anna")
    assert why in await api.refused(method, **arguments)


async def test_another_token_is_unauthorized(api: Api) -> None:
    with pytest.raises(RefusalError, match="401 Unauthorized"):
        await api.server.call("1:x", "getMe", Arguments({}))


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ({"force_reply": True, "input_field_placeholder": "x" * 65}, "input field placeholder is too long"),
        ({"inline_keyboard": {}}, "should be an Array of Arrays"),
        ({"inline_keyboard": [{}]}, "should be an Array of Arrays"),
        (keyboard(*[{"text": "x", "callback_data": "x"}] * 9), "reply markup is too long"),
        (keyboard("x"), "InlineKeyboardButton must be an Object"),
        (keyboard({"callback_data": "x"}), 'Can\'t find field "text"'),
        (keyboard({"text": " ", "callback_data": "x"}), "inline keyboard button text must be non-empty"),
        (keyboard({"text": "x", "style": "pink", "callback_data": "x"}), "Unsupported button style specified"),
        (keyboard({"text": "x", "callback_data": "x" * 65}), "BUTTON_DATA_INVALID"),
        (keyboard({"text": "x", "url": "mailto:a@b.example"}), "Wrong HTTP URL"),
        (keyboard({"text": "x", "web_app": {"url": "http://a.example"}}), "Only HTTPS links are allowed"),
        (keyboard({"text": "x", "copy_text": {"text": ""}}), "BUTTON_COPY_TEXT_INVALID"),
        (keyboard({"text": "x"}), "Text buttons are unallowed in the inline keyboard"),
    ],
)
async def test_keyboards_that_are_refused(api: Api, markup: dict[str, Any], why: str) -> None:
    assert why in await api.refused("sendMessage", **TEXT, reply_markup=json.dumps(markup))


async def test_other_keyboards_are_taken(api: Api) -> None:
    sent = await api.call("sendMessage", **TEXT, reply_markup={"force_reply": True})
    assert sent["reply_markup"] == {"force_reply": True}
    assert "reply_markup" not in await api.call("sendMessage", **TEXT, reply_markup={"remove_keyboard": True})
    buttons = ({"text": "a", "web_app": {"url": "https://a.example"}}, {"text": "b", "pay": True})
    assert (await api.call("sendMessage", **TEXT, reply_markup=keyboard(*buttons)))["reply_markup"] == keyboard(*buttons)


@pytest.mark.parametrize(
    ("commands", "why"),
    [
        (["x"], "can't parse BotCommand: expected an Object"),
        ([{"command": "x"}], "can't parse BotCommand: expected an Object"),
        ([{"command": "/", "description": "x"}], "command must be non-empty"),
        ([{"command": "x", "description": " "}], "command description must be non-empty"),
        ([{"command": "x" * 33, "description": "x"}], "command length must not exceed 32"),
        ([{"command": "x", "description": "x" * 257}], "command description length must not exceed 256"),
        ([{"command": "Ä", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "x", "description": "x"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_commands_that_are_refused(api: Api, commands: list[Any], why: str) -> None:
    assert why in await api.refused("setMyCommands", commands=commands)


async def test_a_menu_of_one_chat_stands_before_that_of_all(api: Api) -> None:
    everywhere, here = ([{"command": name, "description": "x"}] for name in ("help", "cancel"))
    scope = {"type": "chat", "chat_id": ANNA}
    await api.call("setMyCommands", commands=everywhere)
    await api.call("setMyCommands", commands=here, scope=scope)
    assert await api.call("getMyCommands", scope=scope) == here
    assert await api.call("deleteMyCommands", scope=scope)
    assert await api.call("getMyCommands", scope=scope) == []
    assert await api.call("getMyCommands") == everywhere
    assert "Unsupported type" in await api.refused("getMyCommands", scope={"type": "x"})
    assert 'Can\'t find field "chat_id"' in await api.refused("getMyCommands", scope={"type": "chat"})
    assert "chat not found" in await api.refused("getMyCommands", scope={"type": "chat", "chat_id": 99})


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


async def test_messages_are_edited_and_deleted(api: Api) -> None:
    sent = (await api.call("sendMessage", **TEXT))["message_id"]
    assert "not modified" in await api.refused("editMessageText", **TEXT, message_id=sent)
    assert "no caption in the message" in await api.refused("editMessageCaption", chat_id=ANNA, message_id=sent, caption="y")
    image = {"photo": ("a.png", picture("PNG", 4, 4))}
    shown = (await api.call("sendPhoto", image, chat_id=ANNA, photo="attach://photo"))["message_id"]
    assert "no text in the message" in await api.refused("editMessageText", **TEXT, message_id=shown)
    assert (await api.call("editMessageCaption", chat_id=ANNA, message_id=shown, caption="y"))["caption"] == "y"
    assert "caption is too long" in await api.refused("editMessageCaption", chat_id=ANNA, message_id=shown, caption="x" * 1025)
    assert await api.call("deleteMessages", chat_id=ANNA, message_ids=[sent, 99])
    assert list(api.anna.messages) == [shown]
    api.now += 48 * 3600 + 1
    assert "can't be deleted for everyone" in await api.refused("deleteMessage", chat_id=ANNA, message_id=shown)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
async def test_a_picture_is_sent_and_fetched_again(api: Api, kind: str) -> None:
    content = picture(kind, 40, 30)
    sent = await api.call("sendPhoto", {"photo": ("a", content)}, chat_id=ANNA)
    assert (sent["photo"][0]["width"], sent["photo"][0]["height"]) == (40, 30)
    file_id = sent["photo"][0]["file_id"]
    assert (await api.call("getFile", file_id=file_id))["file_size"] == len(content)
    assert (await api.call("sendPhoto", chat_id=BEN, photo=file_id))["photo"][0]["file_id"] == file_id


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "file must be non-empty"),
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (picture("PNG", 400, 4), "PHOTO_INVALID_DIMENSIONS"),
        (picture("PNG", 4, 4) + bytes(10 * 1024 * 1024), "PHOTO_SAVE_FILE_INVALID"),
        (bytes(50 * 1024 * 1024 + 1), "413 Request Entity Too Large"),
    ],
    ids=["empty", "no picture", "thin", "large", "huge"],
)
async def test_pictures_that_are_refused(api: Api, content: bytes, why: str) -> None:
    assert why in await api.refused("sendPhoto", {"photo": ("a.png", content)}, chat_id=ANNA)


async def test_the_bots_profile(api: Api) -> None:
    assert await api.call("getChatMenuButton") == {"type": "commands"}
    await api.call("setChatMenuButton", chat_id=ANNA, menu_button={"type": "default"})
    assert await api.call("getChatMenuButton", chat_id=ANNA) == {"type": "default"}
    assert (await api.call("getMyName"))["name"] == "Mail-Helfer"
    await api.call("setMyDescription", description="Hallo", language_code="de")
    assert (await api.call("getMyDescription", language_code="de"))["description"] == "Hallo"
    assert (await api.call("getMyDescription"))["description"] == ""


async def test_a_press_is_answered_once_and_briefly(api: Api) -> None:
    sent = await api.call("sendMessage", **TEXT, reply_markup=keyboard({"text": "x", "callback_data": "x"}))
    press = api.people.press(api.anna, ANNA, sent["message_id"], "x")
    assert "MESSAGE_TOO_LONG" in await api.refused("answerCallbackQuery", callback_query_id=press, text="x" * 201)
    assert "URL_INVALID" in await api.refused("answerCallbackQuery", callback_query_id=press, url="https://a.example")
    assert await api.call("answerCallbackQuery", callback_query_id=press, url="https://t.me/x")
    assert "too old" in await api.refused("answerCallbackQuery", callback_query_id=press)


ARTICLE: dict[str, Any] = {"type": "article", "id": "1", "title": "x", "input_message_content": {"message_text": "x"}}


@pytest.mark.parametrize(
    ("results", "button", "why"),
    [
        ([ARTICLE] * 51, None, "too many inline query results specified"),
        ([{**ARTICLE, "id": ""}], None, "RESULT_ID_INVALID"),
        ([ARTICLE, ARTICLE], None, "RESULT_ID_DUPLICATE"),
        ([ARTICLE], {"text": "x", "start_parameter": "ä"}, "START_PARAM_INVALID"),
        (["x"], None, "Inline query result must be an object"),
        ([{"type": "article", "id": "1"}], None, 'Can\'t find field "title"'),
        ([{"type": "article", "id": "1", "title": "x"}], None, "Input message content is not specified"),
        ([{**ARTICLE, "input_message_content": {}}], None, "can't parse inline query result: Message text is empty"),
    ],
)
async def test_inline_answers_that_are_refused(api: Api, results: list[Any], button: Any, why: str) -> None:
    query = api.people.inline_query(ANNA, "imap")
    more = {"button": button} if button else {}
    assert why in await api.refused("answerInlineQuery", inline_query_id=query, results=results, **more)


async def test_a_chosen_result_can_be_pressed_and_edited_if_it_has_buttons(api: Api) -> None:
    buttons = keyboard({"text": "x", "callback_data": "x"})
    query = api.people.inline_query(ANNA, "imap")
    results = [ARTICLE, {**ARTICLE, "id": "2", "reply_markup": buttons}]
    assert await api.call("answerInlineQuery", inline_query_id=query, results=results)
    api.people.choose(api.group, ANNA, query, "1")
    assert "inline_message_id" not in (await api.call("getUpdates"))[1]["chosen_inline_result"]
    chosen = api.people.choose(api.group, ANNA, query, "2")
    api.people.press(api.group, ANNA, chosen["message_id"], "x")
    api.now += 1
    pressed = (await api.call("getUpdates", offset=-1))[0]["callback_query"]
    assert pressed["inline_message_id"] == chosen["inline_message_id"]
    assert "message" not in pressed
    assert await api.call("editMessageText", inline_message_id=chosen["inline_message_id"], text="neu") is True
    assert api.group.messages[chosen["message_id"]]["text"] == "neu"


async def test_limits_on_sending(api: Api) -> None:
    limits = api.server.limits
    limits.enabled = True
    for _ in range(3):
        await api.call("sendMessage", chat_id=GROUP, text="x")
    assert "429 Too Many Requests: retry after 3" in await api.refused("sendMessage", chat_id=GROUP, text="x")
    assert await api.call("getMe")
    api.now += 2
    for _ in range(17):
        api.now += 1
        await api.call("sendMessage", chat_id=GROUP, text="x")
    api.now += 1
    assert "retry after" in await api.refused("sendMessage", chat_id=str(GROUP), text="x"), "20 a minute in a group"
    assert await api.call("sendMessage", **TEXT)


async def test_updates_that_nobody_fetched_for_a_day_are_gone(api: Api) -> None:
    api.people.write(api.anna, ANNA, "alt")
    api.now += 24 * 3600 + 1
    api.people.write(api.anna, ANNA, "neu")
    assert [update["message"]["text"] for update in await api.call("getUpdates")] == ["neu"]

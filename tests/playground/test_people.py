"""What people do, and which of it reaches the bot (https://core.telegram.org/bots/features#privacy-mode)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playground import groups, serve
from playground.server import BotApiServer
from playground.state import Person
from tests.playground.conftest import ANNA, BEN, FORUM

if TYPE_CHECKING:
    from tests.playground.conftest import Api

BOT = {"id": 55, "is_bot": True, "first_name": "Anderer"}


async def heard(api: Api) -> list[str]:
    """Give the texts that the bot gets."""
    return [update["message"]["text"] for update in api.server.world.updates]


async def test_with_privacy_mode_only_what_is_meant_for_the_bot_comes(api: Api) -> None:
    own = await api.call("sendMessage", chat_id=api.group.id, text="hier")
    bot = api.server.world.bot
    for text in ("guten Morgen", "/help", "/help@other_bot", "/help@Club_Mail_Bot", "@club_mail_bot port?", "@other_bot port?"):
        api.people.write(api.group, ANNA, text)
    api.people.write(api.group, ANNA, "danke", reply_to=own["message_id"])
    api.people.write(api.group, ANNA, "du da", entities=[{"type": "text_mention", "offset": 0, "length": 2, "user": bot}])
    api.people.write(api.group, ANNA, "ihr da", entities=[{"type": "bold", "offset": 0, "length": 3}])
    assert await heard(api) == ["/help", "/help@Club_Mail_Bot", "@club_mail_bot port?", "danke", "du da"]


async def test_where_it_is_an_administrator_everything_comes_but_what_other_bots_say(api: Api) -> None:
    api.people.write(api.forum, ANNA, "guten Morgen")
    api.server.world.people[55] = Person(55, "Anderer", "", "other_bot", is_bot=True)
    said = api.people.write(api.forum, 55, "piep")
    assert said["from"] == {**BOT, "username": "other_bot"}
    assert await heard(api) == ["guten Morgen"]


async def test_people_come_and_go(api: Api) -> None:
    groups.member_leaves(api.people, api.group, BEN)
    assert api.group.members[BEN] == "left"
    groups.member_joins(api.people, api.group, BEN)
    service = [update["message"] for update in api.server.world.updates]
    assert ["left_chat_member" in message for message in service] == [True, False]
    assert (await api.call("getChatMember", chat_id=api.group.id, user_id=ANNA))["status"] == "member"
    api.group.members[BEN] = "kicked"
    assert (await api.call("getChatMember", chat_id=api.group.id, user_id=BEN))["until_date"] == 0


async def test_a_negative_offset_keeps_only_the_latest(api: Api) -> None:
    for text in ("eins", "zwei", "drei"):
        api.people.write(api.anna, ANNA, text)
    assert [update["message"]["text"] for update in await api.call("getUpdates", offset=-2)] == ["zwei", "drei"]


async def test_an_answer_in_a_topic_stays_there_for_people_too(api: Api) -> None:
    first = api.people.write(api.forum, ANNA, "eins", thread=5)
    assert api.people.write(api.forum, BEN, "zwei", reply_to=first["message_id"])["is_topic_message"]
    assert api.people.write(api.forum, BEN, "drei", thread=77)["message_thread_id"] == 77
    assert FORUM in api.server.world.chats


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # tornado lets go of what it cannot bind
async def test_the_next_free_port_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = BotApiServer(), BotApiServer(), BotApiServer()
    first.start()
    serve._listen(second, first.port, [])
    assert first.port < second.port < first.port + serve._MORE_PORTS
    monkeypatch.setattr(serve, "_MORE_PORTS", 1)
    with pytest.raises(OSError, match="No port from"):
        serve._listen(third, first.port, [])
    for server in (first, second):
        await server.stop()

"""A group as its members see it: who says what, where, and what the bot says to it. Silence is shown by what comes next."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from tests.telegram import Member

if TYPE_CHECKING:
    from playground.state import Chat, Json
    from tests.telegram import Reply, Telegram


class Group:
    """A group with people and the bot; what the bot says there is heard in order, nothing is skipped."""

    def __init__(self, telegram: Telegram, *names: str, admin: str = "", **settings: Any) -> None:
        """Open it; by default a supergroup in which the bot hears what is meant for it."""
        self.telegram = telegram
        self.people = telegram.group("Kolping-Chor", *names, admin=admin, **settings)
        self.chat = next(iter(self.people.values())).chat
        self.bot = f"@{telegram.server.world.bot['username']}"
        self._ear: Member = next(iter(self.people.values()))
        self._ear.listen()

    @classmethod
    def of(cls, group: Group, chat: Chat) -> Group:
        """Give what a group has become: the same people in another chat."""
        new = copy(group)
        new.chat = chat
        new.people = {name: Member(group.telegram, chat, member.user_id) for name, member in group.people.items()}
        new._ear = next(iter(new.people.values()))
        return new

    def says(self, name: str, text: str, **more: Any) -> int:
        """Let somebody say something, and give the message's id."""
        return self.people[name].says(text, **more)

    def edits(self, message: int, text: str) -> None:
        """Let somebody edit their message."""
        self.telegram.server.people.edit(self.chat, message, text)

    async def hears(self) -> Reply:
        """Give what the bot says or edits next."""
        return await self._ear.hears()

    async def asks(self, name: str, text: str, **more: Any) -> Reply:
        """Let somebody ask something that is answered; the answer is to them."""
        asked = self.says(name, text, **more)
        heard = await self.hears()
        assert heard.reply_to == asked, f"{heard.text!r} is no answer to {text!r}"
        return heard

    async def silence(self, **more: Any) -> None:
        """Show that the bot says nothing to what was said so far: the next it says is the answer to a newcomer."""
        newcomer = self.telegram.private("Neu").user_id
        asked = self.telegram.server.people.write(self.chat, newcomer, f"/help{self.bot}", **more)["message_id"]
        heard = await self.hears()
        assert heard.reply_to == asked, f"silence was expected, but the bot said {heard.text!r}"

    def sent(self) -> list[Json]:
        """Give the calls by which the bot said something here."""
        calls = (call for call in self.telegram.server.journal if call.method == "sendMessage" and call.status == 200)
        return [dict(call.arguments) for call in calls if str(call.arguments.get("chat_id")) == str(self.chat.id)]


def is_short(reply: Reply) -> bool:
    """Eight lines, nothing to press but copies and links, one link."""
    buttons = [button for row in reply.buttons for button in row]
    links = [button for button in buttons if button.url]
    return len(reply.text.split("\n")) <= 8 and len(links) == 1 and not any(button.data for button in buttons)


def text_links(reply: Reply) -> list[str]:
    """Give the links in the text itself."""
    return [entity["url"] for entity in reply.raw.get("entities", []) if entity["type"] == "text_link"]

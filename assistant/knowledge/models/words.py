"""What the bot says and which commands it knows: `words/*.yaml` and `commands.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from assistant.knowledge.models.base import Limited, Model, Rooted, Text


class Words(Rooted):
    """The bot's own words: buttons, greetings, errors (`words/*.yaml`). Slots are written `{like_this}`."""

    root: dict[str, Text]


class Command(Model):
    """A command of the bot (`commands.yaml`)."""

    command: Annotated[str, Limited(pattern=r"^[a-z0-9_]{1,32}$")]
    aliases: tuple[Annotated[str, Limited(pattern=r"^[a-z0-9_]{1,32}$")], ...] = ()
    description: Text
    menu_name: Text | None = None
    """Which spelling stands in the command menu, by language; the command itself where missing."""
    scopes: tuple[Literal["private", "groups", "admins", "maintainers"], ...] = ("private",)
    """In which command menus it stands; none: it works but is not listed."""

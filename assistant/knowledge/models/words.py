"""What the bot says and which commands it knows: `words.yaml` and `commands.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, RootModel, StringConstraints

from assistant.knowledge.models.base import Model, Text


class Words(RootModel[dict[str, Text]]):
    """The bot's own words: buttons, greetings, errors (`words.yaml`). Slots are written `{like_this}`."""

    model_config = ConfigDict(frozen=True)


class Command(Model):
    """A command of the bot (`commands.yaml`)."""

    command: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,32}$")]
    aliases: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,32}$")], ...] = ()
    description: Text
    menu_name: Text | None = None
    """Which spelling stands in the command menu, by language; the command itself where missing."""
    scopes: tuple[Literal["private", "groups", "admins", "maintainers"], ...] = ("private",)
    """In which command menus it stands; none: it works but is not listed."""

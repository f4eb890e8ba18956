"""Checks what Telegram shows about the bot: its commands and their menus, its name and descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.constants import BotCommandLimit

from assistant.knowledge.mistakes import did_you_mean
from handlers.commands import known_commands
from handlers.profile.profile import PROFILE_TEXTS, commands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.knowledge.loaded import Loaded
    from assistant.knowledge.mistakes import Mistake

_MOST_COMMANDS, _LONGEST_DESCRIPTION = int(BotCommandLimit.MAX_COMMAND_NUMBER), int(BotCommandLimit.MAX_DESCRIPTION)


def profile_mistakes(loaded: Loaded) -> list[Mistake]:
    """Give what Telegram would refuse or cut, and commands that do nothing."""
    return [*_commands(loaded), *_menus(loaded), *_texts(loaded)]


def _commands(loaded: Loaded) -> Iterator[Mistake]:
    document, seen, known = loaded.documents["commands.yaml"], dict[str, int](), known_commands()
    for index, command in enumerate(loaded.content.commands):
        place = ("commands", index, "command")
        if command.command not in known:
            what = f"The bot has no command `{command.command}`."
            yield document.mistake(place, what, did_you_mean(command.command, known) or "Delete it.")
        for at, name in enumerate((command.command, *command.aliases)):
            where = ("commands", index, "aliases", at - 1) if at else place
            if name in seen:
                first = document.mistake(("commands", seen[name]), "").line
                yield document.mistake(where, f"`{name}` stands in line {first} too.", "Delete or rename one of the two.")
            seen.setdefault(name, index)
        for language, name in (command.menu_name.root if command.menu_name else {}).items():
            if name not in (command.command, *command.aliases):
                what = f"The menu shows `/{name}`, which the bot does not know."
                yield document.mistake(("commands", index, "menu_name", language), what, "Add it to `aliases:`.")
        for language, text in command.description.root.items():
            if not 1 <= len(text) <= _LONGEST_DESCRIPTION:
                what = f"The description has {len(text)} characters; Telegram takes 1 to {_LONGEST_DESCRIPTION}."
                yield document.mistake(("commands", index, "description", language), what, "Shorten it.")


def _menus(loaded: Loaded) -> Iterator[Mistake]:
    for scope in ("private", "groups", "admins", "maintainers"):
        count = len(commands(loaded.content, scope, loaded.content.languages[0]))
        if count > _MOST_COMMANDS:
            what = f"{count} commands stand in the menu `{scope}`; Telegram takes {_MOST_COMMANDS}."
            yield loaded.documents["commands.yaml"].mistake(("commands",), what, "Take some out of `scopes:`.")


def _texts(loaded: Loaded) -> Iterator[Mistake]:
    content = loaded.content
    for file, document in loaded.documents.items():
        for key, most in PROFILE_TEXTS.items():
            if not file.startswith("words/") or key not in document.data:
                continue
            for language in content.words.root[key].root:
                text = content.word(key, language, club=content.club.short_name, name=content.club.name)
                if len(text) > most:
                    what = f"With the club's name this has {len(text)} characters; Telegram shows {most}."
                    yield document.mistake((key, language), what, "Shorten it.")

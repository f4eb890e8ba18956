"""The one answer for all ways of talking: plain data, in one language, knowing neither Telegram nor HTML.

Its texts may hold the content's small markup: `**bold**` and `` `code` ``; whoever shows an answer renders these two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

LONGEST_LABEL = 40
"""Characters of a button's label; longer ones are cut by the clients on a phone."""
_MARKS = str.maketrans("", "", "`")


class ActionKind(StrEnum):
    """What happens when the member takes the action."""

    ASK = "ask"
    """Answer the intent in `target` (see `Intent.key`)."""
    GUIDE = "guide"
    """Start setting up; target: `program`, `program.protocol`, `.protocol` or empty."""
    TROUBLE = "trouble"
    """Open a trouble tree; target: its name, or `tree.node`."""
    MENU = "menu"
    """Show the menu; no target."""
    CHECK = "check"
    """Run the live check of the servers; no target."""


def guide_target(program: str, protocol: str) -> str:
    """Give the target of a button that starts setting up; both may be empty."""
    return f"{program}.{protocol}".removesuffix(".")


@dataclass(frozen=True)
class Action:
    """Something the member can do next, as a button."""

    kind: ActionKind
    label: str
    target: str = ""


@dataclass(frozen=True)
class Value:
    """A value to copy with one tap."""

    label: str
    """What it is, short: 'Port Posteingang'."""
    text: str
    """The value itself, at most 256 characters."""


@dataclass(frozen=True)
class Answer:
    """What the bot says to one question."""

    language: str
    lines: tuple[str, ...]
    """Paragraphs; the first answers the question. A paragraph may have several lines; lists use `• `."""
    values: tuple[Value, ...] = ()
    caution: str = ""
    """Paragraphs that start with ⚠️; as a rule one."""
    hint: str = ""
    """Paragraphs that start with 💡 or ℹ️; as a rule one."""
    actions: tuple[Action, ...] = ()
    picture: str = ""
    """Name of a picture in the content that says the same."""

    def begun_with(self, told: str) -> Answer:
        """Give the same with a text in front, in its first paragraph: 'Ja, das stimmt. Port 993 …'."""
        return replace(self, lines=(f"{told} {self.lines[0]}", *self.lines[1:]))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All paragraphs in the order they are shown."""
        return (*self.lines, *(part for part in (self.caution, self.hint) if part))

    @property
    def plain(self) -> str:
        """The whole text without markup."""
        return "\n\n".join(self.paragraphs).replace("**", "").translate(_MARKS)

"""Turns plain data into what Telegram shows: the only place that knows its HTML and its keyboards.

Every text is escaped first; then the content's `**bold**` and `` `code` `` become tags (Bot API, Formatting
options).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from telegram.constants import InlineKeyboardButtonLimit, MessageLimit

from assistant.answer import LONGEST_LABEL, Action, ActionKind
from assistant.intent import PROTOCOLS, Intent
from handlers.buttons import (
    ButtonError,
    Press,
    PressAsk,
    PressProgram,
    PressSimple,
    PressTrouble,
    Simple,
    decode,
    encode,
)
from handlers.keyboard import Button

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.answer import Answer, Value
    from handlers.keyboard import Rows

MAX_TEXT = int(MessageLimit.MAX_TEXT_LENGTH)
MAX_CAPTION = int(MessageLimit.CAPTION_LENGTH)
_MAX_COPY = int(InlineKeyboardButtonLimit.MAX_COPY_TEXT)
_NARROW = 18
"""Two buttons with labels up to this length stand side by side on a phone."""
_GROUP_LINES, _GROUP_VALUES = 8, 4
_MARKS = re.compile(r"(`[^`\n]+`|\*\*)")
_SIMPLE = {
    ActionKind.GUIDE: Simple.SETUP,
    ActionKind.TROUBLE: Simple.TROUBLES,
    ActionKind.MENU: Simple.MENU,
    ActionKind.CHECK: Simple.CHECK,
}
"""What an action without a target opens."""


@dataclass(frozen=True)
class Shown:
    """One message as it goes to Telegram."""

    html: str
    plain: str
    """The same without markup, for when Telegram refuses the HTML."""
    rows: Rows = ()
    """Its buttons."""
    picture: str = ""
    """Name of a picture that says the same."""
    again: Press | None = None
    """The press that shows this again, where one of its buttons may also be named in words."""

    @property
    def presses(self) -> list[tuple[str, Press]]:
        """What stands on its buttons and what they mean; without those that open a link or copy something."""
        return [(one.text, decode(one.callback_data)) for row in self.rows for one in row if one.callback_data]


def to_html(text: str) -> str:
    """Turn the small markup into Telegram's HTML and escape the rest; tags are closed and never crossed."""
    return "\n\n".join(_paragraph(paragraph) for paragraph in text.split("\n\n"))


def _paragraph(paragraph: str) -> str:
    parts = _MARKS.split(paragraph)
    unpaired = parts.count("**") % 2
    bold_marks = parts.count("**") - unpaired
    done, bold = [], False
    for part in parts:
        if part == "**" and bold_marks:
            bold_marks -= 1
            bold = not bold
        elif len(part) > 2 and part.startswith("`") and part.endswith("`"):
            done.append(f"<code>{html.escape(part[1:-1], quote=False)}</code>")
        elif part:
            # Telegram shows no bold around code, so each bold piece is a tag of its own.
            escaped = html.escape(part, quote=False)
            done.append(f"<b>{escaped}</b>" if bold else escaped)
    return "".join(done)


def to_plain(text: str) -> str:
    """Give the text without the small markup."""
    return "".join(part.strip("`") if part.startswith("`") else part for part in _MARKS.split(text) if part != "**")


def shown(
    paragraphs: Iterable[str],
    rows: Sequence[Sequence[Button]] = (),
    picture: str = "",
    again: Press | None = None,
) -> Shown:
    """Make a message of paragraphs and rows of buttons; one that is too long for Telegram is sent in pieces."""
    text = "\n\n".join(paragraphs)
    return Shown(to_html(text), to_plain(text), tuple(tuple(row) for row in rows if row), picture, again)


def after(screen: Shown, hint: str) -> Shown:
    """Give a screen with something said first."""
    return replace(screen, html=f"{to_html(hint)}\n\n{screen.html}", plain=f"{to_plain(hint)}\n\n{screen.plain}")


def answer_shown(answer: Answer, extra_rows: Sequence[Sequence[Button]] = ()) -> Shown:
    """Show an answer in a private chat: everything, its values to copy, its next actions."""
    rows = [*copy_rows(answer.values), *action_rows(answer.actions, answer.language), *extra_rows]
    return shown(answer.paragraphs, rows, answer.picture)


@dataclass(frozen=True)
class Link:
    """A link with the words that stand for it."""

    label: str
    url: str


def group_shown(answer: Answer, more: Link, button: Link, choices: Sequence[Sequence[Button]] = ()) -> Shown:
    """Show an answer in a group: at most eight lines, values to copy, one button to the private chat.

    Args:
        answer: The whole answer.
        more: The line that stands for what was left out.
        button: The button at the end.
        choices: Rows of buttons before it.
    """
    caution = [line for line in answer.caution.split("\n") if line]
    lines = [line for paragraph in (*answer.lines, answer.hint) for line in paragraph.split("\n") if line]
    room = max(2, _GROUP_LINES - len(caution))
    marked, plain = [to_html(line) for line in lines], [to_plain(line) for line in lines]
    if len(lines) > room:
        label = html.escape(more.label, quote=False)
        marked = [*marked[: room - 1], f'<a href="{html.escape(more.url)}">{label}</a>']
        plain = [*plain[: room - 1], more.label]
    marked += [to_html(line) for line in caution]
    plain += [to_plain(line) for line in caution]
    rows = [*copy_rows(answer.values[:_GROUP_VALUES]), *map(list, choices), [Button(button.label, url=button.url)]]
    return Shown("\n".join(marked[:_GROUP_LINES]), "\n".join(plain[:_GROUP_LINES]), tuple(map(tuple, rows)))


def copy_rows(values: Sequence[Value]) -> list[list[Button]]:
    """Give copy buttons, two in a row where they are short; what no button can hold is left to the text."""
    buttons = [Button(_cut(f"📋 {value.label}"), copy_text=value.text) for value in values if 0 < len(value.text) <= _MAX_COPY]
    return in_rows(buttons)


def action_rows(actions: Sequence[Action], language: str) -> list[list[Button]]:
    """Give the buttons of an answer's next actions; one that cannot be a button is left out."""
    buttons = []
    for action in actions:
        press = press_of(action, language)
        if press is not None:
            try:
                buttons.append(button(action.label, press))
            except ButtonError:
                continue
    return in_rows(buttons)


def press_of(action: Action, language: str) -> Press | None:
    """Give what pressing an action means; None when its target is malformed."""
    match action.kind:
        case ActionKind.ASK:
            try:
                return PressAsk(Intent.from_key(action.target), language)
            except ValueError:
                return None
        case ActionKind.GUIDE if action.target.partition(".")[0]:
            program, _, protocol = action.target.partition(".")
            return PressProgram(program, protocol if protocol in PROTOCOLS else "", language)
        case ActionKind.TROUBLE if action.target.partition(".")[0]:
            tree, _, node = action.target.partition(".")
            return PressTrouble(tree, node, language)
        case _:
            return PressSimple(_SIMPLE[action.kind], language)


def button(label: str, press: Press) -> Button:
    """Give one button.

    Raises:
        ButtonError: its meaning does not fit into a button.
    """
    return Button(_cut(label), encode(press))


def in_rows(buttons: Sequence[Button]) -> list[list[Button]]:
    """Put neighbours side by side where both are short."""
    rows: list[list[Button]] = []
    for one in buttons:
        last = rows[-1] if rows else []
        if len(last) == 1 and len(last[0].text) <= _NARROW and len(one.text) <= _NARROW:
            last.append(one)
        else:
            rows.append([one])
    return rows


def _cut(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def link_shown(text: str, link: Link) -> Shown:
    """Show one sentence and one button with a link."""
    return shown([text], [[Button(link.label, url=link.url)]])

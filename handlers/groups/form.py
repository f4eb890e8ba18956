"""The form of answers in groups and of inline results: short, with copy buttons and one link that opens the right place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import PressAsk
from handlers.deep_links import ask_link, guide_link, private_link
from handlers.keyboard import Button
from handlers.render import Link, Shown, button, group_shown, in_rows
from handlers.services import services

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answer import Answer
    from assistant.intent import Intent
    from handlers.services import Context

_SETUP = "setup"


def short_form(context: Context, answer: Answer, intent: Intent) -> Shown:
    """Give the answer to an intent as groups see it."""
    word, bot, language = services(context).word, context.bot.username, answer.language
    more = Link(word("group_more", language), ask_link(bot, intent, language))
    if intent.tree:
        return group_shown(answer, more, Link(word("trouble_button", language), more.url))
    set_up = guide_link(bot, intent.program, intent.subject, language)
    return group_shown(answer, more, Link(word("group_setup_link", language), set_up))


def offer_form(context: Context, answer: Answer, offered: Sequence[Intent]) -> Shown:
    """Give an answer that only asks back, or says that it does not know: what may have been meant is there to press."""
    language = answer.language
    link = Link(services(context).word("group_private_link", language), private_link(context.bot.username, language))
    return group_shown(answer, link, link, in_rows([_choice(context, intent, language) for intent in offered]))


def _choice(context: Context, intent: Intent, language: str) -> Button:
    title = services(context).assistant.title(intent, language)
    if intent.topic == _SETUP or intent.tree:
        return Button(title, url=ask_link(context.bot.username, intent, language))
    return button(title, PressAsk(intent, language))

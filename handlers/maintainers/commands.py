"""Commands of those who run the bot; for everybody else there are no such commands."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from handlers import talk
from handlers.learning.gaps import gaps
from handlers.learning.stats import stats
from handlers.maintainers.mistakes import mistakes_shown
from handlers.maintainers.reload import reloader
from handlers.of_update import message_of
from handlers.render import shown
from handlers.services import installed
from handlers.typing_shown import while_typing

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Update

    from handlers.services import Context


async def reload(update: Update, context: Context, language: str) -> None:
    """Load the content at once and say what came of it."""
    message, watch = message_of(update), reloader(context)
    outcome = await while_typing(context, message, watch.load())  # new content takes some seconds to be learned
    content = installed(context.bot_data).content
    if outcome.mistakes:
        teller = await asyncio.to_thread(watch.teller, language)
        told = [teller.told(mistake) for mistake in outcome.mistakes]
        await talk.reply(context, message, mistakes_shown(content, told, language))
        return
    counts = {"topics": len(content.topics), "guides": len(content.guides), "troubles": len(content.trouble)}
    word = "content_reloaded" if outcome.is_new else "content_unchanged"
    await talk.reply(context, message, shown([content.word(word, language, **counts)]))


MAINTAINER_ACTIONS: dict[str, Callable[[Update, Context, str], Awaitable[None]]] = {
    "reload": reload,
    "gaps": gaps,
    "stats": stats,
}

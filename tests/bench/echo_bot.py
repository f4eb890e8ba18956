"""The yardstick: the barest python-telegram-bot bot, which answers everything with one constant reply."""

import os

from telegram import Update
from telegram.ext import ApplicationBuilder, CallbackContext, MessageHandler, filters


async def echo(update: Update, _: CallbackContext) -> None:  # type: ignore[type-arg]
    """Answer."""
    if update.message is not None:
        await update.message.reply_html("Port <code>993</code>")


if __name__ == "__main__":
    builder = ApplicationBuilder().token(os.environ["BOT_TOKEN"]).base_url(f"{os.environ['BOT_API_URL']}/bot")
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()

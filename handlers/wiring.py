"""Which update goes to which handler; the first that fits takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from handlers.commands import on_command
from handlers.presses import on_press
from handlers.questions import on_other, on_text

if TYPE_CHECKING:
    from handlers.services import App


def add_handlers(application: App) -> None:
    """Add all handlers; `UpdateType.MESSAGE` leaves out edited, guest and business messages."""
    new = filters.UpdateType.MESSAGE
    application.add_handler(MessageHandler(new & filters.Regex(r"^\s*/[A-Za-z0-9_]"), on_command))
    application.add_handler(MessageHandler(new & filters.TEXT, on_text))
    private = new & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(private, on_other))
    application.add_handler(CallbackQueryHandler(on_press))

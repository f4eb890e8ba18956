"""Which update goes to which handler; the first that fits takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CallbackQueryHandler, ChatMemberHandler, InlineQueryHandler, MessageHandler, filters

from handlers.commands import on_command, on_edit
from handlers.groups.membership import on_joining, on_membership, on_migration
from handlers.groups.questions import correct_in_group, count_message
from handlers.handling import held
from handlers.inline.queries import on_inline_query
from handlers.media import on_other
from handlers.presses import on_press
from handlers.texts import on_text

if TYPE_CHECKING:
    from handlers.services import App


def add_handlers(application: App) -> None:
    """Add all handlers; the update types leave out guest and business messages."""
    new = filters.UpdateType.MESSAGE
    in_groups = filters.ChatType.GROUPS
    application.add_handler(MessageHandler(new & in_groups & ~filters.StatusUpdate.ALL, count_message), group=-1)
    application.add_handler(MessageHandler(new & filters.Regex(r"^\s*/[A-Za-z0-9_]"), held(on_command)))
    application.add_handler(MessageHandler(new & (filters.TEXT | (filters.CAPTION & in_groups)), held(on_text)))
    private = new & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(private, held(on_other)))
    application.add_handler(MessageHandler(new & in_groups & filters.StatusUpdate.MIGRATE, on_migration))
    application.add_handler(MessageHandler(new & in_groups & filters.StatusUpdate.NEW_CHAT_MEMBERS, on_joining))
    edited = filters.UpdateType.EDITED_MESSAGE
    application.add_handler(MessageHandler(edited & in_groups & (filters.TEXT | filters.CAPTION), held(correct_in_group)))
    application.add_handler(MessageHandler(edited & filters.ChatType.PRIVATE & (filters.TEXT | filters.CAPTION), held(on_edit)))
    application.add_handler(ChatMemberHandler(on_membership, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_handler(CallbackQueryHandler(on_press))
    application.add_handler(InlineQueryHandler(on_inline_query))

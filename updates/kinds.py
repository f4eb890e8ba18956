"""What is asked of Telegram, by polling and by the webhook alike."""

from __future__ import annotations

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
"""The kinds of updates that something of the bot's handles."""

"""What an update tells: of whom it is, which message it is about, and what language they speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from handlers.conversation import Who

if TYPE_CHECKING:
    from telegram import Message, Update


def who_of(update: Update) -> Who:
    """Tell person and chat of an update, and what they wrote; an anonymous sender is the chat they speak for."""
    chat, sender, message = update.effective_chat, update.effective_sender, update.message or update.edited_message
    return Who(chat.id if chat else 0, sender.id if sender else 0, message.message_id if message else 0)


def message_of(update: Update) -> Message:
    """Give the message an update is about: the one sent, or the one under which a button was pressed.

    For handlers that get no other updates (`wiring`); the others ask for `effective_message` and see whether there is one.
    """
    return cast("Message", update.effective_message)


def client_language(update: Update) -> str:
    """Give the language of the member's client, or empty (Bot API, User.language_code: an IETF tag)."""
    user = update.effective_user
    return (user.language_code or "") if user else ""

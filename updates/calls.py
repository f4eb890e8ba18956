"""Calls of the Bot API for what is said often: neither objects made of what goes out, nor of what comes back.

python-telegram-bot's own methods check each parameter, and make a `Message` of each answer with everything in it. The bot looks
at no more than a message's id, and that way of saying something costs more of the processor than understanding the question.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from telegram import Bot


@dataclass(frozen=True)
class Form:
    """Parameters that are text already, for a `BaseRequest` to send in place of a `RequestData`, which is final."""

    json_parameters: dict[str, str]
    """By name; what is more than text as JSON (Bot API, Making requests)."""
    contains_files: bool = False

    @property
    def parameters(self) -> dict[str, str]:
        """See `RequestData.parameters`."""
        return self.json_parameters


async def call(bot: Bot, method: str, values: dict[str, str]) -> Any:
    """Call a method of the Bot API.

    Args:
        bot: Whose token and connection to use.
        method: Such as `sendMessage`.
        values: The parameters, see `Form`.

    Returns:
        The result as JSON gives it.

    Raises:
        TelegramError: Telegram refuses, or cannot be reached; the same ones that the bot's own methods raise.
    """
    form: Any = Form(values)
    return await bot.request.post(f"{bot.base_url}/{method}", form)

"""The way to Telegram of commands beside the bot: the bot's own, so that what the doctor finds is what the bot meets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Bot

from updates.connection import Connection
from updates.errors import ConfigurationError
from updates.http_client import HttpClient
from updates.origins import mistake_in_proxy

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram.request import BaseRequest

    from handlers.environment import Environment

_PLACES = 8


def require_way(environment: Environment) -> None:
    """See that there is a token, and that a proxy which the environment names can lead to Telegram.

    Raises:
        WrongEnvironmentError: there is no token.
        ConfigurationError: the proxy is of another kind; to try it again and again is no use.
    """
    environment.require_token()
    if mistake := mistake_in_proxy(environment.api_url):
        raise ConfigurationError(mistake)


def bot_beside(environment: Environment, make: Callable[[int], BaseRequest] = HttpClient) -> Bot:
    """Make a bot that makes each call once, for a command.

    Args:
        environment: Has the token and the Bot API server.
        make: Makes a client with so many places.
    """
    connection = Connection(_PLACES, make)
    return Bot(environment.token, f"{environment.api_url}/bot", request=connection, get_updates_request=connection)

"""Telegram's own refusals, in its own words (https://core.telegram.org/bots/api#making-requests)."""

from __future__ import annotations


class RefusalError(Exception):
    """A call that Telegram refuses."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters

    @property
    def body(self) -> dict[str, object]:
        """The JSON that Telegram answers with."""
        body: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = dict(self.parameters)
        return body


def bad_request(what: str, **parameters: int) -> RefusalError:
    """Give the refusal of a call whose arguments are wrong."""
    return RefusalError(400, f"Bad Request: {what}", **parameters)


def forbidden(what: str) -> RefusalError:
    """Give the refusal of a call that the bot may not make."""
    return RefusalError(403, f"Forbidden: {what}")


def too_many_requests(seconds: int) -> RefusalError:
    """Give the refusal of a call that came too soon; `seconds` is how long to wait."""
    return RefusalError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def conflict(what: str) -> RefusalError:
    """Give the refusal of a second receiver."""
    return RefusalError(409, f"Conflict: {what}")

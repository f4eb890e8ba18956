"""The arguments of a call, whichever way they came: query, form, multipart or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from playground.errors import bad_request

if TYPE_CHECKING:
    from playground.state import World


class Arguments:
    """What a bot sent along with a call."""

    def __init__(self, values: dict[str, Any], files: dict[str, tuple[str, bytes]] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def text(self, name: str, default: str = "") -> str:
        """Give a text argument."""
        value = self.values.get(name)
        if value is None:
            return default
        return value if isinstance(value, str) else json.dumps(value)

    def number(self, name: str, default: int = 0) -> int:
        """Give a number."""
        value = self.values.get(name)
        try:
            return default if value in {None, ""} else int(str(value))
        except ValueError:
            raise bad_request(f'invalid parameter "{name}" value specified: must be an Integer') from None

    def flag(self, name: str) -> bool:
        """Give a yes or no."""
        return str(self.values.get(name, "")).lower() in {"true", "yes", "1"}

    def json(self, name: str, default: Any = None) -> Any:
        """Give an object or list, which forms carry as JSON text."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def object(self, name: str, what: str) -> dict[str, Any]:
        """Give an object, empty where it is not given.

        Raises:
            RefusalError: "object expected as `what`".
        """
        value = self.json(name, {})
        if not isinstance(value, dict):
            raise bad_request(f"object expected as {what}")
        return value

    def list(self, name: str, what: str) -> list[Any]:
        """Give a list, empty where it is not given.

        Raises:
            RefusalError: "expected an Array of `what`".
        """
        value = self.json(name, [])
        if not isinstance(value, list):
            raise bad_request(f"expected an Array of {what}")
        return value

    def file(self, name: str) -> tuple[str, bytes] | None:
        """Give an uploaded file as name and content."""
        value = self.text(name)
        if value.startswith("attach://"):
            return self.files.get(value.removeprefix("attach://"))
        return self.files.get(name)


Method = Callable[["World", Arguments], Any]
"""Takes a call's arguments, gives its `result`, or raises a RefusalError."""

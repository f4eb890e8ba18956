"""Inline mode."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playground.errors import RefusalError, bad_request
from playground.methods.arguments import Arguments
from playground.methods.keyboards import checked_keyboard
from playground.methods.texts import checked_text

if TYPE_CHECKING:
    from playground.methods.arguments import Method
    from playground.state import Json, World

_MAX_RESULTS = 50
_MAX_ID = 64
_START = re.compile(r"^[A-Za-z0-9_-]{1,64}$")


def answer_inline_query(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#answerinlinequery: at most 50 results with ids of 1–64 bytes, none twice."""
    query_id = arguments.text("inline_query_id")
    if query_id not in world.inline_queries:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    results = arguments.list("results", "inline query results")
    if len(results) > _MAX_RESULTS:
        raise bad_request("too many inline query results specified")
    contents = [_content(result) for result in results]
    shown = [{**result, "shown": content} for result, content in zip(results, contents, strict=True)]
    ids = [str(result.get("id", "")) for result in results]
    if not all(1 <= len(result_id.encode()) <= _MAX_ID for result_id in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) != len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    button = arguments.object("button", "inline query results button") or None
    if button and "web_app" not in button and not _START.match(str(button.get("start_parameter", ""))):
        raise bad_request("START_PARAM_INVALID")
    answer: Json = {
        "results": shown,
        "button": button,
        "cache_time": arguments.number("cache_time", 300),
        "is_personal": arguments.flag("is_personal"),
        "next_offset": arguments.text("next_offset"),
    }
    world.inline_queries[query_id] = answer
    world.event("inline", query_id=query_id, **answer)
    return True


def _content(result: Any) -> Json:
    """Give what is sent when a result is chosen: `text` and `entities`."""
    if not isinstance(result, dict):
        raise _unreadable("Inline query result must be an object")
    for needed in ("type", "id", *(["title"] if result.get("type") == "article" else [])):
        if needed not in result:
            raise _unreadable(f'Can\'t find field "{needed}"')
    content = result.get("input_message_content")
    if not isinstance(content, dict):
        raise _unreadable("Input message content is not specified")
    try:
        checked_keyboard(Arguments({"reply_markup": result.get("reply_markup")}))
        return checked_text(Arguments({**content, "text": content.get("message_text", "")}))
    except RefusalError as refusal:
        why = refusal.description.removeprefix("Bad Request: ")
        raise _unreadable(why[0].upper() + why[1:]) from None


def _unreadable(why: str) -> RefusalError:
    return bad_request(f"can't parse inline query result: {why}")


METHODS: dict[str, Method] = {"answerinlinequery": answer_inline_query}

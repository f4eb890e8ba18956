"""Inline mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.errors import bad_request
from playground.markup import parse, utf16
from playground.methods.arguments import Arguments
from playground.methods.checks import MAX_TEXT, checked_keyboard

if TYPE_CHECKING:
    from playground.methods.arguments import Method
    from playground.state import World


def answer_inline_query(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#answerinlinequery: at most 50 results with ids of 1–64 bytes, none twice."""
    query_id = arguments.text("inline_query_id")
    if query_id not in world.inline_queries:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    results = arguments.json("results", [])
    if len(results) > 50:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [str(result.get("id", "")) for result in results]
    if len(set(ids)) != len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    for result in results:
        if not 1 <= len(str(result.get("id", "")).encode()) <= 64:
            raise bad_request("RESULT_ID_INVALID")
        content = result.get("input_message_content", {})
        text, entities = parse(content.get("message_text", ""), content.get("parse_mode"))
        if not text:
            raise bad_request("MESSAGE_EMPTY")
        if utf16(text) > MAX_TEXT:
            raise bad_request("MESSAGE_TOO_LONG")
        checked_keyboard(Arguments({"reply_markup": result.get("reply_markup")}))
        result["shown"] = {"text": text, "entities": entities}
    button = arguments.json("button")
    if button and not 1 <= len(str(button.get("start_parameter", ""))) <= 64:
        raise bad_request("START_PARAM_INVALID")
    answer = {"results": results, "button": button, "cache_time": arguments.number("cache_time", 300)}
    world.inline_queries[query_id] = answer
    world.event("inline", query_id=query_id, **answer)
    return True


METHODS: dict[str, Method] = {"answerinlinequery": answer_inline_query}

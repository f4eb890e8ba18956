"""What others say: 'colleague claims 995, is 110 correct?', 'my phone says 465, are you sure?', 'must somebody switch me?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.claims import leaves_open, numbers_asked_about
from assistant.compose.connections import connections_of, hosts_named, ports_named

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_SAID = ("others_say", "stands_at", "typed_in", "device", "person")
_NO_YES = ("asks_wrong", "asks_who")
"""Cues of who asks if a port is wrong, or who of two is right."""
_FEW = 4
"""Words of 'hm, sicher? Port 465?'."""


def others_answered(content: Content, understood: Understanding, language: str) -> str:
    """Say which value is right where somebody else says otherwise: a mere 'no' would be said of either."""
    whole = understood.explanation.whole
    if whole is None or whole.asks_why:
        return ""
    asked = understood.intents[0]
    if asked.topic == "switching":
        return content.word("by_yourself", language) if "by_oneself" in whole.cues and not understood.numbers else ""
    if asked.aspect not in {"port", "server"} or not understood.numbers:
        return ""
    if port := right_against_others(content, understood):
        return content.word("yes_port_right" if _asks_of(whole, port) else "port_right", language, port=port)
    is_named = asked.aspect == "port" and _right_ones(content, understood)
    return content.word("yes_of_ours", language) if not is_named and _asks_if_sure(content, whole, understood) else ""


def right_against_others(content: Content, understood: Understanding) -> str:
    """Give the right port that is named, where others say another, or that it is wrong; else nothing."""
    whole = understood.explanation.whole
    is_told = whole is not None and "others_say" in whole.cues and "encryption" not in whole.aspects
    if whole is None or not is_told or understood.intents[0].aspect != "port":
        return ""
    told = _right_ones(content, understood)
    return _doubted_by_others(whole, told.pop()) if len(told) == 1 else ""


def _right_ones(content: Content, understood: Understanding) -> set[str]:
    right = {str(one.port) for one in connections_of(content, understood.intents[0])}
    return right & {*ports_named(content, understood)}


def _doubted_by_others(whole: Slots, port: str) -> str:
    """Give the right port where others say another, or that this one is wrong."""
    numbers = whole.numbers
    said = whole.cues["others_say"][0].start
    if len({hit.words for hit in numbers}) == 1:
        is_doubted = any(hit.start > said for hit in whole.hits_of("asks_wrong", "denies"))
        return port if is_doubted and numbers[0].start > said else ""
    firsts = {next((hit.words for hit in numbers if hit.start > told.start), port) for told in whole.cues["others_say"]}
    return port if firsts != {port} and whole.direction != "both" else ""


def _asks_of(whole: Slots, port: str) -> bool:
    """Tell whether it is asked of this port if it is right, and not if it is wrong."""
    if "asks_if_sure" in whole.cues:
        return True
    begun = {hit.end for hit in whole.hits_of("copula", "is_so") if hit.start == 0}
    if any(hit.words == port and hit.start in begun for hit in whole.numbers):
        return "asks_wrong" not in whole.cues
    is_open = "asks_openly" in whole.cues or leaves_open(whole) or whole.has_any(_NO_YES)
    return whole.sentence.asks and not is_open and port in numbers_asked_about(whole)


def _asks_if_sure(content: Content, whole: Slots, understood: Understanding) -> bool:
    """'Hm, my phone says 465, you sure?', 'sicher? bei mir steht 465': not 'sure, it is 465'."""
    hits = whole.cues.get("asks_if_sure", ())
    if not hits or not whole.sentence.asks or hosts_named(content, understood) & {*content.settings.hosts}:
        return False
    last = len(whole.sentence.words)
    stands = [hit for hit in hits if hit.start == 0 or hit.end == last or hit.end - hit.start > 1]
    return bool(stands) and (whole.has_any(_SAID) or last <= _FEW)

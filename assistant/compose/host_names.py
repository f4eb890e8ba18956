"""'Mit Bindestrich drin?', 'is the server another one for sending?': what is asked of the name of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.claims import leaves_open
from assistant.compose.connections import connections_of, hosts_named

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.understood import Understanding


def host_judged(content: Content, understood: Understanding, language: str) -> str:
    """Give yes or no in a sentence, where it is asked how the server is written, or whether it is another one; else nothing."""
    whole, asked = understood.explanation.whole, understood.intents
    if whole is None or len(asked) > 1 or asked[0].aspect != "server" or not whole.sentence.asks:
        return ""
    if whole.asks_openly or leaves_open(whole):
        return ""
    hosts = {content.settings.host_of(one) for one in connections_of(content, asked[0])}
    if whole.cue("with_dash") != whole.cue("without_dash"):
        is_so = whole.cue("with_dash") == any("-" in host for host in hosts)
        return content.word("yes_right" if is_so else "no_wrong", language)
    is_same = whole.has_any(("same_again", "same_value"))  # 'beim Senden dann das gleiche?'
    is_other = ("difference" in whole.of("topic") and not is_same) or whole.cue("another")
    if is_other and not understood.fails and not hosts_named(content, understood):
        is_one, asks_if_alike = len(content.settings.hosts) == 1, whole.cue("alike") and not whole.cue("another")
        if asks_if_alike:  # 'is that the same as the server?'
            return content.word("alike_yes" if is_one else "alike_no", language)
        return content.word("server_same" if is_one else "server_other", language)
    return ""

"""'Mit Bindestrich drin?', 'is the server another one for sending?': what is asked of the name of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.claims import leaves_open
from assistant.compose.connections import connections_of, hosts_named
from assistant.intent import Intent

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.understood import Understanding

_LEFT_OUT = ("switched_off", "without")


def of_host_in_front(content: Content, understood: Understanding) -> Understanding:
    """Take 'bei mir steht nur webspace.de, fehlt da was?' for a question about the server, whatever it sounded like."""
    whole = understood.explanation.whole
    if whole is None or understood.decision == "silent" or not (whole.cue("in_front") and whole.is_question):
        return understood
    named = {*content.settings.hosts, *_rests(content)}
    if named.isdisjoint(whole.sentence.words) or any(one.aspect for one in understood.intents if understood.decision == "answer"):
        return understood
    return understood._replace(intents=(Intent(aspect="server"),), decision="answer")


def host_begins(content: Content, understood: Understanding, language: str) -> str:
    """'Muss vor webspace.de noch was davor?': say what the name of the server begins with; nothing where that is not asked."""
    whole = understood.explanation.whole
    if whole is None or understood.intents[0].aspect != "server" or not (whole.cue("in_front") and whole.is_question):
        return ""
    is_of_none = whole.cue("without") or (whole.cue("to_be_other") and not whole.cue("has_to"))  # 'kann das c9 davor weg?'
    if is_of_none or any(hit.start == 0 for hit in whole.cues.get("one_of_them", ())):
        return ""
    told = next((beginning for rest, beginning in _rests(content).items() if rest in whole.sentence.words), "")
    return content.word("host_begins", language, beginning=told) if told else ""


def _rests(content: Content) -> dict[str, str]:
    """Give the names of the servers without what they begin with, and that."""
    parts = [host.partition(".") for host in content.settings.hosts]
    return {rest: f"{first}." for first, _, rest in parts if "." in rest}


def host_judged(content: Content, understood: Understanding, language: str) -> str:
    """Give yes or no in a sentence, where it is asked how the server is written, or whether it is another one; else nothing."""
    whole, asked = understood.explanation.whole, understood.intents
    is_asked = whole is not None and whole.sentence.asks and not (whole.asks_openly or leaves_open(whole))
    if whole is None or not is_asked or len(asked) > 1 or asked[0].aspect != "server":
        return ""
    hosts = {content.settings.host_of(one) for one in connections_of(content, asked[0])}
    if whole.cue("with_dash") != whole.cue("without_dash"):
        is_so = whole.cue("with_dash") == any("-" in host for host in hosts)
        return content.word("yes_right" if is_so else "no_wrong", language)
    if whole.has_any(_LEFT_OUT) and hosts_named(content, understood) and hosts.isdisjoint(whole.sentence.words):
        return content.word("no_wrong", language)  # 'kann ich das c9 weglassen?'
    is_same = whole.has_any(("same_again", "same_value"))  # 'beim Senden dann das gleiche?'
    is_other = ("difference" in whole.of("topic") and not is_same) or whole.cue("another")
    if is_other and not understood.fails and not hosts_named(content, understood):
        is_one, asks_if_alike = len(content.settings.hosts) == 1, whole.cue("alike") and not whole.cue("another")
        if asks_if_alike:  # 'is that the same as the server?'
            return content.word("alike_yes" if is_one else "alike_no", language)
        return content.word("server_same" if is_one else "server_other", language)
    return ""

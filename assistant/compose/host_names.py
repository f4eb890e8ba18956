"""'Mit Bindestrich drin?', 'is the server another one for sending?': what is asked of the name of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.claims import leaves_open
from assistant.compose.connections import connections_of, hosts_named, own_name
from assistant.intent import Intent

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_LEFT_OUT = ("switched_off", "without", "leaves_off")
_ASKS_IF_GENUINE = ("sham", "genuine")
_SERVER = frozenset({"server"})
_TILL_SHAM = 2
"""Words of 'wirklich [so ein] Betrug'."""
_ASKS_FOR_A_PART = ("asks_value", "which", "confirm", "leaves_off")


def of_server_named(content: Content, understood: Understanding) -> Understanding:
    """Take a question that names the server, or a part of its name, for one about it, whatever it sounded like."""
    whole = understood.explanation.whole
    if whole is None or understood.decision == "silent" or whole.aspects.keys() - _SERVER:
        return understood
    if whole.has_any(_ASKS_IF_GENUINE) and (aspect := _asked_if_genuine(content, whole)):
        is_ours = not {*content.settings.hosts, content.club.domain}.isdisjoint(whole.sentence.words)
        is_sham = is_ours and not ("genuine" in whole.cues or _asks_if_right_as_well(whole))
        asked = understood._replace(intents=(Intent(aspect=aspect),), decision="answer")
        return asked._replace(confirms=not is_sham, doubts=is_sham)
    answered = understood.intents if understood.decision == "answer" else ()
    is_guessed = not whole.aspects and "maybe_address" in whole.cues  # 'the c9 something address'
    if any(one.aspect and not (one.aspect == "address" and is_guessed) for one in answered):
        return understood
    if (
        _asks_what_is_in_front(content, whole)
        or _put_in_front(whole)
        or (not any(one.topic for one in answered) and _asks_of_a_part(content, whole))
    ):
        return understood._replace(intents=(Intent(aspect="server"),), decision="answer")
    return understood


def _asked_if_genuine(content: Content, whole: Slots) -> str:
    """Give the aspect of 'ist mail.verein.de Betrug?', which is about no mail; empty where no name of ours is in question."""
    words, domain = whole.sentence.words, content.club.domain
    if not whole.is_question or "by_message" in whole.cues or _is_sender(whole):
        return ""
    names_field = "server" in whole.aspects or "plain_server" in whole.cues
    rests = _rests(content).keys() - {domain}
    if not {*content.settings.hosts, *rests}.isdisjoint(words) or (names_field and (whole.names_host or domain in words)):
        return "server"
    return "address" if domain in words and "mail" not in whole.cues else ""


def _asks_if_right_as_well(whole: Slots) -> bool:
    """'Ist der Server richtig, nicht dass das Betrug ist?'; 'ist das wirklich Betrug, oder?' asks only that."""
    said = [hit for hit in whole.hits_of("confirm", "asks_fine", "asks_if_so") if hit.words not in whole.small.either_words]
    shams = [hit.start for hit in whole.cues["sham"]]
    return "yes_or_no" not in whole.cues and any(all(not 0 <= at - hit.end <= _TILL_SHAM for at in shams) for hit in said)


def _is_sender(whole: Slots) -> bool:
    """'Ich hab eine Mail von mail.verein.de bekommen, ist das Betrug?'."""
    words, mails = whole.sentence.words, whole.places_of("mail")
    froms = (at for at, word in enumerate(words[:-2], 1) if word in whole.small.changed_from_words)
    return any(at - 2 in mails and "." in words[at] for at in froms)


def _asks_what_is_in_front(content: Content, whole: Slots) -> bool:
    """'Bei mir steht nur webspace.de, fehlt da was?'."""
    if not ("in_front" in whole.cues and whole.is_question):
        return False
    return not {*content.settings.hosts, *_rests(content)}.isdisjoint(whole.sentence.words)


def _put_in_front(whole: Slots) -> str:
    """Give the protocol that is asked about as the beginning of the name: 'muss da smtp. davor?'; or nothing."""
    if "put_in_front" not in whole.cues or not whole.is_question or whole.numbers:
        return ""
    technical = {hit.start: hit.words for hit in whole.cues.get("technical", ())}
    named = [hit for hits in (*whole.subjects.values(), *whole.directions.values()) for hit in hits]
    spoken = {technical[hit.start] for hit in named if hit.start in technical}
    return spoken.pop() if len(spoken) == 1 else ""


def _asks_of_a_part(content: Content, whole: Slots) -> bool:
    """'My tablet shows c9 dot something, what comes after?', 'can I drop the c9?'."""
    if not (whole.is_question or whole.has_any(_ASKS_FOR_A_PART)):
        return False
    words = whole.sentence.words
    if any(own_name(host) in words for host in content.settings.hosts):
        return True
    rests = [rest for rest in _rests(content) if rest != content.club.domain or whole.has_any(_LEFT_OUT)]
    if not rests:
        return False
    said = f" {' '.join(words)} "
    return any(rest in words or f" {rest.rpartition('.')[0].replace('-', ' ')} " in said for rest in rests)


def asks_which_begins(content: Content, understood: Understanding) -> bool:
    """'War das c9 oder c8?': neither yes nor no fits."""
    whole = understood.explanation.whole
    if whole is None or understood.intents[0].aspect != "server":
        return False
    either, words = whole.small.either_words, whole.sentence.words
    if either.isdisjoint(words[:-1]):
        return False
    beside = {word for at, one in enumerate(words[:-1]) if one in either for word in (words[at - 1] if at else "", words[at + 1])}
    return any(own_name(host) in beside for host in content.settings.hosts)


def host_begins(content: Content, understood: Understanding, language: str) -> str:
    """'Muss vor webspace.de noch was davor?': say what the name of the server begins with; nothing where that is not asked."""
    whole = understood.explanation.whole
    if whole is None or understood.intents[0].aspect != "server" or not ("in_front" in whole.cues and whole.is_question):
        return ""
    if beginning := _put_in_front(whole):
        begins_so = any(host.startswith(f"{beginning}.") for host in content.settings.hosts)
        return content.word("host_begins" if begins_so else "host_begins_not", language, beginning=f"{beginning}.")
    is_to_go = "to_be_other" in whole.cues and "has_to" not in whole.cues  # 'kann das c9 davor weg?'
    is_of_none = "without" in whole.cues or is_to_go
    if is_of_none or any(hit.start == 0 for hit in whole.cues.get("one_of_them", ())):
        return ""
    told = next((beginning for rest, beginning in _rests(content).items() if rest in whole.sentence.words), "")
    return content.word("host_begins", language, beginning=told) if told else ""


def _asks_to_be_told(whole: Slots) -> bool:
    """Whether yes or no is waited for, also without a question mark: 'can I drop the c9'."""
    return whole.sentence.asks or ("leaves_off" in whole.cues and whole.asks_directly)


def _rests(content: Content) -> dict[str, str]:
    """Give the names of the servers without what they begin with, and that."""
    parts = [host.partition(".") for host in content.settings.hosts]
    return {rest: f"{first}." for first, _, rest in parts if "." in rest}


def host_judged(content: Content, understood: Understanding, language: str) -> str:
    """Give yes or no in a sentence, where it is asked how the server is written, or whether it is another one; else nothing."""
    whole, asked = understood.explanation.whole, understood.intents
    is_asked = whole is not None and _asks_to_be_told(whole) and not (whole.asks_openly or leaves_open(whole))
    if whole is None or not is_asked or len(asked) > 1 or asked[0].aspect != "server":
        return ""
    hosts = {content.settings.host_of(one) for one in connections_of(content, asked[0])}
    if ("with_dash" in whole.cues) != ("without_dash" in whole.cues):
        is_so = ("with_dash" in whole.cues) == any("-" in host for host in hosts)
        return content.word("yes_right" if is_so else "no_wrong", language)
    if whole.has_any(_LEFT_OUT) and hosts_named(content, understood) and hosts.isdisjoint(whole.sentence.words):
        return content.word("no_wrong", language)  # 'kann ich das c9 weglassen?'
    is_same = whole.has_any(("same_again", "same_value"))  # 'beim Senden dann das gleiche?'
    is_other = ("difference" in whole.topics and not is_same) or "another" in whole.cues
    if is_other and not understood.fails and not hosts_named(content, understood):
        is_one, asks_if_alike = len(content.settings.hosts) == 1, "alike" in whole.cues and "another" not in whole.cues
        if asks_if_alike:  # 'is that the same as the server?'
            return content.word("alike_yes" if is_one else "alike_no", language)
        return content.word("server_same" if is_one else "server_other", language)
    return ""

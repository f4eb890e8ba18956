"""What the words of a sentence say together, beyond what each of them says alone. Each rule has its reason beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.slots import listed_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assistant.understanding.slots import Slots

_SPECIFIC = (
    "port",
    "encryption",
    "username",
    "password",
    "name",
    "address",
    "server",
    "login",
    "account_type",
    "delivery",
)
"""Aspects that are one value each."""
_CONNECTION = frozenset({"port", "encryption"})
_TOUCHING_DEVICES = frozenset({"folders", "sent_mail", "backup", "offline"})
_ABOUT_ONE = frozenset({"advantages", "disadvantages", "recommendation"})
_MORE_THAN_A_CHOICE = frozenset({"authentication", "folders", "sent_mail", "not_given", "deleting", "leave_on_server"})
_EXPLAINING = frozenset({"deleting", "sync", "storage", "sent_mail", "leave_on_server", "speed", "backup", "offline"})
"""Topics that tell why something is as it is."""
_NO_NUMBER = frozenset({"recommendation", "difference", "deleting", "setup"})
_SMALL_TALK = frozenset({"thanks", "greeting"})
_CERTAIN_OPINION = 0.85
_EXPLAINED = 0.5
"""The score of a technical word's explanation from which it is asked for rather than the value of that name."""
_FEW_WORDS = 3
_SHORT_REQUEST = 7
"""Words of 'imap einmal mit allem Drum und Dran'."""
_Scores = dict[str, float]


def apply_rules(slots: Slots, scores: _Scores, evidence: Mapping[str, float], opinion: Mapping[str, float]) -> None:
    """Settle the scores of a sentence's candidates, in place.

    Args:
        slots: What the sentence says for certain.
        scores: Candidates and their scores so far.
        evidence: What the words alone say.
        opinion: What the classifier says, 0 to 1.
    """
    specific = [name for name in _SPECIFIC if name in slots.of("aspect")]
    if "server" in specific:
        _server(slots, scores, specific)
    _values(slots, scores, specific)
    _all_settings(slots, scores, specific)
    _complete(slots, scores, evidence)
    _setup(slots, scores, specific, asked_for="setup" in evidence)
    _trouble(slots, scores, evidence, opinion)
    _topics(slots, scores, specific)
    if slots.cue("statement") and not slots.is_question:
        _lower(scores, [label for label in scores if label not in _SMALL_TALK], 0.4)  # 'hat alles geklappt' asks for nothing
    if not evidence and slots.of("direction") and len(slots.sentence.words) <= _FEW_WORDS:
        scores["port"] = 1.0  # 'smtp?', 'imap ausgang?': the values of that side


def _lower(scores: _Scores, labels: Iterable[str], amount: float) -> None:
    for label in labels:
        if label in scores:
            scores[label] -= amount


def _server(slots: Slots, scores: _Scores, specific: list[str]) -> None:
    """The server is named more often than it is asked for."""
    hits = slots.of("aspect")["server"]
    if specific in (["address", "server"], ["server", "address"]):
        scores["address"] -= 0.6  # 'als Ausgangsserver nimmt er meine E-Mail-Adresse nicht': what was expected there is no answer
    elif len(specific) > 1 and not listed_together(slots, hits):
        scores["server"] -= 0.5  # 'Port für den IMAP-Server': the server only says where
    if slots.cue("maybe_port") and "port" not in specific:
        scores["port"] = scores.get("port", 0.0) + 0.4  # 'neben dem Server noch eine Zahl': a number is never a server's name
        scores["server"] -= 0.4
    for other in ("address", "name"):
        if other in scores and other not in specific:
            scores["server"] += 0.15  # 'Adresse vom Server', 'wie heißt der Server'
            scores[other] -= 0.3


def _values(slots: Slots, scores: _Scores, specific: list[str]) -> None:
    """Two values named: which one is asked for?"""
    if "address" in specific and len(specific) > 1:
        scores["address"] -= 0.2  # 'beim Einrichten der Vereinsadresse fragt er nach einem Port'
    if "username" in specific or "password" in specific:
        _lower(scores, ("address", "name", "login"), 0.25)  # 'ist der Benutzername die ganze Adresse?'
    if "username" in specific and "password" in specific:
        scores["login"] = max(scores["username"], scores["password"]) + 0.3
    if slots.names_port and (slots.cue("which") or slots.cue("confirm")) and not specific:
        scores["port"] = scores.get("port", 0.0) + 0.5  # '993 oder 143, welches stimmt?'
        _lower(scores, ("recommendation",), 0.3)
    if "encryption" in specific and ("port" in specific or slots.names_port):
        scores["port"] = scores.get("port", 0.0) + 0.1  # 'SSL-Port': the port, and its answer names the encryption
    if (
        slots.names_port
        and "server" in scores
        and not slots.names_host
        and not listed_together(slots, slots.of("aspect").get("server", ()))
    ):
        scores["server"] -= 0.5  # '465 oder 587, was stimmt bei unserem Server?': a number is never a server's name
    if slots.cue("undecided"):
        _lower(scores, ("account_type",), 0.8)  # 'Kontoart weiß ich noch nicht'
    if "login" in specific and (slots.cue("maybe_name") or "name" in specific) and "password" not in specific:
        scores["username"] = scores.get("username", 0.0) + 0.5  # 'mit welchem Namen melde ich mich an'
        _lower(scores, ("name", "login", "server"), 0.5)
    if slots.names_port or slots.names_host:
        _lower(
            scores, [label for label in scores if label.startswith("trouble:")], 0.4
        )  # '465 geht nicht': the right value helps


def _all_settings(slots: Slots, scores: _Scores, specific: list[str]) -> None:
    """One value or all of them?"""
    settings = slots.of("aspect").get("settings", ())
    if settings:
        follows = {hit.start for hit in settings}
        heads = [name for name in specific if any(hit.end in follows for hit in slots.of("aspect")[name])]
        for head in heads:
            scores[head] = min(scores[head], scores["settings"] - 0.1)  # 'server settings': the settings
        if slots.cue("complete"):
            scores["settings"] += 0.2
        elif specific == ["address"]:
            scores["address"] -= 0.5  # 'Einstellungen für die Vereinsadresse'
        elif len(specific) > len(heads):
            scores["settings"] -= 0.3  # 'Einstellung für den Port'
    asked = len([name for name in specific if name != "address"]) + (slots.cue("maybe_port") and "port" not in specific)
    of_both = slots.subject == "both" and not slots.direction  # 'POP und IMAP mit Servern und Ports'
    if asked >= 3 or (asked == 2 and (slots.cue("complete") or of_both)):
        best = max(scores[name] for name in (*specific, "port") if name in scores)
        scores["settings"] = max(scores.get("settings", 0.0), best) + 0.1


def _complete(slots: Slots, scores: _Scores, evidence: Mapping[str, float]) -> None:
    """'IMAP komplett', 'die kompletten POP-Werte': everything of a protocol is its settings."""
    words = {index for hit in slots.of("cue").get("complete", ()) for index in range(hit.start, hit.end)}
    if not slots.subject or not words or slots.cue("location") or slots.cue("meaning"):
        return
    other = evidence.keys() - {"settings"}
    if other == {"storage"} and all(hit.start in words for hit in slots.of("topic")["storage"]):
        scores["storage"] -= 0.4  # 'imap in full'
        other = set()
    if other:
        return
    scores["settings"] = scores.get("settings", 0.0) + 0.3
    if len(slots.sentence.words) <= _SHORT_REQUEST:
        scores["settings"] = max(scores["settings"], 1.0)


def _setup(slots: Slots, scores: _Scores, specific: list[str], *, asked_for: bool) -> None:
    """A guide, or a value while setting up?"""
    wishes = asked_for or (slots.cue("how_to") and bool(slots.program))
    if wishes and specific in (["address"], ["name"]) and not slots.cue("which"):
        _lower(scores, specific, 0.4)  # 'Anleitung für die Gmail-App mit der Vereinsadresse'
        scores["setup"] = scores.get("setup", 0.0) + 0.4
    elif asked_for and specific:
        scores["setup"] -= 0.35  # asked for a value while setting up
    elif asked_for and slots.program:
        scores["setup"] += 0.25
    elif slots.program and not specific and "settings" not in slots.of("aspect"):
        scores["setup"] = scores.get("setup", 0.0) + 0.15


def _trouble(slots: Slots, scores: _Scores, evidence: Mapping[str, float], opinion: Mapping[str, float]) -> None:
    """'Fragt dauernd nach dem Passwort' is a trouble, 'welches Passwort?' a question."""
    is_same = slots.cue("alike") and bool(slots.of("aspect"))
    is_question = slots.cue("which") or _checks_a_value(slots) or is_same
    is_trouble = slots.cue("wrong") and not is_question
    is_told = len(slots.sentence.words) > _FEW_WORDS and not is_question
    if "storage" in slots.of("topic"):
        _lower(scores, ("trouble:full",), 0.6)  # 'Postfach voll': the answer itself says what to do, and offers the questions
    names_port, asks_reason = "port" in slots.of("aspect"), _asks_reason(slots, evidence)
    for label in scores:
        if label.startswith("trouble:"):
            certain = opinion.get(label, 0.0) >= _CERTAIN_OPINION
            scores[label] += 0.3 if is_trouble or (certain and is_told) else -0.05
            if names_port:
                scores[label] -= 0.3  # 'empfangen geht, zum Senden fehlt noch die Portnummer'
            if is_same:
                scores[label] -= 0.3  # 'Passwort fürs Konto, ist das dasselbe wie …': nothing is broken
            if asks_reason:
                scores[label] -= 0.35  # 'nach dem Abholen mit POP sind sie weg, ist das normal?': the reason helps, no repair
        elif is_trouble and label in evidence and label not in _CONNECTION:
            scores[label] -= 0.25


def _checks_a_value(slots: Slots) -> bool:
    """'Beim Senden hab ich SSL drin und er hängt, ist das falsch?' asks for the right value."""
    return slots.cue("confirm") and bool(_CONNECTION.intersection(slots.of("aspect")))


def _asks_reason(slots: Slots, evidence: Mapping[str, float]) -> bool:
    asks = slots.cue("why") or slots.asks_directly
    return asks and bool(slots.subject) and bool(evidence.keys() & _EXPLAINING)


def _topics(slots: Slots, scores: _Scores, specific: list[str]) -> None:
    """Two topics named: which one is asked about?"""
    topics = slots.of("topic")
    if slots.subject == "both" and specific:
        _lower(scores, ("difference", "recommendation"), 0.3)  # 'Ports, ob POP oder IMAP weiß ich nicht'
    elif slots.subject == "both" and "settings" not in slots.of("aspect"):
        _both_named(slots, scores)
    if slots.subject == "both":
        _lower(scores, ("leave_on_server",), 0.2)  # only POP takes mails away: of both together it is asked what happens to them
    if "difference" in topics and slots.direction == "both" and not slots.subject and "directions" in scores:
        scores["directions"] += 0.6  # 'Unterschied zwischen Eingang und Ausgang'
    if "switching" in topics and slots.cue("why"):
        scores["switching"] -= 0.5  # 'warum soll ich weg von POP?'
        scores["disadvantages"] = scores.get("disadvantages", 0.0) + 0.3
    elif "switching" in topics and slots.subject == "both" and not _compares(slots):
        _lower(scores, ("recommendation",), 0.4)  # 'von POP auf IMAP umsteigen, wie?'
    if "difference" in topics:
        _lower(scores, ("switching", "account_type"), 0.4)  # 'was ist der Unterschied zwischen den Kontotypen'
    _two_topics(slots, scores)
    terms = [label for label in scores if label.startswith("terms_")]
    if not slots.cue("meaning") and len(slots.sentence.words) > 1:
        _lower(scores, terms, 0.4)  # 'smtp port' asks for no explanation
    elif len(specific) == 1 and not slots.subject:
        _lower(scores, [name for name in specific if any(scores[term] > _EXPLAINED for term in terms)], 0.3)  # 'was heißt TLS?'
    _beside_values(slots, scores, specific)


def _two_topics(slots: Slots, scores: _Scores) -> None:
    """One topic only tells more about the other."""
    topics = slots.of("topic")
    if slots.subject in {"imap", "pop3"} and topics.keys() & _ABOUT_ONE:
        _lower(scores, ("difference",), 0.3)  # 'was ist POP denn überhaupt noch gut': no explanation
    if topics.keys() & _MORE_THAN_A_CHOICE:
        _lower(scores, ("recommendation",), 0.3)  # 'was soll ich bei der Authentifizierung nehmen'
    if topics.keys() & _TOUCHING_DEVICES:
        _lower(scores, ("devices", "sync"), 0.25)  # 'sehe ich meine Ordner auch am Handy?' is about folders
    if "disadvantages" in topics:
        _lower(scores, ("devices", "sync"), 0.25)  # 'welche Probleme macht POP mit mehreren Geräten?'
    if "advantages" in topics and "disadvantages" in topics:
        scores["advantages"] += 0.2


def _beside_values(slots: Slots, scores: _Scores, specific: list[str]) -> None:
    """A topic and a value named."""
    topics = slots.of("topic")
    _beside_hints(slots, scores, specific)
    if specific:
        _lower(scores, (topic for topic in topics if topic != "setup"), 0.05)
    if slots.names_port:
        _lower(scores, ("recommendation",), 0.35)  # 'er schwört auf 110 für IMAP': the number is in question, no protocol
    if slots.names_port or "port" in specific:
        _lower(scores, ("disadvantages", "advantages"), 0.35)  # 'beim Ausgang steht 465, ist das verkehrt?'
    named_alone = "account_type" in specific or slots.cue("maybe_name") or ("server" in specific and slots.direction)
    if named_alone and not slots.subject:
        _lower(scores, ("recommendation",), 0.35)  # 'Art des Kontos, was nehm ich da?'
    if slots.names_port or set(specific) - {"server", "address", "account_type"}:
        _lower(
            scores, ("recommendation", "difference", "devices", "sync", "switching"), 0.35
        )  # 'POP langt mir, welchen Port trag ich ein?'
    if slots.subject:
        _lower(scores, ("which_program",), 0.2)  # 'was macht mein Programm bei POP?'
    if specific == ["server"] and topics.keys() - {"setup", "recommendation", "difference"}:
        scores["server"] -= 0.3  # 'Backup, macht das der Server?'


def _beside_hints(slots: Slots, scores: _Scores, specific: list[str]) -> None:
    """A topic, and words that only hint at a value."""
    if slots.cue("maybe_port") and slots.direction and not specific:
        _lower(scores, _NO_NUMBER, 0.4)  # 'die Nummer vom Eingang hab ich gelöscht'
    if "devices" in slots.of("topic") and not specific and not slots.cue("complete"):
        _lower(scores, ("settings",), 0.25)  # 'auf Handy und PC gleich, was brauch ich?'
    if "sync" in slots.of("topic"):
        _lower(scores, ("devices",), 0.05)  # 'bleiben alle Geräte auf einem Stand?': the devices only say where
    if "address" in specific:
        _lower(scores, ("not_given",), 0.4)  # 'wie endet die neue Adresse?'


def _both_named(slots: Slots, scores: _Scores) -> None:
    """'POP oder IMAP' asks which to take, unless somebody wants to know what they are."""
    for label in ("difference", "recommendation"):
        if label in scores:
            scores[label] += 0.12
    if slots.cue("meaning") and not _compares(slots) and "difference" in scores:
        scores["difference"] = 0.1 + max(scores["difference"], scores.get("recommendation", 0.0))


def _compares(slots: Slots) -> bool:
    """Tell whether more than the two names speaks for a comparison: 'besser', 'raten'."""
    hits = slots.of("topic").get("recommendation", ())
    return any("imap" not in hit.words and "pop" not in hit.words for hit in hits)

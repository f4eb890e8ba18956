"""'Ist IMAP sicherer als POP?', 'brauche ich zum Senden einen anderen Benutzernamen?': what is compared, in a sentence first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.alike import asks_if_it_stays, asks_of_the_last
from assistant.compose.claims import ENCRYPTED, leaves_open
from assistant.compose.connections import connections_of
from assistant.intent import OF_THE_ACCOUNT, OPPOSITE, Intent

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_SEVERAL = 2
_TILL_WHICH = 3
"""Words of '… [und wenn ja], welcher?'."""
_TO_SEND_TOO = frozenset({"outgoing", "both"})
_ALIKE = ("same_again", "same_value", "alike")
_NO_YES = ("asks_place", "why", "meaning", "denies", "wrong")
"""Signs of a question that is answered neither by yes nor by no."""


def which_is_safer(content: Content, understood: Understanding, language: str) -> str:
    """Say which of two protocols is encrypted, with yes or no where one was asked about; nothing where neither is."""
    whole, asked = understood.explanation.whole, understood.intents[0]
    if whole is None or "safer" not in whole.cues or asked.aspect != "encryption" or asked.subject != "both":
        return ""
    protocols = content.settings.protocols
    named = {name: hits for name, hits in whole.subjects.items() if name in protocols}
    compared = named if len(named) >= _SEVERAL else protocols  # 'was davon ist sicherer?'
    safe = [
        name for name in compared if all(one.encryption in ENCRYPTED for one in connections_of(content, Intent(subject=name)))
    ]
    if len(compared) < _SEVERAL or not safe:
        return ""
    asks_if = bool(named) and _asks_if(whole) and not leaves_open(whole)
    if len(safe) == len(compared):
        return content.word("safer_neither_no" if asks_if else "safer_neither", language)
    first = min(named, key=lambda name: named[name][0].start, default=safe[0])
    is_so = (first == safe[0]) != ("less_safe" in whole.cues)
    key = "safer" if not asks_if else "safer_yes" if is_so else "safer_no"
    return content.word(key, language, protocol=protocols[safe[0]].name, other=protocols[OPPOSITE[safe[0]]].name)


def whether_same_to_send(content: Content, understood: Understanding, language: str) -> str:
    """Say that the same name and password are for sending, or for the other protocol, where that is asked; else nothing."""
    whole, asked = understood.explanation.whole, understood.intents[0]
    if whole is not None and asked.aspect in OF_THE_ACCOUNT and _asks_if_as_there(whole):
        return content.word("account_same", language)
    if whole is None or asked.aspect not in OF_THE_ACCOUNT or not _asks_if(whole) or len(understood.intents) > 1:
        return ""
    if asks_of_the_last(whole) and whole.subject:
        return content.word("alike_yes", language)  # 'Benutzername?' 'Same for pop?'
    is_other = "another" in whole.cues or ("difference" in whole.topics and not whole.has_any(_ALIKE))
    if whole.subject == "both" and not whole.direction and (is_other or whole.has_any(_ALIKE)):
        return content.word("other_no" if is_other else "alike_yes", language)  # 'do the passwords for IMAP and POP differ?'
    if asked.direction not in _TO_SEND_TOO and not asks_of_the_last(whole):
        is_kept = asks_if_it_stays(whole) and not _is_the_password_too(whole)
        return content.word("alike_yes", language) if is_kept else ""  # 'bleibt das Passwort?'
    return content.word("account_not_other" if is_other else "account_same", language)


def whether_mails_are_lost(content: Content, understood: Understanding, language: str) -> str:
    """'Verliere ich beim Wechseln Mails?': no, if it is done in the right order; else nothing."""
    whole, asked = understood.explanation.whole, understood.intents[0]
    if whole is None or asked.topic != "switching" or "loses" not in whole.cues:
        return ""
    told = "switching_pop" if asked.subject == "pop3" else "switching"
    if not whole.asks_directly or whole.has_any(("which", "why", "meaning")):
        return content.word(f"{told}_loses_nothing", language)
    return content.word(f"{told}_keeps_yes" if "without" in whole.cues else f"{told}_loses_no", language)


def which_is_theirs(content: Content, understood: Understanding, language: str) -> str:
    """'Woran sehe ich, ob ich POP oder IMAP habe?': the port for incoming mail tells; else nothing."""
    whole, asked = understood.explanation.whole, understood.intents[0]
    if whole is None or asked.topic != "switching" or not whole.asks_which_is_theirs:
        return ""
    told = [
        content.word("which_is_mine_port", language, port=protocol.incoming.port, protocol=protocol.name)
        for protocol in content.settings.protocols.values()
    ]
    return content.word("which_is_mine", language, ports=", ".join(told))


def asks_where_to_switch(understood: Understanding) -> bool:
    """'Wo stellt man um?': where it is comes first, and then that it is worth it."""
    whole, asked = understood.explanation.whole, understood.intents[0]
    if whole is None or asked.topic != "switching" or asked.program:
        return False
    opened = {hit[:2] for hit in whole.cues.get("asks_openly", ())}
    return any(hit[:2] in opened for hit in whole.cues.get("asks_place", ()))  # not 'ändern', which asks how as well


def _is_the_password_too(whole: Slots) -> bool:
    """'Meine Adresse?' 'Und das Passwort ist dasselbe?': it may be asked whether it is the address."""
    return "password" in whole.aspects and whole.begins_with("follow_up") and not (whole.subject or "stays" in whole.cues)


def _asks_if_as_there(whole: Slots) -> bool:
    """'Anmeldung zum Senden, gleiche Daten wie beim Empfangen? Was nehme ich als Benutzer?': asked first, whatever else is.

    'Das Passwort ist das gleiche wie beim Eingang, und der Benutzer?' tells it.
    """
    hits = whole.cues.get("same_as", ())
    if not hits or not whole.is_question or whole.direction != "both" or whole.has_any(("why", "wrong", "denies")):
        return False
    verbs = whole.hits_of("copula", "is_so")
    opened = whole.cues.get("asks_openly", ())
    begins = hits[0].start
    return not any(hit.start < begins for hit in (*verbs, *opened))


def _asks_if(whole: Slots) -> bool:
    asks = whole.asks_directly or whole.has_any(("same_again", "asks_if_same")) or whole.has_all(("there_is", "another"))
    asks_which = "which" in whole.cues and not _asks_which_then(whole)
    return asks and not (asks_which or whole.has_any(_NO_YES) or whole.asks_openly)


def _asks_which_then(whole: Slots) -> bool:
    """'Muss da auch ein Benutzername rein, und wenn ja, welcher?' asks for a yes first."""
    if "which" not in whole.cues or not whole.begins_with("copula", "is_so", "whether"):
        return False
    joined = [at for at, word in enumerate(whole.sentence.words) if word in whole.small.joining_words]
    which = min(hit.start for hit in whole.cues["which"])
    return any(0 <= which - at <= _TILL_WHICH and at > 1 for at in joined)

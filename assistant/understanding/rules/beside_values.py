"""A topic named beside a value: what is only told, what is asked?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import BY_DIRECTION, OF_THE_CONNECTION, OPPOSITE
from assistant.understanding.rules.scores import lower, put_first

if TYPE_CHECKING:
    from assistant.understanding.rules.scores import Scores
    from assistant.understanding.slots import Slots

_STILL_ASKED = OF_THE_CONNECTION | {"username"}
"""Values that nobody names who only tells of a device that broke."""
SET_IN_A_PROGRAM = frozenset({"sent_mail", "leave_on_server", "authentication"})
"""Topics about something that is set in a program."""
_SHOWN_IN_A_PROGRAM = SET_IN_A_PROGRAM | {"folders"}
_WITHOUT_PROGRAM = 6
"""Words of 'und bei pop kein ssl wieso', which says nothing of what a program offers."""
_ON_A_SERVER = ("mail", "plain_server")
"""What is left there, and where."""
_NO_NUMBER = frozenset({"recommendation", "difference", "deleting", "setup"})


def settle_beside_values(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """A topic and a value named."""
    topics = slots.topics
    _beside_hints(slots, scores, specific)
    if specific:
        lower(scores, ("privacy",), 0.6)  # 'ich sorge mich um den Datenschutz, ist da was verschlüsselt'
    _typed_in(slots, scores)
    if slots.names_port or slots.names_host:
        lower(scores, ("recommendation",), 0.35)  # 'it suggests imap.gmail.com, surely wrong': no protocol is
    if slots.names_port or not OF_THE_CONNECTION.isdisjoint(specific) or ("maybe_port" in slots.cues and slots.direction):
        lower(scores, ("disadvantages", "advantages"), 0.35)
        # 'kommt beim IMAP-Eingang der Haken für SSL rein?'
    named_alone = "account_type" in specific or "maybe_name" in slots.cues or ("server" in specific and slots.direction)
    if named_alone and not slots.subject:
        # 'welcher Name passt besser, meiner oder das Amt?'
        lower(scores, ("recommendation", "disadvantages", "advantages"), 0.35)
    is_of_the_way = "who_reads" in topics and "encryption" in specific  # 'who can read my mails on the way?'
    if is_of_the_way or _is_about_a_protocol(slots, specific) or _asks_for_none(slots) or _is_of_another(slots):
        put_first(scores, "encryption", 0.2)
    _to_choose(slots, scores, specific)
    _of_an_account_that_is_there(slots, scores, specific)
    if slots.names_port or set(specific) - {"server", "address", "account_type"}:
        lower(
            scores, ("recommendation", "difference", "devices", "sync", "switching"), 0.35
        )  # 'what goes under user when I switch to imap?'
    asks_for_server = slots.direction or "maybe_name" in slots.cues or "send_me" in slots.cues
    if set(specific) & _STILL_ASKED or ("server" in specific and asks_for_server):
        lower(scores, ("lost_device",), 0.7)  # 'PC kaputt, der neue will den Port vom Eingang'
    if slots.subject or slots.program:
        lower(scores, ("which_program",), 0.2)  # 'ich hab Outlook'
    if specific == ["server"] and topics.keys() - {"setup", "recommendation", "difference"}:
        scores["server"] -= 0.3  # 'löscht der Server bei POP nach dem Abholen alles?'


def _typed_in(slots: Slots, scores: Scores) -> None:
    """'I typed 933 for the IMAP inbox and it complains', 'beim IMAP-Ausgang steht 578, geht nicht': the right port helps."""
    if ("typed_in" in slots.cues or slots.has_all(("stands_at", "wrong"))) and not slots.names_port and slots.asks_about_number:
        put_first(scores, "port", 0.1)


def _of_an_account_that_is_there(slots: Slots, scores: Scores, specific: list[str]) -> None:
    named = specific or "settings" in slots.aspects or slots.topics.keys() & _SHOWN_IN_A_PROGRAM
    if named and "asks_place" in slots.cues:
        lower(scores, ("setup", "switching"), 0.5)  # 'am Mac Mail, wo sind da die Servereinstellungen?'
    is_there = "account_there" in slots.cues and not slots.subject and "switching" not in slots.topics
    if "deletes" in slots.cues and is_there and "gone" not in slots.cues:
        put_first(scores, "removal", 0.3)  # 'wie lösche ich das Konto in Outlook?'


def _is_about_a_protocol(slots: Slots, specific: list[str]) -> bool:
    """Tell whether it is of a protocol, and not in a list to choose from, that there is no SSL: 'POP kein SSL, warum?'."""
    is_missing = slots.topics.keys() == {"encryption_names"} and "unencrypted" in slots.cues
    is_short = len(slots.sentence.words) <= _WITHOUT_PROGRAM
    return is_missing and is_short and not specific and slots.subject in OPPOSITE and slots.is_question


def _asks_for_none(slots: Slots) -> bool:
    """Tell whether it may be unencrypted, beside what a program lacks: 'er kann kein TLS, geht IMAP ohne Verschlüsselung?'."""
    lacking = {hit.start for hit in slots.topics.get("encryption_names", ())}
    if not lacking or slots.subject not in OPPOSITE:
        return False
    is_none = any(hit.start not in lacking for hit in slots.cues.get("unencrypted", ()))
    return is_none and slots.sentence.asks and not ("which" in slots.cues or slots.asks_openly)


def _is_of_another(slots: Slots) -> bool:
    """'Kein STARTTLS, sondern SSL beim Ausgang von IMAP, richtig?': what is there instead is asked about, nothing is lacking."""
    if slots.topics.keys() != {"encryption_names"} or "confirm" not in slots.cues or "encryption" not in slots.aspects:
        return False
    turns = not slots.small.turning_words.isdisjoint(slots.sentence.words)  # 'no SSL but STARTTLS'
    return "what_instead" in slots.cues or (turns and bool(slots.subject and slots.direction))


def _to_choose(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """A value that programs let people choose, and what speaks for one."""
    several = "devices" in slots.topics or len(slots.devices) > 1
    if specific == ["account_type"] and not slots.subject and _is_to_be_advised(slots) and not several:
        scores["recommendation"] = scores["account_type"] + 0.1  # 'zu welchem Kontotyp ratet ihr?', 'welcher ist am besten?'
    if "account_type" in specific and not slots.subject and several:
        scores["devices"] = scores["account_type"] + 0.1  # 'er am PC, ich am Tablet, welcher Kontotyp?': the reason as well


def _is_to_be_advised(slots: Slots) -> bool:
    """Tell whether it is asked which is best, and not how it is best set or what a third one is."""
    if slots.has_any(("advises", "for_all_of_us")):
        return True
    return "recommendation" in slots.topics and not slots.has_any(("manner", "confirm", "third_type", "meaning"))


def _beside_hints(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """A topic, and words that only hint at a value."""
    if len(slots.numbers) > 1:
        lower(scores, ("encryption_names",), 0.7)  # 'IMAP, 143, kein SSL, Ausgang 465 SSL, passt das?': nothing is lacking
    if specific and slots.subject and slots.direction:
        lower(scores, ("not_given",), 0.3)  # 'IMAP EINGANG PORT … ICH KANN DIE KLEINSCHREIBUNG NICHT …'
    if slots.direction and not OF_THE_CONNECTION.isdisjoint(specific):
        lower(scores, ("anywhere",), 0.4)  # 'I live in England, what is the incoming port?'
    if slots.names_port and "keeps_it" in slots.cues and not slots.has_any(_ON_A_SERVER):
        lower(scores, ("leave_on_server",), 0.4)  # 'got POP3 on 110, should I leave it alone?'
    if slots.names_port or ("provider" in slots.cues and not slots.aspects.keys().isdisjoint(BY_DIRECTION)):
        lower(scores, ("provider_app",), 0.4)  # 'with yahoo I had 465 out, are yours the same?', 'freenet imap server?'
    if "maybe_port" in slots.cues and not specific and (slots.direction or _asks_which_number(slots)):
        lower(scores, _NO_NUMBER, 0.4)  # 'beim Einrichten die Nummer vom Eingang?'
    if "settings" in slots.aspects or "maybe_settings" in slots.cues:
        lower(scores, ("lost_device",), 0.7)  # 'wo sind die Einstellungen versteckt?': nothing is lost
    if specific == ["address"] and (slots.subject == "both" or "devices" in slots.topics):
        lower(scores, ("address",), 0.4)  # 'POP oder IMAP für die Vereinsadresse?'


def _asks_which_number(slots: Slots) -> bool:
    """'Dann nehm ich IMAP, welche Nummer?'."""
    numbers = {hit.start for hit in slots.cues.get("maybe_port", ())}
    return any(hit.end in numbers for hit in slots.cues.get("which", ()))

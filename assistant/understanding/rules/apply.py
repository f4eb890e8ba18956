"""All rules, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import ANY_TROUBLE
from assistant.understanding.pointing import only_points, only_waits
from assistant.understanding.rules.all_settings import settle_all_settings, settle_complete, settle_filled_in
from assistant.understanding.rules.beside_values import settle_beside_values
from assistant.understanding.rules.compared import settle_advice
from assistant.understanding.rules.fetched import settle_fetched
from assistant.understanding.rules.guides import (
    settle_missing_device,
    settle_program_alone,
    settle_setup,
    settle_where_to_begin,
)
from assistant.understanding.rules.kindred import settle_kindred
from assistant.understanding.rules.named_before import settle_named_before
from assistant.understanding.rules.scores import FEW_WORDS, lower, put_first
from assistant.understanding.rules.server import settle_asked_name, settle_name_of_server, settle_server
from assistant.understanding.rules.storage import settle_storage
from assistant.understanding.rules.topics import settle_topics
from assistant.understanding.rules.trouble import settle_trouble
from assistant.understanding.rules.values import (
    settle_behind_which,
    settle_known,
    settle_left_open,
    settle_read_out,
    settle_values,
)
from assistant.understanding.rules.where_it_fails import is_fine, works_alone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.understanding.rules.scores import Labels, Scores
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
_CLEAR = 0.8
"""The score of a trouble that is clear without a word that names it."""
_SAID_IN_ANGER = frozenset({"recommendation"})
"""Topics that words of giving up sound like: 'hör auf, mir reichts' is no 'reicht mir POP?'."""
_SAID_OF_A_STEP = frozenset({"sync", "speed"})
"""Topics of words such as 'gelesen' and 'schnell', which a guide's steps are told of as well."""
_NAMING_A_VALUE = ("plain_server", "maybe_port", "maybe_address", "maybe_settings")
_MOST_OF_A_REPORT = 7
"""Words."""
_HELP_FOR = ("how_to", "device", "which", "into_it", "fills_in")
"""Cues of what help is called for."""
_ASKING = ("which", "manner", "why", "meaning", "requests", "left_open", "denies", "wrong", "both", "say_again")
_NOT_ALL_IS_WELL = ("wrong", "rejects_next", "how_to")
_NO_GREETING = ("denies", "gone", "wrong", "since_when")
"""What nobody says who only says hello: 'this morning nothing arrived'."""
_MORE_THAN_LEAVE = ("deletes", "device", *_NO_GREETING)
"""What nobody says who only asks if they may ask: 'noch eine Frage zum Löschen'."""
_ONLY_IF_NAMED = ("chat_message",)
"""Topics that much other talk sounds like: 'wie stell ich bei Telegram den Ton aus?'."""
_SMALL_TALK = frozenset({"thanks", "greeting"})


def apply_rules(
    slots: Slots, scores: Scores, evidence: Mapping[str, float], opinion: Mapping[str, float], labels: Labels
) -> None:
    """Settle the scores of a sentence's candidates, in place.

    Args:
        slots: What the sentence says for certain.
        scores: Candidates and their scores so far.
        evidence: What the words alone say.
        opinion: What the classifier says, 0 to 1.
        labels: Those of which there are many of a kind.
    """
    aspects = slots.aspects
    specific = [name for name in _SPECIFIC if name in aspects] if aspects else []
    if "server" in specific:
        settle_server(slots, scores, specific)
    settle_name_of_server(slots, scores)
    settle_behind_which(slots, scores, specific)
    settle_values(slots, scores, specific, labels)
    settle_read_out(slots, scores, specific)
    settle_left_open(slots, scores, specific)
    settle_known(slots, scores, specific)
    settle_all_settings(slots, scores, specific)
    settle_complete(slots, scores, evidence)
    settle_named_before(slots, scores, specific)
    settle_setup(slots, scores, specific, evidence)
    settle_program_alone(slots, scores)
    settle_trouble(slots, scores, evidence, opinion, labels)
    settle_asked_name(slots, scores)
    settle_missing_device(slots, scores)
    settle_topics(slots, scores, specific, labels)
    settle_beside_values(slots, scores, specific)
    settle_fetched(slots, scores, specific, labels)
    settle_kindred(slots, scores, specific)
    settle_advice(slots, scores)
    settle_storage(slots, scores)
    settle_where_to_begin(slots, scores, specific)
    lower(scores, [name for name in _ONLY_IF_NAMED if name not in slots.topics], 0.4)
    if "statement" in slots.cues and not (slots.is_question or "requests" in slots.cues):  # 'Ports hab ich, mir fehlt der Server'
        lower(scores, [label for label in scores if label not in _SMALL_TALK], 0.4)  # 'IMAP läuft jetzt, ich bin froh'
    if not evidence and slots.direction and _only_names_it(slots):
        is_trouble = any(scores.get(label, 0.0) >= _CLEAR for label in labels.troubles)  # 'Mails kommen spät an'
        if slots.is_not_done_yet:
            put_first(scores, "port", 0.2)  # 'der Ausgang fehlt noch'
        elif not is_trouble:
            scores["port"] = 1.0  # 'imap out', 'imap ausgang?': the values of that side
    settle_filled_in(slots, scores, evidence)
    _settle_small_talk(slots, scores)
    if _says_only_all(slots):
        lower(scores, labels.troubles, 0.6)
    if "calls_for_help" in slots.cues and _only_calls_for_help(slots):
        put_first(scores, ANY_TROUBLE, 0.2)
    if (
        _only_reports(slots)
        or is_fine(slots)
        or only_points(slots)
        or _asks_of_both_values(slots)
        or _goes_back(slots)
        or (not evidence and _is_only_mail(slots))
    ):
        scores.clear()
    elif not aspects and not slots.subjects:
        _settle_told(slots, scores)


def _settle_small_talk(slots: Slots, scores: Scores) -> None:
    if only_waits(slots):
        scores.clear()
        scores["waiting"] = 1.0
    else:
        lower(scores, ("waiting",), 0.6)
    if slots.has_any(_NO_GREETING):
        lower(scores, ("greeting",), 0.6)
    if slots.has_any(_MORE_THAN_LEAVE) or slots.names_something:
        lower(scores, ("may_ask",), 0.6)
    if "say_again" in slots.cues and slots.sentence.asks:
        lower(scores, ("thanks",), 0.6)  # 'danke, schreibst du ihn nochmal?'


def _only_calls_for_help(slots: Slots) -> bool:
    """'Hilfe!', 'ich brauche Hilfe mit der Mail'; 'Hilfe beim Einrichten' names what for."""
    if slots.asks_openly:
        return False
    needs_it = slots.has_all(("needs_it", "mail")) and not (slots.names_something or slots.has_any(_HELP_FOR))
    is_bare = needs_it and len(slots.sentence.words) <= _MOST_OF_A_REPORT
    return is_bare or slots.consists_of("calls_for_help", "says_please")


def _only_names_it(slots: Slots) -> bool:
    """'Imap out', 'bitte nur den Posteingang, IMAP', 'der Ausgang fehlt noch'; 'Posteingang leer' tells of a trouble."""
    length = len(slots.sentence.words)
    if slots.is_not_done_yet:
        return length <= _MOST_OF_A_REPORT
    is_brief = length <= FEW_WORDS or (length <= _MOST_OF_A_REPORT and "says_please" in slots.cues)
    return is_brief and not ("gone" in slots.cues or "wrong" in slots.cues)


def _asks_of_both_values(slots: Slots) -> bool:
    """'Beides richtig, oder muss ich tauschen?' is asked of two values that are not named, and of no protocol."""
    is_of_two = "asks_right" in slots.cues and "both" in slots.cues and not slots.subject
    return is_of_two and slots.topics.keys() == {"switching"} and not slots.aspects


def _says_only_all(slots: Slots) -> bool:
    """'Alle Apple' tells of no trouble, whatever it sounds like."""
    return len(slots.sentence.words) <= FEW_WORDS and bool(slots.hits) and all(hit.value == "complete" for hit in slots.hits)


def _is_only_mail(slots: Slots) -> bool:
    """'E-Mail' alone, or 'und bei E-Mail?', is what all is about."""
    is_only_it = len(slots.sentence.words) == 1 or "mail_field" in slots.cues
    return "mail" in slots.cues and is_only_it and slots.consists_of("mail", "mail_field", "follow_up") and not slots.program


def _only_reports(slots: Slots) -> bool:
    """Tell whether it only reports a step that is done: 'Server steht drin', 'so, IMAP ist angeklickt'."""
    if "done_it" not in slots.cues or len(slots.sentence.words) > _MOST_OF_A_REPORT or slots.sentence.asks:
        return False
    return not (slots.names_port or slots.names_host or slots.direction or slots.has_any(_ASKING))


def _goes_back(slots: Slots) -> bool:
    """Tell whether somebody only says that they go back to where they were: 'ich muss zurück zum Server, da war ein Fehler'."""
    names_more = slots.subject or slots.topics or slots.program or "which" in slots.cues or slots.names_port
    return "goes_back" in slots.cues and not (slots.asks_directly or names_more)


def _settle_told(slots: Slots, scores: Scores) -> None:
    """'Läuft, die Mails sind da!' and 'ich mag nimmer' name nothing to ask for, whatever they sound like."""
    names_value = slots.has_any(_NAMING_A_VALUE)
    if "repeat_please" in slots.cues and slots.topics.keys() <= _SAID_OF_A_STEP and not names_value:
        scores.clear()  # 'hab ich nicht gelesen, nochmal bitte': the last answer again, which is not looked for here
    elif slots.sentence.asks:
        return
    elif "gives_up" in slots.cues and slots.topics.keys() <= _SAID_IN_ANGER:
        scores.clear()
    elif "went_well" in slots.cues and not (slots.has_any(_NOT_ALL_IS_WELL) or works_alone(slots)):
        put_first(scores, "thanks", 0.5)

"""Questions that sound like a neighbour's: how long mails stay, mails gone after a move, a new router, a protocol that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import PROTOCOLS
from assistant.understanding.risks.accounts import lost_with_account, names_account, removes_old_account
from assistant.understanding.risks.deaths import tells_of_a_death
from assistant.understanding.risks.foreign_network import asks_if_safe_there
from assistant.understanding.rules.scores import lower, put_first

if TYPE_CHECKING:
    from assistant.understanding.rules.scores import Scores
    from assistant.understanding.slots import Slots

_BARE = 7
"""Words of 'warum geht denn IMAP bei mir nicht', which says nothing more."""
_FOR_VALUES = ("maybe_settings", "fills_in", "which")
_RECEIVING = "trouble:receive"
_MOVES = frozenset({"switching", "new_connection"})


def settle_kindred(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """Give what is asked more than its neighbours."""
    if "loses" in slots.cues and "switching" in slots.topics:
        lower(scores, ("lost_device",), 0.3)  # 'verliere ich was, wenn ich umsteige?'
    elif "loses" in slots.cues and "device" in slots.cues and "lost_device" in scores:
        scores["lost_device"] += 0.1  # 'if my PC gives up, do I lose everything?'
    if not ("setup" in slots.topics or "takes_time" in slots.cues):
        lower(scores, ("setup_time",), 0.5)  # 'wie lange sind die im Papierkorb?'
    if not (names_account(slots) or "old_one" in slots.cues):
        lower(scores, ("old_account",), 0.4)  # 'kann ich die Mails im POP-Konto löschen?'
    if "bereavement" in scores and not tells_of_a_death(slots):
        lower(scores, ("bereavement",), 0.8)  # 'wir brauchen einen neuen Kassier'
    if "wrong" in slots.cues or "denies" in slots.cues or slots.direction:
        lower(scores, ("new_connection",), 0.8)  # 'seit dem Umzug kommen keine Mails mehr'
    if _is_an_empty_field(slots):
        put_first(scores, "server", 0.1)
    if slots.direction and "encrypted" in slots.cues and "encryption" in specific and "backup" in slots.topics:
        lower(scores, ("backup",), 0.8)  # 'wie ist IMAP gesichert, beim Empfangen und beim Senden?'
    meant = (
        _at_risk(slots)
        or _off_server(slots)
        or _by_hand(slots, specific)
        or _of_setting_up(slots, specific)
        or _moved(slots, specific)
    )
    if meant := meant or _meant(slots, specific):
        put_first(scores, meant, 0.2)


def _at_risk(slots: Slots) -> str:
    """Give what tells of a danger, to be read by others or to lose mails, or of a death."""
    if tells_of_a_death(slots):
        return "bereavement"
    if slots.is_device_left_behind:
        return "lost_device"  # 'Handy im Bus liegen lassen, liest jetzt wer mit?'
    if asks_if_safe_there(slots):
        return "encryption"
    if lost_with_account(slots):
        return "trouble:vanished"
    return "old_account" if removes_old_account(slots) else ""


def _off_server(slots: Slots) -> str:
    """'Ich will keine Mails auf dem Server, was soll ich nehmen?'; 'warum sind keine auf dem Server?' looks for them."""
    is_other = slots.has_any(("why", "deletes", "loses", "gone"))
    return "" if is_other or "off_server" not in slots.topics else "off_server"


def _is_an_empty_field(slots: Slots) -> bool:
    """'Feld „Incoming Server“ leer, was muss da hin?': it is the field that is empty, not the server."""
    asks = "which" in slots.cues and "fills_end" in slots.cues
    return bool(slots.direction) and asks and "plain_server" in slots.cues and "deleting" in slots.topics


def _by_hand(slots: Slots, specific: list[str]) -> str:
    """'Konnte keine Einstellungen finden' is answered with how to go on, 'welche Angaben zum manuell Einrichten?' with them."""
    if "by_hand" not in slots.topics:
        return ""
    if specific:  # 'Thunderbird findet den Server nicht automatisch und will ihn von Hand': all of it is to be entered
        return "by_hand" if specific == ["server"] and "denies" in slots.cues and not slots.asks_directly else ""
    if slots.names_host and "confirm" in slots.cues:
        return "server"  # 'the auto setup says imap.verein.de, is that correct?'
    return "settings" if slots.is_question and slots.has_any(_FOR_VALUES) else "by_hand"


def _of_setting_up(slots: Slots, specific: list[str]) -> str:
    if "how_long" in slots.cues and "setup" in slots.topics and not specific:
        return "setup_time"  # 'wie lange dauert die Einrichtung?'
    is_of_two = "why" in slots.cues and "both" in slots.cues and "plain_server" in slots.cues
    return "directions" if is_of_two else ""  # 'warum zwei Server, wenn beide gleich heißen?'


def _moved(slots: Slots, specific: list[str]) -> str:
    """Give what is asked by who moved house, or has another router, and that is no switch of the protocol."""
    if "loses" in slots.cues and "password" in specific and not slots.subject and (slots.sentence.asks or "manner" in slots.cues):
        return "new_password"  # 'der Zettel mit dem Passwort ist beim Umzug verloren gegangen, wie komm ich wieder rein?'
    if _asks_if_gone(slots, specific):
        return "trouble:vanished"
    is_of_it = "new_connection" in slots.topics and not specific
    return "new_connection" if is_of_it and _asks_what_to_change(slots) else ""  # '… muss ich da was umstellen?'


def _meant(slots: Slots, specific: list[str]) -> str:
    topics = slots.topics
    stays = "stays" in slots.cues or "difference" in topics  # 'mails kept'
    is_kept = "how_long" in slots.cues and stays and "plain_server" in slots.cues and "mail" in slots.cues
    if is_kept or _asks_why_fetched_ones_are_gone(slots):
        return "deleting"  # 'how long does the server keep mails'
    if _are_gone(slots) and (
        (topics.keys() & _MOVES and "wrong" in slots.cues) or ("lost_device" in topics and "deletes" in slots.cues)
    ):
        return "trouble:vanished"  # 'alle Mails weg nach dem Umzug', 'hab das Konto gelöscht, alles futsch'
    if specific or topics or slots.subject not in PROTOCOLS or len(slots.sentence.words) > _BARE:
        return ""
    if "why" in slots.cues and "works" in slots.cues and "denies" in slots.cues and not slots.direction:
        return _RECEIVING  # 'warum geht IMAP nicht?'
    if "how_to" in slots.cues and "fills_end" in slots.cues and "denies" not in slots.cues:
        return "setup"  # 'wie stell ich IMAP ein?'
    return ""


def _asks_why_fetched_ones_are_gone(slots: Slots) -> bool:
    """'Seit ich POP habe, sind im Webmail alle Mails weg. Warum?': fetching them is the reason."""
    return "webmail" in slots.topics and slots.subject == "pop3" and slots.has_all(("why", "gone"))


def _asks_what_to_change(slots: Slots) -> bool:
    """'Was muss ich anpassen?', 'bleibt alles gleich?'; who tells that something does not work looks for the cause."""
    asks = slots.has_any(("asks_place", "whether", "stays", "alike"))
    return asks and "wrong" not in slots.cues and slots.subject != "both"


def _asks_if_gone(slots: Slots, specific: list[str]) -> bool:
    """'He set it up as POP, now the mails don't show on my phone, are they gone?': how it was set up is only told."""
    is_told = slots.has_all(("gone", "mail")) and slots.sentence.asks and not slots.has_any(("if_taken", "how_to"))
    is_set_up = slots.program or "setup" in slots.topics
    is_else = specific or slots.topics.keys() - {"setup"} or ("device" in slots.cues and "deletes" in slots.cues)
    return bool(is_told and is_set_up and not is_else)


def _are_gone(slots: Slots) -> bool:
    """Tell whether it is told that mails are gone, not asked whether they would be."""
    is_told = "gone" in slots.cues and "mail" in slots.cues and "device" not in slots.cues
    return is_told and not (slots.asks_directly or "if_taken" in slots.cues)

"""'Ist 143 richtig?': says yes or no before the right value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.compose.account_types import account_type_judged
from assistant.compose.alike import whether_alike
from assistant.compose.blocked import blocked_port
from assistant.compose.comparing import (
    asks_where_to_switch,
    whether_mails_are_lost,
    whether_same_to_send,
    which_is_safer,
    which_is_theirs,
)
from assistant.compose.domain_spelled import spelling_told
from assistant.compose.encrypted import encrypted_to_send, right_for_some_only, whether_encrypted
from assistant.compose.entries import entry_judged
from assistant.compose.host_names import host_begins, host_judged
from assistant.compose.left_empty import whether_left_empty, whether_not_ticked
from assistant.compose.named_port import whether_its_protocol, why_this_port
from assistant.compose.needed import whether_without
from assistant.compose.others_say import others_answered
from assistant.compose.user_name import is_taken_rightly, user_name_judged
from assistant.compose.values_judged import claim_judged, judgement
from assistant.compose.verdict import verdict
from assistant.intent import SET_BY_HAND, USER_NAMES
from assistant.understanding.other_provider import asks_of_other_provider
from assistant.understanding.pointing import asks_whether_to_change, only_asks_if_right
from assistant.understanding.slots import ASKING_IF

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.knowledge.models.content import Content
    from assistant.understanding.understood import Understanding


def correction(content: Content, understood: Understanding, answer: Answer, language: str) -> Answer:
    """Put 'Nein, …' in front where the member named only wrong values, 'Ja, …' where they asked whether a right one is right.

    Who asks whether a value is wrong hears it the other way round. The wrong value is not repeated, so that nobody copies it.
    """
    if told := (
        whether_left_empty(content, understood, language)
        or whether_not_ticked(content, understood, language)
        or others_answered(content, understood, language)
    ):
        return answer.begun_with(told)
    whole = understood.explanation.whole
    if whole is not None and asks_of_other_provider(whole, understood.intents[0]):
        return replace(answer, lines=(content.word("other_provider", language), *answer.lines))
    if told := (
        _whether_last_is_right(content, understood, language)
        or blocked_port(content, understood, language)
        or _password_refused(content, understood, language)
        or whether_without(content, understood, language)
        or whether_same_to_send(content, understood, language)
        or _whether_to_change(content, understood, language)
        or spelling_told(content, understood, language)
    ):
        return replace(answer, lines=(told, *answer.lines))
    if understood.intents[0].topic == "switching":
        answer = _where_first(content, understood, answer, language)
    if understood.intents[0].aspect in USER_NAMES:
        return user_name_judged(content, understood, answer, language)
    return _judged(content, understood, answer, language)


def _where_first(content: Content, understood: Understanding, answer: Answer, language: str) -> Answer:
    """Say first which one is theirs, or where it is set, where that is asked of a switch."""
    if told := which_is_theirs(content, understood, language):
        return replace(answer, lines=(told, *answer.lines[1:]))  # no word that it is worth it to switch
    if not asks_where_to_switch(understood):
        return answer
    where = content.statements.where_to_choose.get(language)
    return replace(answer, lines=tuple(sorted(answer.lines, key=lambda line: not line.startswith(where))))


def _judged(content: Content, understood: Understanding, answer: Answer, language: str) -> Answer:
    """Put yes or no in front to what is believed of a value."""
    if told := (
        account_type_judged(content, understood, language)
        or host_begins(content, understood, language)
        or host_judged(content, understood, language)
        or entry_judged(content, understood, language)
        or encrypted_to_send(content, understood, language)
    ):
        return answer.begun_with(told)
    if told := (
        which_is_safer(content, understood, language)
        or whether_mails_are_lost(content, understood, language)
        or right_for_some_only(content, understood, language)
        or whether_encrypted(content, understood, language)
        or whether_alike(content, understood, language)
        or why_this_port(content, understood, language)
        or whether_its_protocol(content, understood, language)
    ):
        return replace(answer, lines=(told, *answer.lines))
    if _is_sent_twice(understood):
        return answer.begun_with(content.word("yes_right", language))
    word = "" if _asks_why(understood) else judgement(content, understood)  # 'warum ist der Server nicht imap.…?'
    return answer.begun_with(content.word(word, language)) if word else answer


def _is_sent_twice(understood: Understanding) -> bool:
    """'Stimmt es, dass bei IMAP eine gesendete Mail zweimal hochgeladen wird?': to keep its copy, it is."""
    whole, intent = understood.explanation.whole, understood.intents[0]
    if whole is None or intent.topic != "sent_mail" or intent.subject != "imap" or "twice" not in whole.cues:
        return False
    return (understood.confirms or whole.begins_with(*ASKING_IF)) and not whole.has_any(("why", "denies"))


def _whether_last_is_right(content: Content, understood: Understanding, language: str) -> str:
    """'Stimmt das?', 'are both correct?': what was answered before is right."""
    whole, intents = understood.explanation.whole, understood.intents
    asks = whole is not None and only_asks_if_right(whole) and bool(intents[0].aspect)
    return content.word(verdict(understood, is_right=True), language) if asks else ""


def _password_refused(content: Content, understood: Understanding, language: str) -> str:
    """'Soll ich dir mein Passwort schicken?', 'brauchst du mein Passwort?': no."""
    whole = understood.explanation.whole
    offers = whole is not None and whole.asks_to_tell_it_here
    return content.word("password_no", language) if offers and understood.intents[0].aspect == "password" else ""


def _whether_to_change(content: Content, understood: Understanding, language: str) -> str:
    """'Soll ich das ändern?': where something else stands than in the answer; a value that is named is judged instead."""
    whole, intent = understood.explanation.whole, understood.intents[0]
    asks = whole is not None and asks_whether_to_change(whole) and not understood.numbers
    if asks and (is_taken_rightly(content, understood) is not None or claim_judged(content, understood, set()) is not None):
        return ""  # 'beim Benutzernamen steht mein Vorname, muss ich das ändern?'
    return content.word("change_if_other", language) if asks and intent.aspect in SET_BY_HAND else ""


def _asks_why(understood: Understanding) -> bool:
    whole = understood.explanation.whole
    return whole is not None and whole.asks_why

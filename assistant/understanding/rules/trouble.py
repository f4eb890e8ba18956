"""A trouble, or a question about the same thing?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import ANY_TROUBLE, OF_THE_CONNECTION
from assistant.understanding.rules.failing_side import (
    CERTAIN_OPINION,
    SOUNDS_LIKE_TROUBLE,
    settle_denied,
    settle_failing,
    settle_working,
)
from assistant.understanding.rules.guides import is_only_a_new_device
from assistant.understanding.rules.scores import FEW_WORDS, highest, lower, put_first
from assistant.understanding.rules.where_it_fails import (
    TROUBLE_OF,
    fails_at_a_place,
    is_on_one_device_only,
    nothing_works,
    told_tersely,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from assistant.understanding.lexicon import Hit
    from assistant.understanding.rules.scores import Labels, Scores
    from assistant.understanding.slots import Slots

_NOT_DOUBTED = OF_THE_CONNECTION | {"lost_device"}
_EXPLAINING = frozenset(
    {"deleting", "sync", "storage", "making_room", "sent_mail", "leave_on_server", "speed", "backup", "lost_device", "offline"}
)
"""Topics that tell why something is as it is."""
_OPINION_OF_OWN_WORDS = 1.5
"""Only of the very text that a program shows there is an opinion above this."""
_BETWEEN = 2
"""Words between 'geht' and what does not work."""
_AROUND = frozenset(
    {"wrong", "works", "denies", "rejects_next", "breaks", "follow_up", "question", "copula", "statement", "went_well", "to_us"}
)
"""Cues of a message that tells only that something does not work."""
_REFUSED = ("encryption", "username", "login")
"""Values that a program says are wrong."""
_LOOKED_FOR = ("left_open", "which", "asks_place", "forgot")
"""Cues of 'Benutzername fehlt noch': the value helps."""
_HINTING_AT_A_VALUE = ("maybe_port", "maybe_address", "plain_server")
_ASKING = ("question", "what_to_do", "why", "which", "manner", "meaning", "confirm")
_ASKING_WHY_OR_HOW = ("why", "which", "manner", "what_to_do", "confirm")
_FEW_TO_STATE = 6
"""Words of a message that only tells."""
_TO_NAME_A_DEVICE = 3
"""Words that tell where it is so: 'on my phone'."""
_NOT_WELL = ("wrong", "denies", "nothing_works", "breaks", "gone")
_SMALL = 3
"""Letters of the words beside them: 'bei mir geht gar nichts'."""
_CLEAR_TROUBLE = 0.65
_PASSWORD = "trouble:password"  # noqa: S105 - a label
_SLOW = "trouble:slow"
_CERTIFICATE = "trouble:certificate"


def settle_trouble(
    slots: Slots, scores: Scores, evidence: Mapping[str, float], opinion: Mapping[str, float], labels: Labels
) -> None:
    """'Fragt dauernd nach dem Passwort' is a trouble, 'welches Passwort?' a question."""
    is_same = "alike" in slots.cues and bool(slots.aspects)
    is_question = "which" in slots.cues or _checks_a_value(slots) or is_same
    is_trouble = "wrong" in slots.cues and not (is_question or slots.is_not_done_yet)
    is_told = len(slots.sentence.words) > FEW_WORDS and not is_question
    _told_by_topic(slots, scores)
    if slots.direction == "both" or is_trouble:
        settle_working(slots, scores)
    settle_failing(slots, scores)
    for label in labels.troubles:
        if label in scores:
            certain = is_told and opinion.get(label, 0.0) >= CERTAIN_OPINION
            scores[label] += 0.3 if is_trouble or certain else -0.05
    _beside_a_value(slots, scores, labels)
    if _asks_reason(slots, evidence):
        lower(scores, labels.troubles, 0.35)  # 'gesendete Mails fehlen am Handy, POP. Warum?': the reason helps, no repair
    settle_denied(slots, scores)
    _accept_warning(slots, scores)
    _settle_kind(slots, scores, opinion, labels)
    _told_of_device(scores, evidence, labels)
    _told_where(slots, scores, labels)
    if "works" in slots.cues and not slots.has_any(_NOT_WELL):
        lower(scores, (ANY_TROUBLE,), 0.3)  # 'funktioniert, wir sind durch'
    if is_trouble:
        _doubt_values(slots, scores, evidence)
    if not (is_question or slots.is_not_done_yet):
        _value_fails(slots, scores)


def _beside_a_value(slots: Slots, scores: Scores, labels: Labels) -> None:
    if "port" in slots.aspects:
        lower(scores, labels.troubles, 0.3)  # 'beim Empfangen klappt alles, beim Senden gar nix, welchen Port brauch ich da?'
    elif _asks_for_it_again(slots) or _is_left_empty(slots):
        lower(scores, labels.troubles, 0.6)


def _is_left_empty(slots: Slots) -> bool:
    """'So leave it empty?': a field is, and no mailbox."""
    return "empty_box" in slots.cues and "mail" not in slots.cues and slots.has_any(("keeps_it", "switched_off"))


def _asks_for_it_again(slots: Slots) -> bool:
    """'Wie war nochmal die Adresse vom Ausgang? Mein Zettel ist weg': it is what the value was written on that is gone."""
    if not slots.has_all(("same_again", "gone")):
        return False
    gone = slots.places_of("gone")
    is_value = slots.aspects.keys() & OF_THE_CONNECTION or slots.has_any(_HINTING_AT_A_VALUE)
    return bool(is_value) and "mail" not in slots.cues and all(hit.start in gone for hit in slots.cues.get("wrong", ()))


def _settle_kind(slots: Slots, scores: Scores, opinion: Mapping[str, float], labels: Labels) -> None:
    """What fails and where tells which trouble it is, whatever the words sound like."""
    if "nothing_works" in slots.cues and (direction := slots.direction or told_tersely(slots)) in TROUBLE_OF:
        put_first(scores, TROUBLE_OF[direction], 0.2)  # 'nichts geht mehr raus'
    elif "nothing_works" in slots.cues and "password" in slots.aspects and not slots.sentence.asks:
        put_first(scores, _PASSWORD, 0.2)  # 'since I changed my password nothing works'
    _message_quoted(slots, scores, opinion)
    if "twice" in slots.cues:
        lower(scores, ("trouble:receive", "trouble:late"), 0.3)  # 'mails arrive twice': they do arrive
    _not_delivered(slots, scores, opinion, labels)
    if "interval" in slots.cues:
        put_first(scores, "trouble:late", 0.2)  # 'wie oft werden Mails abgeholt?'
    if fails_at_a_place(slots):
        put_first(scores, "trouble:network", 0.2)
    elif "deletes" in slots.cues:
        lower(scores, ("trouble:network",), 0.3)  # 'am Handy gelöscht, daheim auch weg?'
    if is_on_one_device_only(slots):
        put_first(scores, "sync", 0.2)
    is_any = _says_nothing_else(slots) or nothing_works(slots) or _fails_elsewhere(slots)
    if is_any and "somewhere" not in slots.cues and not _is_quoted(opinion, labels):
        scores[ANY_TROUBLE] = highest(scores, 0.3) + 0.2


def _not_delivered(slots: Slots, scores: Scores, opinion: Mapping[str, float], labels: Labels) -> None:
    """Mails that land in the junk folder, or come back."""
    if "spam" in slots.cues and "wrong" in slots.cues and not _is_quoted(opinion, labels):
        put_first(scores, "trouble:spam", 0.2)  # 'everything I send goes to junk'
    elif slots.has_all(("bounces", "mail")) and not (slots.aspects or "storage" in slots.topics):
        put_first(scores, "trouble:spam", 0.1)  # 'die Testmail kommt zurück'


def _do_not_come(slots: Slots) -> bool:
    failing = slots.places_of("wrong") if slots.has_all(("comes_to_be", "wrong", "mail")) else ()
    return any(hit.start in failing for hit in slots.cues.get("comes_to_be", ()))


def _accept_warning(slots: Slots, scores: Scores) -> None:
    """'Soll ich dem Zertifikat von imap.verein.de trauen?': whatever the warning names, no name is asked for."""
    asks_for_value = "which" in slots.cues and "what_to_do" not in slots.cues
    if "certificate" in slots.cues and "accepts" in slots.cues and not (asks_for_value or _is_of_an_encryption(slots)):
        put_first(scores, _CERTIFICATE, 0.2)


def _is_of_an_encryption(slots: Slots) -> bool:
    """'SSL/TLS (accept all certificates)' is what a program calls an encryption."""
    hits = slots.aspects.get("encryption", ())
    return all(any(hit.start <= one.start < hit.end for hit in hits) for one in slots.cues["certificate"])


def _told_by_topic(slots: Slots, scores: Scores) -> None:
    """Where a topic is named whose answer says what to do, no trouble is looked into."""
    if "storage" in slots.topics:
        hinders = any(scores.get(label, 0.0) > SOUNDS_LIKE_TROUBLE for label in TROUBLE_OF.values()) and "wrong" in slots.cues
        if _is_stated(slots) or hinders or "bounces" in slots.cues:  # 'Postfach voll, seit heute kommt nix mehr an'
            put_first(scores, "trouble:full", 0.2)  # 'mein Postfach ist voll'
    if ("password" in slots.aspects and "wrong" in slots.cues) or _do_not_come(slots):
        # 'gestern ging alles, heute heißt es, dass das Passwort nicht stimmt', 'Mails kommen nicht an, gestern ging es noch'
        lower(scores, (ANY_TROUBLE,), 0.4)
    if "speed" in slots.topics and scores.get(_SLOW, 0.0) > SOUNDS_LIKE_TROUBLE and _is_complained_of(slots, "speed"):
        put_first(scores, _SLOW, 0.2)  # 'alles ist langsam'
    if "sent_mail" in slots.topics and _is_on_one_device(slots):
        put_first(scores, "trouble:sent-missing", 0.2)
    if "sync" in slots.topics and "deletes" in slots.cues:
        lower(scores, ("trouble:duplicates",), 0.2)  # 'muss ich jede Mail zweimal löschen?'


def _told_where(slots: Slots, scores: Scores, labels: Labels) -> None:
    """'Emails arrive late on my phone': the device is where it happens, and nothing is to be set up there."""
    if "setup" not in slots.topics or "done_for_that" in slots.cues or not is_only_a_new_device(slots):
        return
    if any(scores.get(label, 0.0) >= _CLEAR_TROUBLE for label in labels.troubles):
        lower(scores, ("setup",), 0.8)


def _is_on_one_device(slots: Slots) -> bool:
    """Tell whether it is said, and not asked, that a device has something, or lacks it: 'gesendete Mails seh ich nur am PC'."""
    is_one = "denies" in slots.cues or not slots.small.only_words.isdisjoint(slots.sentence.words)
    asks = slots.sentence.asks or slots.begins_with("question") or slots.has_any(_ASKING_WHY_OR_HOW)
    return is_one and "device" in slots.cues and not (asks or slots.subject)


def _is_stated(slots: Slots) -> bool:
    """Tell whether it is said that something is full, and nothing is asked: 'mein Postfach ist voll'."""
    copulas = {hit.start for hit in slots.cues.get("copula", ())}
    told = (range(hit.start, hit.end) for hit in slots.topics.get("storage", ()))
    return any(not copulas.isdisjoint(places) for places in told) and _only_states(slots)


def _is_complained_of(slots: Slots, topic: str) -> bool:
    """Tell whether a short message says that something is so, asks nothing and compares no ways: 'everything is slow'."""
    told = {at for hit in slots.topics[topic] for at in range(hit.start, hit.end)}
    is_placed = "device" in slots.cues or bool(slots.of("program"))
    most = _FEW_TO_STATE + (_TO_NAME_A_DEVICE if is_placed else 0)
    return len(slots.sentence.words) > 1 and _only_states(slots, told, most)


def _only_states(slots: Slots, told: AbstractSet[int] = frozenset(), most: int = _FEW_TO_STATE) -> bool:
    """Tell whether a short message asks nothing beside the words at some places, and compares no ways."""
    if slots.sentence.asks or slots.subject or len(slots.sentence.words) > most:
        return False
    copulas = {hit.start for hit in slots.cues.get("copula", ())}
    strengthens = {hit.start for hit in slots.cues.get("confirm", ()) if hit.end in told}  # 'really slow'
    no_question = copulas | told | strengthens
    return 0 not in copulas and all(hit.start in no_question for hit in slots.hits_of(*_ASKING))


def _says_nothing_else(slots: Slots) -> bool:
    """Tell whether all it says is that it does not work: 'geht nicht', 'bei mir klappt gar nix'."""
    cues = slots.cues
    is_told = "wrong" in slots.cues or ("works" in slots.cues and "denies" in slots.cues)
    if not is_told or slots.by_kind.keys() - {"cue"} or cues.keys() - _AROUND:
        return False
    told = {at for hits in cues.values() for hit in hits for at in range(hit.start, hit.end)}
    return all(at in told or len(word) <= _SMALL for at, word in enumerate(slots.sentence.words))


def _message_quoted(slots: Slots, scores: Scores, opinion: Mapping[str, float]) -> None:
    """'Beim Senden kommt: Server nicht gefunden': the message is the same for both directions, the member tells which."""
    incoming, outgoing = TROUBLE_OF["incoming"], TROUBLE_OF["outgoing"]
    if slots.direction == "outgoing" and opinion.get(incoming, 0.0) > _OPINION_OF_OWN_WORDS:
        scores[outgoing] = scores[incoming] + 0.1


def _is_quoted(opinion: Mapping[str, float], labels: Labels) -> bool:
    return any(opinion.get(label, 0.0) > _OPINION_OF_OWN_WORDS for label in labels.troubles)


def _fails_elsewhere(slots: Slots) -> bool:
    """Tell whether it works in one place and not in another: 'auf dem iPad geht es, am iPhone nicht'."""
    if not ("works" in slots.cues and "denies" in slots.cues) or slots.by_kind.keys() - {"cue", "program"} or slots.sentence.asks:
        return False
    named = [*slots.cues.get("device", ()), *(hit for hits in slots.of("program").values() for hit in hits)]
    return len({hit.start for hit in named}) > 1


def _doubt_values(slots: Slots, scores: Scores, evidence: Mapping[str, float]) -> None:
    """Where something is broken, no value is asked for."""
    # 'imap.verein.de geht nicht': the right name helps, as it does in 'have the ports, missing the server'
    in_question = {"server"} if slots.names_host else {"server", "settings"} if "requests" in slots.cues else set()
    lower(scores, evidence.keys() - _NOT_DOUBTED - in_question, 0.25)
    if not in_question and _server_fails(slots):
        lower(scores, ("server",), 0.6)
        trouble = _of_its_side(slots)
        scores[trouble] = scores.get(trouble, 0.0) + 0.3  # its first question is whether it answers


def _value_fails(slots: Slots, scores: Scores) -> None:
    """'SSL geht nicht', 'Benutzername wird nicht akzeptiert': what is refused is told, and no value asked for."""
    if slots.aspects.keys().isdisjoint(_REFUSED) or slots.names_port or slots.asks_directly or slots.has_any(_LOOKED_FOR):
        return
    if not slots.small.only_words.isdisjoint(slots.sentence.words):
        return  # 'Anmeldename wird nicht akzeptiert, nur der vordere Teil': which part of it helps
    for aspect, trouble in (("encryption", _of_its_side(slots)), ("username", _PASSWORD), ("login", _PASSWORD)):
        if any(_fails(slots, hit) for hit in slots.aspects.get(aspect, ())):
            lower(scores, (aspect,), 0.6)
            scores[trouble] = scores.get(trouble, 0.0) + 0.4
            if trouble != _PASSWORD:
                lower(scores, (_PASSWORD,), 0.3)  # 'encryption failed'


def _fails(slots: Slots, named: Hit) -> bool:
    """Tell whether what fails stands right beside it, or 'geht' and 'nicht' around it: 'beim Senden geht TLS nicht'."""
    if any(0 <= bad.start - named.end < _BETWEEN or bad.end == named.start for bad in slots.cues.get("wrong", ())):
        return True
    works = any(hit.end == named.start for hit in slots.cues.get("works", ()))
    return works and any(hit.start == named.end for hit in slots.cues.get("rejects_next", ()))


def _of_its_side(slots: Slots) -> str:
    """Give the trouble of the direction that is named; of none or both that of fetching, which comes first."""
    return TROUBLE_OF.get(slots.direction, TROUBLE_OF["incoming"])


def _server_fails(slots: Slots) -> bool:
    """'Der Server antwortet nicht': it does not work itself; where it is not found, its name helps."""
    broken = {hit.start for hit in slots.cues.get("wrong", ()) if "found" not in hit.words}
    is_left_open = "left_open" in slots.cues  # 'Servername fehlt noch'
    return not is_left_open and any({hit.end, hit.end + 1} & broken for hit in slots.aspects.get("server", ()))


def _told_of_device(scores: Scores, evidence: Mapping[str, float], labels: Labels) -> None:
    if "lost_device" in evidence:
        lower(scores, labels.troubles, 0.3)  # 'mein Tablet ist kaputt, was nun?': no program is broken
        lower(scores, ("deleting",), 0.5)  # '… PC abgestürzt, Mails über POP, alles verloren?': nobody deleted them


def _checks_a_value(slots: Slots) -> bool:
    """'Beim Senden hab ich SSL drin und er hängt, ist das falsch?' asks for the right value."""
    return "confirm" in slots.cues and bool(OF_THE_CONNECTION.intersection(slots.aspects))


def _asks_reason(slots: Slots, evidence: Mapping[str, float]) -> bool:
    asks = "why" in slots.cues or slots.asks_directly
    return asks and bool(slots.subject) and ("deletes" in slots.cues or bool(evidence.keys() & _EXPLAINING))

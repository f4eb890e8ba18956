"""Two topics named: which one is asked about?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import LOGIN, OF_THE_ACCOUNT, OPPOSITE
from assistant.understanding.rules.compared import settle_compared_programs
from assistant.understanding.rules.protocols_named import compares, settle_protocols_named
from assistant.understanding.rules.scores import lower, put_first
from assistant.understanding.rules.sides import settle_sides
from assistant.understanding.rules.switching import settle_moved, settle_switching
from assistant.understanding.rules.terms import settle_terms
from assistant.understanding.turned_down import are_refused_behind

if TYPE_CHECKING:
    from assistant.understanding.rules.scores import Labels, Scores
    from assistant.understanding.slots import Slots

_TOUCHING_DEVICES = frozenset({"folders", "sent_mail", "backup", "lost_device", "offline"})
_COMPARED = frozenset(
    {"backup", "lost_device", "sent_mail", "storage", "making_room", "folders", "offline", "connection", "speed"}
)
"""Topics whose answer tells it of both protocols."""
_ABOUT_ONE = frozenset({"advantages", "disadvantages", "recommendation"})
_BARE = 4
"""Words of 'warum denn überhaupt POP', which says nothing more."""
_FOR_IT = frozenset({"advantages", "recommendation"})
_ABOUT_SOMETHING_ELSE = ("denies", "rejects_next", "wrong", "gone", "deletes", "fetches", "stays", "safer")
"""What is asked the reason of instead: 'warum lädt POP alles herunter?'."""
_MORE_THAN_A_CHOICE = frozenset(
    {"authentication", "folders", "sent_mail", "not_given", "deleting", "leave_on_server", "making_room"}
)
_TOLD_OF_A_PLACE = ("fetches", "gone", "stays", "wrong", "works")
_SAME_OR_NOT = frozenset({"port", *OF_THE_ACCOUNT})
"""Aspects whose values tell whether they are the same for both sides."""


def settle_topics(slots: Slots, scores: Scores, specific: list[str], labels: Labels) -> None:
    """Two topics named: which one is asked about?"""
    topics = slots.topics
    settle_protocols_named(slots, scores, specific)
    _judged(slots, scores, specific)
    _which_is_theirs(slots, scores, specific)
    _kept(slots, scores, specific)
    _explained_first(slots, scores, specific)
    if "why" in slots.cues and "location" in slots.cues and not slots.aspects:
        lower(scores, ("server",), 0.5)  # 'why is it all on the server?'
    _reasons(slots, scores, specific)
    if specific and not slots.subject:
        lower(scores, ("advantages", "disadvantages"), 0.6)  # 'fragt nach dem Server, das ist doch doof'
    if not specific:
        _deleted_on_a_device(slots, scores, labels)
    _address_wanted(slots, scores, specific)
    if "in_language" in slots.cues and not slots.subject:
        lower(scores, ("switching",), 0.8)  # 'switch to English'
    if "difference" in topics:
        _difference(slots, scores, specific)
    if not specific:
        settle_moved(slots, scores)
    if "switching" in topics:
        settle_switching(slots, scores)
    settle_compared_programs(slots, scores, specific)
    if specific:
        _beside_a_value(slots, scores)
    if topics:
        _two_topics(slots, scores)
        _told_of_both(slots, scores)
    settle_terms(slots, scores, specific, labels)


def _beside_a_value(slots: Slots, scores: Scores) -> None:
    lower(scores, ("without_imap",), 0.5)  # 'mit IMAP fehlt mir noch der Port'
    if kept := slots.topics.get("leave_on_server"):
        changed = slots.places_of("change_that", "switched_off")
        if all(hit.start in changed for hit in kept):
            lower(scores, ("leave_on_server",), 1.0)  # 'SSL ist an, soll ich das ausschalten?'


def _judged(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """'Ich hab noch POP, ist das schlimm?', 'IMAP am Handy, POP am PC, ist das schlimm?': whether to keep what is told."""
    if _is_one_on_each_device(slots) and not specific:
        put_first(scores, "devices", 0.2)
    if "judges" not in slots.cues or specific or slots.topics.keys() - {"switching"}:
        return
    label = "recommendation" if slots.subject in OPPOSITE else "devices" if slots.subject and len(slots.devices) > 1 else ""
    if label:
        put_first(scores, label, 0.2)


def _is_one_on_each_device(slots: Slots) -> bool:
    """'Kann man IMAP am Handy und POP am Rechner nehmen?': whether two ways go together, and not which is better."""
    if (
        slots.subject != "both"
        or len(slots.devices) < len(slots.subjects)
        or slots.topics
        or slots.asks_openly
        or not slots.sentence.asks
    ):
        return False
    return slots.small.either_words.isdisjoint(slots.sentence.words) and not slots.has_any(("better", "wrong", "deletes"))


def _reasons(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """'Warum überhaupt POP?', 'wieso ist IMAP besser?': what speaks for it. Of 'warum nicht POP?' the classifier knows."""
    aspects, topics = specific or slots.aspects, slots.topics.keys()
    if "why" not in slots.cues or not slots.subject or aspects or topics - _FOR_IT or slots.has_any(_ABOUT_SOMETHING_ELSE):
        return
    is_bare = slots.subject != "both" and len(slots.sentence.words) <= _BARE and "copula" not in slots.cues
    if is_bare or "better" in slots.cues or _is_said_by_others(slots):
        put_first(scores, "advantages", 0.2)


def _is_said_by_others(slots: Slots) -> bool:
    """'Why does everybody say to use IMAP?', not 'it says IMAP. What's that supposed to be?'."""
    return "others_say" in slots.cues and "meaning" not in slots.cues


def _explained_first(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """'What's POP for, do people still use that?': what it is comes before whether to take it."""
    told, advised = slots.topics.get("difference"), slots.topics.get("recommendation")
    if not told or not advised or specific or slots.subject not in OPPOSITE or "meaning" not in slots.cues:
        return
    if slots.begins_with("meaning") and told[0].start == 0 and advised[0].start >= told[-1].end:
        lower(scores, ("recommendation",), 0.8)


def _kept(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """'Und wenn ich doch lieber bei POP bleibe?' asks whether that is good; 'ich bleib bei POP' only tells it."""
    is_asked = "stays_with" in slots.cues and slots.has_any(("if_taken", "whether")) and not slots.asks_openly
    if is_asked and slots.subject in OPPOSITE and not specific and slots.topics.keys() <= _FOR_IT:
        put_first(scores, "recommendation", 0.1)


def _which_is_theirs(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """'Wo steht, ob ich POP oder IMAP habe?': where it is set it can be seen, too."""
    others = specific or slots.topics.keys() - {"recommendation"}
    if slots.asks_which_is_theirs and not others and not compares(slots):
        put_first(scores, "switching", 0.1)


def _deleted_on_a_device(slots: Slots, scores: Scores, labels: Labels) -> None:
    """'Am Handy gelöscht, am PC auch weg?' is about what one device hears of the other."""
    if "device" in slots.cues and "deletes" in slots.cues:
        lower(scores, ("settings",), 0.5)  # '… must I delete the whole lot on the computer as well?'
    if slots.subject == "pop3" and len(slots.devices) > 1 and slots.has_all(("deletes", "reads")):
        put_first(scores, "sync", 0.1)  # 'I removed mail on the phone, POP, but she can see it on the PC'
    is_elsewhere = "device" in slots.cues or ("webmail" in slots.topics and slots.sentence.asks)
    if is_elsewhere and slots.has_all(("deletes", "gone")) and "plain_server" not in slots.cues:
        if slots.subject == "imap":
            # 'deleted on my phone with IMAP, is it gone on the PC?'
            lower(scores, ("devices", "difference") if len(slots.devices) > 1 else (), 0.3)
        else:
            scores["sync"] = max(scores.get("sync", 0.0), scores.get("deleting", 0.0), scores.get("webmail", 0.0)) + 0.2
            lower(scores, ("lost_device",), 0.6)  # '… was am Tablet, ist es dann auch vom Laptop weg?'
        is_there = slots.places_of("still_there").issuperset(hit.start for hit in slots.cues["gone"])
        if slots.subject or is_there:  # 'am Handy sind gelöschte Mails noch da': nothing vanished
            lower(scores, labels.troubles, 0.6)


def _address_wanted(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """'Wie bekomme ich eine Vereinsadresse?', 'kann ich meine Adresse ändern?': the webmaster gives them."""
    is_address = specific == ["address"] or ("maybe_address" in slots.cues and not specific)
    told_where = slots.program or "device" in slots.cues or "setup" in slots.topics or "into_it" in slots.cues
    if is_address and slots.program and "manner" in slots.cues and "fills_with" in slots.cues:
        put_first(scores, "setup", 0.1)  # 'wie trag ich meine Adresse in Apple Mail ein?'
    if is_address and ("several_addresses" in slots.cues or ("obtains" in slots.cues and not told_where)):
        put_first(scores, "not_given", 0.2)


def _difference(slots: Slots, scores: Scores, specific: list[str]) -> None:
    if _are_only_different_devices(slots):
        lower(scores, ("difference",), 1.0)
    lower(scores, ("switching", "account_type"), 0.4)  # 'worin unterscheiden sich die beiden Kontotypen?'
    if set(specific) == {"account_type"}:
        scores["difference"] = max(scores.get("difference", 0.0), scores["account_type"] + 0.1)
    if not compares(slots):
        lower(scores, ("recommendation",), 0.3)  # 'where is my post kept if I take IMAP?'
    denied = {hit.end for hit in slots.cues.get("denies", ())}
    if "setup" in slots.topics and any(hit.start in denied for hit in slots.topics["difference"]):
        lower(scores, ("difference",), 0.3)  # 'no need to compare them, walk me through it'
    if "meaning" in slots.cues:
        lower(scores, ("speed",), 0.4)  # 'erklär mir den Unterschied, aber langsam'
    if "settings" in slots.aspects:
        lower(scores, ("difference",), 0.4)  # 'Unterschied der Einstellungen bei POP und IMAP': the table of both
    # 'Verschiedene Ports?': the values tell.
    same_value = not _SAME_OR_NOT.isdisjoint(specific) or (bool(specific) and "alike" in slots.cues)
    if slots.direction == "both" and not slots.subject and not same_value:
        scores["directions"] = scores.get("directions", 0.0) + 0.6  # 'difference between the incoming and the outgoing server'


def _are_only_different_devices(slots: Slots) -> bool:
    """'POP or IMAP, for two different laptops?': it is the devices that differ; 'where are my mails, phone or server?'."""
    mails = {hit.end for hit in slots.cues.get("mail", ())}
    devices = {hit.start for hit in (*slots.cues.get("device", ()), *slots.topics.get("devices", ()))}
    return all(hit.end in devices and hit.end not in mails for hit in slots.topics["difference"])


def _asks_how_best(slots: Slots) -> bool:
    """Tell whether 'am besten' belongs to 'wie', and nothing else asks what is better."""
    advised, how = slots.topics.get("recommendation", ()), slots.cues.get("in_what_way", ())
    best = slots.places_of("at_best") if advised and how else ()
    return bool(best) and how[0].start < max(best) and all(hit.start in best for hit in advised)


def _two_topics(slots: Slots, scores: Scores) -> None:
    """One topic only tells more about the other."""
    topics = slots.topics
    unwanted = [topic for topic, hits in topics.items() if are_refused_behind(slots, hits)]
    if len(unwanted) < len(topics):
        lower(scores, unwanted, 1.0)  # 'Vor- und Nachteile sind mir egal, welches soll ich nehmen'
    if slots.subject in OPPOSITE and topics.keys() & _ABOUT_ONE and not slots.has_all(("asks_place", "if_taken")):
        lower(scores, ("difference",), 0.3)  # 'what's POP still worth?': no explanation
    if topics.keys() & _MORE_THAN_A_CHOICE:
        lower(scores, ("recommendation",), 0.3)  # 'welches nehme ich bei der Authentifizierung am besten?'
    if topics.keys() & _TOUCHING_DEVICES:
        lower(scores, ("devices", "sync"), 0.25)  # 'gesendete Mails auch auf dem anderen Gerät sehen?' is about sent mails
    if "devices" in topics and len(slots.devices) > 1:
        lower(scores, ("setup",), 0.3)  # 'how do I get the same mails onto my laptop and my tablet?': where to is not what for
    if topics.keys() & {"offline", "backup"}:
        lower(scores, ("leave_on_server",), 0.2)  # 'Backup, wenn die Mails auf dem Server bleiben?'
    if "connection" in topics and slots.has_all(("reads", "mail")) and slots.subject in OPPOSITE:
        put_first(scores, "offline", 0.1)  # 'brauch ich bei IMAP immer Internet zum Mails lesen?'
    if "offline" in topics:
        lower(scores, ("deleting",), 0.3)  # 'ohne Netz: sind die Mails dann weg oder noch lesbar?'
    if "sent_mail" in topics:
        lower(scores, ("deleting",), 0.3)  # 'was passiert mit den gesendeten Mails?': they are kept, not deleted
    _told_beside(slots, scores)
    settle_sides(slots, scores)


def _told_beside(slots: Slots, scores: Scores) -> None:
    topics = slots.topics
    if "by_oneself" in slots.cues and "switching" in topics and slots.subject:
        put_first(scores, "switching", 0.2)  # 'muss mich jemand vom Verein auf IMAP umstellen?'
    if _asks_how_best(slots):
        lower(scores, ("recommendation",), 0.8)  # 'will umstellen auf IMAP, wie macht man das am besten?'
    is_only_where = len(topics) > 1 or slots.has_any(_TOLD_OF_A_PLACE) or slots.subject or "password" in slots.aspects
    if "webmail" in topics and is_only_where:
        lower(scores, ("webmail",), 0.6)  # 'sind die Mails nach dem Abholen im Webmail noch da?'
    if slots.has_all(("asks_place", "if_taken", "mail")) and _is_only_supposed(slots):
        lower(scores, ("recommendation",), 1.0)  # 'where live my mails if I take IMAP?'
    if "authentication" in topics and _asks_what_to_fill_in(slots):
        put_first(scores, "login", 0.1)  # 'Authentication: user name & password. What does she write in those?'
    if "authentication" in topics and _are_its_data(slots):
        put_first(scores, "login", 0.1)  # 'SMTP auth credentials?': what is typed there, and not which kind it is
    if "phishing" in topics and {"password", "new_password"} & {*topics, *slots.aspects}:
        put_first(scores, "new_password", 0.2)  # 'auf Phishing reingefallen und mein Passwort eingegeben'
    if topics.keys() == {"new_password"} and slots.asks_to_tell_it_here and "i_have" not in slots.cues:
        put_first(scores, "password", 0.1)  # 'soll ich dir mein Passwort sagen?', but not 'hab es hier verraten'
    if "deleting_on_one" in topics and "deletes" in slots.cues and "device" in slots.cues:
        put_first(scores, "deleting_on_one", 0.2)  # 'am Handy löschen, ohne dass es am PC weg ist'


def _is_only_supposed(slots: Slots) -> bool:
    """Tell whether what is taken is only named behind 'if I': 'if I take IMAP'."""
    ends = {hit.end for hit in slots.cues["if_taken"]}
    taken = slots.topics.get("recommendation", ())
    return bool(taken) and all(hit.start in ends for hit in taken)


def _asks_what_to_fill_in(slots: Slots) -> bool:
    """Tell whether beside the name of a kind of login what belongs into its fields is asked for, and no other kind is named."""
    kinds = {hit.words for hit in slots.topics["authentication"]}
    return len(kinds) == 1 and slots.aspects.keys() >= LOGIN and "fills_with" in slots.cues and slots.asks_directly


def _are_its_data(slots: Slots) -> bool:
    """Tell whether data are named right behind the login: 'authentication data for SMTP'."""
    ends = {hit.end for hit in slots.topics["authentication"]}
    data = (*slots.aspects.get("login", ()), *slots.cues.get("maybe_settings", ()))
    return any(hit.start in ends for hit in data)


def _told_of_both(slots: Slots, scores: Scores) -> None:
    """A topic that tells it of both protocols asks for neither their difference nor which one to take."""
    if "backup" in slots.topics:
        lower(scores, ("free_choice",), 0.6)  # 'has anyone got a backup, or is that up to me?'
        lower(scores, ("lost_device",), 0.3)  # 'wenn bei euch was kaputt geht, sind meine Mails gesichert?'
    if slots.topics.keys() & _COMPARED:
        lower(scores, ("difference",), 0.25)  # 'where are the mails I wrote myself with IMAP?'
        if not compares(slots):
            lower(scores, ("recommendation",), 0.3)  # 'was ist schneller, POP oder IMAP?': not which one to take
    if "speed" in slots.topics and slots.subject == "both" and "faster" in slots.cues and "better" not in slots.cues:
        put_first(scores, "speed", 0.1)  # 'which gets me into my mailbox quicker, IMAP or POP?'

"""What words typed in a guide are: a step, or something for the assistant. Measured on sentences of both kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import tree_of

if TYPE_CHECKING:
    from assistant.assistant import Reply
    from assistant.guides import Typed
    from assistant.knowledge.models.content import Content

KNOWN_TROUBLE = 0.85
"""From where what does not work is a trouble of its own, so that nobody has to choose it: 'nimmt mein Passwort nicht'."""
_WORD_FOR_WORD = 1.0
_CERTAIN = 0.8
"""Words this certain are not weighed against the assistant."""
_LIKELY, _LIKELY_FAILS, _LIKELY_HERE = 0.65, 0.7, 0.5
"""From where typed words win against an answer the assistant has: in general, for 'geht nicht' (which is part of many
questions), and when all the assistant found is the guide that is open."""
_POSSIBLE = 0.5
"""With less than this, help is a better guess than any turn of the page."""
_NEAR_QUESTIONS = frozenset({"help", "repeat"})
"""'Was heißt nochmal SSL?' asks for help and to repeat, and above all it is a question."""
_A_LOSS = frozenset({"cancel", "restart", "works", "done", "finish"})
"""What is lost when these were not meant is more than a page, so they must be likely."""
_HALF_SURE = 0.5
"""An answer with less than this loses against typed words."""
_CLEAR = 0.9
"""An answer with more than this wins against words that only sound a little like a turn of the page."""
_RATHER_ASKED = frozenset({"start", "back"})
"""What nobody asks for in a sentence that also names a thing: 'kann ich wieder zurück zu POP?'."""
_SURELY = 0.72
"""From where not even a clear answer keeps words from ending or leaving the guide: 'alles eingegeben, das wars dann'."""
_SOUNDS_LIKE_AN_END = frozenset({"trouble:send", "trouble:receive", "trouble:start"})
_OURS = frozenset({"subject", "aspect"})
"""What is named in a question for the assistant; a program's name stands in many a call for help."""
_ENDS = frozenset({"works", "done"})


def is_small_talk(content: Content, reply: Reply) -> bool:
    """Whether the assistant has found thanks, a greeting or the like, and nothing else."""
    return reply.answered and all(content.is_small_talk(intent.topic) for intent in reply.intents)


def programs_named(reply: Reply) -> set[str]:
    """Give the programs that are named."""
    return {found.value for found in reply.explanation.found if found.kind == "program"}


def says_little(reply: Reply) -> bool:
    """Tell whether the assistant has nothing to say, or nothing but that it could set up a program."""
    return not reply.answered or all(intent.topic == "setup" and not intent.program for intent in reply.intents)


def is_half_sure(reply: Reply) -> bool:
    """Tell whether the assistant has an answer, and more than a guess."""
    return reply.answered and reply.score >= _HALF_SURE


def tells_of_an_end(meant: Typed | None) -> bool:
    """Tell whether words surely say that it works, or that it is done."""
    return meant is not None and meant.is_sure and meant.intent in _ENDS


def tells_how_it_went(meant: Typed | None) -> bool:
    """Tell whether words say that it works, that it is done, or that it fails: not only thanks, in 'hat geklappt, danke!'."""
    return tells_of_an_end(meant) or (meant is not None and meant.is_sure and meant.intent == "fails")


def is_certain(meant: Typed) -> bool:
    """Whether words mean this and can be no question."""
    return meant.score >= _CERTAIN and meant.intent != "fails" and meant.intent not in _NEAR_QUESTIONS


def is_for_assistant(reply: Reply, meant: Typed | None, program: str = "", *, asks: bool = False) -> bool:
    """Weigh what typed words mean in a guide against what the assistant has to say to them.

    Args:
        reply: What the assistant says.
        meant: What the words mean in a guide, if anything.
        program: Whose guide is open, if one is.
        asks: Whether there is a question mark.
    """
    if not reply.answered or meant is None:
        return reply.answered
    intent = reply.intents[0]
    if intent.topic == "setup" and (intent.program not in ("", program) or meant.score >= _LIKELY_HERE):
        return intent.program not in ("", program)
    if meant.intent in _NEAR_QUESTIONS:
        return _is_question(reply, meant, asks=asks)
    if intent.tree:
        return _is_trouble(reply, meant)
    if meant.intent in _A_LOSS:
        return _asks_all_the_same(reply, meant, asks=asks)
    return _is_no_turn(reply, meant, asks=asks)


def _is_no_turn(reply: Reply, meant: Typed, *, asks: bool) -> bool:
    """Whether words that may turn a page, or tell that something fails, rather are about what the assistant answers."""
    if meant.intent == "fails":
        return meant.score < _LIKELY_FAILS
    is_asked = has_cue(reply, "question") and reply.score >= _CLEAR
    if meant.intent == "next" and is_asked and _names_a_thing(reply, meant, asks=asks):
        return True  # 'wie lautet meine Adresse'
    is_rather_asked = meant.intent in _RATHER_ASKED and (asks or (meant.intent == "start" and reply.score >= _CLEAR))
    return (is_rather_asked and _names_a_thing(reply, meant, asks=asks)) or (meant.score < _LIKELY and reply.score > _HALF_SURE)


def _is_question(reply: Reply, meant: Typed, *, asks: bool) -> bool:
    """Whether words that may call for help, or for the page again, rather ask something that the assistant can answer."""
    if meant.score < _POSSIBLE:
        return reply.score > _HALF_SURE
    intent = reply.intents[0]
    is_about_page = intent.aspect == "settings" and not intent.subject and not has_cue(reply, "complete")  # 'alle Einstellungen'
    is_clear = meant.score < _LIKELY and reply.score >= _CLEAR and not is_about_page
    return is_clear or _names_a_thing(reply, meant, asks=asks)


def _is_trouble(reply: Reply, meant: Typed) -> bool:
    """Whether words tell a trouble that the assistant knows."""
    if meant.intent == "fails":
        return bool(known_trouble(reply, meant))
    if meant.intent in _ENDS:  # 'jetzt kann ich senden' is none, 'alles ist doppelt' is one, and so is 'die Mails kommen spät an'
        is_clear = reply.score >= _CLEAR and reply.intents[0].topic not in _SOUNDS_LIKE_AN_END
        return reply.score >= KNOWN_TROUBLE and (has_cue(reply, "wrong") or is_clear)
    return meant.score < _LIKELY and reply.score >= KNOWN_TROUBLE


def _asks_all_the_same(reply: Reply, meant: Typed, *, asks: bool) -> bool:
    """Whether words that may end or leave the guide rather ask or say something else."""
    if reply.score >= _CLEAR and meant.score < _SURELY and _names_a_thing(reply, meant, asks=asks):
        return True
    if meant.score >= _LIKELY:
        return (asks or has_cue(reply, "question")) and _names_a_thing(reply, meant, asks=asks)
    is_kind = bool(reply.intents[0].topic) and has_cue(reply, "statement")  # 'danke'
    return reply.score > _HALF_SURE and (is_kind or reply.score >= _CLEAR or _names_a_thing(reply, meant, asks=asks))


def most_likely(meant: Typed | None, *, is_end: bool = False) -> str:
    """Give what words most likely mean that are not for the assistant: help, unless more speaks for something else.

    At the end of a guide, who says that something fails is helped best by being asked what.
    """
    if is_end and meant is not None and meant.intent == "fails":
        return "fails"
    if meant is None or meant.score < (_LIKELY if meant.intent in _A_LOSS else _POSSIBLE):
        return "help"
    return meant.intent


def known_trouble(reply: Reply, meant: Typed | None) -> str:
    """Give the trouble that somebody names for whom something does not work; empty for a bare 'geht nicht'."""
    is_named = any(found.kind in {"direction", "aspect"} for found in reply.explanation.found)
    is_bare = meant is not None and meant.score >= _WORD_FOR_WORD
    if not is_named and (is_bare or not (has_cue(reply, "mail") or _is_clear_trouble(reply))):
        return ""
    trees = (tree_of(label) for label, score in reply.explanation.candidates if score >= KNOWN_TROUBLE)
    return next(filter(None, trees), "")


def _is_clear_trouble(reply: Reply) -> bool:
    """Whether a trouble is told that no failing step sounds like: 'er will ein Zertifikat'."""
    topic = reply.intents[0].topic if reply.intents else ""
    return bool(tree_of(topic)) and topic not in _SOUNDS_LIKE_AN_END and reply.score >= _CLEAR


def _names_a_thing(reply: Reply, meant: Typed, *, asks: bool) -> bool:
    """Whether words name what the answer is about: a question, while 'it looks different' only sounds like one."""
    kinds, intent = {found.kind for found in reply.explanation.found}, reply.intents[0]
    if meant.intent in _NEAR_QUESTIONS and meant.score >= _WORD_FOR_WORD:  # 'was soll ich da reinschreiben', but 'was war IMAP'
        is_term = intent.topic.startswith("terms_") and bool(kinds & {"topic", "aspect"})
        return is_term or "subject" in kinds or has_cue(reply, "technical")
    if meant.intent in _NEAR_QUESTIONS and intent.aspect == "settings" and not intent.subject:
        return False  # 'diese Einstellung' is what every page is about
    is_topic = any((found.kind, found.value) == ("topic", intent.topic) for found in reply.explanation.found)
    is_value = bool(kinds & {*_OURS, "direction"}) or has_cue(reply, "technical")
    return is_value or (is_topic and (asks or has_cue(reply, "question")))


def has_cue(reply: Reply, cue: str) -> bool:
    """Whether one of the small signs was found: a question, a place that is asked for."""
    return any((found.kind, found.value) == ("cue", cue) for found in reply.explanation.found)

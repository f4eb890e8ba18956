"""What is said amid a trouble tree that leads nowhere, and is no question of its own: how to do it, since when, all is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.guides import EXACT, SURE
from assistant.intent import ANY_TROUBLE, trouble_label
from assistant.phrases import words_of
from assistant.trouble import START_TREE, page
from handlers.guides.in_trees import ASKS, is_remedy, stands_in_node
from handlers.guides.weighing import KNOWN_TROUBLE, is_small_talk

if TYPE_CHECKING:
    from assistant.assistant import Reply
    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content
    from handlers.buttons import PressTrouble
    from handlers.services import Services
    from handlers.utterance import Utterance

_FEW_WORDS = 6
"""Longer messages say more than since when it is so."""
_FEWEST_WORDS = 2
_NAMING = 8
"""Letters of a word that tells one question from another."""
_TELLING = 3
"""Letters of a word that names a thing."""
_FOLLOWING = {
    "asks_reason": ("trouble_reason", "trouble_reason_remedy"),
    "asks_how_long": ("trouble_how_long", "trouble_how_long_remedy"),
    "asks_where": ("", ""),
    "asks_sense": ("trouble_sense", "trouble_sense"),
    "asks_then": ("choice_again", "trouble_then"),
    "asks_should": ("choice_again", "choice_again_remedy"),
}
"""By what is asked, which of the bot's words answer it at a question and after an advice; where it is, `_how` tells."""
_MISHAPS = frozenset({"lost_device", "phishing", "new_password", "restoring"})
"""What is told as well as asked, and is urgent or a way out."""
_NAMES = frozenset({"subject", "aspect", "topic", "direction"})


def says_nothing_else(said: Utterance, here: PressTrouble) -> bool:
    """Whether the assistant has nothing to say to words but the trouble that is looked into, or a kind word."""
    reply = said.reply
    is_same = {intent.topic for intent in reply.intents} <= {trouble_label(here.tree), ANY_TROUBLE}
    return not reply.answered or is_same or is_small_talk(said.parts.content, reply)


def only_tells(said: Utterance, here: PressTrouble) -> bool:
    """Whether somebody tells something amid a trouble, and neither asks nor wants anything nor tells of another trouble.

    What leans on an answer that was just given is about that.
    """
    choices, reply = said.parts.choices, said.reply
    cues = {found.value for found in reply.explanation.found if found.kind == "cue"}
    if said.recalled.asides or said.asks or choices.has(said.text, "wants") or cues & ASKS:
        return False
    if any(_leads_away(intent, reply) for intent in reply.intents):
        return False
    named = {word for found in reply.explanation.found if found.kind in _NAMES for word in found.words.split()}
    is_answer = said.length > 1 and bool(named) and stands_in_node(said.parts, here, named)
    return is_answer or choices.has(said.text, "tells")


def _leads_away(intent: Intent, reply: Reply) -> bool:
    """Whether what was understood is a trouble or mishap, which may be the same once more, or a program to be set up."""
    if intent.tree:
        return intent.tree != START_TREE and reply.score >= KNOWN_TROUBLE
    return intent.topic in _MISHAPS or bool(intent.program)


def amid(said: Utterance, here: PressTrouble) -> str:
    """Give what to say before the question or remedy is shown once more; empty where the words are no such ones."""
    parts, choices, text, language = said.parts, said.parts.choices, said.text, here.language
    is_short = said.length <= _FEW_WORDS
    if is_short and _asks_how(said):
        return _how(parts, here)
    if is_short and "?" not in text and choices.has(text, "since"):
        return parts.word("trouble_device", language)
    if not is_remedy(parts, here) and (confirms(said) or _tells_way(said)):
        return parts.word("trouble_device", language)
    if not is_remedy(parts, here) and (said.means("done", least=EXACT) or (is_short and _tells_done(said))):
        return parts.word("trouble_done", language)
    is_checked = is_short and "?" not in text and choices.has(text, "checked")
    return parts.word("choice_again", language) if is_checked and not is_remedy(parts, here) else ""


def follow_up(said: Utterance, here: PressTrouble) -> str:
    """Give the answer to a question that names nothing, and so is about what was just asked or advised: 'warum?', 'wie lange?'.

    After something else was answered it is about that.
    """
    parts, choices = said.parts, said.parts.choices
    if said.recalled.asides or said.length > _FEW_WORDS:
        return ""
    kind = next((kind for kind in _FOLLOWING if choices.is_one_of(said.text, kind)), "")
    if kind == "asks_where":
        return _how(parts, here)
    is_last = not page(parts.content, here.tree, here.node, here.language).ways
    of_question, of_remedy = _FOLLOWING.get(kind, ("", ""))
    word = "trouble_how" if kind and is_last else of_remedy if is_remedy(parts, here) else of_question
    return parts.word(word, here.language, webmaster=parts.content.club.webmaster.get(here.language)) if word else ""


def no_answer(said: Utterance, here: PressTrouble) -> str:
    """Give what to say to words that only sound like a yes or a no to the question; empty where they are none such.

    They ask back, 'ja oder nein?', say that they do as they were advised, 'nein, mach ich nicht', tell that the message is as it
    was, 'nein, gleiche Meldung', or answer what another question of the tree asks: 'doch, Internet geht'.
    """
    parts, choices, text = said.parts, said.parts.choices, said.text
    if said.length > _FEW_WORDS:
        return ""
    if choices.is_made_of(text, "which_answer") and choices.has(text, "or"):
        return parts.word("choice_again", here.language)
    if is_remedy(parts, here) or "?" in text:
        return ""
    word = "trouble_device" if choices.has(text, "same_message") else "trouble_obeyed" if choices.is_one_of(text, "obeys") else ""
    if word or not choices.answer(text.partition(" ")[0].strip(",.!")):
        return parts.word(word, here.language) if word else ""
    named = {word for word in words_of(text) if len(word) >= _NAMING}
    if not named or parts.assistant.quoted(text) or _asks_of(parts, here, here.node, named):
        return ""
    others = (node for node in parts.content.trouble[here.tree].nodes if node != _node(parts.content, here))
    return parts.word("trouble_device", here.language) if any(_asks_of(parts, here, node, named) for node in others) else ""


def _asks_of(parts: Services, here: PressTrouble, node: str, named: set[str]) -> bool:
    """Whether a question, its buttons or their other words name one of these, or a longer word that begins so; no remedy does."""
    shown = page(parts.content, here.tree, node, here.language)
    if shown.is_remedy:
        return False
    texts = (*shown.answer.lines[1:], *(words for way in shown.ways for words in (way.label, *way.also)))
    return any(word.startswith(tuple(named)) for one in texts for word in words_of(one))


def _tells_way(said: Utterance) -> bool:
    """Whether words only name the way in which emails are fetched, where the trouble is: 'imap', 'hab pop'."""
    return said.length <= _FEWEST_WORDS and "?" not in said.text and bool(said.parts.picks.protocol(said.text))


def confirms(said: Utterance) -> bool:
    """Whether a short message tells of one thing that it is right: 'Passwort stimmt', 'STARTTLS steht drin'."""
    choices, text = said.parts.choices, said.text
    is_no = choices.has(text, "denied") or choices.answer(text) == "no" or choices.begins(text, "asks")
    return said.length <= _FEW_WORDS and "?" not in text and not is_no and choices.has(text, "confirmed")


def confirms_what_is_asked(said: Utterance, here: PressTrouble) -> bool:
    """Whether what is told to be right is what the question is about: 'Datum stimmt', to 'Stimmen Datum und Uhrzeit?'.

    Of values each one counts: 'Der Port stimmt' leaves the encryption open.
    """
    if not confirms(said) or any(found.kind in _NAMES for found in said.reply.explanation.found):
        return False
    bare = said.parts.choices.without(said.text, "confirmed")
    lines = page(said.parts.content, here.tree, here.node, here.language).answer.lines
    sentences = (sentence.rstrip() for line in lines for sentence in line.split("\n"))
    asked = {word for sentence in sentences if sentence.endswith("?") for word in words_of(sentence)}
    return any(len(word) >= _TELLING and any(_names_it(word, one) for one in asked) for word in bare.split())


def _names_it(word: str, asked: str) -> bool:
    """Whether a word is one of the question, or a part that one is made of: 'Uhr', of 'Uhrzeit'."""
    return asked == word or asked.startswith(word)


def _tells_done(said: Utterance) -> bool:
    """Whether somebody tells to have changed something, just now and not in vain, where nothing was advised: 'hab's geändert'."""
    choices, text = said.parts.choices, said.text
    is_vain = any(choices.has(text, kind) for kind in ("denied", "still", "already")) or said.means("fails", least=SURE)
    return choices.has(text, "tried") and not (is_vain or "?" in text or choices.answer(text) == "no")


def _asks_how(said: Utterance) -> bool:
    """Whether somebody asks how to do what the bot advised, or where, and names nothing: 'wie mach ich das'."""
    choices, kinds = said.parts.choices, {found.kind for found in said.reply.explanation.found}
    if "program" in kinds:
        return False  # 'wie geht das in Thunderbird'
    is_lost = said.means("help", least=EXACT) and choices.answer(said.text) != "unsure"
    return choices.has(said.text, "how") or (is_lost and kinds.isdisjoint(_NAMES) and not said.reply.answered)


def _how(parts: Services, here: PressTrouble) -> str:
    """Give the way to more help: the program's name where the place in it can be told, else somebody who knows."""
    content, language = parts.content, here.language
    shows_place = len(_lines(content, here, here.program)) > len(_lines(content, here, ""))
    if content.trouble[here.tree].nodes[_node(content, here)].place and not shows_place:
        return parts.word("trouble_how_place", language)
    if is_remedy(parts, here):
        return parts.word("trouble_how", language, webmaster=content.club.webmaster.get(language))
    return parts.word("choice_again", language)


def _node(content: Content, here: PressTrouble) -> str:
    return here.node or content.trouble[here.tree].start


def _lines(content: Content, here: PressTrouble, program: str) -> tuple[str, ...]:
    return page(content, here.tree, here.node, here.language, program).answer.lines

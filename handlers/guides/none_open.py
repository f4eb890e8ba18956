"""Words for a guide where none is open: 'ok', 'weiter', 'zurück', 'geht nicht', 'nochmal bitte'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import tree_of
from handlers.guides import screens
from handlers.guides.dialogue import offer_to_go_on, show
from handlers.guides.pausing import asks_to_wait
from handlers.guides.trouble import choose_trouble
from handlers.guides.weighing import known_trouble, says_little
from handlers.menu import menu
from handlers.of_update import client_language

if TYPE_CHECKING:
    from assistant.assistant import Reply
    from assistant.guides import Typed
    from handlers.render import Shown
    from handlers.services import Services
    from handlers.utterance import Utterance

_LIKELY_ELSEWHERE = 0.7
"""From where words that no guide waits for are taken for such, if they ask for nothing else: 'die Einrichtung beenden bitte'."""
_NAMES = frozenset({"subject", "aspect", "topic", "program"})
_LEAVES = frozenset({"cancel", "back"})
_BEGINS = "start"
_ONLY_IN_GUIDES = frozenset({_BEGINS, "next", "back", "cancel", "repeat", "restart", "finish"})


def _names_no_trouble(parts: Services, reply: Reply, meant: Typed) -> bool:
    """Tell whether somebody says no more than that it does not work, which any of the troubles might be."""
    asked = [intent.topic for intent in reply.intents if not parts.content.is_small_talk(intent.topic)]
    is_answered = reply.answered and any(not tree_of(topic) for topic in asked)
    return not is_answered and not known_trouble(reply, meant)


def asks_again(said: Utterance, reply: Reply) -> bool:
    """Tell whether somebody wants to hear once more what the bot said last: 'nochmal bitte', 'what did you just say'."""
    meant = _meant_elsewhere(said, reply)
    return meant is not None and meant.intent == "repeat"


async def acted_without_guide(said: Utterance, reply: Reply) -> bool:
    """Answer a bare 'ok', 'weiter', 'zurück' or 'geht nicht' when no guide is open; tell whether it was one.

    Args:
        said: What was typed.
        reply: What the assistant would say to it.
    """
    parts, language = said.parts, reply.language
    screen = _said_at_once(said, reply)
    if screen is not None:
        await show(said.update, said.context, screen)
        return True
    meant = _meant_elsewhere(said, reply)
    is_message = bool(parts.assistant.quoted(said.text))  # 'Verbindung fehlgeschlagen', which tells more than that it fails
    if (
        meant is not None
        and meant.intent == "fails"
        and meant.is_exact
        and not is_message
        and _names_no_trouble(parts, reply, meant)
    ):
        await show(said.update, said.context, choose_trouble(parts.content, language))
        return True
    if meant is None or meant.intent not in _ONLY_IN_GUIDES:
        return False
    if not meant.is_exact and (meant.intent == "repeat" or not parts.typed.is_all_known(said.text)):
        return False
    await _steer_nothing(said, meant, language)
    return True


async def _steer_nothing(said: Utterance, meant: Typed, language: str) -> None:
    """Offer the guide that was left, else a new one; who only wants to leave is told that there is nothing to leave."""
    parts, update, context = said.parts, said.update, said.context
    if meant.intent != "cancel" and await offer_to_go_on(update, context, language):
        return
    if meant.intent in _LEAVES:
        await show(update, context, screens.stopped(parts.content, language, "guide_nothing_running"))
        return
    none = parts.word("guide_none_running", language) if meant.is_exact and meant.intent != _BEGINS else ""
    await show(update, context, screens.choose_program(parts.content, language, none))


def _said_at_once(said: Utterance, reply: Reply) -> Shown | None:
    """Give the menu to who names it, and a nod to who only says 'ok', that it works, or to wait."""
    parts, text = said.parts, said.text
    if parts.picks.says(text, "menu"):  # a word that several languages have
        return menu(parts.content, parts.assistant.language_for("", client_language(said.update), reply.memory))
    if parts.choices.only_sighs(text):
        return screens.fine(parts.content, reply.language, "still_here")
    is_doubt = "?" in text and reply.answered  # 'sicher?'
    is_nod = (
        parts.choices.is_content(text) or (_takes_note(parts, text) and not is_doubt) or parts.typed.says_exactly(text, "works")
    )
    if is_nod:
        return screens.fine(parts.content, reply.language)
    is_pause = asks_to_wait(parts, text) and not any(found.kind in _NAMES for found in reply.explanation.found)
    return screens.fine(parts.content, reply.language, "guide_no_hurry") if is_pause else None


def _takes_note(parts: Services, text: str) -> bool:
    """Whether words only say yes or no, and ask for nothing: 'ja gut das mache ich', a lone 'nein'."""
    if not parts.picks.says_nothing_more(text) or parts.picks.accepts(text):  # as most do, which is found out quickly
        return False
    return bool(parts.choices.answer(text.strip().partition(" ")[0]))


def _meant_elsewhere(said: Utterance, reply: Reply) -> Typed | None:
    """Give what words mean that no guide waits for: a phrase to the letter, or what is likely and asks for nothing else."""
    meant = said.parts.typed.exactly(said.text)
    if meant is None and says_little(reply):
        likely = said.meant
        meant = likely if likely is not None and likely.score >= _LIKELY_ELSEWHERE else None
    return meant

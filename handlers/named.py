"""Buttons named in words: 'ja', 'thunderbird', 'klappt immer noch nicht' do what the button does."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from assistant.guides import EXACT, SURE
from assistant.trouble import START_TREE
from handlers.acting import Meant, act, shown_again
from handlers.button_words import GO_AHEAD, begun, labelled, labels_of, pressed
from handlers.buttons import Deed, Press, PressAsk, PressDevice, PressGuide, PressProgram, PressSimple, PressTrouble, Simple
from handlers.guides import screens
from handlers.guides.amid_trees import amid, follow_up, no_answer, only_tells
from handlers.guides.dialogue import cancel, show
from handlers.guides.in_trees import (
    heard_in_tree,
    is_another_trouble,
    is_remedy,
    program_told,
    says_only_that_it_fails,
    tells_before,
    told_in_tree,
)
from handlers.guides.known_questions import known_before
from handlers.guides.pausing import asks_to_wait, is_worried
from handlers.guides.picking import (
    asks_of_ended,
    explanation,
    is_program_choice,
    names_this,
    picked,
    program_seen,
    way_taken,
    whether_possible,
)
from handlers.guides.solved import is_over_whatever_is_asked, said_in_tree
from handlers.guides.trouble import on_program, shown_for
from handlers.guides.weighing import is_for_assistant, is_small_talk
from handlers.guides.works_there import fails_there, works_there
from handlers.render import after
from handlers.way_on import at_end, help_to_choose, is_first_choice, is_unsure, way_on, way_out

if TYPE_CHECKING:
    from handlers.render import Shown
    from handlers.utterance import Utterance

_MOST_WORDS = 4
"""Longer messages that nobody understands are not taken for an answer, and longer ones that name a button may say more."""
_FEW_WORDS = 6
"""Longer messages say more than how it went."""
_NAMES = frozenset({"subject", "aspect", "direction", "topic", "program", "number"})
_MOST_ASIDES = 1
"""So many other things may be answered before an open choice is only for whoever names a button."""
_ANSWERS = ("yes", "no", "fine")


class Named(Enum):
    """What words were to the choice that is open."""

    NOTHING = auto()
    """There is none open, or they turn the pages of the guide that led to it."""
    DONE = auto()
    """They were for it and have been acted on."""
    ELSE = auto()
    """One is open, and they were about something else."""
    BESIDE = auto()
    """One is open, and they were a greeting or thanks: it stays open as it was."""


_WHICH = "which_program"
_TURNS = frozenset({"next", "back", "repeat"})


class _Found(NamedTuple):
    """What words do with the choice that is open."""

    press: Press | None
    """The button; None to show the choice once more, or to leave it."""
    first: str = ""
    """What is said before that."""
    leaves: bool = False


async def named_choice(said: Utterance) -> Named:
    """Do what the button does that is named, if the member was lately asked to choose.

    Bare words such as 'weiter', which fit no button, and short ones that nobody understands get the choice once more, until
    something else was answered; after a while only its labels count.
    """
    again, asides = said.recalled.choosing, said.recalled.asides
    screen = await shown_again(said.update, said.context, again) if again is not None else None
    if again is None or screen is None:
        return Named.NOTHING
    if asides and (back := _back_to_trouble(said, again)) is not None:
        await _do(said, again, screen, back)
        return Named.DONE
    if asides > _MOST_ASIDES:
        still = told_in_tree(said, again) if isinstance(again, PressTrouble) else None
        found: _Found | Named = _Found(*still) if still is not None else _Found(labelled(said, screen) or way_taken(said, again))
    else:
        found = _at_once(said, again, screen) or _in_other_words(said, again, screen)
    if isinstance(found, Named):
        return found
    if found.press is None and asides and not found.leaves:
        return Named.NOTHING
    await _do(said, again, screen, found)
    return Named.DONE


def _back_to_trouble(said: Utterance, again: Press) -> _Found | None:
    """Tell what words do that tell how it went with a trouble, after something else was answered: 'geht trotzdem nicht'.

    Words that name anything are about that.
    """
    parts, text = said.parts, said.text
    names = any(found.kind in _NAMES for found in said.reply.explanation.found)
    if not isinstance(again, PressTrouble) or names or said.asks or said.length > _FEW_WORDS:
        return None
    told = {part.intent for part in parts.typed.exactly_in_parts(text)}
    if "works" in told and not parts.choices.has(text, "denied"):
        return _Found(PressSimple(Simple.SOLVED, again.language))
    if said.means("fails", least=SURE):
        following, _ = way_on(said, again) or (None, "")
        return _Found(following, "" if following else parts.word("trouble_unsure", again.language))
    is_done = said.means("next", "done", least=SURE) and (parts.choices.has(text, "tells") or parts.choices.has(text, "tried"))
    return _Found(None, parts.word("trouble_done", again.language)) if is_done else None


def _at_once(said: Utterance, again: Press, screen: Shown) -> _Found | None:
    """Tell what words do that name a button, ask for a moment, lead out of the trees, or tell of who does not dare to choose."""
    parts, text = said.parts, said.text
    if asks_to_wait(parts, text, labels_of(screen)):
        return _Found(None, parts.word("guide_no_hurry", again.language))
    if is_first_choice(parts, again) and parts.typed.says_exactly(text, "back") and parts.choices.has(text, "slip"):
        return _Found(None, parts.word("choice_slip", again.language))  # nothing is chosen yet that could be taken back
    if isinstance(again, PressTrouble) and (told := _of_the_tree(said, again)) is not None:
        return told
    possible = whether_possible(said, again) if isinstance(again, PressProgram) else ""
    if hint := possible or (_known(said, again) if _is_of_set_up(again) else ""):
        return _Found(None, hint)
    press = (
        _back_to_guide(said, again)
        or picked(parts, again, screen, text)
        or pressed(said, again, screen)
        or way_out(said, again)
        or program_seen(said, again)
    )
    if press is not None:
        return _Found(press)
    hint = _of_set_up(said, again) if _is_of_set_up(again) else ""
    return _Found(None, hint) if hint else None


def _of_the_tree(said: Utterance, again: PressTrouble) -> _Found | None:
    """Tell what words do in a tree that only sound like a button of it: 'am PC gehts', 'nein, gleiche Meldung', 'doch geht'."""
    if works_there(said, again):
        return _Found(None, said.parts.word("trouble_works_there", again.language))
    if hint := no_answer(said, again) or follow_up(said, again):
        return _Found(*(heard_in_tree(said, again) or (None, hint)))  # the tree may know it
    if is_over_whatever_is_asked(said, again):
        return _Found(PressSimple(Simple.SOLVED, again.language))
    return None


def _known(said: Utterance, again: Press) -> str:
    """Give the answer to what the guide knows of the program that is chosen, or named: 'ist Thunderbird kostenlos?'."""
    program, protocol = (again.program, again.protocol) if isinstance(again, PressProgram) else ("", "")
    return known_before(said, program_told(said) or program, protocol, again.language)


def _of_set_up(said: Utterance, again: Press) -> str:
    """Give what to say to who names the very program that is chosen, asks whether it can POP3 or who helps, or does not dare."""
    parts, text, language = said.parts, said.text, again.language
    if isinstance(again, PressProgram) and names_this(parts, again, text):
        return parts.word("guide_fits", language)
    if parts.choices.has(text, "person"):
        return parts.word("guide_person", language, webmaster=parts.content.club.webmaster.get(language))
    return parts.word("guide_worried", language) if is_worried(parts, text) else ""


def _in_other_words(said: Utterance, again: Press, screen: Shown) -> _Found | Named:
    """Tell what words do that name no button, or that they are not for the choice."""
    parts, meant, guide = said.parts, said.meant, said.recalled.guide
    bare = meant.intent if meant is not None and meant.is_exact else ""
    if _turns_pages(said, bare, again) and guide is not None and guide.is_fresh:
        # Helped enough: on with the guide, from the page on which something did not work.
        return _Found(PressGuide(Deed.SHOW, guide.place, guide.language))
    reply = said.reply
    heard = heard_in_tree(said, again) if isinstance(again, PressTrouble) else None
    press, first = heard or (begun(said, again, screen), "")
    is_another = bare == "fails" and is_another_trouble(said, again)
    if press is None and not is_another:
        press, first = _leads_to(said, again, screen)
    if press is not None:
        return _Found(press, first)
    if isinstance(again, PressTrouble) and (hint := amid(said, again)):
        return _Found(None, hint)
    was_so = tells_before(said, again)
    asks_page = asks_of_ended(parts, again, reply)
    seeks = isinstance(again, PressDevice) and [intent.topic for intent in reply.intents] == [_WHICH]  # told there by its signs
    is_bare = bool(bare) and not (bare == "help" and is_for_assistant(reply, meant))  # 'was ist ein Port'
    is_vague = isinstance(again, PressTrouble) and says_only_that_it_fails(said)
    tells = isinstance(again, PressTrouble) and (only_tells(said, again) or fails_there(said))
    is_several = "?" not in said.text and parts.choices.is_one_of(said.text, "several")
    stays = is_bare or is_vague or was_so or asks_page or seeks or tells or is_several or _searches_already(said, again)
    if is_another or (not stays and (reply.answered or said.length > _MOST_WORDS)):
        is_kind = isinstance(again, PressTrouble) and is_small_talk(parts.content, reply)
        return Named.BESIDE if is_kind else Named.ELSE
    if asks_page:
        return _Found(None)  # it is said there
    is_lost = isinstance(again, PressProgram) and said.means("help")
    of_choice = "choice_again_program" if is_program_choice(again) else "choice_again"
    is_still = is_vague and (is_bare or parts.choices.has(said.text, "denied"))
    in_tree = "trouble_before" if was_so else "trouble_still" if is_still else "trouble_device" if tells else ""
    of_question = in_tree or ("choice_several" if is_several else "guide_choose_first" if is_lost else of_choice)
    hint = "choice_again_remedy" if is_remedy(parts, again) else of_question
    if isinstance(again, PressTrouble) and not was_so and (is_vague or not tells):
        hint = at_end(said, again) or hint
    webmaster = parts.content.club.webmaster.get(again.language)
    return _Found(None, parts.word(hint, again.language, webmaster=webmaster), leaves=bare == "cancel")


async def _do(said: Utterance, again: Press, screen: Shown, found: _Found) -> None:
    update, context, content, guide, press = said.update, said.context, said.parts.content, said.recalled.guide, found.press
    if isinstance(press, PressTrouble) and found.first:
        following = shown_for(content, replace(press, language=again.language))
        await show(update, context, after(following, found.first))
    elif isinstance(press, Meant):
        await act(update, context, None, _knowing(said, press))
        if isinstance(press, PressAsk) and isinstance(again, PressProgram):
            await show(update, context, screen)  # explained, and still to be chosen
    elif found.leaves and guide is not None and guide.is_fresh:
        await cancel(update, context, guide, guide.language)
    elif found.leaves:
        await show(update, context, screens.stopped(content, again.language))
    else:
        await show(update, context, after(screen, found.first) if found.first else screen)


def _knowing(said: Utterance, press: Meant) -> Meant:
    """Let a button of a tree know the program that was named beside it: 'sie bleibt im Postausgang, am iPhone'."""
    if not isinstance(press, PressTrouble) or said.length <= _MOST_WORDS:
        return press
    return on_program(press, program_told(said) or press.program)


def _leads_to(said: Utterance, again: Press, screen: Shown) -> tuple[Press | None, str]:
    """Give where words lead that name no button, and what is said before that."""
    if not isinstance(again, PressTrouble):
        return _instead(said, again, screen), ""
    solved = said_in_tree(said, again)
    if solved is not None:
        return solved, ""
    press, word = way_on(said, again) or (None, "")
    return press, said.parts.word(word, again.language) if word else ""


def _searches_already(said: Utterance, again: Press) -> bool:
    """Whether somebody who is to choose the way first cannot find a thing in the program: 'ich finde das Zahnrad nicht'."""
    is_lost = isinstance(again, PressProgram) and said.means("help", least=SURE)
    return is_lost and all(intent.tree for intent in said.reply.intents)


def _instead(said: Utterance, again: Press, screen: Shown) -> Press | None:
    """Give what helps who cannot choose among programs: to find out which one it is, or what does not work."""
    if not _is_of_set_up(again):
        return None
    if said.means("fails", least=EXACT):
        return PressSimple(Simple.TROUBLES, again.language)
    parts = said.parts
    if isinstance(again, PressProgram) and said.means(*GO_AHEAD, least=SURE) and not said.reply.answered:
        return help_to_choose(parts, again, screen)  # the recommended way
    is_unknown = parts.choices.answer(said.text) == "unsure"
    if parts.choices.is_one_of(said.text, "indifferent"):
        return help_to_choose(parts, again, screen)
    asks_which = is_unknown and all(intent.topic == _WHICH for intent in said.reply.intents)  # 'keine Ahnung welches Programm'
    if not asks_which and (not is_unsure(said) or is_for_assistant(said.reply, said.meant)):
        return None
    return help_to_choose(parts, again, screen) if is_unknown else explanation(parts, again)


def _is_of_set_up(again: Press) -> bool:
    """Whether programs, devices or ways of fetching emails are to be chosen from."""
    return isinstance(again, PressProgram) or is_program_choice(again)


def _turns_pages(said: Utterance, bare: str, again: Press) -> bool:
    """Whether words go on in the guide that led to a trouble: 'weiter', but not 'ok' or 'und jetzt?' after a remedy."""
    if bare not in _TURNS or not _is_about_trouble(again):
        return False
    parts, text = said.parts, said.text
    labels = [parts.word(word, again.language) for word in ("guide_next", "guide_back")]
    is_answer = any(parts.choices.is_one_of(text, kind) for kind in _ANSWERS) or parts.choices.answer(text) in ("yes", "no")
    if isinstance(again, PressTrouble) and is_answer:
        return False  # 'ja' and 'ja hab ich' are answers, if none that fit
    return bare != "next" or not is_remedy(parts, again) or parts.choices.named(text, labels) is not None


def _back_to_guide(said: Utterance, again: Press) -> Press | None:
    """Give the page of the guide from which a trouble was told to who goes back from its first question; None elsewhere."""
    guide = said.recalled.guide
    if guide is None or not guide.is_fresh or not _is_about_trouble(again) or not said.means("back", least=EXACT):
        return None
    if isinstance(again, PressTrouble) and again.tree != START_TREE and again.node not in ("", _first_node(said, again)):
        return None
    return PressGuide(Deed.SHOW, guide.place, guide.language)


def _first_node(said: Utterance, again: PressTrouble) -> str:
    return said.parts.content.trouble[again.tree].start


def _is_about_trouble(again: Press) -> bool:
    return isinstance(again, PressTrouble) or again == PressSimple(Simple.TROUBLES, again.language)

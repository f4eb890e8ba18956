"""What is picked in words that stand on no button: at a choice of the set-up, or by the mere name of a program or a device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.guides import SURE
from assistant.guides.choosing import KINDS, devices, is_for_any, protocols, sibling_on
from assistant.intent import Intent
from assistant.phrases import words_of
from handlers.buttons import Press, PressAsk, PressDevice, PressProgram, PressSimple, Simple
from handlers.guides.screens import set_up, which_device
from handlers.guides.signs import told_by_look, told_by_sign
from handlers.guides.weighing import is_small_talk, programs_named, says_little

if TYPE_CHECKING:
    from assistant.assistant import Memory, Reply
    from assistant.knowledge.models.guides import Guide
    from handlers.render import Shown
    from handlers.services import Services
    from handlers.utterance import Utterance

_SETUP = "setup"
_ASIDE = frozenset({Simple.MENU, Simple.SETUP, Simple.TROUBLES, Simple.CHECK, Simple.SOLVED})
"""What a button leads to that stands below those to choose from."""
_BEFORE_THE_PROGRAM = frozenset({_SETUP, "which_program"})
_EXPLAINED, _ADVICE = "difference", "recommendation"
_DEPENDING = frozenset({"recommendation", "devices"})
"""Topics whose answer tells what depends on the device."""


def is_program_choice(again: Press | None) -> bool:
    """Whether a press shows a choice of programs or of devices."""
    is_list = isinstance(again, PressSimple) and again.what in (Simple.SETUP, Simple.WHICH)
    return is_list or isinstance(again, PressDevice) or bool(wanted_protocol(again))


def wanted_protocol(again: Press | None) -> str:
    """Give the way of fetching emails that was asked for before the program is known: 'ich will POP3 einrichten'."""
    match again:
        case PressDevice(protocol=protocol):
            return protocol
        case PressAsk(Intent(topic=topic, subject=subject, program="")) if topic in _BEFORE_THE_PROGRAM:
            return subject
        case _:
            return ""


def picked(parts: Services, again: Press, screen: Shown, text: str) -> Press | None:
    """Give what the button does that is picked in other words than its own; None where none is.

    Args:
        parts: The bot's parts.
        again: The press that shows the choice.
        screen: The choice.
        text: What was typed.
    """
    presses = screen.presses
    place = parts.picks.place(text)
    if place is None and parts.picks.says(text, "last"):
        place = max((at for at, (_, press) in enumerate(presses) if _is_offered(press, again)), default=None)
    if place is None and (isinstance(again, PressProgram) or is_program_choice(again)):
        said = _way(parts, again, presses[0][1], text) if isinstance(again, PressProgram) else _named(parts, again, text)
        if said is not None:
            return said
        place = parts.picks.label(text, [_names(parts, *one) for one in presses])
    return presses[place][1] if place is not None and place < len(presses) else None


def _is_offered(press: Press, again: Press) -> bool:
    """Whether a button is one of those to choose from, and leads neither back nor to the menu."""
    return press != again and not (isinstance(press, PressSimple) and press.what in _ASIDE)


def _names(parts: Services, label: str, press: Press) -> str:
    """Give what stands on a button, and for a program what it is called in the other languages: 'the new one'."""
    guide = parts.content.guides.get(press.program) if isinstance(press, PressProgram) else None
    return " ".join([label, *(guide.name.root.values() if guide is not None else ())])


def _way(parts: Services, again: PressProgram, first: Press, text: str) -> Press | None:
    """Give the way of fetching emails that is picked, for a program that is chosen already."""
    guide, meant = parts.content.guides[again.program], parts.typed.exactly(text)
    if meant is not None and meant.intent == "back":
        return PressSimple(Simple.SETUP, again.language)
    if is_for_any(guide) and parts.picks.program(text):
        return first  # a move to IMAP, told with which program
    looks = told_by_look(parts, again, text)
    if looks is not None and looks != guide:
        return set_up(parts.content, looks, again.protocol, again.language)
    if (sibling := sibling_on(parts.content, guide, parts.picks.device(text))) is not None:
        return set_up(parts.content, sibling, again.protocol, again.language)
    wanted = parts.picks.protocol(text)
    if guide.ended is None and wanted in protocols(parts.content, guide):
        return PressProgram(again.program, wanted, again.language)
    return first if guide.ended is None and parts.picks.is_recommended(text) else None


def program_seen(said: Utterance, again: Press) -> Press | None:
    """Give the one program that is told by what is seen, where one is to be chosen: 'da ist so ein blaues Symbol mit O'."""
    parts, text = said.parts, said.text
    if not is_program_choice(again) or said.asks or not parts.choices.has(text, "seen") or parts.choices.has(text, "denied"):
        return None
    named = programs_named(said.reply)
    guide = parts.content.guides.get(named.pop()) if len(named) == 1 else None
    return set_up(parts.content, guide, wanted_protocol(again), again.language) if guide is not None else None


def way_taken(said: Utterance, again: Press) -> Press | None:
    """Give the way of fetching emails that is taken after other things were answered: 'dann IMAP'; 'IMAP' alone asks of it."""
    if not isinstance(again, PressProgram) or said.asks or said.length == 1:
        return None
    guide, wanted = said.parts.content.guides[again.program], said.parts.picks.protocol(said.text)
    is_there = guide.ended is None and wanted in protocols(said.parts.content, guide)
    return PressProgram(again.program, wanted, again.language) if is_there else None


def names_this(parts: Services, again: PressProgram, text: str) -> bool:
    """Whether words pick the very program that is chosen already: 'klassisch', on the page of 'Outlook (klassisch)'."""
    guide = parts.content.guides[again.program]
    is_label = parts.picks.label(text, [" ".join(guide.name.root.values())]) is not None
    is_it = parts.picks.program(text) == again.program or is_label or parts.choices.has(text, "by_its_sign")
    told = parts.picks.surroundings(text)
    is_on_it = is_its_device(parts, guide, told.words) or told.device in guide.devices  # 'ich hab ein iPhone', of the app Outlook
    return guide.ended is None and (
        is_it or is_on_it or is_namesake(parts, guide, text) or told_by_look(parts, again, text) == guide
    )


def is_its_device(parts: Services, guide: Guide, words: str) -> bool:
    """Whether words name one of the guide's devices, by which a program may be meant as well: 'iPhone', of the app 'Mail'."""
    labels = (parts.word(f"device_{device}", language) for device in guide.devices for language in parts.content.languages)
    return any(parts.picks.label(words, [label]) is not None for label in labels)


def is_namesake(parts: Services, guide: Guide, text: str) -> bool:
    """Whether words name a program of other devices that is called as this one is: 'Apple Mail', on the iPad.

    All their words are some that this one is called by.
    """
    other = parts.content.guides.get(parts.picks.program(text))
    if other is None or other.program == guide.program:
        return False
    is_elsewhere = set(other.devices).isdisjoint(guide.devices)
    return is_elsewhere and parts.picks.label(text, [" ".join(guide.called)]) is not None


def _named(parts: Services, again: Press, text: str) -> Press | None:
    """Give the device, the way of fetching emails or the program that is named where programs are to be chosen from."""
    picks, language = parts.picks, again.language
    if device := picks.device(text):
        return press_of_device(parts, device, wanted_protocol(again), language)
    if protocol := picks.protocol(text):
        return PressAsk(Intent(topic=_SETUP, subject=protocol), language)
    program, protocol = picks.set_up(text)
    program = program or told_by_sign(parts, again, text)
    if program:
        return set_up(parts.content, parts.content.guides[program], protocol or wanted_protocol(again), language)
    return None


def press_of_device(parts: Services, device: str, protocol: str, language: str) -> Press:
    """Give the press that shows the programs of a device; of a phone or a computer it is asked first which one it is."""
    if device in devices(parts.content) or (device in KINDS and devices(parts.content, device)):
        return PressDevice(device, language, protocol)
    return which_device(protocol, language)


def explanation(parts: Services, again: Press) -> Press | None:
    """Give what explains the ways of fetching emails to who is asked for one and does not understand the question."""
    is_asked = isinstance(again, PressProgram) and len(protocols(parts.content, parts.content.guides[again.program])) > 1
    return PressAsk(Intent(topic=_EXPLAINED), again.language) if is_asked and _EXPLAINED in parts.content.topics else None


def asks_of_ended(parts: Services, again: Press, reply: Reply) -> bool:
    """Whether somebody who reads that a program is no more asks why, or what to take: both is said there."""
    if not isinstance(again, PressProgram) or parts.content.guides[again.program].ended is None:
        return False
    return all(found.kind == "cue" or found.value == _ADVICE for found in reply.explanation.found)


def meant_by_name(said: Utterance, reply: Reply) -> Press | None:
    """Give where words lead that are nothing but a name, or a yes to the set-up that the last answer offered.

    Args:
        said: The words.
        reply: What the assistant says to them.
    """
    parts, text, memory = said.parts, said.text, said.recalled.last
    program, protocol = parts.picks.set_up(text)
    if program and (moving := _moving(parts, memory, reply.language)) is not None:
        return moving
    if program and parts.content.guides[program].ended is None:
        return PressProgram(program, protocol, reply.language)
    is_about_it = memory is not None and memory.intent.topic in {intent.topic for intent in reply.intents}
    is_no_question = says_little(reply) or is_about_it
    if is_no_question and (moving := _moving(parts, memory, reply.language)) is not None and _begins(said):
        return moving
    is_open = is_no_question or is_small_talk(parts.content, reply)
    if memory is not None and (taken := _taken(said, memory, reply.language, is_open=is_open)) is not None:
        return taken
    device = parts.picks.device(text)
    # 'POP oder IMAP?' depends on the devices; after anything else one that is merely named is no question.
    depends = memory is not None and memory.intent.topic in _DEPENDING and not says_little(reply)
    if device and not depends:
        return press_of_device(parts, device, "", reply.language)
    return None


def _taken(said: Utterance, memory: Memory, language: str, *, is_open: bool) -> Press | None:
    """Give the set-up that words take: a yes to what was offered, 'leg los', or a way for the program that was spoken of.

    Args:
        said: The words.
        memory: What was asked before.
        language: Of the answer.
        is_open: Whether they ask for nothing by themselves.
    """
    parts, offered = said.parts, _offered(said.parts, memory, language)
    if is_open and parts.picks.accepts(said.text):
        return offered
    begun = offered or _on_program(parts, memory, memory.intent.subject, language)
    if is_open and begun is not None and said.means("start", least=SURE):
        return begun
    return _chosen(said, memory, language)


def _begins(said: Utterance) -> bool:
    """Whether words are a yes and no more, or want to begin: 'ja', 'okay dann fang an'."""
    choices = said.parts.choices
    is_yes = choices.is_content(said.text) and choices.says_yes(said.text)
    return is_yes or said.means("start", least=SURE)


def _moving(parts: Services, memory: Memory | None, language: str) -> Press | None:
    """Give what begins the set-up for any program that the last answer offered: the move from one way to the other."""
    offered = _offered(parts, memory, language) if memory is not None else None
    guide = parts.content.guides.get(offered.program) if isinstance(offered, PressProgram) else None
    return offered if guide is not None and is_for_any(guide) else None


def _offered(parts: Services, memory: Memory, language: str) -> Press | None:
    """Give the set-up that an answer offers, if it offers one."""
    topic = parts.content.topics.get(memory.intent.topic)
    names = [name.partition(".") for name in (topic.offered(memory.intent.subject) if topic is not None else ())]
    programs = [program for first, _, program in names if first == _SETUP]
    if not programs:
        return None
    if programs[0]:
        return PressProgram(programs[0], "", language)
    return _on_program(parts, memory, "", language) or PressSimple(Simple.SETUP, language)


def _chosen(said: Utterance, memory: Memory, language: str) -> Press | None:
    """Give the set-up of the program that advice was asked for, where a way is taken: 'POP oder IMAP am iPhone?' 'ok IMAP'."""
    wanted = said.parts.picks.protocol(said.text) if said.length > 1 else ""  # 'IMAP' alone asks what it is
    return _on_program(said.parts, memory, wanted, language) if wanted and memory.intent.topic == _ADVICE else None


def _on_program(parts: Services, memory: Memory, protocol: str, language: str) -> Press | None:
    """Give the set-up of the program that was spoken of, if one was that can be set up."""
    guide = parts.content.guides.get(memory.intent.program)
    if guide is None or guide.ended is not None:
        return None
    return PressProgram(guide.program, protocol if protocol in protocols(parts.content, guide) else "", language)


def whether_possible(said: Utterance, again: PressProgram) -> str:
    """Tell whether a program can fetch emails in a way that is only asked about before it is chosen: 'geht POP3?'."""
    parts, guide = said.parts, said.parts.content.guides[again.program]
    named = {one.value for one in said.reply.explanation.found if one.kind == "subject"}
    rest = " ".join(word for word in words_of(said.text) if not parts.picks.protocol(word))
    if not said.asks or guide.ended is not None or len(named) != 1 or not parts.choices.is_made_of(rest, "asks_possible"):
        return ""
    asked = parts.content.settings.protocols[named.pop()]
    offered = protocols(parts.content, guide)
    is_there = any(parts.content.settings.protocols[name] is asked for name in offered)
    name = asked.name if is_there else parts.content.settings.protocols[offered[0]].name
    return parts.word("guide_possible" if is_there else "guide_only_protocol_asked", again.language, asked=asked.name, name=name)

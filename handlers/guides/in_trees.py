"""What words say amid a trouble tree that name none of its buttons: an answer, the program, a question that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.answer import ActionKind
from assistant.guides import SURE
from assistant.guides.choosing import devices
from assistant.intent import ANY_TROUBLE, tree_of, trouble_label
from assistant.phrases import plain
from assistant.trouble import START_TREE, page, where_told
from handlers.buttons import Press, PressTrouble
from handlers.guides.asked_in_trees import asked_in_tree, known_in
from handlers.guides.trouble import on_program, press_of_way
from handlers.guides.weighing import KNOWN_TROUBLE, has_cue, is_half_sure, known_trouble, programs_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.trouble import Way
    from assistant.understanding.explain import Found
    from handlers.services import Services
    from handlers.utterance import Utterance

_NO_TROUBLE = frozenset({"works", "done", "restart"})
_QUESTIONED = frozenset({"subject", "aspect", "topic", "direction"})
"""What may be asked about: beside the words for a button such a word asks for more, as in 'welcher Port?'."""
_SETS_UP = frozenset({("topic", "setup"), ("cue", "how_to")})
"""The signs that a program is named to be set up, and not as the one that fails."""
_SETTINGS = "settings"
"""What is asked for in a tree that names no other place."""
ASKS = frozenset({"how_to", "which", "why", "meaning", "manner", "what_to_do"})


class Heard(NamedTuple):
    """What words say in a tree."""

    press: Press
    """Where they lead."""
    first: str = ""
    """What is said before that."""


def opened_by(said: Utterance, tree: str) -> tuple[PressTrouble, str]:
    """Give where to begin with somebody who tells a trouble, and what to say first: what they told is not asked.

    It is about the program of the guide they are in, unless another one is named.
    """
    begin, node = where_told(said.parts.content, said.parts.choices, tree, said.text)
    guide = said.recalled.guide
    of_guide = guide.place.program if guide is not None and guide.is_fresh else ""
    press = on_program(PressTrouble(begin, node, said.reply.language), program_told(said) or of_guide)
    return asked_in_tree(said, press, tree) or (press, "")


def heard_in_tree(said: Utterance, again: PressTrouble) -> Heard | None:
    """Give what words say in a tree: which answer they mean, what they ask about the trouble, or which program fails.

    Args:
        said: The words.
        again: The question or remedy that was last shown.

    Returns:
        None where they say nothing of that.
    """
    if (other := _another(said, again)) is not None:
        return other
    press = _told(said, again)
    asked = asked_in_tree(said, on_program(again, program_told(said) or again.program))
    if press is None and asked is None:
        press = _asked_for(said, again)
    if press is not None:
        return Heard(*asked) if asked is not None and asked[0] == press else Heard(press)
    if said.parts.choices.is_one_of(said.text, "place_alone"):
        return Heard(again, said.parts.word("trouble_device", again.language))
    ahead = _ahead(said, again)
    if asked is not None and not (ahead is not None and again.tree == START_TREE):  # that tree leads on to what was told
        return Heard(*asked)
    if ahead is not None:
        return Heard(ahead)
    return _named(said, again) or _message_of(said, again)


def told_in_tree(said: Utterance, again: PressTrouble) -> Heard | None:
    """Give what words say that surely are for the tree, after other things were answered: 'am Laptop steht POP'.

    Who asks or wants something no longer asks it of the tree.
    """
    if said.asks or said.parts.choices.has(said.text, "wants"):
        return None
    press = _told(said, again)
    if press is not None:
        return Heard(press)
    asked = asked_in_tree(said, on_program(again, program_told(said) or again.program))
    return Heard(*asked) if asked is not None else None


def other_words(said: Utterance, again: PressTrouble, labels: Sequence[str]) -> list[tuple[str, ...]]:
    """Give the other words for each of the buttons with these labels, and last those that mean none of them.

    These are what the trees know anywhere, and the messages of programs that were quoted: 'Fehler 0x80042109' is no 'nein'.
    After a remedy the message that it was for tells that it is still so.
    """
    parts = said.parts
    own = again.tree if is_remedy(parts, again) else ""
    quoted = [text for text, tree in parts.assistant.quoted(said.text).items() if tree != own]
    ways = page(parts.content, again.tree, again.node, again.language).ways
    also = {way.label: way.also for way in ways}
    anywhere = [phrase for _, one in known_in(parts, again.tree) for phrase in one.words.all()]
    return [*(also.get(label, ()) for label in labels), (*anywhere, *quoted)]


def _another(said: Utterance, again: PressTrouble) -> Heard | None:
    """Give another trouble that is told as one more: 'noch was: gesendete Mails seh ich nur am PC'."""
    if not said.parts.choices.has(said.text, "another_matter") or _knows_it(said, again):
        return None
    likely = [tree_of(label) for label, score in said.reply.explanation.candidates if score >= KNOWN_TROUBLE]
    tree = next((one for one in likely if one and one not in (again.tree, START_TREE)), "")
    return Heard(*opened_by(said, tree)) if tree else None


def _knows_it(said: Utterance, again: PressTrouble) -> bool:
    """Whether the tree knows what is told itself, and no direction makes it another trouble: 'jetzt kommt Zeitüberschreitung'."""
    own = said.parts.content.trouble[again.tree].asked
    is_of_side = any(found.kind == "direction" for found in said.reply.explanation.found)
    return not is_of_side and said.parts.choices.asked_among(said.text, [one.words.all() for one in own]) is not None


def _told(said: Utterance, again: PressTrouble) -> Press | None:
    """Give the button that other words than its own tell, where they name nothing that is a question of its own."""
    parts, program, everything = said.parts, program_told(said), said.reply.explanation.found
    ways = page(parts.content, again.tree, again.node, again.language).ways
    told = parts.choices.told(said.text, [way.also for way in ways])
    if told is None or (program and any(_asks_to_set_up(parts, found) for found in everything)):
        return None
    named = (set(found.words.split()) for found in everything if found.kind in _QUESTIONED)
    if any(words <= told.beside and not stands_in_node(parts, again, words) for words in named):
        return None
    return press_of_way(ways[told.place], on_program(again, program or again.program))


def _asked_for(said: Utterance, again: PressTrouble) -> Press | None:
    """Give the button to a guide that somebody asks the way to: 'wie wechsel ich zu IMAP', where the move is offered."""
    if not said.asks:
        return None
    ways = page(said.parts.content, again.tree, again.node, again.language).ways
    guides = [way for way in ways if way.action is not None and way.action.kind is ActionKind.GUIDE and way.action.target]
    place = said.parts.choices.asked_among(said.text, [(way.label, *way.also) for way in guides])
    return press_of_way(guides[place], again) if place is not None else None


def stands_in_node(parts: Services, here: PressTrouble, words: Iterable[str]) -> bool:
    """Whether the question, its buttons or their other words name all of these: then they answer it, and ask nothing else."""
    shown = page(parts.content, here.tree, here.node, here.language)
    own = [*shown.answer.lines, *(words for way in shown.ways for words in (way.label, *way.also))]
    return {word for line in own for word in plain(line).split()}.issuperset(words)


def _ahead(said: Utterance, again: PressTrouble) -> Press | None:
    """Give the button of a question that comes next whose words were said: 'nur das Senden', before it is asked what fails.

    Since when it is so tells nothing of what that is, nor does where it is so: 'iPhone' is no 'Der Speicher am iPhone ist voll'.
    """
    parts, found = said.parts, []
    is_where = again.tree == START_TREE and bool(parts.picks.device(said.text) or parts.picks.program(said.text))
    if is_where or (again.tree != START_TREE and parts.choices.has(said.text, "since")):
        return None
    for way in page(parts.content, again.tree, again.node, again.language).ways:
        following = press_of_way(way, again)
        if isinstance(following, PressTrouble) and not is_remedy(parts, following):
            ways = page(parts.content, following.tree, following.node, again.language).ways
            found += [press_of_way(one, following) for one in ways if _is_for_it_alone(said, one)]
    leads = {press for press in found if press is not None}
    return leads.pop() if len(leads) == 1 else None


def _is_for_it_alone(said: Utterance, way: Way) -> bool:
    """Whether words are those of a button, and no bare yes or no, which answers what was asked."""
    choices = said.parts.choices
    return not choices.answer(said.text) and choices.is_label(said.text, (way.label, *way.also))


def _message_of(said: Utterance, again: PressTrouble) -> Heard | None:
    """Take note of a message that this very trouble is told by, where it leads to no question of the tree but its first one."""
    parts, trees = said.parts, set(said.parts.assistant.quoted(said.text).values())
    if trees != {again.tree} or "?" in said.text or is_remedy(parts, again):
        return None
    first = parts.content.trouble[again.tree].start
    if where_told(parts.content, parts.choices, again.tree, said.text) != (again.tree, first):
        return None
    return Heard(again, parts.word("trouble_device", again.language))


def _named(said: Utterance, again: PressTrouble) -> Heard | None:
    """Take a program or a device that is named for the one that fails: 'ich benutze das iPhone', 'und am PC?', 'das neue'."""
    parts, bare = said.parts, said.parts.choices.without(said.text, "too")
    sibling = _sibling(parts, again.program, said.text)
    program = program_told(said, bare) or sibling
    is_bare = bool(parts.picks.device(bare) or parts.picks.program(bare) or sibling)
    knowing, language = on_program(again, program or again.program), again.language
    if program and parts.choices.has(said.text, "how") and (told := _told_where(said, again, knowing)) is not None:
        return told
    if not is_bare and not (program and _is_told(said, again)):
        return None
    guide = parts.content.guides.get(program)
    if guide is not None and guide.ended is not None:
        return None  # that it has ended is what there is to say
    if _says(parts, knowing) != _says(parts, again):
        return Heard(knowing)  # what the page says of this program is what there is to say
    if guide is None:
        return Heard(knowing, parts.word("trouble_device_too" if "?" in said.text else "trouble_device", language))
    return Heard(knowing, parts.word("trouble_program", language, program=guide.name.get(language)))


def _told_where(said: Utterance, again: PressTrouble, knowing: PressTrouble) -> Heard | None:
    """Tell who asks where 'das' is in a program: 'wo ist das beim iPhone'. The page may say it, else its settings are told."""
    parts = said.parts
    if _says(parts, knowing) != _says(parts, again):
        return Heard(knowing)
    guide = parts.content.guides.get(knowing.program)
    names_more = any(found.kind in _QUESTIONED and _says_more(parts, found) for found in said.reply.explanation.found)
    is_where = has_cue(said.reply, "asks_place") and not names_more  # 'wie geht das in Thunderbird' asks to set it up
    place = guide.places.get(_SETTINGS) if guide is not None and is_where else None
    return Heard(knowing, place.get(again.language)) if place is not None else None


def _sibling(parts: Services, program: str, text: str) -> str:
    """Give the one of the programs easily taken for each other that is told from the others: 'das neue', after 'Outlook'."""
    guides = parts.content.guides
    if program not in guides:
        return ""
    names = [name for name in (program, *guides[program].related) if name in guides]
    labels = [" ".join((*guides[name].name.root.values(), *guides[name].words.all())) for name in names]
    place = parts.picks.label(text, labels)
    return names[place] if place is not None else ""


def _says(parts: Services, here: PressTrouble) -> tuple[str, ...]:
    return page(parts.content, here.tree, here.node, here.language, here.program).answer.lines


def _is_told(said: Utterance, again: PressTrouble) -> bool:
    """Whether words that name a program tell no more than that it happens there: 'das passiert in Outlook'."""
    says_more = any(_says_more(said.parts, found) for found in said.reply.explanation.found)
    is_other = known_trouble(said.reply, said.meant) not in {"", again.tree}
    return "?" not in said.text and not says_more and not is_other


def _says_more(parts: Services, found: Found) -> bool:
    if found.kind == "cue":
        return found.value in ASKS
    return found.kind != "program" and ((found.kind, found.value) not in _SETS_UP or _asks_to_set_up(parts, found))


def _asks_to_set_up(parts: Services, found: Found) -> bool:
    """Whether a program is named to be set up, as in 'Thunderbird einrichten'; 'auf meinem Mac' is where it happens."""
    return (found.kind, found.value) in _SETS_UP and not parts.picks.device(found.words)


def program_told(said: Utterance, words: str | None = None) -> str:
    """Give the one program, or the device, that is named, looked for in these of the words; empty where it is not one."""
    picks, text = said.parts.picks, said.text if words is None else words
    device, named = picks.device(text), programs_named(said.reply)
    if device:
        return device if device in devices(said.parts.content) else ""
    return picks.program(text) or (named.pop() if len(named) == 1 else "")


def tells_before(said: Utterance, again: Press) -> bool:
    """Whether words tell in a tree that it worked before, and nothing that the assistant has an answer to."""
    if not isinstance(again, PressTrouble) or not said.parts.choices.tells_before(said.text):
        return False
    here = {ANY_TROUBLE, trouble_label(again.tree)}
    topics = [intent.topic for intent in said.reply.intents]
    is_no_news = all(topic in here or said.parts.content.is_small_talk(topic) for topic in topics)
    return not said.reply.answered or is_no_news or said.means(*_NO_TROUBLE)


def is_remedy(parts: Services, again: Press) -> bool:
    """Whether the last screen told what to do."""
    return isinstance(again, PressTrouble) and page(parts.content, again.tree, again.node, again.language).is_remedy


def is_another_trouble(said: Utterance, again: Press) -> bool:
    """Whether words tell a trouble other than the one asked about: 'ich kann nichts senden', where no mail arrives."""
    named = known_trouble(said.reply, said.meant) if said.reply.answered else ""
    return bool(named) and isinstance(again, PressTrouble) and named != again.tree


def says_only_that_it_fails(said: Utterance) -> bool:
    """Whether words tell no trouble of their own, only that it does not work: 'löschen hilft nicht', 'geht trotzdem nicht'."""
    is_only_that = {intent.topic for intent in said.reply.intents} == {ANY_TROUBLE} or not is_half_sure(said.reply)
    return said.means("fails", least=SURE) and is_only_that

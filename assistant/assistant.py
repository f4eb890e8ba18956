"""The assistant: one object that answers, for every way of talking."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from assistant.answer import Action, ActionKind, Answer
from assistant.compose.corrections import correction, is_right_and_fails
from assistant.compose.domain_spelled import of_spelled_domain
from assistant.compose.lookups import Lookups
from assistant.compose.named_port import of_its_protocol, of_named_port, of_port_asked_about
from assistant.compose.places import Places
from assistant.compose.several import several_checked
from assistant.compose.topics import Topics
from assistant.guides.choosing import protocols, protocols_named
from assistant.intent import PROTOCOLS, Intent, tree_of, trouble_label
from assistant.knowledge import references
from assistant.understanding.intents import beside_advice
from assistant.understanding.understand import Understander

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.knowledge.models.content import Content
    from assistant.understanding.explain import Explanation
    from assistant.understanding.understand import Understanding

_REMEMBERED = 500
"""Answers: the same few are asked for again and again."""
_NETWORK = "network"
"""The trouble of connections that do not let everything through."""
_NEAREST = (Intent(topic="recommendation"), Intent(aspect="settings"))


@dataclass(frozen=True)
class Memory:
    """What was said last, so that 'und ausgehend?' is understood. Plain data without anything about the person."""

    intent: Intent
    language: str
    also: Intent | None = None
    """The second thing that the same message asked: 'Server und Port vom Eingang', 'und beim Ausgang?'.

    Of an advice the switch that it is about.
    """
    asked_where: bool = False
    """Whether it asked where something stands in a program."""


class Reply(NamedTuple):
    """What comes back for a message."""

    answer: Answer | None
    """None: stay silent."""
    answered: bool
    """False when the answer only offers choices or says that it does not know."""
    intents: tuple[Intent, ...]
    """What is answered, likeliest first; several when the message asked several things."""
    understood: Understanding
    """What was understood, and why."""
    language: str
    """The language of the answer."""
    memory: Memory | None
    """What to remember for the next message of the same person in the same chat, for ten minutes."""

    @property
    def score(self) -> float:
        """How sure, 0 to 1."""
        return self.understood.score

    @property
    def explanation(self) -> Explanation:
        """Why: slots found, candidates and scores, decision and threshold."""
        return self.understood.explanation


class _Told(NamedTuple):
    """An answer on its way."""

    understood: Understanding
    """With the intents that were answered."""
    answer: Answer
    is_checked: bool
    """Whether it checks several values."""
    is_judged: bool
    """Whether something of it is confirmed or corrected."""


class Assistant:
    """Understands questions and composes answers from one content.

    Building it trains the topic classifier (well under a second); it is immutable, but for bounded memories, and safe to share.
    """

    def __init__(self, content: Content, cache: Path | None = None) -> None:
        """Build it.

        Args:
            content: What it knows.
            cache: A folder for the classifier's weights, which makes the next start faster.
        """
        self.cache = cache
        self._understander = Understander(content, cache)
        self.content = self._understander.content
        self._values = references.values_told(self.content)
        self._lookups = Lookups(self.content, self._values)
        self._topics = Topics(self.content, self._values)
        self._places = Places(self.content, self._values)
        self._composed: dict[tuple[Intent, str], Answer] = {}
        nearest = tuple(intent for intent in _NEAREST if intent.aspect or intent.topic in content.topics)
        self._unknown = {language: self._offer("unknown", nearest, language) for language in content.languages}

    def ask(self, text: str, *, client_language: str = "", memory: Memory | None = None, addressed: bool = True) -> Reply:
        """Answer one message.

        Args:
            text: The message, any length; only a bounded part is read.
            client_language: The `language_code` of the member's client; used where the text tells none.
            memory: What this person asked last in this chat, if it was minutes ago.
            addressed: Whether the message was meant for the bot; if not, it answers only when sure.
        """
        last = memory.intent if memory else None
        also = memory.also if memory else None
        expected = self._language("", client_language, memory) if memory or client_language else ""
        understood = self._understander.understand(text, last=last, also=also, addressed=addressed, expected_language=expected)
        understood = of_spelled_domain(self.content, understood)
        language = self._language(understood.language, client_language, memory)
        if understood.decision == "silent":
            return self._reply(None, understood, language, memory)
        if understood.decision == "answer":
            told = self._told(of_port_asked_about(self.content, of_named_port(self.content, understood)), language)
            if told is not None:
                understood, answer, is_checked, is_judged = told
                asks_where = understood.asks_where or _asks_where_again(understood.intents[0], memory)
                if asks_where and not (is_judged and _asks_if(understood)):  # 'Thunderbird hat 993 gefunden, richtig?'
                    answer = self._places.first(answer, understood.intents[0])
                if not is_checked and is_right_and_fails(self.content, understood):
                    answer = self._with_trouble(answer, understood, language)
                first = understood.intents[0]
                also = next(iter(understood.intents[1:2]), None) or self._beside_advice(understood)
                meant = of_its_protocol(self.content, understood, first)  # 'ist 993 richtig?' 'zum Senden?'
                remembered = Memory(_about_the_same(meant, last), language, also, asks_where)
                if memory is not None and self.content.is_small_talk(first.topic):
                    remembered = memory  # 'danke!' leaves open what was talked about
                return self._reply(answer, understood, language, remembered, answered=True)
        if understood.decision != "choices":
            return self._reply(self._unknown[language], understood, language, memory)
        answer = self._offer("choices", understood.intents, language)
        return self._reply(answer, understood, language, _protocol_of(understood, language) or memory)

    def answer_narrowed(self, reply: Reply, intent: Intent) -> Answer | None:
        """Answer the same message anew, for an intent of which circumstances tell more: with yes or no in front as ever."""
        told = self._told(reply.understood._replace(intents=(intent,)), reply.language)
        return told.answer if told is not None else None

    def _told(self, understood: Understanding, language: str) -> _Told | None:
        """Compose the answer to what was understood, corrected; None where nothing of it can be answered."""
        checked = several_checked(self.content, understood, language)
        if checked is not None:
            understood = understood._replace(intents=(checked.intent,))
        asked = [of_its_protocol(self.content, understood, intent) for intent in _not_told_twice(understood.intents)]
        answers = [answer for intent in asked if (answer := self.answer(intent, language))]
        if not answers:
            return None
        told = _joined(answers)
        answer = replace(told, lines=checked.lines) if checked else correction(self.content, understood, told, language)
        return _Told(understood, answer, checked is not None, answer.lines != told.lines)

    def _beside_advice(self, understood: Understanding) -> Intent | None:
        return beside_advice(understood.intents[0], understood.explanation.whole, self.content.settings.recommended)

    def _with_trouble(self, answer: Answer, understood: Understanding, language: str) -> Answer:
        """Lead on to the questions that find out why it does not work although the value is right."""
        whole, intent = understood.explanation.whole, understood.intents[0]
        is_blocked = whole is not None and whole.cue("blocks") and _NETWORK in self.content.trouble
        trouble = Intent(topic="trouble:send" if intent.direction == "outgoing" else "trouble:receive")
        if is_blocked:
            trouble = Intent(topic=trouble_label(_NETWORK))
        lines = (self.content.word("right_and_blocked" if is_blocked else "right_and_fails", language), *answer.lines)
        return replace(answer, lines=lines, actions=(self._topics.action(trouble, language), *answer.actions))

    @staticmethod
    def _reply(
        answer: Answer | None, understood: Understanding, language: str, memory: Memory | None, *, answered: bool = False
    ) -> Reply:
        return Reply(answer, answered, understood.intents, understood, language, memory)

    def answer(self, intent: Intent, language: str) -> Answer | None:
        """Answer an intent directly, for buttons and commands; None where its names no longer exist."""
        language = language if language in self.content.languages else self.content.languages[0]
        found = self._composed.get((intent, language))
        if found is None:
            found = self._compose(intent, language)
            if found is None:
                return None
            if len(self._composed) >= _REMEMBERED:
                self._composed.clear()
            self._composed[intent, language] = found
        return found

    def _compose(self, intent: Intent, language: str) -> Answer | None:
        if intent.topic == "setup":
            return self._places.beside(self._setup(intent, language), intent)
        if intent.tree:
            return self._trouble(intent, language)
        answer = self._lookups.answer(intent, language) if intent.aspect else self._topics.answer(intent, language)
        return self._places.beside(answer, intent) if answer else None

    def language_for(self, text: str, client_language: str, memory: Memory | None = None) -> str:
        """Give the language to answer in: that of the text, else of the client, else the club's first."""
        return self._language(self._understander.language_of(text), client_language, memory)

    def quoted(self, text: str) -> dict[str, str]:
        """Give the messages of programs, and their codes, that stand in a text, each with its tree: 'Fehler 0x80042109'."""
        return {shown.text: tree_of(shown.label) for shown in self._understander.quoted(text)}

    def knows(self, words: str) -> bool:
        """Whether each of some words stands in the content, to the letter or as a form of one that does."""
        return self._understander.knows(words)

    def title(self, intent: Intent, language: str) -> str:
        """Give the short name of an intent, for buttons and lists."""
        return self._topics.title(intent, language)

    def _language(self, of_text: str, client_language: str, memory: Memory | None) -> str:
        known = self.content.languages
        of_client = client_language.partition("-")[0].lower()
        for language in (of_text, memory.language if memory else "", of_client):
            if language in known:
                return language
        return known[0]

    def _setup(self, intent: Intent, language: str) -> Answer:
        guide = self.content.guides.get(intent.program)
        text = self.content.word("setup_answer", language, protocols=protocols_named(self.content, language))
        if guide is not None:
            offered = protocols(self.content, guide)
            only = intent.subject if intent.subject in offered else offered[0] if len(offered) == 1 else ""
            text = self.content.word(
                "setup_answer_program",
                language,
                program=guide.name.get(language),
                protocols=self.content.settings.protocols[only].name if only else protocols_named(self.content, language),
            )
        return Answer(language, tuple(text.split("\n\n")), actions=(self._topics.action(intent, language),))

    def _trouble(self, intent: Intent, language: str) -> Answer | None:
        tree = self.content.trouble.get(intent.tree)
        if tree is None:
            return None
        told, *more = self.content.word("trouble_answer", language, title=tree.title.get(language)).split("\n\n")
        if tree.first_aid is not None:
            more.insert(0, references.fill(tree.first_aid.get(language), self._values[language]))
        action = Action(ActionKind.TROUBLE, self.content.word("trouble_button", language), tree.trouble)
        return Answer(language, (told, *more), actions=(action,))

    def _offer(self, word: str, intents: tuple[Intent, ...], language: str) -> Answer:
        actions = [self._topics.action(intent, language) for intent in intents[:3]]
        actions.append(Action(ActionKind.MENU, self.content.word("menu_button", language)))
        return Answer(language, (self.content.word(word, language),), actions=tuple(dict.fromkeys(actions)))


def _protocol_of(understood: Understanding, language: str) -> Memory | None:
    """Give what to remember of readings that only agree in the protocol: 'ich nehm jetzt IMAP', 'welcher Port?'."""
    first, *others = understood.intents
    is_agreed = first.subject in PROTOCOLS and all(other.subject == first.subject for other in others)
    return Memory(Intent(subject=first.subject), language) if is_agreed else None


def _about_the_same(intent: Intent, last: Intent | None) -> Intent:
    """Keep the protocol and the program talked of through questions that name none: 'geht das ohne Internet? Wie war der Port?'.

    A program stays with values, which stand somewhere in it: 'I use Outlook', 'which server', 'where do I enter it'.
    """
    if last is None:
        return intent
    if intent.aspect and not intent.program:
        intent = intent.within(program=last.program)
    if intent.subject or intent.topic == "recommendation":
        return intent
    return intent.within(subject=last.subject)


def _asks_if(understood: Understanding) -> bool:
    """'Thunderbird hat 993 gefunden, richtig?', '… 465, soll ich das ändern?': yes or no is what is waited for."""
    whole = understood.explanation.whole
    return whole is not None and (understood.confirms or whole.cue("whether")) and not whole.asks_openly


def _asks_where_again(intent: Intent, memory: Memory | None) -> bool:
    """'Wo ändere ich den Port in Thunderbird?' 'Und in Outlook?': only the program is another one."""
    if memory is None or not memory.asked_where or intent.program in {"", memory.intent.program}:
        return False
    return intent.within(program=memory.intent.program) == memory.intent


def _not_told_twice(intents: tuple[Intent, ...]) -> list[Intent]:
    """Leave out an encryption that the answer for the port beside it tells: 'welcher Port und welche Verschlüsselung?'."""
    ports = {intent for intent in intents if intent.aspect == "port"}
    ports |= {intent.within(direction="") for intent in ports if intent.direction}  # 'und mit SSL oder ohne?'
    return [one for one in intents if one.aspect != "encryption" or one.within(aspect="port") not in ports]


def _each_once(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """Give actions less those that look like another one; of guides, that of the program stays."""
    telling: dict[tuple[ActionKind, str], Action] = {}
    for action in actions:
        known = telling.get((action.kind, action.label))
        if known is None or len(action.target) > len(known.target):
            telling[action.kind, action.label] = action
    return tuple(telling.values())


def _both_told(first: str, second: str) -> str:
    return "\n\n".join(dict.fromkeys(filter(None, (first, second))))


def _joined(answers: list[Answer]) -> Answer:
    """Join the answers to two questions of one message; what both say is said once."""
    first, *others = answers
    for other in others:
        first = replace(
            first,
            lines=tuple(dict.fromkeys(first.lines + other.lines)),
            values=tuple(dict.fromkeys(first.values + other.values)),
            caution=_both_told(first.caution, other.caution),
            hint=_both_told(first.hint, other.hint),
            actions=_each_once(first.actions + other.actions)[:4],
        )
    return first

"""The assistant: one object that answers, for every way of talking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from assistant.compose.answers import Answers
from assistant.compose.connections import ports_named
from assistant.compose.domain_spelled import of_spelled_domain
from assistant.compose.host_names import of_server_named
from assistant.compose.named_port import of_its_protocol, of_named_port, of_port_asked_about, of_port_before
from assistant.compose.told import tell, with_trouble
from assistant.compose.values_judged import is_right_and_fails
from assistant.intent import PROTOCOLS, Intent, tree_of
from assistant.understanding.intents import beside_advice
from assistant.understanding.understand import Understander

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.answer import Answer
    from assistant.knowledge.models.content import Content
    from assistant.understanding.explain import Explanation
    from assistant.understanding.understood import Understanding
    from assistant.understanding.variants import Variants

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
    port: str = ""
    """The one port that was named: 'ist 993 bei POP richtig?' 'Ich mein IMAP, dann schon?'."""


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
        self._answers = Answers(self.content)
        nearest = tuple(intent for intent in _NEAREST if intent.aspect or intent.topic in content.topics)
        self._unknown = {language: self._answers.offer("unknown", nearest, language) for language in content.languages}

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
        understood = of_server_named(self.content, of_spelled_domain(self.content, understood))
        language = self._language(understood.language, client_language, memory)
        if understood.decision == "silent":
            return self._reply(None, understood, language, memory)
        if understood.decision == "answer":
            understood = of_port_before(understood, memory.port if memory else "")
            narrowed = of_port_asked_about(self.content, of_named_port(self.content, understood))
            told = tell(self.content, self._answers, narrowed, language)
            if told is not None:
                understood, answer, is_checked, is_judged = told
                asks_where = understood.asks_where or _asks_where_again(understood.intents[0], memory)
                if asks_where and not (is_judged and _asks_if(understood)):  # 'Thunderbird hat 993 gefunden, richtig?'
                    answer = self._answers.saying_where(answer, understood.intents[0], is_switch=_asks_for_a_switch(understood))
                if not is_checked and is_right_and_fails(self.content, understood):
                    answer = with_trouble(self.content, self._answers, understood, answer)
                first = understood.intents[0]
                also = next(iter(understood.intents[1:2]), None) or self._beside_advice(understood)
                meant = of_its_protocol(self.content, understood, first)  # 'ist 993 richtig?' 'zum Senden?'
                ports = ports_named(self.content, understood) if meant.aspect == "port" else []
                port = ports[0] if len(ports) == 1 else ""
                remembered = Memory(_about_the_same(meant, last), language, also, asks_where, port)
                if memory is not None and self.content.is_small_talk(first.topic):
                    remembered = memory  # 'danke!' leaves open what was talked about
                return self._reply(answer, understood, language, remembered, answered=True)
        if understood.decision != "choices":
            return self._reply(self._unknown[language], understood, language, memory)
        answer = self._answers.offer("choices", understood.intents, language)
        return self._reply(answer, understood, language, _protocol_of(understood, language) or memory)

    def answer_narrowed(self, reply: Reply, intent: Intent) -> Answer | None:
        """Answer the same message anew, for an intent of which circumstances tell more: with yes or no in front as ever."""
        told = tell(self.content, self._answers, reply.understood._replace(intents=(intent,)), reply.language)
        return told.answer if told is not None else None

    def _beside_advice(self, understood: Understanding) -> Intent | None:
        return beside_advice(understood.intents[0], understood.explanation.whole, self.content.settings.recommended)

    @staticmethod
    def _reply(
        answer: Answer | None, understood: Understanding, language: str, memory: Memory | None, *, answered: bool = False
    ) -> Reply:
        return Reply(answer, answered, understood.intents, understood, language, memory)

    def answer(self, intent: Intent, language: str) -> Answer | None:
        """Answer an intent directly, for buttons and commands; None where its names no longer exist."""
        return self._answers.answer(intent, language)

    def title(self, intent: Intent, language: str) -> str:
        """Give the short name of an intent, for buttons and lists."""
        return self._answers.title(intent, language)

    def language_for(self, text: str, client_language: str, memory: Memory | None = None) -> str:
        """Give the language to answer in: that of the text, else of the client, else the club's first."""
        return self._language(self._understander.language_of(text), client_language, memory)

    def quoted(self, text: str) -> dict[str, str]:
        """Give the messages of programs, and their codes, that stand in a text, each with its tree: 'Fehler 0x80042109'."""
        return {shown.text: tree_of(shown.label) for shown in self._understander.quoted(text)}

    @property
    def forms(self) -> Variants:
        """The content's forms of words, as dialects and haste write them."""
        return self._understander.forms

    def knows(self, words: str) -> bool:
        """Whether each of some words stands in the content, to the letter or as a form of one that does."""
        return self._understander.knows(words)

    def _language(self, of_text: str, client_language: str, memory: Memory | None) -> str:
        known = self.content.languages
        of_client = client_language.partition("-")[0].lower()
        for language in (of_text, memory.language if memory else "", of_client):
            if language in known:
                return language
        return known[0]


def _protocol_of(understood: Understanding, language: str) -> Memory | None:
    """Give what to remember of readings that only agree in the protocol: 'ich hab jetzt IMAP', 'welcher Port?'.

    A switch to the other one is the same to it: 'ich hab jetzt POP'.
    """
    first, *others = understood.intents
    is_agreed = first.subject in PROTOCOLS and all(first.subject == one.subject or one.topic == "switching" for one in others)
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
    return whole is not None and (understood.confirms or "whether" in whole.cues) and not whole.asks_openly


def _asks_for_a_switch(understood: Understanding) -> bool:
    """'Wo schalte ich das ein?'."""
    whole = understood.explanation.whole
    return whole is not None and "switches_it_on" in whole.cues


def _asks_where_again(intent: Intent, memory: Memory | None) -> bool:
    """'Wo ändere ich den Port in Thunderbird?' 'Und in Outlook?': only the program is another one."""
    if memory is None or not memory.asked_where or intent.program in {"", memory.intent.program}:
        return False
    return intent.within(program=memory.intent.program) == memory.intent

"""One message in, what it asks out: sentence by sentence, then one decision."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from assistant.intent import ANY_TROUBLE, ASPECTS, trouble_label
from assistant.topics import TopicClassifier
from assistant.understanding import learned
from assistant.understanding.candidates import weigh
from assistant.understanding.courtesy import without_call, without_thanks_ahead
from assistant.understanding.deciding import ANSWER_FROM, Decision, decide, decide_unasked
from assistant.understanding.follow_up import complete
from assistant.understanding.intents import direction_before, intent_of, intents_of, of_better_one
from assistant.understanding.language import LanguageTeller
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.picking import Pick, pick, surely_asking, tells_all
from assistant.understanding.quoted import without_quoted_hosts
from assistant.understanding.reading import joined, read_message, read_sentence
from assistant.understanding.risks.passwords import endangered
from assistant.understanding.rules.scores import Labels
from assistant.understanding.shown import ShownMessages, begins_as_reply, opinion_of, own_words
from assistant.understanding.silence import groups, relevance_of, value_asked_for
from assistant.understanding.small_words import SmallWords
from assistant.understanding.text import MAX_CHARACTERS, sentences, together, words_of
from assistant.understanding.understood import Understanding, understood
from assistant.understanding.variants import Variants
from assistant.understanding.weighed import Weighed
from assistant.understanding.worth_weighing import can_ask, most_telling, names_ours, without_told

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content
    from assistant.understanding.shown import Shown
    from assistant.understanding.slots import Slots

_SHORT_MESSAGE = 25
"""Words up to which several sentences are also read as one."""
_OFF_TOPIC = -2.0
"""The relevance of what the classifier takes for other talk."""
_OF_OTHER_THINGS = -1.0
"""The relevance of what nobody says of mails, even after a question: 'Bus hat 49 Plätze'."""
_OF_SMALL_TALK = ("thanks", "waits")
_IN_TROUBLE = ("wrong", "denies", "nothing_works", "breaks", "spam")
"""Cues that tell of a trouble."""
_CLEARLY_TALK = 0.3
"""By how much the classifier must take what is said after a question rather for other talk."""
_OF_ANY_MAIL = frozenset(("cue", name) for name in ("mail", "before_field", "mail_field", "follow_up", "with_it"))
_CLEAR = 1.0
"""The score of a sentence that needs no look at what else is said, where nothing else names anything of ours."""
_CLOSELY = 6
"""Unknown words of a sentence whose letters the classifier looks at; of 9,000 sentences members write none needs more."""
_OFFERED = 3
_SCORE = attrgetter("score")
_LANGUAGE_OF_SERVERS = "en"


class Understander:
    """Understands messages by one content. Immutable after it was built."""

    def __init__(self, content: Content, cache: Path | None = None) -> None:
        self.content = learned.without_learned(content)
        """As it was given, but for what was learned from it."""
        self.forms = Variants(learned.variants(content))
        """Forms of words, and which word each is read as."""
        self._lexicon = Lexicon(
            learned.entries(content),
            learned.real_words(content),
            learned.fillers(content),
            self.forms,
            SmallWords.of(content.vocabulary.cue),
        )
        self._language = LanguageTeller(content, self.forms, self._lexicon.strange)
        phrases = self._marked_phrases(content)
        self._classifier = TopicClassifier.train(phrases, cache, groups(phrases, content))
        self._shown = ShownMessages(content)
        self._hosts = frozenset(content.settings.hosts)
        troubles = tuple(map(trouble_label, content.trouble))
        self._labels = Labels.among((*ASPECTS, *content.topics, "setup", *troubles))
        private = (topic.topic for topic in content.topics.values() if not topic.group)
        self._small = frozenset(word for phrase in content.vocabulary.cue.phrases("function_words") for word in words_of(phrase))
        self._steering = learned.steering(content)
        self._private = frozenset((*private, *troubles))

    def _marked_phrases(self, content: Content) -> dict[str, list[str]]:
        return {
            label: [
                " ".join(read_sentence(self._lexicon.standard(sentence), self._lexicon).marked for sentence in sentences(phrase))
                for phrase in phrases
            ]
            for label, phrases in learned.phrases(content).items()
        }

    def language_of(self, text: str) -> str:
        """Give the language of a text, or an empty string."""
        return self._language_of(text, tuple([word for sentence in sentences(text) for word in sentence.words]))

    def _language_of(self, text: str, words: tuple[str, ...], expected: str = "") -> str:
        """Give the language of a text by its words, of a short one also by what they are slips of."""
        language = self._language.tell(text, words, expected)
        if language or len(words) > _SHORT_MESSAGE:
            return language
        return self._language.tell_by_slips(text, words, self._lexicon.spelled(words), expected)

    def quoted(self, message: str) -> list[Shown]:
        """Give the messages of programs, and their codes, that stand in a message."""
        return self._shown.quoted_in(tuple([word for sentence in sentences(message) for word in sentence.written]))

    def knows(self, words: str) -> bool:
        """Whether each of some words stands in the content, to the letter or as a form of one that does."""
        return self._lexicon.knows(words)

    def understand(
        self,
        message: str,
        *,
        last: Intent | None = None,
        also: Intent | None = None,
        addressed: bool = True,
        expected_language: str = "",
    ) -> Understanding:
        """Understand one message.

        Args:
            message: Any text.
            last: What the same person asked before in the same chat.
            also: The second thing that they asked in that message.
            addressed: Whether the message was meant for the bot.
            expected_language: The language that the circumstances speak for.
        """
        read, mentioned = read_message(message, self._lexicon)
        read = without_quoted_hosts(read, self._hosts, self._lexicon, lambda words: bool(self._shown.quoted_in(words)))
        words = tuple([word for slots in read for word in slots.sentence.written])
        language = self._language_told(message, words, expected_language)
        read = without_call(read, self._lexicon)
        if not addressed:
            read = without_thanks_ahead(read, self._lexicon)
        if not read:
            nothing = Decision("unknown" if addressed else "silent", 0.0, 0.0, "there are no words in it")
            return understood(message, [], [], nothing, 0.0, language, None, self._lexicon)
        is_long, is_short = len(message) > MAX_CHARACTERS, len(words) <= _SHORT_MESSAGE
        everything, weighed, picked = self._picked(read, is_long=is_long, is_short=is_short, addressed=addressed)
        if (danger := endangered(read)) in self._labels.answered:
            picked = [Pick(danger, everything, 1.0)]
        intents = [
            intent
            for one in picked
            for intent in intents_of(one.label, one.slots, everything, mentioned, direction_before(one.slots, read, everything))
        ]
        intents = of_better_one(intents, everything, self.content.settings.recommended)
        score = max([one.score for one in picked], default=0.0)
        if last is not None:
            leaning = _without_thanks(read, everything)
            alone = score
            intents, score = complete(
                intents, score, leaning, last, also, answer_from=ANSWER_FROM, recommended=self.content.settings.recommended
            )
            if intents and self.content.is_small_talk(intents[0].topic):
                score = alone  # nobody says goodbye by following up: 'kommt immer noch'
        first, candidates = next(iter(intents), None), max(weighed, key=_SCORE).ranked
        if addressed:
            is_talk = any(self._is_talk(one, follows=last is not None) for one in picked)
            decision = self._decided(first, score, everything, weighed, is_talk=is_talk, follows=last is not None)
        else:
            if first and first.tree and (value := value_asked_for(candidates, everything)):
                intents = intents_of(value, everything, everything, mentioned, everything.direction)
                first = intents[0]
            decision = decide_unasked(first, everything, _relevance(everything, weighed), self.content)
        if decision.kind == "choices":
            offered = [candidate.label for candidate in candidates[:_OFFERED]]
            intents = [intent_of(label, everything, everything, mentioned, everything.direction) for label in offered]
        return understood(message, intents, candidates, decision, score, language, everything, self._lexicon)

    def _picked(
        self, read: list[Slots], *, is_long: bool, is_short: bool, addressed: bool
    ) -> tuple[Slots, list[Weighed], list[Pick]]:
        """Weigh the sentences of a message that can ask, and pick what it asks.

        A short one of several is also read as a whole where the sentences leave something open, or where all of it is to tell
        if it was meant for the bot.

        Returns:
            The slots of the whole message; what was weighed, that of the whole last and with these very slots; and the picks.
        """
        asking = can_ask(read)
        may_be_one = len(read) > 1 and is_short and not is_long
        by_itself = most_telling(asking, is_long=is_long)
        naming = list(filter(names_ours, by_itself))
        if naming or (may_be_one and len(asking) == len(read)):
            by_itself = without_told(naming)  # the others are read with the whole, or say nothing beside these
        weighed = [self._weigh(slots, is_long=is_long) for slots in by_itself]
        parts = [one for one in weighed if one.ranked]
        sure = surely_asking(parts, sure_from=ANSWER_FROM)
        is_clear = addressed and len(naming) == 1 and any(one.score >= _CLEAR for one in parts)  # 'Moin! Mir fehlt der Port'
        is_clear = is_clear and not _asks_what_they_are(naming[0], asking)
        is_open = not (is_clear or tells_all(sure, parts))
        whole = None
        if may_be_one and (is_open or not addressed):
            everything = read_sentence(together([slots.sentence for slots in read]), self._lexicon)
            if len(asking) == len(read):
                whole = self._weigh(everything, is_long=False)
                weighed.append(whole)
        else:
            everything = read[0] if len(read) == 1 else joined(read)
        return (
            everything,
            weighed,
            pick(parts, sure, whole if whole and whole.ranked and is_open else None, sure_from=ANSWER_FROM),
        )

    def _decided(
        self, first: Intent | None, score: float, everything: Slots, weighed: list[Weighed], *, is_talk: bool, follows: bool
    ) -> Decision:
        """Decide about a message to the bot."""
        if self._is_a_strange_word(everything, weighed[0]):
            return Decision("unknown", score, 0.0, "it only sounds like a word of ours")
        if self._only_steers(everything, first):
            return Decision("unknown", score, 0.0, "it turns the pages of a guide, and there is none")
        if first and first.tree and self._only_names_mail(everything):
            return Decision("unknown", score, 0.0, "it only names mails, as any trouble does")
        relevance = _relevance(everything, weighed)
        if (follows and relevance > _OF_OTHER_THINGS) or (first and self._is_told_in_private(first, everything, follows=follows)):
            relevance = 0.0
        candidates = max(weighed, key=_SCORE).ranked
        return decide(first, score, candidates, everything, _OFF_TOPIC if is_talk else relevance)

    def _is_told_in_private(self, first: Intent, everything: Slots, *, follows: bool) -> bool:
        """Tell whether it is talk that we answer in private: small talk, and troubles.

        After a question a trouble has to be told by a word, as less is asked of what counts as one: 'Sport fällt heut aus'.
        """
        if follows and first.tree:
            return everything.has_any(_IN_TROUBLE)
        return first.topic in self._private or (follows and self.content.is_small_talk(first.topic))

    def _is_talk(self, one: Pick, *, follows: bool) -> bool:
        """Tell whether the classifier takes it for other talk; a call for help or thanks, 'danke, hab's gefunden', never are.

        Nor is who asks for a moment: 'hang on, need my glasses'.
        """
        if one.label == ANY_TROUBLE or (one.slots.has_any(_OF_SMALL_TALK) and self.content.is_small_talk(one.label)):
            return False
        # After a first question a short message is seldom talk: '… and what's bad?'
        return one.talk > (_CLEARLY_TALK if follows else 0.0)

    def _is_a_strange_word(self, everything: Slots, weighed: Weighed) -> bool:
        """Tell whether it is one word that is a slip of one of ours at best and fills no slot: 'Maier'. A greeting may be one."""
        words = everything.sentence.words
        is_bare = len(words) == 1 and not everything.hits and not everything.names_host and not weighed.small_talk
        return is_bare and self._lexicon.strange(words) > 0 and not self._shown.quoted_in(everything.sentence.written)

    def _only_steers(self, everything: Slots, first: Intent | None) -> bool:
        """'Zurück', 'weiter', where no guide is open: what it sounds like was not asked."""
        is_named = everything.names_something or (first is not None and (first.aspect or self.content.is_small_talk(first.topic)))
        return not is_named and " ".join(everything.sentence.written) in self._steering

    def _only_names_mail(self, slots: Slots) -> bool:
        """'Mit Mail', 'meine Mails': nothing is said of them."""
        mails = slots.places_of("mail")
        others = (word for at, word in enumerate(slots.sentence.words) if at not in mails)
        is_more = slots.sentence.asks or any((hit.kind, hit.value) not in _OF_ANY_MAIL for hit in slots.hits)
        return bool(mails) and not is_more and all(word in self._small for word in others)

    def _weigh(self, slots: Slots, *, is_long: bool) -> Weighed:
        """Weigh what a sentence could ask; in a long message's sentence the letters of unknown words are not looked at."""
        opinion, of_groups = self._classifier.opinion(slots.marked, 0 if is_long else _CLOSELY)
        for shown in self._shown.quoted_in(slots.sentence.written):
            opinion[shown.label] = opinion_of(shown, slots)
        ranked = weigh(slots, opinion, self._labels)
        best = ranked[0].label if ranked else learned.TALK
        talk = opinion.get(learned.TALK, 0.0) - opinion.get(best, 0.0)
        return Weighed(slots, ranked, self.content.is_small_talk(best), talk, relevance_of(of_groups))

    def _language_told(self, message: str, words: tuple[str, ...], expected: str) -> str:
        """Give the language of what a member says in own words: a message that a program shows, and its codes, tell nothing."""
        own = words
        if quoted := self._shown.quoted_in(words):
            own = own_words(words, quoted)
            if not any(map(str.isalpha, own)):
                return ""
        language = self._language_of(" ".join(own) if quoted else message, own, expected)
        is_reply = language == _LANGUAGE_OF_SERVERS and begins_as_reply(words)
        return "" if is_reply and "?" not in message else language


def _without_thanks(read: list[Slots], everything: Slots) -> Slots:
    """Give a message without the sentences that only tell how it went: 'Habe ich gemacht, danke. Und beim Ausgang?'."""
    asking = [slots for slots in read if not slots.only_tells]
    return everything if len(asking) in {0, len(read)} else joined(asking)


def _asks_what_they_are(choice: Slots, asking: list[Slots]) -> bool:
    """'It says POP3 or IMAP. What is?': another sentence asks what both are."""
    return choice.subject == "both" and not choice.aspects and any("meaning" in one.cues for one in asking if one is not choice)


def _relevance(everything: Slots, weighed: list[Weighed]) -> float:
    """Give the relevance of a message, where it was weighed as a whole; else that of its sentence that sounds most like ours."""
    return max(part.relevance for part in weighed if part.slots is everything or weighed[-1].slots is not everything)

"""One message in, what it asks out: sentence by sentence, then one decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.intent import ASPECTS, Intent
from assistant.topics import TopicClassifier, likeness
from assistant.understanding.candidates import Candidate, weigh
from assistant.understanding.explain import Explanation
from assistant.understanding.follow_up import complete
from assistant.understanding.language import LanguageTeller
from assistant.understanding.lexicon import Hit, Lexicon
from assistant.understanding.silence import UNASKED_FROM, speaks_unasked
from assistant.understanding.slots import Slots, read_slots
from assistant.understanding.text import Sentence, sentences, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from assistant.knowledge import Content
    from assistant.understanding.lexicon import Meaning

ANSWER_FROM = 0.45
"""Score from which a question that was meant for the bot is answered."""
CLEAR_FROM = 0.28
"""The same where nothing else comes near."""
OFFER_FROM = 0.2
"""Score from which nearest topics are offered instead."""
_CLEARLY_AHEAD = 0.15
_MAX_ANSWERS = 2
_SHORT_MESSAGE = 25
_FRAGMENT = 3
"""Words of a sentence that says nothing alone: '… ausgehend. IMAP.'"""
_WEIGHED = 4
_CERTAIN = 3.0
_LEANING = ("meaning", "why", "confirm", "maybe_port", "maybe_name")


@dataclass(frozen=True)
class Understanding:
    """What a message asks."""

    intents: tuple[Intent, ...]
    """What to answer, in the order asked; or, when the decision is `choices`, what to offer."""
    decision: str
    """`answer`, `choices`, `unknown` or `silent`."""
    score: float
    language: str
    """The language of the message, empty where it has none."""
    numbers: tuple[str, ...]
    """Numbers and host names the member named, to be confirmed or corrected."""
    confirms: bool
    """Whether the member asks if something is right."""
    explanation: Explanation


class Understander:
    """Understands messages by one content. Immutable after it was built."""

    def __init__(self, content: Content, cache: Path | None = None) -> None:
        self._content = content
        self._lexicon = Lexicon(_entries(content), _real_words(content))
        self._language = LanguageTeller(content)
        self._classifier = TopicClassifier.train(_phrases(content), cache=cache)
        self._errors = tuple(
            (" ".join(words_of(text)), f"trouble:{tree.trouble}")
            for tree in content.trouble.values()
            for text in tree.error_texts
        )

    def language_of(self, text: str) -> str:
        """Give the language of a text, or an empty string."""
        return self._language.tell(text, tuple(word for sentence in sentences(text) for word in sentence.words))

    def understand(
        self, message: str, *, last: Intent | None = None, addressed: bool = True, expected_language: str = ""
    ) -> Understanding:
        """Understand one message.

        Args:
            message: Any text.
            last: What the same person asked before in the same chat.
            addressed: Whether the message was meant for the bot.
            expected_language: The language that the circumstances speak for.
        """
        parts = sentences(message)
        words = tuple(word for part in parts for word in part.words)
        language = self._language.tell(message, words, expected_language)
        read = self._merged(parts)
        whole = _joined(message, read) if len(read) > 1 else None
        weighed = [(slots, self._weigh(slots)) for slots in _most_telling(read)]
        if whole is not None and len(words) <= _SHORT_MESSAGE:
            together = self._slots(whole.sentence)
            weighed.append((together, self._weigh(together)))
            whole = together
        picked = self._pick(weighed, whole)
        everything = whole or (read[0] if read else None)
        if everything is None:
            return self._result([], [], "unknown" if addressed else "silent", 0.0, language, None)
        intents = [self._intent(label, slots, everything) for label, slots, _ in picked]
        score = max((score for _, _, score in picked), default=0.0)
        intents, score = complete(intents, score, everything, last, answer_from=ANSWER_FROM)
        candidates = max((ranked for _, ranked in weighed), key=lambda ranked: ranked[0].score if ranked else 0.0, default=[])
        decision = self._decide(intents, score, candidates, everything, addressed=addressed)
        if decision == "choices":
            intents = [self._intent(candidate.label, everything, everything) for candidate in candidates[:3]]
        return self._result(_distinct(intents), candidates, decision, min(1.0, score), language, everything)

    def _merged(self, parts: tuple[Sentence, ...]) -> list[Slots]:
        """Join a sentence that asks nothing of its own ('… IMAP. Was ist das?') to the one before."""
        merged: list[Slots] = []
        for part in parts:
            slots = self._slots(part)
            goes_on = any(hit.start == 0 for hit in slots.of("cue").get("follow_up", ()))
            leans = goes_on or len(part.words) <= _FRAGMENT or any(slots.cue(name) for name in _LEANING)
            if merged and leans and not any(slots.of(kind) for kind in ("aspect", "topic", "program")):
                before = merged.pop().sentence
                both = Sentence(f"{before.text} {part.text}", before.words + part.words, before.asks or part.asks)
                slots = self._slots(both)
            merged.append(slots)
        return merged

    def _slots(self, sentence: Sentence) -> Slots:
        return read_slots(sentence, self._lexicon.find(sentence.words))

    def _weigh(self, slots: Slots) -> list[Candidate]:
        ranked = self._classifier.rank(slots.sentence.text)
        opinion = {label: likeness(score) for label, score in ranked}
        joined = f" {' '.join(slots.sentence.words)} "
        for text, label in self._errors:
            if f" {text} " in joined:
                opinion[label] = _CERTAIN
        return weigh(slots, opinion)

    def _pick(self, weighed: list[tuple[Slots, list[Candidate]]], whole: Slots | None) -> list[tuple[str, Slots, float]]:
        """Pick what the message asks: the best sentence, and a second one that asks something else as surely."""
        best = [(ranked[0], slots, ranked) for slots, ranked in weighed if ranked]
        best.sort(
            key=lambda item: (
                -(item[0].score + (0.08 if item[1].is_question else 0.0) - (1.0 if self._is_small_talk(item[0]) else 0.0))
            )
        )
        picked: list[tuple[str, Slots, float]] = []
        for candidate, slots, ranked in best:
            if picked and (candidate.score < ANSWER_FROM or slots is whole or picked[0][1] is whole or not slots.is_question):
                continue
            if candidate.label in {label for label, _, _ in picked}:
                continue
            picked.append((candidate.label, slots, candidate.score))
            picked += [(label, slots, candidate.score) for label in self._also_asked(candidate.label, slots, ranked)]
            if len(picked) >= _MAX_ANSWERS or slots is whole:
                break
        return picked[:_MAX_ANSWERS]

    def _is_small_talk(self, candidate: Candidate) -> bool:
        """A greeting is answered only where nothing was asked."""
        topic = self._content.topics.get(candidate.label)
        return topic is not None and topic.small_talk

    @staticmethod
    def _also_asked(label: str, slots: Slots, ranked: list[Candidate]) -> list[str]:
        """'Server und Port' in one sentence: the second value."""
        if label not in ASPECTS or label in {"settings", "login"}:
            return []
        first = slots.of("aspect").get(label)
        if not first:
            return []
        for candidate in ranked[1:4]:
            hits = slots.of("aspect").get(candidate.label)
            if hits and candidate.label in {"port", "server", "encryption", "username"} and candidate.score >= ANSWER_FROM:
                low, high = (
                    sorted((first[0].end, hits[0].start)) if first[0].start < hits[0].start else (hits[0].end, first[0].start)
                )
                if {"und", "and", "sowie", "plus", "u"}.intersection(slots.sentence.words[low:high]):
                    return [candidate.label]
        return []

    def _intent(self, label: str, slots: Slots, whole: Slots) -> Intent:
        if label == "setup":
            return Intent(topic=label, subject=_single(slots.subject or whole.subject), program=slots.program or whole.program)
        if label.startswith("trouble:"):
            return Intent(topic=label)
        if label in ASPECTS:
            direction = slots.direction or whole.direction
            return Intent(aspect=label, subject=slots.subject or whole.subject, direction=direction)
        if label == "switching":
            return Intent(topic=label, subject=_last_named(whole))
        return Intent(topic=label, subject=slots.subject or whole.subject)

    def _decide(self, intents: list[Intent], score: float, candidates: list[Candidate], whole: Slots, *, addressed: bool) -> str:
        if not addressed:
            return "answer" if intents and speaks_unasked(whole, intents[0], score, self._content) else "silent"
        if not intents or score < OFFER_FROM:
            return "unknown"
        ahead = score - (candidates[1].score if len(candidates) > 1 else 0.0)
        if score >= ANSWER_FROM or (score >= CLEAR_FROM and ahead >= _CLEARLY_AHEAD):
            return "answer"
        return "choices" if len(candidates) > 1 else "unknown"

    @staticmethod
    def _result(
        intents: list[Intent],
        candidates: list[Candidate],
        decision: str,
        score: float,
        language: str,
        whole: Slots | None,
    ) -> Understanding:
        slots = tuple(
            f'{hit.kind} {hit.value}: "{hit.words}"'
            for hit in (whole.hits if whole else ())
            if hit.value not in {"common", "function_words"}
        )
        threshold = {"silent": UNASKED_FROM, "unknown": OFFER_FROM}.get(decision, ANSWER_FROM)
        reason = f"{decision}: {score:.2f} against {threshold:.2f}"
        named = tuple(word for word in (whole.sentence.words if whole else ()) if word.isdigit() or "." in word)
        explanation = Explanation(
            slots,
            tuple((candidate.label, candidate.score) for candidate in candidates[:5]),
            decision,
            threshold,
            reason,
        )
        return Understanding(
            tuple(intents),
            decision,
            round(score, 4),
            language,
            named,
            whole is not None and whole.cue("confirm"),
            explanation,
        )


def _last_named(slots: Slots) -> str:
    """Give the protocol named last: 'von POP auf IMAP' is about IMAP from then on."""
    named = [(hits[-1].start, name) for name, hits in slots.of("subject").items()]
    return max(named)[1] if named else ""


def _joined(message: str, read: list[Slots]) -> Slots:
    """Give the slots of a message as those of its sentences, in their order."""
    hits: list[Hit] = []
    words: tuple[str, ...] = ()
    for slots in read:
        before = len(words)
        hits += [Hit(hit.start + before, hit.end + before, *hit[2:]) for hit in slots.hits]
        words += slots.sentence.words
    return read_slots(Sentence(message, words, any(slots.sentence.asks for slots in read)), tuple(hits))


def _most_telling(read: list[Slots]) -> list[Slots]:
    """Give the sentences worth weighing, in their order: of a long message those with most of our words."""
    if len(read) <= _WEIGHED:
        return read
    telling = sorted(read, key=lambda slots: -sum(hit.kind != "cue" for hit in slots.hits))[:_WEIGHED]
    return [slots for slots in read if slots in telling]


def _single(subject: str) -> str:
    return "" if subject == "both" else subject


def _distinct(intents: list[Intent]) -> list[Intent]:
    return list(dict.fromkeys(intents))


def _entries(content: Content) -> Iterator[tuple[Meaning, str]]:
    vocabulary = content.vocabulary
    for kind in ("subject", "direction", "aspect", "topic", "cue"):
        for value, phrases in getattr(vocabulary, kind).root.items():
            if value not in {"common", "function_words"}:
                for phrase in phrases.all():
                    yield (kind, value), phrase
    for guide in content.guides.values():
        for phrase in guide.words.all():
            yield ("program", guide.program), phrase


def _real_words(content: Content) -> Iterator[str]:
    """Give everyday words that must not be taken for slips of ours: the listed ones, and all that the content itself writes."""
    yield from content.vocabulary.cue.root["common"].all()
    yield from content.vocabulary.cue.root["function_words"].all()
    for phrases in _phrases(content).values():
        yield from phrases
    for topic in content.topics.values():
        for text in (topic.answer.any, topic.answer.imap, topic.answer.pop3):
            yield from text.root.values() if text else ()


def _phrases(content: Content) -> dict[str, list[str]]:
    """Give what the classifier learns: how members ask for each topic, value, trouble, and what is none of our business."""
    phrases = {topic.topic: list(topic.examples.all()) for topic in content.topics.values()}
    phrases |= {label: list(examples.all()) for label, examples in content.vocabulary.examples.root.items()}
    phrases |= {f"trouble:{tree.trouble}": list(tree.examples.all()) for tree in content.trouble.values()}
    return phrases

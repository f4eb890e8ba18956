"""Finds the content's words in a message: exactly, with a typo, or inside a compound."""

from __future__ import annotations

from operator import itemgetter
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from assistant.understanding.compounds import Compounds
from assistant.understanding.phrase_tree import PhraseTree
from assistant.understanding.slips import Slips
from assistant.understanding.text import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

    from assistant.understanding.phrase_tree import Meaning
    from assistant.understanding.small_words import SmallWords
    from assistant.understanding.variants import Variants

_MAX_PHRASE = 6
_JUDGING = 4
"""Letters of a word for a topic up to which too much else is near: 'mues' is no slip of 'mies', 'sage' none of 'safe'."""
MOST_UNKNOWN = 10
"""Unknown words of a sentence that are looked at more closely; no question has as many."""
_MOST_SHOWN = 10
_ASKED = frozenset({"aspect", "topic"})
"""What a question asks for; everything else only tells more about it."""
_IDIOM = "idiom"
_IN_COMPOUNDS = ("maybe", "before_field")
"""Beginnings of cues whose words are parts of compounds, as all words are that fill a slot: 'Mailkennwort'."""
_HALF = 3
"""Letters of one of two words written as one, at least."""
_ASKS_NOTHING = frozenset({"location", _IDIOM})
"""Cues of phrases in which such a word asks for nothing: 'auf dem Server', 'in the name of God'."""


class Hit(NamedTuple):
    """A word of the content found in a sentence."""

    start: int
    """Index of its first word in the sentence."""
    end: int
    """Index after its last word."""
    kind: str
    """`subject`, `direction`, `aspect`, `topic`, `program` or `cue`."""
    value: str
    words: str
    """What the member wrote."""
    exact: bool = True
    """False when it was found with a typo or inside a compound."""


_LONGEST_FIRST = itemgetter(0, 1)
_EXCLUSIVE = frozenset({"asked", "program"})
"""Groups of meanings of which a word has one only: the one of the longest phrase it stands in."""
_NONE: frozenset[int] = frozenset()


class Lexicon:
    """The words of the content, ready to be found. Immutable after it was built."""

    def __init__(
        self,
        entries: Iterable[tuple[Meaning, str]],
        common: Iterable[str],
        fillers: Iterable[str],
        variants: Variants,
        small: SmallWords,
    ) -> None:
        """Build it.

        Args:
            entries: Meanings and the words or short phrases for them.
            common: Everyday words that must never be taken for a typo of one of ours ('Post' is no 'Port').
            fillers: Words that say nothing and may stand between those of a phrase: 'was ist denn ein Port'.
            variants: Forms of words, and which word each is read as.
            small: Small words that stand between others.
        """
        self._variants = variants
        self.small = small
        """Those of the content."""
        standard_of = self._variants.standard_of
        phrases = _by_words(entries, standard_of)
        self._single = {words[0]: meanings for words, meanings in phrases.items() if len(words) == 1}
        several = {words: meanings for words, meanings in phrases.items() if len(words) > 1}
        self._phrases = PhraseTree(several)
        self._fillers = {intern(word) for phrase in fillers for word in standard_of(phrase)}
        plain = {intern(word) for phrase in common for word in standard_of(phrase)} | self._fillers
        in_phrases = {word for words in several for word in words}
        self._only_in_phrases = frozenset(in_phrases - plain - self._single.keys())
        judging = {word for word, meanings in self._single.items() if len(word) <= _JUDGING and _only_topics(meanings)}
        self._protocols = {word: name for word, meanings in self._single.items() for kind, name in meanings if kind == "subject"}
        telling = {word for word, meanings in self._single.items() if any(kind != "cue" for kind, _ in meanings)}
        self.telling = frozenset(telling | self._variants.forms_of(telling))
        """Words that fill a slot, as they may be written: a quick first look."""
        self._compounds = Compounds(
            word
            for word, meanings in self._single.items()
            if any(kind != "cue" or value.startswith(_IN_COMPOUNDS) for kind, value in meanings)
        )
        known = {word for words in phrases for word in words} | plain
        naming = {word for word in telling if not _only_topics(self._single[word])}
        self._slips = Slips(known, self._single.keys(), self.telling, naming, judging, self._compounds, variants)

    def standard(self, sentence: Sentence) -> Sentence:
        """Give a sentence with forms of words, as dialects and haste write them, read as the words they stand for."""
        return self._variants.read(sentence)

    def find(self, sentence: Sentence, spelled: tuple[str, ...], closely: int = MOST_UNKNOWN) -> tuple[Hit, ...]:
        """Find all hits in a sentence; what a phrase asks for wins over what single words inside it would ask for.

        Args:
            sentence: Its forms of words as the word.
            spelled: Its words, slips mended.
            closely: How many unknown words are looked at more closely: as a slip or a compound.
        """
        words, written = sentence.words, sentence.written
        hits, taken = self._in_phrases(written, spelled)
        covered = _NONE.union(*taken.values())
        left = closely
        for index, word in enumerate(spelled):
            meanings = self._single.get(word)
            if meanings is not None:
                exact = word == words[index]
                found = [Hit(index, index + 1, kind, value, written[index], exact) for kind, value in meanings]
            elif left <= 0 or (word in self._slips.words and word not in self._only_in_phrases):
                continue
            else:
                left -= 1
                found = self._in_host(index, word) if "." in word else self._joined(index, word) or self._in_compound(index, word)
            hits += [hit for hit in found if index not in taken.get(_group(hit), _NONE)] if index in covered else found
        return tuple(sorted(set(_outside_idioms(hits) if taken else hits)))

    def spelled(self, words: tuple[str, ...], closely: int = MOST_UNKNOWN) -> tuple[str, ...]:
        """Give words, the first unknown ones as what they are slips of."""
        known = self._slips.words
        strange = [index for index, word in enumerate(words) if word not in known]
        if not strange or closely <= 0:
            return words
        spelled = list(words)
        for index in strange[:closely]:
            spelled[index] = self._slips.mended(words[index])
        return tuple(spelled)

    def _in_phrases(self, written: tuple[str, ...], spelled: tuple[str, ...]) -> tuple[list[Hit], dict[str, set[int]]]:
        """Find the phrases of several words, the longest first; give also the places where the words are taken by them."""
        found = [(start - end, start, end, meanings) for start, end, meanings in self._phrases.find(spelled)]
        if not self._fillers.isdisjoint(spelled):
            telling = [index for index, word in enumerate(spelled) if word not in self._fillers]
            between = self._phrases.find([spelled[index] for index in telling])
            found += [(start - end, telling[start], telling[end - 1] + 1, meanings) for start, end, meanings in between]
        if not found:
            return [], {}
        hits: list[Hit] = []
        taken: dict[str, set[int]] = {}
        for _, start, end, meanings in sorted(found, key=_LONGEST_FIRST):
            new = [Hit(start, end, kind, value, " ".join(written[start:end])) for kind, value in meanings]
            kept = [hit for hit in new if taken.get(_group(hit), _NONE).isdisjoint(range(start, end))]
            for group in {_group(hit) for hit in kept} & _EXCLUSIVE:
                taken.setdefault(group, set()).update(range(start, end))
            hits += kept
        return hits, taken

    def protocols(self, words: AbstractSet[str]) -> set[str]:
        """Give the protocols that words name to the letter."""
        return {self._protocols[word] for word in self._protocols.keys() & words}

    def strange(self, words: tuple[str, ...]) -> int:
        """Give how many words are not known to the letter."""
        known = self._slips.words
        return sum([word not in known for word in words])

    def knows(self, text: str) -> bool:
        """Whether all words of a text are known to the letter, or are a form of one."""
        return not self.strange(self._variants.standard_of(text))

    def unknown(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Give the words that stand nowhere in the content, neither as they are nor with a slip nor as a compound, each once."""
        mended, parts_of = self._slips.mended, self._compounds.parts_of
        strange = [word for word in dict.fromkeys(words) if word.isalpha() and word not in self._slips.words]
        shown = [word for word in strange[:_MOST_SHOWN] if mended(word) == word and not parts_of(word)]
        return tuple([word for word in shown if not self._joined(0, word)])

    def _in_host(self, index: int, word: str) -> list[Hit]:
        """'imap.verein.de' names the protocol."""
        meanings = self._single.get(word.partition(".")[0], ())
        return [Hit(index, index + 1, kind, value, word, exact=False) for kind, value in meanings if kind not in _ASKED]

    def _in_compound(self, index: int, word: str) -> list[Hit]:
        parts = self._compounds.parts_of(word)
        return [
            Hit(index, index + 1, kind, value, word, exact=False)
            for part in parts
            for kind, value in self._single[part]
            if kind not in _ASKED or part is parts[-1]  # the last part is the head: 'Serverport' is a port
        ]

    def _joined(self, index: int, word: str) -> list[Hit]:
        """'encryptionmethod', 'outgoingserver': a phrase of two words, written as one."""
        known = self._slips.words
        for at in range(_HALF, len(word) - _HALF + 1):
            halves = word[:at], word[at:]
            if halves[0] in known and halves[1] in known and next(self._phrases.find(halves), None):
                hits = self.find(Sentence(" ".join(halves), halves, asks=False, written=halves), halves, 0)
                return [Hit(index, index + 1, hit.kind, hit.value, word, exact=False) for hit in hits]
        return []


def _by_words(
    entries: Iterable[tuple[Meaning, str]], standard_of: Callable[[str], tuple[str, ...]]
) -> dict[tuple[str, ...], tuple[Meaning, ...]]:
    """Give the meanings by the words of their phrases. What is equal is the same object: there are thousands of them."""
    found: dict[tuple[str, ...], tuple[Meaning, ...]] = {}
    same: dict[tuple[Meaning, ...], tuple[Meaning, ...]] = {}
    for meaning, phrase in entries:
        words = tuple(map(intern, standard_of(phrase)))
        if 0 < len(words) <= _MAX_PHRASE:
            meanings = tuple(dict.fromkeys((*found.get(words, ()), meaning)))
            found[words] = same.setdefault(meanings, meanings)
    return found


def _only_topics(meanings: tuple[Meaning, ...]) -> bool:
    return all(kind in {"topic", "cue"} for kind, _ in meanings) and any(kind == "topic" for kind, _ in meanings)


def _outside_idioms(hits: list[Hit]) -> list[Hit]:
    """Give hits less those of words in 'in the name of', where none means what it usually does; what all of it means stays."""
    idioms = [(hit.start, hit.end) for hit in hits if hit.value == _IDIOM]
    if not idioms:
        return hits
    inside = {at for start, end in idioms for at in range(start, end)}
    return [hit for hit in hits if hit.value == _IDIOM or hit.start not in inside or _is_of_all(hit, idioms)]


def _is_of_all(hit: Hit, idioms: list[tuple[int, int]]) -> bool:
    return any(hit.start <= start and end <= hit.end for start, end in idioms)


def _group(hit: Hit) -> str:
    """Within a group the longest phrase wins: 'Outlook App' is not 'Outlook', 'auf dem Server' asks for no server."""
    return "asked" if hit.kind in _ASKED or hit.value in _ASKS_NOTHING else hit.kind

"""A message as bounded sentences of folded words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from assistant.folding import fold
from assistant.understanding.spoken_numbers import FIGURES, with_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_CHARACTERS = 900
"""Read of a message: enough for any real question."""
MAX_SENTENCES = 10
MAX_WORDS = 120
_MAX_WORD = 40
_ABBREVIATIONS = (
    *("nr", "bzw", "evtl", "ggf", "etc", "usw", "no", "vs", "inkl", "incl", "einschl", "resp"),
    *(r"e\.g", r"z\.b", r"z\.t", r"d\.h", r"d\.r", r"u\.a"),
)
_NOT_ABBREVIATED = "".join(rf"(?<!{word}\.)" for word in _ABBREVIATIONS)
_SIGNS = ".!?;"
_NO_LABEL = r"(?!\w{1,40}(?: \w{1,40})?(?:[^\w ?]|$))"
_SENTENCE_END = re.compile(
    rf"([{_SIGNS}\n–—-])(?:(?=\s)(?:(?<=[!?;])|(?<=\.){_NOT_ABBREVIATED})\s+|(?<=\n)\n*|(?<=\s[–—-])\s{_NO_LABEL})"
)
"""Signs before blanks, ends of lines, dashes between blanks; of a folded text, in which `…` is three signs. As all begin with one
of a few characters, the others are skipped quickly. A dash before a word or two is part of a name: 'Server – Port'."""
_SHORT_ARTICLE = re.compile(r"\b[dszl]'(?=[a-z]{3})")
"""'d'Mails', 's'Passwort', 'l'adresse': the word is what follows."""
RUN_ON = re.compile(r"(?<=[a-z]{2})'[nm]\b(?!')")
"""'heißt'n', 'mit'm': a worn-down 'denn' or 'dem' at the end of a word."""
_SPELLED_LETTER_BY_LETTER = re.compile(r"(?<![^ (\"'])[a-z](?: [a-z](?![^ ?!.,;:)\"'])){2,}(?: \d\b)?")
"""'i m a p', 'p o p 3', as dictation writes it; fewer letters are words of a dialect."""
_SHORT_FORMS = {
    **dict.fromkeys(("what's", "whats", "wots", "wot's", "wats", "whit's", "whits"), ("what", "is")),
    **dict.fromkeys(("where's", "wheres", "whaur's"), ("where", "is")),
    **dict.fromkeys(("how's", "hows", "hoo's"), ("how", "is")),
    **dict.fromkeys(("isses", "iss'es"), ("ist", "es")),
    **dict.fromkeys(("isn", "is'n", "ist'n", "issn"), ("ist",)),
    **dict.fromkeys(("wasn", "was'n"), ("was",)),
}
"""Words run together in speech, and the words they are."""
_MEANT = {", no,": ", no wait,", ", nope,": ", no wait,", "/": " ", "+": " u ", "&": " u "}
"""Signs between words, and what they stand for. A 'no' between commas takes back what was said before it; 'IMAP, no POP' denies
what follows."""
_PATH_OF_LINK = re.compile(r"(://[^\s/]{1,255})/\S*")
_ANY_WORD = re.compile(r"[^\W_]")
_WORD = re.compile(r"[a-z0-9_@]+(?:[.'-][a-z0-9_@]+)*")
_GLUED = re.compile(r"(imap|pop3?|smtp|port|ssl|tls|starttls)([0-9]{3,5}|25)")
"""'imap993', as it is typed in haste."""
_LONG_ENDS = (
    *("com", "net", "org", "info", "club", "email", "example"),
    *("bayern", "berlin", "cologne", "hamburg", "koeln", "nrw", "ruhr", "saarland", "swiss", "tirol", "wien"),
)
"""Ends of host names of more than two letters, as clubs have them (IANA's list of top-level domains; RFC 2606 for `example`)."""
HOST_ENDS = frozenset(_LONG_ENDS)
"""Ends of host names of more than two letters."""
_HOST = re.compile(rf"[^a-z0-9]*[a-z0-9@_-]+(?:\.[a-z0-9@_-]+)*\.(?:[a-z]{{2}}|{'|'.join(_LONG_ENDS)})\b(?::[0-9]+)?[^a-z0-9]*")
HOST_BEGINNINGS = ("imap.", "pop.", "pop3.", "smtp.", "mail.", "posteingang.", "postausgang.", "mx.", "server.", "host.")
"""How servers of mail are usually called."""
_USUAL_ENDS = ("de", "at", "ch", "eu", "li", "fr", "uk", *_LONG_ENDS)
"""Ends of host names that are taken for nothing else; 'IMAP.Es' and 'pop.or' are two sentences without a blank."""
_SPOKEN_SIGNS = {
    **dict.fromkeys(("punkt", "dot", "point"), "."),
    **dict.fromkeys(("minus", "bindestrich", "dash", "hyphen"), "-"),
}
_SPOKEN_POINTS = frozenset(word for word, sign in _SPOKEN_SIGNS.items() if sign == ".")
_SPOKEN_PART = rf"(?: (?:{'|'.join(_SPOKEN_SIGNS)}) [a-z0-9]+)*"
_SPOKEN_FIRST = rf"(?:[a-z] (?:\d|{'|'.join(FIGURES)})(?= )|[a-z0-9]+)"
"""'c 9', 'c neun'."""
_SPOKEN_LAST = rf" (?:{'|'.join(sorted(_SPOKEN_POINTS))}) (?:{'|'.join(_USUAL_ENDS)})(?![\w'])"
_SPOKEN_HOST = re.compile(rf"(?<![a-z0-9]){_SPOKEN_FIRST}{_SPOKEN_PART}{_SPOKEN_LAST}")
"""'Imap punkt verein minus ort punkt de', as dictation writes it."""
_RUN_TOGETHER = re.compile(r"([.!?])(?<=[^\W\d_]{2}.)(?=[A-ZÄÖÜ])")
"""The sign first: what is before it is looked at only there."""


class Sentence(NamedTuple):
    """One sentence of a message."""

    text: str
    """Folded."""
    words: tuple[str, ...]
    """Folded words; hyphenated words are parted, host names and numbers stay whole. Once read by a lexicon, forms of a word that
    dialects and haste have stand there as the word."""
    asks: bool
    """Whether it ends with a question mark."""
    written: tuple[str, ...]
    """The words as they were written."""

    def part(self, start: int, end: int, *, asks: bool) -> Sentence:
        """Give some of its words as a sentence."""
        words = self.words[start:end]
        return Sentence(" ".join(words), words, asks, self.written[start:end])


def together(parts: Sequence[Sentence]) -> Sentence:
    """Give sentences as one, which asks if one of them does."""
    text = " ".join([part.text for part in parts])
    words = tuple([word for part in parts for word in part.words])
    written = tuple([word for part in parts for word in part.written])
    return Sentence(text, words, any(part.asks for part in parts), written)


def sentences(message: str) -> tuple[Sentence, ...]:
    """Part a message into sentences, in linear time.

    Args:
        message: Any text. Of a long one only the beginning is read, see `shortened` for its best sentences.

    Returns:
        See `sentences_of`.
    """
    return sentences_of(parts(fold(message[:MAX_CHARACTERS])))


def sentences_of(folded: Iterable[str]) -> tuple[Sentence, ...]:
    """Make sentences of the folded parts of a message.

    Returns:
        At most `MAX_SENTENCES` sentences with `MAX_WORDS` words in all; none for a text without letters or digits.
    """
    found: dict[tuple[str, ...], Sentence] = {}
    words_left = MAX_WORDS
    for part in folded:
        words = _words(part)[:words_left] if _ANY_WORD.search(part) else ()
        if not words or words in found:
            continue  # what is said twice is read once
        words_left -= len(words)
        found[words] = Sentence(part.strip(), words, asks(part), words)
        if len(found) == MAX_SENTENCES or words_left <= 0:
            break
    return tuple(found.values())


def apart(message: str) -> str:
    """Put in the blank that was left out behind a sentence: 'auf dem Server.Oder werden …'; hosts and addresses stay whole."""
    if not _RUN_TOGETHER.search(message):
        return message
    return " ".join([word if _is_whole(fold(word)) else _RUN_TOGETHER.sub(r"\1 ", word) for word in message.split(" ")])


def _is_whole(word: str) -> bool:
    """Tell whether a folded word with dots is one: an address, a link, a host name or a number, not 'i.d.r.' or 'imap.ist'."""
    if "@" in word or "://" in word or word.replace(".", "").isdigit():
        return True
    labels = [label for label in re.split(r"[^a-z0-9-]+", word) if label]
    is_long = len(labels) > 2 and all(len(label) > 1 for label in labels)
    if is_long and word.startswith(HOST_BEGINNINGS):
        return True  # whatever it ends with
    return bool(_HOST.fullmatch(word)) and (is_long or labels[-1] in _USUAL_ENDS)


def words_of(text: str) -> tuple[str, ...]:
    """Give the folded words of a short text."""
    return _words(fold(text))


def _words(folded: str) -> tuple[str, ...]:
    plain = folded.replace("e-mail", "email").replace("’", "'").replace("+/-", " plus minus ")
    if "'" in plain:
        plain = RUN_ON.sub("", _SHORT_ARTICLE.sub("", plain))
    if "-" in plain:
        parts = [part.replace("-", " ") if "-" in part and not _HOST.fullmatch(part) else part for part in plain.split()]
        plain = " ".join(parts)
    if "://" in plain:
        plain = _PATH_OF_LINK.sub(r"\1", plain)  # '…/imap.html' is a page and names no server
    for sign, meant in _MEANT.items():
        plain = plain.replace(sign, meant)
    if _SPELLED_LETTER_BY_LETTER.search(plain):
        plain = _SPELLED_LETTER_BY_LETTER.sub(lambda found: found[0].replace(" ", ""), plain)
    written = _WORD.findall(plain)
    if not _SPOKEN_POINTS.isdisjoint(written):
        plain = _SPOKEN_HOST.sub(lambda found: _spoken(found[0]), plain)
        written = _WORD.findall(plain)
    words = with_figures([word[:_MAX_WORD] for word in written])
    if [word for word in words if "." in word]:
        words = [part for word in words for part in ((word,) if "." not in word or _is_whole(word) else word.split("."))]
    if glued := {word: found.groups() for word in words if (found := _GLUED.fullmatch(word))}:
        words = [part for word in words for part in glued.get(word, (word,))]
    if not _SHORT_FORMS.keys().isdisjoint(words):
        words = [part for word in words for part in _SHORT_FORMS.get(word, (word,))]
    return tuple(words)


def _spoken(host: str) -> str:
    return "".join([_SPOKEN_SIGNS.get(word) or FIGURES.get(word, word) for word in host.split()])


def asks(part: str) -> bool:
    """Tell whether a part of a message ends with a question mark."""
    return part.rstrip(" \"'“”)").endswith("?")


def parts(folded: str, most: int = 0) -> list[str]:
    """Part a folded text into its sentences, each with the sign at its end.

    Args:
        folded: The text.
        most: How many sentences to look for; 0 for all. Behind them, one more is all the rest.
    """
    texts_and_ends = [*_SENTENCE_END.split(folded, most), ""]
    pairs = zip(texts_and_ends[::2], texts_and_ends[1::2], strict=True)
    return [text + end if end in _SIGNS else text for text, end in pairs]

"""Tells a mistake of YAML's form at the line in which it was made: the reader of YAML often notices it a line or more later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.knowledge.mistakes import Mistake

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import yaml

_NO_SPACE = re.compile(r"\s*(?:- +)*[\w-]+:(?=[^\s:/])")
"""A name and a colon with the value right behind it."""
_NO_SPACE_IN_LIST = re.compile(r"\s*-(?=[^\s-])")
_NO_COLON = re.compile(r"\s*(?:- +)*[\w-]+(?=\s*$|\s|=)")
_EMPTY = re.compile(r"([\w-]+):(?=\s*[,}\]])")
_ENTRY = re.compile(r"""\s*([a-z][\w-]*)(?:\s*=\s*|\s+(?=\S*["'\d.]))("[^"]*"|'[^']*'|[^\s"']+)\s*$""")
"""A line that needs nothing but a colon: `port = 993`, `mail_server mail.club.example`; no line of a text."""
_REFERENCE_FIRST = re.compile(r"(?:[\w-]+: +|- +)(\{[a-z0-9_]+(?:\.[a-z0-9_]+)+\}):?\s*(?![\s,}\]])\S")
"""A text that begins with a reference: `de: {club.name} Chef`."""
_COLON = re.compile(r":(?:\s|$)")
_LAST_WORD = re.compile(r"[^\s\"'{}\[\],]+$")
_LANGUAGE = re.compile(r"[a-z]{2}")
_TWO_COMMAS = re.compile(r",\s*,")
_OPENED = re.compile(r"""(?:^|[:\-\[{,])\s*(["'])""")
_ESCAPED = re.compile(r"\\.|''")
_FAR = 40
"""So many lines are looked through for a text whose quotation marks were not closed."""
_BRACKETS = {"{": "}", "[": "]"}


def syntax_mistake(file: str, lines: Sequence[str], error: yaml.MarkedYAMLError) -> Mistake:
    """Tell what the reader of YAML stumbled over.

    Args:
        file: Its name as shown.
        lines: The file's lines.
        error: With the place where the reader noticed it, and where what it was reading began.
    """
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    began = error.context_mark.line + 1 if error.context_mark else line
    finders = (_reference_first, _no_value, _unclosed_quote, _inner_quote, _inner_colon, _unclosed_bracket, _no_colon)
    for finder in finders:
        for number, at, what, remedy in finder(lines, line, column, began, str(error.problem)):
            return Mistake(file, number, at, what, remedy, lines[number - 1])
    excerpt = _line(lines, line)
    what, remedy = _in_plain_words(" ".join(part for part in (error.context, error.problem) if part), excerpt)
    return Mistake(file, line, column, what, remedy, excerpt)


_INDENT = ("This line is not indented like those it belongs to.", "Indent lines of the same kind by the same number of spaces.")
_SECOND_COLON = ("In this line stands a second colon.", 'Put the text in quotes: "…".')
_IN_QUOTES = _SECOND_COLON[1]
_SIGN = ("Here stands a sign that means something else to YAML.", 'Put the text in quotes: "…".')
_BRACKET = ("In the brackets of this line a comma is missing, or what closes them.", "Write `[one, two]` or `{one: 1, two: 2}`.")
_PROBLEMS = (
    (("flow",), _BRACKET),
    (("expected key", "<block end>", "'-' indicator", "<document start>", "mapping values", "sequence entries"), _INDENT),
    (("block scalar",), ("Behind `|` and `>` nothing may stand in their line.", "Begin the text in the next line, indented.")),
    (("escape",), ("Behind a `\\` stands a letter that YAML does not know there.", "Write two of them: `\\\\`.")),
    (("expected ':'",), ("In this line a colon is missing.", "Write `name: value`.")),
    (("any token", "alias", "anchor", "tag", "directive"), _SIGN),
)
"""Parts of what the reader of YAML says, in either of its two implementations → what is wrong, and the remedy."""


def _in_plain_words(problem: str, line: str) -> tuple[str, str]:
    if "\t" in line:
        return "Here stands a tab.", "Use spaces, not tabs, to indent."
    if "mapping values" in problem and len(_COLON.findall(line)) > 1:
        return _SECOND_COLON
    if "flow" in problem and _TWO_COMMAS.search(line):
        return "Here stands a comma too many.", "Delete it."
    if "flow" in problem and ";" in line:
        return "Between entries stands a comma, no `;`.", "Write `[one, two]` or `{one: 1, two: 2}`."
    for parts, told in _PROBLEMS:
        if any(part in problem for part in parts):
            return told
    remedy = "Check the indentation (spaces only) and put texts that contain `: `, `#`, `{` or `@` in quotes."
    return f"This is not valid YAML: {problem}.", remedy


_Found = tuple[int, int, str, str]
"""Line, column, what is wrong, and the remedy."""


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _reference_first(lines: Sequence[str], line: int, _column: int, _began: int, _problem: str) -> Iterator[_Found]:
    """Find the text without quotation marks that begins with a reference: YAML takes its brace for one of its own."""
    if found := _REFERENCE_FIRST.search(_line(lines, line)):
        yield line, found.start(1) + 1, *_SIGN


def _no_value(lines: Sequence[str], line: int, _column: int, _began: int, problem: str) -> Iterator[_Found]:
    """Find the name in braces right behind whose colon stands the next comma."""
    if "unexpected ':'" in problem and (found := _EMPTY.search(_line(lines, line))):
        yield line, found.start() + 1, f"`{found[1]}` has no value.", f"Write it behind the colon: `{found[1]}: …`."


def _unclosed_quote(lines: Sequence[str], line: int, _column: int, began: int, problem: str) -> Iterator[_Found]:
    """Find the text that swallowed the lines below it up to the next quotation mark."""
    first = max(1, min(began, line) if "end of stream" in problem else line - _FAR)
    for number in range(min(line, len(lines)), first - 1, -1):
        text = lines[number - 1]
        opened = _left_open(text)
        if opened is not None:
            at, mark = opened
            typographic = text.rstrip()[-1:]
            remedy = f"Put a `{mark}` at its end."
            if typographic in {"“", "”", "‘", "’"}:
                remedy = f"End it with `{mark}`, not with `{typographic}`."
            yield number, at, "The quotation marks of this text are not closed.", remedy
        elif number < line and _ESCAPED.sub("", text).count('"') % 2:
            return  # the end of a text of several lines


def _left_open(text: str) -> tuple[int, str] | None:
    """Give column and sign of the quotation mark that begins a value in this line and has no second one."""
    bare = _ESCAPED.sub(lambda found: "_" * len(found[0]), text)
    for found in _OPENED.finditer(bare):
        mark = found[1]
        if bare.count(mark, found.end()) % 2 == 0 and mark not in bare[: found.end() - 1]:
            return found.end(), mark
    return None


def _inner_quote(lines: Sequence[str], line: int, column: int, _began: int, _problem: str) -> Iterator[_Found]:
    """Find the text in quotation marks that has further ones inside."""
    before, after = _line(lines, line)[: column - 1].rstrip(), _line(lines, line)[column - 1 :]
    for mark in ('"', "'"):
        opened = any(found[1] == mark for found in _OPENED.finditer(before))
        if opened and before.endswith(mark) and mark in after:
            what = "This quotation mark ends the text, but more follows."
            yield line, len(before), what, "Write quotation marks inside a text as „…“."


def _inner_colon(lines: Sequence[str], line: int, column: int, _began: int, problem: str) -> Iterator[_Found]:
    """Find the text inside brackets that has a colon: `{de: Tipp: so}`. Behind a name the comma before that is missing."""
    text = _line(lines, line)
    last = _LAST_WORD.search(text[: column - 1])
    if "',' or '" in problem and text[column - 1 : column] == ":" and last and not _is_name(last[0], lines):
        yield line, column, f"The colon behind `{last[0]}` ends the text.", _IN_QUOTES


def _is_name(word: str, lines: Sequence[str]) -> bool:
    """Tell whether a word is that of a language, or begins another entry of the file."""
    entry = re.compile(rf"(?:^|[{{,]|- )\s*{re.escape(word)}:(?:\s|$)")
    return _LANGUAGE.fullmatch(word) is not None or any(entry.search(line) for line in lines)


def _unclosed_bracket(lines: Sequence[str], line: int, _column: int, began: int, problem: str) -> Iterator[_Found]:
    for bracket, closing in _BRACKETS.items():
        text = _line(lines, began)
        if began < line and f"'{closing}'" in problem and text.count(bracket) > text.count(closing):
            yield began, text.rindex(bracket) + 1, f"The bracket `{bracket}` is not closed.", f"Put a `{closing}` at its end."


def _no_colon(lines: Sequence[str], line: int, column: int, began: int, problem: str) -> Iterator[_Found]:
    """Find the line that was read as a plain text because its colon, or the space behind it, is missing."""
    if "could not find expected ':'" in problem:
        guilty = began
    elif "mapping values" in problem and not _COLON.search(_line(lines, line)[: column - 1]):
        guilty = _line_before(lines, line)
    elif "'-' indicator" in problem or "expected key" in problem:
        # `-"eins"` in a list: no entry of it.
        guilty = line
        if not _NO_SPACE_IN_LIST.match(_line(lines, guilty)):
            return
    else:
        return
    text = _line(lines, guilty)
    if found := _NO_SPACE_IN_LIST.match(text):
        yield guilty, found.end(), "Behind the `-` stands no space.", "Put a space after it."
    elif found := _NO_SPACE.match(text):
        yield guilty, found.end(), "Behind the colon stands no space.", "Put a space after the colon."
    elif (found := _NO_COLON.match(text)) and not _COLON.search(text):
        remedy = "Write `name: value`; the lines of a longer text are indented further than its name."
        if entry := _ENTRY.match(text):
            remedy = f"Write `{entry[1]}: {entry[2]}`."
        yield guilty, found.end(), "In this line a colon is missing.", remedy


def _line_before(lines: Sequence[str], line: int) -> int:
    """Give the number of the first of the lines above that were read as one plain text."""
    guilty = 0
    for number in range(min(line - 1, len(lines)), 0, -1):
        text = lines[number - 1].strip()
        if not text or text.startswith("#"):
            continue
        if _COLON.search(text):
            break
        guilty = number
    return guilty

"""The webmaster reads what is wrong in German, too."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from assistant.content_file import load_file
from assistant.knowledge.mistake_words import MistakeTeller, MistakeWords
from assistant.knowledge.mistakes import Mistake
from tests.assistant.conftest import CONTENT_FOLDER
from tests.telegram import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = load_file(CONTENT_FOLDER, "mistakes.yaml", MistakeWords)
TELLERS = (
    *(ROOT / "assistant" / "knowledge").glob("*.py"),
    *(ROOT / "assistant" / "content_check").glob("*.py"),
    ROOT / "handlers" / "screens_check.py",
    ROOT / "handlers" / "profile" / "check.py",
)
_SENTENCE = re.compile(r"[A-Z`{].*[.?]|[a-z].* \(?.*\.", re.DOTALL)


def sentences() -> Iterator[str]:
    """Everything in the checks' source that reads like a sentence, with `{}` for what is filled in."""
    for file in TELLERS:
        tree = ast.parse(file.read_text("utf-8"))
        inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)} - {
            id(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
        }
        inside |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if id(node) in inside:
                continue
            if isinstance(node, ast.JoinedStr):
                text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = re.sub(r"\{(name|input|message)\}", "{}", node.value)
            else:
                continue
            if " " in text and _SENTENCE.fullmatch(text):
                yield text


def test_every_sentence_has_a_translation() -> None:
    known = {one.root["en"] for one in WORDS.sentences}
    missing = sorted(set(sentences()) - known)
    assert not missing, "add them to content/mistakes.yaml"


@pytest.mark.parametrize("one", WORDS.sentences, ids=lambda one: one.root["en"][:40])
def test_a_translation_has_the_same_slots(one: object) -> None:
    texts = one.root  # type: ignore[attr-defined]
    assert texts["en"].count("{}") == texts["de"].count("{}")


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("`{imap.incomming.port}` leads nowhere.", "`{imap.incomming.port}` führt nirgendwohin."),
        ("`prot` is not known here.", "`prot` gibt es hier nicht."),
        ("`` is not known here.", "`` gibt es hier nicht."),
        ("There is no topics/a.yaml to be translated.", "Es gibt kein topics/a.yaml, das zu übersetzen wäre."),
        ("imap, page 2 (de): 4000 characters.", "imap, page 2 (de): 4000 Zeichen."),
        ("Something else entirely!", "Something else entirely!"),
    ],
)
def test_told_in_german(english: str, german: str) -> None:
    mistake = Mistake("a.yaml", 1, 1, english, "Did you mean `port`?")
    told = MistakeTeller(WORDS, "de").told(mistake)
    assert (told.what, told.remedy) == (german, "Meintest du `port`?")
    assert MistakeTeller(WORDS, "en").told(mistake) == mistake

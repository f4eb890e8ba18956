"""What `check` says to guides and trouble trees in which a member would stumble: where it is, and what would be right."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.knowledge.load import read_content
from assistant.knowledge.loaded import ContentError
from handlers.screens_check import screen_mistakes
from tests.handlers.small_content import CONTENT

if TYPE_CHECKING:
    from pathlib import Path

STEP = """
  - title: {de: "Eins", en: "One"}
    text: {de: "Tippe auf „Weiter“.", en: "Tap “Next”."}
"""


def says(folder: Path, file: str, old: str, new: str) -> str:
    """Give what is said to the club's content in which one piece of text was replaced."""
    shutil.copytree(CONTENT, folder, dirs_exist_ok=True)
    text = (folder / file).read_text("utf-8")
    assert text.count(old) >= 1
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    try:
        return "\n".join(str(mistake) for mistake in screen_mistakes(read_content(folder)))
    except ContentError as error:
        return str(error)


def test_nothing_is_said_to_the_club_s_content(tmp_path: Path) -> None:
    assert says(tmp_path, "guides/gmail.yaml", "order: 20", "order: 21") == ""


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("guides/gmail.yaml", "steps:\n", f"steps:{STEP}", "without a mark how sure that is"),
        ("guides/gmail.yaml", "steps:\n", f"steps:{STEP}    evidence: verified\n", "`verified` needs a source"),
        ("guides/shared.yaml", "    evidence: unverified\n", "", "without a mark how sure that is"),
        ("trouble/password.yaml", "    evidence: verified\n", "", "without a mark how sure that is"),
        ("guides/outlook-new.yaml", "steps:\n", f"steps:{STEP}    evidence: own\n    only: pop3\n", "Nobody sees this step"),
        ("guides/windows-mail.yaml", "instead: [thunderbird, outlook, outlook-new]", "", "Nothing leads on from here"),
        ("guides/windows-mail.yaml", "ended:", f"steps:{STEP}    evidence: own\nended:", "Nobody sees these steps"),
        (
            "trouble/slow.yaml",
            "nodes:\n",
            'nodes:\n  alone:\n    say: {de: "a", en: "b"}\n',
            "Nothing leads to `alone`. Add a choice",
        ),
        (
            "trouble/slow.yaml",
            "nodes:\n",
            'nodes:\n  circle:\n    say: {de: "a", en: "b"}\n    choices: [{label: {de: "a", en: "b"}, go: circle}]\n',
            "From `circle` no choice ever leads to an end",
        ),
        ("guides/gmail.yaml", ', en: "Security type"}', "}", "The text in `en` is missing"),
        ("guides/gmail.yaml", "value: incoming.port", "value: incoming.prot", "`incoming.prot` leads nowhere. Did you mean"),
        ("guides/gmail.yaml", "use: test-mail", "use: tets-mail", "Did you mean `test-mail`?"),
        ("trouble/slow.yaml", "        go: all\n", "        go: al\n", "`al` leads nowhere"),
        ("trouble/slow.yaml", "trouble: slow", "trouble: slow-slow-slow-slow-slow-slow", "at most 24 characters"),
    ],
)
def test_what_a_member_would_stumble_over_is_found(tmp_path: Path, file: str, old: str, new: str, sentence: str) -> None:
    said = says(tmp_path, file, old, new)
    assert sentence in said
    assert said.startswith(file)


def test_a_message_that_telegram_would_refuse_is_found(tmp_path: Path) -> None:
    paragraphs = "\n\n".join(f"        {'lang ' * 30}" for _ in range(25))
    text = f"    text:\n      de: |-\n{paragraphs}\n      en: long\n"
    long = says(tmp_path, "guides/gmail.yaml", "steps:\n", f"steps:\n  - title: {{de: a, en: b}}\n{text}")
    assert "At most 3,000 fit into one message" in long
    fields = "".join(
        f'      - label: {{de: "{"Feld " * 20}{number}", en: "f"}}\n        value: incoming.server\n' for number in range(40)
    )
    wide = says(tmp_path, "guides/gmail.yaml", "steps:\n", f"steps:\n  - fields:\n{fields}    evidence: own\n")
    assert "5208 characters. At most 3500 leave room for an address" in wide


def test_more_buttons_than_a_button_can_count_are_found(tmp_path: Path) -> None:
    steps = "".join(f'  - title: {{de: "a{number}", en: "b{number}"}}\n' for number in range(120))
    assert "cannot be shown" in says(tmp_path, "guides/gmail.yaml", "steps:\n", f"steps:\n{steps}")

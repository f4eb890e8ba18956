"""A second club, made by answering the questions: nothing of the first may be left in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.new_club import make_content

CONTENT = Path(__file__).parents[3] / "content"
ANSWERS = """
Segelclub Seerose
Seerose
seerose.example
nein
imap.boote.example
1993
starttls
smtp.boote.example
465
ssl_tls
pop.boote.example
1995
ssl_tls

2587
starttls
die Schriftführerin Eva
the secretary Eva
la secrétaire Eva
Bootsname
boat's name
nom du bateau
Gischt
"""


@pytest.fixture(scope="session")
def sailing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sailing club's content folder; none of its values is one of the first club's."""
    return made(tmp_path_factory, ANSWERS.strip())


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content folder of a club that takes whatever is proposed."""
    return made(tmp_path_factory, "Turnverein Musterstadt\nTVM\ntv-musterstadt.example" + "\n" * 30)


def made(tmp_path_factory: pytest.TempPathFactory, typed: str) -> Path:
    """Answer the questions."""
    folder = tmp_path_factory.mktemp("club") / "content"
    answers = iter(typed.split("\n"))
    said: list[str] = []
    assert make_content(CONTENT, folder, "de", read=lambda: next(answers), say=said.append, look_up=lambda _: None)
    assert str(folder) in said[-1]
    return folder

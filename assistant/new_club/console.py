"""The conversation in the terminal that ends in a new content folder (`python bot.py new DIR`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.content_file import load_file
from assistant.new_club.ask import Asking, Questions, Stopped, ask_club
from assistant.new_club.discover import discover
from assistant.new_club.write import write_content

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from assistant.new_club.discover import Found


def make_content(
    template: Path,
    folder: Path,
    language: str,
    *,
    read: Callable[[], str] = input,
    say: Callable[[str], None] = print,
    look_up: Callable[[str], Found | None] = discover,
) -> bool:
    """Ask for another club's values and write its content folder.

    Args:
        template: The content folder whose general part is taken along, and whose `new_club.yaml` holds the questions.
        folder: Where to write; must not exist yet.
        language: In which language to ask.
        read: Gives the next answer; raises `EOFError` when there is none.
        say: Shows a line.
        look_up: Finds a domain's servers.

    Returns:
        False when there were no more answers, and nothing was written.

    Raises:
        FileExistsError: the folder is there already.
        ContentError: the template has mistakes.
    """
    if folder.exists():
        raise FileExistsError(folder)
    questions = load_file(template, "new_club.yaml", Questions)
    asking = Asking(questions, language, read, say)
    try:
        club = ask_club(asking, look_up)
    except Stopped as stopped:
        say(str(stopped))
        return False
    write_content(club, questions.first_texts, template, folder)
    asking.say(questions.done, folder=folder)
    return True

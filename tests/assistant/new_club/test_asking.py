"""The conversation in the terminal."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Assistant
from assistant.knowledge.load import load_content
from assistant.knowledge.loaded import ContentError
from assistant.knowledge.references import fill, values
from assistant.new_club import make_content
from assistant.new_club.discover import Found
from assistant.new_club.values import usual
from tests.assistant.new_club.conftest import CONTENT

if TYPE_CHECKING:
    from pathlib import Path


def talk(
    folder: Path, *answers: str, language: str = "de", found: Found | None = None, template: Path = CONTENT
) -> tuple[bool, list[str], list[str]]:
    """Give these answers; returns whether the folder was written, what was said, and whose servers were looked up."""
    said: list[str] = []
    asked: list[str] = []
    waiting = iter(answers)

    def read() -> str:
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    def look_up(domain: str) -> Found | None:
        asked.append(domain)
        return found

    done = make_content(template, folder, language, read=read, say=said.append, look_up=look_up)
    return done, said, asked


def test_wrong_answers_get_a_sentence_and_are_asked_again(tmp_path: Path) -> None:
    answers = ["", "Chor", "", "chor", "chor.example", "nein", "kein server", "", "viele", "0", "", "sehr", *[""] * 13]
    done, said, asked = talk(tmp_path / "new", *answers)
    assert done
    assert not asked
    for part in (
        "Hier brauche ich eine Antwort.",
        "„chor“ ist kein Servername",
        "„kein server“",
        "„viele“ ist kein Port",
        "„0“",
        "„sehr“",
    ):
        assert any(part in line for line in said), part
    content = load_content(tmp_path / "new")
    assert content.settings.mail_server == "mail.chor.example"
    assert content.club.short_name == "Chor"
    assert content.settings.protocols["pop3"].incoming.port == 995
    assert content.club.webmaster.get("en") == "the webmaster"


def test_what_the_domain_tells_is_proposed_and_its_source_said(tmp_path: Path) -> None:
    found = Found(usual("chor.example", "mx.hoster.example"), "https://autoconfig.chor.example/")
    done, said, asked = talk(tmp_path / "new", "Chor", "", "chor.example", *[""] * 16, found=found)
    assert done
    assert asked == ["chor.example"]
    assert any("https://autoconfig.chor.example/" in line for line in said)
    assert load_content(tmp_path / "new").settings.mail_server == "mx.hoster.example"


def test_a_domain_that_cannot_be_asked_is_said(tmp_path: Path) -> None:
    done, said, _ = talk(tmp_path / "new", "Choir", "", "choir.example", *[""] * 16, language="en")
    assert done
    assert any("cannot be reached from here" in line for line in said)


@pytest.mark.parametrize("answers", [[], ["Chor", "", "chor.example"], ["Chor", "", *["wrong"] * 5]])
def test_stopping_in_the_middle_writes_nothing(tmp_path: Path, answers: list[str]) -> None:
    done, said, _ = talk(tmp_path / "new", *answers)
    assert not done
    assert "nichts geschrieben" in said[-1]
    assert not (tmp_path / "new").exists()


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        talk(tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_odd_names_come_out_as_they_went_in(tmp_path: Path) -> None:
    name = """Café "Zur Post": #1 'Müller' \\ & Söhne"""
    done, _, _ = talk(tmp_path / "new", name, "", "post.example", *[""] * 16)
    assert done
    assert load_content(tmp_path / "new").club.name == name


def test_what_the_new_content_says_at_first_stands_in_the_old_one(tmp_path: Path) -> None:
    template = tmp_path / "template"
    shutil.copytree(CONTENT, template)
    words = template / "new_club.yaml"
    text = words.read_text("utf-8").replace("Zurzeit sind keine bekannt.", "Frag doch {club.webmaster}.")
    words.write_text(text.replace("Was gerade klemmt.", "Wo es {hakt}."), "utf-8")
    talk(tmp_path / "new", "Chor", "", "chor.example", *[""] * 16, template=template)
    content = load_content(tmp_path / "new")
    assert content.club.known_problems.root == {
        "de": "Frag doch {club.webmaster}.",
        "en": "None are known at the moment.",
        "fr": "Aucun n'est connu pour l'instant.",
    }
    assert "\n# Wo es {hakt}.\n# What does not work at the moment.\nknown_problems:\n" in (
        tmp_path / "new" / "club.yaml"
    ).read_text("utf-8")
    assert content.settings.account.address.get("fr") == "Ton-adresse-email@chor.example"


def test_what_cannot_be_loaded_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Path) -> None:
        raise ContentError([])

    monkeypatch.setattr("assistant.new_club.write.load_content", fails)
    with pytest.raises(ContentError):
        talk(tmp_path / "new", "Chor", "", "chor.example", *[""] * 16)
    assert not (tmp_path / "new").exists()


def test_what_cannot_be_copied_whole_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_source: Path, target: Path, **_: object) -> None:
        (target / "topics").mkdir()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("assistant.new_club.write.shutil.copytree", full)
    with pytest.raises(OSError, match="No space left"):
        talk(tmp_path / "new", "Chor", "", "chor.example", *[""] * 16)
    assert not (tmp_path / "new").exists()


def test_a_name_with_a_full_stop_ends_a_sentence_with_one(tmp_path: Path) -> None:
    done, _, _ = talk(tmp_path / "new", "Musikverein Schönau e.V.", "", "musik.example", *[""] * 16)
    assert done
    content = load_content(tmp_path / "new")
    told = [content.word("developer_info", language, club=content.club.name) for language in content.languages]
    assert fill("Ein Helfer von {club.name}.", values(content, "de")) == "Ein Helfer von Musikverein Schönau e.V."
    assert not any(".." in text for text in told)
    answer = Assistant(content).ask("was bedeutet die abkürzung vom verein").answer
    assert answer is not None
    assert answer.plain.strip() == "So heißt unser Verein: Musikverein Schönau e.V."


def test_who_answers_nothing_where_there_is_no_usual_answer_is_told_so(tmp_path: Path) -> None:
    _, said, _ = talk(tmp_path / "new", "", "Chor", "", "", language="en")
    assert said.count("Here I need an answer.") == 2
    assert not any("no server name" in line for line in said)


def test_own_words_that_nobody_translates_stay_the_right_ones(tmp_path: Path) -> None:
    answers = ["Chor", "", "chor.example", "nein", *[""] * 12, "die Vorsitzende", "", "", "Stimme im Chor", "", "", "Alt 2"]
    done, _, _ = talk(tmp_path / "new", *answers)
    assert done
    content = load_content(tmp_path / "new")
    assert content.club.webmaster.root == dict.fromkeys(("de", "en", "fr"), "die Vorsitzende")
    assert content.settings.account.name.root == dict.fromkeys(("de", "en", "fr"), "Stimme im Chor")


def test_a_club_whose_members_do_not_enter_their_names_gives_its_own_example(tmp_path: Path) -> None:
    answers = ["Chor", "", "chor.example", "nein", *[""] * 13, "Stimme im Chor", "", "", ""]
    done, said, _ = talk(tmp_path / "new", *answers)
    assert not done
    assert said[-2:] == ["Ein Beispiel dafür?", "Abgebrochen, es wurde nichts geschrieben."]
    assert not any("Erika Muster" in line for line in said)

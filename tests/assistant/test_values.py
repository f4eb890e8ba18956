"""The webmaster mistypes a server or a domain, or renames the club: what is said, and where."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.extras import mistake_teller
from assistant.knowledge.load import load_content
from assistant.knowledge.loaded import ContentError
from assistant.knowledge.references import values
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "content"
    shutil.copytree(CONTENT_FOLDER, copy)
    return copy


def changed(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def mistakes(folder: Path, language: str = "en") -> list[str]:
    """What is told, each without the line it points at."""
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    teller = mistake_teller(CONTENT_FOLDER, language)
    return [str(teller.told(mistake)).partition("\n")[0] for mistake in caught.value.mistakes]


@pytest.mark.parametrize("written", ["192.168.1.999", "192.168.1", "1.2.3.4.5", "192.168.01.1"])
def test_numbers_that_are_no_address_are_told(folder: Path, written: str) -> None:
    changed(folder, "settings.yaml", "mail_server: c9.webspace-verkauf.de", f"mail_server: {written}")
    (told,) = mistakes(folder, "de")
    assert f"`{written}` ist keine IP-Adresse. Sie hat vier Zahlen von 0 bis 255" in told


def test_an_address_of_a_server_without_a_name_is_taken(folder: Path) -> None:
    changed(folder, "settings.yaml", "mail_server: c9.webspace-verkauf.de", "mail_server: 192.168.1.20")
    assert load_content(folder).settings.mail_server == "192.168.1.20"


@pytest.mark.parametrize(
    "written",
    [
        "„c9.webspace-verkauf.de“",
        '„c9.webspace-verkauf.de"',
        "https://c9.webspace-verkauf.de",
        '"https://c9.webspace-verkauf.de/mail"',
        "c9.webspace-verkauf.de:993",
        "c9.webspace-verkauf.de.",
        '"c9.webspace-verkauf.de:"',
        '" c9.webspace-verkauf.de"',
        "c9.webspace-verkauf.de,",
        "C9.webspace-verkauf.de",
    ],
)
def test_more_than_the_name_of_a_server_is_told_with_the_name(folder: Path, written: str) -> None:
    changed(folder, "settings.yaml", "mail_server: c9.webspace-verkauf.de", f"mail_server: {written}")
    (told,) = mistakes(folder)
    bare = written.strip('"') if written.startswith('"') else written
    line, column = 5, written.index(bare) + len("mail_server: ") + 1
    expected = f"settings.yaml:{line}:{column}: `{bare}` is not a name of a server or domain. Write `c9.webspace-verkauf.de`."
    assert told == expected


@pytest.mark.parametrize("written", ["c9 webspace-verkauf.de", "localhost", "c9_a.webspace.de", "mail..de"])
def test_what_is_no_server_at_all_is_told_with_an_example(folder: Path, written: str) -> None:
    changed(folder, "settings.yaml", "mail_server: c9.webspace-verkauf.de", f"mail_server: {written}")
    (told,) = mistakes(folder, "de")
    assert told.startswith("settings.yaml:5:")
    assert told.endswith("ist kein Name eines Servers oder einer Domain. Schreib ihn so: `mail.verein.example`.")


def test_no_server_at_all_is_told(folder: Path) -> None:
    changed(folder, "settings.yaml", "mail_server: c9.webspace-verkauf.de", 'mail_server: ""')
    assert mistakes(folder, "de") == ["settings.yaml:5:1: `mail_server` ist leer. Schreib ihn so: `mail.verein.example`."]


def test_a_server_of_one_direction_is_told_in_its_line(folder: Path) -> None:
    changed(folder, "settings.yaml", "{port: 587,", "{server: „smtp.verein.example“, port: 587,")
    (told,) = mistakes(folder, "de")
    assert told.startswith("settings.yaml:12:24: `„smtp.verein.example“` ist kein Name")
    assert told.endswith("Schreib `smtp.verein.example`.")


def test_a_server_with_umlauts_is_told_as_it_travels(folder: Path) -> None:
    changed(folder, "settings.yaml", "mail_server: c9.webspace-verkauf.de", "mail_server: mail.grün.example")
    (told,) = mistakes(folder)
    assert told.endswith("Write `mail.xn--grn-ioa.example`.")


@pytest.mark.parametrize("written", ["„verein.example“", "https://verein.example", '"@verein.example"', '"verein.example."'])
def test_a_wrong_domain_of_the_club_is_told(folder: Path, written: str) -> None:
    changed(folder, "club.yaml", 'domain: "kolping-schoenau.de"', f"domain: {written}")
    (told,) = mistakes(folder)
    assert told.startswith("club.yaml:5:")
    assert told.endswith("is not a name of a server or domain. Write `verein.example`.")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Deine-E-Mailadresse", "`Deine-E-Mailadresse` ist keine Mailadresse. Schreib sie so: `name@{club.domain}`."),
        ("Deine Adresse@{club.domain}", "`Deine Adresse@{club.domain}` ist keine Mailadresse."),
        (
            "du@alt.example",
            "`alt.example` ist eine andere Domain als die in club.yaml, `kolping-schoenau.de`. Schreib `du@{club.domain}`",
        ),
    ],
)
def test_a_wrong_address_is_told(folder: Path, written: str, told: str) -> None:
    changed(folder, "settings.yaml", "Deine-E-Mailadresse@{club.domain}", written)
    assert any(told in one for one in mistakes(folder, "de"))


def test_an_address_in_a_translation_is_told_there(folder: Path) -> None:
    changed(folder, "languages/fr/settings.yaml", "Ton-adresse-email@{club.domain}", "toi@ancien.example")
    assert [one.partition(": ")[0] for one in mistakes(folder)] == [
        "languages/fr/settings.yaml:7:17",
        "languages/fr/settings.yaml:8:18",
    ]


def test_a_user_name_need_not_be_an_address(folder: Path) -> None:
    changed(
        folder,
        "settings.yaml",
        'username:\n    de: "Deine-E-Mailadresse@{club.domain}"',
        'username:\n    de: "deine Kundennummer"',
    )
    assert load_content(folder).settings.account.username.get("de") == "deine Kundennummer"


def test_a_renamed_club_is_named_everywhere_after_changing_club_yaml_only(folder: Path) -> None:
    changed(folder, "club.yaml", 'short_name: "KfSB"', 'short_name: "Seerose"')
    changed(folder, "club.yaml", 'domain: "kolping-schoenau.de"', 'domain: "seerose.example"')
    content = load_content(folder)
    told = {language: values(content, language) for language in content.languages}
    assert told["de"]["account.address"] == "`Deine-E-Mailadresse@seerose.example`"
    assert told["de"]["account.name"] == "`Deine Position Seerose`"
    assert told["fr"]["account.username"] == "`Ton-adresse-email@seerose.example`"
    assert not any("KfSB" in text or "kolping-schoenau" in text for known in told.values() for text in known.values())

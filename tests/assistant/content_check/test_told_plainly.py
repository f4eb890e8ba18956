"""Whatever the webmaster writes in a place, and whatever file goes missing, is told in plain words, in German too."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from assistant.content_check import check_content
from assistant.content_check.files import BESIDE
from assistant.content_check.ports import port_advice
from assistant.content_file import load_file
from assistant.knowledge.load import _KINDS, _SINGLE, read_content
from assistant.knowledge.loaded import ContentError
from assistant.knowledge.mistake_words import MistakeTeller, MistakeWords
from assistant.knowledge.mistakes import nearest
from assistant.knowledge.models.guides import SharedSteps
from assistant.knowledge.models.questions import QuestionFile
from assistant.knowledge.translations import empty_translations, read_translated
from assistant.knowledge.validation import validated
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from assistant.knowledge.yaml_reader import DataPath

FILES: dict[str, Any] = {
    **_SINGLE,
    **BESIDE,
    "guides/shared.yaml": SharedSteps,
    "guides/iphone.yaml": _KINDS["guides"],
    "topics/difference.yaml": _KINDS["topics"],
    "trouble/send.yaml": _KINDS["trouble"],
    "questions/fr.yaml": QuestionFile,
}
GERMAN = MistakeTeller(load_file(CONTENT_FOLDER, "mistakes.yaml", MistakeWords), "de")
ODD: tuple[Any, ...] = ("ja", "", -1, 70000, 5.5, None, [], ["Ä"], [1], {}, {"a": 1}, dt.date(2026, 1, 1))
FIRST = 4
"""So many entries of each list and mapping are spoilt; the others are of the same kind."""
PYDANTIC = ("Input should", "Value error", "Field required", "should have")


def paths(data: Any, path: DataPath = ()) -> Iterator[DataPath]:
    yield path
    entries = data.items() if isinstance(data, dict) else enumerate(data[:1]) if isinstance(data, list) else ()
    for number, (key, value) in enumerate(entries):
        if number < FIRST:
            yield from paths(value, (*path, key))


def spoilt_at(data: Any, path: DataPath, value: Any) -> Any:
    if not path:
        return value
    copy = data.copy()
    copy[path[0]] = spoilt_at(data[path[0]], path[1:], value)
    return copy


@pytest.mark.parametrize("file", FILES)
def test_no_sentence_of_a_library_reaches_the_webmaster(file: str) -> None:
    document, _ = read_translated(CONTENT_FOLDER, file)
    right = document.data
    told = set()
    for path in paths(right):
        for odd in ODD:
            document.data = spoilt_at(right, path, odd)
            told |= {sentence for mistake in validated(document, FILES[file])[1] for sentence in (mistake.what, mistake.remedy)}
    assert len(told) > 3
    assert not [sentence for sentence in told if any(part in GERMAN.sentence(sentence) for part in PYDANTIC)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("recommended: true", "recommended: ja", "`recommended` muss `true` oder `false` sein. Schreib `true` für ja"),
        ("port: 993", "port: 99.3", "`port` muss eine ganze Zahl sein."),
        ("  imap:\n", "  imap4:\n", "`imap4` ist kein Name, den der Bot benutzen kann. Möglich: `imap`, `pop3`."),
        ("port: 993", "port: 0", "`0` ist nicht möglich bei `port`. Mindestens 1."),
        ("encryption: ssl_tls", "encryption: SSL/TLS", "`SSL/TLS` ist hier nicht möglich. Schreib `ssl_tls`."),
        ("encryption: ssl_tls", "encryption: SSL", "`SSL` ist hier nicht möglich. Schreib `ssl_tls`."),
        ("encryption: ssl_tls", "encryption: tls", "`tls` ist hier nicht möglich. Möglich: `none`, `ssl_tls`, `starttls`."),
        ("    de: ", "    deutsch: ", "`deutsch` ist kein Name, den der Bot benutzen kann. Eine Sprache hat zwei oder drei"),
    ],
)
def test_a_wrong_value_is_told_with_what_would_be_right(folder: Path, old: str, new: str, told: str) -> None:
    assert told in "\n".join(wrong(folder, "settings.yaml", old, new))


@pytest.mark.parametrize(
    ("file", "old", "name"),
    [
        ("club.yaml", 'short_name: "KfSB"', "short_name"),
        ("club.yaml", 'name: "Kolpingsfamilie Schönau"', "name"),
        ("settings.yaml", "account_type: IMAP", "account_type"),
    ],
)
def test_an_empty_value_is_told_as_one_that_is_left_out(folder: Path, file: str, old: str, name: str) -> None:
    (one,) = wrong(folder, file, old, f'{name}: ""')
    assert f"`{name}` ist leer. Schreib dort etwas hin." in one


def test_a_text_without_its_languages_is_told_with_them(folder: Path) -> None:
    webmaster = 'webmaster:\n  de: "den Webmaster"\n  en: "the webmaster"\n'
    (told,) = wrong(folder, "club.yaml", webmaster, 'webmaster: "Herr Maier"\n')
    assert '`webmaster` braucht Sprachen. Schreib `webmaster: {de: "Herr Maier", en: "…"}`.' in told


def test_a_button_that_leads_nowhere_is_told_where_it_could_lead(folder: Path) -> None:
    told = "\n".join(wrong(folder, "trouble/slow.yaml", "        go: all\n", "        go: nirgends\n"))
    assert "`nirgends` führt nirgendwohin. In dieser Datei gibt es `all`, `ask`, `big`," in told
    assert "außerhalb davon `guide:…`, `setup`, `topic:…`, `trouble:…`." in told


@pytest.mark.parametrize(("old", "new"), [("        go: all\n", "        go: nirgends\n"), ("start: where", "start: were")])
def test_what_only_a_misspelt_way_led_to_is_not_told_to_be_deleted(folder: Path, old: str, new: str) -> None:
    (one,) = wrong(folder, "trouble/slow.yaml", old, new)
    assert "führt nirgendwohin." in one


def test_a_button_is_not_told_to_lead_to_where_it_stands(folder: Path) -> None:
    found = "\n".join(wrong(folder, "trouble/slow.yaml", "        go: all\n", "        go: wher\n"))
    assert "`wher` führt nirgendwohin." in found
    assert "Meintest du `where`?" not in found


def test_nor_is_a_topic_that_is_gone_mixed_up_with_an_entry_of_the_file(folder: Path) -> None:
    (folder / "topics/backup.yaml").unlink()
    (one,) = [one for one in told(folder) if one.startswith("trouble/vanished.yaml")]
    assert "`topic:backup` führt nirgendwohin. In dieser Datei gibt es" in one


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("imap.port", "imap.incoming.port"),
        ("imap.prot", "imap.incoming.port"),
        ("domain", "club.domain"),
        ("settings.club.domian", "club.domain"),
        ("topic:thansk", "topic:thanks"),
        ("thanks", "topic:thanks"),
        ("topic:backup", ""),
        ("nirgends", ""),
    ],
)
def test_the_name_that_was_meant_is_like_the_wrong_one_in_each_of_its_parts(wrong: str, right: str) -> None:
    names = ("imap.incoming.port", "imap.notes", "imap.outgoing.port", "club.domain", "topic:thanks", "trouble:duplicates.kinds")
    assert nearest(wrong, names) == right


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{port: 993,", "{port:,", "11:16: `port` hat keinen Wert. Schreib ihn hinter den Doppelpunkt: `port: …`."),
        ("{port: 993,", "{port: ,", "11:16: `port` hat keinen Wert. Schreib ihn hinter den Doppelpunkt: `port: …`."),
        ("{port: 993,", "{port 993,", "11:16: In dieser Zeile fehlt ein Doppelpunkt. Schreib `port: 993`."),
        ("{port: 993,", "{port = 993,", "11:16: In dieser Zeile fehlt ein Doppelpunkt. Schreib `port: 993`."),
        ("{port: 993,", "{port:993,", "11:16: Hinter dem Doppelpunkt steht kein Leerzeichen. Schreib `port: 993`."),
        ("{port: 993,", "{prot: 993,", "11:16: `protocols.imap.incoming.prot` gibt es hier nicht. Meintest du `port`?"),
        ("{port: 993,", "{port: 1:30,", "11:16: YAML liest `1:30` als eine andere Zahl."),
        ("{port: 993,", "{port: 0x3e1,", "11:16: YAML liest `0x3e1` als eine andere Zahl."),
        ("{port: 993,", "{port,", "11:16: `port` hat keinen Wert. Schreib `port: …`."),
        ("{port: 993,", "{port: 993,,", "11:26: Hier steht ein Komma zu viel. Lösch es."),
        ("{port: 993,", "{port: 993;", "11:37: Zwischen Einträgen steht ein Komma, kein `;`. Schreib"),
        ("encryption: ssl_tls}", "encryption:}", "11:27: `encryption` hat keinen Wert. Schreib ihn hinter"),
        ("encryption: ssl_tls}", "encryption: }", "11:27: `encryption` hat keinen Wert. Möglich: `none`, `ssl_tls`,"),
        ("mail_server: c9.webspace-verkauf.de", "mail_server:", "5:1: `mail_server` hat keinen Wert. Schreib ihn hinter"),
        (
            "mail_server: c9.webspace-verkauf.de",
            "mail_sever: x.example",
            "`mail_sever` gibt es hier nicht. Meintest du `mail_server`?",
        ),
    ],
)
def test_one_slip_is_told_once(folder: Path, old: str, new: str, told: str) -> None:
    (one,) = wrong(folder, "settings.yaml", old, new)
    assert told in one


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            '{de: "Weitere Fragen",',
            "{de: Weitere, und andere Fragen,",
            "Das Komma vor `und andere Fragen` beendet den Text. Setz",
        ),
        (
            'see: ["trouble:start", settings, setup]',
            "see: {settings, setup}",
            "eine Liste steht in eckigen. Schreib `[eins, zwei]`.",
        ),
    ],
)
def test_braces_that_hold_something_else_are_explained(folder: Path, old: str, new: str, told: str) -> None:
    assert any(told in one for one in wrong(folder, "topics/faq.yaml", old, new))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Newsletter", "`Newsletter` ist kein Name, den der Bot benutzen kann. Schreib `newsletter`: nur a-z,"),
        ("rundbriefübersicht", "`rundbriefübersicht` ist kein Name, den der Bot benutzen kann. Schreib `rundbriefuebersicht`:"),
        ("FAQ & Hilfe", "Schreib `faq_hilfe`:"),
        ("2fa", "Schreib `fa`:"),
        ("Привет", "kein Name, den der Bot benutzen kann. Nur a-z, 0-9,"),
    ],
)
def test_a_name_that_is_none_is_told_with_one_that_is(folder: Path, written: str, told: str) -> None:
    (one,) = [
        one for one in wrong(folder, "topics/faq.yaml", "topic: faq", f"topic: {written}") if "topic" in one.partition("\n")[2]
    ]
    assert told in one


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "content"
    shutil.copytree(CONTENT_FOLDER, copy)
    return copy


def wrong(folder: Path, name: str, old: str, new: str) -> list[str]:
    """Spoil a file, and give all that is told of it, in German."""
    file = folder / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return told(folder)


def told(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_content(folder)
    return [str(GERMAN.told(mistake)) for mistake in caught.value.mistakes]


def test_a_language_that_nobody_has_written_yet_is_told_once(folder: Path) -> None:
    (one,) = wrong(folder, "club.yaml", "languages: [de, en]", "languages: [de, en, it]")
    assert one.startswith("club.yaml:8:21: ")
    assert "Texten fehlen auf `it`. Solange noch übersetzt wird, steht die Sprache bei `partial_languages`" in one


def test_a_language_whose_folder_is_gone_is_told_once(folder: Path) -> None:
    shutil.rmtree(folder / "languages")
    (one,) = [str(GERMAN.told(mistake)) for mistake in check_content(folder).mistakes]
    assert one.startswith("club.yaml:9:21: Es gibt keinen Text auf `fr`. Hol languages/fr/ zurück, oder lösch `fr` hier und")


def test_a_translation_without_a_word_is_advice(folder: Path) -> None:
    assert not empty_translations(folder)
    (folder / "languages/fr/topics/backup.yaml").write_text("# plus tard\n", "utf-8")
    (one,) = empty_translations(folder)
    assert (one.file, one.is_advice) == ("languages/fr/topics/backup.yaml", True)
    assert GERMAN.told(one).what == "Die Datei ist leer."


def test_a_language_that_lacks_a_text_or_two_is_told_of_each(folder: Path) -> None:
    (one,) = wrong(folder, "club.yaml", '  en: "the webmaster"\n', "")
    assert "Der Text auf `en` fehlt." in one


def test_a_value_that_may_be_left_out_is_left_out_of_the_translation_too(folder: Path) -> None:
    club = folder / "club.yaml"
    club.write_text(club.read_text("utf-8").partition("more:")[0], "utf-8")
    (one,) = told(folder)
    assert one.startswith("languages/fr/club.yaml:3:1: `more` ist kein Eintrag von club.yaml. Lösch es hier, oder schreib")


def test_a_copy_is_told_as_one(folder: Path) -> None:
    shutil.copy(folder / "topics/backup.yaml", folder / "topics/backup - Kopie.yaml")
    (one,) = told(folder)
    assert "`backup` steht auch in `backup.yaml`. Lösch `backup - Kopie.yaml`, oder gib der Datei einen eigenen Namen" in one


@pytest.mark.parametrize(
    ("name", "remedy"), [("rundbrief", "Schreib beides gleich."), ("Wichtig! Backup", "Nenn sie backup.yaml.")]
)
def test_a_file_is_to_be_called_only_what_can_be_a_name(folder: Path, name: str, remedy: str) -> None:
    (folder / "topics/backup.yaml").rename(folder / f"topics/{name}.yaml")
    assert any(f"Die Datei heißt `{name}.yaml`, aber bei `topic` steht `backup`. {remedy}" in one for one in told(folder))


def test_what_git_could_not_merge_is_told_as_that(folder: Path) -> None:
    ours, theirs = 'short_name: "KfSB"\n', 'short_name: "Kolping"\n'
    (one,) = wrong(folder, "club.yaml", ours, f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> theirs\n")
    assert one.startswith("club.yaml:4:1: Hier hat git zwei Fassungen nicht zusammenführen können. Lass die richtige stehen")
    assert "<<<<<<< HEAD" in one


@pytest.mark.parametrize(
    "marks",
    ["    <<<<<<< HEAD\n    eins\n    =======\n    zwei\n    >>>>>>> theirs\n", "    =======\n", "    >>>>>>> theirs\n"],
)
def test_so_is_what_it_left_in_the_midst_of_a_longer_text(folder: Path, marks: str) -> None:
    old = "known_problems:\n  de: "
    (one,) = wrong(folder, "club.yaml", old, f"known_problems:\n  de: |\n{marks}  fr: ")
    assert "Hier hat git zwei Fassungen nicht zusammenführen können." in one


def test_a_text_that_was_taken_for_an_entry_is_shown_as_it_is_written(folder: Path) -> None:
    old = '    - "gibt es bekannte probleme"'
    (one,) = wrong(folder, "topics/known_problems.yaml", old, f"    - frage: wer macht das\n{old}")
    assert "`frage: wer macht das` muss ein Text sein. Setz ihn in Anführungszeichen" in one


@pytest.mark.parametrize("file", ["settings.yaml", "club.yaml", "guides/shared.yaml"])
def test_of_a_file_that_is_gone_its_translation_is_not_told_as_well(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert [one for one in told(folder) if "languages/" in one] == []
    assert any(one.startswith(f"{file}: Die Datei fehlt.") for one in told(folder))


def test_of_another_folder_no_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "protocols").write_text("ip 0 IP", "utf-8")
    (one,) = (GERMAN.told(mistake) for mistake in check_content(tmp_path).mistakes)
    assert (one.file, one.what) == (str(tmp_path), "In diesem Ordner sind keine Inhalte dieses Bots.")
    assert one.remedy == "Setz CONTENT_DIR auf den Ordner mit den Inhalten."
    (other,) = check_content(tmp_path / "nowhere").mistakes
    assert other.what == "There is no such folder."


def test_of_a_file_beside_the_rest_neither(folder: Path) -> None:
    (folder / "live_check.yaml").unlink()
    assert [mistake.file for mistake in check_content(folder).mistakes] == ["live_check.yaml"]


def test_a_guide_that_is_gone_is_not_mixed_up_with_its_neighbour(folder: Path) -> None:
    (folder / "guides/thunderbird.yaml").unlink()
    found = "\n".join(told(folder))
    assert "Meintest du" not in found
    assert "`thunderbird` führt nirgendwohin. Möglich ist hier: `apple-mail`," in found
    assert "languages/fr/guides/thunderbird.yaml" in found
    assert "Lösch sie auch" in found


def test_a_slip_in_the_name_of_a_guide_still_is(folder: Path) -> None:
    found = "\n".join(wrong(folder, "guides/windows-mail.yaml", "[thunderbird,", "[thundrbird,"))
    assert "Meintest du `thunderbird`?" in found


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{port: 993,", "{port: 939,", "Port 939 ist ungewöhnlich bei `ssl_tls`; üblich ist 993. Vergleich ihn"),
        ("{port: 993,", "{port: 995,", "Port 995 ist ungewöhnlich bei `ssl_tls`; üblich ist 993."),
        ("{port: 993, encryption: ssl_tls}", "{port: 993, encryption: starttls}", "üblich ist 143. Er gehört zu SSL/TLS:"),
        ("{port: 587,", "{port: 578,", "Port 578 ist ungewöhnlich bei `starttls`; üblich ist 587."),
        ("{port: 587, encryption: starttls}", "{port: 465, encryption: starttls}", "Er gehört zu SSL/TLS:"),
        ("{port: 110,", "{port: 101,", "Port 101 ist ungewöhnlich bei `none`; üblich ist 110."),
        ("{port: 110, encryption: none}", "{port: 110, encryption: ssl_tls}", "üblich ist 995. Er gehört zu STARTTLS:"),
    ],
)
def test_a_port_that_hardly_goes_with_its_encryption_is_pointed_out(folder: Path, old: str, new: str, told: str) -> None:
    file = folder / "settings.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    (advice,) = port_advice(read_content(folder))
    assert told in str(GERMAN.told(advice))
    assert advice.is_advice
    assert advice.line


def test_the_shipped_ports_are_usual_ones() -> None:
    assert not list(port_advice(read_content(CONTENT_FOLDER)))

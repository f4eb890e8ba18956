"""The webmaster spoils something that the loader would take: what `check` says about it, and where."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from assistant.content_check import check_content
from assistant.content_check.code_words import cue_mistakes, word_mistakes
from assistant.content_check.coverage import covered
from assistant.content_check.examples import Asked, Example, all_examples, ask_all, example_mistakes
from assistant.content_check.files import note_mistakes, picture_mistakes, read_beside
from assistant.content_check.literals import literal_mistakes
from assistant.content_check.paths import path_mistakes
from assistant.content_check.quotes import cut_mistakes, quote_mistakes
from assistant.content_check.report import Format, Report
from assistant.content_check.slots import backtick_mistakes, slot_mistakes
from assistant.content_check.unread import unread_files
from assistant.knowledge.load import read_content
from assistant.knowledge.loaded import ContentError
from assistant.knowledge.mistakes import Mistake
from assistant.knowledge.said import said_by_program
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.assistant import Assistant
    from assistant.knowledge.loaded import Loaded


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "content"
    shutil.copytree(CONTENT_FOLDER, copy)
    return copy


@pytest.fixture(scope="session")
def shipped() -> Loaded:
    return read_content(CONTENT_FOLDER)


def spoilt(folder: Path, name: str, old: str, new: str) -> Loaded:
    """Change a file that still can be loaded."""
    file = folder / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return read_content(folder)


def test_the_shipped_content_writes_no_value_out_and_leads_nobody_astray(shipped: Loaded) -> None:
    beside, wrong = read_beside(CONTENT_FOLDER)
    assert not wrong
    assert not literal_mistakes(shipped)
    assert not path_mistakes(shipped)
    assert not list(picture_mistakes(CONTENT_FOLDER, shipped, beside["pictures/captions.yaml"]))
    assert not list(unread_files(CONTENT_FOLDER, {*shipped.documents, *beside}))


@pytest.mark.parametrize(
    ("written", "reference"),
    [
        ("Port 993.", "`{imap.incoming.port}`"),
        ("Nimm 587!", "`{imap.outgoing.port}`"),
        ("Über Port 25 geht es auch.", "`{pop3.outgoing.port}`"),
        ("Der Server ist c9.webspace-verkauf.de.", "`{mail_server}`"),
        ("Schreib an vorstand@kolping-schoenau.de.", "`{club.domain}`"),
    ],
)
def test_a_value_written_out_is_told_with_its_reference(folder: Path, written: str, reference: str) -> None:
    (mistake,) = literal_mistakes(spoilt(folder, "topics/thanks.yaml", 'de: "Gern', f'de: "{written} Gern'))
    assert mistake.file == "topics/thanks.yaml"
    assert mistake.line
    assert reference in mistake.remedy


@pytest.mark.parametrize("written", ["Das waren 25 Mails.", "Im Jahr 1993.", "9,993 MB", "Port 995 nicht."])
def test_other_numbers_are_no_values(folder: Path, written: str) -> None:
    assert not literal_mistakes(spoilt(folder, "topics/thanks.yaml", 'de: "Gern', f'de: "{written} Gern'))


def test_an_example_of_another_topic_is_told_with_what_the_bot_answers(shipped: Loaded, assistant: Assistant) -> None:
    example = Example("welcher port für imap eingang", "storage", "de", "topics/storage.yaml", ("examples", "de", 0))
    (mistake, *_) = example_mistakes(ask_all(assistant, [example]), shipped.documents)
    advice = [one for one in example_mistakes(ask_all(assistant, [example]), shipped.documents) if one.is_advice]
    assert advice[0].what == "The bot answers this with `port`, not with `storage`."
    assert mistake.line > 1


@pytest.mark.parametrize(
    ("text", "under", "language"),
    [("who makes a copy of my mails every night", "de", "en"), ("wer macht denn nachts eine Kopie von den Mails", "en", "de")],
)
def test_an_example_under_another_language_is_told(
    shipped: Loaded, assistant: Assistant, text: str, under: str, language: str
) -> None:
    example = Example(text, "backup", under, "topics/backup.yaml", ("examples", under, 0))
    found = example_mistakes(ask_all(assistant, [example]), shipped.documents)
    (told,) = [one for one in found if "looks like" in one.what]
    assert told.what == f"This looks like the language `{language}`, but it stands under `{under}`."
    assert told.is_advice


@pytest.mark.parametrize("index", [0, 1])
def test_an_example_of_a_further_language_is_told_in_its_own_line(shipped: Loaded, index: int) -> None:
    text = shipped.content.topics["advantages"].examples.root["fr"][index]
    example = Example(text, "advantages", "fr", "topics/advantages.yaml", ("examples", "fr", index))
    others = [Asked(other, is_hit=True, answered="") for other in all_examples(shipped) if other.text != text]
    (mistake,) = example_mistakes([Asked(example, is_hit=False, answered=""), *others], shipped.documents)
    assert mistake.file == "languages/fr/topics/advantages.yaml"
    assert text in mistake.excerpt


def test_the_same_example_in_two_topics_is_a_mistake_however_it_is_spelt(shipped: Loaded) -> None:
    one = Example("Wie viel Platz hab ich?", "storage", "de", "topics/storage.yaml", ("examples", "de", 0))
    other = Example("wie viel platz hab  ich", "speed", "de", "topics/speed.yaml", ("examples", "de", 0))
    found = example_mistakes([Asked(one, True, ""), Asked(other, True, "")], shipped.documents)
    (twice,) = [mistake for mistake in found if "same example" in mistake.what]
    assert twice.file == "topics/speed.yaml"
    assert "topics/storage.yaml, line" in twice.what
    assert not twice.is_advice


def test_a_topic_that_no_example_reaches_is_a_mistake(shipped: Loaded) -> None:
    examples = [Asked(example, example.label != "speed", "") for example in all_examples(shipped)]
    (mistake,) = [one for one in example_mistakes(examples, shipped.documents) if "No example" in one.what]
    assert mistake.file == "topics/speed.yaml"


def test_a_word_that_nothing_says_is_told(folder: Path) -> None:
    (unused,) = word_mistakes(spoilt(folder, "words/maintainers.yaml", "stats_none:", "stats_nune: {de: x, en: x}\nstats_none:"))
    assert "`stats_nune`" in unused.what
    assert unused.file == "words/maintainers.yaml"
    assert unused.line
    assert unused.is_advice


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("words/answers.yaml", 'en: "Port {port} –', 'en: "Port –', "`{port}` stands in the text in `de`, but not here."),
        ("words/answers.yaml", 'de: "Port {port} –', 'de: "Port –', "`{port}` stands here, but not in the text in `de`."),
        (
            "languages/fr/trouble/receive.yaml",
            "{pop3.caution}",
            "⚠️ Ici, POP3 n'est pas chiffré.",
            "`{pop3.caution}` stands in the text in `de`, but not here.",
        ),
    ],
)
def test_a_translation_that_names_other_values_is_told(folder: Path, file: str, old: str, new: str, told: str) -> None:
    found = list(slot_mistakes(spoilt(folder, file, old, new)))
    assert all(one.is_advice and one.line for one in found)
    assert told in {one.what for one in found if one.file == file}


@pytest.mark.parametrize(
    ("file", "old", "new", "slot"),
    [
        ("topics/thanks.yaml", 'de: "Gern', 'de: "Port `{imap.incoming.port}`. Gern', "{imap.incoming.port}"),
        ("topics/thanks.yaml", 'de: "Gern', 'de: "`kasse@{club.domain}`. Gern', "{club.domain}"),
        ("languages/fr/topics/by_hand.yaml", "{imap.outgoing.server}", "`{imap.outgoing.server}`", "{imap.outgoing.server}"),
        ("trouble/send.yaml", "Meistens stimmt", "Nicht `{outgoing.port}`? Meistens stimmt", "{outgoing.port}"),
    ],
)
def test_backticks_around_a_value_that_brings_its_own_are_told(folder: Path, file: str, old: str, new: str, slot: str) -> None:
    (mistake,) = backtick_mistakes(spoilt(folder, file, old, new))
    assert mistake.file == file
    assert mistake.excerpt[mistake.column - 1 :].startswith(slot)
    assert mistake.what == f"`{slot}` stands between backticks, but brings its own: members see them."
    assert not mistake.is_advice


@pytest.mark.parametrize("written", ["`A` {imap.incoming.port} `B`", "`{club.name}`", "`A`, {club.domain}"])
def test_backticks_beside_a_value_and_around_plain_words_are_right(folder: Path, written: str) -> None:
    assert not list(backtick_mistakes(spoilt(folder, "topics/thanks.yaml", 'de: "Gern', f'de: "{written} Gern')))


def test_the_shipped_content_has_backticks_only_where_they_are_needed(shipped: Loaded) -> None:
    assert not list(backtick_mistakes(shipped))


def test_small_words_that_nothing_looks_for_are_told(folder: Path) -> None:
    loaded = spoilt(folder, "vocabulary/cues.yaml", "cue:\n", "cue:\n  qwertz:\n    de: [qwertz]\n")
    assert [one.what for one in cue_mistakes(loaded)] == ["Nothing looks for `qwertz`."]


def test_the_programs_source_is_its_list_of_words() -> None:
    said = said_by_program()
    assert said.mentions("stats_none")
    assert said.mentions("title_port")
    assert not said.mentions("no_such_word_anywhere")


def test_a_choice_that_leads_to_itself_is_told(folder: Path) -> None:
    loaded = spoilt(folder, "trouble/full.yaml", "go: kind", "go: who")
    (mistake,) = path_mistakes(loaded)
    assert mistake.what == "This choice leads to where it stands."
    assert "go: who" in mistake.excerpt


def test_other_words_that_stand_at_two_choices_are_told(folder: Path) -> None:
    loaded = spoilt(folder, "trouble/slow.yaml", "de: [smartphone,", "de: [smartphone, laptop,")
    (mistake,) = path_mistakes(loaded)
    assert mistake.what == "`laptop` stands at two choices, so it presses neither."
    assert mistake.is_advice


def test_a_choice_may_lead_into_the_midst_of_another_tree(folder: Path) -> None:
    with pytest.raises(ContentError, match=r"`trouble:spam\.bakc` leads nowhere\. Did you mean `trouble:spam\.back`\?"):
        spoilt(folder, "trouble/send.yaml", "trouble:spam.back", "trouble:spam.bakc")


def test_a_picture_that_is_not_there_is_told(folder: Path) -> None:
    loaded = spoilt(folder, "topics/difference.yaml", "picture: pop3-imap", "picture: pop-imap")
    captions = read_beside(folder)[0]["pictures/captions.yaml"]
    missing, unused = picture_mistakes(folder, loaded, captions)
    assert missing.remedy == "Did you mean `pop3-imap`?"
    assert unused.is_advice


def test_a_note_of_the_export_that_refers_to_nothing_is_told(folder: Path, shipped: Loaded) -> None:
    assert not note_mistakes(folder, shipped)
    (folder / "export" / "note.de.txt").write_text("{autoconfg_file}", "utf-8")
    (mistake,) = note_mistakes(folder, shipped)
    assert (mistake.file, mistake.line, mistake.remedy) == ("export/note.de.txt", 1, "Did you mean `autoconfig_file`?")


def test_the_questions_to_another_club_are_checked_too(folder: Path) -> None:
    (folder / "new_club.yaml").write_text("- just\n- a list\n", "utf-8")
    assert any(mistake.file == "new_club.yaml" and mistake.line == 1 for mistake in read_beside(folder)[1])


@pytest.mark.parametrize("ending", ["yml", "YAML", "Yml"])
def test_files_that_nothing_reads_are_told(folder: Path, ending: str) -> None:
    (folder / "topics" / f"neu.{ending}").write_text("x: 1", "utf-8")
    (folder / "setings.yaml").write_text("x: 1", "utf-8")
    loaded = read_content(folder)
    misspelt, other_ending = unread_files(folder, {*loaded.documents, *read_beside(folder)[0]})
    assert (misspelt.file, misspelt.remedy) == ("setings.yaml", "Did you mean `settings.yaml`?")
    assert (other_ending.file, other_ending.remedy) == (f"topics/neu.{ending}", "Call it neu.yaml.")


def test_the_table_counts_each_language(shipped: Loaded) -> None:
    example = Example("x", "speed", "de", "topics/speed.yaml", ("examples", "de", 0))
    coverage = covered(shipped, [Asked(example, True, ""), Asked(example, False, "")])
    assert coverage.languages["de"].examples == 2
    assert coverage.languages["de"].answered == 1
    assert coverage.languages["de"].texts == coverage.texts
    assert "1 / 2 (50 %)" in coverage.table()


MISTAKE = Mistake("topics/a.yaml", 3, 5, "100 % wrong: a, b.", "Do\nthis.", "    text")


def test_annotations_for_github_escape_what_would_end_them() -> None:
    advice = Mistake("topics/a.yaml", 0, 0, "So so.", is_advice=True)
    assert Report((MISTAKE, advice), None).written(Format.GITHUB, "my,content").splitlines() == [
        "::error file=my%2Ccontent/topics/a.yaml,line=3,col=5::100 %25 wrong: a, b. Do%0Athis.",
        "::warning file=my%2Ccontent/topics/a.yaml::So so.",
    ]


def test_json_has_every_part_of_a_mistake() -> None:
    data = json.loads(Report((MISTAKE,), None).written(Format.JSON))
    assert data["fine"] is False
    assert data["mistakes"][0]["file"] == "topics/a.yaml"
    assert data["mistakes"][0]["column"] == 5


def test_text_points_at_the_place() -> None:
    text = Report((MISTAKE,), None).written(Format.TEXT)
    assert "    text\n    ^\n" in text
    assert text.endswith("1 mistake.")


def test_a_long_line_is_shown_around_the_place() -> None:
    line = "    " + "x" * 300 + "HERE" + "y" * 300
    shown, at = Mistake("a.yaml", 1, 305, "So.", excerpt=line).pointed(40)
    assert shown[at : at + 4] == "HERE"
    assert len(shown) == 42


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("guides/windows-mail.yaml", "instead: [", "instead: [windows-mail, ", "`windows-mail` is no more, either."),
        (
            "trouble/start.yaml",
            "trouble:slow",
            "trouble:password",
            "No button leads to `slow`. Add a choice to",
        ),
    ],
)
def test_ways_that_lead_nowhere_are_told(folder: Path, file: str, old: str, new: str, sentence: str) -> None:
    text = (folder / file).read_text("utf-8")
    (folder / file).write_text(text.replace(old, new), "utf-8")
    told = [str(mistake) for mistake in path_mistakes(read_content(folder))]
    assert any(sentence in one for one in told), told


def test_a_shared_step_that_nobody_uses_any_more_is_advice(folder: Path) -> None:
    spare = 'shared:\n  spare:\n    text: {de: "a", en: "b"}\n'
    (advice,) = path_mistakes(spoilt(folder, "guides/shared.yaml", "shared:\n", spare))
    assert advice.what == "No guide uses `spare`."
    assert advice.is_advice
    assert advice.line


def test_a_guide_for_a_protocol_that_the_club_does_not_have_is_advice(shipped: Loaded) -> None:
    settings = shipped.content.settings
    fewer = replace(settings, protocols={"imap": settings.protocols["imap"]})
    found = path_mistakes(replace(shipped, content=replace(shipped.content, settings=fewer)))
    assert {mistake.what for mistake in found if mistake.is_advice} == {"settings.yaml has no `pop3`."}


def test_without_a_tree_to_begin_with_nothing_is_missing(shipped: Loaded) -> None:
    fewer = {name: tree for name, tree in shipped.content.trouble.items() if name != "start"}
    assert not path_mistakes(replace(shipped, content=replace(shipped.content, trouble=fewer)))


def test_captions_that_do_not_fit_and_pictures_that_are_not_there(folder: Path) -> None:
    captions = folder / "pictures" / "captions.yaml"
    captions.write_text(f'pop3-imap: {{de: "{"x" * 1025}", en: "y", fr: "z"}}\n', "utf-8")
    (folder / "pictures" / "pop3-imap.en.png").unlink()
    told = check_content(folder).mistakes
    assert any("The caption has 1025 characters; Telegram takes 1024. Shorten it." in str(one) for one in told)
    assert any("There is no pictures/pop3-imap.en.png." in str(one) for one in told)


def test_content_that_cannot_be_loaded_is_told_with_what_stands_beside_it(folder: Path) -> None:
    (folder / "settings.yaml").write_text("protocols: 5\n", "utf-8")
    (folder / "mistakes.yaml").write_text("nonsense: 5\n", "utf-8")
    report = check_content(folder)
    assert not report.is_fine
    assert {mistake.file for mistake in report.mistakes} >= {"settings.yaml", "mistakes.yaml"}


def test_a_text_that_a_comment_cuts_is_told(folder: Path, shipped: Loaded) -> None:
    assert not list(cut_mistakes(shipped))
    (mistake,) = cut_mistakes(spoilt(folder, "club.yaml", 'de: "den Webmaster"', "de: den # Webmaster"))
    assert mistake.what == "Behind ` #` nobody sees what stands there."
    assert mistake.is_advice
    spoilt(folder, "club.yaml", "de: den # Webmaster", 'de: "den Webmaster"')
    (other,) = cut_mistakes(spoilt(folder, "topics/faq.yaml", "  de:\n    - ", "  de:\n    - wer weiss #1\n    - "))
    assert other.file == "topics/faq.yaml"


def test_a_comment_behind_quotation_marks_is_one(folder: Path) -> None:
    assert not list(cut_mistakes(spoilt(folder, "club.yaml", 'de: "den Webmaster"', 'de: "den Webmaster"  # seit 2020')))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("„Dein Passwort“", "`„` and `“` are no quotation marks for YAML: members see them."),
        ('„Dein Passwort"', '`„` and `"` are no quotation marks for YAML: members see them.'),
        ("“Dein Passwort”", "`“` and `”` are no quotation marks for YAML: members see them."),
        ('Dein Passwort"', 'Members see the `"` at the end of this text.'),
    ],
)
def test_quotation_marks_that_are_none_for_yaml_are_told(folder: Path, written: str, told: str) -> None:
    (mistake,) = quote_mistakes(spoilt(folder, "settings.yaml", 'de: "Dein Passwort"', f"de: {written}"))
    assert mistake.is_advice
    assert mistake.what == told
    assert mistake.excerpt == f"    de: {written}"


def test_quotation_marks_inside_a_text_are_its_own(folder: Path, shipped: Loaded) -> None:
    assert not list(quote_mistakes(shipped))
    assert not list(quote_mistakes(spoilt(folder, "settings.yaml", 'de: "Dein Passwort"', "de: „So“ oder „so“")))

"""The webmaster makes a mistake: what is said, and where."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.knowledge.load import load_content
from assistant.knowledge.loaded import ContentError
from assistant.knowledge.said import needed_words, said_by_program
from assistant.knowledge.snapshot import fingerprint, snapshot
from assistant.knowledge.yaml_reader import read_yaml
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content to spoil."""
    copy = tmp_path / "content"
    shutil.copytree(CONTENT_FOLDER, copy)
    return copy


def spoil(folder: Path, name: str, old: str, new: str) -> list[str]:
    """Change a file and give the mistakes as they are printed."""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {name}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return mistakes_of(folder)


def mistakes_of(folder: Path) -> list[str]:
    """Give the mistakes as they are printed."""
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_the_shipped_content_has_no_mistake(content: Content) -> None:
    assert content.languages[0] == "de"
    assert content.settings.protocols["imap"].incoming.port == 993


def test_every_value_of_the_article_is_there(content: Content) -> None:
    imap, pop3 = content.settings.protocols["imap"], content.settings.protocols["pop3"]
    assert content.settings.mail_server == "c9.webspace-verkauf.de"
    assert [imap.incoming.port, imap.outgoing.port] == [993, 587]
    assert [pop3.incoming.port, pop3.outgoing.port] == [110, 25]
    assert [imap.incoming.encryption, imap.outgoing.encryption] == ["ssl_tls", "starttls"]
    assert [pop3.incoming.encryption, pop3.outgoing.encryption] == ["none", "none"]
    assert content.settings.account.name.get("de") == "Deine Position KfSB"
    assert content.settings.account.username.get("de") == "Deine-E-Mailadresse@kolping-schoenau.de"


def test_what_is_put_into_a_sentence_is_not_filled_itself(content: Content) -> None:
    asked = content.word("gaps_text", "de", text="was heißt {count}")
    told = content.word("gaps_group_alone", "de", number=1, texts=asked, count=3)
    assert told.split("\n")[0] == "1. „was heißt {count}“"
    assert "3 ×" in told


def test_a_point_at_the_end_of_a_name_ends_the_sentence_too(content: Content) -> None:
    assert content.word("profile_short_description", "de", name="TSV Mühe e.V.").startswith(
        "Mail-Einstellungen für TSV Mühe e.V.:"
    )
    assert content.word("profile_description", "de", name="TSV Mühe e.V.").split("\n")[0].endswith("von TSV Mühe e.V.")


def test_a_misspelt_key_is_told_with_the_right_one(folder: Path) -> None:
    mistakes = spoil(folder, "settings.yaml", "mail_server:", "mail_servre:")
    assert any(m.startswith("settings.yaml:5:1: `mail_servre` is not known here. Did you mean `mail_server`?") for m in mistakes)


def test_a_key_that_is_like_none_is_told_with_a_remedy(folder: Path) -> None:
    (mistake,) = spoil(folder, "guides/iphone.yaml", "steps:\n", "weather: x\nsteps:\n")
    assert "`weather` is not known here. Delete it, or put it where it belongs." in mistake


def test_a_colon_without_its_space_is_told(folder: Path) -> None:
    mistakes = spoil(folder, "settings.yaml", "{port: 993,", "{port:993,")
    assert any(m.startswith("settings.yaml:11:16: Behind the colon stands no space. Write `port: 993`.") for m in mistakes)


def test_a_misspelt_reference_is_told_with_the_right_one(folder: Path) -> None:
    (mistake,) = spoil(folder, "topics/terms_port.yaml", "{imap.incoming.port}", "{imap.incomming.port}")
    assert "topics/terms_port.yaml:" in mistake
    assert "`{imap.incomming.port}` leads nowhere. Did you mean `imap.incoming.port`?" in mistake


def test_a_misspelt_reference_in_the_bots_own_words_is_told(folder: Path) -> None:
    (mistake,) = spoil(folder, "words/answers.yaml", "{imap.incoming.port} und", "{imap.incomming.port} und")
    assert mistake.startswith("words/answers.yaml:")
    assert "`{imap.incomming.port}` leads nowhere. Did you mean `imap.incoming.port`?" in mistake


@pytest.mark.parametrize(
    "written", ["{ imap.incoming.port }", "{imap.incoming.port }", "{ imap.incoming.port}", "{IMAP.incoming.Port}"]
)
def test_a_reference_with_blanks_or_capitals_is_told_with_the_right_one(folder: Path, written: str) -> None:
    (mistake,) = spoil(folder, "topics/backup.yaml", "{imap.notes.backup}", written)
    assert mistake.startswith("topics/backup.yaml:")
    assert f"`{written}` would be shown as it stands. Write `{{imap.incoming.port}}`." in mistake


def test_a_misspelt_key_does_not_make_the_right_one_in_a_translation_wrong(folder: Path) -> None:
    mistakes = spoil(folder, "trouble/slow.yaml", "    say:", "    sag:")
    assert {mistake.partition(":")[0] for mistake in mistakes} == {"trouble/slow.yaml"}
    assert any("Did you mean `say`?" in mistake for mistake in mistakes)


def test_a_missing_translation_is_told(folder: Path) -> None:
    (mistake,) = spoil(folder, "topics/thanks.yaml", 'title: {de: "Danke", en: "Thanks"}', 'title: {de: "Danke"}')
    assert "The text in `en` is missing." in mistake


def test_a_tab_is_told_with_the_remedy(folder: Path) -> None:
    mistakes = spoil(folder, "club.yaml", "webmaster:\n  de:", "webmaster:\n\tde:")
    assert any("club.yaml:" in m and "Use spaces, not tabs" in m for m in mistakes)


def test_a_key_twice_is_refused(folder: Path) -> None:
    mistakes = spoil(folder, "settings.yaml", "protocols:\n", "protocols:\n  imap: {}\n")
    assert any("`imap` stands here a second time (first in line 7)" in m for m in mistakes)


def test_an_alias_is_refused(folder: Path) -> None:
    old = 'username:\n    de: "Deine-E-Mailadresse@{club.domain}"'
    mistakes = spoil(folder, "settings.yaml", old, 'username:\n    de: &a "x"\n    xx: *a')
    assert any("Aliases" in m for m in mistakes)


def test_a_number_that_yaml_would_change_is_refused(folder: Path) -> None:
    mistakes = spoil(folder, "settings.yaml", "port: 110", "port: 0110")
    assert any("0110" in m and "quotes" in m for m in mistakes)


def test_a_port_out_of_range_is_told(folder: Path) -> None:
    mistakes = spoil(folder, "settings.yaml", "port: 993", "port: 99300")
    assert any("is not possible for `port`" in m for m in mistakes)


def test_an_unknown_encryption_is_told_with_the_possible_ones(folder: Path) -> None:
    mistakes = spoil(folder, "settings.yaml", "encryption: starttls", "encryption: start_tls")
    assert any("`none`, `ssl_tls`, `starttls`" in m for m in mistakes)


def test_a_link_that_leads_nowhere_is_told(folder: Path) -> None:
    mistakes = spoil(folder, "topics/folders.yaml", "see: [devices", "see: [devixes")
    assert any("`devixes` leads nowhere. Did you mean `devices`?" in m for m in mistakes)


def test_all_mistakes_come_together(folder: Path) -> None:
    (folder / "club.yaml").write_text("name: [", encoding="utf-8")
    mistakes = spoil(folder, "settings.yaml", "mail_server:", "mail_servre:")
    assert any(m.startswith("club.yaml:") for m in mistakes)
    assert any(m.startswith("settings.yaml:") for m in mistakes)


def test_an_empty_file_is_told(folder: Path) -> None:
    (folder / "protocols.yaml").write_text("", encoding="utf-8")
    mistakes = spoil(folder, "settings.yaml", "port: 993", "port: 993")
    assert any("protocols.yaml:1:1: The file is empty." in m for m in mistakes)


def test_a_missing_file_is_told_and_one_with_a_wrong_ending_named(folder: Path) -> None:
    (folder / "club.yaml").rename(folder / "club.yml")
    (folder / "protocols.yaml").unlink()
    mistakes = spoil(folder, "settings.yaml", "port: 993", "port: 993")
    assert "club.yaml: The file is missing. Rename `club.yml`." in mistakes
    assert "protocols.yaml: The file is missing. Take it from the project's content." in mistakes


def test_a_file_without_any_entry_is_told(folder: Path) -> None:
    (folder / "club.yaml").write_text("name:Schönau", encoding="utf-8")
    mistakes = spoil(folder, "settings.yaml", "port: 993", "port: 993")
    assert any("club.yaml:1:1: The file has no entries. Begin each line with a name, a colon and a space" in m for m in mistakes)


def test_a_wrong_example_is_named_by_what_it_says(folder: Path) -> None:
    mistakes = spoil(folder, "topics/thanks.yaml", '["danke", ', '["danke", 12, ')
    assert any("`12` must be a text." in m for m in mistakes)


@pytest.mark.parametrize("odd", ["mail_server:\u00a0", "\u00a0mail_server: "])
def test_a_space_that_nobody_sees_is_told(folder: Path, odd: str) -> None:
    mistakes = spoil(folder, "settings.yaml", "mail_server: ", odd)
    assert any("Here stands a space that is none for YAML" in m for m in mistakes)


def test_a_file_that_is_not_utf8_is_told(folder: Path) -> None:
    (folder / "club.yaml").write_bytes("name: Schönau".encode("latin-1"))
    mistakes = spoil(folder, "settings.yaml", "port: 993", "port: 993")
    assert "club.yaml:1:10: The file is not UTF-8. Save it with the encoding UTF-8." in mistakes


def test_a_folder_in_the_place_of_a_file_is_told(folder: Path) -> None:
    (folder / "club.yaml").unlink()
    (folder / "club.yaml").mkdir()
    assert "club.yaml: This is a folder, not a file. Give the folder another name." in mistakes_of(folder)


def test_a_file_that_leads_to_itself_is_told(folder: Path) -> None:
    (folder / "club.yaml").unlink()
    (folder / "club.yaml").symlink_to("club.yaml")
    assert any(
        m.startswith("club.yaml: The file cannot be read: ") and m.endswith("See that the bot may read it.")
        for m in mistakes_of(folder)
    )


@pytest.mark.parametrize("locked", ["topics", "."])
def test_a_folder_that_the_bot_may_not_look_into_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch, locked: str) -> None:
    look = Path.is_file

    def is_file(file: Path) -> bool:
        if file.parent == folder / locked:
            raise PermissionError(errno.EACCES, "Permission denied", str(file))
        return look(file)

    monkeypatch.setattr(Path, "is_file", is_file)
    shown = str(folder) if locked == "." else "topics/"
    assert mistakes_of(folder) == [f"{shown}: The folder cannot be read: Permission denied. See that the bot may look into it."]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="CONTENT_DIR"):
        load_content(tmp_path / "nowhere")


def test_a_mistake_in_a_longer_text_is_told_in_its_own_line(folder: Path) -> None:
    text = (folder / "topics" / "backup.yaml").read_text("utf-8")
    line = next(number for number, line in enumerate(text.splitlines(), start=1) if "{pop3." in line and "de:" not in line)
    before = text.splitlines()[line - 1]
    (mistake,) = spoil(folder, "topics/backup.yaml", before, before.replace("{pop3.", "{pop4.", 1))
    assert mistake.startswith(f"topics/backup.yaml:{line}:{before.index('{pop3.') + 1}: ")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Das ist **wichtig.", "A `**` is not closed"),
        ("**a**\n\n**b", "A `**` is not closed"),
        ("Port `993.", "A backtick is not closed"),
        ("Leer: ``.", "nothing between two backticks"),
        ("Sehr <b>fett</b>.", "`<b>` would be shown as it stands."),
        ("Siehe [hier](https://example.org).", "A link in this form"),
        ("Port {imap.incoming.port ist es.", "`{imap.incoming.port` is not closed."),
    ],
)
def test_markup_that_would_not_be_shown_as_meant_is_told(folder: Path, written: str, told: str) -> None:
    mistakes = spoil(folder, "topics/thanks.yaml", 'de: "Gern', f'de: "{written} Gern'.replace("\n", "\\n"))
    assert any(told in mistake for mistake in mistakes), mistakes


def test_a_broken_file_hides_no_mistake_in_another(folder: Path) -> None:
    (folder / "topics" / "speed.yaml").write_text("topic: [", "utf-8")
    text = (folder / "trouble" / "full.yaml").read_text("utf-8")
    (folder / "trouble" / "full.yaml").write_text(text.replace("go: kind", "go: knid", 1), "utf-8")
    mistakes = spoil(folder, "topics/terms_port.yaml", "{imap.incoming.port}", "{imap.incomming.port}")
    assert [mistake.partition(":")[0] for mistake in mistakes] == [
        "topics/speed.yaml",
        "topics/terms_port.yaml",
        "trouble/full.yaml",
    ]


def test_a_broken_club_file_hides_no_missing_translation(folder: Path) -> None:
    club = (folder / "club.yaml").read_text("utf-8")
    (folder / "club.yaml").write_text(club.replace("domain:", "domian:", 1), "utf-8")
    mistakes = spoil(folder, "topics/thanks.yaml", 'title: {de: "Danke", en: "Thanks"}', 'title: {de: "Danke"}')
    assert any("The text in `en` is missing." in mistake for mistake in mistakes)


@pytest.mark.parametrize(
    ("old", "new"),
    [("short_name:", "shortname:"), ('domain: "kolping-schoenau.de"', "domain:"), ("partial_languages:", "other_languages:")],
)
def test_a_slip_in_the_club_file_makes_no_text_of_a_further_language_wrong(folder: Path, old: str, new: str) -> None:
    assert {mistake.partition(":")[0] for mistake in spoil(folder, "club.yaml", old, new)} == {"club.yaml"}


def test_a_language_that_is_none_is_told_once_and_not_with_every_text(folder: Path) -> None:
    mistakes = spoil(folder, "club.yaml", "languages: [de", "languages: [Deutsch")
    assert [mistake.partition(":")[0] for mistake in mistakes] == ["club.yaml"]


def test_a_file_called_otherwise_than_it_says_is_told(folder: Path) -> None:
    (mistake, *_) = spoil(folder, "topics/thanks.yaml", "topic: thanks", "topic: thank")
    assert "The file is called `thanks.yaml`, but `topic` says `thank`. Make both the same." in mistake


def test_a_word_in_two_files_is_told(folder: Path) -> None:
    mistakes = spoil(folder, "words/profile.yaml", "profile_name:", 'menu_ports: {de: "x", en: "x"}\nprofile_name:')
    assert any("`menu_ports` stands in `words/" in m and "Delete or rename one of the two." in m for m in mistakes)


def test_a_folder_without_words_is_told(folder: Path) -> None:
    shutil.rmtree(folder / "words")
    (folder / "words").mkdir()
    assert any("There is no YAML file in this folder." in m for m in spoil(folder, "club.yaml", "webmaster:", "webmaster:"))


def test_a_word_of_the_wrong_kind_is_told_where_it_stands(folder: Path) -> None:
    mistakes = spoil(folder, "words/profile.yaml", "profile_name:\n", "profile_name: 5\nprofile_nothing:\n")
    assert any(m.startswith("words/profile.yaml:4:") for m in mistakes), mistakes


@pytest.mark.parametrize("kind", ["words", "vocabulary"])
@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "1:1: The file is empty. Fill it as the one of the same name in the project's content, or delete it"),
        ("# nothing but a remark\n", "1:1: The file is empty."),
        ("---\n...\n", "1:1: The file is empty."),
        ("~\n", "1:1: The file is empty."),
        ("- just\n- a list\n", "1:1: The file has no entries. Begin each line with a name, a colon and a space"),
        ("just words\n", "1:1: The file has no entries."),
        ("42\n", "1:1: The file has no entries."),
    ],
)
def test_a_file_without_entries_among_others_is_told_and_nothing_else(folder: Path, kind: str, written: str, told: str) -> None:
    (folder / kind / "zz.yaml").write_text(written, "utf-8")
    (mistake,) = mistakes_of(folder)
    assert mistake.startswith(f"{kind}/zz.yaml:{told}")


def leave_translation_out(folder: Path) -> None:
    """As a club that speaks no further language."""
    shutil.rmtree(folder / "languages")
    club = folder / "club.yaml"
    lines = club.read_text("utf-8").splitlines(keepends=True)
    club.write_text("".join(line for line in lines if not line.startswith("partial_languages:")), "utf-8")


def test_what_stands_in_a_broken_file_is_not_told_as_missing(folder: Path) -> None:
    (folder / "vocabulary" / "topics.yaml").write_text("topic: [", "utf-8")
    assert [mistake.partition(":")[0] for mistake in mistakes_of(folder)] == ["vocabulary/topics.yaml"]


def test_what_no_file_of_a_folder_has_is_told(folder: Path) -> None:
    (folder / "vocabulary" / "topics.yaml").unlink()
    leave_translation_out(folder)
    assert "vocabulary/: `topic` is missing. Add a line `topic: …`." in mistakes_of(folder)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("topic: thanks", "topic: !!python/object:os.x thanks", "The tag `tag:yaml.org,2002:python/object:os.x` is not allowed."),
        ("topic: thanks", "topic: !!int thanks", "is not allowed. Delete it."),
        ("topic: thanks", "topic: !local thanks", "The tag `!local` is not allowed."),
        ("topic: thanks", "topic: !!binary dGhhbmtz", "The tag `tag:yaml.org,2002:binary` is not allowed."),
        ("title: {", "title: !local {", "The tag `!local` is not allowed."),
        ("title: {", "title: !!set {", "The tag `tag:yaml.org,2002:set` is not allowed."),
        ("topic: thanks", "topic: !!timestamp thanks\nopic: x", "`opic` is not known here."),
        ("topic: thanks", 'topic: "thanks\x07"', ":2:15: Here stands a control character that nobody sees (U+0007). Delete it."),
        ("topic: thanks", "topic: thanks\0", ":2:14: Here stands a control character that nobody sees (U+0000)."),
        ("topic: thanks", "\x0b\ntopic: thanks", ":2:1: Here stands a control character that nobody sees (U+000B)."),
        ("topic: thanks", "? [topic]\n: thanks", "The name of an entry must be a word."),
        ("topic: thanks", "{imap.incoming.port}: thanks\ntopic: thanks", "The name of an entry must be a word."),
        ("topic: thanks", f"topic: {'[' * 900}{']' * 900}", "Too many brackets or indents stand in each other here."),
        ('"Danke"', '"Danke\\u0007"', "invisible control characters"),
        ('"Danke"', '"Danke ****"', "There is nothing between `**` and `**`."),
    ],
)
def test_what_cannot_be_read_or_seen_is_told(folder: Path, old: str, new: str, sentence: str) -> None:
    mistakes = spoil(folder, "topics/thanks.yaml", old, new)
    assert any(sentence in m for m in mistakes), mistakes


def test_a_file_that_is_far_too_large_is_told(folder: Path) -> None:
    mistakes = spoil(folder, "topics/thanks.yaml", "topic: thanks", f"# {'x' * 2_000_001}\ntopic: thanks")
    assert any("larger than 2 MB. Split it into several files." in m for m in mistakes)


def test_a_date_and_a_sign_are_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("seen: 2024-12-24\nmore: [=, <<, no, on]\n", "utf-8")
    assert read_yaml(tmp_path / "x.yaml", "x.yaml")[0].data == {"seen": "2024-12-24", "more": ["=", "<<", "no", "on"]}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_however_its_lines_end_a_mistake_is_told_in_its_line(tmp_path: Path, end: str) -> None:
    (tmp_path / "x.yaml").write_bytes(end.join(["a: 1", "b: 2", "a: 3"]).encode())
    (mistake,) = read_yaml(tmp_path / "x.yaml", "x.yaml")[1]
    assert str(mistake).startswith("x.yaml:3:1: `a` stands here a second time (first in line 1).")


def test_a_mark_of_the_byte_order_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"\xef\xbb\xbfa: 1\n")
    document, mistakes = read_yaml(tmp_path / "x.yaml", "x.yaml")
    assert (document.data, mistakes) == ({"a": 1}, [])


def test_a_number_with_a_point_is_a_number(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("share: 0.5\nzero: 0\n", "utf-8")
    document, mistakes = read_yaml(tmp_path / "x.yaml", "x.yaml")
    assert document.data == {"share": 0.5, "zero": 0}
    assert not mistakes


def test_a_file_that_goes_while_it_is_looked_at_is_left_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, hashed = snapshot(folder), fingerprint(folder)
    (folder / "topics" / "zz.yaml").symlink_to("nowhere.yaml")
    assert snapshot(folder) == before
    assert fingerprint(folder) != hashed


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("oder: {de: [oda,", "oder: {de: [oda, ond,", "`ond` stands with `und` as well. Delete one of the two."),
        ("oder: {de: [oda,", "oder: {de: [oda, nicht,", "`nicht` has forms itself. Delete it here."),
        ("oder: {de: [oda,", 'oder: {de: [oda, "o da",', "`o da` and `oder` have not as many words."),
        ("oder: {de: [oda,", "oder: {de: [oda, o-da,", "`o-da` and `oder` have not as many words."),
        ("oder: {de: [oda,", "oder: {de: [oda, wats,", "`wats` and `oder` have not as many words."),
        ("  oder: {de: [oda,", "  ODER: {de: [oda,", "`ODER` is not a name the bot can use."),
    ],
)
def test_a_form_of_a_word_stands_with_one_word(folder: Path, old: str, new: str, told: str) -> None:
    mistakes = spoil(folder, "vocabulary/variants.yaml", old, new)
    assert any(told in mistake and mistake.startswith("vocabulary/variants.yaml:") for mistake in mistakes)


def test_a_word_that_the_bot_says_must_be_there(folder: Path) -> None:
    leave_translation_out(folder)  # of the old word it would be a mistake of its own
    (mistake,) = spoil(folder, "words/safety.yaml", "password_warning:", "password_warnung:")
    assert mistake == "words/: The word `password_warning` is missing; the bot says it. Did you mean `password_warnung`?"


@pytest.mark.parametrize(("file", "word"), [("guide", "guide_first_step"), ("group", "answers_now")])
def test_a_word_that_the_bot_says_by_way_of_a_variable_must_be_there_too(folder: Path, file: str, word: str) -> None:
    leave_translation_out(folder)
    (mistake,) = spoil(folder, f"words/{file}.yaml", f"\n{word}:", f"\n{word}_old:")
    assert mistake.startswith(f"words/: The word `{word}` is missing; the bot says it.")


def test_the_list_of_words_is_that_of_the_shipped_content_and_the_program_says_each(content: Content) -> None:
    """A new word of the bot's goes into `assistant/knowledge/words.txt` too: no club's content may lack it."""
    assert sorted(content.words.root) == sorted(needed_words())
    said = said_by_program()
    assert [word for word in needed_words() if not said.mentions(word)] == []


def test_a_message_of_a_program_without_a_word_is_told_in_its_line(folder: Path) -> None:
    (mistake,) = spoil(folder, "trouble/send.yaml", "error_texts:\n", 'error_texts:\n  - "Не удалось войти"\n')
    assert mistake.startswith("trouble/send.yaml:")
    assert "In `Не удалось войти` there is no word that the bot can read." in mistake


@pytest.mark.parametrize("name", ["cue.common", "cue.fillers", "cue.function_words", "cue.in_language", "typed.next"])
def test_small_words_that_the_bot_cannot_do_without_are_told(folder: Path, name: str) -> None:
    leave_translation_out(folder)
    kind, _, words = name.partition(".")
    file = {"cue": "vocabulary/cues.yaml", "typed": "vocabulary/typed.yaml"}[kind]
    (mistake,) = spoil(folder, file, f"\n  {words}:", f"\n  {words}-old:")
    assert mistake.startswith(f"{file}:")
    assert f"`{name}` is missing." in mistake

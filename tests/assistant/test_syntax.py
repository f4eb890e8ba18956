"""The webmaster mistypes YAML: the line that is told is the one in which it was done, not the one in which it is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.knowledge.yaml_reader import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """\
mail_server: c9.verein.example
protocols:
  imap:
    name: IMAP
    account_type: IMAP
    incoming: {port: 993, encryption: ssl_tls}
    outgoing: {port: 587, encryption: starttls}
account:
  password:
    de: "Dein Passwort"
    en: "Your password"
words:
  - "eins"
  - "zwei"
"""
NO_SPACE = "Behind the colon stands no space. Put a space after the colon."
NO_COLON = "In this line a colon is missing."
NOT_CLOSED = "The quotation marks of this text are not closed."


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("mail_server: c9", "mail_server:c9", f"1:12: {NO_SPACE}"),
        ("name: IMAP", "name:IMAP", f"4:9: {NO_SPACE}"),
        ("account_type: IMAP", "account_type:IMAP", f"5:17: {NO_SPACE}"),
        ('de: "Dein', 'de:"Dein', f"10:7: {NO_SPACE}"),
        ('en: "Your', 'en:"Your', f"11:7: {NO_SPACE}"),
        ("mail_server: c9", "mail_server c9", f"1:11: {NO_COLON} Write `mail_server: c9.verein.example`."),
        ("mail_server: c9", "mail_server = c9", f"1:11: {NO_COLON} Write `mail_server: c9.verein.example`."),
        ("mail_server: c9", "mail_server=c9", f"1:11: {NO_COLON} Write `mail_server: c9.verein.example`."),
        ('    de: "Dein', '    de "Dein', f'10:6: {NO_COLON} Write `de: "Dein Passwort"`.'),
        ("protocols:\n", "protocols\n", f"2:9: {NO_COLON}"),
        ("  imap:\n", "  imap\n", f"3:6: {NO_COLON}"),
        ('en: "Your', 'en "Your', f"11:6: {NO_COLON}"),
        ('Dein Passwort"', "Dein Passwort", f'10:9: {NOT_CLOSED} Put a `"` at its end.'),
        ('Your password"', "Your password", f'11:9: {NOT_CLOSED} Put a `"` at its end.'),
        ('Dein Passwort"', "Dein Passwort“", f'10:9: {NOT_CLOSED} End it with `"`, not with `“`.'),
        ('- "zwei"', '- "zwei', f'14:5: {NOT_CLOSED} Put a `"` at its end.'),
        ('"Dein Passwort"', "'Dein Passwort", f"10:9: {NOT_CLOSED} Put a `'` at its end."),
        ('"Dein Passwort"', '"Dein "tolles" Passwort"', "10:15: This quotation mark ends the text, but more follows."),
        ("ssl_tls}", "ssl_tls", "6:15: The bracket `{` is not closed. Put a `}` at its end."),
        ('- "zwei"', '-"zwei"', "14:3: Behind the `-` stands no space. Put a space after it."),
    ],
)
def test_the_line_of_the_mistake_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in SETTINGS
    (tmp_path / "a.yaml").write_text(SETTINGS.replace(old, new, 1), "utf-8")
    (mistake,) = read_yaml(tmp_path / "a.yaml", "a.yaml")[1]
    assert str(mistake).startswith(f"a.yaml:{told}")
    assert mistake.excerpt == SETTINGS.replace(old, new, 1).splitlines()[mistake.line - 1]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('de: "Dein Passwort"', "de: Tipp: so", "10:13: In this line stands a second colon."),
        ('    de: "Dein', '\t  de: "Dein', "10:1: Here stands a tab."),
        ('    en: "Your', '      en: "Your', "11:7: This line is not indented like"),
        ("c9.verein.example", "c9.verein.example:", "1:31: In this line stands a second colon."),
        ('- "zwei"', "- @zwei", "14:5: Here stands a sign"),
        ('- "zwei"', "- *zwei", "14:5: "),
        ('de: "Dein Passwort"', "de: {club.name} Chef", "10:9: Here stands a sign that means something else to YAML. Put"),
        ('de: "Dein Passwort"', "de: {club.name}: Chef", "10:9: Here stands a sign"),
        ('de: "Dein Passwort"', "de: {club.name}", "10:10: Here stands a sign"),
        ('- "zwei"', "- {club.name} zwei", "14:5: Here stands a sign"),
        ("name: IMAP", "name: {de: {club.name} Chef, en: Boss}", "4:16: Here stands a sign"),
        ('- "zwei"', '- "zw\\qei"', "14:8: Behind a `\\` stands"),
        ("name: IMAP", "name: {de: Tipp: so, en: Hint}", "4:20: The colon behind `Tipp` ends the text. Put the text in quotes"),
        ("name: IMAP", "name: {de: Tipp, en: Hint: so}", "4:30: The colon behind `Hint` ends the text. Put the text in quotes"),
        ("name: IMAP", "name: [eins, bitte merken: zwei: drei]", "4:36: The colon behind `zwei` ends the text."),
        ("name: IMAP", "name: {de: Tipp en: Hint}", "4:23: In the brackets of this line a comma is missing"),
        ("port: 993, enc", "port: 993 enc", "6:36: In the brackets of this line a comma is missing"),
        ("encryption: ssl_tls}", "encryption{: ssl_tls}", "6:37: In the brackets"),
        ('de: "Dein Passwort"', "de: | Dein", "10:11: Behind `|` and `>`"),
        ('  - "eins"', '   - "eins"', "14:3: This line is not indented"),
    ],
)
def test_what_is_noticed_in_its_own_line_is_told_there(tmp_path: Path, old: str, new: str, told: str) -> None:
    (tmp_path / "a.yaml").write_text(SETTINGS.replace(old, new, 1), "utf-8")
    (mistake,) = read_yaml(tmp_path / "a.yaml", "a.yaml")[1]
    assert str(mistake).startswith(f"a.yaml:{told}")


def test_a_text_of_several_lines_above_is_not_blamed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text('a: "one\n  two"\nb: c\n    d: e\n', "utf-8")
    (mistake,) = read_yaml(tmp_path / "a.yaml", "a.yaml")[1]
    assert (mistake.line, mistake.what) == (4, "This line is not indented like those it belongs to.")


BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 11))


@pytest.mark.parametrize(
    ("written", "first", "count"),
    [
        (BOMB, "2:10", 10),
        ("called: &c [kolping, *c]\n", "1:22", 1),
        ("called: &c {kolping: *c}\n", "1:22", 1),
        ("a: &a {b: 1}\nc:\n  <<: *a\n", "3:7", 1),
    ],
)
def test_an_alias_is_told_where_it_stands_whatever_it_would_lead_to(tmp_path: Path, written: str, first: str, count: int) -> None:
    (tmp_path / "a.yaml").write_text(written, "utf-8")
    document, mistakes = read_yaml(tmp_path / "a.yaml", "a.yaml")
    assert document.data is None
    assert len(mistakes) == count
    assert str(mistakes[0]).startswith(f"a.yaml:{first}: Aliases (`*name`) are not allowed. Write the text out.")

"""Writes a content folder for another club: everything general is taken along, the club's own values are written anew."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from assistant.content_file import load_file
from assistant.knowledge.load import load_content
from assistant.knowledge.models.base import Model, Text
from assistant.knowledge.models.club import Club

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from assistant.new_club.values import NewClub, Server

_OWN_FILES = ("club.yaml", "settings.yaml")
"""The only files that speak of one club, and their translations."""

_LANGUAGES = ("de", "en")
"""In which every text is written; those of further languages are taken along from the template."""


class Comments(Model):
    """What stands beside the values for whoever edits them, a line each in all languages of the new content."""

    club: Text
    domain: Text
    called: Text
    partial_languages: Text
    webmaster: Text
    source: Text
    known_problems: Text
    more: Text
    settings: Text
    encryption: Text
    server: Text
    delivery: Text
    account: Text


class FirstTexts(Model):
    """What the new content says until somebody writes something better (`content/new_club.yaml`)."""

    known_problems: Text
    before_at: Text
    """What stands before the @ in the example of an address."""
    password: Text
    delivery: Text
    comments: Comments


def write_content(club: NewClub, texts: FirstTexts, template: Path, folder: Path) -> None:
    """Write the folder, whole or not at all: what was written before a mistake is removed again.

    Args:
        club: Whose content it will be.
        texts: What is said of every club at first.
        template: A content folder to take everything general from.
        folder: Must not exist yet.

    Raises:
        FileExistsError: there is such a folder already; nothing was changed.
        ContentError: the template has mistakes, or what was written.
        OSError: it cannot be written.
    """
    partial = load_file(template, "club.yaml", Club).partial_languages
    folder.mkdir(parents=True)
    try:
        shutil.copytree(template, folder, ignore=shutil.ignore_patterns(*_OWN_FILES), dirs_exist_ok=True)
        (folder / "club.yaml").write_text(_club(club, texts, partial), "utf-8")
        (folder / "settings.yaml").write_text(_settings(club, texts, partial), "utf-8")
        load_content(folder)
    except BaseException:
        shutil.rmtree(folder)
        raise


def _club(club: NewClub, texts: FirstTexts, partial: tuple[str, ...]) -> str:
    comments = texts.comments
    return f"""\
# yaml-language-server: $schema=schema/club.json
{_comment(comments.club)}
name: {_quoted(club.name)}
short_name: {_quoted(club.short_name)}
{_comment(comments.domain)}
domain: {_quoted(club.domain)}
{_comment(comments.called)}
called: [{_quoted(club.short_name.lower())}]
languages: [{", ".join(_LANGUAGES)}]
{_comment(comments.partial_languages)}
partial_languages: [{", ".join(partial)}]
{_comment(comments.webmaster)}
webmaster:
{_texts(club.contact, partial)}
{_comment(comments.source)}
source: {_quoted(club.name)}
{_comment(comments.known_problems)}
known_problems:
{_texts(texts.known_problems.root, partial)}
{_comment(comments.more)}
"""


def _settings(club: NewClub, texts: FirstTexts, partial: tuple[str, ...]) -> str:
    servers, comments = club.servers, texts.comments
    address = {language: f"{text}@{{club.domain}}" for language, text in texts.before_at.root.items()}
    return f"""\
# yaml-language-server: $schema=schema/settings.json
{_comment(comments.settings)}
{_comment(comments.encryption)}
{_comment(comments.server)}
mail_server: {servers.imap.host}
protocols:
  imap:
    name: IMAP
    account_type: IMAP
    recommended: true
    incoming: {_connection(servers.imap, servers.imap.host)}
    outgoing: {_connection(servers.imap_outgoing, servers.imap.host)}
  pop3:
    name: POP3
    account_type: POP3
    incoming: {_connection(servers.pop3, servers.imap.host)}
    outgoing: {_connection(servers.pop3_outgoing, servers.imap.host)}
{_comment(comments.delivery, 4)}
    delivery:
{_texts(texts.delivery.root, partial, 6)}
{_comment(comments.account)}
account:
  name:
{_texts(club.sender, partial, 4)}
  name_example:
{_texts(dict.fromkeys(club.sender, club.sender_example), partial, 4)}
  address:
{_texts(address, partial, 4)}
  username:
{_texts(address, partial, 4)}
  password:
{_texts(texts.password.root, partial, 4)}
"""


def _comment(text: Text, indent: int = 0) -> str:
    return "\n".join(f"{' ' * indent}# {' '.join(text.get(language).split())}" for language in _LANGUAGES)


def _connection(server: Server, usual_host: str) -> str:
    other = "" if server.host == usual_host else f"server: {server.host}, "
    return f"{{{other}port: {server.port}, encryption: {server.encryption}}}"


def _texts(texts: Mapping[str, str], partial: tuple[str, ...], indent: int = 2) -> str:
    kept = {language: text for language, text in texts.items() if language in (*_LANGUAGES, *partial)}
    return "\n".join(f"{' ' * indent}{language}: {_quoted(text)}" for language, text in kept.items())


def _quoted(text: str) -> str:
    """Write a text as a YAML string in double quotes, which are those of JSON (YAML 1.2, section 7.3.1)."""
    return json.dumps(text, ensure_ascii=False)

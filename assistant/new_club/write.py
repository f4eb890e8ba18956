"""Writes a content folder for another club: everything general is taken along, the club's own values are written anew."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from assistant.knowledge.load import load_content

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.new_club.values import NewClub, Server

_OWN_FILES = ("club.yaml", "settings.yaml")
"""The only files that speak of one club."""


def write_content(club: NewClub, template: Path, folder: Path) -> None:
    """Write the folder, whole or not at all.

    Args:
        club: Whose content it will be.
        template: A content folder to take everything general from.
        folder: Must not exist yet.

    Raises:
        FileExistsError: there is such a folder already; nothing was changed.
        ContentError: what was written has mistakes; it was removed again.
        OSError: it cannot be written.
    """
    shutil.copytree(template, folder, ignore=shutil.ignore_patterns(*_OWN_FILES))
    try:
        (folder / "club.yaml").write_text(_club(club), "utf-8")
        (folder / "settings.yaml").write_text(_settings(club), "utf-8")
        load_content(folder)
    except BaseException:
        shutil.rmtree(folder)
        raise


def _club(club: NewClub) -> str:
    return f"""\
# yaml-language-server: $schema=schema/club.json
# Wer der Verein ist. / Who the club is.
name: {_quoted(club.name)}
short_name: {_quoted(club.short_name)}
# Was in den Mailadressen hinter dem @ steht. / What comes after the @ in mail addresses.
domain: {_quoted(club.domain)}
# Wie Mitglieder den Verein nennen, klein geschrieben. / How members call the club, in small letters.
called: [{_quoted(club.short_name.lower())}]
languages: [de, en]
# Wen Mitglieder fragen, ergänzt „Frag …“. / Whom members ask, completes “ask …”.
webmaster:
{_texts(club.contact)}
# Woher die Angaben stammen; steht in /developer_info. / Where the statements come from.
source: {_quoted(club.name)}
# Was gerade klemmt. / What does not work at the moment.
known_problems:
  de: "Zurzeit sind keine bekannt."
  en: "None are known at the moment."
# Wo mehr steht. / Where to read more.
more:
  de: {_quoted(f"Weitere Fragen beantwortet {club.name}.")}
  en: {_quoted(f"For further questions contact {club.name}.")}
"""


def _settings(club: NewClub) -> str:
    servers = club.servers
    address = {"de": f"Deine-E-Mailadresse@{club.domain}", "en": f"Your-email-address@{club.domain}"}
    return f"""\
# yaml-language-server: $schema=schema/settings.json
# Alle Werte für die Mailprogramme – jeder steht nur hier. Texte verweisen darauf, zum Beispiel {{imap.incoming.port}}.
# All values for mail programs – each stands only here. Texts refer to them, for example {{imap.incoming.port}}.
# encryption: none (keine), ssl_tls (SSL/TLS) oder/or starttls (STARTTLS)
# server: nur wo er anders heißt als mail_server / only where it differs from mail_server
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
    # „Übermittlung“: ob Mails nach dem Abholen auf dem Server bleiben. / Whether mails stay on the server once fetched.
    delivery:
      de: "Einstellungen nach eigenem Belieben"
      en: "settings as you like"
# Was Mitglieder über sich eintragen. / What members enter about themselves.
account:
  name:
{_texts(club.sender, 4)}
  name_example:
{_texts(dict.fromkeys(club.sender, club.sender_example), 4)}
  address:
{_texts(address, 4)}
  username:
{_texts(address, 4)}
  password:
    de: "Dein Passwort"
    en: "Your password"
"""


def _connection(server: Server, usual_host: str) -> str:
    other = "" if server.host == usual_host else f"server: {server.host}, "
    return f"{{{other}port: {server.port}, encryption: {server.encryption}}}"


def _texts(texts: dict[str, str], indent: int = 2) -> str:
    return "\n".join(f"{' ' * indent}{language}: {_quoted(text)}" for language, text in texts.items())


def _quoted(text: str) -> str:
    """Write a text as a YAML string in double quotes, which are those of JSON (YAML 1.2, section 7.3.1)."""
    return json.dumps(text, ensure_ascii=False)

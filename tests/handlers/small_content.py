"""The club's content with one small guide and one small tree, so that the dialogue's tests do not depend on texts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.knowledge.load import load_content

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content

CONTENT = Path(__file__).parents[2] / "content"

SHARED = """
shared:
  address:
    asks_address: true
    title: {de: "Deine Adresse", en: "Your address"}
    text: {de: "Wie lautet deine Adresse? Du kannst sie weglassen.", en: "What is your address? You may leave it out."}
"""
GUIDE = """
program: thunderbird
name: {de: "Thunderbird", en: "Thunderbird"}
order: 1
devices: [windows, mac, linux]
words: {de: [thunderbird, donnervogel], en: [thunderbird]}
protocols: [imap, pop3]
steps:
  - use: address
  - title: {de: "Konto anlegen", en: "Add an account"}
    text: {de: "Öffne **Konten** & los.", en: "Open **accounts** & go."}
  - title: {de: "Posteingang", en: "Incoming"}
    fields:
      - label: {de: "Server", en: "Server"}
        value: incoming.server
        also: {de: "Hostname", en: "host name"}
      - label: {de: "Port", en: "Port"}
        value: incoming.port
      - label: {de: "Benutzername", en: "User name"}
        value: account.username
    evidence: own
  - only: pop3
    title: {de: "Nur POP", en: "Only POP"}
    text: {de: "Mails auf dem Server lassen.", en: "Leave mails on the server."}
"""
SECOND = """
program: iphone
name: {de: "iPhone", en: "iPhone"}
order: 2
devices: [iphone]
words: {de: [iphone], en: [iphone]}
protocols: [imap]
intro: {de: "Vorweg: {incoming.port}.", en: "First: {incoming.port}."}
steps:
  - title: {de: "Einstellungen", en: "Settings"}
"""
ENDED = """
program: winmail
name: {de: "Windows Mail", en: "Windows Mail"}
order: 3
devices: [windows]
words: {de: [windows mail], en: [windows mail]}
ended: {de: "Gibt es nicht mehr.", en: "It is no more."}
instead: [thunderbird]
"""
TREE = """
trouble: sending
title: {de: "Senden geht nicht", en: "Sending fails"}
examples: {de: ["mails bleiben im postausgang"], en: ["mails stay in the outbox"]}
start: first
nodes:
  first:
    say: {de: "Kommt eine Meldung?", en: "Is there a message?"}
    choices:
      - {label: {de: "Ja", en: "Yes"}, go: second}
      - {label: {de: "Anleitung", en: "Guide"}, go: "guide:thunderbird"}
  second:
    say: {de: "Port {imap.outgoing.port}.", en: "Port {imap.outgoing.port}."}
    ask_webmaster: true
"""


def small_content(folder: Path, guide: str = GUIDE) -> Content:
    """Make the small content in a folder and load it; `guide` stands in for Thunderbird's."""
    shutil.copytree(CONTENT, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("guides", "trouble"))
    for name, text in {
        "guides/shared": SHARED,
        "guides/thunderbird": guide,
        "guides/iphone": SECOND,
        "guides/winmail": ENDED,
        "trouble/sending": TREE,
    }.items():
        file = folder / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    for file in (folder / "topics").glob("*.yaml"):
        text = re.sub(r"trouble:[a-z0-9-]+", "trouble:sending", file.read_text("utf-8"))
        file.write_text(re.sub(r"setup\.[a-z0-9-]+", "setup.thunderbird", text), "utf-8")
    return load_content(folder)

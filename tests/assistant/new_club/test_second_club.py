"""The second club: its bot tells its own values and nothing of the first club's."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Assistant
from assistant.compose.topics import Topics
from assistant.guides import Walk
from assistant.intent import Intent
from assistant.knowledge.load import load_content
from assistant.knowledge.models.base import Text
from assistant.knowledge.references import values_told
from assistant.trouble import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.knowledge.models.content import Content

ROOT = Path(__file__).parents[3]
FIRST_CLUB = re.compile(r"kolping|kfsb|sch[oö]e?nau|webspace|\b(993|587|110|25)\b", re.IGNORECASE)
FIRST_CLUBS_MEMBERS = re.compile(r"Position|Aufgabe im Verein|role in the club|your position|[Tt]a fonction")
"""What they enter as their name; elsewhere it is whatever the club says."""
NOT_ENCRYPTED = re.compile(
    r"(ist|sind|hier) nicht verschlüsselt|unverschlüsselt durch|(is|are) not encrypted|ohne Verschlüsselung"
)


@pytest.fixture(scope="module")
def content(sailing: Path) -> Content:
    return load_content(sailing)


@pytest.fixture(scope="module")
def assistant(content: Content) -> Assistant:
    return Assistant(content)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("imap port eingang", "1993"),
        ("welcher port zum senden mit imap?", "465"),
        ("pop3 port ausgang", "2587"),
        ("wie heißt der posteingangsserver bei imap", "imap.boote.example"),
        ("what is the outgoing server", "smtp.boote.example"),
        ("was kommt bei ihr name rein", "Bootsname"),
        ("wie lautet der benutzername", "@seerose.example"),
        ("Ist 993 richtig für imap?", "Nein"),
        ("wo finde ich die faq", "frag die Schriftführerin Eva"),
        ("where can i read more", "ask the secretary Eva"),
        ("c'est quoi la faq", "contacte la secrétaire Eva"),
    ],
)
def test_a_member_of_the_sailing_club(assistant: Assistant, asked: str, answered: str) -> None:
    reply = assistant.ask(asked)
    assert reply.answered
    assert reply.answer is not None
    assert answered in reply.answer.plain


def screens(assistant: Assistant, content: Content) -> Iterator[tuple[str, str]]:
    """Everything the bot can say: topics, look-ups, guides, troubles."""
    for language in content.languages:
        for topic in content.topics.values():
            for subject in ("", "imap", "pop3"):
                reply = assistant.ask(topic.examples.root[language][0], client_language=language)
                answer = assistant.answer(reply.intents[0].within(subject=subject), language) if reply.intents else None
                yield f"{topic.topic} {subject} {language}", answer.plain if answer else ""
        for guide in content.guides.values():
            for protocol in guide.protocols if guide.ended is None else ():
                walk = Walk(content, guide.program, protocol, language)
                for number in range(walk.last + 1):
                    yield f"{guide.program} {protocol} {number} {language}", walk.page(number).answer.plain
        for tree in content.trouble.values():
            for node in tree.nodes:
                yield f"{tree.trouble} {node} {language}", page(content, tree.trouble, node, language).answer.plain


def test_nothing_of_the_first_club_is_said(assistant: Assistant, content: Content) -> None:
    told = {place: found[0] for place, text in screens(assistant, content) if (found := FIRST_CLUB.search(text))}
    assert not told


def test_no_screen_speaks_of_what_only_the_first_clubs_members_enter(assistant: Assistant, content: Content) -> None:
    told = {place: found[0] for place, text in screens(assistant, content) if (found := FIRST_CLUBS_MEMBERS.search(text))}
    assert not told


@pytest.mark.parametrize(
    ("entered", "told"),
    [
        ("Vorname Nachname", "TSV ist die Abkürzung für TSV Mühe e.V."),
        (
            "Abteilung TSV",
            "TSV ist die Abkürzung für TSV Mühe e.V.\n\nIm Mailprogramm gehört sie zu „Ihr Name“: Abteilung TSV, zum Beispiel A.",
        ),
    ],
)
def test_where_the_short_name_is_entered_is_told_only_where_it_is(content: Content, entered: str, told: str) -> None:
    account = replace(content.settings.account, name=Text({"de": entered}), name_example=Text({"de": "A"}))
    club = replace(content.club, name="TSV Mühe e.V.", short_name="TSV")
    theirs = replace(content, club=club, settings=replace(content.settings, account=account))
    answer = Topics(theirs, values_told(theirs)).answer(Intent(topic="club_name"), "de")
    assert answer is not None
    assert answer.plain.strip() == told


def test_a_club_without_a_place_to_read_more_says_nothing_of_it(assistant: Assistant, content: Content) -> None:
    assert content.club.more is None
    answer = assistant.ask("wo finde ich die faq").answer
    assert answer is not None
    assert "Gruppe.\n\nKlappt" in answer.plain


def test_what_is_encrypted_here_is_not_called_unencrypted(assistant: Assistant, content: Content) -> None:
    told = {place: found[0] for place, text in screens(assistant, content) if (found := NOT_ENCRYPTED.search(text))}
    assert not told


def test_no_file_speaks_of_the_first_club(sailing: Path) -> None:
    names = re.compile(r"kolping|kfsb|sch[oö]e?nau|webspace", re.IGNORECASE)
    speaking = {file.name for file in sailing.rglob("*.yaml") if names.search(file.read_text("utf-8"))}
    assert not speaking


@pytest.mark.parametrize("club", ["sailing", "plain"])
def test_the_new_content_passes_the_whole_check(club: str, request: pytest.FixtureRequest) -> None:
    command = [sys.executable, str(ROOT / "bot.py"), "check"]
    environment = {**os.environ, "CONTENT_DIR": str(request.getfixturevalue(club))}
    checked = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert checked.returncode == 0, checked.stdout[-1500:] + checked.stderr

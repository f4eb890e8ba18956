"""The webmaster's four connections have four servers: every text and every button names the right one, in every language."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
import yaml

from assistant.assistant import Assistant
from assistant.knowledge.load import load_content
from assistant.trouble import page
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.knowledge.models.content import Content

_SERVERS = {
    ("imap", "incoming"): "imap.beispiel.de",
    ("imap", "outgoing"): "smtp.beispiel.de",
    ("pop3", "incoming"): "pop.beispiel.de",
    ("pop3", "outgoing"): "relay.beispiel.de",
}


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """A content with a server for each connection; none of them is called as its `mail_server`."""
    folder: Path = tmp_path_factory.mktemp("servers") / "content"
    shutil.copytree(CONTENT_FOLDER, folder)
    settings = yaml.safe_load((folder / "settings.yaml").read_text("utf-8"))
    settings["mail_server"] = "nirgends.beispiel.de"
    for (protocol, direction), server in _SERVERS.items():
        settings["protocols"][protocol][direction]["server"] = server
    (folder / "settings.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    return load_content(folder)


@pytest.fixture(scope="module")
def club(four: Content) -> Assistant:
    return Assistant(four)


def copied(club: Assistant, asked: str) -> dict[str, str]:
    answer = club.ask(asked, client_language="de").answer
    assert answer is not None
    servers = [(value.label, value.text) for value in answer.values if value.text.endswith("beispiel.de")]
    assert len(dict(servers)) == len(servers), "two buttons are called alike"
    return dict(servers)


def test_all_settings_let_one_copy_the_servers_that_they_show(club: Assistant) -> None:
    assert copied(club, "einstellungen imap") == {"Server Eingang": "imap.beispiel.de", "Server Ausgang": "smtp.beispiel.de"}


def test_of_one_direction_there_is_one_server(club: Assistant) -> None:
    assert copied(club, "welcher server beim postausgang mit imap?") == {"Server": "smtp.beispiel.de"}


def test_the_servers_of_both_protocols_are_told_apart(club: Assistant) -> None:
    assert copied(club, "welcher server?") == {
        "IMAP Server Eingang": "imap.beispiel.de",
        "POP3 Server Eingang": "pop.beispiel.de",
        "IMAP Server Ausgang": "smtp.beispiel.de",
        "POP3 Server Ausgang": "relay.beispiel.de",
    }


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("ist pop.beispiel.de Betrug?", "Nein, das ist richtig."),
        ("ist smtp.beispiel.de seriös?", "Ja, das stimmt."),
        ("darf ich das smtp. weglassen und nur beispiel.de schreiben?", "Nein, in der Anleitung"),
        ("imap.beispiel.de, fehlt da was?", "Nein, das ist richtig."),
    ],
)
def test_whether_one_of_them_is_genuine_or_lacks_something_is_answered(club: Assistant, asked: str, begins: str) -> None:
    answer = club.ask(asked, client_language="de").answer
    assert answer is not None
    assert answer.plain.startswith(begins)


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_no_page_of_a_trouble_names_a_server_that_no_connection_has(four: Content, language: str) -> None:
    told = [
        (name, node)
        for name, tree in four.trouble.items()
        for node in tree.nodes
        if "nirgends.beispiel.de" in page(four, name, node, language).answer.plain
    ]
    assert not told


@pytest.mark.parametrize("topic", ["directions", "terms_smtp", "terms_server"])
@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_no_topic_does(four: Content, topic: str, language: str) -> None:
    answer = four.topics[topic].answer.any
    assert answer is not None
    assert "{mail_server}" not in answer.get(language)

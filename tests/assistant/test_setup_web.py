"""What the webmaster puts on the web site and into the DNS."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from assistant import setup_files
from assistant.knowledge.loaded import ContentError
from tests.assistant.club import CLUB, SETTINGS

HOST = "c9.webspace-verkauf.de"
NOTES = Path(__file__).parents[2] / "content" / "export"


def texts(element: ET.Element) -> dict[str, str | None]:
    return {child.tag: child.text for child in element}


# Mozilla autoconfig: element → children that may stand in it.
AUTOCONFIG_SERVER = ["hostname", "port", "socketType", "username", "authentication"]


def test_autoconfig_has_the_structure_of_the_format() -> None:
    made = setup_files.autoconfig(SETTINGS, CLUB)
    root = ET.fromstring(made.data)  # noqa: S314 - our own bytes
    assert (root.tag, root.attrib) == ("clientConfig", {"version": "1.1"})
    (provider,) = root
    assert (provider.tag, provider.attrib) == ("emailProvider", {"id": "kolping-schoenau.de"})
    tags = [child.tag for child in provider]
    assert tags == ["domain", "displayName", "displayShortName", "incomingServer", "incomingServer", "outgoingServer"]
    servers = [child for child in provider if child.tag.endswith("Server")]
    assert [server.attrib["type"] for server in servers] == ["imap", "pop3", "smtp"]
    for server in servers:
        assert [child.tag for child in server] == AUTOCONFIG_SERVER
        values = texts(server)
        assert values["username"] == "%EMAILADDRESS%"
        assert values["authentication"] == "password-cleartext"
    assert [(texts(one)["port"], texts(one)["socketType"]) for one in servers] == [
        ("993", "SSL"),
        ("110", "plain"),
        ("587", "STARTTLS"),
    ]


def test_srv_records_say_what_is_offered_and_what_is_not() -> None:
    lines = setup_files.srv_records(SETTINGS, CLUB).data.decode().splitlines()
    found = {line.split(".")[0]: line.split(" SRV ")[1] for line in lines}
    assert found == {
        "_imaps": f"0 1 993 {HOST}.",
        "_imap": "0 0 0 .",
        "_pop3s": "0 0 0 .",
        "_pop3": f"10 1 110 {HOST}.",
        "_submissions": "0 0 0 .",
        "_submission": f"0 1 587 {HOST}.",
    }
    assert all(re.fullmatch(r"_\w+\._tcp\.kolping-schoenau\.de\. 3600 IN SRV \d+ \d+ \d+ \S+", line) for line in lines)


def test_export_writes_all_files_and_a_note_in_each_language(tmp_path: Path) -> None:
    written = setup_files.export(SETTINGS, CLUB, tmp_path / "web", notes=NOTES)
    names = [path.relative_to(tmp_path / "web").as_posix() for path in written]
    assert names == [
        ".well-known/autoconfig/mail/config-v1.1.xml",
        "mail/kfsb-imap.mobileconfig",
        "dns-srv.txt",
        "README.de.txt",
        "README.en.txt",
        "README.fr.txt",
    ]
    for path in written:
        assert path.stat().st_size > 100
    for note in written[-3:]:
        text = note.read_text(encoding="utf-8")
        assert "https://kolping-schoenau.de/.well-known/autoconfig/mail/config-v1.1.xml" in text
        assert "_imaps._tcp" in text
        assert "{" not in text
    assert setup_files.export(SETTINGS, CLUB, tmp_path / "web", notes=NOTES) == written


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (b"Hallo\n  {domian}", "export/note.de.txt:2:3: `{domian}` leads nowhere. Did you mean `domain`?"),
        ("Schönau".encode("latin-1"), "export/note.de.txt:1:4: The file is not UTF-8."),
    ],
)
def test_a_note_with_a_mistake_is_told_before_anything_is_written(tmp_path: Path, written: bytes, told: str) -> None:
    notes = tmp_path / "export"
    notes.mkdir()
    (notes / "note.de.txt").write_bytes(written)
    with pytest.raises(ContentError) as caught:
        setup_files.export(SETTINGS, CLUB, tmp_path / "out", notes=notes)
    assert str(caught.value).startswith(told)
    assert not (tmp_path / "out").exists()

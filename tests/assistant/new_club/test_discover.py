"""What a domain says about its mail servers."""

from __future__ import annotations

import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import dns.message
import dns.resolver
import dns.rrset
import pytest

from assistant.knowledge.hosts import host_name
from assistant.knowledge.models.club import Encryption
from assistant.new_club.discover import discover, fetch_file, read_autoconfig, srv_records
from assistant.new_club.values import Server, usual
from assistant.setup_files.autoconfig import autoconfig
from tests.assistant.club import CLUB, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

IMAP = Server("imap.boote.example", 993, Encryption.SSL_TLS)


def nothing(_: str) -> bytes:
    raise OSError


def no_records(_: str) -> list[tuple[int, str, int]]:
    raise OSError


def test_the_file_that_export_writes_is_understood() -> None:
    found = discover("verein.example", fetch=lambda _: autoconfig(SETTINGS, CLUB).data, srv=no_records)
    assert found is not None
    assert found.source == "https://autoconfig.verein.example/mail/config-v1.1.xml"
    imap, pop3 = SETTINGS.protocols["imap"], SETTINGS.protocols["pop3"]
    assert found.servers.imap == Server(SETTINGS.mail_server, imap.incoming.port, imap.incoming.encryption)
    assert found.servers.imap_outgoing == Server(SETTINGS.mail_server, imap.outgoing.port, imap.outgoing.encryption)
    assert found.servers.pop3 == Server(SETTINGS.mail_server, pop3.incoming.port, pop3.incoming.encryption)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>not found</html>",
        b"<c><incomingServer type='imap'><hostname>x y</hostname><port>1</port><socketType>SSL</socketType></incomingServer></c>",
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><clientConfig>&a;</clientConfig>',
        b" " * 70_000,
    ],
)
def test_what_is_no_such_file_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"autoconfig file|host name"):
        read_autoconfig(data, "verein.example")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_file_that_brings_its_own_entities_is_refused_however_it_is_written(encoding: str) -> None:
    kind = b'<!DOCTYPE clientConfig [<!ENTITY server "elsewhere.example">]>'
    host = f"<hostname>{SETTINGS.mail_server}<".encode()
    written = (
        autoconfig(SETTINGS, CLUB).data.replace(b"<clientConfig", kind + b"<clientConfig").replace(host, b"<hostname>&server;<")
    )
    assert kind in written
    text = written.decode().replace(" encoding='utf-8'", "")
    with pytest.raises(ValueError, match="no autoconfig file"):
        read_autoconfig(text.encode(encoding), "verein.example")


def test_a_file_that_begins_with_a_byte_order_mark_is_read() -> None:
    assert read_autoconfig(b"\xef\xbb\xbf" + autoconfig(SETTINGS, CLUB).data, "verein.example").imap.host == SETTINGS.mail_server


@pytest.mark.parametrize("port", ["0", "65536", "99300", "9" * 5000, "٩٩٣", "-1", ""])
def test_what_is_no_port_is_not_taken(port: str) -> None:
    written = autoconfig(SETTINGS, CLUB).data.replace(b"<port>993<", f"<port>{port}<".encode())
    with pytest.raises(ValueError, match="no autoconfig file of a domain with IMAP"):
        read_autoconfig(written, "verein.example")


def test_srv_records_fill_in_where_there_is_no_file() -> None:
    records = {
        "_imaps._tcp.boote.example": [(10, "second.boote.example.", 994), (0, "imap.boote.example.", 993)],
        "_pop3s._tcp.boote.example": [(0, ".", 0)],
        "_submission._tcp.boote.example": [(0, "smtp.boote.example.", 587)],
    }
    found = discover("boote.example", fetch=nothing, srv=lambda name: records.get(name) or no_records(name))
    assert found is not None
    assert found.servers.imap == IMAP
    assert found.servers.imap_outgoing == Server("smtp.boote.example", 587, Encryption.STARTTLS)
    assert found.servers.pop3 == usual("boote.example", "imap.boote.example").pop3
    assert "_imaps._tcp.boote.example" in found.source


def test_a_domain_that_tells_nothing() -> None:
    assert discover("boote.example", fetch=nothing, srv=no_records) is None


@pytest.fixture
def web_address() -> Iterator[str]:
    """A web server that has one file."""

    class OneFile(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/there" else 404)
            self.end_headers()
            self.wfile.write(b"x" * 200_000)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), OneFile) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_fetching_is_bounded_and_tells_failure(web_address: str) -> None:
    assert 64 * 1024 < len(fetch_file(f"{web_address}/there")) < 200_000
    for address in (f"{web_address}/elsewhere", "http://127.0.0.1:1/"):
        with pytest.raises(OSError, match=r"status 404|ConnectError"):
            fetch_file(address)


def test_records_are_asked_of_the_name_server() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))

        def answer() -> None:
            data, sender = server.recvfrom(512)
            query = dns.message.from_wire(data)
            reply = dns.message.make_response(query)
            reply.answer.append(dns.rrset.from_text(query.question[0].name, 60, "IN", "SRV", "0 1 993 imap.boote.example."))
            server.sendto(reply.to_wire(), sender)

        thread = threading.Thread(target=answer)
        thread.start()
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers, resolver.port = ["127.0.0.1"], server.getsockname()[1]
        assert srv_records("_imaps._tcp.boote.example", resolver) == [(0, "imap.boote.example.", 993)]
        thread.join()
    resolver.port, resolver.timeout, resolver.lifetime = 1, 0.2, 0.2
    with pytest.raises(OSError, match=r"Lifetime|NoNameservers"):
        srv_records("_imaps._tcp.boote.example", resolver)


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("Verein.Example", "verein.example"),
        ("https://verein.example/hilfe", "verein.example"),
        ("eva@verein.example", "verein.example"),
        ("grün.example.", "xn--grn-ioa.example"),
    ],
)
def test_a_host_as_people_type_it(typed: str, host: str) -> None:
    assert host_name(typed) == host


@pytest.mark.parametrize("typed", ["", "verein", "ver ein.de", "a..b", "-a.de", "x" * 64 + ".de", "127.0.0.1:80", "a_b.de"])
def test_no_host(typed: str) -> None:
    with pytest.raises(ValueError, match="host name"):
        host_name(typed)

"""Real mail servers on 127.0.0.1: Debian's Dovecot, and a small SMTP server."""

from __future__ import annotations

import asyncio
import getpass
import grp
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.assistant.live_check.certificates import NAMES

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from tests.assistant.live_check.certificates import Certificates

Addresses = list[tuple[socket.AddressFamily, tuple[str | int | bytes, ...]]]


def to_loopback(_server: str, port: int) -> Addresses:
    """Look every name up as this machine."""
    return [(socket.AF_INET, ("127.0.0.1", port))]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def dovecot_program() -> str | None:
    return shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin")


needs_dovecot = pytest.mark.skipif(dovecot_program() is None, reason="Dovecot is not installed")


@dataclass(frozen=True)
class Dovecot:
    imaps: int
    imap: int
    pop3s: int
    pop3: int


@contextmanager
def dovecot(folder: Path, certificates: Certificates) -> Iterator[Dovecot]:
    """Run Dovecot with one certificate for each name; it takes passwords in the clear from 127.0.0.1."""
    ports = Dovecot(free_port(), free_port(), free_port(), free_port())
    config = folder / "dovecot.conf"
    config.write_text(_dovecot_config(folder, certificates, ports))
    program = dovecot_program()
    assert program is not None
    with (folder / "out").open("wb") as out:
        server = subprocess.Popen([program, "-F", "-c", str(config)], stdout=out, stderr=out)
        try:
            _wait_for(ports.pop3, server)
            yield ports
        finally:
            server.terminate()
            server.wait(timeout=20)


def _dovecot_config(folder: Path, certificates: Certificates, ports: Dovecot) -> str:
    me = getpass.getuser()
    group = grp.getgrgid(os.getgid()).gr_name
    ours = f"default_login_user = {me}\ndefault_internal_user = {me}\ndefault_internal_group = {group}\n"
    users = "" if me == "root" else ours

    def pair(name: str) -> str:
        return f"ssl_cert = <{certificates.file(name, 'pem')}\nssl_key = <{certificates.file(name, 'key')}\n"

    names = "".join(f"local_name {name}.test {{\n{pair(name)}}}\n" for name in NAMES)
    return f"""
protocols = imap pop3
base_dir = {folder}/run
log_path = {folder}/log
state_dir = {folder}/state
listen = 127.0.0.1
ssl = yes
disable_plaintext_auth = no
{users}{pair("good")}{names}
mail_location = maildir:{folder}/mail
passdb {{
  driver = static
  args = nopassword=no
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {ports.imap}
  }}
  inet_listener imaps {{
    port = {ports.imaps}
  }}
}}
service pop3-login {{
  chroot =
  inet_listener pop3 {{
    port = {ports.pop3}
  }}
  inet_listener pop3s {{
    port = {ports.pop3s}
  }}
}}
"""


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("Dovecot does not start")


@dataclass
class Smtp:
    """A small SMTP server; what it says can be changed."""

    context: ssl.SSLContext | None = None
    plain_login: bool = False
    encrypted_login: bool = True
    greeting: str = "220-mail.test\r\n220 ready"
    stuffing: bytes = b""
    """Sent in the clear right after the answer to STARTTLS, as an attacker would."""
    said: list[str] | None = None
    """Everything the other side said."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        is_encrypted = False
        try:
            writer.write(f"{self.greeting}\r\n".encode())
            while line := (await asyncio.wait_for(reader.readline(), 10)).decode("ascii").strip():
                if self.said is not None:
                    self.said.append(line)
                if line.startswith("EHLO"):
                    writer.write(self._offer(is_encrypted=is_encrypted))
                elif line == "STARTTLS" and self.context is not None:
                    writer.write(b"220 go ahead\r\n" + self.stuffing)
                    await writer.start_tls(self.context)
                    is_encrypted = True
                elif line == "QUIT":
                    break
        except (OSError, TimeoutError):
            pass
        finally:
            writer.close()

    def _offer(self, *, is_encrypted: bool) -> bytes:
        words = ["mail.test", "SIZE 10240000"]
        words += ["STARTTLS"] if self.context is not None and not is_encrypted else []
        words += ["AUTH PLAIN LOGIN"] if (self.encrypted_login if is_encrypted else self.plain_login) else []
        lines = [f"250-{word}" for word in words] + ["250 HELP"]
        return "".join(f"{line}\r\n" for line in lines).encode()


Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def listening(serve: Serve) -> AsyncIterator[int]:
    """Serve connections and give the port; at the end nothing of them is left."""
    tasks: list[asyncio.Task[None]] = []

    async def serve_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.append(asyncio.current_task())  # type: ignore[arg-type]
        plain = writer.transport
        try:
            await serve(reader, writer)
        finally:
            writer.transport.abort()
            plain.abort()  # the one below, when encryption failed half-way

    server = await asyncio.start_server(serve_one, "127.0.0.1", 0)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        await asyncio.sleep(0.05)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()
        await asyncio.sleep(0)


@contextmanager
def silent_port() -> Iterator[int]:
    """Accept connections and say nothing."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(8)
        yield int(server.getsockname()[1])


@contextmanager
def full_port() -> Iterator[int]:
    """Let connections wait for ever: the queue of those to be accepted is full."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        address = server.getsockname()
        waiting = [socket.socket() for _ in range(4)]
        for connection in waiting:
            connection.setblocking(False)
            connection.connect_ex(address)
        time.sleep(0.1)
        yield int(address[1])
        for connection in waiting:
            connection.close()

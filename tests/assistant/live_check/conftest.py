"""Certificates, Dovecot and a look at one port, for the tests of the live check."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.live_check import Endpoint, Result
from assistant.live_check.probe import probe
from tests.assistant.live_check import servers
from tests.assistant.live_check.certificates import Certificates, make_certificates
from tests.assistant.live_check.servers import Dovecot, to_loopback

if TYPE_CHECKING:
    from assistant.knowledge.models.club import Encryption

Look = Callable[..., Result]


@pytest.fixture(scope="package")
def folder() -> Iterator[Path]:
    """A folder that Dovecot's own users may enter, unlike pytest's."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    made = Path(tempfile.mkdtemp(prefix="mail"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture(scope="package")
def certificates(folder: Path) -> Certificates:
    return make_certificates(folder)


@pytest.fixture(scope="package")
def dovecot(folder: Path, certificates: Certificates) -> Iterator[Dovecot]:
    with servers.dovecot(folder, certificates) as ports:
        yield ports


@pytest.fixture
def look(certificates: Certificates) -> Look:
    def probed(kind: str, server: str, port: int, encryption: Encryption, *, timeout: float = 3.0) -> Result:
        endpoint = Endpoint(kind, server, port, encryption)  # type: ignore[arg-type]
        return probe(endpoint, make_context=certificates.client_context, resolve=to_loopback, timeout=timeout)

    return probed


async def in_thread(look: Look, *arguments: object, **more: object) -> Result:
    return await asyncio.wait_for(asyncio.to_thread(look, *arguments, **more), 20)

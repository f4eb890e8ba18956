"""A real PostgreSQL for tests and try-outs, from the system's binaries, in a folder of its own on a free port."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_START_WAIT = 30.0


def binaries() -> Path | None:
    """Give the folder of the newest PostgreSQL's programs, or None."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if folders:
        return folders[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def why_not() -> str:
    """Say why there can be no PostgreSQL here; empty: there can."""
    if binaries() is None:
        return "PostgreSQL is not installed (initdb is missing)"
    if os.geteuid() == 0 and _other_user() is None:
        return "PostgreSQL refuses to run as root, and there is no other user to run it as"
    return ""


class Postgres:
    """A server; it can be stopped and started again, and keeps its data meanwhile."""

    def __init__(self, folder: Path) -> None:
        """Make the data folder.

        Args:
            folder: Where everything goes; it must not exist yet.

        Raises:
            RuntimeError: PostgreSQL cannot be run here.
        """
        bin_folder = binaries()
        if bin_folder is None or why_not():
            raise RuntimeError(why_not())
        self._bin = bin_folder
        self._data = folder / "data"
        self._sockets = folder / "sockets"
        self._user = _other_user() if os.geteuid() == 0 else None
        for made in (folder, self._sockets):
            made.mkdir(mode=0o755)
        if self._user is not None:
            for made in (folder, self._sockets):
                os.chown(made, self._user, -1)
        self.port = _free_port()
        self._server: subprocess.Popen[bytes] | None = None
        command: list[str | Path] = [
            self._bin / "initdb",
            "-D",
            self._data,
            "-U",
            "bot",
            "-A",
            "trust",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C",
        ]
        subprocess.run(command, check=True, user=self._user, stdout=subprocess.DEVNULL, cwd=folder)

    @property
    def url(self) -> str:
        """What goes into DATABASE_URL."""
        return f"postgres://bot@127.0.0.1:{self.port}/postgres?sslmode=disable"

    def start(self) -> None:
        """Start, and wait until it takes connections."""
        settings = {"listen_addresses": "127.0.0.1", "port": str(self.port), "fsync": "off", "max_connections": "40"}
        settings["unix_socket_directories"] = str(self._sockets)
        options = [f"-c{name}={value}" for name, value in settings.items()]
        command: list[str | Path] = [self._bin / "postgres", "-D", self._data, *options]
        self._server = subprocess.Popen(command, user=self._user, stderr=subprocess.DEVNULL, cwd=self._data)
        ready: list[str | Path] = [
            self._bin / "pg_isready",
            "-q",
            "-h",
            "127.0.0.1",
            "-p",
            str(self.port),
            "-d",
            "postgres",
            "-U",
            "bot",
        ]
        deadline = time.monotonic() + _START_WAIT
        while subprocess.run(ready, check=False).returncode:
            if time.monotonic() > deadline or self._server.poll() is not None:
                raise RuntimeError("PostgreSQL did not start")
            time.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop at once; connections are cut. With SIGQUIT nothing is tidied up first."""
        if self._server is not None:
            self._server.send_signal(how)
            try:
                self._server.wait(10)
            except subprocess.TimeoutExpired:
                self._server.kill()
                self._server.wait()
            self._server = None


@contextlib.contextmanager
def running() -> Iterator[Postgres]:
    """Run a PostgreSQL for a while.

    Raises:
        RuntimeError: PostgreSQL cannot be run here.
    """
    # Not pytest's folder: the other user could not reach into it.
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server = Postgres(Path(folder) / "server")
        try:
            server.start()
            yield server
        finally:
            server.stop(signal.SIGQUIT)


def _other_user() -> int | None:
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_uid
    return None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

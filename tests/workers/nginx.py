"""nginx with the configuration that `deploy/` ships, on free ports of this machine and without TLS."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path

_SHIPPED = Path(__file__).parents[2] / "deploy" / "nginx"
SITE, HOOK = _SHIPPED / "site.conf", _SHIPPED / "mailbot-hook.conf"
_START_WAIT = 10.0


def binary() -> str:
    """Give nginx's program, or nothing."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin") or ""


def why_not() -> str:
    """Say why there can be no nginx here; empty: there can."""
    return "" if binary() else "nginx is not installed"


class Nginx:
    """A server in the foreground, in a folder of its own."""

    def __init__(self, folder: Path, workers: list[int], port: int = 0) -> None:
        """Write the configuration.

        Args:
            folder: Where everything goes; it must not exist yet.
            workers: The workers' ports.
            port: Where to listen; 0: anywhere.
        """
        folder.mkdir()
        self._folder = folder
        self.port = port or _free_port()
        self._server: subprocess.Popen[bytes] | None = None
        (folder / "nginx.conf").write_text(self._configuration(workers))

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """What it wrote."""
        return (self._folder / "log").read_text()

    def start(self) -> None:
        """Start, and wait until it takes connections."""
        command = [binary(), "-p", str(self._folder), "-c", str(self._folder / "nginx.conf"), "-e", "stderr"]
        with (self._folder / "log").open("wb") as log:
            self._server = subprocess.Popen(command, stderr=log)
        deadline = time.monotonic() + _START_WAIT
        while not self._listens():
            if time.monotonic() > deadline or self._server.poll() is not None:
                raise RuntimeError(f"nginx did not start: {self.log}")
            time.sleep(0.02)

    def stop(self) -> None:
        """Stop at once."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait(10)
            self._server = None

    def _configuration(self, workers: list[int]) -> str:
        site = SITE.read_text()
        servers = "".join(f"server 127.0.0.1:{port} max_fails=0;\n" for port in workers)
        site = re.sub(r"(?:server 127\.0\.0\.1:\d+ max_fails=0;\s*)+", servers, site)
        site = site.replace("/etc/nginx/snippets/mailbot-hook.conf", str(HOOK))
        site = re.sub(r"listen 443 ssl;", f"listen 127.0.0.1:{self.port};", site)
        site = re.sub(r"ssl_certificate\w* [^;]+;", "", site)
        paths = "".join(
            f"{name}_temp_path {self._folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        user = "user root;\n" if os.geteuid() == 0 else ""
        return (
            f"{user}daemon off;\nworker_processes 1;\npid {self._folder}/pid;\nerror_log stderr;\nevents {{}}\n"
            f"http {{\naccess_log off;\n{paths}{site}}}\n"
        )

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

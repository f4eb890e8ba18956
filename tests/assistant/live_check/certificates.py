"""Good and bad certificates, made for the test with openssl."""

from __future__ import annotations

import ssl
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("good", "expired", "wrongname", "selfsigned", "soon")
_DAYS = {"expired": "-1", "soon": "9"}


@dataclass(frozen=True)
class Certificates:
    """A certificate authority and a certificate for each name `<name>.test`, good or bad."""

    folder: Path

    def file(self, name: str, ending: str) -> Path:
        return self.folder / f"{name}.{ending}"

    def server_context(self, name: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.file(name, "pem"), self.file(name, "key"))
        return context

    def client_context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.file("ca", "pem")))


def make_certificates(folder: Path) -> Certificates:
    certificates = Certificates(folder)
    _self_signed(folder, "ca", "basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign")
    _self_signed(folder, "selfsigned", "subjectAltName=DNS:selfsigned.test")
    for name in NAMES:
        if name != "selfsigned":
            _signed(folder, name, "other.test" if name == "wrongname" else f"{name}.test")
    return certificates


def _openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True, timeout=30)


_NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


def _self_signed(folder: Path, name: str, *extensions: str) -> None:
    added = [part for extension in extensions for part in ("-addext", extension)]
    files = ("-keyout", f"{name}.key", "-out", f"{name}.pem")
    _openssl(folder, "req", "-x509", *_NEW_KEY, *files, "-days", "60", "-subj", f"/CN={name}", *added)


def _signed(folder: Path, name: str, host: str) -> None:
    _openssl(folder, "req", *_NEW_KEY, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={host}")
    lines = [f"subjectAltName=DNS:{host}", "subjectKeyIdentifier=hash", "authorityKeyIdentifier=keyid"]
    (folder / f"{name}.ext").write_text("\n".join(lines))
    signing = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", f"{name}.ext")
    files = ("-in", f"{name}.csr", "-out", f"{name}.pem")
    _openssl(folder, "x509", "-req", *files, *signing, "-days", _DAYS.get(name, "60"))

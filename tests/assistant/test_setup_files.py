"""The set-up files, checked against the tables of the programs that read them."""

from __future__ import annotations

import json
import plistlib
import re
import struct
import uuid
import zlib
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from assistant import setup_files
from assistant.knowledge.models.guides import NEEDS_ADDRESS, SetupFile
from tests.assistant.club import CLUB, SETTINGS

ADDRESS = "webmaster@kolping-schoenau.de"
HOST = "c9.webspace-verkauf.de"

# Apple device-management, com.apple.mail.managed.yaml and TopLevel.yaml: key → type.
MAIL_REQUIRED = {
    "PayloadType": str,
    "PayloadVersion": int,
    "PayloadIdentifier": str,
    "PayloadUUID": str,
    "EmailAccountType": str,
    "IncomingMailServerAuthentication": str,
    "IncomingMailServerHostName": str,
    "OutgoingMailServerAuthentication": str,
    "OutgoingMailServerHostName": str,
}
MAIL_OPTIONAL = {
    "PayloadDisplayName": str,
    "PayloadDescription": str,
    "PayloadOrganization": str,
    "EmailAccountDescription": str,
    "EmailAccountName": str,
    "EmailAddress": str,
    "IncomingMailServerPortNumber": int,
    "IncomingMailServerUseSSL": bool,
    "IncomingMailServerUsername": str,
    "OutgoingMailServerPortNumber": int,
    "OutgoingMailServerUseSSL": bool,
    "OutgoingMailServerUsername": str,
    "OutgoingPasswordSameAsIncomingPassword": bool,
}
TOP_REQUIRED = {
    "PayloadType": str,
    "PayloadVersion": int,
    "PayloadIdentifier": str,
    "PayloadUUID": str,
    "PayloadContent": list,
}
TOP_OPTIONAL = {
    "PayloadDisplayName": str,
    "PayloadDescription": str,
    "PayloadOrganization": str,
    "PayloadRemovalDisallowed": bool,
}


def assert_keys(payload: dict[str, Any], required: dict[str, type], optional: dict[str, type]) -> None:
    known = required | optional
    assert required.keys() <= payload.keys()
    assert payload.keys() <= known.keys()
    assert {key: type(value) for key, value in payload.items()} == {key: known[key] for key in payload}


def profile(protocol: str = "imap", address: str | None = ADDRESS) -> dict[str, Any]:
    made = setup_files.apple_profile(SETTINGS, CLUB, protocol, address)
    return plistlib.loads(made.data)  # type: ignore[no-any-return]


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
@pytest.mark.parametrize("address", [ADDRESS, None])
def test_profile_has_only_keys_that_apple_knows(protocol: str, address: str | None) -> None:
    loaded = profile(protocol, address)
    assert_keys(loaded, TOP_REQUIRED, TOP_OPTIONAL)
    (mail,) = loaded["PayloadContent"]
    assert_keys(mail, MAIL_REQUIRED, MAIL_OPTIONAL)
    assert not any("password" in key.lower() and isinstance(value, str) for key, value in mail.items())
    assert uuid.UUID(mail["PayloadUUID"]) != uuid.UUID(loaded["PayloadUUID"])
    assert mail["PayloadIdentifier"] != loaded["PayloadIdentifier"]


def test_imap_profile_has_the_clubs_values() -> None:
    (mail,) = profile()["PayloadContent"]
    assert mail["EmailAccountType"] == "EmailTypeIMAP"
    assert (mail["IncomingMailServerHostName"], mail["IncomingMailServerPortNumber"]) == (HOST, 993)
    assert (mail["OutgoingMailServerHostName"], mail["OutgoingMailServerPortNumber"]) == (HOST, 587)
    assert mail["IncomingMailServerUseSSL"] is True
    assert mail["OutgoingMailServerUseSSL"] is True
    assert mail["EmailAddress"] == ADDRESS
    assert mail["IncomingMailServerUsername"] == mail["OutgoingMailServerUsername"] == ADDRESS


def test_pop3_profile_is_honest_about_encryption() -> None:
    (mail,) = profile("pop3")["PayloadContent"]
    assert mail["EmailAccountType"] == "EmailTypePOP"
    assert (mail["IncomingMailServerPortNumber"], mail["IncomingMailServerUseSSL"]) == (110, False)
    assert (mail["OutgoingMailServerPortNumber"], mail["OutgoingMailServerUseSSL"]) == (25, False)


def test_generic_profile_leaves_out_what_the_device_asks_for() -> None:
    (mail,) = profile(address=None)["PayloadContent"]
    assert not {"EmailAddress", "IncomingMailServerUsername", "OutgoingMailServerUsername", "EmailAccountName"} & mail.keys()


def test_same_address_same_identifiers_other_address_others() -> None:
    first, again = profile(), profile(address=ADDRESS.upper())
    other, pop3 = profile(address="info@kolping-schoenau.de"), profile("pop3")
    for key in ("PayloadIdentifier", "PayloadUUID"):
        assert first[key] == again[key]
        assert len({first[key], other[key], pop3[key]}) == 3


# thunderbird-android, SettingsFileParser.kt and ServerSettingsDescriptions.kt at version 99.
K9_SERVER = {"host", "port", "connection-security", "authentication-type", "username"}
K9_SECURITY = {"NONE", "STARTTLS_REQUIRED", "SSL_TLS_REQUIRED"}


def account(protocol: str = "imap", address: str = ADDRESS) -> ET.Element:
    made = setup_files.k9_settings(SETTINGS, CLUB, protocol, address)
    root = ET.fromstring(made.data)  # noqa: S314 - our own bytes
    assert root.tag == "k9settings"
    assert root.attrib == {"version": "99", "format": "1"}
    assert [child.tag for child in root] == ["accounts"]
    (found,) = root[0]
    return found


def texts(element: ET.Element | None) -> dict[str, str | None]:
    assert element is not None
    return {child.tag: child.text for child in element}


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_k9_file_has_only_elements_that_the_app_reads(protocol: str) -> None:
    found = account(protocol)
    assert found.tag == "account"
    assert uuid.UUID(found.attrib["uuid"])
    assert [child.tag for child in found] == ["name", "incoming-server", "outgoing-server", "identities"]
    for tag, kind in (("incoming-server", protocol.upper()), ("outgoing-server", "SMTP")):
        server = found.find(tag)
        assert server is not None
        assert server.attrib == {"type": kind}
        values = texts(server)
        assert values.keys() == K9_SERVER
        assert values["connection-security"] in K9_SECURITY
        assert values["authentication-type"] == "PLAIN"
        assert values["username"] == ADDRESS
    assert texts(found.find("identities/identity")) == {"name": ADDRESS, "email": ADDRESS}


def test_k9_file_has_the_clubs_values() -> None:
    def shown(protocol: str, tag: str) -> tuple[str | None, ...]:
        values = texts(account(protocol).find(tag))
        return values["host"], values["port"], values["connection-security"]

    assert shown("imap", "incoming-server") == (HOST, "993", "SSL_TLS_REQUIRED")
    assert shown("imap", "outgoing-server") == (HOST, "587", "STARTTLS_REQUIRED")
    assert shown("pop3", "incoming-server") == (HOST, "110", "NONE")
    assert shown("pop3", "outgoing-server") == (HOST, "25", "NONE")


def test_k9_account_keeps_its_uuid() -> None:
    assert account().attrib == account(address=ADDRESS.upper()).attrib
    assert account().attrib != account("pop3").attrib


@pytest.mark.parametrize("kind", sorted(NEEDS_ADDRESS))
def test_android_needs_the_address(kind: SetupFile) -> None:
    with pytest.raises(setup_files.AddressNeededError):
        setup_files.make(kind, SETTINGS, CLUB, "imap")


@pytest.mark.parametrize("kind", list(SetupFile))
@pytest.mark.parametrize("address", ["no", "a@b@c", "ü@kolping-schoenau.de", "a b@x.de", "a@x.de\n", "<a@x.de>", "@x.de"])
def test_what_is_no_address_is_refused(kind: SetupFile, address: str) -> None:
    with pytest.raises(ValueError, match="not a plain mail address"):
        setup_files.make(kind, SETTINGS, CLUB, "imap", address)


@pytest.mark.parametrize("kind", list(SetupFile))
def test_file_names_and_types(kind: SetupFile) -> None:
    made = setup_files.make(kind, SETTINGS, CLUB, "imap", "vor.stand@kolping-schoenau.de")
    ending = {"mobileconfig": "mobileconfig", "k9s": "k9s", "qr": "png"}[kind.value]
    assert made.name == f"kfsb-imap-vor-stand.{ending}"
    assert re.fullmatch(r"[a-z]+/[a-z0-9-]+", made.mime_type)


def test_qr_payload_is_that_of_the_format() -> None:
    payload = setup_files.qr_payload(SETTINGS, CLUB, "imap", ADDRESS)
    assert payload == (
        f'[1,[1,1],[0,"{HOST}",993,3,1,"{ADDRESS}","KfSB IMAP"],[[[0,"{HOST}",587,2,1,"{ADDRESS}"],["{ADDRESS}","{ADDRESS}"]]]]'
    )
    incoming = json.loads(setup_files.qr_payload(SETTINGS, CLUB, "pop3", ADDRESS))[2]
    assert incoming[:5] == [1, HOST, 110, 0, 1]


def grey_rows(png: bytes) -> tuple[int, list[str]]:
    """Read segno's own kind of PNG: one bit a pixel, rows unfiltered or as the row above; `1` is light."""
    width, height, depth, colour = struct.unpack(">IIBB", png[16:26])
    assert (depth, colour, width) == (1, 0, height)
    start = png.index(b"IDAT")
    (length,) = struct.unpack(">I", png[start - 4 : start])
    raw = zlib.decompress(png[start + 4 : start + 4 + length])
    stride = 1 + (width + 7) // 8
    above, rows = bytes(stride - 1), []
    for number in range(height):
        kind, *row = raw[number * stride : (number + 1) * stride]
        assert kind in {0, 2}
        above = bytes((byte + over) % 256 for byte, over in zip(row, above, strict=True)) if kind else bytes(row)
        rows.append("".join(f"{byte:08b}" for byte in above)[:width])
    return width, rows


def test_qr_picture_is_large_dark_on_light_with_a_quiet_margin() -> None:
    made = setup_files.thunderbird_qr(SETTINGS, CLUB, "imap", ADDRESS)
    assert len(made.data) < 20_000
    width, rows = grey_rows(made.data)
    assert 1000 <= width <= 1300
    margin = min(row.index("0") for row in rows if "0" in row)
    module = rows[margin].index("1", margin) - margin
    assert module % 7 == 0, "the first dark row begins with the seven modules of a finder pattern"
    assert margin >= 4 * module // 7
    assert set(rows[0] + rows[margin - 1] + rows[-1]) == {"1"}

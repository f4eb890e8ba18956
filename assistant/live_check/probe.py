"""Looks at one port: name, connection, encryption, certificate, greeting, what is offered. Never logs in."""

from __future__ import annotations

import errno
import socket
import ssl
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.knowledge.models.club import Encryption
from assistant.live_check.dialogues import DIALOGUES, Offer
from assistant.live_check.report import Outcome, Result
from assistant.live_check.wire import Certificate, HungUpError, UnexpectedReplyError, Wire

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.live_check.report import Endpoint
    from assistant.live_check.wire import Addresses, Resolve

_TIMEOUTS_IN_ALL = 1.6
"""The whole look may last so many timeouts: 8 s of 5 s each."""
_OTHER_FAMILY_WITHIN = 2.0
"""Seconds for the second look at a server that has answered already."""
_FAMILIES = {socket.AF_INET: "IPv4", socket.AF_INET6: "IPv6"}
_RELAY_PORT = 25
_DAY = 86400
# OpenSSL's X509_V_ERR_* numbers (openssl/x509_vfy.h)
_NOT_VALID_NOW = {9, 10}
_OTHER_NAME = {62, 64}
_NOT_TLS_REASONS = {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG", "BAD_PACKET_LENGTH"}
_NO_WAY_OUT = {errno.ENETUNREACH, errno.ENETDOWN, errno.EACCES, errno.EPERM, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}
"""Errors of the bot's own machine: no route, no permission, no IPv6; they tell nothing about the server."""
_SURE_NAME = "api.telegram.org"
"""A name that exists: where the name service does not know it either, it tells nothing about the club's."""


@dataclass(frozen=True)
class _Seen:
    plain: Offer | None = None
    encrypted: Offer | None = None
    certificate: Certificate | None = None
    family: socket.AddressFamily = socket.AF_INET


def probe(
    endpoint: Endpoint,
    *,
    make_context: Callable[[], ssl.SSLContext],
    resolve: Resolve,
    timeout: float,
) -> Result:
    """Look at one port. Never raises for what a network or a server can do.

    Args:
        endpoint: The port.
        make_context: Gives a new context that verifies certificates and names.
        resolve: Looks the server's name up.
        timeout: Seconds for each wait; the whole takes little longer.
    """
    start = time.monotonic()
    addresses: Addresses = ()
    try:
        addresses = resolve(endpoint.server, endpoint.port)
        seen = _look(endpoint, make_context(), addresses, timeout)
        result = replace(_judge(endpoint, seen), deaf_on=_deaf_on(addresses, seen.family, timeout))
    except ssl.SSLCertVerificationError as error:
        result = Result(endpoint, _certificate_outcome(error))
        if result.outcome is Outcome.WRONG_CERTIFICATE_NAME:
            name = _wrong_name(endpoint, make_context(), addresses, timeout)
            result = replace(result, certificate_name=name)
    except (OSError, UnicodeError, UnexpectedReplyError, HungUpError) as error:
        result = Result(endpoint, _failure(endpoint, error))
        if isinstance(error, socket.gaierror) and not _knows_names(resolve):
            result = Result(endpoint, Outcome.NO_NETWORK)
    return replace(result, seconds=round(time.monotonic() - start, 2))


def _knows_names(resolve: Resolve) -> bool:
    """Whether this machine's name service works at all."""
    try:
        return bool(resolve(_SURE_NAME, 443))
    except (OSError, UnicodeError):
        return False


class _ConnectError(OSError):
    """An error before the connection was open; its cause tells which."""


def _look(endpoint: Endpoint, context: ssl.SSLContext, addresses: Addresses, timeout: float) -> _Seen:
    dialogue = DIALOGUES[endpoint.kind]
    try:
        wire = Wire.open(addresses, timeout, time.monotonic() + timeout * _TIMEOUTS_IN_ALL)
    except OSError as error:
        raise _ConnectError from error
    with wire:
        if endpoint.encryption is Encryption.SSL_TLS:
            certificate = wire.start_tls(context, endpoint.server)
            dialogue.greet(wire)
            seen = _Seen(encrypted=dialogue.ask(wire), certificate=certificate)
        else:
            dialogue.greet(wire)
            seen = _Seen(plain=dialogue.ask(wire))
        if endpoint.encryption is Encryption.STARTTLS and seen.plain is not None and seen.plain.tls:
            dialogue.request_tls(wire)
            certificate = wire.start_tls(context, endpoint.server)
            seen = replace(seen, encrypted=dialogue.ask(wire), certificate=certificate)
        dialogue.leave(wire)
        return replace(seen, family=wire.family)


def _deaf_on(addresses: Addresses, answered: socket.AddressFamily, timeout: float) -> str:
    """Tell whether the server answers on the other kind of its addresses too; a machine without IPv6 cannot tell."""
    others = [address for address in addresses if address[0] in _FAMILIES and address[0] != answered]
    try:
        if others:
            within = min(timeout, _OTHER_FAMILY_WITHIN)
            with Wire.open(others, within, time.monotonic() + within):
                pass
    except OSError as error:
        return "" if error.errno in _NO_WAY_OUT else _FAMILIES[others[0][0]]
    return ""


def _judge(endpoint: Endpoint, seen: _Seen) -> Result:
    plain, encrypted = seen.plain, seen.encrypted
    result = Result(endpoint, Outcome.OK, offers_tls=plain.tls if plain else None)
    if endpoint.encryption is Encryption.NONE and plain is not None:
        if plain.login is not False:
            return replace(result, outcome=Outcome.UNENCRYPTED)
        return replace(result, outcome=Outcome.LOGIN_NEEDS_TLS if plain.tls else Outcome.NO_LOGIN)
    if encrypted is None or seen.certificate is None:
        return replace(result, outcome=Outcome.NO_STARTTLS)
    result = replace(result, days_left=_days_left(seen.certificate), certificate_name=_name(seen.certificate))
    if encrypted.login is False:
        return replace(result, outcome=Outcome.NO_LOGIN)
    if plain is not None and plain.login:
        return replace(result, outcome=Outcome.PLAIN_LOGIN_OFFERED)
    return result


def _certificate_outcome(error: ssl.SSLCertVerificationError) -> Outcome:
    if error.verify_code in _OTHER_NAME:
        return Outcome.WRONG_CERTIFICATE_NAME
    return Outcome.EXPIRED if error.verify_code in _NOT_VALID_NOW else Outcome.UNTRUSTED


def _failure(endpoint: Endpoint, error: Exception) -> Outcome:
    if isinstance(error, socket.gaierror):
        unknown = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
        return Outcome.NAME_UNKNOWN if error.errno in unknown else Outcome.NO_NETWORK
    if isinstance(error, UnicodeError):
        return Outcome.NAME_UNKNOWN  # what cannot be a name, such as `mail..de`
    if isinstance(error, _ConnectError):
        return _connect_failure(endpoint, error.__cause__)
    if isinstance(error, TimeoutError):
        return Outcome.SILENT
    if isinstance(error, ssl.SSLError):
        return Outcome.NOT_TLS if error.reason in _NOT_TLS_REASONS else Outcome.TLS_FAILED
    return Outcome.UNEXPECTED if isinstance(error, UnexpectedReplyError) else Outcome.HUNG_UP


def _connect_failure(endpoint: Endpoint, cause: BaseException | None) -> Outcome:
    if endpoint.port == _RELAY_PORT:
        return Outcome.NOT_CHECKABLE
    if isinstance(cause, ConnectionRefusedError):
        return Outcome.REFUSED
    is_here = isinstance(cause, OSError) and cause.errno in _NO_WAY_OUT
    return Outcome.NO_NETWORK if is_here else Outcome.TIMEOUT


def _wrong_name(endpoint: Endpoint, context: ssl.SSLContext, addresses: Addresses, timeout: float) -> str:
    """Read the name in a certificate that is trusted but for another server; empty where that fails.

    The chain is verified all the same, since Python shows the contents of verified certificates only.
    """
    context.check_hostname = False
    try:
        seen = _look(endpoint, context, addresses, timeout)
    except (OSError, UnexpectedReplyError, HungUpError):
        return ""
    return _name(seen.certificate or {})


def _days_left(certificate: Certificate) -> int | None:
    ends = certificate.get("notAfter")
    return int((ssl.cert_time_to_seconds(ends) - time.time()) // _DAY) if isinstance(ends, str) else None


def _name(certificate: Certificate) -> str:
    """Give the first DNS name of a certificate, shortened to what a name can be."""
    names = certificate.get("subjectAltName")
    pairs = names if isinstance(names, tuple) else ()
    first = next((str(value) for kind, value in pairs if kind == "DNS"), "")
    return "".join(letter for letter in first[:253] if letter.isascii() and (letter.isalnum() or letter in ".-*"))

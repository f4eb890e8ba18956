"""The club's values as models, for tests that need no content folder."""

from __future__ import annotations

from pydantic import TypeAdapter

from assistant.knowledge.models.club import Club, Settings

_BOTH = {"de": "x", "en": "x"}

CLUB = TypeAdapter(Club).validate_python(
    {
        "name": "Kolpingsfamilie Schönau",
        "short_name": "KfSB",
        "domain": "kolping-schoenau.de",
        "languages": ["de", "en"],
        "webmaster": {"de": "den Webmaster", "en": "the webmaster"},
        "source": "article",
        "known_problems": _BOTH,
        "more": _BOTH,
    }
)
SETTINGS = TypeAdapter(Settings).validate_python(
    {
        "mail_server": "c9.webspace-verkauf.de",
        "protocols": {
            "imap": {
                "name": "IMAP",
                "account_type": "IMAP",
                "recommended": True,
                "incoming": {"port": 993, "encryption": "ssl_tls"},
                "outgoing": {"port": 587, "encryption": "starttls"},
            },
            "pop3": {
                "name": "POP3",
                "account_type": "POP3",
                "incoming": {"port": 110, "encryption": "none"},
                "outgoing": {"port": 25, "encryption": "none"},
            },
        },
        "account": dict.fromkeys(("name", "name_example", "address", "username", "password"), _BOTH),
    }
)

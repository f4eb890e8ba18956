"""Another encryption in the settings: what the texts say about SSL/TLS and STARTTLS follows it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Assistant
from assistant.knowledge.load import load_content
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from pathlib import Path


def asked(folder: Path, question: str, *changes: tuple[str, str], language: str = "de") -> str:
    """What is answered where the settings are changed so."""
    copy = folder / "content"
    shutil.copytree(CONTENT_FOLDER, copy)
    text = (copy / "settings.yaml").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (copy / "settings.yaml").write_text(text, "utf-8")
    answer = Assistant(load_content(copy)).ask(question, client_language=language).answer
    assert answer is not None
    return answer.plain


def test_where_starttls_is_used(tmp_path: Path) -> None:
    told = asked(tmp_path, "was heißt STARTTLS")
    assert "Bei uns gilt STARTTLS für Postausgang mit IMAP (Port 587)." in told
    assert "Bei uns gilt SSL/TLS für Posteingang mit IMAP (Port 993)." in told


def test_where_starttls_is_not_used(tmp_path: Path) -> None:
    told = asked(tmp_path, "was heißt STARTTLS", ("{port: 587, encryption: starttls}", "{port: 465, encryption: ssl_tls}"))
    assert "Bei uns kommt STARTTLS nicht vor." in told
    assert "SSL/TLS für Posteingang mit IMAP (Port 993), Postausgang mit IMAP (Port 465)." in told


@pytest.mark.parametrize(
    ("language", "told"), [("de", "Posteingang mit IMAP: STARTTLS"), ("fr", "courrier entrant avec IMAP: STARTTLS")]
)
def test_how_each_way_is_encrypted(tmp_path: Path, language: str, told: str) -> None:
    question = {"de": "was heißt ssl/tls", "fr": "c'est quoi ssl"}[language]
    answered = asked(
        tmp_path, question, ("{port: 993, encryption: ssl_tls}", "{port: 143, encryption: starttls}"), language=language
    )
    assert told in answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ist IMAP sicherer als POP3?", "Nein, hier sind beide verschlüsselt."),
        ("was ist sicherer, POP3 oder IMAP?", "Hier sind beide verschlüsselt."),
        ("was davon ist sicherer?", "Hier sind beide verschlüsselt."),
        ("is POP3 less secure than IMAP?", "No, both are encrypted here."),
    ],
)
def test_where_both_are_encrypted_neither_is_safer(tmp_path: Path, question: str, told: str) -> None:
    changes = (
        ("{port: 110, encryption: none}", "{port: 995, encryption: ssl_tls}"),
        ("{port: 25, encryption: none}", "{port: 587, encryption: starttls}"),
    )
    assert asked(tmp_path, question, *changes).startswith(told)

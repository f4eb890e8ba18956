"""Which button somebody means who writes instead of pressing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.choices import Choices
from assistant.guides import TypedWords

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content

WHAT = ["Sie bleibt im Postausgang", "Eine Meldung zum Passwort", "Etwas anderes", "◀ Zurück", "☰ Menü"]
PORT = ["Ja, genau so", "Nein, etwas anderes", "Wo sehe ich das?", "◀ Zurück"]
REMEDY = ["Klappt immer noch nicht", "📡 Server prüfen", "✅ Jetzt klappt es", "◀ Zurück"]
KIND = ["IMAP", "POP3", "Weiß ich nicht"]
MANY = ["Ja, keine Verbindung", "Ja, zum Passwort", "Nein, es kommt nur nichts"]


@pytest.fixture(scope="module")
def choices(content: Content) -> Choices:
    return Choices(content.vocabulary.choice, TypedWords(content))


@pytest.mark.parametrize(
    ("text", "labels", "label"),
    [
        ("Sie bleibt im Postausgang", WHAT, "Sie bleibt im Postausgang"),
        ("im postausgnag", WHAT, "Sie bleibt im Postausgang"),
        ("etwas anderes", WHAT, "Etwas anderes"),
        ("2", WHAT, "Eine Meldung zum Passwort"),
        ("zruck", WHAT, "◀ Zurück"),
        ("menü", WHAT, "☰ Menü"),
        ("ja", PORT, "Ja, genau so"),
        ("jep stimmt", PORT, "Ja, genau so"),
        ("nö", PORT, "Nein, etwas anderes"),
        ("wo sehe ich das?", PORT, "Wo sehe ich das?"),
        ("geht ned", REMEDY, "Klappt immer noch nicht"),
        ("leider immer noch nicht", REMEDY, "Klappt immer noch nicht"),
        ("jetzt gehts!!", REMEDY, "✅ Jetzt klappt es"),
        ("server prüfen", REMEDY, "📡 Server prüfen"),
        ("imap", KIND, "IMAP"),
        ("keine ahnung", KIND, "Weiß ich nicht"),
        ("zum passwort", MANY, "Ja, zum Passwort"),
        ("nein", MANY, "Nein, es kommt nur nichts"),
    ],
)
def test_words_that_name_a_button(choices: Choices, text: str, labels: list[str], label: str) -> None:
    place = choices.chosen(text, labels)
    assert place is not None
    assert labels[place] == label


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("", PORT),
        ("9", PORT),
        ("0", PORT),
        ("welcher port für imap?", PORT),
        ("was heißt nochmal starttls?", PORT),
        ("ja aber wo finde ich denn diesen port überhaupt", PORT),
        ("ja", MANY),
        ("pop3 oder imap, was ist besser", KIND),
        ("meine mails landen im spam", WHAT),
        ("x" * 5000, WHAT),
        ("🎻", WHAT),
    ],
)
def test_words_that_name_none_or_more_than_one(choices: Choices, text: str, labels: list[str]) -> None:
    assert choices.chosen(text, labels) is None

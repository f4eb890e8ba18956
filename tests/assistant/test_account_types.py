"""An account type that a program shows or proposes is right, works too, or is none of the club's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("Als Kontotyp ist IMAP schon ausgewählt, soll das so bleiben?", "Ja, das stimmt."),
        ("kontoart imap, isch des recht so?", "Ja, das stimmt."),
        ("is IMAP the right account type?", "Yes, that is right."),
        ("Beim Kontotyp steht POP, passt des?", "Ja, das geht auch."),
        ("account type says POP3, is that wrong?", "No, that works too."),
        ("Der Kontotyp steht auf Exchange, stimmt das?", "Nein"),
        ("my account type is set to exchange, is that ok?", "No"),
        ("Kontotyp Office 365, is des verkehrt?", "Ja"),
    ],
)
def test_an_account_type_is_judged(assistant: Assistant, says: str, begins: str) -> None:
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize("says", ["exchange or imap as account type?", "Welchen Kontotyp nehme ich, Exchange oder IMAP?"])
def test_who_leaves_it_open_hears_neither(assistant: Assistant, says: str) -> None:
    assert said(assistant, says).startswith(("As account type", "Als Kontotyp"))


@pytest.mark.parametrize(
    "says",
    [
        "Welche Kontoart ist am sinnvollsten?",
        "welchen Kontotyp empfehlt ihr",
        "which account type makes sense?",
        "which account type should I choose",
    ],
)
def test_who_asks_which_is_best_hears_what_speaks_for_it(assistant: Assistant, says: str) -> None:
    assert said(assistant, says).startswith(("Nimm IMAP", "Use IMAP"))

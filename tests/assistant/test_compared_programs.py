"""Of two programs or devices one is asked for: no protocol is advised, each program is offered, and a group is left to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("asks", "programs"),
    [
        ("Was ist besser, Outlook oder Thunderbird?", ["outlook", "thunderbird"]),
        ("Apple Mail oder eM Client?", ["apple-mail", "em-client"]),
        ("soll ich Thunderbird oder Outlook nehmen", ["thunderbird", "outlook"]),
        ("ist ein Samsung besser als ein iPhone?", ["samsung", "iphone"]),
        ("Unterschied von Thunderbird und eM Client", ["thunderbird", "em-client"]),
        ("Was ist besser, Gmail oder GMX?", ["gmail"]),
        ("Thunderbird vs Apple Mail", ["thunderbird", "apple-mail"]),
    ],
)
def test_each_program_is_offered_and_no_protocol_advised(assistant: Assistant, asks: str, programs: list[str]) -> None:
    reply = assistant.ask(asks, client_language="de")
    assert reply.answer is not None
    assert reply.answer.lines[0].startswith("Für die Vereins-Mail ist das gleich")
    assert [action.target for action in reply.answer.actions] == programs
    assert assistant.ask(asks, client_language="de", addressed=False).answer is None


@pytest.mark.parametrize(
    ("asks", "topic"),
    [
        ("Was ist am iPhone besser, IMAP oder POP?", "recommendation"),
        ("ist IMAP besser als POP für Outlook?", "recommendation"),
        ("hab ich das neue Outlook oder das alte", "which_program"),
        ("Outlook spinnt, wie nehm ich stattdessen Thunderbird", "setup"),
    ],
)
def test_what_only_names_programs_compares_none(assistant: Assistant, asks: str, topic: str) -> None:
    assert assistant.ask(asks, client_language="de").intents[0].topic == topic


def test_whether_a_switch_is_safe_is_no_question_of_encryption(assistant: Assistant) -> None:
    assert assistant.ask("Is it safe to switch?").intents[0].topic == "switching"
    assert assistant.ask("Is it safe to switch?", addressed=False).answer is None
    assert assistant.ask("Is it safe with IMAP?").intents[0].aspect == "encryption"

"""Which sentences of a message are weighed by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.understanding.reading import read_message
from assistant.understanding.worth_weighing import can_ask, most_telling, names_ours, without_told

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.understanding.slots import Slots


def _read(assistant: Assistant, message: str) -> list[Slots]:
    return read_message(message, assistant._understander._lexicon)[0]


def _first_words(sentences: list[Slots]) -> list[str]:
    return [slots.sentence.written[0] for slots in sentences]


def test_beside_a_question_nobody_asks_by_telling_how_it_went(assistant: Assistant) -> None:
    assert _first_words(can_ask(_read(assistant, "Läuft jetzt alles, danke. Welcher Port ist für den Ausgang?"))) == ["welcher"]


def test_without_a_question_all_may_ask(assistant: Assistant) -> None:
    assert len(can_ask(_read(assistant, "Läuft jetzt alles, danke. Nur der Port vom Ausgang fehlt"))) == 2


def test_where_it_was_left_is_told_with_what_is_asked(assistant: Assistant) -> None:
    assert len(can_ask(_read(assistant, "Tablet hab ich im Zug vergessen. Welche Nachteile hat POP?"))) == 2
    assert len(can_ask(_read(assistant, "Tablet hab ich jetzt auch. Welche Nachteile hat POP?"))) == 1


@pytest.mark.parametrize(
    ("message", "weighed"),
    [
        ("Ich benutze noch POP im alten Outlook. Welcher Port gehört in den Eingang?", ["welcher"]),
        ("I use POP in my old Outlook. Which port is it for incoming?", ["which"]),
        ("Beim Zelten hab ich kein Netz. Kann ich sie trotzdem lesen bei IMAP?", ["beim", "kann"]),
        ("Bei mir steht 995. Welcher Port ist richtig bei POP?", ["bei", "welcher"]),
    ],
)
def test_what_is_only_told_is_not_weighed_beside_a_question_for_a_value(
    assistant: Assistant, message: str, weighed: list[str]
) -> None:
    assert _first_words(without_told(list(filter(names_ours, _read(assistant, message))))) == weighed


def test_of_a_long_message_two_questions_are_weighed(assistant: Assistant) -> None:
    read = _read(
        assistant,
        "Welcher Port ist es bei IMAP? Das Fest war schön. Wie heißt der Server für den Ausgang? Bis bald. Gruß an alle.",
    )
    assert _first_words(most_telling(read, is_long=True)) == ["welcher", "wie"]
    assert _first_words(most_telling(read[:3], is_long=False)) == _first_words(read[:3])

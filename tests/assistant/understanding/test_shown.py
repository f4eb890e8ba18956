"""Messages of programs that members quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.understanding.shown import ShownMessages, begins_as_reply, own_words
from assistant.understanding.text import words_of

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content


@pytest.fixture(scope="module")
def shown(content: Content) -> ShownMessages:
    return ShownMessages(content)


def test_a_message_inside_own_words_is_found_and_parted_from_them(shown: ShownMessages) -> None:
    said = words_of("bei mir kommt immer Authentifizierung fehlgeschlagen, was nun")
    quoted = shown.quoted_in(said)
    assert [message.label for message in quoted] == ["trouble:password"]
    assert own_words(said, quoted) == words_of("bei mir kommt immer was nun")


def test_of_two_the_longer_stands_first_as_one_may_be_part_of_the_other(shown: ShownMessages, content: Content) -> None:
    texts = [f" {' '.join(words_of(text))} " for tree in content.trouble.values() for text in tree.error_texts]
    inner, outer = next((one, other) for one in texts for other in texts if one != other and one in other)
    found = [message.text for message in shown.quoted_in(tuple(outer.split()))]
    assert found.index(outer) < found.index(inner)


def test_own_words_quote_nothing(shown: ShownMessages) -> None:
    assert not shown.quoted_in(words_of("wie heißt der server und welches passwort"))
    assert not shown.quoted_in(())


@pytest.mark.parametrize(("said", "is_reply"), [("535 5.7.8 bad credentials", True), ("587 geht nicht", False), ("", False)])
def test_a_refusal_of_a_server_is_known_by_its_code(said: str, *, is_reply: bool) -> None:
    assert begins_as_reply(words_of(said)) is is_reply

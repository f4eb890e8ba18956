"""An address whose signs are spelled out, in the bot as it runs: what is learned from the content is not with it any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.learning.unanswered import Unanswered
from store.memory import MemoryStore
from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "thunderbird einrichten imap | kassier klammeraffe kolping minus schoenau punkt de"),
        ("de", "thunderbird einrichten imap | kassier at kolping-schoenau.de"),
        ("en", "set up thunderbird with imap | kassier at kolping dash schoenau dot de"),
        ("fr", "/setup thunderbird imap | kassier arobase kolping tiret schoenau point de"),
    ],
)
async def test_spelled_signs_are_filled_in(member: Chat, language: str, said: str) -> None:
    assert "✓" in (heard := await talk(member, said, language))
    assert "kassier@kolping-schoenau.de" in heard


async def test_a_kept_question_tells_no_spelled_address(member: Chat) -> None:
    parts, kept = member.services, Unanswered(MemoryStore(), b"secret", is_on=True)
    await kept.keep("wer ist erna klammeraffe verein.de", parts.content, parts.password_guard, parts.signs)
    assert list((await kept.all()).values()) == ["wer ist …@…"]

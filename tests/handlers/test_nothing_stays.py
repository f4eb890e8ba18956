"""What somebody wrote is in no memory any more once it is forgotten."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from assistant.answer import Answer
from assistant.met import forget_words

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


async def test_an_address_is_held_by_no_answer(member: Chat) -> None:
    await member.say("/setup thunderbird imap")
    await member.say("quirinius.quastenberg@kolping-schoenau.de")
    await member.say("was ist mein benutzername?")
    answer, _step = list(member.screen.messages.values())[-2:]
    assert "quirinius.quastenberg@kolping-schoenau.de" in str(answer)
    await member.say("/cancel")
    await member.say("/forget")
    forget_words()
    gc.collect()
    assert not [held for held in gc.get_objects() if isinstance(held, Answer) and "quastenberg" in repr(held)]

"""Questions asked amid a guide that neither its step nor the assistant knows: 'kostet das was', 'is this free?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.folding import fold
from assistant.guides.passages import words_in
from handlers.guides.weighing import has_cue, is_half_sure

if TYPE_CHECKING:
    from assistant.assistant import Reply
    from handlers.guides.doing import Here

_SHORTEST = 3
"""Letters of a word that names something."""


def asks_of_something_else(here: Here, reply: Reply) -> bool:
    """Whether a question names what no step, no phrase for a guide and no answer is about: then help with the step is none.

    Where something is ('wo ist das Zahnrad?'), and what somebody says they cannot do, is asked of the step.
    """
    choices, typed, meant = here.parts.choices, here.parts.typed, here.said.meant
    if is_half_sure(reply) or _begins_with(here, reply, "asks_place") or not _asks(here, reply):
        return False
    if has_cue(reply, "asks_who"):
        return True
    if meant is not None and typed.holds(here.text.replace("?", ""), meant.intent):
        return False
    rest = choices.without(here.text, "of_page").split()
    named = {word for word in rest if len(word) >= _SHORTEST and not typed.is_all_known(word)}
    return bool(named - words_in(here.walk))


def _asks(here: Here, reply: Reply) -> bool:
    """Whether words are a question: by its mark, or by how they begin: 'kann ich nicht auswählen' is none."""
    if "?" in here.text:
        return True
    begins = here.said.asks or _begins_with(here, reply, "question")
    return begins and not here.parts.choices.has(here.text, "denied")


def _begins_with(here: Here, reply: Reply, cue: str) -> bool:
    said = fold(here.text).strip()
    return any(
        (found.kind, found.value) == ("cue", cue) and said.startswith(f"{found.words} ") for found in reply.explanation.found
    )

"""Questions asked amid a guide: they are about what the guide sets up, unless they name something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.assistant import Memory
from assistant.folding import fold
from assistant.intent import BY_DIRECTION, DIRECTIONS
from assistant.understanding.rules.all_settings import is_filled_in

if TYPE_CHECKING:
    from assistant.assistant import Reply
    from handlers.guides.doing import Here


def about_this_guide(here: Here, reply: Reply) -> Reply:
    """Take 'Welcher Port war das nochmal?' for a question about the guide's protocol, and about the direction of its page.

    Args:
        here: Where it is asked.
        reply: What the assistant says to it, knowing nothing of the guide.
    """
    found = reply.explanation.found
    names_one = any(one.kind in {"subject", "number"} for one in found)
    goes_on = any((one.kind, one.value) == ("cue", "follow_up") and fold(here.text).startswith(f"{one.words} ") for one in found)
    is_told = names_one or (
        goes_on and bool(reply.intents) and bool(reply.intents[0].subject)
    )  # 'und bei POP?', 'und ausgehend?'
    names_host = reply.explanation.whole is not None and reply.explanation.whole.names_host  # which has been judged
    if not reply.answered or names_host or len(reply.intents) != 1 or is_told or not reply.intents[0].aspect:
        return reply
    asked = reply.intents[0]._replace(subject=here.walk.protocol)
    page = here.walk.direction(here.number) if asked.aspect in BY_DIRECTION else ""
    names_direction = any(one.kind == "direction" for one in found)
    direction = asked.direction if names_direction else page
    answer = here.parts.assistant.answer(asked._replace(direction=direction), reply.language)
    if answer is None:
        return reply
    # The page's direction is not remembered: the next page may be about the other one.
    remembered = Memory(asked if names_direction else asked._replace(direction=""), reply.language)
    return reply._replace(answer=answer, intents=(asked._replace(direction=direction),), memory=remembered)


def asks_what_to_enter(reply: Reply) -> bool:
    """Tell whether it is asked what to fill in, and no value is named: 'was soll ich da eintragen?'."""
    whole = reply.explanation.whole
    return whole is not None and [intent.aspect for intent in reply.intents] == ["settings"] and is_filled_in(whole)


def stands_on_page(here: Here, reply: Reply) -> bool:
    """Tell whether the page has fields, and nothing but these was asked for."""
    asked, walk = reply.intents[0], here.walk
    named = {one.value for one in reply.explanation.found if one.kind == "direction"}.intersection(DIRECTIONS)
    is_other = asked.subject not in ("", walk.protocol) or not named <= {walk.direction(here.number)}
    return not is_other and (here.is_end or bool(walk.steps[here.number].fields))

"""Questions asked amid a guide: they are about what the guide sets up, unless they name something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.assistant import Memory
from assistant.folding import fold
from assistant.intent import BY_DIRECTION, DIRECTIONS
from assistant.understanding.rules.all_settings import is_filled_in
from handlers.guides.weighing import has_cue

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
    is_told = names_one or _goes_on(here, reply)
    names_host = reply.explanation.whole is not None and reply.explanation.whole.names_host  # which has been judged
    if not reply.answered or names_host or len(reply.intents) != 1 or is_told or not reply.intents[0].aspect:
        return reply
    asked = reply.intents[0]._replace(subject=here.walk.protocol)
    page = here.walk.direction(here.number) if asked.aspect in BY_DIRECTION else ""
    names_direction = any(one.kind == "direction" for one in found)
    direction = asked.direction if names_direction else page
    answer = here.parts.assistant.answer_narrowed(reply, asked._replace(direction=direction))
    if answer is None:
        return reply
    # The page's direction is not remembered: the next page may be about the other one.
    remembered = Memory(asked if names_direction else asked._replace(direction=""), reply.language)
    return reply._replace(answer=answer, intents=(asked._replace(direction=direction),), memory=remembered)


def _goes_on(here: Here, reply: Reply) -> bool:
    """Whether a question goes on with the value of one way that was just asked for: 'und bei POP?', 'und ausgehend?'.

    Why the other way is not taken asks for none of its values, and what stands on the page is of the guide's own way.
    """
    last = here.said.recalled.last
    if last is None or not last.intent.aspect or not reply.intents or not reply.intents[0].subject or has_cue(reply, "stands_at"):
        return False
    said = fold(here.text)
    return any(
        one.value == "follow_up" and said.startswith(f"{one.words} ") for one in reply.explanation.found if one.kind == "cue"
    )


def asks_what_to_enter(reply: Reply) -> bool:
    """Tell whether it is asked what to fill in, and no value is named: 'was soll ich da eintragen?'."""
    whole = reply.explanation.whole
    return whole is not None and [intent.aspect for intent in reply.intents] == ["settings"] and is_filled_in(whole)


def where_it_goes(here: Here, reply: Reply) -> str:
    """Name the step and the field for what somebody asks where to enter: 'wo gebe ich den Port ein?'; empty for all else.

    Of several such steps it is this one, or the next one that comes.
    """
    asked = reply.intents[0] if len(reply.intents) == 1 else None
    is_where = has_cue(reply, "asks_place") and here.parts.choices.has(here.text, "where_entered")
    if asked is None or not asked.aspect or asked.program not in ("", here.walk.program) or here.is_end or not is_where:
        return ""
    sides = [asked.direction] if asked.direction in DIRECTIONS else DIRECTIONS
    values = {*(f"{side}.{asked.aspect}" for side in sides), f"account.{asked.aspect}"}
    found = [
        (number, entry.label.get(here.walk.language))
        for number in range(here.walk.last)
        for entry in here.walk.entries(number)
        if entry.value in values
    ]
    if not found:
        return ""
    number, label = min(found, key=lambda one: (one[0] < here.number, abs(one[0] - here.number)))
    word = "guide_goes_here" if number == here.number else "guide_goes_in_step"
    return here.parts.word(word, here.walk.language, number=number + 1, label=label)


def stands_on_page(here: Here, reply: Reply) -> bool:
    """Tell whether the page has fields, and nothing but these was asked for."""
    asked, walk = reply.intents[0], here.walk
    named = {one.value for one in reply.explanation.found if one.kind == "direction"}.intersection(DIRECTIONS)
    is_other = asked.subject not in ("", walk.protocol) or not named <= {walk.direction(here.number)}
    return not is_other and (here.is_end or bool(walk.steps[here.number].fields))

"""Whether the set-up worked, asked at the end of a guide: 'Ist deine Testmail angekommen?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.trouble import START_TREE, where_told
from handlers.guides.doing import finish_badly, finish_well
from handlers.guides.weighing import known_trouble, tells_of_an_end

if TYPE_CHECKING:
    from handlers.guides.doing import Here


async def took_result(here: Here) -> bool:
    """Take a yes or no for the answer to 'Ist deine Testmail angekommen?'."""
    choices, typed = here.parts.choices, here.parts.typed
    answer = choices.answer(here.text)
    is_good = typed.is_good_all_the_same(here.text) and (answer == "yes" or tells_of_an_end(here.said.meant))
    if is_good or choices.is_one_of(here.text, "arrived") or (answer == "yes" and not choices.has(here.text, "but")):
        await finish_well(here)
    elif answer == "no" or (answer == "yes" and typed.is_denied(here.text)) or _no_and_what(here):
        await finish_badly(here, known_trouble(here.reply, here.said.meant))
    else:
        return False
    return True


def _no_and_what(here: Here) -> bool:
    """Whether a longer no tells what fails, in words for a button of the trouble trees: 'nein, nur das Senden geht nicht'."""
    content, choices, first = here.parts.content, here.parts.choices, here.text.partition(" ")[0].strip(",.!")
    if START_TREE not in content.trouble or "?" in here.text or choices.answer(first) != "no":
        return False
    return where_told(content, choices, START_TREE, here.text) != (START_TREE, content.trouble[START_TREE].start)

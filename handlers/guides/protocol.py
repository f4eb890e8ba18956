"""Changes of mind about the way of fetching emails, amid a guide: 'nee, doch lieber IMAP'."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.guides.choosing import protocols
from handlers.guides.dialogue import open_page

if TYPE_CHECKING:
    from handlers.guides.doing import Here


async def turned_to_other_protocol(here: Here) -> bool:
    """Go the other way through the guide from its first step, with the same address, if that is all the words ask for.

    Who changes their mind for the way in hand, as in 'no wait, pop3 was right', stays where they are.

    Returns:
        Whether they do, and the guide and the club have it.
    """
    parts, walk = here.parts, here.walk
    wanted = parts.picks.turned_to(here.text)
    if wanted not in protocols(walk.content, walk.guide):
        return False
    if wanted == walk.protocol:
        said = parts.word("guide_same_protocol", walk.language, name=walk.values["name"])
        await open_page(here.said.update, here.said.context, walk, here.number, before=said)
        return True
    other = replace(walk, protocol=wanted)
    said = parts.word("guide_other_protocol", walk.language, name=other.values["name"])
    await open_page(here.said.update, here.said.context, other, other.address_page, before=said)
    return True

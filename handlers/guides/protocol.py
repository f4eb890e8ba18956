"""Changes of mind about the way of fetching emails, amid a guide: 'nee, doch lieber IMAP'."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.guides.choosing import protocols
from assistant.phrases import words_of
from handlers.guides.dialogue import open_page

if TYPE_CHECKING:
    from handlers.guides.doing import Here

_FEW_WORDS = 8
"""Longer messages say more than which way the program shows."""
_TELLS = ("states", "only", "did")
_VALUES = frozenset({"aspect", "direction", "number"})


async def turned_to_other_protocol(here: Here) -> bool:
    """Go the other way through the guide from its first step, with the same address, if that is all the words ask for.

    Who changes their mind for the way in hand, as in 'no wait, pop3 was right', stays where they are.

    Returns:
        Whether they do, and the guide and the club have it.
    """
    parts, walk = here.parts, here.walk
    offered = protocols(walk.content, walk.guide)
    others = [name for name in offered if name != walk.protocol] if parts.choices.is_one_of(here.text, "switches") else []
    wanted = others[0] if others else parts.picks.turned_to(here.text)
    if wanted not in offered:
        return False
    if wanted == walk.protocol:
        said = parts.word("guide_same_protocol", walk.language, name=walk.values["name"])
        await open_page(here.said.update, here.said.context, walk, here.number, before=said)
        return True
    other = replace(walk, protocol=wanted)
    said = parts.word("guide_other_protocol", walk.language, name=other.values["name"])
    await open_page(here.said.update, here.said.context, other, other.address_page, before=said)
    return True


async def kept_to_way(here: Here) -> bool:
    """Stay where the way that is set up is named, and no more said than to go on so: 'imap', 'gut, dann weiter mit IMAP'."""
    parts, walk, text = here.parts, here.walk, here.text
    if "?" in text or here.asks_address or here.said.length > _FEW_WORDS:
        return False
    rest = " ".join(word for word in words_of(text) if not parts.picks.protocol(word))
    if (rest and not parts.choices.is_made_of(rest, "beside_way")) or {parts.picks.protocol(word) for word in words_of(text)} - {
        ""
    } != {walk.protocol}:
        return False
    said = parts.word("guide_same_protocol", walk.language, name=walk.values["name"])
    await open_page(here.said.update, here.said.context, walk, here.number, before=said)
    return True


def told_of_way(here: Here) -> str:
    """Give what to say to who reads the other way in the program, or does not find this one: 'bei mir steht da POP'.

    Who asks which of both is being set up is told; empty for any other words.
    """
    walk, choices, text = here.walk, here.parts.choices, here.text
    found = here.said.reply.explanation.found
    named = {one.value for one in found if one.kind == "subject"}
    whole = here.said.reply.explanation.whole
    names_host = whole is not None and whole.names_host  # 'pop.gmail.com'
    asks_why = choices.begins(text.replace("?", ""), "asks_why")  # 'und warum nicht POP' asks for the reason
    if not named or names_host or asks_why or here.said.length > _FEW_WORDS or any(one.kind in _VALUES for one in found):
        return ""
    name, others = walk.values["name"], named - {walk.protocol}
    is_unreached = choices.has(text, "unreached")  # 'IMAP kann nicht überprüft werden' is a message, and IMAP is there
    lacks = not is_unreached and (choices.has(text, "denied") or choices.has(text, "missed"))
    is_which = len(named) > 1 and choices.has(text, "this_way")
    lacks_other = lacks and walk.protocol not in named
    if (is_which and here.said.asks) or (lacks_other and not here.said.asks):
        return here.parts.word("guide_this_is", walk.language, name=name)
    tells = not here.said.asks and (lacks or (others and any(choices.has(text, kind) for kind in _TELLS)))
    if not tells:
        return ""
    ways = [one for one in protocols(walk.content, walk.guide) if one != walk.protocol]
    other = walk.content.settings.protocols[ways[0]].name if ways else ""
    return here.parts.word("guide_says_other" if ways else "guide_says_other_only", walk.language, name=name, other=other)

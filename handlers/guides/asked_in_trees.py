"""What is asked or told amid a trouble tree wherever one is in it, and what is told there that a value holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.compose.user_name import is_told_in_part
from assistant.intent import tree_of
from assistant.knowledge.references import fill, values
from assistant.trouble import START_TREE

if TYPE_CHECKING:
    from assistant.knowledge.models.trouble import Asked, Value
    from handlers.buttons import PressTrouble
    from handlers.services import Services
    from handlers.utterance import Utterance

_MOST_BESIDE = 5
"""So many words may stand beside the name of a server that is told: 'als Server hab ich … eingetragen'."""
_AROUND = ".,;:!„“”\"'()"


def asked_in_tree(said: Utterance, again: PressTrouble, told: str = "") -> tuple[PressTrouble, str] | None:
    """Give the answer to what belongs to the trouble `told`, to this one, or to any: 'darf ich das wegklicken?'.

    A value that is told comes first: 'da steht pop.example.org' tells of a server, and not of POP3.
    """
    parts = said.parts
    known = known_in(parts, told, again.tree)
    value = value_told(said) if any(one.value for _, one in known) else None
    place = next((at for at, (_, one) in enumerate(known) if value and one.value == value), None)
    if place is None:
        place = parts.choices.asked_among(said.text, [one.words.all() for _, one in known])
    if place is None:
        return None
    tree, asked = known[place]
    language = again.language
    first = fill(asked.say.get(language), values(parts.content, language)) if asked.say is not None else ""
    if not asked.go:
        return again, first
    other, _, node = tree_of(asked.go).partition(".")
    return replace(again, tree=other or tree, node=node if other else asked.go, tried=False), first


def known_in(parts: Services, *names: str) -> list[tuple[str, Asked]]:
    """Give what is known to be said wherever one is in these trees: of their own, and of any trouble, each with its tree."""
    trees = parts.content.trouble
    return [(name, one) for name in dict.fromkeys((*names, START_TREE)) if name in trees for one in trees[name].asked]


def value_told(said: Utterance) -> Value | None:
    """Give what somebody tells to stand in their program: no whole address for a user name, the club's server, another one."""
    if said.asks:
        return None
    if is_told_in_part(said.parts.content, said.reply.understood):
        return "part_of_user_name"
    hosts = hosts_named(said.text)
    if not hosts or said.length > len(hosts) + _MOST_BESIDE:
        return None
    return "our_server" if hosts <= hosts_of_club(said.parts) else "other_server"


def hosts_named(text: str) -> set[str]:
    """Give the names of servers that stand in a text, in small letters."""
    named = {word.strip(_AROUND).lower() for word in text.split() if "." in word.strip(_AROUND) and "@" not in word}
    return {name for name in named if all(part.replace("-", "").isalnum() for part in name.split(".")) and not name[0].isdigit()}


def hosts_of_club(parts: Services) -> set[str]:
    """Give the club's mail servers, in small letters."""
    return set(map(str.lower, parts.content.settings.hosts))

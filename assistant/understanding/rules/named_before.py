"""'Two passwords are on my note. Which one does the server want?': 'which one' asks for the value that was named before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.rules.scores import lower

if TYPE_CHECKING:
    from assistant.understanding.lexicon import Hit
    from assistant.understanding.rules.scores import Scores
    from assistant.understanding.slots import Slots

_PRONOUN = ("which", "one_of_them")
_PLACES = ("server", "settings")
"""Aspects that may only tell where something stands."""
_NEVER_MEANT = frozenset({"server", "login", "account_type", "delivery"})
"""Values that are named as a place, or for all that belongs there."""
_NOT_MEANT = 2.0
"""By how much less a value scores that is only the place."""
_WANTS = ("is_so", "needs_it", "can_be_set")
"""Cues of the verb between 'which one' and who wants it: 'does', 'braucht', 'will'."""
_TILL_WHO_WANTS = 5
"""Words of 'does [your outgoing mail] server' behind 'which one'."""


def settle_named_before(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """Give a server that only wants something, or settings that only tell where it stands, less than what is asked for."""
    if slots.aspects.keys().isdisjoint(_PLACES) or not slots.has_all(_PRONOUN):
        return
    alone = {hit.start for hit in slots.cues["which"] if hit.end == hit.start + 1}
    pronouns = [hit for hit in slots.cues["one_of_them"] if hit.start in alone]  # not the 'what' of 'what do I enter'
    if not pronouns:
        return
    asked_at = pronouns[-1].start
    is_wanted = _wants_it(slots, pronouns[-1])
    if is_wanted:
        lower(scores, ("server", "off_server", "directions"), _NOT_MEANT)
        lower(scores, () if slots.subject else ("recommendation",), _NOT_MEANT)
    meant = [name for name in specific if name not in _NEVER_MEANT]
    if len(meant) != 1 or not _stands_alone(slots, pronouns[-1]):
        return
    named = ("settings", *meant) if is_wanted else (*_PLACES, *meant)
    if all(hit.end <= asked_at for name in named for hit in slots.aspects.get(name, ())):
        lower(scores, _PLACES, _NOT_MEANT)


def _wants_it(slots: Slots, pronoun: Hit) -> bool:
    """'Which one does the mail server want?', 'welches braucht der Server?', but not 'which one is the server?'."""
    servers = [hit.start for hit in slots.aspects.get("server", ()) if hit.start > pronoun.end]
    if not servers or servers[0] - pronoun.end > _TILL_WHO_WANTS:
        return False
    if not slots.small.for_words.isdisjoint(slots.sentence.words[pronoun.end : servers[0]]):
        return False  # 'which do I need for the server?'
    is_state = {hit.start for hit in slots.cues.get("is_done", ())}
    return any(hit.start == pronoun.end and hit.start not in is_state for hit in slots.hits_of(*_WANTS))


def _stands_alone(slots: Slots, pronoun: Hit) -> bool:
    """Whether a verb follows, and nothing that is asked for by its own name: 'which one do I enter?', not 'which port …'."""
    return any(hit.start == pronoun.end for hit in slots.hits_of("fills_with", *_WANTS))

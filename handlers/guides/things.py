"""What somebody names amid a guide that the step shows: a field they do not know, a thing they do not find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.guides.passages import names_on
from assistant.notes import is_hint
from assistant.phrases import together, words_of
from handlers.guides.weighing import known_trouble

if TYPE_CHECKING:
    from assistant.knowledge.models.guides import FieldEntry
    from handlers.guides.doing import Here

_FEW_WORDS = 8
"""Longer messages say more than that."""
_LIST_WORDS = 12
"""Who reads a list out may take more."""
_SHORTEST = 4
"""Letters of a name that stands in no message by chance."""
_OWN = frozenset({"account.address", "account.password"})
"""What somebody may lack themselves, and not only the field for it: 'hab kein Passwort'."""
_TERMS = "terms_"
_MEANS = {
    "account_type": "guide_means_account_type",
    "account.name": "guide_means_name",
    "account.address": "guide_means_address",
    "account.username": "guide_means_username",
    "account.password": "guide_means_password",
    "incoming.server": "guide_means_incoming_server",
    "outgoing.server": "guide_means_outgoing_server",
    "incoming.port": "guide_means_port",
    "outgoing.port": "guide_means_port",
    "incoming.encryption": "guide_means_encryption",
    "outgoing.encryption": "guide_means_encryption",
}
"""By the value of a field, which of the bot's words tell what it means."""


def fields_meant(here: Here) -> str:
    """Tell what the fields of this step mean, or those that are named: 'was ist das?'; empty where nothing asks that."""
    choices, text = here.parts.choices, here.text
    if here.is_end or here.said.length > _FEW_WORDS or not choices.has(text, "meaning"):
        return ""
    named = set(choices.without(choices.without(text, "meaning"), "beside_meaning").split())
    known = [entry for entry in here.walk.entries(here.number) if entry.value in _MEANS]
    asked = [entry for entry in known if named <= {*words_of(_label(here, entry))}]
    is_term = bool(named) and any(intent.topic.startswith(_TERMS) for intent in here.said.reply.intents)
    if not asked or is_term:  # of 'was heißt Hostname' the assistant tells more
        return ""
    head = [] if named else [here.parts.word("guide_fields_mean", here.walk.language)]
    return "\n".join([*head, *(_meaning(here, entry) for entry in asked)])


def missed(here: Here) -> str:
    """Give what the step names and somebody does not find, as it stands there: 'Andere seh ich nicht'; empty for none."""
    choices, text = here.parts.choices, here.text
    if here.is_end or here.said.length > _FEW_WORDS or not choices.has(text, "missed"):
        return ""
    said = words_of(text)
    own = {_label(here, entry) for entry in here.walk.entries(here.number) if entry.value in _OWN}
    names = [name for name in names_on(here.walk, here.number) if name not in own and len(name) >= _SHORTEST]
    name = max((one for one in names if together(words_of(one), said)), key=len, default="")
    says_more = bool(set(choices.without(text, "missed").split()) - {*words_of(name)})
    return "" if says_more and known_trouble(here.said.reply, None) else name


def not_in_list(here: Here) -> str:
    """Give what the step has chosen from a list to who sees only other things in it: 'da stehen nur Google und Exchange'.

    That is what the step quotes last. Who sees only the other way of fetching emails is told otherwise.
    """
    choices, text = here.parts.choices, here.text
    if here.is_end or here.asks_address or here.said.length > _LIST_WORDS or not choices.has(text, "sees_only"):
        return ""
    found = here.said.reply.explanation.found
    names_value = any(one.kind in {"subject", "number", "direction"} for one in found)
    hints = " ".join(line for line in here.walk.page(here.number).answer.paragraphs if is_hint(line))
    names = [name for name in names_on(here.walk, here.number)[len(here.walk.entries(here.number)) :] if name not in hints]
    said = {*words_of(choices.without(text, "sees_only"))}
    strange = [word for word in said if len(word) >= _SHORTEST and not here.parts.typed.uses(word)]
    is_list = len(strange) > 1 and ("," in text or choices.has(text, "and"))
    is_list = is_list or any(one.kind == "program" for one in found)
    if names_value or not is_list or not names or said & {*words_of(names[-1])}:
        return ""
    return names[-1]


def _meaning(here: Here, entry: FieldEntry) -> str:
    language = here.walk.language
    line = here.parts.word(
        "guide_field", language, label=_label(here, entry), what=here.parts.word(_MEANS[entry.value], language)
    )
    return f"• {line}"


def _label(here: Here, entry: FieldEntry) -> str:
    return entry.label.get(here.walk.language)

"""Validates the data of a file against a model, and tells pydantic's errors in words a webmaster understands."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from assistant.knowledge.mistakes import Mistake, did_you_mean, nearest
from assistant.knowledge.models.base import Model, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from assistant.knowledge.yaml_reader import DataPath, Document


def validated(document: Document, model: type[Any]) -> tuple[Any, list[Mistake]]:
    """Give a file's data as `model`, or None with everything that is wrong.

    Args:
        document: The file.
        model: A model, or anything else that pydantic can validate.
    """
    if document.data is None:
        remedy = "Fill it as the one of the same name in the project's content, or delete it where there is none."
        return None, [Mistake(document.file, 1, 1, "The file is empty.", remedy)]
    try:
        return TypeAdapter(model).validate_python(document.data), []
    except ValidationError as error:
        return None, [told(document, details, model) for details in slips(error.errors(), model)]


def slips(errors: Iterable[Any], model: type[Any]) -> list[Any]:
    """Give of pydantic's errors one for each slip: what is missing where its name is misspelt is not told as well."""
    found = list(errors)
    misspelt = {
        (*details["loc"][:-1], _field_meant(str(details["loc"][-1]), _fields_at(model, details["loc"][:-1])))
        for details in found
        if details["type"] == _UNKNOWN
    }
    return [details for details in found if details["type"] != "missing" or tuple(details["loc"]) not in misspelt]


def told(document: Document, details: Any, model: type[Any]) -> Mistake:
    """Turn one of pydantic's errors into a sentence for somebody who does not know pydantic."""
    path: DataPath = tuple(part for part in details["loc"] if part != "[key]")
    name = str(path[-1]) if path and isinstance(path[-1], str) else _as_written(details.get("input", ""))
    if details["type"] == _UNKNOWN:
        return _unknown(document, path, name, model)
    if details["type"] == "missing":
        return document.mistake(path[:-1], f"`{name}` is missing.", f"Add a line `{name}: …`.")
    if details["type"] in {"enum", "literal_error"}:
        return _not_among(document, path, name, details)
    if details.get("input") is None and details["type"] in _OF_ONE_VALUE:
        return document.mistake(path, f"`{name}` has no value.", f"Write it behind the colon: `{name}: …`.")
    if not path and details["type"] in {"dict_type", "dataclass_type"}:
        return document.mistake(path, "The file has no entries.", "Begin each line with a name, a colon and a space: `topic: …`.")
    written = details.get("input")
    what, remedy = _SENTENCES.get(details["type"], ("`{name}`: {message}.", ""))  # a test looks that none is left
    remedy = _PATTERNS.get(details.get("ctx", {}).get("pattern"), remedy)
    slots = {"name": name, "input": _as_written(written), "message": details["msg"].removeprefix("Value error, ")}
    what, remedy = what.format(**slots), remedy.format(**slots)
    if remedy == _ENTRIES[1] and isinstance(written, str) and _is_text(model, path):
        what, remedy = f"`{name}` has no languages.", f'Write `{name}: {{de: "{written}", en: "…"}}`.'
    if remedy == _NAME_RULE and (possible := name_possible(str(details["input"]))):
        remedy = f"Write `{possible}`: only a-z, 0-9, `-` and `_`, beginning with a letter, at most 24 characters."
    return document.mistake(path, what, remedy)


def _as_written(value: Any) -> str:
    """Give a value as it stands in the file: `backup: who does that`, which was meant as a text."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_as_written(one)}" for name, one in value.items())
    return ", ".join(map(_as_written, value)) if isinstance(value, list) else str(value)


def _unknown(document: Document, path: DataPath, name: str, model: type[Any]) -> Mistake:
    known = _fields_at(model, path[:-1])
    if name.partition(":")[0] in known:
        return document.mistake(path, f"`{name}` is not known here.", "Put a space after the colon.")
    remedy = did_you_mean(name, known) or "Delete it, or put it where it belongs."
    return document.mistake(path, f"`{'.'.join(map(str, path))}` is not known here.", remedy)


def _not_among(document: Document, path: DataPath, name: str, details: Any) -> Mistake:
    """Tell a value that is none of a few: `SSL/TLS` for `ssl_tls`."""
    expected = str(details.get("ctx", {}).get("expected", "")).replace("'", "`").replace(" or ", ", ")
    written = details.get("input")
    what = f"`{name}` has no value." if written is None else f"`{written}` is not possible here."
    like = name_possible(written) if isinstance(written, str) else ""
    # `ssl` is `ssl_tls`; `tls` may be either of two.
    names = expected.replace("`", "").split(", ")
    right = [name for name in names if like and f"{name}_".startswith(f"{like}_")]
    return document.mistake(path, what, f"Write `{right[0]}`." if len(right) == 1 else f"Possible: {expected}.")


def name_possible(written: str) -> str:
    """Give the name that the bot can use and that is nearest to what was written, or nothing.

    Args:
        written: `Rundbrief-Übersicht`, for `rundbrief-uebersicht`.
    """
    folded = unicodedata.normalize("NFKC", written.strip().lower()).translate(_UMLAUTS)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9_-]+", "_", plain).lstrip("0123456789_-")[:_LONGEST_NAME].rstrip("_-")


def _field_meant(written: str, known: Collection[str]) -> str:
    """Give the field that a misspelt name of one means, or nothing."""
    first = written.partition(":")[0]
    return first if first in known else nearest(written, known)


_UNKNOWN = "unexpected_keyword_argument"
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LONGEST_NAME = 24
_NAME_RULE = "Only a-z, 0-9, `-` and `_`, beginning with a letter, at most 24 characters."
_OF_ONE_VALUE = frozenset({"string_type", "int_type", "bool_type"})
_ENTRIES = ("`{name}` must have entries of its own.", "Indent them below it, for texts `de:` and `en:`.")
_LIST = ("`{name}` must be a list.", "Begin each entry with `- `.")
_RANGE = ("`{input}` is not possible for `{name}`.", "{message}.")
_NUMBER = ("`{name}` must be a whole number.", "Write it in digits, without quotes.")
_YES_OR_NO = ("`{name}` must be `true` or `false`.", "Write `true` for yes and `false` for no, without quotes.")
_SENTENCES = {
    "string_pattern_mismatch": ("`{input}` is not a name the bot can use.", _NAME_RULE),
    "string_type": ("`{name}` must be a text.", 'Put it in quotes: "…".'),
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_from_float": _NUMBER,
    "bool_type": _YES_OR_NO,
    "bool_parsing": _YES_OR_NO,
    "value_error": ("{message}", "Take it from the project's content."),
    "too_short": ("`{name}` is empty.", "Write at least one entry."),
    "string_too_short": ("`{name}` is empty.", "Write something there."),
    "less_than_equal": _RANGE,
    "greater_than_equal": _RANGE,
    "dict_type": _ENTRIES,
    "dataclass_type": _ENTRIES,
    "tuple_type": _LIST,
    "list_type": _LIST,
}
"""Kind of pydantic's error → what is wrong, and the remedy."""
_PATTERNS = {
    r"^[a-z]{2,3}$": "A language has two or three small letters, such as `de`.",
    r"^(imap|pop3)$": "Possible: `imap`, `pop3`.",
    r"^[a-z0-9_]{1,32}$": "A command has only a-z, 0-9 and `_`, at most 32 characters, and no `/`.",
    r"^[a-z][a-z0-9']*( [a-z][a-z0-9']*)?$": "Only one word or two, of a-z, 0-9 and `'`; umlauts are written out.",
}
"""Pattern of a name → the remedy; those of all other names are the same."""


def _is_text(model: type[Any], path: DataPath) -> bool:
    """Tell whether a text in all languages stands at `path` of a model."""
    annotation = _fields_at(model, path[:-1]).get(str(path[-1])) if path else None
    return annotation in (Text, Text | None)


def _fields_at(model: type[Any], path: DataPath) -> dict[str, Any]:
    """The names that are possible below `path` of a model, for 'did you mean', and what stands there."""
    here: Any = model
    for part in path:
        known = _fields_of(here)
        if str(part) in known:
            here = _model_in(known[str(part)]) or here
    return _fields_of(here)


def _fields_of(model: Any) -> dict[str, Any]:
    return {one.name: get_type_hints(model)[one.name] for one in fields(model)} if is_dataclass(model) else {}


def _model_in(annotation: Any) -> Any:
    """The model inside `Model | None`, `tuple[Model, ...]`, `dict[str, Model]`, or None."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _model_in(argument)
        if found is not None:
            return found
    return None

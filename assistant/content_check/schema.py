"""JSON Schemas of the content's files, so that editors complete, explain and underline while somebody types.

An editor with the YAML language server finds a file's schema by its first line, the modeline:
`# yaml-language-server: $schema=../schema/topic.json`.
"""

from __future__ import annotations

import ast
import inspect
import json
from dataclasses import is_dataclass
from itertools import pairwise
from textwrap import dedent
from typing import TYPE_CHECKING, Any, get_type_hints

from pydantic import TypeAdapter

from assistant.content_check.files import BESIDE
from assistant.knowledge.load import Commands
from assistant.knowledge.models.club import Club, Settings
from assistant.knowledge.models.guides import Guide, SharedSteps
from assistant.knowledge.models.questions import QuestionFile
from assistant.knowledge.models.statements import Statements
from assistant.knowledge.models.topics import Topic
from assistant.knowledge.models.trouble import Trouble
from assistant.knowledge.models.vocabulary import Vocabulary
from assistant.knowledge.models.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DIALECT = "http://json-schema.org/draft-07/schema#"
_KINDS: dict[str, tuple[str, type[Any]]] = {
    "club.yaml": ("club", Club),
    "settings.yaml": ("settings", Settings),
    "protocols.yaml": ("protocols", Statements),
    "commands.yaml": ("commands", Commands),
    "guides/shared.yaml": ("shared_steps", SharedSteps),
    "topics/": ("topic", Topic),
    "guides/": ("guide", Guide),
    "trouble/": ("trouble", Trouble),
    "vocabulary/": ("vocabulary", Vocabulary),
    "words/": ("words", Words),
    "questions/": ("questions", QuestionFile),
    **{name: (name.rpartition("/")[2].removesuffix(".yaml"), model) for name, model in BESIDE.items()},
}
"""File or folder → name of its schema, and what it holds."""
_IN_PARTS = ("vocabulary",)
"""Kinds whose files hold parts of one whole, so that nothing is required in a single file."""


def schema_of(file: str) -> str:
    """Give the name of the schema of a file, or an empty text.

    Args:
        file: Relative to the content folder.
    """
    found = _KINDS.get(file) or _KINDS.get(f"{file.partition('/')[0]}/")
    return found[0] if found else ""


def schemas() -> dict[str, str]:
    """Give all schemas by their file names."""
    return {f"{name}.json": _written(name, model) for name, model in _KINDS.values()}


def write_schemas(folder: Path) -> Iterator[Path]:
    """Write all schemas into a folder and give the files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, "utf-8")
        yield folder / name


def _written(name: str, model: type[Any]) -> str:
    schema = TypeAdapter(model).json_schema()
    if name in _IN_PARTS:
        schema.pop("required", None)
    explanations = {one.__name__: one for one in _models(model)}
    for title, part in ((str(schema.get("title", "")), schema), *schema.get("$defs", {}).items()):
        if title in explanations:
            _explain(part, explanations[title])
    _close(schema)
    return json.dumps({"$schema": _DIALECT, **schema}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _models(model: type[Any]) -> Iterator[type[Any]]:
    """Give a model and all that stand in it."""
    waiting: list[Any] = [model]
    seen: set[Any] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and is_dataclass(one):
            if one not in seen:
                seen.add(one)
                waiting += get_type_hints(one).values()
                yield one
        else:
            waiting += getattr(one, "__args__", ())


def _explain(schema: dict[str, Any], model: type[Any]) -> None:
    """Put the docstrings below a model's fields into its schema, where an editor shows them."""
    written_here = [one for one in model.__mro__ if one.__module__.startswith("assistant.") and "[" not in one.__name__]
    for one in reversed(written_here):
        for field, text in _explanations(one):
            if field in schema.get("properties", {}):
                schema["properties"][field]["description"] = text


def _explanations(model: type) -> Iterator[tuple[str, str]]:
    """Give field and docstring of a class; Python itself keeps only the class's own."""
    for part in ast.walk(ast.parse(dedent(inspect.getsource(model)))):
        if isinstance(part, ast.ClassDef):
            for pair in pairwise(part.body):
                match pair:
                    case (ast.AnnAssign(target=ast.Name(id=field)), ast.Expr(value=ast.Constant(value=str(text)))):
                        yield field, text


def _close(schema: Any) -> None:
    """Where names must have a form, an editor shall underline those that have not; titles made of field names go."""
    if isinstance(schema, dict):
        if "patternProperties" in schema:
            schema.setdefault("additionalProperties", False)
        for name, part in schema.items():
            if name == "properties":
                for field in part.values():
                    field.pop("title", None)
            _close(part)
    elif isinstance(schema, list):
        for part in schema:
            _close(part)

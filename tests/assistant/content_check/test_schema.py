"""Editors underline with the schemas: they must be those of the models, and right content must not be underlined."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from assistant.content_check.schema import schema_of, schemas
from assistant.knowledge.translations import read_translated
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = sorted(
    file.relative_to(CONTENT_FOLDER).as_posix()
    for file in CONTENT_FOLDER.rglob("*.yaml")
    if schema_of(file.relative_to(CONTENT_FOLDER).as_posix())
)
_TYPES = {"string": str, "object": dict, "array": list, "boolean": bool, "null": type(None)}


def modeline(file: str) -> str:
    """The first line of a file that has a schema."""
    return f"# yaml-language-server: $schema={'../' * file.count('/')}schema/{schema_of(file)}.json"


def wrong(data: Any, schema: dict[str, Any], root: dict[str, Any], path: str = "") -> Iterator[str]:
    """A validator for the part of JSON Schema that the schemas use."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if "anyOf" in schema:
        if all(any(wrong(data, one, root, path)) for one in schema["anyOf"]):
            yield f"{path}: fits nothing"
        return
    yield from _in_value(data, schema, root, path)


def _in_value(data: Any, schema: dict[str, Any], root: dict[str, Any], path: str) -> Iterator[str]:
    kind = schema.get("type")
    if kind == "integer" and not (isinstance(data, int) and not isinstance(data, bool)):
        yield f"{path}: no whole number"
    elif kind in _TYPES and not isinstance(data, _TYPES[kind]):
        yield f"{path}: no {kind}"
    elif isinstance(data, dict):
        yield from _in_object(data, schema, root, path)
    elif isinstance(data, list):
        if len(data) < schema.get("minItems", 0):
            yield f"{path}: too few"
        for index, item in enumerate(data):
            yield from wrong(item, schema.get("items", {}), root, f"{path}[{index}]")
    else:
        yield from _in_scalar(data, schema, path)


def _in_scalar(data: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
    if "enum" in schema and data not in schema["enum"]:
        yield f"{path}: not one of {schema['enum']}"
    elif "pattern" in schema and not re.search(schema["pattern"], data):
        yield f"{path}: another form"
    elif isinstance(data, int) and not schema.get("minimum", data) <= data <= schema.get("maximum", data):
        yield f"{path}: out of range"


def _in_object(data: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], path: str) -> Iterator[str]:
    for name in schema.get("required", ()):
        if name not in data:
            yield f"{path}: {name} is missing"
    for key, value in data.items():
        patterns = [part for pattern, part in schema.get("patternProperties", {}).items() if re.search(pattern, key)]
        known = schema.get("properties", {}).get(key) or next(iter(patterns), schema.get("additionalProperties", {}))
        if known is False:
            yield f"{path}: {key} is not known"
        else:
            yield from wrong(value, known, root, f"{path}.{key}")


def test_the_committed_schemas_are_those_of_the_models() -> None:
    committed = {file.name: file.read_text("utf-8") for file in (CONTENT_FOLDER / "schema").glob("*.json")}
    assert committed == schemas(), "run: python bot.py schema content/schema"


@pytest.mark.parametrize("file", FILES)
def test_each_file_names_its_schema_and_fits_it(file: str) -> None:
    assert (CONTENT_FOLDER / file).read_text("utf-8").startswith(modeline(file) + "\n")
    assert (CONTENT_FOLDER / file).parent.joinpath(modeline(file).partition("$schema=")[2]).is_file()
    schema = json.loads(schemas()[f"{schema_of(file)}.json"])
    assert list(wrong(read_translated(CONTENT_FOLDER, file)[0].data, schema, schema)) == []


@pytest.mark.parametrize(
    ("data", "mistake"),
    [
        ({"topic": "x", "title": {"de": "x"}, "examples": {}, "answer": {}, "titel": 1}, ": titel is not known"),
        ({"topic": "x", "title": {"de": "x"}, "examples": {}}, ": answer is missing"),
        ({"topic": "X y", "title": {"de": "x"}, "examples": {}, "answer": {}}, ".topic: another form"),
        ({"topic": "x", "title": {"deutsch": "x"}, "examples": {}, "answer": {}}, ".title: deutsch is not known"),
        ({"topic": "x", "title": {"de": "x"}, "examples": {"de": "x"}, "answer": {}}, ".examples.de: no array"),
        ({"topic": "x", "title": {"de": "x"}, "examples": {}, "answer": {}, "subject": "smtp"}, ".subject: fits nothing"),
    ],
)
def test_what_a_webmaster_mistypes_is_underlined(data: dict[str, Any], mistake: str) -> None:
    schema = json.loads(schemas()["topic.json"])
    assert list(wrong(data, schema, schema)) == [mistake]


def test_fields_are_explained() -> None:
    schema = json.loads(schemas()["topic.json"])
    assert schema["properties"]["examples"]["description"] == "How members ask for it; the more different, the better."

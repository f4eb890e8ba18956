"""What all content models share: names, texts and phrases per language, and that unknown keys are mistakes.

They are plain dataclasses. pydantic validates what is read from YAML into them (`assistant.knowledge.validation`); a start that
finds everything prepared needs no pydantic, which saves it ten megabytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, dataclass_transform, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable


class Limited:
    """Limits of a value, by the names they have in pydantic's schemas: `pattern`, `min_length`, `ge`, `le`."""

    def __init__(self, **limits: object) -> None:
        self._limits = limits

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        return {**handler(source), **self._limits}


Name = Annotated[str, Limited(pattern=r"^[a-z][a-z0-9_-]{0,23}$")]
"""A name used inside the content: lower-case letters, digits, `-` and `_`, at most 24 characters (it travels in buttons)."""
Filled = Annotated[str, Limited(min_length=1)]
"""A text that is the same in all languages, and is not left empty."""
ProtocolName = Annotated[str, Limited(pattern=r"^(imap|pop3)$")]
"""`imap` or `pop3`: the protocols that the bot can tell apart."""
Language = Annotated[str, Limited(pattern=r"^[a-z]{2,3}$")]
"""A language code of ISO 639, as Telegram gives it in `language_code`."""


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
class Model:
    """Frozen, and unknown keys are mistakes. Every class below it is a dataclass."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid", "hide_input_in_errors": True}

    def __init_subclass__(cls) -> None:
        dataclass(frozen=True, kw_only=True)(cls)


@dataclass_transform(frozen_default=True)
class Rooted:
    """A model that is written in YAML as what its `root` holds, without a key. Every class below it is a dataclass.

    Those of which there are thousands name `root` as their only slot, which saves a third of their memory.
    """

    __slots__ = ()
    root: Any

    def __init_subclass__(cls) -> None:
        dataclass(frozen=True)(cls)

    def __getstate__(self) -> Any:
        return self.root

    def __setstate__(self, root: Any) -> None:
        object.__setattr__(self, "root", root)  # as `dataclass(slots=True)` does it: frozen ones cannot be set otherwise

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, handler: Any) -> dict[str, Any]:
        inside = handler.generate_schema(get_type_hints(cls, include_extras=True)["root"])
        function = {"type": "no-info", "function": cls}
        reference = f"{cls.__module__}.{cls.__qualname__}:{id(cls)}"
        return {"type": "function-after", "function": function, "schema": inside, "ref": reference}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        written = handler.resolve_ref_schema(handler(schema))
        written.update(title=cls.__name__, description=cls.__doc__)
        return written  # type: ignore[no-any-return]


class Text(Rooted):
    """One text in every language of the content."""

    __slots__ = ("root",)
    root: dict[Language, str]

    def get(self, language: str) -> str:
        """Give the text in `language`, else in the first language it was written in."""
        return self.root.get(language) or next(iter(self.root.values()))

    def language(self, asked: str) -> str:
        """Tell in which language `get` gives the text: names that are put into it are put in that language, too."""
        return asked if self.root.get(asked) else next(iter(self.root))


class Phrases(Rooted):
    """Words or example sentences per language."""

    __slots__ = ("root",)
    root: dict[Language, tuple[str, ...]]

    def all(self) -> tuple[str, ...]:
        """Give the phrases of all languages."""
        return tuple(phrase for phrases in self.root.values() for phrase in phrases)

"""Stepping through a guide: its pages with values filled in, and the words typed meanwhile. No Telegram."""

from assistant.guides.pages import Page, PageKind, Walk
from assistant.guides.typed import TypedWords
from assistant.guides.typed_phrases import EXACT, SURE, Typed

__all__ = ["EXACT", "SURE", "Page", "PageKind", "Typed", "TypedWords", "Walk"]

"""Stepping through a guide: its pages with values filled in, and the words typed meanwhile. No Telegram."""

from assistant.guides.pages import Page, PageKind, Walk
from assistant.guides.typed import EXACT, SURE, Typed, TypedWords

__all__ = ["EXACT", "SURE", "Page", "PageKind", "Typed", "TypedWords", "Walk"]

"""Stepping through a guide: its pages with values filled in, and the words typed meanwhile. No Telegram."""

from assistant.guides.pages import Page, PageKind, Walk
from assistant.guides.typed import Typed, TypedWords

__all__ = ["Page", "PageKind", "Typed", "TypedWords", "Walk"]

"""Which guides there are to choose from, for a device and for words somebody typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.knowledge.models.guides import Guide

DEVICES = ("iphone", "android", "windows", "mac", "linux", "other")
"""In the order they are offered."""


def programs(content: Content, device: str = "") -> list[Guide]:
    """Give the guides, or those for one device, in the order of the content; ended programs come last."""
    found = [
        guide
        for guide in content.guides.values()
        if (guide.ended is not None or protocols(content, guide)) and (not device or device in guide.devices)
    ]
    return sorted(found, key=lambda guide: (guide.ended is not None, guide.order, guide.program))


def devices(content: Content) -> list[str]:
    """Give the devices for which there is a guide."""
    return [device for device in DEVICES if programs(content, device)]


def protocols(content: Content, guide: Guide) -> list[str]:
    """Give the protocols a guide covers and the club offers, the recommended one first."""
    settings = content.settings.protocols
    offered = [name for name in guide.protocols if name in settings]
    return sorted(offered, key=lambda name: (not settings[name].recommended, name))

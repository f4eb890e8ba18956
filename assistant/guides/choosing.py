"""Which guides there are to choose from, for a device and for words somebody typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.phrases import plain

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.knowledge.models.guides import Guide

DEVICES = ("iphone", "android", "windows", "mac", "linux", "other")
"""In the order they are offered."""
_FEWEST = 2
"""Of fewer nobody can choose."""
KINDS = {"phone": ("iphone", "android", "other"), "computer": ("windows", "mac", "linux", "other")}
"""Words for several devices, of which it is then asked which one."""


def programs(content: Content, device: str = "") -> list[Guide]:
    """Give the guides, or those for one device, in the order of the content; ended programs come last."""
    found = [guide for guide in content.guides.values() if has_way(content, guide) and (not device or device in guide.devices)]
    return sorted(found, key=lambda guide: (guide.ended is not None, guide.order, guide.program))


def devices(content: Content, kind: str = "") -> list[str]:
    """Give the devices for which there is a guide, all or those of a kind; none where only 'something else' is left."""
    found = [device for device in KINDS.get(kind, DEVICES) if programs(content, device)]
    return [] if kind and len(found) < _FEWEST else found


def devices_meant(word: str) -> set[str]:
    """Give the devices that a word for one, or for several of a kind, means; none for no word."""
    return set(KINDS.get(word, (word,) if word else ()))


def sibling_on(content: Content, guide: Guide, device: str) -> Guide | None:
    """Give the program that is easily taken for another one and is for the device that one is not for: Outlook's app on a phone.

    Of several it is the one that the bare name means.
    """
    meant = devices_meant(device)
    if not meant or not meant.isdisjoint(guide.devices):
        return None
    found = [content.guides[name] for name in guide.related if name in content.guides]
    fitting = [one for one in found if not meant.isdisjoint(one.devices)]
    if len(fitting) > 1:
        bare = {plain(name).partition(" ")[0] for name in guide.name.root.values()}
        fitting = [one for one in fitting if not bare.isdisjoint(map(plain, one.words.all()))]
    return fitting[0] if len(fitting) == 1 else None


def has_way(content: Content, guide: Guide) -> bool:
    """Whether a guide leads on: by a protocol that the club offers, or, where the program has ended, to another."""
    return guide.ended is not None or bool(protocols(content, guide))


def is_for_any(guide: Guide) -> bool:
    """Whether a guide is for whatever program somebody has, on any device: a move from one protocol to the other."""
    return guide.ended is None and not guide.devices


def protocols(content: Content, guide: Guide) -> list[str]:
    """Give the protocols a guide covers and the club offers, the recommended one first."""
    return [name for name in _offered(content) if name in guide.protocols]


def protocols_named(content: Content, language: str) -> str:
    """Name the protocols that the club offers: 'IMAP (empfohlen) oder POP3'."""
    offered = [content.settings.protocols[name] for name in _offered(content)]
    if len(offered) == 1:
        return offered[0].name
    names = [
        content.word("guide_protocol_recommended", language, name=one.name) if one.recommended else one.name for one in offered
    ]
    return f" {content.word('guide_protocols_or', language)} ".join(names)


def _offered(content: Content) -> list[str]:
    settings = content.settings.protocols
    return sorted(settings, key=lambda name: (not settings[name].recommended, name))

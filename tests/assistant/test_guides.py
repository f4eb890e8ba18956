"""Every guide and every trouble tree, walked on every path, in every language."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from assistant import trouble
from assistant.guides import PageKind, Walk, fingerprint
from assistant.guides.choosing import devices, programs, protocols
from handlers.guides.screens import choose_protocol, page_shown
from handlers.guides.trouble import trouble_shown

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content

LOCAL = "vorname.nachname"
_UNFILLED = re.compile(r"\{[a-z_.]+\}")
LANGUAGES = ["de", "en"]


def walks(content: Content, language: str, local: str = "") -> list[Walk]:
    return [
        Walk(content, guide.program, protocol, language, local)
        for guide in content.guides.values()
        for protocol in guide.protocols
        if guide.ended is None
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("local", ["", LOCAL])
def test_every_page_of_every_guide_fits_a_phone_and_telegram(content: Content, language: str, local: str) -> None:
    for walk in walks(content, language, local):
        assert walk.last >= 1, walk.program
        for number in range(walk.last + 1):
            shown = page_shown(walk, number)
            place = f"{walk.program} {walk.protocol} {number}"
            assert not _UNFILLED.search(shown.plain), place
            assert len(shown.plain) < 1500, place
            assert shown.rows
            assert len(shown.rows) <= 10, place


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_guide_names_server_and_ports_and_asks_for_the_address_once(content: Content, language: str) -> None:
    for walk in walks(content, language, LOCAL):
        texts = "\n".join(walk.page(number).answer.plain for number in range(walk.last))
        settings = {str(key): value for key, value in content.settings.protocols.items()}[walk.protocol]
        place = f"{walk.program} {walk.protocol}"
        kinds = [walk.page(number).kind for number in range(walk.last + 1)]
        assert kinds.count(PageKind.ADDRESS) <= 1, place
        assert kinds[-1] is PageKind.SUMMARY
        summary = walk.page(walk.last).answer.plain
        assert f"{LOCAL}@{content.club.domain}" in summary
        assert str(settings.incoming.port) in summary
        assert content.settings.mail_server in texts, place


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_of_program_leads_on(content: Content, language: str) -> None:
    for guide in content.guides.values():
        shown = choose_protocol(content, guide.program, language)
        assert shown.rows
        assert len(shown.rows) >= 2 - (guide.ended is not None and not guide.instead)
        assert guide.ended is not None or protocols(content, guide)
    for device in devices(content):
        assert programs(content, device)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tree_is_walked_to_its_ends(content: Content, language: str) -> None:
    for tree in content.trouble.values():
        reached: set[str] = set()
        waiting = [tree.start, *(one.go for one in tree.asked if one.go in tree.nodes)]  # what is told leads there, too
        while waiting:
            name = waiting.pop()
            if name in reached:
                continue
            reached.add(name)
            page = trouble.page(content, tree.trouble, name, language)
            shown = trouble_shown(content, tree.trouble, name, language)
            place = f"{tree.trouble} {name}"
            assert not _UNFILLED.search(shown.plain), place
            assert len(shown.plain) < 1500, place
            assert shown.rows, place
            waiting += [way.node for way in page.ways if way.node]
        assert reached == set(tree.nodes), f"{tree.trouble}: nobody gets to {set(tree.nodes) - reached}"


def test_the_fingerprint_is_that_of_the_steps_and_the_same_in_every_language(content: Content) -> None:
    prints = {walk.program + walk.protocol: walk.fingerprint for walk in walks(content, "de")}
    assert prints == {walk.program + walk.protocol: walk.fingerprint for walk in walks(content, "en")}
    assert all(re.fullmatch(r"[a-z0-9]{4}", fingerprint) for fingerprint in prints.values())
    assert len(set(prints.values())) == len(prints)


def test_only_the_steps_of_the_protocol_are_shown(content: Content) -> None:
    imap, pop3 = (Walk(content, "thunderbird", protocol, "de") for protocol in ("imap", "pop3"))
    assert imap.steps != pop3.steps
    assert "993" in "".join(imap.page(number).answer.plain for number in range(imap.last))
    assert "110" in "".join(pop3.page(number).answer.plain for number in range(pop3.last))


def test_a_protocol_that_the_guide_or_the_club_does_not_have_is_refused(content: Content) -> None:
    settings = content.settings
    only_imap = replace(content, settings=replace(settings, protocols={"imap": settings.protocols["imap"]}))
    assert "pop3" in only_imap.guides["thunderbird"].protocols
    with pytest.raises(KeyError):
        Walk(only_imap, "thunderbird", "pop3", "de")
    with pytest.raises(KeyError):
        Walk(content, "thunderbird", "exchange", "de")
    with pytest.raises(KeyError):
        Walk(content, "toaster", "imap", "de")


def test_fingerprints_of_contents_long_gone_are_not_kept(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "_MADE", {})
    for state in range(1000):
        Walk(replace(content, fingerprint=f"{state}"), "thunderbird", "imap", "de").fingerprint  # noqa: B018
    assert 0 < len(fingerprint._MADE) <= 500


def test_in_french_a_space_stands_before_each_colon(content: Content) -> None:
    pages = [walk.page(number).answer.plain for walk in walks(content, "fr", LOCAL) for number in range(walk.last + 1)]
    assert any("• Nom : " in page or "• Votre nom : " in page for page in pages)
    assert not [line for page in pages for line in page.splitlines() if re.search(r"\w: ", line)]

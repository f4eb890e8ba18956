from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desk.diagrams import diagram, overview
from desk.edition import Edition, read_edition
from desk.screens import NoScreenError, pressed
from tests.desk.conftest import line_of, save

if TYPE_CHECKING:
    from pathlib import Path

TALKING = ("on", "join", "back", "out", "file", "check", "end")


def test_every_guide_and_tree_is_drawn_without_a_dead_end(edition: Edition) -> None:
    names = overview(edition, "de")
    kinds = [("guide", one["name"]) for one in names["guides"]] + [("trouble", one["name"]) for one in names["trouble"]]
    assert {name for kind, name in kinds if kind == "guide"} == set(edition.content.guides)
    assert {name for kind, name in kinds if kind == "trouble"} == set(edition.content.trouble)
    assert names["unused"] == []
    for language in edition.content.languages:
        for kind, name in kinds:
            boxes = diagram(edition, kind, name, language)["boxes"]
            assert [box["title"] for box in boxes if box["mark"] not in ("", "end", "told")] == [], name
            assert all(way["kind"] in TALKING for box in boxes for way in box["ways"]), name


def test_a_guide_begins_with_the_protocol_and_ends_well(edition: Edition) -> None:
    boxes = diagram(edition, "guide", "thunderbird", "de")["boxes"]
    first = boxes[0]
    assert first["place"].startswith("guides/thunderbird.yaml:")
    assert [way["label"] for way in first["ways"]][:2] == ["IMAP (empfohlen)", "POP3"]
    assert [box["mark"] for box in boxes if box["mark"]] == ["end", "end"], "one for each protocol"
    by_id = {box["id"]: box for box in boxes}
    box, steps = by_id[first["ways"][0]["to"]], 0
    while box["mark"] != "end":
        box = by_id[next(way["to"] for way in box["ways"] if way["kind"] == "on")]
        steps += 1
    assert steps > 5


def test_a_tree_tells_where_its_buttons_lead(edition: Edition) -> None:
    boxes = diagram(edition, "trouble", "send", "de")["boxes"]
    assert boxes[0]["place"] == f"trouble/send.yaml:{line_of('trouble/send.yaml', '  what:')}"
    ways = {way["label"]: way for way in boxes[0]["ways"]}
    assert ways["Eine Meldung zum Passwort"]["to"] == "trouble:password"
    assert ways["Sie bleibt im Postausgang"]["kind"] == "on"
    assert ways["Etwas anderes"] == {**ways["Sie bleibt im Postausgang"], "label": "Etwas anderes", "kind": "join"}


def test_what_nothing_leads_to_and_what_leads_in_a_circle_is_marked(folder: Path) -> None:
    save(folder / "trouble" / "slow.yaml", "nodes:\n", f"nodes:\n{CIRCLE}")
    edition = read_edition(folder).edition
    assert edition is not None
    marks = {box["title"]: box["mark"] for box in diagram(edition, "trouble", "slow", "de")["boxes"]}
    assert marks["Allein"] == "unreachable"
    save(folder / "trouble" / "slow.yaml", "start: ", "start: round\n#")
    edition = read_edition(folder).edition
    assert edition is not None
    marks = {box["title"]: box["mark"] for box in diagram(edition, "trouble", "slow", "de")["boxes"]}
    assert (marks["Rund"], marks["Herum"]) == ("circle", "circle")


def test_what_members_tell_leads_to_boxes_of_their_own(edition: Edition) -> None:
    boxes = diagram(edition, "trouble", "certificate", "de")["boxes"]
    (told,) = (box for box in boxes if box["mark"] == "told")
    assert "expired" in told["id"]
    assert [way["kind"] for way in told["ways"]][:2] == ["join", "join"], "both lead to boxes of the tree"
    assert "parent" not in told or not told["parent"]


CIRCLE = """\
  lonely:
    say: {de: "Allein", en: "Lonely"}
  round:
    say: {de: "Rund", en: "Round"}
    choices:
      - {label: {de: "Weiter", en: "On"}, go: about}
  about:
    say: {de: "Herum", en: "About"}
    choices:
      - {label: {de: "Weiter", en: "On"}, go: round}
"""


@pytest.mark.parametrize("data", ["", "1mde", "9mde.", "1cde.", "1tde.gibtesnicht.-", "1pde.-.i"])
def test_what_is_no_screen_is_told_so(edition: Edition, data: str) -> None:
    with pytest.raises(NoScreenError):
        pressed(edition, data)

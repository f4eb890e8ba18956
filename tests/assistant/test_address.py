"""Addresses as members type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.address import Address, AddressKind, SpelledSigns, understand_address
from assistant.knowledge.load import load_content
from tests.assistant.conftest import CONTENT_FOLDER
from tests.growth import grows_in_proportion

DOMAIN = "kolping-schoenau.de"
SIGNS = SpelledSigns.of(load_content(CONTENT_FOLDER).vocabulary.cue)


def understood(text: str) -> tuple[str, str, str]:
    address = understand_address(text, DOMAIN, SIGNS)
    return address.kind.value, address.local, address.suggestion


@pytest.mark.parametrize(
    "text",
    [
        "webmaster@kolping-schoenau.de",
        "webmaster",
        " webmaster ",
        "Webmaster",
        "WEBMASTER@KOLPING-SCHOENAU.DE",
        "mailto:webmaster@kolping-schoenau.de",
        "MAILTO:webmaster@kolping-schoenau.de?subject=Hallo",
        "<webmaster@kolping-schoenau.de>",
        "Webmaster KfSB <webmaster@kolping-schoenau.de>",
        "webmaster@kolping-schoenau.de.",
        "webmaster@kolping-schoenau.de!",
        "„webmaster@kolping-schoenau.de“",
        "meine adresse ist webmaster@kolping-schoenau.de, danke",
        "webmaster@kolping-schoenau.de?",
        "webmaster @ kolping-schoenau.de",
        "webmaster @kolping-schoenau.de",
        "webmaster@ kolping-schoenau.de",
        "webmaster@kolping-schoenau .de",
        "webmaster@kolping - schoenau . de",
        "webmaster at kolping-schoenau.de",
        "webmaster ät kolping-schoenau.de",
        "webmaster@@kolping-schoenau.de",
        "webmaster(at)kolping-schoenau.de",
        "webmaster [at] kolping-schoenau.de",
        "webmaster at kolping minus schoenau punkt de",
        "webmaster Klammeraffe kolping Bindestrich schoenau Punkt de",
        "webmaster arobase kolping tiret schoenau point de",
        "webmaster@kolping-schoenau punkt de",
        "web\u200bmaster@kolping-schoenau.de",
        "webmaster＠kolping-schoenau.de",
        "privat bin ich max@gmx.de, im Verein webmaster@kolping-schoenau.de",
    ],
)
def test_address_of_the_club(text: str) -> None:
    assert understood(text) == ("ok", "webmaster", "webmaster@kolping-schoenau.de")


@pytest.mark.parametrize(
    "text",
    [
        "webmaster@kolping-schönau.de",
        "webmaster@KOLPING-SCHÖNAU.DE",
        "webmaster@kolpingschoenau.de",
        "webmaster@kolpingschönau.de",
        "webmaster@kolping-schoenau,de",
        "webmaster@kolping_schoenau.de",
        "webmaster@kolping-schonau.de",
        "webmaster@kolping-schoenau.com",
        "webmaster@kolping-schoenau",
        "webmaster@kolping",
        "webmaster@kolping schoenau.de",
        "webmaster@koplin-gschoenau.de",
        "webmaster@www.kolping-schoenau.de",
        "webmaster@mail.kolping-schoenau.de",
        "webmaster@kolping@schoenau.de",
        "webmaster@xn--kolping-schnau-5pb.de",
        "webmaster@",
        "webmaster.kolping-schoenau.de",
        "webmaster kolping-schoenau.de",
        "webmaster kolping schoenau.de",
    ],
)
def test_slips_are_pointed_out(text: str) -> None:
    assert understood(text) == ("typo", "webmaster", "webmaster@kolping-schoenau.de")


@pytest.mark.parametrize(
    ("text", "kind", "suggestion"),
    [
        ("schriftführer", "umlaut", "schriftfuehrer@kolping-schoenau.de"),
        ("jörg.groß@kolping-schoenau.de", "umlaut", "joerg.gross@kolping-schoenau.de"),
        ("Schriftführerin @ kolping-schoenau.de", "umlaut", "schriftfuehrerin@kolping-schoenau.de"),
        ("wébmaster", "umlaut", "webmaster@kolping-schoenau.de"),
        ("wébmaster@kolping-schönau.de", "typo", "webmaster@kolping-schoenau.de"),
        ("vor . stand @ kolping-schönau.de", "typo", "vor.stand@kolping-schoenau.de"),
    ],
)
def test_umlauts_before_the_at_are_written_out(text: str, kind: str, suggestion: str) -> None:
    assert understood(text)[::2] == (kind, suggestion)


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("hans.mueller@kolping-schoenau.de", "hans.mueller"),
        ("hans-peter_1+mail@kolping-schoenau.de", "hans-peter_1+mail"),
        ("vorname punkt nachname at kolping-schoenau.de", "vorname.nachname"),
        ("jugend2024", "jugend2024"),
    ],
)
def test_part_before_the_at(text: str, local: str) -> None:
    assert understood(text) == ("ok", local, f"{local}@kolping-schoenau.de")


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("max@gmx.de", "gmx.de"),
        ("max.mustermann@GMail.com", "gmail.com"),
        ("max @ web . de", "web.de"),
        ("max at t-online.de", "t-online.de"),
        ("max@gmx", "gmx"),
        ("webmaster@c9.webspace-verkauf.de", "c9.webspace-verkauf.de"),
        ("info@kolpingsfamilie-musterstadt.de", "kolpingsfamilie-musterstadt.de"),
    ],
)
def test_an_address_elsewhere_gets_no_suggestion(text: str, domain: str) -> None:
    address = understand_address(text, DOMAIN, SIGNS)
    assert (address.kind, address.domain, address.suggestion) == (AddressKind.WRONG_DOMAIN, domain, "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "@",
        "@kolping-schoenau.de",
        "Meine Adresse: @kolping-schoenau.de",
        "kolping-schoenau.de",
        "c9.webspace-verkauf.de",
        "993",
        "/setup",
        "?",
        "imap?",
        "ich weiß nicht",
        "Hans Müller",
        "I am at home",
        "wir treffen uns at noon",
        "…",
        "👍",
        ".@kolping-schoenau.de",
        "a..b@kolping-schoenau.de",
        "a/b@kolping-schoenau.de",
        "вебмастер@kolping-schoenau.de",
        "a@b@c",
        "x" * 65,
        "x" * 65 + "@kolping-schoenau.de",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert understand_address(text, DOMAIN, SIGNS) == Address(AddressKind.INVALID)


@pytest.mark.parametrize("part", ["@", "a@", "@a ", "a ", "at ", ". ", "\ufdfa", "ü@", ".", "(at)", "a@b ", "xn--@xn--", "- "])
def test_hostile_text_takes_no_more_time_than_its_length(part: str) -> None:
    assert grows_in_proportion(lambda text: understand_address(text, DOMAIN, SIGNS), part)


@given(st.text(max_size=300) | st.text(alphabet="ab@. -ü\u200b:<>?,", max_size=60))
def test_any_text_gives_a_whole_answer(text: str) -> None:
    address = understand_address(text, DOMAIN, SIGNS)
    if address.kind in {AddressKind.OK, AddressKind.TYPO}:
        assert address.suggestion == f"{address.local}@{DOMAIN}"
        assert understand_address(address.suggestion, DOMAIN, SIGNS).kind is AddressKind.OK
    if address.kind is AddressKind.INVALID:
        assert address == Address(AddressKind.INVALID)

"""Every button that can be made is at most 64 bytes and read back as what it was; everything else is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.intent import ASPECTS, Intent
from handlers.buttons import (
    MAX_BYTES,
    ButtonError,
    Deed,
    Place,
    Press,
    PressAsk,
    PressDelete,
    PressDevice,
    PressFeedback,
    PressGapDone,
    PressGuide,
    PressProgram,
    PressSimple,
    PressTrouble,
    Simple,
    decode,
    encode,
)
from handlers.guides.places import may_carry, without_local

names = st.from_regex(r"[a-z][a-z0-9_-]{0,23}", fullmatch=True)
languages = st.from_regex(r"[a-z]{2,3}", fullmatch=True)
topics = st.one_of(names.filter(lambda name: name not in ASPECTS), names.map(lambda name: f"trouble:{name}"))
subjects = st.sampled_from(["", "imap", "pop3", "both"])
directions = st.sampled_from(["", "incoming", "outgoing", "both"])
lookups = st.builds(Intent, aspect=st.sampled_from(ASPECTS), subject=subjects, direction=directions)
about_topics = st.builds(Intent, topic=topics, subject=subjects, program=st.one_of(st.just(""), names))
places = st.builds(
    Place,
    program=names,
    protocol=st.sampled_from(["imap", "pop3"]),
    number=st.integers(0, 99),
    fingerprint=st.from_regex(r"[a-z0-9]{4}", fullmatch=True),
    local=st.one_of(st.just(""), st.from_regex(r"[A-Za-z0-9_+-][A-Za-z0-9._+-]{0,40}", fullmatch=True)),
)
presses = st.one_of(
    st.builds(PressSimple, what=st.sampled_from(Simple), language=languages),
    st.builds(PressAsk, intent=st.one_of(lookups, about_topics), language=languages),
    st.builds(PressDelete, message=st.integers(0, 2**52), language=languages),
    st.builds(PressFeedback, label=st.one_of(topics, st.sampled_from(ASPECTS)), helped=st.booleans(), language=languages),
    st.builds(PressGapDone, gap=st.from_regex(r"[0-9]{8}[0-9a-f]{8}", fullmatch=True), language=languages),
    st.builds(PressDevice, device=names, language=languages, protocol=st.sampled_from(["", "imap", "pop3"])),
    st.builds(PressProgram, program=names, protocol=st.sampled_from(["", "imap", "pop3"]), language=languages),
    st.builds(PressGuide, deed=st.sampled_from(Deed), place=places, language=languages),
    st.builds(PressTrouble, tree=names, node=st.one_of(st.just(""), names), language=languages),
)


@given(presses)
def test_a_button_is_read_back_as_it_was_or_refused_when_made(press: Press) -> None:
    try:
        data = encode(press)
    except ButtonError:
        return  # too long; which ones are, the tests below say
    assert 1 <= len(data.encode()) <= MAX_BYTES
    assert decode(data) == press


@given(st.text(max_size=80))
def test_forged_text_is_refused_or_is_exactly_what_we_would_have_written(data: str) -> None:
    try:
        press = decode(data)
    except ButtonError:
        return
    assert encode(press) == data


@pytest.mark.parametrize(
    "data",
    [
        "",
        "1",
        "0mde.",
        "2mde.",
        "1mde",
        "1zde.",
        "1mde.x",
        "1mDE.",
        "1ade.port.i.-",
        "1ade.port.x.-.-",
        "1ade.-.-.-.-.-",
        "1ade.po rt.i.-.-",
        "1pde.thunderbird.b",
        "1dde.-",
        "1xde.-5",
        "1fde.speed.x",
        "1fde.Speed.y",
        "1fde.speed",
        "1nde.20261125",
        "1nde.2026112500zz00zz",
        "1xde.9007199254740993",
        "1xde.99999999999999999999",
        "1gde.s.thunderbird.-.0.abcd.",
        "1gde.s.thunderbird.i.00.abcd.",
        "1gde.s.thunderbird.i.100.abcd.",
        "1gde.s.thunderbird.i.-1.abcd.",
        "1gde.s.thunderbird.i.1.ab.",
        "1gde.y.thunderbird.i.1.abcd.",
        "1gde.s.thunderbird.i.1.abcd.<b>",
        "1gde.s.thunderbird.i.1.abcd..anna",
        "1tde.sending",
        "1tde.Sending.x",
        "1gde.s.thunderbird.i.1.abcd." + "a" * 40,
        "menu",
        "lang:de",
        "\x00",
    ],
)
def test_old_foreign_and_forged_buttons_are_refused(data: str) -> None:
    with pytest.raises(ButtonError):
        decode(data)


@pytest.mark.parametrize(
    "press",
    [
        PressAsk(Intent(aspect="port", subject="smtp"), "de"),
        PressAsk(Intent(aspect="port", direction="sideways"), "de"),
        PressAsk(Intent(aspect="colour"), "de"),
        PressProgram("Thunderbird", "", "de"),
        PressProgram("thunderbird", "exchange", "de"),
        PressTrouble("", "", "de"),
        PressSimple(Simple.MENU, "german"),
    ],
)
def test_what_no_button_can_mean_is_refused_when_made(press: Press) -> None:
    with pytest.raises(ButtonError):
        encode(press)


def test_a_guide_of_the_longest_name_still_carries_most_addresses() -> None:
    place = Place("a" * 24, "pop3", 3, "abcd")
    assert may_carry("vorname.nachname", place, "de")
    assert not may_carry("v" * 40, place, "de")
    assert not may_carry("müller", place, "de")


def test_the_longest_feedback_fits() -> None:
    assert len(encode(PressFeedback(f"trouble:{'a' * 24}", helped=True, language="deu"))) <= MAX_BYTES


def test_the_longest_trouble_fits() -> None:
    assert len(encode(PressTrouble("a" * 24, "b" * 24, "deu"))) <= MAX_BYTES


def test_an_address_can_be_left_behind() -> None:
    place = Place("thunderbird", "imap", 3, "abcd", "anna")
    assert without_local(place) == Place("thunderbird", "imap", 3, "abcd")

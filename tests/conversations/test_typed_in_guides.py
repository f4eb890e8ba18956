"""Words typed inside a guide, through the real stack: steps done, buttons named, addresses, and whether it works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conversations.test_setup import hears_of

if TYPE_CHECKING:
    from tests.telegram import Member, Reply, Telegram

STEP, END, START = {"de": "Schritt", "en": "Step"}, {"de": "letzte Seite", "en": "last page"}, "/setup iphone imap"
VALUES, NEXT = {"de": "alle werte", "en": "all values"}, {"de": "weiter", "en": "next"}


async def _presses(member: Member, page: Reply, label: str, text: str) -> Reply:
    """Press a button and wait for a text; the page before loses its buttons meanwhile."""
    member.presses_data(page.message_id, page.button(label).data)
    return await hears_of(member, text)


async def _gets(member: Member, typed: str, kind: str) -> None:
    member.says(typed)
    while kind not in (await member.hears()).raw:
        pass


async def at_step(telegram: Telegram, language: str, number: int, start: str = START) -> Member:
    """Give a member who has gone so far in a guide."""
    member = telegram.private("Anna", language)
    await member.asks(start)
    for following in range(2, number + 1):
        member.says(NEXT[language])
        await hears_of(member, f"{STEP[language]} {following} ")
    return member


@pytest.mark.parametrize(
    ("language", "words", "back"),
    [
        ("de", ["fertig", "erledigt", "hab ich", "bin fertig", "So, fertig!", "ist erledigt"], "zurück"),
        ("en", ["done", "finished", "I'm done", "ok, done", "that's done", "completed"], "back"),
    ],
)
async def test_who_has_done_a_step_gets_the_next_one(telegram: Telegram, language: str, words: list[str], back: str) -> None:
    member = await at_step(telegram, language, 2)
    for typed in words:
        member.says(typed)
        await hears_of(member, f"{STEP[language]} 3 ")
        member.says(back)
        await hears_of(member, f"{STEP[language]} 2 ")


@pytest.mark.parametrize(
    ("language", "words", "back"),
    [
        ("de", ["alles fertig", "das wars", "fertig!! 🎉", "bin durch, alles eingegeben", "alle werte"], "zurück"),
        ("en", ["all done", "everything is set up", "finished 🎉", "all values"], "back"),
    ],
)
async def test_who_has_done_everything_comes_to_the_end_and_back_to_the_step(
    telegram: Telegram, language: str, words: list[str], back: str
) -> None:
    member = await at_step(telegram, language, 2)
    for typed in words:
        member.says(typed)
        page = await hears_of(member, END[language])
        if typed == words[0]:
            await _presses(member, page, back, f"{STEP[language]} 2 ")
            continue
        member.says(back)
        await hears_of(member, f"{STEP[language]} 2 ")


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", ["fertige datei", "die fertige Datei bitte"]), ("en", ["ready-made file", "send the ready made file"])],
)
async def test_a_button_of_the_page_may_be_typed(telegram: Telegram, language: str, words: list[str]) -> None:
    member = await at_step(telegram, language, 2)
    for typed in words:
        await _gets(member, typed, "document")


async def test_a_file_that_needs_the_address_says_so_and_comes_once_it_is_known(telegram: Telegram) -> None:
    anna = telegram.private("Anna")
    page = await anna.asks("/setup thunderbird-android imap")
    page = await anna.presses(page, "QR-Code")
    assert "Für „QR-Code“ brauche ich deine Adresse" in page.text
    assert "Für „Fertige Datei“" in (await anna.presses(page, "Fertige Datei")).text
    anna.says("qr-code")
    await hears_of(anna, "Für „QR-Code“")
    anna.says("maier")
    await hears_of(anna, "Eingesetzt: maier@kolping-schoenau.de")
    await _gets(anna, "QR Code bitte", "photo")


@pytest.mark.parametrize(
    ("language", "typed", "heard"),
    [
        ("de", "wozu", "zeige ich dir in den nächsten Schritten"),
        ("de", "warum?", "zeige ich dir in den nächsten Schritten"),
        ("de", "hilfe", "zeige ich dir in den nächsten Schritten"),
        ("de", "weiß nicht", "Nötig ist sie nicht"),
        ("de", "keine", "Schritt 2 "),
        ("de", "egal", "Schritt 2 "),
        ("de", "hab keine", "Schritt 2 "),
        ("de", "nein", "Schritt 2 "),
        ("de", "warte", "ich warte"),
        ("de", "Moment", "ich warte"),
        ("de", "port", "993"),
        ("en", "why", "exactly what to type"),
        ("en", "what for?", "exactly what to type"),
        ("en", "help", "exactly what to type"),
        ("en", "none", "Step 2 "),
        ("en", "no", "Step 2 "),
        ("en", "rather not", "Step 2 "),
        ("en", "wait", "I will wait"),
        ("en", "hold on", "I will wait"),
    ],
)
async def test_ordinary_words_are_no_address(telegram: Telegram, language: str, typed: str, heard: str) -> None:
    member = await at_step(telegram, language, 1)
    member.says(typed)
    await hears_of(member, heard)
    assert not any(f"{typed.lower()}@" in str(event) for event in telegram.events)


@pytest.mark.parametrize(
    "names",
    [
        ["maier", "webmaster", "info", "vorstand", "kasse", "jugend", "kontakt", "schriftfuehrer", "anna.maier", "Müller2"],
        ["treasurer", "board", "contact", "chair", "miller", "j.smith"],
    ],
)
async def test_mailboxes_are_taken(telegram: Telegram, names: list[str]) -> None:
    anna = await at_step(telegram, "de", 1)
    for name in names:
        anna.says(name)
        plain = name.lower().replace("ü", "ue")  # no umlauts
        await hears_of(anna, f"{plain}@kolping-schoenau.de")
        anna.says("zurück")
        await hears_of(anna, "Schritt 1 ")


async def test_umlauts_are_spelled_out(telegram: Telegram) -> None:
    anna = await at_step(telegram, "de", 1)
    anna.says("schriftführerin")
    page = await hears_of(anna, "keine Umlaute")
    assert "schriftfuehrerin@kolping-schoenau.de" in page.text


@pytest.mark.parametrize(("language", "yes", "no"), [("de", "ja", "nein"), ("en", "yes", "no")])
async def test_what_may_be_an_address_is_offered(telegram: Telegram, language: str, yes: str, no: str) -> None:
    member = await at_step(telegram, language, 1)
    member.says("Hildegard Maier")
    page = await hears_of(member, "hildegard.maier@kolping-schoenau.de")
    assert f"{STEP[language]} 1 " in page.text
    member.says(no)
    await hears_of(member, f"{STEP[language]} 1 ")
    member.says("peter")
    page = await hears_of(member, "peter@kolping-schoenau.de")
    assert f"{STEP[language]} 1 " in page.text
    member.says(yes)
    page = await hears_of(member, f"{STEP[language]} 2 ")
    assert "peter@kolping-schoenau.de" in page.text
    member.says("zurück" if language == "de" else "back")
    await hears_of(member, f"{STEP[language]} 1 ")
    member.says("Hildegard Maier")
    page = await hears_of(member, "hildegard.maier@")
    await _presses(member, page, "hildegard.maier@", f"{STEP[language]} 2 ")


@pytest.mark.parametrize(
    ("before", "language", "warning"),
    [
        (START, "de", "sieht nach einem Passwort aus"),
        (START, "en", "looks like a password"),
        ("mein Passwort wird abgelehnt", "de", "sieht nach einem Passwort aus"),
        ("my password is refused", "en", "looks like a password"),
        ("ich kann nichts senden", "de", "sieht nach einem Passwort aus"),
    ],
)
async def test_a_bare_password_is_warned_of_and_goes_nowhere(
    telegram: Telegram, before: str, language: str, warning: str
) -> None:
    member = telegram.private("Anna", language)
    await member.asks(before)
    for password in ("Sommer2024!", "Hildegard1948!", "Hildegard1948"):
        page = await member.asks(password)
        assert warning in page.text
        assert "🗑" in page.buttons[0][0].label


@pytest.mark.parametrize(
    ("language", "well", "badly", "open_still"),
    [
        ("de", ["ja", "jo ist da", "angekommen", "beide sind da", "ja!"], ["nein", "noch nicht", "nö"], ["weiter", "ok"]),
        ("en", ["yes", "yes it did", "both arrived", "it's there", "yep"], ["no", "not yet", "nope"], ["next", "ok"]),
    ],
)
async def test_at_the_end_a_yes_or_no_tells_whether_the_test_mail_arrived(
    telegram: Telegram, language: str, well: list[str], badly: list[str], open_still: list[str]
) -> None:
    happy, helped = "🎉", {"de": "Was klappt nicht?", "en": "What does not work?"}[language]
    asked = {"de": "Schreib ja oder nein", "en": "Write yes or no"}[language]
    for typed, heard in [
        *((one, happy) for one in well),
        *((one, helped) for one in badly),
        *((one, asked) for one in open_still),
    ]:
        member = await at_step(telegram, language, 1)
        member.says(VALUES[language])
        await hears_of(member, END[language])
        member.says(typed)
        await hears_of(member, heard)

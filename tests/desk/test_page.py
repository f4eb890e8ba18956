"""The desk in a real browser: asked, broken, mended, clicked through, asked again. `DESK_PICTURES=docs/pictures` keeps pictures.

One browser and one playground for all; each test has a window of its own and leaves the content as it was.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from tests.browser import CHROMIUM
from tests.browser import playground as running_playground
from tests.desk.conftest import CONTENT, line_of, save
from tests.telegram import START_WAIT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
]
_AREAS = ("Chat", "Alle Antworten", "Anleitungen", "Nochmal fragen")
_DESKTOP, _PHONE = (1400, 900), (390, 800)


@dataclass(frozen=True)
class Playground:
    """The running playground on a copy of the content."""

    browser: Browser
    address: str
    content: Path

    @asynccontextmanager
    async def page(self, size: tuple[int, int] = _DESKTOP, *, dark: bool = False, locale: str = "de-DE") -> AsyncIterator[Page]:
        """A fresh window: its list of questions is empty."""
        width, height = size
        context = await self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale=locale,
        )
        page = await context.new_page()
        page.set_default_timeout(START_WAIT * 1000)
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        await page.goto(self.address)
        await expect(page.locator("#chats button").first).to_be_visible()
        await expect(page.get_by_role("status").first).to_have_attribute("data-kind", "good")
        try:
            yield page
        finally:
            await context.close()
        assert errors == []

    @asynccontextmanager
    async def changed(self, file: str, old: str, new: str) -> AsyncIterator[None]:
        """Save a change; in the end the file is as it was."""
        path = self.content / file
        before = path.read_text("utf-8")
        save(path, old, new)
        try:
            yield
        finally:
            path.write_text(before, "utf-8")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def playground(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Playground]:
    content = tmp_path_factory.mktemp("desk") / "content"
    shutil.copytree(CONTENT, content)
    async with running_playground(CONTENT_DIR=str(content)) as (browser, address):
        yield Playground(browser, address, content)


async def ask(page: Page, text: str) -> Locator:
    """Ask in the chat, wait for the answer, give the panel that tells why."""
    box = page.locator("#input")
    answers = page.locator('#messages [data-from="bot"]')
    before = await answers.count()
    await box.fill(text)
    await box.press("Enter")
    await expect(answers).to_have_count(before + 1)
    why = page.get_by_role("complementary", name="Warum diese Antwort?")
    await expect(why).to_contain_text(text)
    await expect(why.get_by_role("heading", name="Hier steht die Antwort")).to_be_visible()
    return why


async def answered_with(page: Page, text: str, expected: str) -> None:
    """Ask again and again, as somebody does who waits for a change."""
    for _ in range(100):
        await ask(page, text)
        if expected in await page.locator('#messages [data-from="bot"] .bubble').last.inner_text():
            return
    raise AssertionError(f"{expected!r} did not come")


async def open_area(page: Page, name: str) -> Locator:
    """Open one of the tabs, and give its panel."""
    await page.get_by_role("tab", name=name).click()
    panel = page.get_by_role("tabpanel", name=name)
    await expect(panel).to_be_visible()
    return panel


async def picture(page: Page, name: str, *, top: int = 0, height: int = _DESKTOP[1]) -> None:
    """Keep a picture for the documentation, if asked to, from so far down and so high that nothing in it is cut in the middle."""
    if folder := os.environ.get("DESK_PICTURES"):
        await page.set_viewport_size({"width": _DESKTOP[0], "height": height})
        await page.get_by_role("tabpanel").evaluate("(panel, top) => panel.scrollTo(0, top)", top)
        await page.locator("#messages").evaluate("(messages) => messages.scrollTo(0, messages.scrollHeight)")
        await page.screenshot(path=Path(folder) / f"{name}.png", animations="disabled")


async def test_why_this_answer(playground: Playground) -> None:
    async with playground.page() as page:
        why = await ask(page, "Welcher Port für IMAP Eingang?")
        await expect(why).to_contain_text("Beantwortet")
        await expect(why).to_contain_text(f"settings.yaml:{line_of('settings.yaml', 'port: 993')}")
        row = why.get_by_role("row").filter(has_text="Gefragt")
        await expect(row).to_contain_text("port")
        await expect(why.get_by_role("row").filter(has_text="Schwelle")).to_be_visible()
        why = await ask(page, "und der Ausgang im Schrebergarten?")
        await expect(why).to_contain_text("Zusammen mit der Frage davor verstanden.")
        await expect(why).to_contain_text("schrebergarten")
        await picture(page, "desk-why", height=1000)
        await page.get_by_role("button", name="Warum diese Antwort auf „Welcher Port für IMAP Eingang?“?").click()
        await expect(why).not_to_contain_text("schrebergarten")


async def test_what_is_no_question_is_told_without_points(playground: Playground) -> None:
    async with playground.page() as page:
        why = await ask(page, "ok")
        await expect(why).to_contain_text("Das klingt nicht nach einer Frage zu Mail-Einstellungen.")
        await expect(why).not_to_contain_text("Nötig")
        await expect(why.get_by_role("row").filter(has_text="Schwelle")).to_have_count(0)


async def test_why_amid_a_guide_tells_what_the_bot_did_there(playground: Playground) -> None:
    async with playground.page() as page:
        await ask(page, "thunderbird imap")
        why = await ask(page, "weiter")
        await expect(why).to_contain_text("Verstanden als: Ohne Adresse ▶")
        await expect(why).to_contain_text("guides/thunderbird.yaml:")
        await expect(why).not_to_contain_text("Nicht verstanden")
        why = await ask(page, "noch einmal bitte")
        await expect(why).to_contain_text("Noch einmal gezeigt")
        await expect(why).to_contain_text("vocabulary/typed.yaml:")
        await page.get_by_role("button", name="Warum diese Antwort auf „weiter“?").click()
        await expect(why).to_contain_text("Verstanden als: Ohne Adresse ▶")
        why = await ask(page, "abbrechen")
        await expect(why).to_contain_text("words/guide.yaml:")
        why = await ask(page, "Welcher Port für POP3 Eingang?")
        await expect(why).to_contain_text("Beantwortet")


@pytest.mark.parametrize(
    ("locale", "chosen", "tab"),
    [("en-GB", "en", "Guides"), ("fr-FR", "fr", "Guides"), ("de-AT", "de", "Anleitungen"), ("xx", "de", "Anleitungen")],
)
async def test_the_browsers_language_counts_until_another_is_chosen(
    playground: Playground, locale: str, chosen: str, tab: str
) -> None:
    async with playground.page(locale=locale) as page:
        language = page.get_by_role("combobox").first
        await expect(language).to_have_value(chosen)
        await expect(page.get_by_role("tab", name=tab)).to_be_visible()
        await language.select_option("en" if chosen == "de" else "de")
        await expect(page.get_by_role("tab", name="Anleitungen" if chosen != "de" else "Guides")).to_be_visible()


async def test_silence_in_a_group_is_explained(playground: Playground) -> None:
    async with playground.page() as page:
        await page.get_by_role("button", name="KfSB-Gruppe").click()
        why = page.get_by_role("complementary", name="Warum diese Antwort?")
        await page.locator("#input").fill("Wer bringt morgen Kuchen mit?")
        await page.locator("#input").press("Enter")
        await expect(why).to_contain_text("Geschwiegen")
        await page.get_by_label("Der Bot").select_option("commands")
        await page.locator("#input").fill("Welcher Port für IMAP?")
        await page.locator("#input").press("Enter")
        await expect(why).to_contain_text("Nicht gehört")
        await page.get_by_label("Der Bot").select_option("reads")


async def test_a_mistake_is_shown_and_the_mended_value_is_answered(playground: Playground) -> None:
    async with playground.page() as page:
        await ask(page, "Welcher Port für IMAP Eingang?")
        line = line_of("settings.yaml", "port: 993")
        mistakes = page.get_by_role("region", name="Fehler im Inhalt")
        async with playground.changed("settings.yaml", "port: 993", "prot: 993"):
            await expect(mistakes.get_by_role("listitem")).to_have_count(1)
            await expect(mistakes).to_contain_text(f"settings.yaml, Zeile {line}, Spalte 16")
            await expect(mistakes).to_contain_text("Meintest du port?")
            await expect(mistakes).to_contain_text("incoming: {prot: 993, encryption: ssl_tls}")
            await expect(page.get_by_role("status").first).to_have_text("1 Fehler im Inhalt")
            await picture(page, "desk-mistake", height=940)
        await expect(mistakes).to_be_hidden()
        await expect(page.get_by_role("status").first).to_contain_text("Wieder in Ordnung")
        async with playground.changed("settings.yaml", "port: 993", "port: 4993"):
            answers = await open_area(page, "Alle Antworten")
            await page.get_by_role("searchbox").fill("4993")
            await expect(answers.get_by_role("heading", name="Ports (IMAP) Eingang")).to_be_visible()
            await expect(answers.get_by_role("article").first).to_contain_text("4993")
            await open_area(page, "Chat")
            await answered_with(page, "Welcher Port für IMAP Eingang?", "4993")


async def test_advice_is_given_on_demand(playground: Playground) -> None:
    async with playground.page() as page, playground.changed("topics/greeting.yaml", '["hallo", ', '["hallo", "hallo", '):
        await page.get_by_role("button", name="Ratschläge").click()
        section = page.get_by_role("region", name="Was besser ginge")
        every_example_asked = 5 * START_WAIT * 1000
        await expect(section.get_by_role("status")).to_contain_text("Der Bot läuft auch so.", timeout=every_example_asked)
        await expect(section.get_by_role("listitem").first).to_contain_text("Zeile")
        await expect(section).to_contain_text("davon verstanden")
        await page.get_by_role("button", name="Ratschläge").click()
        await expect(section).to_be_hidden()


async def test_all_answers_are_filtered_and_their_buttons_pressed(playground: Playground) -> None:
    async with playground.page() as page:
        answers = await open_area(page, "Alle Antworten")
        await expect(answers.get_by_role("status")).to_contain_text(re.compile(r"(\d+) von \1 Antworten"))
        await page.get_by_label("Art", exact=True).select_option("topics")
        await page.get_by_role("searchbox").fill("nichts dagegen")
        article = answers.get_by_role("article").filter(has=page.get_by_role("heading", name="POP oder IMAP?")).first
        await expect(article).to_contain_text("die bessere Wahl")
        await expect(article).to_contain_text("the better choice")
        await expect(article).to_contain_text("topics/recommendation.yaml:")
        await picture(page, "desk-answers", top=108, height=940)
        await article.get_by_role("button", name="Schritt für Schritt einrichten").click()
        dialog = page.get_by_role("dialog")
        await expect(dialog).to_contain_text("Thunderbird")
        await page.keyboard.press("Escape")
        await expect(dialog).to_have_count(0)
        await page.get_by_label("Art", exact=True).select_option("values")
        await page.get_by_role("searchbox").fill("Ports Eingang")
        await answers.get_by_role("button", name="IMAP Eingang, kopieren").first.click()
        await expect(page.get_by_text("Kopiert: 993")).to_be_visible()
        await page.get_by_role("searchbox").fill("gibtesnicht")
        await expect(answers.get_by_role("status")).to_have_text("Dazu gibt es keine Antwort.")


async def test_a_guide_is_clicked_through(playground: Playground) -> None:
    async with playground.page() as page:
        panel = await open_area(page, "Anleitungen")
        await page.get_by_label("Anleitung oder Problem").select_option(label="Thunderbird")
        await expect(panel.get_by_role("status")).to_contain_text("guides/thunderbird.yaml")
        await expect(panel.get_by_role("status")).to_contain_text("keine Sackgasse")
        view = panel.get_by_role("complementary")
        await expect(view).to_contain_text("Kasten 1")
        await view.get_by_role("button", name="IMAP (empfohlen)").click()
        await expect(panel.locator('[aria-pressed="true"]')).to_contain_text("Deine Adresse")
        await view.get_by_role("button", name="Ohne Adresse").click()
        await expect(panel.locator('[aria-pressed="true"]')).to_contain_text("Neues Konto anlegen")
        await picture(page, "desk-guide")
        for _ in range(20):
            if not await view.get_by_role("button", name="Weiter ▶").count():
                break
            shown = await view.inner_text()
            await view.get_by_role("button", name="Weiter ▶").click()
            await expect(view).not_to_have_text(shown, use_inner_text=True)
        await expect(view).to_contain_text("993")
        await panel.get_by_role("button", name=re.compile("^Kasten 3: ")).click()
        await expect(view).to_contain_text("Kasten 3")


async def test_a_box_that_nothing_leads_to_is_seen(playground: Playground) -> None:
    async with playground.page() as page:
        panel = await open_area(page, "Anleitungen")
        await page.get_by_label("Anleitung oder Problem").select_option("trouble:slow")
        lonely = 'nodes:\n  lonely:\n    say: {de: "Allein", en: "Lonely"}\n'
        async with playground.changed("trouble/slow.yaml", "nodes:\n", lonely):
            box = panel.get_by_role("button", name="Allein")
            await expect(box).to_contain_text("Unerreichbar: Nichts führt hierher")
            await expect(panel).to_contain_text("Im Bot ist es erst, wenn die Fehler oben behoben sind.")
        await expect(box).to_have_count(0)


async def test_questions_asked_again_tell_what_changed(playground: Playground) -> None:
    async with playground.page() as page:
        await ask(page, "Welcher Port für IMAP Eingang?")
        panel = await open_area(page, "Nochmal fragen")
        await page.get_by_label("Eigene Liste").fill("Welcher Server?\n\nWelche Ports gibt es?\n+ und ausgehend?")
        await page.get_by_role("button", name="Hinzufügen").click()
        questions = panel.get_by_role("listitem").filter(has=page.get_by_role("button", name="aus der Liste nehmen"))
        await expect(questions).to_have_count(4)
        await expect(questions.last).to_contain_text("stützt sich auf die Frage darüber")
        async with playground.changed("settings.yaml", "port: 993", "port: 5993"):
            await expect(panel.get_by_role("status")).to_have_text("4 Fragen, 2 geändert")
            first = questions.first
            await expect(first).to_contain_text("Geändert: anderer Text")
            await expect(first.locator("del")).to_contain_text("993")
            await expect(first.locator("ins")).to_contain_text("5993")
            await expect(page.get_by_role("tab", name="Nochmal fragen")).to_contain_text("2 geändert")
            await page.get_by_label("Nur Geändertes zeigen").check()
            await expect(questions).to_have_count(2)
            await picture(page, "desk-replay", height=800)
        await expect(panel.get_by_role("status")).to_have_text("4 Fragen, nichts geändert")
        await page.reload()
        await expect(panel.get_by_role("button", name="aus der Liste nehmen")).to_have_count(4)
        async with page.expect_download() as download:
            await page.get_by_role("button", name="Als Text speichern").click()
        text = (await (await download.value).path()).read_text("utf-8").splitlines()
        assert text[1:] == ["Welcher Server?", "Welche Ports gibt es?", "+ und ausgehend?"]


async def test_tabs_are_moved_by_keys_and_everything_has_a_name(playground: Playground) -> None:
    async with playground.page() as page:
        await ask(page, "Welcher Port für IMAP?")
        await page.get_by_role("tab", name="Chat").focus()
        for name in (*_AREAS[1:], _AREAS[0]):
            await page.keyboard.press("ArrowRight")
            tab = page.get_by_role("tab", name=name)
            await expect(tab).to_be_focused()
            await expect(tab).to_have_attribute("aria-selected", "true")
            await expect(page.get_by_role("tabpanel")).to_have_count(1)
            await expect(page.get_by_role("heading", level=1)).to_have_count(1)
            await expect(page.get_by_role("main")).to_have_count(1)
            assert await page.evaluate(_NAMELESS) == [], name
            assert await page.evaluate(_TWICE) == [], name
            assert not re.search(r"\b(null|undefined|NaN)\b", await page.locator("body").inner_text()), name
            await page.keyboard.press("Tab")
            await expect(page.get_by_label("Sprache")).to_be_focused()
            await page.keyboard.press("Tab")
            await expect(page.get_by_role("button", name="Ratschläge")).to_be_focused()
            await page.keyboard.press("Tab")
            assert await page.evaluate("Boolean(document.activeElement.closest('[role=tabpanel]'))"), "from tab to panel"
            assert await page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", "it is seen"
            await tab.focus()


_NAMELESS = """[...document.querySelectorAll('button, a, input, select, textarea, img, [role=button]')]
  .filter((node) => node.checkVisibility())
  .filter((node) => !(node.getAttribute('aria-label') || node.textContent.trim() || node.alt || node.labels?.length))
  .map((node) => node.outerHTML)"""
_TWICE = """[...document.querySelectorAll('[id]')].map((node) => node.id).filter((id, at, all) => all.indexOf(id) !== at)"""


@pytest.mark.parametrize("language", ["Deutsch", "English"])
async def test_a_phone_is_wide_enough(playground: Playground, language: str) -> None:
    async with playground.page(_PHONE, dark=language == "English") as page:
        await page.locator("#input").fill("Welcher Port für IMAP?")
        await page.locator("#input").press("Enter")
        await page.get_by_role("combobox").first.select_option(label=language)
        for chat in await page.locator("#chats button").all():
            await expect(chat).to_be_in_viewport(ratio=1)
        for name in await page.get_by_role("tab").all():
            await name.click()
            await expect(page.get_by_role("tabpanel").get_by_role("heading").first).to_be_visible()
            assert await page.evaluate("document.documentElement.scrollWidth") <= _PHONE[0]
        await page.get_by_role("tab").nth(2).click()
        await page.locator(".desk-box").nth(1).click()
        view = page.get_by_role("tabpanel").get_by_role("complementary")
        await expect(view.get_by_role("heading")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(view).to_be_hidden()
        await expect(page.locator(".desk-box").nth(1)).to_be_focused()

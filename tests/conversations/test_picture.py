"""The chat page in a real browser: asked, pressed, and photographed for the README (`PICTURE=docs/chat.png`)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser import CHROMIUM, chat_page


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
async def test_asked_and_pressed_in_a_browser(tmp_path: Path) -> None:
    picture = Path(os.environ.get("PICTURE", tmp_path / "chat.png"))
    async with chat_page(width=1240, height=1000) as page:
        box = page.locator("#input")
        await box.fill("Welcher Port für IMAP Eingang?")
        await box.press("Enter")
        await expect(page.locator("#messages")).to_contain_text("993")
        await box.fill("Richte mein iPhone mit IMAP ein")
        await box.press("Enter")
        await page.get_by_role("button", name="Ohne Adresse").last.click()
        await expect(page.locator("#messages")).to_contain_text("Schritt 2 von")
        await page.get_by_role("button", name="Weiter").last.click()
        await expect(page.locator("#messages")).to_contain_text("Schritt 3 von")
        await expect(page.get_by_role("complementary", name="Warum diese Antwort?")).to_contain_text("guides/iphone.yaml")
        await page.mouse.move(0, 0)
        assert len(await page.screenshot(path=picture)) > 10_000


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
async def test_the_picture_of_the_comparison_is_shown() -> None:
    async with chat_page(width=390, height=1100) as page:
        box = page.locator("#input")
        await box.fill("/vergleich")
        await box.press("Enter")
        picture = page.locator("#messages img").last
        await expect(picture).to_have_js_property("complete", value=True)
        await expect(picture).not_to_have_js_property("naturalWidth", 0)
        assert "POP3" in (await picture.get_attribute("alt") or "")
        await expect(page.locator("#messages article").last.locator(".bubble")).to_be_in_viewport()


async def test_on_a_small_phone_the_first_line_of_a_long_answer_is_in_sight() -> None:
    async with chat_page(width=360, height=740) as page:
        box, messages = page.locator("#input"), page.locator("#messages")
        for asked, first in (
            ("welcher port für pop3?", "Ports für POP3"),
            ("alle einstellungen", "IMAP"),
            ("unterschied pop imap", "POP3 holt deine Mails"),  # the picture below the answer does not hide it
        ):
            await box.fill(asked)
            await box.press("Enter")
            answer = messages.locator("article", has_text=first).last
            await expect(answer).to_be_visible()
            await expect(answer.get_by_text(first).first).to_be_in_viewport()
        await expect(messages.locator("img")).to_have_count(1)
        await expect(messages.get_by_text("POP3 holt deine Mails").first).to_be_in_viewport()
        shown = await messages.evaluate("box => box.clientHeight / innerHeight")
        assert shown > 0.65, "the chat has most of the screen"
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
async def test_an_empty_chat_shows_what_the_bot_is_for_and_starts_it() -> None:
    async with chat_page(width=360, height=740) as page:
        messages = page.locator("#messages")
        await expect(messages).to_contain_text("Frag einfach: „Welcher Port für IMAP?“")
        await expect(messages.get_by_role("button", name="Starten")).to_be_in_viewport()
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        await page.locator("#language").select_option("en")
        await expect(messages).to_contain_text("Just ask: “Which port for IMAP?”")
        await page.locator("#chats").get_by_role("button", name="KfSB-Gruppe").click()
        await expect(messages).to_contain_text("Write as you would in your group")
        await page.locator("#chats").get_by_role("button", name="Anna").click()
        await messages.get_by_role("button", name="Start").click()
        await expect(messages.locator("article").first).to_contain_text("/start")
        await expect(messages.locator(".welcome")).to_have_count(0)

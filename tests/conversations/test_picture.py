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
    async with chat_page(width=390) as page:
        box = page.locator("#input")
        await box.fill("/vergleich")
        await box.press("Enter")
        picture = page.locator("#messages img").last
        await expect(picture).to_have_js_property("complete", value=True)
        await expect(picture).not_to_have_js_property("naturalWidth", 0)
        assert "POP3" in (await picture.get_attribute("alt") or "")
        await expect(page.locator("#messages article").last.locator(".meta")).to_be_in_viewport()

"""The chat page in a real browser: asked, pressed, and photographed for the README (`PICTURE=docs/chat.png`)."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from playwright.async_api import async_playwright, expect

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_WAIT = 15.0


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
async def test_asked_and_pressed_in_a_browser(tmp_path: Path) -> None:
    picture = Path(os.environ.get("PICTURE", tmp_path / "chat.png"))
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/bot.db"}
    command = [sys.executable, str(ROOT / "bot.py"), "playground", "--port", "18181"]
    process = await asyncio.create_subprocess_exec(*command, env=environment, stdout=asyncio.subprocess.PIPE)
    try:
        assert process.stdout is not None
        line = (await asyncio.wait_for(process.stdout.readline(), _WAIT)).decode()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address is not None, line
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = await browser.new_page(viewport={"width": 1100, "height": 900})
            page.set_default_timeout(_WAIT * 1000)
            await page.goto(address[0])
            box = page.locator("#input")
            await box.fill("Welcher Port für IMAP?")
            await box.press("Enter")
            await expect(page.locator("#messages")).to_contain_text("993")
            await box.fill("richte thunderbird mit imap ein")
            await box.press("Enter")
            await page.get_by_role("button", name="Ohne Adresse").last.click()
            await expect(page.locator("#messages")).to_contain_text("Schritt 2 von")
            assert len(await page.screenshot(path=picture)) > 10_000
            await browser.close()
    finally:
        process.terminate()
        await asyncio.wait_for(process.wait(), _WAIT)

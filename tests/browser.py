"""The chat page in a real browser: the playground as its own process, Chromium on it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import sys
from typing import TYPE_CHECKING

from playwright.async_api import async_playwright, expect

from tests.telegram import ROOT, START_WAIT, WAIT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, Page

expect.set_options(timeout=START_WAIT * 1000)
"""As the first answer waits for the bot's start, so does whoever looks for it."""

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextlib.asynccontextmanager
async def playground(**variables: str) -> AsyncIterator[tuple[Browser, str]]:
    """Start the playground; give a browser and the page's address."""
    environment = {**os.environ, **variables}
    command = [sys.executable, str(ROOT / "bot.py"), "playground", "--port", "0"]
    process = await asyncio.create_subprocess_exec(*command, env=environment, stdout=asyncio.subprocess.PIPE)
    try:
        assert process.stdout is not None
        line = (await asyncio.wait_for(process.stdout.readline(), START_WAIT)).decode()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address is not None, line
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            yield browser, address[0]
            await browser.close()
    finally:
        process.terminate()
        await asyncio.wait_for(process.wait(), WAIT)


@contextlib.asynccontextmanager
async def chat_page(*, width: int = 1100, height: int = 900, language: str = "de") -> AsyncIterator[Page]:
    """Open the page; at the end nothing may have gone wrong in it."""
    wrong: list[str] = []
    async with playground() as (browser, address):
        page = await browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(START_WAIT * 1000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        await page.goto(f"{address}?language={language}")
        yield page
    assert not wrong

"""Groups, forum topics and inline mode on the chat page, in a real browser."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from tests.browser import CHROMIUM, chat_page

if TYPE_CHECKING:
    from playwright.async_api import Page

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")


async def picture(page: Page, folder: Path, name: str) -> None:
    """Photograph the page, into PICTURES if that is set, to look at."""
    await page.screenshot(path=Path(os.environ.get("PICTURES", folder)) / f"{name}.png")


async def say(page: Page, text: str) -> None:
    await page.locator("#input").fill(text)
    await page.locator("#input").press("Enter")


async def test_a_forum_has_topics_and_the_answer_stays_in_its_own(tmp_path: Path) -> None:
    async with chat_page() as page:
        await page.locator("#chats").get_by_role("button", name="KfSB-Forum").click()
        topics, messages = page.locator("#topics"), page.locator("#messages")
        await topics.get_by_role("button", name="E-Mail").click()
        await page.locator("#speaker").select_option("7002")
        await say(page, "Weiß jemand, welcher Port bei IMAP für den Posteingang ist?")
        await expect(messages).to_contain_text("993")
        await topics.get_by_role("button", name="Allgemein").click()
        await expect(messages.locator("article")).to_have_count(0)
        await page.locator("#speaker").select_option("7001 anonymous")
        await say(page, "/answers off")
        await expect(messages).to_contain_text("gar nicht")
        await picture(page, tmp_path, "forum")


async def test_the_own_question_can_be_edited_and_its_answer_changes() -> None:
    async with chat_page(language="en") as page:
        await page.locator("#chats").get_by_role("button", name="KfSB-Gruppe").click()
        messages = page.locator("#messages")
        await say(page, "@club_mail_bot which port for imap incoming?")
        await expect(messages).to_contain_text("993")
        await messages.get_by_role("button", name="Edit").first.click()
        await say(page, "@club_mail_bot which port for pop3 incoming?")
        await expect(messages).to_contain_text("110")
        await expect(messages.locator("article")).to_have_count(2)


async def test_privacy_mode_is_the_same_in_all_groups_and_an_administrator_hears_all() -> None:
    async with chat_page() as page:
        chats, rights, messages = page.locator("#chats"), page.locator("#rights"), page.locator("#messages")
        await chats.get_by_role("button", name="KfSB-Gruppe").click()
        await expect(rights).to_have_value("reads")
        await rights.select_option("commands")
        await chats.get_by_role("button", name="KfSB-Forum").click()
        await expect(rights).to_have_value("commands")
        await say(page, "/answers")
        await expect(messages).to_contain_text("/setprivacy")
        await rights.select_option("admin")
        await say(page, "Weiß jemand, welcher Port bei IMAP für den Posteingang ist?")
        await expect(messages).to_contain_text("993")


async def test_inline_mode_on_a_phone_with_the_keyboard_alone(tmp_path: Path) -> None:
    async with chat_page(width=390, height=844) as page:
        await page.locator("#chats").get_by_role("button", name="KfSB-Gruppe").click()
        await page.locator("#input").press_sequentially("@club_mail_bot imap port")
        options = page.locator("#suggestions").get_by_role("option")
        await expect(options.first).to_contain_text("993")
        await picture(page, tmp_path, "inline")
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("Enter")
        await expect(page.locator("#messages article").last).to_contain_text("via @club_mail_bot")
        await expect(page.locator("#messages article").last).to_contain_text("993")
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out of a phone"
        await picture(page, tmp_path, "chosen")


async def test_the_administrators_see_their_own_command_menu() -> None:
    async with chat_page() as page:
        await page.locator("#chats").get_by_role("button", name="KfSB-Gruppe").click()
        options = page.locator("#suggestions").get_by_role("option", name="/antworten")

        async def menu_shows_answers() -> int:
            await page.locator("#input").fill("")
            await page.locator("#input").fill("/")
            return await options.count()

        await page.wait_for_function("state.menu.some((command) => command.command === 'antworten')")
        assert await menu_shows_answers() == 1
        await page.locator("#speaker").select_option("7002")
        await page.wait_for_function("!state.menu.some((command) => command.command === 'antworten')")
        assert await menu_shows_answers() == 0

"""Inline mode through the real stack: typed in any chat, chosen, read by people who may not even know the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.telegram import Reply

if TYPE_CHECKING:
    from playground.state import Json
    from tests.telegram import Member, Telegram


class Typist:
    """Somebody who types `@bot …` in a chat and picks a result."""

    def __init__(self, telegram: Telegram, member: Member) -> None:
        self.telegram = telegram
        self.member = member
        self.query_id = ""
        self.answer: Json = {}

    async def types(self, text: str) -> list[str]:
        """Give the titles of the results."""
        self.query_id = self.telegram.server.people.inline_query(self.member.user_id, text)
        queries = self.telegram.server.world.inline_queries
        self.answer = dict(await self.telegram.until(lambda: queries.get(self.query_id) or None, "inline results"))
        return [result["title"] for result in self.answer["results"]]

    def chooses(self, number: int) -> Reply:
        """Send a result and give the message that is sent."""
        result_id = self.answer["results"][number]["id"]
        return Reply(self.telegram.server.people.choose(self.member.chat, self.member.user_id, self.query_id, result_id))


@pytest.fixture
def anna(telegram: Telegram) -> Typist:
    return Typist(telegram, telegram.private("Anna", "de"))


async def test_one_letter_after_the_other(anna: Typist) -> None:
    assert (await anna.types(""))[0] == "Alle Einstellungen (IMAP)", "what is wanted most"
    assert "Verschlüsselung" in await anna.types("ver")
    assert (await anna.types("imap"))[0] == "Alle Einstellungen (IMAP)"
    assert (await anna.types("imap port"))[0] == "Ports (IMAP)"
    assert (await anna.types("port"))[:3] == ["Ports", "Ports (IMAP)", "Ports (POP3)"]
    titles = await anna.types("server")
    assert len(titles) == len(set(titles)) <= 10
    assert "993" in (await anna.types("port") and anna.answer["results"][0]["description"])


async def test_nothing_found_offers_the_private_chat_and_nothing_else(anna: Typist) -> None:
    for text in ("qwertz uiop", "hallo", "danke", "was kostet das Bier", "🙂", "x" * 256):
        assert not await anna.types(text), text
        assert anna.answer["button"]["text"].startswith("Nichts gefunden")
    start = anna.answer["button"]["start_parameter"]
    assert "Mail-Helfer" in (await anna.member.asks(f"/start {start}")).text


async def test_what_is_chosen_speaks_for_itself(telegram: Telegram) -> None:
    people = telegram.group("Nachbarn", "Anna", "Bert")
    anna = Typist(telegram, people["Anna"])
    await anna.types("imap port eingang")
    sent = anna.chooses(0)
    assert "IMAP" in sent.text
    assert "993" in sent.codes
    assert "993" in sent.copies
    await anna.types("backup")
    sent = anna.chooses(0)
    assert sent.text.startswith("Datensicherung"), "nobody sees the question, so the subject stands above"
    for text in ("", "nachteile", "imap alle einstellungen", "thunderbird", "mails kommen nicht an"):
        for number, _ in enumerate(await anna.types(text)):
            sent = anna.chooses(number)
            assert len(sent.text.split("\n")) <= 8
            assert not [button for row in sent.buttons for button in row if button.data], "whoever sees it may press nothing"
            assert [button for row in sent.buttons for button in row if button.url]
    # The bot gets what is sent in its name, and keeps out of it.
    asked = people["Bert"].says("/server")
    assert (await people["Bert"].hears()).reply_to == asked


async def test_a_link_under_a_result_opens_what_it_is_about(anna: Typist) -> None:
    await anna.types("thunderbird imap einrichten")
    link = anna.chooses(0).button("Schritt").url
    assert "guide_thunderbird_imap_de" in link
    await anna.types("kann nicht senden")
    link = anna.chooses(0).button("Hilfe").url
    tree = await anna.member.asks(f"/start {link.partition('start=')[2]}")
    assert tree.buttons


async def test_each_typist_reads_their_own_language(telegram: Telegram) -> None:
    anna, ben = Typist(telegram, telegram.private("Anna", "de")), Typist(telegram, telegram.private("Ben", "en-GB"))
    assert (await anna.types("imap port"))[0] == "Ports (IMAP)"
    assert "Posteingang" in anna.answer["results"][0]["description"]
    await ben.types("imap port")
    assert "ncoming" in ben.answer["results"][0]["description"]
    assert ben.answer["button"]["start_parameter"] == "menu_en"
    ids = {result["id"] for answer in (anna.answer, ben.answer) for result in answer["results"]}
    assert len(ids) == len(anna.answer["results"]) + len(ben.answer["results"])
    # Telegram's cache knows no language: what is kept must be kept for this typist alone.
    assert anna.answer["is_personal"]
    assert anna.answer["cache_time"] >= 60


async def test_a_query_that_waited_too_long_harms_nothing(telegram: Telegram) -> None:
    anna = telegram.private("Anna")
    update: dict[str, Any] = {
        "id": "gone",
        "from": telegram.server.world.people[anna.user_id].json,
        "query": "imap",
        "offset": "",
    }
    telegram.server.world.queue({"inline_query": update})
    assert "993" in (await anna.asks("/imap")).text
    telegram.server.journal.clear()

"""A trouble told amid a guide is a detour: back from it, the step is the one that was left. And what ends a tree's question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import STEP, THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize(
    ("language", "told", "back"),
    [
        ("de", "es kommt eine zertifikatswarnung", "zurück"),
        ("de", "es kommt eine zertifikatswarnung", "weiter"),
        ("de", "server antwortet nicht", "wieder zum schritt"),
        ("de", "es geht nicht", "zurück"),
        ("en", "a certificate warning appears", "back"),
        ("en", "a certificate warning appears", "next"),
        ("en", "a certificate warning appears", "back to the step"),
    ],
)
async def test_a_detour_leads_back_to_the_same_step(member: Chat, language: str, told: str, back: str) -> None:
    heard = await talk(member, at(5, THUNDERBIRD, language) + f"{told} | {back}", language)
    assert f"{STEP[language]} 5 " in heard


async def test_amid_a_tree_back_leads_to_the_question_before(member: Chat) -> None:
    heard = await talk(member, at(5, THUNDERBIRD) + "es kommt eine zertifikatswarnung | nein | zurück")
    assert "Warnung zum Zertifikat" in heard


async def test_without_a_guide_back_leads_to_the_troubles(member: Chat) -> None:
    assert "Hilfe bei Problemen" in await talk(member, "es kommt eine zertifikatswarnung | zurück")


@pytest.mark.parametrize(
    ("language", "told", "hint", "works"),
    [
        ("de", "ich kann nichts senden | erledigt", "Klappt es jetzt, schreib geht wieder", "geht wieder"),
        ("de", "es kommen keine mails an | fertig", "Klappt es jetzt, schreib geht wieder", "geht wieder"),
        ("en", "i can't send | done", "If it works now", "works again"),
    ],
)
async def test_done_is_no_answer_to_a_question_and_may_end_it(
    member: Chat, language: str, told: str, hint: str, works: str
) -> None:
    assert hint in await talk(member, told, language)
    assert {"de": "dann läuft dein Postfach", "en": "up and running"}[language] in await talk(member, works, language)


@pytest.mark.parametrize(
    ("language", "told", "heard"),
    [
        ("de", "meine mails sind weg | auf dem alten rechner", "Findest du sie dort?"),
        ("de", "meine mails sind weg | die waren auf dem alten laptop", "Findest du sie dort?"),
        ("de", "meine mails sind weg | auf dem alten handy | ist kaputt", "nur auf dem Gerät"),
        ("de", "meine mails sind weg | ja | das hab ich verkauft", "nur auf dem Gerät"),
        ("en", "my emails are gone | on the old computer | it's broken", "only on the device"),
    ],
)
async def test_emails_on_a_device_that_is_old_or_no_more(member: Chat, language: str, told: str, heard: str) -> None:
    assert heard in await talk(member, told, language)

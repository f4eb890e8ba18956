"""'Neither', 'both' and 'whatever' lead on amid a trouble, and its end tells who helps and what to tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

REFUSED = {
    "de": "passwort wird abgelehnt | noch nie geklappt | hilft nicht | hilft nicht | hilft nicht | hilft nicht",
    "en": "password refused | it has never worked | still no | still no | still no | still no",
}
SEVERAL = {"de": "Eins nach dem anderen", "en": "One after the other"}
TELL = {"de": "seit wann, und die Fehlermeldung", "en": "since when, and the exact error message"}


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", "kann nicht senden | weder noch", "Steht dort Port 587"),
        ("de", "mails weg | egal", "Steht irgendwo POP3?"),
        ("de", "gesendete mails fehlen am handy | keins von beiden", "Was steht dort?"),
        ("de", "gar nichts geht mehr | weiß nicht | weiß nicht", "Klappt es dort?"),
        ("de", "gar nichts geht mehr | ja | nix davon", "Klappt es dort?"),
        ("en", "I can't send | neither", "Does it say port 587"),
        ("en", "my mails are gone | whatever", "POP3 anywhere?"),
        ("en", "nothing works at all | yes | none of the above", "Does it work there?"),
    ],
)
async def test_who_knows_no_answer_gets_on(member: Chat, language: str, said: str, heard: str) -> None:
    assert heard in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "mails doppelt | beide"),
        ("de", "kann nicht senden | alles"),
        ("de", "outlook einrichten | beides"),
        ("en", "duplicate mails | both"),
        ("en", "password refused | all of them"),
    ],
)
async def test_several_answers_keep_the_question(member: Chat, language: str, said: str) -> None:
    assert SEVERAL[language] in await talk(member, said, language)


async def test_all_devices_are_an_answer_where_it_is_one(member: Chat) -> None:
    assert SEVERAL["de"] not in await talk(member, "mails kommen spät | alle")


async def test_who_does_not_mind_which_program_finds_out_which_it_is(member: Chat) -> None:
    assert "Auf welchem Gerät" in await talk(member, "ich will mein mailkonto einrichten | egal")


@pytest.mark.parametrize(
    ("language", "end"), [("de", "Mehr kann ich von hier aus leider nicht tun"), ("en", "I cannot do more from here")]
)
@pytest.mark.parametrize("said", ["hilft nicht", "ok"])
async def test_at_the_end_nothing_more_is_asked(member: Chat, language: str, end: str, said: str) -> None:
    said = {"de": said, "en": "still no" if said != "ok" else said}[language]
    answer = await talk(member, f"{REFUSED[language]} | {said}", language)
    assert answer.startswith(end)
    assert TELL[language] in answer


@pytest.mark.parametrize(("language", "said"), [("de", "gesendete mails fehlen | pop | hilft nicht")])
async def test_a_last_remedy_that_did_not_help_leads_to_somebody_who_does(member: Chat, language: str, said: str) -> None:
    assert TELL[language] in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "kann nicht senden | bleibt im postausgang | was schreib ich dem webmaster"),
        ("de", "mails doppelt | und was sag ich ihm?"),
        ("en", "password refused | what do I tell the webmaster?"),
    ],
)
async def test_what_to_tell_the_webmaster_is_told_amid_a_trouble(member: Chat, language: str, said: str) -> None:
    assert (await talk(member, said, language)).startswith({"de": "Schreib dazu", "en": "Tell them"}[language])


@pytest.mark.parametrize(
    ("language", "said", "question"),
    [
        ("de", "kann nicht senden | wer hilft mir sonst", "Was passiert"),
        ("de", "mails doppelt | wie erreich ich den webmaster", "zweimal eingerichtet"),
        ("en", "I can't send | who can I call", "What happens"),
        ("en", "duplicate mails | what's the webmaster's email", "set up twice"),
    ],
)
async def test_who_helps_is_told_and_the_question_stays(member: Chat, language: str, said: str, question: str) -> None:
    answer = await talk(member, said, language)
    assert {"de": "Namen und Nummern", "en": "names or numbers"}[language] in answer
    assert question in answer

"""What keeps the step amid a guide: a question, a slip that is confessed, a 'no' to an offer, a look at another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.buttons import Place
from handlers.conversation import Conversation, OpenGuide, Who
from store.memory import MemoryStore
from tests.handlers.talks import STEP, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", "schritt 6 | ich hab 933 eingegeben", "Nein, nicht 933: Port 993"),
        ("de", "schritt 6 | hob 963 eidippt", "Nein, nicht 963: Port 993"),
        ("de", "schritt 6 | ist 983 richtig?", "Nein, nicht 983: Port 993"),
        ("en", "step 6 | i typed 939 by mistake", "No, not 939: Port 993"),
        ("en", "step 6 | mine says 992", "No, not 992: Port 993"),
        ("de", "schritt 6 | was ist wenn ich mich vertippe", "kaputt geht dabei nichts"),
        ("de", "schritt 6 | was isch wenn i mi verschreib", "kaputt geht dabei nichts"),
        ("en", "step 6 | what happens if i type it wrong?", "you cannot break anything"),
        ("de", "schritt 6 | und was ist wenn ich auf weiter drücke", ""),
        ("en", "step 6 | will my laptop see them too", "available everywhere"),
        ("en", "step 6 | did i do the right thing", ""),
    ],
)
async def test_a_question_or_a_slip_keeps_the_step(member: Chat, language: str, said: str, heard: str) -> None:
    answer = await talk(member, f"/setup gmail imap | {said}", language)
    assert heard in answer.replace("**", "")
    assert f"{STEP[language]} 6 " in answer


@pytest.mark.parametrize("said", ["ich hab outlook 2016", "i hab android 14 drauf"])
async def test_a_version_is_no_port(member: Chat, said: str) -> None:
    assert "Nein" not in await talk(member, f"/setup outlook-classic imap | schritt 5 | {said}")


@pytest.mark.parametrize(
    ("language", "asked", "no"),
    [
        ("de", "kannst du mir das auch als datei schicken", "nein doch nicht"),
        ("de", "muss ich da SSL nehmen?", "nein"),
        ("de", "ist das kostenlos?", "nein danke"),
        ("de", "ist das kostenlos?", "na, doch ned"),
        ("en", "is that free?", "no thanks"),
        ("en", "can you send me that as a file?", "actually no"),
    ],
)
async def test_a_no_turns_down_what_was_offered_and_not_the_guide(member: Chat, language: str, asked: str, no: str) -> None:
    step = f"{STEP[language]} 4"
    answer = await talk(member, f"/setup thunderbird-android imap | {step} | {asked} | {no}", language)
    assert {"de": "dann lassen wir das", "en": "never mind that"}[language] in answer
    assert f"{step} " in answer


async def test_a_no_where_nothing_was_offered_is_none_to_an_offer(member: Chat) -> None:
    assert "Abgebrochen" in await talk(member, "/setup thunderbird imap | schritt 4 | nein doch nicht")
    asked = "/setup thunderbird imap | schritt 4 | ist das kostenlos? | nein | nein"
    assert "schau, ob der nächste besser passt" in await talk(member, asked), "it is said to the step"


@pytest.mark.parametrize(
    ("language", "start", "step", "look", "back"),
    [
        ("de", "thunderbird-android", 5, "wie ist das in thunderbird desktop?", "zurück zu k9"),
        ("de", "outlook-new", 4, "kann ich lieber thunderbird nehmen", "doch nicht, bleib bei outlook"),
        ("de", "apple-mail", 2, "kann ich das auch am iphone machen", "nein, lieber erst den mac"),
        ("de", "apple-mail", 3, "kann ich das auch am iphone machen", "na, lieber z'erscht de mac"),
        ("de", "gmail", 5, "samsung mail", "doch nicht"),
        ("en", "samsung", 6, "how do i do it in gmail instead", "no, go back to samsung"),
        ("en", "thunderbird", 5, "i use outlook", "no, i'd rather stay with thunderbird"),
    ],
)
async def test_after_a_look_at_another_program_the_step_is_the_one_that_was_left(
    member: Chat, language: str, start: str, step: int, look: str, back: str
) -> None:
    name = f"{STEP[language]} {step}"
    answer = await talk(member, f"/setup {start} imap | anna.maier | {name} | {look} | {back}", language)
    assert f"{name} " in answer
    assert {"de": "Gut, zurück zu", "en": "All right, back to"}[language] in answer
    address = await talk(member, {"de": "schritt 3", "en": "step 3"}[language], language)
    assert "anna.maier@" in address or start in {"gmail", "apple-mail", "outlook-new", "samsung"}


@pytest.mark.parametrize(
    ("language", "asked", "look", "title"),
    [
        ("de", "wo gebe ich den port ein", "kann ich das auch am iphone machen", "Mail (iPhone / iPad) · IMAP"),
        ("en", "which security type", "how do i do it in gmail instead", "Gmail app (Android) · IMAP"),
    ],
)
async def test_a_whole_question_about_another_program_does_not_lean_on_the_one_before(
    member: Chat, language: str, asked: str, look: str, title: str
) -> None:
    assert title in await talk(member, f"/setup samsung imap | {STEP[language]} 5 | {asked} | {look}", language)


@pytest.mark.parametrize(
    ("language", "trouble", "over", "on"),
    [
        ("de", "Authentifizierungsfehler", "jetzt gehts", "weiter"),
        ("de", "zertifikatsfehler", "hat sich erledigt", "weiter"),
        ("en", "wrong password", "works now", "next"),
    ],
)
async def test_when_a_trouble_amid_a_guide_is_over_the_step_comes_again(
    member: Chat, language: str, trouble: str, over: str, on: str
) -> None:
    step = STEP[language]
    answer = await talk(member, f"/setup thunderbird-android imap | kurt | {step} 4 | {trouble} | {over}", language)
    assert f"{step} 4 " in answer
    assert "kurt@" in answer
    assert f"{step} 5 " in await talk(member, on, language)


async def test_at_the_last_step_a_trouble_that_is_over_ends_the_guide(member: Chat) -> None:
    assert "🎉" in await talk(member, "/setup thunderbird imap | schritt 9 | passwort falsch | jetzt gehts")


@pytest.mark.parametrize(
    ("language", "back"),
    [
        ("de", "zurück zum einrichten"),
        ("de", "wieder zum einrichten"),
        ("de", "zruck zum einrichten"),
        ("en", "back to setting up"),
    ],
)
async def test_back_to_setting_up_is_back_to_the_step(member: Chat, language: str, back: str) -> None:
    trouble = {"de": "server antwortet nicht", "en": "server does not respond"}[language]
    answer = await talk(member, f"/setup gmail imap | {STEP[language]} 5 | {trouble} | {back}", language)
    assert f"{STEP[language]} 5 " in answer


async def test_what_an_older_version_stored_is_still_read() -> None:
    store, who = MemoryStore(), Who(1, 2)
    conversation = Conversation(store, b"secret")
    await conversation.open_guide(who, OpenGuide(Place("thunderbird", "imap", 2, "abcd"), "de", 9))
    opened = await conversation.guide(who)
    assert opened is not None
    assert opened.other is None
    assert not opened.is_answered


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", "thunderbird imap | tim.k", "tim.k@"),
        ("de", "thunderbird imap | weitr", "Schritt 2 "),
        ("de", "thunderbird imap | kevin", "kevin@"),
        ("de", "thunderbird imap | t", "Nötig ist sie nicht"),
        ("de", "in outlook 2016 das Konto kasse@kolping-schoenau.de einrichten | imap", "kasse@"),
        ("de", "ipad | apple mail | imap", "Mail (iPhone / iPad) · IMAP"),
        ("de", "samsung tablet | des mit dem briefumschlag", "dazu passt diese Anleitung"),
        ("de", "samsung | kann das jemand für mich machen", "Frag gern"),
        ("de", "outlook app | geht pop3?", "Ja, mit POP3 geht es auch"),
        ("en", "outlook app on android please | can i use pop3?", "Yes, POP3 is possible too"),
        ("en", "outlook new | can i use pop3?", "only for IMAP"),
        ("en", "outlook new | go", "Step 1 "),
        ("en", "outlook new | step 4", "Step 1 "),
        ("de", "tb | imap", "Thunderbird · IMAP"),
    ],
)
async def test_what_is_typed_at_the_beginning_of_a_guide(member: Chat, language: str, said: str, heard: str) -> None:
    assert heard in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said", "heard", "step"),
    [
        ("de", "okay fertig", "nächsten Schritt", 6),
        ("de", "super danke", "Gern geschehen", 5),
        ("de", "fertig?", "Das ist Schritt 5 von", 5),
        ("de", "muss kurz weg, bis später", "Schritt 5 ist gemerkt", 5),
        ("de", "do steht scho 993", "Ja, das stimmt. Port 993", 5),
        ("de", "ich bin schon bei postausgang", "", 6),
        ("de", "bassd", "", 6),
        ("de", "kann das jemand für mich machen", "Frag gern", 5),
        ("en", "great thanks", "You're welcome", 5),
        ("en", "gotta go, see you later", "Step 5 is kept", 5),
        ("en", "i'm already at outgoing mail", "", 6),
    ],
)
async def test_what_is_typed_at_a_step(member: Chat, language: str, said: str, heard: str, step: int) -> None:
    answer = await talk(member, f"/setup thunderbird imap | {STEP[language]} 5 | {said}", language)
    assert heard in answer
    assert f"{STEP[language]} {step} " in answer


@pytest.mark.parametrize(
    ("language", "said", "heard", "question"),
    [
        ("de", "es kommen keine mails an | nein keine internetseite", "Gut zu wissen", "Zeigt dein Mailprogramm"),
        ("de", "es kommen keine mails an | doch, internet geht", "Gut zu wissen", "Zeigt dein Mailprogramm"),
        ("de", "es kommen keine mails an | ja oder nein drücken", "Welches davon", "Zeigt dein Mailprogramm"),
        ("de", "soll ich die zertifikatswarnung bestätigen? | nein mach ich nicht", "Gut so", "Steht in deinen Einstellungen"),
        ("en", "certificate warning | yes or no", "Which of these", "Do your settings say"),
    ],
)
async def test_a_yes_or_no_to_something_else_answers_no_question(
    member: Chat, language: str, said: str, heard: str, question: str
) -> None:
    answer = await talk(member, said, language)
    assert heard in answer
    assert question in answer


async def test_a_no_that_says_what_is_asked_answers_the_question(member: Chat) -> None:
    assert "Kannst du Mails senden?" in await talk(member, "es kommen keine mails an | nein keine fehlermeldung")

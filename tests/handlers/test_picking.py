"""What is picked in words that stand on no button: programs, devices, the way of fetching emails, and a yes to an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

WAY = "/setup | >Thunderbird | "
SWITCH = "Wie kann ich von POP auf IMAP umstellen? | "


@pytest.mark.parametrize("language", ["de", "en", "fr"])
@pytest.mark.parametrize("chosen", [">Thunderbird", "thunderbird"])
async def test_who_asked_for_pop3_is_not_asked_again(member: Chat, language: str, chosen: str) -> None:
    asked = {"de": "ich will pop3 einrichten", "en": "i want to set up pop3", "fr": "je veux configurer pop3"}[language]
    said = await talk(member, f"{asked} | {chosen}", language)
    assert "Thunderbird · POP3 · " in said
    assert {"de": "Das ist Thunderbird", "en": "This is Thunderbird", "fr": "C'est Thunderbird"}[language] in said, (
        "the introduction"
    )


@pytest.mark.parametrize(
    "said", ["thunderbird | nee doch lieber imap", "doch lieber imap | thunderbird", "doch imap | >Thunderbird"]
)
async def test_and_may_change_their_mind(member: Chat, said: str) -> None:
    assert "Thunderbird · IMAP · Schritt 1" in await talk(member, f"ich will pop3 einrichten | {said}")


async def test_a_program_without_pop3_tells_what_it_has(member: Chat) -> None:
    assert "mit IMAP" in await talk(member, "ich will pop3 einrichten | >Outlook (neu)")


@pytest.mark.parametrize(
    "said", ["weiß nicht | windows", "welches habe ich | >Windows", ">Welches | >Windows | >Zurück | >Windows", "windows"]
)
async def test_who_wants_pop3_and_does_not_know_the_program_keeps_it(member: Chat, said: str) -> None:
    assert "Thunderbird · POP3 · " in await talk(member, f"ich will pop3 einrichten | {said} | >Thunderbird")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "neues outlook"),
        ("de", "outlook neu"),
        ("de", "Outlook (neu)"),
        ("de", "outlook einrichten | das neue"),
        ("de", "outlook einrichten | neu"),
        ("de", "outlook einrichten | the new one"),
        ("de", "outlook einrichten | >Outlook (neu)"),
        ("de", "einrichten | neues outlook"),
        ("en", "outlook new"),
        ("en", "set up outlook | the new one"),
        ("fr", "nouvel outlook"),
    ],
)
async def test_the_new_outlook_is_found(member: Chat, language: str, said: str) -> None:
    title = {"de": "Outlook (neu)", "en": "Outlook (new)", "fr": "Outlook (nouveau)"}[language]
    assert (await talk(member, said, language)).startswith(f"{title}\n")
    assert "IMAP · " in await talk(member, "imap", language)


async def test_amid_the_guide_of_the_classic_one_too(member: Chat) -> None:
    heard = await talk(member, "/setup outlook imap | weiter | ich hab das neue Outlook")
    assert "Outlook (neu) · IMAP · Schritt 1 " in heard, "in the same way"


@pytest.mark.parametrize(
    ("behind", "heard"),
    [
        ("neues outlook", "Outlook (neu)"),
        ("umzug auf imap", "Umzug auf IMAP"),
        ("windows", "Mails lesen auf: Windows-PC"),
        ("pop3", "Schritt für Schritt, mit POP3."),
        ("quatsch", "Welches Programm"),
    ],
)
async def test_behind_the_command_too(member: Chat, behind: str, heard: str) -> None:
    assert heard in await talk(member, f"/setup {behind}")


async def test_and_the_classic_one_from_there(member: Chat) -> None:
    assert (await talk(member, "neues outlook | das klassische")).startswith("Outlook (klassisch)")


@pytest.mark.parametrize("before", ["", "einrichten | ", "welches programm habe ich? | ", "ich will pop3 einrichten | "])
@pytest.mark.parametrize(
    ("device", "named"), [("windows", "Windows-PC"), ("Windows 11", "Windows-PC"), ("mein mac", "Mac"), ("linux", "Linux-PC")]
)
async def test_a_device_gives_its_programs(member: Chat, before: str, device: str, named: str) -> None:
    said = await talk(member, before + device)
    assert f"Mails lesen auf: {named}" in said
    assert "gibt es nicht mehr" not in said


@pytest.mark.parametrize("said", ["handy", "auf meinem Handy", "smartphone"])
async def test_of_a_phone_it_is_asked_which_one(member: Chat, said: str) -> None:
    assert "Was für ein Handy" in await talk(member, f"einrichten | {said}")
    assert "Mails lesen auf: Android-Handy" in await talk(member, "android")


@pytest.mark.parametrize(
    ("language", "picked", "way"),
    [
        ("de", "das erste", "IMAP"),
        ("de", "das zweite", "POP3"),
        ("de", "das empfohlene bitte", "IMAP"),
        ("de", "ich nehme imap", "IMAP"),
        ("de", "dann pop3", "POP3"),
        ("de", "weiß nicht", "IMAP"),
        ("de", "egal", "IMAP"),
        ("en", "you choose", "IMAP"),
        ("en", "the first one", "IMAP"),
        ("en", "the second one please", "POP3"),
        ("en", "the recommended one", "IMAP"),
        ("en", "let's go with imap", "IMAP"),
        ("fr", "le premier", "IMAP"),
        ("fr", "le deuxième", "POP3"),
    ],
)
async def test_the_way_may_be_picked_in_words(member: Chat, language: str, picked: str, way: str) -> None:
    assert f"Thunderbird · {way} · " in await talk(member, WAY + picked, language)


@pytest.mark.parametrize(
    ("language", "typed", "explained"),
    [
        ("de", "was heißt das", "Unterschied"),
        ("de", "hä", "Unterschied"),
        ("de", "versteh ich nicht", "Unterschied"),
        ("en", "what does that mean", "difference"),
    ],
)
async def test_who_does_not_understand_the_question_has_it_explained(
    member: Chat, language: str, typed: str, explained: str
) -> None:
    said = await talk(member, WAY + typed, language)
    assert "Schritt 1" not in said
    assert "Step 1" not in said
    assert "POP3" in said.partition("Thunderbird\n")[0]
    assert ("Wie sollen" if language == "de" else "How should") in said, "and is asked again"
    assert "IMAP · " in await talk(member, "imap", language)


async def test_back_from_the_ways_leads_to_the_programs(member: Chat) -> None:
    assert "Welches Programm" in await talk(member, WAY + "zurück")


async def test_a_question_about_the_ways_is_answered(member: Chat) -> None:
    assert "Schritt 1" not in await talk(member, WAY + "was ist imap?")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "umzug auf imap"),
        ("de", "Umzug auf IMAP"),
        ("en", "move to imap"),
        ("fr", "passage de pop à imap"),
        ("de", SWITCH + "und wie geht das genau?"),
        ("de", SWITCH + "ja bitte"),
        ("de", SWITCH + "mach das"),
        ("en", "How do I switch from POP to IMAP? | yes please"),
        ("en", "How do I switch from POP to IMAP? | and how do I do that?"),
        ("fr", "comment passer de pop à imap ? | oui volontiers"),
    ],
)
async def test_the_move_to_imap_is_opened_by_its_name_and_by_a_yes(member: Chat, language: str, said: str) -> None:
    title = {"de": "Umzug auf IMAP", "en": "Move to IMAP", "fr": "Passage à IMAP"}[language]
    assert (await talk(member, said, language)).startswith(f"{title}\n")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", SWITCH + "thunderbird"),
        ("de", SWITCH + "okay dann fang an"),
        ("de", SWITCH + "ja"),
        ("de", "oh gott dann will ich wechseln | thunderbird"),
        ("en", "I want to move from POP3 to IMAP in Thunderbird without losing mail | yes"),
        ("en", "How do I switch from POP to IMAP? | outlook"),
    ],
)
async def test_a_yes_and_a_program_after_the_advice_to_move_begin_the_move(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, said, language)
    assert heard.startswith({"de": "Umzug auf IMAP\n", "en": "Move to IMAP\n"}[language])


@pytest.mark.parametrize("said", ["thunderbird", "outlook", "los geht's"])
async def test_who_names_a_program_stays_in_the_move(member: Chat, said: str) -> None:
    assert "Umzug auf IMAP · IMAP · Schritt 1 " in await talk(member, f"umzug auf imap | {said}")
    assert "Umzug auf IMAP · IMAP · Schritt 2 " in await talk(member, "weiter | thunderbird")
    assert "Umzug auf IMAP · IMAP · Schritt 3 " in await talk(member, "weiter")


@pytest.mark.parametrize("said", ["danke", "ok", "gut"])
async def test_who_only_takes_note_of_the_advice_begins_nothing(member: Chat, said: str) -> None:
    assert "Umzug" not in await talk(member, SWITCH + said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "wann ist das nächste treffen?"),
        ("de", "wer ist der nächste vorsitzende"),
        ("de", "ja bitte"),
        ("en", "send me a reminder tomorrow"),
        ("en", "what did you just say"),
    ],
)
async def test_what_is_no_word_for_a_guide_is_not_told_that_none_is_running(member: Chat, language: str, said: str) -> None:
    assert ("weiß ich leider nicht" if language == "de" else "do not know that") in await talk(member, said, language)


@pytest.mark.parametrize(("language", "said"), [("en", "ok set it up"), ("de", "ok und was muss ich jetzt machen?")])
async def test_who_wants_to_begin_is_asked_for_the_program_and_no_more(member: Chat, language: str, said: str) -> None:
    assert (await talk(member, said, language)).startswith("Mailprogramm" if language == "de" else "Setting up")


@pytest.mark.parametrize("again", ["nochmal", "nochmal bitte", "was hast du gesagt", "what did you just say"])
async def test_the_last_answer_is_said_again(member: Chat, again: str) -> None:
    first = await talk(member, "port imap")
    said = await talk(member, again)
    assert said == first or said.startswith("Ports for IMAP: 993")


async def test_amid_a_tree_a_number_is_picked_too(member: Chat) -> None:
    assert "Was passiert, wenn du eine Mail abschickst?" in await talk(member, "/problem | das zweite")


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", "ich weiß nicht welches programm | laptop", "Was für ein Computer"),
        ("de", "ich will imap | auf meinem laptop", "Was für ein Computer"),
        ("de", "laptop | windows", "Mails lesen auf: Windows-PC"),
        ("de", "pc | weiß nicht", "Anderes Mailprogramm"),
        ("de", "handy | iphone", "Mail (iPhone / iPad)"),
        ("de", "port imap | handy", "Was für ein Handy"),
        ("de", "welches programm hab ich | aufm händi", "Was für ein Handy"),
        ("en", "set up | my laptop", "What kind of computer"),
        ("en", "phone", "What kind of phone"),
        ("fr", "ordinateur portable", "Quel ordinateur"),
        ("de", "IMAP oder POP? | laptop", "IMAP"),
    ],
)
async def test_a_word_for_a_device_answers_which_device(member: Chat, language: str, said: str, heard: str) -> None:
    assert heard in await talk(member, said, language)


async def test_which_computer_keeps_the_way_that_was_asked_for(member: Chat) -> None:
    assert "Thunderbird · POP3 · " in await talk(member, "ich will pop3 einrichten | laptop | mac | thunderbird")


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("emclient pop3", "eM Client · POP3"),
        ("em client imap", "eM Client · IMAP"),
        ("pop3 mit thunderbird bitte", "Thunderbird · POP3"),
        ("/setup | thunderbird pop 3", "Thunderbird · POP3"),
        ("outlook neu imap", "Outlook (neu) · IMAP"),
        ("/setup outlook imap | em client pop", "eM Client · POP3"),
    ],
)
async def test_a_program_and_a_way_need_no_verb(member: Chat, said: str, way: str) -> None:
    assert f"{way} · " in await talk(member, said)


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "weiter"), ("de", "hilfe"), ("de", "start"), ("de", "los"), ("en", "next"), ("en", "help"), ("fr", "suivant")],
)
@pytest.mark.parametrize("way", ["/setup", "/setup | weiß nicht", "/setup | >Welches | >Windows"])
async def test_who_steers_where_a_program_is_to_be_chosen_is_asked_once_more(
    member: Chat, language: str, said: str, way: str
) -> None:
    words = {"de": ("weiß nicht", "Welches"), "en": ("I don't know", "Which one"), "fr": ("je ne sais pas", "Lequel")}[language]
    way = way.replace("weiß nicht", words[0]).replace(">Welches", f">{words[1]}")
    asked = await talk(member, way, language)
    heard = await talk(member, said, language)
    assert words[0] in heard.split("\n", maxsplit=1)[0]
    assert heard.endswith(asked)


async def test_who_does_not_know_the_program_is_led_on_question_by_question(member: Chat) -> None:
    heard = [await talk(member, "/setup | weiß nicht")]
    heard += [await talk(member, "weiß nicht") for _ in range(3)]
    assert len(set(heard)) == len(heard)
    assert "Anderes Mailprogramm · IMAP · Schritt 1 " in heard[-1]


WHICH = {"de": "ich weiß nicht welches programm ich habe | ", "en": "i don't know which program i have | "}
COMPUTER = {"de": "Was für ein Computer ist es?", "en": "What kind of computer is it?"}
WINDOWS = {"de": "Mails lesen auf: Windows-PC", "en": "Reading emails on: Windows PC"}


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", "das ist ein Notebook", COMPUTER),
        ("de", "isch a Laptop", COMPUTER),
        ("en", "it is a laptop", COMPUTER),
        ("de", "es ist ein Laptop | von Lenovo", WINDOWS),
        ("de", "ist ein HP Laptop", WINDOWS),
        ("de", "a Rechner vo Dell", WINDOWS),
        ("en", "it's an Acer notebook", WINDOWS),
        ("de", "das ist ein Asus Tablet", {"de": "Was für ein Handy oder Tablet ist es?"}),
        ("de", "das ist ein MacBook", {"de": "Mails lesen auf: Mac"}),
    ],
)
async def test_a_device_may_be_told_in_a_sentence_and_by_its_make(
    member: Chat, language: str, said: str, hears: dict[str, str]
) -> None:
    assert hears[language] in await talk(member, WHICH[language] + said, language)


async def test_who_wants_mail_on_a_device_after_a_trouble_is_asked_for_the_program(member: Chat) -> None:
    assert "Mailprogramm einrichten" in await talk(member, "i kenn mi ned aus | i mecht d Vereinsmail aufm Rechner kriagn")

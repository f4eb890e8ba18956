"""Every way through the club's guides and trouble trees, in both languages: by buttons alone, and by typing alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.knowledge.load import load_content
from handlers.buttons import PressTrouble, encode
from tests.handlers.small_content import CONTENT

if TYPE_CHECKING:
    from assistant.knowledge.models.guides import Guide
    from tests.handlers.offline import Chat

CLUB = load_content(CONTENT)
GUIDES = [guide for guide in CLUB.guides.values() if guide.ended is None]
WALKS = [(guide, protocol) for guide in GUIDES for protocol in guide.protocols]
NAMES = [f"{guide.program}-{protocol}" for guide, protocol in WALKS]
WORDS = {
    "de": {
        "set up": "einrichten",
        "next": "weiter",
        "all": "Alle Werte",
        "works": "es klappt",
        "happy": "🎉",
        "which": "Welches habe ich",
    },
    "en": {
        "set up": "set up",
        "next": "next",
        "all": "All values",
        "works": "it works",
        "happy": "🎉",
        "which": "Which one do I have",
    },
}
MOST_PAGES = 20


def _button(chat: Chat, *beginnings: str) -> str:
    """The first button that begins with one of these."""
    return next(label for wanted in beginnings for label in chat.buttons() if label.lstrip("▶✅◀ ").startswith(wanted))


def _last_page(chat: Chat, guide: Guide, protocol: str, language: str) -> None:
    """The summary holds every value of the protocol, to read and to copy."""
    values = CLUB.settings.protocols[protocol]
    for value in (CLUB.settings.mail_server, str(values.incoming.port), str(values.outgoing.port)):
        assert value in chat.text
    copied = {button["copy_text"]["text"] for button in chat.buttons().values() if "copy_text" in button}
    assert {CLUB.settings.mail_server, str(values.incoming.port), str(values.outgoing.port)} <= copied
    assert guide.name.get(language) in chat.text


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("guide", "protocol"), WALKS, ids=NAMES)
async def test_from_start_to_the_end_by_buttons_alone(member: Chat, guide: Guide, protocol: str, language: str) -> None:
    member.language, words = language, WORDS[language]
    await member.say("/start")
    await member.press(words["set up"][1:])
    device = next(iter(guide.devices), "")
    if device:
        await member.press(words["which"])
        await member.press(CLUB.word(f"device_{device}", language))
    await member.press(guide.name.get(language))
    await member.press(_button(member, CLUB.settings.protocols[protocol].name, "Los geht's", "Let's start"))
    pages = []
    while words["all"] not in member.text:
        assert member.text not in pages, "every step is another one"
        pages.append(member.text)
        assert len(pages) < MOST_PAGES
        await member.press(_button(member, "Ohne Adresse", "Without address", "Weiter", "Next"))
    _last_page(member, guide, protocol, language)
    for page in reversed(pages):
        await member.press(_button(member, "Zurück", "Back"))
        assert member.text == page
    for _ in pages:
        await member.press(_button(member, "Ohne Adresse", "Without address", "Weiter", "Next"))
    assert words["happy"] in await member.press(_button(member, "Es klappt", "It works"))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("guide", "protocol"), WALKS, ids=NAMES)
async def test_from_start_to_the_end_by_typing_alone(member: Chat, guide: Guide, protocol: str, language: str) -> None:
    member.language, words = language, WORDS[language]
    await member.say("/start")
    await member.say(words["set up"])
    assert guide.name.get(language) in await member.say(guide.name.get(language))
    one_way = len(guide.protocols) == 1
    page = await member.say(words["next"] if one_way else CLUB.settings.protocols[protocol].name)
    assert " 1 " in page
    for number in range(2, MOST_PAGES):
        page = await member.say(words["next"])
        if words["all"] in page:
            break
        assert f" {number} " in page
    _last_page(member, guide, protocol, language)
    assert words["happy"] in await member.say(words["works"])


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", CLUB.trouble)
async def test_every_choice_of_every_tree_pressed_and_typed(member: Chat, name: str, language: str) -> None:
    member.language = language
    await member.say("/start")
    for node in CLUB.trouble[name].nodes:
        data = encode(PressTrouble(name, node, language))
        await member.press_data(data)
        shown = member.buttons()
        for label in shown:
            if "📡" in label:
                continue  # looks at real servers
            await member.press_data(data)
            pressed = await member.press(label)
            assert pressed
            await member.press_data(data)
            assert await member.say(label.strip("✅◀☰↩ ")) == pressed, f"{name}/{node}: {label!r} typed"


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", [name for name in CLUB.trouble if name != "start"])
async def test_every_tree_ends_in_a_remedy_or_with_whom_to_ask(member: Chat, name: str, language: str) -> None:
    """However often somebody says that it still does not work, there is an end, and a way back from it."""
    member.language = language
    tree = CLUB.trouble[name]
    ends = [node for node, what in tree.nodes.items() if not what.choices]
    assert ends
    await member.say("/start")
    for node in ends:
        text = await member.press_data(encode(PressTrouble(name, node, language)))
        assert tree.nodes[node].ask_webmaster == ("Webmaster" in text or "webmaster" in text)
        assert {"↩", "◀", "☰"} <= {label[0] for label in member.buttons()}


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        ("en", "I can't find the button", "You can also just ask"),
        ("en", "it looks different on my screen", "You can also just ask"),
        ("en", "the app does not have this menu", "You can also just ask"),
        ("de", "den knopf gibt es bei mir nicht", "einfach fragen"),
        ("de", "was heißt nochmal ssl?", "hier geht es weiter"),
        ("de", "welchen port muss ich da eintragen?", "hier geht es weiter"),
        ("de", "wo war ich?", "Schritt 2 von"),
        ("de", "nächsder schridd", "Schritt 3 von"),
        ("de", "ups vertippt, zurück", "Schritt 1 von"),
        ("de", "alle werte", "Alle Werte auf einen Blick"),
        ("de", "geht nicht", "Was klappt nicht?"),
        ("de", "er sagt das passwort ist falsch", "Das Passwort wird abgelehnt"),
        ("de", "Mails bleiben im Postausgang", "Senden klappt nicht"),
        ("de", "fragt dauernd nach dem Passwort", "Das Passwort wird abgelehnt"),
        ("en", "everything twice", "Emails appear twice"),
        ("de", "alles ist doppelt", "Mails sind doppelt da"),
        ("de", "passwort falsch", "Das Passwort wird abgelehnt"),
        ("en", "my outlook looks different", "You can also just ask"),
        ("de", "ich seh den menüpunkt nicht", "einfach fragen"),
        ("de", "was soll ich da reinschreiben", "hier geht es weiter"),
        ("de", "was ist ein port?", "hier geht es weiter"),
        ("de", "nachteile?", "hier geht es weiter"),
        ("de", "was ist der unterschied?", "hier geht es weiter"),
        ("de", "unterschied?", "hier geht es weiter"),
        ("de", "kann ich jederzeit wieder zurück zu POP?", "hier geht es weiter"),
        ("de", "macht jemand sicherungskopien von den mails", "hier geht es weiter"),
        ("de", "handy verloren, mails auch?", "hier geht es weiter"),
        ("de", "wo ist das webmail", "hier geht es weiter"),
        ("de", "pop auf handy und pc zusammen benutzen?", "hier geht es weiter"),
        ("de", "die mails kommen immer erst stunden später an", "Mails kommen zu spät"),
        ("en", "the port number to fetch with POP", "here is where we were"),
        ("de", "danke", "hier geht es weiter"),
        ("de", "hat geklappt, vielen dank!!", "Alle Werte auf einen Blick"),
        ("de", "ich will lieber outlook einrichten", "Outlook (klassisch)"),
    ],
)
async def test_what_may_be_said_amid_a_guide(member: Chat, language: str, says: str, hears: str) -> None:
    member.language = language
    await member.say("/setup thunderbird imap")
    await member.say("weiter" if language == "de" else "next")
    assert hears in await member.say(says)


@pytest.mark.parametrize("language", ["de", "en"])
async def test_in_a_tree_what_nobody_understands_gets_the_question_again(member: Chat, language: str) -> None:
    member.language = language
    await member.press_data(encode(PressTrouble("send", "port", language)))
    again = await member.say("blubb")
    assert ("Welches davon?" if language == "de" else "Which of these?") in again
    assert "587" in again


@pytest.mark.parametrize(
    ("language", "says"),
    [("de", "nochmal von vorn"), ("de", "von vorne bitte"), ("de", "neu anfangen"), ("en", "start again"), ("en", "start over")],
)
async def test_in_a_tree_from_the_beginning_gives_its_first_question(member: Chat, language: str, says: str) -> None:
    member.language = language
    first = await member.press_data(encode(PressTrouble("send", "", language)))
    assert await member.press_data(encode(PressTrouble("send", "port", language))) != first
    assert await member.say(says) == first


async def test_in_a_tree_another_trouble_may_be_told(member: Chat) -> None:
    await member.press_data(encode(PressTrouble("receive", "msg", "de")))
    assert "Senden klappt nicht" in await member.say("ich kann nichts senden")
    assert "Dann suchen wir weiter" in await member.say("geht nicht")


@pytest.mark.parametrize(
    ("says", "hears"),
    [
        ("/problem", "Was klappt nicht?"),
        ("/trouble", "Was klappt nicht?"),
        ("/problem passwort", "Das Passwort wird abgelehnt"),
        ("/problem mein postfach ist voll", "Lösch, was nicht mehr gebraucht wird: Das schafft Speicherplatz."),
        ("/problem alles ist doppelt", "Mails sind doppelt da"),
        ("/problem blubb", "Welches davon?"),
        ("sind die server erreichbar?", "/check"),
    ],
)
async def test_troubles_are_reached_by_commands_and_words(member: Chat, says: str, hears: str) -> None:
    assert hears in await member.say(says)


@pytest.mark.parametrize(
    "says", ["/start guide_outlook-new_imap_de", "/setup neues outlook imap", "richte das neue outlook mit imap ein"]
)
async def test_who_starts_right_away_is_told_what_to_know_first(member: Chat, says: str) -> None:
    page = await member.say(says)
    assert page.count("Server von Microsoft") == 1
    assert "Schritt 1 von" in page
    assert "Server von Microsoft" not in await member.say("weiter")

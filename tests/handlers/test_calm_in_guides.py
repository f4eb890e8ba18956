"""Members in a guide who are impatient, afraid, finished or want out: what they say, and what the bot makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import ON, STEP, THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "was davon"),
        ("de", "welche davon?"),
        ("de", "nichts davon steht da"),
        ("en", "which of these"),
        ("en", "there is nothing there"),
        ("fr", "lequel ?"),
    ],
)
async def test_of_what_the_step_shows_the_step_tells_more(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(3, THUNDERBIRD, language) + said, language)
    assert heard.startswith("💡"), "the step's own hint"
    assert f"IMAP · {STEP[language]} 3 " in heard


async def test_a_word_of_its_own_is_no_slip_of_a_turn(member: Chat) -> None:
    """'Davon' is no 'davor', and 'zweiter' no 'weiter'."""
    heard = await talk(member, at(3, THUNDERBIRD) + "ich brauche eins davon")
    assert "Schritt 2 " not in heard


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "das dauert mir zu lange"),
        ("de", "geht das auch schneller?"),
        ("de", "zeig mir alles auf einmal"),
        ("en", "this takes too long"),
        ("en", "too many steps"),
        ("fr", "c'est trop long"),
    ],
)
async def test_who_finds_it_too_long_gets_all_values_and_comes_back(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(2, THUNDERBIRD, language) + said, language)
    assert "993" in heard
    assert "587" in heard
    back = {"de": "zurück", "en": "back", "fr": "retour"}[language]
    assert f"IMAP · {STEP[language]} 2 " in await talk(member, back, language)


async def test_and_is_offered_the_file_that_has_all_of_them(member: Chat) -> None:
    heard = await talk(member, at(3, "/setup iphone imap") + "das dauert mir zu lange")
    assert "Schreib Fertige Datei" in heard
    assert "Schreib Fertige Datei" not in await talk(member, at(3, THUNDERBIRD) + "das dauert mir zu lange"), "there is none"


@pytest.mark.parametrize(("language", "said"), [("de", "wie lange dauert das?"), ("en", "how long does this take")])
async def test_who_asks_how_long_hears_how_many_steps(member: Chat, language: str, said: str) -> None:
    assert f"{STEP[language]} 2 " in await talk(member, at(2, THUNDERBIRD, language) + said, language)


@pytest.mark.parametrize("said", ["bitte langsamer", "etwas langsamer bitte"])
async def test_who_wants_it_slower_sees_the_step_again(member: Chat, said: str) -> None:
    assert (await talk(member, at(2, THUNDERBIRD) + said)).startswith("Thunderbird · IMAP · Schritt 2 ")


@pytest.mark.parametrize(
    ("language", "way", "said"),
    [
        ("de", "thunderbird | ", "mach ich da was kaputt?"),
        ("de", "thunderbird | ", "ich trau mich nicht"),
        ("de", "/setup | ", "ich hab Angst"),
        ("de", at(3, THUNDERBIRD), "was wenn was schief geht"),
        ("en", "thunderbird | ", "what if something goes wrong?"),
        ("fr", "thunderbird | ", "j'ai peur"),
    ],
)
async def test_who_is_afraid_hears_that_nothing_can_break(member: Chat, language: str, way: str, said: str) -> None:
    asked = (await talk(member, f"{way}{said}".rpartition(" | ")[0], language)).split("\n\n")[-1]
    heard = await talk(member, said, language)
    assert heard.startswith({"de": "Keine Sorge", "en": "Do not worry", "fr": "Pas d'inquiétude"}[language])
    assert asked in heard, "and is where they were"


@pytest.mark.parametrize(
    ("language", "said"), [("de", "alles klappt"), ("de", "es klappt, danke"), ("en", "it works"), ("fr", "ça marche")]
)
async def test_who_tells_at_the_test_mail_that_it_works_is_done(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(8, "/setup outlook-new imap", language) + said, language)
    assert heard.startswith("🎉")


@pytest.mark.parametrize(
    ("language", "said"), [("de", "menü"), ("de", "Hauptmenü!"), ("en", "main menu"), ("fr", "retour au menu")]
)
@pytest.mark.parametrize("way", ["", "/setup | ", "/setup thunderbird imap | ", "/trouble | ", "imap port | "])
async def test_the_menu_is_opened_by_its_name_from_everywhere(member: Chat, language: str, said: str, way: str) -> None:
    asked = {"de": "Womit kann ich dir helfen?", "en": "What can I help you with?", "fr": "Que puis-je faire pour toi\xa0?"}
    assert await talk(member, way + said, language) == asked[language]


@pytest.mark.parametrize("said", ["/stop", "/cancel", "stopp", "zurück", "/forget | zurück"])
async def test_who_wants_out_of_nothing_hears_one_line(member: Chat, said: str) -> None:
    assert (await talk(member, said)).startswith("Gerade läuft keine Anleitung.")
    assert list(member.buttons()) == ["☰ Menü"]


async def test_who_cancels_what_was_to_be_chosen_has_cancelled_it(member: Chat) -> None:
    assert (await talk(member, "/setup | /cancel")).startswith("Abgebrochen")
    assert (await talk(member, "/cancel")).startswith("Gerade läuft keine Anleitung.")


@pytest.mark.parametrize(
    ("language", "fails", "stop", "thanks"),
    [
        ("de", "geht nicht", "abbrechen", "danke"),
        ("en", "it doesn't work", "cancel", "thanks"),
        ("fr", "ça ne marche pas", "annuler", "merci beaucoup"),
    ],
)
async def test_who_cancels_amid_a_problem_is_out_of_the_guide_too(
    member: Chat, language: str, fails: str, stop: str, thanks: str
) -> None:
    await talk(member, at(4, "/setup iphone imap", language) + f"{fails} | {stop}", language)
    assert "▶" in next(iter(member.buttons())), "and may go on"
    assert "IMAP" not in await talk(member, thanks, language)
    assert f"IMAP · {STEP[language]} 4 " in await talk(member, ON[language], language)


async def test_a_yes_to_a_question_with_five_buttons_turns_no_page(member: Chat) -> None:
    asked = await talk(member, at(4, THUNDERBIRD) + "passwort falsch")
    heard = await talk(member, "ja")
    assert "Welches davon?" in heard
    assert heard.endswith(asked)
    assert "IMAP · Schritt 4 " in await talk(member, "weiter"), "while this leads back"


@pytest.mark.parametrize(
    ("said", "heard"),
    [("em client", "How should"), ("Em client imap", "Step 1 "), ("e m client pop3", "Step 1 "), ("Is 587 TLS?", "Encryption")],
)
async def test_a_name_is_no_german_word(member: Chat, said: str, heard: str) -> None:
    assert heard in await talk(member, said, "en")


@pytest.mark.parametrize(
    ("way", "said", "step"),
    [
        ("peter | ", "nein peter.maier", 2),
        ("peter | ", "nein, ich bin hans-peter.maier", 2),
        ("peter | ", "nein, maier", 2),
        ("peter.meier | weiter | ", "ich hab mich vertippt, ich heiße peter.maier", 3),
        ("peter.meier | weiter | ", "die Adresse ist falsch, richtig ist peter.maier", 3),
        ("weiter | weiter | ", "sorry, typo, it's peter.maier", 3),
    ],
)
async def test_an_address_told_beside_its_correction_is_taken(member: Chat, way: str, said: str, step: int) -> None:
    heard = await talk(member, f"/setup gmail imap | {way}{said}")
    assert "maier@kolping-schoenau.de" in heard
    assert f"IMAP · Schritt {step} " in heard


@pytest.mark.parametrize(
    "said", ["das ist falsch, bei mir steht imap.gmail.com", "nein, das E-Mail-Feld fehlt", "hab mich vertippt"]
)
async def test_what_is_no_address_is_not_taken_for_one(member: Chat, said: str) -> None:
    assert "Eingesetzt" not in await talk(member, f"/setup gmail imap | weiter | weiter | {said}")


async def test_no_to_an_offered_address_asks_for_the_right_one(member: Chat) -> None:
    assert (await talk(member, "/setup gmail imap | peter | nein danke")).startswith("Gut, dann ohne diese.")

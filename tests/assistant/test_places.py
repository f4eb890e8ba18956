"""Who names the program is told where a value stands in it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.knowledge.load import load_content
from assistant.knowledge.loaded import ContentError
from tests.assistant.conftest import CONTENT_FOLDER
from tests.assistant.talking import said

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("says", "place", "value"),
    [
        ("Wo ändere ich in Outlook den Port für IMAP?", "In Outlook (klassisch): ", "Ports für IMAP: 993 "),
        ("Wo finde ich in Thunderbird den Postausgangsserver?", "In Thunderbird: ", "Postausgangsserver (SMTP): "),
        ("Where do I change the outgoing server on my iPhone?", "On the iPhone and iPad: ", "Outgoing mail server (SMTP): "),
        ("Ich hab K-9. Wo stelle ich die Verschlüsselung um?", "In Thunderbird für Android und K-9: ", "Verschlüsselung"),
        ("wie ändere ich am iPhone das Passwort?", "Am iPhone und iPad: ", "Bei „Kennwort“ "),
        ("Wo ändere ich in Thunderbird meinen Namen?", "In Thunderbird: ", "Bei „Ihr Name“ "),
        ("where in thunderbird can i tell pop to leave messages on the server", "In Thunderbird: ", "With POP3 emails stay"),
        ("Wo sehe ich in Outlook ob ich POP oder IMAP habe?", "In Outlook (klassisch): ", "Das zeigt dir im Mailprogramm "),
        ("Konto hinzufügen in Outlook, wo klick ich da?", "In Outlook (klassisch) beginnt es so: ", "Gern, ich führe dich"),
        ("wo am mac mail sehe ich die servereinstellungen", "Auf dem Mac: ", "Alle Einstellungen"),
        ("wo leg ich in thunderbird fest wohin die gesendeten kommen", "In Thunderbird: ", "Mit "),
        ("Où changer le port dans Thunderbird ?", "Dans Thunderbird : ", "Ports (entrant / sortant)"),
    ],
)
def test_who_asks_where_it_is_in_a_program_hears_that_first(assistant: Assistant, says: str, place: str, value: str) -> None:
    first, second, *_ = said(assistant, says).split("\n\n")
    assert first.startswith(place)
    assert second.startswith(value)


@pytest.mark.parametrize(
    ("says", "value", "place"),
    [
        ("imap port outlook", "Ports für IMAP: 993 ", "💡 In Outlook (klassisch): "),
        ("which encryption for imap in the gmail app?", "Encryption for IMAP", "💡 In the Gmail app: "),
    ],
)
def test_who_only_names_the_program_hears_it_last(assistant: Assistant, says: str, value: str, place: str) -> None:
    told = said(assistant, says)
    assert told.startswith(value)
    assert told.split("\n\n")[-1].startswith(place)


@pytest.mark.parametrize(
    "says", ["Welcher Port für IMAP?", "Mein Absendername in Samsung Mail?", "Bleiben bei IMAP in Outlook die Mails am Server?"]
)
def test_without_a_program_or_a_place_that_is_known_none_is_told(assistant: Assistant, says: str) -> None:
    assert "→" not in said(assistant, says)


@pytest.mark.parametrize(
    ("turns", "place", "value"),
    [
        (("imap port", "wo finde ich das in outlook?"), "In Outlook", "Ports für IMAP: 993"),
        (("imap port in outlook", "wo stell ich das ein?"), "In Outlook", "Ports für IMAP: 993"),
        (("was ist der postausgangsserver", "und wo in thunderbird?"), "In Thunderbird", "Postausgangsserver (SMTP): "),
        (("wie wechsle ich zu imap?", "und wo in outlook?"), "In Outlook", "Du kannst zu IMAP wechseln"),
        (("kann pop die mails am server lassen?", "wo stell ich das in thunderbird ein"), "In Thunderbird", "Mit POP3 bleiben"),
        (("what is the imap port", "where do i enter that on my iphone?"), "On the iPhone", "Ports for IMAP: 993"),
    ],
)
def test_where_that_is_asks_for_the_place_of_the_last_value(
    assistant: Assistant, turns: tuple[str, ...], place: str, value: str
) -> None:
    first, second, *_ = said(assistant, *turns).split("\n\n")
    assert first.startswith(place)
    assert second.startswith(value)


def test_the_same_asked_of_another_program_is_answered_alike(assistant: Assistant) -> None:
    where = ("Wie ändere ich den Port in Thunderbird?", "und in Outlook?")
    assert said(assistant, *where).startswith("In Outlook (klassisch): „Datei“")
    assert said(assistant, *where, "und der Server?").startswith("Der Server heißt")
    assert said(assistant, "welcher port in thunderbird?", "und in Outlook?").startswith("Ports")


def test_a_wrong_value_is_corrected_behind_the_place(assistant: Assistant) -> None:
    place, value, *_ = said(assistant, "Wo ändere ich in Outlook den IMAP-Port 143?").split("\n\n")
    assert place.startswith("In Outlook (klassisch): ")
    assert value.startswith("Trag stattdessen ein, ")


def test_where_that_is_without_a_program_offers_to_go_there_together(assistant: Assistant) -> None:
    assert said(assistant, "imap port", "wo stell ich das ein?").startswith("Gern, ich führe dich Schritt für Schritt")


def test_the_guide_offered_is_that_of_the_program(assistant: Assistant) -> None:
    answer = assistant.ask("imap port in thunderbird").answer
    assert answer is not None
    assert answer.actions[-1].target == "thunderbird.imap"


@pytest.mark.parametrize(
    ("file", "written", "mistyped"),
    [
        ("guides/thunderbird.yaml", "sent_mail.imap:", "sent_mial.imap:"),
        ("trouble/password.yaml", "place: password", "place: passwrod"),
    ],
)
def test_a_place_for_what_nobody_asks_is_a_mistake(tmp_path: Path, file: str, written: str, mistyped: str) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_FOLDER, folder)
    text = (folder / file).read_text("utf-8")
    assert written in text
    (folder / file).write_text(text.replace(written, mistyped), "utf-8")
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    wrong, right = (part.removeprefix("place: ").removesuffix(":") for part in (mistyped, written))
    assert any(f"`{wrong}` leads nowhere. Did you mean `{right}`?" in str(one) for one in caught.value.mistakes)

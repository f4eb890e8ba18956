"""'Soll ich von SSL auf STARTTLS ändern?', 'which of the two is wrong?': what is asked of several values is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("Muss i beim Verschicke mit IMAP von SSL uff STARTTLS umstelle?", "Ja. Verschlüsselung: STARTTLS"),
        ("Soll ich beim IMAP-Eingang von SSL/TLS auf STARTTLS umstellen?", "Nein, in der Anleitung steht es anders."),
        ("soll ich beim imap eingang von starttls auf ssl wechseln", "Ja."),
        ("Sollte der Postausgang bei IMAP von keine auf STARTTLS geändert werden?", "Ja, das stimmt."),
        ("Do I have to replace SSL by STARTTLS for sending with IMAP?", "Yes."),
        ("do I change SSL/TLS to STARTTLS for incoming imap?", "No, the instructions say otherwise."),
        ("Soll ich imap.gmx.net gegen c9.webspace-verkauf.de austauschen?", "Ja, das stimmt. Der Server heißt"),
        ("should I replace c9.webspace-verkauf.de with imap.gmail.com?", "No, the instructions say otherwise."),
        ("Soll i aus dr 25 a 587 mache bei IMAP?", "Ja, das stimmt. Port 587"),
        ("should I turn 143 into 993?", "Yes, that is right. Port 993"),
        ("Mein Sohn sagt von 993 auf 143 zurück, hat er recht?", "Nein, in der Anleitung steht es anders. Port 993"),
        ("Outlook schlägt 993 vor, möglich wäre auch 143. Bleibe ich bei 993?", "Ja, das stimmt."),
        ("Outlook schlägt 993 vor, möglich wäre auch 143. Nehme ich 143?", "Nein, in der Anleitung steht es anders."),
    ],
)
def test_of_a_change_the_value_that_it_leads_to_is_judged(assistant: Assistant, says: str, begins: str) -> None:
    """Who asks whether to change one value to another hears yes or no to the second."""
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("bei mir steht smtp.web.de, raus damit?", "Ja, in der Anleitung steht es anders."),
        ("server steht auf mail.ionos.de – ändern?", "Ja, in der Anleitung steht es anders."),
        ("It shows mail.yahoo.com as incoming server, get rid of it?", "Yes, the instructions say otherwise."),
        ("c9.webspace-verkauf.de is in there, change it?", "No, that is right."),
        ("It says 143 for incoming IMAP, change it?", "Yes, the instructions say otherwise. Port 993"),
        ("Outlook hot outlook.office365.com neigschriebn, lass i des so?", "Nein, in der Anleitung steht es anders."),
        ("Kann imap.gmx.net drinbleiben, wenn ich die Adresse vom Verein nehme?", "Nein, in der Anleitung steht es anders."),
    ],
)
def test_what_is_there_may_have_to_go(assistant: Assistant, says: str, begins: str) -> None:
    """A few words behind a value ask whether it has to go, or may stay."""
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("imap: 587 beim Posteingang, 993 beim Postausgang. Hab ich die vertauscht?", "Ja, in der Anleitung steht es anders."),
        ("993 incoming, 587 outgoing. Did I mix that up?", "No, that is right."),
        ("Bei mir steht nur webspace-verkauf.de, fehlt da vorne was?", "Ja, davor gehört „c9.“. Der Server heißt"),
        ("does there have to be a c9 before webspace-verkauf.de?", "Yes, it begins with “c9.”."),
        ("Für IMAP hab ich SSL/TLS und 993 genommen. Passt beides?", "Ja, das stimmt."),
        ("Für IMAP 993 und STARTTLS. Stimmt beides?", "Nein"),
        ("Postausgang IMAP: STARTTLS. Ist das bei euch auch so?", "Ja, das stimmt."),
        ("Im Feld Eingangsport lese ich 995 und darunter SSL. Ist das bei IMAP in Ordnung so?", "Nein"),
        ("Bei mir ist SSL aus, ich habe IMAP. Schlimm?", "Ja, das muss an sein: IMAP ist hier verschlüsselt."),
        ("IMAP incoming shows 939, can that be right?", "No, the instructions say otherwise."),
    ],
)
def test_yes_or_no_fits_what_is_asked(assistant: Assistant, says: str, begins: str) -> None:
    """Swapped, incomplete, both right, bad as it is."""
    assert said(assistant, says).startswith(begins)


@pytest.mark.parametrize(
    ("says", "begins", "tells"),
    [
        ("Eingang 993, Ausgang 465 bei IMAP. Was davon ist falsch?", "Falsch ist, wo ein ✗ steht:", "✗ Postausgang"),
        ("I have 993 incoming and 25 outgoing with IMAP. Which of the two is wrong?", "Wrong is what has a ✗:", "✗ Outgoing"),
        ("IMAP: 993 mit STARTTLS. Was davon stimmt nicht?", "Falsch ist, wo ein ✗ steht:", "nimm SSL/TLS"),
        ("POP3 110 und 587, welcher stimmt nicht?", "Davon ist nichts falsch:", "geht auch"),
        ("POP3, 995 mit SSL, Senden 465 mit SSL. Was muss ich korrigieren?", "Davon stimmt nichts:", "nimm 110"),
        ("IMAP, imap.verein.de, 143, no SSL, outgoing 465 SSL. check please", "No, the instructions", "✗ Server"),
    ],
)
def test_of_several_values_it_is_said_which_is_wrong(assistant: Assistant, says: str, begins: str, tells: str) -> None:
    """Neither yes nor no fits."""
    told = said(assistant, says)
    assert told.startswith(begins)
    assert tells in told


@pytest.mark.parametrize(
    ("says", "begins"),
    [
        ("Ausgang bei POP3 STARTTLS, richtig?", "Ja, das geht auch, mit Port 587."),
        ("Is STARTTLS okay for sending with POP3?", "Yes, that works too, with port 587."),
        ("POP3, Ausgang 587 STARTTLS. Ist das falsch?", "Nein, das geht auch"),
        ("Ist 587 bei POP3 falsch?", "Nein, das geht auch."),
        ("pop3 senden: von 25 auf 587 ändern?", "Ja, das geht auch."),
        ("Ausgang bei POP3 SSL, richtig?", "Nein"),
    ],
)
def test_the_encrypted_way_to_send_works_with_the_other_protocol(assistant: Assistant, says: str, begins: str) -> None:
    """As the caution beside it says."""
    assert said(assistant, says).startswith(begins)

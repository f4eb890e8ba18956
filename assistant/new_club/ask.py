"""Asks whoever sets the bot up for another club; each question has a default, each wrong answer a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from assistant.knowledge.hosts import host_name
from assistant.knowledge.models.base import Model, Text
from assistant.knowledge.models.club import Encryption
from assistant.new_club.values import NewClub, Server, Servers, is_port, usual
from assistant.new_club.write import FirstTexts

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.new_club.discover import Found

_Understood = TypeVar("_Understood")
_TRIES = 5
_LONGEST = 80


class Stopped(Exception):  # noqa: N818 - an end, not an error
    """There was no (right) answer any more; nothing was written."""


class Questions(Model):
    """What is asked, and what is said about wrong answers (`content/new_club.yaml`)."""

    welcome: Text
    club_name: Text
    short_name: Text
    domain: Text
    look_up: Text
    found: Text
    not_found: Text
    host: Text
    port: Text
    encryption: Text
    directions: dict[str, Text]
    contact: Text
    sender: Text
    in_other_languages: dict[str, dict[str, Text]]
    """`contact` and `sender` → another language → the question for the words in it."""
    sender_example: Text
    defaults: dict[str, Text]
    """What stands in the brackets of a question, where it is no value of the club's."""
    wrong_empty: Text
    wrong_text: Text
    wrong_host: Text
    wrong_port: Text
    wrong_encryption: Text
    yes: Text
    stopped: Text
    done: Text
    first_texts: FirstTexts


class Asking:
    """Asks in one language through `read` and `say`."""

    def __init__(self, questions: Questions, language: str, read: Callable[[], str], say: Callable[[str], None]) -> None:
        """Prepare.

        Args:
            questions: The words.
            language: In which of their languages to ask.
            read: Gives the next line without its end; raises `EOFError` when there is none.
            say: Shows a line, or a question.
        """
        self.questions, self.language, self._read, self._say = questions, language, read, say

    def say(self, text: Text, **slots: object) -> None:
        """Say something."""
        self._say(text.get(self.language).format(**slots))

    def ask(
        self, question: Text, understand: Callable[[str], _Understood], wrong: Text, *, default: str = "", **slots: str
    ) -> _Understood:
        """Ask until the answer can be used; an empty one takes the default.

        Raises:
            Stopped: no more input, or wrong five times.
        """
        asked = question.get(self.language).format(**slots)
        for _ in range(_TRIES):
            self._say(f"{asked} [{default}]" if default else asked)
            try:
                answer = self._read().strip() or default
            except EOFError:
                break
            if not answer:
                self.say(self.questions.wrong_empty)
                continue
            try:
                return understand(answer)
            except ValueError:
                self.say(wrong, answer=answer[:_LONGEST])
        raise Stopped(self.questions.stopped.get(self.language))


def ask_club(asking: Asking, look_up: Callable[[str], Found | None]) -> NewClub:
    """Ask for everything that differs from club to club.

    Args:
        asking: How to ask.
        look_up: Finds the servers by the domain; None when the domain tells nothing.

    Raises:
        Stopped: the answers ended too early.
    """
    questions = asking.questions
    asking.say(questions.welcome)
    name = asking.ask(questions.club_name, _text, questions.wrong_text)
    short_name = asking.ask(questions.short_name, _text, questions.wrong_text, default=name)
    domain = asking.ask(questions.domain, host_name, questions.wrong_host)
    servers = _servers(asking, _known(asking, domain, look_up))
    contact = _per_language(asking, questions.contact, "contact")
    sender = _per_language(asking, questions.sender, "sender")
    # Where members enter something else than their names, the usual example is none.
    is_usual = sender == questions.defaults["sender"].root
    example_default = questions.defaults["sender_example"].get(asking.language) if is_usual else ""
    example = asking.ask(questions.sender_example, _text, questions.wrong_text, default=example_default)
    return NewClub(name, short_name, domain, contact, sender, example, servers)


def _known(asking: Asking, domain: str, look_up: Callable[[str], Found | None]) -> Servers:
    """Look the servers up if that is wanted, and say where they come from; else what is usual stands in the brackets."""
    questions = asking.questions
    yes = questions.yes.get(asking.language)
    wanted = asking.ask(questions.look_up, str.lower, questions.wrong_text, default=yes, domain=domain)
    found = look_up(domain) if wanted.startswith(yes[:1].lower()) else None
    if found is not None:
        asking.say(questions.found, source=found.source)
        return found.servers
    if wanted.startswith(yes[:1].lower()):
        asking.say(questions.not_found, domain=domain)
    return usual(domain)


def _servers(asking: Asking, known: Servers) -> Servers:
    imap = _server(asking, "imap", known.imap)
    # Another host or way for one line is likely that of the next as well.
    outgoing_known = replace(known.imap_outgoing, host=_same(known.imap_outgoing.host, known.imap.host, imap.host))
    outgoing = _server(asking, "imap_outgoing", outgoing_known)
    pop3_known = replace(known.pop3, host=_same(known.pop3.host, known.imap.host, imap.host))
    pop3 = _server(asking, "pop3", pop3_known)
    pop3_outgoing = _server(asking, "pop3_outgoing", outgoing)
    return Servers(imap, outgoing, pop3, pop3_outgoing)


def _same(host: str, before: str, now: str) -> str:
    return now if host == before else host


def _server(asking: Asking, direction: str, known: Server) -> Server:
    questions = asking.questions
    named = questions.directions[direction].get(asking.language)
    host = asking.ask(questions.host, host_name, questions.wrong_host, default=known.host, direction=named)
    port = asking.ask(questions.port, _port, questions.wrong_port, default=str(known.port), direction=named)
    encryption = asking.ask(
        questions.encryption, Encryption, questions.wrong_encryption, default=known.encryption.value, direction=named
    )
    return Server(host, port, encryption)


def _per_language(asking: Asking, question: Text, default: str) -> dict[str, str]:
    """Ask in the asker's language, and for the words in each other one; who takes the usual ones takes them in all.

    Who answers nothing there keeps the own words: in the wrong language they are still the right person.
    """
    usual_words = asking.questions.defaults[default]
    here = usual_words.get(asking.language)
    answer = asking.ask(question, _text, asking.questions.wrong_text, default=here)
    if answer == here:
        return dict(usual_words.root)
    others = asking.questions.in_other_languages[default]
    return {
        language: answer
        if language == asking.language or language not in others
        else asking.ask(others[language], _text, asking.questions.wrong_text, default=answer)
        for language in usual_words.root
    }


def _text(answer: str) -> str:
    if not answer or len(answer) > _LONGEST or not answer.isprintable() or set(answer) & set("{}`*"):
        raise ValueError(answer)
    return answer


def _port(answer: str) -> int:
    if not is_port(answer):
        raise ValueError(answer)
    return int(answer)

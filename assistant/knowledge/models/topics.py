"""What members ask that is not a value of the settings: `topics/*.yaml`."""

from __future__ import annotations

from typing import Literal

from assistant.knowledge.models.base import Model, Name, Phrases, Text


class TopicAnswer(Model):
    """The answer to a topic, by what the member asked about."""

    any: Text | None = None
    imap: Text | None = None
    pop3: Text | None = None


class Topic(Model):
    """One thing members ask that is not a value of the settings table."""

    topic: Name
    title: Text
    """For buttons: at most 30 characters read well."""
    examples: Phrases
    """How members ask for it; the more different, the better."""
    answer: TopicAnswer
    subject: Literal["imap", "pop3"] | None = None
    """The protocol that is meant when the member names none."""
    see: tuple[str, ...] = ()
    """What to offer next: names of topics, `settings`, `port`, `server` …, `setup`, or `check`, which looks at the servers."""
    see_pop3: tuple[str, ...] = ()
    """What to offer instead where POP3 was asked about and its answer leads elsewhere."""
    source: str = ""
    """Where the statement comes from, when it is not the club's."""
    group: bool = True
    """Whether the bot may answer it in a group when nobody addressed it; if not, it does only where a protocol is asked about."""
    picture: str = ""
    """A picture in `pictures/` that is sent with the answer in private chats, where no single protocol was asked about."""
    menu: bool = False
    """Whether it stands in the menu of `/start`."""
    small_talk: bool = False
    """A greeting or thanks: answered in private only, and never an interruption."""

    by_words: bool = False
    """Whether words alone tell it, so that nothing is learned from its examples: they only check it."""

    def offered(self, subject: str) -> tuple[str, ...]:
        """Give what to offer next to who asked about a protocol (empty: none named)."""
        return self.see_pop3 if self.see_pop3 and subject == "pop3" else self.see

"""'Eingang 993 SSL, Ausgang 465 SSL, stimmt das?': checks each of several values that are claimed at once, line by line.

So it does where something fails, and says first what is wrong: '993 mit STARTTLS, senden geht nicht'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.compose.connections import Way, hosts_named, ports_named
from assistant.compose.others_say import right_against_others
from assistant.compose.several.claimed import Claim, are_claimed, asks_which_is_wrong, claims_made
from assistant.compose.several.judging import Judged, judge
from assistant.compose.several.said import names_sides
from assistant.compose.user_name import is_told_wrong
from assistant.intent import BY_DIRECTION, Intent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.knowledge.models.content import Content
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_CHECKED = {*BY_DIRECTION, "settings"}
_BESIDE = {"username", "login", "address", "account_type"}
"""What may be named beside several values without being what is asked: 'IMAP, 993, 587, Benutzer = Adresse, passt das?'."""
_SEVERAL = 2


class Checked(NamedTuple):
    """What is said of several values."""

    lines: tuple[str, ...]
    """Whether all is right, then each connection and the server."""
    intent: Intent
    """What they are values of."""


def several_checked(content: Content, understood: Understanding, language: str) -> Checked | None:
    """Check a port with an encryption that is told, or several values; None where it is no such message."""
    whole, asked = understood.explanation.whole, understood.intents[0]
    if whole is None or asked.aspect not in _CHECKED | _BESIDE or not are_claimed(whole, understood):
        return None
    ports, hosts = ports_named(content, understood), hosts_named(content, understood)
    is_of_them = asked.aspect not in _BESIDE or len(ports) >= _SEVERAL or not hosts <= {*content.settings.hosts}
    if not is_of_them or not (ports or understood.confirms or names_sides(whole)):
        return None
    claims = claims_made(content, whole, understood)
    is_which = asks_which_is_wrong(whole)
    is_told = len(ports) == 1 and (is_which or understood.fails or not (understood.confirms or whole.is_question))
    is_told = is_told and any(one.encryption for one in claims)
    is_wrong_name = is_told_wrong(content, understood)
    is_all = asked.aspect == "settings" and understood.confirms and any(one.encryption for one in claims)  # 'passt alles?'
    is_more = len(claims) > 1 or is_all or (claims and (hosts or is_wrong_name)) or is_told
    if not is_more or not (ports or _names_sides(claims)):
        return None
    judged = judge(content, whole, claims, asked)
    if (
        not judged
        or right_against_others(content, understood)
        or (understood.doubts and not is_which and _are_unclear(whole, claims, judged))
        or (_are_of_one(judged) and (is_which or not (understood.confirms or whole.sentence.asks)))
    ):
        return None
    beside = [*_server_checked(content, judged, hosts, language)]
    if is_wrong_name:
        beside.append((False, content.word("check_username_wrong", language)))
    checks = [(one.is_right, _line(content, one, language)) for one in _right_of_each(judged)] + beside
    rights = [one.is_right for one in judged] + [is_right for is_right, _ in beside]
    if understood.fails and not is_which and all(rights):
        return None  # '993 und 587 gehen nicht': no value helps
    if understood.fails or is_which:
        checks.sort(key=lambda check: check[0])
    lines = [line for _, line in checks]
    if "username" in whole.aspects and not is_wrong_name:
        lines.append(content.word("check_username", language))
    told = "\n".join(dict.fromkeys(lines))
    head = content.word(_which(judged, rights) if is_which else _head(rights, understood), language)
    return Checked((head, told), _about(asked, [one.way for one in judged]))


def _are_unclear(whole: Slots, claims: list[Claim], judged: list[Judged]) -> bool:
    """'Sind 993 und 143 bei IMAP falsch?', '587 oben, 993 unten, vertauscht?': of which connection each is meant, is not told."""
    return _are_of_one(judged) or ("swapped" in whole.cues and not _names_sides(claims))


def _are_of_one(judged: list[Judged]) -> bool:
    """Tell whether several are of one connection, of which one can be right: 'can't decide between 587 and 25 to send'."""
    return len({one.way for one in judged}) < len(judged)


def _right_of_each(judged: list[Judged]) -> list[Judged]:
    """Leave out what is wrong of a connection of which the right one is named as well: 'IMAP: 993 und 143, passt das?'."""
    right = {one.way for one in judged if one.is_right}
    return [one for one in judged if one.is_right or one.way not in right]


def _server_checked(content: Content, judged: list[Judged], hosts: set[str], language: str) -> Iterator[tuple[bool, str]]:
    """Check the servers, where some are named."""
    if hosts:
        servers = {content.settings.host_of(one.way.connection) for one in judged}
        key = "check_server_right" if hosts <= servers else "check_server_wrong"
        named = " / ".join(f"`{name}`" for name in sorted(servers))
        yield hosts <= servers, content.word(key, language, server=named)


def _head(rights: list[bool], understood: Understanding) -> str:
    if understood.fails:
        return "fails_by_this"
    if understood.doubts:  # 'Port 993, Server imap.verein.de, ist da was falsch?'
        return "no_right" if all(rights) else "yes_wrong"
    return "yes_right" if all(rights) else "no_wrong" if not any(rights) else "not_all_right"


def _which(judged: list[Judged], rights: list[bool]) -> str:
    """'Was davon ist falsch?'."""
    if all(rights):
        return "which_none_wrong"
    is_part = any(rights) or any(one.says != "check_wrong" for one in judged)
    return "which_wrong" if is_part else "which_all_wrong"


def _names_sides(claims: list[Claim]) -> bool:
    return all("direction" in claim.parts for claim in claims)


def _line(content: Content, judged: Judged, language: str) -> str:
    """Say whether it is right, with the right value only, so that nobody copies a wrong one."""
    way, better = judged.way, judged.better
    right = way.connection if better is None else better.connection
    return content.word(
        "check_better" if better is not None else "check_right" if judged.is_right else judged.says,
        language,
        direction=content.word(f"direction_{way.direction}", language),
        protocol=content.settings.protocols[way.protocol].name,
        port=right.port,
        encryption=content.word(f"encryption_{right.encryption.value}", language),
        usual=way.connection.port,
    )


def _about(asked: Intent, ways: list[Way]) -> Intent:
    subjects, directions = {way.protocol for way in ways}, {way.direction for way in ways}
    return Intent(
        aspect="port",
        subject=subjects.pop() if len(subjects) == 1 else "both",
        direction=directions.pop() if len(directions) == 1 else "",
        program=asked.program,
    )

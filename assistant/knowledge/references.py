"""References in texts, such as `{imap.incoming.port}`: what they mean, and which are possible."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.intent import DIRECTIONS
from assistant.knowledge.models.club import Encryption

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.knowledge.models.club import Connection, Protocol
    from assistant.knowledge.models.content import Content

REFERENCE = re.compile(r"\{([a-z0-9_.-]{1,60})\}")
"""A reference in a text. Linear: one character class, bounded."""
_ADDRESS = re.compile(r"([\w.+-]{0,64}@)`")
"""What stands before a domain that is a value; linear: one character class, bounded."""
_GAP = re.compile(r"\n{3,}")
_MAX_DEPTH = 3


def values(content: Content, language: str) -> dict[str, str]:
    """Give every reference that texts may use, with what it stands for in `language`.

    Values that a member types into a program come as `` `code` ``; statements of the club come as plain text.
    """
    settings, club = content.settings, content.club
    found = {
        "mail_server": f"`{settings.mail_server}`",
        "servers": _servers(content),
        "club.name": club.name,
        "club.short_name": club.short_name,
        "club.domain": f"`{club.domain}`",
        "club.webmaster": club.webmaster.get(language),
        "club.known_problems": club.known_problems.get(language),
        "club.more": club.more.get(language) if club.more is not None else "",
        "account.name": f"`{settings.account.name.get(language)}`",
        "account.name_example": f"`{settings.account.name_example.get(language)}`",
        "account.address": f"`{settings.account.address.get(language)}`",
        "account.username": f"`{settings.account.username.get(language)}`",
        "account.password": settings.account.password.get(language),
    }
    for key in settings.protocols:
        found |= {f"{key}.{name}": value for name, value in protocol_values(content, key, language).items()}
    found |= _short_name(content, language) | _ways(content, language)
    statements = content.statements
    for key in ("introduction", "where_to_choose", "conclusion", "your_choice"):
        found[f"club.{key}"] = getattr(statements, key).get(language)
    for key, facts in statements.protocols.items():
        found[f"{key}.summary"] = facts.summary.get(language)
        for group in ("notes", "advantages", "disadvantages"):
            texts = getattr(facts, group)
            found |= {f"{key}.{group}.{name}": text.get(language) for name, text in texts.items()}
            found[f"{key}.{group}"] = "\n".join(f"• {text.get(language)}" for text in texts.values())
    return found


def _short_name(content: Content, language: str) -> dict[str, str]:
    """Give what the club's short name means, and where it is entered: nothing where members enter no more than their own name."""
    club, entered = content.club, content.settings.account.name.get(language)
    is_short, is_entered = club.short_name != club.name, club.short_name in entered
    return {
        "club.short_name_means": content.word("club_short_name" if is_short else "club_one_name", language),
        "club.short_name_entered": content.word("club_short_name_entered", language) if is_short and is_entered else "",
    }


def values_told(content: Content) -> dict[str, dict[str, str]]:
    """Give for each language of the content what its references stand for."""
    return {language: values(content, language) for language in content.languages}


def _ways(content: Content, language: str) -> dict[str, str]:
    """Give how each way is encrypted as a list, `ways`, and for each encryption a sentence where it is used, `ways.starttls`."""
    lines, used = [], dict[Encryption, list[str]]()
    for protocol in content.settings.protocols.values():
        for direction in DIRECTIONS:
            way: Connection = getattr(protocol, direction)
            named = content.word(f"encryption_way_{direction}", language, protocol=protocol.name)
            shown = encryption_shown(content, direction, way.encryption, language)
            if way.encryption is not Encryption.NONE:
                shown += f" ({content.word(f'encryption_means_{way.encryption}', language)})"
            lines.append(f"• {named}: {shown}")
            used.setdefault(way.encryption, []).append(
                content.word("encryption_way_port", language, way=named, port=f"`{way.port}`")
            )
    found = {"ways": "\n".join(lines)}
    for encryption in (Encryption.SSL_TLS, Encryption.STARTTLS):
        shown, key = content.word(f"encryption_{encryption}", language), "used" if encryption in used else "not_used"
        which = ", ".join(used.get(encryption, ()))
        found[f"ways.{encryption}"] = content.word(f"encryption_{key}", language, encryption=shown, ways=which)
    return found


def _servers(content: Content) -> str:
    """Give the servers of all protocols, each once, joined by ` / `."""
    return " / ".join(f"`{host}`" for host in content.settings.hosts)


def protocol_values(content: Content, protocol: str, language: str) -> dict[str, str]:
    """Give the values of one protocol without its name in front: `incoming.port` → `` `993` ``."""
    values_of = content.settings.protocols[protocol]
    found = {"name": values_of.name, "account_type": f"`{values_of.account_type}`", "caution": "", "warning": ""}
    if not is_encrypted(values_of):
        better = next((other.name for other in content.settings.protocols.values() if is_encrypted(other)), "")
        key = "not_encrypted_but" if better else "not_encrypted"
        found["caution"] = content.word(key, language, name=values_of.name, better=better)
        found["warning"] = content.word("warning_expected", language, name=values_of.name)
    if values_of.delivery is not None:
        found["delivery"] = values_of.delivery.get(language)
    for direction in DIRECTIONS:
        connection = getattr(values_of, direction)
        found[f"{direction}.server"] = f"`{content.settings.host_of(connection)}`"
        found[f"{direction}.port"] = f"`{connection.port}`"
        found[f"{direction}.encryption"] = encryption_shown(content, direction, connection.encryption, language)
    return found


def is_encrypted(protocol: Protocol) -> bool:
    """Tell whether both directions of a protocol are encrypted, as the club gives them."""
    return Encryption.NONE not in (protocol.incoming.encryption, protocol.outgoing.encryption)


def encryption_shown(content: Content, direction: str, encryption: Encryption, language: str) -> str:
    """Give an encryption as the member reads it: a program's own word as code, 'none' in the article's words."""
    if encryption is Encryption.NONE:
        return content.word(f"encryption_none_{direction}", language)
    return f"`{content.word(f'encryption_{encryption}', language)}`"


def fill(text: str, known: Mapping[str, str]) -> str:
    """Put the values into a text. References inside values are followed; unknown ones stay as they stand.

    A paragraph that is empty then, such as a caution that does not apply, goes. Only the content's own texts are filled, never
    a member's. In `vorstand@{club.domain}` what stands before the domain is copied with it.
    """
    for _ in range(_MAX_DEPTH):
        if "{" not in text:
            break
        text = REFERENCE.sub(lambda match: _put(known.get(match[1], match[0]), match), text)
    if "@`" in text:
        text = _ADDRESS.sub(r"`\1", text)
    return _GAP.sub("\n\n", text) if "\n\n\n" in text else text


def _put(value: str, match: re.Match[str]) -> str:
    """Give the value without its full stop where the text has one behind it: 'Frag den Musikverein e.V..'."""
    return value[:-1] if value[-1:] == "." and match.string.startswith(".", match.end()) else value


def unknown_in(text: str, known: Mapping[str, str]) -> list[str]:
    """Give the references of a text that lead nowhere."""
    return [name for name in REFERENCE.findall(text) if name not in known]

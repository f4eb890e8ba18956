"""Answers from the settings table: subject × direction × aspect, as small as the question allows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import Action, ActionKind, Answer, Value, guide_target
from assistant.intent import DIRECTIONS, PROTOCOLS, Intent
from assistant.knowledge.models.club import Encryption
from assistant.knowledge.references import fill, protocol_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.knowledge.models.club import Connection
    from assistant.knowledge.models.content import Content


class Lookups:
    """Answers look-ups of one content."""

    def __init__(self, content: Content, values: Mapping[str, Mapping[str, str]]) -> None:
        """Make it ready.

        Args:
            content: The settings and words.
            values: What references stand for, as `values_told` gives them.
        """
        self._content = content
        self._values = values
        self._of_protocols = {
            (protocol, language): protocol_values(content, protocol, language)
            for protocol in content.settings.protocols
            for language in content.languages
        }

    def answer(self, intent: Intent, language: str) -> Answer:
        """Answer a look-up; what the question left open is shown as a small table, never guessed.

        Args:
            intent: With an aspect.
            language: One of the content's languages.
        """
        match intent.aspect:
            case "port" | "encryption":
                found = self._connections(intent, language)
            case "server":
                found = self._servers(intent, language)
            case "settings":
                found = self._settings(intent, language)
            case _:
                return self._account(intent, language)
        not_offered = self._not_offered(intent.subject, language)
        return replace(found, lines=(not_offered, *found.lines)) if not_offered else found

    def _not_offered(self, subject: str, language: str) -> str:
        """Say that the club does not have what was asked for, before what it has is told; empty where it does."""
        offered = self._content.settings.protocols
        if subject not in PROTOCOLS or subject in offered:
            return ""
        names = " / ".join(one.name for one in offered.values())
        return fill(self._word("not_offered", language), {"asked": subject.upper(), "offered": names})

    # --- ports, encryption, servers ---------------------------------------------------------------------------------------

    def _connections(self, intent: Intent, language: str) -> Answer:
        protocols, directions = self._protocols(intent), self._directions(intent)
        if len(protocols) == 1 and len(directions) == 1:
            lines = [self._say(f"{intent.aspect}_one", language, protocols[0], directions[0])]
        else:
            lines = [self._title(intent.aspect, protocols, directions, language)]
            for protocol in protocols:
                name = self._content.settings.protocols[protocol].name
                cells = [self._say(f"{intent.aspect}_cell", language, protocol, direction) for direction in directions]
                lines.append(f"**{name}**\n" + "\n".join(f"• {cell}" for cell in cells))
        copies = [
            Value(
                self._short_label(protocol, direction, language, many=len(protocols) > 1),
                str(self._connection(protocol, direction).port),
            )
            for protocol in protocols
            for direction in directions
        ]
        return Answer(
            language,
            tuple(lines),
            values=tuple(copies) if intent.aspect == "port" else (),
            caution=self._caution(protocols, directions, language, asked=intent),
            actions=self._next(intent, language),
        )

    def _title(self, aspect: str, protocols: tuple[str, ...], directions: tuple[str, ...], language: str) -> str:
        """Give the first line of a table: all its values in one sentence."""
        cells = {protocol: [self._short(aspect, protocol, one, language) for one in directions] for protocol in protocols}
        if len(protocols) == 1:
            incoming, outgoing = cells[protocols[0]]
            name = self._content.settings.protocols[protocols[0]].name
            return fill(self._word(f"{aspect}_title", language), {"protocol": name, "incoming": incoming, "outgoing": outgoing})
        listed = ", ".join(
            f"{self._content.settings.protocols[name].name} {self._pair(aspect, cell, language)}" for name, cell in cells.items()
        )
        to_direction = self._word(f"to_direction_{directions[0]}", language)
        key = f"{aspect}_title_all" if len(directions) == 2 else f"{aspect}_title_direction"
        return fill(self._word(key, language), {"list": listed, "to_direction": to_direction})

    def _short(self, aspect: str, protocol: str, direction: str, language: str) -> str:
        """Give a value for the first line: how a program words 'none' stands in the lines below."""
        if aspect == "encryption" and self._connection(protocol, direction).encryption is Encryption.NONE:
            return self._word("encryption_none", language)
        return self._of_protocols[protocol, language][f"{direction}.{aspect}"]

    def _pair(self, aspect: str, cells: list[str], language: str) -> str:
        if len(set(cells)) == 1:
            return cells[0]
        return fill(self._word(f"{aspect}_pair", language), {"incoming": cells[0], "outgoing": cells[1]})

    def _servers(self, intent: Intent, language: str) -> Answer:
        protocols, directions = self._protocols(intent), self._directions(intent)
        names = {self._server(protocol, direction) for protocol in protocols for direction in directions}
        if len(names) == 1:
            of_all = "server_everywhere" if intent.subject == "both" else "server_both"
            key = f"server_{directions[0]}" if len(directions) == 1 else of_all
            lines = [self._fill(self._word(key, language).replace("{server}", f"`{next(iter(names))}`"), language)]
        else:
            rows = [self._say("server_cell", language, protocol, direction) for protocol in protocols for direction in directions]
            lines = [self._word("server_title", language) + "\n" + "\n".join(f"• {row}" for row in dict.fromkeys(rows))]
        return Answer(
            language,
            tuple(lines),
            values=self._server_copies(protocols, directions, language),
            actions=self._next(intent, language),
        )

    # --- all settings ------------------------------------------------------------------------------------------------------

    def _settings(self, intent: Intent, language: str) -> Answer:
        protocols, directions = self._protocols_set(intent), self._directions(intent)
        is_one = len(protocols) == 1
        blocks = [] if is_one else [f"**{self._settings_title(directions, language)}**"]
        copies: list[Value] = []
        for protocol in protocols:
            rows = [self._say("settings_connection", language, protocol, direction) for direction in directions]
            delivery = self._content.settings.protocols[protocol].delivery
            if delivery is not None:
                rows.append(self._word("settings_delivery", language).replace("{delivery}", delivery.get(language)))
            name = self._content.settings.protocols[protocol].name
            if self._content.settings.protocols[protocol].recommended:
                name += f" ({self._word('recommended', language)})"
            listed = "\n".join(f"• {row}" for row in rows)
            blocks += [f"**{self._settings_title(directions, language, name)}**", listed] if is_one else [f"**{name}**\n{listed}"]
            copies += [
                Value(
                    self._label(protocol, direction, language, many=len(protocols) > 1),
                    str(self._connection(protocol, direction).port),
                )
                for direction in directions
            ]
        blocks.append(self._fill(self._word("settings_account", language), language))
        return Answer(
            language,
            tuple(blocks),
            values=(*self._server_copies(protocols, directions, language), *copies),
            caution=self._caution(protocols, directions, language, asked=intent),
            actions=(*self._of_the_others(intent, protocols, language), *self._next(intent, language)),
        )

    def _protocols_set(self, intent: Intent) -> tuple[str, ...]:
        """Give whose settings are told: all values of both would be two screens, so where none is named the recommended one's."""
        protocols = self._protocols(intent)
        return protocols if intent.subject else tuple(name for name in protocols if name == self._content.settings.recommended)

    def _of_the_others(self, intent: Intent, told: tuple[str, ...], language: str) -> tuple[Action, ...]:
        """Give a button for the settings of each protocol that are not told."""
        title, protocols = self._word("settings_title", language), self._content.settings.protocols
        others = [name for name in protocols if name not in told] if not intent.subject else []
        return tuple(
            Action(ActionKind.ASK, f"{title} {protocols[name].name}", intent.within(subject=name).key) for name in others
        )

    def _settings_title(self, directions: tuple[str, ...], language: str, protocol: str = "") -> str:
        """Give the heading: of all settings, or of one direction's; with the protocol, if it is of one."""
        if len(directions) > 1:
            return f"{self._word('settings_title', language)} {protocol}".strip()
        direction = self._word(f"direction_{directions[0]}", language)
        if not protocol:
            return direction
        return fill(self._word("settings_title_direction", language), {"direction": direction, "protocol": protocol})

    def _account(self, intent: Intent, language: str) -> Answer:
        key = f"account_{intent.aspect}"
        text = self._fill(self._word(key, language), language)
        caution = self._word("password_caution", language) if intent.aspect in {"password", "login"} else ""
        return Answer(language, tuple(text.split("\n\n")), caution=caution, actions=self._next(intent, language))

    # --- parts -------------------------------------------------------------------------------------------------------------

    def _protocols(self, intent: Intent) -> tuple[str, ...]:
        known = tuple(self._content.settings.protocols)
        return (intent.subject,) if intent.subject in known else known

    @staticmethod
    def _directions(intent: Intent) -> tuple[str, ...]:
        return (intent.direction,) if intent.direction in DIRECTIONS else DIRECTIONS

    def _connection(self, protocol: str, direction: str) -> Connection:
        connection: Connection = getattr(self._content.settings.protocols[protocol], direction)
        return connection

    def _server(self, protocol: str, direction: str) -> str:
        return self._content.settings.host_of(self._connection(protocol, direction))

    def _say(self, key: str, language: str, protocol: str, direction: str) -> str:
        known = self._of_protocols[protocol, language]
        return fill(
            self._word(key, language),
            {
                "protocol": known["name"],
                "direction": self._word(f"direction_{direction}", language),
                "to_direction": self._word(f"to_direction_{direction}", language),
                "server": known[f"{direction}.server"],
                "port": known[f"{direction}.port"],
                "encryption": known[f"{direction}.encryption"],
            },
        )

    def _server_copies(self, protocols: tuple[str, ...], directions: tuple[str, ...], language: str) -> tuple[Value, ...]:
        """Give the servers that are told, to be copied; where they differ, each says what it is for."""
        uses: dict[str, list[tuple[str, str]]] = {}
        for direction in directions:
            for protocol in protocols:
                uses.setdefault(self._server(protocol, direction), []).append((protocol, direction))
        if len(uses) == 1:
            return (Value(self._word("copy_server", language), next(iter(uses))),)
        return tuple(Value(self._server_label(used, language, many=len(protocols) > 1), server) for server, used in uses.items())

    def _server_label(self, used: list[tuple[str, str]], language: str, *, many: bool) -> str:
        """Name one of several servers by what it is for alone: a protocol, a direction, or both."""
        of_protocols, of_directions = {protocol for protocol, _ in used}, {direction for _, direction in used}
        parts = [self._word("copy_server", language)]
        if many and len(of_protocols) == 1:
            parts.insert(0, self._content.settings.protocols[used[0][0]].name)
        if len(of_directions) == 1:
            parts.append(self._word(f"short_{used[0][1]}", language))
        return " ".join(parts)

    def _short_label(self, protocol: str, direction: str, language: str, *, many: bool) -> str:
        """Name a port where all that can be copied are ports: without that word two fit side by side on a phone."""
        if not many:
            return self._label(protocol, direction, language, many=False)
        return f"{self._content.settings.protocols[protocol].name} {self._word(f'short_{direction}', language)}"

    def _label(self, protocol: str, direction: str, language: str, *, many: bool) -> str:
        name = f"{self._content.settings.protocols[protocol].name} " if many else ""
        return name + self._word(f"copy_port_{direction}", language)

    def _caution(self, protocols: tuple[str, ...], directions: tuple[str, ...], language: str, *, asked: Intent) -> str:
        """Give the warning where an unencrypted connection was asked for by name."""
        open_lines = [
            (protocol, direction)
            for protocol in protocols
            for direction in directions
            if self._connection(protocol, direction).encryption is Encryption.NONE
        ]
        if not open_lines:
            return ""
        if asked.subject not in self._content.settings.protocols:
            return self._fill(self._word("caution_unencrypted_table", language), language)
        key = "caution_unencrypted" if len(directions) == 2 else f"caution_unencrypted_{directions[0]}"
        return self._fill(self._word(key, language), language)

    def _next(self, intent: Intent, language: str) -> tuple[Action, ...]:
        subject = intent.subject if intent.subject in self._content.settings.protocols else ""
        actions = []
        if intent.aspect != "settings":
            whole = Intent(aspect="settings", subject=subject)
            actions.append(Action(ActionKind.ASK, self._word("all_settings", language), whole.key))
        actions.append(Action(ActionKind.GUIDE, self._word("step_by_step", language), guide_target(intent.program, subject)))
        return tuple(actions)

    def _word(self, key: str, language: str) -> str:
        return self._content.word(key, language)

    def _fill(self, text: str, language: str) -> str:
        return fill(text, self._values[language])

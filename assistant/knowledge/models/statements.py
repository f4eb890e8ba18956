"""What the club says about the protocols: `protocols.yaml`."""

from __future__ import annotations

from assistant.knowledge.models.base import Model, Name, ProtocolName, Text


class ProtocolFacts(Model):
    """What the club says about one protocol."""

    summary: Text
    notes: dict[Name, Text]
    advantages: dict[Name, Text]
    disadvantages: dict[Name, Text]


class Statements(Model):
    """What the club says about the protocols together (`protocols.yaml`)."""

    introduction: Text
    where_to_choose: Text
    conclusion: Text
    your_choice: Text
    protocols: dict[ProtocolName, ProtocolFacts]

"""Yes or no to what was claimed: by whether it is right, and by which of the two was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.understanding.understood import Understanding

_WRONG, _RIGHT = ("yes_wrong", "no_wrong"), ("no_right", "yes_right")
"""For who asks whether it is wrong, and who asks whether it is right."""


def verdict(understood: Understanding, *, is_right: bool) -> str:
    """Give the word of the content that says whether something is right: 'yes' to a doubt about what is wrong."""
    if is_of_ours(understood):
        return "yes_right" if is_right else "yes_of_ours"
    return (_RIGHT if is_right else _WRONG)[not understood.doubts]


def is_of_ours(understood: Understanding) -> bool:
    """'Überall steht 995, sind Sie sicher mit Ihrem Wert?': not the number named is asked about, but the value that we tell."""
    return understood.explanation.whole is not None and "sure_of_ours" in understood.explanation.whole.cues

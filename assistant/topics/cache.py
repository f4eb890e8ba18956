"""Keeps trained weights in a file, so that the next start need not train. A cache cannot be stale: its name is a hash."""

from __future__ import annotations

import contextlib
import hashlib
import json
from typing import TYPE_CHECKING

import numpy as np

from assistant.topics.training import Weights
from assistant.whole_file import written_whole

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

_VERSION = "17"
"""To be raised when features, letters.txt or training change."""


def fingerprint(phrases: Mapping[str, Sequence[str]], groups: Mapping[str, Collection[str]]) -> str:
    """Give a hash of the phrases, of the groups of their labels and of this version of the training."""
    texts_of = sorted((label, list(texts)) for label, texts in phrases.items())
    members_of = sorted((group, sorted(members)) for group, members in groups.items())
    written = json.dumps([_VERSION, texts_of, members_of], ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:24]


def load(folder: Path, name: str) -> Weights | None:
    """Load the weights of that fingerprint; None where there are none or the file is damaged."""
    from zipfile import BadZipFile  # noqa: PLC0415 - a third of a megabyte that a bot never needs whose content was prepared

    try:
        # Opened here, because numpy leaves the file of a damaged archive open.
        with (folder / f"topics-{name}.npz").open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return Weights(
                labels=tuple(json.loads(str(stored["labels"]))),
                groups=tuple(json.loads(str(stored["groups"]))),
                vocabulary=tuple(str(stored["vocabulary"]).split("\n")),
                rarity=stored["rarity"],
                unseen=float(stored["unseen"]),
                importance=stored["importance"],
                matrix=stored["matrix"],
                units=tuple(stored["units"].tolist()),
                bias=stored["bias"],
                nothing=stored["nothing"],
            )
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None


def save(folder: Path, name: str, weights: Weights) -> None:
    """Save weights, whole or not at all; older ones of the same folder go. A folder that cannot be written is no error."""
    target = folder / f"topics-{name}.npz"
    with contextlib.suppress(OSError):
        with written_whole(target) as file:
            np.savez(
                file,
                labels=np.array(json.dumps(weights.labels)),
                groups=np.array(json.dumps(weights.groups)),
                vocabulary=np.array("\n".join(weights.vocabulary)),
                rarity=weights.rarity,
                unseen=np.array(weights.unseen),
                importance=weights.importance,
                matrix=weights.matrix,
                units=np.array(weights.units),
                bias=weights.bias,
                nothing=weights.nothing,
            )
        for old in folder.glob("topics-*.npz"):
            if old != target:
                old.unlink(missing_ok=True)

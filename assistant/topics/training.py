"""Training: one linear support vector machine per topic, the topics' centres, and what each topic's phrases are made of.

The machines are trained in the kernel's space with Newton steps on the squared hinge loss (O. Chapelle, Training a Support
Vector Machine in the Primal, 2007), phrases weighted so that every topic counts the same. Beyond a few thousand phrases the
machines are left out; the rest costs nothing to train.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from assistant.topics.features import WEIGHTS, features, kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_MAX_FOR_NEWTON = 1600
"""Phrases; with more, the first step (least squares, one factorisation for all topics) is hardly worse and much cheaper."""
_MAX_FOR_MACHINES = 4500
_MAX_FEATURES = 60_000
_COST = 4.0
_CENTRES, _SHARES = 1.5, 0.4
"""Weights of the likeness to a topic's centre, and of the share of a text that its phrases know, beside the machine's 1."""
_NEWTON_STEPS = 6
_BLOCK = 512
_RARE = 32
"""Phrases up to which a feature is rare."""


@dataclass(frozen=True)
class Weights:
    """What training gives; everything ranking needs."""

    labels: tuple[str, ...]
    vocabulary: tuple[str, ...]
    """The known features."""
    importance: Matrix
    """Per feature: weight of its kind × inverse document frequency."""
    unseen: float
    """Importance of a feature that was never seen."""
    matrix: Matrix
    """What a feature says for each label, its importance included; as many columns again: how much they share in it."""
    bias: Matrix
    """Per label."""


def train(phrases: Sequence[list[str]], labels: Sequence[str]) -> Weights:
    """Train on phrases.

    Args:
        phrases: The words of each phrase.
        labels: The label of each phrase.
    """
    # Features are counted twice rather than kept: all of them at once would be the largest thing in memory.
    frequency = Counter(feature for words in phrases for feature in features(words))
    vocabulary = sorted(feature for feature, _ in frequency.most_common(_MAX_FEATURES))
    index = {feature: at for at, feature in enumerate(vocabulary)}
    total = len(phrases)
    importance = np.array(
        [WEIGHTS[kind(feature)] * (math.log((1 + total) / (1 + frequency[feature])) + 1) for feature in vocabulary], np.float32
    )
    names = tuple(sorted(set(labels)))
    place = {name: at for at, name in enumerate(names)}
    target = np.array([place[label] for label in labels], np.intp)
    rows = [_row(features(words), index, importance) for words in phrases]
    matrix, bias = _centres(rows, target, len(vocabulary), len(names)), np.zeros(len(names), np.float32)
    shares = (matrix > 0) * (np.float32(_SHARES) * importance**2)[:, None]
    matrix *= np.float32(_CENTRES)
    if len(names) > 1 and total <= _MAX_FOR_MACHINES:
        entries = _entries(rows)
        duals = _duals(_kernel(entries, total), target, len(names))
        _add_machines(matrix, entries, duals)
        bias += duals.sum(axis=0)
    matrix *= importance[:, None]
    return Weights(names, tuple(vocabulary), importance, math.log(1 + total) + 1, np.hstack([matrix, shares]), bias)


_Row = tuple["NDArray[np.intp]", "Matrix"]
"""Indices and values of a phrase, of a length of about 1."""


def _row(counted: Counter[str], index: dict[str, int], importance: Matrix) -> _Row:
    known = [(index[feature], count) for feature, count in counted.items() if feature in index]
    at = np.array([place for place, _ in known], np.intp)
    counts = np.array([count for _, count in known], np.float32)
    # As if no two words of a phrase shared a letter group: so the length is a sum over words, which ranking relies on.
    length = math.sqrt(float(counts @ importance[at] ** 2)) or 1.0
    return at, importance[at] * counts / np.float32(length)


class _Entries(NamedTuple):
    """All phrases as one sparse matrix, column by column."""

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    values: Matrix

    def where(self, chosen: NDArray[np.bool_]) -> _Entries:
        return _Entries(self.rows[chosen], self.columns[chosen], self.values[chosen])

    def dense(self, start: int, end: int, height: int) -> Matrix:
        """Give the columns from `start` to `end`; a few at a time keep the memory small."""
        first, last = np.searchsorted(self.columns, (start, end))
        block = np.zeros((height, end - start), np.float32)
        block[self.rows[first:last], self.columns[first:last] - start] = self.values[first:last]
        return block


def _entries(rows: Sequence[_Row]) -> _Entries:
    columns = np.concatenate([at for at, _ in rows])
    order = np.argsort(columns, kind="stable")
    numbers = np.repeat(np.arange(len(rows)), [len(at) for at, _ in rows])
    return _Entries(numbers[order], columns[order], np.concatenate([values for _, values in rows])[order])


def _kernel(entries: _Entries, total: int) -> Matrix:
    """Multiply all phrases with each other: common features as dense blocks, the many rare ones pair by pair."""
    kernel = np.ones((total, total), np.float32)  # the ones stand for the bias
    times = np.bincount(entries.columns)
    times_of = times[entries.columns]
    common = entries.where(times_of > _RARE)
    common = common._replace(columns=(np.cumsum(times > _RARE) - 1)[common.columns])
    for start in range(0, int((times > _RARE).sum()), _BLOCK):
        block = common.dense(start, start + _BLOCK, total)
        kernel += block @ block.T
    for often in range(1, _RARE + 1):
        rare = entries.where(times_of == often)
        rows, values = rare.rows.reshape(-1, often), rare.values.reshape(-1, often)
        places = rows[:, :, None] * total + rows[:, None, :]
        np.add.at(kernel.reshape(-1), places.reshape(-1), (values[:, :, None] * values[:, None, :]).reshape(-1))
    return kernel


def _duals(kernel: Matrix, target: NDArray[np.intp], count: int) -> Matrix:
    total = len(target)
    sizes = np.bincount(target, minlength=count)
    ridge = (count * sizes[target] / (2 * _COST * total)).astype(np.float32)
    signs = np.where(target[:, None] == np.arange(count), np.float32(1), np.float32(-1))
    # With every phrase active the problem is the same for all topics but for its right side: one factorisation serves all.
    duals: Matrix = np.linalg.solve(kernel + np.diag(ridge), signs)
    active = signs * (kernel @ duals) < 1
    unsettled = np.arange(count)
    for _ in range(_NEWTON_STEPS if total <= _MAX_FOR_NEWTON else 0):
        for label in unsettled:
            inside = np.flatnonzero(active[:, label])
            duals[:, label] = 0
            duals[inside, label] = np.linalg.solve(kernel[np.ix_(inside, inside)] + np.diag(ridge[inside]), signs[inside, label])
        still = signs[:, unsettled] * (kernel @ duals[:, unsettled]) < 1
        changed = (still != active[:, unsettled]).any(axis=0)
        active[:, unsettled] = still
        unsettled = unsettled[changed]
    return duals


def _add_machines(matrix: Matrix, entries: _Entries, duals: Matrix) -> None:
    for start in range(0, len(matrix), _BLOCK):
        end = min(len(matrix), start + _BLOCK)
        matrix[start:end] += entries.dense(start, end, len(duals)).T @ duals


def _centres(rows: Sequence[_Row], target: NDArray[np.intp], size: int, count: int) -> Matrix:
    centres = np.zeros((size, count), np.float32)
    for (at, values), label in zip(rows, target, strict=True):
        centres[at, label] += values
    lengths = np.linalg.norm(centres, axis=0)
    lengths[lengths == 0] = 1
    centres /= lengths
    return centres

"""Training: one linear support vector machine per topic, the topics' centres, and what each topic's phrases are made of.

The machines are trained in the kernel's space on the squared hinge loss (O. Chapelle, Training a Support Vector Machine in the
Primal, 2007), phrases weighted so that every topic counts the same. Their problems differ in the right sides only, so that one
factorisation serves all of them; steps with momentum (A. Beck, M. Teboulle, A Fast Iterative Shrinkage-Thresholding Algorithm,
2009) go from least squares to the hinge. Of very many phrases the machines learn from a few thousand; the rest is quickly
trained.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from assistant.topics.counting import count, unseen_rarity
from assistant.topics.rest import Line, line

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from numpy.typing import NDArray

    from assistant.topics.counting import Entries, Matrix, Places

_MAX_FOR_STEPS = 2000
"""Phrases; with more, it stays at least squares, which is much cheaper."""
_MAX_FOR_MACHINES = 5500
"""Phrases; with more, the machines are trained on so many of them, of each label about as many."""
_COST = 4.0
_CENTRES, _SHARES = 1.5, 0.4
"""Weights of the likeness to a topic's centre, and of the share of a text that its phrases know, beside the machine's 1."""
_SCALE = 1.03
"""So that scores keep their meaning: about 1 for a text like the phrases."""
_NOTHING = np.float32(-1.0)
"""Score of a label for a text without any known feature."""
_STEPS, _SETTLED = 60, 0.01
_BLOCK = 512
_TRIANGLE = 128
_PAIRS = 200_000
"""Pairs of phrases at once, of some megabytes."""
_RARE = 24
"""A feature is rare if no more than one in so many phrases has it: then pairs of phrases are quicker than a dense block."""


@dataclass(frozen=True)
class Weights:
    """What training gives; everything ranking needs."""

    labels: tuple[str, ...]
    groups: tuple[str, ...]
    vocabulary: tuple[str, ...]
    """The known features."""
    rarity: Matrix
    """Per feature: weight of its kind × inverse document frequency."""
    unseen: float
    """Rarity of a feature that was never seen, without the weight of its kind."""
    importance: Matrix
    """Per feature: weight of its kind × how much it tells the labels apart."""
    matrix: NDArray[np.int16]
    """What a feature says for each label and then each group, its importance included; as many columns again: how much they
    share in it. Whole numbers are added up more quickly than small floating-point ones."""
    units: tuple[float, float]
    """What 1 is worth in each half of the columns."""
    bias: Matrix
    """Per label and group."""
    nothing: Matrix
    """Per label and group: its score for a text without any known feature."""


class _Division(NamedTuple):
    """One way to divide the phrases, by labels or by groups."""

    names: tuple[str, ...]
    target: Places
    """Number of the name of each phrase, -1 for none."""

    @classmethod
    def by(cls, name_of: Mapping[str, str], labels: Sequence[str]) -> _Division:
        names = tuple(sorted(set(name_of.values())))
        place = {label: names.index(name) for label, name in name_of.items()}
        return cls(names, np.array([place.get(label, -1) for label in labels], np.intp))

    def of(self, chosen: Places) -> _Division:
        """Give the division of some of the phrases."""
        return self._replace(target=self.target[chosen])


def train(phrases: Sequence[list[str]], labels: Sequence[str], groups: Mapping[str, Collection[str]] | None = None) -> Weights:
    """Train on phrases.

    Args:
        phrases: The words of each phrase.
        labels: The label of each phrase.
        groups: Group → its labels. A group is learned as a label is, among the phrases that are of a group.
    """
    by_label = _Division.by({label: label for label in labels}, labels)
    by_group = _Division.by({label: group for group, members in (groups or {}).items() for label in members}, labels)
    divisions = [by_label, by_group]
    vocabulary, rarity, importance, entries = count(phrases, by_label.target)
    matrix = np.hstack([_centres(entries, division, len(vocabulary)) for division in divisions])
    shares = (matrix > 0) * (np.float32(_SHARES) * importance**2)[:, None]
    matrix *= np.float32(_CENTRES)
    bias = np.zeros(matrix.shape[1], np.float32)
    chosen = _evenly(by_label.target)
    learned = entries.of_rows(chosen)
    kernel = _kernel(learned, len(chosen))
    of_groups = _machines(kernel, by_group.of(chosen))
    duals = np.hstack([_machines(kernel, by_label.of(chosen), is_last=True), of_groups])
    del kernel  # by far the largest, and used up
    _add_machines(matrix, learned, duals)
    bias += np.float32(_SCALE) * duals.sum(axis=0)
    lines = [line(name, len(phrases)) for name in by_label.names] + [Line()] * len(by_group.names)
    slope, lift = np.array(lines, np.float32).T
    bias, nothing = bias * slope + lift, _NOTHING * slope + lift
    matrix *= np.float32(_SCALE) * importance[:, None]
    matrix *= slope
    shares *= np.float32(_SCALE) * slope
    units = (_unit(matrix), _unit(shares))
    every_weight = np.hstack([np.rint(half / unit).astype(np.int16) for half, unit in zip((matrix, shares), units, strict=True)])
    # Common features first: where the weights are mapped from a file, most of it is never touched.
    order = np.argsort(rarity, kind="stable")
    vocabulary, every_weight = tuple(vocabulary[at] for at in order), every_weight[order]
    unseen = unseen_rarity(len(phrases))
    names = by_label.names, by_group.names
    return Weights(*names, vocabulary, rarity[order], unseen, importance[order], every_weight, units, bias, nothing)


def _evenly(target: Places) -> Places:
    """Choose the phrases that the machines learn from, in their order: all, or of each name about as many."""
    if len(target) <= _MAX_FOR_MACHINES:
        return np.arange(len(target))
    by_name = np.argsort(target, kind="stable")
    sizes = np.bincount(target)
    of_its_name = np.empty(len(target), np.intp)  # the how manieth of its name a phrase is
    of_its_name[by_name] = np.arange(len(target)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.sort(np.argsort(of_its_name, kind="stable")[:_MAX_FOR_MACHINES])


def _unit(numbers: Matrix) -> float:
    """Give by what to divide numbers so that they just fit into 16 bits."""
    return float(np.abs(numbers).max(initial=0.0)) / np.iinfo(np.int16).max or 1.0


def _kernel(entries: Entries, total: int) -> Matrix:
    """Multiply all phrases with each other: common features as dense blocks, the many rare ones pair by pair."""
    kernel = np.ones((total, total), np.float32)  # the ones stand for the bias
    rare_to = total // _RARE
    times = np.bincount(entries.columns)
    times_of = times[entries.columns]
    common = entries.where(times_of > rare_to)
    common = common._replace(columns=(np.cumsum(times > rare_to) - 1)[common.columns])
    for start in range(0, int((times > rare_to).sum()), _BLOCK):
        block = common.dense(start, start + _BLOCK, total)
        for top in range(0, total, _BLOCK):
            kernel[top : top + _BLOCK] += block[top : top + _BLOCK] @ block.T
    for often in range(1, rare_to + 1):
        rare = entries.where(times_of == often)
        all_rows, all_values = rare.rows.reshape(-1, often), rare.values.reshape(-1, often)
        at_once = _PAIRS // often**2 + 1
        for start in range(0, len(all_rows), at_once):
            rows, values = all_rows[start : start + at_once], all_values[start : start + at_once]
            places = rows[:, :, None] * total + rows[:, None, :]
            np.add.at(kernel.reshape(-1), places.reshape(-1), (values[:, :, None] * values[:, None, :]).reshape(-1))
    return kernel


def _machines(kernel: Matrix, division: _Division, *, is_last: bool = False) -> Matrix:
    """Train the machines of a division: what each phrase speaks for each name. The last one uses the kernel up."""
    machines = np.zeros((len(kernel), len(division.names)), np.float32)
    inside = np.flatnonzero(division.target >= 0)
    if len(division.names) > 1:
        within = kernel if is_last and len(inside) == len(kernel) else kernel[np.ix_(inside, inside)]
        machines[inside] = _duals(within, division.target[inside], len(division.names))
    return machines


def _duals(kernel: Matrix, target: Places, count: int) -> Matrix:
    """Move the goals of the phrases that are more than right to where they are: least squares then end at the hinge loss.

    The kernel is used up.
    """
    total = len(target)
    sizes = np.bincount(target, minlength=count)
    ridge = (count * sizes[target] / (2 * _COST * total)).astype(np.float32)
    signs = np.where(target[:, None] == np.arange(count), np.float32(1), np.float32(-1))
    system = _System(kernel, ridge)
    goals = reached = signs
    duals = system.solve(goals)
    pace = 1.0
    for _ in range(_STEPS if total <= _MAX_FOR_STEPS else 0):
        said = goals - ridge[:, None] * duals
        before, reached = reached, signs * np.maximum(signs * said, 1)
        moved = reached - before
        before_pace, pace = pace, (1 + math.sqrt(1 + 4 * pace**2)) / 2
        goals = reached + np.float32((before_pace - 1) / pace) * moved
        duals = system.solve(goals)
        if np.abs(moved).max() < _SETTLED:
            break
    return duals


class _System:
    """The equations (kernel + ridge) x = right, factorised once for all right sides.

    By Cholesky's factorisation, block by block: several times quicker than as a whole. It takes the kernel's place.
    """

    def __init__(self, kernel: Matrix, ridge: Matrix) -> None:
        total = len(kernel)
        self._lower = lower = kernel  # its upper triangle is never read
        lower.reshape(-1)[:: total + 1] += ridge
        self._blocks: list[tuple[slice, slice, Matrix]] = []
        for start in range(0, total, _TRIANGLE):
            here, below = slice(start, start + _TRIANGLE), slice(start + _TRIANGLE, total)
            lower[start:, here] -= lower[start:, :start] @ lower[here, :start].T
            inverse = np.linalg.inv(np.linalg.cholesky(lower[here, here]))
            lower[below, here] = lower[below, here] @ inverse.T
            self._blocks.append((here, below, inverse))

    def solve(self, right: Matrix) -> Matrix:
        x = right.copy()
        for here, _, inverse in self._blocks:
            x[here] = inverse @ (x[here] - self._lower[here, : here.start] @ x[: here.start])
        for here, below, inverse in reversed(self._blocks):
            x[here] = inverse.T @ (x[here] - self._lower[below, here].T @ x[below])
        return x


def _add_machines(matrix: Matrix, entries: Entries, duals: Matrix) -> None:
    for start in range(0, len(matrix), _BLOCK):
        end = min(len(matrix), start + _BLOCK)
        matrix[start:end] += entries.dense(start, end, len(duals)).T @ duals


def _centres(entries: Entries, division: _Division, size: int) -> Matrix:
    centres = np.zeros((size, len(division.names)), np.float32)
    of_entry = division.target[entries.rows]
    inside = of_entry >= 0
    np.add.at(centres, (entries.columns[inside], of_entry[inside]), entries.values[inside])
    lengths = np.linalg.norm(centres, axis=0)
    lengths[lengths == 0] = 1
    centres /= lengths
    return centres

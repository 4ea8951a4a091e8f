"""Weights of features for some labels, as a table beside the packs: reading it, and what it says of some features.

A model is linear: the weights of the features at hand are added up for each label; softmax of the sums (one label
holds) or the logistic function of each (any number hold) is how likely it is. Tables are made by
``python -m evaluation.train_weights`` and hold hundredths; a line is parsed when first asked for.

The weights of one feature are kept as one large number with a lane of 32 bits for each label, so that a feature costs
one addition, however many labels there are.
"""

import sys
from array import array
from collections.abc import Collection, Iterable
from functools import cache
from math import exp
from pathlib import Path

from skyledger.errors import PackError

DATA = Path(__file__).resolve().parent.parent.parent / "data" / "learned"
_UNLIKELY = -500  # hundredths; thresholds are far above
_LANE = 32  # bits
_MIDDLE = 1 << (_LANE - 2)  # added to each lane, so that none is below zero


class Weights:
    """One table of weights."""

    def __init__(self, labels: tuple[str, ...], rows: dict[str, str]) -> None:
        self.labels = labels
        self._rows = rows
        self._lanes: dict[str, int] = {}
        self._middles = sum(_MIDDLE << (_LANE * n) for n in range(len(labels)))

    def _learn(self, features: Iterable[str]) -> None:
        """Parse the lines of some features into lanes."""
        for feature in features:
            cells = (cell.split(":") for cell in self._rows[feature].split(" "))
            self._lanes[feature] = sum(int(weight) << (_LANE * int(label)) for label, weight in cells)

    def _sums(self, features: Iterable[str]) -> list[int]:
        """Return the sum of weights of each label."""
        lanes = self._lanes
        learned = self._rows.keys() & features
        self._learn([f for f in learned if f not in lanes])
        total = sum(map(lanes.__getitem__, learned), self._middles)
        lanes_of = array("I")
        lanes_of.frombytes(total.to_bytes(len(self.labels) * _LANE // 8, sys.byteorder))
        return [lane - _MIDDLE for lane in lanes_of]

    def one_of(self, features: Collection[str]) -> dict[str, float]:
        """Return how likely each label is where one of them holds: shares that add up to 1."""
        sums = self._sums(features)
        best = max(sums)
        powers = [exp((s - best) / 100) for s in sums]
        total = sum(powers)
        return {label: power / total for label, power in zip(self.labels, powers, strict=True)}

    def each_of(self, features: Collection[str]) -> dict[str, float]:
        """Return how likely each label is where any number of them holds; below one in 150 counts as not at all."""
        sums = zip(self.labels, self._sums(features), strict=True)
        return {label: 1 / (1 + exp(-s / 100)) if s > _UNLIKELY else 0.0 for label, s in sums}

    def weight(self, features: Collection[str], label: str) -> int:
        """Return how much some features speak for a label, in hundredths."""
        return self._sums(features)[self.labels.index(label)]


@cache
def load_weights(name: str) -> Weights:
    """Read the table of a model.

    Args:
        name: ``figures`` (what a number tells), ``told`` (what a sentence tells of) or ``quiet`` (whether a text does).

    Raises:
        PackError: When the table is missing or no such table.
    """
    path = DATA / f"{name}.tsv"
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as fault:
        reason = getattr(fault, "strerror", None) or fault
        raise PackError(f"{path}: {reason}; make it by: python -m evaluation.train_weights") from fault
    head = next((line for line in lines if line.startswith("labels\t")), "")
    labels = tuple(head.split("\t")[1:])
    if not labels:
        raise PackError(f"{path}: no line of labels; make it by: python -m evaluation.train_weights")
    body = lines[lines.index(head) + 1 :]
    return Weights(labels, dict(line.split("\t", 1) for line in body if "\t" in line))

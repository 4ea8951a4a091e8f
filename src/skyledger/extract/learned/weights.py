"""Weights of features for some labels, as a table beside the packs: reading it, and what it says of some features.

A model is linear: the weights of the features at hand are added up for each label; softmax of the sums (one label
holds) or the logistic function of each (any number hold) is how likely it is. Tables are made by
``scripts/train_weights.py`` and hold hundredths; a line is parsed when first asked for.
"""

from collections.abc import Collection
from functools import cache
from math import exp
from pathlib import Path

from skyledger.errors import PackError

DATA = Path(__file__).resolve().parent.parent.parent / "data" / "learned"
NONE = "none"  # the label of what tells nothing


class Weights:
    """One table of weights."""

    def __init__(self, labels: tuple[str, ...], rows: dict[str, str]) -> None:
        self.labels = labels
        self._rows = rows
        self._parsed: dict[str, tuple[tuple[int, int], ...]] = {}

    def _of(self, feature: str) -> tuple[tuple[int, int], ...]:
        known = self._parsed.get(feature)
        if known is None:
            row = self._rows.get(feature, "")
            parts = [cell.split(":") for cell in row.split(" ")] if row else []
            known = self._parsed[feature] = tuple((int(label), int(weight)) for label, weight in parts)
        return known

    def _sums(self, features: Collection[str]) -> list[int]:
        sums = [0] * len(self.labels)
        rows = self._rows
        for feature in features:
            if feature in rows:
                for label, weight in self._of(feature):
                    sums[label] += weight
        return sums

    def one_of(self, features: Collection[str]) -> dict[str, float]:
        """Return how likely each label is where one of them holds: shares that add up to 1."""
        sums = self._sums(features)
        best = max(sums)
        powers = [exp((s - best) / 100) for s in sums]
        total = sum(powers)
        return {label: power / total for label, power in zip(self.labels, powers, strict=True)}

    def each_of(self, features: Collection[str]) -> dict[str, float]:
        """Return how likely each label is where any number of them holds."""
        return {label: 1 / (1 + exp(-s / 100)) for label, s in zip(self.labels, self._sums(features), strict=True)}

    def weight(self, features: Collection[str], label: str) -> int:
        """Return how much some features speak for a label, in hundredths."""
        number = self.labels.index(label)
        return sum(w for f in features if f in self._rows for n, w in self._of(f) if n == number)


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
        raise PackError(f"{path}: {reason}; make it by scripts/train_weights.py") from fault
    head = next((line for line in lines if line.startswith("labels\t")), "")
    labels = tuple(head.split("\t")[1:])
    if not labels:
        raise PackError(f"{path}: no line of labels; make it by scripts/train_weights.py")
    body = lines[lines.index(head) + 1 :]
    return Weights(labels, dict(line.split("\t", 1) for line in body if "\t" in line))

"""Weights of features for some labels, as a table beside the packs: reading it, and what it says of some features.

A model is linear: the weights of the features at hand are added up for each label; softmax of the sums (one label
holds) or the logistic function of each (any number hold) is how likely it is. Tables are made by
``python -m evaluation.train_weights`` and hold hundredths; a line is parsed when first asked for.

The weights of one feature are kept as one large number with a lane of bits for each label, so that a feature costs
one addition, however many labels there are.
"""

from collections.abc import Collection, Mapping
from functools import cache, cached_property
from math import exp
from pathlib import Path

from skyledger.errors import PackError

DATA = Path(__file__).resolve().parent.parent.parent / "data" / "learned"
_UNLIKELY = -500  # hundredths; thresholds are far above
_CERTAIN = 3_700  # hundredths; from here on the logistic function is 1
_LANE = 24  # bits: all weights of a label in a whole table add up to a tenth of what a lane holds
_MIDDLE = 1 << (_LANE - 2)  # added to each lane, so that none is below zero
_LANE_OF_ONES = (1 << _LANE) - 1


class Feature:
    """What one feature says of each label.

    Attributes:
        sums: Its weights in lanes, parsed when first asked for. Small objects at hand are found sooner than the keys of
            a large table, which a text's hundred features would each look up.
    """

    __slots__ = ("_row", "sums")

    sums: int

    def __init__(self, row: str) -> None:
        self._row = row

    def __getattr__(self, name: str) -> int:
        """Parse the weights: only what was not set yet is asked for here."""
        if name != "sums":
            raise AttributeError(name)
        cells = (cell.split(":") for cell in self._row.split(" "))
        self.sums = sum(int(weight) << (_LANE * int(label)) for label, weight in cells)
        return self.sums


NOTHING = Feature("0:0")


class _Features(dict[str, Feature]):
    """The features asked for so far."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        self._rows = rows

    def __missing__(self, name: str) -> Feature:
        feature = self[name] = Feature(self._rows[name])
        return feature


class Weights:
    """One table of weights."""

    def __init__(self, labels: tuple[str, ...], rows: dict[str, str]) -> None:
        self.labels = labels
        self._rows = rows
        self._features = _Features(rows)
        self._middles = sum(_MIDDLE << (_LANE * n) for n in range(len(labels)))
        self._shifts = {label: _LANE * n for n, label in enumerate(labels)}

    @cached_property
    def names(self) -> list[str]:
        """Return the names of the features that have weights, in order."""
        return sorted(self._rows)

    def feature(self, name: str) -> Feature:
        """Return a feature, always the same one, or ``NOTHING`` where it has no weights."""
        return self._features[name] if name in self._rows else NOTHING

    def weighed(self, names: Collection[str]) -> set[Feature]:
        """Return those of some features that have weights."""
        return set(map(self._features.__getitem__, self._rows.keys() & names))

    def total(self, names: Collection[str]) -> int:
        """Return the sums of weights of all labels in their lanes; features without weights count nothing."""
        return self.total_of(self.weighed(names))

    def total_of(self, features: Collection[Feature]) -> int:
        """Return the sums of weights of all labels in their lanes.

        Args:
            features: Each once.
        """
        return sum([feature.sums for feature in features], self._middles)

    def _sums(self, features: Collection[str]) -> list[int]:
        """Return the sum of weights of each label."""
        total = self.total(features)
        return [(total >> shift & _LANE_OF_ONES) - _MIDDLE for shift in self._shifts.values()]

    def one_of(self, features: Collection[str]) -> dict[str, float]:
        """Return how likely each label is where one of them holds: shares that add up to 1."""
        sums = self._sums(features)
        best = max(sums)
        powers = [exp((s - best) / 100) for s in sums]
        total = sum(powers)
        return {label: power / total for label, power in zip(self.labels, powers, strict=True)}

    def each_of(self, features: Collection[str]) -> dict[str, float]:
        """Return how likely each label is where any number of them holds; below one in 150 counts as not at all."""
        total = self.total(features)
        return {label: self.likelihood(total, label) for label in self.labels}

    def sum_in(self, total: int, label: str) -> int:
        """Return the sum of weights of one label, in hundredths."""
        return (total >> self._shifts[label] & _LANE_OF_ONES) - _MIDDLE

    def likelihood(self, total: int, label: str) -> float:
        """Return how likely one label is where any number of them holds."""
        return _logistic(self.sum_in(total, label)) if label in self._shifts else 0.0

    def weight(self, features: Collection[str], label: str) -> int:
        """Return how much some features speak for a label, in hundredths."""
        return self.sum_in(self.total(features), label)

    def floors(self, likelihoods: Mapping[str, float]) -> "Floors":
        """Return what tells at once which labels are as likely as they must be."""
        return Floors(
            {self._shifts[label]: (label, floor) for label, floor in likelihoods.items() if label in self._shifts}
        )


class Floors:
    """How likely labels must be, as one number: added to their sums it carries into the highest bit of a lane."""

    def __init__(self, lanes: Mapping[int, tuple[str, float]]) -> None:
        self._labels = {1 << (shift + _LANE - 1): label for shift, (label, _) in lanes.items()}
        self._bits = sum(self._labels)
        self._rise = sum((_MIDDLE - _least_sum(floor)) << shift for shift, (_, floor) in lanes.items())

    def reached(self, total: int) -> list[str]:
        """Return the labels that are as likely as they must be."""
        found = total + self._rise & self._bits
        return [label for bit, label in self._labels.items() if found & bit] if found else []


def _logistic(hundredths: int) -> float:
    return 1 / (1 + exp(-hundredths / 100)) if hundredths > _UNLIKELY else 0.0


def _least_sum(likelihood: float) -> int:
    """Return the least sum of weights that is as likely as this."""
    return next(s for s in range(_UNLIKELY, _CERTAIN) if _logistic(s) >= likelihood)


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

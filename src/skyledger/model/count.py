"""Numbers as worded: an interval, never a bare figure."""

from dataclasses import dataclass

from skyledger.model.kinds import Qualifier, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A closed interval of whole numbers; ``high`` None means unbounded. Unknown is neither 0 nor 1."""

    low: int
    high: int | None

    def overlaps(self, other: "Interval") -> bool:
        """Tell whether some number satisfies both."""
        return (self.high is None or other.low <= self.high) and (other.high is None or self.low <= other.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number in a text: what it may mean (``low``..``high``) and how it was written.

    Attributes:
        stated: The number as written; None for "several".
        text: The words of the number, e.g. ``"more than 70"``.
    """

    low: int
    high: int | None
    stated: int | None
    qualifier: Qualifier
    unit: Unit
    text: str

    @property
    def interval(self) -> Interval:
        """The range without its wording."""
        return Interval(low=self.low, high=self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """People harmed; a field is None when the text says nothing of it."""

    killed: Interval | None = None
    injured: Interval | None = None
    children: Interval | None = None

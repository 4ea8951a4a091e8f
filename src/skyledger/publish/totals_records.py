"""What a table of totals consists of, before any rendering: numbers in words, each with its claim and its quote."""

from dataclasses import dataclass

from skyledger.publish.quote import Quote
from skyledger.say import say


def not_known() -> str:
    """Return what stands for a sum that nobody gives: never 0."""
    return say("not known")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement with its words.

    Attributes:
        value: The number as shown.
        verdict: How it stands to the total, in words; empty for the total itself and for the lines of its list.
    """

    claim: str
    value: str
    speaker: str
    when: str
    document: str
    outlet: str
    published: str
    quote: Quote
    verdict: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalLine:
    """One line of a total: what it lists for a region, and what the region's officials say.

    Attributes:
        listed: The number as shown, ``not listed``, or ``not reported`` for a line without a number.
        verdict: Of the region's statements, the gravest; empty when nobody there spoke.
    """

    name: str
    part: str | None
    listed: str
    told: tuple[Said, ...]
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """Another check of the total: by sort, by fate."""

    verdict: str
    sentence: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTotal:
    """One national total.

    Attributes:
        said: The total's own statement.
        listed_sum: What its list of regions comes to; ``not known`` without a list that can be summed.
        listed_left: Total less list; ``not known`` likewise.
        told_sum: What regions say in its window, or ``not known``.
        told_left: Total less that, or ``not known``: never 0 because nobody spoke.
        spoke: How many lines have a statement that could be compared, of how many.
    """

    incident: str
    title: str
    place: str
    said: Said
    verdict: str
    sentence: str
    lines: tuple[TotalLine, ...]
    listed_sum: str
    listed_left: str
    told_sum: str
    told_left: str
    spoke: tuple[int, int]
    checks: tuple[CheckLine, ...]

    @property
    def has_parts(self) -> bool:
        """Tell whether anything can be held against it at all."""
        return bool(self.lines or self.checks)

"""Dated breaks in reporting: from here on the same number means something else."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Affects(StrEnum):
    """What a break changes."""

    ATTACKS = "attacks"
    ALERTS = "alerts"
    DAMAGE = "damage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """One change in how a region is reported.

    Attributes:
        id: Of the pack entry.
        region: Region or country id.
        begins: First night under it.
        ends: Last night under it; None while it holds.
        affects: What it changes.
        act: The order, law or announcement, in one sentence.
        source: Where that can be read.
    """

    id: str
    region: str
    begins: date
    ends: date | None
    affects: Affects
    act: str
    source: str

"""Series and reports for tests."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np

from skyledger.assess.arrays import Floats
from skyledger.assess.building import NightFigure, Span, from_figures
from skyledger.assess.counting import Report
from skyledger.assess.series import NightSeries
from skyledger.model import Fate, Kind, ObjectType, PlaceKind
from skyledger.packs.regimes import Affects, Break

FIRST = date(2025, 1, 1)


def a_series(
    counts: Sequence[float] | Floats,
    *,
    region: str = "RU-KLU",
    late: int = 0,
    sources: Floats | None = None,
    breaks: Sequence[Break] = (),
) -> NightSeries:
    """Return a series of exact counts (NaN: unknown) whose last ``late`` nights are provisional."""
    last = FIRST + timedelta(days=len(counts) - 1)
    span = Span(first=FIRST, last=last, provisional_from=last - timedelta(days=late - 1) if late else None)
    figures = [NightFigure(low=c, high=c, attacked=np.nan if np.isnan(c) else float(c > 0)) for c in map(float, counts)]
    return from_figures(region, figures, span, sources=sources, breaks=breaks)


def a_break(begins: date) -> Break:
    """Return a ban on publication in Russia."""
    return Break(
        id="b1", region="RU", begins=begins, ends=None, affects=Affects.ATTACKS, act="A ban.", source="https://x.test"
    )


def a_report(low: int | None = 5, high: int | None = None, **more: Any) -> Report:
    """Return a report of downed UAVs over a region; ``high`` is ``low`` unless given."""
    given: dict[str, Any] = {
        "incident": "INC-1",
        "kind": Kind.INTERCEPTION,
        "fate": Fate.DOWNED,
        "object": ObjectType.UAV,
        "place": PlaceKind.REGION,
        "low": low,
        "high": low if high is None else high,
    }
    return Report(**{**given, **more})

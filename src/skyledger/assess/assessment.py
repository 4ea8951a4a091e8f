"""Everything that is said of a region and of an area, computed once; words and pictures come later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from skyledger.assess.area import AreaWatch, watch_area
from skyledger.assess.arrays import Floats
from skyledger.assess.forecast.outlook import Forecast, forecast
from skyledger.assess.nowcast import Nowcast, complete_night
from skyledger.assess.rates import Rates, compare_rates
from skyledger.assess.series import NightSeries
from skyledger.assess.synchrony import Synchrony, Together, collapse_corridors, compare_night, measure_synchrony
from skyledger.assess.verdict import Verdict, judge_series

RECENT = 28

_ENOUGH_FOR_FORECAST = 28  # known nights


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What is known of the last nights.

    Attributes:
        nights: How many.
        known: On how many of them a source answered.
        attacks: On how many an attack was reported.
        open_nights: On how many attack nights the number is open above.
        recorded: Whether it was recorded which sources answered; else every night counts as answered.
    """

    nights: int
    known: int
    attacks: int
    open_nights: int
    recorded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LateNight:
    """A provisional night and what it is likely to grow to."""

    night: date
    nowcast: Nowcast


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Assessment:
    """One region, or an area as a whole.

    Attributes:
        series: Its nights.
        verdict: On the ladder.
        coverage: Of the last 28 nights.
        rates: The last 7 nights against the 28 before, by the least counts; None when too little is known.
        rates_high: The same by the greatest counts, where reports leave numbers open; else None.
        forecast: By the least counts; None without four known weeks.
        forecast_high: By the greatest counts, where they differ; else None.
        late: Provisional nights with a likely final figure.
    """

    series: NightSeries
    verdict: Verdict
    coverage: Coverage
    rates: Rates | None
    rates_high: Rates | None
    forecast: Forecast | None
    forecast_high: Forecast | None
    late: tuple[LateNight, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AreaAssessment:
    """An area and its regions.

    Attributes:
        whole: The area.
        regions: Its regions, those with most attack nights first.
        watch: Both detectors over the regions; None with fewer than two that have a history.
        synchrony: None when it cannot be told.
        together: The last settled night across regions; None when it cannot be told.
    """

    whole: Assessment
    regions: tuple[Assessment, ...]
    watch: AreaWatch | None
    synchrony: Synchrony | None
    together: Together | None


def assess_series(series: NightSeries, *, versions: Floats | None = None, seed: int = 0) -> Assessment:
    """Assess one series as of its last night.

    Args:
        series: Any; an empty or unknown one gives "not enough history".
        versions: Figures of its nights as they were known after 0, 1, ... nights, shape (nights, delays), NaN where not
            known (:mod:`nowcast`); None without.
        seed: Of the forecast's draws.
    """
    low, high = series.since_break(series.settled_low()), series.since_break(series.settled_high())
    # Shares of a figure for several nights say nothing of one night from the next.
    told = int(np.isfinite(series.since_break(series.attacked)).sum()) >= _ENOUGH_FOR_FORECAST
    differs = bool((np.nan_to_num(high[-90:]) > np.nan_to_num(low[-90:])).any())
    return Assessment(
        series=series,
        verdict=judge_series(series),
        coverage=_cover(series),
        rates=compare_rates(_last_settled(series, low)),
        rates_high=compare_rates(_last_settled(series, high)) if differs else None,
        forecast=forecast(low, seed=seed) if told else None,
        forecast_high=forecast(high, seed=seed) if told and differs else None,
        late=() if versions is None else _complete(series, versions),
    )


def assess_area(
    whole: NightSeries,
    regions: Sequence[NightSeries],
    *,
    versions: Mapping[str, Floats] | None = None,
    corridors: Sequence[Sequence[str]] = (),
    seed: int = 0,
) -> AreaAssessment:
    """Assess an area and each of its regions.

    Args:
        whole: Series of the area (:func:`building.join_area`).
        regions: Series of its regions, of equal nights.
        versions: By region id, as for :func:`assess_series`.
        corridors: Ids of regions that one flight path crosses; they count as one.
        seed: Of all draws.
    """
    versions = versions or {}
    assessed = [assess_series(r, versions=versions.get(r.region), seed=seed) for r in regions]
    synchrony, together = None, None
    if len(regions) >= 2 and len(whole):
        place = {r.region: n for n, r in enumerate(regions)}
        rows = [[place[id] for id in corridor if id in place] for corridor in corridors]
        states = collapse_corridors(np.array([r.settled() for r in regions]), [row for row in rows if len(row) > 1])
        synchrony = measure_synchrony(states, whole.weekdays(), seed=seed)
        settled = int((~whole.provisional).sum())
        together = compare_night(states[:, :settled], whole.weekdays()[:settled]) if settled else None
    return AreaAssessment(
        whole=assess_series(whole, versions=versions.get(whole.region), seed=seed),
        regions=tuple(sorted(assessed, key=lambda a: (-np.nansum(a.series.attacked), a.series.region))),
        watch=watch_area(regions) if regions else None,
        synchrony=synchrony,
        together=together,
    )


def _last_settled(series: NightSeries, values: Floats) -> Floats:
    """Leave out the provisional nights at the end: nothing "fell" because reports are late."""
    settled = np.flatnonzero(~series.provisional)
    return values[: int(settled[-1]) + 1] if len(settled) else values[:0]


def _cover(series: NightSeries) -> Coverage:
    attacked = series.attacked[-RECENT:]
    spread = series.spread[-RECENT:]
    return Coverage(
        nights=len(attacked),
        known=int((np.isfinite(series.low[-RECENT:])).sum()),
        attacks=int(np.nansum(attacked)),
        open_nights=int((series.open[-RECENT:] & ~spread).sum()),
        recorded=bool(np.isfinite(series.sources).any()),
    )


def _complete(series: NightSeries, versions: Floats) -> tuple[LateNight, ...]:
    """Return the likely final figures of the provisional nights."""
    found = []
    delays = versions.shape[1]
    past = versions[~series.provisional]
    for index in np.flatnonzero(series.provisional):
        delay = len(series) - 1 - int(index)
        known = series.low[index]
        if np.isnan(known) or delay >= delays - 1:
            continue
        nowcast = complete_night(past, float(known), delay)
        if nowcast is not None:
            found.append(LateNight(night=series.night(int(index)), nowcast=nowcast))
    return tuple(found)

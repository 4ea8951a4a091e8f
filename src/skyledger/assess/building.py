"""Reports and coverage -> the series of a region, and the series of an area from those of its regions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from skyledger.assess.arrays import Bools, Floats
from skyledger.assess.counting import Report, count_night
from skyledger.assess.series import NightSeries
from skyledger.packs.regimes import Break

Reports = Mapping[date, Sequence[Report]]
OPEN_TOP = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The nights a series covers.

    Attributes:
        first: First night.
        last: Last night.
        provisional_from: Nights from here on are provisional; None when all is settled.
    """

    first: date
    last: date
    provisional_from: date | None = None

    def nights(self) -> list[date]:
        """Return the nights, oldest first."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class NightFigure:
    """What is known of one night.

    Attributes:
        low: Least number, NaN when nothing is known.
        high: Greatest number; None when open.
        attacked: 1, 0, or NaN when it cannot be told.
        spread: It is a share of a figure for several nights.
    """

    low: float
    high: float | None
    attacked: float
    spread: bool = False


UNKNOWN = NightFigure(low=np.nan, high=np.nan, attacked=np.nan)
QUIET = NightFigure(low=0.0, high=0.0, attacked=0.0)


def build_series(
    region: str,
    reports: Reports,
    sources: Mapping[date, int] | None,
    span: Span,
    breaks: Iterable[Break] = (),
) -> NightSeries:
    """Return the series of one region.

    Args:
        region: Its id.
        reports: Reports by the label of their last night.
        sources: How many source families that report on the region answered, by night; a night without is unknown. None
            when coverage was not recorded and every night counts as answered.
        span: The nights.
        breaks: Breaks that concern it.
    """
    nights = span.nights()
    own, shares = _share_out(reports)
    figures = [
        _figure(own.get(night, ()), shares.get(night, ()), 1 if sources is None else sources.get(night, 0))
        for night in nights
    ]
    return from_figures(
        region,
        figures,
        span,
        sources=np.array([np.nan if sources is None else sources.get(n, 0) for n in nights], dtype=np.float64),
        incidents=tuple(tuple(sorted({r.incident for r in reports.get(n, ())})) for n in nights),
        breaks=breaks,
    )


def from_figures(
    region: str,
    figures: Sequence[NightFigure],
    span: Span,
    *,
    sources: Floats | None = None,
    incidents: tuple[tuple[str, ...], ...] = (),
    breaks: Iterable[Break] = (),
) -> NightSeries:
    """Return the series of figures, one for each night of a span.

    Args:
        region: Id of the region or area.
        figures: Oldest first.
        span: The nights.
        sources: Source families that answered, NaN where not recorded.
        incidents: Incident ids behind each night.
        breaks: Breaks that concern it; those outside the span are left out.
    """
    late = span.provisional_from
    low = np.array([f.low for f in figures], dtype=np.float64)
    is_open = np.array([f.high is None for f in figures], dtype=np.bool_)
    high = np.array([np.nan if f.high is None else f.high for f in figures], dtype=np.float64)
    return NightSeries(
        region=region,
        first=span.first,
        low=low,
        high=np.where(is_open, OPEN_TOP * low, high),
        open=is_open,
        attacked=np.array([f.attacked for f in figures], dtype=np.float64),
        sources=np.full(len(figures), np.nan) if sources is None else sources,
        provisional=np.array([late is not None and n >= late for n in span.nights()], dtype=np.bool_),
        spread=np.array([f.spread for f in figures], dtype=np.bool_),
        incidents=incidents,
        breaks=tuple(sorted((b for b in breaks if span.first <= b.begins <= span.last), key=lambda b: b.begins)),
    )


def join_area(area: str, regions: Sequence[NightSeries], own: NightSeries | None = None) -> NightSeries:
    """Return the series of an area: its regions together, or what is said of the area as a whole where that is more.

    Args:
        area: Its id.
        regions: Series of its regions, of equal nights, at least one.
        own: What was reported of the area as a whole (a ministry's totals), of the same nights. It contains the
            regions and is never added to them.

    Returns:
        A night is known when any region or the whole is; regions nobody knows of add nothing, so the low end stays a
        low end.
    """
    parts = [*regions] if own is None else [*regions, own]
    known = np.array([np.isfinite(p.low) for p in parts]).any(axis=0)
    low = np.array([np.nan_to_num(r.low) for r in regions]).sum(axis=0)
    high = np.array([np.nan_to_num(r.high) for r in regions]).sum(axis=0)
    opened = _any([r.open for r in regions])
    if own is not None:
        more = np.nan_to_num(own.low)
        opened = np.where(more >= low, own.open, opened)
        low, high = np.maximum(low, more), np.maximum(high, np.nan_to_num(own.high))
    states = np.array([p.attacked for p in parts])
    attacked = np.where(np.isfinite(states).any(axis=0), np.nan_to_num(states).max(axis=0), np.nan)
    # What only a figure over several nights speaks of may have been any of them, unless somebody names one.
    doubtful = np.array([p.spread & ~np.isfinite(p.attacked) for p in parts]).any(axis=0)
    first = parts[0]
    spread = _any([p.spread for p in parts])
    return NightSeries(
        region=area,
        first=first.first,
        low=np.where(known, low, np.nan),
        high=np.where(known, high, np.nan),
        open=opened,
        attacked=np.where(doubtful & (attacked == 0), np.nan, attacked),
        sources=_most([p.sources for p in parts]),
        provisional=first.provisional,
        spread=spread,
        incidents=_joined(parts),
        breaks=() if own is None else own.breaks,
    )


def _any(flags: Sequence[Bools]) -> Bools:
    found: Bools = np.logical_or.reduce(flags)
    return found


def _most(sources: Sequence[Floats]) -> Floats:
    stacked = np.array(sources)
    known = np.isfinite(stacked).any(axis=0)
    return np.where(known, np.nan_to_num(stacked).max(axis=0), np.nan)


def _joined(parts: Sequence[NightSeries]) -> tuple[tuple[str, ...], ...]:
    listed = [p.incidents for p in parts if p.incidents]
    return tuple(tuple(sorted({i for ids in night for i in ids})) for night in zip(*listed, strict=True))


def _share_out(reports: Reports) -> tuple[dict[date, list[Report]], dict[date, list[NightFigure]]]:
    """Part reports of one night from those over several; the latter are laid evenly over their nights."""
    own: dict[date, list[Report]] = defaultdict(list)
    shares: dict[date, list[NightFigure]] = defaultdict(list)
    for last, listed in reports.items():
        for report in listed:
            if report.nights <= 1:
                own[last].append(report)
                continue
            bounds = count_night([replace(report, nights=1)])
            if report.low is None or bounds is None:
                continue  # "attacks over three days" gives no night and no number
            high = None if bounds[1] is None else bounds[1] / report.nights
            share = NightFigure(low=bounds[0] / report.nights, high=high, attacked=np.nan, spread=True)
            for back in range(report.nights):
                shares[last - timedelta(days=back)].append(share)
    return own, shares


def _figure(own: Sequence[Report], shares: Sequence[NightFigure], sources: int) -> NightFigure:
    counted = count_night(own)
    share = max(shares, key=lambda s: s.low, default=None)
    if counted is not None:
        low, high = float(counted[0]), None if counted[1] is None else float(counted[1])
        if share is not None and share.low > low:
            return NightFigure(low=share.low, high=share.high, attacked=1.0, spread=True)
        return NightFigure(low=low, high=high, attacked=1.0)
    if share is not None:
        return share
    return QUIET if sources > 0 else UNKNOWN

"""What the reports of one night in one place amount to: never a whole and its parts, never one object twice.

Fates of the same objects overlap (30 of 34 launched were shot down), a region's figure contains its towns', a
ministry's total its regions'. So nothing is added but what excludes each other: windows that do not overlap, sorts of
objects, and the fates of one list (shot down, suppressed, lost).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from skyledger.model import Fate, Kind, ObjectType, PlaceKind

_ENDED = (Fate.DOWNED, Fate.SUPPRESSED, Fate.LOST)
_WHOLE = (PlaceKind.REGION, PlaceKind.COUNTRY)
Bounds = tuple[int, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One incident as far as counting needs it.

    Attributes:
        incident: Its id.
        kind: Interception or attack; anything else counts as an attack without a number.
        fate: What became of the objects.
        object: What they were.
        place: Kind of its place; None counts as a part.
        low: Least number; None when the incident gives none.
        high: Greatest number; None when open.
        start: Begin of its window, aware; None when not known.
        end: End of its window, aware; None when not known.
        nights: Over how many nights its figure goes.
    """

    incident: str
    kind: Kind
    fate: Fate | None
    object: ObjectType | None
    place: PlaceKind | None
    low: int | None
    high: int | None
    start: datetime | None = None
    end: datetime | None = None
    nights: int = 1


def count_night(reports: Iterable[Report]) -> Bounds | None:
    """Return how many objects the reports of one night in one region support.

    Returns:
        Least and greatest number, the greatest None when open; at least 1 each, since an attack has at least one
        object. A report without a number adds nothing to those that have one. None without reports.
    """
    listed = list(reports)
    if not listed:
        return None
    by_fate: dict[Fate | None, list[Report]] = defaultdict(list)
    for report in listed:
        if report.low is not None and report.kind in (Kind.INTERCEPTION, Kind.ATTACK):
            by_fate[report.fate].append(report)
    counted = {fate: _count_fate(group) for fate, group in by_fate.items()}
    candidates = [bounds for fate, bounds in counted.items() if fate not in _ENDED]
    ended = [counted[fate] for fate in _ENDED if fate in counted]
    if ended:
        candidates.append(_sum(ended))
    if not candidates:
        return (1, None)
    low, high = _widest(candidates)
    return max(low, 1), None if high is None else max(high, low, 1)


def _count_fate(group: Sequence[Report]) -> Bounds:
    """Count the reports of one fate: sorts are added, "air targets" of no stated sort contain them."""
    by_sort: dict[ObjectType, list[Report]] = defaultdict(list)
    for report in group:
        by_sort[report.object or ObjectType.UNKNOWN].append(report)
    unsorted = by_sort.pop(ObjectType.UNKNOWN, None)
    sorts = [_count_sort(reports) for reports in by_sort.values()]
    found = [_sum(sorts)] if sorts else []
    if unsorted is not None:
        found.append(_count_sort(unsorted))
    return _widest(found)


def _count_sort(group: Sequence[Report]) -> Bounds:
    """Count the reports of one sort: the region's own figure, or its towns' together if they come to more."""
    whole = [r for r in group if r.place in _WHOLE]
    parts = [r for r in group if r.place not in _WHOLE]
    return _widest([_count_windows(reports) for reports in (whole, parts) if reports])


def _count_windows(group: Sequence[Report]) -> Bounds:
    """Add windows that do not overlap; of those that do, or have no known hours, take the widest.

    Towns are no windows of each other: two towns at one hour are two figures.
    """
    if all(r.place not in _WHOLE for r in group):
        return _sum([_bounds(r) for r in group])
    timed = sorted((r for r in group if r.start is not None and r.end is not None), key=_start)
    clusters: list[list[Report]] = []
    reach: datetime | None = None
    for report in timed:
        if reach is None or report.start is None or report.start >= reach:
            clusters.append([])
            reach = report.end
        clusters[-1].append(report)
        if reach is not None and report.end is not None:
            reach = max(reach, report.end)
    found = [_widest([_bounds(r) for r in cluster]) for cluster in clusters]
    loose = [_bounds(r) for r in group if r.start is None or r.end is None]
    return _widest([_sum(found), *loose]) if found else _widest(loose)


def _start(report: Report) -> float:
    return 0.0 if report.start is None else report.start.timestamp()


def _bounds(report: Report) -> Bounds:
    low = report.low or 0
    return low, report.high


def _sum(bounds: Sequence[Bounds]) -> Bounds:
    highs = [high for _, high in bounds if high is not None]
    return sum(low for low, _ in bounds), sum(highs) if len(highs) == len(bounds) else None


def _widest(bounds: Sequence[Bounds]) -> Bounds:
    highs = [high for _, high in bounds if high is not None]
    return max(low for low, _ in bounds), max(highs) if len(highs) == len(bounds) else None

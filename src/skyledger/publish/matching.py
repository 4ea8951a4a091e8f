"""Which rows a filter wants: each field is one condition, so that a count can be taken with one of them left out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from skyledger.publish.map.borders import load_regions
from skyledger.publish.rows import Row, RowPlace
from skyledger.publish.selection import Box, Filter, Presence


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A row with what is asked of it and is not shown in it.

    Attributes:
        posted: First and last day on which its texts were published, for a notice of an airport the night; None when no
            text has a date.
        announced: When the first of them was published.
        documents: Ids of its texts.
        first_texts: Ids of the texts that its origins go back to.
        regions: Regions it lies in or names.
        places: Its place and the members of a list.
        boxes: Within which it is drawn; see :func:`boxes_of`.
    """

    row: Row
    posted: tuple[date, date] | None
    announced: datetime | None
    documents: tuple[str, ...]
    first_texts: tuple[str, ...]
    regions: frozenset[str]
    places: frozenset[str]
    boxes: tuple[Box, ...] = ()

    @property
    def night(self) -> str:
        """The label of its night, ``""`` without one."""
        return self.row.night or ""


Condition = Callable[[Item], bool]


def conditions(filter: Filter, *, holds_words: Condition | None = None) -> dict[str, Condition]:
    """Return the conditions of a filter by field; every one must hold.

    Args:
        filter: What is wanted. Its nights are a condition only for rows without a night.
        holds_words: What ``q`` asks; searching texts is not done here.
    """
    found: dict[str, Condition] = {}
    for name, value_of in _VALUES.items():
        wanted = frozenset(str(value) for value in getattr(filter, name))
        if wanted:
            found[name] = _among(wanted, value_of)
    if filter.region:
        regions = frozenset(filter.region)
        found["region"] = lambda item: not regions.isdisjoint(item.regions)
    if filter.side:
        sides = frozenset(side.value for side in filter.side)
        found["side"] = lambda item: any(speaker.side in sides for speaker in item.row.speakers)
    if filter.place:
        found["place"] = lambda item: filter.place in item.places
    if filter.airport:
        found["airport"] = lambda item: filter.airport in item.places
    if filter.speaker:
        found["speaker"] = lambda item: any(speaker.id == filter.speaker for speaker in item.row.speakers)
    if filter.id:
        ids = frozenset(filter.id)
        found["id"] = lambda item: item.row.id in ids
    found |= _amounts(filter) | _where(filter) | _when(filter)
    if holds_words is not None:
        found["q"] = holds_words
    return found


def _among(wanted: frozenset[str], value_of: Callable[[Row], str | None]) -> Condition:
    return lambda item: value_of(item.row) in wanted


_VALUES: dict[str, Callable[[Row], str | None]] = {
    "kinds": lambda row: row.kind,
    "fates": lambda row: row.fate,
    "objects": lambda row: row.object,
    "status": lambda row: row.status,
    "modality": lambda row: row.modality,
}


def _amounts(filter: Filter) -> dict[str, Condition]:
    found: dict[str, Condition] = {}
    origins, count = filter.origins_min, filter.count_min
    if origins is not None:
        found["origins_min"] = lambda item: item.row.origins >= origins
    if count is not None:
        found["count_min"] = lambda item: any(figure.low >= count for figure in item.row.figures)
    return found


def _where(filter: Filter) -> dict[str, Condition]:
    found: dict[str, Condition] = {}
    if filter.bbox is not None:
        boxes = _unfold(filter.bbox)
        found["bbox"] = lambda item: any(_overlap(one, two) for one in boxes for two in item.boxes)
    if filter.located is not Presence.ANY:
        yes = filter.located is Presence.YES
        found["located"] = lambda item: bool(item.boxes) is yes
    return found


def _when(filter: Filter) -> dict[str, Condition]:
    found: dict[str, Condition] = {}
    if filter.datetime is not None:
        start, end = filter.datetime
        found["datetime"] = lambda item: _touches(item, start, end)
    if filter.timed is not Presence.ANY:
        yes = filter.timed is Presence.YES
        found["timed"] = lambda item: (item.row.window is not None) is yes
    if filter.night_from is not None or filter.night_to is not None:
        found["nights"] = _in_nights(filter.night_from or date.min, filter.night_to or date.max)
    return found


def _in_nights(first: date, last: date) -> Condition:
    """Return what asks for nights; an incident without one belongs to the days on which its texts were posted."""
    low, high = first.isoformat(), last.isoformat()

    def holds(item: Item) -> bool:
        night = item.row.night
        if night is not None:
            return low <= night <= high
        return item.posted is not None and item.posted[0] <= last and first <= item.posted[1]

    return holds


def _touches(item: Item, start: datetime | None, end: datetime | None) -> bool:
    """Tell whether a window shares an instant with an interval; an end that nobody stated excludes nothing."""
    window = item.row.window
    if window is None:
        return False
    before = window.end is not None and start is not None and window.end < start
    after = window.start is not None and end is not None and window.start > end
    return not before and not after


def boxes_of(place: RowPlace | None) -> tuple[Box, ...]:
    """Return the boxes within which a place is drawn: its point with its radius, or its regions."""
    if place is None:
        return ()
    if place.lon is not None and place.lat is not None:
        reach = (place.radius_km or 0.0) / 111.0
        # A degree of longitude is about half as long as one of latitude where this is used.
        return ((place.lon - 2 * reach, place.lat - reach, place.lon + 2 * reach, place.lat + reach),)
    boxes = _region_boxes()
    return tuple(box for id in (place.id, *place.parts) for box in boxes.get(id, ()))


@cache
def _region_boxes() -> dict[str, tuple[Box, ...]]:
    """Return a box for each piece of each region: one box for all of it would reach around the world at its far end."""
    found = {}
    for id, area in load_regions().areas.items():
        rings = [polygon[0] for polygon in area]
        found[id] = tuple(
            (min(x for x, _ in r), min(y for _, y in r), max(x for x, _ in r), max(y for _, y in r)) for r in rings
        )
    return found


def _unfold(box: Box) -> tuple[Box, ...]:
    west, south, east, north = box
    return (box,) if west <= east else ((west, south, 180.0, north), (-180.0, south, east, north))


def _overlap(one: Box, two: Box) -> bool:
    return one[0] <= two[2] and two[0] <= one[2] and one[1] <= two[3] and two[1] <= one[3]

"""How many incidents of a selection have which value: counted with the condition on that value left out.

So a list of kinds shows what choosing another kind would bring, and not only the kind that is chosen already.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from skyledger.publish.map.borders import region_name
from skyledger.publish.matching import Condition, Item

_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One value; ``label`` is a name where the value is an id, else the value."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """The values of one field of the filter, the most frequent first (nights: the latest first).

    Attributes:
        field: Name of the parameter that a value goes into.
        more: Values left out because there are too many.
    """

    field: str
    values: tuple[FacetValue, ...]
    more: int = 0


def count_facets(items: Iterable[Item], conditions: Mapping[str, Condition]) -> tuple[Facet, ...]:
    """Return the counts of every field over the items that meet the conditions on the other fields."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in _VALUES}
    labels: dict[str, str] = {}
    tests = list(conditions.items())
    for item in items:
        failed = _failed(item, tests)
        if failed is None:
            continue
        for name in _VALUES if not failed else [failed] if failed in _VALUES else ():
            for value, label in _VALUES[name](item):
                counts[name][value] += 1
                labels[value] = label
    return tuple(_facet(name, found, labels) for name, found in counts.items())


def _failed(item: Item, tests: list[tuple[str, Condition]]) -> str | None:
    """Return the one condition an item does not meet, ``""`` when it meets all, None when it fails several."""
    failed = ""
    for name, condition in tests:
        if not condition(item):
            if failed:
                return None
            failed = name
    return failed


def _facet(name: str, found: Counter[str], labels: Mapping[str, str]) -> Facet:
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    if name == "night":
        ranked = sorted(found.items(), reverse=True)
    shown = ranked if name == "night" else ranked[:_MOST]
    values = tuple(FacetValue(value=value, label=labels[value], count=count) for value, count in shown)
    return Facet(field=name, values=values, more=len(ranked) - len(values))


Pairs = Iterable[tuple[str, str]]


def _plain(value: str | None) -> Pairs:
    return () if value is None else ((value, value),)


def _place(item: Item) -> Pairs:
    place = item.row.place
    return () if place is None or not place.id or place.kind in ("region", "airport") else ((place.id, place.name),)


def _airport(item: Item) -> Pairs:
    place = item.row.place
    return () if place is None or place.airport is None else ((place.airport, place.name),)


_VALUES: Mapping[str, Callable[[Item], Pairs]] = {
    "kinds": lambda item: _plain(item.row.kind),
    "fates": lambda item: _plain(item.row.fate),
    "objects": lambda item: _plain(item.row.object),
    "region": lambda item: ((id, region_name(id)) for id in item.regions),
    "status": lambda item: _plain(item.row.status),
    "night": lambda item: _plain(item.row.night),
    "modality": lambda item: _plain(item.row.modality),
    "side": lambda item: ((side, side) for side in {speaker.side for speaker in item.row.speakers}),
    "speaker": lambda item: ((speaker.id, speaker.name) for speaker in item.row.speakers),
    "airport": _airport,
    "place": _place,
    "located": lambda item: _plain("yes" if item.boxes else "no"),
    "timed": lambda item: _plain("yes" if item.row.window is not None else "no"),
}

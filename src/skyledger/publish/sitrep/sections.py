"""Rows by region, sections by kind."""

from collections.abc import Mapping, Sequence

from skyledger.model import Claim, Document, Fate, Kind, Place, PlaceKind
from skyledger.publish.map.borders import region_name
from skyledger.publish.sitrep.lines import words_of_places
from skyledger.publish.sitrep.records import GROUPS, KindSection, Line, RegionRow, group_of
from skyledger.say import say

_SECTIONS: tuple[tuple[str, str, tuple[Kind, ...], Fate | None], ...] = (
    ("downed", "Interceptions: downed", (Kind.INTERCEPTION,), Fate.DOWNED),
    ("suppressed", "Interceptions: suppressed", (Kind.INTERCEPTION,), Fate.SUPPRESSED),
    ("lost", "Interceptions: lost from radar", (Kind.INTERCEPTION,), Fate.LOST),
    ("intercepted", "Interceptions: fate not stated", (Kind.INTERCEPTION,), None),
    ("attacks", "Attacks: launched, hits, debris", (Kind.ATTACK, Kind.SIGHTING), None),
    ("harm", "People harmed", (Kind.CASUALTIES, Kind.NO_CASUALTIES), None),
    ("damage", "Damage", (Kind.DAMAGE, Kind.NO_DAMAGE), None),
    ("fire", "Fire", (Kind.FIRE,), None),
    ("power", "Power", (Kind.POWER_OUTAGE,), None),
    ("airspace", "Airports and flights", (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.DIVERSION), None),
    ("alerts", "Alerts", (Kind.ALERT,), None),
    ("other", "Other effects", (Kind.OTHER_EFFECT,), None),
)

_DAMAGE = (Kind.DAMAGE, Kind.FIRE, Kind.POWER_OUTAGE)


def build_kinds(lines: Sequence[Line]) -> tuple[KindSection, ...]:
    """Return the sections that have lines; fates never share one."""
    left = list(lines)
    found = []
    for key, title, kinds, fate in _SECTIONS:
        own = [line for line in left if line.kind in kinds and (fate is None or line.fate is fate)]
        taken = {line.incident for line in own}
        left = [line for line in left if line.incident not in taken]
        if own:
            found.append(KindSection(key=key, title=title, lines=_parts_below(own)))
    return tuple(found)


def _parts_below(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Largest first, each total followed by its parts."""
    ordered = sorted(lines, key=largest, reverse=True)
    known = {line.incident for line in lines}
    parts: dict[str, list[Line]] = {}
    for line in ordered:
        if line.part_of in known:
            parts.setdefault(line.part_of or "", []).append(line)
    out: dict[str, Line] = {}
    for line in ordered:
        if line.part_of not in known:
            out |= {each.incident: each for each in (line, *parts.get(line.incident, ()))}
    return (*out.values(), *(line for line in ordered if line.incident not in out))


def largest(line: Line) -> int:
    """Return the lower bound of a line's largest number, -1 without one."""
    return max((f.interval.low for f in line.figures if f.interval is not None), default=-1)


def build_regions(
    lines: Sequence[Line], claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> tuple[RegionRow, ...]:
    """Return a row for each region, and after them countries, seas, lists and lines without a place."""
    rows: dict[str, list[Line]] = {}
    for line in lines:
        rows.setdefault(row_id(line.place), []).append(line)
    return tuple(
        _region_row(key, own, claims, documents)
        for key, own in sorted(rows.items(), key=lambda item: (_rank(item[1][0].place), _weight(item[1]), item[0]))
    )


def _weight(lines: Sequence[Line]) -> tuple[int, int, int]:
    """People harmed first, then damage and hits, then the larger number; a region that says "nobody" has none."""
    harmed = max((largest(line) for line in lines if line.kind is Kind.CASUALTIES), default=-1)
    damaged = sum(line.kind in _DAMAGE or line.fate is Fate.HIT for line in lines)
    return -harmed, -damaged, -max(largest(line) for line in lines)


def row_id(place: Place | None) -> str:
    """Return the region a place belongs to, else its own id (country, sea, list), else ``""``."""
    if place is None:
        return ""
    return place.region if place.region is not None and place.kind is not PlaceKind.LIST else place.id


def _rank(place: Place | None) -> int:
    if place is None:
        return 4
    if place.kind is PlaceKind.LIST:
        return 3
    return 0 if place.region is not None else 1 if place.kind is PlaceKind.SEA else 2


def _region_row(
    key: str, lines: Sequence[Line], claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> RegionRow:
    cells = {
        group: tuple(sorted((o for o in lines if group_of(o.kind) == group), key=largest, reverse=group != "airports"))
        for group in GROUPS
    }
    own = [claims[c] for line in lines for c in line.claims if line.place is not None and line.place.id == key]
    return RegionRow(id=key, name=place_name(key, lines[0].place), words=words_of_places(own, documents), cells=cells)


def place_name(key: str, place: Place | None) -> str:
    """Return the English name of a row: a region's name, a list's members, ``place not reported``."""
    if place is None:
        return say("place not reported")
    if place.kind is PlaceKind.LIST:
        return place.name or " + ".join(region_name(p) for p in place.parts)
    return place.name if place.id == key else region_name(key)

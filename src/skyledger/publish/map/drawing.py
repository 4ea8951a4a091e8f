"""Draw a night's places at the precision they are known: areas as areas, rings as rings, points as points."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from skyledger.model import Place, PlaceKind, PlacePrecision
from skyledger.publish.map.borders import Area, Point, load_countries, load_regions
from skyledger.publish.map.paths import draw_area
from skyledger.publish.map.view import FAR_KM, View, distance_km, fit_view, middle, outline_points

_DISTRICT_KM = 25.0
_SETTLEMENT_KM = 6.0
_TEXT_UNITS = 12.0
SEAS: Mapping[str, tuple[str, float, float]] = {
    "sea:black": ("Black Sea", 33.6, 43.6),
    "sea:azov": ("Sea of Azov", 36.6, 46.05),
    "sea:caspian": ("Caspian Sea", 50.3, 42.6),
    "sea:baltic": ("Baltic Sea", 19.4, 57.3),
    "sea:white": ("White Sea", 38.0, 65.6),
    "sea:barents": ("Barents Sea", 38.0, 71.5),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One thing to draw: a place, its words, and where its row and its best number stand on the page.

    Attributes:
        number: The largest number stated for it, or ``""``.
        href: Fragment of the number's words, ``""`` without a number.
        row: Fragment of the place's row.
        harm: Harm or damage was stated: hatched, not only tinted.
    """

    place: Place
    name: str
    number: str
    href: str
    row: str
    harm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnArea:
    """A region: ``stated`` (itself), ``listed`` (member of a list), ``plain``."""

    id: str
    d: str
    style: str
    harm: bool
    title: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnMark:
    """A sign at a place: ``airport``, ``settlement``, ``district``, ``point``; radius in units."""

    style: str
    x: float
    y: float
    radius: float
    title: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLabel:
    """Words on the map: ``place``, ``sea``, ``sea-stated``, ``country``; the number is a link of its own."""

    style: str
    x: float
    y: float
    name: str
    number: str = ""
    href: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnArrow:
    """A place beyond the edge; ``turn`` in degrees clockwise from east."""

    x: float
    y: float
    turn: float
    text: str
    anchor: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One map, ready for the template.

    Attributes:
        undrawn: Places that have no spot on a map (whole countries, places without a point), with their rows.
        scale_units: Length of the scale bar.
        scale_km: What it stands for.
    """

    width: float
    height: float
    lands: tuple[str, ...]
    areas: tuple[DrawnArea, ...]
    marks: tuple[DrawnMark, ...]
    labels: tuple[DrawnLabel, ...]
    arrows: tuple[DrawnArrow, ...]
    undrawn: tuple[tuple[str, str], ...]
    scale_units: float
    scale_km: int


def draw_map(spots: Sequence[Spot], width: float, height: float) -> Drawing | None:
    """Return the map of a night, or None when no place can be drawn.

    Args:
        spots: What to draw; several spots may share a place.
        width: Units of the drawing; text is 12 units high.
        height: Units.
    """
    located = [(s, p) for s in spots for p in [_where(s.place)] if p is not None]
    if not located:
        return None
    centre = middle([p for _, p in located])
    near = [(s, p) for s, p in located if distance_km(centre, p) <= FAR_KM] or located[:1]
    view = fit_view([q for s, p in near for q in _extent(s.place, p)], width, height)
    shown = {id(s) for s, _ in near}
    scale_km = _round_scale(view.km * width / 5)
    return Drawing(
        width=width,
        height=height,
        lands=tuple(d for d in (draw_area(a, view) for a in load_countries().areas.values()) if d),
        areas=_draw_areas([s for s, _ in near], view),
        marks=tuple(m for m in (_draw_mark(s, view) for s, _ in near) if m is not None),
        labels=_draw_labels(near, view),
        arrows=_draw_arrows([(s, p) for s, p in located if id(s) not in shown], centre, view),
        undrawn=tuple(dict.fromkeys((s.name, s.row) for s in spots if _where(s.place) is None)),
        scale_units=scale_km / view.km,
        scale_km=scale_km,
    )


def _members(place: Place) -> tuple[str, ...]:
    known = load_regions().areas
    if place.kind is PlaceKind.LIST:
        return tuple(p for p in place.parts if p in known)
    return (place.id,) if place.id in known else ()


def _where(place: Place) -> Point | None:
    """Return a point to aim a label or an arrow at; None for countries and what has no location."""
    if place.id in SEAS:
        return SEAS[place.id][1:]
    members = _members(place)
    if members:
        return _inner_point(load_regions().areas[members[0]])
    if place.kind is PlaceKind.COUNTRY or place.lat is None or place.lon is None:
        return None
    return place.lon, place.lat


def _extent(place: Place, point: Point) -> list[Point]:
    areas = load_regions().areas
    outline = [q for m in _members(place) for q in outline_points(areas[m])]
    return outline or [point]


def _inner_point(area: Area) -> Point:
    """Return a point well inside the largest polygon: the middle of its longest chord on a few parallels."""
    ring = max((polygon[0] for polygon in area), key=len)
    lats = [p[1] for p in ring]
    south, north = min(lats), max(lats)
    best, best_score = ring[0], -1.0
    for step in range(1, 8):
        lat = south + (north - south) * step / 8
        cuts = sorted(
            x1 + (lat - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in pairwise(ring) if (y1 > lat) != (y2 > lat)
        )
        for west, east in zip(cuts[::2], cuts[1::2], strict=False):
            middling = 1.0 - abs(step - 4) * 0.12
            if (east - west) * middling > best_score:
                best, best_score = ((west + east) / 2, lat), (east - west) * middling
    return best


def _draw_areas(spots: Iterable[Spot], view: View) -> tuple[DrawnArea, ...]:
    stated: dict[str, Spot] = {}
    listed: dict[str, Spot] = {}
    for spot in spots:
        target = listed if spot.place.kind is PlaceKind.LIST else stated
        for member in _members(spot.place):
            if member not in target or spot.harm:
                target[member] = spot
    regions = load_regions()
    drawn = []
    for key, area in regions.areas.items():
        d = draw_area(area, view)
        if not d:
            continue
        style = "stated" if key in stated else "listed" if key in listed else "plain"
        own = stated.get(key) or listed.get(key)
        title = regions.names[key] if own is None else _area_title(regions.names[key], style, own)
        drawn.append(
            DrawnArea(
                id=key,
                d=d,
                style=style,
                harm=own is not None and own.harm,
                title=title,
                row="" if own is None else own.row,
            )
        )
    return tuple(sorted(drawn, key=lambda a: a.style != "plain"))


def _area_title(name: str, style: str, spot: Spot) -> str:
    if style == "listed":
        return f"{name}: one of the places of a list that shares one number"
    return f"{name}: stated for the region as a whole" + (f", {spot.number}" if spot.number else "")


def _draw_mark(spot: Spot, view: View) -> DrawnMark | None:
    place = spot.place
    point = _where(place)
    if point is None or _members(place) or place.id in SEAS:
        return None
    x, y = view.place(*point)
    if place.kind is PlaceKind.AIRPORT:
        style, radius, words = "airport", 7.0, "airport"
    elif place.precision is PlacePrecision.DISTRICT or place.kind is PlaceKind.DISTRICT:
        style, radius, words = "district", max(_DISTRICT_KM / view.km, 9.0), "somewhere in this district"
    elif place.precision is PlacePrecision.SETTLEMENT:
        style, radius, words = "settlement", max(_SETTLEMENT_KM / view.km, 4.5), "in or near this settlement"
    else:
        style, radius, words = "point", 3.0, "named place"
    return DrawnMark(style=style, x=x, y=y, radius=radius, title=f"{spot.name}: {words}", row=spot.row)


def _draw_labels(near: Sequence[tuple[Spot, Point]], view: View) -> tuple[DrawnLabel, ...]:
    """Place labels where they do not cover each other; regions first, then airports and settlements."""
    boxes: list[tuple[float, float, float, float]] = []
    placed: list[DrawnLabel] = []
    seen: set[str] = set()
    order = {"region": 0, "sea": 1, "airport": 2}
    for spot, point in sorted(near, key=lambda n: (order.get(n[0].place.kind.value, 3), not n[0].number)):
        if spot.place.id in seen or spot.place.kind is PlaceKind.LIST:
            continue
        seen.add(spot.place.id)
        is_area = bool(_members(spot.place)) or spot.place.id in SEAS
        style = "sea-stated" if spot.place.id in SEAS else "place" if is_area else "small"
        x, y = view.place(*point)
        tries = ((0.0, 0.0), (0.0, 15.0), (0.0, -15.0)) if is_area else ((0.0, -11.0), (0.0, 20.0))
        _try_label(spot, style, [(x + dx, y + dy) for dx, dy in tries], view, boxes, placed)
    for key, (name, lon, lat) in SEAS.items():
        if key not in seen and view.shows(lon, lat, 40.0):
            x, y = view.place(lon, lat)
            _fit(DrawnLabel(style="sea", x=x, y=y, name=name), boxes, placed, view)
    return tuple(placed)


def _try_label(
    spot: Spot,
    style: str,
    spots: Sequence[tuple[float, float]],
    view: View,
    boxes: list[tuple[float, float, float, float]],
    placed: list[DrawnLabel],
) -> None:
    short = _short_name(spot.name)
    for x, y in spots:
        label = DrawnLabel(style=style, x=x, y=y, name=short, number=spot.number, href=spot.href, row=spot.row)
        if _fit(label, boxes, placed, view):
            return


def _short_name(name: str) -> str:
    for tail in (" Oblast", " Republic", " Krai", " Autonomous Okrug"):
        name = name.removesuffix(tail)
    return name


def _fit(
    label: DrawnLabel, boxes: list[tuple[float, float, float, float]], placed: list[DrawnLabel], view: View
) -> bool:
    wide = max(len(label.name), len(label.number)) * _TEXT_UNITS * 0.56 / 2 + 2
    if not (wide <= label.x <= view.width - wide and 10 <= label.y <= view.height - 16):
        return False
    low = 18.0 if label.number else 4.0
    box = (label.x - wide, label.y - 11.0, label.x + wide, label.y + low)
    if any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in boxes):
        return False
    boxes.append(box)
    placed.append(label)
    return True


def _draw_arrows(far: Sequence[tuple[Spot, Point]], centre: Point, view: View) -> tuple[DrawnArrow, ...]:
    arrows: dict[str, DrawnArrow] = {}
    for spot, point in far:
        if spot.place.id in arrows:
            continue
        x, y = view.place(*point)
        dx, dy = x - view.width / 2, y - view.height / 2
        inset_x, inset_y = view.width / 2 - 16, view.height / 2 - 14
        share = min(inset_x / abs(dx) if dx else 1e9, inset_y / abs(dy) if dy else 1e9)
        edge_x, edge_y = view.width / 2 + dx * share, view.height / 2 + dy * share
        # Several arrows on one side would lie on top of each other: step them along the edge.
        edge_y += 18.0 * len(arrows) * (-1 if edge_y > view.height / 2 else 1)
        arrows[spot.place.id] = DrawnArrow(
            x=edge_x,
            y=edge_y,
            turn=math.degrees(math.atan2(dy, dx)),
            text=_short_name(spot.name),
            anchor="end" if dx > 0 else "start",
            row=spot.row,
        )
    return tuple(arrows.values())


def _round_scale(km: float) -> int:
    power = 10 ** math.floor(math.log10(km))
    return int(max(m * power for m in (1, 2, 5) if m * power <= km))

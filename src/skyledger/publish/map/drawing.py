"""Draw a night's places at the precision they are known: areas as areas, rings as rings, points as points."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from skyledger.model import Place, PlaceKind, PlacePrecision
from skyledger.publish.map.borders import Area, Point, load_countries, load_regions, region_name
from skyledger.publish.map.labels import SEAS, arrow_boxes, draw_labels, is_sign, members, short_name
from skyledger.publish.map.paths import draw_area
from skyledger.publish.map.records import Drawing, DrawnArea, DrawnArrow, DrawnMark, Spot
from skyledger.publish.map.view import FAR_KM, View, distance_km, fit_view, middle, outline_points
from skyledger.say import say

_REGION_KM = 70.0
_DISTRICT_KM = 25.0
_SETTLEMENT_KM = 6.0


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
    arrows = _draw_arrows([(s, p) for s, p in located if id(s) not in shown], centre, view)
    scale_km = _round_scale(view.km * width / 5)
    scale_box = (0.0, height - 34.0, scale_km / view.km + 30.0, height)
    return Drawing(
        width=width,
        height=height,
        lands=tuple(d for d in (draw_area(a, view) for a in load_countries().areas.values()) if d),
        areas=_draw_areas([s for s, _ in near], view),
        marks=tuple(m for m in (_draw_mark(s, view) for s, _ in near) if m is not None),
        labels=draw_labels(near, view, [*arrow_boxes(arrows), scale_box]),
        arrows=arrows,
        undrawn=tuple(dict.fromkeys((s.name, s.row) for s in spots if _where(s.place) is None)),
        scale_units=scale_km / view.km,
        scale_km=scale_km,
    )


def _where(place: Place) -> Point | None:
    """Return a point to aim a label or an arrow at; None for countries and what has no location."""
    if place.id in SEAS:
        return SEAS[place.id][1:]
    filled = members(place)
    if filled:
        return _inner_point(load_regions().areas[filled[0]])
    if place.kind is PlaceKind.COUNTRY or place.lat is None or place.lon is None:
        return None
    return place.lon, place.lat


def _extent(place: Place, point: Point) -> list[Point]:
    areas = load_regions().areas
    outline = [q for m in members(place) for q in outline_points(areas[m])]
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
        for member in members(spot.place):
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
        title = region_name(key) if own is None else _area_title(region_name(key), style, own)
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
        return f"{name}: {say('one of the places of a list that shares one number')}"
    return f"{name}: {say('stated for the region as a whole')}" + (f", {spot.number}" if spot.number else "")


def _draw_mark(spot: Spot, view: View) -> DrawnMark | None:
    place = spot.place
    point = _where(place)
    if point is None or not is_sign(place):
        return None
    x, y = view.place(*point)
    if place.kind is PlaceKind.AIRPORT:
        style, radius, words = "airport", 7.0, "airport"
    elif place.precision is PlacePrecision.REGION or place.kind is PlaceKind.AREA:
        # A region whose border we do not have (another country's) is a wide ring, still never a pin.
        style, radius, words = "district", max(_REGION_KM / view.km, 14.0), "somewhere in this region"
    elif place.precision is PlacePrecision.DISTRICT or place.kind is PlaceKind.DISTRICT:
        style, radius, words = "district", max(_DISTRICT_KM / view.km, 9.0), "somewhere in this district"
    elif place.precision is PlacePrecision.SETTLEMENT:
        style, radius, words = "settlement", max(_SETTLEMENT_KM / view.km, 4.5), "in or near this settlement"
    else:
        style, radius, words = "point", 3.0, "named place"
    return DrawnMark(style=style, x=x, y=y, radius=radius, title=f"{spot.name}: {say(words)}", row=spot.row)


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
            text=short_name(spot.name),
            anchor="end" if dx > 0 else "start",
            row=spot.row,
        )
    return tuple(arrows.values())


def _round_scale(km: float) -> int:
    power = 10 ** math.floor(math.log10(km))
    return int(max(m * power for m in (1, 2, 5) if m * power <= km))

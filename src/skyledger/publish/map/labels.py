"""Put words on a map where they cover neither each other nor a sign."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from skyledger.model import Place, PlaceKind
from skyledger.publish.map.borders import Point, load_regions
from skyledger.publish.map.records import DrawnArrow, DrawnLabel, Spot
from skyledger.publish.map.view import View
from skyledger.publish.names import name_of, place_name

Box = tuple[float, float, float, float]
_LETTER = 6.7  # width of a letter at 12 units, a little generous
_NUDGE = 45.0
_CLASSES = (
    " Oblast", " Republic", " Krai", " Autonomous Okrug",
    " область", " край", " республика", " республіка", " автономный округ", " автономний округ",
)  # fmt: skip
_CLASSES_BEFORE = ("Республика ", "Республіка ")
_HERE = ((0.0, 0.0),)
_AROUND_AREA = ((0.0, 0.0), (0.0, 14.0), (0.0, -14.0), (0.0, 26.0), (0.0, -26.0), (30.0, 8.0), (-30.0, 8.0))
_AROUND_SEA = (*_AROUND_AREA, (60.0, -4.0), (-60.0, -4.0), (90.0, -4.0))
SEAS: Mapping[str, tuple[str, float, float]] = {
    "sea:black": ("Black Sea", 33.6, 43.6),
    "sea:azov": ("Sea of Azov", 36.6, 46.05),
    "sea:caspian": ("Caspian Sea", 50.3, 42.6),
    "sea:baltic": ("Baltic Sea", 19.4, 57.3),
    "sea:white": ("White Sea", 38.0, 65.6),
    "sea:barents": ("Barents Sea", 38.0, 71.5),
}
# Where a country's name is tried, so that a reader knows where the map is.
COUNTRIES: tuple[tuple[str, float, float], ...] = (
    ("Ukraine", 31.0, 49.2),
    ("Ukraine", 25.5, 49.3),
    ("Russia", 43.5, 52.6),
    ("Russia", 33.5, 56.3),
    ("Russia", 62.0, 57.5),
    ("Belarus", 28.0, 53.3),
    ("Kazakhstan", 50.5, 49.3),
    ("Kazakhstan", 66.0, 49.0),
    ("Poland", 20.0, 52.2),
    ("Romania", 25.0, 46.0),
    ("Georgia", 43.6, 42.1),
    ("Turkey", 34.0, 40.5),
    ("Finland", 26.5, 62.8),
    ("China", 120.0, 47.0),
    ("Mongolia", 104.0, 47.0),
)


def members(place: Place) -> tuple[str, ...]:
    """Return the regions a place fills: itself, or the members of a list; none for anything smaller."""
    known = load_regions().areas
    if place.kind is PlaceKind.LIST:
        return tuple(p for p in place.parts if p in known)
    return (place.id,) if place.id in known else ()


def is_water(place: Place) -> bool:
    """Tell whether a place is a sea, a bay or a reservoir: words on the water, whatever its id."""
    return place.kind is PlaceKind.SEA or place.id in SEAS


def is_sign(place: Place) -> bool:
    """Tell whether a place is drawn as a sign rather than as an area or as words."""
    return not members(place) and not is_water(place)


def draw_labels(near: Sequence[tuple[Spot, Point]], view: View, taken: Sequence[Box]) -> tuple[DrawnLabel, ...]:
    """Place labels where they cover neither each other nor a sign; regions first, then airports and settlements."""
    words: list[Box] = list(taken)
    signs = [*(_sign_box(view.place(*p)) for s, p in near if is_sign(s.place))]
    placed: list[DrawnLabel] = []
    seen: set[str] = set()
    order = {"region": 0, "sea": 1, "airport": 3}
    for spot, point in sorted(near, key=lambda n: (order.get(n[0].place.kind.value, 2), not n[0].number)):
        if spot.place.id in seen or spot.place.kind is PlaceKind.LIST:
            continue
        seen.add(spot.place.id)
        is_area = bool(members(spot.place)) or is_water(spot.place)
        style = "sea-stated" if is_water(spot.place) else "place" if is_area else "small"
        x, y = view.place(*point)
        label = DrawnLabel(
            style=style, x=x, y=y, name=short_name(spot.name), number=spot.number, href=spot.href, row=spot.row
        )
        offsets = _AROUND_SEA if is_water(spot.place) else _AROUND_AREA if is_area else _beside(label)
        if not _fit_any(label, offsets, words, signs, placed, view) and is_area:
            # A region's number matters more than the signs in it.
            _fit_any(label, offsets, words, [], placed, view)
    for key, (english, lon, lat) in SEAS.items():
        if key not in seen and view.shows(lon, lat, 40.0):
            x, y = view.place(lon, lat)
            name = place_name(key, english)
            _fit_any(DrawnLabel(style="sea", x=x, y=y, name=name), _HERE, words, signs, placed, view)
    named: set[str] = set()
    for english, lon, lat in COUNTRIES:
        x, y = view.place(lon, lat)
        name = name_of(english) or english
        if name not in named and view.shows(lon, lat, 30.0):
            label = DrawnLabel(style="country", x=x, y=y, name=name.upper())
            if _fit_any(label, _HERE, words, signs, placed, view):
                named.add(name)
    return tuple(placed)


def _beside(label: DrawnLabel) -> tuple[Point, ...]:
    """Above, below, right and left of a sign, near enough to belong to it."""
    side = max(len(label.name), len(label.number)) * _LETTER / 2 + 11
    above = -25.0 if label.number else -11.0
    return (0.0, above), (0.0, 20.0), (side, 4.0), (-side, 4.0)


def _sign_box(point: tuple[float, float]) -> Box:
    return point[0] - 8, point[1] - 8, point[0] + 8, point[1] + 8


def arrow_boxes(arrows: Sequence[DrawnArrow]) -> list[Box]:
    """Return what the arrows and their words cover."""
    boxes = []
    for arrow in arrows:
        wide = len(arrow.text) * _LETTER + 24
        left = arrow.x - wide if arrow.anchor == "end" else arrow.x - 8
        boxes.append((left, arrow.y - 10, left + wide + 16, arrow.y + 10))
    return boxes


def short_name(name: str) -> str:
    """Return a region's name without its class: ``Kaluga`` for ``Kaluga Oblast``."""
    for tail in _CLASSES:
        name = name.removesuffix(tail)
    for head in _CLASSES_BEFORE:
        name = name.removeprefix(head)
    return name


def _fit_any(
    label: DrawnLabel,
    offsets: Sequence[Point],
    words: list[Box],
    signs: Sequence[Box],
    placed: list[DrawnLabel],
    view: View,
) -> bool:
    """Place a label at the first offset where it is free, nudged inside the frame."""
    wide = max(len(label.name), len(label.number)) * _LETTER / 2 + 2
    low = 18.0 if label.number else 4.0
    for dx, dy in offsets:
        x, y = min(max(label.x + dx, wide + 3), view.width - wide - 3), label.y + dy
        box = (x - wide, y - 11.0, x + wide, y + low)
        free = not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in (*words, *signs))
        if free and abs(x - label.x - dx) < _NUDGE and 12 <= y <= view.height - low - 2:
            words.append(box)
            placed.append(replace(label, x=x, y=y))
            return True
    return False

"""The committed borders (scripts/build_borders.py), decoded once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from skyledger.publish.names import region_in_words
from skyledger.say import language

Point = tuple[float, float]
Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]
Area = tuple[Polygon, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Borders:
    """Areas by id: polygons of rings of ``(lon, lat)``, closed (the last point repeats the first).

    Attributes:
        names: English name by id; empty for countries, which are keyed by name.
        note: Where the lines come from, one sentence or two.
    """

    areas: Mapping[str, Area]
    names: Mapping[str, str]
    note: str


@cache
def load_regions() -> Borders:
    """Return every first-level area of Russia and Ukraine, keyed by ISO 3166-2."""
    return _load("regions.json")


@cache
def load_countries() -> Borders:
    """Return country outlines around them, keyed by English name."""
    return _load("countries.json")


def region_name(region_id: str) -> str:
    """Return the name of a region in the language that is spoken, or its id where nobody has one."""
    english = load_regions().names.get(region_id, region_id)
    return english if language() == "en" else region_in_words(region_id) or english


def _load(name: str) -> Borders:
    data = json.loads((files("skyledger") / "data" / "borders" / name).read_text(encoding="utf-8"))
    lines = [_decode(arc, float(data["scale"])) for arc in data["arcs"]]
    areas = {
        key: tuple(tuple(_ring(lines, ring) for ring in polygon) for polygon in polygons)
        for key, polygons in data["areas"].items()
    }
    return Borders(areas=areas, names=data.get("names", {}), note=data["note"])


def _decode(arc: list[int], scale: float) -> tuple[Point, ...]:
    x = y = 0
    points = []
    for dx, dy in zip(arc[::2], arc[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / scale, y / scale))
    return tuple(points)


def _ring(lines: list[tuple[Point, ...]], indexes: list[int]) -> Ring:
    points: list[Point] = []
    for index in indexes:
        line = lines[index] if index >= 0 else lines[~index][::-1]
        points.extend(line if not points else line[1:])
    return tuple(points)


def contains(area: Area, lon: float, lat: float) -> bool:
    """Tell whether a point lies inside an area (even-odd rule over all rings)."""
    inside = False
    for ring in (r for polygon in area for r in polygon):
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
    return inside

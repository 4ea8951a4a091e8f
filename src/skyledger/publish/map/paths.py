"""Areas as SVG path data, clipped to the view and thinned to what the eye can see."""

from collections.abc import Sequence
from itertools import pairwise

from skyledger.publish.map.borders import Area
from skyledger.publish.map.view import View

_PAD = 12.0
_THIN = 1.0

Points = list[tuple[float, float]]


def draw_area(area: Area, view: View) -> str:
    """Return path data for the part of an area inside the view, ``""`` when none is."""
    parts = []
    for polygon in area:
        for ring in polygon:
            points = _clip([view.place(lon, lat) for lon, lat in ring], view)
            thin = _thin(points)
            if len(thin) > 2:
                parts.append(_path(thin))
    return "".join(parts)


def _path(points: Points) -> str:
    """Return a closed path in relative steps of a tenth of a unit: half the size of absolute ones."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = ((bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(tenths))
    return (
        f"M{_tenth(tenths[0][0])} {_tenth(tenths[0][1])}l"
        + " ".join(f"{_tenth(x)} {_tenth(y)}" for x, y in steps)
        + "z"
    )


def _tenth(value: int) -> str:
    return str(value // 10) if value % 10 == 0 else f"{value / 10:.1f}"


def _thin(points: Sequence[tuple[float, float]]) -> Points:
    out: Points = []
    for x, y in points:
        if not out or abs(x - out[-1][0]) + abs(y - out[-1][1]) >= _THIN:
            out.append((x, y))
    return out


def _clip(points: Points, view: View) -> Points:
    """Sutherland and Hodgman: cut a ring at each edge of the padded view in turn."""
    edges = ((0, -_PAD, 1), (0, view.width + _PAD, -1), (1, -_PAD, 1), (1, view.height + _PAD, -1))
    for axis, bound, sign in edges:
        if not points:
            return []
        kept: Points = []
        before = points[-1]
        for point in points:
            was_in, is_in = (before[axis] - bound) * sign >= 0, (point[axis] - bound) * sign >= 0
            if was_in != is_in:
                share = (bound - before[axis]) / (point[axis] - before[axis])
                kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
            if is_in:
                kept.append(point)
            before = point
        points = kept
    return points

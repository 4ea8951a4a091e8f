"""Choose what a map shows: the night's places with a margin; far-away places become arrows at the edge."""

from collections.abc import Sequence
from dataclasses import dataclass

from skyledger.model.geo import great_circle_km
from skyledger.publish.map.borders import Area, Point
from skyledger.publish.map.projection import Albers, fit_albers

# Beyond this distance from the middle of the night a place would shrink the others to specks: an arrow says more.
FAR_KM = 1300.0
_MARGIN_KM = 70.0
_SMALLEST_KM = 420.0


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A rectangle of the projected plane, drawn at ``width`` x ``height`` units.

    Attributes:
        left: West edge in km of the plane.
        top: North edge in km of the plane.
        km: Kilometres per unit.
    """

    projection: Albers
    left: float
    top: float
    km: float
    width: float
    height: float

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Return drawing units for degrees."""
        x, y = self.projection.project(lon, lat)
        return (x - self.left) / self.km, (y - self.top) / self.km

    def shows(self, lon: float, lat: float, margin: float = 0.0) -> bool:
        """Tell whether a point lies inside the drawing, by at least ``margin`` units."""
        x, y = self.place(lon, lat)
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin


def distance_km(a: Point, b: Point) -> float:
    """Return the great-circle distance of two ``(lon, lat)``."""
    return great_circle_km(a[1], a[0], b[1], b[0])


def middle(points: Sequence[Point]) -> Point:
    """Return the medians of longitude and latitude: one far place does not move them."""
    lons, lats = sorted(p[0] for p in points), sorted(p[1] for p in points)
    return lons[len(lons) // 2], lats[len(lats) // 2]


def outline_points(area: Area) -> list[Point]:
    """Return the points of an area's largest ring, enough to fit a view to it."""
    ring = max((polygon[0] for polygon in area), key=len)
    return list(ring[:: max(1, len(ring) // 40)])


def fit_view(points: Sequence[Point], width: float, height: float) -> View:
    """Return a view that holds all points with a margin, in the shape asked for."""
    projection = fit_albers(points)
    plane = [projection.project(*p) for p in points]
    left, right = min(p[0] for p in plane) - _MARGIN_KM, max(p[0] for p in plane) + _MARGIN_KM
    top, bottom = min(p[1] for p in plane) - _MARGIN_KM, max(p[1] for p in plane) + _MARGIN_KM
    km = max((right - left) / width, (bottom - top) / height, _SMALLEST_KM / max(width, height))
    return View(
        projection=projection,
        left=(left + right - km * width) / 2,
        top=(top + bottom - km * height) / 2,
        km=km,
        width=width,
        height=height,
    )

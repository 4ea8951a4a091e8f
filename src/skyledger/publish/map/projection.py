"""An equal-area conic projection fitted to the places in view.

Source: J. P. Snyder, Map Projections, A Working Manual (USGS Professional Paper 1395, 1987), section 14, sphere.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

EARTH_KM = 6371.0088


@dataclass(frozen=True, slots=True, kw_only=True)
class Albers:
    """Albers equal-area conic on a sphere; plane coordinates in km, y to the south as in SVG.

    Attributes:
        lon0: Central meridian, degrees east.
        lat0: Latitude of origin, degrees north.
        n: Cone constant.
        c: Snyder's C.
        rho0: Radius of the origin's parallel in units of the sphere's radius.
    """

    lon0: float
    lat0: float
    n: float
    c: float
    rho0: float

    def project(self, lon: float, lat: float) -> tuple[float, float]:
        """Return ``(x, y)`` in km for degrees east and north; longitudes may run beyond 180."""
        rho = math.sqrt(max(self.c - 2.0 * self.n * math.sin(math.radians(lat)), 0.0)) / self.n
        theta = self.n * math.radians(lon - self.lon0)
        return EARTH_KM * rho * math.sin(theta), -EARTH_KM * (self.rho0 - rho * math.cos(theta))


def fit_albers(points: Iterable[tuple[float, float]]) -> Albers:
    """Return a projection whose standard parallels lie a sixth inside the points' span of latitude.

    Args:
        points: ``(lon, lat)`` in degrees; at least one.

    Raises:
        ValueError: There is no point.
    """
    pairs = list(points)
    if not pairs:
        raise ValueError("no point to fit a projection to")
    lons, lats = [p[0] for p in pairs], [p[1] for p in pairs]
    south, north = min(lats), max(lats)
    # Two parallels too close together make the cone constant lose its digits; half a degree is plenty.
    pad = max((north - south) / 6.0, 0.0) if north - south > 1.0 else -0.5
    first, second = math.radians(south + pad), math.radians(north - pad)
    lon0, lat0 = (min(lons) + max(lons)) / 2.0, (south + north) / 2.0
    n = (math.sin(first) + math.sin(second)) / 2.0
    c = math.cos(first) ** 2 + 2.0 * n * math.sin(first)
    rho0 = math.sqrt(c - 2.0 * n * math.sin(math.radians(lat0))) / n
    return Albers(lon0=lon0, lat0=lat0, n=n, c=c, rho0=rho0)

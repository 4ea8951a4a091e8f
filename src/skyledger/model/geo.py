"""Distances on the globe."""

from math import asin, cos, radians, sin, sqrt

_RADIUS_KM = 6371.0


def great_circle_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the distance in km of two points in degrees, on a sphere: right within half a percent."""
    phi1, phi2 = radians(lat1), radians(lat2)
    half = sin((phi2 - phi1) / 2) ** 2 + cos(phi1) * cos(phi2) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * _RADIUS_KM * asin(sqrt(half))

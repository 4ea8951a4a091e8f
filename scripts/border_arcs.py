"""Areas as arcs: lines that neighbours share, each simplified and stored once.

Lines are simplified with Visvalingam's method (effective triangle area) on shared arcs, so neighbours keep one border.
"""

import heapq
import math
from collections import defaultdict
from typing import Any

SCALE = 1000  # whole numbers of 0.001 degree: about 100 m, finer than the simplification
EAST_LON = 62.0  # from here on the east begins, which is drawn at smaller scales
ISLAND_KM2 = 12.0

Point = tuple[float, float]
Ring = list[Point]


def area_km2(ring: Ring) -> float:
    """Return the area of a ring by the shoelace rule at its own latitude; good to a few percent, enough to sort."""
    scale = 111.32**2 * math.cos(math.radians(sum(p[1] for p in ring) / len(ring)))
    total = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))
    return abs(total) / 2.0 * scale


def simplify(line: Ring, closed: bool, limit_km2: float) -> Ring:
    """Visvalingam: drop, smallest first, points whose triangle with their neighbours is below the limit."""
    count = len(line)
    before = [i - 1 for i in range(count)]
    after = [i + 1 for i in range(count)]
    if closed:
        before[0], after[-1] = count - 1, 0
    gone = [False] * count
    stamp = [0] * count

    def triangle(i: int) -> float:
        return area_km2([line[before[i]], line[i], line[after[i]]])

    inner = range(count) if closed else range(1, count - 1)
    heap = [(triangle(i), i, 0) for i in inner]
    heapq.heapify(heap)
    left = count
    while heap and left > (4 if closed else 2):
        size, i, version = heapq.heappop(heap)
        if gone[i] or version != stamp[i]:
            continue
        if size > limit_km2:
            break
        gone[i] = True
        left -= 1
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if not gone[j] and (closed or 0 < j < count - 1):
                stamp[j] += 1
                heapq.heappush(heap, (max(size, triangle(j)), j, stamp[j]))
    return [p for p, dropped in zip(line, gone, strict=True) if not dropped]


class ArcStore:
    """Arcs shared by neighbours, each simplified and stored once."""

    def __init__(self, areas: dict[str, list[list[Ring]]], west_km2: float, east_km2: float) -> None:
        self.lines: list[list[int]] = []
        self._limits = (west_km2, east_km2)
        self._index: dict[tuple[Point, ...], int] = {}
        neighbours: dict[Point, set[Point]] = defaultdict(set)
        for ring in (r for polygons in areas.values() for polygon in polygons for r in polygon):
            for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
                neighbours[a].add(b)
                neighbours[b].add(a)
        self._junctions = {p for p, near in neighbours.items() if len(near) > 2}

    def add_ring(self, ring: Ring) -> list[int]:
        """Split a ring at junctions and return its arc indexes; ``~i`` walks arc i backwards."""
        cuts = [i for i, p in enumerate(ring) if p in self._junctions]
        if not cuts:
            start = ring.index(min(ring))
            turned = ring[start:] + ring[:start]
            if turned[1] > turned[-1]:
                turned = [turned[0], *turned[:0:-1]]
            return [self._store(tuple(turned), closed=True)]
        turned = ring[cuts[0] :] + ring[: cuts[0]] + [ring[cuts[0]]]
        indexes, begin = [], 0
        for i in range(1, len(turned)):
            if turned[i] in self._junctions:
                piece = tuple(turned[begin : i + 1])
                backwards = piece > piece[::-1]
                index = self._store(piece[::-1] if backwards else piece, closed=False)
                indexes.append(~index if backwards else index)
                begin = i
        return indexes

    def _store(self, piece: tuple[Point, ...], closed: bool) -> int:
        if piece not in self._index:
            middle = piece[len(piece) // 2][0]
            line = simplify(list(piece), closed, self._limits[0] if middle < EAST_LON else self._limits[1])
            if closed:
                line.append(line[0])
            self._index[piece] = len(self.lines)
            self.lines.append(encode_line(line))
        return self._index[piece]


def encode_line(line: Ring) -> list[int]:
    """Return ``[x0, y0, dx1, dy1, ...]`` in thousandths of a degree."""
    out: list[int] = []
    x = y = 0
    for lon, lat in line:
        nx, ny = round(lon * SCALE), round(lat * SCALE)
        if out and nx == x and ny == y:
            continue
        out.extend((nx - x, ny - y))
        x, y = nx, ny
    return out


def encode_areas(areas: dict[str, list[list[Ring]]], west_km2: float, east_km2: float, note: str) -> dict[str, Any]:
    """Return the file's content: arcs once, and each area as polygons of rings of arc indexes."""
    store = ArcStore(areas, west_km2, east_km2)
    encoded = {}
    for key in sorted(areas):
        polygons = sorted(areas[key], key=lambda p: -area_km2(p[0]))
        kept = [p for i, p in enumerate(polygons) if i == 0 or area_km2(p[0]) >= ISLAND_KM2]
        encoded[key] = [[store.add_ring(ring) for ring in polygon] for polygon in kept]
    return {"note": note, "scale": SCALE, "areas": encoded, "arcs": store.lines}

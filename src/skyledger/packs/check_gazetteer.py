"""Faults of the gazetteer's sources: shapes, ids, ISO codes, zones, points, and names that lead to no place."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from skyledger.packs.faults import PackFault
from skyledger.packs.iso_codes import COUNTRIES, REGIONS
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.shapes import AIRPORT, COMMON_WORDS, DISTRICT, PLACE, REGION, SETTLEMENT_NAMES, KeyPath, Shape
from skyledger.packs.source_file import SourceFile, read_source
from skyledger.packs.toponyms_latin import plain_latin
from skyledger.packs.toponyms_towns import DISTRICT_LABELS, district_id

REGION_HEADS = frozenset(
    {"avtoblast", "city", "county", "krai", "oblast", "okrug", "republic", "territory", "voivodeship"}
)
_SETTLEMENT_COLUMNS = (
    *("id", "name_en", "name_ru", "name_uk", "country", "region", "lat", "lon", "zone", "population"),
)
_AIRPORT_COLUMNS = ("icao", "iata", "name", "country", "region", "serves", "lat", "lon", "zone")


def region_ids(data: Path) -> frozenset[str]:
    """Return the ids of ``regions.toml`` that are published by ISO; empty when the file is broken."""
    source = read_source(data / "gazetteer" / "regions.toml", "")
    if isinstance(source, PackFault):
        return frozenset()
    return frozenset(str(raw.get("id")) for _, raw in source.tables("region") if isinstance(raw, dict)) & REGIONS


def check_gazetteer(data: Path) -> Iterator[PackFault]:
    """Yield the faults of every source under ``data/gazetteer``."""
    yield from _Gazetteer(data / "gazetteer", region_ids(data)).faults()


class _Gazetteer:
    """One pass over the gazetteer's files, which point at each other."""

    def __init__(self, folder: Path, regions: frozenset[str]) -> None:
        self.folder = folder
        self.regions = regions
        self.zones = available_timezones()
        self.seen: dict[str, str] = {}
        self.settlement_keys: set[str] = set()
        self.icao: set[str] = set()

    def faults(self) -> Iterator[PackFault]:
        """Yield every fault, files in the order in which they build on each other."""
        yield from self._lists("regions.toml", {"region": REGION, "list": PLACE})
        yield from self._lists("countries.toml", {"country": PLACE})
        yield from self._lists("seas.toml", {"sea": PLACE})
        yield from self._table("settlements.tsv", _SETTLEMENT_COLUMNS)
        yield from self._table("airports.tsv", _AIRPORT_COLUMNS)
        yield from self._districts()
        yield from self._airports()
        yield from self._settlement_names()
        yield from self._common_words()

    def _open(self, name: str) -> SourceFile | PackFault:
        return read_source(self.folder / name, f"gazetteer/{name}")

    def _lists(self, name: str, shapes: Mapping[str, Shape]) -> Iterator[PackFault]:
        source = self._open(name)
        if isinstance(source, PackFault):
            yield source
            return
        yield from source.unknown_tables(frozenset(shapes))
        for kind, shape in shapes.items():
            for number, raw in source.tables(kind):
                path: KeyPath = (kind, number)
                faults = source.shape_faults(raw, shape, path, str(raw.get("id", "")) if isinstance(raw, dict) else "")
                yield from faults or self._area(source, kind, raw, path)

    def _area(self, source: SourceFile, kind: str, raw: Mapping[str, Any], path: KeyPath) -> Iterator[PackFault]:
        name = raw["id"]
        if kind == "region" and name not in REGIONS:
            yield source.fault((*path, "id"), name, "ISO 3166-2 publishes no such region")
        if kind == "region" and raw["head"] not in REGION_HEADS:
            known = ", ".join(sorted(REGION_HEADS))
            yield source.fault((*path, "head"), name, f"unknown head {raw['head']!r} (known: {known})")
        if kind == "country" and name not in COUNTRIES:
            yield source.fault((*path, "id"), name, "ISO 3166-1 publishes no such country")
        if kind == "list":
            for part in set(name.split("+")) - self.regions:
                yield source.fault((*path, "id"), name, f"{part!r} is no region of this file")
        for key, text in self._point_faults(str(raw.get("zone", "")), raw.get("lat"), raw.get("lon")):
            yield source.fault((*path, key), name, text)
        whole = f"sea:{name}" if kind == "sea" else name
        yield from self._once(whole, source.name, source.line_of((*path, "id")))

    def _once(self, place_id: str, file: str, line: int) -> Iterator[PackFault]:
        place = self.seen.setdefault(place_id, f"{file}:{line}")
        if place != f"{file}:{line}":
            yield PackFault(file=file, line=line, key=place_id, fault=f"this id stands twice, first at {place}")

    def _point_faults(self, zone: str, lat: float | None, lon: float | None) -> Iterator[tuple[str, str]]:
        """Yield key and fault."""
        if zone and zone not in self.zones:
            yield "zone", f"zone {zone!r} is not in the time zone database"
        if lat is not None and not -90 <= lat <= 90:
            yield "lat", f"lat {lat} is not between -90 and 90"
        if lon is not None and not -180 <= lon <= 180:
            yield "lon", f"lon {lon} is not between -180 and 180"

    def _table(self, name: str, columns: tuple[str, ...]) -> Iterator[PackFault]:
        file = f"gazetteer/{name}"
        try:
            lines = (self.folder / name).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
            yield PackFault(file=file, line=0, key="", fault=f"cannot be read: {reason}")
            return
        if not lines or tuple(lines[0].split("\t")) != columns:
            yield PackFault(file=file, line=1, key="", fault=f"expected the columns {' '.join(columns)}")
            return
        for number, line in enumerate(lines[1:], 2):
            cells = line.split("\t")
            if len(cells) != len(columns):
                said = f"{len(cells)} cells, expected {len(columns)}"
                yield PackFault(file=file, line=number, key=cells[0], fault=said)
                continue
            row = dict(zip(columns, cells, strict=True))
            for text in self._row_faults(row):
                yield PackFault(file=file, line=number, key=cells[0], fault=text)
            yield from self._once(cells[0], file, number)

    def _row_faults(self, row: Mapping[str, str]) -> Iterator[str]:
        try:
            lat, lon, people = float(row["lat"]), float(row["lon"]), int(row.get("population", "0"))
        except ValueError as error:
            yield f"lat, lon and population must be numbers: {error}"
            return
        yield from (text for _, text in self._point_faults(row["zone"], lat, lon))
        if not row["zone"]:
            yield "zone is missing"
        if people < 0:
            yield f"population {people} is below 0"
        if row["country"] not in COUNTRIES:
            yield f"country {row['country']!r} is not in ISO 3166-1"
        if row["region"] and row["region"] not in self.regions:
            yield f"region {row['region']!r} is not in regions.toml"
        if "icao" in row:
            self.icao.add(row["icao"])
            if row["serves"] and row["serves"] not in self.seen:
                yield f"serves {row['serves']!r}, which is no place"
        else:
            self.settlement_keys.add(f"{row['region'] or row['country']}:{plain_latin(row['name_en'])}")

    def _districts(self) -> Iterator[PackFault]:
        source = self._open("districts.toml")
        if isinstance(source, PackFault):
            yield source
            return
        for region, groups in source.data.items():
            if region not in self.regions or not isinstance(groups, dict):
                yield source.fault((region,), region, "is no region of regions.toml with lists of districts")
                continue
            for group, entries in groups.items():
                if group not in DISTRICT_LABELS or not isinstance(entries, list):
                    known = ", ".join(DISTRICT_LABELS)
                    yield source.fault((region, group), region, f"unknown group {group!r} (known: {known})")
                    continue
                for number, raw in enumerate(entries):
                    path: KeyPath = (region, group, number)
                    yield from source.shape_faults(raw, DISTRICT, path) or self._district(source, raw, path, region)

    def _district(self, source: SourceFile, raw: Mapping[str, Any], path: KeyPath, region: str) -> Iterator[PackFault]:
        place_id, line = district_id(raw, region), source.line_of(path)
        for _, text in self._point_faults("", raw.get("lat"), raw.get("lon")):
            yield source.fault(path, place_id, text)
        place = self.seen.setdefault(place_id, f"{source.name}:{line}")
        if place != f"{source.name}:{line}":
            yield source.fault(path, place_id, f"this id stands twice, first at {place}; give one of them a slug")

    def _airports(self) -> Iterator[PackFault]:
        source = self._open("airports.toml")
        if isinstance(source, PackFault):
            yield source
            return
        for icao, raw in source.data.items():
            faults = source.shape_faults(raw, AIRPORT, (icao,), icao)
            yield from faults
            if icao not in self.icao:
                yield source.fault((icao,), icao, "airports.tsv has no such airport")
            if faults:
                continue
            serves = raw["serves"]
            if serves not in self.seen and serves not in self.settlement_keys:
                yield source.fault((icao, "serves"), icao, f"serves {serves!r}, which is no region or settlement")

    def _settlement_names(self) -> Iterator[PackFault]:
        source = self._open("settlement_names.toml")
        if isinstance(source, PackFault):
            yield source
            return
        yield from source.unknown_tables(frozenset({"keep", "names"}))
        for key, raw in source.data.get("names", {}).items():
            yield from source.shape_faults(raw, SETTLEMENT_NAMES, ("names", key), key)
            if key not in self.settlement_keys:
                yield source.fault(("names", key), key, "settlements.tsv has no settlement of this region and name")

    def _common_words(self) -> Iterator[PackFault]:
        source = self._open("common_words.toml")
        if isinstance(source, PackFault):
            yield source
            return
        faults = source.shape_faults(source.data, COMMON_WORDS, ())
        yield from faults
        for key, words in {} if faults else source.data.items():
            for word in words:
                if word != normalise_surface(word):
                    said = f"{word!r} is not written as it is looked up: {normalise_surface(word)!r}"
                    yield source.fault((key,), key, said)

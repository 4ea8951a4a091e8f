"""Read settlements, the districts whose seats they are and the airports that serve them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from skyledger.errors import PackError
from skyledger.model.kinds import PlaceKind
from skyledger.packs.records import GazetteerPlace
from skyledger.packs.shapes import AIRPORT, DISTRICT
from skyledger.packs.toponyms_files import check_keys, load_toml, read_tsv
from skyledger.packs.toponyms_latin import plain_latin, romanise_ru, romanise_uk
from skyledger.packs.toponyms_records import LANGS, Names, PlaceSource

DISTRICT_LABELS = {
    "raion": ("District", "район"),
    "okrug": ("District", "округ"),
    "city_district": ("City District", "район"),
}


def read_settlements(folder: Path) -> Iterator[PlaceSource]:
    """Yield the settlements of ``settlements.tsv`` with the further names of ``settlement_names.toml``."""
    extra: dict[str, dict[str, Any]] = load_toml(folder / "settlement_names.toml")["names"]
    for row in read_tsv(folder / "settlements.tsv"):
        more = extra.get(f"{row['region'] or row['country']}:{plain_latin(row['name_en'])}", {})
        names = {lang: tuple(n for n in (row[f"name_{lang}"], *more.get(f"also_{lang}", ())) if n) for lang in LANGS}
        yield PlaceSource(
            place=GazetteerPlace(
                id=row["id"],
                kind=PlaceKind.SETTLEMENT,
                name_en=row["name_en"],
                name_ru=row["name_ru"],
                name_uk=row["name_uk"],
                country=row["country"],
                region=row["region"],
                district="",
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                zone=row["zone"],
                population=int(row["population"]),
            ),
            names=names,
        )


def read_districts(folder: Path, settlements: list[PlaceSource]) -> Iterator[PlaceSource]:
    """Yield the districts of ``districts.toml``; a district's point is that of its seat."""
    seats = {(s.place.region, name): s.place for s in _by_size(settlements) for n in s.names.values() for name in n}
    zones = {entry["id"]: entry["zone"] for entry in load_toml(folder / "regions.toml")["region"]}
    for region, groups in load_toml(folder / "districts.toml").items():
        if region not in zones:
            raise PackError(f"districts.toml: region {region!r} is not in regions.toml")
        for head, entries in groups.items():
            for entry in entries:
                check_keys("districts.toml", f"{region} {entry.get('ru', entry.get('uk'))}", entry, DISTRICT.known)
                yield _district(entry, region, head, seats, zones[region])


def _by_size(settlements: list[PlaceSource]) -> list[PlaceSource]:
    return sorted(settlements, key=lambda s: s.place.population)


def _district_english(entry: Mapping[str, Any], region: str) -> str:
    return str(entry.get("en") or (romanise_uk(entry["uk"]) if region.startswith("UA-") else romanise_ru(entry["ru"])))


def district_id(entry: Mapping[str, Any], region: str) -> str:
    """Return the id of an entry of ``districts.toml``: its ``slug``, else one made from its English name."""
    plain = plain_latin(_district_english(entry, region))
    return f"raion:{region}-{entry.get('slug') or plain.lower().replace(' ', '-').replace('.', '')}"


def _district(
    entry: Mapping[str, Any], region: str, head: str, seats: Mapping[tuple[str, str], GazetteerPlace], zone: str
) -> PlaceSource:
    ru, uk, en = entry["ru"], entry["uk"], _district_english(entry, region)
    seat = seats.get((region, entry.get("seat", "")))
    if head not in DISTRICT_LABELS:
        raise PackError(f"districts.toml: {region}: unknown group {head!r}")
    label_en, label = DISTRICT_LABELS[head]
    seat_names = () if seat is None or head == "city_district" else (plain_latin(seat.name_en),)
    return PlaceSource(
        place=GazetteerPlace(
            id=district_id(entry, region),
            kind=PlaceKind.DISTRICT,
            name_en=f"{en} {label_en}",
            name_ru=f"{ru} {label}",
            name_uk=f"{uk} {label}",
            country=region[:2],
            region=region,
            district=seat.id if seat is not None and head == "city_district" else "",  # the city it is a part of
            lat=entry.get("lat", None if seat is None else seat.lat),
            lon=entry.get("lon", None if seat is None else seat.lon),
            zone=zone,
        ),
        names={lang: tuple(entry.get(f"part_{lang}", ())) for lang in LANGS},
        bare=tuple(dict.fromkeys((en, *entry.get("other_en", ()), *seat_names))),
        adjectives={lang: (entry[lang], *entry.get(f"other_{lang}", ())) for lang in ("ru", "uk")},
        head="city_district" if head == "city_district" else "district",
    )


def read_airports(folder: Path, settlements: list[PlaceSource]) -> Iterator[PlaceSource]:
    """Yield the airports of ``airports.tsv`` with the names of ``airports.toml``.

    ``district`` holds the id of the settlement or region an airport serves, so that "airport + city" finds it.
    """
    named: dict[str, dict[str, Any]] = load_toml(folder / "airports.toml")
    cities = {s.place.id: s for s in settlements}
    for row in read_tsv(folder / "airports.tsv"):
        entry = named.get(row["icao"], {})
        check_keys("airports.toml", row["icao"], entry, AIRPORT.known)
        own: dict[str, Names] = {lang: tuple(entry.get(lang, ())) for lang in LANGS}
        served = cities.get(row["serves"])
        shown = {lang: _airport_name(own[lang][0] if own[lang] else "", served, lang) for lang in ("ru", "uk")}
        yield PlaceSource(
            place=GazetteerPlace(
                id=row["icao"],
                kind=PlaceKind.AIRPORT,
                name_en=row["name"],
                name_ru=shown["ru"],
                name_uk=shown["uk"],
                country=row["country"],
                region=row["region"],
                district=row["serves"],
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                zone=row["zone"],
            ),
            names={**own, "en": (row["name"], *own["en"])},
            short={lang: _with_city(own[lang], served, lang) for lang in LANGS},
            code=tuple(c for c in (row["icao"], row["iata"] if entry else "") if c),
        )


def _airport_name(own: str, served: PlaceSource | None, lang: str) -> str:
    city = "" if served is None else (served.names[lang] or ("",))[0]
    return own if not city or city in own else f"{city} ({own})" if own else city


def _with_city(own: Names, served: PlaceSource | None, lang: str) -> Names:
    if served is None or not served.names[lang]:
        return ()
    city = served.names[lang][0]
    return tuple(
        f"{city} {name}" for name in own if city not in name and "аэропорт" not in name and "аеропорт" not in name
    )

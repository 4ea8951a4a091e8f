"""Read the gazetteer's sources (TOML and TSV under ``data/gazetteer``) into one kind of record."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from skyledger.errors import PackError
from skyledger.model.kinds import PlaceKind
from skyledger.packs.records import GazetteerPlace
from skyledger.packs.toponyms_latin import plain_latin, romanise_ru, romanise_uk

Names = tuple[str, ...]
LANGS = ("en", "ru", "uk")

_REGION_LABELS = {
    "oblast": " Oblast",
    "krai": " Krai",
    "okrug": " Autonomous Okrug",
    "voivodeship": " Voivodeship",
    "county": " County",
}
_REGION_KEYS = frozenset(
    {
        "id",
        "head",
        "zone",
        "lat",
        "lon",
        "en",
        "ru",
        "uk",
        "other_en",
        "other_ru",
        "other_uk",
        "base_en",
        "adj_ru",
        "adj_uk",
        "population",
    }
)
_PLACE_KEYS = frozenset(
    {"id", "lat", "lon", "en", "ru", "uk", "other_en", "other_ru", "other_uk", "zone", "population"}
)
_DISTRICT_KEYS = frozenset({"en", "ru", "uk", "seat", "slug", "lat", "lon", "other_en", "other_ru", "other_uk"})
_AIRPORT_KEYS = frozenset({"serves", "ru", "uk", "en"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSource:
    """A place with every name it has, before any form is made.

    Attributes:
        names: Full names by language, the main one first.
        short: Colloquial names and abbreviations by language.
        bare: English base that needs a head noun ("Kaluga"), with its spellings.
        adjectives: Masculine adjectives by language ("калужский").
        head: The head noun an adjective needs: oblast, krai, republic, okrug, district, ... or ``""``.
        code: Airports: ICAO and IATA codes.
    """

    place: GazetteerPlace
    names: Mapping[str, Names]
    short: Mapping[str, Names] = field(default_factory=dict)
    bare: Names = ()
    adjectives: Mapping[str, Names] = field(default_factory=dict)
    head: str = ""
    code: Names = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonWords:
    """Everyday words among place names (``common_words.toml``)."""

    english: frozenset[str]
    dropped: frozenset[str]
    ordinary_though_large: frozenset[str]


def read_common_words(data_dir: Path) -> CommonWords:
    """Read ``common_words.toml``.

    Raises:
        PackError: The file is missing, malformed, or has a key nobody reads.
    """
    entry = _load(data_dir / "gazetteer" / "common_words.toml")
    _check_keys("common_words.toml", "top level", entry, frozenset(CommonWords.__dataclass_fields__))
    return CommonWords(**{key: frozenset(words) for key, words in entry.items()})


def read_sources(data_dir: Path) -> list[PlaceSource]:
    """Read every source file.

    Args:
        data_dir: The folder that holds ``gazetteer/`` (``src/skyledger/data``).

    Returns:
        Records in the order regions, lists, countries, seas, settlements, districts, airports.

    Raises:
        PackError: A file is missing or malformed, or has a key nobody reads.
    """
    folder = data_dir / "gazetteer"
    settlements = list(read_settlements(folder))
    weight = _weights(settlements)
    sources = [*read_regions(folder, weight), *read_lists(folder), *read_countries(folder), *read_seas(folder)]
    return [*sources, *settlements, *read_districts(folder, settlements), *read_airports(folder, settlements)]


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PackError(f"{path.name}: cannot be read ({error.strerror})") from error
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{path.name}: {error}") from error


def _check_keys(path: str, where: str, entry: Mapping[str, Any], allowed: frozenset[str]) -> None:
    unknown = sorted(set(entry) - allowed)
    if unknown:
        raise PackError(f"{path}: {where}: unknown key {unknown[0]!r}")


def _listed(entry: Mapping[str, Any], prefix: str) -> dict[str, Names]:
    return {lang: tuple(entry.get(f"{prefix}_{lang}", ())) for lang in LANGS}


def _weights(settlements: list[PlaceSource]) -> dict[str, int]:
    """Sum the people of a region's settlements: enough to rank a region above its namesake villages."""
    people: dict[str, int] = {}
    for source in settlements:
        people[source.place.region] = people.get(source.place.region, 0) + source.place.population
    return people


def read_regions(folder: Path, weight: Mapping[str, int]) -> Iterator[PlaceSource]:
    """Yield the regions of ``regions.toml``."""
    for entry in _load(folder / "regions.toml")["region"]:
        _check_keys("regions.toml", entry.get("id", "region without id"), entry, _REGION_KEYS)
        head, base = entry["head"], entry["en"]
        label = _REGION_LABELS.get(head, "")
        bare = (base, *entry.get("base_en", ())) if label else ()
        adjectives = {lang: _region_adjectives(entry, lang) for lang in ("ru", "uk")}
        yield PlaceSource(
            place=GazetteerPlace(
                id=entry["id"],
                kind=PlaceKind.REGION,
                name_en=base + label,
                name_ru=entry["ru"],
                name_uk=entry["uk"],
                country=entry["id"][:2],
                region=entry["id"],
                district="",
                lat=entry["lat"],
                lon=entry["lon"],
                zone=entry["zone"],
                population=entry.get("population", weight.get(entry["id"], 0)),
            ),
            names={"en": (base + label,), "ru": (entry["ru"],), "uk": (entry["uk"],)},
            short=_listed(entry, "other"),
            bare=bare,
            adjectives=adjectives,
            head="oblast" if head == "avtoblast" else head,
        )


def _region_adjectives(entry: Mapping[str, Any], lang: str) -> Names:
    """Return the masculine adjectives inside names such as ``Калужская область``, and those given."""
    found: list[str] = [entry[f"adj_{lang}"]] if f"adj_{lang}" in entry else []
    heads = ("область", "край", "республика", "республіка", "автономный", "автономний", "воеводство", "воєводство")
    for name in (entry[lang], *entry.get(f"other_{lang}", ())):
        words = name.split()
        if len(words) >= 2 and words[1].lower() in heads and words[0][-2:] not in ("на",):
            masculine = masculine_of(words[0], lang)
            if masculine:
                found.append(masculine)
    return tuple(dict.fromkeys(found))


def masculine_of(adjective: str, lang: str) -> str:
    """Return the masculine of a region's adjective, ``""`` when it is none (``Республика``, ``Автономна``)."""
    lowered = adjective.lower()
    if lang == "ru":
        for ending in ("ская", "цкая", "ское", "цкое"):
            if lowered.endswith(ending):
                return adjective[:-2] + "ий"
        return adjective if lowered.endswith(("ский", "цкий")) else ""
    for ending in ("ська", "цька", "зька", "ське", "цьке", "зьке"):
        if lowered.endswith(ending):
            return adjective[:-1] + "ий"
    return adjective if lowered.endswith(("ський", "цький", "зький")) else ""


def read_lists(folder: Path) -> Iterator[PlaceSource]:
    """Yield the names that mean several regions together (``Московский регион``)."""
    for entry in _load(folder / "regions.toml").get("list", []):
        _check_keys("regions.toml", entry.get("id", "list without id"), entry, _PLACE_KEYS)
        yield _plain(entry, entry["id"], PlaceKind.LIST, country=entry["id"][:2])


def read_countries(folder: Path) -> Iterator[PlaceSource]:
    """Yield the countries of ``countries.toml``."""
    for entry in _load(folder / "countries.toml")["country"]:
        _check_keys("countries.toml", entry.get("id", "country without id"), entry, _PLACE_KEYS)
        yield _plain(entry, entry["id"], PlaceKind.COUNTRY, country=entry["id"])


def read_seas(folder: Path) -> Iterator[PlaceSource]:
    """Yield the seas of ``seas.toml``."""
    for entry in _load(folder / "seas.toml")["sea"]:
        _check_keys("seas.toml", entry.get("id", "sea without id"), entry, _PLACE_KEYS)
        yield _plain(entry, f"sea:{entry['id']}", PlaceKind.SEA, country="")


def _plain(entry: Mapping[str, Any], place_id: str, kind: PlaceKind, *, country: str) -> PlaceSource:
    return PlaceSource(
        place=GazetteerPlace(
            id=place_id,
            kind=kind,
            name_en=entry["en"],
            name_ru=entry["ru"],
            name_uk=entry["uk"],
            country=country,
            region="",
            district="",
            lat=entry.get("lat"),
            lon=entry.get("lon"),
            zone=entry.get("zone", ""),
            population=entry.get("population", 0),
        ),
        names={lang: (entry[lang],) for lang in LANGS},
        short=_listed(entry, "other"),
    )


def _read_tsv(path: Path) -> Iterator[dict[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise PackError(f"{path.name}: cannot be read ({error.strerror})") from error
    header = lines[0].split("\t")
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(header):
            raise PackError(f"{path.name}: line {number}: {len(cells)} cells, expected {len(header)}")
        yield dict(zip(header, cells, strict=True))


def read_settlements(folder: Path) -> Iterator[PlaceSource]:
    """Yield the settlements of ``settlements.tsv`` with the further names of ``settlement_names.toml``."""
    extra: dict[str, dict[str, Any]] = _load(folder / "settlement_names.toml")["names"]
    for row in _read_tsv(folder / "settlements.tsv"):
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
    zones = {entry["id"]: entry["zone"] for entry in _load(folder / "regions.toml")["region"]}
    for region, groups in _load(folder / "districts.toml").items():
        if region not in zones:
            raise PackError(f"districts.toml: region {region!r} is not in regions.toml")
        for head, entries in groups.items():
            for entry in entries:
                _check_keys("districts.toml", f"{region} {entry.get('ru', entry.get('uk'))}", entry, _DISTRICT_KEYS)
                yield _district(entry, region, head, seats, zones[region])


def _by_size(settlements: list[PlaceSource]) -> list[PlaceSource]:
    return sorted(settlements, key=lambda s: s.place.population)


def _district(
    entry: Mapping[str, Any], region: str, head: str, seats: Mapping[tuple[str, str], GazetteerPlace], zone: str
) -> PlaceSource:
    ru, uk = entry["ru"], entry["uk"]
    en = entry.get("en") or (romanise_uk(uk) if region.startswith("UA-") else romanise_ru(ru))
    slug = entry.get("slug") or plain_latin(en).lower().replace(" ", "-").replace(".", "")
    seat = seats.get((region, entry.get("seat", "")))
    if head not in _DISTRICT_LABELS:
        raise PackError(f"districts.toml: {region}: unknown group {head!r}")
    label_en, label = _DISTRICT_LABELS[head]
    seat_names = () if seat is None or head == "city_district" else (plain_latin(seat.name_en),)
    return PlaceSource(
        place=GazetteerPlace(
            id=f"raion:{region}-{slug}",
            kind=PlaceKind.DISTRICT,
            name_en=f"{en} {label_en}",
            name_ru=f"{ru} {label}",
            name_uk=f"{uk} {label}",
            country=region[:2],
            region=region,
            district="",
            lat=entry.get("lat", None if seat is None else seat.lat),
            lon=entry.get("lon", None if seat is None else seat.lon),
            zone=zone,
        ),
        names={},
        bare=tuple(dict.fromkeys((en, *entry.get("other_en", ()), *seat_names))),
        adjectives={lang: (entry[lang], *entry.get(f"other_{lang}", ())) for lang in ("ru", "uk")},
        head="city_district" if head == "city_district" else "district",
    )


_DISTRICT_LABELS = {
    "raion": ("District", "район"),
    "okrug": ("District", "округ"),
    "city_district": ("City District", "район"),
}


def read_airports(folder: Path, settlements: list[PlaceSource]) -> Iterator[PlaceSource]:
    """Yield the airports of ``airports.tsv`` with the names of ``airports.toml``.

    ``district`` holds the id of the settlement or region an airport serves, so that "airport + city" finds it.
    """
    named: dict[str, dict[str, Any]] = _load(folder / "airports.toml")
    cities = {s.place.id: s for s in settlements}
    for row in _read_tsv(folder / "airports.tsv"):
        entry = named.get(row["icao"], {})
        _check_keys("airports.toml", row["icao"], entry, _AIRPORT_KEYS)
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

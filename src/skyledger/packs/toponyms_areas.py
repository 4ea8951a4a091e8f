"""Read regions, lists of regions, countries and seas."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from skyledger.model.kinds import PlaceKind
from skyledger.packs.records import GazetteerPlace
from skyledger.packs.shapes import PLACE, REGION
from skyledger.packs.toponyms_files import check_keys, listed, load_toml
from skyledger.packs.toponyms_latin import romanise_ru, romanise_uk
from skyledger.packs.toponyms_records import LANGS, Names, PlaceSource

_REGION_LABELS = {
    "oblast": " Oblast",
    "krai": " Krai",
    "okrug": " Autonomous Okrug",
    "voivodeship": " Voivodeship",
    "county": " County",
}


def read_regions(folder: Path, weight: Mapping[str, int]) -> Iterator[PlaceSource]:
    """Yield the regions of ``regions.toml``."""
    for entry in load_toml(folder / "regions.toml")["region"]:
        check_keys("regions.toml", entry.get("id", "region without id"), entry, REGION.known)
        head, base = entry["head"], entry["en"]
        label = _REGION_LABELS.get(head, "")
        bare = (base, *entry.get("base_en", ())) if label else ()
        adjectives = {lang: _region_adjectives(entry, lang) for lang in ("ru", "uk")}
        if head in _ROMANISED:
            bare = (*bare, *_romanised(adjectives, entry["id"], head))
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
            short=listed(entry, "other"),
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


_ROMANISED = {"oblast": ("ая", "а"), "krai": ("ий", "ий")}  # endings of the adjective before each head


def _romanised(adjectives: Mapping[str, Names], region: str, head: str) -> Names:
    """Return the adjective as hasty translators write it: "Ryazanskaya oblast", "Kharkivska oblast"."""
    ru, uk = _ROMANISED[head]
    if region.startswith("UA-"):
        return tuple(romanise_uk(a[:-2] + uk) for a in adjectives["uk"] if a.endswith("ий"))
    return tuple(romanise_ru(a[:-2] + ru) for a in adjectives["ru"] if a.endswith("ий"))


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
    for entry in load_toml(folder / "regions.toml").get("list", []):
        check_keys("regions.toml", entry.get("id", "list without id"), entry, PLACE.known)
        yield _plain(entry, entry["id"], PlaceKind.LIST, country=entry["id"][:2])


def read_countries(folder: Path) -> Iterator[PlaceSource]:
    """Yield the countries of ``countries.toml``."""
    for entry in load_toml(folder / "countries.toml")["country"]:
        check_keys("countries.toml", entry.get("id", "country without id"), entry, PLACE.known)
        yield _plain(entry, entry["id"], PlaceKind.COUNTRY, country=entry["id"])


def read_seas(folder: Path) -> Iterator[PlaceSource]:
    """Yield the seas of ``seas.toml``."""
    for entry in load_toml(folder / "seas.toml")["sea"]:
        check_keys("seas.toml", entry.get("id", "sea without id"), entry, PLACE.known)
        source = _plain(entry, f"sea:{entry['id']}", PlaceKind.SEA, country="")
        shared = (n.removesuffix(" Sea") for n in (entry["en"], *entry.get("other_en", ())) if n.endswith(" Sea"))
        yield replace(
            source,
            head="sea",
            adjectives={lang: _sea_adjective(entry[lang], lang) for lang in ("ru", "uk")},
            bare=tuple(shared),
        )


def _sea_adjective(name: str, lang: str) -> tuple[str, ...]:
    """Return the masculine of a sea's adjective: two seas share one noun ("над Чёрным и Азовским морями")."""
    adjective, _, noun = name.partition(" ")
    if noun != "море":
        return ()
    known = masculine_of(adjective, lang)
    return (known or adjective[:-2] + "ый" if lang == "ru" else known or adjective[:-1] + "ий",)


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
        short=listed(entry, "other"),
    )

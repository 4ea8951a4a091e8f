"""Write ``gazetteer/airports.tsv``: position, zone and served place of every airport the gazetteer knows.

Positions come from the airportsdata wheel (MIT); all Russian and Ukrainian airports with an ICAO code, and those that
``airports.toml`` names elsewhere. Run after ``build_settlements.py``.
"""

import math
import re
import tomllib
from pathlib import Path

import airportsdata

from skyledger.packs.toponyms_latin import plain_latin

DATA = Path(__file__).resolve().parents[1] / "src" / "skyledger" / "data" / "gazetteer"
ZONES = {"Europe/Kiev": "Europe/Kyiv", "Europe/Zaporozhye": "Europe/Kyiv", "Asia/Srednekolymsk": "Asia/Srednekolymsk"}
NEAR_KM = 40
# airportsdata files this Crimean airport under Russia's prefix and country; ISO has Sevastopol as UA-40.
COUNTRIES = {"URFB": "UA"}


def km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance."""
    la, lb, dl = math.radians(lat1), math.radians(lat2), math.radians(lon1 - lon2)
    return 6371 * math.acos(min(1.0, math.sin(la) * math.sin(lb) + math.cos(la) * math.cos(lb) * math.cos(dl)))


def read_settlements() -> list[dict[str, str]]:
    lines = (DATA / "settlements.tsv").read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def keys_of(row: dict[str, str]) -> list[str]:
    """Return the ways ``serves`` may name this settlement."""
    name = plain_latin(row["name_en"])
    return [f"{row['region']}:{name}", f"{row['country']}:{name}"]


def served(airport: dict, serves: str | None, settlements: list[dict[str, str]]) -> tuple[str, str]:
    """Return (id of the settlement or region served or ``""``, region id)."""
    if serves is not None and ":" not in serves:
        return (serves, serves) if "-" in serves else ("", "")
    if serves is not None:
        found = [row for row in settlements if serves in keys_of(row)]
        if not found:
            raise SystemExit(f"airports.toml: {airport['icao']} serves {serves!r}, which settlements.tsv does not list")
        best = max(found, key=lambda row: int(row["population"]))
        return best["id"], best["region"]
    return nearest(airport, settlements)


def nearest(airport: dict, settlements: list[dict[str, str]]) -> tuple[str, str]:
    """Return the settlement within 40 km whose name the airport's city bears (else none) and the nearest region."""
    near = sorted(
        (km(airport["lat"], airport["lon"], float(r["lat"]), float(r["lon"])), r["id"], r)
        for r in settlements
        if r["country"] == COUNTRIES.get(airport["icao"], airport["country"])
    )
    city = re.sub(r"\W", "", airport["city"].lower())
    same = [r for distance, _, r in near if distance < NEAR_KM and re.sub(r"\W", "", r["name_en"].lower()) == city]
    return (same[0]["id"] if same and city else ""), near[0][2]["region"]


def main() -> None:
    names = tomllib.loads((DATA / "airports.toml").read_text(encoding="utf-8"))
    settlements = read_settlements()
    rows = []
    for icao, airport in sorted(airportsdata.load("ICAO").items()):
        if airport["country"] not in ("RU", "UA") and icao not in names:
            continue
        if not re.fullmatch("[A-Z]{4}", icao):
            continue
        settlement, region = served(airport, names.get(icao, {}).get("serves"), settlements)
        country = COUNTRIES.get(icao, "UA" if region.startswith("UA-") else airport["country"])
        zone = ZONES.get(airport["tz"], airport["tz"])
        rows.append(
            [icao, airport["iata"], airport["name"].strip(". "), country, region, settlement,
             f"{airport['lat']:.4f}", f"{airport['lon']:.4f}", zone]
        )  # fmt: skip
    missing = sorted(set(names) - {row[0] for row in rows})
    if missing:
        raise SystemExit(f"airports.toml: airportsdata does not list {', '.join(missing)}")
    header = ["icao", "iata", "name", "country", "region", "serves", "lat", "lon", "zone"]
    text = "\n".join("\t".join(row) for row in [header, *rows]) + "\n"
    (DATA / "airports.tsv").write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(rows)} airports")


if __name__ == "__main__":
    main()

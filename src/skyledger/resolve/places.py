"""Decide which place is meant: context first, then the kind asked for, then size; else leave it open with an issue."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from skyledger.model.frame import PlacePhrase
from skyledger.model.geo import great_circle_km
from skyledger.model.kinds import PlaceKind
from skyledger.model.place import Place
from skyledger.packs.load import Packs
from skyledger.packs.records import GazetteerPlace
from skyledger.resolve.made_places import make_list, make_place

# A namesake must be this many times larger than the next to be taken without any context (sweep on our gold set,
# 2026-11-22: 8 resolves Kirov-like pairs, 3 resolved villages wrongly).
_DOMINANT = ((100_000, 8), (50_000, 5), (30_000, 15), (1000, 40))  # (inhabitants, times the next)
_KNOWN_TOWN = 15_000  # inhabitants; a smaller namesake is thought of after the quarter of a city
_FAR_KM = 600.0  # from the middle of a region: further than any place of it or of its neighbours lies
_ACROSS_KM = 80.0  # from the seat of a district to its furthest village
_WELL_KNOWN = 50_000  # inhabitants; a smaller town far from what a text is about is a namesake of one no pack has
_REMEMBERED = 10_000  # places with the words that name them


@dataclass(slots=True)
class PlaceContext:
    """What helps to decide between namesakes.

    Attributes:
        regions: Regions named in the document, first ones first.
        home: Region of the outlet or speaker, or ``""``.
        country: ``RU``, ``UA`` or ``""`` from the language and side of the document.
        told: Regions the document names by their own names, or puts beside a place.
    """

    regions: tuple[str, ...] = ()
    home: str = ""
    country: str = ""
    told: tuple[str, ...] = ()


def is_unknown(ids: Sequence[str]) -> bool:
    """Tell whether a member of a list is a name no pack knows: it is an issue already, the rest of the list stands."""
    return len(ids) == 1 and ids[0].startswith("unknown:")


class PlaceResolver:
    """Turns place phrases into places."""

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        self.known: dict[tuple[str, str], Place] = {}
        self.towns: dict[tuple[str, str], str] = {}
        self.centres: dict[str, str] = {}

    @cached_property
    def airports(self) -> dict[str, list[str]]:
        """The airports of each city and region; worked out when a text first speaks of an airport."""
        airports: dict[str, list[str]] = {}
        for place in self.packs.places.values():
            if place.kind is PlaceKind.AIRPORT:
                for served in {place.district, place.region}:
                    if served:
                        airports.setdefault(served, []).append(place.id)
        codes = self.packs.terms.flagged("code").items()
        coded = {term.value for surface, terms in codes if len(surface) == 3 for term in terms}
        # a city's civil airport is the one with an IATA code; without any, all are kept and none is chosen
        return {served: [i for i in ids if i in coded] or ids for served, ids in airports.items()}

    def resolve(self, phrase: PlacePhrase, context: PlaceContext, text: str) -> Place | None:
        """Return the place of a phrase, a list place for several, or None when it cannot be told."""
        chosen = []
        members = [(n, ids) for n, ids in enumerate(phrase.members) if not is_unknown(ids)]
        for n, ids in members:
            kind = phrase.kinds[n] if n < len(phrase.kinds) else None
            picked = self.choose(ids, kind, phrase.within, context)
            if picked is not None:
                chosen.append(picked)
        ids_flat = list(dict.fromkeys(part for picked in chosen for part in picked.split("+")))
        if not ids_flat or len(chosen) < len(members):
            return None
        if len(ids_flat) == 2 and _names_one_place(phrase, text):
            ids_flat = self._inner(ids_flat)
        if len(ids_flat) == 1:
            return self.place(ids_flat[0], text)
        return self.list_place(ids_flat, text)

    def _inner(self, ids: list[str]) -> list[str]:
        """Return the village of "Shevchenkove, Kupiansk district", both where they are two places."""
        towns = [p for p in map(self.packs.places.__getitem__, ids) if p.kind is PlaceKind.SETTLEMENT]
        areas = [p for p in map(self.packs.places.__getitem__, ids) if p.kind is PlaceKind.DISTRICT]
        if len(towns) != 1 or len(areas) != 1 or towns[0].region != areas[0].region:
            return ids
        return [towns[0].id] if _km(towns[0], areas[0]) < _ACROSS_KM else ids

    def town(self, name: str, region: str) -> str | None:
        """Return the id of the town of this English name in a region, the largest of several."""
        if not self.towns:
            for place in sorted(self.packs.places.values(), key=lambda p: p.population):
                if place.kind is PlaceKind.SETTLEMENT:
                    self.towns[place.name_en, place.region] = place.id
        return self.towns.get((name, region))

    def main_city(self, region: str) -> str | None:
        """Return the id of the largest settlement of a region."""
        if not self.centres:
            for place in sorted(self.packs.places.values(), key=lambda p: p.population):
                if place.kind is PlaceKind.SETTLEMENT:
                    self.centres[place.region] = place.id
        return self.centres.get(region)

    def seat(self, district: str) -> str:
        """Return the id of the town that lies where a district has its pin, else the district itself."""
        known = self.packs.places[district]
        if known.lat is None:
            return district
        found = (p for p in self.packs.places.values() if p.kind is PlaceKind.SETTLEMENT and p.lat == known.lat)
        return next((p.id for p in found if p.lon == known.lon and p.region == known.region), district)

    def choose(
        self, ids: Sequence[str], kind: PlaceKind | None, within: Sequence[str], context: PlaceContext
    ) -> str | None:
        """Return the id meant among candidates, or None when it stays open."""
        if len(ids) == 1 and ids[0].startswith("anaphor:"):
            if ids[0] == "anaphor:centre" and context.home:
                return self.main_city(context.home)
            return context.home if ids[0] == "anaphor:region" and context.home else None
        if len(ids) == 1 and ids[0].startswith("centre:"):
            return self.main_city(ids[0].removeprefix("centre:"))
        if len(ids) == 1 and ids[0].startswith("seat:"):
            return self.seat(ids[0].removeprefix("seat:"))
        lists = [i for i in ids if "+" in i]
        if lists:
            return lists[0]
        places = [self.packs.places[i] for i in ids if i in self.packs.places]
        if kind is PlaceKind.AIRPORT:
            return self._airport(places, within, context)
        if kind is not None and kind is not PlaceKind.SETTLEMENT:
            places = [p for p in places if p.kind is kind] or places
        elif any(p.kind is not PlaceKind.AIRPORT for p in places):
            places = [p for p in places if p.kind is not PlaceKind.AIRPORT]
        if not places:
            return None
        if len(places) == 1:
            return self._credible(places[0], within, context)
        return self._among(places, within, context)

    def _credible(self, place: GazetteerPlace, within: Sequence[str], context: PlaceContext) -> str | None:
        """Return a sole candidate, unless it is a small settlement in a country the text is not about."""
        small = place.kind is PlaceKind.DISTRICT or (place.kind is PlaceKind.SETTLEMENT and place.population < 15_000)
        if self._is_far(place, within, context):
            return None
        if not small or not context.country:
            return place.id
        if ({place.region, place.district} & {*within, *context.regions, context.home}) - {""}:
            return place.id
        return place.id if place.country == context.country else None

    def _is_far(self, place: GazetteerPlace, within: Sequence[str], context: PlaceContext) -> bool:
        """Tell whether a sole candidate lies far from all the text is about: "Гагаринский район" of Sevastopol."""
        small = place.kind is PlaceKind.DISTRICT or (
            place.kind is PlaceKind.SETTLEMENT and place.population < _WELL_KNOWN
        )
        about = [r for r in dict.fromkeys((context.home, *context.told)) if r]
        if not small or not about or {place.region, place.country} & {*about, *within} or place.lat is None:
            return False
        middles = [p for r in about if (p := self.packs.places.get(r)) is not None and p.lat is not None]
        return bool(middles) and all(_km(place, middle) > _FAR_KM for middle in middles)

    def _among(self, places: list[GazetteerPlace], within: Sequence[str], context: PlaceContext) -> str | None:
        parts = {p.region for p in places if p.kind is PlaceKind.DISTRICT and p.district}
        if parts:  # "на Салтовке" is the district of Kharkiv, though the quarter has a pin of its own
            places = [p for p in places if p.kind is PlaceKind.DISTRICT or p.region not in parts]
        whole = [p for p in places if p.kind in (PlaceKind.REGION, PlaceKind.COUNTRY, PlaceKind.SEA)]
        if len(whole) == 1 and not within:
            return whole[0].id  # "Крым" is the peninsula before it is a village
        inside = [p for p in places if {p.region, p.district, p.country} & set(within)]
        if len(inside) >= 1:
            return max(inside, key=_rank).id
        for region in (context.home, *context.regions):
            near = [p for p in places if region and region in (p.region, p.id)]
            if near:
                return max(near, key=_rank).id
        quarters = [p for p in places if p.kind is PlaceKind.DISTRICT]
        if len(quarters) == 1 and all(p.population < _KNOWN_TOWN for p in places):
            return quarters[0].id  # "на Оболоні" is Kyiv before it is a village
        same = [p for p in places if p.country == context.country] if context.country else places
        pool = sorted(same or places, key=_rank, reverse=True)
        if len(pool) == 1 or pool[0].kind in (PlaceKind.REGION, PlaceKind.COUNTRY, PlaceKind.SEA):
            return pool[0].id
        first, second = pool[0].population, pool[1].population
        if any(first >= size and first >= times * max(second, 1) for size, times in _DOMINANT):
            return pool[0].id
        return None

    def _airport(self, places: list[GazetteerPlace], within: Sequence[str], context: PlaceContext) -> str | None:
        """Return the airport itself, or the only airport of a city, or the city when it has several."""
        own = [p for p in places if p.kind is PlaceKind.AIRPORT]
        if own:
            return own[0].id if len(own) == 1 else (self._among(own, within, context) or own[0].id)
        places = [p for p in places if p.id in self.airports] or places  # "Самари" is Samara before it is Samar
        rest = self._among(places, within, context) if len(places) > 1 else (places[0].id if places else None)
        served = self.airports.get(rest or "", [])
        if len(served) == 1:
            return served[0]
        return rest

    def airport_near(self, place: Place, told: Sequence[Place | None], context: PlaceContext) -> str:
        """Return the airport meant where a town without one was spoken of: of a town told before, of the region."""
        if place.kind not in (PlaceKind.SETTLEMENT, PlaceKind.DISTRICT) or place.id in self.airports:
            return place.id
        towns = [p.id for p in reversed(told) if p is not None and p.id in self.airports and p.region == place.region]
        regions = [r for r in (context.home, *context.told) if r == place.region]
        served = next((self.airports[i] for i in (*towns, *regions) if len(self.airports.get(i, ())) == 1), [])
        return served[0] if served else place.id

    def place(self, place_id: str, text: str) -> Place:
        """Return the place of an id with the document's words; remembered, since the same are named all day."""
        place = self.known.get((place_id, text))
        if place is None:
            if len(self.known) >= _REMEMBERED:
                self.known.clear()
            place = self.known[place_id, text] = make_place(self.packs.places[place_id], text)
        return place

    def list_place(self, ids: list[str], text: str) -> Place:
        """Return one place for a number given over several."""
        return make_list([self.packs.places[i] for i in ids], text)

    def zone_of(self, place: Place | None) -> str:
        """Return the IANA zone of a place, or ``""``."""
        if place is None:
            return ""
        for place_id in (place.id, *place.parts, place.region or ""):
            known = self.packs.places.get(place_id)
            if known is not None and known.zone:
                return known.zone
        return self.zone_of_country(place.country or "")

    def zone_of_country(self, country: str) -> str:
        """Return the IANA zone a country's capital lives by, or ``""`` where no pack tells it."""
        known = self.packs.places.get(country)
        return _CAPITAL_ZONES.get(country) or (known.zone if known is not None else "")


# Of countries with several zones, or parts under other clocks.
_CAPITAL_ZONES = {"UA": "Europe/Kyiv", "RU": "Europe/Moscow"}


def _names_one_place(phrase: PlacePhrase, text: str) -> bool:
    """Tell whether nothing but a comma or a bracket joins two places: no "and", so one may lie in the other."""
    if len(phrase.member_spans) != 2:
        return False
    first, second = phrase.member_spans
    return text[first.stop - phrase.span.start : second.start - phrase.span.start].strip() in (",", "(")


def _km(one: GazetteerPlace, two: GazetteerPlace) -> float:
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return 0.0
    return great_circle_km(one.lat, one.lon, two.lat, two.lon)


def _rank(place: GazetteerPlace) -> tuple[int, int]:
    order = {PlaceKind.REGION: 3, PlaceKind.COUNTRY: 2, PlaceKind.SEA: 2, PlaceKind.SETTLEMENT: 1}
    return order.get(place.kind, 0), place.population

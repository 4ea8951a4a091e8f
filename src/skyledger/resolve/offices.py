"""Decide who holds an office a text names by its place, and say the office itself where the packs know no holder."""

from collections.abc import Mapping, Sequence
from datetime import date

from skyledger.model.frame import PlacePhrase, SpeakerPhrase
from skyledger.model.kinds import PlaceKind, Side
from skyledger.model.speaker import Speaker
from skyledger.packs.load import Packs
from skyledger.packs.records import GazetteerPlace, Official

# Offices of towns and districts: whoever of these the packs know for a town may be meant by any of them.
_LOCAL = ("mayor", "acting_mayor", "city_administration", "district_head")
# Services that are one for a country, where the packs know none of the region.
_NATIONAL = {
    ("emergency_service", "RU"): "ru-mchs",
    ("emergency_service", "UA"): "ua-dsns",
    ("police", "UA"): "ua-police",
    ("prosecutor", "UA"): "ua-pgo",
}
_OFFICE_NAMES = {
    "administration": "{} administration",
    "air_force": "{} air force",
    "border_guard": "{} border guard",
    "city_administration": "{} administration",
    "district_head": "head of {}",
    "emergency_service": "{} emergency service",
    "general_staff": "{} general staff",
    "government": "{} government",
    "governor": "governor of {}",
    "headquarters": "{} operational headquarters",
    "intelligence": "{} intelligence",
    "international": "{} mission",
    "investigators": "{} investigators",
    "mayor": "mayor of {}",
    "military": "{} military",
    "ministry": "{} ministry",
    "operator": "{} operator",
    "police": "{} police",
    "prosecutor": "{} prosecutor's office",
    "regulator": "{} regulator",
    "security_service": "{} security service",
}
# Offices that are told by their kind alone where nothing tells of which place they are.
_NAMELESS = frozenset(_OFFICE_NAMES) - {"governor", "mayor", "district_head"}
# Offices of a person, of which a country has one.
_OF_STATE = ("president", "prime_minister")
_BY_REGION = frozenset(("administration", "emergency_service", "governor", "headquarters", "police", "prosecutor"))
_HALLS = (("мэр", "{} City Hall"), ("мер", "{} City Hall"), ("рад", "{} City Council"))
# Who treats people is no rescue service, though both are told of as an emergency service.
_MEDICAL = (
    *("medic", "doctor", "physician", "surgeon", "ambulance", "health", "nurse", "hospital", "red cross", "crescent"),
    *("медик", "врач", "доктор", "хирург", "травматолог", "скор", "медицин", "здравоохр", "больниц", "красн"),
    *("лікар", "хірург", "швидк", "охорони здоров", "госпітал", "шпитал", "червон"),
)
_LIKE = 4  # first letters of a surname that the packs' holder and the one named share


class OfficeResolver:
    """Turns an office and its place into its holder, or into the office."""

    def __init__(self, packs: Packs, by_office: Mapping[tuple[str, str], list[Official]]) -> None:
        self.packs = packs
        self.by_office = by_office
        self.main_cities: dict[str, GazetteerPlace] = {}

    def resolve(
        self, phrase: SpeakerPhrase, on: date | None, text: str, regions: Sequence[str], countries: Sequence[str]
    ) -> Speaker | None:
        """Return who speaks for an office.

        Args:
            phrase: The office with its place or its holder's name.
            on: Day of the document.
            text: The words.
            regions: Regions the document names; the only one is meant where the office names none.
            countries: Countries it names, the first of which has the service meant.

        Returns:
            The holder, the office itself, or None where it cannot be told which office is meant.
        """
        if not phrase.role:
            return None
        land = _country_of(phrase.place)
        region = office_region(self.packs, phrase.place, regions)
        if not region and not land and len(regions) == 1:
            region = regions[0]
        if phrase.role == "emergency_service" and not phrase.name and _treats(text):
            return self._nameless(phrase.role, region, region[:2] or land, text, "medics")
        holder = self._holder(phrase, region, on) if region else None
        if phrase.name:
            same = holder is not None and _surname(holder.name_en)[:_LIKE] == _surname(phrase.name)[:_LIKE]
            return speaker_of(holder, text) if holder and same else self._named(phrase, region, text)
        if holder is not None:
            return speaker_of(holder, text)
        country = region[:2] or land or (countries[0] if countries else "")
        national = self.packs.officials.get(_NATIONAL.get((phrase.role, country), "")) or self._of_state(
            phrase.role, country, on
        )
        if national is not None:
            return speaker_of(national, text)
        return self._office(phrase, region, text) or self._nameless(phrase.role, region, country, text)

    def _of_state(self, role: str, country: str, on: date | None) -> Official | None:
        """Return the only body of a kind a country has, or who holds its highest offices."""
        if not country:
            return None
        found = [o for o in self.by_office.get((role, ""), ()) if o.id.startswith(f"{country.lower()}-")]
        found = [o for o in found if (o.is_body or role in _OF_STATE) and in_office(o, on)]
        return found[0] if len(found) == 1 else None

    def _nameless(self, role: str, region: str, country: str, text: str, kind: str = "") -> Speaker | None:
        """Return an office told by its kind alone: "medics", "the power company"."""
        if role not in _NAMELESS:
            return None
        of = self.packs.places.get(region or country)
        name = kind or _OFFICE_NAMES[role].format("" if of is None else of.name_en).strip()
        if text.isascii():
            name = text.removeprefix("the ").removeprefix("The ") or name
        return Speaker(
            id=f"office:{kind or role}:{region or country or 'unknown'}",
            name=name,
            role=role,
            side=_side(region or country),
            region=region or None,
            text=text,
        )

    def _holder(self, phrase: SpeakerPhrase, region: str, on: date | None) -> Official | None:
        if phrase.role in _LOCAL:
            return self._local_holder(phrase, region, on)
        if phrase.role not in _BY_REGION:
            return None
        holders = [o for o in self.by_office.get((phrase.role, region), ()) if in_office(o, on)]
        home = Side.UA if region.startswith("UA") else Side.RU
        holders.sort(key=lambda o: o.side is not home)
        return holders[0] if holders else None

    def _local_holder(self, phrase: SpeakerPhrase, region: str, on: date | None) -> Official | None:
        """Return the head of a town: of the largest where only the region's adjective is told."""
        wanted: tuple[str, ...] = (phrase.role, "acting_mayor") if phrase.role == "mayor" else (phrase.role,)
        if phrase.role == "district_head":
            wanted = _LOCAL
        holders = [o for r in wanted for o in self.by_office.get((r, region), ()) if in_office(o, on)]
        towns = self._towns(phrase.place, region)
        main = self.main_city(region)
        if not towns and main is not None and phrase.place is not None and phrase.role != "district_head":
            towns = [main]
        names = {t.name_en for t in towns}
        found = [o for o in holders if o.city in names]
        return found[0] if found else None

    def _towns(self, place: PlacePhrase | None, region: str) -> list[GazetteerPlace]:
        ids = [] if place is None else [i for member in place.members for i in member]
        known = [self.packs.places[i] for i in ids if i in self.packs.places]
        return [p for p in known if p.region == region and p.kind in (PlaceKind.SETTLEMENT, PlaceKind.DISTRICT)]

    def main_city(self, region: str) -> GazetteerPlace | None:
        """Return the largest settlement of a region."""
        if not self.main_cities:
            for known in self.packs.places.values():
                if known.kind is PlaceKind.SETTLEMENT:
                    largest = self.main_cities.setdefault(known.region, known)
                    if known.population > largest.population:
                        self.main_cities[known.region] = known
        return self.main_cities.get(region)

    def _named(self, phrase: SpeakerPhrase, region: str, text: str) -> Speaker:
        slug = phrase.name.lower().replace(" ", "-").replace("'", "")
        return Speaker(
            id=f"named:{slug}", name=phrase.name, role=phrase.role, side=_side(region), region=region or None, text=text
        )

    def _office(self, phrase: SpeakerPhrase, region: str, text: str) -> Speaker | None:
        """Return an office of a town, district or region whose holder no pack knows."""
        if not region or phrase.place is None or phrase.role not in _OFFICE_NAMES:
            return None
        towns = self._towns(phrase.place, region)
        if phrase.role in _LOCAL and not towns:
            main = self.main_city(region)
            towns = [] if main is None else [main]
        of = max(towns, key=lambda t: t.population) if towns else self.packs.places.get(region)
        if of is None:
            return None
        form = next((f for stem, f in _HALLS if stem in text.lower()), _OFFICE_NAMES[phrase.role])
        if phrase.role != "city_administration":
            form = _OFFICE_NAMES[phrase.role]
        return Speaker(
            id=f"office:{phrase.role}:{of.id}",
            name=form.format(of.name_en),
            role=phrase.role,
            side=_side(region),
            region=region,
            text=text,
        )


def office_region(packs: Packs, place: PlacePhrase | None, regions: Sequence[str] = ()) -> str:
    """Return the region an office's place lies in; among namesakes the one a text names."""
    if place is None:
        return ""
    found = [
        known.region
        for ids in place.members
        for candidate in ids
        if (known := packs.places.get(candidate)) is not None and known.region
    ]
    return next((r for r in regions if r in found), found[0] if found else "")


def _country_of(place: PlacePhrase | None) -> str:
    """Return the country an office is of where it names one: "Ukraine's president"."""
    named = () if place is None or len(place.members) != 1 else place.members[0]
    return named[0] if named and all(len(i) == 2 for i in named) else ""


def speaker_of(official: Official, text: str) -> Speaker:
    """Return an official as the speaker of words."""
    return Speaker(
        id=official.id,
        name=official.name_en,
        role=official.role,
        side=official.side,
        region=official.region or None,
        text=text,
    )


def in_office(official: Official, on: date | None) -> bool:
    """Tell whether an official held the office on a day."""
    if on is None:
        return official.end is None
    return (official.start is None or official.start <= on) and (official.end is None or on <= official.end)


def _treats(text: str) -> bool:
    words = text.casefold()
    return any(stem in words for stem in _MEDICAL)


def _surname(name: str) -> str:
    return name.split()[-1].lower()


def _side(region: str) -> Side:
    return {"RU": Side.RU, "UA": Side.UA}.get(region[:2], Side.OTHER)

"""Decide who speaks: the office holder on the day, the person named, or the owner of the channel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from skyledger.model.document import Document, Outlet
from skyledger.model.frame import SpeakerPhrase
from skyledger.model.kinds import Side
from skyledger.model.speaker import Speaker
from skyledger.packs.load import Packs
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.records import Official, Term
from skyledger.resolve.offices import OfficeResolver, in_office, office_region, speaker_of
from skyledger.resolve.title_bodies import owner_by_title, region_in_title
from skyledger.resolve.title_names import named_in_title

# Channels that are an office's own; a part of their title may name it: "Rosaviatsia in English".
_OFFICES_TYPES = frozenset(("official", "regulator"))
_OF_TOWNS = frozenset(("mayor", "city_administration", "district_head", "operator", "emergency_service", "police"))
_CITY_REGIONS = frozenset(("RU-MOW", "RU-SPE", "UA-30", "UA-40"))  # whose mayors speak of the region
_REMEMBERED = 10_000  # titles of outlets


@dataclass(frozen=True, slots=True)
class ResolvedSpeaker:
    """A speaker with the office's facts."""

    official: Official
    speaker: Speaker


class SpeakerResolver:
    """Turns speaker phrases and outlets into speakers in office on the document's date."""

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        self.titles: dict[tuple[str, str], list[list[Official]]] = {}
        self.owners: dict[tuple[str, str, str, date | None], Speaker | None] = {}
        self.regions: dict[str, str] = {}
        self.homes: dict[str, str] = {}  # towns that titles name, by owner
        self.by_handle: dict[str, list[Official]] = {}
        self.by_office: dict[tuple[str, str], list[Official]] = {}
        for official in packs.officials.values():
            for handle in official.handles:
                self.by_handle.setdefault(handle.lower(), []).append(official)
            self.by_office.setdefault((official.role, official.region), []).append(official)
        self.offices = OfficeResolver(packs, self.by_office)

    def outlet_speaker(self, document: Document) -> Speaker | None:
        """Return who stands behind an outlet: by handle, by a title the packs know, or by a name in its title.

        Only a whole title counts, so that "Новости Минобороны" is not the ministry.
        """
        outlet, on = document.outlet, _day(document)
        key = outlet.handle, outlet.name, outlet.type, on
        if key not in self.owners:
            if len(self.owners) >= _REMEMBERED:
                self.owners.clear()
            self.owners[key] = self._owner(outlet, on)
        return self.owners[key]

    def _owner(self, outlet: Outlet, on: date | None) -> Speaker | None:
        owners = [o for o in self.by_handle.get(outlet.handle.lower(), ()) if in_office(o, on)]
        titled = self._by_title(outlet.name, on, outlet.type) if outlet.name else []
        owners = titled or owners  # a handle shared by a body and its spokesman: the title tells whose it is
        if not owners:
            return self._titled_owner(outlet) if outlet.type == "official" else None
        return speaker_of(owners[0], "")

    def outlet_region(self, document: Document) -> str:
        """Return the region an outlet's title names, which tells its places from their namesakes."""
        title = document.outlet.name
        if title not in self.regions:
            if len(self.regions) >= _REMEMBERED:
                self.regions.clear()
            self.regions[title] = region_in_title(self.packs, title) if title else ""
        return self.regions[title]

    def _titled_owner(self, outlet: Outlet) -> Speaker | None:
        """Return an owner no pack knows, as the title calls him; remembered with the town it names."""
        known = named_in_title(self.packs, outlet.name)
        titled, home = owner_by_title(self.packs, outlet.name)
        owner = known or titled
        if owner is not None and home and owner.role in _OF_TOWNS:
            self.homes[owner.id] = home
        return owner

    def _by_title(self, name: str, on: date | None, outlet_type: str) -> list[Official]:
        for found in self._titled(name, outlet_type):
            current = [o for o in found if in_office(o, on)]
            if current:
                return sorted(current, key=lambda o: not o.is_body)
        return self._named_within(normalise_surface(name), on) if outlet_type in _OFFICES_TYPES else []

    def _titled(self, name: str, outlet_type: str) -> list[list[Official]]:
        """Return whom a title and its parts may name, on any day; remembered, since channels post every hour."""
        known = self.titles.get((name, outlet_type))
        if known is not None:
            return known
        candidates = [normalise_surface(name)]
        if outlet_type in _OFFICES_TYPES:
            parts = [p for sep in ("/", "|", ",", "—", "–", " - ", "(") for p in name.split(sep)]
            candidates += [normalise_surface(p) for p in parts]
        named: list[list[Official]] = []
        for candidate in candidates:
            terms = [t for t in self.packs.terms.get(candidate, ()) if t.category in ("title", "speaker", "body")]
            if outlet_type not in _OFFICES_TYPES:
                # a channel that bears an official's full name and nothing else is taken for that person's
                whole = outlet_type == "channel" and " " in candidate
                terms = [t for t in terms if t.category == "title" or (whole and _is_full_name(t))]
            named.append([self.packs.officials[t.value] for t in terms if t.value in self.packs.officials])
        if len(self.titles) >= _REMEMBERED:
            self.titles.clear()
        self.titles[name, outlet_type] = named
        return named

    def _named_within(self, surface: str, on: date | None) -> list[Official]:
        """Return the person or body whose name stands anywhere in an official channel's title."""
        words = surface.split()
        people: list[Official] = []
        bodies: list[Official] = []
        for size in range(min(6, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                terms = self.packs.terms.get(" ".join(words[start : start + size]), ())
                found = [
                    self.packs.officials[t.value]
                    for t in terms
                    if t.category in ("title", "speaker", "body") and t.value in self.packs.officials
                ]
                current = [o for o in found if in_office(o, on)]
                if len({o.id for o in current}) == 1 or (current and size > 1):
                    people += [o for o in current if not o.is_body]
                    bodies += [o for o in current if o.is_body]
        if people or bodies:
            return people or bodies
        return []

    def resolve(
        self,
        phrase: SpeakerPhrase,
        document: Document,
        text: str,
        countries: Sequence[str] = (),
        regions: Sequence[str] = (),
    ) -> Speaker | None:
        """Return the speaker a phrase names on the document's date, or None when the packs do not know."""
        on = _day(document)
        region = office_region(self.packs, phrase.place)
        found = [self.packs.officials[i] for i in phrase.ids if i in self.packs.officials]
        current = [o for o in found if in_office(o, on)] or found
        if region:
            current = [o for o in current if o.region == region] or current
        if phrase.role:
            current = [o for o in current if o.role == phrase.role] or current
        if phrase.generic:
            current = _of_country(current, countries)
        if len(current) > 1 and not region:
            others = [] if phrase.generic else current  # "оперштаб" is that of a region named, or nobody's
            current = next(([o for o in current if o.region == r] for r in regions if _holds(current, r)), others)
        if current:
            return speaker_of(current[0], text)
        if phrase.generic and not phrase.role and len({o.role for o in found}) == 1:
            phrase = replace(phrase, role=found[0].role)  # that of a country whose the packs do not know
        return self.offices.resolve(phrase, on, text, regions, countries)

    def home_city(self, speaker: Speaker, document: Document) -> str:
        """Return the city a mayor's post without a place speaks of, or ``""`` where the packs know several mayors."""
        if speaker.id in self.homes:
            return self.homes[speaker.id]
        region = speaker.region or ""
        if region in _CITY_REGIONS:
            return ""
        holders = [o for o in self.by_office.get(("mayor", region), ()) if in_office(o, _day(document))]
        main = self.offices.main_city(region)
        return main.id if speaker.role == "mayor" and len(holders) == 1 and main is not None else ""


def _day(document: Document) -> date | None:
    return None if document.published_at is None else document.published_at.date()


def _holds(officials: list[Official], region: str) -> bool:
    return any(o.region == region for o in officials)


def _of_country(officials: list[Official], countries: Sequence[str]) -> list[Official]:
    """Return the body of the country a text speaks of: "the Defence Ministry" is that of the regions named.

    A body of neither side needs its country named; of the two sides' the only one is meant without.
    """
    for country in countries:
        own = [o for o in officials if o.id.startswith(f"{country.lower()}-")]
        if own:
            return own
    sides = [o for o in officials if o.side is not Side.OTHER]
    return sides if len(sides) == 1 else []


def _is_full_name(term: Term) -> bool:
    return term.category == "speaker" and not {"surname", "initial", "common"} & set(term.flags.split())

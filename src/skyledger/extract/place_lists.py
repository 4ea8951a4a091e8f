"""Join places that stand side by side: into lists, or into one place with the area it lies in."""

import re
from dataclasses import replace
from typing import Any

from skyledger.extract.areas import is_city_part
from skyledger.extract.reading import Reading
from skyledger.extract.words import (
    FROM_WORDS,
    PLACE_CONJUNCTIONS,
    PLACE_LINKS,
    PLACE_PREPOSITIONS,
    SETTLEMENT_HEADS,
    VILLAGE_HEADS,
)
from skyledger.model.frame import PlacePhrase
from skyledger.model.kinds import PlaceKind

_IN_PART = frozenset("частично почасти частково partly partially почти майже almost".split())
_AIMS = (["по"], ["на"], ["at"], ["on"])
_DASHES = frozenset("—–-")
_STRETCHES = (
    *("перегон", "участк", "трас", "линии", "лінії", "маршрут", "направлени", "напрямк", "ділянц", "шоссе", "шосе"),
    *("автодорог", "дорог", "дороз", "автотрас", "автомагістрал", "автомагистрал", "highway", "road", "route", "line"),
)
_RELATIVES = frozenset("що які який яка яке которые который которая которое which that".split())


def merge_lists(reading: Reading, atoms: list[PlacePhrase]) -> list[PlacePhrase]:
    """Merge neighbours into lists and chains.

    Only a comma, "and", or prepositions and words like "территории" may stand between members of a list; a name and
    the larger area right behind it (with or without a comma or brackets) are one place.
    """
    atoms.sort(key=lambda a: a.start)
    merged: list[PlacePhrase] = []
    for atom in atoms:
        last = merged[-1] if merged else None
        if last is None or last.role != "place" or atom.role != "place":
            merged.append(atom)
            continue
        joined = _joined(reading, last, atom)
        if joined is None:
            merged.append(atom)
        else:
            merged[-1] = joined
    return merged


def _joined(reading: Reading, last: PlacePhrase, atom: PlacePhrase) -> PlacePhrase | None:
    """Return two neighbours as a list or a chain, None where they are two places."""
    gap = reading.gap(last.stop - 1, atom.start)
    between = reading.tokens.words[last.stop : atom.start]
    marks = re.sub(r"\w+", "", gap).strip(" \u00a0*_«»\"'’")
    if marks[:1] == ")" and "(" in last.span.slice(reading.text):  # "Penza, Saratov (Gagarin) and Tambov"
        marks = marks[1:].strip()
    if "\n" in gap or len(between) > 4 or not all(w in PLACE_LINKS or w in _IN_PART for w in between):
        return None
    if between[:1] in _AIMS and last.start > 0 and reading.tokens.words[last.start - 1] in FROM_WORDS:
        return None  # "из Крыма по Украине": from there to here
    if (chain := _chain(reading, last, atom, marks, between)) is not None:
        return chain
    if not _is_list(reading, last, atom, marks, between):
        return None
    return PlacePhrase(
        last.members + atom.members,
        last.start,
        atom.stop,
        reading.span(last.start, atom.stop),
        "place",
        last.kinds + atom.kinds,
        last.within + atom.within,
        last.member_spans + atom.member_spans,
    )


def _is_list(reading: Reading, last: PlacePhrase, atom: PlacePhrase, marks: str, between: list[str]) -> bool:
    """Tell whether a comma, "and" or the dash of a line makes a list of two places."""
    if marks in ("", ",") and any(w in PLACE_CONJUNCTIONS for w in between):
        return True
    if marks in _DASHES and not between:
        return _is_stretch(reading, last, atom)
    if marks != "," or _starts_member(reading, last, atom) or not _same_preposition(reading, last, atom):
        return False
    return bool(between) or not _ends_relative_clause(reading, last)


def without_wholes(reading: Reading, phrases: list[PlacePhrase]) -> list[PlacePhrase]:
    """Keep of "Одесса, Пересыпский и Киевский районы" the districts, which are parts of the city named first."""
    return [_without_whole(reading, p) if len(p.members) > 1 and p.role == "place" else p for p in phrases]


def _without_whole(reading: Reading, phrase: PlacePhrase) -> PlacePhrase:
    if _is_district_with_villages(reading, phrase):
        spans = phrase.member_spans[:1]
        return replace(phrase, members=phrase.members[:1], kinds=phrase.kinds[:1], member_spans=spans)
    places = reading.packs.places
    city = set(phrase.members[0])
    parts = tuple(
        tuple(
            i for i in ids if i in places and is_city_part(places[i]) and {places[i].district, places[i].region} & city
        )
        for ids in phrase.members[1:]
    )
    if not all(parts) or len(phrase.kinds) != len(phrase.members):
        return phrase
    return replace(phrase, members=parts, kinds=phrase.kinds[1:], member_spans=phrase.member_spans[1:])


def _is_district_with_villages(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether villages are told of the district named first: "In Belgorod district, Oktyabrsky and Bessonovka"."""
    places = reading.packs.places
    if len(phrase.members) < 3 or len(phrase.member_spans) < 3 or phrase.start < 1:
        return False
    districts = [places[i] for i in phrase.members[0] if i in places]
    between = reading.text[phrase.member_spans[0].stop : phrase.member_spans[1].start]
    if len(districts) != 1 or districts[0].kind is not PlaceKind.DISTRICT or is_city_part(districts[0]):
        return False
    if "," not in between or reading.tokens.words[phrase.start - 1] not in PLACE_PREPOSITIONS:
        return False
    for ids in phrase.members[1:]:
        known = [places[i] for i in ids if i in places]
        inside = [p for p in known if p.region == districts[0].region and p.population < _VILLAGE]
        if not inside or any(p.kind is not PlaceKind.SETTLEMENT for p in inside):
            return False
    return True


def _starts_member(reading: Reading, last: PlacePhrase, atom: PlacePhrase) -> bool:
    """Tell whether a comma parts a place told behind its figure from one told before: "7 – Тула, Калуга – 5"."""
    words = reading.tokens.words
    if atom.stop >= len(words) or last.start < 1:
        return False
    behind = reading.gap(atom.stop - 1, atom.stop).strip() in _DASHES and words[atom.stop][:1].isdigit()
    return behind and reading.gap(last.start - 1, last.start).strip() in _DASHES


def _is_stretch(reading: Reading, last: PlacePhrase, atom: PlacePhrase) -> bool:
    """Tell whether a dash joins the two ends of a line: "на перегоне Дно — Порхов", "Orsk – Omsk: cable torn down"."""
    words = reading.tokens.words
    if any(w.startswith(_STRETCHES) for w in words[max(0, last.start - 2) : last.start]):
        return True
    if any(w.startswith(_STRETCHES) for w in words[atom.stop : atom.stop + 1]):
        return True
    opens = not reading.text[reading.text.rfind("\n", 0, last.span.start) + 1 : last.span.start].strip()
    return opens and reading.text[atom.span.stop : atom.span.stop + 1] == ":"


def _ends_relative_clause(reading: Reading, last: PlacePhrase) -> bool:
    """Tell whether the comma behind a place closes a clause: "кулі, що припливли з Білорусі, Вільнюс не приймав"."""
    words = reading.tokens.words
    for token in range(last.start - 1, max(last.start - 5, 0), -1):
        if words[token] in _RELATIVES:
            return "," in reading.gap(token - 1, token)
        if "," in reading.gap(token - 1, token):
            return False
    return False


def _same_preposition(reading: Reading, last: PlacePhrase, atom: PlacePhrase) -> bool:
    """Tell whether a comma may join two places: none or the same preposition before both.

    "атаковали порт на Одещині, на Харківщині пошкоджено склади" is two clauses.
    """
    words = reading.tokens.words
    here = [w for w in words[last.stop : atom.start] if w in PLACE_PREPOSITIONS]
    if not here or any(w in PLACE_CONJUNCTIONS for w in words[last.stop : atom.start]):
        return True
    return last.start > 0 and words[last.start - 1] == here[0]


def _chain(
    reading: Reading, last: PlacePhrase, atom: PlacePhrase, marks: str, between: list[str]
) -> PlacePhrase | None:
    """Return one place for "settlement + its area" in either order, or None when neither can lie in the other."""
    if (
        marks not in ("", ",", "(", ")", "(,")
        or any(w in PLACE_CONJUNCTIONS for w in between)
        or len(atom.members) != 1
    ):
        return None
    areas = set(atom.members[0])
    inner = last.members[-1]
    whole: dict[str, Any] = {"start": last.start, "stop": atom.stop, "span": reading.span(last.start, atom.stop)}
    if between == ["s"] and len(last.members) == 1:  # "Moscow's Vnukovo", "Russia's Kaluga region"
        return replace(atom, within=atom.within + inner, **whole)
    if all(i.startswith("unknown:") for i in inner) and len(last.members) == 1 and _is_area(reading, areas):
        return replace(atom, **whole)  # "the village of Osiny in Lublin province": as near as the packs know
    if _lies_in(reading, inner, areas):
        return replace(last, within=last.within + atom.members[0], **whole)
    if marks == "" and not between and atom.kinds[:1] == (PlaceKind.DISTRICT,):
        regions = _regions_of_village(reading, inner, atom.members[0])
        if regions:
            return replace(last, within=(*last.within, *atom.members[0], *regions), **whole)
    if marks == "," and _is_area(reading, set(inner)) and _is_announced(reading, atom, between):
        regions = _regions_of_village(reading, atom.members[0], inner)
        if regions and len(last.members) == 1:  # "Чугуївський район, село Малинівка"
            return replace(atom, within=(*atom.within, *inner, *regions), **whole)
    if _is_namesake(reading, last, atom, marks, between):
        return replace(atom, **whole)
    if len(last.members) == 1 and marks in ("", ",", "(") and _lies_in(reading, atom.members[0], set(inner)):
        return replace(atom, within=atom.within + inner, **whole)
    return None


def _is_announced(reading: Reading, atom: PlacePhrase, between: list[str]) -> bool:
    """Tell whether "village" or "town" stands before a name, alone or with its preposition."""
    head = reading.tokens.words[atom.start - 1] if atom.start else ""
    return len(between) <= 2 and head in SETTLEMENT_HEADS


def _is_area(reading: Reading, ids: set[str]) -> bool:
    """Tell whether candidates are regions or districts, in which a settlement may lie."""
    kinds = {place.kind for i in ids if (place := reading.packs.places.get(i)) is not None}
    return bool(kinds) and kinds <= {PlaceKind.REGION, PlaceKind.DISTRICT}


_VILLAGE = 30_000  # inhabitants; a larger town has a district of its own and is listed beside another


def _regions_of_village(reading: Reading, inner: tuple[str, ...], districts: tuple[str, ...]) -> list[str]:
    """Return the regions where a village no pack puts into a district may lie in the one behind it.

    "Малинівка Пологівського району" is the Malynivka of that region; "Муром Шебекинского округа" is no town of Murom.
    """
    places = reading.packs.places
    regions = [places[i].region for i in districts if i in places and places[i].region]
    return [
        r
        for r in dict.fromkeys(regions)
        for i in inner
        if i in places
        and places[i].kind is PlaceKind.SETTLEMENT
        and places[i].region == r
        and not places[i].district
        and places[i].population < _VILLAGE
    ][:1]


def _is_namesake(reading: Reading, last: PlacePhrase, atom: PlacePhrase, marks: str, between: list[str]) -> bool:
    """Tell whether a village in a district has a name the packs only know from elsewhere: then the district is meant.

    "Муром Шебекинского округа" and "в селе Муром, Шебекинский округ" are not the town of Murom.
    """
    words = reading.tokens.words
    if len(last.members) != 1 or between:
        return False
    head = last.start - 2 if words[last.start - 1] == "of" else last.start - 1
    headed = last.start > 0 and words[head] in VILLAGE_HEADS
    if atom.kinds[:1] != (PlaceKind.DISTRICT,) and not (headed and _is_area(reading, set(atom.members[0]))):
        return False
    if marks not in ("", ",") or (marks == "," and not headed):
        return False
    places = reading.packs.places
    regions = {places[i].region or i for i in atom.members[0] if i in places}
    known = [places[i] for i in last.members[0] if i in places]
    return bool(known) and all(p.kind is PlaceKind.SETTLEMENT and p.region not in regions for p in known)


def _lies_in(reading: Reading, inner: tuple[str, ...], areas: set[str]) -> bool:
    for candidate in inner:
        place = reading.packs.places.get(candidate)
        if place is None or candidate in areas:
            continue
        if areas & {place.region, place.district, place.country} or _is_part_of_city(reading, candidate, areas):
            return True
    return False


def _is_part_of_city(reading: Reading, district: str, areas: set[str]) -> bool:
    """Tell whether a city's district lies in one of the cities named: its id is made of the city's name."""
    cities = (reading.packs.places.get(i) for i in areas)
    return any(
        city is not None and district.startswith(f"raion:{city.region}-{city.name_en.lower().replace(' ', '-')}-")
        for city in cities
    )


def mark_airports(reading: Reading, phrases: list[PlacePhrase]) -> list[PlacePhrase]:
    """Ask for an airport where "airport" stands beside a place: "Copenhagen Airport", "аэропорт Калуга"."""
    heads = [m for m in reading.by_category.get("place_head", ()) if m.value == "airport"]
    if not heads:
        return phrases
    result: list[PlacePhrase] = []
    for phrase in phrases:
        near = any(
            (h.start == phrase.stop or (phrase.start - h.stop in (0, 1) and h.lang != "en"))
            and not reading.parted(min(h.stop, phrase.stop) - 1, max(h.start, phrase.start), ",.;:")
            for h in heads
        )
        kinds = tuple(PlaceKind.AIRPORT for _ in phrase.members) if near else phrase.kinds
        result.append(replace(phrase, kinds=kinds))
    return result

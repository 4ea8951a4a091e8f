"""Names of places and speakers in the language that is spoken, as the packs have them; English ones stay as told.

A name is only replaced by its translation where it is the very name the packs have for the id: what policy cut, or a
text coined, is shown as it is.
"""

import re
from collections.abc import Iterable
from functools import cache

from skyledger.model import Place, PlaceKind, Speaker
from skyledger.packs.load import load_packs
from skyledger.packs.records import GazetteerPlace, Official
from skyledger.say import language, say

_OFFICES = (
    "{place} administration",
    "head of {place}",
    "{place} emergency service",
    "governor of {place}",
    "mayor of {place}",
    "{place} police",
    "{place} prosecutor's office",
    "{place} City Hall",
    "{place} City Council",
    "{place} air force",
    "{place} border guard",
    "{place} general staff",
    "{place} government",
    "{place} operational headquarters",
    "{place} intelligence",
    "{place} mission",
    "{place} investigators",
    "{place} military",
    "{place} ministry",
    "{place} operator",
    "{place} regulator",
    "{place} security service",
)
_SMALL = re.compile(r"\bрф\b")


def place_name(id: str, english: str) -> str:
    """Return the name of a place by its id, or the English one where the packs have no other for it."""
    lang = language()
    if lang == "en" or not english:
        return english
    known = load_packs().places.get(id)
    own = "" if known is None or known.name_en != english else _local(known, lang)
    return own or name_of(english) or english


def region_in_words(id: str) -> str:
    """Return the name of a region by its id alone, ``""`` where the packs have none in the language that is spoken."""
    known = load_packs().places.get(id)
    return "" if known is None else _local(known, language())


def name_of_place(place: Place) -> str:
    """Return the name of a place, of a list the names of its members."""
    if language() == "en":
        return place.name
    if place.kind is PlaceKind.LIST and place.parts:
        return list_name(place.parts, place.name)
    return place_name(place.id, place.name)


def list_name(parts: Iterable[str], english: str) -> str:
    """Return the names of the members of a list, where the English is those of its members."""
    places = load_packs().places
    known = [places[part] for part in parts if part in places]
    if ", ".join(place.name_en for place in known) != english:
        return name_of(english) or english
    return ", ".join(_local(place, language()) or place.name_en for place in known)


def speaker_name(id: str, english: str) -> str:
    """Return the name of who speaks, by id; offices without a known holder are named by what they are."""
    lang = language()
    if lang == "en" or not english:
        return english
    known = load_packs().officials.get(id)
    if known is not None and known.name_en == english:
        return _local(known, lang) or english
    return name_of(english) or _by_kind(id) or english


def _by_kind(id: str) -> str:
    """Return what a speaker is of whom no more is known: medics, an operator; ``""`` of others."""
    kind = id.split(":")[1] if id.startswith("office:") else ""
    told = say(kind.replace("_", " "), about="role") if kind else ""
    return "" if told == kind.replace("_", " ") else told


def name_of_speaker(speaker: Speaker) -> str:
    """Return the name of who speaks."""
    return speaker_name(speaker.id, speaker.name)


def name_of(english: str) -> str | None:
    """Return a name by its English alone, where only one place or speaker has it; None else."""
    lang = language()
    if lang == "en":
        return None
    found = _by_english(lang).get(english)
    if found is None and ", " in english:
        parts = [_by_english(lang).get(part) for part in english.split(", ")]
        found = ", ".join(part or "" for part in parts) if all(parts) else None
    return _office(english, lang) if found is None else found


def _office(english: str, lang: str) -> str | None:
    for form, pattern in _office_forms():
        found = pattern.fullmatch(english)
        place = None if found is None else _by_english(lang).get(found["place"])
        if place is not None:
            return say(form, place=place)
    return None


@cache
def _office_forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((form, re.compile(re.escape(form).replace(r"\{place\}", "(?P<place>.+)"))) for form in _OFFICES)


def _local(known: GazetteerPlace | Official, lang: str) -> str:
    name = known.name_ru if lang == "ru" else known.name_uk
    return _SMALL.sub("РФ", name)


@cache
def _by_english(lang: str) -> dict[str, str]:
    """Return the names that only one place or speaker has; regions and countries come before their namesakes."""
    packs = load_packs()
    found: dict[str, set[str]] = {}
    every: list[GazetteerPlace | Official] = [*packs.places.values(), *packs.officials.values()]
    for known in every:
        name = _local(known, lang)
        if name:
            found.setdefault(known.name_en, set()).add(name)
    single = {english: next(iter(names)) for english, names in found.items() if len(names) == 1}
    wide = (p for p in packs.places.values() if p.kind in (PlaceKind.REGION, PlaceKind.COUNTRY))
    return single | {place.name_en: name for place in wide if (name := _local(place, lang))}

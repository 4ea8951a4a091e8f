"""What compiled packs consist of. The TOML sources are described in docs/packs.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from skyledger.model.kinds import PlaceKind, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What one surface form may mean; a surface may have several terms.

    Attributes:
        category: trigger, object, number, quantifier, time, hedge, negation, speech, unit, trap, role, place,
            place_adj (an adjective or bare base that needs a head noun), place_head, speaker, ...
        value: The id meant: a trigger id, an object type, a place id, a speaker id, a number as digits.
        lang: ``en``, ``ru`` or ``uk``.
        flags: Space-separated marks a rule may ask for (``plural``, ``gen``, ``word``: also an ordinary word).
    """

    category: str
    value: str
    lang: str
    flags: str = ""


def is_telling(term: Term) -> bool:
    """Tell whether a term may open a claim: a trigger, or an agent whose deeds need no verb that the packs know."""
    if term.category == "agent":
        return term.value != "enemy" and "weak" not in term.flags
    return term.category == "trigger"


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerPlace:
    """One place of the gazetteer.

    Attributes:
        id: See :class:`skyledger.model.Place`.
        region: ISO 3166-2 id it lies in; a region's own id for regions; ``""`` for seas and countries.
        district: Id of the district a settlement lies in, of the city a city district is a part of, of what an airport
            serves; else ``""``.
        zone: IANA time zone, ``""`` only for seas and large countries.
        population: People, 0 when unknown; used to prefer the larger of two namesakes, never printed.
    """

    id: str
    kind: PlaceKind
    name_en: str
    name_ru: str
    name_uk: str
    country: str
    region: str
    district: str
    lat: float | None
    lon: float | None
    zone: str
    population: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """A person in office, or a body that speaks.

    Attributes:
        id: ``ru-klu-governor-shapsha`` or ``ru-mod``.
        role: governor, mayor, ministry, air_force, general_staff, regulator, emergency_service, administration ...
        region: ISO 3166-2 id, ``""`` for national offices.
        is_body: True for institutions.
        start: First day of the term, None = unknown or always.
        end: Last day of the term, None = still in office as far as the pack knows.
        handles: Telegram user names without ``@``, lower case.
        city: English name of the town or district of a local office, ``""`` else.
    """

    id: str
    name_en: str
    name_ru: str
    name_uk: str
    role: str
    side: Side
    region: str
    is_body: bool
    start: date | None
    end: date | None
    handles: tuple[str, ...]
    city: str = ""


Places = Mapping[str, GazetteerPlace]
Officials = Mapping[str, Official]

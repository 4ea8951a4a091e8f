"""The closed vocabularies of a claim (docs/glossary.md has a sentence on each)."""

from enum import StrEnum


class Lang(StrEnum):
    """Language of a text; ``und`` when the letters do not decide."""

    EN = "en"
    RU = "ru"
    UK = "uk"
    UND = "und"


class Kind(StrEnum):
    """What a claim says happened."""

    INTERCEPTION = "interception"
    ATTACK = "attack"
    SIGHTING = "sighting"
    AIRSPACE_CLOSURE = "airspace_closure"
    AIRSPACE_REOPENING = "airspace_reopening"
    DIVERSION = "diversion"
    DAMAGE = "damage"
    FIRE = "fire"
    POWER_OUTAGE = "power_outage"
    CASUALTIES = "casualties"
    NO_CASUALTIES = "no_casualties"
    NO_DAMAGE = "no_damage"
    ALERT = "alert"
    OTHER_EFFECT = "other_effect"


class Fate(StrEnum):
    """What became of the objects counted; fates never share a counter."""

    DOWNED = "downed"
    SUPPRESSED = "suppressed"
    LOST = "lost"
    LAUNCHED = "launched"
    HIT = "hit"
    DEBRIS = "debris"
    AIRBORNE = "airborne"
    DECLARED = "declared"
    LIFTED = "lifted"


class ObjectType(StrEnum):
    """What flew (or, for sea drones, sailed)."""

    UAV = "uav"
    FPV_DRONE = "fpv_drone"
    DECOY_UAV = "decoy_uav"
    CRUISE_MISSILE = "cruise_missile"
    BALLISTIC_MISSILE = "ballistic_missile"
    MISSILE = "missile"
    GUIDED_BOMB = "guided_bomb"
    ROCKET_ARTILLERY = "rocket_artillery"
    HIGH_SPEED_AIR_TARGET = "high_speed_air_target"
    SEA_DRONE = "sea_drone"
    AIRCRAFT = "aircraft"
    BALLOON = "balloon"
    UNKNOWN = "unknown"


class Modality(StrEnum):
    """How firmly the claim is made; where several apply the first of this order wins."""

    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"
    PRELIMINARY = "preliminary"
    ASSERTED = "asserted"


class ClaimStatus(StrEnum):
    """Whether the claim is about the document's own news."""

    CURRENT = "current"
    BACKGROUND = "background"
    SUPERSEDED = "superseded"


class Qualifier(StrEnum):
    """How the number was worded."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    ABOUT = "about"
    RANGE = "range"
    SEVERAL = "several"


class Unit(StrEnum):
    """What a count counts."""

    OBJECT = "object"
    PERSON = "person"
    BUILDING = "building"
    APARTMENT = "apartment"
    VEHICLE = "vehicle"
    CUSTOMER = "customer"
    SETTLEMENT = "settlement"
    LOCATION = "location"
    FLIGHT = "flight"
    AIRPORT = "airport"
    REGION = "region"
    EXPLOSION = "explosion"
    OTHER = "other"


class PlaceKind(StrEnum):
    """What sort of place an id names."""

    SETTLEMENT = "settlement"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    AIRPORT = "airport"
    SEA = "sea"
    FACILITY = "facility"
    AREA = "area"
    LIST = "list"


class PlacePrecision(StrEnum):
    """How closely a place is known; a region-only claim *is* a region."""

    POINT = "point"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    SEA = "sea"
    NONE = "none"


class TimePrecision(StrEnum):
    """How closely a time is known."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    NIGHT = "night"
    DAY = "day"
    NONE = "none"


# A stated hour; "overnight" or "in the morning" is none. Holds the words too, which records for readers have.
BY_THE_CLOCK = frozenset({TimePrecision.MINUTE, TimePrecision.HOUR})


class Side(StrEnum):
    """The government an organ speaks for, as ISO country code in lower case, or neither."""

    RU = "ru"
    UA = "ua"
    OTHER = "other"


class IncidentStatus(StrEnum):
    """What the origins behind an incident amount to."""

    SINGLE = "single"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    RETRACTED = "retracted"


class TotalVerdict(StrEnum):
    """Result of holding a total against its parts by interval arithmetic."""

    CONSISTENT = "consistent"
    CANNOT_BE_CHECKED = "cannot_be_checked"
    RESIDUAL = "residual"
    CONTRADICTION = "contradiction"

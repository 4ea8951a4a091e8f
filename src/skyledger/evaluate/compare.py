"""Comparing one predicted claim with one gold claim, field by field."""

from datetime import datetime, timedelta

from rapidfuzz import fuzz

from skyledger.evaluate.gold import GoldClaim, GoldPlace
from skyledger.model import (
    Claim,
    Count,
    Fate,
    Harm,
    Interval,
    Kind,
    Modality,
    Place,
    PlaceKind,
    Speaker,
    TimePrecision,
    TimeRange,
)

# Names that mean the same place differ by transliteration only ("Gladkov"/"Hladkov" .86, "Kharkiv"/"Kherson" .43).
NAME_LIKENESS = 78
# Fates a text that names none may be given.
UNSAID_FATES = {Kind.ATTACK: {None, Fate.HIT}, Kind.SIGHTING: {None, Fate.AIRBORNE}, Kind.ALERT: {None, Fate.DECLARED}}
# Kinds whose number is the claim: a prediction without it is another claim.
FIGURE_KINDS = {Kind.INTERCEPTION, Kind.ATTACK}
HARM_KINDS = {Kind.CASUALTIES, Kind.NO_CASUALTIES}
FEDERAL_CITIES = {"RU-MOW", "RU-SPE", "UA-30", "UA-40"}
COARSE_SLACK = timedelta(hours=1)
FINE_SLACK = timedelta(minutes=5)
OFFICES = {"ministry", "air_force", "regulator", "emergency_service", "general_staff", "administration", "police"}


def names_alike(first: str, second: str) -> bool:
    """Tell whether two names are the same but for spelling."""
    a, b = (n.casefold().replace("'", "").replace("-", " ") for n in (first, second))
    return bool(a and b) and (fuzz.ratio(a, b) >= NAME_LIKENESS or fuzz.token_set_ratio(a, b) >= 90)


def surnames_alike(first: str, second: str) -> bool:
    """Tell whether the last words of two names are the same but for spelling."""
    return bool(first.split() and second.split()) and names_alike(first.split()[-1], second.split()[-1])


def kinds_match(gold: GoldClaim, claim: Claim) -> bool:
    """Tell whether kind and fate are the same, an unsaid fate standing for its usual one."""
    if gold.kind is not claim.kind:
        return False
    unsaid = UNSAID_FATES.get(gold.kind, {None})
    return gold.fate is claim.fate or (gold.fate in unsaid and claim.fate in unsaid)


def counts_compatible(gold: GoldClaim, claim: Claim) -> bool:
    """Tell whether the two numbers may be the same one."""
    if gold.kind in HARM_KINDS:
        return harms_compatible(gold.harm, claim.harm)
    known, given = gold.count, claim.count
    if known is not None and given is not None:
        return known.interval.overlaps(given.interval)
    one = known or given
    return one is None or (one.low, one.high) == (1, 1) or gold.kind not in FIGURE_KINDS


def harms_compatible(gold: Harm | None, given: Harm | None) -> bool:
    """Tell whether no figure of one contradicts the other and at least one is shared."""
    if gold is None or given is None:
        return gold is given
    pairs = [(gold.killed, given.killed), (gold.injured, given.injured)]
    shared = [(a, b) for a, b in pairs if a is not None and b is not None]
    return bool(shared) and all(a.overlaps(b) for a, b in shared)


def counts_equal(gold: Count | None, given: Count | None) -> bool:
    """Tell whether number and wording range agree; a grammatical singular may be given or left."""
    if gold is None or given is None:
        one = gold or given
        return one is None or ((one.low, one.high) == (1, 1) and not one.text.strip().isdigit())
    return (gold.low, gold.high) == (given.low, given.high)


def intervals_equal(gold: Interval | None, given: Interval | None) -> bool:
    """Tell whether both are the same or nothing is labelled and zero given."""
    return gold == given or (gold is None and given == Interval(low=0, high=0))


def harms_equal(gold: Harm | None, given: Harm | None) -> bool:
    """Tell whether killed, injured and children agree."""
    if gold is None or given is None:
        return gold is given
    return (
        intervals_equal(gold.killed, given.killed)
        and intervals_equal(gold.injured, given.injured)
        and intervals_equal(gold.children, given.children)
    )


def place_equal(gold: GoldPlace | None, given: Place | None) -> bool:
    """Tell whether it is the same place at the same precision."""
    if gold is None or given is None:
        return given is None and (gold is None or gold.implied)
    if gold.parts:
        return _parts_equal(gold, given)
    if gold.id:
        return gold.id == given.id or (gold.id in FEDERAL_CITIES and _region_of(given) == gold.id)
    return given.kind is gold.kind and _region_of(given) == gold.region and names_alike(gold.name, given.name)


def place_compatible(gold: GoldPlace | None, given: Place | None) -> bool:
    """Tell whether one lies in the other, is a member of it, or is not said."""
    if gold is None:
        return given is None or given.kind in (PlaceKind.LIST, PlaceKind.COUNTRY)
    if given is None or place_equal(gold, given):
        return True
    if gold.parts:
        return any(place_compatible(p, given) for p in gold.parts)
    region = gold.region or gold.id
    if given.kind is PlaceKind.LIST:
        return region in given.parts or region == given.country
    if not gold.id and given.kind is gold.kind:  # two named settlements or districts: a namesake is another place
        return names_alike(gold.name, given.name)
    if given.region is None and given.country is not None and region.startswith(f"{given.country}-"):
        return True  # a town of a country whose regions the gazetteer does not know
    return region == _region_of(given) or (len(given.id) == 2 and region.startswith(given.id))


def _region_of(place: Place) -> str:
    """Return the region of a place; its country where the gazetteer knows no regions of it."""
    return place.id if place.kind is PlaceKind.REGION else (place.region or place.country or "")


def _parts_equal(gold: GoldPlace, given: Place) -> bool:
    ids = {p.id for p in gold.parts if p.id}
    if len(given.parts) != len(gold.parts):
        return False
    return ids <= set(given.parts)


def time_equal(gold: GoldClaim, given: TimeRange | None) -> bool:
    """Tell whether the windows agree within 5 minutes (minute precision) or an hour (named parts of a day)."""
    unsaid = given is None or given.precision is TimePrecision.NONE
    if gold.time is None:
        return unsaid
    if given is None or unsaid:
        return gold.time_implied
    slack = FINE_SLACK if gold.time.precision is TimePrecision.MINUTE else COARSE_SLACK
    if gold.time.start is not None and gold.time.start == gold.time.end:
        return _near(gold.time.start, given.start, slack)
    return _near(gold.time.start, given.start, slack) and _near(gold.time.end, given.end, slack)


def _near(first: datetime | None, second: datetime | None, slack: timedelta) -> bool:
    if first is None or second is None:
        return first is second
    return abs(first - second) <= slack


def speaker_equal(gold: GoldClaim, given: Speaker | None) -> bool:
    """Tell whether the same person or office speaks: bodies by office, persons by surname, the unnamed by role."""
    if not gold.has_speaker or given is None:
        return not gold.has_speaker and given is None
    if surnames_alike(gold.speaker_name, given.name) or names_alike(gold.speaker_name, given.name):
        return True
    by_role = gold.speaker_role in OFFICES or not gold.speaker_name
    return by_role and gold.speaker_role == given.role


def polarity_equal(gold: GoldClaim, claim: Claim) -> bool:
    """Tell whether both deny or neither does: what is denied is another claim than what is asserted."""
    return (gold.modality is Modality.DENIED) == (claim.modality is Modality.DENIED)

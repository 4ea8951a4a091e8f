"""Pairing predicted claims with gold ones, the best agreement first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from skyledger.evaluate import compare
from skyledger.evaluate.gold import GoldClaim
from skyledger.model import Claim, Kind, Place, PlaceKind, PlacePrecision

# A list of airports or of regions under one announcement is as good as one claim each: nothing is counted.
SPREAD_KINDS = {Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.ALERT}
# What decides which of several possible partners is the right one: the figure, then the place.
WEIGHTS = {"count": 4.0, "place": 3.0, "object": 2.0, "harm": 2.0, "time": 1.0, "status": 1.0, "aggregate": 0.5}
# A required gold claim goes before an optional one that fits as well.
REQUIRED_WEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold claim and the prediction that answers it."""

    gold: GoldClaim
    claim: Claim


def align_claims(gold: Sequence[GoldClaim], claims: Sequence[Claim]) -> list[Pair]:
    """Pair gold and predicted claims one to one, best agreement first."""
    candidates = [
        (_likeness(g, c), -i, -j) for i, g in enumerate(gold) for j, c in enumerate(claims) if _may_pair(g, c)
    ]
    pairs: list[Pair] = []
    used_gold: set[int] = set()
    used_claims: set[int] = set()
    for _, i, j in sorted(candidates, reverse=True):
        if -i not in used_gold and -j not in used_claims:
            used_gold.add(-i)
            used_claims.add(-j)
            pairs.append(Pair(gold[-i], claims[-j]))
    return pairs


def _may_pair(gold: GoldClaim, claim: Claim) -> bool:
    return (
        compare.kinds_match(gold, claim)
        and compare.polarity_equal(gold, claim)
        and compare.counts_compatible(gold, claim)
        and compare.place_compatible(gold.place, claim.place)
        and (not gold.optional or gold.status is claim.status)
    )


def compare_fields(gold: GoldClaim, claim: Claim) -> dict[str, bool]:
    """Tell of each field asked whether it is right."""
    fields = {
        "place": compare.place_equal(gold.place, claim.place),
        "time": compare.time_equal(gold, claim.time),
        "speaker": compare.speaker_equal(gold, claim.speaker),
        "modality": gold.modality is claim.modality,
        "aggregate": gold.aggregate == claim.aggregate,
        "status": gold.status is claim.status,
    }
    if gold.kind in compare.HARM_KINDS:
        fields["harm"] = compare.harms_equal(gold.harm, claim.harm)
    else:
        fields["count"] = compare.counts_equal(gold.count, claim.count)
    if gold.object is not None:
        fields["object"] = gold.object is claim.object
    if gold.to:
        fields["to"] = set(gold.to) == set(claim.to)
    return fields


def _likeness(gold: GoldClaim, claim: Claim) -> float:
    fields = compare_fields(gold, claim)
    required = 0.0 if gold.optional else REQUIRED_WEIGHT
    return required + sum(weight for name, weight in WEIGHTS.items() if fields.get(name))


def spread_gold(claims: Iterable[GoldClaim]) -> Iterator[GoldClaim]:
    """Yield the claims, those over a list of uncounted places once a place."""
    for claim in claims:
        if claim.kind in SPREAD_KINDS and claim.place is not None and claim.place.parts:
            yield from (replace(claim, place=part) for part in claim.place.parts)
        else:
            yield claim


def spread_claims(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims, those over a list of uncounted places once a place."""
    for claim in claims:
        if claim.kind in SPREAD_KINDS and claim.place is not None and claim.place.parts:
            yield from (replace(claim, place=_member(claim.place, part)) for part in claim.place.parts)
        else:
            yield claim


def _member(place: Place, part: str) -> Place:
    """Return a member of a list as a place, of the kind its id tells."""
    names = place.name.split(", ")
    named = len(names) == len(place.parts)
    kind = _kind_of(part)
    return Place(
        id=part,
        kind=kind,
        precision=_PRECISIONS.get(kind, PlacePrecision.POINT),
        name=names[place.parts.index(part)] if named else part,
        region=None if kind is PlaceKind.REGION else place.region,
        country=place.country,
        text=place.text,
    )


_PRECISIONS = {
    PlaceKind.REGION: PlacePrecision.REGION,
    PlaceKind.DISTRICT: PlacePrecision.DISTRICT,
    PlaceKind.SETTLEMENT: PlacePrecision.SETTLEMENT,
}


def _kind_of(part: str) -> PlaceKind:
    if part.startswith("gn:"):
        return PlaceKind.SETTLEMENT
    if part.startswith("raion:"):
        return PlaceKind.DISTRICT
    return PlaceKind.REGION if "-" in part else PlaceKind.AIRPORT

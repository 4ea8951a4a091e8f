"""What a headline leaves out: the region, when it says its town, and the time, when the text below gives one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from skyledger.link.fact import in_title
from skyledger.model.claim import Claim
from skyledger.model.document import Document
from skyledger.model.kinds import PlaceKind
from skyledger.model.place import Place
from skyledger.model.time_range import TimeRange


def complete_headlines(claims: Sequence[Claim], documents: Mapping[str, Document]) -> dict[str, Claim]:
    """Complete headlines by the texts they stand over, for linking only.

    Args:
        claims: All claims.
        documents: Their texts.

    Returns:
        By id, each claim of a title as its text means it: a town becomes the region of the same name when the text
        names that region and never the town, and a missing time becomes the one window the text speaks of.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.document_id].append(claim)
    found: dict[str, Claim] = {}
    for document_id, own in told.items():
        titled = [c for c in own if in_title(c, documents.get(document_id))]
        below = [c for c in own if c not in titled]
        for claim in titled:
            place, time = _place_meant(claim, below), claim.time or _time_meant(below)
            if place is not claim.place or time is not claim.time:
                found[claim.id] = replace(claim, place=place, time=time)
    return found


def _place_meant(claim: Claim, below: Sequence[Claim]) -> Place | None:
    places = {c.place.id: c.place for c in below if c.place is not None}
    if claim.place is None or claim.place.id in places:
        return claim.place
    region = places.get(claim.place.region or "")
    return region if region is not None and is_namesake(claim.place, region) else claim.place


def _time_meant(below: Sequence[Claim]) -> TimeRange | None:
    windows = {(c.time.start, c.time.end): c.time for c in below if c.time is not None}
    return next(iter(windows.values())) if len(windows) == 1 else None


def is_namesake(town: Place, region: Place) -> bool:
    """Tell whether a region is named after a town in it: Kaluga and Kaluga Oblast."""
    return (
        town.kind is PlaceKind.SETTLEMENT
        and region.kind is PlaceKind.REGION
        and town.region == region.id
        and region.name.startswith(f"{town.name} ")
    )

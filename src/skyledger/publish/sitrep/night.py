"""Which records belong to a night, and to a region."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from skyledger.model import Claim, ClaimStatus, Incident, Place
from skyledger.publish.closed import ClosedInterval, incident_ids
from skyledger.publish.policy import Released

# A document about a night without a time of its own: posted between the noons around the morning.
_NOON = time(12)


def incidents_of(night: date, region: str | None, released: Released) -> tuple[Incident, ...]:
    """Return the incidents labelled with the night, and undated ones whose texts were posted around it.

    Incidents made of background claims alone are left out: what a text mentions in passing is listed apart.
    """
    aside = {c.id for c in released.claims if c.status is ClaimStatus.BACKGROUND}
    documents = {d.id: d for d in released.documents}
    begin = datetime.combine(night - timedelta(days=1), _NOON, UTC)
    end = datetime.combine(night + timedelta(days=1), _NOON, UTC)

    def belongs(incident: Incident) -> bool:
        if aside.issuperset(incident.claims):
            return False
        if incident.night is not None:
            return incident.night == night.isoformat()
        posted = (documents[d].published_at for d in incident.documents if d in documents)
        return any(p is not None and begin <= p < end for p in posted)

    return tuple(i for i in released.incidents if belongs(i) and touches_region(i.place, region))


def touches_region(place: Place | None, region: str | None) -> bool:
    """Tell whether a place is the region, lies in it, or is a list with a member that is the region."""
    if region is None:
        return True
    if place is None:
        return False
    return region in (place.id, place.region) or region in place.parts


def closures_of(
    night: date, incidents: Sequence[Incident], region: str | None, released: Released
) -> tuple[ClosedInterval, ...]:
    """Return the closed intervals whose claims are in the night's incidents or that touch its hours."""
    ids = {i.id for i in incidents}

    def belongs(closure: ClosedInterval) -> bool:
        if not touches_region(closure.place, region):
            return False
        if any(c in ids for c in incident_ids(closure)):
            return True
        known = [m for m in (closure.closed_from, closure.opened_at) if m is not None]
        return any(m.date() in (night, night - timedelta(days=1)) and _in_night(m, night) for m in known)

    found = [c for c in released.closures if belongs(c)]
    return tuple(sorted(found, key=lambda c: (c.place.name, c.closed_from is None, str(c.closed_from))))


def _in_night(moment: datetime, night: date) -> bool:
    """From 18:00 local before the morning to the end of the day the morning belongs to."""
    return moment.date() == night or moment.time() >= time(18)


def background_of(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return ids of background claims, in document order."""
    ordered = sorted(claims, key=lambda c: (c.document_id, min((e.span.start for e in c.evidence), default=0)))
    return tuple(c.id for c in ordered if c.status is ClaimStatus.BACKGROUND)

"""Airports: when each was closed and opened again, and what was diverted from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from skyledger.model import Claim, Document, Incident, Kind, Place, TimePrecision
from skyledger.packs.load import load_packs
from skyledger.publish.closed import ClosedInterval
from skyledger.publish.sitrep.lines import words_of_places
from skyledger.publish.sitrep.records import AirportRow, Closing, Line

_STATED = (TimePrecision.MINUTE, TimePrecision.HOUR)
_LONGEST = timedelta(days=3)  # a reopening later than this belongs to a closure nobody read
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Notice:
    """One closing or reopening; ``told`` when its moment is that of the announcement, not a stated one."""

    incident: Incident
    at: datetime | None
    told: bool

    @property
    def claim(self) -> str:
        return self.incident.claims[0]


def build_airports(
    lines: Sequence[Line],
    closures: Sequence[ClosedInterval],
    incidents: Mapping[str, Incident],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
) -> tuple[AirportRow, ...]:
    """Return one row an airport with closings, reopenings or diversions.

    Where no time is stated the announcement stands in, marked as such; a reopening belongs to the last closing before.
    """
    wanted = {line.incident for line in lines} | {
        i for c in closures for i in (c.closure, c.reopening) if i is not None
    }
    notices: dict[str, list[_Notice]] = {}
    airports: dict[str, Place] = {}
    for id in sorted(wanted):
        incident = incidents.get(id)
        if incident is None or incident.place is None or incident.kind not in _KINDS:
            continue
        airports[incident.place.id] = incident.place
        if incident.kind is not Kind.DIVERSION:
            notices.setdefault(incident.place.id, []).append(_notice(incident, claims, documents))
    diverted = [line for line in lines if line.kind is Kind.DIVERSION and line.place is not None]
    paired = {c.reopening: c.closure for c in closures if c.reopening is not None}
    return tuple(
        AirportRow(
            airport=airport,
            words=words_of_places([c for c in claims.values() if c.place is not None and c.place.id == key], documents),
            closings=_pair(notices.get(key, []), paired),
            diversions=tuple(line for line in diverted if line.place is not None and line.place.id == key),
        )
        for key, airport in sorted(airports.items(), key=lambda item: item[1].name)
    )


_KINDS = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.DIVERSION)


def _notice(incident: Incident, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> _Notice:
    window = incident.window
    if window is not None and window.precision in _STATED and (window.start or window.end) is not None:
        return _Notice(incident=incident, at=window.start or window.end, told=False)
    posted = [documents[claims[c].document_id].published_at for c in incident.claims if c in claims]
    first = min((p for p in posted if p is not None), default=None)
    zone = (
        load_packs().places[incident.place.id].zone
        if incident.place and incident.place.id in load_packs().places
        else ""
    )
    at = first if first is None or not zone else first.astimezone(ZoneInfo(zone))
    return _Notice(incident=incident, at=at, told=at is not None)


def _pair(notices: Sequence[_Notice], paired: Mapping[str, str]) -> tuple[Closing, ...]:
    """Pair as reconcile did, and what it left open by the announcements; a lone reopening is shown too."""
    closed = sorted((n for n in notices if n.incident.kind is Kind.AIRSPACE_CLOSURE), key=_order)
    free = sorted((n for n in notices if n.incident.kind is Kind.AIRSPACE_REOPENING), key=_order)
    pairs: list[tuple[_Notice | None, _Notice | None]] = []
    for number, notice in enumerate(closed):
        before = closed[number + 1].at if number + 1 < len(closed) else None
        own = [r for r in free if paired.get(r.incident.id) == notice.incident.id]
        own = own or [r for r in free if r.incident.id not in paired and _follows(r, notice, before)]
        pairs.append((notice, own[0] if own else None))
        free = [r for r in free if not own or r is not own[0]]
    pairs += [(None, r) for r in free]
    return tuple(_closing(c, o) for c, o in sorted(pairs, key=lambda p: _order(p[0] or p[1])))


def _order(notice: _Notice | None) -> tuple[datetime, str]:
    return (_LAST, "") if notice is None else (notice.at or _LAST, notice.incident.id)


def _follows(reopening: _Notice, closure: _Notice, before: datetime | None) -> bool:
    if reopening.at is None or closure.at is None:
        return False
    return closure.at <= reopening.at <= closure.at + _LONGEST and (before is None or reopening.at < before)


def _closing(closed: _Notice | None, opened: _Notice | None) -> Closing:
    # A closure told with its own end needs no reopening: "closed from 03:10 to 05:00".
    window = None if closed is None or closed.told else closed.incident.window
    own_end = None if window is None or window.start is None or opened is not None else window.end
    return Closing(
        closed_from=None if closed is None else closed.at,
        closed_told=closed is not None and closed.told,
        opened_at=own_end if opened is None else opened.at,
        opened_told=opened is not None and opened.told,
        closure=None if closed is None else closed.claim,
        reopening=None if opened is None else opened.claim,
    )

"""Airports: when each was closed and opened again, and what was diverted from it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from skyledger.model import Claim, Document, Incident, Kind
from skyledger.publish.closed import ClosedInterval, at_airport, incident_ids, moment_of
from skyledger.publish.sitrep.lines import words_of_places
from skyledger.publish.sitrep.records import AirportRow, Closing, Line
from skyledger.reconcile import pair_closures

_LAST = datetime.max.replace(tzinfo=UTC)
_KINDS = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.DIVERSION)


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
    named = [
        i for i in map(incidents.get, sorted(wanted)) if i is not None and i.place is not None and i.kind in _KINDS
    ]
    airports = {incident.place.id: incident.place for incident in named if incident.place is not None}
    closings = _closings(named, claims, documents)
    diverted = [line for line in lines if line.kind is Kind.DIVERSION and line.place is not None]
    return tuple(
        AirportRow(
            airport=airport,
            words=words_of_places([c for c in claims.values() if c.place is not None and c.place.id == key], documents),
            closings=tuple(closings.get(key, ())),
            diversions=tuple(line for line in diverted if line.place is not None and line.place.id == key),
        )
        for key, airport in sorted(airports.items(), key=lambda item: item[1].name)
    )


def _closings(
    named: Sequence[Incident], claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> dict[str, list[Closing]]:
    """Return the closings of each airport in their order; a reopening without one is shown too."""
    notices = {i.id: i for i in named if i.kind is not Kind.DIVERSION}
    announced = {id: at for id, i in notices.items() if (at := _announced(i, claims, documents)) is not None}
    pairs = pair_closures(notices.values(), announced=announced)
    lone = notices.keys() - {id for pair in pairs for id in incident_ids(pair)}
    found: dict[str, list[tuple[tuple[datetime, str], Closing]]] = {}
    for pair in pairs:
        order = (pair.closed_from or pair.opened_at or _LAST, pair.closure)
        found.setdefault(pair.place.id, []).append((order, _closing(pair, notices)))
    for incident in (notices[id] for id in lone):
        at, told = moment_of(incident.window, announced.get(incident.id))
        closing = Closing(opened_at=at, opened_told=told, closure=None, reopening=incident.claims[0], closed_from=None)
        if incident.place is not None:
            found.setdefault(incident.place.id, []).append(((at or _LAST, incident.id), closing))
    return {
        airport: [closing for _, closing in sorted(own, key=lambda pair: pair[0])] for airport, own in found.items()
    }


def _closing(pair: ClosedInterval, notices: Mapping[str, Incident]) -> Closing:
    return Closing(
        closed_from=pair.closed_from,
        closed_told=pair.closed_told,
        opened_at=pair.opened_at,
        opened_told=pair.opened_told,
        closure=notices[pair.closure].claims[0],
        reopening=None if pair.reopening is None else notices[pair.reopening].claims[0],
    )


def _announced(incident: Incident, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> datetime | None:
    """Return when the first text told of it was published, in the airport's zone where that is known."""
    posted = [documents[claims[c].document_id].published_at for c in incident.claims if c in claims]
    first = min((moment for moment in posted if moment is not None), default=None)
    return first if incident.place is None else at_airport(incident.place.id, first)

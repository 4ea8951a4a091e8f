"""A released incident as one row: what lists, maps, files and feeds show of it (``skyledger.incidents/1``).

A row is built from what passed the release policy and from nothing else. Its fields are those of the JSON.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from skyledger.model import Claim, Incident, Modality, Place, PlaceKind, PlacePrecision, TimeRange, TotalVerdict
from skyledger.publish.event_words import kind_words
from skyledger.publish.map.borders import region_name
from skyledger.publish.times import time_words
from skyledger.publish.why_findings import finding_value
from skyledger.publish.words import clean_text

FORMAT = "skyledger.incidents/1"
# How far from the point a place may reach, as the map of a report draws it.
_RADIUS_KM = {PlacePrecision.SETTLEMENT: 6.0, PlacePrecision.DISTRICT: 25.0}
_AREAS = (PlacePrecision.REGION, PlacePrecision.COUNTRY, PlacePrecision.SEA, PlacePrecision.NONE)
# No more decimals than the precision: a thousandth of a degree is about a hundred metres.
_DECIMALS = {PlacePrecision.POINT: 4, PlacePrecision.SETTLEMENT: 3, PlacePrecision.DISTRICT: 2}
_FIRM = (Modality.ASSERTED, Modality.PRELIMINARY, Modality.UNCONFIRMED, Modality.DENIED)
_WORST = (TotalVerdict.CONTRADICTION, TotalVerdict.RESIDUAL, TotalVerdict.CANNOT_BE_CHECKED, TotalVerdict.CONSISTENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamps:
    """What the ledger knows of an incident's life.

    Attributes:
        first_seen: When the first version of it became known.
        updated: When the newest did.
    """

    first_seen: datetime
    updated: datetime
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWindow:
    """When; ``text`` is the same in words, in the zone it was told in."""

    start: datetime | None
    end: datetime | None
    precision: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlace:
    """Where, as closely as it is known.

    Attributes:
        lon: None for what is an area and has no point, however exactly its middle were known.
        radius_km: How far from the point it may be; None for a point and for an area.
        parts: Ids of the members of a list of places.
    """

    id: str
    kind: str
    name: str
    region: str | None
    region_name: str | None
    country: str | None
    precision: str
    lon: float | None
    lat: float | None
    radius_km: float | None
    airport: str | None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFigure:
    """A number with its range; ``high`` None is open above. ``supporting`` and ``dissenting`` count claims."""

    field: str
    value: str
    low: int
    high: int | None
    supporting: int
    dissenting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTotal:
    """A total held against its parts, the worst there is; ``residual`` is total less parts."""

    verdict: str
    residual: tuple[int, int | None] | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSpeaker:
    """Who is behind an origin."""

    id: str
    name: str
    role: str
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLinks:
    """Addresses of the incident, from the root of the application on."""

    self: str
    html: str
    prov: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One incident.

    Attributes:
        title: What and where, in words.
        night: The label of its night, or None.
        measured: False when it could not be told for every origin whether the texts are independent.
        conflict: Some value is contradicted by another claim.
        modality: The firmest in which it is told.
    """

    id: str
    title: str
    kind: str
    fate: str | None
    object: str | None
    detail: str
    night: str | None
    window: RowWindow | None
    place: RowPlace | None
    status: str
    status_reason: str
    origins: int
    sides: int
    documents: int
    measured: bool
    figures: tuple[RowFigure, ...]
    conflict: bool
    total: RowTotal | None
    modality: str
    speakers: tuple[RowSpeaker, ...]
    first_seen: datetime
    updated: datetime
    version: int
    links: RowLinks


def build_row(incident: Incident, claims: Mapping[str, Claim], stamps: Stamps) -> Row:
    """Return the row of an incident.

    Args:
        incident: As released.
        claims: Released claims by id; those of the incident are among them.
        stamps: What the ledger knows of it.
    """
    detail = next((f.value for f in incident.findings if f.field == "detail"), "")
    what = kind_words(incident.kind, incident.fate, incident.object, detail)
    place = None if incident.place is None else _place(incident.place)
    return Row(
        id=incident.id,
        title=clean_text(what if place is None or not place.name else f"{what}, {place.name}"),
        kind=incident.kind.value,
        fate=None if incident.fate is None else incident.fate.value,
        object=None if incident.object is None else incident.object.value,
        detail=clean_text(detail),
        night=incident.night,
        window=None if incident.window is None else _window(incident.window),
        place=place,
        status=incident.status.value,
        status_reason=clean_text(incident.status_reason),
        origins=len(incident.origins),
        sides=incident.sides,
        documents=len(incident.documents),
        measured=all(origin.measured for origin in incident.origins),
        figures=_figures(incident),
        conflict=any(finding.dissenting for finding in incident.findings),
        total=_total(incident),
        modality=_modality(claims[id] for id in incident.claims if id in claims),
        speakers=_speakers(incident),
        first_seen=stamps.first_seen,
        updated=stamps.updated,
        version=stamps.version,
        links=RowLinks(
            self=f"/incidents/{incident.id}.json",
            html=f"/incidents/{incident.id}",
            prov=f"/incidents/{incident.id}.prov.json",
        ),
    )


def _window(window: TimeRange) -> RowWindow | None:
    if window.start is None and window.end is None:
        return None
    words = clean_text(time_words(window))
    return RowWindow(start=window.start, end=window.end, precision=window.precision.value, text=words)


def _place(place: Place) -> RowPlace:
    is_area = place.precision in _AREAS or place.kind in (PlaceKind.LIST, PlaceKind.REGION, PlaceKind.COUNTRY)
    pointed = not is_area and place.lat is not None and place.lon is not None
    decimals = _DECIMALS.get(place.precision, 2)
    return RowPlace(
        id=place.id,
        kind=place.kind.value,
        name=clean_text(place.name),
        region=place.region,
        region_name=None if place.region is None else region_name(place.region),
        country=place.country,
        precision=place.precision.value,
        lon=round(place.lon, decimals) if pointed and place.lon is not None else None,
        lat=round(place.lat, decimals) if pointed and place.lat is not None else None,
        radius_km=_RADIUS_KM.get(place.precision) if pointed and place.kind is not PlaceKind.AIRPORT else None,
        airport=place.id if place.kind is PlaceKind.AIRPORT else None,
        parts=place.parts,
    )


def _figures(incident: Incident) -> tuple[RowFigure, ...]:
    return tuple(
        RowFigure(
            field=f.field,
            value=finding_value(f),
            low=f.interval.low,
            high=f.interval.high,
            supporting=len(f.supporting),
            dissenting=len(f.dissenting),
        )
        for f in incident.findings
        if f.interval is not None
    )


def _total(incident: Incident) -> RowTotal | None:
    worst = min(incident.totals, key=lambda total: _WORST.index(total.verdict), default=None)
    if worst is None:
        return None
    return RowTotal(verdict=worst.verdict.value, residual=worst.residual, sentence=clean_text(worst.sentence))


def _modality(claims: Iterable[Claim]) -> str:
    found = {claim.modality for claim in claims}
    return next((modality for modality in _FIRM if modality in found), Modality.ASSERTED).value


def _speakers(incident: Incident) -> tuple[RowSpeaker, ...]:
    found = {}
    for origin in incident.origins:
        if origin.speaker is not None:
            s = origin.speaker
            found[s.id] = RowSpeaker(id=s.id, name=clean_text(s.name), role=s.role, side=s.side.value)
    return tuple(found.values())

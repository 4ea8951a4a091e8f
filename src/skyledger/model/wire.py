"""The public JSON Lines shapes (docs/formats.md): records to plain dicts and back.

The shapes are a contract: fields are only ever added.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from skyledger.model.claim import Claim
from skyledger.model.count import Count, Harm, Interval
from skyledger.model.incident import Finding, Incident, Origin, TotalCheck
from skyledger.model.issue import Issue
from skyledger.model.kinds import (
    ClaimStatus,
    Fate,
    Kind,
    Modality,
    ObjectType,
    PlaceKind,
    PlacePrecision,
    Qualifier,
    Side,
    TimePrecision,
    Unit,
)
from skyledger.model.place import Place
from skyledger.model.speaker import Speaker
from skyledger.model.text import Evidence, Span
from skyledger.model.time_range import TimeRange

Json = dict[str, Any]


def interval_to_json(value: Interval | None) -> Json | None:
    """Return ``{"low", "high"}`` or None."""
    return None if value is None else {"low": value.low, "high": value.high}


def time_to_json(value: TimeRange | None) -> Json | None:
    """Return start and end as ISO 8601 with offset, precision and words, or None."""
    if value is None:
        return None
    return {
        "start": None if value.start is None else value.start.isoformat(),
        "end": None if value.end is None else value.end.isoformat(),
        "precision": value.precision.value,
        "text": value.text,
    }


def place_to_json(value: Place | None) -> Json | None:
    """Return the place with its id, precision and words, or None."""
    if value is None:
        return None
    return {
        "id": value.id,
        "kind": value.kind.value,
        "name": value.name,
        "region": value.region,
        "precision": value.precision.value,
        "text": value.text,
        "parts": list(value.parts),
        "district": value.district,
        "country": value.country,
        "lat": value.lat,
        "lon": value.lon,
    }


def speaker_to_json(value: Speaker | None) -> Json | None:
    """Return id, name, role, side and words, or None."""
    if value is None:
        return None
    return {
        "id": value.id,
        "name": value.name,
        "role": value.role,
        "side": value.side.value,
        "region": value.region,
        "text": value.text,
    }


def count_to_json(value: Count | None) -> Json | None:
    """Return range, stated number, wording, unit and words, or None."""
    if value is None:
        return None
    return {
        "low": value.low,
        "high": value.high,
        "stated": value.stated,
        "qualifier": value.qualifier.value,
        "unit": value.unit.value,
        "text": value.text,
    }


def harm_to_json(value: Harm | None) -> Json | None:
    """Return killed, injured and children as ranges (None = not stated), or None."""
    if value is None:
        return None
    return {
        "killed": interval_to_json(value.killed),
        "injured": interval_to_json(value.injured),
        "children": interval_to_json(value.children),
    }


def claim_to_json(claim: Claim) -> Json:
    """Return one claim as ``skyledger extract`` prints it."""
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "fate": None if claim.fate is None else claim.fate.value,
        "object": None if claim.object is None else claim.object.value,
        "count": count_to_json(claim.count),
        "place": place_to_json(claim.place),
        "time": time_to_json(claim.time),
        "speaker": speaker_to_json(claim.speaker),
        "modality": claim.modality.value,
        "negated": claim.negated,
        "status": claim.status.value,
        "aggregate": claim.aggregate,
        "part_of": claim.part_of,
        "harm": harm_to_json(claim.harm),
        "to": list(claim.to),
        "detail": claim.detail,
        "rule": claim.rule,
        "pack_version": claim.pack_version,
        "evidence": [
            {"field": e.field, "start": e.span.start, "end": e.span.stop, "text": e.text} for e in claim.evidence
        ],
    }


def issue_to_json(issue: Issue) -> Json:
    """Return one issue as ``skyledger extract`` prints it."""
    return {
        "code": issue.code,
        "start": None if issue.span is None else issue.span.start,
        "end": None if issue.span is None else issue.span.stop,
        "text": issue.text,
        "message": issue.message,
    }


def extraction_to_json(document_id: str, claims: Sequence[Claim], issues: Sequence[Issue]) -> Json:
    """Return the line ``skyledger extract`` prints for one document."""
    return {
        "document": document_id,
        "claims": [claim_to_json(c) for c in claims],
        "issues": [issue_to_json(i) for i in issues],
    }


def origin_to_json(origin: Origin) -> Json:
    """Return one origin with its reason."""
    return {
        "id": origin.id,
        "speaker": speaker_to_json(origin.speaker),
        "first": {"document": origin.first_document, "claim": origin.first_claim},
        "documents": list(origin.documents),
        "claims": list(origin.claims),
        "reason": origin.reason,
        "measured": origin.measured,
    }


def finding_to_json(finding: Finding) -> Json:
    """Return one finding; ``low`` and ``high`` are None where the field is no number."""
    return {
        "field": finding.field,
        "value": finding.value,
        "low": None if finding.interval is None else finding.interval.low,
        "high": None if finding.interval is None else finding.interval.high,
        "supporting": list(finding.supporting),
        "dissenting": list(finding.dissenting),
        "versions": [
            {"at": None if v.at is None else v.at.isoformat(), "value": v.value, "claim": v.claim}
            for v in finding.versions
        ],
        "note": finding.note,
    }


def total_to_json(total: TotalCheck) -> Json:
    """Return one total held against its parts."""
    return {
        "tally": total.tally,
        "parts": list(total.parts),
        "total_low": total.total.low,
        "total_high": total.total.high,
        "parts_low": total.parts_low,
        "parts_high": total.parts_high,
        "residual": None if total.residual is None else list(total.residual),
        "verdict": total.verdict.value,
        "complete": total.complete,
        "sentence": total.sentence,
    }


def incident_to_json(incident: Incident) -> Json:
    """Return one incident as ``skyledger incidents`` prints it."""
    return {
        "incident": incident.id,
        "kind": incident.kind.value,
        "fate": None if incident.fate is None else incident.fate.value,
        "object": None if incident.object is None else incident.object.value,
        "place": place_to_json(incident.place),
        "window": time_to_json(incident.window),
        "night": incident.night,
        "status": incident.status.value,
        "status_reason": incident.status_reason,
        "sides": incident.sides,
        "findings": [finding_to_json(f) for f in incident.findings],
        "origins": [origin_to_json(o) for o in incident.origins],
        "claims": list(incident.claims),
        "documents": list(incident.documents),
        "totals": [total_to_json(t) for t in incident.totals],
    }


def _interval(value: Mapping[str, Any] | None) -> Interval | None:
    return None if value is None else Interval(low=value["low"], high=value["high"])


def _time(value: Mapping[str, Any] | None) -> TimeRange | None:
    if value is None:
        return None
    return TimeRange(
        start=None if value["start"] is None else datetime.fromisoformat(value["start"]),
        end=None if value["end"] is None else datetime.fromisoformat(value["end"]),
        precision=TimePrecision(value["precision"]),
        text=value.get("text", ""),
    )


def _place(value: Mapping[str, Any] | None) -> Place | None:
    if value is None:
        return None
    return Place(
        id=value["id"],
        kind=PlaceKind(value["kind"]),
        precision=PlacePrecision(value["precision"]),
        name=value["name"],
        region=value.get("region"),
        country=value.get("country"),
        district=value.get("district"),
        lat=value.get("lat"),
        lon=value.get("lon"),
        text=value.get("text", ""),
        parts=tuple(value.get("parts", ())),
    )


def claim_from_json(value: Mapping[str, Any], document_id: str) -> Claim:
    """Read back what :func:`claim_to_json` wrote; the document id stands outside the claim in the public shape."""
    count, harm, speaker = value.get("count"), value.get("harm"), value.get("speaker")
    return Claim(
        id=value["id"],
        document_id=document_id,
        kind=Kind(value["kind"]),
        fate=None if value.get("fate") is None else Fate(value["fate"]),
        object=None if value.get("object") is None else ObjectType(value["object"]),
        count=None
        if count is None
        else Count(
            low=count["low"],
            high=count["high"],
            stated=count["stated"],
            qualifier=Qualifier(count["qualifier"]),
            unit=Unit(count["unit"]),
            text=count["text"],
        ),
        place=_place(value.get("place")),
        time=_time(value.get("time")),
        speaker=None
        if speaker is None
        else Speaker(
            id=speaker["id"],
            name=speaker["name"],
            role=speaker["role"],
            side=Side(speaker["side"]),
            region=speaker.get("region"),
            text=speaker.get("text", ""),
        ),
        modality=Modality(value.get("modality", "asserted")),
        negated=bool(value.get("negated", False)),
        status=ClaimStatus(value.get("status", "current")),
        aggregate=bool(value.get("aggregate", False)),
        part_of=value.get("part_of"),
        harm=None
        if harm is None
        else Harm(
            killed=_interval(harm.get("killed")),
            injured=_interval(harm.get("injured")),
            children=_interval(harm.get("children")),
        ),
        to=tuple(value.get("to", ())),
        detail=value.get("detail", ""),
        rule=value.get("rule", ""),
        pack_version=value.get("pack_version", ""),
        evidence=tuple(
            Evidence(
                field=e["field"], document_id=document_id, span=Span(start=e["start"], stop=e["end"]), text=e["text"]
            )
            for e in value.get("evidence", ())
        ),
    )

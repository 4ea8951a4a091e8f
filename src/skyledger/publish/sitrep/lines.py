"""Turn an incident into a line of the report."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC

from skyledger.model import Claim, Document, Finding, Incident, IncidentStatus, Interval, Kind, Modality, Unit
from skyledger.publish.amounts import agreeing, count_words, interval_words, says_none
from skyledger.publish.event_words import kind_words, object_words
from skyledger.publish.sitrep.records import Figure, Line
from skyledger.publish.times import begin_words, time_words
from skyledger.publish.words import clean_text, speaker_words
from skyledger.say import say

_HARM_LABELS = {"killed": "{n:person|people} killed", "injured": "{n:person|people} injured"}
_UNITS = {
    Unit.OBJECT: "{n:object|objects}",
    Unit.PERSON: "{n:person|people}",
    Unit.BUILDING: "{n:building|buildings}",
    Unit.APARTMENT: "{n:apartment|apartments}",
    Unit.VEHICLE: "{n:vehicle|vehicles}",
    Unit.CUSTOMER: "{n:customer|customers}",
    Unit.SETTLEMENT: "{n:settlement|settlements}",
    Unit.LOCATION: "{n:location|locations}",
    Unit.FLIGHT: "{n:flight|flights}",
    Unit.AIRPORT: "{n:airport|airports}",
    Unit.REGION: "{n:region|regions}",
    Unit.EXPLOSION: "{n:explosion|explosions}",
    Unit.OTHER: "counted",
}
NUMBERS = ("count", "killed", "injured", "children")


def build_lines(
    incidents: Sequence[Incident], claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> tuple[Line, ...]:
    """Return one line an incident, with the totals that contain it marked."""
    parent = _parents(incidents, claims)
    tallies = set(parent.values())
    return tuple(
        _build_line(i, claims, documents, i.id in tallies, _parent_of(i, parent)) for i in sorted(incidents, key=_order)
    )


def _parents(incidents: Sequence[Incident], claims: Mapping[str, Claim]) -> dict[str, str]:
    """Return the incident of the total for each claim that is a part; hits within launched are no part of one count."""
    owner = {c: i for i in incidents for c in i.claims}
    pairs = [(part, t.tally) for i in incidents for t in i.totals for part in t.parts]
    pairs += [(c.id, c.part_of) for c in claims.values() if c.part_of is not None]
    known = [(part, owner[part], owner[tally]) for part, tally in pairs if part in owner and tally in owner]
    return {part: whole.id for part, own, whole in known if (own.kind, own.fate) == (whole.kind, whole.fate)}


def _when(incident: Incident) -> str:
    """A closing or reopening is a moment; how long an airport stayed closed is told in its own row."""
    if incident.kind in (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING):
        return begin_words(incident.window, "from {when}" if incident.kind is Kind.AIRSPACE_CLOSURE else "at {when}")
    return time_words(incident.window)


def _order(incident: Incident) -> tuple[str, str, str]:
    start = None if incident.window is None else incident.window.start
    return ("" if start is None else start.astimezone(UTC).isoformat(), incident.kind.value, incident.id)


def _parent_of(incident: Incident, parent: Mapping[str, str]) -> str | None:
    found = sorted({parent[c] for c in incident.claims if c in parent} - {incident.id})
    return found[0] if found else None


def _build_line(
    incident: Incident, claims: Mapping[str, Claim], documents: Mapping[str, Document], tally: bool, part_of: str | None
) -> Line:
    own = [claims[c] for c in incident.claims]
    detail = next((f.value for f in incident.findings if f.field == "detail"), "") or next(
        (c.detail for c in own if c.detail), ""
    )
    return Line(
        incident=incident.id,
        kind=incident.kind,
        fate=incident.fate,
        object=incident.object,
        title=clean_text(kind_words(incident.kind, incident.fate, incident.object, detail)) + _denial(incident),
        place=incident.place,
        place_words=words_of_places(own, documents),
        window=incident.window,
        when=_when(incident),
        figures=tuple(_figure(f, incident, claims) for f in incident.findings if f.field in NUMBERS),
        speakers=_speakers(incident),
        origins=len(incident.origins),
        measured=all(o.measured for o in incident.origins),
        sides=incident.sides,
        status=incident.status.value,
        status_reason=clean_text(incident.status_reason),
        claims=incident.claims,
        documents=incident.documents,
        tally=tally,
        part_of=part_of,
    )


def _denial(incident: Incident) -> str:
    """Say that a thing was denied, by all or by some, so that no row reads as if nobody had."""
    outcome = next((f for f in incident.findings if f.field == "outcome"), None)
    if outcome is None or incident.kind in (Kind.NO_DAMAGE, Kind.NO_CASUALTIES):
        return ""
    if outcome.value.startswith(("denied", "none")):
        return say(", denied") + (say(" (also reported)") if outcome.dissenting else "")
    return say(" (also denied)") if outcome.dissenting and incident.status is not IncidentStatus.DISPUTED else ""


def words_of_places(claims: Iterable[Claim], documents: Mapping[str, Document]) -> tuple[tuple[str, str], ...]:
    """Return the words the documents use for the claims' places, each with its language, without repeats."""
    found: dict[str, str] = {}
    for claim in claims:
        if claim.place is not None and claim.place.text:
            document = documents.get(claim.document_id)
            found.setdefault(clean_text(claim.place.text), "und" if document is None else document.lang.value)
    return tuple(found.items())


def _speakers(incident: Incident) -> tuple[str, ...]:
    return tuple(dict.fromkeys(speaker_words(o.speaker) for o in incident.origins))


def _figure(finding: Finding, incident: Incident, claims: Mapping[str, Claim]) -> Figure:
    supporting = [claims[c] for c in finding.supporting]
    return Figure(
        field=finding.field,
        label=_label(finding, incident, supporting),
        value=_value(finding, supporting),
        interval=finding.interval,
        claims=finding.supporting,
        dissenting=tuple(c for c in finding.dissenting if c in claims),
        earlier=tuple(
            (clean_text(v.value), v.claim)
            for v in finding.versions
            if v.claim in claims and v.claim not in finding.supporting
        ),
        hedge=hedge_of(supporting),
        note=clean_text(finding.note),
    )


def hedge_of(claims: Sequence[Claim]) -> str:
    """Return the hedge that all of the claims share, ``""`` as soon as one of them asserts."""
    found = [c.modality for c in claims]
    if not found or Modality.ASSERTED in found:
        return ""
    order = (Modality.PRELIMINARY, Modality.UNCONFIRMED, Modality.DENIED)
    return next(m for m in order if m in found).value


def _label(finding: Finding, incident: Incident, supporting: Sequence[Claim]) -> str:
    one = finding.interval is not None and finding.interval.low == finding.interval.high == 1
    number = agreeing(finding.interval)
    if finding.field != "count":
        return say(_HARM_LABELS.get(finding.field, "children among them"), n=1 if one else number)
    units = {c.count.unit.value for c in supporting if c.count is not None}
    if incident.kind in (Kind.INTERCEPTION, Kind.ATTACK, Kind.SIGHTING) and units <= {"object"}:
        return kind_words(incident.kind, incident.fate, incident.object, one=one, number=number)
    if incident.kind is Kind.DIVERSION:
        return say("{n:flight|flights} diverted", n=1 if one else number)
    unit = units.pop() if len(units) == 1 else "other"
    if unit == "object":
        return object_words(incident.object, one=one, number=number)
    words = say(_UNITS[Unit(unit)], n=1 if one else number)
    return f"{words}: {kind_words(incident.kind, incident.fate, incident.object)}" if unit == "location" else words


def _value(finding: Finding, supporting: Sequence[Claim]) -> str:
    """Word the number as the claims word it where they agree, else as the range."""
    interval: Interval | None = finding.interval
    if interval is None:
        return clean_text(finding.value)
    if finding.field != "count" and says_none(interval):
        return say("none by this statement")
    wordings = {count_words(c.count) for c in supporting if c.count is not None and c.count.interval == interval}
    if len(wordings) == 1 and all(c.count is not None and c.count.interval == interval for c in supporting):
        return wordings.pop()
    return interval_words(interval)

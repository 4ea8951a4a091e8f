"""Conflicts and unknowns: what does not agree, and what this report does not know."""

from collections.abc import Mapping, Sequence

from skyledger.model import (
    Claim,
    ClaimStatus,
    Document,
    Finding,
    Incident,
    IncidentStatus,
    Issue,
    Kind,
    Modality,
    Outlet,
    TimePrecision,
    TotalCheck,
    TotalVerdict,
)
from skyledger.publish.amounts import claim_number, counted_words
from skyledger.publish.policy import Withheld
from skyledger.publish.sitrep.records import Conflict, IssueGroup, Line, Statement, Unknowns
from skyledger.publish.words import check_words, clean_text, speaker_words
from skyledger.say import say

_NOTICES = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.DIVERSION)


def build_conflicts(
    incidents: Sequence[Incident], lines: Sequence[Line], claims: Mapping[str, Claim]
) -> tuple[Conflict, ...]:
    """Return disputed findings first, then totals held against their parts (those that add up last)."""
    titles = {line.incident: line.title for line in lines}
    found = [
        _dissent(i, f, titles.get(i.id, i.kind.value), claims) for i in incidents for f in i.findings if f.dissenting
    ]
    told = {i.id for i in incidents for f in i.findings if f.dissenting}
    found += [
        _status(i, titles.get(i.id, i.kind.value), claims)
        for i in incidents
        if i.id not in told and i.status in (IncidentStatus.DISPUTED, IncidentStatus.RETRACTED)
    ]
    totals = [_total(t, titles.get(i.id, i.kind.value), claims) for i in incidents for t in i.totals]
    return (*found, *sorted(totals, key=lambda c: c.agrees))


def _place(claim: Claim) -> str:
    return "" if claim.place is None else f", {clean_text(claim.place.name)}"


def _statement(claim_id: str, role: str, claims: Mapping[str, Claim], field: str = "count") -> Statement | None:
    claim = claims.get(claim_id)
    if claim is None:
        return None
    value = claim_number(claim)
    if field == "outcome":
        value = _says(claim)
    elif field == "place" and claim.place is not None:
        value = clean_text(claim.place.name)
    elif field not in ("count", "killed", "injured", "children", "place") and claim.detail:
        value = clean_text(claim.detail)
    return Statement(
        claim=claim_id,
        value=value + (_place(claim) if role == "part" else ""),
        speaker=speaker_words(claim.speaker),
        document=claim.document_id,
        role=role,
    )


def _says(claim: Claim) -> str:
    denies = claim.negated or claim.modality is Modality.DENIED or claim.kind in (Kind.NO_DAMAGE, Kind.NO_CASUALTIES)
    return say("denied") if denies else say("reported")


def _dissent(incident: Incident, finding: Finding, title: str, claims: Mapping[str, Claim]) -> Conflict:
    where = "" if incident.place is None else f", {clean_text(incident.place.name)}"
    both = [(c, "for") for c in finding.supporting] + [(c, "against") for c in finding.dissenting]
    statements = (_statement(c, role, claims, finding.field) for c, role in both)
    return Conflict(
        title=f"{title}{where}" + ("" if finding.field == "outcome" else f": {say(finding.field, about='field')}"),
        sentence=clean_text(finding.note or incident.status_reason),
        statements=tuple(s for s in statements if s is not None),
    )


def _status(incident: Incident, title: str, claims: Mapping[str, Claim]) -> Conflict:
    where = "" if incident.place is None else f", {clean_text(incident.place.name)}"
    statements = (_statement(c, "denies" if claims[c].negated else "says", claims) for c in incident.claims)
    return Conflict(
        title=f"{title}{where}: {say(incident.status.value)}",
        sentence=clean_text(incident.status_reason),
        statements=tuple(s for s in statements if s is not None),
    )


def _total(total: TotalCheck, title: str, claims: Mapping[str, Claim]) -> Conflict:
    tally = _statement(total.tally, "total", claims)
    ordered = sorted((p for p in total.parts if p in claims), key=lambda p: (-_size(claims[p]), p))
    parts = (_statement(p, "part", claims) for p in ordered)
    counted = counted_words("" if tally is None else tally.value, title)
    return Conflict(
        title=f"{counted}: {say('total against its parts')}",
        sentence=clean_text(total.sentence),
        statements=tuple(s for s in (tally, *parts) if s is not None),
        verdict=check_words(total.verdict),
        result=total.verdict,
        agrees=total.verdict is TotalVerdict.CONSISTENT,
    )


def _size(claim: Claim) -> int:
    return -1 if claim.count is None else claim.count.low


def build_unknowns(
    issues: Sequence[Issue],
    claims: Sequence[Claim],
    lines: Sequence[Line],
    documents: Sequence[Document],
    expected: Sequence[Outlet],
    withheld: Sequence[Withheld],
) -> Unknowns:
    """Group the issues by code, most frequent first, and list silent outlets and unplaced or undated claims.

    A claim is unplaced (undated) when no text of its incident gives a place (a time). A total over regions needs no
    place of its own, and an airport's notice has the time of its announcement.
    """
    groups: dict[str, list[Issue]] = {}
    for issue in issues:
        groups.setdefault(issue.code, []).append(issue)
    heard = {name.casefold() for d in documents for name in (d.outlet.handle, d.outlet.name) if name}
    silent = [o.name or o.handle for o in expected if not {o.name.casefold(), o.handle.casefold()} & heard]
    current = [c for c in claims if c.status is ClaimStatus.CURRENT]
    placed = {c for line in lines if line.place is not None or line.tally for c in line.claims}
    dated = {c for line in lines if line.window is not None or line.kind in _NOTICES for c in line.claims}
    return Unknowns(
        issues=tuple(
            IssueGroup(code=code, issues=tuple(own))
            for code, own in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0]))
        ),
        silent=tuple(clean_text(name) for name in silent),
        without_place=tuple(c.id for c in current if c.place is None and c.id not in placed),
        without_time=tuple(c.id for c in current if _is_undated(c) and c.id not in dated),
        withheld=tuple(withheld),
    )


def _is_undated(claim: Claim) -> bool:
    return claim.time is None or claim.time.precision is TimePrecision.NONE

"""Build a situation report: select the night, let the policy decide what may be shown, then arrange it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from skyledger.model import Claim, Document, Incident, Issue, Outlet
from skyledger.publish.closed import ClosedInterval, claims_of
from skyledger.publish.map.borders import region_name
from skyledger.publish.policy import Released, ReleasePolicy, Selection, private_policy, release
from skyledger.publish.retold import retold
from skyledger.publish.sitrep.airports import build_airports
from skyledger.publish.sitrep.doubts import build_conflicts, build_unknowns
from skyledger.publish.sitrep.headline import build_headlines
from skyledger.publish.sitrep.lines import build_lines
from skyledger.publish.sitrep.night import background_of, closures_of, incidents_of
from skyledger.publish.sitrep.records import ShownDocument, Sitrep
from skyledger.publish.sitrep.sections import build_kinds, build_regions
from skyledger.publish.totals import show_totals

_FIRST = datetime.min.replace(tzinfo=UTC)


def build_sitrep(
    night: date,
    *,
    region: str | None = None,
    documents: Sequence[Document],
    claims: Sequence[Claim],
    incidents: Sequence[Incident],
    issues: Sequence[Issue] = (),
    closures: Sequence[ClosedInterval] = (),
    now: datetime,
    policy: ReleasePolicy | None = None,
    expected: Sequence[Outlet] = (),
) -> Sitrep:
    """Return the situation report on one night.

    Args:
        night: Date of the morning that labels the night.
        region: ISO 3166-2 id to limit the report to, or None.
        documents: At least those of the night; more are ignored.
        claims: Claims of those documents.
        incidents: Reconciled incidents over those claims.
        issues: Doubts about those documents.
        closures: Closed intervals of airports.
        now: Aware time of publication.
        policy: What may be shown; the private policy when None.
        expected: Outlets that ought to have spoken; those without a document are listed as silent.

    Raises:
        UsageError: ``now`` has no zone.
    """
    selection = Selection(
        documents=tuple(documents),
        claims=tuple(claims),
        incidents=tuple(incidents),
        issues=tuple(issues),
        closures=tuple(closures),
    )
    released = retold(release(selection, policy or private_policy(), now=now))
    return _arrange(night, region, released, now, expected)


def _arrange(night: date, region: str | None, released: Released, now: datetime, expected: Sequence[Outlet]) -> Sitrep:
    chosen = incidents_of(night, region, released)
    closures = closures_of(night, chosen, region, released)
    incidents = {i.id: i for i in released.incidents}
    wanted = {c for i in chosen for c in i.claims} | {c for k in closures for c in claims_of(k, incidents)}
    used = {c.document_id for c in released.claims if c.id in wanted}
    doubted = {i.document_id for i in released.issues if i.document_id} if region is None else set()
    documents = {d.id: d for d in _ordered(released.documents) if d.id in used or (d.id in doubted and _near(d, night))}
    by_id = {c.id: c for c in released.claims if c.id in wanted or _is_aside(c, documents)}
    told: dict[str, list[str]] = {}
    for claim in by_id.values():
        told.setdefault(claim.document_id, []).append(claim.id)
    lines = build_lines(chosen, by_id, documents)
    airports = build_airports(lines, closures, incidents, by_id, documents)
    origins = {o.id: o for i in chosen for o in i.origins}
    return Sitrep(
        night=night,
        region=region,
        region_name="" if region is None else region_name(region),
        made_at=now,
        policy=released.policy,
        headlines=build_headlines(lines, airports, by_id),
        regions=build_regions(lines, by_id, documents),
        kinds=build_kinds(lines),
        airports=airports,
        conflicts=build_conflicts(chosen, lines, by_id),
        totals=tuple(t for t in show_totals(chosen, by_id, documents) if t.lines),
        unknowns=build_unknowns(
            [i for i in released.issues if not i.document_id or i.document_id in documents],
            [c for c in by_id.values() if c.id in wanted],
            lines,
            list(documents.values()),
            expected,
            released.withheld,
        ),
        background=background_of(list(by_id.values())),
        documents=tuple(
            ShownDocument(number=n, document=d, claims=tuple(told.get(d.id, ())))
            for n, d in enumerate(documents.values(), 1)
        ),
        lines=lines,
        claims=by_id,
        incidents=chosen,
        outlets=len({(d.outlet.handle or d.outlet.name).casefold() for d in documents.values()}),
        origins=len(origins),
        unmeasured=sum(not o.measured for o in origins.values()),
        sides=len({o.speaker.side for o in origins.values() if o.speaker is not None}),
    )


def _ordered(documents: Sequence[Document]) -> list[Document]:
    return sorted(documents, key=lambda d: (d.published_at or _FIRST, d.id))


def _near(document: Document, night: date) -> bool:
    return document.published_at is not None and abs((document.published_at.date() - night).days) <= 1


def _is_aside(claim: Claim, documents: dict[str, Document]) -> bool:
    """Background and superseded claims of shown documents are shown too, apart."""
    return claim.document_id in documents and claim.status.value != "current"

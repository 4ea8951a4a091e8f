"""Totals of a night as they are shown: both statements quoted, unknown in words, every number with its claim."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from skyledger.errors import NotFoundError
from skyledger.model import Claim, Document, Incident, Interval, PlaceKind
from skyledger.publish.amounts import claim_number, interval_words, not_reported, number_words
from skyledger.publish.event_words import kind_words
from skyledger.publish.map.borders import region_name
from skyledger.publish.policy import ReleasePolicy, Selection, private_policy, release
from skyledger.publish.quote import quote_around
from skyledger.publish.retelling import retell
from skyledger.publish.retold import retold
from skyledger.publish.sitrep.anchors import choose_evidence
from skyledger.publish.sitrep.night import incidents_of
from skyledger.publish.times import time_words, utc_stamp
from skyledger.publish.totals_records import CheckLine, Said, ShownTotal, TotalLine, not_known
from skyledger.publish.words import clean_text, speaker_short
from skyledger.reconcile.night_totals import NightTotal, TotalRow, night_totals
from skyledger.reconcile.region_statements import RegionStatement
from skyledger.say import say


def build_totals(
    night: date,
    *,
    documents: Sequence[Document],
    claims: Sequence[Claim],
    incidents: Sequence[Incident],
    now: datetime,
    policy: ReleasePolicy | None = None,
) -> tuple[ShownTotal, ...]:
    """Return the national totals of a night, as far as the policy lets them be shown.

    Args:
        night: Date of the morning.
        documents: Texts of the claims.
        claims: At least those of the night's incidents.
        incidents: Reconciled incidents.
        now: Aware time of publication.
        policy: What may be shown; the private policy when None.

    Raises:
        NotFoundError: Nobody gave a national total for the night; that is no 0.
    """
    selection = Selection(documents=tuple(documents), claims=tuple(claims), incidents=tuple(incidents))
    released = retold(release(selection, policy or private_policy(), now=now))
    chosen = incidents_of(night, None, released)
    found = show_totals(chosen, {c.id: c for c in released.claims}, {d.id: d for d in released.documents})
    if not found:
        raise NotFoundError(
            say("{night}: no national total was reported for this night; that is unknown, not none", night=night)
        )
    return found


def show_totals(
    incidents: Sequence[Incident], claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> tuple[ShownTotal, ...]:
    """Return the national totals of incidents; everything given must have passed the policy."""
    known = {id: claim for id, claim in claims.items() if claim.document_id in documents}
    return tuple(_show(total, known, documents) for total in night_totals(incidents, known))


def _show(total: NightTotal, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> ShownTotal:
    tally, check = claims[total.tally], total.by_region
    regional = [row for row in total.rows if row.regions]
    spoke = sum(any(s.verdict.value != "cannot_be_checked" for s in row.told) for row in regional)
    summed = check is not None and check.residual is not None
    return ShownTotal(
        incident=total.incident,
        title=clean_text(kind_words(tally.kind, tally.fate, tally.object, tally.detail)),
        place="" if tally.place is None else clean_text(tally.place.name),
        said=_said(tally, claims, documents),
        verdict=verdict_words(total.verdict.value),
        sentence=clean_text(retell(total.sentence)),
        lines=tuple(_line(row, claims, documents) for row in total.rows),
        listed_sum=_range(check.parts_low, check.parts_high) if check is not None and summed else not_known(),
        listed_left=not_known() if check is None else left_words(check.residual),
        told_sum=not_known() if total.told is None else interval_words(total.told),
        told_left=left_words(total.told_residual),
        spoke=(spoke, len(regional)),
        checks=tuple(
            CheckLine(
                verdict=verdict_words(c.verdict.value),
                sentence=clean_text(retell(c.sentence)),
                parts=(c.tally, *c.parts),
            )
            for c in total.checks
        ),
    )


def verdict_words(verdict: str) -> str:
    """Return ``adds up`` for ``consistent``, else the verdict's own words."""
    return {"consistent": "adds up", "residual": "not all allocated"}.get(verdict, verdict.replace("_", " "))


def left_words(residual: tuple[int, int | None] | None) -> str:
    """Return what is left of a total: ``70``, ``22 to 26``, ``2 too many``, ``not known``."""
    if residual is None:
        return not_known()
    low, high = residual
    if high is not None and high < 0:
        return say(
            "{n} too many", n=number_words(-high) if low == high else say("{low} to {high}", low=-high, high=-low)
        )
    return _range(max(low, 0), high)


def _range(low: int, high: int | None) -> str:
    return interval_words(Interval(low=low, high=high))


def _line(row: TotalRow, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> TotalLine:
    part = None if row.part is None else claims[row.part]
    told = tuple(_told(s, claims, documents) for s in row.told)
    grave = ("contradiction", "cannot be checked", "agrees")
    return TotalLine(
        name=_name(row, part),
        part=row.part,
        listed=say("not listed") if part is None else not_reported() if row.listed is None else claim_number(part),
        told=told,
        verdict=min((s.verdict for s in told), key=grave.index, default=""),
    )


def _name(row: TotalRow, part: Claim | None) -> str:
    if part is None:
        return region_name(row.regions[0])
    if part.place is not None and part.place.kind not in (PlaceKind.COUNTRY, PlaceKind.LIST):
        return clean_text(part.place.name)
    if row.regions:
        return " + ".join(region_name(r) for r in row.regions)
    return clean_text(kind_words(part.kind, part.fate, part.object, part.detail))


def _told(statement: RegionStatement, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> Said:
    words = verdict_words(statement.verdict.value).replace("adds up", "agrees")
    return _said(claims[statement.claim], claims, documents, verdict=words, sentence=statement.sentence)


def _said(
    claim: Claim,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    *,
    verdict: str = "",
    sentence: str = "",
) -> Said:
    document = documents[claim.document_id]
    return Said(
        claim=claim.id,
        value=claim_number(claim),
        speaker=speaker_short(claim.speaker),
        when=time_words(claim.time),
        document=document.id,
        outlet=clean_text(document.outlet.name or document.outlet.handle) or say("outlet not reported"),
        published=utc_stamp(document.published_at),
        quote=quote_around(document.text, choose_evidence(claim, "count").span),
        verdict=verdict,
        sentence=clean_text(retell(sentence)),
    )

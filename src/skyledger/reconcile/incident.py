"""Assemble one incident from one group."""

from collections.abc import Mapping, Sequence

from skyledger.model.claim import Claim
from skyledger.model.document import Document
from skyledger.model.ids import incident_id
from skyledger.model.incident import Finding, Group, Incident
from skyledger.model.kinds import Fate, Kind
from skyledger.model.night import night_of
from skyledger.reconcile.facts import choose_object, choose_place, choose_window, outcome_finding, word_findings
from skyledger.reconcile.findings import HARM_FIELDS, Reconciled, number_findings
from skyledger.reconcile.members import Member, members_of
from skyledger.reconcile.policy import ReconcilePolicy
from skyledger.reconcile.stale import mark_stale
from skyledger.reconcile.status import count_sides, decide_status

_COUNTERS = frozenset({Kind.INTERCEPTION, Kind.ATTACK, Kind.SIGHTING})


def assemble_incident(
    group: Group, documents: Mapping[str, Document], claims: Mapping[str, Claim], policy: ReconcilePolicy
) -> Incident:
    """Reconcile one group.

    Args:
        group: What link says is one thing, with its origins.
        documents: Texts by id.
        claims: Claims by id.
        policy: The reconciling policy.

    Returns:
        The incident; its id comes from its earliest claim, so it changes when an earlier one arrives and the ledger
        redirects the old id.
    """
    members = mark_stale(members_of(group, documents, claims), policy.stale_after_days)
    numbers = number_findings(members, policy)
    outcome = outcome_finding(members)
    place, place_finding = choose_place(members)
    window, window_finding = choose_window(members, _counted(members, numbers))
    object_type, object_finding = choose_object(members)
    status, reason = decide_status(members, group.origins, numbers, outcome, policy)
    night = None if window is None else night_of(window)
    others = (outcome, place_finding, window_finding, object_finding)
    return Incident(
        id=incident_id(_earliest(members).claim.id),
        kind=_kind(members, numbers),
        fate=_fate(members),
        object=object_type,
        place=place,
        window=window,
        night=None if night is None else night.isoformat(),
        status=status,
        status_reason=reason,
        findings=_present([*(n.finding for n in numbers), *others, *word_findings(members)]),
        origins=group.origins,
        claims=tuple(m.claim.id for m in members),
        documents=tuple(dict.fromkeys(m.claim.document_id for m in members)),
        sides=count_sides(group.origins),
    )


def _present(findings: Sequence[Finding | None]) -> tuple[Finding, ...]:
    return tuple(f for f in findings if f is not None)


def _earliest(members: Sequence[Member]) -> Member:
    """Return the first dated member, else the first; an undated text never mints the id of a dated incident."""
    dated = [m for m in members if m.at is not None]
    return (dated or list(members))[0]


def _counted(members: Sequence[Member], numbers: Sequence[Reconciled]) -> tuple[str, ...]:
    """Return the claims whose count stands; only for flying things, whose window is what was counted over."""
    if members[0].claim.kind not in _COUNTERS:
        return ()
    return next((n.finding.supporting for n in numbers if n.finding.field == "count"), ())


def _kind(members: Sequence[Member], numbers: Sequence[Reconciled]) -> Kind:
    """Return the kind; "nobody hurt" only when no origin's last word is that somebody was."""
    kinds = {m.claim.kind for m in members}
    if kinds == {Kind.CASUALTIES, Kind.NO_CASUALTIES}:
        harm = [n for n in numbers if n.finding.field in HARM_FIELDS]
        unharmed = harm and all(n.finding.interval is not None and n.finding.interval.low == 0 for n in harm)
        return Kind.NO_CASUALTIES if unharmed and not any(n.disagreeing for n in harm) else Kind.CASUALTIES
    if kinds == {Kind.DAMAGE, Kind.NO_DAMAGE}:
        return Kind.DAMAGE
    return members[0].claim.kind


def _fate(members: Sequence[Member]) -> Fate | None:
    return next((m.claim.fate for m in members if m.claim.fate is not None), None)

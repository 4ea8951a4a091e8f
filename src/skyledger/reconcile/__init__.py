"""Groups -> incidents: findings with support and dissent, revisions, totals against parts, status.

Read :mod:`incident` first: it joins :mod:`findings` (numbers), :mod:`facts` (everything else), :mod:`revisions` (the
last figure stands), :mod:`status` and :mod:`stale`. :mod:`totals` and :mod:`regional_totals` are interval arithmetic,
:mod:`night_totals` is their table;
:mod:`closures` pairs airport closures with re-openings. Nothing is averaged and nothing is added up silently.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from skyledger.model.claim import Claim
from skyledger.model.document import Document
from skyledger.model.incident import Group, Incident, TotalCheck
from skyledger.reconcile.closures import ClosedInterval, pair_closures
from skyledger.reconcile.incident import assemble_incident
from skyledger.reconcile.night_totals import NightTotal, night_totals
from skyledger.reconcile.policy import ReconcilePolicy, load_reconcile_policy, parse_reconcile_policy
from skyledger.reconcile.reconciler import Reconciler
from skyledger.reconcile.regional_totals import regional_totals
from skyledger.reconcile.totals import check_total, launch_totals, listed_totals

__all__ = [
    "ClosedInterval",
    "NightTotal",
    "ReconcilePolicy",
    "Reconciler",
    "assemble_incident",
    "check_total",
    "hold_totals",
    "load_reconcile_policy",
    "night_totals",
    "pair_closures",
    "parse_reconcile_policy",
    "reconcile_groups",
]


def reconcile_groups(
    groups: Iterable[Group],
    documents: Mapping[str, Document],
    claims: Mapping[str, Claim],
    *,
    policy: ReconcilePolicy | None = None,
) -> tuple[Incident, ...]:
    """Reconcile every group into an incident and hold totals against parts.

    Args:
        groups: What link returned, in any order.
        documents: Texts by id.
        claims: Claims by id; must hold every claim of the groups.
        policy: The reconciling policy, the shipped one when None.

    Returns:
        Incidents by night, then id; every incident has at least one origin and each finding at least one claim.
    """
    policy = load_reconcile_policy() if policy is None else policy
    incidents = [assemble_incident(group, documents, claims, policy) for group in groups]
    grouped = {claim_id: claims[claim_id] for incident in incidents for claim_id in incident.claims}
    finished = hold_totals(incidents, incidents, grouped, policy)
    return tuple(sorted(finished, key=lambda i: (i.night or "", i.id)))


def hold_totals(
    incidents: Sequence[Incident], around: Sequence[Incident], claims: Mapping[str, Claim], policy: ReconcilePolicy
) -> tuple[Incident, ...]:
    """Hold the totals of incidents against their parts.

    Args:
        incidents: Those whose totals are wanted, as :func:`assemble_incident` made them or with totals of before.
        around: All incidents of their nights that may count a share of them, they themselves among them.
        claims: By id, all claims in force of the texts of ``incidents``, and those that number ``around``.
        policy: The reconciling policy.

    Returns:
        The incidents in their order, with their totals.
    """
    checks: dict[str, list[TotalCheck]] = defaultdict(list)
    home = {claim_id: incident.id for incident in incidents for claim_id in incident.claims}
    first = {origin.first_claim for incident in incidents for origin in incident.origins}
    found = (c for c in (*listed_totals(claims), *launch_totals(claims)) if c.tally in home)
    for check in sorted(found, key=lambda c: c.tally not in first):  # the text that said it first stands for its copies
        known = checks[home[check.tally]]
        if check.sentence not in {c.sentence for c in known}:  # a copy of the bulletin repeats its sum
            known.append(check)
    for incident_id, regional in regional_totals(around, claims, policy).items():
        checks[incident_id] += regional
    return tuple(replace(i, totals=tuple(checks[i.id])) if i.totals or i.id in checks else i for i in incidents)

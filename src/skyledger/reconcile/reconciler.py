"""Incidents kept up to date: only changed groups are reconciled again, and only totals that a change can touch.

``Reconciler`` gives exactly the incidents of :func:`skyledger.reconcile.reconcile_groups` over the groups it was told
of (tests/reconcile/test_reconciler.py). An incident follows from its group alone. Its totals do not: a tally is held
against its own text's parts, and a country's total against the regions' incidents of that night, so both are indexed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from skyledger.model.claim import Claim
from skyledger.model.document import Document
from skyledger.model.incident import Group, Incident, TotalCheck
from skyledger.model.kinds import Fate, Kind
from skyledger.reconcile.incident import assemble_incident
from skyledger.reconcile.policy import ReconcilePolicy, load_reconcile_policy
from skyledger.reconcile.regional_totals import Figure, RegionKey, check_regions, figure_of, region_of, regions_held
from skyledger.reconcile.totals import launch_totals, listed_totals


class Reconciler:
    """All incidents so far."""

    def __init__(self, *, policy: ReconcilePolicy | None = None) -> None:
        self._policy = load_reconcile_policy() if policy is None else policy
        self._incidents: dict[str, Incident] = {}
        self._local: dict[str, tuple[TotalCheck, ...]] = {}
        self._home: dict[str, str] = {}
        self._part_of: dict[str, str] = {}
        self._parts: dict[str, set[str]] = defaultdict(set)
        self._counted: dict[str, set[str]] = defaultdict(set)
        self._figures: dict[str, Figure] = {}
        self._regions: dict[RegionKey, set[str]] = defaultdict(set)
        self._held: dict[RegionKey, set[str]] = defaultdict(set)

    def incidents(self) -> tuple[Incident, ...]:
        """Return all incidents by night, then id."""
        return tuple(sorted(self._incidents.values(), key=lambda i: (i.night or "", i.id)))

    def update(
        self,
        gone: Iterable[str],
        groups: Mapping[str, Group],
        documents: Mapping[str, Document],
        claims: Mapping[str, Claim],
    ) -> dict[str, Incident]:
        """Take what changed.

        Args:
            gone: Smallest claim ids of groups that are no more.
            groups: By smallest claim id, groups that are new, other than before, or have a changed text or claim.
            documents: Texts by id.
            claims: All claims by id.

        Returns:
            By smallest claim id, the incidents of ``groups``, and others whose totals changed.
        """
        unsettled: set[RegionKey] = set()
        for key in gone:
            unsettled |= self._drop(key)
        summed: set[str] = set()
        for key, group in groups.items():
            self._home.update((claim, key) for claim in group.claims)
            summed |= {tally for claim in group.claims for tally in self._list(claims[claim])}
        for key, group in groups.items():
            unsettled |= self._drop(key)
            incident = assemble_incident(group, documents, claims, self._policy)
            self._incidents[key] = incident
            unsettled |= self._enter(key, figure_of(incident, claims))
        stale = {*groups, *(self._home[tally] for tally in summed if tally in self._home)}
        for key in stale:
            self._sum(key, claims)
        stale |= {key for region in unsettled for key in self._held.get(region, ())}
        return {key: self._total(key) for key in stale}

    def _list(self, claim: Claim) -> set[str]:
        """List a claim under its total and with its text's counts; return the tallies whose parts changed."""
        if claim.count is not None and claim.kind in {Kind.ATTACK, Kind.INTERCEPTION}:
            self._counted[claim.document_id].add(claim.id)
        old, new = self._part_of.pop(claim.id, None), claim.part_of
        if old is not None:
            self._parts[old].discard(claim.id)
        if new is not None:
            self._part_of[claim.id] = new
            self._parts[new].add(claim.id)
        return {tally for tally in (old, new) if tally is not None}

    def _drop(self, key: str) -> set[RegionKey]:
        """Forget an incident; return the regions' figures that it gave."""
        self._incidents.pop(key, None)
        self._local.pop(key, None)
        figure = self._figures.pop(key, None)
        if figure is None:
            return set()
        for region in regions_held(figure):
            self._held[region].discard(key)
        given = region_of(figure)
        if given is None:
            return set()
        self._regions[given].discard(key)
        return {given}

    def _enter(self, key: str, figure: Figure | None) -> set[RegionKey]:
        """List the standing number of an incident; return the regions' figures that it gives."""
        if figure is None:
            return set()
        self._figures[key] = figure
        for region in regions_held(figure):
            self._held[region].add(key)
        given = region_of(figure)
        if given is None:
            return set()
        self._regions[given].add(key)
        return {given}

    def _sum(self, key: str, claims: Mapping[str, Claim]) -> None:
        """Hold the tallies of an incident against what their own texts list."""
        own = self._incidents[key].claims
        tallies = sorted(claim for claim in own if self._parts.get(claim))
        checks = [c for t in tallies for c in listed_totals(_picked((t, *self._parts[t]), claims)) if c.tally == t]
        texts = sorted({claims[claim].document_id for claim in own if claims[claim].fate is Fate.LAUNCHED})
        launched = [c for d in texts for c in self._launches(d, claims) if c.tally in own]
        found: dict[str, TotalCheck] = {}
        first = {origin.first_claim for origin in self._incidents[key].origins}
        listed = (*checks, *sorted(launched, key=lambda c: c.tally))
        for check in sorted(listed, key=lambda c: c.tally not in first):  # first said stands for its copies
            found.setdefault(check.sentence, check)
        self._local.pop(key, None)
        if found:
            self._local[key] = tuple(found.values())

    def _total(self, key: str) -> Incident:
        """Return the incident with all its totals, as it is kept from now on."""
        figure, totals = self._figures.get(key), self._local.get(key, ())
        if figure is not None and not self._parts.get(figure.claim.id):
            near = {
                region: [self._figures[k] for k in self._regions.get(region, ())] for region in regions_held(figure)
            }
            check = check_regions(figure, near, self._policy)
            totals = totals if check is None else (*totals, check)
        if self._incidents[key].totals != totals:
            self._incidents[key] = replace(self._incidents[key], totals=totals)
        return self._incidents[key]

    def _launches(self, document: str, claims: Mapping[str, Claim]) -> tuple[TotalCheck, ...]:
        counted = _picked(self._counted[document], claims)
        return launch_totals({id: claim for id, claim in counted.items() if claim.document_id == document})


def _picked(ids: Iterable[str], claims: Mapping[str, Claim]) -> dict[str, Claim]:
    return {claim: claims[claim] for claim in ids if claim in claims}

"""One batch by its neighbourhood: what it changed, whom that may concern, and nothing else.

1. What changed: texts read since, and texts of claims that decisions in force since, or no more, name.
2. Texts that those make reprints or reposts, or make so no more.
3. The incidents that held their claims, and the nodes their claims are in now.
4. Linked among all facts of the same nights; an incident outside that might have been joined is taken in, too,
   until none is left (:mod:`skyledger.link.surroundings`).
5. Totals of the night and country in which a figure changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from skyledger.flow.derived import Derived
from skyledger.flow.heirs import gone_and_fresh
from skyledger.flow.marks import marks_of_text
from skyledger.flow.neighbourhood import Neighbourhood
from skyledger.flow.part_totals import total_part
from skyledger.link.block import is_dateless
from skyledger.link.claim_decisions import apply_decisions
from skyledger.link.corpus import Corpus
from skyledger.link.families import load_outlet_families
from skyledger.link.origins import trace_origins
from skyledger.link.per_document import PerDocument
from skyledger.link.policy import LinkPolicy, load_link_policy
from skyledger.link.reach import Reach
from skyledger.link.repeats import statements_of
from skyledger.link.reprints import figures_of
from skyledger.link.surroundings import Surroundings
from skyledger.model import Decision, Group, Incident
from skyledger.reconcile import assemble_incident, load_reconcile_policy

if TYPE_CHECKING:
    from skyledger.ledger import Ledger
    from skyledger.ledger.incident_records import Horizon, IncidentVersion, Marks

_MANY_TEXTS = 2_000
_LARGE_SHARE = 4


class TooMuchError(Exception):
    """Deriving everything costs less than looking for what a batch touches, or is the only way to know it."""


def derive_part(ledger: Ledger, before: Horizon, horizon: Horizon) -> Derived:
    """Derive what one batch can have changed.

    Args:
        ledger: Its stored incidents must be those within ``before``.
        before: Up to where they were derived.
        horizon: With the batch.

    Raises:
        TooMuchError: Everything has to be derived.
    """
    return _Part(ledger, before, horizon).derive()


class _Part:
    def __init__(self, ledger: Ledger, before: Horizon, horizon: Horizon) -> None:
        self._ledger = ledger
        self._policy: LinkPolicy = load_link_policy()
        self._old = Neighbourhood(ledger.view(before), self._policy)
        self._new = Neighbourhood(ledger.view(horizon), self._policy)
        self._around = Surroundings(self._new.sentences, self._new.judgements, self._policy)
        self._home: dict[str, IncidentVersion] = {}
        self._dirty: set[str] = set()

    def derive(self) -> Derived:
        self._find_dirty()
        if not self._dirty:
            return Derived(view=self._new.view, since=self._old.view.horizon, before={}, incidents=())
        old = {c.id: c for document in self._dirty for c in self._old.claims_of(document)}
        new = {c.id: c for document in self._dirty for c in self._new.claims_of(document)}
        self._take_in(old)
        clusters = self._cluster(set(new))
        changed = [c for c in clusters if not self._is_as_it_was(c)]
        kept = {claim for cluster in clusters if self._is_as_it_was(cluster) for claim in cluster}
        stood = {v.id: v for claim, v in self._home.items() if claim not in kept}
        made = self._assemble(changed)
        gone, fresh = gone_and_fresh(old.values(), new.values())
        touched, incidents = total_part(self._ledger.incidents, self._new, stood, made)
        return Derived(
            view=self._new.view,
            since=self._old.view.horizon,
            before=stood | touched,
            incidents=incidents,
            gone=gone,
            fresh=fresh,
            marks=self._marks(),
        )

    def _find_dirty(self) -> None:
        """Find the texts any claim of which may have other facts, or stand otherwise, than before."""
        read = self._new.view.changed_since(self._old.view.horizon)
        judged = _judged_since(self._old.decisions, self._new.decisions)
        dirty = read | self._new.view.homes_of(judged)
        if len(dirty) > max(_MANY_TEXTS, self._new.view.count_documents() // _LARGE_SHARE):
            raise TooMuchError
        for side in (self._old, self._new):
            side.load(dirty)
        words = self._old.words_of(dirty) | self._new.words_of(dirty)
        figures = self._old.figures_of(dirty) | self._new.figures_of(dirty)
        for side in (self._old, self._new):
            side.load_alike(words, figures)
        old, new = self._old.firsts(words), self._new.firsts(words)
        dirty |= {d for d in {*old, *new} if old.get(d) != new.get(d) or not read.isdisjoint({old.get(d), new.get(d)})}
        one, two = self._old.reprints, self._new.reprints
        dirty |= {d for d in {*one, *two} if one.get(d) != two.get(d)}
        for side in (self._old, self._new):
            side.load(dirty)
        self._dirty = dirty

    def _take_in(self, claims: Iterable[str]) -> None:
        """Take in the incidents that held some claims."""
        wanted = {claim for claim in claims if claim not in self._home}
        documents: set[str] = set()
        for version in self._ledger.incidents.standing(claims=wanted):
            if version.incident is not None:
                self._home.update((claim, version) for claim in version.incident.claims)
                documents |= {*version.incident.documents}
        self._new.load(documents)

    def _cluster(self, part: set[str]) -> tuple[tuple[str, ...], ...]:
        """Cluster the part, and more of its surroundings until nothing outside can have been joined."""
        altered: set[str] | None = None
        reach = Reach(self._policy)
        reach.add(self._old.facts[c.id] for document in self._dirty for c in self._old.claims_of(document))
        while True:
            self._close(part)
            reach.add(self._new.facts[claim] for claim in part)
            self._around.list_facts(self._new.load_reach(reach), reach)
            if altered is None:
                altered = self._find_altered()
            more = (self._around.mates_of(part) | altered) - part
            if not more:
                if any(is_dateless(self._new.facts[claim]) for claim in part):
                    raise TooMuchError
                found = self._around.cluster(part, self._stood(), altered)
                more = set(found.open)
                if not more:
                    return found.clusters
            part |= more
            self._take_in(more)

    def _close(self, part: set[str]) -> None:
        """Complete the part: whole incidents of before, and claims that people judged to be the same as one of it."""
        while True:
            part |= self._home.keys() & self._new.claims.keys()
            pairs = self._new.judgements.pairs("same")
            named = {claim for pair in pairs if not part.isdisjoint(pair) for claim in pair} - part
            self._new.load(self._new.view.homes_of(named) if named else ())
            more = named & self._new.claims.keys()
            if not more:
                return
            part |= more
            self._take_in(more)

    def _stood(self) -> dict[str, frozenset[str]]:
        return {c: frozenset(v.incident.claims) for c, v in self._home.items() if v.incident is not None}

    def _find_altered(self) -> set[str]:
        """Return the claims whose nodes, or whose nodes' candidates, are other than before."""
        old = [self._old.facts[c.id] for d in self._dirty for c in self._old.claims_of(d)]
        new = [self._new.facts[c.id] for d in self._dirty for c in self._new.claims_of(d)]
        altered = self._around.alike([*old, *new])
        facts = [self._new.facts[claim] for claim in altered]
        # A text without any date is held against those of every night, and how many share its words decides.
        undated = [f for f in self._new.facts.values() if is_dateless(f)]
        if any(is_dateless(f) for f in old) or self._around.shares_words(facts, undated, self._new.sentences):
            raise TooMuchError
        if self._around.shares_words(old, undated, self._old.sentences):
            raise TooMuchError
        return altered | self._around.crowded(facts, old, self._old.sentences)

    def _is_as_it_was(self, cluster: tuple[str, ...]) -> bool:
        """Tell whether an incident has the claims it had, and none of a text that changed."""
        version = self._home.get(cluster[0])
        if version is None or version.incident is None or set(version.incident.claims) != set(cluster):
            return False
        return self._dirty.isdisjoint(version.incident.documents)

    def _assemble(self, clusters: list[tuple[str, ...]]) -> tuple[Incident, ...]:
        new, rules = self._new, load_reconcile_policy()
        corpus = Corpus(
            documents=new.documents,
            figures=PerDocument(new.claims_of, lambda claims: frozenset(figures_of(claims))),
            statements=PerDocument(new.claims_of, lambda claims: frozenset(statements_of(claims))),
            reprints=new.reprints,
            families=load_outlet_families(),
            sentences=new.sentences,
            policy=self._policy,
        )
        made = []
        for claims in clusters:
            group = Group(claims=claims, origins=trace_origins([new.claims[c] for c in claims], corpus))
            made.append(assemble_incident(group, new.documents, new.claims, rules))
        return tuple(made)

    def _marks(self) -> Marks:
        texts = [text for document in self._dirty if (text := self._new.text(document)) is not None]
        return {
            text.row: marks_of_text(text.document, apply_decisions(text.claims, self._new.decisions), self._policy)
            for text in texts
        }


def _judged_since(old: Sequence[Decision], new: Sequence[Decision]) -> set[str]:
    """Return the claims named by decisions that are in force and were not, or were and are not."""
    before, after = {d.id: d for d in old}, {d.id: d for d in new}
    return {claim for id in before.keys() ^ after.keys() for claim in (before.get(id) or after[id]).targets}

"""Groups kept up to date: a new document touches its own blocks and what hangs together with them, nothing else.

``Linker`` gives exactly the groups of :func:`skyledger.link.link_claims` over everything added so far, whatever the
order and the chunks (tests/link/test_linker.py). What is local by itself is worked out again where it changed: facts of
a document, links of a node, clusters of a component, origins of a group. What is not has an index that tells which
older documents a new one changes: :mod:`posting_index`, :mod:`reprint_index`, :mod:`block_index`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from skyledger.link.corpus import Corpus
from skyledger.link.decisions import replay_judgements
from skyledger.link.fact import Fact
from skyledger.link.families import OutletFamilies, load_outlet_families
from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.in_context import facts_in_context
from skyledger.link.incidents import Cluster
from skyledger.link.node_clusters import NodeClusters
from skyledger.link.origins import trace_origins
from skyledger.link.per_document import PerDocument
from skyledger.link.policy import LinkPolicy, load_link_policy
from skyledger.link.posting_index import PostingIndex
from skyledger.link.repeats import statements_of
from skyledger.link.reprint_index import ReprintIndex
from skyledger.link.reprints import figures_of
from skyledger.model.claim import Claim
from skyledger.model.decision import Decision
from skyledger.model.document import Document
from skyledger.model.incident import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What an addition did.

    Attributes:
        gone: Smallest claim ids of groups that are no more.
        groups: By smallest claim id, groups that are new or other than before, or a document or claim of which is.
    """

    gone: tuple[str, ...]
    groups: Mapping[str, Group]


class Linker:
    """All documents, claims and decisions so far, and the groups they make."""

    def __init__(self, *, policy: LinkPolicy | None = None, families: OutletFamilies | None = None) -> None:
        self._policy = load_link_policy() if policy is None else policy
        self._documents: dict[str, Document] = {}
        self._claims: dict[str, Claim] = {}
        self._claims_of: dict[str, tuple[str, ...]] = {}
        self._facts: dict[str, Fact] = {}
        self._decisions: list[Decision] = []
        self._sentences = SentenceIndex(self._documents, self._policy)
        self._postings = PostingIndex(self._policy)
        self._reprints = ReprintIndex(self._sentences, self._policy)
        self._clusters = NodeClusters(self._sentences, self._policy)
        self._figures = PerDocument(self.claims_of, lambda claims: frozenset(figures_of(claims)))
        self._statements = PerDocument(self.claims_of, lambda claims: frozenset(statements_of(claims)))
        self._groups: dict[str, Group] = {}
        self._corpus = Corpus(
            documents=self._documents,
            figures=self._figures,
            statements=self._statements,
            reprints=self._reprints.reprints,
            families=load_outlet_families() if families is None else families,
            sentences=self._sentences,
            policy=self._policy,
        )

    @property
    def documents(self) -> Mapping[str, Document]:
        """All documents by id."""
        return self._documents

    @property
    def claims(self) -> Mapping[str, Claim]:
        """All claims by id."""
        return self._claims

    def claims_of(self, document: str) -> list[Claim]:
        """Return the claims of a document, sorted by id; none when it is not known."""
        return [self._claims[claim] for claim in self._claims_of.get(document, ())]

    def groups(self) -> tuple[Group, ...]:
        """Return all groups, sorted by their smallest claim id."""
        return tuple(self._groups[first] for first in sorted(self._groups))

    def add(self, documents: Iterable[Document], claims: Iterable[Claim] = ()) -> Changes:
        """Add documents and claims; either may come first, and what is known already changes nothing.

        Args:
            documents: A document with a known id takes the place of the one before.
            claims: Of two claims with one id that of the first document by id counts.

        Returns:
            What changed.
        """
        dirty: set[str] = set()
        moved: set[str] = set()
        for document in documents:
            known = self._documents.get(document.id)
            if known != document:
                self._documents[document.id] = document
                dirty |= {document.id, *self._postings.update(known, document)}
                moved.update(self._claims_of.get(document.id, ()))
        for claim in claims:
            dirty |= self._take(claim, moved)
        self._sentences.forget(moved)
        return self._settle(dirty, moved)

    def decide(self, decisions: Iterable[Decision]) -> Changes:
        """Add human decisions; those about one claim alone change nothing here.

        Returns:
            What changed.
        """
        self._decisions += decisions
        moved = self._clusters.judge(replay_judgements(self._decisions)) & self._claims.keys()
        return self._settle({self._claims[claim].document_id for claim in moved}, moved)

    def _take(self, claim: Claim, moved: set[str]) -> set[str]:
        """Store a claim unless another one of its id counts; return the documents whose claims it changes."""
        known = self._claims.get(claim.id)
        if known is not None and (known == claim or known.document_id < claim.document_id):
            return set()
        self._claims[claim.id] = claim
        moved.add(claim.id)
        homes = {claim.document_id}
        if known is not None and known.document_id != claim.document_id:
            homes.add(known.document_id)
            self._claims_of[known.document_id] = tuple(c for c in self._claims_of[known.document_id] if c != claim.id)
        if known is None or len(homes) > 1:
            own = (*self._claims_of.get(claim.document_id, ()), claim.id)
            self._claims_of[claim.document_id] = tuple(sorted(own))
        return homes

    def _settle(self, dirty: set[str], moved: set[str]) -> Changes:
        for document in dirty:
            self._figures.forget(document)
            self._statements.forget(document)
            self._reprints.update(document, self._documents.get(document), self.claims_of(document))
        dirty |= self._reprints.settle()
        facts: dict[str, Fact] = {}
        for document in dirty:
            for fact in self._facts_of(document):
                claim = fact.claim.id
                if claim in moved or self._facts.get(claim) != fact:
                    facts[claim] = self._facts[claim] = fact
        gone, clusters = self._clusters.update(facts)
        return self._regroup(gone, clusters, dirty)

    def _facts_of(self, document: str) -> list[Fact]:
        claims = self.claims_of(document)
        if not claims:
            return []
        reprint = self._reprints.reprints.get(document)
        first = self._documents.get(self._postings.firsts.get(document, ""))
        reprints = {} if reprint is None else {document: reprint}
        firsts = {} if first is None else {document: first}
        return facts_in_context(claims, self._documents, reprints, self._policy, firsts)

    def _regroup(self, gone: Sequence[Cluster], clusters: Sequence[Cluster], dirty: Iterable[str]) -> Changes:
        """Trace the origins of clusters that are new or have a text that changed."""
        before = {cluster.claims[0]: self._groups.pop(cluster.claims[0]) for cluster in gone}
        changed: dict[str, Group] = {}
        retrace = {claim for document in dirty for claim in self._claims_of.get(document, ())}
        for cluster in clusters:
            known = before.get(cluster.claims[0])
            if known is not None and (known.claims, known.reasons) == (cluster.claims, cluster.reasons):
                self._groups[cluster.claims[0]] = known
            else:
                changed[cluster.claims[0]] = self._trace(cluster.claims, cluster.reasons)
        for first in {self._clusters.first_of(claim) for claim in retrace} - changed.keys():
            known = self._groups[first]
            changed[first] = self._trace(known.claims, known.reasons)
        self._groups |= changed
        return Changes(gone=tuple(sorted(before.keys() - self._groups.keys())), groups=changed)

    def _trace(self, claims: tuple[str, ...], reasons: tuple[tuple[str, str, float, str], ...]) -> Group:
        origins = trace_origins([self._claims[claim] for claim in claims], self._corpus)
        return Group(claims=claims, origins=origins, reasons=reasons)

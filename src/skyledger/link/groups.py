"""The room on one page: claims in, groups with origins out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from skyledger.link.corpus import Corpus
from skyledger.link.decisions import replay_judgements
from skyledger.link.families import OutletFamilies, load_outlet_families
from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.in_context import facts_in_context
from skyledger.link.incidents import cluster_facts
from skyledger.link.origins import trace_origins
from skyledger.link.policy import LinkPolicy, load_link_policy
from skyledger.link.repeats import statements_of
from skyledger.link.reprints import figures_of, find_reprints
from skyledger.model.claim import Claim
from skyledger.model.decision import Decision
from skyledger.model.document import Document
from skyledger.model.incident import Group

T = TypeVar("T")


def link_claims(
    documents: Mapping[str, Document],
    claims: Sequence[Claim],
    decisions: Sequence[Decision] = (),
    *,
    policy: LinkPolicy | None = None,
    families: OutletFamilies | None = None,
) -> tuple[Group, ...]:
    """Group claims that are about the same thing and trace each group to its origins.

    Args:
        documents: The texts by id; a claim whose text is missing is linked by its facts alone.
        claims: Claims in any order; of two with one id the first by content order counts.
        decisions: Human judgements; ``same``, ``different``, ``unsure`` and ``undo`` are obeyed here.
        policy: The linking policy, the shipped one when None.
        families: Outlets that are one voice, the shipped ones when None.

    Returns:
        Groups sorted by their smallest claim id; every claim is in exactly one. The order of the input never matters.
    """
    policy = load_link_policy() if policy is None else policy
    families = load_outlet_families() if families is None else families
    by_id = {c.id: c for c in sorted(claims, key=lambda c: (c.id, c.document_id), reverse=True)}
    listed = [by_id[i] for i in sorted(by_id)]
    sentences = SentenceIndex(documents, policy)
    reprints = find_reprints(listed, documents, sentences, policy)
    facts = facts_in_context(listed, documents, reprints, policy)
    clusters = cluster_facts(facts, sentences, replay_judgements(decisions), policy)
    corpus = Corpus(
        documents=documents,
        figures=_by_document(listed, figures_of),
        statements=_by_document(listed, statements_of),
        reprints=reprints,
        families=families,
        sentences=sentences,
        policy=policy,
    )
    return tuple(
        Group(claims=c.claims, origins=trace_origins([by_id[i] for i in c.claims], corpus), reasons=c.reasons)
        for c in clusters
    )


def _by_document(claims: Sequence[Claim], read: Callable[[Sequence[Claim]], Iterable[T]]) -> dict[str, frozenset[T]]:
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document_id].append(claim)
    return {document: frozenset(read(own)) for document, own in by_document.items()}

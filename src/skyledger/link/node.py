"""Claims that nothing tells apart are one node and are never compared with each other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from skyledger.link.decisions import Judgements
from skyledger.link.fact import Fact
from skyledger.link.features import compare_facts
from skyledger.link.policy import LinkPolicy
from skyledger.model.claim import Claim
from skyledger.model.kinds import ClaimStatus

NodeKey = tuple[object, ...]


@dataclass(slots=True, kw_only=True)
class Node:
    """Claims with indistinguishable facts; they link to each other without being compared.

    Attributes:
        fact: That of the first claim.
        claims: Sorted by id.
    """

    fact: Fact
    claims: list[Claim]

    @property
    def id(self) -> str:
        """The id of the first claim."""
        return self.claims[0].id

    @property
    def documents(self) -> set[str]:
        """Return the texts that carry a claim which its own text does not take back."""
        return {c.document_id for c in self.claims if c.status is not ClaimStatus.SUPERSEDED}


def node_key(fact: Fact, judged: bool, policy: LinkPolicy) -> NodeKey:
    """Return what the claims of one node have in common.

    Args:
        fact: The fact of a claim.
        judged: Whether a human judgement names the claim; then it stands alone.
        policy: The linking policy.
    """
    alone = fact.claim.id if judged or not _self_links(fact, policy) else ""
    return (alone, *fact.key)


def nodes_of(facts: Sequence[Fact], judgements: Judgements, policy: LinkPolicy) -> list[Node]:
    """Gather facts, given in the order of their claims' ids, into nodes in the order of their first claims."""
    judged = judgements.claims
    alike: dict[NodeKey, list[Fact]] = defaultdict(list)
    for fact in facts:
        alike[(fact.claim.id if fact.claim.id in judged else "", *fact.key)].append(fact)
    found: list[Node] = []
    for same in alike.values():
        if len(same) == 1 or _self_links(same[0], policy):  # what one of them does alone, all do
            found.append(Node(fact=same[0], claims=[f.claim for f in same]))
        else:
            found += [Node(fact=f, claims=[f.claim]) for f in same]
    return sorted(found, key=lambda n: n.id)


def _self_links(fact: Fact, policy: LinkPolicy) -> bool:
    """Tell whether two claims with exactly these facts are one incident without looking at words or publication."""
    if fact.window is None:
        return False
    found = compare_facts(fact, fact, policy)
    return found.conflict is None and found.score >= policy.threshold.link and not found.needs_text

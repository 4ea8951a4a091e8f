"""Cluster facts into incidents: best links first, no cluster with a conflict inside."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from skyledger.link.block import candidate_pairs
from skyledger.link.decisions import Judgements, Pair, ordered
from skyledger.link.fact import COUNTERS, Fact
from skyledger.link.features import Comparison, compare_facts
from skyledger.link.features.count import relate_counts
from skyledger.link.features.reference import find_reference
from skyledger.link.features.text_reuse import SentenceIndex, text_weight
from skyledger.link.policy import LinkPolicy
from skyledger.model.claim import Claim
from skyledger.model.kinds import ClaimStatus, TimePrecision

Reason = tuple[str, str, float, str]


@dataclass(slots=True, kw_only=True)
class _Node:
    """Claims with indistinguishable facts; they link to each other without being compared."""

    fact: Fact
    claims: list[Claim]

    @property
    def documents(self) -> set[str]:
        """Return the texts that carry a claim which its own text does not take back."""
        return {c.document_id for c in self.claims if c.status is not ClaimStatus.SUPERSEDED}


@dataclass(slots=True, kw_only=True)
class _Cluster:
    """Nodes taken for one incident so far, with the reasons that joined them."""

    nodes: list[int]
    claims: set[str]
    reasons: list[Reason] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Claims about one thing, sorted, and why each joined."""

    claims: tuple[str, ...]
    reasons: tuple[Reason, ...]


class _Merger:
    """Joins clusters while nothing in them conflicts."""

    def __init__(self, nodes: Sequence[_Node], judgements: Judgements, policy: LinkPolicy) -> None:
        self._nodes = nodes
        self._policy = policy
        self._clusters = {i: _Cluster(nodes=[i], claims={c.id for c in node.claims}) for i, node in enumerate(nodes)}
        self._home = list(range(len(nodes)))
        self._apart: dict[str, set[str]] = defaultdict(set)
        for one, two in judgements.pairs("different"):
            self._apart[one].add(two)
            self._apart[two].add(one)
        self._conflicts: dict[tuple[int, int], bool] = {}

    def join(self, one: int, two: int, reason: Reason, *, by_hand: bool = False) -> bool:
        """Join the clusters of two nodes unless something keeps them apart; tell whether they are one now."""
        a, b = self._home[one], self._home[two]
        if a == b:
            return True
        left, right = self._clusters[a], self._clusters[b]
        if self._judged_apart(left, right) or (not by_hand and self._conflict(left, right)):
            return False
        left, right, a = (left, right, a) if len(left.nodes) >= len(right.nodes) else (right, left, b)
        gone = self._home[right.nodes[0]]
        left.nodes += right.nodes
        left.claims |= right.claims
        left.reasons += [*right.reasons, reason]
        for node in right.nodes:
            self._home[node] = a
        del self._clusters[gone]
        return True

    def clusters(self) -> list[_Cluster]:
        """Return the clusters as they stand."""
        return list(self._clusters.values())

    def _judged_apart(self, left: _Cluster, right: _Cluster) -> bool:
        return any(not self._apart[claim].isdisjoint(right.claims) for claim in left.claims if claim in self._apart)

    def _conflict(self, left: _Cluster, right: _Cluster) -> bool:
        if self._span_h(left.nodes + right.nodes) > self._policy.limits.max_span_h:
            return True
        return any(self._nodes_conflict(i, j) for i in left.nodes for j in right.nodes)

    def _nodes_conflict(self, i: int, j: int) -> bool:
        key = (i, j) if i < j else (j, i)
        if key not in self._conflicts:
            one, two = self._nodes[i], self._nodes[j]
            found = compare_facts(one.fact, two.fact, self._policy)
            self._conflicts[key] = found.conflict is not None or _listed_apart(one, two)
        return self._conflicts[key]

    def _span_h(self, nodes: Sequence[int]) -> float:
        """Return the hours from the first window to the last; whole weeks and bare posting dates set no limit."""
        windows = [w for n in nodes if (w := self._nodes[n].fact.window) is not None]
        dated = [
            w
            for w in windows
            if w.precision is not TimePrecision.NONE and w.hi - w.lo <= self._policy.limits.long_window_h
        ]
        return max((w.hi for w in dated), default=0.0) - min((w.lo for w in dated), default=0.0)


def cluster_facts(
    facts: Sequence[Fact], sentences: SentenceIndex, judgements: Judgements, policy: LinkPolicy
) -> tuple[Cluster, ...]:
    """Cluster facts into incidents.

    Args:
        facts: One per claim, in a fixed order.
        sentences: The words of the claims.
        judgements: Human judgements in force: ``same`` joins first and past any conflict, ``different`` keeps two
            clusters apart whatever joined them, ``unsure`` takes the pair's own link away.
        policy: The linking policy.

    Returns:
        Clusters in the order of their smallest claim id; every claim is in exactly one.
    """
    nodes = _nodes_of(facts, judgements, policy)
    where = {claim.id: i for i, node in enumerate(nodes) for claim in node.claims}
    merger = _Merger(nodes, judgements, policy)
    for one, two in judgements.pairs("same"):
        if one in where and two in where:
            reason = (one, two, policy.threshold.link, judgements.reasons[(one, two)])
            merger.join(where[one], where[two], reason, by_hand=True)
    for score, i, j, sentence in _links(nodes, sentences, judgements, policy):
        merger.join(i, j, (nodes[i].claims[0].id, nodes[j].claims[0].id, score, sentence))
    return _finish(merger, nodes, policy)


def _nodes_of(facts: Sequence[Fact], judgements: Judgements, policy: LinkPolicy) -> list[_Node]:
    grouped: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        alone = fact.claim.id if fact.claim.id in judgements.claims or not _self_links(fact, policy) else ""
        grouped[(alone, *fact.key)].append(fact)
    nodes = [_Node(fact=found[0], claims=[f.claim for f in found]) for found in grouped.values()]
    return sorted(nodes, key=lambda n: n.claims[0].id)


def _self_links(fact: Fact, policy: LinkPolicy) -> bool:
    """Tell whether two claims with exactly these facts are one incident without looking at words or publication."""
    if fact.window is None:
        return False
    found = compare_facts(fact, fact, policy)
    return found.conflict is None and found.score >= policy.threshold.link and not found.needs_text


def _links(
    nodes: Sequence[_Node], sentences: SentenceIndex, judgements: Judgements, policy: LinkPolicy
) -> list[tuple[float, int, int, str]]:
    unsure = set(judgements.pairs("unsure")) | set(judgements.pairs("different"))
    found: list[tuple[float, int, int, str]] = []
    for i, j in candidate_pairs([n.fact for n in nodes], [n.claims for n in nodes], sentences, policy):
        if unsure and _withdrawn(nodes[i], nodes[j], unsure):
            continue
        link = link_strength(compare_facts(nodes[i].fact, nodes[j].fact, policy), nodes[i], nodes[j], sentences, policy)
        if link is not None:
            found.append((link[0], i, j, link[1]))
    # Of equal scores the facts decide, not the ids: a copy has its source's facts and so never turns the order round.
    facts = {i: repr(nodes[i].fact.key) for link in found for i in link[1:3]}
    ids = {i: nodes[i].claims[0].id for i in facts}
    return sorted(found, key=lambda x: (-x[0], *sorted((facts[x[1]], facts[x[2]])), *sorted((ids[x[1]], ids[x[2]]))))


def _listed_apart(one: _Node, two: _Node) -> bool:
    """Tell whether some text counts the two side by side: a list's items, not versions of one figure."""
    a, b = one.fact, two.fact
    if a.claim.kind not in COUNTERS or a.headline or b.headline:
        return False
    if relate_counts(a.claim.count, b.claim.count) != "differs":
        return False
    return not one.documents.isdisjoint(two.documents)


def _withdrawn(one: _Node, two: _Node, pairs: set[Pair]) -> bool:
    return len(one.claims) == len(two.claims) == 1 and ordered(one.claims[0].id, two.claims[0].id) in pairs


def link_strength(
    found: Comparison, one: _Node, two: _Node, sentences: SentenceIndex, policy: LinkPolicy
) -> tuple[float, str] | None:
    """Return score and sentence of a link that holds, asking for shared words only where they can decide."""
    if found.conflict is not None:
        return None
    limit = policy.threshold.link
    said = " ".join(f.sentence for f in found.features if f.weight > 0)
    if found.score >= limit and not found.needs_text:
        return found.score, said
    if not found.needs_text and found.score + policy.weights.reference >= limit:
        named = find_reference(one.claims, two.claims, sentences.documents, policy.limits.max_text_pairs)
        if named is not None:
            return found.score + policy.weights.reference, f"{said} {named}"
    weight = text_weight(one.fact, two.fact, policy)
    if found.score + weight < limit:
        return None
    shared = sentences.reuse_between(one.claims, two.claims)
    return None if shared is None else (found.score + weight, f"{said} {shared}")


def _finish(merger: _Merger, nodes: Sequence[_Node], policy: LinkPolicy) -> tuple[Cluster, ...]:
    done: list[Cluster] = []
    for cluster in merger.clusters():
        reasons = list(cluster.reasons)
        for node in (nodes[i] for i in cluster.nodes):
            first = node.claims[0].id
            score = compare_facts(node.fact, node.fact, policy).score if len(node.claims) > 1 else 0.0
            reasons += [(first, c.id, score, "The facts are the same in every field.") for c in node.claims[1:]]
        done.append(Cluster(claims=tuple(sorted(cluster.claims)), reasons=tuple(sorted(reasons))))
    return tuple(sorted(done, key=lambda c: c.claims))

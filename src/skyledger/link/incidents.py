"""Cluster facts into incidents: best links first, no cluster with a conflict inside."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import partial

from skyledger.link.block import candidate_pairs
from skyledger.link.decisions import Judgements, Pair, ordered
from skyledger.link.fact import COUNTERS, Fact, span_h
from skyledger.link.features import Comparison, compare_facts
from skyledger.link.features.count import relate_counts
from skyledger.link.features.reference import find_reference
from skyledger.link.features.text_reuse import SentenceIndex, text_weight
from skyledger.link.node import Node, nodes_of
from skyledger.link.policy import LinkPolicy

Reason = tuple[str, str, float, str]


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

    def __init__(self, nodes: Sequence[Node], judgements: Judgements, policy: LinkPolicy) -> None:
        self._nodes = nodes
        self._policy = policy
        self._clusters = {i: _Cluster(nodes=[i], claims={c.id for c in node.claims}) for i, node in enumerate(nodes)}
        self._home = list(range(len(nodes)))
        self._apart: dict[str, set[str]] = defaultdict(set)
        for one, two in judgements.pairs("different"):
            self._apart[one].add(two)
            self._apart[two].add(one)
        self._conflicts: dict[tuple[int, int], bool] = {}

    def join(self, one: int, two: int, reason: Callable[[], Reason], *, by_hand: bool = False) -> bool:
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
        left.reasons += [*right.reasons, reason()]
        for node in right.nodes:
            self._home[node] = a
        del self._clusters[gone]
        return True

    def refuses(self, one: int, two: int) -> bool:
        """Tell whether the clusters of two nodes are kept apart; once they are they stay so, whatever joins them."""
        left, right = self._clusters[self._home[one]], self._clusters[self._home[two]]
        return left is not right and (self._judged_apart(left, right) or self._conflict(left, right))

    def clusters(self) -> list[_Cluster]:
        """Return the clusters as they stand."""
        return list(self._clusters.values())

    def _judged_apart(self, left: _Cluster, right: _Cluster) -> bool:
        return any(not self._apart[claim].isdisjoint(right.claims) for claim in left.claims if claim in self._apart)

    def _conflict(self, left: _Cluster, right: _Cluster) -> bool:
        facts = [self._nodes[n].fact for n in left.nodes + right.nodes]
        if span_h(facts, self._policy) > self._policy.limits.max_span_h:
            return True
        return any(self._nodes_conflict(i, j) for i in left.nodes for j in right.nodes)

    def _nodes_conflict(self, i: int, j: int) -> bool:
        key = (i, j) if i < j else (j, i)
        if key not in self._conflicts:
            one, two = self._nodes[i], self._nodes[j]
            found = compare_facts(one.fact, two.fact, self._policy)
            self._conflicts[key] = found.conflict is not None or _listed_apart(one, two)
        return self._conflicts[key]


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
    nodes = nodes_of(facts, judgements, policy)
    return cluster_nodes(nodes, _links(nodes, sentences, judgements, policy), sentences, judgements, policy)


def cluster_nodes(
    nodes: Sequence[Node],
    links: Iterable[tuple[float, int, int]],
    sentences: SentenceIndex,
    judgements: Judgements,
    policy: LinkPolicy,
) -> tuple[Cluster, ...]:
    """Cluster nodes along their links, best first.

    Clusters form along links and human judgements only, and a conflict matters only between clusters that one of
    them would join. So what becomes of nodes that no link or judgement joins to any other depends on them alone.

    Args:
        nodes: In the order of their first claims' ids.
        links: Score and the indexes of two nodes, smaller first, for every link that holds; in any order.
        sentences: The words of the claims.
        judgements: Human judgements in force.
        policy: The linking policy.

    Returns:
        Clusters in the order of their smallest claim id.
    """
    merger = _Merger(nodes, judgements, policy)
    where = {claim.id: i for i, node in enumerate(nodes) for claim in node.claims}
    for one, two in judgements.pairs("same"):
        if one in where and two in where:
            judged = (one, two, policy.threshold.link, judgements.reasons[(one, two)])
            merger.join(where[one], where[two], partial(_as_it_is, judged), by_hand=True)
    for score, i, j in _best_first(nodes, links):
        merger.join(i, j, partial(_linked, score, nodes[i], nodes[j], sentences, policy))
    return _finish(merger, nodes, policy)


def cluster_among(
    nodes: Sequence[Node],
    outside: Set[int],
    links: Iterable[tuple[float, int, int]],
    judgements: Judgements,
    policy: LinkPolicy,
) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[int, int], ...]]:
    """Cluster some nodes among others, which stay alone, and tell which of those might have been joined.

    Args:
        nodes: Those to cluster and those around them.
        outside: Indexes of the nodes around.
        links: Score and the indexes of two nodes, smaller first: every link of a node to cluster.
        judgements: Human judgements in force; both claims of a ``same`` are inside or outside.
        policy: The linking policy.

    Returns:
        The claims of each cluster, sorted, and the links that cross the border and that nothing inside refused,
        as the index inside and the index outside.
    """
    merger = _Merger(nodes, judgements, policy)
    where = {c.id: i for i, node in enumerate(nodes) if i not in outside for c in node.claims}
    for one, two in judgements.pairs("same"):
        if one in where and two in where:
            merger.join(where[one], where[two], _no_reason, by_hand=True)
    crossing: list[tuple[int, int]] = []
    for _, i, j in _best_first(nodes, links):
        if i not in outside and j not in outside:
            merger.join(i, j, _no_reason)
        elif not merger.refuses(i, j):
            crossing.append((j, i) if i in outside else (i, j))
    made = [sorted(c.claims) for c in merger.clusters() if c.nodes[0] not in outside]
    return tuple(map(tuple, sorted(made))), tuple(crossing)


def _no_reason() -> Reason:
    return ("", "", 0.0, "")


def _as_it_is(reason: Reason) -> Reason:
    return reason


def _linked(score: float, one: Node, two: Node, sentences: SentenceIndex, policy: LinkPolicy) -> Reason:
    """Return why a link joined; the sentence is made for the few links that join, not for all that hold."""
    found = link_strength(compare_facts(one.fact, two.fact, policy), one, two, sentences, policy)
    return (one.id, two.id, score, "" if found is None else found[1])


def _links(
    nodes: Sequence[Node], sentences: SentenceIndex, judgements: Judgements, policy: LinkPolicy
) -> Iterator[tuple[float, int, int]]:
    unsure = set(judgements.pairs("unsure")) | set(judgements.pairs("different"))
    for i, j in candidate_pairs([n.fact for n in nodes], [n.claims for n in nodes], sentences, policy):
        score = score_link(nodes[i], nodes[j], unsure, sentences, policy)
        if score is not None:
            yield score, i, j


def score_link(
    one: Node, two: Node, withdrawn: Set[Pair], sentences: SentenceIndex, policy: LinkPolicy
) -> float | None:
    """Return the score of a link that holds and that nobody has withdrawn, else None."""
    if withdrawn and _withdrawn(one, two, withdrawn):
        return None
    link = link_strength(compare_facts(one.fact, two.fact, policy), one, two, sentences, policy)
    return None if link is None else link[0]


def _best_first(nodes: Sequence[Node], links: Iterable[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
    # Of equal scores the facts decide, not the ids: a copy has its original's facts and so never turns the order round.
    found = list(links)
    facts = {i: repr(nodes[i].fact.key) for link in found for i in link[1:]}
    ids = {i: nodes[i].id for i in facts}
    return sorted(found, key=lambda x: (-x[0], *sorted((facts[x[1]], facts[x[2]])), *sorted((ids[x[1]], ids[x[2]]))))


def _listed_apart(one: Node, two: Node) -> bool:
    """Tell whether some text counts the two side by side: a list's items, not versions of one figure."""
    return counted_apart(one.fact, two.fact) and not one.documents.isdisjoint(two.documents)


def counted_apart(a: Fact, b: Fact) -> bool:
    """Tell whether two facts, where one text says both, are two items of its list."""
    if a.claim.kind not in COUNTERS or a.headline or b.headline:
        return False
    return relate_counts(a.claim.count, b.claim.count) == "differs"


def _withdrawn(one: Node, two: Node, pairs: Set[Pair]) -> bool:
    return len(one.claims) == len(two.claims) == 1 and ordered(one.claims[0].id, two.claims[0].id) in pairs


def link_strength(
    found: Comparison, one: Node, two: Node, sentences: SentenceIndex, policy: LinkPolicy
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


def _finish(merger: _Merger, nodes: Sequence[Node], policy: LinkPolicy) -> tuple[Cluster, ...]:
    done: list[Cluster] = []
    for cluster in merger.clusters():
        reasons = list(cluster.reasons)
        for node in (nodes[i] for i in cluster.nodes):
            first = node.claims[0].id
            score = compare_facts(node.fact, node.fact, policy).score if len(node.claims) > 1 else 0.0
            reasons += [(first, c.id, score, "The facts are the same in every field.") for c in node.claims[1:]]
        done.append(Cluster(claims=tuple(sorted(cluster.claims)), reasons=tuple(sorted(reasons))))
    return tuple(sorted(done, key=lambda c: c.claims))

"""Nodes, links and clusters, kept: facts in, clusters that changed out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from skyledger.link.block import sketch_of
from skyledger.link.block_index import BlockIndex
from skyledger.link.components import LinkGraph
from skyledger.link.decisions import Judgements, Pair
from skyledger.link.fact import Fact
from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.incidents import Cluster, cluster_nodes, score_link
from skyledger.link.node import Node, NodeKey, node_key
from skyledger.link.policy import LinkPolicy

_NO_JUDGEMENTS = Judgements(by_pair={}, reasons={})


class NodeClusters:
    """The clusters of all facts so far.

    A node is never altered: when a claim joins or leaves it, another node takes its place, and all its links are
    looked at again.
    """

    def __init__(self, sentences: SentenceIndex, policy: LinkPolicy) -> None:
        self._sentences = sentences
        self._policy = policy
        self._judgements = _NO_JUDGEMENTS
        self._withdrawn: set[Pair] = set()
        self._partners: dict[str, set[str]] = {}
        self._facts: dict[str, Fact] = {}
        self._nodes: dict[int, Node] = {}
        self._keys: dict[int, NodeKey] = {}
        self._by_key: dict[NodeKey, int] = {}
        self._where: dict[str, int] = {}
        self._next = 0
        self._blocks = BlockIndex(policy)
        self._graph = LinkGraph()
        self._clusters: dict[int, tuple[Cluster, ...]] = {}
        self._first: dict[str, str] = {}

    def first_of(self, claim: str) -> str:
        """Return the smallest claim id of the cluster that holds a claim."""
        return self._first[claim]

    def judge(self, judgements: Judgements) -> set[str]:
        """Put human judgements in force; return the claims they concern now or did before and do not any more."""
        old, new = self._judgements, judgements
        changed = {
            pair
            for pair in old.by_pair.keys() | new.by_pair.keys()
            if (old.by_pair.get(pair), old.reasons.get(pair)) != (new.by_pair.get(pair), new.reasons.get(pair))
        }
        self._judgements = new
        self._withdrawn = {*new.pairs("unsure"), *new.pairs("different")}
        self._partners = defaultdict(set)
        for one, two in new.by_pair:
            self._partners[one].add(two)
            self._partners[two].add(one)
        return {claim for pair in changed for claim in pair}

    def update(self, facts: Mapping[str, Fact]) -> tuple[list[Cluster], list[Cluster]]:
        """Take facts that are new or other than before.

        Args:
            facts: By claim id.

        Returns:
            Clusters of the components that were touched: as they were, and as they are.
        """
        old, new = self._replace_nodes(facts)
        for number in new:
            node = self._nodes[number]
            self._blocks.add(number, node, sketch_of(node.claims, self._sentences))
            self._graph.touch(number)
        for number in old:  # after the additions, so that a block at its limit does not shrink and grow again
            self._blocks.remove(number)
            self._graph.remove(number)
        self._link(new)
        gone, made = self._graph.settle(self._nodes.__contains__, self._judged_partners)
        before = [cluster for home in gone for cluster in self._clusters.pop(home)]
        after: list[Cluster] = []
        for home, members in made.items():
            self._clusters[home] = self._cluster(members)
            after += self._clusters[home]
        for cluster in after:
            self._first.update((claim, cluster.claims[0]) for claim in cluster.claims)
        return before, after

    def _replace_nodes(self, facts: Mapping[str, Fact]) -> tuple[list[int], list[int]]:
        """Put new nodes in the place of those that lose or gain a claim; return the old and the new numbers."""
        joining: dict[NodeKey, set[str]] = defaultdict(set)
        old: set[int] = set()
        for claim, fact in facts.items():
            key = node_key(fact, claim in self._partners, self._policy)
            joining[key].add(claim)
            old |= {n for n in (self._where.pop(claim, None), self._by_key.get(key)) if n is not None}
        for number in old:
            key, node = self._keys.pop(number), self._nodes.pop(number)
            del self._by_key[key]
            joining[key].update(c.id for c in node.claims if c.id not in facts)
        self._facts.update(facts)
        new: list[int] = []
        for key, claims in joining.items():
            if claims:
                new.append(self._make_node(key, sorted(claims)))
        return sorted(old), new

    def _make_node(self, key: NodeKey, claims: list[str]) -> int:
        self._next += 1
        found = [self._facts[claim] for claim in claims]
        self._nodes[self._next] = Node(fact=found[0], claims=[f.claim for f in found])
        self._keys[self._next], self._by_key[key] = key, self._next
        self._where.update((claim, self._next) for claim in claims)
        return self._next

    def _link(self, new: Iterable[int]) -> None:
        """Compare new nodes with their candidates, and mend what their coming and going changed for others."""
        fresh = set(new)
        for number in new:
            for other in self._blocks.candidates(number):
                if other not in fresh or other < number:
                    self._compare(number, other)
        blocks = self._blocks
        pairs = {p for p in blocks.gained if p[0] in self._nodes and p[1] in self._nodes and not fresh & {*p}}
        pairs |= {(n, o) for n in blocks.recheck - fresh if n in self._nodes for o in blocks.candidates(n) - fresh}
        for one, two in pairs:
            if two not in self._graph.links_of(one) and blocks.is_candidate(one, two):
                self._compare(one, two)
        for one in (n for n in blocks.doubtful if n in self._nodes):
            for two in list(self._graph.links_of(one)):
                if not blocks.is_candidate(one, two):
                    self._graph.disconnect(one, two)
        blocks.gained, blocks.recheck, blocks.doubtful = set(), set(), set()

    def _compare(self, one: int, two: int) -> None:
        a, b = self._nodes[one], self._nodes[two]
        first, second = (a, b) if a.id < b.id else (b, a)
        score = score_link(first, second, self._withdrawn, self._sentences, self._policy)
        if score is not None:
            self._graph.connect(one, two, score)

    def _judged_partners(self, number: int) -> list[int]:
        if not self._partners:
            return []
        ids = {c.id for c in self._nodes[number].claims} & self._partners.keys()
        return [self._where[other] for claim in ids for other in self._partners[claim] if other in self._where]

    def _cluster(self, members: list[int]) -> tuple[Cluster, ...]:
        numbers = sorted(members, key=lambda n: self._nodes[n].id)
        nodes, place = [self._nodes[n] for n in numbers], {n: i for i, n in enumerate(numbers)}
        links = [
            (score, i, place[other])
            for i, number in enumerate(numbers)
            for other, score in self._graph.links_of(number).items()
            if i < place[other]
        ]
        return cluster_nodes(nodes, links, self._sentences, self._judgements_of(nodes), self._policy)

    def _judgements_of(self, nodes: list[Node]) -> Judgements:
        if not self._partners:
            return self._judgements
        ids = {c.id for node in nodes for c in node.claims} & self._partners.keys()
        pairs = {p for one in ids for two in self._partners[one] & ids if (p := (min(one, two), max(one, two)))}
        known = self._judgements
        return Judgements(by_pair={p: known.by_pair[p] for p in pairs}, reasons={p: known.reasons[p] for p in pairs})

"""Part of an archive linked by itself: what lies around it is looked at only where it could have been joined.

Clusters form best link first. A link between two clusters that ended apart was refused, and a refused link changes
nothing. So nodes outside keep their clusters as long as every link to them is refused. It is refused for certain when

- the node inside, or one of its cluster at that moment, conflicts with the node outside itself, or
- the cluster inside is, in all its nodes and links, one that stood before: it grew as it did then, link by link, and so
  did the clusters outside, so each of its links across the border is refused as it was then.

Where neither holds the cluster outside has to be taken in, and the part is clustered again.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from skyledger.link.block import block_keys, dateless_keys, sketch_of, unplaced_keys
from skyledger.link.block_index import BlockIndex
from skyledger.link.decisions import Judgements
from skyledger.link.fact import Fact
from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.incidents import cluster_among, score_link
from skyledger.link.node import Node, nodes_of
from skyledger.link.policy import LinkPolicy
from skyledger.link.reach import Reach

Claims = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some nodes clustered among others.

    Attributes:
        clusters: The claims of each cluster, sorted.
        open: Claims outside that a cluster may have joined; while there are any the clusters may be wrong.
    """

    clusters: tuple[tuple[str, ...], ...]
    open: Claims


class Surroundings:
    """The nodes of whole nights, listed so that those worth comparing with a few of them are found."""

    def __init__(self, sentences: SentenceIndex, judgements: Judgements, policy: LinkPolicy) -> None:
        self._sentences = sentences
        self._judgements = judgements
        self._withdrawn = {*judgements.pairs("unsure"), *judgements.pairs("different")}
        self._policy = policy
        self._blocks = BlockIndex(policy)
        self._nodes: list[Node] = []
        self._where: dict[str, int] = {}
        self._by_fields: dict[tuple[object, ...], list[int]] = defaultdict(list)
        self._wordless: set[int] = set()
        self._scores: dict[tuple[int, int], float | None] = {}

    def list_facts(self, facts: Iterable[Fact], reach: Reach) -> None:
        """List the facts of further nights; those with the same fields have the same nights and come together.

        Args:
            facts: All that may be in a block with the claims that are to be clustered; those listed are passed over.
            reach: Of those claims. Words of facts that it does not concern are not looked at.
        """
        for number in [n for n in self._wordless if reach.needs_words(self._nodes[n].fact)]:
            self._wordless.discard(number)
            self._blocks.remove(number)
            self._add(number)
        fresh = sorted((f for f in facts if f.claim.id not in self._where), key=lambda f: f.claim.id)
        for node in nodes_of(fresh, self._judgements, self._policy):
            number = len(self._nodes)
            self._nodes.append(node)
            self._where.update((claim.id, number) for claim in node.claims)
            self._by_fields[node.fact.key].append(number)
            if not reach.needs_words(node.fact):
                self._wordless.add(number)
            self._add(number)

    def _add(self, number: int) -> None:
        node = self._nodes[number]
        self._blocks.add(number, node, () if number in self._wordless else sketch_of(node.claims, self._sentences))

    def mates_of(self, claims: Iterable[str]) -> set[str]:
        """Return all claims of the nodes that hold these."""
        numbers = {self._where[claim] for claim in claims}
        return {claim.id for number in numbers for claim in self._nodes[number].claims}

    def crowded(self, facts: Iterable[Fact], gone: Sequence[Fact], before: SentenceIndex) -> set[str]:
        """Return the claims of blocks so full that a change to one of its nodes changes who is compared.

        Args:
            facts: Those that are new, or whose node is.
            gone: Those that are no more, as they were.
            before: The words of claims as they were.
        """
        old = Counter(key for fact in gone for key in self._keys(fact, before))
        touched = {key for fact in facts for key in self._keys(fact, self._sentences)} | old.keys()
        found: set[str] = set()
        for key in touched:
            block = self._blocks.listed(key)
            if len(block) + old[key] > self._policy.limits.max_block:
                found |= {claim.id for number in block for claim in self._nodes[number].claims}
        return found

    def alike(self, facts: Iterable[Fact]) -> set[str]:
        """Return the claims of all nodes with the same fields as some facts."""
        numbers = {number for fact in facts for number in self._by_fields.get(fact.key, ())}
        return {claim.id for number in numbers for claim in self._nodes[number].claims}

    def shares_words(self, facts: Iterable[Fact], others: Iterable[Fact], sentences: SentenceIndex) -> bool:
        """Tell whether one of some facts has a run of words in common with one of the listed ``others``.

        Args:
            facts: Listed or not.
            others: Listed ones.
            sentences: The words of ``facts``.
        """
        wanted = {key for fact in others for key in dateless_keys(fact, sketch_of([fact.claim], self._sentences))}
        if not wanted:
            return False
        return any(not wanted.isdisjoint(dateless_keys(f, sketch_of([f.claim], sentences))) for f in facts)

    def cluster(self, part: Set[str], stood: Mapping[str, Claims], altered: Set[str]) -> Part:
        """Cluster some nodes among all that are listed.

        Args:
            part: The claims of the nodes, all of each.
            stood: By claim, the cluster it was in before; of each cluster all or nothing is in ``part``.
            altered: Claims whose node, or whose candidates, are other than before.

        Returns:
            The clusters, and what is still to be taken in.
        """
        inside = {self._where[claim] for claim in part}
        links: dict[tuple[int, int], float] = {}
        for number in inside:
            for other in self._blocks.candidates(number):
                score = self._score(number, other)
                if score is not None:
                    links[(min(number, other), max(number, other))] = score
        numbers = sorted({*inside, *(n for pair in links for n in pair)}, key=lambda n: self._nodes[n].id)
        place = {number: i for i, number in enumerate(numbers)}
        clusters, crossing = cluster_among(
            [self._nodes[n] for n in numbers],
            {place[n] for n in numbers if n not in inside},
            [(score, min(place[a], place[b]), max(place[a], place[b])) for (a, b), score in links.items()],
            self._judgements,
            self._policy,
        )
        home = {claim: frozenset(cluster) for cluster in clusters for claim in cluster}
        found: set[str] = set()
        for one, two in crossing:
            cluster = home[self._nodes[numbers[one]].id]
            if stood.get(self._nodes[numbers[one]].id) != cluster or not cluster.isdisjoint(altered):
                found |= {claim.id for claim in self._nodes[numbers[two]].claims}
        return Part(clusters=clusters, open=frozenset(found))

    def _score(self, one: int, two: int) -> float | None:
        a, b = self._nodes[one], self._nodes[two]
        pair = (one, two) if a.id < b.id else (two, one)
        if pair not in self._scores:
            first, second = self._nodes[pair[0]], self._nodes[pair[1]]
            self._scores[pair] = score_link(first, second, self._withdrawn, self._sentences, self._policy)
        return self._scores[pair]

    def _keys(self, fact: Fact, sentences: SentenceIndex) -> set[int]:
        """Return the keys of blocks that a fact's node may be in, whichever of its claims gives it its words.

        Those of texts without any date are left out: whoever asks has made sure that none shares the fact's words.
        """
        runs = sketch_of([fact.claim], sentences)
        return {*block_keys(fact, runs, self._policy), *unplaced_keys(fact, runs, self._policy)}

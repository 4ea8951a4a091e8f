"""The blocks of :mod:`block`, kept: a new node looks only into its own, and tells what its coming changes for others.

Nearly always it changes nothing for others. The exceptions are blocks at their limit: one more node makes a full block
a large one, in which only neighbours in time are compared, and in a large block it pushes neighbours apart. Those nodes
are noted as ``doubtful`` (a link of theirs may have lost its block) or as ``gained`` and ``recheck`` (two that were not
compared before now are).
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from skyledger.link.block import area_of, block_keys, dateless_keys, is_dateless, nights_of, start_h, unplaced_keys
from skyledger.link.fact import Fact
from skyledger.link.node import Node
from skyledger.link.policy import LinkPolicy


class BlockIndex:
    """Which nodes are worth comparing, under additions and removals.

    Attributes:
        doubtful: Nodes whose links have to be looked at again with :meth:`is_candidate`.
        recheck: Nodes whose candidates have to be looked at again.
        gained: Pairs that may have become candidates.
    """

    def __init__(self, policy: LinkPolicy) -> None:
        self._policy = policy
        self._max, self._reach = int(policy.limits.max_block), int(policy.limits.block_neighbours)
        self._facts: dict[int, Fact] = {}
        self._runs: dict[int, tuple[int, ...]] = {}
        self._order: dict[int, tuple[float, str]] = {}
        self._blocks: dict[int, int | list[int]] = {}
        self._areas: dict[tuple[str, bool, int], set[str | None]] = defaultdict(set)
        self._unplaced: dict[int, list[int]] = {}
        self._by_words: dict[int, int | set[int]] = {}
        self._dateless: dict[int, set[int]] = {}
        self.doubtful: set[int] = set()
        self.recheck: set[int] = set()
        self.gained: set[tuple[int, int]] = set()

    def add(self, number: int, node: Node, runs: tuple[int, ...]) -> None:
        """List a node with the sketch of its words."""
        fact = node.fact
        self._facts[number], self._runs[number] = fact, runs
        self._order[number] = (start_h(fact), node.id)
        for key in set(block_keys(fact, runs, self._policy)):
            self._join_block(key, number)
        for night in nights_of(fact, self._policy):
            self._areas[(fact.family, fact.background, night)].add(area_of(fact))
        if fact.claim.place is None:
            for key in set(unplaced_keys(fact, runs, self._policy)):
                alike = self._unplaced.setdefault(key, [])
                alike.append(number)
                if len(alike) == self._max + 1:
                    self.doubtful.update(alike)
        for key in set(dateless_keys(fact, runs)):
            self._join_words(key, number, is_dateless(fact))

    def remove(self, number: int) -> None:
        """Strike a node off every list."""
        fact, runs = self._facts[number], self._runs[number]
        for key in set(block_keys(fact, runs, self._policy)):
            self._leave_block(key, number)
        if fact.claim.place is None:
            for key in set(unplaced_keys(fact, runs, self._policy)):
                alike = self._unplaced[key]
                alike.remove(number)
                if len(alike) == self._max:
                    self.recheck.update(alike)
                if not alike:
                    del self._unplaced[key]
        for key in set(dateless_keys(fact, runs)):
            self._leave_words(key, number, is_dateless(fact))
        del self._facts[number], self._runs[number], self._order[number]

    def candidates(self, number: int) -> set[int]:
        """Return the nodes worth comparing with one."""
        fact, runs = self._facts[number], self._runs[number]
        found: set[int] = set()
        for key in block_keys(fact, runs, self._policy):
            block = self._blocks[key]
            if isinstance(block, list):
                found.update(block if len(block) <= self._max else self._near(block, number))
        found |= self._unplaced_candidates(fact, runs)
        found |= self._dateless_candidates(fact, runs)
        found.discard(number)
        return found

    def listed(self, key: int) -> Collection[int]:
        """Return the nodes of one block, whichever of the three kinds its key is of."""
        block = self._blocks.get(key)
        if block is None:
            block = self._unplaced.get(key)
        if block is None:
            words = self._by_words.get(key, ())
            return (words,) if isinstance(words, int) else words
        return (block,) if isinstance(block, int) else block

    def is_candidate(self, one: int, two: int) -> bool:
        """Tell whether two nodes, both listed, are worth comparing."""
        a, b = self._facts[one], self._facts[two]
        for key in {*self._keys(one)} & {*self._keys(two)}:
            block = self._blocks[key]
            if isinstance(block, list) and (len(block) <= self._max or two in self._near(block, one)):
                return True
        if (a.claim.place is None) != (b.claim.place is None):
            keys = {*unplaced_keys(a, self._runs[one], self._policy)}
            for key in keys.intersection(unplaced_keys(b, self._runs[two], self._policy)):
                if len(self._unplaced[key]) <= self._max:
                    return True
        if is_dateless(a) or is_dateless(b):
            words = {*dateless_keys(a, self._runs[one])} & {*dateless_keys(b, self._runs[two])}
            return any(_size(self._by_words[key]) <= self._max for key in words)
        return False

    def _keys(self, number: int) -> list[int]:
        return block_keys(self._facts[number], self._runs[number], self._policy)

    def _join_block(self, key: int, number: int) -> None:
        block = self._blocks.get(key)
        if block is None:
            self._blocks[key] = number
            return
        if isinstance(block, int):
            self._blocks[key] = [block, number]
            return
        if len(block) < self._max:
            block.append(number)
            return
        if len(block) == self._max:
            block.sort(key=self._order.__getitem__)
            self.doubtful.update(block)
        else:
            at = bisect_left(block, self._order[number], key=self._order.__getitem__)
            self.doubtful.update(block[max(at - self._reach, 0) : at])
        insort(block, number, key=self._order.__getitem__)

    def _leave_block(self, key: int, number: int) -> None:
        block = self._blocks[key]
        if isinstance(block, int):
            del self._blocks[key]
            return
        at = block.index(number)
        del block[at]
        if len(block) > self._max:
            for place in range(max(at - self._reach, 0), at):
                if place + self._reach < len(block):
                    self.gained.add((block[place], block[place + self._reach]))
        elif len(block) == self._max:
            self.recheck.update(block)
        elif len(block) == 1:
            self._blocks[key] = block[0]

    def _near(self, block: Sequence[int], number: int) -> Sequence[int]:
        at = bisect_left(block, self._order[number], key=self._order.__getitem__)
        return block[max(at - self._reach, 0) : at + self._reach + 1]

    def _join_words(self, key: int, number: int, dateless: bool) -> None:
        alike = self._by_words.get(key)
        if alike is None:
            self._by_words[key] = number
        elif isinstance(alike, int):
            self._by_words[key] = {alike, number}
        else:
            alike.add(number)
            if len(alike) == self._max + 1:
                self.doubtful.update(self._dateless.get(key, ()))
        if dateless:
            self._dateless.setdefault(key, set()).add(number)

    def _leave_words(self, key: int, number: int, dateless: bool) -> None:
        alike = self._by_words[key]
        if isinstance(alike, int):
            del self._by_words[key]
        else:
            alike.discard(number)
            if len(alike) == self._max:
                self.recheck.update(self._dateless.get(key, ()))
            if len(alike) == 1:
                self._by_words[key] = alike.pop()
        if dateless:
            self._dateless[key].discard(number)
            if not self._dateless[key]:
                del self._dateless[key]

    def _unplaced_candidates(self, fact: Fact, runs: Sequence[int]) -> set[int]:
        found: set[int] = set()
        if not self._unplaced:
            return found
        if fact.claim.place is not None:
            alike = (self._unplaced.get(key, ()) for key in unplaced_keys(fact, runs, self._policy))
            return found.union(*(nodes for nodes in alike if len(nodes) <= self._max))
        for key, places in self._placed_blocks(fact, runs):
            if len(self._unplaced[key]) <= self._max:
                found.update(places)
        return found

    def _placed_blocks(self, fact: Fact, runs: Sequence[int]) -> Iterable[tuple[int, Iterable[int]]]:
        """Yield the key of words and night with the placed nodes that share it, one area after the other."""
        base = (fact.family, fact.background)
        for night in nights_of(fact, self._policy):
            for area in self._areas[(*base, night)]:
                if area is None:
                    continue
                here = hash((base, "text", night, area))
                for run in runs:
                    block = self._blocks.get(hash((here, run)))
                    if block is not None:
                        yield hash((*base, night, run)), [block] if isinstance(block, int) else block

    def _dateless_candidates(self, fact: Fact, runs: Sequence[int]) -> set[int]:
        found: set[int] = set()
        if not self._dateless:
            return found
        index = self._by_words if is_dateless(fact) else self._dateless
        for key in dateless_keys(fact, runs):
            if key in index and _size(self._by_words[key]) <= self._max:
                alike = index[key]
                found.update([alike] if isinstance(alike, int) else alike)
        return found


def _size(alike: int | set[int]) -> int:
    return 1 if isinstance(alike, int) else len(alike)

"""Links between nodes, and which nodes hang together: a change goes no further than that."""

from collections.abc import Callable, Iterable

Partners = Callable[[int], Iterable[int]]


class LinkGraph:
    """The links that hold, and the components they make.

    Changes only note which nodes they touch; :meth:`settle` then finds the components anew, of those nodes only.
    """

    def __init__(self) -> None:
        self._links: dict[int, dict[int, float]] = {}
        self._home: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._touched: set[int] = set()
        self._next = 0

    def links_of(self, node: int) -> dict[int, float]:
        """Return the scores of a node's links by the other node."""
        return self._links.get(node, {})

    def touch(self, node: int) -> None:
        """Note that the component of a node, new or known, has to be settled again."""
        self._touched.add(node)

    def connect(self, one: int, two: int, score: float) -> None:
        """Link two nodes."""
        self._links.setdefault(one, {})[two] = score
        self._links.setdefault(two, {})[one] = score
        self._touched |= {one, two}

    def disconnect(self, one: int, two: int) -> None:
        """Take a link away."""
        for here, there in ((one, two), (two, one)):
            links = self._links[here]
            del links[there]
            if not links:
                del self._links[here]
        self._touched |= {one, two}

    def remove(self, node: int) -> None:
        """Take a node with all its links away."""
        for other in list(self.links_of(node)):
            self.disconnect(node, other)
        self._touched.add(node)

    def settle(self, alive: Callable[[int], bool], partners: Partners) -> tuple[list[int], dict[int, list[int]]]:
        """Find the components of all touched nodes anew.

        Args:
            alive: Whether a node still exists.
            partners: Nodes that hang together with one for another reason than a link (judgements).

        Returns:
            The numbers of the components that are no more, and the new ones: their nodes by number.
        """
        gone: set[int] = set()
        pool: set[int] = set()
        waiting = list(self._touched)
        self._touched = set()
        while waiting:
            node = waiting.pop()
            home = self._home.get(node)
            if home is not None and home not in gone:
                gone.add(home)
                waiting += self._members[home]
            if node in pool or not alive(node):
                continue
            pool.add(node)
            waiting += [n for n in (*self.links_of(node), *partners(node)) if n not in pool]
        for home in gone:
            for node in self._members.pop(home):
                del self._home[node]
        return sorted(gone), self._gather(pool, partners)

    def _gather(self, pool: set[int], partners: Partners) -> dict[int, list[int]]:
        made: dict[int, list[int]] = {}
        while pool:
            members, waiting = [], [pool.pop()]
            while waiting:
                node = waiting.pop()
                members.append(node)
                found = pool.intersection((*self.links_of(node), *partners(node)))
                pool -= found
                waiting += found
            self._next += 1
            made[self._next] = self._members[self._next] = members
            for node in members:
                self._home[node] = self._next
        return made

"""What a filter finds among released nights; counts and headline are made when first asked for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from skyledger.flow.night_release import NightRelease
from skyledger.publish.at_a_glance import Headline, build_headline
from skyledger.publish.facets import Facet, count_facets
from skyledger.publish.matching import Condition, Item
from skyledger.publish.selection import Filter


class Match:
    """The items that meet every condition: latest night first, then by id; those without a night last.

    Attributes:
        filter: With its nights filled in.
        nights: What was looked through.
    """

    def __init__(self, filter: Filter, nights: Sequence[NightRelease], conditions: Mapping[str, Condition]) -> None:
        self.filter = filter
        self.nights = tuple(nights)
        self._conditions = dict(conditions)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items, in order."""
        # Nights come in this order, and the items of a night by id.
        found = list(self._candidates())
        for test in self._conditions.values():
            found = list(filter(test, found))
        return tuple(found)

    def _candidates(self) -> Iterator[Item]:
        first, last = self.filter.night_from or date.min, self.filter.night_to or date.max
        bounded = bool(self.filter.night_from or self.filter.night_to)
        for night in self.nights:
            yield from night.items_of(first, last) if bounded else night.items

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """Counts of every field."""
        return count_facets(self._candidates(), self._conditions)

    @cached_property
    def headline(self) -> Headline:
        """The selection at a glance."""
        return build_headline(self.items)

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each incident stands in the order, by id."""
        return {item.row.id: place for place, item in enumerate(self.items)}

"""What a filter finds among released nights; counts and headline are made when first asked for."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from skyledger.flow.night_release import NightRelease
from skyledger.publish.at_a_glance import Headline, build_headline
from skyledger.publish.facets import Facet, count_facets
from skyledger.publish.matching import Condition, Item
from skyledger.publish.selection import Filter


class Match:
    """The items of some nights that meet every condition, latest night first, then by id; those without night last.

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
        tests = list(self._conditions.values())
        found = [item for night in self.nights for item in night.items if all(test(item) for test in tests)]
        found.sort(key=lambda item: item.row.id)
        found.sort(key=lambda item: item.night, reverse=True)
        return tuple(found)

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """Counts of every field."""
        return count_facets((item for night in self.nights for item in night.items), self._conditions)

    @cached_property
    def headline(self) -> Headline:
        """The selection at a glance."""
        return build_headline(self.items)

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each incident stands in the order, by id."""
        return {item.row.id: place for place, item in enumerate(self.items)}

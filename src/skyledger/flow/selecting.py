"""The one selection behind screen, files, feeds and charts: whatever shows incidents asks here.

So an export is what the screen shows: both are the same rows, found by the same filter, under the same policy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from skyledger.errors import NotFoundError
from skyledger.flow.match import Match
from skyledger.flow.night_release import release_one
from skyledger.flow.shelf import Look, Shelf, shelf_of
from skyledger.flow.wording import words_condition
from skyledger.publish.at_a_glance import build_headline
from skyledger.publish.matching import Item, conditions
from skyledger.publish.retold import retold
from skyledger.publish.reworded import reworded, reworded_facet
from skyledger.publish.rows import Row
from skyledger.publish.selection import Filter, ParameterError, write_filter
from skyledger.say import language, say, speaking

if TYPE_CHECKING:
    from skyledger.ledger import Ledger
    from skyledger.model import Incident
    from skyledger.publish.at_a_glance import Headline
    from skyledger.publish.facets import Facet
    from skyledger.publish.policy import Released, ReleasePolicy

_LONGEST_WINDOW_DAYS = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """What may be shown of what was asked for.

    Attributes:
        filter: As asked for, with the night filled in that was meant.
        items: The page: rows with what is asked of them; latest night first, then by id.
        total: How many there are on all pages.
        next_after: What to ask the next page with; None on the last.
        policy: Under which it was released.
        as_of: The instant as of which the ledger was looked at; None is now.
        now: When it was asked.
    """

    filter: Filter
    items: tuple[Item, ...]
    total: int
    next_after: str | None
    policy: ReleasePolicy
    as_of: datetime | None
    now: datetime
    _match: Match = field(repr=False)
    _shelf: Shelf = field(repr=False)
    _look: Look = field(repr=False)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the page, in the language that is spoken."""
        return tuple(reworded(item.row) for item in self.items)

    @property
    def query(self) -> str:
        """The filter as the query of an address."""
        return write_filter(self.filter)

    @property
    def known_at(self) -> datetime | None:
        """When the last thing arrived that is taken into account; None while nothing has."""
        return self._look.settled_at

    @property
    def facets(self) -> tuple[Facet, ...]:
        """Counts over all pages, each with its own condition left out."""
        with speaking("en"):
            facets = self._match.facets
        return tuple(map(reworded_facet, facets))

    @property
    def headline(self) -> Headline:
        """All pages at a glance."""
        return self._match.headline if language() == "en" else build_headline(self._match.items)

    @property
    def nights(self) -> tuple[date, ...]:
        """The nights of the page, latest first."""
        labels = dict.fromkeys(item.row.night for item in self.items if item.row.night is not None)
        return tuple(date.fromisoformat(label) for label in labels)

    def whole(self) -> Iterator[tuple[Row, Incident, Released]]:
        """Yield each row of the page with its released incident and the release with its texts and claims."""
        label, released, incidents = "", None, {}
        for item in self.items:
            if released is None or item.night != label:
                label = item.night
                released = retold(self._shelf.whole(self._look, date.fromisoformat(label) if label else None))
                incidents = {incident.id: incident for incident in released.incidents}
            yield reworded(item.row), incidents[item.row.id], released


def select(
    ledger: Ledger,
    filter: Filter | None = None,
    *,
    now: datetime,
    policy: ReleasePolicy | None = None,
    after: str | None = None,
    limit: int | None = None,
) -> Selected:
    """Find the incidents that may be shown and meet a filter.

    Args:
        ledger: Where to look.
        filter: None asks for the last night that has incidents to show.
        now: Aware; what policy measures delays from.
        policy: None is the private one.
        after: What the page before said.
        limit: Incidents a page; None is all.

    Raises:
        ParameterError: ``after`` is no place in this selection, or ``q`` holds no word.
    """
    from skyledger.publish.policy import private_policy

    policy = policy or private_policy()
    shelf = shelf_of(ledger, policy)
    return select_at(shelf, shelf.look(ledger, now), filter, after=after, limit=limit)


def select_at(
    shelf: Shelf, look: Look, filter: Filter | None = None, *, after: str | None = None, limit: int | None = None
) -> Selected:
    """Do what :func:`select` does, where the ledger was looked at already."""
    asked = _with_night(shelf, look, filter or Filter())
    match = _match(shelf, look, asked)
    first = 0 if not after else _place_after(match, after)
    last = len(match.items) if limit is None else first + limit
    page = match.items[first:last]
    return Selected(
        filter=asked,
        items=page,
        total=len(match.items),
        next_after=page[-1].row.id if page and last < len(match.items) else None,
        policy=shelf.policy,
        as_of=look.ledger.as_of,
        now=look.now,
        _match=match,
        _shelf=shelf,
        _look=look,
    )


def find_released(
    ledger: Ledger, id: str, *, now: datetime, policy: ReleasePolicy | None = None
) -> tuple[Row, Incident, Released]:
    """Return one incident that may be shown, with the release of its night.

    Raises:
        NotFoundError: It does not stand, or may not be shown.
    """
    from skyledger.publish.policy import private_policy

    shelf = shelf_of(ledger, policy or private_policy())
    return find_at(shelf, shelf.look(ledger, now), id)


def find_at(shelf: Shelf, look: Look, id: str) -> tuple[Row, Incident, Released]:
    """Do what :func:`find_released` does, where the ledger was looked at already."""
    for incident in look.known.find(ids=[id]):
        night = shelf.night(look, None if incident.night is None else date.fromisoformat(incident.night))
        row = next((item.row for item in (*night.items, *night.aside) if item.row.id == id), None)
        if row is None:
            continue
        released = release_one(look.ledger, incident, night, shelf.policy, look.now)
        if released.incidents:
            return reworded(row), released.incidents[0], released
    raise NotFoundError(say("{id}: no incident of that id may be shown", id=id))


def _with_night(shelf: Shelf, look: Look, filter: Filter) -> Filter:
    """Fill in the last night that has something to show, where a filter says nothing of time."""
    if filter.says_when:
        return filter
    for label in shelf.labels(look):
        if shelf.night(look, label).items:
            return replace(filter, night_from=label, night_to=label)
    return filter


def nights_of(shelf: Shelf, look: Look, filter: Filter) -> list[date | None]:
    """Return the nights that can hold what a filter asks for; None are the incidents without a night."""
    labels: list[date | None] = list(shelf.labels(look))
    if filter.id:
        found = look.known.find(ids=filter.id)
        named = {None if incident.night is None else date.fromisoformat(incident.night) for incident in found}
        return [label for label in (*labels, None) if label in named]
    first, last = filter.night_from or date.min, filter.night_to or date.max
    if filter.datetime is not None:
        start, end = filter.datetime
        first = max(first, _days_from(start, -1)) if start is not None else first
        # A window over several nights is labelled by its last one.
        last = min(last, _days_from(end, _LONGEST_WINDOW_DAYS)) if end is not None else last
    nights: list[date | None] = [label for label in labels if label is not None and first <= label <= last]
    # What has no night has no time either, so that an interval of time cannot be touched by it.
    return nights if filter.datetime is not None else [*nights, None]


def _days_from(moment: datetime, days: int) -> date:
    try:
        return moment.date() + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def _match(shelf: Shelf, look: Look, filter: Filter) -> Match:
    nights = [shelf.night(look, label) for label in nights_of(shelf, look, filter)]
    known = shelf.known_match(filter, nights)
    if known is not None:
        return known
    words = words_condition(look.ledger, filter.q, nights) if filter.q else None
    asked = conditions(filter, holds_words=words)
    return shelf.keep_match(Match(filter, nights, asked))


def _place_after(match: Match, after: str) -> int:
    place = match.places.get(after)
    if place is None:
        raise ParameterError("after", say("is no incident of this selection; begin again without it"))
    return place + 1

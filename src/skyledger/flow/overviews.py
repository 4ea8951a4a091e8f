"""Nights, regions, airports and closed times over all that may be shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from skyledger.model import Kind
from skyledger.model.kinds import BY_THE_CLOCK

if TYPE_CHECKING:
    from skyledger.flow.night_release import NightRelease
    from skyledger.flow.shelf import Look, Shelf
    from skyledger.model import Incident
    from skyledger.publish.matching import Item
    from skyledger.publish.overview import Closure

_KINDS = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING)


def every_night(shelf: Shelf, look: Look) -> list[NightRelease]:
    """Return all nights released, latest first, then what has no night."""
    return [shelf.night(look, label) for label in (*shelf.labels(look), None)]


def items_by_region(shelf: Shelf, look: Look) -> dict[str, list[Item]]:
    """Return every incident that may be shown by the regions it lies in or names, latest night first."""
    found: dict[str, list[Item]] = {}
    for night in every_night(shelf, look):
        for region, items in night.by_region.items():
            found.setdefault(region, []).extend(items)
    return found


def items_at_airports(shelf: Shelf, look: Look) -> list[Item]:
    """Return every incident that may be shown and is at an airport, latest night first."""
    return [item for night in every_night(shelf, look) for item in night.at_airports]


def closures_of(shelf: Shelf, look: Look, began: tuple[datetime, datetime] | None = None) -> tuple[Closure, ...]:
    """Return the closed times that rest on incidents which may be shown.

    Args:
        shelf: Of released nights.
        look: The moment.
        began: Those that began between these; None is all.
    """
    from skyledger.publish.overview import show_closures
    from skyledger.reconcile import load_reconcile_policy, pair_closures

    reach = timedelta(hours=3 * load_reconcile_policy().max_closed_h)
    near = None if began is None else (_earlier(began[0], reach), began[1] + reach)
    found = {incident.id: incident for incident in look.known.find(kinds=_KINDS, began=near)}
    if near is not None:
        undated = [id for id, told in _announced(shelf, look, {None}).items() if near[0] <= told <= near[1]]
        found |= {incident.id: incident for incident in look.known.find(kinds=_KINDS, ids=undated)}
    nights = {incident.id: incident.night for incident in found.values()}
    hourless = {incident.night for incident in found.values() if not _has_hour(incident)}
    pairs = pair_closures(found.values(), announced=_announced(shelf, look, hourless))
    wanted = [
        p for p in pairs if began is None or (p.closed_from is not None and began[0] <= p.closed_from <= began[1])
    ]
    labels = {nights[id] for pair in wanted for id in (pair.closure, pair.reopening) if id is not None}
    shown = _shown(shelf, look, labels)
    return show_closures(
        pair
        if pair.reopening in shown
        else replace(pair, reopening=None, opened_at=None if pair.reopening else pair.opened_at)
        for pair in wanted
        if pair.closure in shown
    )


def _has_hour(incident: Incident) -> bool:
    return incident.window is not None and incident.window.precision in BY_THE_CLOCK


def _announced(shelf: Shelf, look: Look, labels: Collection[str | None]) -> dict[str, datetime]:
    """Return when what airports announced in some nights was first told of, by incident."""
    items = (item for night in _nights(shelf, look, labels) for item in night.at_airports)
    return {item.row.id: item.announced for item in items if item.announced is not None}


def _earlier(moment: datetime, by: timedelta) -> datetime:
    return moment - by if moment - datetime.min.replace(tzinfo=moment.tzinfo) > by else moment


def _shown(shelf: Shelf, look: Look, labels: Iterable[str | None]) -> set[str]:
    return {item.row.id for night in _nights(shelf, look, labels) for item in night.items}


def _nights(shelf: Shelf, look: Look, labels: Iterable[str | None]) -> Iterator[NightRelease]:
    return (shelf.night(look, None if label is None else date.fromisoformat(label)) for label in labels)

"""Released incidents as the events that effects and the mix of weapons are measured from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from skyledger.assess.events import Event
from skyledger.model import Fate, Kind, ObjectType
from skyledger.model.kinds import BY_THE_CLOCK
from skyledger.model.night import night_of_post

if TYPE_CHECKING:
    from skyledger.flow.shelf import Look, Shelf
    from skyledger.publish.matching import Item
    from skyledger.publish.rows import RowWindow

AIRPORT = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING)
_DATED = frozenset(kind.value for kind in (*AIRPORT, Kind.DIVERSION))
# Outlets that announce what they do themselves, as do channels whose owner speaks: the text is the act, no news of it.
_OFFICIAL = frozenset(("official", "regulator", "notice"))
_RESTORED = "effect.restored"
_ONE_NIGHT = timedelta(hours=36)


def events_of(shelf: Shelf, look: Look, first: date, last: date) -> list[Event]:
    """Return what may be shown of the nights from ``first`` to ``last``, and what of airports was announced in them.

    Retracted incidents are left out.
    """
    labels = [label for label in shelf.labels(look) if first <= label <= last]
    items = [item for label in labels for item in shelf.night(look, label).items]
    undated = [item for item in shelf.night(look, None).items if item.row.kind in _DATED and _near(item, first, last)]
    items = [item for item in (*items, *undated) if item.row.status != "retracted"]
    texts = {id for item in items if item.row.kind in _DATED for id in item.first_texts}
    announced = _announcements(look, texts) if texts else {}
    restored = _restored(look, items)
    events = [_event(item, announced, restored) for item in items]
    return [e for e in events if e.night is None or first <= e.night <= last]


def _near(item: Item, first: date, last: date) -> bool:
    return item.posted is not None and first <= item.posted[0] + timedelta(days=1) and item.posted[0] <= last


def _restored(look: Look, items: Iterable[Item]) -> dict[str, datetime]:
    """Return when texts of power cuts said that power was back, by incident."""
    cuts = {item.row.id: item.first_texts for item in items if item.row.kind == Kind.POWER_OUTAGE.value}
    ids = {id for texts in cuts.values() for id in texts}
    if not ids:
        return {}
    noted = {i.document_id for i in look.ledger.issues(documents=ids) if i.code == _RESTORED}
    documents = look.ledger.documents(noted) if noted else {}
    times = {id: d.published_at for id, d in documents.items() if d.published_at is not None}
    found = {incident: [times[id] for id in texts if id in times] for incident, texts in cuts.items()}
    return {incident: min(told) for incident, told in found.items() if told}


def _event(item: Item, announcements: Mapping[str, datetime], restored: Mapping[str, datetime]) -> Event:
    row = item.row
    announced = min((announcements[id] for id in item.first_texts if id in announcements), default=None)
    start, end = _hours(row.window)
    night = None if row.night is None else date.fromisoformat(row.night)
    if night is None and announced is not None:
        night = night_of_post(announced)
    return Event(
        incident=row.id,
        night=night,
        kind=Kind(row.kind),
        fate=None if row.fate is None else Fate(row.fate),
        object=None if row.object is None else ObjectType(row.object),
        regions=item.regions,
        country=None if row.place is None else row.place.country,
        airport=None if row.place is None else row.place.airport,
        name="" if row.place is None else row.place.name,
        start=start,
        end=end,
        announced=announced,
        restored_by=restored.get(row.id),
        nights=_nights(row.window),
        figures={figure.field: (figure.low, figure.high) for figure in row.figures},
        speakers=frozenset(speaker.id for speaker in row.speakers),
    )


def _nights(window: RowWindow | None) -> int:
    """Return over how many nights a window goes: one up to a day and a half, then one a day."""
    if window is None or window.start is None or window.end is None or window.end - window.start <= _ONE_NIGHT:
        return 1
    return max(1, round((window.end - window.start) / timedelta(days=1)))


def _announcements(look: Look, texts: Iterable[str]) -> dict[str, datetime]:
    """Return when the texts of those were published who announce what they do themselves."""
    documents = look.ledger.documents(texts)
    owned = {c.document_id for c in look.ledger.claims(documents=documents) if c.speaker and not c.speaker.text}
    return {
        id: text.published_at
        for id, text in documents.items()
        if text.published_at is not None and (text.outlet.type in _OFFICIAL or id in owned)
    }


def _hours(window: RowWindow | None) -> tuple[datetime | None, datetime | None]:
    return (window.start, window.end) if window is not None and window.precision in BY_THE_CLOCK else (None, None)

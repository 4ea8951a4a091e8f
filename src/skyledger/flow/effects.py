"""A ledger -> what attacks did over some nights, and the mix of weapons: from what may be shown, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from skyledger.assess.airports import Basis, Closing, Moment, measure_airports
from skyledger.assess.events import Event
from skyledger.assess.harm import measure_harm
from skyledger.errors import NotFoundError
from skyledger.flow.shelf import shelf_of
from skyledger.flow.told import AIRPORT, events_of
from skyledger.model import Kind, TimePrecision, TimeRange
from skyledger.packs.load import load_packs
from skyledger.say import say

if TYPE_CHECKING:
    from skyledger.assess.mix import Mix
    from skyledger.flow.shelf import Look, Shelf
    from skyledger.ledger import Ledger
    from skyledger.publish.effects.effects import Effects
    from skyledger.publish.policy import ReleasePolicy

DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class AskEffects:
    """What is asked.

    Attributes:
        area: A region (ISO 3166-2) or a country (ISO 3166-1); None is all.
        until: Last night; None takes the last one with claims.
        days: How many nights.
    """

    area: str | None = None
    until: date | None = None
    days: int = DAYS


def effects(ledger: Ledger, ask: AskEffects, *, now: datetime, policy: ReleasePolicy | None = None) -> Effects:
    """Return what attacks did over some nights.

    Args:
        ledger: What is known.
        ask: Where and when.
        now: Aware; what policy measures delays from.
        policy: None is the private one.

    Raises:
        NotFoundError: No such region or country, or the ledger has no night yet.
    """
    from skyledger.publish.policy import private_policy

    shelf = shelf_of(ledger, policy or private_policy())
    look = shelf.look(ledger, now)
    return replace(effects_at(shelf, look, ask), mix=mix_at(shelf, look, ask))


def effects_at(shelf: Shelf, look: Look, ask: AskEffects) -> Effects:
    """Do what :func:`effects` does without the mix, where the ledger was looked at already."""
    from skyledger.publish.effects.effects import build_effects

    first, last = nights_asked(look, ask)
    told = [e for e in events_of(shelf, look, first, last) if e.lies_in(ask.area)]
    nights = {e.night for e in told if e.night is not None}
    return build_effects(
        first=first,
        last=last,
        area=ask.area,
        policy=shelf.policy.name,
        told=len(nights),
        airports=measure_airports(_closings(look, told), told),
        regions=[r for r in measure_harm(told) if ask.area is None or _within(r.region, ask.area)],
    )


def mix_at(shelf: Shelf, look: Look, ask: AskEffects) -> Mix:
    """Return the mix of weapons up to the night asked for; without an area, of the country most is reported of."""
    from skyledger.assess.mix import BEFORE_NIGHTS, RECENT_NIGHTS
    from skyledger.assess.objects import measure_mix

    _, last = nights_asked(look, ask)
    first = last - timedelta(days=RECENT_NIGHTS + BEFORE_NIGHTS - 1)
    told = events_of(shelf, look, first, last)
    area = ask.area or _most_told(told)
    return replace(measure_mix([e for e in told if e.lies_in(area)], last), area=area)


def nights_asked(look: Look, ask: AskEffects) -> tuple[date, date]:
    """Return the first and last night of a question.

    Raises:
        NotFoundError: No such region or country, or the ledger has no night yet.
    """
    if ask.area is not None and ask.area not in load_packs().places:
        raise NotFoundError(
            say("{area}: no such region or country; ids are ISO 3166, such as RU-KLU, UA-63 or UA", area=ask.area)
        )
    last = look.known.choose_night(None) if ask.until is None else ask.until
    if last - date.min < timedelta(days=ask.days + DAYS):
        raise NotFoundError(say("{last}: no claims for this night", last=last))
    return last - timedelta(days=ask.days - 1), last


def _within(region: str, area: str) -> bool:
    return region == area or region.startswith(f"{area}-")


def _most_told(events: Iterable[Event]) -> str | None:
    nights = {
        (country, e.night)
        for e in events
        if e.kind in (Kind.INTERCEPTION, Kind.ATTACK) and e.night is not None
        for country in ({e.country} if e.country else {r.partition("-")[0] for r in e.regions})
    }
    counted = Counter(country for country, _ in nights)
    return max(counted, key=lambda c: (counted[c], c), default=None)


def _closings(look: Look, told: Sequence[Event]) -> list[Closing]:
    """Pair closings with reopenings by the rule of the ledger; hours nobody stated are those of the announcement."""
    from skyledger.reconcile import pair_closures

    events = {e.incident: e for e in told if e.kind in AIRPORT and e.airport is not None}
    incidents = look.known.find(ids=events) if events else ()
    timed = [replace(i, window=_window(events[i.id])) for i in incidents]
    found = []
    for pair in pair_closures(timed):
        event = events[pair.closure]
        reopening = None if pair.reopening is None else events[pair.reopening]
        ended = event.end if event.start is not None else None
        found.append(
            Closing(
                airport=pair.place.id,
                name=event.name,
                region=pair.place.region,
                night=event.night,
                closed=_moment(event),
                opened=_moment(reopening) if reopening is not None else _stated(ended),
                closure=pair.closure,
                reopening=pair.reopening,
            )
        )
    return found


def _window(event: Event) -> TimeRange | None:
    moment = _moment(event)
    if moment is None:
        return None
    end = event.end if event.start is not None and event.kind is Kind.AIRSPACE_CLOSURE else None
    return TimeRange(start=moment.at, end=end, precision=TimePrecision.MINUTE)


def _moment(event: Event) -> Moment | None:
    return _stated(event.start or event.end) or (
        None if event.announced is None else Moment(at=event.announced, basis=Basis.ANNOUNCED)
    )


def _stated(at: datetime | None) -> Moment | None:
    return None if at is None else Moment(at=at, basis=Basis.STATED)

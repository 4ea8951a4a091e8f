"""Airport closures with their re-openings: two incidents that readers want side by side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from skyledger.model.incident import Incident
from skyledger.model.kinds import BY_THE_CLOCK, Kind
from skyledger.model.place import Place
from skyledger.reconcile.policy import ReconcilePolicy, load_reconcile_policy


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedInterval:
    """One closure of one airport.

    Attributes:
        closed_from: When it closed, None when no closure states a time.
        opened_at: When it reopened, None while nobody has said so.
        closure: Incident id of the closure.
        reopening: Incident id of the reopening, or None.
        closed_told: No hour is stated; ``closed_from`` is when the closing was announced.
        opened_told: Likewise for the reopening.
    """

    place: Place
    closed_from: datetime | None
    opened_at: datetime | None
    closure: str
    reopening: str | None
    closed_told: bool = False
    opened_told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Notice:
    """A closing or reopening with its moment, stated or announced, and its own end where that is stated."""

    incident: Incident
    at: datetime | None
    told: bool
    end: datetime | None


def pair_closures(
    incidents: Iterable[Incident],
    *,
    policy: ReconcilePolicy | None = None,
    announced: Mapping[str, datetime] | None = None,
) -> tuple[ClosedInterval, ...]:
    """Pair each closure with the first reopening after it and before the next closure of that place.

    Args:
        incidents: Incidents of any kind, in any order.
        policy: The reconciling policy, the shipped one when None.
        announced: When each incident was first told of, by its id. Given, it stands in where no hour is stated, and a
            window of a night or a day is no hour; None takes windows as they are.

    Returns:
        One interval per closure with a place, by place and time. A reopening without a known closure stays an
        incident of its own and makes no interval; a closure whose own window has an end is taken to end there.
    """
    policy = load_reconcile_policy() if policy is None else policy
    by_place: dict[str, list[_Notice]] = defaultdict(list)
    for incident in incidents:
        if incident.place is not None and incident.kind in {Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING}:
            by_place[incident.place.id].append(_notice(incident, announced))
    found: list[ClosedInterval] = []
    for _, listed in sorted(by_place.items()):
        found += _pair_one_place(listed, timedelta(hours=policy.max_closed_h))
    return tuple(found)


def _notice(incident: Incident, announced: Mapping[str, datetime] | None) -> _Notice:
    window = incident.window
    if window is not None and (announced is None or window.precision in BY_THE_CLOCK):
        at = window.start or window.end
        if at is not None:
            return _Notice(incident=incident, at=at, told=False, end=None if window.start is None else window.end)
    at = None if announced is None else announced.get(incident.id)
    return _Notice(incident=incident, at=at, told=at is not None, end=None)


def _pair_one_place(notices: list[_Notice], longest: timedelta) -> list[ClosedInterval]:
    closures = sorted((n for n in notices if n.incident.kind is Kind.AIRSPACE_CLOSURE), key=_order)
    free = sorted((n for n in notices if n.incident.kind is Kind.AIRSPACE_REOPENING), key=_order)
    found: list[ClosedInterval] = []
    for number, closure in enumerate(closures):
        following = closures[number + 1] if number + 1 < len(closures) else None
        reopening = next((r for r in free if _follows(r, closure, following, longest)), None)
        if reopening is not None:
            free.remove(reopening)
        found.append(_interval(closure, reopening))
    return found


def _order(notice: _Notice) -> tuple[float, str]:
    return (float("inf") if notice.at is None else notice.at.timestamp(), notice.incident.id)


def _follows(reopening: _Notice, closure: _Notice, following: _Notice | None, longest: timedelta) -> bool:
    opened, closed = reopening.at, closure.at
    if opened is None or closed is None or not closed <= opened <= closed + longest:
        return False
    later = None if following is None else following.at
    return later is None or opened < later or later == closed


def _interval(closure: _Notice, reopening: _Notice | None) -> ClosedInterval:
    place = closure.incident.place
    opened = None if reopening is None else reopening.at
    if place is None:  # callers group by place, so this is for the type checker and for misuse
        raise ValueError(f"{closure.incident.id}: a closure without a place has no interval")
    return ClosedInterval(
        place=place,
        closed_from=closure.at,
        opened_at=opened or closure.end,
        closure=closure.incident.id,
        reopening=None if reopening is None else reopening.incident.id,
        closed_told=closure.told,
        opened_told=reopening is not None and reopening.told,
    )

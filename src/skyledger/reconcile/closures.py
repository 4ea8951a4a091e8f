"""Airport closures with their re-openings: two incidents that readers want side by side."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from skyledger.model.incident import Incident
from skyledger.model.kinds import Kind
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
    """

    place: Place
    closed_from: datetime | None
    opened_at: datetime | None
    closure: str
    reopening: str | None


def pair_closures(
    incidents: Iterable[Incident], *, policy: ReconcilePolicy | None = None
) -> tuple[ClosedInterval, ...]:
    """Pair each closure with the first reopening after it and before the next closure of that place.

    Args:
        incidents: Incidents of any kind, in any order.
        policy: The reconciling policy, the shipped one when None.

    Returns:
        One interval per closure with a place, by place and time. A reopening without a known closure stays an
        incident of its own and makes no interval; a closure whose own window has an end is taken to end there.
    """
    policy = load_reconcile_policy() if policy is None else policy
    by_place: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        if incident.place is not None and incident.kind in {Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING}:
            by_place[incident.place.id].append(incident)
    found: list[ClosedInterval] = []
    for _, listed in sorted(by_place.items()):
        found += _pair_one_place(listed, timedelta(hours=policy.max_closed_h))
    return tuple(found)


def _pair_one_place(incidents: list[Incident], longest: timedelta) -> list[ClosedInterval]:
    closures = sorted((i for i in incidents if i.kind is Kind.AIRSPACE_CLOSURE), key=_order)
    free = sorted((i for i in incidents if i.kind is Kind.AIRSPACE_REOPENING), key=_order)
    found: list[ClosedInterval] = []
    for number, closure in enumerate(closures):
        following = closures[number + 1] if number + 1 < len(closures) else None
        reopening = next((r for r in free if _follows(r, closure, following, longest)), None)
        if reopening is not None:
            free.remove(reopening)
        found.append(_interval(closure, reopening))
    return found


def _order(incident: Incident) -> tuple[float, str]:
    moment = _moment(incident)
    return (float("inf") if moment is None else moment.timestamp(), incident.id)


def _moment(incident: Incident) -> datetime | None:
    return None if incident.window is None else incident.window.start or incident.window.end


def _follows(reopening: Incident, closure: Incident, following: Incident | None, longest: timedelta) -> bool:
    opened, closed = _moment(reopening), _moment(closure)
    if opened is None or closed is None or not closed <= opened <= closed + longest:
        return False
    later = None if following is None else _moment(following)
    return later is None or opened < later or later == closed


def _interval(closure: Incident, reopening: Incident | None) -> ClosedInterval:
    opened = None if reopening is None else _moment(reopening)
    if opened is None and closure.window is not None and closure.window.start is not None:
        opened = closure.window.end
    if closure.place is None:  # callers group by place, so this is for the type checker and for misuse
        raise ValueError(f"{closure.id}: a closure without a place has no interval")
    return ClosedInterval(
        place=closure.place,
        closed_from=_moment(closure),
        opened_at=opened,
        closure=closure.id,
        reopening=None if reopening is None else reopening.id,
    )

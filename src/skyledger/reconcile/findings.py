"""The numbers of an incident: ranges, never averages; dissent beside support."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from skyledger.model.claim import Claim
from skyledger.model.count import Harm, Interval
from skyledger.model.incident import Finding
from skyledger.model.kinds import Modality, Unit
from skyledger.reconcile.members import Member, claim_ids, denies, harm_of
from skyledger.reconcile.policy import ReconcilePolicy
from skyledger.reconcile.revisions import Standing, count_up, standing_values
from skyledger.reconcile.wording import in_words
from skyledger.say import Told, tell

HARM_FIELDS = ("killed", "injured", "children")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """A finding with what its status rests on.

    Attributes:
        agreeing: Origins whose standing value allows the finding's.
        disagreeing: Origins whose standing value excludes it.
    """

    finding: Finding
    agreeing: tuple[str, ...]
    disagreeing: tuple[str, ...]


def number_findings(members: Sequence[Member], policy: ReconcilePolicy) -> tuple[Reconciled, ...]:
    """Reconcile every number of a group: counts by unit, people killed, injured and children among them.

    Args:
        members: Members oldest first.
        policy: The reconciling policy.

    Returns:
        One result per field and unit that any claim gives.
    """
    asserting = [m for m in members if not denies(m.claim)]
    found: list[Reconciled] = []
    for unit in sorted({m.claim.count.unit for m in asserting if m.claim.count is not None}, key=_unit_rank):
        for detail in _details(asserting, unit):
            result = reconcile_number("count", asserting, _reader_of_count(unit, detail), policy)
            found += [] if result is None else [_with_unit(result, unit, detail)]
    for name in HARM_FIELDS:
        result = reconcile_number(name, asserting, _reader_of_harm(name), policy, cumulative=True)
        found += [] if result is None else [_with_none_reported(result, asserting)]
    return tuple(found)


def reconcile_number(
    field: str,
    members: Sequence[Member],
    read: Callable[[Member], Interval | None],
    policy: ReconcilePolicy,
    *,
    cumulative: bool = False,
) -> Reconciled | None:
    """Reconcile one number across origins.

    The value on which most independent origins agree leads; of equally many, the firm one before the preliminary one,
    then the one whose speaker comes first in the policy's precedence, then the earliest. Within it the value is what
    all its origins allow.

    Args:
        field: Name of the finding.
        members: Members oldest first.
        read: The number of a member, None when it gives none.
        policy: The reconciling policy.
        cumulative: Whether the number only grows with what becomes known (people hurt), so that a later, higher figure
            by another voice of the same side is the next count and no contradiction.

    Returns:
        The result, or None when no member gives the number.
    """
    standing = standing_values(members, read, headline_counts=policy.headline_counts)
    if not standing:
        return None
    if cumulative:
        standing = count_up(standing)
    camps = _camps(standing)
    lead = min(camps, key=lambda camp: _camp_rank(camp, policy))
    interval = _shared(lead)
    against = [s for s in standing if s not in lead]
    finding = Finding(
        field=field,
        value=in_words(interval),
        interval=interval,
        supporting=claim_ids([m for s in lead for m in s.supporting]),
        dissenting=claim_ids([m for s in against for m in s.supporting] + [m for s in standing for m in s.slips]),
        versions=next((s.versions for s in lead if s.versions), ()),
        note=_note(standing, against),
    )
    return Reconciled(
        finding=finding, agreeing=tuple(s.voice for s in lead), disagreeing=tuple(s.voice for s in against)
    )


def _camps(standing: Sequence[Standing]) -> list[list[Standing]]:
    """Group standing values so that all values of a camp allow a common number; narrow values lead."""
    camps: list[list[Standing]] = []
    for one in sorted(standing, key=_width):
        home = next((c for c in camps if _shared(c).overlaps(one.interval)), None)
        if home is None:
            camps.append([one])
        else:
            home.append(one)
    return [[s for s in standing if s in camp] for camp in camps]


def _width(standing: Standing) -> tuple[float, int, str]:
    interval = standing.interval
    return (float("inf") if interval.high is None else interval.high - interval.low, interval.low, standing.voice)


def _shared(camp: Sequence[Standing]) -> Interval:
    highs = [s.interval.high for s in camp if s.interval.high is not None]
    return Interval(low=max(s.interval.low for s in camp), high=min(highs, default=None))


def _camp_rank(
    camp: Sequence[Standing], policy: ReconcilePolicy
) -> tuple[int, bool, int, int, tuple[float, str, int, str]]:
    origins = [s.supporting[0].origin for s in camp]
    measured = sum(1 for o in origins if o.measured)
    roles = [policy.roles.index(o.speaker.role) for o in origins if o.speaker and o.speaker.role in policy.roles]
    attributed = sum(1 for o in origins if o.speaker is not None)
    rank = min(roles, default=len(policy.roles))
    hedged = all(_is_hedged(m.claim) for s in camp for m in s.supporting)
    return (-measured, hedged, -attributed, rank, min(s.supporting[0].order for s in camp))


def _note(standing: Sequence[Standing], against: Sequence[Standing]) -> str:
    parts = [tell(Told.SAYS, who=_name(s), value=in_words(s.interval)) for s in against]
    parts += [s.note for s in standing if s.note]
    return " ".join(parts)


def _name(standing: Standing) -> str:
    origin = standing.supporting[0].origin
    if origin.speaker is not None:
        return origin.speaker.name
    document = standing.supporting[0].document
    outlet = "" if document is None else document.outlet.name or document.outlet.handle
    return tell(Told.UNATTRIBUTED_IN, outlet=outlet or tell(Told.UNNAMED_OUTLET))


def _details(members: Sequence[Member], unit: Unit) -> list[str]:
    """Return the details that split a count; flying things are one count whatever the detail."""
    if unit is Unit.OBJECT:
        return [""]
    return sorted({m.claim.detail for m in members if m.claim.count is not None and m.claim.count.unit is unit})


def _reader_of_count(unit: Unit, detail: str) -> Callable[[Member], Interval | None]:
    def read(member: Member) -> Interval | None:
        count = member.claim.count
        if count is None or count.unit is not unit or (unit is not Unit.OBJECT and member.claim.detail != detail):
            return None
        return count.interval

    return read


def _reader_of_harm(name: str) -> Callable[[Member], Interval | None]:
    def read(member: Member) -> Interval | None:
        harm: Harm | None = harm_of(member.claim)
        if harm is None:
            return None
        return {"killed": harm.killed, "injured": harm.injured, "children": harm.children}[name]

    return read


def _unit_rank(unit: Unit) -> tuple[bool, str]:
    return (unit is not Unit.OBJECT, unit.value)


def _with_unit(result: Reconciled, unit: Unit, detail: str) -> Reconciled:
    if unit is Unit.OBJECT:
        return result
    words = " ".join(w for w in (result.finding.value, unit.value, f"({detail})" if detail else "") if w)
    return _revalued(result, words, result.finding.interval)


def _with_none_reported(result: Reconciled, members: Sequence[Member]) -> Reconciled:
    """Say "none reported" for zero; a preliminary zero is not yet a zero, so its range stays open."""
    if result.finding.interval != Interval(low=0, high=0):
        return result
    supporting = [m.claim for m in members if m.claim.id in result.finding.supporting]
    if all(_is_hedged(c) for c in supporting):
        return _revalued(result, tell(Told.NONE_REPORTED_YET), Interval(low=0, high=None))
    return _revalued(result, tell(Told.NONE_REPORTED), result.finding.interval)


def _is_hedged(claim: Claim) -> bool:
    return claim.modality in {Modality.PRELIMINARY, Modality.UNCONFIRMED}


def _revalued(result: Reconciled, value: str, interval: Interval | None) -> Reconciled:
    return replace(result, finding=replace(result.finding, value=value, interval=interval))

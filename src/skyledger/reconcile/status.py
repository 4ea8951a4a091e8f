"""What the origins behind an incident amount to, with the reason."""

from collections.abc import Sequence

from skyledger.model.incident import Finding, Origin
from skyledger.model.kinds import IncidentStatus, Side
from skyledger.reconcile.facts import last_words
from skyledger.reconcile.findings import HARM_FIELDS, Reconciled
from skyledger.reconcile.members import Member, denies
from skyledger.reconcile.policy import ReconcilePolicy
from skyledger.say import Told, tell

CERTAINTY = (
    IncidentStatus.RETRACTED,
    IncidentStatus.DISPUTED,
    IncidentStatus.SINGLE,
    IncidentStatus.CORROBORATED,
)
"""The ladder: adding a dissenting origin never climbs it (from retracted, a new assertion reopens the question)."""


def count_sides(origins: Sequence[Origin]) -> int:
    """Return how many governments are among the speakers; residents, operators and the unnamed are none."""
    return len({o.speaker.side for o in origins if o.speaker is not None and o.speaker.side is not Side.OTHER})


def decide_status(
    members: Sequence[Member],
    origins: Sequence[Origin],
    numbers: Sequence[Reconciled],
    outcome: Finding | None,
    policy: ReconcilePolicy,
) -> tuple[IncidentStatus, str]:
    """Decide the status of an incident.

    Args:
        members: Members oldest first.
        origins: The group's origins.
        numbers: Reconciled numbers.
        outcome: The outcome finding, None when nobody denies anything.
        policy: The reconciling policy.

    Returns:
        Status and one sentence: retracted (every origin that reported it took it back), disputed (origins exclude
        each other), corroborated (enough independent origins), else single.
    """
    retracted = _retraction(numbers, outcome)
    if retracted:
        return IncidentStatus.RETRACTED, retracted
    dispute = _dispute(members, numbers, outcome)
    if dispute:
        return IncidentStatus.DISPUTED, dispute
    measured = [o for o in origins if o.measured]
    if len(measured) >= policy.corroborated_origins:
        return IncidentStatus.CORROBORATED, tell(Told.CORROBORATED, **_tally(origins))
    if len(origins) > 1:
        return IncidentStatus.SINGLE, tell(Told.PARTLY_MEASURED, **_tally(origins), measured=len(measured))
    who = origins[0].speaker.name if origins[0].speaker is not None else tell(Told.UNATTRIBUTED)
    copies = len(origins[0].documents)
    if not origins[0].measured and copies > 1:
        return IncidentStatus.SINGLE, tell(Told.NOBODY_NAMED, copies=copies)
    if copies > 1:
        return IncidentStatus.SINGLE, tell(Told.ALL_GO_BACK, copies=copies, who=who)
    return IncidentStatus.SINGLE, tell(Told.ONLY_ONE_SAYS, who=who)


def _tally(origins: Sequence[Origin]) -> dict[str, int]:
    return {"origins": len(origins), "sides": count_sides(origins)}


def _retraction(numbers: Sequence[Reconciled], outcome: Finding | None) -> str:
    if outcome is not None and outcome.value == "denied" and outcome.dissenting:
        return tell(Told.DENIED_LATER)
    harm = [n for n in numbers if n.finding.field in HARM_FIELDS]
    taken_back = [n for n in harm if _is_zero(n) and any(v.interval and v.interval.low > 0 for v in n.finding.versions)]
    if taken_back and all(_is_zero(n) and not n.disagreeing for n in harm):
        return tell(Told.HARM_TAKEN_BACK)
    return ""


def _is_zero(number: Reconciled) -> bool:
    return number.finding.value.startswith("none reported") or number.finding.value == "0"


def _dispute(members: Sequence[Member], numbers: Sequence[Reconciled], outcome: Finding | None) -> str:
    if outcome is not None and len({denies(m.claim) for m in last_words(members).values()}) > 1:
        return tell(Told.ONE_DENIES)
    for number in numbers:
        if number.disagreeing:
            field, value, note = number.finding.field, number.finding.value, number.finding.note
            code = Told.FIGURES_DIFFER if note else Told.FIGURES_DIFFER_ONLY
            return tell(code, field=field, value=value, note=note)
    return ""

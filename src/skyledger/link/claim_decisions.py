"""Human decisions about single claims, applied before anything is linked: they outrank what the rules read.

``reject`` and ``hold`` keep a claim out of every incident (it stays in the ledger and ``why`` still shows it),
``accept`` takes a held or rejected one in again, ``correct`` sets fields. The latest decision about a claim in force
counts; corrections add up.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from skyledger.errors import UsageError
from skyledger.model.claim import Claim
from skyledger.model.count import Count, Harm, Interval
from skyledger.model.decision import Decision
from skyledger.model.kinds import ClaimStatus, Qualifier, Unit

CORRECTABLE = ("count", "killed", "injured", "children", "status", "aggregate")
_HARM = ("killed", "injured", "children")


def apply_decisions(claims: Iterable[Claim], decisions: Sequence[Decision]) -> tuple[Claim, ...]:
    """Return the claims as people have judged them.

    Args:
        claims: In any order.
        decisions: Those in force, in the order made (``Ledger.active_decisions``).

    Returns:
        The claims in their order, without those held or rejected, with corrected fields.
    """
    out: set[str] = set()
    corrected: dict[str, dict[str, Any]] = {}
    for decision in decisions:
        target = decision.targets[0] if decision.targets else ""
        if decision.verb in ("reject", "hold"):
            out.add(target)
        elif decision.verb == "accept":
            out.discard(target)
        elif decision.verb == "correct":
            corrected.setdefault(target, {}).update(read_correction(decision.value))
    kept = (claim for claim in claims if claim.id not in out)
    return tuple(_correct(claim, corrected[claim.id]) if claim.id in corrected else claim for claim in kept)


def read_correction(value: str) -> dict[str, Any]:
    """Read what ``correct`` sets: a JSON object such as ``{"count": 14}``, ``{"killed": [1, 2]}``.

    Raises:
        UsageError: It is no JSON object, names a field that cannot be corrected, or a value that the field cannot have.
    """
    try:
        fields = json.loads(value)
    except ValueError as error:
        raise UsageError(f'a correction is a JSON object such as {{"count": 14}}, not {value!r}') from error
    if not isinstance(fields, dict) or not fields:
        raise UsageError(f'a correction is a JSON object such as {{"count": 14}}, not {value!r}')
    for name, wanted in fields.items():
        if name not in CORRECTABLE:
            raise UsageError(f"{name!r} cannot be corrected; only {', '.join(CORRECTABLE)}")
        if name == "status" and wanted not in list(ClaimStatus):
            raise UsageError(f"status is one of {', '.join(ClaimStatus)}, not {wanted!r}")
        if name == "aggregate" and not isinstance(wanted, bool):
            raise UsageError(f"aggregate is true or false, not {wanted!r}")
        if name in ("count", *_HARM):
            _interval(name, wanted)
    return fields


def _interval(name: str, wanted: Any) -> Interval | None:
    """Return the range of 14, [12, 14], [70, null] (no upper bound) or null (not stated)."""
    if wanted is None:
        return None
    low, high = wanted if isinstance(wanted, list) and len(wanted) == 2 else (wanted, wanted)
    if _is_number(low) and (high is None or (_is_number(high) and low <= high)):
        return Interval(low=low, high=high)
    raise UsageError(f"{name} is a number, [low, high], [low, null] or null, not {wanted!r}")


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _correct(claim: Claim, fields: dict[str, Any]) -> Claim:
    if "count" in fields:
        claim = replace(claim, count=_count(claim.count, _interval("count", fields["count"])))
    if named := [name for name in _HARM if name in fields]:
        harm = claim.harm or Harm(killed=None, injured=None, children=None)
        claim = replace(claim, harm=replace(harm, **{name: _interval(name, fields[name]) for name in named}))
    if "status" in fields:
        claim = replace(claim, status=ClaimStatus(fields["status"]))
    return replace(claim, aggregate=fields["aggregate"]) if "aggregate" in fields else claim


def _count(old: Count | None, interval: Interval | None) -> Count | None:
    if interval is None:
        return None
    exact = interval.low == interval.high
    return Count(
        low=interval.low,
        high=interval.high,
        stated=interval.low if exact else None,
        qualifier=Qualifier.EXACT if exact else Qualifier.RANGE,
        unit=Unit.OBJECT if old is None else old.unit,
        text="" if old is None else old.text,
    )

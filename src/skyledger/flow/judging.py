"""People's judgements: recorded, written out, replayed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, cast

from skyledger.errors import NotFoundError, UsageError
from skyledger.flow.known import known_incidents
from skyledger.flow.settling import settle
from skyledger.model import Decision
from skyledger.model.decision import DecisionVerb
from skyledger.model.ids import hash_parts

if TYPE_CHECKING:
    from skyledger.ledger import Ledger


def decide(
    ledger: Ledger, verb: str, targets: Sequence[str], *, why: str, by: str, value: str = "", now: datetime
) -> Decision:
    """Append one judgement.

    Args:
        ledger: Where it is kept.
        verb: accept, hold, reject, correct, same, different, unsure or undo.
        targets: Claim ids; for a pair incident ids too, which stand for the claims they were named after; for ``undo``
            the id of a decision.
        why: The reason; never empty.
        by: Who decides.
        value: What ``correct`` sets, as JSON text.
        now: Aware.

    Returns:
        The decision as kept.

    Raises:
        NotFoundError: A target is not in the ledger.
        UsageError: The decision makes no sense.
    """
    from skyledger.link.claim_decisions import read_correction

    if verb == "correct":
        read_correction(value)
    elif value:
        raise UsageError(f"{verb} sets nothing; --value goes with correct")
    named = tuple(targets) if verb == "undo" else _claims_meant(ledger, targets, now)
    made = Decision(
        id="dec-" + hash_parts(verb, *named, why, by, value, now.isoformat()).hex()[:16],
        verb=cast(DecisionVerb, verb),
        targets=named,
        why=why,
        by=by,
        at=now,
        value=value,
    )
    ledger.decide(made, now)
    settle(ledger, now)
    return made


def _claims_meant(ledger: Ledger, targets: Sequence[str], now: datetime) -> tuple[str, ...]:
    """Return the claims that targets name; an incident, or the one it redirects to, stands for its earliest claim."""
    known = known_incidents(ledger, now) if any(t.startswith("INC-") for t in targets) else None
    by_id: dict[str, str] = {}
    for target in targets:
        incident = known.resolve(target)[0] if known is not None and target.startswith("INC-") else None
        if incident is not None:
            by_id[target] = incident.origins[0].first_claim
    claims = tuple(by_id.get(target, target) for target in targets)
    there = {claim.id for claim in ledger.claims(ids=set(claims))}
    for target, claim in zip(targets, claims, strict=True):
        if claim not in there:
            raise NotFoundError(f"{target}: no claim and no incident of this ledger has this id")
    return claims


def decision_to_json(decision: Decision) -> dict[str, object]:
    """Return a decision as a JSON object."""
    return {**asdict(decision), "targets": list(decision.targets), "at": decision.at.isoformat()}


def decision_to_array(decision: Decision) -> list[object]:
    """Return a decision as one array: id, verb, targets, why, by, at, value."""
    return [*(decision_to_json(decision)[key] for key in DECISION_COLUMNS)]


DECISION_COLUMNS = ("id", "verb", "targets", "why", "by", "at", "value")


def replay_decisions(ledger: Ledger, rows: Sequence[object], name: str, *, now: datetime) -> int:
    """Append exported decisions in their order; those that are in already are left alone.

    Raises:
        UsageError: A row is no decision; nothing was appended then. Or one says something else than the one kept.
    """
    from skyledger.ledger.judgements import check_decision

    read = [_read_decision(row, f"{name}:{number}") for number, row in enumerate(rows, 1)]
    for decision in read:
        check_decision(decision)
    new = sum(ledger.decide(decision, now) for decision in read)
    settle(ledger, now)
    return new


def _read_decision(row: object, where: str) -> Decision:
    from skyledger.link.claim_decisions import read_correction

    try:
        if not isinstance(row, list) or len(row) != len(DECISION_COLUMNS):
            raise ValueError(f"needs {len(DECISION_COLUMNS)} values")
        id, verb, targets, why, by, at, value = row
        if not all(isinstance(text, str) for text in (id, verb, why, by, at, value, *targets)):
            raise ValueError("all but the targets are texts")
        when = datetime.fromisoformat(at)
        if when.tzinfo is None:
            raise ValueError(f"{at} has no time zone")
        if verb == "correct":
            read_correction(value)
    except (TypeError, ValueError) as error:
        raise UsageError(f"{where}: is no decision [{', '.join(DECISION_COLUMNS)}]: {error}") from error
    made = cast(DecisionVerb, verb)
    return Decision(id=id, verb=made, targets=tuple(targets), why=why, by=by, at=when, value=value)

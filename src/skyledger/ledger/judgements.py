"""Which decisions may be appended, and which are in force: pure functions of the list of decisions."""

from collections.abc import Sequence

from skyledger.errors import UsageError
from skyledger.model import Decision

_TARGETS = {"accept": 1, "hold": 1, "reject": 1, "correct": 1, "same": 2, "different": 2, "unsure": 2, "undo": 1}


def check_decision(decision: Decision) -> None:
    """Refuse a decision that makes no sense on its own.

    Raises:
        UsageError: No id, no reason, an unknown verb, or the wrong number of targets.
    """
    name = f"decision {decision.id!r}"
    if not decision.id:
        raise UsageError("a decision needs an id")
    if not decision.why.strip():
        raise UsageError(f"{name} gives no reason; say why")
    expected = _TARGETS.get(decision.verb)
    if expected is None:
        raise UsageError(f"{name} has the unknown verb {decision.verb!r}; one of {', '.join(_TARGETS)}")
    if len(set(decision.targets)) != expected or len(decision.targets) != expected:
        raise UsageError(f"{name}: {decision.verb} needs {expected} different target(s), not {len(decision.targets)}")


def active_of(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the decisions in force, in the order made.

    An ``undo`` hides its target. It may itself be undone, which brings the target back; as it can only name an earlier
    decision, reading from the last to the first settles every chain.
    """
    hidden: set[str] = set()
    for decision in reversed(decisions):
        if decision.verb == "undo" and decision.id not in hidden:
            hidden.update(decision.targets)
    return tuple(d for d in decisions if d.id not in hidden and d.verb != "undo")

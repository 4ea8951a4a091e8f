"""Human judgements about pairs of claims, replayed: they outrank every rule."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from skyledger.model.decision import Decision

Judgement = Literal["same", "different", "unsure"]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """The judgement in force for each pair, and its words."""

    by_pair: dict[Pair, Judgement]
    reasons: dict[Pair, str]

    def pairs(self, judgement: Judgement) -> list[Pair]:
        """Return the pairs judged so, sorted."""
        return sorted(pair for pair, found in self.by_pair.items() if found == judgement)

    @property
    def claims(self) -> frozenset[str]:
        """Return every claim that some judgement names."""
        return frozenset(claim for pair in self.by_pair for claim in pair)


def ordered(one: str, two: str) -> Pair:
    """Return the pair with the smaller id first."""
    return (one, two) if one <= two else (two, one)


def replay_judgements(decisions: Iterable[Decision]) -> Judgements:
    """Replay decisions into the judgements in force.

    Args:
        decisions: All decisions in any order; only same, different, unsure and undo are looked at.

    Returns:
        One judgement a pair: the latest that nobody has undone. An undo may itself be undone.
    """
    listed = sorted(decisions, key=lambda d: (d.at, d.id))
    undone: set[str] = set()
    for decision in reversed(listed):  # a later undo decides first whether an earlier one counts
        if decision.verb == "undo" and decision.id not in undone:
            undone.update(decision.targets)
    by_pair: dict[Pair, Judgement] = {}
    reasons: dict[Pair, str] = {}
    for decision in listed:
        if decision.id in undone or len(decision.targets) != 2:
            continue
        if decision.verb == "same" or decision.verb == "different" or decision.verb == "unsure":
            pair = ordered(*decision.targets)
            by_pair[pair] = decision.verb
            reasons[pair] = f"{decision.by} judged them {decision.verb}: {decision.why}"
    return Judgements(by_pair=by_pair, reasons=reasons)

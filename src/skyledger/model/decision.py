"""Human and rule decisions are records too; they outrank rules and are only ever appended."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

DecisionVerb = Literal["accept", "hold", "reject", "correct", "same", "different", "unsure", "undo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One judgement about a claim or about a pair of claims.

    Attributes:
        targets: One claim id, two claim ids (same, different, unsure), or the id of a decision (undo).
        value: What ``correct`` sets, as JSON text; else ``""``.
        why: The reason in a sentence; never empty.
    """

    id: str
    verb: DecisionVerb
    targets: tuple[str, ...]
    why: str
    by: str
    at: datetime
    value: str = ""

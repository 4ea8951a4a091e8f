"""What claims about the same thing amount to."""

from dataclasses import dataclass
from datetime import datetime

from skyledger.model.count import Interval
from skyledger.model.kinds import Fate, IncidentStatus, Kind, ObjectType, TotalVerdict
from skyledger.model.place import Place
from skyledger.model.speaker import Speaker
from skyledger.model.time_range import TimeRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The first assertion a set of claims goes back to: one speaker's one statement.

    Attributes:
        id: ``o1-<12 hex>``, from the first claim.
        speaker: None when nobody is named ("unattributed").
        first_document: Earliest document that carries it.
        first_claim: Earliest claim.
        documents: All documents that repeat it, earliest first.
        claims: All claims that go back to it.
        reason: One sentence: why these claims are one origin.
        measured: False when it could not be told whether the texts are independent ("unmeasured").
    """

    id: str
    speaker: Speaker | None
    first_document: str
    first_claim: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    reason: str
    measured: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingVersion:
    """One value a speaker gave at one time; the last of a speaker stands."""

    at: datetime | None
    value: str
    interval: Interval | None
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One field of an incident: a value or range, and the claims for and against it.

    Attributes:
        field: count, killed, injured, children, place, window, object, outcome, detail, to, alternate ...
        value: The reconciled value in words (``"40"``, ``"40-42"``, ``"none reported, preliminary"``).
        interval: For numbers, else None.
        supporting: Claim ids; never empty.
        dissenting: Claim ids whose value is incompatible.
        versions: Earlier and later values by the same speaker, oldest first.
        note: One sentence when something needs saying (``"headline says 42"``), else ``""``.
    """

    field: str
    value: str
    interval: Interval | None
    supporting: tuple[str, ...]
    dissenting: tuple[str, ...] = ()
    versions: tuple[FindingVersion, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalCheck:
    """A tally held against its parts (ASSESS: interval arithmetic, no model).

    Attributes:
        tally: Claim id of the total.
        parts: Claim ids of the parts.
        residual: Total less parts, as an interval of what stays unallocated; negative: parts exceed it.
        complete: Whether the source says or shows that the list is complete; None = cannot be told.
        sentence: Both statements in one sentence.
    """

    tally: str
    parts: tuple[str, ...]
    total: Interval
    parts_low: int
    parts_high: int | None
    residual: tuple[int, int | None] | None
    verdict: TotalVerdict
    sentence: str
    complete: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Claims about the same thing, reconciled.

    Attributes:
        id: ``INC-<10 base32>``, from the earliest claim's identity.
        night: ISO date of the morning that labels its night (20:00-08:00 local), or of the day, or None.
        status_reason: One sentence.
        sides: How many governments are among the origins' speakers (2 origins may be 1 side).
    """

    id: str
    kind: Kind
    fate: Fate | None
    object: ObjectType | None
    place: Place | None
    window: TimeRange | None
    night: str | None
    status: IncidentStatus
    status_reason: str
    findings: tuple[Finding, ...]
    origins: tuple[Origin, ...]
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    totals: tuple[TotalCheck, ...] = ()
    sides: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims that link says are about the same thing, with their origins; reconcile makes it an incident.

    Attributes:
        reasons: ``(claim a, claim b, score, sentence)`` for each accepted link.
    """

    claims: tuple[str, ...]
    origins: tuple[Origin, ...]
    reasons: tuple[tuple[str, str, float, str], ...] = ()

"""What a situation report consists of, before any rendering. Every number knows its claims."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from skyledger.model import (
    Claim,
    Document,
    Fate,
    Incident,
    Interval,
    Issue,
    Kind,
    ObjectType,
    Place,
    TimeRange,
    TotalVerdict,
)
from skyledger.publish.policy import ReleasePolicy, Withheld
from skyledger.publish.totals_records import ShownTotal


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number with its proof.

    Attributes:
        field: count, killed, injured, children, airports.
        label: What is counted, in words: ``UAVs downed``.
        value: As shown: ``40``, ``more than 70``, ``none by this statement``, ``not reported``.
        interval: The range, None when not reported.
        claims: Ids of the claims it rests on; empty only when nothing was reported.
        dissenting: Ids of claims that say something incompatible.
        earlier: ``(value, claim id)`` of superseded statements by the same speaker, oldest first.
        hedge: ``preliminary``, ``unconfirmed``, ``denied`` or ``""``.
        note: One sentence, or ``""``.
    """

    field: str
    label: str
    value: str
    interval: Interval | None
    claims: tuple[str, ...]
    dissenting: tuple[str, ...] = ()
    earlier: tuple[tuple[str, str], ...] = ()
    hedge: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One incident as a line of the report.

    Attributes:
        place_words: The place as the documents write it, ``(words, language)``, without repeats.
        tally: Its number is a total over listed parts.
        part_of: Id of the incident whose total contains it, or None. Never added to that total.
        origins: Number of independent first statements.
        measured: False when independence could not be told.
        sides: Number of governments among the speakers.
    """

    incident: str
    kind: Kind
    fate: Fate | None
    object: ObjectType | None
    title: str
    place: Place | None
    place_words: tuple[tuple[str, str], ...]
    window: TimeRange | None
    when: str
    figures: tuple[Figure, ...]
    speakers: tuple[str, ...]
    origins: int
    measured: bool
    sides: int
    status: str
    status_reason: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    tally: bool = False
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One thing the first screen answers, as statements side by side, never summed.

    Attributes:
        figures: ``(figure, line)``; the line is None only for "not reported" and for a sum over one list.
        note: What was left out and why, or ``""``.
        rest: Claims of the statements left out.
    """

    key: str
    label: str
    figures: tuple[tuple[Figure, Line | None], ...]
    note: str = ""
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionRow:
    """What was stated about one region, country, sea or list of places; ``cells`` is keyed by :data:`GROUPS`."""

    id: str
    name: str
    words: tuple[tuple[str, str], ...]
    cells: Mapping[str, tuple[Line, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSection:
    """All lines of one kind of thing."""

    key: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """One closed stretch of an airport; a missing end means no reopening was found, not "still closed".

    Attributes:
        closed_told: No time is stated; ``closed_from`` is when the closing was announced.
        opened_told: Likewise for the reopening.
        closure: Id of the claim that states the closing, or None when only the reopening is known.
        reopening: Id of the claim that states the reopening, or None.
    """

    closed_from: datetime | None
    opened_at: datetime | None
    closure: str | None
    reopening: str | None
    closed_told: bool = False
    opened_told: bool = False

    @property
    def claims(self) -> tuple[str, ...]:
        """Return the claims it rests on, the closing first."""
        return tuple(c for c in (self.closure, self.reopening) if c is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AirportRow:
    """One airport: when it was closed, and what was diverted from it."""

    airport: Place
    words: tuple[tuple[str, str], ...]
    closings: tuple[Closing, ...]
    diversions: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who said what, for a conflict."""

    claim: str
    value: str
    speaker: str
    document: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Statements that do not agree, or a total held against its parts; both sides are shown.

    Attributes:
        verdict: Of a total, in words; ``result`` is the same as a code.
    """

    title: str
    sentence: str
    statements: tuple[Statement, ...]
    verdict: str = ""
    result: TotalVerdict | None = None
    agrees: bool = False

    @property
    def voices(self) -> tuple[tuple[Statement, tuple[str, ...]], ...]:
        """Return each value of each speaker once, with all the claims that carry it."""
        found: dict[tuple[str, str, str], tuple[Statement, tuple[str, ...]]] = {}
        for one in self.statements:
            first, claims = found.get((one.value, one.role, one.speaker), (one, ()))
            found[one.value, one.role, one.speaker] = (first, (*claims, one.claim))
        return tuple(found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueGroup:
    """Doubts of one code."""

    code: str
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknowns:
    """What this report does not know; silence is listed, never read as calm."""

    issues: tuple[IssueGroup, ...]
    silent: tuple[str, ...]
    without_place: tuple[str, ...]
    without_time: tuple[str, ...]
    withheld: tuple[Withheld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDocument:
    """A document with a short number (``D3``) to cite it by, and the claims that rest on it."""

    number: int
    document: Document
    claims: tuple[str, ...]

    @property
    def key(self) -> str:
        """Return ``D3``."""
        return f"D{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitrep:
    """A situation report on one night.

    Attributes:
        night: Date of the morning that labels the night.
        region: ISO 3166-2 id the report is limited to, or None.
        made_at: When it was built, aware.
        origins: Distinct first statements behind the night's incidents.
        sides: Distinct governments among their speakers.
        background: Claims about other times, mentioned in passing; counted nowhere.
    """

    night: date
    region: str | None
    region_name: str
    made_at: datetime
    policy: ReleasePolicy
    headlines: tuple[Headline, ...]
    regions: tuple[RegionRow, ...]
    kinds: tuple[KindSection, ...]
    airports: tuple[AirportRow, ...]
    conflicts: tuple[Conflict, ...]
    totals: tuple[ShownTotal, ...]
    unknowns: Unknowns
    background: tuple[str, ...]
    documents: tuple[ShownDocument, ...]
    lines: tuple[Line, ...]
    claims: Mapping[str, Claim]
    incidents: tuple[Incident, ...]
    outlets: int
    origins: int
    unmeasured: int
    sides: int


GROUPS: Mapping[str, str] = {
    "harm": "People harmed",
    "damage": "Damage, fire, power",
    "attacks": "Attacks and hits",
    "interceptions": "Interceptions",
    "airports": "Airports",
    "other": "Alerts and other",
}

_GROUP_OF = {
    Kind.INTERCEPTION: "interceptions",
    Kind.ATTACK: "attacks",
    Kind.SIGHTING: "attacks",
    Kind.CASUALTIES: "harm",
    Kind.NO_CASUALTIES: "harm",
    Kind.DAMAGE: "damage",
    Kind.FIRE: "damage",
    Kind.POWER_OUTAGE: "damage",
    Kind.NO_DAMAGE: "damage",
    Kind.AIRSPACE_CLOSURE: "airports",
    Kind.AIRSPACE_REOPENING: "airports",
    Kind.DIVERSION: "airports",
    Kind.ALERT: "other",
    Kind.OTHER_EFFECT: "other",
}


def group_of(kind: Kind) -> str:
    """Return the key in :data:`GROUPS` a kind belongs to."""
    return _GROUP_OF[kind]

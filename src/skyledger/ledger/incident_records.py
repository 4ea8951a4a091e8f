"""What a ledger keeps of incidents: versions that are only ever added, and up to where they were derived."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from skyledger.model import Claim, Document, Incident


class IncidentState(StrEnum):
    """What became of an incident id."""

    STANDING = "standing"
    REDIRECTED = "redirected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """How far a look into the ledger reaches: the highest row of each table that it sees.

    Rows are numbered in order of arrival, so a horizon is a moment of the ledger's life.
    """

    documents: int = 0
    derivations: int = 0
    decisions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows that arrived together.

    Attributes:
        horizon: What was known once they were in.
        received_at: When they arrived, aware UTC; never before the batch ahead of it.
    """

    horizon: Horizon
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """One act of deriving incidents.

    Attributes:
        row: Its number.
        horizon: Up to where.
        program: Version of the program that derived them.
        rules: Fingerprint of the policies in force.
        received_at: When the last row that it takes into account arrived, aware UTC.
        versions: How many versions it appended.
    """

    row: int
    horizon: Horizon
    program: str
    rules: str
    received_at: datetime
    versions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVersion:
    """What became of an incident in one settlement.

    Attributes:
        other: The incident that an id redirects to, else ``""``.
        reason: One sentence for redirected and withdrawn ids, else ``""``.
        incident: As it stands, its id inside; None unless it stands.
    """

    id: str
    state: IncidentState
    other: str = ""
    reason: str = ""
    incident: Incident | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentVersion(NewVersion):
    """One stored version.

    Attributes:
        row: Its number among all versions; the first version of an older id has a smaller one.
        number: Counted from 1 for each id.
        program: Version of the program that derived it.
        rules: Fingerprint of the policies in force.
        received_at: When the ledger got what caused it, aware UTC.
    """

    row: int
    number: int
    program: str
    rules: str
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """When an incident id came up and changed.

    Attributes:
        first: When its first version became known, aware UTC.
        last: When its newest did.
        versions: How many there are.
    """

    first: datetime
    last: datetime
    versions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What an incident id leads to.

    Attributes:
        path: The newest version of the id asked for, then of each id it redirects to; empty when it is unknown.
    """

    asked: str
    path: tuple[IncidentVersion, ...] = ()

    @property
    def last(self) -> IncidentVersion | None:
        """Where the path ends: a standing or a withdrawn incident, or None when the id is unknown."""
        return self.path[-1] if self.path else None

    @property
    def standing(self) -> Incident | None:
        """The incident that stands at the end, or None."""
        return None if self.last is None else self.last.incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A document as it stands within a horizon, with the claims that stand in it.

    Attributes:
        row: Of its standing version.
        claims: As read, before any decision.
        pack_version: Of the packs it was read with.
    """

    row: int
    document: Document
    claims: tuple[Claim, ...]
    pack_version: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A text that carries a mark.

    Attributes:
        row: Of the version that carries it.
        published_us: When it was published, microseconds since 1970, or None.
    """

    document: str
    row: int
    published_us: int | None


Marks = Mapping[int, frozenset[tuple[bytes, int | None]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """All that one settlement appends.

    Attributes:
        versions: In the order in which new ids are minted.
        marks: By row of a document version, the marks it carries with its time of publication.
    """

    batch: Batch
    program: str
    rules: str
    versions: tuple[NewVersion, ...] = ()
    marks: Marks = field(default_factory=dict)

"""What a ledger answers about incidents, and about itself as it stood at a moment."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Protocol

from skyledger.ledger.incident_records import (
    Horizon,
    IncidentVersion,
    Life,
    Marked,
    Resolved,
    Settled,
    Settlement,
    Text,
)
from skyledger.model import Decision, Kind


class Incidents(Protocol):
    """Settled incidents: versions that are only ever added.

    ``as_of`` is an aware instant: only what had been received by then is looked at. None is now.
    """

    def append(self, after: Settlement | None, settled: Settled) -> bool:
        """Append all that one settlement derived in one transaction.

        Args:
            after: The settlement that it builds on, None for the first.
            settled: What to append.

        Returns:
            False, and nothing is appended, when another settlement came after ``after`` in the meantime.
        """

    def is_writable(self) -> bool:
        """Tell whether a settlement can be appended: not to a read-only ledger, nor to one as of an instant."""

    def last_night(self) -> date | None:
        """Return the latest night of an incident that stands, or None."""

    def last_settlement(self, as_of: datetime | None = None) -> Settlement | None:
        """Return the newest settlement, or None when nothing was ever settled."""

    def standing(
        self,
        *,
        nights: Iterable[date | None] | None = None,
        region: str | None = None,
        kinds: Iterable[Kind] | None = None,
        ids: Iterable[str] | None = None,
        claims: Iterable[str] | None = None,
        began: tuple[datetime, datetime] | None = None,
        after: tuple[str, str] | None = None,
        limit: int | None = None,
        as_of: datetime | None = None,
    ) -> tuple[IncidentVersion, ...]:
        """Return the newest version of the incidents that stand and meet every condition given, by night and id.

        Args:
            nights: Labels; None among them stands for incidents without any.
            region: ISO 3166-2; matches places in the region and lists that name it.
            kinds: Any of these.
            ids: Any of these incident ids.
            claims: Incidents that hold any of these claims now.
            began: Aware; incidents whose window has a start, and has it between these.
            after: ``page_key`` of the last incident of the page before.
            limit: Most incidents returned.
            as_of: See above.
        """

    def newest(self, ids: Iterable[str], as_of: datetime | None = None) -> dict[str, IncidentVersion]:
        """Return the newest version of each id that is known, whatever its state."""

    def holding(self, claims: Iterable[str], as_of: datetime | None = None) -> dict[str, IncidentVersion]:
        """Return the newest version of each id that holds, or ever held, one of these claims."""

    def joined(self, ids: Iterable[str]) -> dict[str, dict[str, int]]:
        """Return for each id every claim it ever held, with the row of the version in which the claim first was."""

    def lines(self) -> Iterator[tuple[str, str]]:
        """Yield the id and the stored line of every incident that stands, by id."""

    def history(self, id: str, as_of: datetime | None = None) -> tuple[IncidentVersion, ...]:
        """Return every version of one id, oldest first; none when it is unknown."""

    def lives(self, ids: Iterable[str]) -> dict[str, Life]:
        """Return for each id that is known when it came up and when it last changed."""

    def last_row(self) -> int:
        """Return the row of the newest version of all, 0 when there is none."""

    def versions_after(self, row: int, limit: int | None = None) -> tuple[IncidentVersion, ...]:
        """Return the versions that came after a row, oldest first: what changed since."""

    def resolve(self, id: str, as_of: datetime | None = None) -> Resolved:
        """Follow an id, through redirects, to what stands in its place, to its tombstone, or to nothing."""

    def nights(self, as_of: datetime | None = None) -> tuple[date, ...]:
        """Return the nights of the incidents that stand, earliest first."""

    def taken(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those ids that were ever given to an incident."""


class LedgerView(Protocol):
    """Documents, claims and decisions as they stood within a horizon."""

    horizon: Horizon

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision, in the order made."""

    def active_decisions(self) -> tuple[Decision, ...]:
        """Return the decisions in force."""

    def count_documents(self) -> int:
        """Return how many document versions there are."""

    def texts(self, ids: Iterable[str] | None = None) -> dict[str, Text]:
        """Return the standing version of all documents, or of those named, with the claims that stand in it."""

    def changed_since(self, before: Horizon) -> set[str]:
        """Return the documents of which something was derived after another horizon and within this one."""

    def homes_of(self, claims: Iterable[str]) -> set[str]:
        """Return the documents that make claims with these ids, or once did, or will."""

    def near(
        self, windows: Sequence[tuple[int, int]], posted: Sequence[tuple[int, int]], *, longest_s: int
    ) -> set[str]:
        """Return all documents that have a claim near a time, and others, too.

        Args:
            windows: UTC epoch seconds; documents with a claim whose time, as its text states it, touches one.
            posted: UTC epoch seconds; documents posted within one that have a claim without any time.
            longest_s: Claims with a window longer than this are found by its start only.
        """

    def dateless(self) -> set[str]:
        """Return all documents without a date that have a claim without any time, and others, too."""

    def marked(self, marks: Iterable[bytes]) -> dict[bytes, list[Marked]]:
        """Return the document versions that carry these marks, standing or not."""

    def standing_rows(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the row of the standing version of each document."""

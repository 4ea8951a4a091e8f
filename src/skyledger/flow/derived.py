"""What deriving part or all of a ledger found, before ids are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from skyledger.model import Claim, Incident

if TYPE_CHECKING:
    from skyledger.ledger.incident_protocol import LedgerView
    from skyledger.ledger.incident_records import Horizon, IncidentVersion, Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What changed, or may have.

    Attributes:
        view: The ledger as far as it was taken into account.
        since: Up to where the incidents that stood were derived; None when none did.
        before: The incidents that stood there, by id.
        incidents: Those that stand in their place, with the ids that would be minted.
        gone: Claims that stood and stand no more.
        fresh: Claims of the same texts that stand and did not before.
        marks: What the texts looked at are found by.
        packs: Version of packs that texts were read anew with and that the ledger does not hold yet, else ``""``.
    """

    view: LedgerView
    since: Horizon | None
    before: Mapping[str, IncidentVersion]
    incidents: tuple[Incident, ...]
    gone: tuple[Claim, ...] = ()
    fresh: tuple[Claim, ...] = ()
    marks: Marks = field(default_factory=dict)
    packs: str = ""

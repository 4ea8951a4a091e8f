"""Incidents of what has arrived, derived where it can have changed anything, and kept as versions.

Batches are settled in order of arrival, so what was known at any moment does not depend on when it was settled. A batch
that touches little is settled by its neighbourhood (:mod:`part`), one that touches much by deriving everything; both
give exactly the incidents of :func:`skyledger.flow.incidents.derive_incidents` (tests/flow/test_settling.py). Who
keeps which id is told by :mod:`identity`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from skyledger import __version__
from skyledger.flow.rules import rules_in_force

if TYPE_CHECKING:
    from skyledger.ledger import Ledger
    from skyledger.ledger.incident_records import Batch, NewVersion, Settlement


def settle(ledger: Ledger, now: datetime) -> int:
    """Derive what is not derived yet and append what became of incidents.

    Args:
        ledger: Where it stands.
        now: Aware; when incidents changed that changed by other rules of linking alone, not by anything received.

    Returns:
        How many versions were appended.

    Raises:
        LedgerError: The ledger cannot be written.
    """
    appended = 0
    while True:
        last = ledger.incidents.last_settlement()
        batch = next_batch(ledger, last, now)
        if batch is None:
            return appended
        appended += settle_batch(ledger, last, batch)


def is_settled(ledger: Ledger) -> bool:
    """Tell whether the stored incidents take everything into account, by the rules in force."""
    last = ledger.incidents.last_settlement()
    if ledger.as_of is not None:  # by whichever rules were in force then
        return not ledger.batches_after(last)
    return next_batch(ledger, last, datetime.max.replace(tzinfo=UTC)) is None


def derive_unsettled(ledger: Ledger) -> tuple[NewVersion, ...]:
    """Derive what is not settled yet, as one batch, and append nothing: what would become of incidents."""
    from skyledger.flow.all_of_it import derive_all
    from skyledger.flow.versions import settle_versions
    from skyledger.ledger.incident_records import Batch

    last, horizon = ledger.incidents.last_settlement(), ledger.view().horizon
    derived = derive_all(ledger, None if last is None else last.horizon, horizon)
    batch = Batch(horizon=horizon, received_at=datetime.max.replace(tzinfo=UTC))
    return settle_versions(ledger, derived, batch).versions


def next_batch(ledger: Ledger, last: Settlement | None, now: datetime) -> Batch | None:
    """Return what is to be settled next, or None when everything is.

    With nothing settled yet, or by other rules, all that is there is one batch.
    """
    from skyledger.ledger.incident_records import Batch

    batches = ledger.batches_after(last)
    if last is None:
        return batches[-1] if batches else None
    if (last.program, last.rules) == (__version__, rules_in_force()):
        return batches[0] if batches else None
    horizon = batches[-1].horizon if batches else last.horizon
    return Batch(horizon=horizon, received_at=max(now, batches[-1].received_at if batches else last.received_at))


def settle_batch(ledger: Ledger, last: Settlement | None, batch: Batch) -> int:
    """Settle one batch; return how many versions that appended, 0 when another program settled it first."""
    from skyledger.flow.all_of_it import derive_all
    from skyledger.flow.part import TooMuchError, derive_part
    from skyledger.flow.versions import settle_versions

    by_these_rules = last is not None and (last.program, last.rules) == (__version__, rules_in_force())
    try:
        if last is None or not by_these_rules:
            raise TooMuchError
        derived = derive_part(ledger, last.horizon, batch.horizon)
    except TooMuchError:
        derived = derive_all(ledger, None if last is None else last.horizon, batch.horizon)
    settled = settle_versions(ledger, derived, batch)
    return len(settled.versions) if ledger.incidents.append(last, settled) else 0

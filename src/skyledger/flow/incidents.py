"""Claims to incidents: decisions applied, linked, reconciled; a ledger keeps what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from skyledger.model import Claim, Decision, Document, Incident

if TYPE_CHECKING:
    from skyledger.ledger import Ledger


def derive_incidents(
    documents: Iterable[Document], claims: Sequence[Claim], decisions: Sequence[Decision] = ()
) -> tuple[Incident, ...]:
    """Put claims about the same thing together and reconcile them.

    Args:
        documents: Those the claims were made in.
        claims: In any order.
        decisions: Human judgements in force; they outrank rules.

    Returns:
        Incidents in a stable order, the same for any order of the input.
    """
    from skyledger.link import link_claims
    from skyledger.link.claim_decisions import apply_decisions
    from skyledger.reconcile import reconcile_groups

    by_document = {document.id: document for document in documents}
    claims = apply_decisions(claims, decisions)
    by_claim = {claim.id: claim for claim in claims}
    groups = link_claims(by_document, claims, decisions)
    return reconcile_groups(groups, by_document, by_claim)


def ledger_incidents(ledger: Ledger, *, now: datetime | None = None) -> tuple[Incident, ...]:
    """Return every incident of a ledger, by night and id; what is not settled yet is settled first.

    Args:
        ledger: Where they are.
        now: Aware; None asks the clock.
    """
    from skyledger.flow.known import known_incidents

    return known_incidents(ledger, datetime.now(UTC) if now is None else now).find()

"""Everything derived at once: the first time, by new rules, or when a batch touches much of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skyledger.flow.derived import Derived
from skyledger.flow.incidents import derive_incidents
from skyledger.flow.marks import marks_of_text
from skyledger.link.claim_decisions import apply_decisions
from skyledger.link.policy import load_link_policy

if TYPE_CHECKING:
    from skyledger.ledger import Ledger
    from skyledger.ledger.incident_records import Horizon


def derive_all(ledger: Ledger, before: Horizon | None, horizon: Horizon) -> Derived:
    """Derive every incident within a horizon.

    Args:
        ledger: Where the texts are.
        before: Up to where the stored incidents were derived, None when there are none.
        horizon: Up to where to derive.
    """
    view = ledger.view(horizon)
    decisions = view.active_decisions()
    texts = view.texts()
    claims = [claim for text in texts.values() for claim in text.claims]
    incidents = derive_incidents((text.document for text in texts.values()), claims, decisions)
    standing = {version.id: version for version in ledger.incidents.standing()}
    stood = {claim for v in standing.values() if v.incident is not None for claim in v.incident.claims}
    kept = {claim for incident in incidents for claim in incident.claims}
    homes = view.homes_of(stood - kept)
    old = {} if before is None else ledger.view(before).texts(homes)
    policy = load_link_policy()
    return Derived(
        view=view,
        since=before,
        before=standing,
        incidents=incidents,
        gone=tuple(c for text in old.values() for c in text.claims if c.id in stood and c.id not in kept),
        fresh=tuple(c for id in old for c in texts[id].claims if c.id in kept and c.id not in stood),
        marks={
            text.row: marks_of_text(text.document, apply_decisions(text.claims, decisions), policy)
            for text in texts.values()
        },
    )

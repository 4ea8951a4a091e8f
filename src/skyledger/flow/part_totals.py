"""Totals of the incidents that a batch changed, and of others whose parts it changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from skyledger.model import Incident, Kind
from skyledger.model.ids import incident_id
from skyledger.reconcile import hold_totals, load_reconcile_policy
from skyledger.reconcile.regional_totals import key_of_region, keys_of_total

if TYPE_CHECKING:
    from skyledger.flow.neighbourhood import Neighbourhood
    from skyledger.ledger.incident_protocol import Incidents
    from skyledger.ledger.incident_records import IncidentVersion


def total_part(
    stored: Incidents, texts: Neighbourhood, before: Mapping[str, IncidentVersion], made: Sequence[Incident]
) -> tuple[dict[str, IncidentVersion], tuple[Incident, ...]]:
    """Hold the totals that a change can touch against their parts.

    Args:
        stored: The incidents as they stood.
        texts: The texts; those of the incidents looked at are loaded.
        before: Incidents that changed or are no more, by id.
        made: Those in their place, without totals.

    Returns:
        The further incidents whose totals were made anew, as they stood, and all incidents with their totals.
    """
    old = [version.incident for version in before.values() if version.incident is not None]
    regions = {key for incident in (*old, *made) if (key := key_of_region(incident)) is not None}
    nights = {incident.night for incident in (*old, *made) if _counts(incident)}
    others = {v.id: v for v in _standing(stored, nights) if v.id not in before}
    near = [v.incident for v in others.values() if v.incident is not None and _counts(v.incident)]
    touched = [i for i in near if not regions.isdisjoint(keys_of_total(i))]
    # Under an id of its own each: an id to be minted may be one that stands elsewhere.
    named = {minted_from(incident): incident for incident in made}
    changed = [replace(incident, id=id) for id, incident in named.items()]
    texts.load({id for incident in near for id in incident.documents})
    documents = {id for incident in (*changed, *near) for id in incident.documents}
    claims = {claim.id: claim for id in documents for claim in texts.claims_of(id)}
    finished = hold_totals([*changed, *touched], [*changed, *near], claims, load_reconcile_policy())
    return (
        {incident.id: others[incident.id] for incident in touched},
        tuple(replace(i, id=named[i.id].id) if i.id in named else i for i in finished),
    )


def _counts(incident: Incident) -> bool:
    """Tell whether an incident's number may be a total or a share of one."""
    return key_of_region(incident) is not None or bool(keys_of_total(incident))


def _standing(stored: Incidents, nights: set[str | None]) -> Iterable[IncidentVersion]:
    if not nights:
        return ()
    labels = [None if night is None else date.fromisoformat(night) for night in nights]
    return stored.standing(nights=labels, kinds=(Kind.INTERCEPTION, Kind.ATTACK))


def minted_from(incident: Incident) -> str:
    """Return the id of the claim that an incident's id was minted from, of its first claim where it was not."""
    minted = (claim for claim in incident.claims if incident_id(claim) == incident.id)
    return next(minted, incident.claims[0])

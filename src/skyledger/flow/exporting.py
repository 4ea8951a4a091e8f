"""A selection as files: what the screen shows, taken away in any format."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from skyledger.flow.selecting import Selected, select

if TYPE_CHECKING:
    from skyledger.ledger import Ledger
    from skyledger.model import Claim, Document, Incident
    from skyledger.publish.export_view import View
    from skyledger.publish.policy import ReleasePolicy
    from skyledger.publish.selection import Filter


def view_of(selected: Selected, ledger: Ledger, *, address: str = "", lang: str = "en") -> View:
    """Return what exports are written from: the rows of a selection with all they rest on, as released.

    Args:
        selected: What ``select`` found, without a limit where all of it is wanted.
        ledger: Where it was found.
        address: Where the web application answers, for links; ``""`` leaves them relative.
        lang: Language of the words in rows.
    """
    from skyledger.publish.export_view import View

    incidents: dict[str, Incident] = {}
    claims: dict[str, Claim] = {}
    documents: dict[str, Document] = {}
    release, by_claim, by_document = None, dict[str, "Claim"](), dict[str, "Document"]()
    for row, incident, released in selected.whole():
        if released is not release:
            release = released
            by_claim, by_document = {c.id: c for c in released.claims}, {d.id: d for d in released.documents}
        incidents[row.id] = incident
        claims |= {id: by_claim[id] for id in incident.claims}
        documents |= {id: by_document[id] for id in incident.documents}
        documents |= {by_claim[id].document_id: by_document[by_claim[id].document_id] for id in incident.claims}
    return View(
        rows=selected.rows,
        incidents=incidents,
        claims=claims,
        documents=documents,
        policy=selected.policy,
        known_at=known_at(ledger),
        query=selected.query,
        address=address,
        lang=lang,
        headline=selected.headline.sentence,
    )


def known_at(ledger: Ledger) -> datetime | None:
    """Return the instant up to which a ledger's texts are taken into account: the one asked for, or the newest."""
    if ledger.as_of is not None:
        return ledger.as_of
    last = ledger.incidents.last_settlement()
    return None if last is None else last.received_at


def export(
    ledger: Ledger,
    filter: Filter | None,
    format: str,
    *,
    now: datetime,
    policy: ReleasePolicy | None = None,
    address: str = "",
    lang: str = "en",
) -> bytes:
    """Return a selection as a file.

    Args:
        ledger: Where to look.
        filter: None asks for the last night that has incidents to show.
        format: A name in ``publish.exports.FORMATS``.
        now: Aware; what policy measures delays from.
        policy: None is the private one.
        address: Where the web application answers, for links.
        lang: Language of the words in rows.

    Raises:
        UsageError: There is no such format, or a part it needs is missing.
    """
    from skyledger.publish.exports import find_format

    found = find_format(format)
    selected = select(ledger, filter, now=now, policy=policy)
    return found.write(view_of(selected, ledger, address=address, lang=lang))

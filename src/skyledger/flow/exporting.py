"""A selection as files: what the screen shows, taken away in any format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skyledger.flow.selecting import Selected, select
from skyledger.say import language, speaking

if TYPE_CHECKING:
    from datetime import datetime

    from skyledger.ledger import Ledger
    from skyledger.model import Claim, Document, Incident
    from skyledger.publish.export_view import View
    from skyledger.publish.exports import Format
    from skyledger.publish.policy import ReleasePolicy
    from skyledger.publish.selection import Filter


def view_of(selected: Selected, *, address: str = "") -> View:
    """Return what exports are written from: the rows of a selection with all they rest on, as released.

    Args:
        selected: What ``select`` found, without a limit where all of it is wanted.
        address: Where the web application answers, for links; ``""`` leaves them relative.
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
        known_at=selected.as_of or selected.known_at,
        as_of=selected.as_of,
        query=selected.query,
        address=address,
        lang=language(),
        headline=selected.headline.sentence,
    )


def export(
    ledger: Ledger,
    filter: Filter | None,
    format: str,
    *,
    now: datetime,
    policy: ReleasePolicy | None = None,
    address: str = "",
) -> bytes:
    """Return a selection as a file.

    Args:
        ledger: Where to look.
        filter: None asks for the last night that has incidents to show.
        format: A name in ``publish.exports.FORMATS``.
        now: Aware; what policy measures delays from.
        policy: None is the private one.
        address: Where the web application answers, for links.

    Raises:
        UsageError: There is no such format, it is more than the format holds, or a part it needs is missing.
    """
    from skyledger.publish.exports import find_format

    found = find_format(format)
    return export_selected(select(ledger, filter, now=now, policy=policy), found, address=address)


def export_selected(selected: Selected, format: Format, *, address: str = "") -> bytes:
    """Return what was selected as a file.

    Raises:
        UsageError: It is more than the format holds, or a part it needs is missing.
    """
    format.refuse_more(selected.total)
    with speaking("en" if format.foreign else language()):
        return format.write(view_of(selected, address=address))

"""A settled ledger of many incidents for measuring the web application, in minutes instead of hours.

Texts and claims are those of ``archive.py``. They are not linked, which is measured elsewhere and takes longest: claims
of one night, place and kind are put together, at most four, and reconciled as any others.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from bench.archive import Text, make_archive

from skyledger import __version__
from skyledger.flow.rules import rules_in_force
from skyledger.ledger import Entry, open_ledger
from skyledger.ledger.incident_records import Batch, IncidentState, NewVersion, Settled
from skyledger.model import Claim, ClaimStatus, Document, Origin
from skyledger.model.ids import origin_id
from skyledger.model.incident import Group
from skyledger.model.night import night_of
from skyledger.reconcile import assemble_incident, hold_totals, load_reconcile_policy

_TEXTS_A_FILE = 500
_CLAIMS_AN_INCIDENT = 4
_FIRST_FILE = datetime(2026, 1, 1, tzinfo=UTC)
_ENDLESS = 10**9


def build_ledger(path: Path, incidents: int, texts: Iterator[Text] | None = None) -> int:
    """Make a ledger with at least so many incidents, of the archive unless other texts are given; return how many."""
    texts, made = texts or make_archive(_ENDLESS), 0
    with open_ledger(path) as ledger:
        number = 0
        while made < incidents and (batch := list(islice(texts, _TEXTS_A_FILE))):
            now = _FIRST_FILE + timedelta(seconds=number)
            entries = [Entry(document=d, claims=c, extractor="bench", pack_version="bench") for d, c in batch]
            ledger.add(None, None, entries, now)
            found = tuple(_versions(batch))
            horizon = ledger.view().horizon
            settled = Settled(
                batch=Batch(horizon=horizon, received_at=now),
                program=__version__,
                rules=rules_in_force(),
                versions=found,
            )
            if not ledger.incidents.append(ledger.incidents.last_settlement(), settled):
                raise SystemExit("somebody else writes to this ledger")
            made, number = made + len(found), number + 1
    return made


def _versions(batch: Sequence[Text]) -> Iterator[NewVersion]:
    """Yield the incidents that the texts of a file make among themselves."""
    documents = {document.id: document for document, _ in batch}
    claims = {claim.id: claim for _, own in batch for claim in own if claim.status is not ClaimStatus.BACKGROUND}
    policy = load_reconcile_policy()
    found = [assemble_incident(group, documents, claims, policy) for group in _groups(claims.values(), documents)]
    for incident in hold_totals(found, found, claims, policy):
        yield NewVersion(id=incident.id, state=IncidentState.STANDING, incident=incident)


def _groups(claims: Iterable[Claim], documents: dict[str, Document]) -> Iterator[Group]:
    together: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        night = None if claim.time is None else night_of(claim.time)
        place = None if claim.place is None else claim.place.id
        key = (night, place, claim.kind, claim.fate, claim.object, claim.part_of is None)
        together.setdefault(key, []).append(claim)
    for same in together.values():
        same.sort(key=lambda claim: (str(documents[claim.document_id].published_at), claim.id))
        for start in range(0, len(same), _CLAIMS_AN_INCIDENT):
            yield _group(same[start : start + _CLAIMS_AN_INCIDENT])


def _group(claims: list[Claim]) -> Group:
    by_speaker: dict[str, list[Claim]] = {}
    for claim in claims:
        by_speaker.setdefault("" if claim.speaker is None else claim.speaker.id, []).append(claim)
    origins = tuple(
        Origin(
            id=origin_id(own[0].id),
            speaker=own[0].speaker,
            first_document=own[0].document_id,
            first_claim=own[0].id,
            documents=tuple(dict.fromkeys(claim.document_id for claim in own)),
            claims=tuple(claim.id for claim in own),
            reason="One speaker's statement.",
        )
        for own in by_speaker.values()
    )
    return Group(claims=tuple(claim.id for claim in claims), origins=origins)

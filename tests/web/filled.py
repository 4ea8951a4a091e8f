"""A ledger with the small night of the report's tests in it, and a second night beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from skyledger.flow.settling import settle
from skyledger.ledger import Entry, Ledger, open_ledger
from skyledger.model import Claim, ClaimStatus, Document, Side, Speaker
from tests.builders import a_claim, a_count, a_document, a_night, a_place
from tests.publish.night import NIGHT, a_small_night

NOW = datetime(2025, 12, 20, 9, 0, tzinfo=UTC)
TULA = a_place("RU-TUL", "Tula Oblast")


def entry(document: Document, *claims: Claim) -> Entry:
    return Entry(document=document, claims=claims, extractor="0.1.0", pack_version="test-pack")


def small_night() -> list[Entry]:
    night = a_small_night()
    return [entry(d, *(c for c in night.claims if c.document_id == d.id)) for d in night.documents]


def other_night(days: int = 3, name: str = "RU-TUL") -> Entry:
    """One text of another night: 40 UAVs over Tula Oblast."""
    posted = datetime(2025, 12, 11, 6, 40, tzinfo=UTC) + timedelta(days=days)
    text = f"Overnight 40 UAVs were shot down over Tula Oblast, {days} days on. Nobody was hurt."
    document = a_document(text, published_at=posted)
    window = a_night(NIGHT + timedelta(days=days))
    return entry(document, a_claim(document, place=replace(TULA, id=name, region=name), time=window, speaker=None))


def add(ledger: Ledger, *entries: Entry, now: datetime = NOW) -> None:
    ledger.add(None, None, entries, now)
    settle(ledger, now)


def listed(ledger: Ledger) -> set[str]:
    """Return the ids of the incidents that stand, but for those that texts only recall."""
    recalled = {claim.id for claim in ledger.claims() if claim.status is ClaimStatus.BACKGROUND}
    standing = (version.incident for version in ledger.incidents.standing())
    return {incident.id for incident in standing if incident is not None and not recalled.issuperset(incident.claims)}


def contradicted() -> list[Entry]:
    """Two more texts about Tula Oblast: the ministry has the number of the other night's text, the governor has not."""
    posted = datetime(2025, 12, 14, 7, 10, tzinfo=UTC)
    window = a_night(NIGHT + timedelta(days=3))
    found = []
    for number, name, side in ((40, "ru-mod", "Ministry"), (55, "ru-tul-governor", "Governor")):
        document = a_document(f"{side}: {number} UAVs were shot down over Tula Oblast overnight.", published_at=posted)
        speaker = Speaker(id=name, name=side, role=side.lower(), side=Side.RU, text=side)
        claim = a_claim(document, place=TULA, time=window, speaker=speaker, count=a_count(number))
        found.append(entry(document, claim))
    return found


@contextmanager
def a_filled_ledger(folder: Path, *more: Entry) -> Iterator[Ledger]:
    with open_ledger(folder / "web.ledger") as ledger:
        add(ledger, *small_night(), *(more or (other_night(), *contradicted())))
        yield ledger

"""A ledger with everything that exports must survive, and views of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qsl

from skyledger.flow.exporting import view_of
from skyledger.flow.selecting import select
from skyledger.ledger import Entry, Ledger
from skyledger.model import Harm, Interval, Kind, Outlet, Speaker
from skyledger.model.kinds import Side
from skyledger.publish.export_view import View
from skyledger.publish.policy import ReleasePolicy
from skyledger.publish.selection import read_filter
from tests.builders import a_claim, a_document, a_night, a_place, evidence_for
from tests.publish.night import NIGHT
from tests.web.filled import NOW, a_filled_ledger, contradicted, entry, other_night

QUERIES = (
    "night_from=2000-01-01",
    "night=2025-12-11",
    "night_from=2025-12-11&kinds=interception&fates=downed",
    "night=2025-12-11&region=RU-KLU,UA-51",
    "night_from=2025-12-12&count_min=50",
    "night=2025-12-11&region=RU-MAG",
)
BASE = "https://ledger.example"


def killed_people(low: int, high: int | None, days: int) -> Entry:
    """One text that says how many people were killed in Kherson Oblast."""
    text = f"Kherson Oblast overnight: {low} people were killed, the governor wrote on day {days}."
    posted = datetime(2025, 12, 11, 8, 0, tzinfo=UTC) + timedelta(days=days)
    document = a_document(text, published_at=posted, url=f"https://example.org/kherson/{days}", title=text[:30])
    claim = a_claim(
        document,
        kind=Kind.CASUALTIES,
        fate=None,
        object=None,
        count=None,
        place=a_place("UA-65", "Kherson Oblast"),
        time=a_night(NIGHT + timedelta(days=days)),
        speaker=None,
        harm=Harm(killed=Interval(low=low, high=high)),
    )
    return entry(document, replace(claim, evidence=(*claim.evidence, evidence_for(document, "harm", "people"))))


def formulas() -> Entry:
    """One text whose outlet, speaker, place and detail would be run by a spreadsheet that is let."""
    outlet = Outlet(name='=HYPERLINK("http://evil.example";"x")', handle="+formula", type="@SUM(1)")
    document = a_document(
        "Overnight windows were broken in =cmd|' /C calc'!A0 town, wrote -2+3.",
        outlet=outlet,
        url="https://example.org/=1+1",
        published_at=datetime(2025, 12, 13, 6, 0, tzinfo=UTC),
    )
    claim = a_claim(
        document,
        trigger="broken",
        kind=Kind.DAMAGE,
        fate=None,
        object=None,
        count=None,
        place=a_place("RU-ORL", "@Oryol\tOblast"),
        time=a_night(NIGHT + timedelta(days=2)),
        speaker=Speaker(id="formula", name="-2+3", role="mayor", side=Side.RU, text="-2+3"),
        detail="+windows\r\n=1+1",
    )
    return entry(document, claim)


@contextmanager
def a_full_ledger(folder: Path, *more: Entry) -> Iterator[Ledger]:
    """Open a ledger with the small night, another one with dissent, people killed, and formulas."""
    further = (killed_people(3, 3, 1), killed_people(2, None, 2), formulas())
    with a_filled_ledger(folder, other_night(), *contradicted(), *further, *more) as ledger:
        yield ledger


def take(ledger: Ledger, query: str = QUERIES[0], policy: ReleasePolicy | None = None) -> View:
    """Return what a query takes out of a ledger."""
    selected = select(ledger, read_filter(parse_qsl(query)), now=NOW, policy=policy)
    return view_of(selected, address=BASE)

"""Which claims, issues and nights a query returns."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from skyledger.errors import LedgerError, NotFoundError
from skyledger.ledger import Ledger, Run
from skyledger.model import Claim, ClaimStatus, Kind, PlaceKind, TimePrecision, TimeRange
from tests.builders import MOSCOW, NOW, PUBLISHED, a_claim, a_document, a_night, a_place, an_issue
from tests.ledger.entries import an_entry

POST = a_document(id="post-1")
DUSK = datetime(2025, 12, 10, 20, tzinfo=MOSCOW)
DAWN = datetime(2025, 12, 11, 8, tzinfo=MOSCOW)


def keep(ledger: Ledger, *claims: Claim) -> None:
    ledger.add(None, None, [an_entry(POST, claims=claims)], NOW)


def times(start: datetime | None, end: datetime | None) -> TimeRange:
    return TimeRange(start=start, end=end, precision=TimePrecision.HOUR)


def ids(claims: Sequence[Claim]) -> list[str]:
    return [claim.id for claim in claims]


@pytest.mark.parametrize(
    ("time_range", "found"),
    [
        (times(DUSK, DAWN), True),
        (times(DUSK - timedelta(hours=2), DUSK + timedelta(seconds=1)), True),
        (times(DUSK - timedelta(hours=2), DUSK), False),
        (times(DAWN, DAWN + timedelta(hours=1)), False),
        (times(DAWN - timedelta(seconds=1), DAWN + timedelta(hours=1)), True),
        (times(DUSK, DUSK), True),
        (times(DAWN, DAWN), False),
        (times(DUSK.astimezone(UTC), DAWN.astimezone(UTC)), True),
        (times(DUSK - timedelta(days=400), None), True),
        (times(DAWN, None), False),
        (times(None, DUSK + timedelta(hours=1)), True),
        (times(None, DUSK), False),
        (times(None, None), False),
        (None, False),
    ],
)
def test_claims_by_overlap_in_time(ledger: Ledger, time_range: TimeRange | None, found: bool) -> None:
    keep(ledger, a_claim(POST, id="c1-x", time=time_range))
    assert ids(ledger.claims(start=DUSK, end=DAWN)) == (["c1-x"] if found else [])
    assert ids(ledger.claims()) == ["c1-x"]


def test_one_bound_is_enough(ledger: Ledger) -> None:
    keep(ledger, a_claim(POST, id="c1-x"))
    assert ids(ledger.claims(start=DAWN - timedelta(minutes=1))) == ["c1-x"]
    assert ids(ledger.claims(start=DAWN)) == []
    assert ids(ledger.claims(end=DUSK + timedelta(minutes=1))) == ["c1-x"]
    assert ids(ledger.claims(end=DUSK)) == []


def test_claims_without_time_come_by_publication_only_when_asked(ledger: Ledger) -> None:
    keep(ledger, a_claim(POST, id="c1-x", time=None))
    undated = a_document("No date.", id="post-2", published_at=None)
    ledger.add(None, None, [an_entry(undated, claims=(a_claim(undated, id="c1-y", time=None),))], NOW)
    before, after = PUBLISHED - timedelta(hours=1), PUBLISHED + timedelta(hours=1)
    assert ids(ledger.claims(start=before, end=after)) == []
    assert ids(ledger.claims(start=before, end=after, timeless=True)) == ["c1-x"]
    assert ids(ledger.claims(end=PUBLISHED, timeless=True)) == []
    assert ids(ledger.claims(timeless=True)) == ["c1-x", "c1-y"]


def test_a_bound_without_zone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match=r"start .* has no time zone"):
        ledger.claims(start=datetime(2025, 12, 11))


def test_claims_by_region_also_in_lists(ledger: Ledger) -> None:
    both = a_place(
        "RU-KLU+RU-BRY", "Kaluga Oblast, Bryansk Oblast", kind=PlaceKind.LIST, region=None, parts=("RU-KLU", "RU-BRY")
    )
    keep(
        ledger,
        a_claim(POST, id="c1-kaluga"),
        a_claim(POST, id="c1-both", place=both),
        a_claim(POST, id="c1-orel", place=a_place("RU-ORL", "Oryol Oblast")),
        a_claim(POST, id="c1-town", place=a_place("gn:1", "Lyudinovo", kind=PlaceKind.SETTLEMENT, region="RU-KLU")),
        a_claim(POST, id="c1-nowhere", place=None),
    )
    assert ids(ledger.claims(region="RU-KLU")) == ["c1-kaluga", "c1-both", "c1-town"]
    assert ids(ledger.claims(region="RU-BRY")) == ["c1-both"]
    assert ids(ledger.claims(region="RU-MOS")) == []


def test_claims_by_kind_document_night_and_id_together(ledger: Ledger) -> None:
    other = a_document("Another post.", id="post-2")
    keep(ledger, a_claim(POST, id="c1-a"), a_claim(POST, id="c1-b", kind=Kind.FIRE))
    late = a_claim(other, id="c1-c", kind=Kind.FIRE, time=a_night(date(2025, 12, 12)))
    ledger.add(None, None, [an_entry(other, claims=(late,))], NOW)
    assert ids(ledger.claims(kinds=[Kind.FIRE])) == ["c1-b", "c1-c"]
    assert ids(ledger.claims(kinds=[])) == []
    assert ids(ledger.claims(document="post-1")) == ["c1-a", "c1-b"]
    assert ids(ledger.claims(night=date(2025, 12, 12))) == ["c1-c"]
    assert ids(ledger.claims(ids=["c1-c", "c1-a", "c1-a", "c1-none"])) == ["c1-a", "c1-c"]
    assert ids(ledger.claims(ids=[])) == []
    assert ids(ledger.claims(kinds=[Kind.FIRE], document="post-1", region="RU-KLU", end=DAWN)) == ["c1-b"]


def test_documents_by_id_leave_out_the_unknown(ledger: Ledger) -> None:
    keep(ledger)
    assert ledger.documents(["post-1", "none"]) == {"post-1": POST}
    with pytest.raises(NotFoundError, match="no document 'none' in "):
        ledger.document("none")
    with pytest.raises(NotFoundError, match="no document 'none' in "):
        ledger.document_versions("none")


def test_issues_by_document_and_code(ledger: Ledger) -> None:
    other = a_document("Another post.", id="post-2")
    doubts = (an_issue(POST), an_issue(POST, code="time-unresolved"))
    ledger.add(None, None, [an_entry(POST, issues=doubts), an_entry(other)], NOW)
    assert ledger.issues(document="post-1") == doubts
    assert ledger.issues(codes=["time-unresolved"]) == doubts[1:]
    assert [issue.document_id for issue in ledger.issues()] == ["post-1", "post-1", "post-2"]


def test_nights_count_current_claims_only(ledger: Ledger) -> None:
    keep(
        ledger,
        a_claim(POST, id="c1-a"),
        a_claim(POST, id="c1-b", time=times(DUSK + timedelta(hours=1), None)),
        a_claim(POST, id="c1-c", time=a_night(date(2025, 11, 3))),
        a_claim(POST, id="c1-d", time=a_night(date(2025, 11, 2)), status=ClaimStatus.BACKGROUND),
        a_claim(POST, id="c1-e", time=None),
    )
    assert ledger.nights() == ((date(2025, 11, 3), 1), (date(2025, 12, 11), 2))


def test_an_empty_ledger_answers_everything(ledger: Ledger) -> None:
    assert not any((ledger.nights(), ledger.claims(), ledger.issues(), ledger.decisions(), ledger.runs()))
    assert ledger.documents() == {}
    assert ledger.raw("00" * 32) is None
    assert ledger.stats().documents == 0


def test_runs_come_back_in_order(ledger: Ledger) -> None:
    runs = tuple(
        Run(
            id=f"run-{i}",
            command="add",
            version="0.1.0",
            pack_version="p",
            started_at=NOW,
            finished_at=NOW + timedelta(seconds=i),
            outcome="done",
        )
        for i in (2, 1)
    )
    for run in runs:
        ledger.record_run(run, NOW)
    assert ledger.runs() == runs
    with pytest.raises(LedgerError, match="append-only: runs"):
        ledger.record_run(runs[0], NOW)

"""Settled incidents: only added to, found by night, region, kind, claim and id, as of now and as of any instant."""

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from skyledger.errors import LedgerError
from skyledger.flow import ledger_incidents
from skyledger.flow.settling import settle
from skyledger.ledger import Ledger, open_ledger
from skyledger.ledger.incident_read import page_key
from skyledger.ledger.incident_records import Batch, Horizon, IncidentState, NewVersion, Settled
from skyledger.model import Kind, PlaceKind
from tests.builders import NOW, a_claim, a_decision, a_document, a_place
from tests.ledger.entries import an_entry, an_incident, settle_as, standing
from tests.ledger.formats import take_back_to

LATER = NOW + timedelta(hours=1)
NIGHT = date(2025, 12, 11)
OTHER_NIGHT = date(2025, 12, 14)


def numbered(number: int, **fields: Any) -> NewVersion:
    incident = an_incident(a_claim(id=f"c{number}"))
    return standing(replace(incident, id=f"INC-{number}", **fields))


def ids(ledger: Ledger, **conditions: Any) -> list[str]:
    return [version.id for version in ledger.incidents.standing(**conditions)]


def test_what_goes_in_comes_out(ledger: Ledger) -> None:
    incident = an_incident()
    settle_as(ledger, standing(incident))
    [version] = ledger.incidents.standing()
    assert version.incident == incident
    assert (version.id, version.number, version.state) == (incident.id, 1, IncidentState.STANDING)
    assert (version.received_at, version.program, version.rules) == (NOW, "0.1.0", "rules")


def test_text_that_no_database_takes_comes_back(ledger: Ledger) -> None:
    odd = an_incident(a_claim(id="c\ud800"))
    settle_as(ledger, standing(odd))
    assert ledger.incidents.standing(claims=["c\ud800"])[0].incident == odd


def test_every_condition_narrows(ledger: Ledger) -> None:
    tula = a_place("RU-TUL", "Tula Oblast")
    both = a_place("RU-KLU+RU-TUL", "both", kind=PlaceKind.LIST, region=None, parts=("RU-KLU", "RU-TUL"))
    settle_as(
        ledger,
        numbered(1),
        numbered(2, place=tula),
        numbered(3, night="2025-12-14", kind=Kind.ATTACK),
        numbered(4, place=both),
        numbered(5, night=None),
    )
    assert ids(ledger) == ["INC-5", "INC-1", "INC-2", "INC-4", "INC-3"]
    assert ids(ledger, nights=[NIGHT]) == ["INC-1", "INC-2", "INC-4"]
    assert ids(ledger, nights=[OTHER_NIGHT, None]) == ["INC-5", "INC-3"]
    assert ids(ledger, region="RU-TUL") == ["INC-2", "INC-4"]
    assert ids(ledger, kinds=[Kind.ATTACK]) == ["INC-3"]
    assert ids(ledger, ids=["INC-2", "INC-9"]) == ["INC-2"]
    assert ids(ledger, claims=["c3", "c4"]) == ["INC-4", "INC-3"]
    assert ids(ledger, claims=["c3"], ids=["INC-2"]) == []
    assert ledger.incidents.nights() == (NIGHT, OTHER_NIGHT)


def test_pages_hold_everything_once(ledger: Ledger) -> None:
    settle_as(ledger, *(numbered(n, night=None if n % 3 else "2025-12-1" + str(n % 4)) for n in range(1, 20)))
    found: list[str] = []
    after: tuple[str, str] | None = None
    while page := ledger.incidents.standing(after=after, limit=4):
        assert len(page) <= 4
        found += [version.id for version in page]
        after = page_key(page[-1])
    assert found == ids(ledger)
    assert len(found) == 19


def test_only_the_newest_version_stands_and_history_keeps_all(ledger: Ledger) -> None:
    one = numbered(1)
    settle_as(ledger, one)
    settle_as(ledger, numbered(1, night="2025-12-14"), at=LATER)
    assert ids(ledger, nights=[NIGHT]) == []
    assert ids(ledger, nights=[OTHER_NIGHT]) == ["INC-1"]
    assert ids(ledger, nights=[NIGHT], as_of=NOW) == ["INC-1"]
    assert ids(ledger, as_of=NOW - timedelta(seconds=1)) == []
    history = ledger.incidents.history("INC-1")
    assert [(v.number, v.received_at) for v in history] == [(1, NOW), (2, LATER)]
    assert history[0].incident == one.incident
    assert len(ledger.incidents.history("INC-1", as_of=NOW)) == 1
    assert ledger.incidents.history("INC-2") == ()


def test_a_claim_that_left_finds_its_incident_no_more_but_tells_who_held_it(ledger: Ledger) -> None:
    settle_as(ledger, numbered(1))
    settle_as(ledger, numbered(1, claims=("c9",)), at=LATER)
    assert ids(ledger, claims=["c1"]) == []
    assert ids(ledger, claims=["c1"], as_of=NOW) == ["INC-1"]
    assert set(ledger.incidents.holding(["c1"])) == {"INC-1"}
    joined = ledger.incidents.joined(["INC-1"])["INC-1"]
    assert joined["c1"] < joined["c9"]


def test_an_id_leads_to_what_stands_in_its_place(ledger: Ledger) -> None:
    def redirected(id: str, other: str) -> NewVersion:
        return NewVersion(id=id, state=IncidentState.REDIRECTED, other=other, reason="Joined.")

    settle_as(ledger, numbered(1), numbered(2), numbered(3))
    settle_as(ledger, redirected("INC-3", "INC-2"), at=LATER)
    settle_as(ledger, redirected("INC-2", "INC-1"), at=LATER + timedelta(hours=1))
    found = ledger.incidents.resolve("INC-3")
    assert [version.id for version in found.path] == ["INC-3", "INC-2", "INC-1"]
    assert found.standing is not None
    assert [v.id for v in ledger.incidents.resolve("INC-3", as_of=LATER).path] == ["INC-3", "INC-2"]
    settle_as(
        ledger,
        NewVersion(id="INC-1", state=IncidentState.WITHDRAWN, reason="Gone."),
        at=LATER + timedelta(hours=2),
    )
    last = ledger.incidents.resolve("INC-3").last
    assert last is not None
    assert (last.state, last.reason) == (IncidentState.WITHDRAWN, "Gone.")
    assert ledger.incidents.resolve("INC-9").last is None
    assert ids(ledger) == []
    assert ledger.incidents.taken(["INC-1", "INC-9"]) == {"INC-1"}


def test_a_settlement_on_top_of_another_than_the_last_is_refused(ledger: Ledger) -> None:
    batch = Batch(horizon=Horizon(), received_at=NOW)
    settled = Settled(batch=batch, program="1", rules="r", versions=(numbered(1),))
    assert ledger.incidents.append(None, settled)
    assert not ledger.incidents.append(None, settled)
    assert [v.number for v in ledger.incidents.history("INC-1")] == [1]


def test_batches_are_rows_of_one_time_in_order_of_arrival(ledger: Ledger) -> None:
    ledger.add(None, None, [an_entry(a_document(id="d1"))], NOW)
    ledger.add(None, None, [an_entry(a_document(id="d2"))], NOW)
    ledger.decide(a_decision(), LATER)
    ledger.add(None, None, [an_entry(a_document(id="d3"))], LATER)
    found = ledger.batches_after(None)
    assert [(b.horizon, b.received_at) for b in found] == [
        (Horizon(documents=2, derivations=2, decisions=0), NOW),
        (Horizon(documents=3, derivations=3, decisions=1), LATER),
    ]
    assert set(ledger.view(found[0].horizon).texts()) == {"d1", "d2"}
    assert ledger.view(found[0].horizon).decisions() == ()
    assert ledger.view(found[1].horizon).changed_since(found[0].horizon) == {"d3"}


def test_both_databases_settle(ledger: Ledger) -> None:
    document = a_document(id="d1")
    ledger.add(None, None, [an_entry(document, claims=(a_claim(document, id="c1"),))], NOW)
    assert settle(ledger, NOW) == 1
    again = a_document("Forty of them again.", id="d2", published_at=datetime(2025, 12, 11, 9, tzinfo=UTC))
    ledger.add(None, None, [an_entry(again, claims=(a_claim(again, id="c2"),))], LATER)
    assert settle(ledger, LATER) == 1
    [version] = ledger.incidents.standing(claims=["c2"])
    assert version.incident is not None
    assert (version.number, set(version.incident.claims)) == (2, {"c1", "c2"})


def test_a_damaged_body_is_named(path: Path) -> None:
    with open_ledger(path) as ledger:
        settle_as(ledger, numbered(1))
        foreign = sqlite3.connect(path)
        foreign.executescript("DROP TRIGGER incident_versions_no_update; UPDATE incident_versions SET body = x'00'")
        foreign.close()
        with pytest.raises(LedgerError, match="INC-1 version 1"):
            ledger.incidents.standing()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("night = '2025-12-12'", "found by another night"),
        ("region = NULL", "found by another region"),
        ("key = x'00'", "is not what its key was made of"),
        ("body = x'00'", "cannot be unpacked"),
    ],
)
def test_a_falsified_version_is_named(path: Path, change: str, said: str) -> None:
    with open_ledger(path) as ledger:
        settle_as(ledger, numbered(1))
        assert list(ledger.faults()) == []
        foreign = sqlite3.connect(path)
        foreign.executescript(f"DROP TRIGGER incident_versions_no_update; UPDATE incident_versions SET {change}")
        foreign.close()
        assert any("INC-1 version 1" in fault and said in fault for fault in ledger.faults())


def test_a_ledger_from_before_incidents_were_kept_is_settled_when_it_is_asked(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(None, None, [an_entry()], NOW)
    take_back_to(3, path)
    with open_ledger(path) as ledger:
        assert ledger.incidents.last_settlement() is None
        assert len(ledger_incidents(ledger, now=LATER)) == 1
        [version] = ledger.incidents.standing()
        assert version.received_at == NOW
        assert list(ledger.faults()) == []

"""What a careful reader finds in the sample night (expected.toml), held against the whole pipe.

A fault of the pipe that is known is marked with its reason; the mark is strict, so mending the fault fails the test
until the mark goes.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from skyledger import flow
from skyledger.ingest import read_paths
from skyledger.model import Claim, ClaimStatus, Document, Incident, Kind, PlaceKind, TimeRange, TotalCheck
from skyledger.publish import Sitrep, build_sitrep
from skyledger.reconcile import pair_closures

SAMPLE = Path(__file__).parents[2] / "src" / "skyledger" / "data" / "sample"
NOW = datetime(2026, 1, 2, 6, 0, tzinfo=UTC)
EXPECTED: Mapping[str, Any] = tomllib.loads((SAMPLE / "expected.toml").read_text(encoding="utf-8"))
NUMBERS = ("count", "injured", "killed")

KNOWN_FAULTS: Mapping[str, str] = {
    "no fire": "extract: an invented quote of a burning sky is read as a fire (beacon.html)",
}


@dataclass(frozen=True, slots=True)
class Night:
    documents: Mapping[str, Document]
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    sitrep: Sitrep


@pytest.fixture(scope="module")
def night() -> Night:
    documents = [d for file in read_paths([SAMPLE], now=NOW) for d in file.documents]
    claims = tuple(c for _, own, _ in flow.extract_documents(documents) for c in own)
    incidents = flow.derive_incidents(documents, claims)
    morning = datetime.fromisoformat(EXPECTED["night"]["label"]).date()
    label = morning.isoformat()
    sitrep = build_sitrep(
        morning,
        documents=documents,
        claims=claims,
        incidents=[i for i in incidents if i.night in (None, label)],
        closures=pair_closures(incidents),
        now=NOW,
    )
    return Night({d.id: d for d in documents}, claims, incidents, sitrep)


def cases(names: list[str]) -> list[Any]:
    marks = {name: pytest.mark.xfail(strict=True, reason=KNOWN_FAULTS[name]) for name in names if name in KNOWN_FAULTS}
    return [pytest.param(name, marks=marks.get(name, ()), id=name) for name in names]


def named(table: str, name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = next(entry for entry in EXPECTED[table] if entry["name"] == name)
    return found


def covers(window: TimeRange | None, fact: Mapping[str, Any]) -> bool:
    """The windows share more than half of what either covers; a moment or no time is compared elsewhere."""
    start, end = fact.get("start"), fact.get("end")
    if start is None or end is None:
        return True
    if window is None or window.start is None or window.end is None:
        return False
    shared = min(end, window.end) - max(start, window.start)
    return bool(shared / (max(end, window.end) - min(start, window.start)) > 0.5)


def incidents_of(night: Night, fact: Mapping[str, Any]) -> list[Incident]:
    town = fact.get("settlement")
    return [
        i
        for i in night.incidents
        if i.place is not None
        and (i.kind.value, i.fate and i.fate.value) == (fact["kind"], fact.get("fate", i.fate and i.fate.value))
        and (i.object and i.object.value) == fact.get("object", i.object and i.object.value)
        and (i.place.region == fact["place"] and i.place.name == town if town else i.place.id == fact["place"])
        and covers(i.window, fact)
    ]


@pytest.mark.parametrize("name", cases([fact["name"] for fact in EXPECTED["fact"]]))
def test_a_fact_of_the_night_is_one_incident_with_its_origins(night: Night, name: str) -> None:
    fact = named("fact", name)
    (incident,) = incidents_of(night, fact)
    if "low" in fact:
        finding = next(f for f in incident.findings if f.field in NUMBERS and f.interval is not None)
        assert finding.interval is not None
        assert (finding.interval.low, finding.interval.high) == (fact["low"], fact["high"])
        assert finding.dissenting == ()
        if "versions" in fact:
            said = [v.interval.low for v in finding.versions if v.interval is not None]
            assert said == fact["versions"]
    assert len(incident.origins) == fact["origins"], [o.reason for o in incident.origins]
    assert incident.sides == fact.get("sides", incident.sides)
    assert incident.status.value == fact.get("status", incident.status.value)
    if "rewrites" in fact:
        assert len(rewrites(night, incident)) == fact["rewrites"]


def rewrites(night: Night, incident: Incident) -> list[str]:
    """The texts that add nothing: no origin's first, no forward, no reprint weeks later."""
    firsts = {o.first_document for o in incident.origins}
    stale = EXPECTED["stale"][0]["document"]
    return [d for d in incident.documents if d not in {*firsts, stale} and not night.documents[d].forwarded_from]


def test_the_closing_nobody_lifted_stays_open_and_says_it_was_announced(night: Night) -> None:
    fact = next(f for f in EXPECTED["fact"] if f.get("open_end"))
    (airport,) = [a for a in night.sitrep.airports if a.airport.id == fact["place"]]
    (closing,) = airport.closings
    assert (closing.closed_from, closing.closed_told, closing.opened_at) == (fact["start"], True, None)


def test_closed_by_the_regulator_and_opened_by_a_channel_is_one_stretch(night: Night) -> None:
    (airport,) = [a for a in night.sitrep.airports if a.airport.id == "UUBC"]
    (closing,) = airport.closings
    assert closing.closure is not None
    assert closing.reopening is not None


@pytest.mark.parametrize("name", cases([total["name"] for total in EXPECTED["total"]]))
def test_a_total_is_held_against_its_parts(night: Night, name: str) -> None:
    wanted = named("total", name)
    checks: list[TotalCheck] = [t for i in night.incidents for t in i.totals if t.total.low == wanted["stated"]]
    by_id = {c.id: c for c in night.claims}
    roles = {t.tally: None if (s := by_id[t.tally].speaker) is None else s.role for t in checks}
    found = [(t.parts_low, t.verdict.value) for t in checks if roles[t.tally] == wanted["speaker"]]
    same = [t for t in EXPECTED["total"] if (t["stated"], t["speaker"]) == (wanted["stated"], wanted["speaker"])]
    assert (wanted["parts_sum"], wanted["verdict"]) in found
    assert len(found) == len(same)


def test_a_stale_reprint_stays_with_the_first_night(night: Night) -> None:
    for stale in EXPECTED["stale"]:
        own = [i for i in night.incidents if stale["document"] in i.documents]
        assert own
        assert {i.night for i in own} == {stale["first_night"]}
        assert all(any("repeats document" in o.reason for o in i.origins) for i in own)


@pytest.mark.parametrize("phrase", cases(EXPECTED["quiet"]["phrases"]))
def test_a_text_that_tells_of_no_attack_makes_no_current_claim(night: Night, phrase: str) -> None:
    (document,) = [d for d in night.documents.values() if phrase in d.text]
    own = [c for c in night.claims if c.document_id == document.id]
    assert [c.kind.value for c in own if c.status is ClaimStatus.CURRENT] == []


def test_one_post_and_its_rewrites_are_one_incident_with_one_origin_each(night: Night) -> None:
    """The governor's post stands once; the ministry's bulletin is the only other origin; nothing splits off."""
    (downed,) = incidents_of(night, named("fact", "Kaluga, the night"))
    assert sorted(o.speaker.role for o in downed.origins if o.speaker is not None) == ["governor", "ministry"]
    forty = [i for i in night.incidents if any(f.field == "count" and f.value == "40" for f in i.findings)]
    places = sorted("list" if i.place.kind is PlaceKind.LIST else i.place.id for i in forty if i.place is not None)
    assert places == ["RU-KLU", "list"]  # the list is the Moscow region's own forty


@pytest.mark.parametrize("name", cases(["no damage", "no fire"]))
def test_nothing_was_hit_in_kaluga_whatever_rewrites_make_of_it(night: Night, name: str) -> None:
    kaluga = [i for i in night.incidents if i.place is not None and i.place.id == "RU-KLU"]
    if name == "no fire":
        assert [i.kind.value for i in kaluga if i.kind is Kind.FIRE] == []
    else:
        outcomes = [f.value for i in kaluga for f in i.findings if f.field == "outcome"]
        # of the night, preliminary; of the day, by the governor's afternoon post
        assert sorted(outcomes) == ["none reported", "none reported, preliminary"]


@pytest.mark.parametrize("name", cases(["Zhukovsky"]))
def test_two_airports_of_one_sentence_both_reopen(night: Night, name: str) -> None:
    (airport,) = [a for a in night.sitrep.airports if a.airport.id == "UUBW"]
    told = next(d for d in night.documents.values() if "Домодедово и Жуковский возобновили" in d.text)
    assert [c.opened_at for c in airport.closings] == [told.published_at]


def test_the_report_is_short_enough_for_a_morning(night: Night) -> None:
    from skyledger.publish import render_terminal

    text = render_terminal(night.sitrep, width=100)
    assert len(text.splitlines()) <= 135
    assert max(map(len, render_terminal(night.sitrep, width=80).splitlines())) <= 80
    assert "at least 0" not in text

"""The JSON API: the rows of the selection, pages that join up, answers that say what they are, errors of one shape."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from skyledger.flow.overviews import items_by_region
from skyledger.flow.selecting import select
from skyledger.ledger import Ledger
from skyledger.model import Decision
from skyledger.publish.overview import build_calendar
from skyledger.publish.selection import Filter
from skyledger.say import LANGS, speaking
from skyledger.web.answers import to_json
from skyledger.web.settings import Settings
from tests.publish.night import NIGHT
from tests.web.client import Client
from tests.web.filled import NOW, a_filled_ledger, add, listed, other_night

EVERYTHING = "night_from=2000-01-01"


def test_rows_are_those_of_the_selection(client: Client, filled: Ledger) -> None:
    answer = client.json(f"/incidents.json?night={NIGHT}&kinds=damage,fire")
    selected = select(filled, Filter(night_from=NIGHT, night_to=NIGHT), now=NOW)
    wanted = [row for row in selected.rows if row.kind in ("damage", "fire")]
    assert to_json(answer["incidents"]) == to_json(wanted)
    assert answer["number_matched"] == answer["number_returned"] == len(wanted)
    assert answer["query"] == f"night_from={NIGHT}&night_to={NIGHT}&kinds=damage,fire"
    assert answer["filter"]["kinds"] == "damage,fire"


def test_next_addresses_lead_through_all_of_it(client: Client, filled: Ledger) -> None:
    ids, address = [], f"/incidents.json?{EVERYTHING}&limit=7&lang=uk"
    while address:
        answer = client.get(address)
        page = answer.json()
        ids += [row["id"] for row in page["incidents"]]
        address = page["next"]
        assert (address is None) is ("link" not in answer.headers)
        assert address is None or 'rel="next"' in answer.headers["link"]
        assert address is None or "lang=uk" in address
    assert sorted(ids) == sorted(listed(filled))


def test_the_page_after_the_last_night_stays_in_that_night(client: Client) -> None:
    first = client.json(f"/incidents.json?night={NIGHT}&limit=3")
    assert f"night_from={NIGHT}&night_to={NIGHT}" in first["next"]


def test_one_incident_has_every_claim_with_its_words(client: Client, filled: Ledger) -> None:
    [row] = client.json("/incidents.json?status=disputed&night=2025-12-14")["incidents"]
    full = client.json(f"/incidents/{row['id']}.json")
    assert full["incident"] == row
    texts = filled.documents()
    for claim in full["claims"]:
        for span in claim["spans"]:
            assert texts[claim["document"]].text[span["start"] : span["stop"]] == span["text"]
    ids = {claim["id"] for claim in full["claims"]}
    for finding in full["findings"]:
        assert set(finding["supporting"]) | set(finding["dissenting"]) <= ids
    assert any(finding["dissenting"] for finding in full["findings"])
    assert {origin["id"] for origin in full["origins"]} == {claim["origin"] for claim in full["claims"]}
    assert [step["number"] for step in full["history"]] == list(range(1, row["version"] + 1))
    assert client.json(f"/history/{row['id']}.json")["steps"] == full["history"]


def test_the_history_in_an_incident_is_the_one_told_alone(client: Client) -> None:
    for row in client.json(f"/incidents.json?{EVERYTHING}")["incidents"]:
        history = client.json(f"/history/{row['id']}.json")
        assert client.json(f"/incidents/{row['id']}.json")["history"] == history["steps"]


def test_a_text_is_the_sum_of_its_pieces(client: Client, filled: Ledger) -> None:
    for id, document in filled.documents().items():
        page = client.json(f"/documents/{id}.json")
        assert "".join(piece["text"] for piece in page["pieces"]) == page["text"]
        assert "".join(piece["latin"] for piece in page["pieces"]) == page["latin"]
        assert not any("а" <= letter <= "я" for letter in page["latin"].lower())
        marked = {mark["claim"] for piece in page["pieces"] for mark in piece["marks"]}
        assert marked == {claim["id"] for claim in page["claims"]}
        assert set(page["incidents"]) <= marked
        assert document.id == page["document"]["id"]


def test_nights_regions_and_airports_count_the_same_incidents(client: Client) -> None:
    rows = client.json(f"/incidents.json?{EVERYTHING}")["incidents"]
    nights = client.json("/nights.json")["nights"]
    assert sum(night["incidents"] for night in nights) == sum(row["night"] is not None for row in rows)
    for region in client.json("/regions.json")["regions"]:
        found = client.json(f"/incidents.json?{EVERYTHING}&region={region['id']}")["number_matched"]
        page = client.json(f"/regions/{region['id']}.json")
        assert page["incidents"] == region["incidents"]
        assert found <= region["incidents"]
        assert sum(day["incidents"] for day in page["calendar"]) <= page["incidents"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_regions_kept_days_are_what_its_incidents_amount_to(client: Client, lang: str) -> None:
    """A night keeps what it amounts to in each region, in English; a page says it in the reader's words."""
    shelf, look = client.app.state.site.all_nights(None)
    regions = items_by_region(shelf, look)
    assert regions
    for id, items in regions.items():
        with speaking(lang):
            expected = to_json(build_calendar(items))
        assert client.json(f"/regions/{id}.json?lang={lang}")["calendar"] == json.loads(expected)


def test_closed_times_of_an_airport_have_lengths(client: Client) -> None:
    airports = {airport["id"]: airport for airport in client.json("/airports.json")["airports"]}
    kaluga = client.json("/airports/UUBC.json")
    assert kaluga["airport"] == airports["UUBC"]
    [closure] = kaluga["closures"]
    assert closure["minutes"] == airports["UUBC"]["minutes_closed"] > 0
    assert airports["UUBC"]["state"] == "reopened"
    assert airports["UWSG"]["state"] == "closed, no reopening known"
    timeline = client.json(f"/timeline.json?night={NIGHT}")
    assert closure in timeline["closures"]
    assert {bar["id"] for bar in timeline["bars"]}.isdisjoint(timeline["untimed"])


def test_claims_and_origins_by_incident(client: Client) -> None:
    query = f"{EVERYTHING}&kinds=damage&limit=2"
    rows = client.json(f"/incidents.json?{query}")["incidents"]
    assert list(client.json(f"/claims.json?{query}")["claims"]) == [row["id"] for row in rows]
    assert list(client.json(f"/origins.json?{query}")["origins"]) == [row["id"] for row in rows]


def test_texts_are_found_by_words_in_any_form(client: Client) -> None:
    [found] = client.json("/search.json?q=Людиново")["documents"]
    assert found["quotes"]
    assert client.get("/search.json", 400).json()["parameter"] == "q"


def test_headline_and_facets_are_of_the_same_selection(client: Client) -> None:
    matched = client.json(f"/incidents.json?night={NIGHT}")["number_matched"]
    assert client.json(f"/headline.json?night={NIGHT}")["incidents"] == matched
    facets = {facet["field"]: facet["values"] for facet in client.json(f"/facets.json?night={NIGHT}")["facets"]}
    assert sum(value["count"] for value in facets["kinds"]) == matched


def test_an_answer_is_not_sent_twice(client: Client) -> None:
    first = client.get("/incidents.json")
    again = client.get("/incidents.json", 304, if_none_match=f'"other", W/{first.headers["etag"]}')
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]
    assert first.headers["last-modified"]
    assert client.http.head("/incidents.json").headers["etag"] == first.headers["etag"]
    assert client.http.head("/incidents.json").content == b""


def test_what_arrives_changes_the_answer_and_the_past_stays(folder: Path) -> None:
    with a_filled_ledger(folder) as ledger:
        now = [NOW]
        client = Client(ledger, Settings(clock=lambda: now[0]))
        first = client.get("/incidents.json")
        now[0] += timedelta(hours=1)
        add(ledger, other_night(6), now=now[0])
        client.app.state.site.forget_token()
        client.get("/incidents.json", 200, if_none_match=first.headers["etag"])
        past = client.json(f"/incidents.json?as_of={NOW.isoformat().replace('+00:00', 'Z')}")
        assert past["incidents"] == first.json()["incidents"]
        changes = client.json("/changes.json")["changes"]
        assert [change["row"] for change in changes] == sorted(change["row"] for change in changes)
        known = changes[-2]["row"]
        assert len(client.json(f"/changes.json?since={known}")["changes"]) == 1


def test_a_merged_id_moves_and_a_withdrawn_one_is_gone(folder: Path) -> None:
    with a_filled_ledger(folder) as ledger:
        client = Client(ledger, Settings(clock=lambda: NOW + timedelta(days=1)))
        one, two = (
            row["id"] for row in client.json("/incidents.json?region=RU-KLU&fates=downed&night=2025-12-11")["incidents"]
        )
        claims = [incident.claims[0] for v in ledger.incidents.standing(ids=[one, two]) if (incident := v.incident)]
        decide(ledger, "same", claims)
        gone = next(id for id in (one, two) if ledger.incidents.newest([id])[id].incident is None)
        kept = two if gone == one else one
        client.app.state.site.forget_token()
        assert client.get(f"/incidents/{gone}.json", 301).headers["location"] == f"/incidents/{kept}.json"
        assert client.get(f"/incidents/{gone}", 301).headers["location"] == f"/incidents/{kept}"


def decide(ledger: Ledger, verb: Any, targets: list[str]) -> None:
    from skyledger.flow.settling import settle

    later = NOW + timedelta(hours=2)
    ledger.decide(
        Decision(id=f"dec-{verb}", verb=verb, targets=tuple(targets), why="Read.", by="editor", at=later), later
    )
    settle(ledger, later)


@pytest.mark.parametrize(
    ("path", "status", "parameter"),
    [
        ("/incidents.json?colour=red", 400, "colour"),
        ("/incidents.json?night=today", 400, "night"),
        ("/incidents.json?limit=0", 400, "limit"),
        ("/incidents.json?after=INC-0000000000", 400, "after"),
        ("/incidents.json?as_of=2099-01-01T00:00:00Z", 400, "as_of"),
        ("/incidents.json?lang=fr", 400, "lang"),
        ("/incidents/INC-0000000000.json", 404, None),
        ("/incidents/inc.json", 422, "id"),
        ("/documents/nothing.json", 404, None),
        ("/airports/ZZZZ.json", 404, None),
        ("/regions/XX-ZZZ.json", 404, None),
        ("/nowhere.json", 404, None),
        ("/changes.json?since=x", 400, "since"),
    ],
)
def test_errors_have_one_shape(client: Client, path: str, status: int, parameter: str | None) -> None:
    answer = client.get(path, status)
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert (body["type"], body["status"], body["instance"]) == ("about:blank", status, path.partition("?")[0])
    assert body["title"]
    assert body["detail"]
    assert body.get("parameter") == parameter


def test_a_fault_is_an_answer_without_a_traceback(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(filled, Settings(clock=lambda: NOW), raises=False)

    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(client.app.state.site, "select", fail)
    answer = client.get("/incidents.json?count_min=77", 500)
    assert answer.json()["status"] == 500
    assert "secret" not in answer.text


def test_openapi_names_every_route(client: Client) -> None:
    told = client.json("/openapi.json")["paths"]
    assert {"/incidents.json", "/incidents/{id}.json", "/regions/{id}.json", "/healthz"} <= set(told)


def test_the_application_says_how_it_is(client: Client) -> None:
    assert client.json("/healthz")["status"] == "ok"
    assert "skyledger" in client.get("/").text

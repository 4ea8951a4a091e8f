"""A selection in time: closed times with stated and announced hours, and nights as a series."""

from datetime import UTC, datetime
from pathlib import Path

from skyledger.ledger import Entry
from skyledger.model import Kind
from skyledger.web.settings import Settings
from tests.builders import a_claim, a_document
from tests.link.stories import an_airport
from tests.publish.night import NIGHT
from tests.web.client import Client
from tests.web.filled import NOW, a_filled_ledger, entry

TULA = an_airport("UUBT", "Tula airport", "RU-TUL")


def a_notice(kind: Kind, words: str, day: int, hour: int) -> Entry:
    """A notice that names no hour."""
    document = a_document(f"Tula airport: {words}", published_at=datetime(2026, 1, day, hour, 15, tzinfo=UTC))
    claim = a_claim(
        document, trigger=words, kind=kind, fate=None, object=None, count=None, place=TULA, time=None, speaker=None
    )
    return entry(document, claim)


def notices() -> list[Entry]:
    return [
        a_notice(Kind.AIRSPACE_CLOSURE, "restrictions introduced", 4, 20),
        a_notice(Kind.AIRSPACE_REOPENING, "restrictions lifted", 5, 3),
    ]


def test_the_hour_of_an_announcement_is_marked_as_such(folder: Path) -> None:
    with a_filled_ledger(folder, *notices()) as ledger:
        client = Client(ledger, Settings(clock=lambda: NOW.replace(year=2026, month=2)))
        page = client.json("/airports/UUBT.json")
        [closure] = page["closures"]
        assert (closure["start_announced"], closure["end_announced"]) == (True, True)
        assert datetime.fromisoformat(closure["start"]) == datetime(2026, 1, 4, 20, 15, tzinfo=UTC)
        assert closure["minutes"] == 7 * 60
        assert page["airport"]["minutes_closed"] == 0  # nobody stated for how long
        assert (page["airport"]["state"], page["airport"]["since_announced"]) == ("reopened", True)
        assert page["airport"]["since"] == closure["end"]
        timeline = client.json("/timeline.json?night_from=2026-01-03&night_to=2026-01-06")
        assert closure in timeline["closures"]


def test_a_timeline_has_the_closed_times_of_its_selection_alone(client: Client) -> None:
    rows = client.json(f"/incidents.json?night={NIGHT}&airport=UUBC")["incidents"]
    chosen = client.json(f"/timeline.json?night={NIGHT}&airport=UUBC")["closures"]
    assert chosen
    assert {closure["closure"] for closure in chosen} <= {row["id"] for row in rows}
    assert client.json(f"/timeline.json?night={NIGHT}&kinds=damage")["closures"] == []


def test_a_series_is_the_selection_night_by_night(client: Client) -> None:
    told = client.json("/series.json?kinds=interception")
    rows = client.json("/incidents.json?kinds=interception&night_from=2000-01-01")["incidents"]
    nights = [day["night"] for day in told["nights"]]
    assert nights == sorted({row["night"] for row in rows if row["night"] is not None})
    assert sum(day["incidents"] for day in told["nights"]) + told["undated"] == len(rows)
    for day in told["nights"]:
        for figure in day["figures"]:
            assert figure["low"] <= (figure["high"] or figure["low"])
    one = client.json(f"/series.json?night={NIGHT}")
    assert [day["night"] for day in one["nights"]] == [NIGHT.isoformat()]


def test_nights_count_what_has_none_aside(client: Client) -> None:
    rows = client.json("/incidents.json?night_from=2000-01-01")["incidents"]
    assert client.json("/nights.json")["undated"] == sum(row["night"] is None for row in rows)


def test_a_notice_of_the_evening_is_of_the_night_that_follows(folder: Path) -> None:
    with a_filled_ledger(folder, *notices()) as ledger:
        client = Client(ledger, Settings(clock=lambda: NOW.replace(year=2026, month=2)))
        rows = client.json("/incidents.json?night_from=2026-01-05&night_to=2026-01-05")["incidents"]
        assert {row["kind"] for row in rows} == {"airspace_closure", "airspace_reopening"}
        figures = client.json("/headline.json?night_from=2026-01-05&night_to=2026-01-05")["figures"]
        assert [figure["low"] for figure in figures if figure["key"] == "airports"] == [1]

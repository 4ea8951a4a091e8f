"""One selection for screen and files: every field narrows, pages join up, what changed is seen, policy holds."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from skyledger.errors import NotFoundError
from skyledger.flow.selecting import Selected, find_released, select
from skyledger.ledger import Ledger
from skyledger.model import ClaimStatus, Kind, PlacePrecision
from skyledger.publish.policy import ReleasePolicy, private_policy, public_policy
from skyledger.publish.selection import Filter, ParameterError, read_filter
from tests.builders import a_claim, a_document
from tests.publish.night import NIGHT
from tests.web.filled import NOW, a_filled_ledger, add, entry, listed, other_night

EVERYTHING = Filter(night_from=date(2000, 1, 1))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with a_filled_ledger(tmp_path_factory.mktemp("ledger")) as filled:
        yield filled


def ask(ledger: Ledger, query: str = "", **more: Any) -> Selected:
    return select(ledger, read_filter(parse_qsl(query)), now=NOW, **more)


def test_without_nights_the_last_one_is_meant(ledger: Ledger) -> None:
    found = ask(ledger)
    assert found.query == "night_from=2025-12-14&night_to=2025-12-14"
    assert [row.title for row in found.rows] == ["UAVs downed, Tula Oblast"]


def test_all_that_stands_is_found_and_in_order(ledger: Ledger) -> None:
    found = select(ledger, EVERYTHING, now=NOW)
    assert {row.id for row in found.rows} == listed(ledger)
    assert [(row.night or "", row.id) for row in found.rows] == sorted(
        ((row.night or "", row.id) for row in found.rows), key=lambda key: ([-ord(c) for c in key[0]] or [1], key[1])
    )


def test_pages_join_up(ledger: Ledger) -> None:
    whole = select(ledger, EVERYTHING, now=NOW)
    ids: list[str] = []
    after: str | None = ""
    while after is not None:
        page = select(ledger, EVERYTHING, now=NOW, after=after or None, limit=3)
        assert page.total == whole.total
        ids += [row.id for row in page.rows]
        after = page.next_after
    assert ids == [row.id for row in whole.rows]
    with pytest.raises(ParameterError, match="after"):
        select(ledger, EVERYTHING, now=NOW, after="INC-0000000000")


@pytest.mark.parametrize(
    "query",
    [
        "kinds=damage",
        "fates=downed",
        "objects=uav",
        "region=RU-KLU",
        "place=gn:534701",
        "airport=UUBC",
        "speaker=ru-mod",
        "side=ua",
        "status=disputed",
        "modality=preliminary",
        "origins_min=2",
        "count_min=20",
        "q=Людинове",
        "bbox=34,53,35,54",
        "datetime=2025-12-10T18:00:00Z/2025-12-10T18:30:00Z",
        "located=no",
    ],
)
def test_every_field_narrows(ledger: Ledger, query: str) -> None:
    some, every = ask(ledger, f"night_from={NIGHT}&{query}"), ask(ledger, f"night_from={NIGHT}")
    assert 0 < some.total < every.total
    assert {row.id for row in some.rows} < {row.id for row in every.rows}


def test_what_has_no_time_is_found_apart(tmp_path: Path) -> None:
    document = a_document("40 UAVs were shot down over Kaluga Oblast.", published_at=NOW)
    with a_filled_ledger(tmp_path, entry(document, a_claim(document, time=None))) as ledger:
        timed, untimed = (ask(ledger, f"night_from={NIGHT}&timed={answer}") for answer in ("yes", "no"))
        assert untimed.total == 1
        assert timed.total + untimed.total == ask(ledger, f"night_from={NIGHT}").total


def test_a_list_of_regions_is_found_under_each(ledger: Ledger) -> None:
    for row in ask(ledger, f"night={NIGHT}&region=RU-KLU").rows:
        assert row.place is not None
        assert "RU-KLU" in (row.place.region, *row.place.parts)


def test_the_counts_are_those_of_the_rows(ledger: Ledger) -> None:
    found = ask(ledger, f"night={NIGHT}&kinds=damage")
    kinds = {value.value: value.count for facet in found.facets if facet.field == "kinds" for value in facet.values}
    for kind in Kind:
        assert kinds.get(kind.value, 0) == ask(ledger, f"night={NIGHT}&kinds={kind.value}").total
    statuses = {v.value: v.count for facet in found.facets if facet.field == "status" for v in facet.values}
    assert sum(statuses.values()) == found.total


def test_an_area_has_no_point(ledger: Ledger) -> None:
    for row in select(ledger, EVERYTHING, now=NOW).rows:
        if row.place is not None and row.place.precision in (PlacePrecision.REGION, PlacePrecision.COUNTRY):
            assert (row.place.lon, row.place.lat, row.place.radius_km) == (None, None, None)


def test_the_headline_adds_nothing_up(ledger: Ledger) -> None:
    headline = ask(ledger, f"night={NIGHT}&fates=downed").headline
    stated = {figure.low for row in ask(ledger, f"night={NIGHT}").rows for figure in row.figures}
    assert headline.figures
    assert all(figure.low in stated for figure in headline.figures)
    assert "texts" in headline.sentence


def test_each_row_comes_with_its_incident_and_texts(ledger: Ledger) -> None:
    for row, incident, released in select(ledger, EVERYTHING, now=NOW).whole():
        assert row.id == incident.id
        assert set(incident.claims) <= {claim.id for claim in released.claims}


def test_one_incident_is_found_by_id(ledger: Ledger) -> None:
    row = ask(ledger).rows[0]
    assert find_released(ledger, row.id, now=NOW)[0] == row
    with pytest.raises(NotFoundError):
        find_released(ledger, "INC-0000000000", now=NOW)


def test_words_that_policy_cut_find_nothing(tmp_path: Path) -> None:
    text = "Overnight 40 UAVs were shot down over Tula Oblast. Resident Peter Madeup, 41, called +7 900 555-35-35."
    document = a_document(text)
    with a_filled_ledger(tmp_path, entry(document, a_claim(document))) as ledger:
        assert ask(ledger, "q=Oblast").total
        assert not ask(ledger, "q=Madeup").total
        assert not ask(ledger, "q=35-35").total


def test_what_arrives_is_seen_at_once_and_the_past_stays(tmp_path: Path) -> None:
    with a_filled_ledger(tmp_path) as ledger:
        before = ask(ledger)
        assert ask(ledger).rows is not None
        add(ledger, other_night(5), now=NOW + timedelta(hours=1))
        after = ask(ledger)
        assert after.query == "night_from=2025-12-16&night_to=2025-12-16"
        assert ask(ledger, "night=2025-12-14").rows == before.rows
        past = select(ledger.at(NOW), Filter(), now=NOW)
        assert past.rows == before.rows
        assert past.as_of == NOW


def test_a_changed_incident_shows_its_new_version(tmp_path: Path) -> None:
    with a_filled_ledger(tmp_path) as ledger:
        [row] = ask(ledger).rows
        first = other_night()
        copy = a_document(first.document.text + " Said again.", published_at=first.document.published_at)
        claim = first.claims[0]
        add(
            ledger,
            entry(copy, a_claim(copy, place=claim.place, time=claim.time, speaker=None)),
            now=NOW + timedelta(hours=1),
        )
        [again] = ask(ledger, "night=2025-12-14").rows
        assert (again.id, again.documents, again.version) == (row.id, row.documents + 1, row.version + 1)
        assert again.first_seen == row.first_seen < again.updated


def test_the_public_sees_a_night_when_it_is_due(tmp_path: Path) -> None:
    with a_filled_ledger(tmp_path) as ledger:
        early, late = NOW - timedelta(days=6), NOW
        assert select(ledger, Filter(night_from=date(2025, 12, 14)), now=early, policy=public_policy()).total == 0
        assert select(ledger, Filter(), now=early, policy=public_policy()).query == (
            "night_from=2025-12-11&night_to=2025-12-11"
        )
        assert select(ledger, Filter(), now=late, policy=public_policy()).total == 1


@pytest.mark.parametrize("policy", [private_policy(), public_policy()])
def test_an_incident_alone_is_released_as_in_its_night(ledger: Ledger, policy: ReleasePolicy) -> None:
    for row, incident, released in select(ledger, EVERYTHING, now=NOW, policy=policy).whole():
        alone, same, texts = find_released(ledger, row.id, now=NOW, policy=policy)
        assert (alone, same) == (row, incident)
        whole = {claim.id: claim for claim in released.claims}
        assert all(whole[claim.id] == claim for claim in texts.claims)


def test_what_is_only_recalled_is_listed_nowhere_and_found_by_its_id(tmp_path: Path) -> None:
    document = a_document("In November 40 UAVs were shot down over Kaluga Oblast overnight.", published_at=NOW)
    recalled = a_claim(document, status=ClaimStatus.BACKGROUND)
    with a_filled_ledger(tmp_path, entry(document, recalled)) as ledger:
        (told,) = ledger.incidents.standing(claims=[recalled.id])
        assert told.id not in {row.id for row in select(ledger, EVERYTHING, now=NOW).rows}
        assert told.id not in {row.id for row in ask(ledger, "region=RU-KLU").rows}
        assert find_released(ledger, told.id, now=NOW)[0].id == told.id

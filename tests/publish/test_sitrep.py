"""The report: nothing is summed that overlaps, unknown is never zero, order does not matter."""

import json
import random
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from skyledger.model import Claim, Finding, Interval, Kind, Lang
from skyledger.publish import Sitrep, build_sitrep, render_html, render_json, render_markdown, render_terminal
from skyledger.publish.sitrep.records import Headline
from tests.builders import an_interval
from tests.publish.night import (
    MOD,
    NIGHT,
    NOW,
    PARTS,
    RU_MOD,
    RU_NIGHT,
    a_claim,
    a_small_night,
    an_incident,
    number,
    post,
)

GOLDEN = Path(__file__).parent / "golden" / "small_night.md"


@pytest.fixture(scope="module")
def sitrep() -> Sitrep:
    return build_sitrep(NIGHT, now=NOW, **a_small_night().arguments())


def _headline(sitrep: Sitrep, key: str) -> Headline:
    return next(h for h in sitrep.headlines if h.key == key)


def _values(sitrep: Sitrep, key: str) -> list[str]:
    return [f.value for f, _ in _headline(sitrep, key).figures]


def test_statements_stand_side_by_side_and_are_never_summed(sitrep: Sitrep) -> None:
    assert _values(sitrep, "downed") == ["94", "92"]
    assert "not added" in _headline(sitrep, "downed").note
    total = sum(f.interval.low for h in sitrep.headlines for f, _ in h.figures if f.interval is not None)
    assert str(total) not in render_terminal(sitrep)


def test_parts_of_a_total_are_marked_and_never_a_headline(sitrep: Sitrep) -> None:
    tally = next(line for line in sitrep.lines if line.tally)
    parts = [line for line in sitrep.lines if line.part_of == tally.incident]
    assert len(parts) == 6
    assert not {id(line) for h in sitrep.headlines for _, line in h.figures if line} & {id(p) for p in parts}


def test_fates_never_share_a_section(sitrep: Sitrep) -> None:
    for section in sitrep.kinds:
        if section.key in ("downed", "suppressed", "lost"):
            assert len({line.fate for line in section.lines}) == 1


def test_the_regions_of_one_list_without_a_total_are_added_as_at_least() -> None:
    text = "Минобороны: прошедшей ночью сбиты 31 над Брянской областью, 22 над Калужской областью."
    document = post("list", MOD, Lang.RU, "11 04:00", text)
    claims = [
        a_claim(document, trigger="сбиты", count=number(t, n), place=p, time=RU_NIGHT, speaker=RU_MOD)
        for t, n, p in PARTS[:2]
    ]
    incidents = [an_incident([c]) for c in claims]
    report = build_sitrep(NIGHT, documents=[document], claims=claims, incidents=incidents, now=NOW)
    assert _values(report, "downed") == ["at least 53"]
    assert "list" in _headline(report, "downed").note
    # The same two figures in two documents may overlap: they stay apart.
    other = replace(document, id="list-2")
    second = replace(claims[1], document_id="list-2", id="c1-other")
    second = replace(second, evidence=tuple(replace(e, document_id="list-2") for e in second.evidence))
    apart = build_sitrep(
        NIGHT,
        documents=[document, other],
        claims=[claims[0], second],
        incidents=[an_incident([claims[0]]), an_incident([second])],
        now=NOW,
    )
    assert _values(apart, "downed") == ["31", "22"]


def test_unknown_is_not_reported_and_never_zero(sitrep: Sitrep) -> None:
    empty = build_sitrep(NIGHT, documents=(), claims=(), incidents=(), now=NOW)
    assert _values(empty, "killed") == ["not reported"]
    assert all(f.interval is None for h in empty.headlines for f, _ in h.figures)
    assert _values(sitrep, "killed") == ["no casualties stated"]
    assert _headline(sitrep, "killed").note == "In 1 place; elsewhere not reported."


def test_lower_bounds_say_at_least(sitrep: Sitrep) -> None:
    assert _values(sitrep, "injured") == ["at least 3"]
    figure = _headline(sitrep, "injured").figures[0][0]
    assert figure.interval == Interval(low=3, high=None)


def test_every_figure_names_its_claims(sitrep: Sitrep) -> None:
    for line in sitrep.lines:
        for figure in line.figures:
            assert figure.claims
            assert set(figure.claims) <= set(sitrep.claims)


def test_background_is_listed_apart_and_counted_nowhere(sitrep: Sitrep) -> None:
    (old,) = sitrep.background
    assert not [line for line in sitrep.lines if old in line.claims]
    assert "267" not in render_terminal(sitrep).split("other times")[0]


def test_earlier_versions_are_shown_behind_the_last(sitrep: Sitrep) -> None:
    line = next(i for i in sitrep.lines if i.status == "disputed")
    assert [v for v, _ in line.figures[0].earlier] == ["6"]


def test_conflicts_show_both_sides_and_totals_both_statements(sitrep: Sitrep) -> None:
    dissent, total = sitrep.conflicts
    assert {(s.value, s.role) for s in dissent.statements} == {("23", "for"), ("22", "against")}
    assert "94" in total.sentence
    assert len(total.statements) == 7


def test_unknowns_name_the_silent_the_unplaced_and_the_undated(sitrep: Sitrep) -> None:
    assert sitrep.unknowns.silent == ("Губернатор Тульской области",)
    assert sitrep.unknowns.without_place == ()  # the ministry's total is over regions and needs no place
    assert len(sitrep.unknowns.without_time) == 1
    assert {g.code for g in sitrep.unknowns.issues} == {"place-ambiguous", "purpose-ignored", "speaker-missing"}


def test_a_closed_airport_without_a_reopening_stays_open_ended(sitrep: Sitrep) -> None:
    saratov = next(a for a in sitrep.airports if a.airport.id == "UWSG")
    assert saratov.closings[0].opened_at is None
    assert "reopening not reported" in render_terminal(sitrep)


def test_a_region_report_holds_only_what_touches_the_region() -> None:
    report = build_sitrep(NIGHT, region="RU-VOR", now=NOW, **a_small_night().arguments())
    assert [line.place.id for line in report.lines if line.place] == ["RU-ROS+RU-VOR"]
    assert [d.document.id for d in report.documents] == ["don-1"]


def test_another_night_is_empty() -> None:
    report = build_sitrep(NIGHT.replace(day=20), now=NOW, **{**a_small_night().arguments(), "expected": ()})
    assert report.lines == ()
    assert report.documents == ()


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_input_does_not_matter(seed: int) -> None:
    arguments = a_small_night().arguments()
    mixed: dict[str, Any] = {k: random.Random(seed).sample(v, len(v)) for k, v in arguments.items()}
    one = json.loads(render_json(build_sitrep(NIGHT, now=NOW, **arguments)))
    other = json.loads(render_json(build_sitrep(NIGHT, now=NOW, **mixed)))
    assert _without_order(one) == _without_order(other)


def _without_order(value: object) -> object:
    """Claims of one document are listed in the order given; everything else must be equal as it stands."""
    if isinstance(value, dict):
        return {k: _without_order(v) for k, v in value.items()}
    if isinstance(value, list):
        return sorted((_without_order(v) for v in value), key=lambda v: json.dumps(v, sort_keys=True))
    return value


@pytest.mark.parametrize("width", [80, 120])
def test_the_terminal_never_runs_over_and_needs_no_colour(sitrep: Sitrep, width: int) -> None:
    for full in (False, True):
        text = render_terminal(sitrep, width=width, full=full)
        assert max(map(len, text.splitlines())) <= width
        assert "\x1b" not in text
        assert ("[[94]]" in text) is full
    assert "\x1b[1m" in render_terminal(sitrep, width=width, colour=True)
    assert "\x1b[31m" not in render_terminal(sitrep, width=width, colour=True)  # a post's own escape


def test_markdown_of_the_small_night_is_as_recorded(sitrep: Sitrep) -> None:
    assert render_markdown(sitrep) == GOLDEN.read_text(encoding="utf-8")


def test_markdown_from_posts_is_only_letters(sitrep: Sitrep) -> None:
    text = render_markdown(sitrep)
    assert "<script" not in text
    assert "](javascript" not in text.replace("\\]", "")
    assert "coordinated" not in text.lower().split("## documents")[0]


def test_the_json_shape_is_the_documented_one(sitrep: Sitrep) -> None:
    data = json.loads(render_json(sitrep))
    assert data["shape"] == "skyledger.sitrep/1"
    documented = (Path(__file__).parents[2] / "docs" / "sitrep.md").read_text(encoding="utf-8")
    for key in data:
        assert f"`{key}`" in documented, f"docs/sitrep.md lacks {key}"
    incidents = {i["incident"] for i in data["incidents"]}
    assert {line["incident"] for k in data["kinds"] for line in k["lines"]} == incidents


def test_hits_within_launched_do_not_vanish_from_the_headline() -> None:
    """A check that holds downed and hits against launched makes them no parts of one count."""
    night = a_small_night()
    launched = next(i for i in night.incidents if i.fate is not None and i.fate.value == "launched")
    hit = next(i for i in night.incidents if i.fate is not None and i.fate.value == "hit")
    tally = next(i for i in night.incidents if i.totals).totals[0]
    check = replace(tally, tally=launched.claims[0], parts=hit.claims, total=an_interval(118))
    incidents = [replace(i, totals=(check,)) if i.id == launched.id else i for i in night.incidents]
    report = build_sitrep(NIGHT, now=NOW, **{**night.arguments(), "incidents": incidents})
    assert _values(report, "hit") == ["22"]


def test_undated_incidents_belong_to_the_night_their_text_was_posted(sitrep: Sitrep) -> None:
    undated: list[Claim] = [sitrep.claims[c] for c in sitrep.unknowns.without_time]
    assert [c.kind for c in undated] == [Kind.OTHER_EFFECT]


def test_a_hedged_nobody_is_never_at_least_zero() -> None:
    """Reconcile leaves a preliminary "nobody" open above."""
    night = a_small_night()
    nobody = next(i for i in night.incidents if i.kind is Kind.NO_CASUALTIES)
    open_above = replace(
        nobody, findings=tuple(replace(f, interval=Interval(low=0, high=None)) for f in nobody.findings)
    )
    incidents = [open_above if i.id == nobody.id else i for i in night.incidents]
    report = build_sitrep(NIGHT, now=NOW, **{**night.arguments(), "incidents": incidents})
    assert _values(report, "killed") == ["no casualties stated"]
    for text in (render_terminal(report), render_markdown(report), render_html(report)):
        assert "at least 0" not in text


def test_an_incident_of_background_claims_alone_is_no_line() -> None:
    night = a_small_night()
    old = next(c for c in night.claims if c.status.value == "background")
    report = build_sitrep(NIGHT, now=NOW, **{**night.arguments(), "incidents": (*night.incidents, an_incident([old]))})
    assert report.background == (old.id,)
    assert not [line for line in report.lines if old.id in line.claims]


def test_the_short_report_is_a_morning_read(sitrep: Sitrep) -> None:
    text = render_terminal(sitrep, width=100)
    order = [
        text.index(title) for title in ("HEADLINES", "CONFLICTS", "AIRPORTS", "BY REGION", "NOT KNOWN", "DOCUMENTS")
    ]
    assert order == sorted(order)
    documents = text[order[-1] :].splitlines()[1:]
    assert [line.split()[0] for line in documents] == [d.key for d in sitrep.documents]
    assert len(text.splitlines()) < 80 < len(render_terminal(sitrep, width=100, full=True).splitlines())


def test_the_short_report_leads_every_row_to_documents(sitrep: Sitrep) -> None:
    text = render_terminal(sitrep, width=400)
    rows = text[text.index("BY REGION") : text.index("NOT KNOWN")].splitlines()[2:-1]
    assert rows
    assert [row for row in rows if not re.search(r"\[D\d+", row)] == []
    for key in re.findall(r"D\d+", text):
        assert key in {d.key for d in sitrep.documents}


def test_each_government_is_heard_first_in_the_headline(sitrep: Sitrep) -> None:
    sides = {sitrep.claims[f.claims[0]].speaker for f, _ in _headline(sitrep, "downed").figures}
    assert {s.side.value for s in sides if s is not None} == {"ru", "ua"}
    text = render_terminal(sitrep, width=200)
    assert re.search(r"94 UAVs; .*\n +of these 31 ", text)


def test_what_some_deny_never_reads_as_if_nobody_had() -> None:
    night = a_small_night()
    fire = next(i for i in night.incidents if i.kind is Kind.FIRE)
    outcome = Finding(field="outcome", value="denied", interval=None, supporting=fire.claims)
    incidents = [replace(i, findings=(*i.findings, outcome)) if i.id == fire.id else i for i in night.incidents]
    report = build_sitrep(NIGHT, now=NOW, **{**night.arguments(), "incidents": incidents})
    assert next(line for line in report.lines if line.incident == fire.id).title.endswith(", denied")


def test_an_announced_closing_is_told_as_announced() -> None:
    night = a_small_night()
    closed = [i for i in night.incidents if i.kind in (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING)]
    untimed = {i.id: replace(i, window=None) for i in closed}
    incidents = [untimed.get(i.id, i) for i in night.incidents]
    report = build_sitrep(NIGHT, now=NOW, **{**night.arguments(), "incidents": incidents, "closures": ()})
    closings = [c for a in report.airports for c in a.closings]
    assert closings
    assert all(c.closed_told for c in closings if c.closure is not None)
    assert "(announced)" in render_html(report)
    assert "≈" in render_terminal(report)


def test_what_no_text_places_is_listed_as_unplaced() -> None:
    night = a_small_night()
    dark = next(i for i in night.incidents if i.kind is Kind.POWER_OUTAGE)
    claims = [replace(c, place=None) if c.id in dark.claims else c for c in night.claims]
    incidents = [replace(i, place=None) if i.id == dark.id else i for i in night.incidents]
    report = build_sitrep(NIGHT, now=NOW, **{**night.arguments(), "claims": claims, "incidents": incidents})
    assert report.unknowns.without_place == dark.claims

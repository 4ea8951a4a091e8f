"""Scoring against hand labels: on rows made up here, and the shape of the labels of the real material."""

import csv
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from skyledger.errors import UsageError
from skyledger.evaluate.label_score import LabelScores, score_labels
from skyledger.evaluate.labels import load_labels
from skyledger.model import (
    Claim,
    ClaimStatus,
    Count,
    Fate,
    Harm,
    Interval,
    Kind,
    Place,
    PlaceKind,
    PlacePrecision,
    Qualifier,
    Unit,
)
from skyledger.packs.load import load_packs

ROOT = Path(__file__).resolve().parents[2]
LABELS = ROOT / "evaluation" / "labels"
DATA = ROOT.parent / "shared" / "data"
STREAM = "stream/telegram_2026-02-22.jsonl"
RUN = 6


def a_label(kind: str, **changes: Any) -> dict[str, Any]:
    label = {"kind": kind, "fate": None, "object": None, "low": None, "high": None, "place": None, "harm": None}
    return {**label, "status": "current", **changes}


def a_claim(kind: Kind, fate: Fate | None = None, number: int | None = None, place: Place | None = None) -> Claim:
    count = None
    if number is not None:
        count = Count(low=number, high=number, stated=number, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text="")
    return Claim(id="c", document_id="d", kind=kind, fate=fate, count=count, place=place)


def a_region(region: str) -> Place:
    return Place(id=region, kind=PlaceKind.REGION, precision=PlacePrecision.REGION, name=region, region=region)


def a_list(*parts: str) -> Place:
    return Place(id="+".join(parts), kind=PlaceKind.LIST, precision=PlacePrecision.REGION, name="", parts=parts)


def scored(tmp_path: Path, row: dict[str, Any], *claims: Claim, regions: dict[str, str] | None = None) -> LabelScores:
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps({"row": 3, "note": "", **row}) + "\n", encoding="utf-8")
    return score_labels(load_labels(path), {("", 3): claims}, regions or {})[""]


def test_a_right_claim_is_found(tmp_path: Path) -> None:
    label = a_label("interception", fate="downed", low=40, high=40, place="RU-KLU")
    scores = scored(tmp_path, {"claims": [label]}, a_claim(Kind.INTERCEPTION, Fate.DOWNED, 40, a_region("RU-KLU")))
    assert (scores.recall, scores.precision, scores.false_alarm_rate) == (1.0, 1.0, None)
    assert scores.outcomes[0].placed == 1


@pytest.mark.parametrize(
    ("number", "region", "fate"),
    [(41, "RU-KLU", Fate.DOWNED), (40, "RU-TUL", Fate.DOWNED), (40, "RU-KLU", Fate.LAUNCHED)],
)
def test_another_number_region_or_fate_is_missed_and_false(
    tmp_path: Path, number: int, region: str, fate: Fate
) -> None:
    label = a_label("interception", fate="downed", low=40, high=40, place={"name": "Kaluga", "region": "RU-KLU"})
    scores = scored(tmp_path, {"claims": [label]}, a_claim(Kind.INTERCEPTION, fate, number, a_region(region)))
    assert (scores.found, scores.missed, scores.surplus) == (0, 1, 1)
    assert scores.worst(5) == scores.outcomes


def test_a_prediction_without_place_is_found_but_not_placed(tmp_path: Path) -> None:
    scores = scored(tmp_path, {"claims": [a_label("fire", place="UA-63")]}, a_claim(Kind.FIRE))
    assert (scores.found, scores.outcomes[0].placed) == (1, 0)


def test_an_attack_without_a_fate_may_be_hit_or_launched_but_not_debris(tmp_path: Path) -> None:
    row = {"claims": [a_label("attack", place="any")]}
    assert scored(tmp_path, row, a_claim(Kind.ATTACK, Fate.HIT)).found == 1
    assert scored(tmp_path, row, a_claim(Kind.ATTACK, Fate.LAUNCHED)).found == 1
    assert scored(tmp_path, row, a_claim(Kind.ATTACK, Fate.DEBRIS)).found == 0


def test_an_uncounted_attack_takes_no_number_but_one(tmp_path: Path) -> None:
    row = {"claims": [a_label("attack", place="UA-63")]}
    assert scored(tmp_path, row, a_claim(Kind.ATTACK, Fate.HIT, 9)).surplus == 1
    assert scored(tmp_path, row, a_claim(Kind.ATTACK, Fate.HIT, 1)).surplus == 0
    any_number = {"claims": [a_label("attack", place="UA-63", any_count=True)]}
    assert scored(tmp_path, any_number, a_claim(Kind.ATTACK, Fate.HIT, 9)).found == 1


def test_harm_must_share_a_figure_and_contradict_none(tmp_path: Path) -> None:
    row = {"claims": [a_label("casualties", place="any", harm={"killed": [1, 1], "injured": [4, 5]})]}
    right = Claim(id="c", document_id="d", kind=Kind.CASUALTIES, harm=Harm(injured=Interval(low=4, high=4)))
    wrong = Claim(id="c", document_id="d", kind=Kind.CASUALTIES, harm=Harm(killed=Interval(low=4, high=4)))
    assert scored(tmp_path, row, right).found == 1
    assert scored(tmp_path, row, wrong).found == 0


def test_an_uncounted_list_is_compared_a_region_at_a_time(tmp_path: Path) -> None:
    row = {"claims": [a_label("damage", place={"parts": ["UA-63", {"name": "Reni", "region": "UA-51"}]})]}
    scores = scored(tmp_path, row, a_claim(Kind.DAMAGE, place=a_list("UA-63", "gn:1")), regions={"gn:1": "UA-46"})
    assert (scores.found, scores.missed, scores.surplus) == (1, 1, 1)


def test_optional_and_background_claims_cost_nothing(tmp_path: Path) -> None:
    optional = {"claims": [a_label("attack", place="any", optional=True)]}
    assert scored(tmp_path, optional).missed == 0
    taken = scored(tmp_path, optional, a_claim(Kind.ATTACK, Fate.HIT))
    assert (taken.found, taken.surplus, taken.precision) == (0, 0, None)
    old = Claim(id="c", document_id="d", kind=Kind.FIRE, status=ClaimStatus.BACKGROUND)
    assert scored(tmp_path, {"claims": []}, old).surplus == 0


def test_an_optional_background_label_does_not_excuse_current_news(tmp_path: Path) -> None:
    row = {"claims": [a_label("attack", place="any", optional=True, status="background")]}
    assert scored(tmp_path, row, a_claim(Kind.ATTACK, Fate.HIT)).surplus == 1


def test_a_live_row_may_yield_sightings_and_alerts_only(tmp_path: Path) -> None:
    claims = a_claim(Kind.SIGHTING, Fate.AIRBORNE, 5), a_claim(Kind.ATTACK, Fate.HIT, 5)
    live = scored(tmp_path, {"claims": [], "live": True}, *claims)
    assert (live.surplus, live.outcomes[0].live, live.false_alarm_rate) == (1, 1, 1.0)
    assert scored(tmp_path, {"claims": []}, *claims).surplus == 2
    assert scored(tmp_path, {"claims": [], "live": True}).false_alarm_rate == 0.0


def test_a_claim_said_twice_is_a_repeat(tmp_path: Path) -> None:
    twice = a_claim(Kind.ATTACK, Fate.HIT, place=a_region("UA-63")), a_claim(Kind.ATTACK, Fate.HIT)
    scores = scored(tmp_path, {"claims": [a_label("attack", fate="hit", place="UA-63")]}, *twice)
    assert (scores.found, scores.surplus, scores.outcomes[0].repeats) == (1, 0, 1)


def test_relevance_counts_rows(tmp_path: Path) -> None:
    row = {"claims": [a_label("fire", place="any")], "relevant": True}
    assert scored(tmp_path, row).relevance() == (0, 0, 1, 0)
    assert scored(tmp_path, row, a_claim(Kind.FIRE)).relevance() == (1, 0, 0, 0)
    assert scored(tmp_path, {"claims": [], "relevant": False}, a_claim(Kind.FIRE)).relevance() == (0, 1, 0, 0)
    assert scored(tmp_path, {"claims": [], "relevant": False}).relevance() == (0, 0, 0, 1)


@pytest.mark.parametrize(
    "lines",
    ['{"row": -1, "claims": []}', '{"row": 1, "claims": [{"kind": "drone"}]}', "no json", '{"claims": []}'],
)
def test_a_bad_line_is_named(tmp_path: Path, lines: str) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text('{"row": 0, "claims": []}\n' + lines + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"labels\.jsonl:2: no label"):
        load_labels(path)


def test_a_row_labelled_twice_is_named(tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text('{"row": 0, "claims": []}\n{"row": 0, "claims": []}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="row 0 is labelled twice"):
        load_labels(path)


def test_labels_use_known_regions_and_are_enough() -> None:
    known = set(load_packs().places) | {place.region for place in load_packs().places.values()}
    stream, news = load_labels(LABELS / "stream_2026-02-22.jsonl"), load_labels(LABELS / "news.jsonl")
    assert len(stream) >= 400
    assert len(news) >= 300
    assert all(row.relevant is not None for row in news)
    assert {region for row in (*stream, *news) for claim in row.claims for region in claim.regions} <= known


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def shared_runs(sources: Iterable[str], text: str) -> set[tuple[str, ...]]:
    ours = set(runs(text))
    return {run for source in sources for run in runs(source) if run in ours}


def test_copied_words_are_noticed() -> None:
    source = "Two barns burned down near the old mill, nobody was hurt."
    assert shared_runs([source], 'x "burned down near the old mill" y')
    assert not shared_runs([source], "barns near the mill burned")


def source_rows(file: str) -> list[str]:
    path = DATA / file
    if file.endswith(".csv.gz"):
        csv.field_size_limit(10**7)
        with gzip.open(path, "rt", encoding="utf-8-sig") as rows:
            return [f"{row['title']} {row['text']}" for row in csv.DictReader(rows)]
    raw = gzip.decompress(path.read_bytes()) if file.endswith(".gz") else path.read_bytes()
    return [json.loads(line)["text"] for line in raw.decode("utf-8").splitlines()]


@pytest.mark.skipif(not DATA.exists(), reason="the real material is not beside this checkout (../shared/data)")
@pytest.mark.parametrize("name", ["stream_2026-02-22.jsonl", "news.jsonl"])
def test_labels_point_into_the_real_files_and_hold_none_of_their_words(name: str) -> None:
    labels = load_labels(LABELS / name)
    text = (LABELS / name).read_text(encoding="utf-8") + (LABELS / "README.md").read_text(encoding="utf-8")
    for file in sorted({label.file or STREAM for label in labels}):
        rows = source_rows(file)
        assert max(label.row for label in labels if (label.file or STREAM) == file) < len(rows)
        assert shared_runs(rows, text) == set()

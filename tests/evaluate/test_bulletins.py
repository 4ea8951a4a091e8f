"""Verdicts on bulletins, on rows written here in the shape of the real ones."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from skyledger.errors import UsageError
from skyledger.evaluate import load_bulletins, score_bulletins
from skyledger.model import (
    Claim,
    Count,
    Fate,
    Kind,
    Place,
    PlaceKind,
    PlacePrecision,
    Qualifier,
    TimePrecision,
    TimeRange,
    Unit,
)

NIGHT = TimeRange(
    start=datetime.fromisoformat("2025-12-10T20:00+03:00"),
    end=datetime.fromisoformat("2025-12-11T08:00+03:00"),
    precision=TimePrecision.NIGHT,
)
GOLD: dict[str, Any] = {
    "window_start": "2025-12-10T20:00+03:00",
    "window_end": "2025-12-11T07:00+03:00",
    "drones": 12,
    "region_count": 2,
    "regions": "Калужской области, Тульской области",
    "breakdown": [["Калужской области", 8], ["Тульской области", 4]],
}


def rows(tmp_path: Path, gold: dict[str, Any] | None) -> Any:
    path = tmp_path / "rows.jsonl"
    row = {"id": "r", "text": "…", "posted_utc": "2025-12-11T05:00:00+00:00", "gold": gold}
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    return load_bulletins(path)


def downed(number: int, words: str | None, region: str = "RU-KLU", **changes: Any) -> Claim:
    place = None
    if words is not None:
        place = Place(id=region, kind=PlaceKind.REGION, precision=PlacePrecision.REGION, name=region, text=words)
    count = Count(low=number, high=number, stated=number, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text=str(number))
    claim = Claim(
        id=f"c{number}",
        document_id="r",
        kind=Kind.INTERCEPTION,
        fate=Fate.DOWNED,
        count=count,
        place=place,
        time=NIGHT,
    )
    return replace(claim, **changes)


TOTAL = downed(12, None, aggregate=True)
PARTS = [downed(8, "Калужской области", part_of="c12"), downed(4, "Тульской", "RU-TUL", part_of="c12")]


def test_a_bulletin_read_right_passes(tmp_path: Path) -> None:
    (verdict,) = score_bulletins(rows(tmp_path, GOLD), {"r": [TOTAL, *PARTS]})
    assert (verdict.total, verdict.window, verdict.breakdown, verdict.failed) == (True, True, True, False)


def test_nothing_read_fails_everything(tmp_path: Path) -> None:
    (verdict,) = score_bulletins(rows(tmp_path, GOLD), {})
    assert (verdict.total, verdict.window, verdict.breakdown) == (False, False, False)
    assert "gold 12" in verdict.why


def test_a_part_in_the_wrong_region_fails_the_breakdown_only(tmp_path: Path) -> None:
    wrong = [PARTS[0], downed(4, "Орловской", "RU-ORL")]
    (verdict,) = score_bulletins(rows(tmp_path, GOLD), {"r": [TOTAL, *wrong]})
    assert (verdict.total, verdict.window, verdict.breakdown) == (True, True, False)


def test_swapped_numbers_fail_the_breakdown(tmp_path: Path) -> None:
    swapped = [downed(4, "Калужской области"), downed(8, "Тульской", "RU-TUL")]
    (verdict,) = score_bulletins(rows(tmp_path, GOLD), {"r": [TOTAL, *swapped]})
    assert verdict.breakdown is False


def test_parts_of_a_later_summary_are_left_out(tmp_path: Path) -> None:
    later = [downed(91, None, aggregate=True, id="c91"), downed(51, "Орловской", "RU-ORL", part_of="c91")]
    (verdict,) = score_bulletins(rows(tmp_path, GOLD), {"r": [TOTAL, *PARTS, *later]})
    assert verdict.failed is False


def test_a_total_that_nobody_states_is_the_sum_of_its_parts(tmp_path: Path) -> None:
    parts = [replace(part, part_of=None) for part in PARTS]
    (verdict,) = score_bulletins(rows(tmp_path, GOLD), {"r": parts})
    assert verdict.total is True


def test_hours_must_agree_exactly_where_they_are_stated(tmp_path: Path) -> None:
    stated = replace(NIGHT, precision=TimePrecision.MINUTE)
    late = [replace(c, time=stated) for c in (TOTAL, *PARTS)]
    (verdict,) = score_bulletins(rows(tmp_path, GOLD), {"r": late})
    assert verdict.window is False


def test_no_total_may_be_read_where_the_gold_has_none(tmp_path: Path) -> None:
    assert score_bulletins(rows(tmp_path, None), {})[0].failed is False
    assert score_bulletins(rows(tmp_path, None), {"r": [TOTAL]})[0].failed is True


def test_a_window_the_gold_leaves_open_is_not_asked(tmp_path: Path) -> None:
    gold = {**GOLD, "window_start": None, "window_end": None}
    assert score_bulletins(rows(tmp_path, gold), {"r": [TOTAL, *PARTS]})[0].window is None


def test_one_region_without_a_breakdown_is_one_claim_there(tmp_path: Path) -> None:
    gold = {**GOLD, "breakdown": [], "region_count": 1, "regions": "Калужской области"}
    assert score_bulletins(rows(tmp_path, gold), {"r": [downed(12, "Калужской области")]})[0].failed is False
    assert score_bulletins(rows(tmp_path, gold), {"r": [downed(12, "Тульской", "RU-TUL")]})[0].breakdown is False


def test_a_broken_row_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "r"}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"rows\.jsonl:1"):
        load_bulletins(path)


@pytest.mark.parametrize(
    "words", ["Краснодарского края", "Республики Мордовия", "Азовского моря", "Чеченской Республики"]
)
def test_the_word_that_says_which_place_is_told_from_what_sort(tmp_path: Path, words: str) -> None:
    gold = {**GOLD, "breakdown": [[words, 8], ["Тульской области", 4]]}
    right = [TOTAL, downed(8, words, "X", part_of="c12"), PARTS[1]]
    sort_words = " ".join(w for w in words.split() if w in ("края", "Республики", "моря"))
    sort_only = [TOTAL, downed(8, sort_words, "X", part_of="c12"), PARTS[1]]
    assert score_bulletins(rows(tmp_path, gold), {"r": right})[0].breakdown is True
    assert score_bulletins(rows(tmp_path, gold), {"r": sort_only})[0].breakdown is False

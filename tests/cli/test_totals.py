"""``skyledger totals``: ministry, regions, what is left over."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command
from tests.cli.posts import POSTS, write_posts

BULLETIN: dict[str, Any] = {
    "id": "post-5",
    "text": "Минобороны России: минувшей ночью, с 23.00 мск 10 декабря до 7.00 мск 11 декабря, уничтожены 30 БПЛА: "
    "12 — над Калужской областью, 10 — над Тульской областью, 8 — над Брянской областью.",
    "lang": "ru",
    "published": "2025-12-11T08:00:00+03:00",
    "outlet": {"name": "Минобороны России", "handle": "mod_russia", "type": "official"},
}


@pytest.fixture
def filled(command: Command, tmp_path: Path) -> Command:
    assert command("add", write_posts(tmp_path / "posts.jsonl", (*POSTS, BULLETIN))).code == 0
    return command


def test_a_table_with_the_sums_and_both_statements(filled: Command) -> None:
    answer = filled("totals", "--night", "2025-12-11")
    assert (answer.code, answer.err) == (0, "")
    assert "30 UAVs downed: adds up" in answer.out
    for quoted in ("[[30]]", "[[12]]"):
        assert quoted in answer.out
    rows = [line.split() for line in answer.out.splitlines()]
    assert ["Tula", "Oblast", "10", "not", "reported"] in rows
    assert max(map(len, answer.out.splitlines())) <= 80


def test_the_same_as_json(filled: Command) -> None:
    told = json.loads(filled("totals", "--json").out)
    assert (told["shape"], told["night"]) == ("skyledger.totals/1", "2025-12-11")
    (total,) = told["totals"]
    assert (total["verdict"], total["listed_left"], total["told_sum"]) == ("adds up", "0", "12")
    kaluga = next(line for line in total["lines"] if line["name"] == "Kaluga Oblast")
    assert kaluga["told"][0]["quote"]["words"] == "12"


def test_the_report_has_the_table(filled: Command) -> None:
    assert "TOTALS AND THEIR PARTS" in filled("sitrep").out
    assert 'id="totals"' in filled("sitrep", "--format", "html").out


def test_a_night_without_totals_is_misuse_never_zero(command: Command, tmp_path: Path) -> None:
    command("add", write_posts(tmp_path / "posts.jsonl"))
    answer = command("totals")
    assert (answer.code, answer.out) == (2, "")
    assert "no national total was reported" in answer.complaint
    assert command("totals", "--night", "2019-01-01").code == 2
    assert "TOTALS" not in command("sitrep").out

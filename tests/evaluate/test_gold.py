"""The gold set: built from its authoring form, broad enough, and readable."""

import json
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from evaluation import authoring, build_gold, meanings
from evaluation.drafts import AuthoringError, Draft

from skyledger.errors import UsageError
from skyledger.evaluate import GoldDocument, load_gold
from skyledger.model import ClaimStatus

EVALUATION = Path(__file__).parents[2] / "evaluation"


@pytest.fixture(scope="module")
def gold() -> tuple[GoldDocument, ...]:
    return load_gold(EVALUATION / "gold")


def test_the_gold_is_what_the_authoring_builds() -> None:
    built = build_gold.build_lines()
    for lang, documents in built.items():
        lines = (EVALUATION / "gold" / f"{lang}.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line) for line in lines] == documents


def test_every_span_is_the_words_it_stands_for() -> None:
    for documents in build_gold.build_lines().values():
        for document in documents:
            text = document["text"] if document["title"] is None else f"{document['title']}\n\n{document['text']}"
            for claim in document["claims"]:
                if claim["count"] is not None:
                    start, stop = claim["spans"]["count"]
                    assert text[start:stop] == claim["count"]["text"]
                for start, stop in claim["spans"].values():
                    assert text[start:stop].strip()


def test_the_set_is_broad_enough(gold: tuple[GoldDocument, ...]) -> None:
    langs = Counter(g.document.lang.value for g in gold)
    assert langs["en"] >= 100
    assert langs["ru"] >= 120
    assert langs["uk"] >= 100
    quiet = [g for g in gold if all(c.optional or c.status is not ClaimStatus.CURRENT for c in g.claims)]
    assert len(quiet) >= 70
    held = sum(g.split == "held" for g in gold)
    assert 150 <= held < len(gold) / 2


def draft(claim: str, text: str = "Ночью сбиты 40 БПЛА над Калужской областью. Позже сбиты 4.") -> Draft:
    when = datetime.fromisoformat("2025-12-11T09:00+03:00")
    return Draft("t.txt:1", "ru-x", when, "-", [], body=[text], claims=[claim])


def test_words_that_do_not_occur_are_an_error() -> None:
    with pytest.raises(AuthoringError, match=r"ru-x.*пятьдесят"):
        authoring.build_document(draft("interception.downed uav | on: сбиты | n: пятьдесят = 50"), {})


def test_a_number_is_found_on_word_borders() -> None:
    claim = authoring.build_document(draft("interception.downed uav | on: сбиты#2 | n: 4"), {})["claims"][0]
    assert claim["spans"]["count"] == [56, 57]


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("40", (40, 40, 40, "exact")),
        (">70", (71, 140, 70, "more_than")),
        (">=5", (5, 10, 5, "at_least")),
        ("<=4", (0, 4, 4, "up_to")),
        ("~50", (45, 55, 50, "about")),
        ("few", (3, 9, None, "several")),
        ("dozens", (24, 99, None, "several")),
        ("5-7", (5, 7, None, "range")),
    ],
)
def test_amounts_follow_the_labelling_rules(spec: str, expected: tuple[int, int, int | None, str]) -> None:
    assert meanings.read_amount(spec) == expected


def test_windows_follow_the_labelling_rules() -> None:
    published = datetime.fromisoformat("2025-12-11T09:00+03:00")
    night = meanings.read_time("night 2026-01-01", published)
    assert (night["start"], night["end"]) == ("2025-12-31T20:00:00+03:00", "2026-01-01T08:00:00+03:00")
    air_force = meanings.read_time("afnight 2025-12-11", published)
    assert air_force["start"] == "2025-12-10T18:00:00+03:00"


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "a", "text": "b", "claims": [{"kind": "no such kind"}]}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"x\.jsonl:1"):
        load_gold(path)


def test_a_missing_or_empty_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gold documents"):
        load_gold(tmp_path)
    with pytest.raises(UsageError, match="cannot be read"):
        load_gold(tmp_path / "none.jsonl")

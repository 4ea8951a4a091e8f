"""Agreement of two labelling passes: the measure, the shipped second pass, and what the documents say of the set."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from evaluation import agreement
from evaluation.drafts import AuthoringError

from skyledger.evaluate import GoldDocument, load_gold
from skyledger.model import ClaimStatus, Lang

ROOT = Path(__file__).parents[2]
EVALUATION = ROOT / "evaluation"
TEXT = """=== ru-900 | 2025-12-11T07:52+03:00 | - | made_up
Ночью сбиты 40 БПЛА над Калужской областью. Пострадавших нет. В Калуге горит склад.
---
{labels}

=== ru-901 | 2025-12-11T09:00+03:00 | - | made_up
Сегодня выставка кошек.
---
"""
DOWNED = "interception.downed uav | on: сбиты | n: 40 | at: Калужской областью = RU-KLU | t: Ночью = night 2025-12-11"
UNHURT = "no_casualties | on: Пострадавших нет | at: Калужской областью = RU-KLU"
FIRE = "fire | on: горит | at: Калуге = ~Kaluga,RU-KLU"


def load_pair(tmp_path: Path, first: str, second: str) -> tuple[list[GoldDocument], tuple[GoldDocument, ...]]:
    authored, labels = tmp_path / "authored", tmp_path / "second"
    for folder in (authored, labels):
        folder.mkdir()
    (authored / "outlets.json").write_text("{}", encoding="utf-8")
    (authored / "ru.txt").write_text(TEXT.format(labels=first), encoding="utf-8")
    known = tmp_path / "first"
    known.mkdir()
    (known / "ru.txt").write_text(f"=== ru-900\n{first}\n=== ru-901\n", encoding="utf-8")
    (labels / "ru.txt").write_text(f"# a comment\n=== ru-900\n{second}\n=== ru-901\n", encoding="utf-8")
    return list(agreement.load_second_pass(known, authored)), agreement.load_second_pass(labels, authored)


def test_equal_passes_agree_in_full(tmp_path: Path) -> None:
    labels = "\n".join([DOWNED, UNHURT, FIRE])
    values = agreement.render_agreement(*agreement.score_agreement(*load_pair(tmp_path, labels, labels)))
    assert values["all"]["f1"] == 1.0
    assert set(values["all"]["slots"].values()) == {1.0}
    assert values["relevance"] == {"both": 1, "first_only": 0, "second_only": 0, "neither": 1, "kappa": 1.0}


def test_a_claim_more_a_claim_less_and_a_wrong_place_are_counted(tmp_path: Path) -> None:
    second = "\n".join([DOWNED.replace("= RU-KLU", "= ~Kaluga,RU-KLU"), FIRE])
    first = "\n".join([DOWNED, UNHURT])
    values = agreement.render_agreement(*agreement.score_agreement(*load_pair(tmp_path, first, second)))
    assert (values["all"]["found"], values["all"]["missed"], values["all"]["surplus"]) == (1, 1, 1)
    assert values["all"]["f1"] == 0.5
    assert values["all"]["slots"]["place"] == 0.0
    assert values["all"]["slots"]["count"] == 1.0
    assert values["kind"]["fire"]["surplus"] == 1
    assert "kind interception              1      0       0  1.000" in agreement.render_table(values)


def test_an_optional_label_of_one_pass_is_no_disagreement(tmp_path: Path) -> None:
    first, second = DOWNED, "\n".join([DOWNED, UNHURT + " | opt"])
    scores, _ = agreement.score_agreement(*load_pair(tmp_path, first, second))
    assert (scores.slice().missed, scores.slice().surplus) == (0, 0)


def test_kappa_takes_chance_off() -> None:
    relevance = agreement.Relevance(both=20, first_only=5, second_only=10, neither=15)
    assert relevance.kappa == pytest.approx(0.4)
    assert agreement.Relevance(both=3, first_only=0, second_only=0, neither=0).kappa is None


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        ("=== ru-999\n", "no such document"),
        ("=== ru-900\n=== ru-900\n", "twice"),
        (f"{FIRE}\n", "before the first header"),
        ("=== ru-900\nfire | on: тушат\n", "the text has no"),
    ],
)
def test_a_wrong_label_file_is_told(tmp_path: Path, labels: str, words: str) -> None:
    load_pair(tmp_path, DOWNED, DOWNED)
    (tmp_path / "second" / "ru.txt").write_text(labels, encoding="utf-8")
    with pytest.raises(AuthoringError, match=words):
        agreement.load_second_pass(tmp_path / "second", tmp_path / "authored")


def test_the_shipped_second_pass_reads_and_covers_a_share_of_each_language() -> None:
    """A third of each language, but for the newest texts (ids from 651 on), which have no second labels yet."""
    first = {d.document.id: d for d in load_gold(EVALUATION / "gold")}
    drawn = [d for d in first.values() if int(d.document.id[3:]) <= 650]
    second = agreement.load_second_pass(EVALUATION / "second_pass", EVALUATION / "authored")
    assert {d.document.id for d in second} <= set(first)
    for lang in (Lang.EN, Lang.RU, Lang.UK):
        labelled, known = (sum(d.document.lang is lang for d in part) for part in (second, drawn))
        assert labelled >= known / 3
    assert all(replace(d.document) == first[d.document.id].document for d in second)


def test_the_table_and_the_json_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert agreement.main(["--errors", "3"]) == 0
    assert "Cohen's kappa" in capsys.readouterr().out
    assert agreement.main(["--json"]) == 0
    assert json.loads(capsys.readouterr().out)["relevance"]["both"] > 0
    assert agreement.main(["--gold", str(EVALUATION / "authored")]) == 2
    assert "no gold documents" in capsys.readouterr().err


@pytest.mark.parametrize("path", ["docs/evaluation.md", "evaluation/DATASHEET.md"])
def test_the_documents_give_the_counts_of_the_gold(path: str) -> None:
    gold = load_gold(EVALUATION / "gold")
    langs = [sum(d.document.lang is lang for d in gold) for lang in (Lang.EN, Lang.RU, Lang.UK)]
    claims = [c for d in gold for c in d.claims]
    quiet = sum(all(c.optional or c.status is not ClaimStatus.CURRENT for c in d.claims) for d in gold)
    words = " ".join((ROOT / path).read_text(encoding="utf-8").split())
    assert f"{len(gold)} documents ({langs[0]} English, {langs[1]} Russian, {langs[2]} Ukrainian)" in words
    assert f"{len(claims):,} claims, {sum(c.optional for c in claims):,} of them optional" in words
    assert f"{quiet} documents hold nothing that a reader must report as current news" in words
